/* SPDX-License-Identifier: ISC */
/*
 * source_part: who "we" is, when "this year" was, and what stands before the text of a line; only
 * source.c and its parts include this.
 */
#ifndef SOURCE_PART_H
#define SOURCE_PART_H

#include "source.h"

/* What the sources show of case is learnt before their openings are cut; then headings, and items in Title Case, are
 * read as they would stand in a sentence, and the first word of each as the name it may be. */
void source_learn_case(struct sources *s);
void source_lower_titles(struct sources *s, struct words_reader *reader, struct source *from);
void source_mend_first(const struct sources *s, struct words *w);

/* What may be a thing or an order at the front of an item or a heading is what the others of its list are. */
void source_read_lists(struct sources *s);

/* Without a Site, an article that says "we" again and again is a team's. */
void source_name_team(struct sources *s);

/* Puts the site in for "we", the one author for "I", verbs agreeing, where that is sure. `from` learns what
 * was put in. */
void source_resolve(const struct sources *s, struct words *w, struct source *from);

/* Puts the name in for "it", "its", "he" or "she" at the start, where the sentence before it, in the same paragraph,
 * has that name for its subject. */
void source_put_subject(const struct sources *s, struct source *to);

/* "The new rules:" and under it "Require every agency to ...": the items have the subject that the line above them,
 * `from`, names. */
void source_put_announced(const struct sources *s, const struct source *from, struct source *to);

/* Puts years in for "this year", "last July", "in March", where it is the year of the article's date:
 * on the day a caption is read the words alone would mean another. `changed`: a year was put in. */
void source_anchor(const struct sources *s, struct words *w, bool *changed);
bool source_is_dated(const struct words *w); /* is there anything of the kind? */

/* Labels and numbers before a text, and what a heading says of the text under it. */
struct span source_take_label(struct span *text);
struct span source_take_dashed(struct span *text);
struct span source_strip_number(struct span text, bool heading);
bool source_opens_with_label(struct span text);
bool source_is_myth(struct span text); /* a falsehood with its label */
bool source_warns(struct span heading);
bool source_closes(struct span heading);
bool source_denies(struct span text); /* what stands before it */
bool source_threatens(struct span label); /* what follows it is not wanted */
bool source_frames(struct span text); /* what stands under it holds only in its frame */

/* What is said of an author: a sentence that opens with a name of the Author field; the last one of the
 * article, on somebody whom nothing else names, goes. */
bool source_is_bio(const struct sources *s, struct span text);
void source_drop_bio(struct sources *s);

/* A title without quotation marks around it, and without when the page was touched. */
struct span source_headline(struct span title);

/* "FAFSA®" without its mark, which is the owner's. */
struct span source_without_marks(struct span text, struct arena *a);

/* "Did you know that ...?" becomes what it tells. */
void source_drop_question(struct words *w);

/* "Learn how NASA does it", "How NASA does it": a subtitle tells that NASA does it. False where it only says
 * what kind of text it is. */
bool source_drop_invitation(struct words *w);

/* "(PDF, 2 MB)" and "(in Dutch)" go. */
void source_drop_notes(struct words *w);

#endif
