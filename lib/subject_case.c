/* SPDX-License-Identifier: ISC */
#include "subject_part.h"

#include "list.h"

#include <string.h>

/* How often the article writes a word high and low beside the same neighbour. */
struct tally {
	size_t high, low;
};

/* Like "Tools" and "Real-Time": neither letters, as NASA, nor mixed, as GitHub. */
static bool
is_plain(struct span word)
{
	if (word.n < 2 || !span_is_alpha(word.s[0]))
		return false;
	for (size_t i = 1; i < word.n; i++)
		if ((span_is_upper(word.s[i]) && word.s[i - 1] != '-') || span_is_digit(word.s[i]) || word.s[i] == '.')
			return false;
	return true;
}

static void
lower(char *word, size_t n)
{
	word[0] = span_lower(word[0]);
	for (size_t i = 1; i < n; i++)
		if (word[i - 1] == '-')
			word[i] = span_lower(word[i]);
}

/* Every place where a pair stands in a sentence; `at`: where in the pair the word begins. The word that opens a
 * sentence is high anyway. */
static void
count_pair(struct span text, struct span pair, size_t at, struct tally *t)
{
	for (size_t i = 0, k; (k = span_find_same(span_from(text, i), pair)) < text.n - i; i += k + pair.n) {
		size_t word = i + k + at, end = i + k + pair.n;

		if (word == 0 || (i + k > 0 && span_is_alnum(text.s[i + k - 1])) || (end < text.n && span_is_alnum(text.s[end])))
			continue;
		if (span_is_upper(text.s[word]))
			t->high++;
		else
			t->low++;
	}
}

static struct tally
count(const struct sources *all, struct span pair, size_t at)
{
	struct tally t = { 0 };

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].field != FIELD_SECTION)
			count_pair(all->v[i].text, pair, at, &t);
	return t;
}

/* Words between two others that say nothing of their capitals. */
static bool
is_small(struct span word)
{
	return span_listed(list_named(S("small")), word);
}

/* The next word that says something. */
static struct span
next_of(struct span rest)
{
	struct span word = S("");

	while (span_word(&rest, &word) && is_small(word))
		continue;
	return is_small(word) ? S("") : word;
}

struct span
subject_case(const struct sources *all, struct span text)
{
	struct span rest = text, word, before = S("");
	char *out = ARENA_ARRAY(all->arena, char, text.n + 1);
	struct tally left, right;

	memcpy(out, text.s, text.n);
	for (; span_word(&rest, &word); before = is_small(word) ? before : word) {
		struct span after = next_of(rest);
		char *first = out + (word.s - text.s);

		if (!is_plain(word) || is_small(word))
			continue;
		left = before.n > 0 ? count(all, span_between(before.s, word.s + word.n), (size_t)(word.s - before.s))
		    : (struct tally){ 0 };
		right = after.n > 0 ? count(all, span_between(word.s, after.s + after.n), 0) : (struct tally){ 0 };
		if (left.high + left.low + right.high + right.low == 0) {
			if (truecase_is_low(all->truecase, word))
				lower(first, word.n);
		} else if (left.high + right.high <= left.low + right.low) {
			lower(first, word.n);
		} else if (before.n > 0) {
			*first = span_upper(*first);
		}
	}
	return (struct span){ out, text.n };
}
