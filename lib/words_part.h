/* SPDX-License-Identifier: ISC */
/*
 * words_part: the letters of words; only words.c and its parts include this.
 */
#ifndef WORDS_PART_H
#define WORDS_PART_H

#include "words.h"

/* The one letter that stands for a tagged token in patterns (lib/tab/rewrite.tsv). */
char words_letter(const struct token *t);

void words_mend(struct words *w); /* letters that the tagger gets wrong, or that say too little */

#endif
