/* SPDX-License-Identifier: ISC */
#include "markdown_part.h"

#define NONE ((size_t)-1)

/* What is looked for from one place on, again and again: where it was found last. */
enum {
	END_COMMENT, END_ANGLE, END_PERCENT, END_TAG, END_VALUE, END_HASH, END_JSX, END_MATH, END_BLANK,
	END_LAST
};
static const struct span ending[END_LAST] = {
	SPAN("-->"), SPAN(">}}"), SPAN("%}}"), SPAN("%}"), SPAN("}}"), SPAN("#}"), SPAN("*/}"), SPAN("$$"),
	SPAN("\n\n"),
};

/* How constructs begin, longest first; `open` blank lines may stand inside. */
static const struct {
	struct span start;
	int end;
	bool open;
} construct[] = {
	{ SPAN("<!--"), END_COMMENT, true },
	{ SPAN("{{<"), END_ANGLE, false },
	{ SPAN("{{%"), END_PERCENT, false },
	{ SPAN("{{"), END_VALUE, false },
	{ SPAN("{%"), END_TAG, false },
	{ SPAN("{# "), END_HASH, false },
	{ SPAN("{/*"), END_JSX, true },
	{ SPAN("$$"), END_MATH, false },
};

/* Elements whose text is not the article's prose. */
static const struct span element[] = {
	SPAN("script"), SPAN("style"), SPAN("figure"), SPAN("iframe"), SPAN("table"), SPAN("svg"),
	SPAN("video"), SPAN("audio"), SPAN("object"), SPAN("noscript"), SPAN("pre"), SPAN("math"), SPAN("head"),
	SPAN("nav"), SPAN("form"), SPAN("button"), SPAN("select"), SPAN("textarea"), SPAN("template"),
	SPAN("figcaption"),
};
#define ELEMENTS (sizeof(element) / sizeof(element[0]))

/* Template blocks whose text is code. */
static const struct span code_block[] = {
	SPAN("highlight"), SPAN("comment"), SPAN("mermaid"), SPAN("math"), SPAN("katex"),
};
#define CODES (sizeof(code_block) / sizeof(code_block[0]))

struct strip {
	struct markdown *m;
	struct span v;
	struct buf *out;
	size_t at;
	size_t line;                     /* where the line begins in out */
	size_t next[END_LAST];           /* the first ending after the last look */
	size_t next_element[ELEMENTS];
	size_t next_code[CODES];
	bool blank;                      /* the line before is blank */
	bool mdx;
};

static void
put(struct strip *s, char c)
{
	buf_char(s->out, c);
	if (c == '\n')
		s->line = s->out->n;
}

/* Takes the source up to `end` out; only its newlines stay. */
static void
drop(struct strip *s, size_t end)
{
	for (; s->at < end; s->at++)
		if (s->v.s[s->at] == '\n')
			put(s, '\n');
}

static void
copy(struct strip *s, size_t end)
{
	for (; s->at < end; s->at++) {
		if (s->v.s[s->at] == '\t') {
			do
				put(s, ' ');
			while ((s->out->n - s->line) % 4 != 0);
		} else {
			put(s, s->v.s[s->at]);
		}
	}
}

static size_t
find_next(struct strip *s, int what, size_t from)
{
	if (s->next[what] < from)
		s->next[what] = span_find(s->v, from, ending[what]);
	return s->next[what];
}

static struct span
line_at(const struct strip *s, size_t at)
{
	return span_head(span_from(s->v, at), span_find_char(s->v, at, '\n') - at);
}

static struct span
rest_of(const struct strip *s)
{
	return span_from(s->v, s->at);
}

/* The `</name` at or after `from`, whatever its case. */
static size_t
find_close(struct strip *s, size_t which, size_t from)
{
	size_t at = s->next_element[which];

	if (at >= from && at != 0)
		return at;
	for (at = span_find(s->v, from, S("</")); at < s->v.n; at = span_find(s->v, at + 2, S("</"))) {
		struct span name = span_from(s->v, at + 2);

		if (span_starts_same(name, element[which]) &&
		    (name.n == element[which].n || !span_is_alnum(name.s[element[which].n])))
			break;
	}
	return s->next_element[which] = at;
}

