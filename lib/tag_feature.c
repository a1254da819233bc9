/* SPDX-License-Identifier: ISC */
#include "tag_part.h"

#include <string.h>

enum { COLUMN_LABELS = 1 };

/* At the end of the labels of a word that comes often. */
#define OFTEN '~'

static uint32_t
mix(uint32_t kind, uint32_t a, uint32_t b)
{
	uint32_t h = a * 0x9E3779B1u + kind * 0x7FEB352Du + (b ^ b >> 15) * 0x846CA68Bu;

	h = (h ^ h >> 15) * 0x2C1B3C6Du;
	h = (h ^ h >> 12) * 0x297A2D39u;
	return h ^ h >> 15;
}

static bool
is_capital(struct span v)
{
	if (v.n > 1 && (unsigned char)v.s[0] == 0xC3)
		return (unsigned char)v.s[1] >= 0x80 && (unsigned char)v.s[1] <= 0x9E;
	return v.n > 0 && span_is_upper(v.s[0]);
}

/* Short words are low in a Title Case Heading too: only longer ones count. */
bool
tag_titled(const struct token *v, size_t n)
{
	size_t words = 0, capitals = 0;

	for (size_t i = 0; i < n; i++) {
		if (v[i].text.n < 4 || !span_is_alpha(v[i].text.s[0]))
			continue;
		words++;
		capitals += is_capital(v[i].text);
	}
	return words > 1 && capitals * 10 >= words * 8;
}

enum {
	HAS_CAPITAL = 1,
	HAS_UPPER = 2,
	HAS_LOWER = 4,
	HAS_DIGIT = 8,
	HAS_HYPHEN = 16,
	HAS_OTHER = 32,
	HAS_ONE = 64,
};

static uint32_t
shape_bit(char c)
{
	if (span_is_lower(c))
		return HAS_LOWER;
	if (span_is_upper(c))
		return HAS_UPPER;
	if (span_is_digit(c))
		return HAS_DIGIT;
	return c == '-' ? HAS_HYPHEN : HAS_OTHER;
}

/* Capitals, digits, hyphens: what letters cannot tell. A capital at the start is told apart. */
static uint32_t
shape_of(struct span v)
{
	uint32_t shape = 0, start = v.n > 0 ? shape_bit(v.s[0]) : 0;

	for (size_t i = 1; i < v.n; i++)
		shape |= shape_bit(v.s[i]);
	return shape | (start & ~(uint32_t)HAS_UPPER) | (is_capital(v) ? HAS_CAPITAL : 0)
	    | (v.n == 1 ? HAS_ONE : 0);
}

static void
hash_ends(struct tag_word *w, const char *s, size_t n)
{
	uint32_t h = SPAN_HASH;

	for (size_t i = 0; i < 5; i++) {
		if (i < n)
			h = span_hash_char(h, s[n - 1 - i]);
		w->suffix[i] = i < n ? h : 0;
	}
	h = SPAN_HASH;
	for (size_t i = 0; i < 3 && i < n; i++)
		h = span_hash_char(h, s[i]);
	w->prefix = h;
}

static void
add_label(struct tag_word *w, unsigned label)
{
	if ((w->has >> label & 1) != 0 || w->labels == TAG_CAN)
		return;
	w->has |= (uint64_t)1 << label;
	w->label[w->labels++] = (unsigned char)label;
}

static bool
is_open(const struct tag_label *l, const struct tag_word *w)
{
	if (l->xpos == XPOS_NNP && l->upos != UPOS_PROPN)
		return w->capital;
	if (l->upos == UPOS_NUM && w->capital)
		return false; /* Elyse, Bene: not as twenty */
	return l->ends != NULL && (l->ends[0] == '\0' || strchr(l->ends, w->last) != NULL);
}

/* A capital and low letters, and in no table: a name, or else made from one. */
static bool
is_like_name(const struct tag_label *l)
{
	return l->upos == UPOS_PROPN || l->upos == UPOS_NOUN || l->upos == UPOS_ADJ || l->upos == UPOS_X;
}

