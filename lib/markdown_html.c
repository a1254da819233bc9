/* SPDX-License-Identifier: ISC */
#include "markdown.h"

#include "tab.h"

extern const struct tab tab_htmltag;

static bool
is_name_byte(char c)
{
	return span_is_alnum(c) || c == '-' || c == ':' || c == '.';
}

/* <!DOCTYPE >, <?php ?>; of a comment only the start: those that end are gone already. */
static size_t
declaration(struct span v)
{
	size_t at = 2;

	if (span_starts(v, S("<!--")))
		return 4;
	if (v.n < 3 || !span_is_alpha(v.s[2]))
		return 0;
	while (at < v.n && v.s[at] != '>' && v.s[at] != '<')
		at++;
	return at < v.n && v.s[at] == '>' ? at + 1 : 0;
}

/* The place of the `>` that ends a tag; a `<` outside of quotes means that it is none. */
static size_t
tag_end(struct span v, size_t at)
{
	char quote = '\0';

	for (; at < v.n; at++) {
		if (quote != '\0') {
			if (v.s[at] == quote)
				quote = '\0';
		} else if (v.s[at] == '>') {
			return at;
		} else if (v.s[at] == '<') {
			break;
		} else if ((v.s[at] == '"' || v.s[at] == '\'') && v.s[at - 1] == '=') {
			quote = v.s[at];
		}
	}
	return v.n;
}

size_t
markdown_tag(struct span v, struct span *name, bool *closing)
{
	size_t at = 1, from, end;

	*name = S("");
	*closing = v.n > 1 && v.s[1] == '/';
	if (v.n > 1 && (v.s[1] == '!' || v.s[1] == '?'))
		return declaration(v);
	from = at += *closing;
	/* <> and </> are fragments of JSX */
	if (at < v.n && v.s[at] == '>')
		return at + 1;
	if (at >= v.n || !span_is_alpha(v.s[at]))
		return 0;
	while (at < v.n && is_name_byte(v.s[at]))
		at++;
	*name = span_head(span_from(v, from), at - from);
	if (at < v.n && !span_is_space(v.s[at]) && v.s[at] != '>' && v.s[at] != '/')
		return 0;
	end = tag_end(v, at);
	return end < v.n ? end + 1 : 0;
}

static struct span
act_of(struct span name)
{
	size_t row = tab_find_lower(&tab_htmltag, name);

	return row != TAB_NONE ? tab_cell(&tab_htmltag, row, 1) : S("");
}

bool
markdown_is_block_tag(struct span name)
{
	struct span act = act_of(name);

	return span_eq(act, S("break")) || span_eq(act, S("list")) || span_eq(act, S("item")) ||
	    span_eq(act, S("quote")) || span_eq(act, S("heading"));
}

static void
emphasis(struct markdown *m, int strong, int em)
{
	struct markdown_sink *sink = &m->sink;
	struct markdown_mark mark = { .at = sink->text.n, .strong = strong, .em = em };

	sink->mark = arena_grow(m->arena, sink->mark, sink->nmarks + 1, &sink->mark_cap, sizeof(mark));
	sink->mark[sink->nmarks++] = mark;
}

/* What a raised text is: a note's number goes; an exponent is told from its base. */
static size_t
superscript(struct markdown *m, struct span rest)
{
	size_t end = span_find(span_head(rest, 200), 0, S("</sup>")), letters = 0, digits = 0;
	struct span text = buf_view(&m->sink.text);
	bool link = false, tag = false;

	if (end >= rest.n || end >= 200)
		return 0;
	for (size_t i = 0; i < end; i++) {
		tag |= rest.s[i] == '<';
		link |= tag;
		letters += !tag && span_is_alpha(rest.s[i]);
		digits += !tag && span_is_digit(rest.s[i]);
		if (rest.s[i] == '>')
			tag = false;
	}
	if (letters > 0 || (digits == 0 && !link))
		return 0;
	if (!link && text.n > 0 && span_is_digit(text.s[text.n - 1])) {
		buf_char(&m->sink.text, '^');
		return 0;
	}
	return end;
}

/* Struck out: up to the closing tag, with no other of its kind before it. */
static size_t
struck(struct span name, struct span rest)
{
	for (size_t at = 0; (at = span_find_char(rest, at, '<')) < rest.n; at++) {
		bool closing = at + 1 < rest.n && rest.s[at + 1] == '/';

		if (span_starts_same(span_from(rest, at + 1 + closing), name))
			return closing ? at : 0;
	}
	return 0;
}

void
markdown_end_block(struct markdown *m)
{
	size_t line = m->line;

	markdown_flush(m);
	m->sink.line = m->line = line;
}

static void
act_block(struct markdown *m, struct span act, struct span name, bool closing)
{
	struct markdown_html *html = &m->html;

	markdown_end_block(m);
	if (span_eq(act, S("heading"))) {
		html->heading = closing ? 0 : (unsigned)(name.s[1] - '0');
		html->item = false;
	} else if (span_eq(act, S("list"))) {
		html->list += closing ? (html->list > 0 ? -1u : 0) : 1;
		html->ordered = !closing && span_same(name, S("ol"));
		html->item = false;
	} else if (span_eq(act, S("item"))) {
		html->item = !closing;
	} else if (span_eq(act, S("quote"))) {
		html->quote += closing ? (html->quote > 0 ? -1u : 0) : 1;
	} else if (html->heading > 0 && closing) {
		html->heading = 0;
	}
}

size_t
markdown_tag_act(struct markdown *m, struct span name, bool closing, struct span rest)
{
	struct span act = act_of(name);

	if (markdown_is_block_tag(name))
		act_block(m, act, name, closing);
	else if (span_eq(act, S("strong")))
		emphasis(m, closing ? -1 : 1, 0);
	else if (span_eq(act, S("em")))
		emphasis(m, 0, closing ? -1 : 1);
	else if (span_eq(act, S("q")))
		buf_str(&m->sink.text, closing ? "\xE2\x80\x9D" : "\xE2\x80\x9C");
	else if (span_eq(act, S("image")))
		m->sink.image |= span_trim(buf_view(&m->sink.text)).n == 0;
	else if (span_eq(act, S("sup")) && !closing)
		return superscript(m, rest);
	else if (span_eq(act, S("skip")) && !closing)
		return struck(name, rest);
	else if (span_eq(act, S("line")) && span_starts_same(span_ltrim(span_head(rest, 64)), S("<br")))
		markdown_end_block(m);
	else if (span_eq(act, S("line")))
		buf_char(&m->sink.text, ' ');
	return 0;
}
