/* SPDX-License-Identifier: ISC */
/*
 * layout: the finished caption, from the fields of a record; and what can be wrong with one.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "buf.h"
#include "rec.h"

enum layout_link { LAYOUT_LINK_BODY, LAYOUT_LINK_COMMENT, LAYOUT_LINK_NONE };

/* Appends the caption: seven blocks, a blank line between them, blocks without fields left out.
 * False, with nothing appended, when the record has no Title, no Hook or no Bullet. */
bool layout_record(const struct rec *r, enum layout_link link, struct buf *out);

#endif
