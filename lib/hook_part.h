/* SPDX-License-Identifier: ISC */
/*
 * hook_part: what the parts of hook share; only they include this.
 */
#ifndef HOOK_PART_H
#define HOOK_PART_H

#include "hook.h"

/* How freely a sentence may be taken: first the good ones, then what is left. */
enum strictness { STRICT, LOOSE, ANY, LAST, STRICTNESSES };

/* What a line of each kind asks of a sentence. */
struct wanted {
	const struct hook_wish *wish;
	const struct sources *all;
	const struct taken *taken;
	size_t most; /* characters */
	enum strictness strict;
	int (*score)(const struct wanted *want, const struct source *s, const struct form *form);
	const struct source *hook;
	bool typed;       /* a person wrote it: no sentence of the article goes on with it */
	struct span said; /* the line above, where a full name may have been given */
	struct candidate above; /* and its content words */
	int least;           /* a score that is no higher does not count, however much lower it is */
};

/* A form's content words, as rewrite.h compares them; they are looked up once. */
static inline struct candidate
hook_line(const struct sources *all, const struct source *from, const struct form *form)
{
	struct candidate line = { .text = form->text, .from = from, .key = form->key, .nkeys = form->nkeys };
	struct form *own = &from->forms[form - from->forms];

	if (own->key == NULL) {
		rewrite_keys(&line, all);
		own->key = line.key;
		own->nkeys = line.nkeys;
	}
	return line;
}

/* What is asked of a form for each line and each strictness, and found out once. */
enum {
	FACT_SEEN = 1 << 0,
	FACT_NUMBER = 1 << 1,
	FACT_QUANTITY = 1 << 2,
	FACT_CHANGE = 1 << 3,
	FACT_STALE = 1 << 4,
	FACT_OPEN = 1 << 5, /* a comparison without its than */
	FACT_DEFINITION = 1 << 6,
	FACT_PAST = 1 << 7,
	FACT_NAME = 1 << 8,
	FACT_SHOWS_EARLY = 1 << 9, /* its number does */
	FACT_SHORT = 1 << 10,   /* fewer than 7 words */
	FACT_BRIEF = 1 << 11,   /* fewer than 8 */
	FACT_WORDY = 1 << 12,   /* more than 25 */
	FACT_COMPARES = 1 << 13,
	FACT_DOING = 1 << 14,   /* its subject is what is done */
	FACT_PASSIVE = 1 << 15,
	FACT_HOLDS = 1 << 16,   /* says what a thing is made of */
	FACT_LISTS = 1 << 17,   /* two commas or more */
	FACT_THERE = 1 << 18,   /* "There is ..." */
	FACT_DATED = 1 << 19,   /* a month or a year */
	FACT_ON_SUBJECT = 1 << 20, /* a word of the title is in its subject */
	FACT_SHARE = 1 << 21,      /* a percentage, a sum of money, millions */
	FACT_BRACKET = 1 << 22,
	FACT_BACK = 1 << 23,       /* names as known what a line above has named */
	FACT_PERSON = 1 << 24,     /* who somebody is */
	FACT_FIRST = 1 << 25       /* somebody by a first name alone, whom the article names nowhere */
};

unsigned hook_facts(const struct sources *all, const struct source *s, const struct form *form);

/* What a sentence, in one of its forms, is worth for a line. */
int hook_score_question(const struct wanted *want, const struct source *s, const struct form *form);
int hook_score_context(const struct wanted *want, const struct source *s, const struct form *form);
int hook_score_kicker(const struct wanted *want, const struct source *s, const struct form *form);

#endif
