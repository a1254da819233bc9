/* SPDX-License-Identifier: ISC */
/*
 * check: reasons not to post a caption, for `capfmt -c`: a missing block, no URL, a dash, a dead or
 * doubled hashtag, two emojis together or one inside a sentence, stray markup, control characters,
 * over the limit, a number or name that its From lines do not hold.
 */
#ifndef CHECK_H
#define CHECK_H

#include "limit.h"
#include "rec.h"
#include "template.h"

/* Told of each fault: the file and its line (0: of none), and `Field: what: detail`, fit to print. */
typedef void check_report(const char *file, size_t line, struct span message);

struct check {
	const struct limit *limit;
	const struct template *template; /* the blocks that there must be */
	const struct rec *house;         /* the profile in force, whose own words need no evidence */
	const struct check_article *article; /* what the evidence is held against; NULL: nothing */
	bool url, follow; /* there must be one */
	bool link;        /* and the caption holds the Url */
	check_report *report;
	const char *file;
	size_t faults; /* counted here */
};

/* Counts a fault and reports it. The detail is cleaned, and cut to what fits on a line; it and `what`
 * may be empty. */
void check_fault(struct check *c, size_t line, struct span field, const char *what,
    struct span detail);

/* check_source.c: the article itself, for `-S`: read whole, in the arena. */
struct check_article;
const struct check_article *check_article_load(const char *file, struct arena *a);

/* A record, and the caption made from it. */
void check_record(struct check *c, const struct rec *r, struct span caption);

/* A text as it was read, and the caption made from it. */
void check_text(struct check *c, struct span text, struct span caption);

/* The recutils descriptor of a caption stream, for recfix. */
struct span check_descriptor(void);

#endif
