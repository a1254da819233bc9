/* SPDX-License-Identifier: ISC */
/*
 * outline: an article as a caption record: what it says of itself, what it is about, its sections
 * and the sentences worth keeping, each with its lines and weight (caprec(5)).
 */
#ifndef OUTLINE_H
#define OUTLINE_H

#include "article.h"
#include "rec.h"

struct outline_options {
	enum article_form form;
	struct span title, url, site, date; /* given by the user; empty: the article's own */
	size_t topics;                      /* how many Topic lines, at most */
	size_t points;                      /* how many Point lines, at most; 0: as the length asks */
};

/* Reads one document into r (its arena is set); false when there is no article in it. */
bool outline_read(struct rec *r, struct span text, const char *file,
    const struct outline_options *o);

/* Is it a day of the calendar, as YYYY-MM-DD? */
bool outline_is_day(struct span v);

#endif
