/* SPDX-License-Identifier: ISC */
/*
 * vocab: the words of an article as numbers: one number for all forms of a word (stem_light), with
 * how much the word tells. Start from vocab_new; it lives in the arena.
 */
#ifndef VOCAB_H
#define VOCAB_H

#include "arena.h"
#include "span.h"

#include <stdint.h>

#define VOCAB_INFO 12 /* of a rare word; 1 of the most common ones */

struct vocab;

struct vocab *vocab_new(struct arena *a);
uint32_t vocab_stem(struct vocab *v, struct span word); /* numbers from 0, new ones for new stems */
unsigned vocab_info(const struct vocab *v, uint32_t stem);
size_t vocab_size(const struct vocab *v);

/* The class of a word in the table of stop words (lib/tab/stop.tsv); 0 when it is none. */
char vocab_class(struct span word);

/* 16 times the logarithm to base 2, about; 0 for 0. */
unsigned vocab_log(size_t n);

#endif
