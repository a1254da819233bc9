/* SPDX-License-Identifier: ISC */
/* What a line is about: its words, held against the tables of concepts. */
#include "emoji_part.h"

#include <string.h>

#define LONGEST_KEY 64
#define PHRASE 4

extern const struct tab tab_cldr, tab_kin;

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

/* Of several words no kind is known: lib/tab/kin.tsv has single ones. */
static bool
find_guess(struct span key, size_t words, struct found *f)
{
	struct span kind;

	f->most = 3;
	if ((f->row = tab_find(f->t = &tab_cldr, key)) != TAB_NONE)
		return true;
	f->most = 2;
	if (words > 1 || (kind = tab_value(&tab_kin, key, 1)).n == 0)
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

/* A line's words in all their forms. */
struct match {
	const struct emoji_context *context;
	struct emoji_words words;
	struct emoji_forms forms[EMOJI_WORDS];
};

/* The concept of the n words from `at`. */
static bool
look_up(const struct match *m, size_t at, size_t n, struct found *f)
{
	const struct emoji_word *w = &m->words.v[at];
	const struct emoji_forms *first = &m->forms[at], *last = &m->forms[at + n - 1];
	struct key k;

	for (size_t i = 0; i < (n > 1 ? first->n : 1); i++)
		for (size_t j = 0; j < last->n; j++)
			if (make_key(&k, w, n, first->v[i], last->v[j]) &&
			    find_concept((struct span){ k.s, k.n }, m->context, f))
				return true;
	for (size_t j = 0; !w->name && j < last->n; j++)
		if (make_key(&k, w, n, first->v[0], last->v[j]) &&
		    find_guess((struct span){ k.s, k.n }, n, f))
			return true;
	return false;
}

static void
add_hit(struct emoji_line *l, struct found f, const struct emoji_word *first, size_t at, size_t n)
{
	struct emoji_hit *h = &l->hit[l->hits++];
	bool ours = f.t != &tab_cldr;
	struct span tone =
	    ours && f.t->columns > CONCEPT_TONE ? tab_cell(f.t, f.row, CONCEPT_TONE) : S("");
	size_t weight = f.t == &tab_emoji ? EMOJI_WEIGHT : 7; /* a user's own word counts more */

	*h = (struct emoji_hit){ .at = at, .words = n, .role = first->role, .verb = n == 1 && first->verb };
	for (size_t i = 1; i < n; i++)
		if (first[i].role > h->role)
			h->role = first[i].role;
	h->key = tab_cell(f.t, f.row, CONCEPT_KEY);
	h->emojis = tab_cell(f.t, f.row, CONCEPT_EMOJIS);
	h->own = f.t != &tab_emoji;
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
		weight = weight > 4 ? weight - 3 : 1;
	h->weight = (int)weight;
	l->grave |= h->grave;
}

void
emoji_match(struct emoji_line *l, struct emoji_hit *room, struct span text, const struct emoji_context *c)
{
	struct match m;
	struct found f;
	size_t n;

	m.context = c;
	emoji_split(&m.words, text, c);
	if (c != NULL && c->scratch != NULL)
		emoji_roles(&m.words, text, c->scratch);
	for (size_t i = 0; i < m.words.n; i++)
		emoji_forms(&m.forms[i], &m.words.v[i]);
	*l = (struct emoji_line){ .hit = room, .words = m.words.n };
	for (size_t i = 0; i < m.words.n && l->hits < EMOJI_HITS; i += n > 0 ? n : 1) {
		n = m.words.n - i < PHRASE ? m.words.n - i : PHRASE;
		while (n > 0 && !look_up(&m, i, n, &f))
			n--;
		if (n > 0)
			add_hit(l, f, &m.words.v[i], i, n);
	}
}
