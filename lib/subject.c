/* SPDX-License-Identifier: ISC */
#include "subject.h"

#include "pat.h"
#include "utf8.h"

enum { TOPIC_MOST = 28, TOPIC_WORDS = 3, SUBJECT_MOST = 90, SUBJECT_LEAST = 9 };

/* A topic that reads as a noun before a noun: no name of a person, not too long. */
static struct span
topic(const struct rec *r, size_t nth)
{
	for (size_t i = rec_find(r, 0, FIELD_TOPIC); i < r->n; i = rec_find(r, i + 1, FIELD_TOPIC)) {
		struct span value = r->v[i].value;
		size_t weight;

		if (!rec_take_number(&value, &weight) || utf8_count(value) > TOPIC_MOST
		    || span_words(value) > TOPIC_WORDS)
			continue;
		if (nth-- == 0)
			return value;
	}
	return S("");
}

static struct span
lowered(const struct sources *all, struct span heading)
{
	struct buf sentence = BUF_INIT, low = BUF_INIT;
	struct span v;

	truecase_sentence(all->truecase, heading, &sentence);
	truecase_lower_first(all->truecase, buf_view(&sentence), &low);
	v = arena_span(all->arena, buf_view(&low));
	buf_free(&sentence);
	buf_free(&low);
	return v;
}

/* A part of a title that fits after "of": a noun phrase, or a clause that how or why opens. */
static bool
fits_after_of(struct span part, struct arena *a)
{
	static const struct span phrase = SPAN(
	    "^(?:[Dm]?(?:R?J|[CNPS$gnKY]|,(?=[JNP]))*[NPCY](?:(?:[oI]|[oI]D|[oI]m)?(?:[DmJCNPS$gKnY]|[oI])*[NPCY])?|W[^vt].*)$");
	struct words w;

	words_read(&w, part, a);
	return w.n > 0 && pat_test(phrase, words_letters(&w)) && !words_has(&w, WORDS_FIRST | WORDS_SECOND)
	    && w.v[0].letter != 'g';
}

/* The title, or the part of it before or after the colon, whichever fits first. */
static struct span
subject(const struct sources *all, const struct rec *r)
{
	struct span title = all->title, part[3], low;
	size_t colon = span_find(title, 0, S(": "));

	part[0] = title;
	part[1] = span_from(title, colon < title.n ? colon + 2 : title.n);
	part[2] = span_head(title, colon < title.n ? colon : 0);
	for (size_t i = colon < title.n ? 1 : 0; i < 3; i++) {
		size_t n = utf8_count(part[i]);

		if (n < SUBJECT_LEAST || n > SUBJECT_MOST || part[i].s[part[i].n - 1] == '?')
			continue;
		low = lowered(all, part[i]);
		if (fits_after_of(low, all->arena))
			return low;
	}
	low = topic(r, 0);
	if (low.n > 0 && topic(r, 1).n > 0) {
		low = arena_join(all->arena, low, S(" and "));
		low = arena_join(all->arena, low, topic(r, 1));
	}
	return low;
}

struct span
subject_fill(struct span phrase, const struct sources *all, const struct rec *r)
{
	size_t open = span_find_char(phrase, 0, '{'), close = span_find_char(phrase, open, '}');
	struct span name, value, rest;

	if (close == phrase.n)
		return phrase;
	name = span_head(span_from(phrase, open + 1), close - open - 1);
	value = span_eq(name, S("Topic")) ? topic(r, 0) : subject(all, r);
	rest = span_from(phrase, close + 1);
	if (value.n == 0)
		rest = span_ltrim(rest);
	value = arena_join(all->arena, span_head(phrase, open), value);
	return arena_join(all->arena, value, subject_fill(rest, all, r));
}
