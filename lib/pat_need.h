/* SPDX-License-Identifier: ISC */
/*
 * pat_need: what a text must have for a pattern to match in it. Most patterns do not match most
 * texts, and most often for want of one character: that is seen sooner than by trying to match.
 */
#ifndef PAT_NEED_H
#define PAT_NEED_H

#include "span.h"

#include <stdint.h>

#define PAT_NEEDS 6

/* A set of ASCII characters; `other` when there are some beyond ASCII, too. */
struct pat_set {
	uint64_t bit[2];
	bool other;
};

/* A text that matches has at least one character of each of these sets. */
struct pat_need {
	struct pat_set set[PAT_NEEDS];
	size_t n;
};

/* Reads the pattern; where it is not plain to see what it needs, it needs nothing. */
void pat_need_read(struct pat_need *need, struct span re);

struct pat_set pat_set_of(struct span text);

static inline bool
pat_set_has(const struct pat_set *set, char ascii)
{
	return (set->bit[ascii >> 6 & 1] >> (ascii & 63) & 1) != 0;
}

bool pat_need_met(const struct pat_need *need, const struct pat_set *has);

#endif
