/* SPDX-License-Identifier: ISC */
#include "hashtag_part.h"
#include "stem.h"
#include "tab.h"

extern const struct tab tab_act, tab_case, tab_name, tab_stop;
extern const struct tab_marks marks_common;

#define OFTEN 3 /* bits of the count of a word, where its plural is not listed */

/* Where its last word begins. */
static size_t
last_word(struct span words)
{
	size_t at = words.n;

	while (at > 0 && !span_is_space(words.s[at - 1]))
		at--;
	return at;
}

/* With its last word in the singular: "federal agency" of federal agencies. */
static void
add_singular(struct span words, struct buf *out)
{
	size_t last = last_word(words);

	buf_add(out, span_head(words, last));
	stem_lemma_noun(span_from(words, last), out);
}

char
hashtag_class(struct span words)
{
	char class = phrase_topic(words);
	struct buf b = BUF_INIT;

	if (class == 0 && words.n > 3 && words.s[words.n - 1] == 's') {
		add_singular(words, &b);
		class = phrase_topic(buf_view(&b));
		buf_free(&b);
	}
	return class;
}

bool
hashtag_is_common(struct span word)
{
	struct buf b = BUF_INIT;
	bool common;

	add_singular(word, &b);
	common = tab_mark_lower(&marks_common, word) != 0 || tab_mark_lower(&marks_common, buf_view(&b)) >= OFTEN;
	buf_free(&b);
	return common;
}

static bool
has_capital(struct span text)
{
	for (size_t i = 0; i < text.n; i++)
		if (span_is_upper(text.s[i]))
			return true;
	return false;
}

/* A word with a capital that is no common one. Working Group and Committee Reports have none. */
static bool
holds_name(struct span text)
{
	struct span word;

	while (span_word(&text, &word))
		if (has_capital(span_from(word, 1))
		    || (has_capital(word) && tab_mark_lower(&marks_common, word) == 0 && hashtag_class(word) != 'n'))
			return true;
	return false;
}

/* "Extract, Transform, Learn", "Simplified Chinese" */
static bool
is_verb(struct span word)
{
	struct buf b = BUF_INIT;
	bool verb;

	stem_lemma_verb(word, &b);
	verb = tab_find_lower(&tab_act, buf_view(&b)) != TAB_NONE && tab_find_lower(&tab_case, word) == TAB_NONE;
	buf_free(&b);
	return verb;
}

bool
hashtag_is_name(struct span text)
{
	struct span rest = text, word;

	if (span_words(text) == 1 && !has_capital(span_from(text, 1)) && is_verb(text))
		return false;
	while (span_word(&rest, &word))
		if (!has_capital(word) && !span_eq(word, S("of")))
			return false;
	return holds_name(text);
}

char
hashtag_interest(struct span text, bool title)
{
	char class = hashtag_class(text);
	size_t last = last_word(text);

	if (class != 0 || last == 0 || (title && has_capital(text)) || holds_name(text))
		return class;
	return hashtag_class(span_from(text, last)) == 'n' ? 'n' : 0;
}

bool
hashtag_is_role(struct span text)
{
	struct span word = S(""), class, words = text;
	bool role = false;
	size_t row;

	for (bool first = true; span_word(&words, &word); first = false) {
		row = tab_find_lower(&tab_name, word);
		class = row != TAB_NONE ? tab_cell(&tab_name, row, 1) : S("");
		role |= (first || words.n == 0) && (span_eq(class, S("r")) || span_eq(class, S("t")));
	}
	return role;
}

bool
hashtag_is_stop(struct span word)
{
	size_t row = tab_find_lower(&tab_stop, word);

	return row != TAB_NONE && span_eq(tab_cell(&tab_stop, row, 1), S("f")) && tab_find_lower(&tab_case, word) == TAB_NONE;
}
