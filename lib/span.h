/* SPDX-License-Identifier: ISC */
/*
 * span: a borrowed view of bytes. It never owns, is passed by value, and need not end in NUL;
 * whoever made the bytes keeps them alive. Lengths are in bytes; case is ASCII case.
 */
#ifndef SPAN_H
#define SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct span {
	const char *s;
	size_t n;
};

/* A literal as a span, usable in initialisers; and printf arguments for "%.*s". */
#define SPAN(lit) { "" lit, sizeof(lit) - 1 }
#define S(lit) ((struct span)SPAN(lit))
#define SPAN_ARG(v) (int)(v).n, (v).s

int span_cmp(struct span a, struct span b);   /* by bytes, shorter first */
int span_order(const void *a, const void *b); /* the same, for qsort */
bool span_starts_same(struct span v, struct span prefix);
size_t span_find_same(struct span v, struct span what); /* but for ASCII case; v.n without one */
bool span_in(struct span v, const struct span *list, size_t n);
bool span_which(struct span list, struct span v, size_t *at); /* which of `a|b|c` it is, from 0 */
bool span_listed(struct span list, struct span v); /* one of `a|b|c`, all small, but for its ASCII case */
bool span_says(struct span v, struct span list);   /* does one of them, all small, stand in it as whole words? */
bool span_holds(struct span v, struct span list);  /* does one of them stand in it, but for ASCII case? */
bool span_opens(struct span v, struct span list);  /* does it begin with one of them? */

struct span span_trim(struct span v); /* white space off both ends */
struct span span_ltrim(struct span v);
struct span span_rtrim(struct span v);

/* The place of the needle at or after `from`; v.n when there is none. */
size_t span_find(struct span v, size_t from, struct span needle);
bool span_alike(struct span a, struct span b); /* are their letters and digits the same, but for ASCII case? */
bool span_contains(struct span v, struct span what);

/* Takes the text before the next sep off *rest (all of it without one); false at the end. */
bool span_next(struct span *rest, char sep, struct span *part);

/* Takes the next word (between white space) off *rest; false at the end. */
bool span_word(struct span *rest, struct span *word);

bool span_is_brand(struct span word);               /* iPhone: small, with a capital inside */
size_t span_words(struct span v);                   /* how many words */
size_t span_indent(struct span line);               /* its blanks and tabs in front */
bool span_uint(struct span v, size_t *n);           /* all digits, fits */

/* What follows stands in inner loops everywhere: a call would cost more than the work. */

/* NULL gives the empty span. */
static inline struct span
span_of(const char *s)
{
	return (struct span){ s != NULL ? s : "", s != NULL ? strlen(s) : 0 };
}

static inline struct span
span_from(struct span v, size_t at)
{
	if (at > v.n)
		at = v.n;
	return (struct span){ v.s + at, v.n - at };
}

static inline struct span
span_head(struct span v, size_t n)
{
	return (struct span){ v.s, n < v.n ? n : v.n };
}

static inline struct span
span_between(const char *start, const char *end)
{
	return (struct span){ start, (size_t)(end - start) };
}

static inline bool
span_eq(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || (a.s[0] == b.s[0] && memcmp(a.s, b.s, a.n) == 0));
}

/* But for ASCII case: most words differ in their first letter, whatever its case. */
static inline bool
span_same(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || ((a.s[0] ^ b.s[0]) & ~0x20) == 0) && span_starts_same(a, b);
}

static inline bool
span_starts(struct span v, struct span prefix)
{
	return v.n >= prefix.n && (prefix.n == 0 || memcmp(v.s, prefix.s, prefix.n) == 0);
}

static inline bool
span_ends(struct span v, struct span suffix)
{
	return v.n >= suffix.n && span_eq(span_from(v, v.n - suffix.n), suffix);
}

/* But for ASCII case. */
static inline bool
span_ends_same(struct span v, struct span suffix)
{
	return v.n >= suffix.n && span_same(span_from(v, v.n - suffix.n), suffix);
}

/* The place of c at or after `from`; v.n when there is none. */
static inline size_t
span_find_char(struct span v, size_t from, char c)
{
	const char *at = from < v.n ? memchr(v.s + from, c, v.n - from) : NULL;

	return at != NULL ? (size_t)(at - v.s) : v.n;
}

static inline bool
span_has(struct span v, char c)
{
	return span_find_char(v, 0, c) < v.n;
}

/* FNV-1a, 32 bits; of nothing, and with one more character. */
#define SPAN_HASH 2166136261u

static inline uint32_t
span_hash_char(uint32_t h, char c)
{
	return (h ^ (unsigned char)c) * 16777619u;
}

static inline unsigned
span_hash(struct span v)
{
	uint32_t h = SPAN_HASH;

	for (size_t i = 0; i < v.n; i++)
		h = span_hash_char(h, v.s[i]);
	return h;
}

/* ASCII classes that know no locale. Most bytes lie above the blank: one test tells. */
static inline bool
span_is_space(char c)
{
	return (unsigned char)c <= ' ' && (c == ' ' || (c >= '\t' && c <= '\r'));
}

static inline bool
span_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
span_is_digit_at(struct span v, size_t at)
{
	return at < v.n && span_is_digit(v.s[at]);
}

static inline bool
span_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
span_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
span_is_alpha(char c)
{
	return span_is_lower((char)(c | 0x20)); /* one test: capitals become small, nothing else becomes a letter */
}

static inline bool
span_is_alnum(char c)
{
	return span_is_alpha(c) || span_is_digit(c);
}

/* A byte of a word: a letter, a digit, or of a character beyond ASCII. */
static inline bool
span_is_word(char c)
{
	return span_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* What follows the white space at `at`. */
static inline size_t
span_skip_space(struct span v, size_t at)
{
	while (at < v.n && span_is_space(v.s[at]))
		at++;
	return at;
}

static inline char
span_lower(char c)
{
	return span_is_upper(c) ? (char)(c + 'a' - 'A') : c;
}

static inline char
span_upper(char c)
{
	return span_is_lower(c) ? (char)(c - 'a' + 'A') : c;
}

#endif
