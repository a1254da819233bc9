/* SPDX-License-Identifier: ISC */
#include "buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
buf_reserve(struct buf *b, size_t more)
{
	size_t cap = b->cap > 0 ? b->cap : 64;

	if (b->cap > b->n && more < b->cap - b->n)
		return;
	if (more >= SIZE_MAX / 2 - b->n)
		die("out of memory");
	while (cap < b->n + more + 1)
		cap *= 2;
	b->s = die_realloc(b->s, cap, 1);
	b->cap = cap;
}

void
buf_add(struct buf *b, struct span v)
{
	buf_reserve(b, v.n);
	if (v.n > 0)
		memcpy(b->s + b->n, v.s, v.n);
	b->n += v.n;
	b->s[b->n] = '\0';
}

void
buf_str(struct buf *b, const char *s)
{
	buf_add(b, span_of(s));
}

void
buf_uint(struct buf *b, size_t n)
{
	char digits[3 * sizeof(n)], *at = digits + sizeof(digits);

	do
		*--at = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	buf_add(b, (struct span){ at, (size_t)(digits + sizeof(digits) - at) });
}

void
buf_fmt(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		die("cannot format: %s", fmt);
	buf_reserve(b, (size_t)n);
	vsnprintf(b->s + b->n, (size_t)n + 1, fmt, again);
	va_end(again);
	b->n += (size_t)n;
}

void
buf_rtrim(struct buf *b)
{
	buf_cut(b, span_rtrim(buf_view(b)).n);
}

void
buf_cut(struct buf *b, size_t n)
{
	if (n >= b->n)
		return;
	b->n = n;
	b->s[n] = '\0';
}

void
buf_free(struct buf *b)
{
	free(b->s);
	*b = (struct buf)BUF_INIT;
}
