/* SPDX-License-Identifier: ISC */
#include "markdown_strip.h"

#define NONE ((size_t)-1)

/* What is looked for from one place on, again and again: where it was found last. */
enum {
	END_COMMENT, END_ANGLE, END_PERCENT, END_TAG, END_VALUE, END_HASH, END_JSX, END_MATH, END_BLANK,
};
static const struct span ending[MARKDOWN_ENDINGS] = {
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
static const struct span element[MARKDOWN_ELEMENTS] = {
	SPAN("script"), SPAN("style"), SPAN("figure"), SPAN("iframe"), SPAN("table"),
	SPAN("svg"), SPAN("video"), SPAN("audio"), SPAN("object"), SPAN("noscript"),
	SPAN("pre"), SPAN("math"), SPAN("head"), SPAN("nav"), SPAN("form"), SPAN("button"),
	SPAN("select"), SPAN("textarea"), SPAN("template"), SPAN("figcaption"),
};

/* Template blocks whose text is code. */
static const struct span code_block[MARKDOWN_CODES] = {
	SPAN("highlight"), SPAN("comment"), SPAN("mermaid"), SPAN("math"), SPAN("katex"),
};

static void
put(struct markdown_strip *s, char c)
{
	buf_char(s->out, c);
	if (c == '\n')
		s->line = s->out->n;
}

/* Takes the source up to `end` out; only its newlines stay. */
void
markdown_strip_drop(struct markdown_strip *s, size_t end)
{
	for (; s->at < end; s->at++)
		if (s->v.s[s->at] == '\n')
			put(s, '\n');
}

void
markdown_strip_copy(struct markdown_strip *s, size_t end)
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
find_next(struct markdown_strip *s, int what, size_t from)
{
	if (s->next[what] < from)
		s->next[what] = span_find(s->v, from, ending[what]);
	return s->next[what];
}

struct span
markdown_strip_line(const struct markdown_strip *s, size_t at)
{
	return span_head(span_from(s->v, at), span_find_char(s->v, at, '\n') - at);
}

static struct span
rest_of(const struct markdown_strip *s)
{
	return span_from(s->v, s->at);
}

/* The `</name` at or after `from`, whatever its case. */
static size_t
find_close(struct markdown_strip *s, size_t which, size_t from)
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
element_end(struct markdown_strip *s)
{
	struct span name, rest = rest_of(s);
	size_t n, i, end;
	bool closing;

	if (rest.n < 2 || !span_is_alpha(rest.s[1]))
		return NONE;
	for (i = 0; i < MARKDOWN_ELEMENTS && !span_starts_same(span_from(rest, 1), element[i]); i++)
		continue;
	if (i == MARKDOWN_ELEMENTS)
		return NONE;
	n = markdown_tag(rest, &name, &closing);
	for (i = 0; i < MARKDOWN_ELEMENTS && !span_same(name, element[i]); i++)
		continue;
	if (n == 0 || i == MARKDOWN_ELEMENTS || rest.s[n - 2] == '/')
		return NONE;
	end = find_close(s, i, s->at + n);
	if (end == s->v.n)
		return NONE;
	end = span_find_char(s->v, end, '>');
	return end < s->v.n ? end + 1 : NONE;
}

/* {% highlight %} and {{< highlight >}}: the place of the tag that ends it, after `from`. */
static size_t
code_end(struct markdown_strip *s, size_t from)
{
	struct span name = span_ltrim(span_from(span_head(rest_of(s), 80), 2)), word;
	size_t i, at;

	while (name.n > 0 && !span_is_alpha(name.s[0]) && name.s[0] != '/')
		name = span_from(name, 1);
	if (!span_word(&name, &word))
		return NONE;
	for (i = 0; i < MARKDOWN_CODES && !span_eq(word, code_block[i]); i++)
		continue;
	if (i == MARKDOWN_CODES)
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
construct_end(struct markdown_strip *s)
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
attribute_end(struct markdown_strip *s)
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
code_span_end(struct markdown_strip *s)
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
is_role(const struct markdown_strip *s)
{
	struct span v = span_head(rest_of(s), 40);
	size_t n = 1;

	while (n < v.n && (span_is_alnum(v.s[n]) || v.s[n] == '-' || v.s[n] == ':'))
		n++;
	return n > 1 && n + 1 < v.n && v.s[n] == '}' && v.s[n + 1] == '`';
}

static void
read_special(struct markdown_strip *s)
{
	size_t end = NONE;

	switch (s->v.s[s->at]) {
	case '\\':
		markdown_strip_copy(s, s->at + 2 < s->v.n ? s->at + 2 : s->v.n);
		return;
	case '`':
		markdown_strip_copy(s, code_span_end(s));
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
		markdown_strip_drop(s, end);
	else
		markdown_strip_copy(s, s->at + 1);
}

/* One line, or more where a construct goes on. */
static void
read_line(struct markdown_strip *s)
{
	while (s->at < s->v.n && s->v.s[s->at] != '\n') {
		size_t from = s->at;

		while (from < s->v.n && !span_has(S("\\`<{$\n"), s->v.s[from]))
			from++;
		markdown_strip_copy(s, from);
		if (s->at < s->v.n && s->v.s[s->at] != '\n')
			read_special(s);
	}
	if (s->at < s->v.n)
		markdown_strip_copy(s, s->at + 1);
}

void
markdown_strip(struct markdown *m, struct span text, struct buf *out)
{
	struct markdown_strip s = { .m = m, .v = text, .out = out, .blank = true };

	while (s.at < s.v.n) {
		bool blank = span_trim(markdown_strip_line(&s, s.at)).n == 0;

		if (!markdown_strip_fence(&s) && !markdown_strip_furniture(&s))
			read_line(&s);
		s.blank = blank;
	}
}
