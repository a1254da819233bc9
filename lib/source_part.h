/* SPDX-License-Identifier: ISC */
/*
 * source_part: who "we" is, for source.c only.
 */
#ifndef SOURCE_PART_H
#define SOURCE_PART_H

#include "source.h"

/* Without a Site, an article that says "we" again and again is a team's. */
void source_name_team(struct sources *s);

/* Puts the site in for the first person, verbs agreeing: true when all of it was resolved. */
bool source_resolve(const struct sources *s, struct words *w, bool *changed);

#endif
