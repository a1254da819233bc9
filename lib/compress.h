/* SPDX-License-Identifier: ISC */
/*
 * compress: makes a sentence shorter by what it can lose (lib/tab/cut.tsv). Hedges, attributions,
 * negations and conditions are never lost.
 */
#ifndef COMPRESS_H
#define COMPRESS_H

#include "words.h"

/* A sentence in one of its lengths. */
struct form {
	struct words words;
	struct span text;
	struct span letters;
	size_t length; /* characters */
	int level;     /* the boldest cut in it, 0 to 3 */
	unsigned is;   /* the classes of its words (words.h), together */

	/* What source.c finds out, once for all lines: source_stands_alone, and fluent.h. */
	bool alone, ends, statement;
	bool goes_on;  /* a statement that stands right after the sentence before it */
	int orphans; /* things named as known that a reader of the caption does not know */

	/* What the lines are judged by, found when it is first asked for (source_is_fluent, hook_part.h,
	 * hook_score.c). */
	enum { FLUENT_UNKNOWN, FLUENT_NO, FLUENT_YES } fluent;
	unsigned *key; /* hashes of its content words (rewrite_keys) */
	size_t nkeys;
	unsigned facts;
};

struct forms {
	struct form *v;
	size_t n;
};

/* Takes off what an opening can lose in place: connectives, the author's own reporting frame
 * (lib/tab/frame.tsv), and the full stop at the end. */
void compress_open(struct words *w);

/* Gives w, whose words are borrowed, and its shorter forms, longest first: a further cut is made in what
 * the one before left. */
void compress_forms(const struct words *w, struct forms *out);

/* May words from..to-1 go? Not who said it, a condition, half of a quotation, or what a negation before
 * it denies. */
bool compress_may_go(const struct words *w, size_t from, size_t to);

/* May a sentence end before `at`, where a second verb of its subject begins? What that one says, on whatever
 * condition, is said apart. */
bool compress_may_end(const struct words *w, size_t at);

/* Does a word need a phrase that begins so (lib/tab/need.tsv)? */
bool compress_needs(const struct word *word, struct span opener);

#endif
