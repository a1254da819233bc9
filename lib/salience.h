/* SPDX-License-Identifier: ISC */
/*
 * salience: how much of the article a sentence carries, 0 to 1000: by the words that it shares with
 * the other sentences, its topics, the title, its place and cue words, and whether it makes sense
 * alone; what speaks of the page gets 0.
 */
#ifndef SALIENCE_H
#define SALIENCE_H

#include "phrase.h"

/* Sets `weight` of each sentence; near linear in their number. Their words are numbered in `vocab`. */
void salience_rank(struct sentence *v, size_t n, struct vocab *vocab, const struct phrases *topics,
    struct arena *a);

#endif
