/* SPDX-License-Identifier: ISC */
/* What the text of an item, and of the line before a list, looks like. */
#include "plain.h"

#include "list.h"
#include "tab.h"

extern const struct tab tab_act;

#define LEAD_WORDS 9 /* of what stands before an item's text like a label */
#define LEAD_BYTES 100

/* The number that the line before a list names: `three ways`, `5 steps`. */
size_t
plain_named_count(struct span text)
{
	static const struct span numbers[] = {
		SPAN("two"), SPAN("three"), SPAN("four"), SPAN("five"), SPAN("six"),
		SPAN("seven"), SPAN("eight"), SPAN("nine"), SPAN("ten"),
	};
	struct span word;
	size_t n, found = 0;
	bool numbered = false;

	while (span_word(&text, &word)) {
		if (span_uint(word, &n) && n >= 2 && n <= 12)
			found = numbered ? 0 : n;
		numbered = span_same(word, S("no.")) || span_same(word, S("number"));
		for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
			if (span_same(word, numbers[i]))
				found = i + 2;
	}
	return found;
}

struct span
plain_last_sentence(struct span text)
{
	size_t from = 0;

	for (size_t at = 1; at + 2 < text.n; at++)
		if ((text.s[at] == '.' || text.s[at] == '!' || text.s[at] == '?') &&
		    text.s[at + 1] == ' ' && span_is_upper(text.s[at + 2]))
			from = at + 2;
	return span_from(text, from);
}

bool
plain_is_opener(struct span text)
{
	struct span word;

	return span_word(&text, &word) && span_listed(list_named(S("opener")), word);
}

/* Where the label of `Label: text` ends: a few words and a colon, or a dash with blanks; 0
 * without. */
size_t
plain_label_length(struct span text)
{
	size_t words = 1;

	for (size_t at = 1; at + 2 < text.n && words <= 7; at++) {
		struct span rest = span_from(text, at);

		if (text.s[at] == ' ') {
			if (words <= 5 && (span_starts(rest, S(" — ")) ||
			    span_starts(rest, S(" – "))))
				return at;
			words++;
		}
		if (text.s[at] == ':' && text.s[at + 1] == ' ')
			return at;
		if (text.s[at] == '.' || text.s[at] == '?' || (text.s[at] == '!' && words > 1))
			return 0;
	}
	return 0;
}

/* The words of the sentence that the text begins with, where more follows; 0 without. */
static size_t
lead_words(struct span text)
{
	for (size_t at = 2; at + 2 < text.n && at < LEAD_BYTES; at++)
		if ((text.s[at] == '.' || text.s[at] == '!') && text.s[at + 1] == ' ' &&
		    !span_is_lower(text.s[at + 2]) && span_is_lower(text.s[at - 1]) &&
		    span_is_lower(text.s[at - 2]))
			return span_words(span_head(text, at));
	return 0;
}

/* A few words and a stop before the rest, as a bold label has: `Start small. The first ...`. */
bool
plain_has_lead(struct span text)
{
	size_t n = lead_words(text);

	return n > 0 && n <= LEAD_WORDS && !plain_is_opener(text) && !plain_starts_low(text);
}

bool
plain_same_start(struct span x, struct span y)
{
	struct span a, b;

	if (!span_word(&x, &a) || !span_word(&y, &b) || !span_same(a, b))
		return false;
	return !plain_is_opener(a) || (span_word(&x, &a) && span_word(&y, &b) && span_same(a, b));
}

bool
plain_same_end(struct span x, struct span y)
{
	struct span word, a = S(""), b = S("");

	while (span_word(&x, &word))
		a = word;
	while (span_word(&y, &word))
		b = word;
	return a.n > 3 && span_same(a, b);
}

/* `Record the audio first.`, `Never wait.`, `Regularly share what you know.` */
bool
plain_is_order(struct span text)
{
	struct span word;

	if (!span_word(&text, &word) || !span_is_upper(word.s[0]) || plain_stop(text) == '?')
		return false;
	if (span_listed(S("don’t|don't|never|always|please|do"), word))
		return true;
	if (tab_find_lower(&tab_act, word) != TAB_NONE)
		return true;
	return span_ends(word, S("ly")) && span_word(&text, &word) &&
	    tab_find(&tab_act, word) != TAB_NONE;
}

/* `How to join`, `What we found`. */
bool
plain_asks(struct span text)
{
	struct span word;

	return span_word(&text, &word) && span_listed(S("how|what|why|where|who|when"), word);
}

bool
plain_is_domain(struct span text)
{
	size_t dot = text.n;

	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '.')
			dot = i;
		else if (!span_is_alnum(text.s[i]) && text.s[i] != '-')
			return false;
	}
	return dot > 0 && span_listed(list_named(S("domain")),
	    span_from(text, dot < text.n ? dot + 1 : dot));
}
