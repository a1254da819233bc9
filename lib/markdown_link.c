/* SPDX-License-Identifier: ISC */
#include "markdown.h"

/* An address may nest so many brackets. */
#define PARENS 32
#define NONE ((size_t)-1)

/* The end of the address at `at`; NONE when it is none. */
static size_t
address_end(struct span v, size_t at)
{
	size_t depth = 0;

	if (at < v.n && v.s[at] == '<') {
		for (at++; at < v.n && v.s[at] != '>'; at++)
			if (v.s[at] == '<' || v.s[at] == '\n')
				return NONE;
		return at < v.n ? at + 1 : NONE;
	}
	for (; at < v.n && !span_is_space(v.s[at]); at++) {
		if (v.s[at] == '(' && ++depth > PARENS)
			return NONE;
		if (v.s[at] == ')' && depth-- == 0)
			return at;
		if (v.s[at] == '\\' && at + 1 < v.n && markdown_is_punct(v.s[at + 1]))
			at++;
	}
	return depth == 0 ? at : NONE;
}

static size_t
title_end(struct markdown_reader *r, size_t at)
{
	char close = r->v.s[at] == '(' ? ')' : r->v.s[at];
	size_t from = at;

	if (r->no_title[(unsigned char)close & 127])
		return NONE;
	for (at++; at < r->v.n && r->v.s[at] != close; at++)
		if (r->v.s[at] == '\\')
			at++;
	if (at < r->v.n)
		return at + 1;
	r->no_title[(unsigned char)close & 127] = from < r->v.n;
	return NONE;
}

/* The end of `(address "title")` at `at`, or NONE. */
static size_t
target_end(struct markdown_reader *r, size_t at)
{
	size_t end = address_end(r->v, span_skip_space(r->v, at + 1)), title;

	if (end == NONE)
		return NONE;
	title = span_skip_space(r->v, end);
	if (title > end && title < r->v.n && span_has(S("\"'("), r->v.s[title])) {
		title = title_end(r, title);
		if (title == NONE)
			return NONE;
		title = span_skip_space(r->v, title);
	}
	return title < r->v.n && r->v.s[title] == ')' ? title + 1 : NONE;
}

/* The end of the reference `[label]` at `at` that follows a link's text; NONE without one. */
static size_t
label_end(struct markdown_reader *r, size_t at)
{
	for (size_t i = at + 1; i < r->v.n && i - at < 1000; i++) {
		if (r->v.s[i] == '\\')
			i++;
		else if (r->v.s[i] == '[')
			return NONE;
		else if (r->v.s[i] == ']')
			return i + 1;
	}
	return NONE;
}

/* `{.class}` glued to a link, an image or a span. */
static size_t
attribute_end(struct span v, size_t at)
{
	size_t end = at + 1;

	if (at >= v.n || v.s[at] != '{')
		return at;
	while (end < v.n && v.s[end] != '}' && v.s[end] != '\n' && v.s[end] != '{')
		end++;
	return end < v.n && v.s[end] == '}' ? end + 1 : at;
}

void
markdown_open_bracket(struct markdown_reader *r, bool image)
{
	struct markdown *m = r->m;

	r->at += image ? 2 : 1;
	if (m->nbrackets < MARKDOWN_BRACKETS)
		m->bracket[m->nbrackets++] = (struct markdown_bracket){ r->at, m->sink.text.n, image };
	markdown_put(r, image ? S("![") : S("["));
}

/* Takes the text of a link or image out of the sink from `from` on; its newlines stay. */
static void
cut_text(struct markdown_sink *sink, size_t from)
{
	size_t to = from;

	for (size_t i = from; i < sink->text.n; i++)
		if (sink->text.s[i] == '\n')
			sink->text.s[to++] = '\n';
	buf_cut(&sink->text, to);
	while (sink->nmarks > 0 && sink->mark[sink->nmarks - 1].at >= from)
		sink->nmarks--;
}

/* Where the target of the link that closes here ends; NONE when it is no link. */
static size_t
link_end(struct markdown_reader *r, size_t open)
{
	struct span label = span_head(span_from(r->v, open), r->at - open);
	size_t next = r->at + 1, end = NONE;

	if (next < r->v.n && r->v.s[next] == '(')
		end = target_end(r, next);
	if (end != NONE)
		return end;
	if (next < r->v.n && r->v.s[next] == '[')
		end = label_end(r, next);
	if (end != NONE)
		return end;
	if (next < r->v.n && r->v.s[next] == '{' && (end = attribute_end(r->v, next)) > next)
		return end;
	return markdown_has_ref(r->m, label) ? next : NONE;
}

void
markdown_close_bracket(struct markdown_reader *r)
{
	struct markdown *m = r->m;
	struct markdown_bracket open = { 0 };
	size_t end = NONE;

	if (m->nbrackets > 0) {
		open = m->bracket[--m->nbrackets];
		end = link_end(r, open.source);
	}
	if (end == NONE) {
		markdown_put(r, S("]"));
		r->at++;
		return;
	}
	if (open.image) {
		m->sink.image |= span_trim(span_head(buf_view(&m->sink.text), open.sink)).n == 0;
		cut_text(&m->sink, open.sink);
	} else {
		/* a NUL is dropped when the sink is emptied */
		m->sink.text.s[open.sink] = '\0';
		if (span_starts(span_from(r->v, r->at), S("](#")) && open.sink == 0)
			m->sink.anchor = m->sink.text.n;
	}
	markdown_skip(r, end - r->at);
	markdown_skip(r, attribute_end(r->v, r->at) - r->at);
}

/* `[^1]`, a footnote's mark, and `[@key]`, a citation: the length, or 0. */
static size_t
footnote(struct markdown_reader *r)
{
	bool cites = markdown_peek(r, 1) == '@';
	size_t n = 2;

	if (markdown_peek(r, 1) != '^' && !cites)
		return 0;
	while (n < 80 && markdown_peek(r, n) >= (cites ? ' ' : '!') && !markdown_sees(r, n, "[]"))
		n++;
	return markdown_peek(r, n) == ']' && (!cites || markdown_peek(r, n + 1) != '(') ? n + 1 : 0;
}

/* `^[a note in place]`: its text goes. */
size_t
markdown_inline_note(struct markdown_reader *r)
{
	size_t end, depth = 0;

	for (end = r->at + 1; end < r->v.n && end - r->at < 2000; end++) {
		if (r->v.s[end] == '^' && end + 1 < r->v.n && r->v.s[end + 1] == '[')
			return 0;
		depth += r->v.s[end] == '[';
		if (r->v.s[end] == ']' && --depth == 0)
			return end + 1 - r->at;
	}
	return 0;
}

/* No blank is left before the stop that follows what went. */
static void
drop_blank(struct markdown_reader *r)
{
	struct span text = buf_view(&r->m->sink.text);

	if (text.n > 0 && text.s[text.n - 1] == ' ' && markdown_sees(r, 0, ".,;:!?)"))
		buf_cut(&r->m->sink.text, text.n - 1);
}

void
markdown_read_bracket(struct markdown_reader *r)
{
	size_t n = footnote(r);

	if (n > 0) {
		markdown_skip(r, n);
		drop_blank(r);
		return;
	}
	/* [ ] and [x] of a task list */
	if (r->at == 0 && markdown_sees(r, 1, " xX") && markdown_sees(r, 2, "]") && markdown_sees(r, 3, " ")) {
		markdown_skip(r, 4);
		return;
	}
	markdown_open_bracket(r, false);
}
