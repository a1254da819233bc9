/* SPDX-License-Identifier: ISC */
/*
 * bullet: from an outline to the lines of a caption: hook, context, lead, bullets, kicker, call.
 * Candidates are made by the rules of lib/tab/rewrite.tsv (rewrite.h), scored, and chosen together.
 */
#ifndef BULLET_H
#define BULLET_H

#include "hook.h"
#include "rec.h"

struct bullet_options {
	const struct rec *profile;
	enum hook_kind hook;   /* -H */
	struct span frame;     /* -F: all bullets in this frame; empty: the best one */
	size_t count;          /* -n: bullets; 0: the profile's */
	size_t rank;           /* -N: from 1 */
	bool keep;             /* -k: the outline's fields stay */
};

/* Writes the caption fields into r, its own ones kept. What went wrong, or NULL. */
const char *bullet_record(struct rec *r, const struct bullet_options *o);

#endif
