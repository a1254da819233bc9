/* SPDX-License-Identifier: ISC */
#include "io.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHUNK 65536

static const struct span bom = SPAN("\xEF\xBB\xBF");

void
io_init(struct io *io, char *const *operands)
{
	static char *const just_stdin[] = { "-", NULL };

	*io = (struct io){ .fd = -1 };
	io->file = operands != NULL && *operands != NULL ? operands : just_stdin;
}

void
io_text(struct io *io, const char *name, struct span text)
{
	static char *const none[] = { NULL };

	/* At its end from the start, so the descriptor is never read from. */
	*io = (struct io){ .file = none, .name = name, .fd = STDIN_FILENO, .end = true };
	buf_add(&io->buf, text);
}

static void
close_file(struct io *io)
{
	if (io->ours)
		close(io->fd);
	io->fd = -1;
	io->ours = false;
}

void
io_free(struct io *io)
{
	close_file(io);
	buf_free(&io->buf);
}

/* Text in UTF-16 shows by its mark, or by a NUL in every other byte of its first letters. */
static void
refuse_utf16(struct io *io)
{
	struct span v = io_peek(io, 1);
	size_t even = 0, odd = 0;

	/* A line is enough: who writes slowly need not write more to be read. */
	while (v.n < 64 && !io->end && !span_has(v, '\n'))
		v = io_peek(io, v.n + 1);
	if (span_starts(v, S("\xFF\xFE")) || span_starts(v, S("\xFE\xFF")))
		die_at(io->name, 0, "UTF-16, not UTF-8: convert it with iconv");
	v = span_head(v, 64);
	for (size_t i = 0; i < v.n; i++)
		if (v.s[i] == '\0')
			*(i % 2 == 0 ? &even : &odd) += 1;
	if (v.n >= 8 && (even >= v.n / 2 || odd >= v.n / 2) && (even == 0 || odd == 0))
		die_at(io->name, 0, "UTF-16, not UTF-8: convert it with iconv");
}

bool
io_open(struct io *io)
{
	close_file(io);
	if (*io->file == NULL)
		return false;
	io->name = *io->file++;
	if (strcmp(io->name, "-") == 0) {
		io->name = "<stdin>";
		io->fd = STDIN_FILENO;
	} else if ((io->fd = open(io->name, O_RDONLY)) == -1) {
		die_at(io->name, 0, "%s", strerror(errno));
	} else {
		io->ours = true;
	}
	io->line = 0;
	io->end = false;
	io->last = '\n';
	io->at = 0;
	buf_cut(&io->buf, 0);
	refuse_utf16(io);
	io->mark = span_starts(io_peek(io, bom.n), bom);
	if (io->mark)
		io_skip(io, bom.n);
	return true;
}

/* One read more; what was consumed makes room first. */
static void
fill(struct io *io)
{
	struct buf *b = &io->buf;
	ssize_t got;

	if (io->at > 0 && (io->at == b->n || io->at >= b->cap / 2)) {
		memmove(b->s, b->s + io->at, b->n - io->at);
		buf_cut(b, b->n - io->at);
		io->at = 0;
	}
	buf_reserve(b, CHUNK);
	do
		got = read(io->fd, b->s + b->n, b->cap - b->n - 1);
	while (got == -1 && errno == EINTR);
	if (got == -1)
		die_at(io->name, 0, "%s", errno == EBADF ? "not open, or read already" : strerror(errno));
	io->end = got == 0;
	b->n += (size_t)got;
	b->s[b->n] = '\0';
	if (got > 0)
		io->last = b->s[b->n - 1];
}

bool
io_breaks_off(const struct io *io)
{
	return io->end && io->last != '\n' && *io->file != NULL;
}

struct span
io_peek(struct io *io, size_t want)
{
	while (!io->end && io->buf.n - io->at < want)
		fill(io);
	return span_from(buf_view(&io->buf), io->at);
}

void
io_skip(struct io *io, size_t n)
{
	io->at += n;
}

bool
io_line(struct io *io, struct span *line)
{
	struct span v;
	size_t end = 0;

	if (io->fd == -1)
		return false;
	v = io_peek(io, 1);
	while ((end = span_find_char(v, end, '\n')) == v.n && !io->end)
		v = io_peek(io, v.n + 1);
	if (v.n == 0)
		return false;
	*line = span_head(v, end);
	if (line->n > 0 && line->s[line->n - 1] == '\r')
		line->n--;
	io_skip(io, end < v.n ? end + 1 : end);
	io->line++;
	return true;
}

bool
io_document(struct io *io, int stop, struct span *doc)
{
	bool first = io->line == 0;
	struct span v;
	size_t end = 0;

	if (io->fd == -1)
		return false;
	v = io_peek(io, 1);
	if (v.n == 0 && (!first || stop != IO_ALL))
		return false;
	while ((end = stop == IO_ALL ? v.n : span_find_char(v, end, (char)stop)) == v.n && !io->end)
		v = io_peek(io, v.n + 1);
	*doc = span_head(v, end);
	io_skip(io, end < v.n ? end + 1 : end);
	io->line++;
	return true;
}

const char *
io_slurp(const char *name, struct buf *into)
{
	char *operands[] = { (char *)name, NULL };
	struct span all;
	struct io io;

	io_init(&io, operands);
	io_open(&io);
	io_document(&io, IO_ALL, &all);
	buf_add(into, all);
	io.ours = true;
	io_free(&io);
	return io.name;
}

bool
io_is_normal(struct span text)
{
	return !span_starts(text, bom) && !span_has(text, '\r') && !span_has(text, '\0');
}

void
io_normalise(struct buf *into, struct span text)
{
	if (io_is_normal(text)) {
		buf_add(into, text);
		return;
	}
	if (span_starts(text, bom))
		text = span_from(text, bom.n);
	buf_reserve(into, text.n);
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '\r')
			into->s[into->n++] = '\n', i += i + 1 < text.n && text.s[i + 1] == '\n';
		else
			into->s[into->n++] = text.s[i] != '\0' ? text.s[i] : ' ';
	}
	into->s[into->n] = '\0';
}

void
io_write(struct span v)
{
	ssize_t put;

	for (; v.n > 0; v = span_from(v, (size_t)put)) {
		do
			put = write(STDOUT_FILENO, v.s, v.n);
		while (put == -1 && errno == EINTR);
		if (put == -1)
			die("standard output: %s", strerror(errno));
	}
}
