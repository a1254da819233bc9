/* SPDX-License-Identifier: ISC */
/*
 * template: a layout as a text file that looks like the caption, with `{Field}` where a field goes;
 * capfmt(1) explains it. The built-in one is the house format.
 */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "arena.h"
#include "field.h"

/* Which emojis at a value's ends are shown. */
enum template_show { TEMPLATE_ALL, TEMPLATE_BARE, TEMPLATE_FRONT, TEMPLATE_BACK };

struct template_part {
	struct span before; /* the text between it and what stands before it on the line */
	enum field field;   /* FIELD_UNKNOWN: the number of the repeated line */
	bool list;          /* {Tags}: all of them */
	enum template_show show;
};

struct template_line {
	size_t first, n;   /* its parts */
	struct span after; /* the text after the last one; all of it when there is none */
	enum field repeat; /* the line stands once for each; FIELD_UNKNOWN: once */
	size_t blanks;     /* empty lines before it */
};

struct template {
	struct template_line *v;
	size_t n, cap;
	struct template_parts {
		struct template_part *v;
		size_t n, cap;
	} parts;
};

/* The template in a text, or in the bytes of a file; one that is malformed is fatal, with its place in
 * `file`. */
void template_parse(struct template *t, struct span text, const char *file, struct arena *a);
void template_read(struct template *t, struct span bytes, const char *file, struct arena *a);

struct span template_text(void); /* the house format */

bool template_names(const struct template *t, enum field f);

#endif
