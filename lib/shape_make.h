/* SPDX-License-Identifier: ISC */
/*
 * shape_make: makes the program of a pattern (shape.h), for mktab. The syntax is a part of PCRE2's:
 * letters, \. and the like, a dot, [classes], (groups), (?:...), (?=...), (?!...), |, ^, $ and the
 * quantifiers * + ? {n} {n,m}, the lazy *? only after one letter.
 */
#ifndef SHAPE_MAKE_H
#define SHAPE_MAKE_H

#include "buf.h"

/* Appends the program; what is wrong with the pattern, or NULL. */
const char *shape_make(struct span pattern, struct buf *program);

#endif
