/* SPDX-License-Identifier: ISC */
/*
 * pat: regular expressions, and the only user of PCRE2. A pattern is a literal or a cell of a
 * table: bytes that live as long as the program, for it is compiled when first needed and kept
 * under its address. The syntax is PCRE2's, over UTF-8; (?i), (?x) and (?s) are written inside.
 * Match and heap limits are set: a text made to backtrack does not match. A pattern that does not
 * compile is a defect of the program and fatal, with the pattern and the place.
 */
#ifndef PAT_H
#define PAT_H

#include "span.h"

#define PAT_GROUPS 12

/* A match: group 0 is all of it; a group that took no part has s == NULL. */
struct pat_match {
	struct span group[PAT_GROUPS];
};

/* Does re match in the subject, at or after byte `from`? m may be NULL. */
bool pat_find(struct span re, struct span subject, size_t from, struct pat_match *m);
bool pat_test(struct span re, struct span subject);

#endif
