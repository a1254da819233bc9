/* SPDX-License-Identifier: ISC */
/* Are parts items of one make? Asked where a list has lost its marks. */
#include "plain.h"

bool
plain_make_labelled(const struct plain *p, size_t a, size_t b)
{
	return plain_label_length(p->v[a].block.text) > 0 && plain_label_length(p->v[b].block.text) > 0;
}

/* `Q: ...` and `A: ...` of an interview. */
static bool
is_talk(struct span text)
{
	return span_starts(text, S("Q: ")) || span_starts(text, S("A: "));
}

/* Are two parts items of one make, however long: each with a label, with a few words and a stop
 * before the rest, or beginning with one word? */
bool
plain_make_one(const struct plain *p, size_t first, size_t i)
{
	struct span x, y;

	if (!plain_is_open(p, first) || !plain_is_open(p, i) || plain_stop_of(p, i) == ':' ||
	    plain_stop_of(p, i) == 0 || p->v[i].words > PLAIN_MAKE_WORDS || p->v[first].words > PLAIN_MAKE_WORDS)
		return false;
	x = p->v[first].block.text;
	y = p->v[i].block.text;
	if (plain_is_quoted(x) || plain_is_quoted(y) || plain_is_of_series(x) || plain_is_of_series(y) ||
	    is_talk(x) || is_talk(y))
		return false;
	return (plain_label_length(x) > 0 && plain_label_length(y) > 0) ||
	    (plain_has_lead(x) && plain_has_lead(y)) || plain_same_start(x, y) ||
	    (plain_is_order(x) && plain_is_order(y));
}

/* Is the part an item like the first one after a colon? */
bool
plain_make_alike(const struct plain *p, size_t first, size_t i)
{
	const struct plain_part *a = &p->v[first], *b = &p->v[i];
	struct span x = a->block.text, y = b->block.text;

	if (!plain_is_open(p, i) || plain_stop_of(p, i) == ':' || plain_is_quoted(y))
		return false;
	if (plain_label_length(x) > 0 || plain_label_length(y) > 0)
		return plain_label_length(x) > 0 && plain_label_length(y) > 0;
	if (plain_starts_low(x) || plain_starts_low(y))
		return plain_starts_low(x) && plain_starts_low(y);
	if (plain_stop_of(p, first) != plain_stop_of(p, i) || b->words > PLAIN_SENTENCE_WORDS)
		return false;
	return plain_is_opener(x) || !plain_is_opener(y) || b->words <= a->words;
}

/* Two with a label each, or two that begin with one word. */
bool
plain_make_pair(const struct plain *p, size_t a, size_t b)
{
	struct span x = p->v[a].block.text, y = p->v[b].block.text;
	size_t n = plain_label_length(x), m = plain_label_length(y);

	if (!plain_make_one(p, a, b))
		return false;
	if (plain_is_order(x) && plain_is_order(y))
		return true;
	return plain_same_start(x, y) ? !plain_is_opener(x) : n > 0 && m > 0 &&
	    !span_same(span_head(x, n), span_head(y, m));
}

bool
plain_make_questions(const struct plain *p, size_t a, size_t b)
{
	return plain_is_open(p, a) && !plain_is_of_series(p->v[b].block.text) &&
	    plain_stop_of(p, a) == '?' && plain_stop_of(p, b) == '?' &&
	    p->v[a].words <= PLAIN_ITEM_WORDS && p->v[b].words <= PLAIN_ITEM_WORDS;
}

/* A short line with prose under it, and no list of one item: what the colon announced is gone. */
bool
plain_is_alone(const struct plain *p, size_t i)
{
	size_t next = plain_next(p, i);

	return plain_is_bare(p, i) && p->v[i].words <= PLAIN_HEADING_WORDS && plain_is_open(p, next) &&
	    p->v[next].words >= 25 && plain_stop_of(p, next) == '.';
}
