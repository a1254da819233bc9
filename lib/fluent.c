/* SPDX-License-Identifier: ISC */
#include "fluent.h"

#include "list.h"
#include "pat_need.h"
#include "tab.h"
#include "utf8.h"

extern const struct tab tab_case, tab_dangling;

static size_t
count(struct span v, struct span what)
{
	size_t n = 0;

	for (size_t i = 0; (i = span_find(v, i, what)) < v.n; i += what.n)
		n++;
	return n;
}

static bool
is_paired(struct span v, const struct pat_set *has)
{
	if (pat_set_has(has, '(') || pat_set_has(has, ')') || pat_set_has(has, '[') || pat_set_has(has, ']'))
		if (count(v, S("(")) != count(v, S(")")) || count(v, S("[")) != count(v, S("]")))
			return false;
	if (has->other && count(v, S("“")) != count(v, S("”")))
		return false;
	return !pat_set_has(has, '"') || count(v, S("\"")) % 2 == 0;
}

/* Marks that no line may have, and those that none may have so. */
static bool
has_stray_mark(struct span v, const struct pat_set *has)
{
	static const char bad[] = "*`\\{}<>|_~@=#";
	static const struct span far[] = { SPAN("..."), SPAN("://"), SPAN(" - ") };
	static const struct span other[] = { SPAN("…"), SPAN("—"), SPAN(" ’ "), SPAN(" – "), SPAN("\xEF\xBF\xBD") };

	for (size_t i = 0; bad[i] != '\0'; i++)
		if (pat_set_has(has, bad[i]))
			return true;
	for (size_t i = 0; i < sizeof(far) / sizeof(far[0]); i++)
		if (pat_set_has(has, far[i].s[1]) && span_find(v, 0, far[i]) < v.n)
			return true;
	for (size_t i = 0; has->other && i < sizeof(other) / sizeof(other[0]); i++)
		if (span_find(v, 0, other[i]) < v.n)
			return true;
	return v.n == 0 || span_has(S(",;:-)!"), v.s[0]) || span_starts(v, S("’"));
}

/* Two characters that do not stand side by side. */
static bool
is_bad_pair(char a, char b)
{
	switch (a) {
	case ' ':
		return b == ',' || b == '.' || b == ';' || b == ':' || b == ')' || b == ' ';
	case ',':
		return b == ',' || b == '.';
	case '(':
		return b == ' ';
	case '$':
		return b == ')';
	default:
		return false;
	}
}

