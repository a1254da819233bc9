/* SPDX-License-Identifier: ISC */
/*
 * check: reasons not to post a caption, for `capfmt -c`: a missing block, no URL, a dash, a dead or
 * doubled hashtag, two emojis together, stray markup, control characters, over the limit, a number
 * or name that its From lines do not hold.
 */
#ifndef CHECK_H
#define CHECK_H

#include "arena.h"
#include "limit.h"
#include "rec.h"

/* Told of each fault: the field (or "caption") and what is wrong. */
typedef void check_report(void *arg, struct span field, const char *what, struct span detail);

/* The number of faults of a record and of the caption made from it. */
size_t check_record(const struct rec *r, struct span caption, const struct limit *l,
    check_report *report, void *arg);

/* The number of faults of a finished text. */
size_t check_text(struct span caption, const struct limit *l, check_report *report, void *arg);

#endif
