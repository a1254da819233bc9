/* SPDX-License-Identifier: ISC */
#include "sent.h"

#define TAG_MAX 300
#define RULE 5   /* so many of one mark in a row are a rule */
#define LEADER 8 /* and so many dots no ellipsis */

/* The length of "<" or "&lt;" (or of the other side's) at `at`; 0 when it is not there. */
static size_t
angle(struct span v, size_t at, char sign, struct span entity)
{
	if (at < v.n && v.s[at] == sign)
		return 1;
	return at < v.n && v.s[at] == '&' && span_starts(span_from(v, at), entity) ? entity.n : 0;
}

/* The length of a tag, plain or escaped: <p class="x">, </em>, &lt;b&gt;. 0 when there is none. */
static size_t
tag_length(struct span v, size_t at)
{
	size_t n = angle(v, at, '<', S("&lt;")), i = at + n, end;

	if (n == 0)
		return 0;
	i += i < v.n && v.s[i] == '/';
	for (n = i; i < v.n && span_is_alnum(v.s[i]); i++)
		continue;
	if (i >= v.n || !span_is_alpha(v.s[n]) || !span_has(S(" />&:"), v.s[i]))
		return 0;
	for (; i < v.n && i - at < TAG_MAX && v.s[i] != '<' && v.s[i] != '\n'; i++)
		if ((end = angle(v, i, '>', S("&gt;"))) > 0)
			return i + end - at;
	return 0;
}

/* Tags of blocks end a line. */
static bool
is_block(struct span tag)
{
	static const struct span blocks[] = { SPAN("</p"), SPAN("</h"), SPAN("</li"), SPAN("</div"),
		SPAN("<br"), SPAN("</tr"), SPAN("</blockquote"), SPAN("<hr") };

	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++)
		if (span_starts_same(tag, blocks[i]))
			return true;
	return false;
}

static size_t
run_length(struct span v, size_t at)
{
	size_t i = at;

	while (i < v.n && v.s[i] == v.s[at])
		i++;
	return i - at;
}

/* " \r\n " spelled out with backslashes, also with blanks between. */
static size_t
escape_length(struct span v, size_t at)
{
	size_t i = at, n = 0;

	if (at == 0 || v.s[at - 1] != ' ')
		return 0;
	while (i < v.n && v.s[i] == '\\') {
		for (i++; i < v.n && v.s[i] == ' '; i++)
			continue;
		if (i >= v.n || (v.s[i] != 'r' && v.s[i] != 'n'))
			break;
		for (n = ++i - at; i < v.n && v.s[i] == ' '; i++)
			continue;
	}
	return n;
}

/* After a leader, the rest of the line is the number of a page. */
static size_t
page_length(struct span line)
{
	size_t i = 0;

	while (i < line.n && (span_is_digit(line.s[i]) || line.s[i] == ' ' || line.s[i] == '-'))
		i++;
	return i == line.n ? i : 0;
}

/* A backquote that opens speech is written as the quote that closes it. */
static bool
is_quote(struct span v, size_t at)
{
	if ((at > 0 && v.s[at - 1] != ' ') || at + 1 >= v.n || !span_is_upper(v.s[at + 1]))
		return false;
	v = span_head(v, at + TAG_MAX);
	return span_find_char(v, at + 1, '\'') < span_find_char(v, at + 1, '`');
}

/* The length of what is not prose at `at`, and what to write for it; 0 when it is prose. */
static size_t
noise(struct span line, size_t at, const char **instead)
{
	size_t n = 0;

	*instead = "";
	switch (line.s[at]) {
	case '<':
	case '&':
		n = tag_length(line, at);
		if (is_block(span_head(span_from(line, at), n)))
			*instead = "\n";
		return n;
	case '\\':
		*instead = "\n";
		return escape_length(line, at);
	case '.':
		*instead = " ";
		if ((n = run_length(line, at)) < LEADER)
			return 0;
		n += page_length(span_from(line, at + n));
		if (at + n == line.n)
			*instead = "\n";
		return n;
	case '/':
	case '=':
	case '~':
		n = run_length(line, at);
		return n >= RULE ? n : 0;
	case '`':
		*instead = "'";
		return is_quote(line, at);
	default:
		return 0;
	}
}

static void
clean_line(struct span line, struct buf *out)
{
	size_t n, from = 0;
	const char *instead;

	for (size_t i = 0; i < line.n; i += n) {
		if ((n = noise(line, i, &instead)) > 0) {
			buf_add(out, span_between(line.s + from, line.s + i));
			buf_str(out, instead);
			from = i + n;
		} else {
			n = run_length(line, i);
		}
	}
	buf_add(out, span_from(line, from));
	buf_char(out, '\n');
}

/* Nothing but a number, a page's, or marks. */
static bool
is_furniture(struct span line)
{
	bool letter = false;

	line = span_trim(line);
	for (size_t i = 0; i < line.n; i++)
		letter |= span_is_alpha(line.s[i]) || (unsigned char)line.s[i] >= 0x80;
	return line.n > 0 && line.n < 4 && !letter && !span_has(S(".,;:!?"), line.s[0]);
}

/* A letter or two on a line of their own: a word set from top to bottom. */
static bool
is_piece(struct span line)
{
	line = span_trim(line);
	if (line.n == 0 || line.n > 2)
		return false;
	return span_is_upper(line.s[0]) && span_is_upper(line.s[line.n - 1]);
}

void
sent_clean(struct span text, struct buf *out)
{
	struct span line, word;
	bool piece = false;

	while (span_next(&text, '\n', &line)) {
		word = span_trim(line);
		if (is_furniture(line)) {
			buf_char(out, '\n');
		} else if (piece && is_piece(line)) {
			buf_cut(out, out->n - 1);
			buf_add(out, word);
			buf_char(out, '\n');
		} else {
			if (word.n > 0 && span_has(S(".,;"), word.s[0]) && out->n > 0)
				buf_rtrim(out);
			clean_line(line, out);
		}
		piece = is_piece(line);
	}
}
