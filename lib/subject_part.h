/* SPDX-License-Identifier: ISC */
/*
 * subject_part: which of the record's topics a phrase of the profile names; only subject.c and its parts
 * include this.
 */
#ifndef SUBJECT_PART_H
#define SUBJECT_PART_H

#include "subject.h"

/* The nth topic that reads as a noun before a noun: not too long, no part of another. */
struct span subject_topic(const struct rec *r, size_t nth);

/* What the call names: the best topic of two or three words that the title holds; one word of the title
 * that is a name or a field; else the best topic. */
struct span subject_of_title(const struct sources *all, const struct rec *r);

/* {Topic}: the best one, but two or three words in small letters say more than one, if they weigh nearly
 * as much, and a phrase of the title more than a part of it. */
struct span subject_best(const struct sources *all, const struct rec *r);

/* The noun phrase of a title that holds the weightiest topics, of two words or more; empty without one. `known`: it
 * had its article, or a possessor, there. */
struct span subject_chunk(const struct rec *r, const struct words *title, bool *known);

/* The phrase with its article, or its head in the plural where the article has that: "the registry", "boats". */
struct span subject_with_article(const struct sources *all, struct span phrase);

/* What a headline says from word `from` on, with the article of what is new there: "the new registry opens". */
struct span subject_with_new_article(const struct sources *all, const struct words *w, size_t from);

/* The text with its capitals as the article writes the same words side by side. */
struct span subject_case(const struct sources *all, struct span text);

/* Does a text hold one of the best topics? A title's label ("Newsletter:") does not. */
bool subject_is_on(const struct rec *r, struct span text);

#endif
