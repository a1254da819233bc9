/* SPDX-License-Identifier: ISC */
/*
 * check_part: what the files of the check share; for no one else.
 */
#ifndef CHECK_PART_H
#define CHECK_PART_H

#include "check.h"
#include "map.h"

/* check_marks.c: what can be seen on the face of a line: dashes, markup, emojis, controls. */
void check_marks(struct check *c, size_t line, struct span field, struct span value);

/* An emoji inside a sentence: at the ends of a value, and between two sentences, it may stand. */
void check_emoji_inside(struct check *c, size_t line, struct span field, struct span value);

/* check_piece.c: a word or a number as written, such as `U.S`, `Ada's`, `1,500` and `14.5B`. */
struct check_piece {
	struct span text;
	bool fresh;  /* it starts a sentence, a quotation or a label: its capital says little */
	bool figure; /* it starts with a number */
};
bool check_piece_next(struct span text, size_t *at, struct check_piece *p);

/* The part of a figure that is the number, `14.5` of `14.5B`. */
struct span check_piece_number(struct span figure);

bool check_piece_capital(struct span word); /* or a digit, anywhere in it */

/* check_number.c: the number that starts with the piece p and goes on after it: *at (the end of p)
 * moves on. False when it is none. The key is its value, the same for `90` and `Ninety`. */
struct check_number {
	struct span text;
	char unit;   /* % $ and so on, 0 for none */
	bool casual; /* `one` and `second` are seldom meant as numbers */
};
bool check_number_read(struct span text, const struct check_piece *p, size_t *at,
    struct check_number *n, struct buf *key);

/* The number before has the unit of this one in `30 to 75%` and `$3-5`. */
bool check_number_is_range(struct span before, struct span now);

/* check_index.c: the words and numbers of a piece of evidence. */
void check_index_add(struct map *x, struct span text);
bool check_index_number(const struct map *x, struct span key, char unit);
bool check_index_name(const struct map *x, struct span word);  /* with a capital there too */
bool check_index_first(const struct map *x, struct span word); /* in any case or form */

/* The words of a text in small letters, and whether a word is one of them. */
void check_index_add_small(struct map *x, struct span text);
bool check_index_small(const struct map *x, struct span word);

/* check_facts.c: numbers and names against what holds them: those of a field against its From lines
 * (a Title or a Kicker that has none is the article's own, and held against the article when there
 * is one), those of a call and a lead against all that the record knows, those of a text against the
 * article. */
struct check_ground {
	struct map site;  /* the name that stands for "we": it needs no line */
	struct map small; /* the words that the record has in small letters: they are no names */
	struct map all;   /* all that the record knows */
	const struct rec *r; /* for the names that it gives in full; NULL of a text */
};
void check_ground(struct check_ground *g, const struct check *c, const struct rec *r);
void check_facts(struct check *c, const struct rec *r, size_t at, const struct check_ground *ground);
void check_facts_tag(struct check *c, const struct rec *r, size_t at);
void check_ground_text(struct check_ground *g, const struct check *c, struct span text, struct arena *a);
void check_facts_text(struct check *c, size_t line, struct span text, const struct check_ground *ground);

/* check_source.c: the From line at `at` against the article, and all words and numbers of it. */
void check_source(struct check *c, const struct rec *r, size_t at);
const struct map *check_source_index(const struct check_article *a);
struct span check_source_text(const struct check_article *a);

#endif
