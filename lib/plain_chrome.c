/* SPDX-License-Identifier: ISC */
#include "plain.h"

#include "tab.h"

extern const struct tab tab_chrome;

/* Longer lines are not page furniture. */
#define CHROME_BYTES 160

/* A tail may hold so much of the page's words (in percent), and no more. */
#define TAIL_SHARE 35

/* So many words at a text's start and end are its edges. */
#define EDGE_WORDS 60

static bool
matches(struct span text, struct span how, struct span what)
{
	if (what.n > text.n)
		return false;
	if (span_eq(how, S("starts")))
		return span_starts_same(text, what);
	if (span_eq(how, S("counts")))
		return span_is_digit(text.s[0]) && span_words(text) <= 3 &&
		    span_same(span_from(text, text.n - what.n), what);
	return span_same(text, what);
}

struct span
plain_chrome(struct span text)
{
	struct span what;
	char first;

	if (text.n == 0 || text.n > CHROME_BYTES)
		return S("");
	first = span_lower(text.s[0]);
	for (size_t row = 0; row < tab_chrome.rows; row++) {
		what = tab_cell(&tab_chrome, row, 2);
		if (what.n == 0 || (what.s[0] != first && !span_is_digit(first)))
			continue;
		if (matches(text, tab_cell(&tab_chrome, row, 1), what))
			return tab_cell(&tab_chrome, row, 0);
	}
	return S("");
}

/* `[          ][Search]`, `____ Search`: a field of a form. */
static bool
is_form(struct span text)
{
	return span_starts(text, S("[ ")) || span_starts(text, S("[]")) ||
	    span_find(text, 0, S("___")) < text.n ||
	    (text.n > 0 && text.s[0] == '[' && span_find(text, 0, S("][")) < text.n);
}

/* "bottom of page" is often glued to what was copied after it, "top of page" to what comes next. */
static void
unglue(struct span *text)
{
	if (span_starts_same(*text, S("top of page")) && text->n > 11)
		*text = span_ltrim(span_from(*text, 11));
	else if (span_starts_same(*text, S("bottom of page")))
		*text = S("bottom of page");
}

static size_t
prose_words(const struct plain *p)
{
	size_t words = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].role != PLAIN_DROPPED)
			words += p->v[i].words;
	return words;
}

static void
cut_tail(struct plain *p, size_t total)
{
	size_t left = total;

	for (size_t i = 0; i < p->n; i++) {
		struct plain_part *part = &p->v[i];

		if (part->role == PLAIN_DROPPED)
			continue;
		if (left * 100 <= total * TAIL_SHARE &&
		    span_eq(plain_chrome(part->block.text), S("tail"))) {
			for (; i < p->n; i++)
				p->v[i].role = PLAIN_DROPPED;
			return;
		}
		left -= part->words;
	}
}

/* Words that buttons and menus have, and headings as well: chrome beside chrome, or at the
 * edges. */
static void
drop_edges(struct plain *p, size_t total)
{
	size_t seen = 0;

	for (size_t i = 0; i < p->n; i++) {
		bool beside = (i > 0 && p->v[i - 1].role == PLAIN_DROPPED) ||
		    (i + 1 < p->n && p->v[i + 1].role == PLAIN_DROPPED);
		bool edge = seen < EDGE_WORDS || total - seen < EDGE_WORDS;

		seen += p->v[i].words;
		if (p->v[i].words <= 2 && (beside || edge) &&
		    span_eq(plain_chrome(p->v[i].block.text), S("edge")))
			p->v[i].role = PLAIN_DROPPED;
	}
}

static size_t
all_words(const struct plain *p)
{
	size_t words = 0;

	for (size_t i = 0; i < p->n; i++)
		words += p->v[i].words;
	return words;
}

void
plain_find_chrome(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct plain_part *part = &p->v[i];

		unglue(&part->block.text);
		if (is_form(part->block.text) || span_eq(plain_chrome(part->block.text), S("drop")))
			part->role = PLAIN_DROPPED;
	}
	drop_edges(p, all_words(p));
	cut_tail(p, prose_words(p));
}
