/* SPDX-License-Identifier: ISC */
/* What comes after the host of an address. */
#include "url_part.h"

#include "uni.h"
#include "utf8.h"

uint32_t
url_peek(struct span v, size_t at, size_t *n)
{
	*n = 0;
	return at < v.n ? utf8_decode(v, at, n) : UTF8_BAD;
}

bool
url_is_latin(uint32_t c)
{
	static const uint32_t more[] = { 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x263, 0x268, 0x26F, 0x272,
		0x289, 0x28B, 0x2BB };

	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
		if (c == more[i])
			return true;
	return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c <= 0x36F)
	    || (c >= 0x1E00 && c <= 0x1EFF);
}

static bool
is_path_char(uint32_t c)
{
	if (c < 0x80)
		return span_is_alnum((char)c) || span_has(S("!*';:=+,.$/%#[]-_~@|&"), (char)c);
	return c == 0x2013 || (c >= 0x400 && c <= 0x4FF) || url_is_latin(c);
}

static bool
ends_path(uint32_t c)
{
	if (c < 0x80)
		return span_is_alnum((char)c) || span_has(S("+-=_#/"), (char)c);
	return (c >= 0x400 && c <= 0x4FF) || url_is_latin(c);
}

/* A reader goes on over the letters of any script. */
static bool
is_letter(uint32_t c, enum url_kind kind)
{
	return kind == URL_WRITTEN && c >= 0x80 && c != UTF8_BAD && uni_is_letter(c);
}

static bool
is_in_path(uint32_t c, enum url_kind kind)
{
	return is_path_char(c) || is_letter(c, kind);
}

static size_t
path_run(struct span v, size_t at, enum url_kind kind)
{
	size_t i = at, n;

	while (is_in_path(url_peek(v, i, &n), kind) && n > 0)
		i += n;
	return i - at;
}

/* Brackets with something in them, one pair of brackets within at most. */
static size_t
brackets(struct span v, size_t at, enum url_kind kind)
{
	size_t i = at + 1, n = path_run(v, i, kind), inner;

	i += n;
	if (i < v.n && v.s[i] == '(') {
		inner = path_run(v, i + 1, kind);
		i += 1 + inner;
		if (inner == 0 || i >= v.n || v.s[i] != ')')
			return 0;
		i++;
		i += path_run(v, i, kind);
	} else if (n == 0) {
		return 0;
	}
	return i < v.n && v.s[i] == ')' ? i + 1 - at : 0;
}

size_t
url_path(struct span v, size_t at, enum url_kind kind)
{
	size_t i = at + 1, end = i, n;
	uint32_t c;

	if (at >= v.n || v.s[at] != '/')
		return 0;
	for (;;) {
		c = url_peek(v, i, &n);
		if (c == '(' && (n = brackets(v, i, kind)) > 0)
			end = i + n;
		else if (n == 0 || !is_in_path(c, kind))
			break;
		else if (ends_path(c) || is_letter(c, kind))
			end = i + n;
		i += n;
	}
	return end - at;
}

size_t
url_query(struct span v, size_t at)
{
	size_t end = 0;

	if (at >= v.n || v.s[at] != '?')
		return 0;
	for (size_t i = at + 1; i < v.n; i++) {
		if (!span_is_alnum(v.s[i]) && !span_has(S("!?*'@();:&=+$/%#[]-_.,~|"), v.s[i]))
			break;
		if (span_is_alnum(v.s[i]) || span_has(S("-_&=#/"), v.s[i]))
			end = i + 1;
	}
	return end > at ? end - at : 0;
}
