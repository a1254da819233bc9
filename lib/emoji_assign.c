/* SPDX-License-Identifier: ISC */
/* The best emojis for all lines together, none twice. */
#include "emoji_part.h"

#include <stdlib.h>

/* A title says what it is about: its own words come so much before what the caption is about. */
#define TITLE_OWN 150
/* And it has the first pick. */
#define TITLE_FIRST 60
/* A line says more of itself: a verb or a vague noun comes before the mark of a field. */
#define FIELD_LESS 150

/* A word that fits anywhere weighs less. */
#define TITLE_LEAST 3

/* A slot and what it might get. */
struct emoji_pair {
	const struct emoji_candidate *c;
	int score;
	uint32_t slot, order; /* order: in which it was made, the last word between equals */
};

void
emoji_board_init(struct emoji_board *b, size_t slots, struct arena *a)
{
	*b = (struct emoji_board){ .used.arena = a, .arena = a };
	b->slot = ARENA_ARRAY(a, struct emoji_slot, slots);
}

static int
by_score(const void *a, const void *z)
{
	const struct emoji_pair *x = a, *y = z;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (x->slot != y->slot)
		return x->slot < y->slot ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void
add_pair(struct emoji_board *b, size_t slot, const struct emoji_candidate *c, int score)
{
	if (emoji_set_has(&b->used, c->emoji))
		return;
	b->pair[b->pairs] = (struct emoji_pair){ c, score, (uint32_t)slot, (uint32_t)b->pairs };
	b->pairs++;
}

/* A neutral mark, or the mark of a whole field. */
static bool
is_general(const struct emoji_candidate *c)
{
	return c->hit == NULL || span_starts(c->hit->key, S("*@"));
}

/* What a slot takes off the worth of what is not its own. */
static int
foreign(const struct emoji_slot *s, const struct emoji_candidate *c)
{
	if (s->field == FIELD_TITLE)
		return TITLE_OWN;
	return is_general(c) ? FIELD_LESS : 0;
}

/* All that each slot might get: its own, what the article is about for want of better, the neutral
 * marks in the end. */
static void
make_pairs(struct emoji_board *b)
{
	size_t most = 0;

	b->pairs = 0;
	for (size_t i = 0; i < b->slots; i++)
		most += b->slot[i].n + b->topic_n;
	b->pair = arena_grow(b->arena, b->pair, most, &b->pair_room, sizeof(*b->pair));
	for (size_t i = 0; i < b->slots; i++) {
		const struct emoji_slot *s = &b->slot[i];
		int own = s->field == FIELD_TITLE ? TITLE_FIRST : 0;

		for (size_t j = 0; j < s->n; j++)
			add_pair(b, i, &s->own[j], s->own[j].score + own);
		for (size_t j = 0; j < b->topic_n; j++)
			add_pair(b, i, &b->topic[j], b->topic[j].score - foreign(s, &b->topic[j]));
	}
	if (b->pairs > 0)
		qsort(b->pair, b->pairs, sizeof(b->pair[0]), by_score);
}

static void
choose(struct emoji_slot *s, const struct emoji_pair *p)
{
	s->chosen = *p->c;
	s->chosen.score = p->score;
}

/* The title's two emojis come from two concepts. */
static bool
suits(const struct emoji_board *b, size_t slot, const struct emoji_candidate *c)
{
	const struct emoji_slot *s = &b->slot[slot];

	if (s->field != FIELD_TITLE || c->hit == NULL)
		return true;
	for (size_t i = 0; i < b->slots; i++)
		if (i != slot && b->slot[i].at == s->at && b->slot[i].chosen.hit != NULL &&
		    span_eq(b->slot[i].chosen.hit->key, c->hit->key))
			return false;
	return true;
}

/* Is it better twice than beside the mark of a field? Bad news is not said twice. */
static bool
is_solid(const struct emoji_candidate *c)
{
	return c->hit->weight >= TITLE_LEAST && !c->hit->grave;
}

/* A title about one thing has two emojis of it, sooner than a neutral one; if it is solid, sooner than
 * the mark of a field. */
static void
take_again(struct emoji_board *b, struct emoji_slot *s, bool field)
{
	const struct emoji_candidate *best = NULL;

	if (s->field != FIELD_TITLE || s->chosen.emoji.n > 0)
		return;
	for (size_t i = 0; i < s->n; i++)
		if ((!field || is_solid(&s->own[i])) && (best == NULL || s->own[i].score > best->score) &&
		    !emoji_set_has(&b->used, s->own[i].emoji))
			best = &s->own[i];
	if (best == NULL)
		return;
	s->chosen = *best;
	emoji_set_add(&b->used, best->emoji);
}

static void
spread(struct emoji_board *b)
{
	for (size_t i = 0; i < b->pairs; i++) {
		struct emoji_pair *p = &b->pair[i];

		if (is_general(p->c))
			take_again(b, &b->slot[p->slot], p->c->hit != NULL);
		if (b->slot[p->slot].chosen.emoji.n > 0 || emoji_set_has(&b->used, p->c->emoji) ||
		    !suits(b, p->slot, p->c))
			continue;
		choose(&b->slot[p->slot], p);
		emoji_set_add(&b->used, p->c->emoji);
	}
}

/* The best that a slot could have in place of what it has, if that goes to another. */
static const struct emoji_pair *
second_best(const struct emoji_board *b, size_t slot)
{
	for (size_t i = 0; i < b->pairs; i++)
		if (b->pair[i].slot == slot && !emoji_set_has(&b->used, b->pair[i].c->emoji) &&
		    suits(b, slot, b->pair[i].c))
			return &b->pair[i];
	return NULL;
}

/* Gives a slot the emoji that another holds, when the two together gain by it. */
static void
trade(struct emoji_board *b, const struct emoji_pair *p)
{
	struct emoji_slot *mine = &b->slot[p->slot], *other = NULL;
	const struct emoji_pair *next;
	size_t i;

	for (i = 0; i < b->slots && other == NULL; i++)
		if (i != p->slot && span_eq(b->slot[i].chosen.emoji, p->c->emoji))
			other = &b->slot[i];
	if (other == NULL || !suits(b, p->slot, p->c) || (next = second_best(b, i - 1)) == NULL)
		return;
	if (p->score + next->score <= mine->chosen.score + other->chosen.score)
		return;
	choose(mine, p);
	choose(other, next);
	emoji_set_add(&b->used, next->c->emoji);
}

static void
improve(struct emoji_board *b)
{
	for (size_t i = 0; i < b->pairs; i++)
		if (b->pair[i].score > b->slot[b->pair[i].slot].chosen.score)
			trade(b, &b->pair[i]);
}

void
emoji_assign(struct emoji_board *b)
{
	make_pairs(b);
	spread(b);
	improve(b);
}
