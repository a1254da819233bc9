/* SPDX-License-Identifier: ISC */
#include "utf8.h"

#define BYTE(v, i) ((unsigned char)(v).s[i])

static bool
is_tail(struct span v, size_t at)
{
	return at < v.n && (BYTE(v, at) & 0xC0) == 0x80;
}

uint32_t
utf8_decode_long(struct span v, size_t at, size_t *n)
{
	unsigned char b = BYTE(v, at);
	uint32_t c;

	*n = 1;
	if (b >= 0xC2 && b < 0xE0 && is_tail(v, at + 1)) {
		*n = 2;
		return (b & 0x1Fu) << 6 | (BYTE(v, at + 1) & 0x3Fu);
	}
	if (b >= 0xE0 && b < 0xF0 && is_tail(v, at + 1) && is_tail(v, at + 2)) {
		c = (b & 0x0Fu) << 12 | (BYTE(v, at + 1) & 0x3Fu) << 6 | (BYTE(v, at + 2) & 0x3Fu);
		if (c < 0x800 || (c >= 0xD800 && c < 0xE000))
			return UTF8_BAD;
		*n = 3;
		return c;
	}
	if (b >= 0xF0 && b < 0xF5 && is_tail(v, at + 1) && is_tail(v, at + 2) && is_tail(v, at + 3)) {
		c = (b & 0x07u) << 18 | (BYTE(v, at + 1) & 0x3Fu) << 12
		    | (BYTE(v, at + 2) & 0x3Fu) << 6 | (BYTE(v, at + 3) & 0x3Fu);
		if (c < 0x10000 || c > 0x10FFFF)
			return UTF8_BAD;
		*n = 4;
		return c;
	}
	return UTF8_BAD;
}

uint32_t
utf8_before_long(struct span v, size_t at, size_t *n)
{
	uint32_t c;

	for (size_t back = 1; back <= 4 && back <= at; back++) {
		c = utf8_decode(span_head(v, at), at - back, n);
		if (c != UTF8_BAD && *n == back)
			return c;
	}
	*n = 1;
	return UTF8_BAD;
}

void
utf8_add(struct buf *b, uint32_t c)
{
	if (c < 0x80) {
		buf_char(b, (char)c);
	} else if (c < 0x800) {
		buf_char(b, (char)(0xC0 | c >> 6));
		buf_char(b, (char)(0x80 | (c & 0x3F)));
	} else if (c < 0x10000) {
		buf_char(b, (char)(0xE0 | c >> 12));
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3F)));
		buf_char(b, (char)(0x80 | (c & 0x3F)));
	} else {
		buf_char(b, (char)(0xF0 | c >> 18));
		buf_char(b, (char)(0x80 | (c >> 12 & 0x3F)));
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3F)));
		buf_char(b, (char)(0x80 | (c & 0x3F)));
	}
}

/* How many bytes at `at` are ASCII; eight are looked at together. */
static size_t
ascii_run(struct span v, size_t at)
{
	size_t i = at;
	uint64_t eight;

	for (; i + sizeof(eight) <= v.n; i += sizeof(eight)) {
		memcpy(&eight, v.s + i, sizeof(eight));
		if ((eight & UINT64_C(0x8080808080808080)) != 0)
			break;
	}
	while (i < v.n && BYTE(v, i) < 0x80)
		i++;
	return i - at;
}

size_t
utf8_count(struct span v)
{
	size_t count = 0, n;

	for (size_t i = 0; i < v.n; i += n) {
		n = ascii_run(v, i);
		count += n;
		if (n == 0) {
			utf8_decode(v, i, &n);
			count++;
		}
	}
	return count;
}

size_t
utf8_units(struct span v)
{
	size_t count = 0, n;

	for (size_t i = 0; i < v.n; i += n, count++)
		if (utf8_decode(v, i, &n) != UTF8_BAD && n == 4)
			count++;
	return count;
}

bool
utf8_valid(struct span v)
{
	size_t n;

	for (size_t i = 0; i < v.n; i += n)
		if (utf8_decode(v, i, &n) == UTF8_BAD)
			return false;
	return true;
}

bool
utf8_is_blank_long(uint32_t c)
{
	return c == 0x85 || c == 0xA0 || c == 0x1680
	    || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F
	    || c == 0x205F || c == 0x3000;
}

/* The joiner U+200D and the selector U+FE0F stay: emojis are made of them. */
bool
utf8_is_invisible(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x200C
	    || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
	    || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x61C || c == 0xFFFC
	    || (c >= 0xFFF9 && c <= 0xFFFB) || c == 0x180E;
}

/* The length of a terminal's escape sequence at `at`; 1 for a bare escape. */
static size_t
escape_length(struct span v, size_t at)
{
	size_t i = at + 1;

	if (i < v.n && v.s[i] == '[') {
		for (i++; i < v.n && v.s[i] >= 0x20 && v.s[i] < 0x40; i++)
			continue;
		return (i < v.n && v.s[i] >= 0x40 ? i + 1 : i) - at;
	}
	if (i < v.n && v.s[i] == ']') {
		for (i++; i < v.n && v.s[i] != 0x07 && v.s[i] != 0x1B && v.s[i] != '\n'; i++)
			continue;
		return (i < v.n && v.s[i] == 0x07 ? i + 1 : i) - at;
	}
	return 1;
}

static bool
is_plain(char c)
{
	return c > ' ' && c < 0x7F;
}

/* How many bytes at `at` stay as they are: words of plain ASCII with one blank between them. */
static size_t
plain_run(struct span v, size_t at)
{
	size_t i = at;

	for (;; i++) {
		while (i < v.n && is_plain(v.s[i]))
			i++;
		if (i + 1 >= v.n || v.s[i] != ' ' || !is_plain(v.s[i + 1]))
			return i - at;
	}
}

void
utf8_clean(struct buf *b, struct span v)
{
	size_t start = b->n, n;
	bool blank = false;
	uint32_t c;

	buf_reserve(b, v.n);
	for (size_t i = 0; i < v.n; i += n) {
		c = utf8_decode(v, i, &n);
		if (c == 0x1B)
			n = escape_length(v, i);
		else if (utf8_is_blank(c))
			blank = true;
		else if (c == UTF8_BAD || !utf8_is_invisible(c)) {
			if (blank && b->n > start)
				buf_char(b, ' ');
			blank = false;
			if (c == UTF8_BAD) {
				utf8_add(b, 0xFFFD);
				continue;
			}
			n = c < 0x80 ? plain_run(v, i) : n;
			buf_add(b, (struct span){ v.s + i, n });
		}
	}
}
