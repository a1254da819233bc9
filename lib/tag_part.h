/* SPDX-License-Identifier: ISC */
/*
 * tag_part: what the tagger (tag.c) and its trainer (tagtrain.c) have in common: the labels, what is
 * known of a word before its sentence is looked at, and the features of a word in its sentence.
 *
 * A weight belongs to a feature and a label. Weights stand in a table of TAG_LINES lines of
 * TAG_COLUMNS: the hash of a feature gives the line, and, with the label, the column. Features that
 * fall on one line share it; training is done with the same hash, so it works around them.
 */
#ifndef TAG_PART_H
#define TAG_PART_H

#include "tab.h"
#include "tag.h"

#include <stdint.h>

enum { TAG_FIRST = 17060, TAG_SECOND = 4096, TAG_LINES = TAG_FIRST + TAG_SECOND };
enum { TAG_COLUMNS = 64, TAG_FEATURES = 40, TAG_MAX = 64 };
enum { TAG_CAN = 24 };           /* labels of a word, at most: a new one can have 16, one of the table 11 */
enum { TAG_EDGE = TAG_MAX - 1 }; /* the label before the first word */

/* How the labels are spelt in the table of words: label 0 is '0', label 1 the character after. */
#define TAG_LETTER '0'

struct tag_label {
	unsigned char upos, xpos;
	const char *ends; /* new words can have it that end in one of these letters; "" any, NULL none */
};

extern const struct tag_label tag_labels[];
extern const unsigned tag_label_count;

/* What is known of a word alone. */
struct tag_word {
	uint32_t word;          /* hash of the word in lower case */
	uint32_t class;         /* hash of what the table of words says of it */
	uint32_t kind;          /* of sense that WordNet gives it first, 0 where none is known */
	uint32_t pair;          /* the word if it comes often, else its class: for two words together */
	uint32_t suffix[5];     /* hashes of the last 1 to 5 bytes, 0 where it is too short */
	uint32_t prefix;        /* hash of the first three bytes */
	uint32_t shape;         /* capitals, digits, hyphens */
	bool capital;
	char last;              /* its last byte */
	unsigned char labels;   /* how many it can have */
	uint64_t has;           /* a bit for each of them */
	unsigned char label[TAG_CAN];
};

/* A word and its neighbours; beyond the ends stand empty words. */
struct tag_context {
	const struct tag_word *before2, *before, *here, *after, *after2;
	unsigned label, label2; /* of the word before, and the one before that */
	uint32_t title;         /* 1 when most words of the sentence have a capital */
	bool first;
};

/* Once the words after it have a label too, a word is looked at again. */
struct tag_review {
	const struct tag_word *here, *after;
	unsigned label;          /* what it was taken for */
	unsigned before2, before; /* labels, seen again themselves */
	unsigned next, next2;    /* labels, not seen again yet */
};

struct tag_tables {
	const struct tab *words;
	const struct tab_marks *classes;
};

bool tag_titled(const struct token *v, size_t n);
void tag_look_up(const struct tag_tables *t, struct tag_word *w, const struct token *token);

/* The features of a word: each a line of the weights times TAG_COLUMNS, and a turn of its columns. */
size_t tag_features(const struct tag_context *c, uint32_t *feature);
size_t tag_second_features(const struct tag_review *r, uint32_t *feature);

/* The weight of a feature for a label: on the feature's line, in the column turned by the label. */
static inline size_t
tag_cell(uint32_t feature, unsigned label)
{
	return feature ^ label;
}

#endif
