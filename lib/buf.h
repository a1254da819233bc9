/* SPDX-License-Identifier: ISC */
/*
 * buf: bytes that are owned and grow by doubling. Start from { 0 } or BUF_INIT; s is NULL until the
 * first byte and NUL-terminated after it. buf_view borrows: the next addition may move the bytes.
 */
#ifndef BUF_H
#define BUF_H

#include "die.h"
#include "span.h"

struct buf {
	char *s;
	size_t n;
	size_t cap;
};

#define BUF_INIT { NULL, 0, 0 }

void buf_reserve(struct buf *b, size_t more); /* room for so many bytes and a NUL */
void buf_add(struct buf *b, struct span v);
void buf_str(struct buf *b, const char *s);
void buf_uint(struct buf *b, size_t n);       /* in decimal */
void buf_fmt(struct buf *b, const char *fmt, ...) DIE_FORMAT(2);
void buf_rtrim(struct buf *b);
void buf_cut(struct buf *b, size_t n); /* keep the first n bytes */
void buf_free(struct buf *b);

static inline void
buf_char(struct buf *b, char c)
{
	if (b->n + 2 > b->cap)
		buf_reserve(b, 1);
	b->s[b->n++] = c;
	b->s[b->n] = '\0';
}

static inline struct span
buf_view(const struct buf *b)
{
	return (struct span){ b->s != NULL ? b->s : "", b->n };
}

#endif
