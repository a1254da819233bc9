/* SPDX-License-Identifier: ISC */
/*
 * phrase_part: what the files of phrase share. phrase.c ranks, phrase_find.c finds the candidates
 * and counts them, phrase_name.c says what kind of name one is and which names are one.
 */
#ifndef PHRASE_PART_H
#define PHRASE_PART_H

#include "map.h"
#include "phrase.h"
#include "truecase.h"
#include "vocab.h"

#define PHRASE_WORDS 5 /* at most */
#define PHRASE_ALONE ((size_t)-1)

/* What a token can be in a noun phrase. */
enum part {
	PART_BREAK,
	PART_OF,   /* between two names */
	PART_MODIFIER,
	PART_WEAK, /* a modifier that says little: not at the start */
	PART_NOUN,
	PART_NAME,
};

/* A candidate: all that is written with the same stems. */
struct candidate {
	uint32_t stem[PHRASE_WORDS];
	unsigned words;
	uint64_t mask;      /* a bit for each stem: those without a common bit have no common stem */
	struct span form;   /* the spelling seen most, and by how much */
	unsigned lead;
	unsigned count;     /* all places, also inside longer phrases */
	unsigned inner;     /* of these, inside a longer candidate */
	unsigned whole;     /* as a noun phrase of its own */
	unsigned name;      /* whole, every word with a capital in mid-sentence */
	unsigned topic;     /* as one of the topics that people follow */
	unsigned title, heading, opening; /* in how many of them; it opens a sentence */
	size_t first;       /* the sentence where it first stands */
	size_t block, blocks; /* the block seen last, and how many */
	unsigned person, organization; /* what stands around it says so */
	bool keyword;
	size_t joined;      /* the candidate that it is another name of, or PHRASE_ALONE */
	unsigned score;
	enum phrase_kind kind;
};

struct finder {
	const struct sentence *v;
	size_t n;
	struct arena *arena;
	struct truecase *cased;
	struct vocab *vocab;
	unsigned char *info; /* of each stem: a stem tells as much as its most common form */
	size_t infos;        /* the room in it */
	uint32_t *stem;      /* of each token that is a word, sentence after sentence */
	size_t *stem_at;     /* where those of each sentence begin */
	struct map key;      /* the stems of each candidate, as bytes */
	struct candidate *c;
	size_t room;
	enum part *part;     /* of the tokens of a sentence: room that phrase_find.c works in */
	size_t parts;
};

/* phrase_find.c */
void phrase_find(struct finder *f);

/* phrase_count.c */
bool phrase_is_word(const struct token *t); /* may it be part of a phrase? */
void phrase_read(struct finder *f);
void phrase_count(struct finder *f);
uint32_t phrase_stem(struct finder *f, uint32_t word); /* of a word that the article has, or its keywords */
const uint32_t *phrase_stems(const struct finder *f, const struct sentence *s); /* of its tokens */
size_t phrase_lookup(const struct finder *f, const uint32_t *stem, size_t n);
struct candidate *phrase_candidate(struct finder *f, const uint32_t *stem, size_t n);

/* phrase_name.c */
void phrase_name_see(struct candidate *c, const struct token *v, size_t n, size_t from, size_t to);
bool phrase_name_is_origin(struct span word); /* Greek, American */
size_t phrase_name_start(const struct token *v, size_t from, size_t to);
void phrase_name_acronyms(struct finder *f);
void phrase_name_join(struct finder *f);

#endif
