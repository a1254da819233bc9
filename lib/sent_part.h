/* SPDX-License-Identifier: ISC */
/* What the files of sent share: the marks that may end a sentence, and the parts of a paragraph. */
#ifndef SENT_PART_H
#define SENT_PART_H

#include "sent.h"
#include "utf8.h"

/* A place where a sentence may end: stops, then what closes, then white space, then what follows. */
struct stop {
	size_t at;          /* the first of the stops */
	size_t end;         /* after closing quotes, brackets and notes: it would end here */
	size_t next;        /* what comes after the blanks; the next sentence would start here */
	struct span before; /* the word in front of the stops, without quotes and brackets */
	struct span after;  /* the word at next, the same */
	size_t dots;        /* how many, in an ellipsis; else 0 */
	bool mark;          /* an exclamation or question mark is among the stops */
	bool closed;        /* a quote or bracket closes after the stops */
	bool single;        /* and it is a single quote */
	bool dash;          /* a dash stands at next */
	bool opened;        /* a quote or bracket opens at next */
	bool bracket;       /* a bracket opens at next */
};

/* Finds the next place from `from` on; false when there is none. */
bool sent_stop(struct span v, size_t from, struct stop *p);

/* Does a sentence that started at `start` end there? */
bool sent_ends(struct span v, size_t start, const struct stop *p);

/* Starts of the items of lists that run on in one line, rising. */
struct sent_items {
	size_t *v;
	size_t n, cap;
};

void sent_items(struct span v, struct sent_items *out, struct arena *a);

/* The length of a bullet and the blanks after it at the start of v. */
size_t sent_bullet(struct span v);

/* The part of v up to the first newline that is not a wrapped line's. */
struct span sent_line(struct span v);

#endif
