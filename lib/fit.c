/* SPDX-License-Identifier: ISC */
#include "fit.h"

/* What matters most to a post that leads to an article. A line of another field comes last. */
static const enum field order[] = { FIELD_TITLE, FIELD_URL, FIELD_HOOK, FIELD_CALL, FIELD_BULLET, FIELD_LEAD,
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

/* A lead announces bullets, and stands for nothing without them. */
static bool
is_idle(const struct rec *r, size_t at, const bool *kept)
{
	size_t i = 0;

	if (r->v[at].field != FIELD_LEAD)
		return false;
	while ((i = rec_find(r, i, FIELD_BULLET)) < r->n && !kept[i])
		i++;
	return i == r->n;
}

static void
choose(const struct fit *f, const struct rec *r, bool *kept, struct buf *out)
{
	for (size_t rank = 0; rank < NORDER; rank++)
		for (size_t i = 0; i < r->n; i++) {
			if (r->v[i].kind != REC_FIELD || rank_of(r->v[i].field) != rank || is_idle(r, i, kept))
				continue;
			kept[i] = true;
			kept[i] = fits(f, r, kept, out);
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
