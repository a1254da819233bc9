/* SPDX-License-Identifier: ISC */
/*
 * source_part: who "we" is, and when "this year" was; only source.c includes this.
 */
#ifndef SOURCE_PART_H
#define SOURCE_PART_H

#include "source.h"

/* Without a Site, an article that says "we" again and again is a team's. */
void source_name_team(struct sources *s);

/* Puts the site in for "we", the one author for "I", verbs agreeing, where that is sure. `from` learns what
 * was put in. */
void source_resolve(const struct sources *s, struct words *w, struct source *from);

struct span source_surname(struct span name);

/* Puts years in for "this year", "last July", "in March", where it is the year of the article's date:
 * on the day a caption is read the words alone would mean another. `changed`: a year was put in. */
void source_anchor(const struct sources *s, struct words *w, bool *changed);
bool source_is_dated(const struct words *w); /* is there anything of the kind? */

#endif
