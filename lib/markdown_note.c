/* SPDX-License-Identifier: ISC */
#include "markdown.h"

#include "tab.h"

extern const struct tab tab_authornote;

/* Notes about an article stand in its first or last blocks. */
#define NOTE_HEAD 2
#define NOTE_TAIL 5

static struct span
lowered(struct span v, char *into, size_t max)
{
	size_t n = 0;

	for (; n < v.n && n < max; n++)
		into[n] = span_lower(v.s[n]);
	return (struct span){ into, n };
}

/* What an author's note says by how it begins, or, set in italics, has in it (authornote.tsv). */
static bool
says(struct markdown *m, size_t i, struct span low, size_t row)
{
	struct span phrase = tab_cell(&tab_authornote, row, 0), where = tab_cell(&tab_authornote, row, 1);
	bool em = markdown_is_em(m, i) || markdown_block(m, i)->kind == BLOCK_QUOTE;
	bool brief = markdown_block(m, i)->text.n < 300;

	if (span_eq(where, S("starts")) || span_eq(where, S("anywhere")))
		return span_starts(low, phrase);
	if (span_eq(where, S("image")))
		return brief && markdown_block(m, i)->text.n < 100 && span_starts(low, phrase);
	if (span_eq(where, S("has")))
		return (em || brief) && span_find(low, 0, phrase) < low.n;
	return em && span_find(low, 0, phrase) < low.n;
}

static struct span
note_head(struct markdown *m, size_t i, char *into, size_t max)
{
	struct span low = lowered(markdown_block(m, i)->text, into, max);

	while (low.n > 0 && span_has(S("([*- "), low.s[0]))
		low = span_from(low, 1);
	return low;
}

static bool
is_credit(size_t row)
{
	struct span where = tab_cell(&tab_authornote, row, 1);

	return span_eq(where, S("image")) || span_eq(where, S("anywhere"));
}

/* A note stays apart from the text; the credit of an image goes. */
static bool
take_note(struct markdown *m, size_t i)
{
	struct block *b = markdown_block(m, i);
	char into[400];
	struct span low;

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_CODE || b->kind == BLOCK_ITEM || b->text.n > 900)
		return false;
	low = note_head(m, i, into, sizeof(into));
	for (size_t row = 0; row < tab_authornote.rows; row++)
		if (says(m, i, low, row)) {
			b->aside = true;
			markdown_style(m, i)->drop = is_credit(row);
			return true;
		}
	return false;
}

/* Table 1: and Figure 2. */
static bool
is_numbered_caption(struct span low)
{
	struct span word, number;

	if (!span_word(&low, &word) || !span_word(&low, &number))
		return false;
	if (number.n > 5 || !span_is_digit(number.s[0]))
		return false;
	return (span_eq(word, S("table")) || span_eq(word, S("figure")) || span_eq(word, S("fig."))) &&
	    (number.s[number.n - 1] == ':' || number.s[number.n - 1] == '.');
}

/* The line under an image that is its caption, the credit of one, the note to an asterisk. */
static bool
is_caption(struct markdown *m, size_t i)
{
	const struct block *b = markdown_block(m, i);
	char into[40];
	struct span low;

	if ((b->kind != BLOCK_PARA && b->kind != BLOCK_QUOTE) || b->text.n > 400)
		return false;
	if (b->text.n > 2 && b->text.s[0] == '*' && b->text.s[1] != '*')
		return true;
	if (markdown_style(m, i)->image && markdown_is_em(m, i))
		return true;
	low = note_head(m, i, into, sizeof(into));
	if (is_numbered_caption(low))
		return true;
	for (size_t row = 0; row < tab_authornote.rows; row++) {
		struct span where = tab_cell(&tab_authornote, row, 1);

		if ((span_eq(where, S("anywhere")) || (span_eq(where, S("image")) && markdown_style(m, i)->image)) &&
		    b->text.n < 200 && span_starts(low, tab_cell(&tab_authornote, row, 0)))
			return true;
	}
	return false;
}

void
markdown_drop_captions(struct markdown *m)
{
	for (size_t i = 0; i < m->styles.n; i++)
		markdown_style(m, i)->drop |= is_caption(m, i);
}

void
markdown_find_first_notes(struct markdown *m)
{
	size_t seen = 0;

	for (size_t i = 0; i < m->styles.n && seen < NOTE_HEAD; i++) {
		if (markdown_style(m, i)->drop)
			continue;
		seen += !take_note(m, i);
	}
}

void
markdown_find_last_notes(struct markdown *m)
{
	size_t seen = 0;

	for (size_t i = m->styles.n; i > 0 && seen < NOTE_TAIL; i--) {
		if (markdown_style(m, i - 1)->drop || markdown_block(m, i - 1)->aside)
			continue;
		seen += !take_note(m, i - 1);
	}
}
