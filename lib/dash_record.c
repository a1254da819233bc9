/* SPDX-License-Identifier: ISC */
#include "dash_part.h"

/* A caption's line stays one sentence; what is read as prose may be two. */
static enum dash_marks
marks_of(enum field f)
{
	return f == FIELD_CONTEXT || f == FIELD_KICKER || f == FIELD_POINT || f == FIELD_QUOTE
	    ? DASH_SENTENCES : DASH_ONE_CLAUSE;
}

/* The value without the line numbers and the weight that stand before it in the outline. */
static struct span
prose(enum field f, struct span value)
{
	size_t n, unused;

	if (field_is_outline(f) && rec_take_lines(&value, &n, &unused))
		rec_take_number(&value, &n);
	return value;
}

static void
rewrite_line(struct dash *d, struct rec *r, size_t i, struct buf *out)
{
	struct rec_line *l = &r->v[i];
	struct span value = l->value, text;
	enum field f = l->kind == REC_COMMENT ? rec_commented(l, &value) : l->field;
	struct dash_run run = { .d = d, .line = l->line, .column = 1 };

	bool changed;

	if (!field_is_prose(f))
		return;
	text = prose(f, value);
	if (l->raw.s != NULL)
		run.column += (size_t)(text.s - l->raw.s);
	d->marks = marks_of(f);
	buf_add(out, span_between(value.s, text.s));
	dash_piece(&run, text, 0, out, &changed);
	if (changed)
		rec_set(r, i, buf_view(out));
	buf_cut(out, 0);
}

void
dash_record(struct dash *d, struct rec *r)
{
	struct buf out = BUF_INIT;

	for (size_t i = 0; i < r->n; i++)
		rewrite_line(d, r, i, &out);
	buf_free(&out);
}
