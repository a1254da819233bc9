/* SPDX-License-Identifier: ISC */
/*
 * layout: the finished caption, from the fields of a record.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "buf.h"
#include "rec.h"

enum layout_link {
	LAYOUT_LINK_BODY,    /* after the call */
	LAYOUT_LINK_COMMENT, /* not in the caption: for its first comment */
	LAYOUT_LINK_NONE,
};

bool layout_link_of(struct span word, enum layout_link *link); /* body, comment, none */

struct layout {
	enum layout_link link;
	const struct rec *profile; /* for the Follow line and the tags that a record has not; or NULL */
};

/* Appends the caption: seven blocks, a blank line between them, blocks without fields left out.
 * FIELD_UNKNOWN when that was done; else, with nothing appended, the one of Title, Hook and Bullet
 * that the record has not. */
enum field layout_record(const struct layout *l, const struct rec *r, struct buf *out);

/* Appends a text with its lines cleaned, no blank at their ends, no empty lines at the start and
 * the end, one at most between others, LF last. False when nothing is left of it. */
bool layout_text(struct span text, struct buf *out);

/* Appends a caption as LinkedIn's API wants it, in "little" text: what is reserved there gets a
 * backslash, but for the # of a hashtag, and a name of a Mention line after an @ becomes a mention.
 * `r` may be NULL. */
void layout_little(struct span caption, const struct rec *r, struct buf *out);

#endif
