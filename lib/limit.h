/* SPDX-License-Identifier: ISC */
/*
 * limit: how long a text may be on a platform, in the unit that the platform counts, from
 * lib/tab/platform.tsv: the only place of such numbers.
 */
#ifndef LIMIT_H
#define LIMIT_H

#include "span.h"
#include "tab.h"

struct limit {
	struct span platform, unit, source;
	size_t max;
};

/* False when the platform is not known. `own` (a user's table) is asked first, or NULL. */
bool limit_find(struct limit *l, struct span platform, const struct tab *own);

/* The length of a text as the platform counts it. */
size_t limit_length(const struct limit *l, struct span text);

#endif
