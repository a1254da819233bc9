/* SPDX-License-Identifier: ISC */
/*
 * post: a caption that is done, and what the formats, the preview and the lint need to know of it.
 */
#ifndef POST_H
#define POST_H

#include "limit.h"
#include "mention.h"
#include "rec.h"

struct post {
	struct span text;      /* without the last newline */
	const struct rec *r;   /* that it was made from; NULL: a text that was read */
	const bool *kept;      /* which lines of r are in it; NULL: all */
	struct span comment;   /* the URL, when it is for the first comment; else empty */
	const struct limit *limit;
	const struct mentions *mentions;
};

/* The hashtag at `at`, of letters, digits and _ with a letter among them, its # counted; 0 for none. */
size_t post_hashtag(struct span text, size_t at);

size_t post_hashtags(struct span text); /* how many there are */

/* Was that line of the record left out? Only of those that a caption shows. */
bool post_lacks(const struct post *p, size_t line);

/* post_json.c: one object on a line: text, fields, counts, tags, facets (RFC 8259). */
void post_json(const struct post *p, struct buf *out);

/* post_preview.c: the post as a feed shows it, counts, and what is left to do by hand. */
void post_preview(const struct post *p, bool colour, struct buf *out);

#endif
