/* SPDX-License-Identifier: ISC */
/*
 * stage: what the six commands share: one transformation of the operands to standard output.
 *
 * Records go through `record`, one at a time, with those that hold no known field passed by. Plain
 * text goes through `text`, a document at a time (an operand, or with -z what a NUL ends), or, for
 * a command that can begin before it has seen the end, through `stream`, a file at a time.
 *
 * Without -z nothing is written before all of the input has been seen to be good, so that a
 * failure travels down a plain pipe: the next stage gets nothing. With -z each document stands
 * alone: it is written as soon as it is done, one that fails leaves its place empty.
 */
#ifndef STAGE_H
#define STAGE_H

#include "io.h"
#include "rec.h"

#include <getopt.h>

struct stage {
	void (*option)(int c, void *arg); /* takes one of the command's own, its value in optarg */
	char **operands;
	enum { STAGE_LOOK, STAGE_RECORDS, STAGE_TEXT } form; /* -r, -t; else by looking */
	bool zero;                                           /* -z */

	/* Edits r in place or, when `renders`, writes what it makes of r to out. Gives DIE_DONE or
	 * DIE_NO, and then writes nothing but what holds the document's place in a -z stream. What r
	 * needs lives in r->arena. */
	int (*record)(struct rec *r, struct buf *out, void *arg);
	bool renders; /* records in, documents out: a form feed line, or a NUL, between them */
	bool lines;   /* a document is one line: nothing between them */

	/* One document to out; DIE_DONE or DIE_NO. */
	int (*text)(struct span text, const char *name, struct buf *out, void *arg);
	bool records_out; /* `text` makes records: no NUL after them with -z */

	/* In place of `text`: from the open file to io_write. */
	int (*stream)(struct io *io, void *arg);

	bool silent; /* only looks: no record and no stream line is written */

	const char *nothing; /* what to say when there was no document at all: DIE_NO; NULL: DIE_DONE */
	void *arg;

	/* Where stage_run keeps what is read, and the record in hand. It gives neither back: they go with the
	 * process, sooner than one by one, and who reads from it waits for its end. */
	struct io io;
	struct arena arena;
};

/* Runs the stage over its operands; the status to finish with. */
int stage_run(struct stage *s);

/* Reads the options, -h, -r, -t, -V and -z for itself, and finds the operands. The letters are those of the
 * long options, but for STAGE_LONG and above; what is wrong is misuse, and ends the program. */
void stage_options(struct stage *s, int argc, char **argv, const struct option *longs, const char *help);

/* Which of the words `a|b|c` the value of an option is, from 0; another one is fatal, and names the option. */
size_t stage_word(const char *option, const char *value, const char *words);

enum { STAGE_LONG = 256 }; /* options without a letter begin here */

/* The options of those that read either form, and of all, which end the list. */
#define STAGE_FORM_OPTIONS                                                                         \
	{ "records", no_argument, NULL, 'r' }, { "text", no_argument, NULL, 't' }
#define STAGE_OPTIONS                                                                              \
	{ "help", no_argument, NULL, 'h' }, { "version", no_argument, NULL, 'V' },                 \
	    { "zero", no_argument, NULL, 'z' }, { NULL, 0, NULL, 0 }

#endif
