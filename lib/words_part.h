/* SPDX-License-Identifier: ISC */
/*
 * words_part: the letter of a word, for words.c only.
 */
#ifndef WORDS_PART_H
#define WORDS_PART_H

#include "token.h"

/* The one letter that stands for a tagged token in patterns (lib/tab/rewrite.tsv). */
char words_letter(const struct token *t);

#endif
