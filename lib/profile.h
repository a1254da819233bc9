/* SPDX-License-Identifier: ISC */
/*
 * profile: what a brand fixes of its captions, as data: a record of type Profile (caprec(5) lists
 * its fields). -P FILE, else $CAPLINE_PROFILE, else the built-in one.
 */
#ifndef PROFILE_H
#define PROFILE_H

#include "arena.h"
#include "rec.h"

/* The profile; a missing or malformed file is fatal with its place. `file` may be NULL; the strings
 * of *r live in the arena, but for the file's name, which is borrowed. */
void profile_load(struct rec *r, const char *file, struct arena *a);

/* The one that a text holds; the name is for messages. */
void profile_read(struct rec *r, struct span text, const char *file, struct arena *a);

/* Is there one but the built-in one: a `file`, or $CAPLINE_PROFILE? The file's name, or NULL. */
const char *profile_named(const char *file);

/* The built-in profile as text, for --print-profile. */
struct span profile_text(void);

/* How many bullets a caption has, at most so many. */
#define PROFILE_BULLETS_MOST 12
size_t profile_bullets(const struct rec *r);

/* The mark that the profile gives to a field (`Mark: Lead 🔍`), in a profile or a caption record. */
struct span profile_mark(const struct rec *r, enum field f);

#endif
