/* SPDX-License-Identifier: ISC */
/*
 * What two texts have in common: the stems of their content words, as hashes in order.
 */
#include "rewrite.h"
#include "stem.h"
#include "tab.h"

#include <string.h>

extern const struct tab tab_stop;

enum { KEYS = 80 }; /* content words of a line that are looked at */

static void
sort_keys(unsigned *v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && v[k - 1] > v[k]; k--) {
			unsigned t = v[k];

			v[k] = v[k - 1];
			v[k - 1] = t;
		}
}

bool
rewrite_has_team(struct span text)
{
	return span_find_same(text, S("the team")) < text.n;
}

/* The hash of a word's stem, where it is a content word. Most words are the sources' own: what is known of those was
 * looked up. */
static bool
find_key(const struct sources *all, struct span word, struct buf *stem, unsigned *key)
{
	uint32_t known = vocab_find_low(all->vocab, word);

	if (known != VOCAB_NONE && vocab_word(all->vocab, known)->ascii) {
		*key = span_hash(vocab_stem(all->vocab, known));
		return vocab_row(all->vocab, known, &tab_stop) == TAB_NONE;
	}
	if (tab_find_lower(&tab_stop, word) != TAB_NONE)
		return false;
	buf_cut(stem, 0);
	stem_light(word, stem);
	*key = span_hash(buf_view(stem));
	return true;
}

void
rewrite_keys(struct candidate *c, const struct sources *all)
{
	struct span rest = c->text, word;
	struct buf stem = BUF_INIT;
	unsigned key[KEYS];

	c->nkeys = 0;
	while (c->nkeys < KEYS && span_word(&rest, &word)) {
		while (word.n > 0 && !span_is_alnum(word.s[word.n - 1]))
			word.n--;
		while (word.n > 0 && !span_is_alnum(word.s[0]))
			word = span_from(word, 1);
		if (word.n > 1)
			c->nkeys += find_key(all, word, &stem, &key[c->nkeys]);
	}
	c->key = ARENA_ARRAY(all->arena, unsigned, c->nkeys);
	memcpy(c->key, key, c->nkeys * sizeof(*key));
	sort_keys(c->key, c->nkeys);
	c->team = rewrite_has_team(c->text);
	buf_free(&stem);
}

static bool
has_key(const struct candidate *c, unsigned key)
{
	for (size_t i = 0; c != NULL && i < c->nkeys; i++)
		if (c->key[i] == key)
			return true;
	return false;
}

unsigned
rewrite_repeats(const struct candidate *c, const struct candidate *of)
{
	size_t same = 0;

	for (size_t i = 0; i < c->nkeys; i++)
		same += has_key(of, c->key[i]);
	return c->nkeys > 0 ? (unsigned)(100 * same / c->nkeys) : 100;
}

static size_t
count_keys(const struct candidate *c, const struct candidate *but)
{
	size_t n = 0;

	for (size_t i = 0; i < c->nkeys; i++)
		n += !has_key(but, c->key[i]);
	return n;
}

unsigned
rewrite_overlap(const struct candidate *a, const struct candidate *b, const struct candidate *but)
{
	size_t same = 0, na = count_keys(a, but), nb = count_keys(b, but), least = na < nb ? na : nb;

	if (least < 2)
		return 0;
	for (size_t i = 0, k = 0; i < a->nkeys && k < b->nkeys;) {
		if (a->key[i] == b->key[k]) {
			same += !has_key(but, a->key[i]);
			i++, k++;
		} else if (a->key[i] < b->key[k]) {
			i++;
		} else {
			k++;
		}
	}
	return same < 2 ? 0 : (unsigned)(100 * same / least); /* one word in common says nothing */
}
