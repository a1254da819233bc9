/* SPDX-License-Identifier: ISC */
#include "span.h"

int
span_cmp(struct span a, struct span b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n > 0 ? memcmp(a.s, b.s, n) : 0;

	return c != 0 ? c : (a.n > b.n) - (a.n < b.n);
}

int
span_order(const void *a, const void *b)
{
	return span_cmp(*(const struct span *)a, *(const struct span *)b);
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

bool
span_which(struct span list, struct span v, size_t *at)
{
	struct span one;

	for (*at = 0; span_next(&list, '|', &one); ++*at)
		if (span_eq(one, v))
			return true;
	return false;
}

/* Each place of its first letter is looked at, which are few. */
bool
span_listed(struct span list, struct span v)
{
	char c = v.n > 0 ? span_lower(v.s[0]) : '|';

	if (v.n == 0)
		return false;
	for (size_t i = 0; (i = span_find_char(list, i, c)) + v.n <= list.n; i++)
		if ((i == 0 || list.s[i - 1] == '|') && (i + v.n == list.n || list.s[i + v.n] == '|')
		    && span_starts_same(span_from(list, i), v))
			return true;
	return false;
}

static bool
is_word_char(struct span v, size_t at)
{
	return at < v.n && (span_is_alnum(v.s[at]) || v.s[at] == '_');
}

bool
span_holds(struct span v, struct span list)
{
	struct span one;

	while (span_next(&list, '|', &one))
		if (span_find_same(v, one) < v.n)
			return true;
	return false;
}

bool
span_opens(struct span v, struct span list)
{
	char c = v.n > 0 ? span_lower(v.s[0]) : '|';
	size_t n;

	for (size_t i = 0; (i = span_find_char(list, i, c)) < list.n; i++) {
		if (i > 0 && list.s[i - 1] != '|')
			continue;
		n = span_find_char(list, i, '|') - i;
		if (n > 0 && span_starts_same(v, (struct span){ list.s + i, n }) && !is_word_char(v, n))
			return true;
	}
	return false;
}

bool
span_says(struct span v, struct span list)
{
	uint32_t first = 0; /* the letters that they begin with, a bit each, whatever their case */

	for (size_t i = 0; i < list.n; i = span_find_char(list, i, '|') + 1)
		first |= (uint32_t)1 << (list.s[i] & 31);
	for (size_t i = 0; i < v.n; i++)
		if ((first >> (v.s[i] & 31) & 1) != 0 && is_word_char(v, i) && (i == 0 || !is_word_char(v, i - 1))
		    && span_opens(span_from(v, i), list))
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

/* Blanks are everywhere: what begins with one is looked for by what comes after it. */
size_t
span_find(struct span v, size_t from, struct span needle)
{
	size_t lead = needle.n > 1 && needle.s[0] == ' ', rest = needle.n - 1 - lead;

	if (needle.n == 0)
		return from < v.n ? from : v.n;
	for (size_t i = from + lead; (i = span_find_char(v, i, needle.s[lead])) + rest < v.n; i++)
		if (v.s[i + rest] == needle.s[needle.n - 1] && span_starts(span_from(v, i - lead), needle))
			return i - lead;
	return v.n;
}

bool
span_alike(struct span a, struct span b)
{
	size_t i = 0, j = 0, n = 0;

	for (;;) {
		while (i < a.n && !span_is_alnum(a.s[i]) && (unsigned char)a.s[i] < 0xC3)
			i++;
		while (j < b.n && !span_is_alnum(b.s[j]) && (unsigned char)b.s[j] < 0xC3)
			j++;
		if (i == a.n || j == b.n)
			return i == a.n && j == b.n && n > 0;
		if (span_lower(a.s[i++]) != span_lower(b.s[j++]))
			return false;
		n++;
	}
}

bool
span_contains(struct span v, struct span what)
{
	return span_find(v, 0, what) < v.n;
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
	struct span v = *rest;
	size_t from = span_skip_space(v, 0), to = from;

	while (to < v.n && !span_is_space(v.s[to]))
		to++;
	*word = (struct span){ v.s + from, to - from };
	*rest = (struct span){ v.s + to, v.n - to };
	return to > from;
}

bool
span_is_brand(struct span word)
{
	for (size_t i = 1; i < word.n; i++)
		if (span_is_upper(word.s[i]))
			return span_is_lower(word.s[0]);
	return false;
}

size_t
span_words(struct span v)
{
	static const unsigned char space[256] = { [' '] = 1, ['\t'] = 1, ['\n'] = 1, ['\v'] = 1, ['\f'] = 1,
		['\r'] = 1 };
	unsigned char before = 1, now;
	size_t n = 0;

	for (size_t i = 0; i < v.n; i++, before = now) {
		now = space[(unsigned char)v.s[i]];
		n += before > now;
	}
	return n;
}

size_t
span_indent(struct span line)
{
	size_t n = 0;

	while (n < line.n && (line.s[n] == ' ' || line.s[n] == '\t'))
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

/* The first place before `end` that has the letter and all of what it begins; `end` without one. Few places that have
 * the first letter of a text have its last one too. */
static size_t
find_same(struct span v, size_t end, struct span what, char letter)
{
	size_t last = what.n - 1;

	for (size_t i = 0; (i = span_find_char(span_head(v, end), i, letter)) < end && i + last < v.n; i++)
		if (((v.s[i + last] ^ what.s[last]) & ~0x20) == 0 && span_starts_same(span_from(v, i), what))
			return i;
	return end;
}

size_t
span_find_same(struct span v, struct span what)
{
	size_t at;

	if (what.n == 0 || what.n > v.n)
		return what.n == 0 ? 0 : v.n;
	at = find_same(v, v.n, what, span_lower(what.s[0]));
	return span_is_alpha(what.s[0]) ? find_same(v, at, what, span_upper(what.s[0])) : at;
}
