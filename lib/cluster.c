/* SPDX-License-Identifier: ISC */
#include "cluster.h"

#include "tab.h"
#include "utf8.h"

#include <string.h>

extern const struct tab tab_cluster;

enum column { FIRST, LAST, CLASS };

/* The row whose range c may be in: the last one that starts at or before it. */
static size_t
row_of(const char *hex)
{
	size_t low = 0, high = tab_cluster.rows, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (memcmp(tab_cell(&tab_cluster, middle, FIRST).s, hex, 6) <= 0)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static char
hangul(uint32_t c)
{
	return (c - 0xAC00) % 28 == 0 ? 'v' : 't';
}

char
cluster_class(uint32_t c)
{
	static const char digits[] = "0123456789ABCDEF";
	char hex[6];
	size_t row;

	if (c == UTF8_BAD)
		return 'X';
	if (c >= ' ' && c < 0x7F)
		return 0;
	if (c >= 0xAC00 && c <= 0xD7A3)
		return hangul(c);
	for (size_t i = 0; i < 6; i++)
		hex[i] = digits[c >> (20 - 4 * i) & 15];
	row = row_of(hex);
	return memcmp(hex, tab_cell(&tab_cluster, row, LAST).s, 6) <= 0 ? tab_cell(&tab_cluster, row, CLASS).s[0]
	                                                                : 0;
}

/* What the rules must know of the characters before. */
struct past {
	char class;
	bool picture; /* pictographic, then only what extends it */
	bool joined;  /* and then a joiner */
	bool letter;  /* an Indic consonant, then only linkers and what extends it */
	bool linked;  /* a linker among them */
	size_t flags; /* flag letters in a row */
};

static bool
is_extending(char k)
{
	return k == 'E' || k == 'Z' || k == 'K' || k == 'J';
}

static bool
is_control(char k)
{
	return k == 'X' || k == 'R' || k == 'N';
}

/* Hangul: leading, vowel and trailing letters, and syllables without (v) or with (t) a trailing one. */
static bool
makes_syllable(char a, char b)
{
	if (a == 'L')
		return b == 'L' || b == 'V' || b == 'v' || b == 't';
	if (a == 'V' || a == 'v')
		return b == 'V' || b == 'T';
	return (a == 'T' || a == 't') && b == 'T';
}

/* Does a character of class k go on with the cluster? */
static bool
goes_on(const struct past *p, char k)
{
	if (is_control(p->class) || is_control(k))
		return p->class == 'R' && k == 'N';
	if (is_extending(k) || k == 'S' || p->class == 'B' || makes_syllable(p->class, k))
		return true;
	if (k == 'P')
		return p->joined;
	if (k == 'C')
		return p->letter && p->linked;
	return k == 'F' && p->flags % 2 == 1;
}

static void
remember(struct past *p, char k)
{
	p->joined = p->picture && k == 'J';
	p->picture = k == 'P' || (p->picture && is_extending(k));
	p->linked = p->letter && k != 'C' && (p->linked || k == 'K');
	p->letter = k == 'C' || (p->letter && (k == 'E' || k == 'K' || k == 'J'));
	p->flags = k == 'F' ? p->flags + 1 : 0;
	p->class = k;
}

size_t
cluster_length(struct span v, size_t at)
{
	struct past past = { 0 };
	size_t end, n;
	char k;

	remember(&past, cluster_class(utf8_decode(v, at, &n)));
	for (end = at + n; end < v.n; end += n) {
		k = cluster_class(utf8_decode(v, end, &n));
		if (!goes_on(&past, k))
			break;
		remember(&past, k);
	}
	return end - at;
}

size_t
cluster_keycap(struct span v, size_t at)
{
	size_t n, m;

	if (!span_is_digit(v.s[at]) && v.s[at] != '#' && v.s[at] != '*')
		return 0;
	if (utf8_peek(v, at + 1, &n) != 0xFE0F)
		n = 0;
	return utf8_peek(v, at + 1 + n, &m) == 0x20E3 ? 1 + n + m : 0;
}
