/* SPDX-License-Identifier: ISC */
/*
 * io: the operands of a command as one input, and output that is checked. Names: NULL operands or
 * "-" is standard input, called <stdin> in messages. What cannot be opened or read is fatal (exit
 * 2, with the name); so is UTF-16. Spans that are handed out are borrowed until the next call.
 */
#ifndef IO_H
#define IO_H

#include "buf.h"
#include "span.h"

struct io {
	char *const *file;  /* the operands, NULL-terminated; what is left of them */
	const char *name;   /* of the file being read, for messages */
	size_t line;        /* number of the line handed out last, from 1 */
	int fd;             /* -1: none open */
	bool ours;          /* it was opened here, and is closed here */
	bool end;           /* the open file has no more bytes */
	bool mark;          /* it began with a byte order mark, which was skipped */
	char last;          /* the byte of it that was read last; a newline before the first */
	size_t at;          /* the unread bytes are buf[at..] */
	struct buf buf;
};

void io_init(struct io *io, char *const *operands);
void io_free(struct io *io);

/* A text in memory, to be read as if it were an open file of that name. */
void io_text(struct io *io, const char *name, struct span text);

/* Opens the next operand; false when there is none. The first call opens the first. */
bool io_open(struct io *io);

/* Does another operand follow the open file, which has ended in the middle of a line? */
bool io_breaks_off(const struct io *io);

/* At least the first `want` unread bytes of the open file, fewer at its end. Nothing is consumed. */
struct span io_peek(struct io *io, size_t want);
void io_skip(struct io *io, size_t n);

/* The next line of the open file, without its newline and one CR; false at the end of the file. */
bool io_line(struct io *io, struct span *line);

/* The next bytes up to `stop` (which is consumed, not given), or the rest of the file when stop is
 * IO_ALL. False at the end of the file; an empty file is one empty document, or with a stop none. */
#define IO_ALL (-1)
bool io_document(struct io *io, int stop, struct span *doc);

/* All of a file that an option names, for profiles, tables and templates; gives the name it has in messages.
 * Standard input is closed after it: whoever else would read it is told so, and not that it is empty. */
const char *io_slurp(const char *name, struct buf *into);

/* Appends text without its byte order mark, with LF for CRLF and CR; NUL becomes a blank. */
void io_normalise(struct buf *into, struct span text);
bool io_is_normal(struct span text); /* it would stay as it is */

/* Writes to stdout, whole, and hands it on at once; a failure is fatal. */
void io_write(struct span v);

#endif
