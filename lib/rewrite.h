/* SPDX-License-Identifier: ISC */
/*
 * rewrite: candidates for bullets. Each rule of lib/tab/rewrite.tsv is tried on each form of a
 * source (compress.h); what comes out complete and fluent (fluent.h) is a candidate.
 */
#ifndef REWRITE_H
#define REWRITE_H

#include "source.h"

struct candidate {
	struct span text;
	struct span rule, frame;
	const struct source *from;
	struct span also;          /* a further From line, or empty */
	int score;                 /* 0 to 1000 */
	unsigned *key;             /* hashes of its content words, sorted */
	size_t nkeys;
	bool team;                 /* "the team" stands in it */
};

struct candidates {
	struct candidate *v;
	size_t n, cap;
};

/* Lengths of a bullet, in characters; BULLET_LONG where there would be too few otherwise. */
enum {
	BULLET_FEW_LEAST = 26, /* where there would be too few */
	BULLET_LEAST = 32,
	BULLET_GOOD_LEAST = 36,
	BULLET_FULL = 48, /* a shorter one says less than it could */
	BULLET_GOOD_MOST = 70,
	BULLET_MOST = 75,
	BULLET_LONG = 96
};

/* What a bullet on "the team" loses, where nothing says who "we" is. */
enum {
	REWRITE_ANONYMOUS = 360,
	REWRITE_SHARED = 20000 /* and where there is no team: it is never chosen */
};
bool rewrite_has_team(struct span text);

/* Adds the candidates of at most so many characters that a source gives. */
void rewrite_source(size_t most, const struct sources *all, const struct source *from,
    struct candidates *out);

/* What a candidate is worth: its rule (0 to 100), its source, its length, numbers and names. */
int rewrite_score(const struct candidate *c, const struct form *form, int rule);

/* Fills in key, nkeys and team from the text. */
void rewrite_keys(struct candidate *c, const struct sources *all);

/* How much two texts say the same, in percent of the smaller one's content words; the words of a third
 * (the title's: they may come again and again) do not count. It may be NULL. */
unsigned rewrite_overlap(const struct candidate *a, const struct candidate *b,
    const struct candidate *but);

/* How many of a text's content words stand in another, in percent. */
unsigned rewrite_repeats(const struct candidate *c, const struct candidate *of);

#endif
