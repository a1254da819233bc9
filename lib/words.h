/* SPDX-License-Identifier: ISC */
/*
 * words: a sentence while it is edited: its tagged tokens, some cut out, some put in. For patterns
 * the sentence is a string of one letter a word, so that a place in it is a token's number; the
 * letters are listed in lib/tab/rewrite.tsv. The table lib/tab/word.tsv says what kind of word one is.
 */
#ifndef WORDS_H
#define WORDS_H

#include "arena.h"
#include "token.h"
#include "vocab.h"

enum {
	WORDS_CONNECTIVE = 1 << 0, /* the names of the classes, as in lib/tab/word.tsv */
	WORDS_DEICTIC = 1 << 1,
	WORDS_FIRST = 1 << 2,
	WORDS_SECOND = 1 << 3,
	WORDS_PAGE = 1 << 4,
	WORDS_WHEN = 1 << 5,
	WORDS_HEDGE = 1 << 6,
	WORDS_NOT = 1 << 7,
	WORDS_CONDITION = 1 << 8,
	WORDS_SLOP = 1 << 9,
	WORDS_OUTLOOK = 1 << 10,
	WORDS_LIGHT = 1 << 11,
	WORDS_STRAY = 1 << 12,
	WORDS_VAGUE = 1 << 13,
	WORDS_PLAIN = 1 << 14,
	WORDS_SHELL = 1 << 15,
	WORDS_CHANGE = 1 << 16,
	WORDS_COMPARES = 1 << 17,
	WORDS_DATED = 1 << 18,
};

struct word {
	struct token token;
	char letter;
	unsigned char length; /* of the longest phrase of the table that begins here, in words */
	unsigned is;          /* classes of the phrases that begin here */
};

struct words {
	struct word *v;
	size_t n, cap;
	struct arena *arena;
};

/* Tokenises and tags a text; gives the tokens as they are, before anything is cut. */
struct tokens words_read(struct words *w, struct span text, struct arena *a);

/* The same for the texts of an article, of so many bytes together: what is known of a spelling is looked
 * up once. The tokens are numbered in the vocab. All lives in the arena. */
struct words_reader {
	struct arena *arena;
	struct vocab *vocab;
	struct tag_memo *memo;
	struct words_begin *begin; /* of each spelling, by its number: words_read.c */
	size_t cap;
};
struct words_reader words_reader_new(size_t bytes, struct arena *a);
struct tokens words_read_next(struct words_reader *r, struct words *w, struct span text);
struct words words_copy(const struct words *from);

struct words words_without(const struct words *w, size_t from, size_t to); /* a copy that lacks from..to-1 */

void words_cut(struct words *w, size_t from, size_t to); /* words from..to-1 go */
void words_put(struct words *w, size_t at, struct span text, char letter);

/* Does a word follow the one before it without a blank? As it stood in the article when the two stood
 * together there, else by what they are. */
bool words_is_glued(const struct words *w, size_t at);

/* The text of words from..to-1, blanks as they were and set right where words were cut. */
struct span words_text(const struct words *w, size_t from, size_t to);
struct span words_all(const struct words *w);
struct span words_letters(const struct words *w);

/* The first word at or after `from`, before `to`, where a phrase of the class begins; else `to`. */
size_t words_find(const struct words *w, size_t from, size_t to, unsigned class);
bool words_has(const struct words *w, unsigned class);
unsigned words_classes(const struct words *w); /* of all words, together */

bool words_has_letter(const struct words *w, char letter);
bool words_has_number(const struct words *w);
size_t words_verb(const struct words *w, size_t from); /* the first finite verb; w->n without one */

/* That of a finite verb? It is asked of nearly all letters. */
static inline bool
words_is_finite(char letter)
{
	static const bool finite[128] = { ['z'] = true, ['d'] = true, ['p'] = true, ['M'] = true, ['B'] = true,
		['H'] = true, ['A'] = true };

	return finite[letter & 127];
}

/* Words from..to-1, of the same words. */
static inline struct words
words_view(const struct words *w, size_t from, size_t to)
{
	return (struct words){ .v = w->v + from, .n = to - from, .arena = w->arena };
}

unsigned words_class(struct span name); /* the bit of a class of the table; 0: there is none */

/* Is a text (one phrase of the table) in that class? */
bool words_text_is(struct span phrase, unsigned class);

bool words_is_capital(const struct word *w); /* begins with a capital */
bool words_is_letters(const struct word *w); /* "IT", "US": letters, not it and us */
bool words_is_numeral(const struct words *w, size_t at); /* "World War I": no pronoun */
bool words_is_number(const struct word *w);  /* holds a digit, or is a number in letters */

size_t words_month(struct span word);         /* 1 to 12, of a month's name or its short form; or 0 */
struct span words_month_name(size_t month);
bool words_is_month(const struct word *w);   /* a month's name, May only where it is no verb */
bool words_is_counted(const struct word *w); /* a singular noun that needs an article */
bool words_is_mass(const struct word *w);    /* one that the table says needs none */
bool words_is_group(const struct word *w);   /* several by meaning: team, people, everyone */

/* Is there a quantity, not only a date or a year? It is what a reader stops at. */
bool words_has_quantity(const struct words *w);
bool words_has_share(const struct words *w); /* a percentage, a sum of money, millions */

/* "much faster", with no word of than what. */
bool words_is_open(const struct words *w);

#endif
