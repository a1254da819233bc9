/* SPDX-License-Identifier: ISC */
/*
 * dash: takes out em dashes, and what stands for them, by the role each one plays in its sentence.
 * Nothing but a dash and what touches it ever changes, and a second run changes nothing.
 */
#ifndef DASH_H
#define DASH_H

#include "buf.h"
#include "io.h"

enum dash_style {
	DASH_AUTO,  /* a comma where one is right, else what a copy editor would put */
	DASH_COMMA, /* always a comma */
};

/* What marks may be written: by the field in a record, all of them on plain text. */
enum dash_marks {
	DASH_ONE_CLAUSE,   /* comma, colon, brackets: the value stays one sentence */
	DASH_SENTENCES,    /* a full stop too */
	DASH_ANY,          /* a semicolon too */
};

enum dash_role {
	DASH_NONE, /* not one to change: a range, a minus, a rule, code, an option, a name */
	DASH_PAIR, DASH_PAIR_NESTED, DASH_TAIL, DASH_EXPLAIN, DASH_LIST, DASH_LABEL, DASH_CLAUSES,
	DASH_ATTRIBUTION, DASH_DIALOGUE, DASH_RANGE, DASH_CELL,
	DASH_ROLES
};
const char *dash_role_name(enum dash_role r);

struct dash {
	enum dash_style style;
	enum dash_marks marks;
	bool ascii;                 /* -A: a hyphen in ranges too */
	size_t count[DASH_ROLES];   /* filled in */
	/* Told of each dash changed, for -c and -e; may be NULL. `at` is its byte in the text. */
	void (*found)(void *arg, enum dash_role role, size_t line, size_t at, struct span dash,
	    struct span instead);
	void *arg;
};

/* Appends one line or paragraph with its dashes rewritten; true when any was. */
bool dash_text(struct dash *d, struct span text, struct buf *out);

/* The same for a whole plain text or Markdown document from the open file to io_write, in constant
 * memory: fences, indented code, tables, front matter and rules are left. */
void dash_stream(struct dash *d, struct io *io, bool write);

#endif
