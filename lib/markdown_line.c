/* SPDX-License-Identifier: ISC */
#include "markdown_strip.h"

/* Where the line after this one begins. */
static size_t
next_line(const struct markdown_strip *s)
{
	size_t end = s->at + markdown_strip_line(s, s->at).n;

	return end < s->v.n ? end + 1 : end;
}

/* The line without the marks of quotations and items before a fence. */
static struct span
inner(struct span line)
{
	size_t at = 0;

	while (at < line.n && at < 200 && span_has(S(" \t>*+-"), line.s[at]))
		at++;
	while (at < line.n && span_is_digit(line.s[at]))
		at++;
	if (at + 1 < line.n && (line.s[at] == '.' || line.s[at] == ')') && line.s[at + 1] == ' ')
		at += 2;
	return span_ltrim(span_from(line, at));
}

/* A fence and all in it stays as it is, up to its closing line. */
bool
markdown_strip_fence(struct markdown_strip *s)
{
	struct span v = inner(markdown_strip_line(s, s->at)), end;
	size_t n = markdown_fence(v);

	if (n == 0)
		return false;
	do {
		markdown_strip_copy(s, next_line(s));
		end = span_rtrim(inner(markdown_strip_line(s, s->at)));
	} while (s->at < s->v.n && (end.n < n || end.s[0] != v.s[0] || markdown_run(end, v.s[0]) < end.n));
	markdown_strip_copy(s, next_line(s));
	return true;
}

/* The line at `at` belongs to the note that began above. */
static bool
continues_note(const struct markdown_strip *s, bool after_blank)
{
	struct span line = markdown_strip_line(s, s->at);

	if (span_trim(line).n == 0)
		return true;
	if (after_blank)
		return span_starts(line, S("    ")) || line.s[0] == '\t';
	return !span_starts(line, S("[^")) && line.s[0] != '#';
}

/* [^1]: the text of a note, with its indented paragraphs. */
static bool
read_note(struct markdown_strip *s)
{
	struct span line = span_ltrim(markdown_strip_line(s, s->at));
	size_t end = span_find(span_head(line, 100), 0, S("]:"));
	bool blank = false;

	if (!span_starts(line, S("[^")) || end >= 100 || end >= line.n)
		return false;
	do {
		markdown_strip_drop(s, next_line(s));
		blank |= s->at < s->v.n && span_trim(markdown_strip_line(s, s->at)).n == 0;
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
is_reference(struct markdown_strip *s, struct span line)
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
is_import(const struct markdown_strip *s, struct span line)
{
	if (!s->blank && !s->mdx)
		return false;
	if (span_starts(line, S("import ")))
		return span_find(line, 0, S(" from '")) < line.n || span_find(line, 0, S(" from \"")) < line.n ||
		    span_starts(line, S("import '")) || span_starts(line, S("import \""));
	return span_starts(line, S("export const ")) || span_starts(line, S("export default ")) ||
	    span_starts(line, S("export function ")) || span_starts(line, S("export {"));
}

/* A line that goes whole. */
static bool
is_furniture(struct markdown_strip *s, struct span line)
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
drop_line(struct markdown_strip *s)
{
	markdown_strip_drop(s, next_line(s));
}

bool
markdown_strip_furniture(struct markdown_strip *s)
{
	struct span line = markdown_strip_line(s, s->at);

	if (is_import(s, line)) {
		s->mdx = true;
		drop_line(s);
		while (span_starts(line, S("export ")) && span_trim(markdown_strip_line(s, s->at)).n > 0)
			drop_line(s);
	} else if (is_furniture(s, line)) {
		drop_line(s);
	} else {
		return read_note(s);
	}
	return true;
}
