/* SPDX-License-Identifier: ISC */
/* Where emojis stand in a text. */
#include "emoji_part.h"

#include "cluster.h"
#include "utf8.h"

#include <string.h>

/* The longest sequences, families and flags of tags, take 35 bytes. */
#define LONGEST 40

struct range {
	uint32_t first, last;
};

/* Shown as emojis without U+FE0F after them, or so often meant as marks that it makes no
 * difference. */
static const struct range bare[] = {
	{ 0x231A, 0x231B },
	{ 0x23E9, 0x23F3 },
	{ 0x25FD, 0x25FE },
	{ 0x2600, 0x26FF },
	{ 0x2702, 0x2764 },
	{ 0x2795, 0x2797 },
	{ 0x27B0, 0x27B0 },
	{ 0x27BF, 0x27BF },
	{ 0x2B1B, 0x2B1C },
	{ 0x2B50, 0x2B50 },
	{ 0x2B55, 0x2B55 },
	{ 0x1F004, 0x1F004 },
	{ 0x1F0CF, 0x1F0CF },
	{ 0x1F170, 0x1F19A },
	{ 0x1F201, 0x1F251 },
	{ 0x1F300, 0x1F64F },
	{ 0x1F680, 0x1F6FF },
	{ 0x1F7E0, 0x1F7EB },
	{ 0x1F90C, 0x1F9FF },
	{ 0x1FA70, 0x1FAFF },
};

/* Emojis only with it. */
static const struct range dressed[] = {
	{ 0xA9, 0xA9 },
	{ 0xAE, 0xAE },
	{ 0x203C, 0x203C },
	{ 0x2049, 0x2049 },
	{ 0x2122, 0x2122 },
	{ 0x2139, 0x2139 },
	{ 0x2194, 0x21AA },
	{ 0x2328, 0x2328 },
	{ 0x23CF, 0x23CF },
	{ 0x23F8, 0x23FA },
	{ 0x24C2, 0x24C2 },
	{ 0x25AA, 0x25FE },
	{ 0x2600, 0x27BF },
	{ 0x2934, 0x2935 },
	{ 0x2B05, 0x2B07 },
	{ 0x3030, 0x3030 },
	{ 0x303D, 0x303D },
	{ 0x3297, 0x3299 },
};

static bool
in_ranges(uint32_t c, const struct range *r, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (c >= r[i].first && c <= r[i].last)
			return true;
	return false;
}

static bool
is_flag_letter(uint32_t c)
{
	return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/* Skin tones, U+FE0F and the tags of regional flags. */
static size_t
skip_modifiers(struct span v, size_t at)
{
	size_t n;
	uint32_t c;

	while ((c = utf8_peek(v, at, &n)) == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF) ||
	       (c >= 0xE0020 && c <= 0xE007F))
		at += n;
	return at;
}

static size_t
one(struct span v, size_t at)
{
	size_t n, m;
	uint32_t c = utf8_peek(v, at, &n), next = utf8_peek(v, at + n, &m);

	if (n == 0 || c == UTF8_BAD)
		return 0;
	if (is_flag_letter(c))
		return is_flag_letter(next) ? n + m : 0;
	if (in_ranges(c, bare, sizeof(bare) / sizeof(bare[0])) ||
	    (next == 0xFE0F && in_ranges(c, dressed, sizeof(dressed) / sizeof(dressed[0]))))
		return skip_modifiers(v, at + n) - at;
	return 0;
}

size_t
emoji_at(struct span v, size_t at)
{
	size_t end, n, m;

	if (at >= v.n || (unsigned char)v.s[at] < 0x80)
		return at < v.n ? cluster_keycap(v, at) : 0;
	end = at + one(v, at);
	while (end > at && utf8_peek(v, end, &n) == 0x200D && (m = one(v, end + n)) > 0)
		end += n + m;
	return end - at;
}

/* Beyond ASCII emojis begin with C2, E2, E3 or F0; keycaps are found by their U+20E3. */
bool
emoji_is_one(struct span v)
{
	return v.n > 0 && emoji_at(v, 0) == v.n;
}

