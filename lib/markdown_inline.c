/* SPDX-License-Identifier: ISC */
#include "markdown_part.h"

#include "utf8.h"

/* The longest run of backticks that is code; an address may nest so many brackets. */
#define TICKS 32
#define PARENS 32
#define NONE ((size_t)-1)

struct inline_reader {
	struct markdown *m;
	struct span v;
	size_t at;
	size_t ticks[TICKS + 1]; /* where the last run of so many backticks begins, plus one */
	bool no_title[128];      /* no such closing quote in the rest */
};

static void
put(struct inline_reader *r, struct span v)
{
	buf_add(&r->m->sink.text, v);
}

/* Passes bytes over, but keeps their newlines. */
static void
skip(struct inline_reader *r, size_t n)
{
	for (size_t end = r->at + n; r->at < end; r->at++) {
		if (r->v.s[r->at] != '\n')
			continue;
		buf_char(&r->m->sink.text, '\n');
		r->m->line++;
	}
}

static char
peek(const struct inline_reader *r, size_t ahead)
{
	return r->at + ahead < r->v.n ? r->v.s[r->at + ahead] : '\0';
}

static size_t
run_length(struct span v, size_t at)
{
	size_t n = 0;

	while (at + n < v.n && v.s[at + n] == v.s[at])
		n++;
	return n;
}

static bool
is_punct_byte(char c)
{
	return c > ' ' && c < 127 && !span_is_alnum(c);
}

static bool
is_punct(uint32_t c)
{
	if (c < 128)
		return is_punct_byte((char)c);
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
begins_note(const struct inline_reader *r, size_t n)
{
	char before = r->at > 0 ? r->v.s[r->at - 1] : ' ';

	return n == 1 && (before == '.' || before == '!' || before == '?') && r->at + 1 < r->v.n &&
	    (span_is_upper(r->v.s[r->at + 1]) || r->v.s[r->at + 1] == '[');
}

static void
add_mark(struct inline_reader *r)
{
	struct markdown_sink *sink = &r->m->sink;
	struct markdown_mark mark = { .c = r->v.s[r->at] };

	mark.n = mark.left = run_length(r->v, r->at);
	if (begins_note(r, mark.n))
		markdown_end_block(r->m);
	look_around(r->v, r->at, mark.n, &mark);
	mark.at = sink->text.n;
	sink->mark = arena_grow(r->m->arena, sink->mark, sink->nmarks + 1, &sink->mark_cap, sizeof(mark));
	sink->mark[sink->nmarks++] = mark;
	put(r, span_head(span_from(r->v, r->at), mark.n));
	r->at += mark.n;
}

static void
count_ticks(struct inline_reader *r)
{
	size_t n;

	for (size_t at = span_find_char(r->v, 0, '`'); at < r->v.n; at = span_find_char(r->v, at + n, '`')) {
		n = run_length(r->v, at);
		if (n <= TICKS)
			r->ticks[n] = at + 1;
	}
}

/* `code`: its text without the marks. */
static void
read_code(struct inline_reader *r)
{
	size_t n = run_length(r->v, r->at), from = r->at, end, len = 0, pad = 0;

	if (n > TICKS || r->ticks[n] <= r->at + 1) {
		put(r, n < 3 ? span_head(span_from(r->v, r->at), n) : S(""));
		r->at += n;
		return;
	}
	for (end = span_find_char(r->v, r->at + n, '`'); end < r->v.n; end = span_find_char(r->v, end + len, '`'))
		if ((len = run_length(r->v, end)) == n)
			break;
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
read_escape(struct inline_reader *r)
{
	r->at++;
	if (!is_punct_byte(peek(r, 0))) {
		if (peek(r, 0) != '\n')
			buf_char(&r->m->sink.text, '\\');
		return;
	}
	buf_char(&r->m->sink.text, peek(r, 0));
	r->at++;
}

static size_t
skip_blanks(struct span v, size_t at)
{
	while (at < v.n && span_is_space(v.s[at]))
		at++;
	return at;
}

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
		if (v.s[at] == '\\' && at + 1 < v.n && is_punct_byte(v.s[at + 1]))
			at++;
	}
	return depth == 0 ? at : NONE;
}

static size_t
title_end(struct inline_reader *r, size_t at)
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
target_end(struct inline_reader *r, size_t at)
{
	size_t end = address_end(r->v, skip_blanks(r->v, at + 1)), title;

	if (end == NONE)
		return NONE;
	title = skip_blanks(r->v, end);
	if (title > end && title < r->v.n && (r->v.s[title] == '"' || r->v.s[title] == '\'' || r->v.s[title] == '(')) {
		title = title_end(r, title);
		if (title == NONE)
			return NONE;
		title = skip_blanks(r->v, title);
	}
	return title < r->v.n && r->v.s[title] == ')' ? title + 1 : NONE;
}

/* The end of the reference `[label]` at `at` that follows a link's text; NONE without one. */
static size_t
label_end(struct inline_reader *r, size_t at)
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

