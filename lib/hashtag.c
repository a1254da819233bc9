/* SPDX-License-Identifier: ISC */
#include "hashtag.h"

#include "hashtag_part.h"
#include "sent.h"
#include "tag.h"
#include "utf8.h"

void
hashtag_fold(struct buf *out, struct span v)
{
	for (size_t i = 0; i < v.n; i++)
		if (span_is_word(v.s[i]))
			buf_char(out, span_lower(v.s[i]));
}

static bool
is_in(struct span tag, const struct span *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (span_same(tag, list[i]) || (list[i].n > 0 && list[i].s[0] == '#' && span_same(tag, span_from(list[i], 1))))
			return true;
	return false;
}

bool
hashtag_is_dropped(struct span tag, const struct hashtag_options *o)
{
	return is_in(tag, o->drop, o->ndrop);
}

void
hashtag_add(struct span tag, const struct hashtag_options *o, struct hashtags *to, struct arena *a)
{
	struct buf made = BUF_INIT;

	if (tag.n > 0 && tag.s[0] == '#')
		tag = span_from(tag, 1);
	if (!hashtag_is_good(tag))
		tag = hashtag_make(tag, &made) ? buf_view(&made) : S("");
	if (tag.n > 0 && !hashtag_is_dropped(tag, o) && !is_in(tag, to->v, to->n))
		ARENA_PUSH(a, to, arena_span(a, tag));
	buf_free(&made);
}

/* The phrases that art2outline found, and the topics that the caption itself names. */
static void
read_record(const struct rec *r, struct phrases *to)
{
	struct phrase p;
	struct span value;
	size_t weight;

	for (size_t i = 0; i < r->n; i++) {
		enum field f = r->v[i].field;

		value = r->v[i].value;
		if (f == FIELD_TOPIC || f == FIELD_PERSON || f == FIELD_ORGANIZATION) {
			if (!rec_take_number(&value, &weight))
				weight = 50;
			p = (struct phrase){ .text = value, .weight = weight < 100 ? (unsigned)weight : 100 };
			p.kind = f == FIELD_TOPIC ? PHRASE_TOPIC : f == FIELD_PERSON ? PHRASE_PERSON : PHRASE_ORGANIZATION;
			ARENA_PUSH(r->arena, to, p);
		} else if (f == FIELD_TITLE || f == FIELD_SUBTITLE) {
			hashtag_topics(value, 20, to, r->arena);
		} else if (f >= FIELD_HOOK && f <= FIELD_KICKER) {
			hashtag_topics(value, 5, to, r->arena);
		} else if (f == FIELD_FROM) {
			hashtag_topics(value, 3, to, r->arena);
		}
	}
}

void
hashtag_record(struct rec *r, const struct hashtag_options *o)
{
	struct phrases found = { 0 };
	struct hashtags tags = { 0 };

	if (rec_count(r, FIELD_TITLE) == 0 || rec_count(r, FIELD_TAG) > 0)
		return;
	read_record(r, &found);
	hashtag_choose(&found, rec_value(r, FIELD_TITLE), o->count, o, &tags, r->arena);
	for (size_t i = 0; i < o->nadd; i++)
		hashtag_add(o->add[i], o, &tags, r->arena);
	for (size_t i = rec_find(r, 0, FIELD_BRANDTAG); i < r->n; i = rec_find(r, i + 1, FIELD_BRANDTAG))
		hashtag_add(r->v[i].value, o, &tags, r->arena);
	for (size_t i = 0; i < tags.n; i++)
		rec_add(r, FIELD_TAG, tags.v[i]);
}

struct sentences {
	struct sentence *v;
	size_t n, cap;
};

/* What is known of the words of a text. */
struct reading {
	struct vocab *vocab;
	struct tag_memo *memo;
};

/* A line of a text is a block; the first is the title, short ones without a stop are headings. */
static void
read_line(struct span line, size_t block, struct sentences *to, struct reading *reading, struct arena *a)
{
	bool stop = line.n > 0 && (span_has(S(".?!:;,"), line.s[line.n - 1]));
	unsigned char role = ROLE_BODY;
	struct sents sents = { 0 };

	if (to->n == 0)
		role = ROLE_TITLE;
	else if (!stop && span_words(line) <= 12)
		role = ROLE_HEADING;
	sent_split(line, &sents, a);
	for (size_t i = 0; i < sents.n; i++) {
		struct sentence s = { .text = sents.v[i], .block = block, .index = to->n, .role = role };

		token_split(s.text, &s.tokens, a);
		vocab_number(reading->vocab, s.tokens.v, s.tokens.n);
		tag_sentence_of(reading->memo, s.tokens.v, s.tokens.n);
		ARENA_PUSH(a, to, s);
	}
}

static bool
is_tag_line(struct span line)
{
	struct span word;
	size_t n = 0;

	for (; span_word(&line, &word); n++)
		if (word.s[0] != '#' || word.n < 2)
			return false;
	return n > 0;
}

/* Gives the first line that says something, and the last one. */
static void
read_text(struct span text, struct sentences *to, struct reading *reading, struct span *title,
    struct span *last, struct arena *a)
{
	struct span line;
	size_t block = 0;

	*title = *last = S("");
	while (span_next(&text, '\n', &line)) {
		struct buf clean = BUF_INIT;

		utf8_clean(&clean, line);
		line = arena_span(a, buf_view(&clean));
		buf_free(&clean);
		if (line.n == 0)
			continue;
		if (title->n == 0)
			*title = line;
		*last = line;
		read_line(line, block++, to, reading, a);
	}
}

static void
write_tags(const struct hashtags *tags, struct buf *out)
{
	for (size_t i = 0; i < tags->n; i++) {
		buf_str(out, i > 0 ? " #" : "#");
		buf_add(out, tags->v[i]);
	}
	if (tags->n > 0)
		buf_char(out, '\n');
}

void
hashtag_text(struct span text, struct buf *out, const struct hashtag_options *o)
{
	struct arena a = { 0 };
	struct sentences s = { 0 };
	struct phrases found = { 0 };
	struct hashtags tags = { 0 };
	struct reading reading = { vocab_new(text.n, &a), tag_memo_new(&a) };
	struct span title, last;

	read_text(text, &s, &reading, &title, &last, &a);
	if (!o->only)
		buf_add(out, text);
	if (!o->only && text.n > 0 && text.s[text.n - 1] != '\n')
		buf_char(out, '\n');
	if (title.n > 0 && !is_tag_line(last)) {
		phrase_rank(s.v, s.n, reading.vocab, NULL, 0, &found, &a);
		hashtag_topics(title, 20, &found, &a);
		hashtag_choose(&found, title, o->count, o, &tags, &a);
		for (size_t i = 0; i < o->nadd; i++)
			hashtag_add(o->add[i], o, &tags, &a);
		for (size_t i = 0; o->profile != NULL && i < o->profile->n; i++)
			if (o->profile->v[i].field == FIELD_BRANDTAG)
				hashtag_add(o->profile->v[i].value, o, &tags, &a);
		if (!o->only && tags.n > 0)
			buf_char(out, '\n');
		write_tags(&tags, out);
	}
	arena_free(&a);
}
