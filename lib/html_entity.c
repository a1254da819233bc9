/* SPDX-License-Identifier: ISC */
#include "html.h"

#include "tab.h"
#include "utf8.h"

extern const struct tab tab_entity;

/* The longest name of a reference. */
#define NAME_BYTES 31

/* What 0x80 to 0x9F stand for: they were meant as Windows-1252. */
static const uint16_t windows[32] = {
	0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
	0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
};

static uint32_t
mended(uint32_t c)
{
	if (c >= 0x80 && c < 0xA0)
		return windows[c - 0x80];
	return c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000) ? 0xFFFD : c;
}

static int
digit(char c, bool hex)
{
	if (span_is_digit(c))
		return c - '0';
	c = span_lower(c);
	return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* &#8217; and &#x2019; with the semicolon or without: the length, or 0. */
static size_t
numeric(struct span v, struct buf *out)
{
	bool hex = v.n > 2 && span_lower(v.s[2]) == 'x';
	size_t from = hex ? 3 : 2, at = from;
	uint32_t c = 0;

	for (; at < v.n && digit(v.s[at], hex) >= 0; at++)
		if (c <= 0x10FFFF)
			c = c * (hex ? 16 : 10) + (uint32_t)digit(v.s[at], hex);
	if (at == from)
		return 0;
	utf8_add(out, mended(c));
	return at < v.n && v.s[at] == ';' ? at + 1 : at;
}

static size_t
take_name(struct span name, size_t length, struct buf *out)
{
	size_t row = tab_find(&tab_entity, name);

	if (row == TAB_NONE || (length == name.n + 1 && tab_cell(&tab_entity, row, 2).n == 0))
		return 0;
	buf_add(out, tab_cell(&tab_entity, row, 1));
	return length;
}

/* &rsquo; or, of the old names only and the longest that fits, &copy without the semicolon. */
static size_t
named(struct span v, bool attribute, struct buf *out)
{
	struct span name = span_from(span_head(v, NAME_BYTES + 2), 1);
	size_t n = 0, length;

	while (n < name.n && span_is_alnum(name.s[n]))
		n++;
	if (n < name.n && name.s[n] == ';') {
		length = take_name(span_head(name, n), n + 2, out);
		if (length > 0)
			return length;
	}
	if (attribute && n < name.n && (name.s[n] == '=' || n > 6))
		return 0;
	/* the old names have two to six letters; in an attribute nothing may follow them */
	for (size_t k = n < 6 ? n : 6; k >= 2 && (!attribute || k == n); k--) {
		length = take_name(span_head(name, k), k + 1, out);
		if (length > 0)
			return length;
	}
	return 0;
}

size_t
html_reference(struct span v, struct buf *out)
{
	size_t was = out->n, n = v.n > 1 && v.s[1] == '#' ? numeric(v, out) : named(v, false, out);

	if (n > 0 && v.s[n - 1] == ';')
		return n;
	buf_cut(out, was);
	return 0;
}

void
html_decode(struct span v, bool attribute, struct buf *out)
{
	size_t at = 0, amp, n;

	while ((amp = span_find_char(v, at, '&')) < v.n) {
		struct span rest = span_from(v, amp);

		buf_add(out, span_head(span_from(v, at), amp - at));
		n = rest.n > 1 && rest.s[1] == '#' ? numeric(rest, out) : named(rest, attribute, out);
		if (n == 0)
			buf_char(out, '&');
		at = amp + (n > 0 ? n : 1);
	}
	buf_add(out, span_from(v, at));
}

struct span
html_clean(struct span v, bool attribute, struct arena *a)
{
	struct buf text = BUF_INIT, clean = BUF_INIT;
	struct span s;

	html_decode(v, attribute, &text);
	utf8_clean(&clean, buf_view(&text));
	s = arena_span(a, buf_view(&clean));
	buf_free(&text);
	buf_free(&clean);
	return s;
}
