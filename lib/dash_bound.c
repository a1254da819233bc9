/* SPDX-License-Identifier: ISC */
/*
 * Where the lines, sentences and brackets around a dash begin and end.
 */
#include "dash_part.h"

#include <string.h>

size_t
dash_line_start(struct span text, size_t at)
{
	size_t from = at;

	while (from > 0 && at - from < DASH_REACH && text.s[from - 1] != '\n')
		from--;
	return from;
}

size_t
dash_line_of(struct dash_run *run, struct span text, size_t at)
{
	size_t start = run->start, end;

	if (start > at || at - start > 4 * DASH_REACH)
		start = dash_line_start(text, at);
	text = span_head(text, at);
	while ((end = span_find_char(text, start, '\n')) < at)
		start = end + 1;
	run->start = start;
	return at - start > DASH_REACH ? at - DASH_REACH : start;
}

size_t
dash_line_end(struct span text, size_t at)
{
	return span_find_char(text, at, '\n');
}

bool
dash_blank_line(struct span text, size_t at)
{
	size_t limit = at + DASH_REACH;

	while (at < text.n && at < limit && (text.s[at] == ' ' || text.s[at] == '\t' || text.s[at] == '\r'))
		at++;
	return at >= text.n || text.s[at] == '\n';
}

/* `12. ` and `12) ` at the start of a line, with a few blanks at the most. */
static bool
after_number(struct span text, size_t at)
{
	size_t i = at;

	while (i > 0 && at - i < 8 && text.s[i - 1] == ' ')
		i--;
	if (i == 0 || (text.s[i - 1] != '.' && text.s[i - 1] != ')'))
		return false;
	for (i--, at = i; i > 0 && at - i < 4 && span_is_digit(text.s[i - 1]); i--)
		continue;
	return i < at && dash_blank_line(span_head(text, i), dash_line_start(text, i));
}

/* Marks that open a line: quotation, heading, list, emphasis, link. */
bool
dash_at_line_start(struct span text, size_t at)
{
	size_t stop = at > DASH_REACH ? at - DASH_REACH : 0;

	while (at > stop && text.s[at - 1] != '\n') {
		if (span_is_alnum(text.s[at - 1]))
			return false;
		if (span_ends(span_head(text, at), S("\xE2\x80\xA2")))
			at -= 3;
		else if (after_number(text, at))
			return true;
		else if (strchr(" \t>#*+-_|[", text.s[at - 1]) == NULL || text.s[at - 1] == '\0')
			return false;
		else
			at--;
	}
	return true;
}

/* A line end after it does, whatever comes then. */
bool
dash_is_sentence_end(struct span text, size_t at)
{
	size_t n, i = at + 1;
	enum dash_kind kind;
	enum dash_char c;

	while ((c = dash_char_at(text, i, &n)) == DASH_CHAR_CLOSE || c == DASH_CHAR_QUOTE)
		i += n;
	if (c != DASH_CHAR_BLANK && c != DASH_CHAR_EDGE)
		return false;
	while (i < text.n && i < at + DASH_REACH && text.s[i] != '\n'
	    && (span_is_space(text.s[i]) || (n = dash_length(text, i, &kind)) > 0))
		i += span_is_space(text.s[i]) ? 1 : n;
	if (i < text.n && span_is_lower(text.s[i]))
		return false;
	for (i = at; i > 0 && at - i < 12 && (span_is_alpha(text.s[i - 1]) || text.s[i - 1] == '.'); i--)
		continue;
	if (text.s[at] == '.' && (at - i == 1 || after_number(text, at + 1)))
		return false;
	return text.s[at] != '.'
	    || (dash_classes(span_between(text.s + i, text.s + at)) & DASH_ABBREVIATION) == 0;
}

enum { SHORT = 50 }; /* a line that was not wrapped */

