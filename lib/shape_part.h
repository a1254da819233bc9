/* SPDX-License-Identifier: ISC */
/*
 * shape_part: what a program looks like; for shape.c and shape_make.c only.
 *
 * Its first bytes are flags, how many marks it sets, how many sets it needs, how long its scanner is;
 * then those sets, the scanner, the set that a match can begin with, and the code. A set is 16 bytes:
 * bit c % 8 of byte c / 8 is the letter c. A distance is two bytes, the low one first, from the byte
 * after it.
 *
 * The scanner (shape_scan.h) is how many classes of letters there are, the first state, the lowest of
 * those that may be the last, the class of each letter, and then, for each state from number 2 on, the
 * next one by the class of a letter.
 */
#ifndef SHAPE_PART_H
#define SHAPE_PART_H

enum { SHAPE_FLAGS, SHAPE_MARKS, SHAPE_NEEDS, SHAPE_SCAN, SHAPE_HEAD = SHAPE_SCAN + 2 };
enum { SHAPE_SET = 16, SHAPE_MARKS_MOST = 128, SHAPE_LETTERS = 128 };
enum { SHAPE_ANCHORED = 1, SHAPE_WHOLE = 2, SHAPE_EMPTY = 4 /* can match where no letter is */,
	SHAPE_EXACT = 8 /* what the scanner says is so */ };
enum { SHAPE_SCAN_CLASSES, SHAPE_SCAN_FIRST, SHAPE_SCAN_FINAL, SHAPE_SCAN_HEAD };
enum { SHAPE_SCAN_NONE, SHAPE_SCAN_DONE }; /* states: there is no match, there is one */

enum shape_op {
	SHAPE_ONE,    /* set: one letter of it */
	SHAPE_MANY,   /* set, mark: as many letters as can be, then fewer */
	SHAPE_FEW,    /* set, mark: as few as can be, then more */
	SHAPE_SPLIT,  /* mark, distance: what follows, or else what stands there */
	SHAPE_JUMP,   /* distance */
	SHAPE_BACK,   /* distance, backwards */
	SHAPE_SAVE,   /* number: here a group begins (2 * group) or ends (2 * group + 1) */
	SHAPE_START,
	SHAPE_END,
	SHAPE_AHEAD,  /* distance: what follows up to there has to match here */
	SHAPE_BEWARE, /* distance: it must not */
	SHAPE_DONE
};

/* Bytes of an instruction, with its operation. */
/* The distance in an instruction, at its first byte. */
static inline size_t
shape_distance(const unsigned char *at)
{
	return at[0] | (size_t)at[1] << 8;
}

static inline unsigned
shape_length(unsigned char op)
{
	static const unsigned char length[] = { 1 + SHAPE_SET, 2 + SHAPE_SET, 2 + SHAPE_SET, 4, 3, 3, 2, 1, 1, 3, 3, 1 };

	return length[op];
}

#endif
