/* SPDX-License-Identifier: ISC */
/*
 * phrase: what an article is about: its keyphrases, and the people, organisations and places in it,
 * best first, each in its best written form. Sentences come in tagged, in order, with the words of
 * their tokens numbered in the vocab.
 */
#ifndef PHRASE_H
#define PHRASE_H

#include "arena.h"
#include "token.h"
#include "vocab.h"

/* A sentence with its tokens and its place in the article. */
struct sentence {
	struct span text;
	struct tokens tokens;
	size_t block;   /* index of its block; title: (size_t)-1 */
	size_t index;   /* its number in the article, from 0 */
	unsigned char role; /* enum sentence_role */
	unsigned weight; /* salience, 0 to 1000, set by salience_rank */
};

enum sentence_role { ROLE_TITLE, ROLE_HEADING, ROLE_BODY, ROLE_ITEM, ROLE_QUOTE };

enum phrase_kind { PHRASE_TOPIC, PHRASE_PERSON, PHRASE_ORGANIZATION, PHRASE_PLACE };

struct phrase {
	struct span text;       /* as it is best written */
	enum phrase_kind kind;
	unsigned weight;        /* 0 to 100 */
	unsigned count;         /* how often it stands in the article */
};

struct phrases {
	struct phrase *v;
	size_t n, cap;
};

/* 't': a topic that people follow, 'w': one too wide to tell much, 0: neither. */
char phrase_topic(struct span words);
bool phrase_begins_topic(struct span words); /* is it one, or the beginning of a longer one? */

static inline bool
phrase_is_headline(const struct sentence *s)
{
	return s->role == ROLE_TITLE || s->role == ROLE_HEADING;
}

/* All kinds in one list, by weight, ties by text; `keyword` are the author's own tags. */
void phrase_rank(const struct sentence *v, size_t n, struct vocab *vocab, const struct span *keyword,
    size_t nkeywords, struct phrases *out, struct arena *a);

#endif
