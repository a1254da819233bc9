/* SPDX-License-Identifier: ISC */
/*
 * rewrite_part: one rule's conditions and output, for one match, and what no output may be; only rewrite.c and its
 * parts include this.
 */
#ifndef REWRITE_PART_H
#define REWRITE_PART_H

#include "shape.h"
#include "source.h"

struct rewrite_match {
	const struct words *words;
	const struct sources *all;
	struct span letters;
	struct shape_match groups; /* spans of letters: a letter a word */
};

/* Does the first condition (lib/tab/rewrite.tsv says which there are), if it is on where the sentence
 * stands, hold? That is asked before a match is looked for. */
bool rewrite_stands(enum field site, struct span conditions);

/* Do all the conditions hold? */
bool rewrite_allows(const struct rewrite_match *m, enum field site, struct span conditions);

/* Would the thing that a rule takes out of a sentence take along a phrase of its verb? */
bool rewrite_takes_foreign(const struct rewrite_match *m);

/* The output with its groups put in, the first letter high; in the arena of the sources. */
struct span rewrite_output(const struct rewrite_match *m, struct span output);

/* The same where it is too long for a bullet: the last phrases of its last group go, one by one, until it fits;
 * `text`, the whole, where too little would be left. The group stays shorter. */
struct span rewrite_cut(struct rewrite_match *m, struct span output, struct span text);

/* May a bullet be so? `output` is the rule's, `inner` when it takes a thing out of the middle of a sentence. */
bool rewrite_reads_well(const struct sources *all, const struct source *from, const struct form *form, struct span output,
    struct span text, bool inner);

#endif
