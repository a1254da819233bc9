/* SPDX-License-Identifier: ISC */
/*
 * outline_part: what the parts of outline share; only they include this.
 */
#ifndef OUTLINE_PART_H
#define OUTLINE_PART_H

#include "article.h"
#include "phrase.h"

struct draft {
	struct article art;
	struct sentence *v;
	size_t n, cap;
	struct vocab *vocab;
	struct tag_memo *memo;
	struct phrases phrases;
	struct arena *arena;
	unsigned least; /* the weight a point must have */
	size_t ties;    /* how many more may have just that */
	size_t *named;  /* for each phrase that is a person: the first sentence with the name */
};

/* The language that most words are of, or what the page says of itself; `und` when that is not sure. */
struct span outline_language(const struct draft *d);

/* One of the kinds that caprec(5) lists. */
struct span outline_kind(const struct draft *d);

#endif
