/* SPDX-License-Identifier: ISC */
#include "markdown.h"

/* The width of a list marker at the start of v; 0 when there is none. */
static size_t
marker_width(struct span v)
{
	size_t n = 0;

	if (span_starts(v, S("\xE2\x80\xA2")))
		n = 3;
	else if (v.n > 0 && (v.s[0] == '-' || v.s[0] == '*' || v.s[0] == '+'))
		n = 1;
	else
		while (n < v.n && n < 9 && span_is_digit(v.s[n]))
			n++;
	if (n > 0 && span_is_digit(v.s[0])) {
		if (n >= v.n || (v.s[n] != '.' && v.s[n] != ')'))
			return 0;
		n++;
	}
	return n == 0 || (n < v.n && v.s[n] != ' ') ? 0 : n;
}

/* How many containers go on in this line; *v is what is left of it. */
static size_t
match_containers(struct markdown *m, struct span *v)
{
	size_t i;

	for (i = 0; i < m->depth; i++) {
		const struct markdown_container *c = &m->stack[i];
		size_t n = markdown_spaces(*v);

		if (!c->quote) {
			if (n == v->n)
				continue;
			if (n < c->indent)
				break;
			*v = span_from(*v, c->indent);
			continue;
		}
		if (n > 3 || n == v->n || v->s[n] != '>')
			break;
		*v = span_from(*v, n + 1);
		if (v->n > 0 && v->s[0] == ' ')
			*v = span_from(*v, 1);
	}
	return i;
}

static void
push(struct markdown *m, struct markdown_container c)
{
	if (m->depth < MARKDOWN_DEPTH)
		m->stack[m->depth++] = c;
}

/* A list item begins here; may it, if a paragraph is open? */
static bool
may_interrupt(const struct markdown *m, struct span v, size_t width)
{
	if (m->leaf != LEAF_PARA)
		return true;
	if (markdown_is_blank(span_from(v, width)))
		return false;
	return !span_is_digit(v.s[0]) || (width == 2 && v.s[0] == '1') || markdown_item(m) != NULL;
}

/* Opens one container at the start of *v; false when none begins there. */
static bool
open_container(struct markdown *m, struct span *v, bool all_matched)
{
	size_t n = markdown_spaces(*v), width, blanks;
	struct span at = span_from(*v, n);

	if (at.n == 0 || (n > 3 && m->depth < MARKDOWN_DEPTH))
		return false;
	if (at.s[0] == '>') {
		markdown_close_leaf(m);
		push(m, (struct markdown_container){ .quote = true });
		*v = span_from(at, at.n > 1 && at.s[1] == ' ' ? 2 : 1);
		return true;
	}
	width = m->depth < MARKDOWN_DEPTH ? marker_width(at) : 0;
	if (width == 0 || markdown_is_rule(at) || (all_matched && !may_interrupt(m, at, width)))
		return false;
	markdown_close_leaf(m);
	blanks = markdown_spaces(span_from(at, width));
	if (blanks > 4 || width + blanks == at.n)
		blanks = 1;
	width += blanks;
	push(m, (struct markdown_container){ .ordered = span_is_digit(at.s[0]), .indent = n + width });
	*v = span_from(at, width);
	return true;
}

static bool
read_fence(struct markdown *m, struct span v, bool all_matched, size_t number)
{
	struct span at = span_trim(v);

	if (m->leaf != LEAF_FENCE)
		return false;
	if (!all_matched && !markdown_is_blank(v)) {
		markdown_close_leaf(m);
		return false;
	}
	if (at.n >= m->fence_n && markdown_run(at, m->fence) == at.n) {
		markdown_close_leaf(m);
		return true;
	}
	markdown_add_line(m, LEAF_FENCE, v, number);
	return true;
}

/* A quotation ends at a blank line; an item goes on beyond it. */
static void
read_blank(struct markdown *m, size_t matched)
{
	if (m->leaf == LEAF_CODE)
		return;
	markdown_close_leaf(m);
	if (matched < m->depth)
		m->depth = matched;
}

/* Plain text under a paragraph belongs to it, even without the marks of its containers. */
static bool
is_lazy(const struct markdown *m, struct span v)
{
	struct span at = span_from(v, markdown_spaces(v));

	return m->leaf == LEAF_PARA && markdown_heading_level(at) == 0 && markdown_fence(at) == 0 &&
	    !markdown_is_rule(at) && !markdown_is_html(m, at);
}

static bool
begins_container(struct markdown *m, struct span v, bool all_matched)
{
	struct span at = span_from(v, markdown_spaces(v));
	size_t width = marker_width(at);

	if (at.n == 0 || markdown_spaces(v) > 3)
		return false;
	if (at.s[0] == '>')
		return true;
	return width > 0 && !markdown_is_rule(at) && (!all_matched || may_interrupt(m, at, width));
}

void
markdown_block_line(struct markdown *m, struct span v, size_t number)
{
	size_t matched = match_containers(m, &v);
	bool all = matched == m->depth;

	if (read_fence(m, v, all, number))
		return;
	if (markdown_is_blank(v)) {
		read_blank(m, matched);
		return;
	}
	if (!all && !begins_container(m, v, false)) {
		if (is_lazy(m, v)) {
			markdown_add_line(m, LEAF_PARA, span_ltrim(v), number);
			return;
		}
	}
	if (!all) {
		markdown_close_leaf(m);
		m->depth = matched;
	}
	if (m->leaf != LEAF_HTML)
		while (open_container(m, &v, all))
			all = false;
	if (!markdown_is_blank(v))
		markdown_read_leaf(m, v, number);
}

void
markdown_block_end(struct markdown *m)
{
	markdown_close_leaf(m);
	buf_free(&m->para);
}
