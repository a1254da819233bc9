/* SPDX-License-Identifier: ISC */
/*
 * utf8: code points of UTF-8 text. A byte that starts no valid sequence is a unit of one byte;
 * utf8_decode gives it as UTF8_BAD, so that callers can copy it, count it or repair it.
 */
#ifndef UTF8_H
#define UTF8_H

#include "buf.h"
#include "span.h"

#include <stdint.h>

#define UTF8_BAD 0xFFFFFFFFu

/* What the functions below call beyond ASCII. */
uint32_t utf8_decode_long(struct span v, size_t at, size_t *n);
uint32_t utf8_before_long(struct span v, size_t at, size_t *n);
bool utf8_is_blank_long(uint32_t c);

/* The code point at `at` (< v.n), and in *n its length in bytes. */
static inline uint32_t
utf8_decode(struct span v, size_t at, size_t *n)
{
	unsigned char b = (unsigned char)v.s[at];

	if (b >= 0x80)
		return utf8_decode_long(v, at, n);
	*n = 1;
	return b;
}

/* The same, but 0, of no length, at the end. */
static inline uint32_t
utf8_peek(struct span v, size_t at, size_t *n)
{
	*n = 0;
	return at < v.n ? utf8_decode(v, at, n) : 0;
}

/* White space that utf8_clean folds. */
static inline bool
utf8_is_blank(uint32_t c)
{
	return c < 0x80 ? span_is_space((char)c) : utf8_is_blank_long(c);
}

/* The code point that ends before `at` (> 0), and in *n its length in bytes. */
static inline uint32_t
utf8_before(struct span v, size_t at, size_t *n)
{
	unsigned char b = (unsigned char)v.s[at - 1];

	if (b >= 0x80)
		return utf8_before_long(v, at, n);
	*n = 1;
	return b;
}

void utf8_add(struct buf *b, uint32_t c);
size_t utf8_count(struct span v);               /* code points, a bad byte counts one */
size_t utf8_units(struct span v);               /* UTF-16 code units */
bool utf8_valid(struct span v);

/* Appends v fit for one line of output: bad bytes become U+FFFD; controls, terminal escapes, bidi
 * and other invisible characters go; any run of white space (NBSP too) becomes one blank; trimmed. */
void utf8_clean(struct buf *b, struct span v);

/* Characters that utf8_clean drops. */
bool utf8_is_invisible(uint32_t c);

#endif
