/* SPDX-License-Identifier: ISC */
/*
 * fit: a caption for a platform that takes less: made of whole lines of the record, the ones that
 * matter most first, as many as there is room for. Nothing is ever cut.
 */
#ifndef FIT_H
#define FIT_H

#include "layout.h"
#include "limit.h"

struct fit {
	const struct layout *layout;
	const struct limit *limit;
	const struct mentions *mentions;
};

/* Appends the caption of r, its mentions put in. *kept, in the record's arena, says which of its lines
 * are in it; NULL when all are. False, with nothing appended, when not even the first would fit. */
bool fit_record(const struct fit *f, const struct rec *r, bool **kept, struct buf *out);

#endif
