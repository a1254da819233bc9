/* SPDX-License-Identifier: ISC */
#include "html.h"
#include "markdown.h"

#include "utf8.h"

#include <string.h>

void
markdown_put(struct markdown_reader *r, struct span v)
{
	buf_add(&r->m->sink.text, v);
}

/* Passes bytes over, but keeps their newlines. */
void
markdown_skip(struct markdown_reader *r, size_t n)
{
	for (size_t end = r->at + n; r->at < end; r->at++) {
		if (r->v.s[r->at] != '\n')
			continue;
		buf_char(&r->m->sink.text, '\n');
		r->m->line++;
	}
}

char
markdown_peek(const struct markdown_reader *r, size_t ahead)
{
	return r->at + ahead < r->v.n ? r->v.s[r->at + ahead] : '\0';
}

bool
markdown_sees(const struct markdown_reader *r, size_t ahead, const char *set)
{
	char c = markdown_peek(r, ahead);

	return c != '\0' && strchr(set, c) != NULL;
}

static size_t
run_length(struct span v, size_t at)
{
	size_t n = 0;

	while (at + n < v.n && v.s[at + n] == v.s[at])
		n++;
	return n;
}

bool
markdown_is_punct(char c)
{
	return c > ' ' && c < 127 && !span_is_alnum(c);
}

static bool
is_punct(uint32_t c)
{
	if (c < 128)
		return markdown_is_punct((char)c);
	return (c >= 0x2010 && c <= 0x205E) || (c >= 0x3001 && c <= 0x3020) || c == 0xAB || c == 0xBB ||
	    c == 0xA1 || c == 0xBF || c == 0xB7;
}

/* Where a run of emphasis marks may begin and end emphasis, by what stands on its two sides. */
static void
look_around(struct span v, size_t at, size_t n, struct markdown_mark *mark)
{
	size_t len;
	uint32_t before = at > 0 ? utf8_before(v, at, &len) : ' ';
	uint32_t after = at + n < v.n ? utf8_decode(v, at + n, &len) : ' ';
	bool before_blank = utf8_is_blank(before), after_blank = utf8_is_blank(after);
	bool left = !after_blank && (!is_punct(after) || before_blank || is_punct(before));
	bool right = !before_blank && (!is_punct(before) || after_blank || is_punct(after));

	mark->open = left && (mark->c == '*' || !right || is_punct(before));
	mark->close = right && (mark->c == '*' || !left || is_punct(after));
}

/* A note in italics, glued to the full stop of the paragraph before it. */
static bool
begins_note(const struct markdown_reader *r, size_t n)
{
	char before = r->at > 0 ? r->v.s[r->at - 1] : ' ';

	return n == 1 && span_has(S(".!?)"), before) && r->at + 1 < r->v.n &&
	    (span_is_upper(r->v.s[r->at + 1]) || r->v.s[r->at + 1] == '[');
}

static void
add_mark(struct markdown_reader *r)
{
	struct markdown_sink *sink = &r->m->sink;
	struct markdown_mark mark = { .c = r->v.s[r->at] };

	mark.n = mark.left = run_length(r->v, r->at);
	if (begins_note(r, mark.n)) {
		markdown_end_block(r->m);
		r->m->sink.runs_on = true;
	}
	look_around(r->v, r->at, mark.n, &mark);
	mark.at = sink->text.n;
	sink->mark = arena_grow(r->m->arena, sink->mark, sink->nmarks + 1, &sink->mark_cap, sizeof(mark));
	sink->mark[sink->nmarks++] = mark;
	markdown_put(r, span_head(span_from(r->v, r->at), mark.n));
	r->at += mark.n;
}

static void
count_ticks(struct markdown_reader *r)
{
	size_t n;

	for (size_t at = span_find_char(r->v, 0, '`'); at < r->v.n; at = span_find_char(r->v, at + n, '`')) {
		n = run_length(r->v, at);
		if (n <= MARKDOWN_TICKS)
			r->ticks[n] = at + 1;
	}
}

/* `code`: its text without the marks. */
static void
read_code(struct markdown_reader *r)
{
	size_t n = run_length(r->v, r->at), from = r->at, end, len = 0, pad = 0;

	if (n > MARKDOWN_TICKS || r->ticks[n] <= r->at + 1) {
		markdown_put(r, n < 3 ? span_head(span_from(r->v, r->at), n) : S(""));
		r->at += n;
		return;
	}
	for (end = r->at + n; len != n; end += len != n ? len : 0) {
		end = span_find_char(r->v, end, '`');
		len = run_length(r->v, end);
	}
	r->at += n;
	/* a blank at both ends belongs to the marks */
	if (end - r->at > 2 && r->v.s[r->at] == ' ' && r->v.s[end - 1] == ' ') {
		r->at++;
		pad = 1;
	}
	for (end -= pad; r->at < end; r->at++) {
		buf_char(&r->m->sink.text, r->v.s[r->at]);
		r->m->line += r->v.s[r->at] == '\n';
	}
	if (from == 0)
		r->m->sink.code = r->m->sink.text.n;
	r->at += pad + n;
}

