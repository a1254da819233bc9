/* SPDX-License-Identifier: ISC */
#include "vocab.h"

#include "stem.h"
#include "tab.h"
#include "uni.h"

extern const struct tab tab_noun, tab_stop, tab_verb;
extern const struct tab_marks marks_common;
extern const struct tab_index tab_index;

/* A text of 12 KB has a spelling for so many bytes; a longer one has fewer of them. */
#define BYTES_A_SPELLING 12
#define ROOM_MOST 4096

/* At least half of the slots stay empty. */
static void
make_slots(struct vocab *v, size_t slots)
{
	size_t i;

	v->slots = slots;
	v->slot = arena_table(v->arena, slots, sizeof(*v->slot));
	for (size_t id = 0; id < v->n; id++) {
		for (i = v->v[id].hash & (slots - 1); v->slot[i] != 0;)
			i = (i + 1) & (slots - 1);
		v->slot[i] = (uint32_t)id + 1;
	}
}

struct vocab *
vocab_new(size_t bytes, struct arena *a)
{
	struct vocab *v = ARENA_NEW(a, struct vocab);
	size_t room = bytes / BYTES_A_SPELLING, slots = 64;

	if (room > ROOM_MOST)
		room = ROOM_MOST;
	v->arena = v->stem.arena = a;
	while (slots < 2 * room)
		slots *= 2;
	make_slots(v, slots);
	v->v = arena_grow(a, NULL, room, &v->cap, sizeof(*v->v));
	map_room(&v->stem, room);
	return v;
}

static char
class_at(size_t row)
{
	return row != TAB_NONE ? tab_cell(&tab_stop, row, 1).s[0] : 0;
}

static bool
is_acronym(struct span word)
{
	for (size_t i = 0; i < word.n; i++)
		if (!span_is_upper(word.s[i]) && !span_is_digit(word.s[i]))
			return false;
	return word.n >= 2 && span_is_upper(word.s[0]);
}

/* The row of a spelling in lower case. */
static size_t
row_of_low(const struct vocab_word *w, const struct tab *t)
{
	return tab_index_may(&tab_index, w->mark, t) ? tab_find_hashed(t, w->text, w->hash) : TAB_NONE;
}

/* Rare words tell more than common ones. */
static unsigned char
info_of(uint32_t hash)
{
	unsigned bits = tab_mark(&marks_common, hash);

	return bits < VOCAB_INFO ? (unsigned char)(VOCAB_INFO - bits) : 1;
}

static bool
is_ascii(struct span word)
{
	for (size_t i = 0; i < word.n; i++)
		if ((unsigned char)word.s[i] >= 0x80)
			return false;
	return true;
}

static bool
is_low_ascii(struct span word)
{
	for (size_t i = 0; i < word.n; i++)
		if (span_is_upper(word.s[i]) || (unsigned char)word.s[i] >= 0x80)
			return false;
	return true;
}

static uint32_t
stem_of(struct vocab *v, const struct vocab_word *w, struct buf *b)
{
	buf_cut(b, 0);
	if (w->ascii && !span_ends(w->text, S("'s")))
		stem_light_rows(w->text, row_of_low(w, &tab_noun), row_of_low(w, &tab_verb), b);
	else
		stem_light(w->text, b);
	return (uint32_t)map_add(&v->stem, b->n > 0 ? buf_view(b) : w->text);
}

/* The number of a spelling, or VOCAB_NONE. */
static uint32_t
find(const struct vocab *v, struct span text, uint32_t hash)
{
	for (size_t i = hash & (v->slots - 1); v->slot[i] != 0; i = (i + 1) & (v->slots - 1))
		if (v->v[v->slot[i] - 1].hash == hash && span_eq(v->v[v->slot[i] - 1].text, text))
			return v->slot[i] - 1;
	return VOCAB_NONE;
}

/* A new spelling; `low` is its own number, until it is set. */
static struct vocab_word *
push(struct vocab *v, struct span text, uint32_t hash)
{
	struct vocab_word *w;
	size_t i;

	if (2 * (v->n + 1) > v->slots)
		make_slots(v, 2 * v->slots);
	for (i = hash & (v->slots - 1); v->slot[i] != 0;)
		i = (i + 1) & (v->slots - 1);
	v->v = arena_grow(v->arena, v->v, v->n + 1, &v->cap, sizeof(*v->v));
	w = &v->v[v->n];
	w->text = text;
	w->hash = hash;
	w->low = (uint32_t)v->n++;
	w->high = uni_is_capital(text);
	w->ascii = is_ascii(text);
	v->slot[i] = (uint32_t)v->n;
	return w;
}