/* Whether a line end parts what stands around it, as it does around a heading or a list item. */
static bool
is_break(struct span text, size_t at)
{
	size_t next = at + 1;

	if (dash_blank_line(text, next))
		return true;
	while (next < text.n && (text.s[next] == ' ' || text.s[next] == '\t'))
		next++;
	if (next + 1 < text.n && strchr("#*+|-", text.s[next]) != NULL && text.s[next] != '\0')
		return true;
	if (next >= text.n || span_is_lower(text.s[next]))
		return false;
	next = at > SHORT ? at - SHORT : 0;
	return at < SHORT || span_find_char(span_head(text, at), next, '\n') < at;
}

static const bool may_bound[256] = { ['\n'] = true, ['|'] = true, ['.'] = true, ['?'] = true, ['!'] = true };

static bool
is_bound(struct span text, size_t at)
{
	if (text.s[at] == '\n')
		return is_break(text, at);
	return text.s[at] == '|' || dash_is_sentence_end(text, at);
}

/* What may be a bound, from the one that is nearest most often. */
static size_t
next_bound(struct span text, size_t at, size_t stop)
{
	static const char marks[] = { '.', '\n', '?', '!', '|' };

	for (size_t i = 0; i < sizeof(marks); i++)
		stop = span_find_char(span_head(text, stop), at, marks[i]);
	return stop;
}

void
dash_bounds(struct span text, size_t at, size_t *from, size_t *to)
{
	size_t i = at, stop = at > DASH_REACH ? at - DASH_REACH : 0;

	for (;; i--) {
		while (i > stop && !may_bound[(unsigned char)text.s[i - 1]])
			i--;
		if (i == stop || is_bound(text, i - 1))
			break;
	}
	while (i < at && span_is_space(text.s[i]))
		i++;
	*from = i;
	stop = text.n - at > DASH_REACH ? at + DASH_REACH : text.n;
	for (i = at;; i++) {
		i = next_bound(text, i, stop);
		if (i == stop || is_bound(text, i))
			break;
	}
	while (i < text.n && text.s[i] != '\n' && text.s[i] != '|' && !span_is_space(text.s[i]))
		i++;
	*to = i;
}

enum { NESTING = 16 }; /* brackets deeper than that bound nothing */

/* The brackets around a mark bound its sentence: those that open before it, */
static void
bound_left(struct span text, struct dash_mark *m, size_t n)
{
	size_t open[NESTING], depth = 0, k = 0;

	for (size_t i = m->left; k < n; i++) {
		for (; k < n && m[k].from <= i; k++)
			m[k].left = depth == 0 ? m[k].left : depth > NESTING ? m[k].from : open[depth - 1];
		if (i >= text.n)
			break;
		if (text.s[i] == '(' && ++depth <= NESTING)
			open[depth - 1] = i + 1;
		else if (text.s[i] == ')' && depth > 0)
			depth--;
	}
}

/* and those that close after it. */
static void
bound_right(struct span text, struct dash_mark *m, size_t n)
{
	size_t closed[NESTING], depth = 0, k = n;

	for (size_t i = m->right; k > 0; i--) {
		for (; k > 0 && m[k - 1].to >= i; k--)
			m[k - 1].right = depth == 0 ? m[k - 1].right
			    : depth > NESTING ? m[k - 1].to : closed[depth - 1];
		if (i == 0)
			break;
		if (text.s[i - 1] == ')' && ++depth <= NESTING)
			closed[depth - 1] = i - 1;
		else if (text.s[i - 1] == '(' && depth > 0)
			depth--;
	}
}

void
dash_brackets(struct span text, struct dash_mark *m, size_t n)
{
	struct span s;

	for (size_t i = 0; i < n; i++) {
		m[i].left = m[i].left < m[i].from ? m[i].left : m[i].from;
		m[i].right = m[i].right > m[i].to ? m[i].right : m[i].to;
	}
	s = span_between(text.s + m->left, text.s + m[n - 1].right);
	if (span_find_char(s, 0, '(') == s.n && span_find_char(s, 0, ')') == s.n)
		return;
	bound_left(text, m, n);
	bound_right(text, m, n);
}
