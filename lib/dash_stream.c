/* SPDX-License-Identifier: ISC */
/*
 * A document of any size in constant memory: it is taken in pieces that end between paragraphs, or
 * where that is too far away, between lines or words.
 */
#include "dash_part.h"

#include <string.h>

enum { WINDOW = 128 * 1024 };

/* Lines that are drawn, not read. */
static bool
is_rule(struct span line)
{
	enum dash_kind kind;
	size_t n, dashes = 0;

	for (size_t i = 0; i < line.n; i += n) {
		if ((n = dash_length(line, i, &kind)) > 0)
			dashes++;
		else if ((n = dash_blank_at(line, i)) == 0 && strchr("|:+=_*>\r", line.s[i]) == NULL)
			return false;
		n += n == 0;
	}
	return dashes > 0;
}

static bool
is_row(struct span line)
{
	return span_starts(span_ltrim(line), S("|"));
}

static size_t
past_line(struct span text, size_t at)
{
	size_t end = dash_line_end(text, at);

	return end < text.n ? end + 1 : end;
}

/* The end of what began before `at` and ends in run->until, which is cleared when it is there. */
static size_t
past_until(struct dash_run *run, struct span text, size_t at)
{
	struct span end = span_of(run->until);
	size_t line;

	if (end.s[0] == '`' || end.s[0] == '~') {
		for (; at < text.n; at = past_line(text, at)) {
			for (line = at; line < text.n && (text.s[line] == ' ' || text.s[line] == '>'); line++)
				continue;
			if (!span_starts(span_from(text, line), end))
				continue;
			run->until[0] = '\0';
			return past_line(text, at);
		}
		return text.n;
	}
	for (; (at = span_find_char(text, at, end.s[0])) < text.n; at++)
		if (span_starts_same(span_from(text, at), end)) {
			run->until[0] = '\0';
			return at + end.n;
		}
	return text.n;
}

static size_t
fence(struct dash_run *run, struct span text, size_t at)
{
	size_t n = 0;

	if (!dash_at_line_start(text, at))
		return at;
	while (at + n < text.n && text.s[at + n] == text.s[at])
		n++;
	if (n < 3 || n >= sizeof(run->until)
	    || span_find_char(span_between(text.s + at + n, text.s + dash_line_end(text, at)), 0, '`')
	    < dash_line_end(text, at) - at - n)
		return at;
	memcpy(run->until, text.s + at, n);
	run->until[n] = '\0';
	return past_until(run, text, past_line(text, at));
}

static size_t
markup(struct dash_run *run, struct span text, size_t at)
{
	static const struct {
		struct span open;
		const char *close;
	} opaque[] = {
		{ SPAN("<!--"), "-->" }, { SPAN("<pre"), "</pre>" }, { SPAN("<script"), "</script>" },
		{ SPAN("<style"), "</style>" }, { SPAN("<code"), "</code>" }, { SPAN("<kbd"), "</kbd>" },
		{ SPAN("<samp"), "</samp>" }, { SPAN("<textarea"), "</textarea>" },
	};
	struct span rest = span_from(text, at);

	for (size_t i = 0; i < sizeof(opaque) / sizeof(opaque[0]); i++) {
		size_t n = opaque[i].open.n;
		if (!span_starts_same(rest, opaque[i].open)
		    || (i > 0 && n < rest.n && rest.s[n] != '>' && rest.s[n] != ' '))
			continue;
		strcpy(run->until, opaque[i].close);
		return past_until(run, text, at + n);
	}
	return at;
}

static bool
is_indented(struct span text, size_t line)
{
	return span_starts(span_from(text, line), S("    "))
	    || span_starts(span_from(text, line), S("\t"));
}

static bool
is_item(struct span line)
{
	line = span_ltrim(line);
	while (line.n > 0 && span_is_digit(line.s[0]))
		line = span_from(line, 1);
	return line.n > 1 && strchr("-*+.)", line.s[0]) != NULL && line.s[0] != '\0'
	    && (line.s[1] == ' ' || line.s[1] == '\t');
}

