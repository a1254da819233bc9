/* SPDX-License-Identifier: ISC */
/*
 * shape: patterns over the letters of words (words.h), one letter a word: the rules of the editor. They
 * stand in tables in PCRE2's syntax, as far as it is needed, and mktab makes programs of them
 * (shape_make.h), so that nothing is compiled when a command starts. What a pattern could not match from
 * a place once is not tried there again: the time is linear in the letters, whatever the pattern.
 */
#ifndef SHAPE_H
#define SHAPE_H

#include "span.h"

#define SHAPE_GROUPS 6
#define SHAPE_MOST 511 /* letters: a longer text does not match */

/* A match: group 0 is all of it; a group that took no part has s == NULL. */
struct shape_match {
	struct span group[SHAPE_GROUPS];
};

/* Which letters there are, a bit each. */
struct shape_set {
	unsigned char bit[16];
};
struct shape_set shape_set_of(struct span letters);

/* Can the program match in letters of this set? Many programs on one text are asked this first. */
bool shape_may(struct span program, const struct shape_set *has);

/* Does it match, and where first? m may be NULL. */
bool shape_find(struct span program, struct span letters, struct shape_match *m);
bool shape_test(struct span program, struct span letters);

/* Can it match anywhere, not only from ^? */
bool shape_is_loose(struct span program);

/* Does the pattern take all of the letters, from ^ to $? */
bool shape_is_whole(struct span program);

/* A pattern of the program's own, by its name in lib/tab/shape.tsv. */
struct span shape_named(struct span name);

#endif
