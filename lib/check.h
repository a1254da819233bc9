/* SPDX-License-Identifier: ISC */
/*
 * check: reasons not to post a caption, for `capfmt -c`: a missing block, no URL, a dash, a dead or
 * doubled hashtag, two emojis together, stray markup, control characters, over the limit, a number
 * or name that its From lines do not hold.
 */
#ifndef CHECK_H
#define CHECK_H

#include "limit.h"
#include "rec.h"

/* Told of each fault: the input line (0: of none), the field (or "caption"), what is wrong, and the
 * text that shows it (may be empty), fit to be printed. */
typedef void check_report(void *arg, size_t line, struct span field, const char *what,
    struct span detail);

struct check {
	const struct limit *limit;
	bool url, follow; /* there must be one */
	check_report *report;
	void *arg;
	size_t faults; /* counted here */
};

/* A record, and the caption made from it. */
void check_record(struct check *c, const struct rec *r, struct span caption);

/* A text as it was read, and the caption made from it. */
void check_text(struct check *c, struct span text, struct span caption);

/* The recutils descriptor of a caption stream, for recfix. */
struct span check_descriptor(void);

#endif
