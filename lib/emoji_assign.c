/* SPDX-License-Identifier: ISC */
/* The best emojis for all lines together, none twice. */
#include "emoji_part.h"

#include <stdlib.h>

/* A slot and what it might get. */
struct emoji_pair {
	size_t slot;
	struct emoji_candidate c;
};

void
emoji_board_init(struct emoji_board *b, struct arena *a)
{
	*b = (struct emoji_board){ .used.arena = a, .arena = a };
	b->slot = ARENA_ARRAY(a, struct emoji_slot, EMOJI_BATCH + 2);
}

static int
by_score(const void *a, const void *z)
{
	const struct emoji_pair *x = a, *y = z;

	if (x->c.score != y->c.score)
		return x->c.score > y->c.score ? -1 : 1;
	if (x->slot != y->slot)
		return x->slot < y->slot ? -1 : 1;
	if (x->c.hit != y->c.hit)
		return x->c.hit < y->c.hit ? -1 : 1;
	return x->c.rank - y->c.rank;
}

static void
add_pair(struct emoji_board *b, size_t slot, struct emoji_candidate c)
{
	if (emoji_set_has(&b->used, c.emoji))
		return;
	b->pair = arena_grow(b->arena, b->pair, b->pairs + 1, &b->pair_room, sizeof(*b->pair));
	b->pair[b->pairs++] = (struct emoji_pair){ slot, c };
}

/* All that each slot might get: its own, what the article is about for want of better, the neutral
 * marks in the end. */
static void
make_pairs(struct emoji_board *b)
{
	struct span rest, e;
	int rank;

	b->pairs = 0;
	for (size_t i = 0; i < b->slots; i++) {
		for (size_t j = 0; j < b->slot[i].n; j++)
			add_pair(b, i, b->slot[i].own[j]);
		for (size_t j = 0; j < b->topic_n; j++)
			add_pair(b, i, b->topic[j]);
		rest = emoji_neutral();
		for (rank = 0; rank < EMOJI_CANDIDATES && span_word(&rest, &e); rank++)
			add_pair(b, i,
			    (struct emoji_candidate){
				.emoji = e, .rank = rank, .score = -200 - rank });
	}
	if (b->pairs > 0)
		qsort(b->pair, b->pairs, sizeof(b->pair[0]), by_score);
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

/* A title about one thing has two emojis of it, sooner than a neutral one. */
static void
take_again(struct emoji_board *b, struct emoji_slot *s)
{
	for (size_t i = 0; s->field == FIELD_TITLE && i < s->n; i++)
		if (s->chosen.emoji.n == 0 && !emoji_set_has(&b->used, s->own[i].emoji)) {
			s->chosen = s->own[i];
			emoji_set_add(&b->used, s->chosen.emoji);
		}
}

static void
spread(struct emoji_board *b)
{
	for (size_t i = 0; i < b->pairs; i++) {
		struct emoji_pair *p = &b->pair[i];

		if (p->c.hit == NULL)
			take_again(b, &b->slot[p->slot]);
		if (b->slot[p->slot].chosen.emoji.n > 0 || emoji_set_has(&b->used, p->c.emoji) ||
		    !suits(b, p->slot, &p->c))
			continue;
		b->slot[p->slot].chosen = p->c;
		emoji_set_add(&b->used, p->c.emoji);
	}
}

/* The best that a slot could have in place of what it has, if that goes to another. */
static const struct emoji_pair *
second_best(const struct emoji_board *b, size_t slot)
{
	for (size_t i = 0; i < b->pairs; i++)
		if (b->pair[i].slot == slot && !emoji_set_has(&b->used, b->pair[i].c.emoji) &&
		    suits(b, slot, &b->pair[i].c))
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
		if (i != p->slot && span_eq(b->slot[i].chosen.emoji, p->c.emoji))
			other = &b->slot[i];
	if (other == NULL || !suits(b, p->slot, &p->c) || (next = second_best(b, i - 1)) == NULL)
		return;
	if (p->c.score + next->c.score <= mine->chosen.score + other->chosen.score)
		return;
	mine->chosen = p->c;
	other->chosen = next->c;
	emoji_set_add(&b->used, next->c.emoji);
}

static void
improve(struct emoji_board *b)
{
	for (size_t i = 0; i < b->pairs; i++)
		if (b->pair[i].c.score > b->slot[b->pair[i].slot].chosen.score)
			trade(b, &b->pair[i]);
}

void
emoji_assign(struct emoji_board *b)
{
	make_pairs(b);
	spread(b);
	improve(b);
}