static void
read_escape(struct markdown_reader *r)
{
	r->at++;
	if (!markdown_is_punct(markdown_peek(r, 0))) {
		if (markdown_peek(r, 0) != '\n')
			buf_char(&r->m->sink.text, '\\');
		return;
	}
	buf_char(&r->m->sink.text, markdown_peek(r, 0));
	r->at++;
}

/* <https://...> and <name@host>: the address is the text. */
static size_t
autolink(struct markdown_reader *r)
{
	size_t n = 1;
	bool is = false;

	while (n < 2000 && markdown_peek(r, n) > ' ' && !markdown_sees(r, n, "<>")) {
		is |= markdown_peek(r, n) == '@' || (markdown_peek(r, n) == ':' && n > 2);
		n++;
	}
	return is && markdown_peek(r, n) == '>' && span_is_alpha(markdown_peek(r, 1)) ? n + 1 : 0;
}

static void
read_angle(struct markdown_reader *r)
{
	struct span rest = span_from(r->v, r->at), name;
	size_t n = autolink(r);
	bool closing;

	if (n > 0 && span_find_char(span_head(rest, n), 0, '=') == n) {
		markdown_put(r, span_head(span_from(rest, 1), n - 2));
		r->at += n;
		return;
	}
	n = markdown_tag(rest, &name, &closing);
	if (n == 0) {
		markdown_put(r, S("<"));
		r->at++;
		return;
	}
	markdown_skip(r, n);
	markdown_skip(r, markdown_tag_act(r->m, name, closing, span_from(r->v, r->at)));
}

/* ~~struck out~~ goes, with the words in it. */
static void
read_tilde(struct markdown_reader *r)
{
	size_t end;

	if (markdown_peek(r, 1) != '~' || r->no_title['~']) {
		markdown_put(r, S("~"));
		r->at++;
		return;
	}
	end = span_find(r->v, r->at + 2, S("~~"));
	r->no_title['~'] = end == r->v.n;
	markdown_skip(r, end < r->v.n ? end + 2 - r->at : 2);
}

/* :tada: between blanks is an emoji's name. */
static bool
read_colon(struct markdown_reader *r)
{
	size_t n = 1;
	char after;

	if (r->at > 0 && !span_is_space(r->v.s[r->at - 1]))
		return false;
	while (n < 40 && markdown_sees(r, n, "abcdefghijklmnopqrstuvwxyz0123456789_"))
		n++;
	after = markdown_peek(r, n + 1);
	if (n < 3 || markdown_peek(r, n) != ':' ||
	    !(after == '\0' || span_is_space(after) || markdown_is_punct(after)))
		return false;
	r->at += n + 1;
	return true;
}

static void
read_plain(struct markdown_reader *r)
{
	size_t from = r->at++;

	while (r->at < r->v.n && !span_has(S("\\`*_[]!<&\n~:^"), r->v.s[r->at]))
		r->at++;
	markdown_put(r, span_head(span_from(r->v, from), r->at - from));
}

static void
read_amp(struct markdown_reader *r)
{
	size_t n = html_reference(span_from(r->v, r->at), &r->m->sink.text);

	if (n == 0)
		markdown_put(r, S("&"));
	r->at += n > 0 ? n : 1;
}

static void
read_one(struct markdown_reader *r)
{
	switch (r->v.s[r->at]) {
	case '\\': read_escape(r); return;
	case '`': read_code(r); return;
	case '*': case '_': add_mark(r); return;
	case ']': markdown_close_bracket(r); return;
	case '[': markdown_read_bracket(r); return;
	case '<': read_angle(r); return;
	case '&': read_amp(r); return;
	case '~': read_tilde(r); return;
	case '\n': markdown_skip(r, 1); return;
	case '!':
		if (markdown_peek(r, 1) == '[' && markdown_peek(r, 2) != '^') {
			markdown_open_bracket(r, true);
			return;
		}
		break;
	case '^':
		if (markdown_peek(r, 1) == '[' && markdown_inline_note(r) > 0) {
			markdown_skip(r, markdown_inline_note(r));
			return;
		}
		break;
	case ':':
		if (read_colon(r))
			return;
		break;
	}
	read_plain(r);
}

void
markdown_inline(struct markdown *m, struct span source, size_t line)
{
	struct markdown_reader r = { .m = m, .v = source };

	m->line = line;
	if (m->sink.text.n == 0)
		m->sink.line = line;
	count_ticks(&r);
	while (r.at < r.v.n)
		read_one(&r);
	markdown_flush(m);
}
