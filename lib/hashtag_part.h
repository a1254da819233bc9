/* SPDX-License-Identifier: ISC */
/*
 * hashtag_part: what the files of hashtag share: hashtag_make.c writes one tag, hashtag_choose.c
 * chooses among phrases, hashtag.c reads them from a record or a text.
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