size_t
emoji_find(struct span v, size_t from)
{
	for (size_t i = from; i < v.n; i++) {
		unsigned char c = (unsigned char)v.s[i];

		if (c < 0xC2 && !(c < '@' && i + 3 < v.n && (unsigned char)v.s[i + 1] >= 0xE2))
			continue;
		if (emoji_at(v, i) > 0)
			return i;
	}
	return v.n;
}

size_t
emoji_prefix(struct span v)
{
	size_t end = 0, n;

	for (size_t at = 0; (n = emoji_at(v, at)) > 0; at = span_skip_space(v, end))
		end = at + n;
	return end;
}

/* The length of the emoji that ends the value. */
static size_t
last(struct span v)
{
	size_t longest = 0;

	if (v.n == 0 || (unsigned char)v.s[v.n - 1] < 0x80)
		return 0;
	for (size_t n = 1; n <= LONGEST && n <= v.n; n++)
		if (((unsigned char)v.s[v.n - n] & 0xC0) != 0x80 && emoji_at(v, v.n - n) == n)
			longest = n;
	return longest;
}

size_t
emoji_suffix(struct span v)
{
	struct span rest = v;
	size_t n, start = v.n;

	while ((n = last(rest)) > 0) {
		start = rest.n - n;
		rest = span_rtrim(span_head(rest, start));
	}
	return v.n - start;
}

struct span
emoji_strip(struct span v)
{
	v = span_trim(span_from(v, emoji_prefix(v)));
	return span_trim(span_head(v, v.n - emoji_suffix(v)));
}

struct span
emoji_drop(struct span v, struct arena *a)
{
	struct buf b = BUF_INIT;
	size_t from = 0, at;

	v = emoji_strip(v);
	if (emoji_find(v, 0) == v.n)
		return v;
	while ((at = emoji_find(v, from)) < v.n) {
		buf_add(&b, span_head(span_from(v, from), at - from));
		from = at + emoji_at(v, at);
		if (b.n > 0 && span_is_space(b.s[b.n - 1]))
			from = span_skip_space(v, from);
	}
	buf_add(&b, span_from(v, from));
	v = arena_span(a, buf_view(&b));
	buf_free(&b);
	return v;
}

/* The next byte that counts; U+FE0F is EF B8 8F. */
static size_t
skip_dress(struct span e, size_t at)
{
	while (at + 2 < e.n && memcmp(e.s + at, "\357\270\217", 3) == 0)
		at += 3;
	return at;
}

static bool
same(struct span a, struct span b)
{
	size_t i = 0, j = 0;

	for (;;) {
		i = skip_dress(a, i);
		j = skip_dress(b, j);
		if (i == a.n || j == b.n)
			return i == a.n && j == b.n;
		if (a.s[i++] != b.s[j++])
			return false;
	}
}

static size_t
slot_of(const struct emoji_set *s, struct span e)
{
	unsigned h = SPAN_HASH;
	size_t i;

	for (i = skip_dress(e, 0); i < e.n; i = skip_dress(e, i + 1))
		h = span_hash_char(h, e.s[i]);
	for (i = h & (s->slots - 1); s->slot[i].n > 0 && !same(s->slot[i], e);
	     i = (i + 1) & (s->slots - 1))
		continue;
	return i;
}

bool
emoji_set_has(const struct emoji_set *s, struct span e)
{
	return s->n > 0 && s->slot[slot_of(s, e)].n > 0;
}

void
emoji_set_add(struct emoji_set *s, struct span e)
{
	struct emoji_set old = *s;
	size_t at;

	if (2 * (s->n + 1) > s->slots) {
		s->slots = s->slots > 0 ? 2 * s->slots : 64;
		s->slot = ARENA_ARRAY(s->arena, struct span, s->slots);
		for (size_t i = 0; i < old.slots; i++)
			if (old.slot[i].n > 0)
				s->slot[slot_of(s, old.slot[i])] = old.slot[i];
	}
	at = slot_of(s, e);
	s->n += s->slot[at].n == 0;
	s->slot[at] = e;
}

void
emoji_set_add_all(struct emoji_set *s, struct span text)
{
	for (size_t i = emoji_find(text, 0), n; i < text.n; i = emoji_find(text, i + n)) {
		n = emoji_at(text, i);
		emoji_set_add(s, (struct span){ text.s + i, n });
	}
}
