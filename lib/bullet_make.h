/* SPDX-License-Identifier: ISC */
/*
 * bullet_make: all the candidates of an article: what the rules make of its sentences, its labels
 * with a fact, and its short sentences as they are.
 */
#ifndef BULLET_MAKE_H
#define BULLET_MAKE_H

#include "rewrite.h"

/* Fills `out` anew with the candidates of at most so many characters. */
void bullet_candidates(const struct sources *all, size_t most, struct candidates *out);

#endif
