/* SPDX-License-Identifier: ISC */
/*
 * example: a format learnt from a post that has it: which blocks stand in what order, the lines
 * between them, the marks, and the phrases that every caption of a brand repeats. The format, and never
 * the words of the post itself.
 */
#ifndef EXAMPLE_H
#define EXAMPLE_H

#include "buf.h"

/* Appends the layout as a template (template.h), and what the earlier stages need as a profile
 * (profile.h). The post may stand in quotes, and among other text when it stands in doubled quotes
 * there. A text without a post is fatal; the file's name is for the message. */
void example_template(struct span text, const char *file, struct buf *out);
void example_profile(struct span text, const char *file, struct buf *out);

#endif