/* An element that goes with all it holds: where it ends; NONE when it stays. */
static size_t
element_end(struct strip *s)
{
	struct span name, rest = rest_of(s);
	bool closing;
	size_t n, i, end;

	if (rest.n < 2 || !span_is_alpha(rest.s[1]))
		return NONE;
	for (i = 0; i < ELEMENTS && !span_starts_same(span_from(rest, 1), element[i]); i++)
		continue;
	if (i == ELEMENTS)
		return NONE;
	n = markdown_tag(rest, &name, &closing);
	for (i = 0; i < ELEMENTS && !span_same(name, element[i]); i++)
		continue;
	if (n == 0 || i == ELEMENTS || rest.s[n - 2] == '/')
		return NONE;
	end = find_close(s, i, s->at + n);
	if (end == s->v.n)
		return NONE;
	end = span_find_char(s->v, end, '>');
	return end < s->v.n ? end + 1 : NONE;
}

/* {% highlight %} and {{< highlight >}}: the place of the tag that ends it; `from` is after the first. */
static size_t
code_end(struct strip *s, size_t from)
{
	struct span name = span_ltrim(span_from(span_head(rest_of(s), 80), 2)), word;
	size_t i, at;

	while (name.n > 0 && !span_is_alpha(name.s[0]) && name.s[0] != '/')
		name = span_from(name, 1);
	if (!span_word(&name, &word))
		return NONE;
	for (i = 0; i < CODES && !span_eq(word, code_block[i]); i++)
		continue;
	if (i == CODES)
		return NONE;
	for (at = from > s->next_code[i] ? from : s->next_code[i]; at < s->v.n; at += code_block[i].n) {
		at = span_find(s->v, at, code_block[i]);
		if (at >= s->v.n || s->v.s[at - 1] == '/')
			break;
		if (at > 3 && span_eq(span_head(span_from(s->v, at - 3), 3), S("end")))
			break;
	}
	s->next_code[i] = at;
	return at < s->v.n ? at : NONE;
}

/* Where the construct at `at` ends; NONE when there is none. */
static size_t
construct_end(struct strip *s)
{
	for (size_t i = 0; i < sizeof(construct) / sizeof(construct[0]); i++) {
		size_t from = s->at + construct[i].start.n, end, last;

		if (!span_starts(rest_of(s), construct[i].start))
			continue;
		end = find_next(s, construct[i].end, from);
		if (end == s->v.n || (!construct[i].open && find_next(s, END_BLANK, from) < end))
			continue;
		end += ending[construct[i].end].n;
		last = construct[i].end == END_ANGLE || construct[i].end == END_PERCENT ||
		    construct[i].end == END_TAG ? code_end(s, end) : NONE;
		if (last == NONE)
			return end;
		last = find_next(s, construct[i].end, last);
		return last < s->v.n ? last + ending[construct[i].end].n : end;
	}
	return NONE;
}

/* {: .class}, {#id} and {.class}, on one line: where it ends. */
static size_t
attribute_end(struct strip *s)
{
	struct span line = span_head(rest_of(s), 200);
	size_t end = 2;

	if (line.n < 3 || (line.s[1] != ':' && line.s[1] != '#' && line.s[1] != '.'))
		return NONE;
	if (line.s[1] != ':' && !span_is_alnum(line.s[2]) && line.s[2] != '_')
		return NONE;
	while (end < line.n && line.s[end] != '}' && line.s[end] != '{' && line.s[end] != '\n')
		end++;
	return end < line.n && line.s[end] == '}' ? s->at + end + 1 : NONE;
}

/* A code span that ends on its line stays as it is: `{{ x }}` in it is text. */
static size_t
code_span_end(struct strip *s)
{
	size_t n = 1, end, len = 0;
	struct span rest = rest_of(s);

	while (n < rest.n && rest.s[n] == '`')
		n++;
	for (end = n; end < rest.n && end < 1000 && rest.s[end] != '\n'; end += len > 0 ? len : 1) {
		for (len = 0; end + len < rest.n && rest.s[end + len] == '`'; len++)
			continue;
		if (len == n)
			return s->at + end + len;
	}
	return s->at + n;
}

