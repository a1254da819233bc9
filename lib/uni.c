/* SPDX-License-Identifier: ISC */
#include "uni.h"

#include "cluster.h"
#include "pat.h"
#include "utf8.h"

static bool
has(struct span property, uint32_t c)
{
	struct buf b = BUF_INIT;
	bool yes;

	if (c >= 0x2000 && c < 0x2070)
		return false; /* quotes, dashes and blanks: the common ones need no pattern */
	utf8_add(&b, c);
	yes = pat_test(property, buf_view(&b));
	buf_free(&b);
	return yes;
}

bool
uni_is_letter(uint32_t c)
{
	static const struct span letter = SPAN("^[\\p{L}\\p{M}]");

	return c < 0x80 ? span_is_alpha((char)c) : has(letter, c);
}

bool
uni_is_upper(uint32_t c)
{
	static const struct span upper = SPAN("^[\\p{Lu}\\p{Lt}]");

	return c < 0x80 ? span_is_upper((char)c) : has(upper, c);
}

bool
uni_is_capital(struct span word)
{
	size_t n;

	return word.n > 0 && uni_is_upper(utf8_decode(word, 0, &n));
}

bool
uni_is_lower(uint32_t c)
{
	static const struct span lower = SPAN("^\\p{Ll}");

	return c < 0x80 ? span_is_lower((char)c) : has(lower, c);
}

/* Latin-1, Latin Extended-A, Greek and Cyrillic: where English text meets foreign names. */
uint32_t
uni_lower(uint32_t c)
{
	if (c < 0x80)
		return (uint32_t)span_lower((char)c);
	if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9 && c != 0x3A2)
	    || (c >= 0x410 && c <= 0x42F))
		return c + 32;
	if (c >= 0x400 && c <= 0x40F)
		return c + 80;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177))
		return c | 1;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c % 2 == 1 ? c + 1 : c;
	return c == 0x178 ? 0xFF : c;
}

static uint32_t
upper(uint32_t c)
{
	if (c < 0x80)
		return (uint32_t)span_upper((char)c);
	if ((c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2)
	    || (c >= 0x430 && c <= 0x44F))
		return c - 32;
	if (c >= 0x450 && c <= 0x45F)
		return c - 80;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177))
		return c & ~1u;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E))
		return c % 2 == 0 ? c - 1 : c;
	return c == 0xFF ? 0x178 : c;
}

void
uni_add_lower(struct buf *b, struct span v)
{
	size_t n;

	buf_reserve(b, v.n);
	for (size_t i = 0; i < v.n; i += n) {
		uint32_t c = utf8_decode(v, i, &n);

		if (c < 0x80)
			buf_char(b, span_lower((char)c));
		else if (c == UTF8_BAD)
			buf_char(b, v.s[i]);
		else
			utf8_add(b, uni_lower(c));
	}
}

static void
add_first(struct buf *b, struct span v, uint32_t (*map)(uint32_t))
{
	uint32_t c;
	size_t n = 0;

	if (v.n > 0 && (c = utf8_decode(v, 0, &n)) != UTF8_BAD)
		utf8_add(b, map(c));
	else
		n = 0;
	buf_add(b, span_from(v, n));
}

void
uni_add_upper_first(struct buf *b, struct span v)
{
	add_first(b, v, upper);
}

void
uni_add_lower_first(struct buf *b, struct span v)
{
	add_first(b, v, uni_lower);
}

size_t
uni_graphemes(struct span v)
{
	size_t n = 0;

	for (size_t i = 0; i < v.n; i += cluster_length(v, i))
		n++;
	return n;
}
