/* SPDX-License-Identifier: ISC */
/*
 * lint: what reads as written by a machine (lib/tab/slop.tsv), for `capfmt -l`: warnings only. Titles,
 * names and what stands in quotes are left alone.
 */
#ifndef LINT_H
#define LINT_H

#include "check.h"
#include "post.h"

struct lint {
	const struct rec *house; /* the profile, whose own phrases are named as such */
	check_report *report;
	const char *file;
};

/* A post made from a record, or `text` as it was read. */
void lint_post(const struct lint *l, const struct post *p, struct span text);

#endif
