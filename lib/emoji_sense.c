/* SPDX-License-Identifier: ISC */
/* What a text is about, and what a word of several senses means in it. */
#include "emoji_part.h"

#include <string.h>

#define LONGEST_KEY 64
/* What stands in the line itself counts so much more than what stands elsewhere. */
#define NEAR 4
/* A verb or an adjective tells less of the subject than a noun; they have such roles or lower. */
#define HARDLY (-100)
/* Of all that was found, so much is needed to leave a word's usual sense. */
#define SHARE 8

static bool
is_vague(struct span field)
{
	return field.n == 0 || span_eq(field, S("abstract"));
}

static size_t
share_of(const struct emoji_hit *h)
{
	return h->role > HARDLY ? (size_t)h->weight : (size_t)h->weight / 3;
}

static size_t
index_of(const struct emoji_context *c, struct span field)
{
	size_t at = 0;

	while (at < c->fields && !span_eq(c->field[at], field))
		at++;
	return at;
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
 * outweighs the word's usual field; else, if it is a verb here, its sense as a verb. The word does not speak for its own field. */
static void
choose_sense(struct emoji_hit *h, const struct emoji_context *c, const size_t *weight)
{
	size_t own = index_of(c, h->field), best = c->total / SHARE, row = TAB_NONE, r;

	if (own < c->fields && weight[own] > best + NEAR * share_of(h))
		best = weight[own] - NEAR * share_of(h);
	for (size_t i = 0; i < c->fields; i++)
		if (i != own && weight[i] > best && (r = sense_row(h->key, c->field[i])) != TAB_NONE) {
			best = weight[i];
			row = r;
		}
	if (row == TAB_NONE && h->verb)
		row = sense_row(h->key, S("verb"));
	if (row != TAB_NONE)
		set_sense(h, row);
}

void
emoji_sense(struct emoji_line *l, const struct emoji_context *c)
{
	size_t weight[EMOJI_FIELDS], at;

	for (size_t i = 0; i < c->fields; i++)
		weight[i] = c->weight[i];
	for (size_t i = 0; i < l->hits; i++)
		if ((at = index_of(c, l->hit[i].field)) < c->fields)
			weight[at] += NEAR * share_of(&l->hit[i]);
	l->grave = false;
	for (size_t i = 0; i < l->hits; i++) {
		if (!l->hit[i].own)
			choose_sense(&l->hit[i], c, weight);
		l->grave |= l->hit[i].grave;
	}
}

void
emoji_context_add(struct emoji_context *c, const struct emoji_line *l)
{
	for (size_t i = 0; i < l->hits; i++) {
		struct span field = l->hit[i].field;
		size_t at = index_of(c, field);

		if (is_vague(field) || at == EMOJI_FIELDS)
			continue;
		if (at == c->fields)
			c->field[c->fields++] = field;
		c->weight[at] += share_of(&l->hit[i]);
		c->total += share_of(&l->hit[i]);
	}
}
