/* SPDX-License-Identifier: ISC */
/*
 * Tables that copying has flattened: a cell a line. The cells are short lines without end stops in
 * a row, so many that columns fit, where the first column and the first row are shortest.
 */
#include "plain.h"

#define CELL_WORDS 14
#define LABEL_WORDS 4   /* of a cell of the first row or column */
#define CELLS_LEAST 8
#define COLUMNS_MOST 8

static bool
is_short(const struct plain *p, size_t i)
{
	return p->v[i].role == PLAIN_OPEN && p->v[i].mark == 0 && p->v[i].words <= CELL_WORDS;
}

static bool
is_cell(const struct plain *p, size_t i)
{
	return is_short(p, i) && plain_stop(p->v[i].block.text) == 0;
}

static bool
has_labels(const struct plain *p, size_t first, size_t n, size_t columns)
{
	for (size_t i = 0; i < n; i++)
		if ((i < columns || i % columns == 0) && p->v[first + i].words > LABEL_WORDS)
			return false;
	return true;
}

/* Other columns say more than the first, or repeat themselves, or are figures. */
static bool
has_matter(const struct plain *p, size_t first, size_t n, size_t columns)
{
	size_t labels = 0, matter = 0, figures = 0, cells = 0;

	for (size_t i = columns; i < n; i++) {
		struct span text = p->v[first + i].block.text;

		if (i % columns == 0) {
			labels += p->v[first + i].words;
			continue;
		}
		cells++;
		matter += p->v[first + i].words;
		figures += span_is_digit(text.s[0]) || text.s[0] == '$' ||
		    span_same(text, S("yes")) || span_same(text, S("no"));
	}
	return figures * 2 > cells || 2 * matter * (n / columns - 1) > 3 * labels * cells;
}

static bool
is_table(const struct plain *p, size_t first, size_t n)
{
	for (size_t columns = 2; columns <= COLUMNS_MOST; columns++)
		if (n % columns == 0 && n / columns >= 3 && has_labels(p, first, n, columns) &&
		    has_matter(p, first, n, columns))
			return true;
	return false;
}

/* Rows of a name without and a text with an end stop, of one shape from the second row on. */
static bool
is_mixed(const struct plain *p, size_t first, size_t n, size_t columns)
{
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		bool stopped = plain_stop(p->v[first + i].block.text) != 0;

		if (stopped && (i < columns || i % columns == 0))
			return false;
		if (i >= 2 * columns &&
		    stopped != (plain_stop(p->v[first + i - columns].block.text) != 0))
			return false;
		any |= stopped;
	}
	return any;
}

static bool
is_mixed_table(const struct plain *p, size_t first, size_t n)
{
	for (size_t columns = 2; columns <= COLUMNS_MOST; columns++)
		if (n % columns == 0 && n / columns >= 4 && is_mixed(p, first, n, columns))
			return true;
	return false;
}

/* A run of cells may have a heading before it, and one after it. */
static void
try_run(struct plain *p, size_t first, size_t n,
    bool (*is)(const struct plain *, size_t, size_t))
{
	for (size_t head = 0; head <= 1; head++)
		for (size_t tail = 0; tail <= 1; tail++)
			if (n >= CELLS_LEAST + head + tail &&
			    is(p, first + head, n - head - tail)) {
				plain_drop(p, first + head, first + head + n - head - tail);
				return;
			}
}

/* Tries the runs of lines that `fits` takes for cells. */
static void
try_runs(struct plain *p, bool (*fits)(const struct plain *, size_t),
    bool (*is)(const struct plain *, size_t, size_t))
{
	size_t n;

	for (size_t i = 0; i < p->n; i += n > 0 ? n : 1) {
		for (n = 0; i + n < p->n && fits(p, i + n); n++)
			;
		if (n >= CELLS_LEAST)
			try_run(p, i, n, is);
	}
}

void
plain_find_tables(struct plain *p)
{
	try_runs(p, is_cell, is_table);
	try_runs(p, is_short, is_mixed_table);
}
