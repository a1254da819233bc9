/* SPDX-License-Identifier: ISC */
/*
 * stem: forms of English words, both ways. Input is a word of ASCII letters in any case; results
 * are lower case and appended to the buffer.
 */
#ifndef STEM_H
#define STEM_H

#include "buf.h"
#include "span.h"

/* One key for the forms of one word, a noun or a verb: announce for announces, announced, announcing;
 * announcement is another word, and so are police and policy. */
void stem_light(struct span word, struct buf *out);

/* The same for a word in lower case, without 's, whose rows in tab_noun and tab_verb are known. */
void stem_light_rows(struct span low, size_t noun, size_t verb, struct buf *out);

void stem_lemma_verb(struct span form, struct buf *out); /* announced -> announce, made -> make */
void stem_lemma_noun(struct span form, struct buf *out); /* policies -> policy, men -> man */
void stem_third(struct span verb, struct buf *out);      /* announce -> announces */
void stem_ing(struct span form, struct buf *out);        /* announce, announced -> announcing */
void stem_plural(struct span noun, struct buf *out);     /* policy -> policies */

/* The noun for what a verb (its lemma) does: announce -> announcement; empty when not known. */
struct span stem_event(struct span verb);

/* The preposition that the noun takes for what the verb does it to: of, to, for, on. */
struct span stem_event_prep(struct span verb);

#endif