/* Also finds out whether a capital follows a small letter somewhere. */
static bool
has_bad_pair(struct span v, bool *camel)
{
	*camel = false;
	for (size_t i = 1; i < v.n; i++) {
		/* " .gov" is a name. */
		if (is_bad_pair(v.s[i - 1], v.s[i]) && !(v.s[i] == '.' && i + 1 < v.n && span_is_alpha(v.s[i + 1])))
			return true;
		*camel |= span_is_upper(v.s[i]) && span_is_lower(v.s[i - 1]);
	}
	return false;
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
agree(struct span before, struct span now)
{
	if (now.n > 1 && span_same(now, before) && !span_same(now, S("had")) && !span_same(now, S("that")))
		return false;
	if (span_same(now, S("to")) && span_same(before, S("into")))
		return false; /* "views into to the top" */
	if (span_same(now, S("of")) && span_listed(S("on|in|to|at|for|from|with|by"), before))
		return false; /* "to remove on of his apps" */
	if (span_same(before, S("a")) && vowel_sound(now) == 1)
		return false;
	return !span_same(before, S("an")) || vowel_sound(now) != 0;
}

/* "theHourly", "existingU.S.", "deepfaked.They": a blank was lost. Names have capitals inside too, but
 * short beginnings: eBay, iPhone, macOS, rOpenSci. */
static bool
has_lost_blank(struct span word)
{
	static const struct span small[] = { SPAN("a"), SPAN("and"), SPAN("for"), SPAN("from"),
		SPAN("in"), SPAN("is"), SPAN("of"), SPAN("on"), SPAN("that"), SPAN("the"), SPAN("to"),
		SPAN("with"), SPAN("new"), SPAN("our"), SPAN("its"), SPAN("by"), SPAN("at"), SPAN("or") };
	size_t n = 0;

	while (n < word.n && span_is_lower(word.s[n]))
		n++;
	if (n + 1 >= word.n)
		return false;
	if (span_is_upper(word.s[n]))
		return n > 5 ? tab_find(&tab_case, word) == TAB_NONE : span_is_lower(word.s[n + 1])
		    && span_in(span_head(word, n), small, sizeof(small) / sizeof(small[0]));
	return n > 3 && word.s[n] == '.' && span_is_upper(word.s[n + 1]);
}

/* "API's and code": the plural of letters, with a slip; what follows an owner is a thing. */
static bool
has_slip(struct span word, struct span next)
{
	size_t n = 0;

	while (n < word.n && span_is_upper(word.s[n]))
		n++;
	if (n < 2 || (!span_eq(span_from(word, n), S("'s")) && !span_eq(span_from(word, n), S("’s"))))
		return false;
	return span_listed(list_named(S("after-plural")), next);
}

static bool
can_be_last(struct span word)
{
	struct span last = bare(word);

	return last.n > 0 && tab_find_lower(&tab_dangling, last) == TAB_NONE
	    && !span_has(S(",;:(-"), word.s[word.n - 1]);
}

/* Word for word; `camel`: a capital follows a small letter somewhere. */
static bool
words_fit(struct span v, bool camel)
{
	struct span before = S(""), last = S(""), word, now;

	while (span_word(&v, &word)) {
		now = bare(word);
		if (!agree(before, now) || has_slip(last, now) || (camel && has_lost_blank(word)))
			return false;
		before = span_is_alnum(word.s[word.n - 1]) ? now : S("");
		last = word;
	}
	return can_be_last(last);
}

/* "changing the way government": a way of what, or in which who does what. */
static bool
ends_on_way(struct span text)
{
	size_t at = span_rtrim(text).n;

	while (at > 0 && !span_is_space(text.s[at - 1]))
		at--;
	return span_ends(span_head(text, at), S(" the way "));
}

/* "the relationship between prediction", "an easy way for agencies": the other half was cut off. */
static bool
lacks_half(struct span text)
{
	size_t at = span_find(text, 0, S(" between "));
	size_t way = span_find(text, 0, S(" way for "));

	if (way < text.n && span_find(text, way, S(" to ")) == text.n)
		return true;
	return at < text.n && text.s[text.n - 1] != 's' && span_find(text, at, S(" and ")) == text.n
	    && span_words(span_from(text, at)) < 4;
}

/* "costs, both in time": and in what? "Either" wants its "or". */
static bool
lacks_second(struct span text)
{
	static const struct span pairs[][2] = { { SPAN(" both in "), SPAN(" and in ") }, { SPAN(" both for "), SPAN(" and for ") },
		{ SPAN(" both at "), SPAN(" and at ") }, { SPAN(" both on "), SPAN(" and on ") },
		{ SPAN(" both from "), SPAN(" and from ") },
		{ SPAN(" both by "), SPAN(" and by ") }, { SPAN(" both with "), SPAN(" and with ") },
		{ SPAN(" either "), SPAN(" or ") } };

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		size_t at = span_find(text, 0, pairs[i][0]);

		if (at < text.n && span_find(text, at, pairs[i][1]) == text.n && !span_ends(text, S(" either")))
			return true;
	}
	return false;
}

/* "NASA Technical Report Server: 2010": a row of a table. */
static bool
is_row(struct span text)
{
	size_t colon = span_find(text, 0, S(": "));

	for (size_t i = colon; i < text.n; i++)
		if (span_is_alpha(text.s[i]))
			return false;
	return colon < text.n;
}

/* "give a recommendation D. Ask for action": the letter that counts the next one. */
static bool
holds_count(struct span text)
{
	for (size_t i = 2; i + 3 < text.n; i++)
		if (text.s[i + 1] == '.' && span_is_upper(text.s[i]) && text.s[i - 1] == ' ' && span_is_lower(text.s[i - 2])
		    && text.s[i + 2] == ' ' && span_is_upper(text.s[i + 3]))
			return true;
	return false;
}

bool
fluent_line(struct span text)
{
	struct pat_set has = pat_set_of(text);
	bool camel;

	/* Who says it, and not what. */
	if (span_starts_same(text, S("according to ")) && !span_has(text, ','))
		return false;
	/* "not only", and what more was cut off. */
	if (span_find_same(text, S("not only ")) < text.n && span_find_same(text, S(" but ")) == text.n)
		return false;
	/* "For, the tool does": what stood there is lost. */
	if (span_listed(S("for|in|on|at|of|to|with|from|by|as"), span_head(text, span_find_char(text, 0, ','))))
		return false;
	/* More than one stroke: "todogroup/working-groups/wg" is an address, not words. */
	if ((pat_set_has(&has, '/') && count(text, S("/")) > 1) || ends_on_way(text) || lacks_half(text) || lacks_second(text)
	    || (pat_set_has(&has, ':') && is_row(text)) || (pat_set_has(&has, '.') && holds_count(text)))
		return false;
	return is_paired(text, &has) && !has_stray_mark(text, &has) && !has_bad_pair(text, &camel) && words_fit(text, camel);
}
