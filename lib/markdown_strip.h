/* SPDX-License-Identifier: ISC */
/*
 * markdown_strip: what the two files share that take out what is no Markdown: markdown_strip.c
 * constructs inside the text, markdown_line.c whole lines.
 */
#ifndef MARKDOWN_STRIP_H
#define MARKDOWN_STRIP_H

#include "markdown.h"

#define MARKDOWN_ENDINGS 9
#define MARKDOWN_ELEMENTS 20
#define MARKDOWN_CODES 5

struct markdown_strip {
	struct markdown *m;
	struct span v;
	struct buf *out;
	size_t at;
	size_t line;                     /* where the line begins in out */
	size_t next[MARKDOWN_ENDINGS];           /* the first ending after the last look */
	size_t next_element[MARKDOWN_ELEMENTS];
	size_t next_code[MARKDOWN_CODES];
	bool blank;                      /* the line before is blank */
	bool mdx;
};

/* Takes the source up to `end` out, but for its newlines; or lets it stay. */
void markdown_strip_drop(struct markdown_strip *s, size_t end);
void markdown_strip_copy(struct markdown_strip *s, size_t end);

struct span markdown_strip_line(const struct markdown_strip *s, size_t at);

/* Each takes the line here, and those that belong to it, and says if it did. */
bool markdown_strip_fence(struct markdown_strip *s);
bool markdown_strip_furniture(struct markdown_strip *s);

#endif
