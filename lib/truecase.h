/* SPDX-License-Identifier: ISC */
/*
 * truecase: how words are written inside a sentence, and in a title. The article's own use comes
 * first (how a word stands in mid-sentence), then the tables, then its ending.
 */
#ifndef TRUECASE_H
#define TRUECASE_H

#include "buf.h"
#include "phrase.h"
#include "vocab.h"

struct truecase;

/* What the sentences of one article show, their words numbered in `vocab`; lives in the arena. */
struct truecase *truecase_learn(const struct sentence *v, size_t n, const struct vocab *vocab,
    struct arena *a);

/* How the article writes a word in mid-sentence, given in any case: as a name (gives the spelling
 * it uses most), or empty when it is an ordinary word, or was not seen. */
struct span truecase_name(const struct truecase *t, struct span word);
struct span truecase_name_of(const struct truecase *t, uint32_t word); /* by its number */

/* Do the two stand side by side in capitals in mid-sentence, or make a known name? */
bool truecase_is_pair(const struct truecase *t, struct span x, struct span y);

/* Does the word stand in lower case in mid-sentence, and at least as often as in capitals? */
bool truecase_is_low(const struct truecase *t, struct span word);
bool truecase_is_low_of(const struct truecase *t, uint32_t word);

/* Is the spelling the word's own: inner capitals, digits, dots? */
bool truecase_is_fixed(struct span word);

/* Appends text with its first word low, if that is no name and opens no run of capitals. */
void truecase_lower_first(const struct truecase *t, struct span text, struct buf *out);

/* Does every word of a text that carries meaning begin with a capital? */
bool truecase_is_title(struct span text);

/* Appends a heading in Title Case as it would stand in a sentence, its first letter high. */
void truecase_sentence(const struct truecase *t, struct span heading, struct buf *out);

/* Appends a headline in title case: small words low, names and mixed case as they are. */
void truecase_title(const struct truecase *t, struct span headline, struct buf *out);

bool truecase_is_first_name(struct span word); /* a common one */

void truecase_upper_first(struct span text, struct buf *out);

#endif
