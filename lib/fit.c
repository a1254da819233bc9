/* SPDX-License-Identifier: ISC */
#include "fit.h"

enum { FEW = 2 }; /* bullets: fewer make no list */

/* What matters most to a post that leads to an article; the lead goes with the bullets. A line of another
 * field comes last. */
static const enum field order[] = { FIELD_TITLE, FIELD_URL, FIELD_HOOK, FIELD_CALL, FIELD_BULLET,
	FIELD_TAG, FIELD_CONTEXT, FIELD_KICKER, FIELD_FOLLOW, FIELD_UNKNOWN };
#define NORDER (sizeof(order) / sizeof(order[0]))

static size_t
rank_of(enum field f)
{
	size_t i = 0;

	while (i < NORDER - 1 && order[i] != f)
		i++;
	return i;
}

/* The caption of the lines that are kept: is it short enough? */
static bool
fits(const struct fit *f, const struct rec *r, const bool *kept, struct buf *out)
{
	struct buf plain = BUF_INIT;
	bool yes;

	buf_cut(out, 0);
	layout_record(f->layout, r, kept, &plain);
	mention_put(f->mentions, buf_view(&plain), out);
	yes = !limit_exceeded(f->limit, span_rtrim(buf_view(out)), NULL);
	buf_free(&plain);
	return yes;
}

static void
keep(const struct fit *f, const struct rec *r, size_t i, bool *kept, struct buf *out)
{
	kept[i] = true;
	kept[i] = fits(f, r, kept, out);
}

/* A lead and its bullets stand together, two of them at least if there are two, or not at all. */
static void
keep_list(const struct fit *f, const struct rec *r, bool *kept, struct buf *out)
{
	size_t lead = rec_find(r, 0, FIELD_LEAD), bullets = rec_count(r, FIELD_BULLET), n = 0;

	if (lead < r->n)
		keep(f, r, lead, kept, out);
	for (size_t i = 0; (i = rec_find(r, i, FIELD_BULLET)) < r->n; i++) {
		keep(f, r, i, kept, out);
		n += kept[i];
	}
	if (n >= FEW || n == bullets)
		return;
	for (size_t i = 0; i < r->n; i++)
		kept[i] &= r->v[i].field != FIELD_LEAD && r->v[i].field != FIELD_BULLET;
}

/* A lead has gone with its bullets; a context goes on from its hook, and stands for nothing without it. */
static bool
is_idle(const struct rec *r, size_t at, const bool *kept)
{
	size_t hook = rec_find(r, 0, FIELD_HOOK);

	return r->v[at].field == FIELD_LEAD || (r->v[at].field == FIELD_CONTEXT && hook < r->n && !kept[hook]);
}

static void
choose(const struct fit *f, const struct rec *r, bool *kept, struct buf *out)
{
	for (size_t rank = 0; rank < NORDER; rank++) {
		if (order[rank] == FIELD_BULLET)
			keep_list(f, r, kept, out);
		for (size_t i = 0; order[rank] != FIELD_BULLET && i < r->n; i++)
			if (r->v[i].kind == REC_FIELD && rank_of(r->v[i].field) == rank && !is_idle(r, i, kept))
				keep(f, r, i, kept, out);
	}
}

bool
fit_record(const struct fit *f, const struct rec *r, bool **kept, struct buf *out)
{
	struct buf all = BUF_INIT;
	bool whole;

	*kept = NULL;
	layout_record(f->layout, r, NULL, &all);
	if (f->mentions->n == 0)
		buf_add(out, buf_view(&all));
	else
		mention_put(f->mentions, buf_view(&all), out);
	buf_free(&all);
	whole = !f->limit->lines || !limit_exceeded(f->limit, span_rtrim(buf_view(out)), NULL);
	if (whole)
		return out->n > 0;
	*kept = ARENA_ARRAY(r->arena, bool, r->n);
	choose(f, r, *kept, out);
	fits(f, r, *kept, out);
	return out->n > 0;
}
