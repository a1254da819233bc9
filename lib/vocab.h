/* SPDX-License-Identifier: ISC */
/*
 * vocab: the words of an article as numbers: one for each spelling, one for all forms of a word
 * (stem_light). What is known of a spelling is looked up once, however often it stands there. Start
 * from vocab_new; it lives in the arena.
 */
#ifndef VOCAB_H
#define VOCAB_H

#include "arena.h"
#include "map.h"
#include "span.h"
#include "tab.h"
#include "token.h"

#include <stdint.h>

#define VOCAB_INFO 12 /* of a rare word; 1 of the most common ones */
#define VOCAB_NONE UINT32_MAX

struct vocab_word {
	struct span text;   /* as it is written */
	uint32_t hash;
	uint32_t low;       /* the number of its spelling in lower case */
	uint32_t stem;
	unsigned char info; /* how much it tells */
	char class;         /* vocab_class */
	bool high;          /* begins with a capital */
	bool ascii;
	unsigned char mark; /* of a spelling in lower case: in which tables it may stand (tab_index) */
};

/* To be read with the functions below. */
struct vocab {
	struct arena *arena;
	struct vocab_word *v;
	size_t n, cap;
	uint32_t *slot; /* hash -> number + 1, or 0 */
	size_t slots;
	struct map stem;
};

/* For a text of so many bytes, if that is known: it need not grow then. */
struct vocab *vocab_new(size_t bytes, struct arena *a);

/* Sets `word` of each token to the number of its spelling. The bytes of the tokens outlive the vocab. */
void vocab_number(struct vocab *v, struct token *token, size_t n);

/* The number of a spelling, from 0, a new one for a new spelling (its bytes are copied then). */
uint32_t vocab_add(struct vocab *v, struct span text);

/* It stays where it is until the next word is added. */
static inline const struct vocab_word *
vocab_word(const struct vocab *v, uint32_t number)
{
	return &v->v[number];
}

/* The row of the spelling in a table, as tab_find_lower gives it. */
size_t vocab_row(const struct vocab *v, uint32_t number, const struct tab *t);

/* The number of the word in lower case; VOCAB_NONE when it is not there. */
uint32_t vocab_find_low(const struct vocab *v, struct span word);

/* The stem of a word, which stem_light gives for each of its forms. */
static inline struct span
vocab_stem(const struct vocab *v, uint32_t number)
{
	return v->stem.v[v->v[number].stem];
}

size_t vocab_words(const struct vocab *v); /* how many spellings */
size_t vocab_stems(const struct vocab *v); /* how many stems */

/* The class of a word in the table of stop words (lib/tab/stop.tsv); 0 when it is none. */
char vocab_class(struct span word);

/* 16 times the logarithm to base 2, about; 0 for 0. */
unsigned vocab_log(size_t n);

#endif
