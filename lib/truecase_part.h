/* SPDX-License-Identifier: ISC */
/*
 * truecase_part: what the two files of truecase share: single words (truecase.c) and texts
 * (truecase_text.c).
 */
#ifndef TRUECASE_PART_H
#define TRUECASE_PART_H

#include "truecase.h"

bool truecase_is_function(struct span word);

/* How a word with a capital stands in a sentence: as *form when it is a name, else in lower case.
 * In a headline the capital says nothing, so a word that nobody knows is no name. */
bool truecase_form(const struct truecase *t, struct span word, bool headline, struct span *form);

#endif
