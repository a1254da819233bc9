/* SPDX-License-Identifier: ISC */
#include "shape_tab.h"

#include "shape_make.h"

struct span
shape_tab_head(struct span text, struct span name)
{
	struct span line;

	while (span_next(&text, '\n', &line) && span_starts(line, S("#"))) {
		line = span_trim(span_from(line, 1));
		if (span_starts(line, name))
			return span_trim(span_from(line, name.n));
	}
	return S("");
}

uint32_t
shape_tab_column(struct span text, struct span wanted)
{
	struct span names = shape_tab_head(text, S("columns:")), name;
	uint32_t column = 0;

	while (span_word(&names, &name) && !span_eq(name, wanted))
		column++;
	return column;
}

static bool
is_macro(const struct tab *t, uint32_t row)
{
	return span_starts(tab_cell(t, row, 0), S("<"));
}

/* A pattern with its macros put in. */
static void
expand(const struct tab *t, uint32_t row, uint32_t column, struct buf *out)
{
	struct span p = tab_cell(t, row, column);

	while (p.n > 0) {
		uint32_t k = 0;

		while (k < row && !(is_macro(t, k) && span_starts(p, tab_cell(t, k, 0))))
			k++;
		if (k == row) {
			buf_char(out, p.s[0]);
			p = span_from(p, 1);
			continue;
		}
		buf_str(out, "(?:");
		expand(t, k, column, out);
		buf_char(out, ')');
		p = span_from(p, tab_cell(t, k, 0).n);
	}
}

/* Adds the program of a row; what is wrong with its pattern, or NULL. */
static const char *
make(const struct tab *t, uint32_t row, uint32_t column, struct buf *out)
{
	struct buf pattern = BUF_INIT;
	const char *wrong;

	if (is_macro(t, row) || span_starts(tab_cell(t, row, 0), S("@"))) /* a list of words has no pattern */
		return NULL;
	expand(t, row, column, &pattern);
	wrong = shape_make(buf_view(&pattern), out);
	buf_free(&pattern);
	return wrong;
}

size_t
shape_tab_line(struct span text, uint32_t row)
{
	struct span line;
	size_t n = 0;
	bool head = true;

	while (span_next(&text, '\n', &line)) {
		n++;
		head = head && span_starts(line, S("#"));
		if (!head && line.n > 0 && row-- == 0)
			break;
	}
	return n;
}

bool
shape_tab(struct tab *t, struct span text, struct arena *a, struct tab_error *e)
{
	uint32_t column = shape_tab_column(text, shape_tab_head(text, S("shapes:")));
	uint32_t *cell = ARENA_ARRAY(a, uint32_t, (size_t)t->rows * t->columns + 1), *at = cell;
	struct buf out = BUF_INIT;

	if (column == t->columns) {
		e->what = "no column of the name after `# shapes:`";
		return shape_tab_head(text, S("shapes:")).n == 0;
	}
	for (uint32_t row = 0; row < t->rows; row++)
		for (uint32_t c = 0; c < t->columns; c++) {
			if (c != column) {
				buf_add(&out, tab_cell(t, row, c));
			} else if ((e->what = make(t, row, c, &out)) != NULL) {
				e->line = shape_tab_line(text, row);
				buf_free(&out);
				return false;
			}
			*++at = (uint32_t)out.n;
		}
	t->text = arena_span(a, buf_view(&out)).s;
	t->cell = cell;
	buf_free(&out);
	return true;
}
