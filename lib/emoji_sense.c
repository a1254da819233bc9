/* SPDX-License-Identifier: ISC */
/* What a text is about, and what a word of several senses means in it. */
#include "emoji_part.h"

#include <string.h>

#define LONGEST_KEY 64
/* What stands in the line itself counts so much more than what stands elsewhere. */
#define NEAR 4
/* Of all that was found, so much is needed to leave a word's usual sense. */
#define SHARE 8

static bool
is_vague(struct span field)
{
	return field.n == 0 || span_eq(field, S("abstract"));
}

static size_t
weight_in(const struct emoji_context *c, struct span field)
{
	for (size_t i = 0; i < c->fields; i++)
		if (span_eq(c->field[i], field))
			return c->weight[i];
	return 0;
}

/* How much a line speaks of a field, but for the word in question. */
static size_t
weight_near(const struct emoji_line *l, const struct emoji_hit *but, struct span field)
{
	size_t sum = 0;

	for (size_t i = 0; i < l->hits; i++)
		if (&l->hit[i] != but && span_eq(l->hit[i].field, field))
			sum += (size_t)l->hit[i].weight;
	return sum;
}

static size_t
weight_of(const struct emoji_line *l, const struct emoji_hit *h, const struct emoji_context *c,
    struct span field)
{
	if (is_vague(field))
		return 0;
	return NEAR * weight_near(l, h, field) + weight_in(c, field);
}

/* The word's row for a field: `bank@nature`; TAB_NONE without one. */
static size_t
sense_row(struct span key, struct span field)
{
	char name[LONGEST_KEY * 2];

	if (key.n >= LONGEST_KEY || field.n >= LONGEST_KEY - 1)
		return TAB_NONE;
	memcpy(name, key.s, key.n);
	name[key.n] = '@';
	memcpy(name + key.n + 1, field.s, field.n);
	return tab_find(&tab_emoji, (struct span){ name, key.n + 1 + field.n });
}

static void
set_sense(struct emoji_hit *h, size_t row)
{
	size_t weight = EMOJI_WEIGHT;

	h->key = tab_cell(&tab_emoji, row, CONCEPT_KEY);
	h->emojis = tab_cell(&tab_emoji, row, CONCEPT_EMOJIS);
	h->grave = span_eq(tab_cell(&tab_emoji, row, CONCEPT_TONE), S("grave"));
	h->festive = span_eq(tab_cell(&tab_emoji, row, CONCEPT_TONE), S("festive"));
	h->field = tab_cell(&tab_emoji, row, CONCEPT_FIELD);
	span_uint(tab_cell(&tab_emoji, row, CONCEPT_WEIGHT), &weight);
	h->weight = (int)weight;
}

/* Of the fields that the text touches the heaviest for which the word has a sense, when it
 * outweighs the word's usual field. */
static void
choose_sense(struct emoji_line *l, struct emoji_hit *h, const struct emoji_context *c)
{
	size_t best = weight_of(l, h, c, h->field), row = TAB_NONE, weight, r;

	if (best < c->total / SHARE)
		best = c->total / SHARE;
	for (size_t i = 0; i < c->fields; i++) {
		weight = weight_of(l, h, c, c->field[i]);
		if (weight > best && (r = sense_row(h->key, c->field[i])) != TAB_NONE) {
			best = weight;
			row = r;
		}
	}
	if (row != TAB_NONE)
		set_sense(h, row);
}

void
emoji_sense(struct emoji_line *l, const struct emoji_context *c)
{
	l->grave = false;
	for (size_t i = 0; i < l->hits; i++) {
		if (!l->hit[i].own)
			choose_sense(l, &l->hit[i], c);
		l->grave |= l->hit[i].grave;
	}
}

void
emoji_context_add(struct emoji_context *c, const struct emoji_line *l)
{
	for (size_t i = 0; i < l->hits; i++) {
		struct span field = l->hit[i].field;
		size_t at = 0;

		while (at < c->fields && !span_eq(c->field[at], field))
			at++;
		if (is_vague(field) || at == EMOJI_FIELDS)
			continue;
		if (at == c->fields)
			c->field[c->fields++] = field;
		c->weight[at] += (size_t)l->hit[i].weight;
		c->total += (size_t)l->hit[i].weight;
	}
}
