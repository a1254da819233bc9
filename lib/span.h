/* SPDX-License-Identifier: ISC */
/*
 * span: a borrowed view of bytes. It never owns, is passed by value, and need not end in NUL;
 * whoever made the bytes keeps them alive. Lengths are in bytes; case is ASCII case.
 */
#ifndef SPAN_H
#define SPAN_H

#include <stdbool.h>
#include <stddef.h>

struct span {
	const char *s;
	size_t n;
};

/* A literal as a span, usable in initialisers; and printf arguments for "%.*s". */
#define SPAN(lit) { "" lit, sizeof(lit) - 1 }
#define S(lit) ((struct span)SPAN(lit))
#define SPAN_ARG(v) (int)(v).n, (v).s

struct span span_of(const char *s); /* NULL gives the empty span */
struct span span_from(struct span v, size_t at);
struct span span_head(struct span v, size_t n);
struct span span_between(const char *start, const char *end);

bool span_eq(struct span a, struct span b);
bool span_same(struct span a, struct span b); /* but for ASCII case */
int span_cmp(struct span a, struct span b);   /* by bytes, shorter first */
bool span_starts(struct span v, struct span prefix);
bool span_ends(struct span v, struct span suffix);
bool span_starts_same(struct span v, struct span prefix);
bool span_in(struct span v, const struct span *list, size_t n);

struct span span_trim(struct span v); /* white space off both ends */
struct span span_ltrim(struct span v);
struct span span_rtrim(struct span v);

/* The place of the needle at or after `from`; v.n when there is none. */
size_t span_find(struct span v, size_t from, struct span needle);
size_t span_find_char(struct span v, size_t from, char c);
bool span_has(struct span v, char c);

/* Takes the text before the next sep off *rest (all of it without one); false at the end. */
bool span_next(struct span *rest, char sep, struct span *part);

/* Takes the next word (between white space) off *rest; false at the end. */
bool span_word(struct span *rest, struct span *word);

size_t span_words(struct span v);                   /* how many words */
bool span_uint(struct span v, size_t *n);           /* all digits, fits */
unsigned span_hash(struct span v);                  /* FNV-1a, 32 bits */

/* ASCII classes that know no locale. */
bool span_is_space(char c);
bool span_is_digit(char c);
bool span_is_upper(char c);
bool span_is_lower(char c);
bool span_is_alpha(char c);
bool span_is_alnum(char c);
char span_lower(char c);
char span_upper(char c);

#endif
