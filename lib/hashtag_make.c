/* SPDX-License-Identifier: ISC */
#include "hashtag.h"

#include "hashtag_part.h"
#include "tab.h"
#include "uni.h"
#include "utf8.h"

extern const struct tab tab_case, tab_tagform;

/* Where a word of a tag ends, and the next one begins with a capital. */
static bool
is_boundary(uint32_t c)
{
	return c == '-' || c == '/' || c == '_' || c == '.' || c == ':' || c == ',' || c == '|' ||
	    utf8_is_blank(c) || (c >= 0x2010 && c <= 0x2015);
}

static bool
is_tag_letter(uint32_t c)
{
	return c != UTF8_BAD && (uni_is_letter(c) || (c >= '0' && c <= '9'));
}

static bool
is_plain(struct span word)
{
	uint32_t c;

	for (size_t i = 0, n; i < word.n; i += n) {
		c = utf8_decode(word, i, &n);
		if (!is_tag_letter(c))
			return false;
	}
	return word.n > 0;
}

static void
add_part(struct span part, struct buf *out)
{
	size_t row = tab_find_lower(&tab_case, part);
	struct span form = row != TAB_NONE ? tab_cell(&tab_case, row, 1) : part;

	/* In capitals within, a word is as its owner writes it. */
	if (row != TAB_NONE && is_plain(form) && !span_is_brand(part))
		part = form;
	if (span_is_brand(part))
		buf_add(out, part);
	else
		uni_add_upper_first(out, part);
}

/* R&D and Q&A are said with an "and"; AT&T is not, nor is a name that ends in a sign. */
static void
add_sign(struct span phrase, size_t at, struct buf *part)
{
	bool glued = at > 0 && at + 1 < phrase.n && !span_is_space(phrase.s[at - 1]) &&
	    !span_is_space(phrase.s[at + 1]);

	if (phrase.s[at] == '&' && (!glued || part->n == 1))
		buf_str(part, glued ? "and" : "And");
	else if (phrase.s[at] == '+' && part->n > 0)
		buf_str(part, "Plus");
	else if (phrase.s[at] == '%')
		buf_str(part, "Percent");
}

static struct span
without_article(struct span phrase)
{
	struct span rest = phrase, word;

	if (span_word(&rest, &word) && span_trim(rest).n > 0 &&
	    (span_same(word, S("the")) || span_same(word, S("a")) || span_same(word, S("an"))))
		return span_ltrim(rest);
	return phrase;
}

static void
add_words(struct span phrase, struct buf *out)
{
	struct buf part = BUF_INIT;
	uint32_t c;

	for (size_t i = 0, n; i < phrase.n; i += n) {
		c = utf8_decode(phrase, i, &n);
		if (is_boundary(c)) {
			add_part(buf_view(&part), out);
			buf_cut(&part, 0);
		} else if (is_tag_letter(c)) {
			buf_add(&part, span_head(span_from(phrase, i), n));
		} else if (n == 1) {
			add_sign(phrase, i, &part);
		}
	}
	add_part(buf_view(&part), out);
	buf_free(&part);
}

bool
hashtag_is_good(struct span tag)
{
	size_t letters = 0, n;
	uint32_t c;

	for (size_t i = 0; i < tag.n; i += n) {
		c = utf8_decode(tag, i, &n);
		if (!is_tag_letter(c))
			return false;
		letters += uni_is_letter(c);
	}
	return letters > 0 && utf8_count(tag) > 1 && utf8_count(tag) <= HASHTAG_LETTERS;
}

/* LLMs, GPUs: people follow the singular. */
static bool
is_plural_acronym(struct span word)
{
	size_t n = word.n;

	if (n < 3 || word.s[n - 1] != 's')
		return false;
	while (n > 1 && span_is_upper(word.s[n - 2]))
		n--;
	return n == 1;
}

bool
hashtag_make(struct span phrase, struct buf *out)
{
	struct buf tag = BUF_INIT;
	size_t row;
	bool good;

	phrase = without_article(span_trim(phrase));
	if (phrase.n > 0 && phrase.s[0] == '#')
		phrase = span_from(phrase, 1);
	if (is_plural_acronym(phrase))
		phrase.n--;
	row = tab_find_lower(&tab_tagform, phrase);
	if (row != TAB_NONE)
		buf_add(&tag, tab_cell(&tab_tagform, row, 1));
	else
		add_words(phrase, &tag);
	good = hashtag_is_good(buf_view(&tag));
	if (good)
		buf_add(out, buf_view(&tag));
	buf_free(&tag);
	return good;
}
