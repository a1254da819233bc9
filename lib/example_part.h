/* SPDX-License-Identifier: ISC */
/*
 * example_part: the post that a format is learnt from, line by line; for the files of the module.
 */
#ifndef EXAMPLE_PART_H
#define EXAMPLE_PART_H

#include "example.h"

#include "arena.h"
#include "field.h"

struct example_line {
	struct span text; /* cleaned; never empty */
	size_t blanks;    /* empty lines before it */
	enum field role;  /* FIELD_UNKNOWN: none */
	struct span url;  /* in a call; or alone, then the role is FIELD_URL */
};

struct example {
	struct example_line *v;
	size_t n, cap;
	struct arena arena;
};

void example_read(struct example *e, struct span text, const char *file);
const struct example_line *example_find(const struct example *e, enum field role); /* NULL without */

/* What the built-in profile says, for what the post does not show. */
struct span example_usual(enum field f);

/* Where the second sentence of a line starts; its length when there is none. */
size_t example_second(struct span line);

/* The mark at the start of a bullet, an emoji, `•`, `-` or `3.`; empty without one. */
struct span example_mark(struct span line);

/* The words of a call, without marks, the URL and what joins them; and that. */
struct span example_call(const struct example_line *l, struct span *joint);

#endif
