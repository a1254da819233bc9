/* SPDX-License-Identifier: ISC */
/*
 * fluent: the last gate: does a line read as finished English? A bad candidate is dropped, never
 * printed.
 */
#ifndef FLUENT_H
#define FLUENT_H

#include "words.h"

/* Brackets and quotes in pairs, no doubled word, no stray mark, a and an right, no dangling end. */
bool fluent_line(struct span text);

/* Does no clause want its verb ("... shows that the government")? */
bool fluent_ends(const struct words *w);

/* Is it a declarative sentence: a subject first, then a finite verb, no question or lead-in? */
bool fluent_statement(const struct words *w);
bool fluent_asserts(struct span letters); /* the same of its letters, but for fluent_ends */

#endif
