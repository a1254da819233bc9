/* SPDX-License-Identifier: ISC */
#include "fluent.h"

#include "shape.h"
#include "tab.h"
#include "utf8.h"

extern const struct tab tab_dangling;

static size_t
count(struct span v, struct span what)
{
	size_t n = 0;

	for (size_t i = 0; (i = span_find(v, i, what)) < v.n; i += what.n)
		n++;
	return n;
}

static bool
is_paired(struct span v)
{
	return count(v, S("(")) == count(v, S(")")) && count(v, S("[")) == count(v, S("]"))
	    && count(v, S("“")) == count(v, S("”")) && count(v, S("\"")) % 2 == 0;
}

/* Marks that stand wrong, wherever they are. */
static bool
has_stray_mark(struct span v)
{
	static const struct span bad[] = { SPAN(" ,"), SPAN(" ."), SPAN(",,"), SPAN(" ;"), SPAN(" :"),
		SPAN("( "), SPAN(" )"), SPAN(",."), SPAN(" ’ "), SPAN("  "), SPAN("…"), SPAN("..."),
		SPAN("—"), SPAN("*"), SPAN("`"), SPAN("\\"), SPAN("{"), SPAN("}"), SPAN("<"), SPAN(">"),
		SPAN("://"), SPAN("|"), SPAN("_"), SPAN("~"), SPAN(" – "), SPAN(" - "), SPAN("@"), SPAN("="), SPAN("#"),
		SPAN("$)"), SPAN("\xEF\xBF\xBD") };

	bool has[256] = { false };

	for (size_t i = 0; i < v.n; i++)
		has[(unsigned char)v.s[i]] = true;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (has[(unsigned char)bad[i].s[0]] && has[(unsigned char)bad[i].s[bad[i].n - 1]]
		    && span_find(v, 0, bad[i]) < v.n)
			return true;
	return v.n == 0 || span_find_char(S(",;:-)’.!"), 0, v.s[0]) < 8;
}

static struct span
bare(struct span word)
{
	while (word.n > 0 && !span_is_alnum(word.s[0]) && (unsigned char)word.s[0] < 0x80)
		word = span_from(word, 1);
	while (word.n > 0 && !span_is_alnum(word.s[word.n - 1]) && (unsigned char)word.s[word.n - 1] < 0x80)
		word.n--;
	return word;
}

/* Does the word begin with a vowel's sound? -1: cannot tell (acronyms, numbers, h, u). */
static int
vowel_sound(struct span word)
{
	char c;

	if (word.n < 2 || !span_is_alpha(word.s[0]) || (span_is_upper(word.s[0]) && !span_is_lower(word.s[1])))
		return -1;
	c = span_lower(word.s[0]);
	if (c == 'h' || c == 'u' || c == 'o' || c == 'e')
		return -1;
	return c == 'a' || c == 'i';
}

/* Neighbours: no word twice (but for "had had", "that that"), a before a consonant, an before a
 * vowel. */
static bool
words_agree(struct span v)
{
	struct span before = S(""), word, now;

	while (span_word(&v, &word)) {
		now = bare(word);
		if (now.n > 1 && span_same(now, before) && !span_same(now, S("had")) && !span_same(now, S("that")))
			return false;
		if (span_same(before, S("a")) && vowel_sound(now) == 1)
			return false;
		if (span_same(before, S("an")) && vowel_sound(now) == 0)
			return false;
		before = word.n > 0 && span_is_alnum(word.s[word.n - 1]) ? now : S("");
	}
	return true;
}

/* "theHourly": a blank was lost after a small word. */
static bool
has_lost_blank(struct span v)
{
	static const struct span small[] = { SPAN("a"), SPAN("and"), SPAN("for"), SPAN("from"),
		SPAN("in"), SPAN("is"), SPAN("of"), SPAN("on"), SPAN("that"), SPAN("the"), SPAN("to"),
		SPAN("with") };
	struct span word;

	while (span_word(&v, &word)) {
		size_t n = 0;

		while (n < word.n && span_is_lower(word.s[n]))
			n++;
		if (n + 1 < word.n && span_is_upper(word.s[n]) && span_is_lower(word.s[n + 1])
		    && span_in(span_head(word, n), small, sizeof(small) / sizeof(small[0])))
			return true;
	}
	return false;
}

/* "todogroup/working-groups/wg": an address, not words. */
static bool
has_path(struct span v)
{
	return count(v, S("/")) > 1;
}

static bool
ends_well(struct span v)
{
	struct span word, last = S("");

	while (span_word(&v, &word))
		last = word;
	return bare(last).n > 0 && tab_find_lower(&tab_dangling, bare(last)) == TAB_NONE
	    && span_find_char(S(",;:(-"), 0, last.s[last.n - 1]) == 5;
}

bool
fluent_line(struct span text)
{
	return is_paired(text) && !has_stray_mark(text) && words_agree(text) && !has_lost_blank(text) && !has_path(text)
	    && ends_well(text);
}

bool
fluent_statement(const struct words *w)
{
	return shape_test(shape_named(S("statement")), words_letters(w)) && fluent_ends(w);
}

bool
fluent_ends(const struct words *w)
{
	return !shape_test(shape_named(S("unfinished")), words_letters(w));
}
