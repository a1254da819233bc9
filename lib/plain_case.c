/* SPDX-License-Identifier: ISC */
/* How the words of a line are capitalised. */
#include "plain.h"

#include "uni.h"
#include "utf8.h"

bool
plain_starts_low(struct span text)
{
	size_t n;

	return text.n > 0 && uni_is_lower(utf8_decode(text, 0, &n));
}

bool
plain_is_name(struct span text)
{
	struct span word;
	size_t words = 0, high = 0;

	while (span_word(&text, &word)) {
		words++;
		if (uni_is_capital(word))
			high++;
		else if (!span_same(word, S("and")) && !span_same(word, S("de")) &&
		    !span_same(word, S("van")) &&
		    !span_same(word, S("von")) && !span_same(word, S("others")) &&
		    word.s[0] != '(' &&
		    !span_same(word, S("of")) && !span_same(word, S("&")))
			return false;
	}
	return high > 0 && words <= 16;
}

/* Words with a capital, of those that a title in title case would give one. */
bool
plain_is_title_case(struct span text)
{
	struct span word;
	size_t n = 0, high = 0;

	if (!span_word(&text, &word))
		return false;
	while (span_word(&text, &word))
		if (word.n >= 4 && span_is_alpha(word.s[0])) {
			n++;
			high += span_is_upper(word.s[0]);
		}
	return n > 0 && high * 10 >= n * 7;
}
