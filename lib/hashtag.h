/* SPDX-License-Identifier: ISC */
/*
 * hashtag: tags from an article's own phrases, valid on LinkedIn, X, Mastodon and Bluesky alike:
 * letters and digits, never digits only, CamelCase, names as their owners write them, brand last.
 */
#ifndef HASHTAG_H
#define HASHTAG_H

#include "arena.h"
#include "buf.h"
#include "rec.h"

struct hashtag_options {
	size_t count;              /* -n: topic tags; brand tags come on top */
	const struct span *add;    /* -a */
	size_t nadd;
	const struct span *drop;   /* -x */
	size_t ndrop;
	bool only;                 /* -o: only the tag line (of a text) */
	const struct rec *profile; /* brand tags for plain text */
};

/* Appends the tag for a phrase, without `#`; false when none can be made of it. */
bool hashtag_make(struct span phrase, struct buf *out);

/* Appends what a tag and the words it is made of have in common: letters and digits, small. */
void hashtag_fold(struct buf *out, struct span v);

/* Adds Tag fields to a record that has a Title and no tags; to one that has some only what -a says and
 * the brand's, and takes away what -x says. */
void hashtag_record(struct rec *r, const struct hashtag_options *o);

/* Appends the text and a line of tags; where it ends in one, that with what -a and -x say. */
void hashtag_text(struct span text, struct buf *out, const struct hashtag_options *o);

#endif