/* A spelling in lower case is its own `low`. */
static uint32_t
add_low(struct vocab *v, struct span text, uint32_t hash, struct buf *b)
{
	struct vocab_word *w = push(v, text, hash);

	w->mark = (unsigned char)tab_mark(&tab_index.marks, hash);
	w->info = info_of(hash);
	w->class = w->ascii ? class_at(row_of_low(w, &tab_stop)) : vocab_class(text);
	w->stem = stem_of(v, w, b);
	return w->low;
}

/* US, IT and WHO are not us, it and who. */
static bool
is_own_word(struct span word)
{
	return is_acronym(word) && tab_find_lower(&tab_stop, word) != TAB_NONE;
}

/* A spelling with capitals tells what its lower case tells. */
static uint32_t
add_high(struct vocab *v, struct span text, uint32_t hash, struct buf *b)
{
	uint32_t low_hash = span_hash(buf_view(b)), low = find(v, buf_view(b), low_hash);
	struct vocab_word *w;

	if (low == VOCAB_NONE)
		low = add_low(v, arena_span(v->arena, buf_view(b)), low_hash, b);
	w = push(v, text, hash);
	w->stem = v->v[low].stem;
	w->info = v->v[low].info;
	w->class = vocab_class(text);
	if (is_own_word(text)) {
		w->stem = (uint32_t)map_add(&v->stem, text);
		w->info = info_of(hash);
	}
	w->low = low;
	return (uint32_t)v->n - 1;
}

/* b is room to work in. */
static uint32_t
add(struct vocab *v, struct span text, uint32_t hash, struct buf *b)
{
	if (is_low_ascii(text))
		return add_low(v, text, hash, b);
	buf_cut(b, 0);
	uni_add_lower(b, text);
	if (span_eq(buf_view(b), text))
		return add_low(v, text, hash, b);
	return add_high(v, text, hash, b);
}

void
vocab_number(struct vocab *v, struct token *token, size_t n)
{
	struct buf b = BUF_INIT;

	for (size_t i = 0; i < n; i++) {
		uint32_t hash = span_hash(token[i].text), id = find(v, token[i].text, hash);

		token[i].word = id != VOCAB_NONE ? id : add(v, token[i].text, hash, &b);
	}
	buf_free(&b);
}

uint32_t
vocab_add(struct vocab *v, struct span text)
{
	uint32_t hash = span_hash(text), id = find(v, text, hash);
	struct buf b = BUF_INIT;

	if (id == VOCAB_NONE)
		id = add(v, arena_span(v->arena, text), hash, &b);
	buf_free(&b);
	return id;
}

uint32_t
vocab_find_low(const struct vocab *v, struct span word)
{
	uint32_t id = find(v, word, span_hash(word));
	struct buf b = BUF_INIT;

	if (id != VOCAB_NONE)
		return v->v[id].low;
	uni_add_lower(&b, word);
	id = find(v, buf_view(&b), span_hash(buf_view(&b)));
	buf_free(&b);
	return id;
}

size_t
vocab_words(const struct vocab *v)
{
	return v->n;
}

size_t
vocab_stems(const struct vocab *v)
{
	return v->stem.n;
}

size_t
vocab_row(const struct vocab *v, uint32_t number, const struct tab *t)
{
	const struct vocab_word *w = &v->v[number], *low = &v->v[w->low];

	return w->ascii ? row_of_low(low, t) : tab_find_lower(t, w->text);
}

char
vocab_class(struct span word)
{
	char class = class_at(tab_find_lower(&tab_stop, word));

	return (class == 'f' || class == 'v') && is_acronym(word) ? 0 : class;
}

unsigned
vocab_log(size_t n)
{
	/* 16 * log2(1 + i / 16) */
	static const unsigned char part[16] = { 0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15 };
	unsigned bits = 0;

	if (n == 0)
		return 0;
	while (n >> (bits + 1) > 0)
		bits++;
	return 16 * bits + part[((n - ((size_t)1 << bits)) << 4) >> bits];
}
