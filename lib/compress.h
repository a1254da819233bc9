/* SPDX-License-Identifier: ISC */
/*
 * compress: makes a sentence shorter by what it can lose (lib/tab/cut.tsv). Hedges, attributions,
 * negations and conditions are never lost.
 */
#ifndef COMPRESS_H
#define COMPRESS_H

#include "words.h"

struct variants {
	struct words *v;
	size_t n, cap;
};

/* Takes off what an opening can lose in place: connectives, the author's own reporting frame
 * (lib/tab/frame.tsv), and the full stop at the end. */
void compress_open(struct words *w);

/* Adds w and its shorter forms, longest first, made by the cuts up to that level. */
void compress_variants(const struct words *w, int level, struct variants *out);

#endif
