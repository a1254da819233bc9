/* SPDX-License-Identifier: ISC */
/*
 * The words near a dash, and what lib/tab/dash.tsv says of them.
 */
#include "dash_part.h"

#include "tab.h"

#include <string.h>

extern const struct tab tab_dash;

enum { LONGEST = 20 }; /* of the words in the table, with what is contracted to them */

/* Letters in lower case and digits; the rest of ASCII is in no word. A table, since this is asked
 * of each byte near a dash. */
static const char lowered[256] =
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" "0123456789" "\0\0\0\0\0\0\0"
    "abcdefghijklmnopqrstuvwxyz" "\0\0\0\0\0\0" "abcdefghijklmnopqrstuvwxyz";

/* Curly apostrophes are three bytes long. */
static size_t
apostrophe(struct span v, size_t at)
{
	if (at < v.n && v.s[at] == '\'')
		return 1;
	return span_starts(span_from(v, at), S("\xE2\x80\x99")) ? 3 : 0;
}

static unsigned
classes_of(size_t row)
{
	struct span cell = tab_cell(&tab_dash, row, 1);
	unsigned classes = 0;

	for (size_t i = 0; i < cell.n; i++)
		classes |= DASH_CLASS(cell.s[i]);
	return classes;
}

static unsigned
table_classes(struct span word)
{
	char lower[LONGEST];
	size_t row;

	for (size_t i = 0; i < word.n; i++) {
		unsigned char c = (unsigned char)word.s[i];
		lower[i] = lowered[c] != 0 ? lowered[c] : word.s[i];
	}
	row = tab_find(&tab_dash, (struct span){ lower, word.n });
	return row != TAB_NONE ? classes_of(row) : 0;
}

/* "don't", "they're" and "we'll" hold a finite verb; "it's" does, "the team's" need not. */
static unsigned
contracted(struct span base, struct span tail)
{
	unsigned classes = table_classes(base);

	if (span_same(tail, S("t")))
		return DASH_VERB | (span_same(base, S("don")) ? DASH_ORDER : 0);
	if (span_same(tail, S("re")) || span_same(tail, S("ll")) || span_same(tail, S("ve"))
	    || span_same(tail, S("d")) || span_same(tail, S("m")))
		return classes | DASH_VERB;
	if (!span_same(tail, S("s")))
		return 0;
	if (span_same(base, S("that")) || span_same(base, S("here")) || span_same(base, S("let")))
		return DASH_SUBJECT | DASH_VERB;
	return (classes & (DASH_SUBJECT | DASH_RELATIVE)) != 0 ? classes | DASH_VERB : 0;
}

unsigned
dash_classes(struct span word)
{
	size_t n;

	/* "IT" is not "it". */
	if (word.n == 0 || word.n > LONGEST
	    || (word.n > 1 && span_is_upper(word.s[0]) && span_is_upper(word.s[1])))
		return 0;
	for (size_t i = 1; i < word.n; i++)
		if ((word.s[i] == '\'' || word.s[i] == '\xE2') && (n = apostrophe(word, i)) > 0 && i + n < word.n)
			return contracted(span_head(word, i), span_from(word, i + n));
	return table_classes(word);
}

static bool
in_word(struct span text, size_t at, size_t end, size_t *n)
{
	unsigned char c = (unsigned char)text.s[at];

	*n = 1;
	if (c < 0x80)
		return lowered[c] != 0;
	if (c < 0xC3 || c == 0xE2 || c >= 0xF0)
		return false;
	while (at + *n < end && ((unsigned char)text.s[at + *n] & 0xC0) == 0x80)
		++*n;
	return true;
}

/* Inside a word there may be apostrophes, hyphens, and the points of numbers and names. */
static size_t
word_joint(struct span text, size_t at, size_t end)
{
	size_t n = 1, next;

	if (text.s[at] == '\'' || text.s[at] == '\xE2')
		n = apostrophe(text, at);
	else if (text.s[at] != '-' && text.s[at] != '.' && text.s[at] != ',' && text.s[at] != '&')
		return 0;
	if (n == 0 || at + n >= end || !in_word(text, at + n, end, &next))
		return 0;
	if (text.s[at] == ',' && !(span_is_digit(text.s[at - 1]) && span_is_digit(text.s[at + n])))
		return 0;
	return n;
}

/* A word in small letters without an apostrophe is looked up as it stands. */
static unsigned
plain_classes(struct span word, uint32_t hash)
{
	size_t row = word.n <= LONGEST ? tab_find_hashed(&tab_dash, word, hash) : TAB_NONE;

	return row != TAB_NONE ? classes_of(row) : 0;
}

static unsigned
endings(const char *s, size_t n)
{
	unsigned e = span_is_lower(s[0]) ? DASH_LOWER : 0;

	if (n < 4)
		return e;
	switch (s[n - 1]) {
	case 's': return s[n - 2] != 's' ? e | DASH_ENDS_S : e;
	case 'd': return s[n - 2] == 'e' ? e | DASH_ENDS_ED : e;
	case 'y': return s[n - 2] == 'l' ? e | DASH_ENDS_LY : e;
	case 't': return (s[n - 2] == '\'' || s[n - 2] == '\x99') && s[n - 3] != 't' ? e | DASH_ENDS_NT : e;
	case 'g':
		if (s[n - 2] != 'n' || s[n - 3] != 'i')
			return e;
		return n > 4 && s[n - 4] == 'h' && s[n - 5] == 't' ? e | DASH_ENDS_ING | DASH_ENDS_THING
		    : e | DASH_ENDS_ING;
	}
	return e;
}

bool
dash_word(struct span text, size_t *at, size_t end, struct dash_word *w)
{
	size_t i = *at, n;
	uint32_t hash = SPAN_HASH;
	bool plain;

	w->comma = false;
	if (i < end && text.s[i] == ' ')
		i++;
	for (; i < end && lowered[(unsigned char)text.s[i]] == 0 && !in_word(text, i, end, &n); i++)
		w->comma |= text.s[i] == ',' || text.s[i] == ';'
		    || (text.s[i] == ':' && i + 1 < end && span_is_space(text.s[i + 1]));
	if (i >= end)
		return false;
	w->at = i;
	plain = !span_is_upper(text.s[i]);
	for (;;) {
		for (; i < end && lowered[(unsigned char)text.s[i]] != 0; i++)
			hash = span_hash_char(hash, text.s[i]);
		if (i >= end || text.s[i] == ' ' || (!in_word(text, i, end, &n) && (n = word_joint(text, i, end)) == 0))
			break;
		for (plain &= text.s[i] == '-' || text.s[i] == '.'; n > 0; n--)
			hash = span_hash_char(hash, text.s[i++]);
	}
	w->end = *at = i;
	w->classes = plain ? plain_classes(dash_word_span(text, w), hash)
	    : dash_classes(dash_word_span(text, w));
	w->ends = endings(text.s + w->at, i - w->at);
	return true;
}

struct span
dash_word_span(struct span text, const struct dash_word *w)
{
	return span_between(text.s + w->at, text.s + w->end);
}
