/* SPDX-License-Identifier: ISC */
/*
 * limit: how long a text may be on a platform, in the unit that the platform counts, from
 * lib/tab/platform.tsv: the only place of such numbers.
 */
#ifndef LIMIT_H
#define LIMIT_H

#include "arena.h"
#include "buf.h"
#include "span.h"
#include "tab.h"

struct limit {
	struct span platform;
	struct span unit; /* characters, units (UTF-16), bytes, graphemes or weighted (X) */
	size_t max;
	size_t url;          /* what any URL counts; 0: as many as it has */
	size_t bytes;        /* a second limit, in bytes; 0: none */
	bool mention;        /* @user@host counts as @user */
	size_t tags;         /* hashtags that are of use there; 0: any number */
	bool lines;          /* a post that is too long is made of fewer lines */
	size_t fold, folded; /* lines, or characters, that are seen before one asks for more; 0: all */
	struct span source, date;
};

/* A table, and where in it each column of ours stands: TAB_NONE, nowhere. */
#define LIMIT_COLUMNS 12
struct limits {
	struct tab tab;
	size_t column[LIMIT_COLUMNS];
};

/* A user's table, its columns by their names in `# columns:`; a missing or malformed file is fatal. */
void limit_load(struct limits *own, const char *file, struct arena *a);

/* False when the platform is not known. `own` (a user's table) is asked first, or NULL; what it does
 * not say of a platform of ours is as in ours. */
bool limit_find(struct limit *l, struct span platform, const struct limits *own);

/* The length of a text as the platform counts it: raw, nothing cleaned first. */
size_t limit_length(const struct limit *l, struct span text);

/* Is a text too long? Appends how much it is, and of how much, to *why (or NULL). */
bool limit_exceeded(const struct limit *l, struct span text, struct buf *why);

#endif
