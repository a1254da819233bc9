/* SPDX-License-Identifier: ISC */
#include "choose.h"

#include <stdlib.h>

enum {
	SAME = 45,        /* percent of words shared: two bullets say the same */
	SAME_ALL = 48,    /* or these, with the title's words */
	SAME_COUNTED = 80, /* two of a list that the title counts */
	SAME_TAKEN = 60,  /* a bullet repeats the hook, the context, the kicker */
	SAME_TITLE = 70,  /* so many of its words stand in the title */
	CROWDED = 90,     /* a second bullet from one section costs so much */
	SAME_TEAM = 150,  /* "the team" once more */
	ODD_FRAME = 200,  /* a bullet in another frame than the rest costs so much */
	FORBIDDEN = 4000, /* and so much where the frame was asked for */
	ENOUGH = 3,       /* so many bullets are better than any fewer */
	EACH = 10000,
	FURTHER = 500,    /* what one more is worth, beside what it says */
	SPARE = 6,        /* runners-up shown */
};

void
choose_taken(struct taken *t, struct span text, const struct source *from, const struct sources *all)
{
	struct candidate c = { .text = text, .from = from };

	rewrite_keys(&c, all);
	ARENA_PUSH(all->arena, t, c);
}

static int
by_score(const void *x, const void *y)
{
	const struct candidate *a = *(const struct candidate *const *)x;
	const struct candidate *b = *(const struct candidate *const *)y;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->from->place != b->from->place)
		return a->from->place < b->from->place ? -1 : 1;
	return span_cmp(a->text, b->text);
}

static int
by_place(const void *x, const void *y)
{
	const struct candidate *a = *(const struct candidate *const *)x;
	const struct candidate *b = *(const struct candidate *const *)y;

	return (a->from->place > b->from->place) - (a->from->place < b->from->place);
}

static bool
same_place(const struct source *a, const struct source *b)
{
	if (a == NULL || b == NULL)
		return false;
	if (a == b)
		return true;
	return a->first <= b->last && b->first <= a->last && a->field == FIELD_POINT && b->field == FIELD_POINT;
}

static bool
repeats_taken(const struct candidate *c, const struct taken *taken)
{
	if (taken->n > 0 && rewrite_repeats(c, &taken->v[0]) > SAME_TITLE)
		return true;
	for (size_t i = 1; i < taken->n; i++)
		if (taken->v[i].from == c->from
		    || rewrite_overlap(c, &taken->v[i], &taken->v[0]) > SAME_TAKEN)
			return true;
	return false;
}

static bool
same_label(const struct candidate *a, const struct candidate *b)
{
	size_t colon = span_find(a->text, 0, S(": "));

	return span_eq(a->frame, S("label")) && span_eq(b->frame, S("label")) && a->from->field != FIELD_QUOTE
	    && span_starts_same(b->text, span_head(a->text, colon + 1));
}

/* The members of a list that the title counts are alike. */
static bool
is_counted(const struct candidate *c)
{
	return c->from->counted || c->from->myth;
}

/* `crowded`: two from one paragraph are better than too few. */
static bool
fits(const struct candidate *c, const struct choice *chosen, bool crowded)
{
	for (size_t i = 0; i < chosen->n; i++) {
		const struct candidate *other = chosen->v[i];
		bool counted = is_counted(c) && is_counted(other);

		if (c->from == other->from || rewrite_overlap(c, other, chosen->title) > (counted ? SAME_COUNTED : SAME)
		    || (!is_counted(c) && rewrite_overlap(c, other, NULL) > SAME_ALL)
		    || (!crowded && same_place(c->from, other->from)) || same_label(c, other))
			return false;
	}
	return true;
}

/* What is done, and a thing: both are noun phrases. */
static bool
is_kin(struct span a, struct span b)
{
	return (span_eq(a, S("np")) || span_eq(a, S("doing"))) && (span_eq(b, S("np")) || span_eq(b, S("doing")));
}

/* What the candidate adds to the set. */
static int
gain(const struct candidate *c, const struct choice *chosen, struct span frame)
{
	int g = c->score;

	for (size_t i = 0; i < chosen->n; i++) {
		if (chosen->v[i]->from->section == c->from->section)
			g -= CROWDED;
		if (c->team && chosen->v[i]->team)
			g -= SAME_TEAM;
	}
	if (!span_eq(c->frame, frame))
		g -= is_kin(c->frame, frame) ? chosen->odd / 2 : chosen->odd;
	return g;
}