/* MyST: {role} before a code span. */
static bool
is_role(const struct strip *s)
{
	struct span v = span_head(rest_of(s), 40);
	size_t n = 1;

	while (n < v.n && (span_is_alnum(v.s[n]) || v.s[n] == '-' || v.s[n] == ':'))
		n++;
	return n > 1 && n + 1 < v.n && v.s[n] == '}' && v.s[n + 1] == '`';
}

static void
read_special(struct strip *s)
{
	size_t end = NONE;

	switch (s->v.s[s->at]) {
	case '\\':
		copy(s, s->at + 2 < s->v.n ? s->at + 2 : s->v.n);
		return;
	case '`':
		copy(s, code_span_end(s));
		return;
	case '<':
		end = element_end(s);
		break;
	case '{':
		end = attribute_end(s);
		if (end == NONE && is_role(s))
			end = span_find_char(s->v, s->at, '}') + 1;
		break;
	}
	if (end == NONE)
		end = construct_end(s);
	if (end != NONE)
		drop(s, end);
	else
		copy(s, s->at + 1);
}

/* One line, or more where a construct goes on. */
static void
read_line(struct strip *s)
{
	while (s->at < s->v.n && s->v.s[s->at] != '\n') {
		size_t from = s->at;

		while (from < s->v.n && span_find_char(S("\\`<{$\n"), 0, s->v.s[from]) == 6)
			from++;
		copy(s, from);
		if (s->at < s->v.n && s->v.s[s->at] != '\n')
			read_special(s);
	}
	if (s->at < s->v.n)
		copy(s, s->at + 1);
}

/* The line without the marks of quotations and items before a fence. */
static struct span
inner(struct span line)
{
	size_t at = 0;

	while (at < line.n && at < 200 && span_find_char(S(" \t>*+-"), 0, line.s[at]) < 6)
		at++;
	while (at < line.n && span_is_digit(line.s[at]))
		at++;
	if (at + 1 < line.n && (line.s[at] == '.' || line.s[at] == ')') && line.s[at + 1] == ' ')
		at += 2;
	return span_ltrim(span_from(line, at));
}

static size_t
fence_length(struct span v)
{
	size_t n = 0;

	while (n < v.n && (v.s[0] == '`' || v.s[0] == '~') && v.s[n] == v.s[0])
		n++;
	if (n < 3 || (v.s[0] == '`' && span_find_char(v, n, '`') < v.n))
		return 0;
	return n;
}

/* A fence and all in it stays as it is, up to its closing line. */
static bool
read_fence(struct strip *s)
{
	struct span line = line_at(s, s->at), v = inner(line), end;
	size_t n = fence_length(v);

	if (n == 0)
		return false;
	do {
		copy(s, s->at + line.n < s->v.n ? s->at + line.n + 1 : s->v.n);
		line = line_at(s, s->at);
		end = span_rtrim(inner(line));
	} while (s->at < s->v.n && (end.n == 0 || end.s[0] != v.s[0] || fence_length(end) < n || fence_length(end) != end.n));
	copy(s, s->at + line.n < s->v.n ? s->at + line.n + 1 : s->v.n);
	return true;
}

/* The line at `at` belongs to the note that began above. */
static bool
continues_note(const struct strip *s, bool after_blank)
{
	struct span line = line_at(s, s->at);

	if (span_trim(line).n == 0)
		return true;
	if (after_blank)
		return span_starts(line, S("    ")) || line.s[0] == '\t';
	return !span_starts(line, S("[^")) && line.s[0] != '#';
}

