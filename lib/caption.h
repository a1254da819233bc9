/* SPDX-License-Identifier: ISC */
/*
 * caption: from a record or a text to what capfmt writes: laid out, checked when asked for, in the
 * format asked for.
 */
#ifndef CAPTION_H
#define CAPTION_H

#include "check.h"
#include "layout.h"

struct caption {
	struct layout layout;
	struct limit limit;
	bool check;  /* a caption with a fault is none */
	bool follow; /* a record without a Follow line has a fault */
	bool little; /* LinkedIn's little text, else plain */
	bool zero;   /* NUL between documents, else a form feed line */
	check_report *report; /* told why there is no caption */
};

/* Takes the profile that is named, or the one in force, and the limit of a platform; both fatal
 * when there is no such thing. `file` and `limits` (a user's table) may be NULL. */
void caption_profile(struct caption *c, const char *file, struct rec *profile, struct arena *a);
void caption_limit(struct caption *c, const char *platform, const char *limits, struct arena *a);

/* Appends the caption; false, with the reasons reported, when there is none. With the link in a
 * comment, that is a document of its own after the caption. */
bool caption_record(const struct caption *c, const struct rec *r, struct buf *out);
bool caption_text(const struct caption *c, struct span text, const char *name, struct buf *out);

#endif
