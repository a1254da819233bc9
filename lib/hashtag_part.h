/* SPDX-License-Identifier: ISC */
/*
 * hashtag_part: what the files of hashtag share: hashtag_make.c writes one tag, hashtag_word.c
 * knows what the words of a phrase are, hashtag_choose.c chooses among phrases, hashtag.c reads them from a record or a text.
 */
#ifndef HASHTAG_PART_H
#define HASHTAG_PART_H

#include "hashtag.h"
#include "phrase.h"

#define HASHTAG_LETTERS 40

struct hashtags {
	struct span *v;
	size_t n, cap;
};

/* Letters and digits only, a letter among them, and not too long. */
bool hashtag_is_good(struct span tag);

/* The class of lib/tab/topic.tsv, be it in the plural; 0 without one. And, for a phrase that has none, n where
 * the noun that ends it is one that nobody follows: a "content team" is a team. Where the title has a name,
 * it may be called a team. */
char hashtag_class(struct span words);
char hashtag_interest(struct span words, bool title);

bool hashtag_is_common(struct span word); /* "tool", "incidents": what everybody has */
bool hashtag_is_name(struct span words);  /* every word with a capital, not all of them common, no single verb */
bool hashtag_is_role(struct span words);  /* "director of operations": what people are, not what they talk about */
bool hashtag_is_stop(struct span word);   /* "AND" in capitals; IT is written so */

/* Adds up to `count` tags for the phrases, best first; `title` says what the article is about. */
void hashtag_choose(const struct phrases *from, struct span title, size_t count,
    const struct hashtag_options *o, struct hashtags *to, struct arena *a);

/* Adds the topics of the table that stand in a text, with that weight. */
void hashtag_topics(struct span text, unsigned weight, struct phrases *to, struct arena *a);

/* Did the user say to leave it out? */
bool hashtag_is_dropped(struct span tag, const struct hashtag_options *o);

/* Adds a tag as it is, or made to be one, if there is none like it yet. */
void hashtag_add(struct span tag, const struct hashtag_options *o, struct hashtags *to, struct arena *a);

#endif