/* Any word with a capital may be a name; any word not known may be what is open to new words. */
static void
add_open(struct tag_word *w, bool known, bool strange)
{
	bool name = strange && (w->shape & (HAS_CAPITAL | HAS_UPPER | HAS_LOWER)) == (HAS_CAPITAL | HAS_LOWER);

	for (unsigned l = 0; l < tag_label_count; l++)
		if (known ? tag_labels[l].xpos == XPOS_NNP || tag_labels[l].xpos == XPOS_NNPS
		    : is_open(&tag_labels[l], w) && (!name || is_like_name(&tag_labels[l])))
			add_label(w, l);
}

static unsigned
find_label(enum tag_upos upos, enum tag_xpos xpos)
{
	unsigned l = 0;

	while (tag_labels[l].upos != upos || tag_labels[l].xpos != xpos)
		l++;
	return l;
}

/* What is no word takes its label from its kind, unless the table of words knows better. */
static bool
add_by_kind(struct tag_word *w, unsigned char kind, bool known)
{
	if (kind == TOKEN_URL)
		add_label(w, find_label(UPOS_PROPN, XPOS_OTHER));
	else if (kind > TOKEN_URL)
		add_label(w, find_label(UPOS_PROPN, XPOS_NNP));
	else if (!known && kind == TOKEN_PUNCT)
		add_label(w, find_label(UPOS_PUNCT, XPOS_PUNCT));
	else if (!known && kind == TOKEN_SYMBOL)
		add_label(w, find_label(UPOS_SYM, XPOS_SYM));
	else if (!known && kind == TOKEN_NUMBER && (span_is_digit(w->last) || w->last == '%'))
		add_label(w, find_label(UPOS_NUM, XPOS_CD));
	return w->labels > 0;
}

/* A line across the page: ***** or ------ */
static bool
is_rule(struct span v)
{
	for (size_t i = 0; i < v.n; i++)
		if (v.s[i] != v.s[0])
			return false;
	return v.s[0] == '*' || v.s[0] == '-' || v.s[0] == '_' || v.s[0] == '.' || v.s[0] == '~';
}

void
tag_look_up(const struct tag_tables *tables, struct tag_word *w, const struct token *t)
{
	struct span labels = S(""), v = t->text;
	char lower[64];
	size_t n = v.n < sizeof(lower) ? v.n : sizeof(lower), row;
	uint32_t hash;
	unsigned marks, class = 0;
	bool often = false;

	for (size_t i = 0; i < n; i++)
		lower[i] = span_lower(v.s[v.n - n + i]);
	w->word = hash = span_hash((struct span){ lower, n });
	w->shape = shape_of(v);
	w->capital = w->shape & 1;
	w->labels = 0;
	w->has = 0;
	w->last = n > 0 ? lower[n - 1] : '\0';
	hash_ends(w, lower, n);
	row = tab_find_hashed(tables->words, (struct span){ lower, n }, hash);
	marks = tab_mark_pair(tables->classes, hash);
	w->kind = marks >> 8;
	if (row != TAB_NONE) {
		labels = tab_cell(tables->words, row, COLUMN_LABELS);
		often = labels.n > 0 && labels.s[labels.n - 1] == OFTEN;
		labels.n -= often;
		w->class = span_hash(labels);
	} else {
		class = marks & 0xFF;
		w->class = class != 0 ? mix(97, class, 0) : mix(99, w->suffix[2], w->shape);
		w->word = class != 0 ? mix(98, w->class, w->shape & 3) : mix(98, w->suffix[1], w->shape);
	}
	w->pair = often ? w->word : w->class;
	if (n > 2 && row == TAB_NONE && is_rule(v))
		add_label(w, find_label(UPOS_PUNCT, XPOS_PUNCT));
	if (add_by_kind(w, t->kind, row != TAB_NONE))
		return;
	for (size_t i = 0; i < labels.n; i++)
		add_label(w, (unsigned)(labels.s[i] - TAG_LETTER));
	if (w->labels == 0 || (w->capital && (w->labels > 1 || tag_labels[w->label[0]].ends != NULL)))
		add_open(w, w->labels > 0, class == 0);
}

