/* SPDX-License-Identifier: ISC */
/*
 * caption: from a record or a text to what capfmt writes: laid out, made to fit, checked when asked
 * for, in the format asked for.
 */
#ifndef CAPTION_H
#define CAPTION_H

#include "check.h"
#include "layout.h"

enum caption_format { CAPTION_TEXT, CAPTION_LITTLE, CAPTION_JSON, CAPTION_PREVIEW };

struct caption {
	/* What was asked for; what is NULL was not. Read by caption_open. */
	const char *platform, *limits, *profile, *template, *example, *article;
	enum caption_format format;
	bool preview; /* in place of the text */
	bool check;  /* a caption with a fault is none */
	bool lint;   /* warnings */
	bool terminal; /* the preview is for one, and has colours unless NO_COLOR forbids them */
	bool zero;   /* NUL between documents, else a form feed line */
	check_report *report; /* told why there is no caption, and the warnings */

	/* Made of it. */
	struct layout layout;
	struct limit limit;
	struct template own;
	struct rec house;   /* the profile in force; empty when nothing needs it */
	bool fill;          /* it gives a record what that has not */
	struct span form;   /* the bytes of the template or the example, to be printed */
	struct span brand;  /* and those of the profile */
	const struct check_article *evidence;
};

/* Reads the files that were named, and only what the run needs; a missing or malformed one is fatal, and so
 * are options that exclude each other. */
void caption_open(struct caption *c, struct arena *a);

/* Appends what --descriptor, --print-template and --print-profile print. */
void caption_print_descriptor(const struct caption *c, struct buf *out);
void caption_print_template(const struct caption *c, struct buf *out);
void caption_print_profile(const struct caption *c, struct buf *out);

/* Appends the caption; false, with the reasons reported, when there is none. With the link in a
 * comment, that is a document of its own after the caption. The record may be added to. */
bool caption_record(const struct caption *c, struct rec *r, struct buf *out);
bool caption_text(const struct caption *c, struct span text, const char *name, struct buf *out);

#endif
