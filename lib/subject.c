/* SPDX-License-Identifier: ISC */
#include "subject_part.h"

#include "emoji.h"
#include "list.h"
#include "pat.h"
#include "shape.h"
#include "stem.h"
#include "tab.h"
#include "tag.h"
#include "uni.h"
#include "utf8.h"

extern const struct tab tab_act;

enum {
	SUBJECT_LEAST = 9, /* characters of {Subject} */
	SUBJECT_MOST = 85,
};

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

/* What a part of a title is: a pattern of lib/tab/shape.tsv, and what goes before it so that it fits
 * after "of". A group, where there is one, is what is kept. */
static const struct {
	struct span name, before;
} shapes[] = {
	{ SPAN("title-how"), SPAN("") },    /* how X came to Y, how to Y */
	{ SPAN("title-list"), SPAN("") },   /* 3 things to know about X */
	{ SPAN("title-thing"), SPAN("") },
	{ SPAN("title-does"), SPAN("how ") },
	{ SPAN("title-is"), SPAN("why ") },
	{ SPAN("title-doing"), SPAN("") },  /* rebuilding X */
};

/* "Understanding X", "Introducing X": what follows is the subject. */
static bool
is_announcer(struct span word)
{
	return span_listed(list_named(S("announcer")), word);
}

#define LABELS "analysis|dive|guide|history|intro|introduction|look|notes|overview|primer|recap|reflection|reflections" \
	"|report|retrospective|review|summary|tour|update|starting|thoughts|lessons|lessons learned|first steps|getting started"

/* "A primer on X", "Retrospective of X": the label of a text is not its subject. */
static struct span
strip_label(struct span title)
{
	static const struct span label = SPAN("^(?i:(?:an?|the|our) )?(?i:(?:brief|short|quick|deep|closer) )?(?i:" LABELS ") "
		"(?i:to think about|on|to|of|at|into|from|with|about|in) (?=\\S+)");
	struct pat_match m;

	return span_says(title, S(LABELS)) && pat_find(label, title, 0, &m) ? span_from(title, m.group[0].n) : title;
}

/* "Global Warming", not "NASA": words of small letters but for the first. */
static bool
is_capitalised(struct span text)
{
	for (size_t i = 0; i < text.n; i++)
		if (span_is_upper(text.s[i]) ? i > 0 && text.s[i - 1] != ' ' : i == 0 || (!span_is_lower(text.s[i]) && text.s[i] != ' '))
			return false;
	return true;
}

/* In small letters, where the article writes it so anywhere. */
static struct span
as_seen(const struct sources *all, struct span text)
{
	struct buf b = BUF_INIT;
	struct span low;

	if (!is_capitalised(text) || (span_words(text) == 1 && !truecase_is_low(all->truecase, text)))
		return text;
	uni_add_lower(&b, text);
	low = arena_span(all->arena, buf_view(&b));
	buf_free(&b);
	for (size_t i = 0; i < all->n; i++)
		if (span_contains(all->v[i].text, low) && span_says(all->v[i].text, low))
			return low;
	return text;
}

/* A topic before "insight": one of the kind, "OSPO", "champions program". */
static struct span
singular(struct arena *a, struct span topic)
{
	size_t last = topic.n;
	struct buf b = BUF_INIT;
	struct span word;

	while (last > 0 && topic.s[last - 1] != ' ')
		last--;
	word = span_from(topic, last);
	if (word.n < 4 || !span_ends(word, S("s")) || span_ends(word, S("ss")) || span_ends(word, S("ics"))
	    || span_ends(word, S("us")) || span_ends(word, S("is")) || span_same(word, S("news")))
		return topic;
	buf_add(&b, span_head(topic, last));
	if (span_is_upper(word.s[0]) && span_is_upper(word.s[1]))
		buf_add(&b, span_head(word, word.n - 1));
	else if (span_is_lower(word.s[0]))
		stem_lemma_noun(word, &b);
	else
		buf_add(&b, word);
	topic = arena_span(a, buf_view(&b));
	buf_free(&b);
	return topic;
}

/* A common noun that the article never writes again is small. */
static void
lower_common(const struct sources *all, struct words *w)
{
	struct buf b = BUF_INIT;
	struct span t = w->v[0].token.text;

	if (w->n > 1 && words_is_capital(&w->v[1]))
		return; /* a name, or part of one */
	uni_add_lower(&b, t);
	if (span_has(S("NJg"), w->v[0].letter) && span_eq(span_from(t, 1), span_from(buf_view(&b), 1)))
		w->v[0].token.text = arena_span(all->arena, buf_view(&b));
	buf_free(&b);
}

static bool
is_act(struct span word)
{
	struct buf b = BUF_INIT;
	bool yes;

	stem_lemma_verb(word, &b);
	yes = tab_find_lower(&tab_act, buf_view(&b)) != TAB_NONE;
	buf_free(&b);
	return yes;
}

/* Read as the sentence that it is: what has no stop is taken for a name of things more often. */
static void
read_title(struct words *w, const struct sources *all, struct span title)
{
	words_read(w, arena_join(all->arena, lowered(all, title), S(".")), all->arena);
	if (w->n > 0 && w->v[w->n - 1].letter == '.')
		w->n--;
}

