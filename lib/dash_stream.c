/* SPDX-License-Identifier: ISC */
/*
 * A document of any size in constant memory: it is taken in pieces that end between paragraphs, or
 * where that is too far away, between lines or words.
 */
#include "dash_part.h"

#include <string.h>

enum { FENCE = sizeof(((struct dash_run *)0)->until) }; /* so many marks are none */
enum { READ = 192 * 1024 }; /* room for one read; what memory it takes is asked for before anything is written */
enum { FRONT_MATTER = 64 * 1024 }; /* the longest */

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
	size_t end = dash_line_end(span_head(text, at + FRONT_MATTER), at);

	return end < text.n ? end + 1 : end;
}

/* The end of a fence: its marks at the start of a line. The last line may not be whole yet. */
static size_t
past_fence(struct dash_run *run, struct span text, size_t at)
{
	struct span end = span_of(run->until);
	size_t line, next;

	for (; at < text.n; at = next) {
		next = past_line(text, at);
		for (line = at; line < text.n && line - at < DASH_REACH
		    && (text.s[line] == ' ' || text.s[line] == '>'); line++)
			continue;
		if (at > 0 && text.s[at - 1] != '\n')
			continue;
		if (run->more && text.n - at < DASH_AHEAD && text.s[next - 1] != '\n')
			return at;
		if (!span_starts(span_from(text, line), end))
			continue;
		run->until[0] = '\0';
		return next;
	}
	return text.n;
}

/* The end of what began before `at` and ends in run->until, which is cleared when it is there. */
static size_t
past_until(struct dash_run *run, struct span text, size_t at)
{
	struct span end = span_of(run->until);

	if (end.s[0] == '`' || end.s[0] == '~')
		return past_fence(run, text, at);
	for (; (at = span_find_char(text, at, end.s[0])) < text.n; at++) {
		if (run->more && text.n - at < end.n)
			return at;
		if (span_starts_same(span_from(text, at), end)) {
			run->until[0] = '\0';
			return at + end.n;
		}
	}
	return text.n;
}

/* The marks of a fence that begins at `at`; 0 when none does. */
static size_t
fence(struct span text, size_t at)
{
	size_t n = 0, end;

	if (!dash_at_line_start(text, at))
		return 0;
	while (at + n < text.n && n < FENCE && text.s[at + n] == text.s[at])
		n++;
	end = dash_line_end(span_head(text, at + DASH_REACH), at);
	if (n < 3 || n == FENCE || span_has(span_between(text.s + at + n, text.s + end), '`'))
		return 0;
	return n;
}

static const struct {
	struct span open;
	const char *close;
} opaque[] = {
	{ SPAN("<!--"), "-->" }, { SPAN("<pre"), "</pre>" }, { SPAN("<script"), "</script>" },
	{ SPAN("<style"), "</style>" }, { SPAN("<code"), "</code>" }, { SPAN("<kbd"), "</kbd>" },
	{ SPAN("<samp"), "</samp>" }, { SPAN("<textarea"), "</textarea>" },
};

enum { OPAQUE = sizeof(opaque) / sizeof(opaque[0]) };

/* Which of them begins at `at`; OPAQUE when none does. */
static size_t
markup(struct span text, size_t at)
{
	struct span rest = span_from(text, at);
	size_t i, n;

	for (i = 0; i < OPAQUE; i++) {
		n = opaque[i].open.n;
		if (span_starts_same(rest, opaque[i].open)
		    && (i == 0 || n == rest.n || rest.s[n] == '>' || rest.s[n] == ' '))
			break;
	}
	return i;
}

/* The end of the lines or the element that begin at `at`; they may go on behind the text. */
static size_t
past_opaque(struct dash_run *run, struct span text, size_t at)
{
	size_t n;

	if (text.s[at] == '<') {
		if ((n = markup(text, at)) == OPAQUE)
			return at;
		strcpy(run->until, opaque[n].close);
		return past_until(run, text, at + opaque[n].open.n);
	}
	if ((n = fence(text, at)) == 0)
		return at;
	memcpy(run->until, text.s + at, n);
	run->until[n] = '\0';
	return past_until(run, text, past_line(text, at));
}

