/* SPDX-License-Identifier: ISC */
/*
 * salience: how much of the article a sentence carries, 0 to 1000, by graph, position, cue words,
 * overlap with the title, and whether it makes sense alone; boilerplate gets 0.
 */
#ifndef SALIENCE_H
#define SALIENCE_H

#include "phrase.h"

/* Sets `weight` of each sentence; near linear in their number. */
void salience_rank(struct sentence *v, size_t n, const struct phrases *topics, struct arena *a);

#endif
