/* SPDX-License-Identifier: ISC */
/*
 * compress_part: what the parts of compress share; only they include this.
 */
#ifndef COMPRESS_PART_H
#define COMPRESS_PART_H

#include "compress.h"

#define KEEP_WORDS 4 /* what a cut must leave at the least */

/* May words from..to-1 go? Not who said it, a condition, half of a quotation, or what a negation before
 * it denies. */
bool compress_may_go(const struct words *w, size_t from, size_t to);

/* May a sentence end before `at`, where a second verb of its subject begins? What that one says, on whatever
 * condition, is said apart. */
bool compress_may_end(const struct words *w, size_t at);

/* The words that a sentence can end before, nearest the end first: what follows is a further phrase
 * that neither its verb nor the word before it needs (lib/tab/need.tsv). From `end` backwards; 0
 * when there is none. */
size_t compress_tail(const struct words *w, size_t end);

#endif
