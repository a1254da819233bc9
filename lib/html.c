/* SPDX-License-Identifier: ISC */
#include "html_part.h"

#include "tab.h"

extern const struct tab tab_htmlline;

/* What stands before a page's first tag: blanks, comments, the instructions of XML. */
static struct span
skip_prologue(struct span text)
{
	for (;;) {
		size_t end;

		text = span_ltrim(text);
		if (span_starts(text, S("<!--")))
			end = span_find(text, 4, S("-->")) + 3;
		else if (span_starts(text, S("<?xml")))
			end = span_find(text, 5, S("?>")) + 2;
		else
			return text;
		text = span_from(text, end);
	}
}

bool
html_is_page(struct span text)
{
	text = skip_prologue(text);
	return span_starts_same(text, S("<!doctype html")) || span_starts_same(text, S("<html")) ||
	    span_starts_same(text, S("<head>")) || span_starts_same(text, S("<body"));
}

struct span
html_text(const struct html *h, size_t node)
{
	struct buf text = BUF_INIT;
	struct html_walk w = html_walk(h, node);
	struct span clean;

	while (html_step(&w)) {
		const struct html_node *n = &h->v[w.node];

		if (n->flags & HTML_DROP && w.node != node && n->kind != HTML_A)
			html_skip(&w);
		else if (n->kind == HTML_TEXT)
			buf_add(&text, n->text);
		else if (n->flags & HTML_BLOCK || n->kind == HTML_LINE)
			buf_char(&text, ' ');
	}
	clean = html_clean(buf_view(&text), false, h->arena);
	buf_free(&text);
	return clean;
}

/* `12 comments` counts them. */
static bool
is_line(struct span text, struct span how, struct span what)
{
	if (span_eq(how, S("starts")))
		return span_starts_same(text, what);
	if (span_eq(how, S("counts")) && span_words(text) == 2 && span_is_digit(text.s[0]))
		text = span_ltrim(span_from(text, span_find_char(text, 0, ' ')));
	return span_same(text, what);
}

bool
html_line_is(struct span text, struct span kind)
{
	for (size_t row = 0; row < tab_htmlline.rows; row++)
		if (span_eq(tab_cell(&tab_htmlline, row, 0), kind) &&
		    is_line(text, tab_cell(&tab_htmlline, row, 1), tab_cell(&tab_htmlline, row, 2)))
			return true;
	return false;
}

/* The blocks go through the same last hand as Markdown's: labels, speakers, notes, closing sections. */
static void
read_blocks(struct html *h, size_t top)
{
	struct markdown m = { .art = h->art, .arena = h->arena, .first = h->art->n };
	struct html_pieces pieces = { 0 };

	html_write(h, top, &pieces);
	html_trim(h, top, &pieces);
	for (size_t i = 0; i < pieces.n; i++)
		ARENA_PUSH(h->arena, &m.styles, pieces.v[i].style);
	markdown_tidy(&m);
}

void
html_read(struct article *art, struct span text, size_t line)
{
	struct html h = { .art = art, .arena = art->arena };
	size_t top;

	html_tree(&h, text, line);
	html_measure(&h);
	html_drop_chrome(&h);
	html_measure(&h);
	if (!html_main(&h, &top))
		return;
	html_drop_furniture(&h, top);
	html_head(&h, top);
	read_blocks(&h, top);
	html_describe(&h);
}
