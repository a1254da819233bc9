/* SPDX-License-Identifier: ISC */
#include "vocab.h"

#include "map.h"
#include "stem.h"
#include "tab.h"
#include "uni.h"

extern const struct tab tab_stop, tab_common;

struct vocab {
	struct arena *arena;
	struct map word, stem;
	uint32_t *stem_of; /* of each word */
	unsigned char *info; /* of each stem */
	size_t words, stems; /* the room in them */
};

struct vocab *
vocab_new(struct arena *a)
{
	struct vocab *v = ARENA_NEW(a, struct vocab);

	v->arena = v->word.arena = v->stem.arena = a;
	return v;
}

static bool
is_acronym(struct span word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!span_is_upper(word.s[i]) && !span_is_digit(word.s[i]))
			return false;
	return word.n >= 2 && span_is_upper(word.s[0]);
}

/* Rare words tell more than common ones. */
static unsigned char
info_of(struct span low)
{
	size_t bits = 0;

	span_uint(tab_value(&tab_common, low, 1), &bits);
	return bits < VOCAB_INFO ? (unsigned char)(VOCAB_INFO - bits) : 1;
}

/* The stem of a new word, in lower case. A stem tells as much as its most common form. */
static uint32_t
add(struct vocab *v, struct span low)
{
	struct buf stem = BUF_INIT;
	size_t known = v->stem.n, id;

	stem_light(low, &stem);
	id = map_add(&v->stem, stem.n > 0 && !is_acronym(low) ? buf_view(&stem) : low);
	v->info = arena_grow(v->arena, v->info, v->stem.n, &v->stems, sizeof(*v->info));
	if (id == known || info_of(low) < v->info[id])
		v->info[id] = info_of(low);
	buf_free(&stem);
	return (uint32_t)id;
}

static uint32_t
stem_of_low(struct vocab *v, struct span low)
{
	size_t known = v->word.n, id = map_add(&v->word, low);

	if (id == known) {
		v->stem_of = arena_grow(v->arena, v->stem_of, id + 1, &v->words, sizeof(*v->stem_of));
		v->stem_of[id] = add(v, low);
	}
	return v->stem_of[id];
}

uint32_t
vocab_stem(struct vocab *v, struct span word)
{
	struct buf b = BUF_INIT;
	char low[32];
	size_t n = 0;
	uint32_t stem;

	/* US, IT and WHO are not us, it and who. */
	if (is_acronym(word) && tab_find_lower(&tab_stop, word) != TAB_NONE)
		return stem_of_low(v, word);
	for (; n < word.n && n < sizeof(low) && (unsigned char)word.s[n] < 0x80; n++)
		low[n] = span_lower(word.s[n]);
	if (n == word.n)
		return stem_of_low(v, (struct span){ low, n });
	uni_add_lower(&b, word);
	stem = stem_of_low(v, buf_view(&b));
	buf_free(&b);
	return stem;
}

unsigned
vocab_info(const struct vocab *v, uint32_t stem)
{
	return v->info[stem];
}

size_t
vocab_size(const struct vocab *v)
{
	return v->stem.n;
}

char
vocab_class(struct span word)
{
	size_t row = tab_find_lower(&tab_stop, word);
	char class = row != TAB_NONE ? tab_cell(&tab_stop, row, 1).s[0] : 0;

	return (class == 'f' || class == 'v') && is_acronym(word) ? 0 : class;
}

unsigned
vocab_log(size_t n)
{
	unsigned bits = 0;

	if (n == 0)
		return 0;
	while (n >> (bits + 1) > 0)
		bits++;
	return 16 * bits + (unsigned)(((n - ((size_t)1 << bits)) << 4) >> bits);
}
