/* SPDX-License-Identifier: ISC */
/*
 * How far a text that goes on can be rewritten. What a dash becomes hangs on its sentence alone, so
 * as soon as that has ended for certain, whatever comes next, the dash is decided. So what is
 * written never hangs on how the input came in.
 */
#include "dash_part.h"

#include <string.h>

/* The end of a sentence whatever comes after: a full stop and a line end, or a blank line, or a full
 * stop and the beginning of another sentence. */
static bool
ends_for_certain(struct span text, size_t at)
{
	size_t i = at + 1, n;
	enum dash_char c;

	if (text.s[at] == '\n') {
		while (i < text.n && (text.s[i] == ' ' || text.s[i] == '\t' || text.s[i] == '\r'))
			i++;
		return i < text.n && text.s[i] == '\n';
	}
	if ((text.s[at] != '.' && text.s[at] != '?' && text.s[at] != '!') || !dash_is_sentence_end(text, at))
		return false;
	while (i < text.n && ((c = dash_char_at(text, i, &n)) == DASH_CHAR_CLOSE || c == DASH_CHAR_QUOTE))
		i += n;
	if (i >= text.n || !span_is_space(text.s[i]))
		return false;
	for (; i < text.n && span_is_space(text.s[i]); i++)
		if (text.s[i] == '\n')
			return true;
	return i + 1 < text.n && span_is_alnum(text.s[i]);
}

/* Code and tags must have ended, or a blank line, which ends them too, must have come. */
static bool
is_skip_settled(struct span text, size_t at)
{
	size_t line = dash_line_end(text, at), end = dash_skip(text, at);

	if (line == text.n && dash_at_line_start(text, at))
		return false;
	if (text.s[at] == '~')
		return at + 1 < text.n;
	if (text.s[at] == '`' && text.s[at + (at + 1 < text.n)] != '`' && end > at + 1)
		return end < text.n;
	if (text.s[at] == '<' && text.n - at > 12 && text.s[end - 1] == '>')
		return true;
	for (; line + 1 < text.n; line = dash_line_end(text, line + 1))
		if (ends_for_certain(text, line))
			return true;
	return false;
}

static bool
sentence_ends(struct span text, size_t at)
{
	while (at < text.n) {
		if (text.s[at] == '`' || text.s[at] == '<') {
			if (!is_skip_settled(text, at))
				return false;
			at = dash_skip(text, at);
			continue;
		}
		if ((text.s[at] == '.' || text.s[at] == '?' || text.s[at] == '!' || text.s[at] == '\n')
		    && ends_for_certain(text, at))
			return true;
		at++;
	}
	return false;
}

static bool
starts_special(struct span text, size_t at)
{
	enum dash_kind kind;
	size_t start = dash_line_start(text, at);

	while (start < at && dash_blank_at(text, start) > 0)
		start += dash_blank_at(text, start);
	return text.s[start] == '|' || dash_length(text, start, &kind) > 0;
}

bool
dash_is_settled(struct span text, size_t at)
{
	enum dash_kind kind;

	if (text.n - at >= DASH_AHEAD)
		return true;
	if (text.s[at] == '`' || text.s[at] == '<' || text.s[at] == '~')
		return is_skip_settled(text, at);
	/* Neither a dash nor the beginning of one. */
	if (text.n - at >= 16 && text.s[at] != '-' && dash_length(text, at, &kind) == 0)
		return true;
	if (starts_special(text, at) && dash_line_end(text, at) == text.n)
		return false;
	return sentence_ends(text, at);
}

/* A dash that comes next may take the blanks and the line end before it, but not across the end of a
 * sentence or a blank line. */
size_t
dash_holds(struct span text, size_t from, size_t stop)
{
	size_t at = stop, n, line = 0;

	for (; at > from; at -= n) {
		n = dash_blank_before(text, at);
		if (n == 0 && (text.s[at - 1] == '\n' || text.s[at - 1] == '\r'))
			n = 1;
		if (n == 0 || n > at - from)
			break;
		if (text.s[at - 1] == '\n' && line > 0)
			return line;
		if (text.s[at - 1] == '\n')
			line = at;
	}
	if (at == 0 || (line > 0 && dash_char_before(text, at, &n) == DASH_CHAR_END))
		return line > 0 ? line : at;
	return at;
}
