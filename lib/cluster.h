/* SPDX-License-Identifier: ISC */
/*
 * cluster: where a text may be cut between what a reader takes for one character: the extended
 * grapheme clusters of Unicode (UAX 29), by its own rules GB3 to GB13.
 */
#ifndef CLUSTER_H
#define CLUSTER_H

#include "span.h"

/* The class of a character, a letter as in lib/tab/cluster.tsv; 0 for one that joins nothing. */
char cluster_class(uint32_t c);

/* The length of the cluster that starts at `at` (< v.n). A byte that is no UTF-8 is one alone. */
size_t cluster_length(struct span v, size_t at);

/* The length of the keycap at `at`: a digit, # or *, perhaps U+FE0F, and U+20E3; 0 without one. */
size_t cluster_keycap(struct span v, size_t at);

#endif
