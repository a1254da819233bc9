/* SPDX-License-Identifier: ISC */
/*
 * post_part: what the files of the preview share; for no one else.
 */
#ifndef POST_PART_H
#define POST_PART_H

#include "post.h"

/* Lengths on the screen, in thousandths of the type size. */
size_t post_width(struct span v);

/* Takes the next line off *rest that is no wider than `most`, broken between words, or within one
 * that is wider. False at the end. */
bool post_wrap(struct span *rest, size_t most, struct span *line);

#endif
