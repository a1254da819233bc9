/* SPDX-License-Identifier: ISC */
#include "span.h"

#include <stdint.h>
#include <string.h>

struct span
span_of(const char *s)
{
	return (struct span){ s != NULL ? s : "", s != NULL ? strlen(s) : 0 };
}

struct span
span_from(struct span v, size_t at)
{
	if (at > v.n)
		at = v.n;
	return (struct span){ v.s + at, v.n - at };
}

struct span
span_head(struct span v, size_t n)
{
	return (struct span){ v.s, n < v.n ? n : v.n };
}

struct span
span_between(const char *start, const char *end)
{
	return (struct span){ start, (size_t)(end - start) };
}

bool
span_eq(struct span a, struct span b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

bool
span_same(struct span a, struct span b)
{
	return a.n == b.n && span_starts_same(a, b);
}

int
span_cmp(struct span a, struct span b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n > 0 ? memcmp(a.s, b.s, n) : 0;

	return c != 0 ? c : (a.n > b.n) - (a.n < b.n);
}

bool
span_starts(struct span v, struct span prefix)
{
	return v.n >= prefix.n && (prefix.n == 0 || memcmp(v.s, prefix.s, prefix.n) == 0);
}

bool
span_ends(struct span v, struct span suffix)
{
	return v.n >= suffix.n && span_eq(span_from(v, v.n - suffix.n), suffix);
}

bool
span_starts_same(struct span v, struct span prefix)
{
	if (v.n < prefix.n)
		return false;
	for (size_t i = 0; i < prefix.n; i++)
		if (span_lower(v.s[i]) != span_lower(prefix.s[i]))
			return false;
	return true;
}

bool
span_in(struct span v, const struct span *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (span_eq(v, list[i]))
			return true;
	return false;
}

struct span
span_ltrim(struct span v)
{
	while (v.n > 0 && span_is_space(v.s[0]))
		v = span_from(v, 1);
	return v;
}

struct span
span_rtrim(struct span v)
{
	while (v.n > 0 && span_is_space(v.s[v.n - 1]))
		v.n--;
	return v;
}

struct span
span_trim(struct span v)
{
	return span_rtrim(span_ltrim(v));
}

size_t
span_find_char(struct span v, size_t from, char c)
{
	const char *at = from < v.n ? memchr(v.s + from, c, v.n - from) : NULL;

	return at != NULL ? (size_t)(at - v.s) : v.n;
}

size_t
span_find(struct span v, size_t from, struct span needle)
{
	if (needle.n == 0)
		return from < v.n ? from : v.n;
	for (size_t i = from; (i = span_find_char(v, i, needle.s[0])) < v.n; i++)
		if (span_starts(span_from(v, i), needle))
			return i;
	return v.n;
}

bool
span_has(struct span v, char c)
{
	return span_find_char(v, 0, c) < v.n;
}

bool
span_next(struct span *rest, char sep, struct span *part)
{
	size_t at;

	if (rest->s == NULL)
		return false;
	at = span_find_char(*rest, 0, sep);
	*part = span_head(*rest, at);
	*rest = at < rest->n ? span_from(*rest, at + 1) : (struct span){ NULL, 0 };
	return true;
}

bool
span_word(struct span *rest, struct span *word)
{
	size_t n = 0;

	*rest = span_ltrim(*rest);
	while (n < rest->n && !span_is_space(rest->s[n]))
		n++;
	*word = span_head(*rest, n);
	*rest = span_from(*rest, n);
	return n > 0;
}

size_t
span_words(struct span v)
{
	struct span word;
	size_t n = 0;

	while (span_word(&v, &word))
		n++;
	return n;
}

bool
span_uint(struct span v, size_t *n)
{
	size_t value = 0;

	if (v.n == 0 || v.n > 18)
		return false;
	for (size_t i = 0; i < v.n; i++) {
		if (!span_is_digit(v.s[i]))
			return false;
		value = value * 10 + (size_t)(v.s[i] - '0');
	}
	*n = value;
	return true;
}

unsigned
span_hash(struct span v)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < v.n; i++)
		h = (h ^ (unsigned char)v.s[i]) * 16777619u;
	return h;
}

bool
span_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool
span_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool
span_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

bool
span_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

bool
span_is_alpha(char c)
{
	return span_is_upper(c) || span_is_lower(c);
}

bool
span_is_alnum(char c)
{
	return span_is_alpha(c) || span_is_digit(c);
}

char
span_lower(char c)
{
	return span_is_upper(c) ? (char)(c + 'a' - 'A') : c;
}

char
span_upper(char c)
{
	return span_is_lower(c) ? (char)(c - 'a' + 'A') : c;
}
