/* SPDX-License-Identifier: ISC */
/* What a line is about: its words, held against the tables of concepts. */
#include "emoji_part.h"

#include <string.h>

#define LONGEST_KEY 64
#define PHRASE 4

extern const struct tab tab_cldr, tab_kin;

/* The concept called by that name: the user's, ours, a name or keyword of CLDR, or, by WordNet, the
 * nearest kind of thing that has one. */
static bool
find_concept(struct span key, const struct emoji_context *c, struct emoji_found *f)
{
	f->most = 0;
	if (c != NULL && c->own != NULL && (f->row = tab_find(f->t = c->own, key)) != TAB_NONE)
		return true;
	return (f->row = tab_find(f->t = &tab_emoji, key)) != TAB_NONE;
}

static bool
find_guess(struct span key, struct emoji_found *f)
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

/* A phrase as a key: its first and its last word in one of their forms, the others as they are. */
struct key {
	char s[LONGEST_KEY];
	size_t n;
};

static bool
add_to_key(struct key *k, struct span v)
{
	if (k->n + v.n + 1 > sizeof(k->s))
		return false;
	if (k->n > 0)
		k->s[k->n++] = ' ';
	memcpy(k->s + k->n, v.s, v.n);
	k->n += v.n;
	return true;
}

static bool
make_key(struct key *k, const struct emoji_word *w, size_t n, struct span first, struct span last)
{
	k->n = 0;
	if (n > 1 && !add_to_key(k, first))
		return false;
	for (size_t i = 1; i + 1 < n; i++)
		if (w[i].severs || !add_to_key(k, (struct span){ w[i].s, w[i].n }))
			return false;
	return (n == 1 || !w[n - 1].severs) && add_to_key(k, last);
}

/* The concept of n words. */
static bool
look_up(const struct emoji_word *w, size_t n, const struct emoji_context *c, struct emoji_found *f)
{
	struct emoji_forms first, last;
	struct key k;

	emoji_forms(&first, w, n > 1 ? EMOJI_FORMS : 1);
	emoji_forms(&last, &w[n - 1], EMOJI_FORMS);
	for (size_t i = 0; i < first.n; i++)
		for (size_t j = 0; j < last.n; j++)
			if (make_key(&k, w, n, first.v[i], last.v[j]) &&
			    find_concept((struct span){ k.s, k.n }, c, f))
				return true;
	for (size_t j = 0; !w->name && j < last.n; j++)
		if (make_key(&k, w, n, first.v[0], last.v[j]) &&
		    find_guess((struct span){ k.s, k.n }, f))
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
choose_sense(struct emoji_found *f, const struct emoji_context *c)
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
settle(struct emoji_hit *h, const struct emoji_context *c)
{
	struct emoji_found f = h->found;
	bool ours = f.t != &tab_cldr;
	size_t weight = f.t == &tab_emoji ? 5 : 7; /* a user's own word counts more */
	struct span tone;

	choose_sense(&f, c);
	tone = ours && f.t->columns > CONCEPT_TONE ? tab_cell(f.t, f.row, CONCEPT_TONE) : S("");
	h->key = tab_cell(f.t, f.row, CONCEPT_KEY);
	h->emojis = tab_cell(f.t, f.row, CONCEPT_EMOJIS);
	h->grave = span_eq(tone, S("grave"));
	h->festive = span_eq(tone, S("festive"));
	if (ours && f.t->columns > CONCEPT_WEIGHT)
		span_uint(tab_cell(f.t, f.row, CONCEPT_WEIGHT), &weight);
	h->field = ours && f.t->columns > CONCEPT_FIELD ? tab_cell(f.t, f.row, CONCEPT_FIELD) : S("");
	if (f.most > 0 && weight > f.most)
		weight = f.most;
	/* A name that looks like a word is hardly one. */
	if (h->name)
		weight = weight > 3 ? weight - 2 : 1;
	h->weight = (int)weight;
}

void
emoji_settle(struct emoji_line *l, const struct emoji_context *c)
{
	l->grave = false;
	for (size_t i = 0; i < l->hits; i++) {
		settle(&l->hit[i], c);
		l->grave |= l->hit[i].grave;
	}
}

void
emoji_match(struct emoji_line *l, struct span text, const struct emoji_context *c)
{
	struct emoji_words w;
	struct emoji_found f;
	size_t n;

	emoji_split(&w, text, c);
	l->words = w.n;
	l->hits = 0;
	for (size_t i = 0; i < w.n && l->hits < EMOJI_HITS; i += n > 0 ? n : 1) {
		n = w.n - i < PHRASE ? w.n - i : PHRASE;
		while (n > 0 && !look_up(&w.v[i], n, c, &f))
			n--;
		if (n > 0)
			l->hit[l->hits++] = (struct emoji_hit){ .found = f, .at = i, .words = n, .name = w.v[i].name };
	}
	emoji_settle(l, c);
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
