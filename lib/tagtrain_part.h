/* SPDX-License-Identifier: ISC */
/*
 * tagtrain_part: what the two files of the trainer have in common: the sentences to learn from
 * (tagtrain.c) and the weights that are learnt (tagtrain_model.c).
 */
#ifndef TAGTRAIN_PART_H
#define TAGTRAIN_PART_H

#include "arena.h"
#include "tag_part.h"

enum { CELLS = TAG_LINES * TAG_COLUMNS };

struct sentence {
	struct token *v;
	size_t n;
};

struct data {
	struct token *v;
	size_t n, cap;
	struct { struct sentence *v; size_t n, cap; } sents;
	struct arena arena;
};

struct model {
	int *weight;
	int64_t *sum;       /* of the changes, each times when it was made: gives the mean */
	int64_t now;
	int64_t *mean, times; /* the weights of several runs, added over time */
	signed char *fixed; /* the mean weights, as they are written */
};

/* What the first pass says of a word, from a model that has not learnt its sentence. */
struct guess {
	struct tag_word word;
	unsigned label;
	int score[TAG_MAX];
};

/* How often a word, in lower case, has each label. */
struct count {
	struct span word;
	uint32_t total;
	uint32_t of[TAG_MAX];
};

struct trainer {
	struct data data;
	struct { struct count *v; size_t n, cap; } counts;
	struct tab words;
	struct tab lexicon;        /* of classes, with its words */
	struct tab_marks classes;
	struct guess *guess; /* one a token */
	uint32_t random;
};

void tagtrain_init(struct trainer *t, struct model *m);
uint32_t tagtrain_random(struct trainer *t);

/* Learns both passes from the sentences of t, whose guesses have their words. */
void tagtrain_learn(struct trainer *t, struct model *first, struct model *second);

#endif
