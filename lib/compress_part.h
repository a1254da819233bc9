/* SPDX-License-Identifier: ISC */
/*
 * compress_part: what the parts of compress share; only they include this.
 */
#ifndef COMPRESS_PART_H
#define COMPRESS_PART_H

#include "compress.h"

#define KEEP_WORDS 4 /* what a cut must leave at the least */

/* The words that a sentence can end before, nearest the end first: what follows is a further phrase
 * that neither its verb nor the word before it needs (lib/tab/need.tsv). From `end` backwards; 0
 * when there is none. */
size_t compress_tail(const struct words *w, size_t end);

#endif