static const struct candidate *
best_of(const struct candidate **v, size_t n, struct span frame, const struct choice *chosen,
    bool crowded, int *most)
{
	const struct candidate *best = NULL;

	*most = -2 * FORBIDDEN;
	for (size_t i = 0; i < n && v[i]->score > *most; i++) {
		int g = gain(v[i], chosen, frame);

		if (g > *most && fits(v[i], chosen, crowded)) {
			best = v[i];
			*most = g;
		}
	}
	return best;
}

/* Takes the best one that is left until there are enough; what the set is worth. */
static int
choose_frame(const struct candidate **v, size_t n, size_t count, struct span frame, struct choice *out)
{
	int total = 0, most;

	out->n = 0;
	for (int crowded = 0; crowded < 2; crowded++) {
		while (out->n < count) {
			const struct candidate *best = best_of(v, n, frame, out, crowded != 0, &most);

			most += (out->n < ENOUGH ? EACH : FURTHER) - crowded * ODD_FRAME;
			if (best == NULL || most < 0)
				break;
			out->v[out->n++] = best;
			total += most;
		}
	}
	return total;
}

static void
add_spares(const struct candidate **v, size_t n, struct choice *out)
{
	for (size_t i = 0; i < n && out->nspare < SPARE; i++) {
		struct choice spares = { .v = out->spare, .n = out->nspare, .title = out->title };

		if (fits(v[i], out, false) && fits(v[i], &spares, false))
			out->spare[out->nspare++] = v[i];
	}
}

/* The candidates that repeat nothing, best first; spent ones only where the rest are too few. */
static size_t
usable(const struct choose_wish *wish, const struct candidate **v)
{
	size_t n = 0;

	for (int spent = 0; spent < 2; spent++) {
		for (size_t i = 0; i < wish->all->n; i++) {
			const struct candidate *c = &wish->all->v[i];

			if (wish->spent[c->from->place] == (spent != 0) && !repeats_taken(c, wish->taken))
				v[n++] = c;
		}
		if (spent == 0 && n >= wish->count)
			break;
	}
	qsort(v, n, sizeof(*v), by_score);
	return n;
}

/* The best set that one frame gives: the one that is named, else any. `now` is room for it. */
static void
choose_best(const struct choose_wish *wish, const struct candidate **v, size_t n, struct span frame,
    struct choice *now, struct choice *out)
{
	static const struct span frames[] = { SPAN("np"), SPAN("how"), SPAN("label"), SPAN("doing"),
		SPAN("fact") };
	int most = -EACH, total;

	now->odd = frame.n > 0 ? FORBIDDEN : ODD_FRAME;
	out->n = 0;
	for (size_t i = 0; i < sizeof(frames) / sizeof(frames[0]); i++) {
		if (frame.n > 0 && !span_eq(frame, frames[i]))
			continue;
		total = choose_frame(v, n, wish->count, frames[i], now);
		if (total <= most)
			continue;
		most = total;
		out->n = now->n;
		for (size_t k = 0; k < now->n; k++)
			out->v[k] = now->v[k];
	}
}

static bool
is_all_of(const struct choice *c, struct span frame)
{
	for (size_t i = 0; i < c->n; i++)
		if (!span_eq(c->v[i]->frame, frame))
			return false;
	return true;
}

void
choose_bullets(const struct choose_wish *wish, struct choice *out, struct arena *a)
{
	const struct candidate **v = ARENA_ARRAY(a, const struct candidate *, wish->all->n + 1);
	struct choice now = { .v = ARENA_ARRAY(a, const struct candidate *, wish->count + 1) };
	size_t n = usable(wish, v);

	now.title = wish->taken->n > 0 ? &wish->taken->v[0] : NULL;
	*out = (struct choice){ .title = now.title };
	out->v = ARENA_ARRAY(a, const struct candidate *, wish->count + 1);
	out->spare = ARENA_ARRAY(a, const struct candidate *, SPARE);
	choose_best(wish, v, n, wish->frame, &now, out);
	/* A frame that was asked for and does not give enough. */
	if (wish->frame.n > 0 && !is_all_of(out, wish->frame))
		choose_best(wish, v, n, S(""), &now, out);
	qsort(out->v, out->n, sizeof(*out->v), by_place);
	add_spares(v, n, out);
}
