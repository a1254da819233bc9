/* SPDX-License-Identifier: ISC */
/*
 * shape_scan: makes the scanner of a program (shape_part.h), for mktab: a table that tells in one step
 * a letter that the program cannot match, without the places of its groups. What a pattern looks for
 * ahead is taken for found, except at its end.
 */
#ifndef SHAPE_SCAN_H
#define SHAPE_SCAN_H

#include "buf.h"

/* Appends the scanner of the code, or nothing where it would be too large. Is it exact: does it never say
 * that the program may match where it does not? */
bool shape_scan_make(struct span code, struct buf *scanner);

/* Adds the letters that a match can begin with from a place in the code on; can it be without one? */
bool shape_scan_first(struct span code, size_t at, unsigned char *set);

#endif
