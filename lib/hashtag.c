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

static bool
is_brand(struct span tag, const struct rec *brand)
{
	for (size_t i = 0; (i = rec_find(brand, i, FIELD_BRANDTAG)) < brand->n; i++)
		if (is_in(tag, &brand->v[i].value, 1))
			return true;
	return false;
}

/* How many tags stand before those of the brand, with which the line ends. */
static size_t
before_brand(const struct hashtags *tags, const struct rec *brand)
{
	size_t n = tags->n;

	while (n > 0 && is_brand(tags->v[n - 1], brand))
		n--;
	return n;
}

static void
add_own(const struct hashtag_options *o, struct hashtags *tags, struct arena *a)
{
	for (size_t i = 0; i < o->nadd; i++)
		hashtag_add(o->add[i], o, tags, a);
}

static void
add_brand(const struct rec *brand, const struct hashtag_options *o, struct hashtags *tags, struct arena *a)
{
	for (size_t i = 0; (i = rec_find(brand, i, FIELD_BRANDTAG)) < brand->n; i++)
		hashtag_add(brand->v[i].value, o, tags, a);
}

/* The tags that a record has, without those that are to be left out, of the brand's too. */
static void
read_tags(struct rec *r, const struct hashtag_options *o, struct hashtags *tags)
{
	for (size_t i = 0; i < r->n;) {
		bool tag = r->v[i].field == FIELD_TAG;
		struct span v = r->v[i].value;

		if ((tag || r->v[i].field == FIELD_BRANDTAG) && hashtag_is_dropped(span_from(v, v.s[0] == '#'), o)) {
			rec_remove(r, i);
			continue;
		}
		if (tag)
			ARENA_PUSH(r->arena, tags, v);
		i++;
	}
}

/* The line of the nth Tag; after the last one, or at the end of the record that has none. */
static size_t
place_of(const struct rec *r, size_t n)
{
	size_t at = r->n;

	for (size_t i = 0; (i = rec_find(r, i, FIELD_TAG)) < r->n; i++) {
		if (n-- == 0)
			return i;
		at = i + 1;
	}
	return at;
}

void
hashtag_record(struct rec *r, const struct hashtag_options *o)
{
	struct phrases found = { 0 };
	struct hashtags tags = { 0 };
	size_t had, first, own, place;

	if (rec_count(r, FIELD_TITLE) == 0)
		return;
	had = rec_count(r, FIELD_TAG);
	read_tags(r, o, &tags);
	first = tags.n;
	place = place_of(r, before_brand(&tags, r));
	if (had == 0) {
		read_record(r, &found);
		hashtag_choose(&found, rec_value(r, FIELD_TITLE), o->count, o, &tags, r->arena);
	}
	add_own(o, &tags, r->arena);
	own = tags.n;
	add_brand(r, o, &tags, r->arena);
	for (size_t i = first; i < own; i++)
		rec_insert(r, place++, FIELD_TAG, tags.v[i]);
	place = place_of(r, r->n);
	for (size_t i = own; i < tags.n; i++)
		rec_insert(r, place++, FIELD_TAG, tags.v[i]);
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

/* A text: its sentences, the first line that says something and the last one, and where that starts. */
struct reading_text {
	struct sentences sentences;
	struct span title, last;
	size_t start;
};

static void
read_text(struct span text, struct reading_text *t, struct reading *reading, struct arena *a)
{
	struct span rest = text, line;
	size_t block = 0;

	while (span_next(&rest, '\n', &line)) {
		struct buf clean = BUF_INIT;
		size_t start = (size_t)(line.s - text.s);

		utf8_clean(&clean, line);
		line = arena_span(a, buf_view(&clean));
		buf_free(&clean);
		if (line.n == 0)
			continue;
		if (t->title.n == 0)
			t->title = line;
		t->last = line;
		t->start = start;
		read_line(line, block++, &t->sentences, reading, a);
	}
}

static void
write_tags(const struct hashtags *tags, size_t from, size_t to, struct buf *out)
{
	for (size_t i = from; i < to; i++) {
		if (out->n > 0 && out->s[out->n - 1] != '\n')
			buf_char(out, ' ');
		buf_char(out, '#');
		buf_add(out, tags->v[i]);
	}
}

/* The line of tags that a text ends in, with what is to be added and without what is to be left out. */
static void
write_own_line(struct span line, const struct hashtag_options *o, struct buf *out, struct arena *a)
{
	struct hashtags tags = { 0 };
	size_t first, brand;
	struct span word;

	while (span_word(&line, &word))
		if (!hashtag_is_dropped(span_from(word, 1), o))
			ARENA_PUSH(a, &tags, span_from(word, 1));
	first = tags.n;
	brand = o->profile != NULL ? before_brand(&tags, o->profile) : first;
	add_own(o, &tags, a);
	write_tags(&tags, 0, brand, out);
	write_tags(&tags, first, tags.n, out);
	write_tags(&tags, brand, first, out);
	if (tags.n > 0)
		buf_char(out, '\n');
}

/* A line of tags for a text that has none, an empty line before it. */
static void
write_new_line(const struct reading_text *t, struct vocab *vocab, const struct hashtag_options *o,
    struct buf *out, struct arena *a)
{
	struct phrases found = { 0 };
	struct hashtags tags = { 0 };

	phrase_rank(t->sentences.v, t->sentences.n, vocab, NULL, 0, &found, a);
	hashtag_topics(t->title, 20, &found, a);
	hashtag_choose(&found, t->title, o->count, o, &tags, a);
	add_own(o, &tags, a);
	if (o->profile != NULL)
		add_brand(o->profile, o, &tags, a);
	if (tags.n == 0)
		return;
	if (!o->only)
		buf_char(out, '\n');
	write_tags(&tags, 0, tags.n, out);
	buf_char(out, '\n');
}

void
hashtag_text(struct span text, struct buf *out, const struct hashtag_options *o)
{
	struct arena a = { 0 };
	struct reading reading = { vocab_new(text.n, &a), tag_memo_new(&a) };
	struct reading_text t = { .title = S(""), .last = S("") };
	bool own, changed = o->nadd + o->ndrop > 0;

	read_text(text, &t, &reading, &a);
	own = is_tag_line(t.last);
	if (!o->only)
		buf_add(out, own && changed ? span_head(text, t.start) : text);
	if (!o->only && text.n > 0 && text.s[text.n - 1] != '\n' && !(own && changed))
		buf_char(out, '\n');
	if (own && (changed || o->only))
		write_own_line(t.last, o, out, &a);
	else if (!own && t.title.n > 0)
		write_new_line(&t, reading.vocab, o, out, &a);
	arena_free(&a);
}