size_t
dash_opaque(struct span text, size_t at, size_t limit)
{
	struct span rest = span_head(text, limit);
	size_t skip;

	if (!span_has(span_from(rest, at), '<') && !span_has(span_from(rest, at), '`')
	    && !span_has(span_from(rest, at), '~'))
		return limit;
	while ((at = dash_candidate(text, at, limit)) < limit) {
		if ((text.s[at] == '<' && markup(text, at) < OPAQUE)
		    || ((text.s[at] == '`' || text.s[at] == '~') && fence(text, at) > 0))
			return at;
		skip = dash_skip(text, at);
		at = skip > at ? skip : at + 1;
	}
	return limit;
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
	const char *marks = "-*+";

	for (line = span_ltrim(line); line.n > 0 && span_is_digit(line.s[0]); line = span_from(line, 1))
		marks = ".)";
	return line.n > 1 && line.s[0] != '\0' && strchr(marks, line.s[0]) != NULL
	    && (line.s[1] == ' ' || line.s[1] == '\t');
}

/* Lines of four blanks are code after a blank line, but not under a list item. */
static bool
is_code(struct span text, size_t line)
{
	bool blank = line == 0;

	for (size_t far = line; line > 0 && far - line < DASH_BEHIND - 2 * DASH_REACH;) {
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

/* The end of the front matter that text begins with; 0 without one. */
static size_t
front_matter(struct span text)
{
	struct span line;
	size_t at;

	text = span_head(text, FRONT_MATTER);
	at = past_line(text, 0);
	if (!span_starts(text, S("---")) || !is_rule(span_head(text, dash_line_end(text, 0))))
		return 0;
	while (at < text.n) {
		line = span_rtrim(span_between(text.s + at, text.s + dash_line_end(text, at)));
		at = past_line(text, at);
		if (span_eq(line, S("---")) || span_eq(line, S("...")))
			return at;
	}
	return 0;
}

/* Has enough been read to know whether the text begins with front matter? */
static bool
is_opened(struct span text)
{
	size_t at = front_matter(text);

	if (text.n < 3)
		return text.n > 0 && text.s[0] != '-';
	return !span_starts(text, S("---")) || text.n >= FRONT_MATTER || (at > 0 && text.s[at - 1] == '\n');
}

size_t
dash_block(struct dash_run *run, struct span text, size_t at)
{
	size_t start, end, skip;
	struct span line;

	if (text.s[at] == '`' || text.s[at] == '~' || text.s[at] == '<')
		return past_opaque(run, text, at);
	start = dash_line_of(run, text, at);
	if (at == 0 && run->begins && (skip = front_matter(text)) > 0)
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

/* Rewrites and writes what is settled of text[at..], and gives how far that is. */
static size_t
step(struct dash_run *run, struct span text, size_t at, struct buf *out, bool write)
{
	size_t from = at, stop;
	bool changed;

	if (run->until[0] != '\0')
		from = past_until(run, text, at);
	stop = dash_piece(run, text, from, out, &changed);
	if (write && changed) {
		io_write(span_between(text.s + at, text.s + from));
		io_write(buf_view(out));
	} else if (write && stop > at) {
		io_write(span_between(text.s + at, text.s + stop));
	}
	buf_cut(out, 0);
	dash_count_to(run, text, stop);
	return stop;
}

/* Writes the rest of a document and its NUL; what comes then is another. */
static void
end_document(struct dash_run *run, struct span text, size_t at, struct buf *out, bool write)
{
	run->more = false;
	step(run, text, at, out, write);
	if (write)
		io_write((struct span){ "", 1 });
	run->begins = true;
	run->until[0] = '\0';
	run->start = run->counted = 0;
	run->column++;
}

void
dash_stream(struct dash *d, struct io *io, bool write)
{
	struct dash_run run = { .d = d, .markdown = true, .begins = true, .more = true, .line = 1, .column = 1 };
	struct buf out = BUF_INIT;
	size_t at = 0, had = 0, skip, end;
	struct span text;

	if (io->mark && write)
		io_write(S("\xEF\xBB\xBF"));
	buf_reserve(&io->buf, READ);
	buf_reserve(&out, 2 * READ);
	while (run.more) {
		text = io_peek(io, had + 1);
		run.more = !io->end;
		if (d->zero && (end = span_find_char(text, at, '\0')) < text.n) {
			end_document(&run, span_head(text, end), at, &out, write);
			io_skip(io, end + 1);
			run.more = true;
			at = had = 0;
			continue;
		}
		if (!run.more || !run.begins || is_opened(text))
			at = step(&run, text, at, &out, write);
		skip = at > DASH_BEHIND ? at - DASH_BEHIND : 0;
		run.begins &= skip == 0;
		io_skip(io, skip);
		had = text.n - skip;
		at -= skip;
		run.start = 0;
		run.counted -= run.counted < skip ? run.counted : skip;
	}
	if (d->zero && write && (had > 0 || !run.begins))
		io_write((struct span){ "", 1 });
	buf_free(&out);
}
