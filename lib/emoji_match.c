/* SPDX-License-Identifier: ISC */
/* What a line is about: its words, held against the tables of concepts. */
#include "emoji_part.h"

#include <string.h>

#define LONGEST_KEY 64
#define LONGEST_WORD 28
#define PHRASE 4

extern const struct tab tab_cldr, tab_kin;

struct word {
	char s[LONGEST_WORD + 4]; /* in low letters; room for an ending that is put back */
	size_t n;
	bool name;   /* high first letter, in a line that is not all in title case */
	bool severs; /* punctuation before it: no phrase runs across */
};

struct words {
	struct word v[EMOJI_WORDS];
	size_t n;
};

static bool
is_word_byte(char c)
{
	return span_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Curly quotes, dashes and other general punctuation are E2 80 xx. */
static size_t
punctuation(struct span v, size_t at)
{
	if (at + 2 < v.n && memcmp(v.s + at, "\342\200", 2) == 0)
		return 3;
	return emoji_at(v, at);
}

static bool
is_apostrophe(struct span v, size_t at)
{
	return v.s[at] == '\'' || (at + 2 < v.n && memcmp(v.s + at, "\342\200\231", 3) == 0);
}

/* A word's length at `at`; its own 's is not part of it. */
static size_t
word_length(struct span v, size_t at)
{
	size_t i = at;

	while (i < v.n && is_word_byte(v.s[i]) &&
	       ((unsigned char)v.s[i] < 0x80 || punctuation(v, i) == 0))
		i++;
	return i - at;
}

static bool
is_number(struct span v)
{
	size_t n = 0;

	while (n < v.n && span_is_digit(v.s[n]))
		n++;
	return n == v.n;
}

static void
add_word(struct words *w, struct span v, bool severs)
{
	struct word *new = &w->v[w->n];

	/* Numbers say nothing here, and stand in the middle of phrases: `cut 300 jobs`. */
	if (v.n > LONGEST_WORD || is_number(v))
		return;
	for (size_t i = 0; i < v.n; i++)
		new->s[i] = span_lower(v.s[i]);
	new->n = v.n;
	new->name = span_is_upper(v.s[0]);
	new->severs = severs;
	w->n++;
}

static bool
is_name_of(struct span v, const struct emoji_context *c)
{
	return c != NULL && span_is_upper(v.s[0]) && span_in(v, c->name, c->names);
}

/* A line of title case has no names that stand out. */
static void
judge_case(struct words *w)
{
	size_t high = 0, low = 0;

	for (size_t i = 1; i < w->n; i++) {
		high += w->v[i].name;
		low += !w->v[i].name && w->v[i].n > 3;
	}
	for (size_t i = 0; i < w->n; i++)
		if (i == 0 || high > 3 * low)
			w->v[i].name = false;
}

static void
split(struct words *w, struct span v, const struct emoji_context *c)
{
	bool severs = true;
	size_t n;

	w->n = 0;
	for (size_t i = 0; i < v.n && w->n < EMOJI_WORDS;) {
		n = word_length(v, i);
		if (n > 0) {
			if (is_name_of((struct span){ v.s + i, n }, c))
				severs = true;
			else
				add_word(w, (struct span){ v.s + i, n }, severs);
			severs = n > LONGEST_WORD;
			i += n;
		} else if (is_apostrophe(v, i)) {
			i += v.s[i] == '\'' ? 1 : 3;
			i += i < v.n && v.s[i] == 's' && word_length(v, i) == 1;
		} else {
			severs |= v.s[i] != ' ' && v.s[i] != '-' &&
				  !(v.s[i] == ',' && i + 1 < v.n && span_is_digit(v.s[i + 1]));
			n = punctuation(v, i);
			i += n > 0 ? n : 1;
		}
	}
	judge_case(w);
}

/* The ending that is taken off, what is put back, and whether a doubled consonant becomes one. */
static const struct ending {
	struct span off, on;
	bool doubled;
} endings[] = {
	{ SPAN("ies"), SPAN("y"), false },
	{ SPAN("s"), SPAN(""), false },
	{ SPAN("es"), SPAN(""), false },
	{ SPAN("ied"), SPAN("y"), false },
	{ SPAN("ed"), SPAN("e"), false },
	{ SPAN("ed"), SPAN(""), false },
	{ SPAN("ed"), SPAN(""), true },
	{ SPAN("ing"), SPAN("e"), false },
	{ SPAN("ing"), SPAN(""), false },
	{ SPAN("ing"), SPAN(""), true },
	{ SPAN("ly"), SPAN(""), false },
};

/* The variants of a word: 0 is itself, and so on to the last ending; false: there is none so. */
static bool
variant(struct span w, size_t which, char *to, size_t *n)
{
	const struct ending *e;
	size_t stem;

	memcpy(to, w.s, w.n);
	*n = w.n;
	if (which == 0)
		return true;
	e = &endings[which - 1];
	if (w.n < e->off.n + 3 || !span_ends(w, e->off))
		return false;
	stem = w.n - e->off.n;
	if (e->doubled && (stem < 3 || w.s[stem - 1] != w.s[stem - 2]))
		return false;
	stem -= e->doubled;
	memcpy(to + stem, e->on.s, e->on.n);
	*n = stem + e->on.n;
	return true;
}

#define VARIANTS (1 + sizeof(endings) / sizeof(endings[0]))

/* The concept called by that name: the user's, ours, a name or keyword of CLDR, or, by WordNet, the
 * nearest kind of thing that has one. */
struct found {
	const struct tab *t;
	size_t row;
	size_t most; /* the most that it may weigh, since it is a guess; 0: no guess */
};

static bool
find_concept(struct span key, const struct emoji_context *c, struct found *f)
{
	f->most = 0;
	if (c != NULL && c->own != NULL && (f->row = tab_find(f->t = c->own, key)) != TAB_NONE)
		return true;
	return (f->row = tab_find(f->t = &tab_emoji, key)) != TAB_NONE;
}

static bool
find_guess(struct span key, struct found *f)
{
	struct span kind;

	f->most = 3;
	if ((f->row = tab_find(f->t = &tab_cldr, key)) != TAB_NONE)
		return true;
	f->most = 2;
	kind = tab_value(&tab_kin, key, 1);
	if (kind.n == 0)
		return false;
	if ((f->row = tab_find(f->t = &tab_emoji, kind)) != TAB_NONE)
		return true;
	return (f->row = tab_find(f->t = &tab_cldr, kind)) != TAB_NONE;
}

/* A phrase as a key: its first and its last word in one of their variants, the others as they are.
 */
struct key {
	char s[LONGEST_KEY];
	size_t n;
};

static bool
make_key(struct key *k, const struct word *w, size_t n, size_t first, size_t last)
{
	k->n = 0;
	for (size_t i = 0; i < n; i++) {
		size_t which = i == n - 1 ? last : i == 0 ? first : 0, length;

		if (k->n + w[i].n + 5 > LONGEST_KEY || (i > 0 && w[i].severs))
			return false;
		if (!variant((struct span){ w[i].s, w[i].n }, which, k->s + k->n, &length))
			return false;
		k->n += length;
		if (i < n - 1)
			k->s[k->n++] = ' ';
	}
	return true;
}

/* The concept of n words. */
static bool
look_up(const struct word *w, size_t n, const struct emoji_context *c, struct found *f)
{
	struct key k;

	for (size_t first = 0; first < (n > 1 ? VARIANTS : 1); first++)
		for (size_t last = 0; last < VARIANTS; last++)
			if (make_key(&k, w, n, first, last) &&
			    find_concept((struct span){ k.s, k.n }, c, f))
				return true;
	for (size_t last = 0; !w->name && last < VARIANTS; last++)
		if (make_key(&k, w, n, 0, last) && find_guess((struct span){ k.s, k.n }, f))
			return true;
	return false;
}

static size_t
field_weight(const struct emoji_context *c, struct span field)
{
	for (size_t i = 0; i < c->fields; i++)
		if (span_eq(c->field[i], field))
			return c->weight[i];
	return 0;
}

/* A word of several senses has rows of its own for other fields: `bank@nature`. One of them is
 * taken when the text is twice as much about that field as about the word's usual one. */
static void
choose_sense(struct found *f, const struct emoji_context *c)
{
	struct span key = tab_cell(f->t, f->row, CONCEPT_KEY);
	char name[LONGEST_KEY * 2];
	size_t best, row;

	if (c == NULL || f->t != &tab_emoji || key.n > LONGEST_KEY)
		return;
	best = 2 * field_weight(c, tab_cell(f->t, f->row, CONCEPT_FIELD));
	memcpy(name, key.s, key.n);
	name[key.n] = '@';
	for (size_t i = 0; i < c->fields; i++) {
		struct span field = c->field[i];

		if (c->weight[i] <= best || field.n >= LONGEST_KEY)
			continue;
		memcpy(name + key.n + 1, field.s, field.n);
		row = tab_find(&tab_emoji, (struct span){ name, key.n + 1 + field.n });
		if (row != TAB_NONE) {
			best = c->weight[i];
			f->row = row;
		}
	}
}

static void
add_hit(struct emoji_line *l, struct found f, const struct word *first, size_t at, size_t n)
{
	struct emoji_hit *h = &l->hit[l->hits++];
	bool ours = f.t != &tab_cldr;
	struct span tone =
	    ours && f.t->columns > CONCEPT_TONE ? tab_cell(f.t, f.row, CONCEPT_TONE) : S("");
	size_t weight = f.t == &tab_emoji ? 5 : 7; /* a user's own word counts more */

	*h = (struct emoji_hit){ .at = at, .words = n };
	h->key = tab_cell(f.t, f.row, CONCEPT_KEY);
	h->emojis = tab_cell(f.t, f.row, CONCEPT_EMOJIS);
	h->grave = span_eq(tone, S("grave"));
	h->festive = span_eq(tone, S("festive"));
	if (ours && f.t->columns > CONCEPT_WEIGHT)
		span_uint(tab_cell(f.t, f.row, CONCEPT_WEIGHT), &weight);
	if (ours && f.t->columns > CONCEPT_FIELD)
		h->field = tab_cell(f.t, f.row, CONCEPT_FIELD);
	if (f.most > 0 && weight > f.most)
		weight = f.most;
	/* A name that looks like a word is hardly one. */
	if (first->name)
		weight = weight > 3 ? weight - 2 : 1;
	h->weight = (int)weight;
	l->grave |= h->grave;
}

void
emoji_match(struct emoji_line *l, struct span text, const struct emoji_context *c)
{
	struct words w;
	struct found f;
	size_t n;

	split(&w, text, c);
	l->words = w.n;
	l->hits = 0;
	l->grave = false;
	for (size_t i = 0; i < w.n && l->hits<EMOJI_HITS; i += n> 0 ? n : 1) {
		n = w.n - i < PHRASE ? w.n - i : PHRASE;
		while (n > 0 && !look_up(&w.v[i], n, c, &f))
			n--;
		if (n == 0)
			continue;
		choose_sense(&f, c);
		add_hit(l, f, &w.v[i], i, n);
	}
}

void
emoji_context_add(struct emoji_context *c, const struct emoji_line *l)
{
	for (size_t i = 0; i < l->hits; i++) {
		struct span field = l->hit[i].field;
		size_t at = 0;

		while (at < c->fields && !span_eq(c->field[at], field))
			at++;
		if (field.n == 0 || at == EMOJI_FIELDS)
			continue;
		if (at == c->fields)
			c->field[c->fields++] = field;
		c->weight[at] += (size_t)l->hit[i].weight;
	}
}