/* A headline whose verb looks like a thing, "the playbook guides management": where a sentence shows it. */
static void
read_part(struct words *w, const struct sources *all, struct span part)
{
	struct words as_sentence;
	size_t verb;

	words_read(w, lowered(all, part), all->arena);
	if (words_verb(w, 0) < w->n || words_has_letter(w, 'g'))
		return;
	if (w->n > 2 && tag_xpos(&w->v[w->n - 2].token) != XPOS_NNS && span_has(S("NP"), w->v[w->n - 2].letter)
	    && span_listed(list_named(S("falling")), w->v[w->n - 1].token.text)) {
		w->v[w->n - 1].letter = 'z'; /* "adoption surges" */
		return;
	}
	read_title(&as_sentence, all, part);
	verb = words_verb(&as_sentence, 0);
	if (verb + 1 < as_sentence.n && as_sentence.v[verb + 1].letter != 'I') /* not "trends from the fair" */
		*w = as_sentence;
}

static struct span
fit_after_of(const struct sources *all, struct span part)
{
	struct shape_match m;
	struct span letters;
	struct words w;
	size_t from = 0;

	read_part(&w, all, strip_label(part));
	if (w.n > 1 && is_announcer(w.v[0].token.text))
		words_cut(&w, 0, 1);
	if (w.n == 0 || words_has(&w, WORDS_FIRST) || w.v[w.n - 1].letter == '?'
	    || (words_has(&w, WORDS_SECOND) && w.v[0].letter != 'W'))
		return S("");
	lower_common(all, &w);
	if (w.n > 1 && span_ends(w.v[0].token.text, S("ing")) && span_has(S("NP"), w.v[0].letter) && is_act(w.v[0].token.text))
		w.v[0].letter = 'g'; /* "rebuilding CDC.gov" */
	letters = words_letters(&w);
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		if (!shape_find(shape_named(shapes[i].name), letters, &m))
			continue;
		if (m.group[1].s != NULL)
			from = (size_t)(m.group[1].s - letters.s);
		if (shapes[i].before.n > 0 || i == 0)
			return arena_join(all->arena, shapes[i].before, subject_with_new_article(all, &w, from));
		return subject_with_article(all, words_text(&w, from, w.n));
	}
	return S("");
}

/* "The Content Corner: ...", "Webinar Recap: ...": where the text belongs, not what it is on. */
static bool
is_series(struct span part)
{
	struct span ends = list_named(S("series"));
	struct span word, last = S("");

	while (span_word(&part, &word))
		last = word;
	return span_listed(ends, last);
}

static bool
shares_word(struct span a, struct span b)
{
	struct span word;

	while (span_word(&a, &word))
		if (span_find_same(b, word) < b.n)
			return true;
	return span_find_same(a, b) < a.n;
}

/* Where no part of the title fits as it is: a noun phrase in it, or one topic or two that it names. */
static struct span
named_in_title(const struct sources *all, const struct rec *r, struct span title)
{
	struct span fit, first, second;
	struct words w;
	bool known = false;

	read_title(&w, all, title);
	fit = subject_case(all, subject_chunk(r, &w, &known));
	if (fit.n > 0)
		return known ? arena_join(all->arena, S("the "), fit) : subject_with_article(all, fit);
	first = subject_of_title(all, r);
	fit = subject_with_article(all, as_seen(all, first));
	second = subject_topic(r, span_eq(subject_topic(r, 0), first));
	if (fit.n > 0 && second.n > 0 && span_find_same(all->title, second) < all->title.n && !shares_word(first, second)) {
		fit = arena_join(all->arena, fit, S(" and "));
		fit = arena_join(all->arena, fit, subject_with_article(all, as_seen(all, second)));
	}
	return fit;
}

/* {Subject}: the title, or the part of it after or before the colon, whichever fits first. */
static struct span
subject(const struct sources *all, const struct rec *r)
{
	struct span title = all->title, part[3], fit;
	size_t colon = span_find(title, 0, S(": ")), n;

	part[0] = span_from(title, colon < title.n ? colon + 2 : title.n);
	part[1] = title;
	part[2] = span_head(title, colon < title.n ? colon : 0);
	if (part[2].n > 0 && (span_starts(part[0], S("A ")) || span_starts(part[0], S("An ")))) {
		fit = part[0]; /* "Open Data: A History" is on open data */
		part[0] = part[2];
		part[2] = fit;
	}
	for (size_t i = 0; i < 3; i++) {
		if (part[i].n == 0 || (i == 1 && colon < title.n) || is_series(part[i]) || (i != 1 && !subject_is_on(r, part[i]))
		    || emoji_find(part[i], 0) < part[i].n)
			continue;
		fit = fit_after_of(all, part[i]);
		n = utf8_count(fit);
		if (n >= SUBJECT_LEAST && n <= SUBJECT_MOST)
			return subject_case(all, fit);
	}
	if (is_series(part[2]))
		title = part[0];
	else if (is_series(part[0]))
		title = part[2];
	return named_in_title(all, r, title);
}

struct span
subject_fill(struct span phrase, const struct sources *all, const struct rec *r)
{
	size_t open = span_find_char(phrase, 0, '{'), close = span_find_char(phrase, open, '}');
	struct span name, value, rest;

	if (close == phrase.n)
		return phrase;
	name = span_head(span_from(phrase, open + 1), close - open - 1);
	value = span_eq(name, S("Topic")) ? singular(all->arena, as_seen(all, subject_best(all, r))) : subject(all, r);
	rest = span_from(phrase, close + 1);
	if (value.n == 0)
		rest = span_ltrim(rest);
	if (value.n == 0 && rest.n == 0)
		return arena_join(all->arena, span_head(phrase, open), S("the subject"));
	value = arena_join(all->arena, span_head(phrase, open), value);
	return arena_join(all->arena, value, subject_fill(rest, all, r));
}
