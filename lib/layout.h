/* SPDX-License-Identifier: ISC */
/*
 * layout: the finished caption, from the fields of a record and a template.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "buf.h"
#include "mention.h"
#include "rec.h"
#include "template.h"

enum layout_link {
	LAYOUT_LINK_BODY,    /* in the caption */
	LAYOUT_LINK_COMMENT, /* not in the caption: for its first comment */
	LAYOUT_LINK_NONE,
};

struct layout {
	enum layout_link link;
	const struct template *template;
	size_t tags; /* hashtags at most; 0: all */
};

/* Gives a record the Follow line, tags and mentions that it has not, from a profile. */
void layout_fill(struct rec *r, const struct rec *profile);

/* What a caption cannot be without, of what the template names: the first of Title, Hook and Bullet
 * that the record has not; FIELD_UNKNOWN when it has all. */
enum field layout_missing(const struct layout *l, const struct rec *r);

/* Appends the caption. `kept` says of each line of the record whether it is shown; NULL: all are. */
void layout_record(const struct layout *l, const struct rec *r, const bool *kept, struct buf *out);

/* Appends a text with its lines cleaned, no blank at their ends, no empty lines at the start and
 * the end, one at most between others, LF last. False when nothing is left of it. */
bool layout_text(struct span text, struct buf *out);

/* Appends a caption as LinkedIn's API wants it, in "little" text: what is reserved there gets a
 * backslash, but for the # of a hashtag and what stands in a URL, and a name after an @ becomes the
 * mention that it stands for. */
void layout_little(struct span caption, const struct mentions *mentions, struct buf *out);

#endif
