/* SPDX-License-Identifier: ISC */
#include "post_part.h"

#include "cluster.h"
#include "tab.h"
#include "utf8.h"

extern const struct tab tab_decompose, tab_glyph;

#define USUAL 556
#define SQUARE 1000
#define PICTURE 1250
#define BLANK 278

/* Scripts that are written in squares. */
static bool
is_square(uint32_t c)
{
	return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
	    || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60)
	    || (c >= 0x20000 && c <= 0x3FFFD);
}

/* A cluster is as wide as what it begins with. */
static size_t
cluster_width(struct span v)
{
	struct span base, width;
	size_t n;
	uint32_t c = utf8_decode(v, 0, &n);

	if (c == ' ')
		return BLANK;
	if (is_square(c))
		return SQUARE;
	if (c >= 0x2190 && (cluster_class(c) == 'P' || cluster_class(c) == 'F'))
		return PICTURE;
	base = n > 1 ? tab_value(&tab_decompose, span_head(v, n), 1) : S("");
	if (base.n > 0)
		utf8_decode(base, 0, &n);
	width = tab_value(&tab_glyph, span_head(base.n > 0 ? base : v, n), 1);
	return span_uint(width, &n) ? n : USUAL;
}

size_t
post_width(struct span v)
{
	size_t sum = 0, n;

	for (size_t i = 0; i < v.n; i += n) {
		n = cluster_length(v, i);
		sum += cluster_width(span_head(span_from(v, i), n));
	}
	return sum;
}

bool
post_wrap(struct span *rest, size_t most, struct span *line)
{
	struct span v = *rest;
	size_t at = 0, width = 0, word = 0, n;

	if (v.n == 0)
		return false;
	for (; at < v.n && v.s[at] != '\n'; at += n) {
		n = cluster_length(v, at);
		width += cluster_width(span_head(span_from(v, at), n));
		if (v.s[at] == ' ')
			word = at + 1;
		else if (width > most && at > 0)
			break;
	}
	if (at < v.n && v.s[at] != '\n')
		at = word > 0 ? word : at;
	*line = span_rtrim(span_head(v, at));
	*rest = span_from(v, at + (at < v.n && v.s[at] == '\n'));
	return true;
}