/* [^1]: the text of a note, with its indented paragraphs. */
static bool
read_note(struct strip *s)
{
	struct span line = span_ltrim(line_at(s, s->at));
	size_t end = span_find(span_head(line, 100), 0, S("]:"));
	bool blank = false;

	if (!span_starts(line, S("[^")) || end >= 100 || end >= line.n)
		return false;
	do {
		drop(s, s->at + line_at(s, s->at).n + 1 < s->v.n ? s->at + line_at(s, s->at).n + 1 : s->v.n);
		blank |= s->at < s->v.n && span_trim(line_at(s, s->at)).n == 0;
	} while (s->at < s->v.n && continues_note(s, blank));
	return true;
}

/* `url "title"`: one word, and perhaps a title in quotes or brackets. */
static bool
is_target(struct span v)
{
	struct span url;

	v = span_trim(v);
	if (!span_word(&v, &url))
		return false;
	/* the address forgotten, only the title is there */
	if (url.s[0] == '"')
		return span_ends(span_trim(v), S("\""));
	v = span_trim(v);
	return v.n == 0 || v.s[0] == '"' || v.s[0] == '\'' || v.s[0] == '(';
}

/* [label]: url "title" */
static bool
is_reference(struct strip *s, struct span line)
{
	struct span v = span_ltrim(line);
	size_t end;

	if (v.n < 4 || v.s[0] != '[' || line.n - v.n > 3)
		return false;
	end = span_find_char(v, 0, ']');
	if (end + 1 >= v.n || v.s[end + 1] != ':' || end < 2 || !is_target(span_from(v, end + 2)))
		return false;
	ARENA_PUSH(s->m->arena, &s->m->refs, span_head(span_from(v, 1), end - 1));
	return true;
}

static bool
is_import(const struct strip *s, struct span line)
{
	if (!s->blank && !s->mdx)
		return false;
	if (span_starts(line, S("import ")))
		return span_find(line, 0, S(" from '")) < line.n || span_find(line, 0, S(" from \"")) < line.n ||
		    span_starts(line, S("import '")) || span_starts(line, S("import \""));
	return span_starts(line, S("export const ")) || span_starts(line, S("export default ")) ||
	    span_starts(line, S("export function ")) || span_starts(line, S("export {"));
}

/* `key: value` with `---` under it, in the body: somebody's front matter that slipped. */
static bool
is_stray(const struct strip *s, struct span line)
{
	size_t n = 0;

	while (n < line.n && (span_is_lower(line.s[n]) || line.s[n] == '_'))
		n++;
	if (!s->blank || n == 0 || n + 1 >= line.n || line.s[n] != ':' || line.s[n + 1] != ' ')
		return false;
	return span_eq(span_trim(line_at(s, s->at + line.n + 1)), S("---"));
}

/* A line that goes whole. */
static bool
is_furniture(struct strip *s, struct span line)
{
	struct span v = span_trim(line);

	if (v.n == 0)
		return false;
	if (span_starts(v, S(":::")) || span_same(v, S("[toc]")) || span_same(v, S("[[toc]]")) ||
	    span_same(v, S("[[_toc_]]")))
		return true;
	if (span_starts(v, S("*[")) && span_find(v, 0, S("]:")) < v.n)
		return true;
	return is_reference(s, line);
}

static void
drop_line(struct strip *s)
{
	size_t end = s->at + line_at(s, s->at).n;

	drop(s, end < s->v.n ? end + 1 : end);
}

static bool
read_furniture(struct strip *s)
{
	struct span line = line_at(s, s->at);

	if (is_stray(s, line)) {
		drop_line(s);
		drop_line(s);
	} else if (is_import(s, line)) {
		s->mdx = true;
		drop_line(s);
		while (span_starts(line, S("export ")) && s->at < s->v.n && span_trim(line_at(s, s->at)).n > 0)
			drop_line(s);
	} else if (is_furniture(s, line)) {
		drop_line(s);
	} else {
		return read_note(s);
	}
	return true;
}

void
markdown_strip(struct markdown *m, struct span text, struct buf *out)
{
	struct strip s = { .m = m, .v = text, .out = out, .blank = true };

	while (s.at < s.v.n) {
		bool blank = span_trim(line_at(&s, s.at)).n == 0;

		if (!read_fence(&s) && !read_furniture(&s))
			read_line(&s);
		s.blank = blank;
	}
}
