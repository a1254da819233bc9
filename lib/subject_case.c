/* SPDX-License-Identifier: ISC */
#include "subject_part.h"

#include "list.h"

#include <string.h>

/* How often the article writes a word high and low. */
struct tally {
	size_t high, low;
};

/* The same of two words, where they stand beside each other. */
struct pair {
	struct tally first, last;
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

static void
add(struct tally *t, char letter)
{
	if (span_is_upper(letter))
		t->high++;
	else
		t->low++;
}

/* Every place where a pair stands in a sentence; `at`: where in it the last word begins. The word that opens a
 * sentence is high anyway. */
static void
count_pair(struct span text, struct span pair, size_t at, struct pair *seen)
{
	for (size_t i = 0, k; (k = span_find_same(span_from(text, i), pair)) < text.n - i; i += k + pair.n) {
		size_t start = i + k, end = start + pair.n;

		if ((start > 0 && span_is_alnum(text.s[start - 1])) || (end < text.n && span_is_alnum(text.s[end])))
			continue;
		if (start > 0)
			add(&seen->first, text.s[start]);
		add(&seen->last, text.s[start + at]);
	}
}

static struct pair
count(const struct sources *all, struct span first, struct span last)
{
	struct pair seen = { 0 };

	if (last.n == 0)
		return seen;
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].field != FIELD_SECTION)
			count_pair(all->v[i].text, span_between(first.s, last.s + last.n), (size_t)(last.s - first.s), &seen);
	return seen;
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

/* As the article has it beside the word before and the one after; what it never has there is told by the word alone.
 * What opens the text may be high for that. */
static void
set_case(const struct sources *all, struct span word, size_t high, size_t low, bool opens, char *first)
{
	if (high + low == 0 ? truecase_is_low(all->truecase, word) : high <= low)
		lower(first, word.n);
	else if (high > low && !opens)
		*first = span_upper(*first);
}

struct span
subject_case(const struct sources *all, struct span text)
{
	struct span rest = text, word;
	struct pair left = { 0 }, right;
	char *out = ARENA_ARRAY(all->arena, char, text.n + 1);
	bool opens = true;

	memcpy(out, text.s, text.n);
	while (span_word(&rest, &word)) {
		if (is_small(word))
			continue;
		right = count(all, word, next_of(rest));
		if (is_plain(word))
			set_case(all, word, left.last.high + right.first.high, left.last.low + right.first.low, opens,
			    out + (word.s - text.s));
		left = right;
		opens = false;
	}
	return (struct span){ out, text.n };
}
