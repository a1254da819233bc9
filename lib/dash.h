/* SPDX-License-Identifier: ISC */
/*
 * dash: takes out em dashes, and what stands for them, by the role each one plays in its sentence.
 * Nothing but a dash and what touches it ever changes, and a second run changes nothing.
 */
#ifndef DASH_H
#define DASH_H

#include "buf.h"
#include "io.h"
#include "rec.h"

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
	DASH_NONE,        /* not one to change: a range, a minus, a rule, code, an option, a name */
	DASH_PAIR,        /* around an aside */
	DASH_PAIR_NESTED, /* around an aside that holds commas or a clause */
	DASH_TAIL,        /* before an afterthought */
	DASH_EXPLAIN,     /* before what a word just announced */
	DASH_LIST,        /* before a list */
	DASH_LIST_BEFORE, /* after a list */
	DASH_LABEL,       /* after a label or a term */
	DASH_CLAUSES,     /* between two independent clauses */
	DASH_CORRELATIVE, /* not just this - it is that */
	DASH_BREAK,       /* beside another mark */
	DASH_ATTRIBUTION, /* before the one who said it */
	DASH_CUTOFF,      /* where speech or text breaks off */
	DASH_SALUTATION,  /* after a colon */
	DASH_RANGE,       /* any but an en dash, or with ascii any, between numbers, dates or names */
	DASH_CELL,        /* alone in a cell of a table */
	DASH_ROLES
};
const char *dash_role_name(enum dash_role r);

struct dash_found {
	enum dash_role role;
	size_t line, column; /* from 1; the column in bytes */
	struct span dash;    /* borrowed */
	const char *instead;
};

struct dash {
	enum dash_style style;
	enum dash_marks marks;
	bool ascii;                 /* a hyphen in ranges too */
	bool zero;                  /* documents of a stream end in NUL */
	size_t count[DASH_ROLES];   /* filled in */
	/* Told of each dash that is changed; may be NULL. */
	void (*found)(void *arg, const struct dash_found *f);
	void *arg;
};

/* The prose fields of a record, and commented ones that wait to be used (`#Bullet: ...`). What marks
 * may be written hangs on the field. */
void dash_record(struct dash *d, struct rec *r);

/* The same for a whole plain text or Markdown document from the open file, to io_write when `write`
 * is set, in constant memory: fences, indented code, tables, front matter and rules are left. */
void dash_stream(struct dash *d, struct io *io, bool write);

#endif