/* A place in a range of lines, and the turn of its columns: the hash's high and low bits. */
static uint32_t
place(uint32_t hash, uint32_t start, uint32_t lines)
{
	uint32_t line = start + (uint32_t)(((uint64_t)hash * lines) >> 32);

	return line * TAG_COLUMNS + (hash & (TAG_COLUMNS - 1));
}

static uint32_t
first(uint32_t kind, uint32_t a, uint32_t b)
{
	return place(mix(kind, a, b), 0, TAG_FIRST);
}

static uint32_t
second(uint32_t kind, uint32_t a, uint32_t b)
{
	return place(mix(kind, a, b), TAG_FIRST, TAG_SECOND);
}

size_t
tag_features(const struct tag_context *c, uint32_t *f)
{
	const struct tag_word *w = c->here, *a = c->after, *b = c->before;
	uint32_t shape = w->shape << 2 | c->title << 1 | c->first;
	size_t n = 0;

	f[n++] = first(1, w->word, 0);
	f[n++] = first(2, w->word, w->shape & 3);
	f[n++] = first(3, shape, 0);
	for (uint32_t i = 0; i < 5; i++)
		if (w->suffix[i] != 0)
			f[n++] = first(5 + i, w->suffix[i], 0);
	f[n++] = first(10, w->prefix, 0);
	f[n++] = first(12, w->suffix[2], c->label);
	f[n++] = first(13, c->label, 0);
	f[n++] = first(15, c->label, w->word);
	f[n++] = first(16, c->label, w->class);
	f[n++] = first(17, b->word, 0);
	f[n++] = first(18, b->pair, w->pair);
	f[n++] = first(19, a->word, 0);
	f[n++] = first(20, a->pair, w->pair);
	f[n++] = first(21, c->before2->word, 0);
	f[n++] = first(22, c->after2->word, 0);
	f[n++] = first(23, a->class, 0);
	f[n++] = first(24, a->class, w->class);
	f[n++] = first(25, a->class, c->label);
	f[n++] = first(28, w->class, shape);
	f[n++] = first(29, a->shape, shape);
	f[n++] = first(32, c->label, c->label2 << 16 ^ w->class);
	f[n++] = first(33, c->label, c->label2 << 16);
	f[n++] = first(34, w->kind, w->class);
	f[n++] = first(35, w->kind, w->shape & 3);
	f[n++] = first(36, w->kind, c->label);
	f[n++] = first(37, w->kind, b->kind);
	f[n++] = first(38, w->kind, a->kind);
	f[n++] = first(39, b->kind, w->pair);
	f[n++] = first(40, a->kind, w->pair);
	f[n++] = first(41, c->before2->kind << 8 | b->kind, w->word);
	return n;
}

size_t
tag_second_features(const struct tag_review *r, uint32_t *f)
{
	uint32_t next = r->next, next2 = r->next2 << 8, before = r->before << 16, before2 = r->before2 << 24;
	uint32_t here = r->label, word = r->here->word, class = r->here->class;
	size_t n = 0;

	f[n++] = second(50, next, here);
	f[n++] = second(51, next | next2, here);
	f[n++] = second(52, next | before, here);
	f[n++] = second(53, before | before2, here);
	f[n++] = second(54, next | before | before2, 0);
	f[n++] = second(55, next | next2 | before, 0);
	f[n++] = second(56, next, word);
	f[n++] = second(57, next | before, word);
	f[n++] = second(58, next | next2, class);
	f[n++] = second(59, next | before, class);
	f[n++] = second(60, next, r->after->word);
	return n;
}