static void
open_bracket(struct inline_reader *r, bool image)
{
	struct markdown *m = r->m;

	r->at += image ? 2 : 1;
	if (m->nbrackets < MARKDOWN_BRACKETS)
		m->bracket[m->nbrackets++] = (struct markdown_bracket){ r->at, m->sink.text.n, image };
	put(r, image ? S("![") : S("["));
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
link_end(struct inline_reader *r, size_t open)
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

static void
close_bracket(struct inline_reader *r)
{
	struct markdown *m = r->m;
	struct markdown_bracket open = { 0 };
	size_t end = NONE;

	if (m->nbrackets > 0) {
		open = m->bracket[--m->nbrackets];
		end = link_end(r, open.source);
	}
	if (end == NONE) {
		put(r, S("]"));
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
	skip(r, end - r->at);
	skip(r, attribute_end(r->v, r->at) - r->at);
}

/* `[^1]`, a footnote's mark, and `[@key]`, a citation: the length, or 0. */
static size_t
footnote(struct inline_reader *r)
{
	bool cites = peek(r, 1) == '@';
	size_t n = 2;

	if (peek(r, 1) != '^' && !cites)
		return 0;
	while (n < 80 && peek(r, n) != ']' && (peek(r, n) > ' ' || (cites && peek(r, n) == ' ')) && peek(r, n) != '[')
		n++;
	return peek(r, n) == ']' && (!cites || peek(r, n + 1) != '(') ? n + 1 : 0;
}

/* `^[a note in place]`: its text goes. */
static size_t
inline_note(struct inline_reader *r)
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
drop_blank(struct inline_reader *r)
{
	struct span text = buf_view(&r->m->sink.text);

	if (text.n > 0 && text.s[text.n - 1] == ' ' && peek(r, 0) != '\0' && span_find_char(S(".,;:!?)"), 0, peek(r, 0)) < 7)
		buf_cut(&r->m->sink.text, text.n - 1);
}

static void
read_open(struct inline_reader *r)
{
	size_t n = footnote(r);

	if (n > 0) {
		skip(r, n);
		drop_blank(r);
		return;
	}
	/* [ ] and [x] of a task list */
	if (r->at == 0 && peek(r, 2) == ']' && (peek(r, 1) == ' ' || peek(r, 1) == 'x' || peek(r, 1) == 'X') &&
	    peek(r, 3) == ' ') {
		skip(r, 4);
		return;
	}
	open_bracket(r, false);
}

/* <https://...> and <name@host>: the address is the text. */
static size_t
autolink(struct inline_reader *r)
{
	size_t n = 1;
	bool is = false;

	while (n < 2000 && peek(r, n) > ' ' && peek(r, n) != '<' && peek(r, n) != '>') {
		is |= peek(r, n) == '@' || (peek(r, n) == ':' && n > 2);
		n++;
	}
	return is && peek(r, n) == '>' && span_is_alpha(peek(r, 1)) ? n + 1 : 0;
}

static void
read_angle(struct inline_reader *r)
{
	struct span rest = span_from(r->v, r->at), name;
	size_t n = autolink(r);
	bool closing;

	if (n > 0 && span_find_char(span_head(rest, n), 0, '=') == n) {
		put(r, span_head(span_from(rest, 1), n - 2));
		r->at += n;
		return;
	}
	n = markdown_tag(rest, &name, &closing);
	if (n == 0) {
		put(r, S("<"));
		r->at++;
		return;
	}
	skip(r, n);
	skip(r, markdown_tag_act(r->m, name, closing, span_from(r->v, r->at)));
}

/* ~~struck out~~ goes, with the words in it. */
static void
read_tilde(struct inline_reader *r)
{
	size_t end;

	if (peek(r, 1) != '~' || r->no_title['~']) {
		put(r, S("~"));
		r->at++;
		return;
	}
	end = span_find(r->v, r->at + 2, S("~~"));
	r->no_title['~'] = end == r->v.n;
	skip(r, end < r->v.n ? end + 2 - r->at : 2);
}

/* :tada: between blanks is an emoji's name. */
static bool
read_colon(struct inline_reader *r)
{
	size_t n = 1;

	if (r->at > 0 && !span_is_space(r->v.s[r->at - 1]))
		return false;
	while (n < 40 && (span_is_lower(peek(r, n)) || span_is_digit(peek(r, n)) || peek(r, n) == '_'))
		n++;
	if (n < 3 || peek(r, n) != ':' || (peek(r, n + 1) != '\0' && !is_punct_byte(peek(r, n + 1)) &&
	    !span_is_space(peek(r, n + 1))))
		return false;
	r->at += n + 1;
	return true;
}

static void
read_plain(struct inline_reader *r)
{
	size_t from = r->at++;

	while (r->at < r->v.n && span_find_char(S("\\`*_[]!<&\n~:^"), 0, r->v.s[r->at]) == 13)
		r->at++;
	put(r, span_head(span_from(r->v, from), r->at - from));
}

static void
read_amp(struct inline_reader *r)
{
	size_t n = markdown_entity(span_from(r->v, r->at), &r->m->sink.text);

	if (n == 0)
		put(r, S("&"));
	r->at += n > 0 ? n : 1;
}

static void
read_one(struct inline_reader *r)
{
	switch (r->v.s[r->at]) {
	case '\\': read_escape(r); return;
	case '`': read_code(r); return;
	case '*': case '_': add_mark(r); return;
	case ']': close_bracket(r); return;
	case '[': read_open(r); return;
	case '<': read_angle(r); return;
	case '&': read_amp(r); return;
	case '~': read_tilde(r); return;
	case '\n': skip(r, 1); return;
	case '!':
		if (peek(r, 1) == '[' && peek(r, 2) != '^') {
			open_bracket(r, true);
			return;
		}
		break;
	case '^':
		if (peek(r, 1) == '[' && inline_note(r) > 0) {
			skip(r, inline_note(r));
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
	struct inline_reader r = { .m = m, .v = source };

	m->line = line;
	if (m->sink.text.n == 0)
		m->sink.line = line;
	count_ticks(&r);
	while (r.at < r.v.n)
		read_one(&r);
	markdown_flush(m);
}