/* Lines of four blanks are code after a blank line, but not under a list item. */
static bool
is_code(struct span text, size_t line)
{
	bool blank = line == 0;

	for (int i = 0; i < 40 && line > 0; i++) {
		size_t above = dash_line_start(text, line - 1);
		if (dash_blank_line(text, above))
			blank = true;
		else if (!is_indented(text, above))
			return blank && !is_item(span_between(text.s + above, text.s + line));
		line = above;
		blank |= line == 0;
	}
	return blank;
}

static size_t
front_matter(struct dash_run *run, struct span text)
{
	size_t at = past_line(text, 0);
	struct span line;

	if (!run->begins || !span_starts(text, S("---")) || !is_rule(span_head(text, dash_line_end(text, 0))))
		return 0;
	while (at < text.n) {
		line = span_rtrim(span_between(text.s + at, text.s + dash_line_end(text, at)));
		at = past_line(text, at);
		if (span_eq(line, S("---")) || span_eq(line, S("...")))
			return at;
	}
	return 0;
}

size_t
dash_block(struct dash_run *run, struct span text, size_t at)
{
	size_t start, end, skip;
	struct span line;

	if (text.s[at] == '`' || text.s[at] == '~')
		return fence(run, text, at);
	if (text.s[at] == '<')
		return markup(run, text, at);
	start = dash_line_start(text, at);
	if (start == 0 && at == 0 && (skip = front_matter(run, text)) > 0)
		return skip;
	if (is_indented(text, start) && is_code(text, start))
		return past_line(text, at);
	if (text.s[at] == '-' && dash_blank_at(text, at + 1) > 0 && dash_at_line_start(text, at)
	    && !is_rule(span_between(text.s + start,
	    text.s + dash_line_end(span_head(text, at + DASH_REACH), at))))
		return at + 1;
	if (!dash_at_line_start(text, at) && !is_row(span_from(text, start)))
		return at;
	end = dash_line_end(span_head(text, at + DASH_REACH), at);
	line = span_between(text.s + start, text.s + end);
	return end < at + DASH_REACH && is_rule(line)
	    && (span_find_char(line, 0, '|') == line.n || span_find(line, 0, S("--")) < line.n)
	    ? end : at;
}

/* Where to end the piece: after a blank line, else a line, else a word. */
static size_t
cut(struct span text)
{
	size_t low = text.n / 2;

	for (size_t i = text.n; i > low; i--)
		if (text.s[i - 1] == '\n' && i > 1 && dash_blank_line(span_head(text, i - 1),
		    dash_line_start(text, i - 1)))
			return i;
	for (size_t i = text.n; i > low; i--)
		if (text.s[i - 1] == '\n')
			return i;
	for (size_t i = text.n; i > low; i--)
		if (text.s[i - 1] == ' ')
			return i - 1;
	return text.n - 16;
}

static void
advance(struct dash_run *run, struct span text)
{
	const char *s = text.s + run->counted, *end = text.s + text.n, *nl;

	if (run->d->found == NULL)
		return;
	while ((nl = memchr(s, '\n', (size_t)(end - s))) != NULL) {
		run->line++;
		run->column = 1;
		s = nl + 1;
	}
	run->column += (size_t)(end - s);
	run->counted = 0;
}

void
dash_stream(struct dash *d, struct io *io, bool write)
{
	struct dash_run run = { .d = d, .markdown = true, .begins = true, .line = 1, .column = 1 };
	struct buf out = BUF_INIT;
	struct span text, rest;
	size_t done;

	if (io->mark && write)
		io_write(S("\xEF\xBB\xBF"));
	while ((text = io_peek(io, WINDOW)).n > 0) {
		text = span_head(text, WINDOW);
		if (text.n == WINDOW)
			text.n = cut(text);
		done = run.until[0] != '\0' ? past_until(&run, text, 0) : 0;
		rest = span_from(text, done);
		advance(&run, span_head(text, done));
		if (dash_piece(&run, rest, &out)) {
			if (write) {
				io_write(span_head(text, done));
				io_write(buf_view(&out));
			}
		} else if (write) {
			io_write(text);
		}
		advance(&run, rest);
		run.begins = false;
		buf_cut(&out, 0);
		io_skip(io, text.n);
	}
	buf_free(&out);
}
