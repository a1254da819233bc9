/* SPDX-License-Identifier: ISC */
/*
 * subject: what the article is about, in words that fit a fixed phrase of the profile: one to three
 * words for "in this {Topic} insight", a noun phrase for "a deeper understanding of {Subject}".
 */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "source.h"

/* `{Topic}` and `{Subject}` in a phrase of the profile put in; the result is the phrase without its
 * placeholder where nothing fits. */
struct span subject_fill(struct span phrase, const struct sources *all, const struct rec *r);

/* The headline as a caption has it: in title case, without a column's label or an exclamation mark,
 * cut at a comma when it is long. */
struct span subject_title(const struct sources *all);

#endif
