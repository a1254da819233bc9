/* SPDX-License-Identifier: ISC */
#include "html_part.h"

#include "plain.h"

/* What is shorter and has no stop is a button, a date, a name. */
#define SHORT_WORDS 6
#define PROSE_WORDS 12

/* Bylines stand among the first blocks. */
#define HEAD_BLOCKS 4

static bool
is_stopped(struct span v)
{
	static const struct span close[] = { SPAN("\""), SPAN(")"), SPAN("\xE2\x80\x9D"), SPAN("\xE2\x80\x99") };

	for (size_t i = 0; i < sizeof(close) / sizeof(close[0]); i++)
		if (span_ends(v, close[i]))
			v.n -= close[i].n;
	return v.n > 0 && span_has(S(".!?:"), v.s[v.n - 1]);
}

static bool
is_prose(const struct block *b, const struct html_piece *piece)
{
	size_t words = span_words(b->text);

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_CODE || piece->linked)
		return false;
	return words >= PROSE_WORDS || b->kind == BLOCK_QUOTE ||
	    (is_stopped(b->text) && words >= (b->kind == BLOCK_ITEM ? 3 : SHORT_WORDS));
}

/* Among other text: what a page adds to it. */
static bool
is_stray(const struct block *b, const struct html_piece *piece)
{
	size_t words = span_words(b->text);

	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_CODE || b->kind == BLOCK_ITEM)
		return false;
	if (span_eq(plain_chrome(b->text), S("drop")))
		return true;
	if (words >= SHORT_WORDS || is_stopped(b->text))
		return false;
	return piece->linked || (!piece->own && piece->style.strong < b->text.n);
}

/* Before the first prose and after the last: headings and lists may stand there, and little else; a
 * list of links if nothing but the article is there (`sure`). */
static bool
is_loose(const struct block *b, const struct html_piece *piece, bool sure)
{
	if (b->kind == BLOCK_HEADING || b->kind == BLOCK_CODE)
		return false;
	if (b->kind == BLOCK_ITEM)
		return piece->linked && !sure;
	return !is_stopped(b->text) || span_words(b->text) < SHORT_WORDS || piece->linked;
}

static void
take_byline(struct article *art, struct block *b, struct html_piece *piece)
{
	piece->style.drop |= b->kind == BLOCK_PARA && plain_byline(b->text, &art->author, &art->date);
}

static bool
is_tail_heading(const struct block *b)
{
	return b->kind == BLOCK_HEADING &&
	    (html_line_is(b->text, S("tail")) || span_eq(plain_chrome(b->text), S("tail")));
}

/* Related posts and the like, with what stands under that heading. */
static void
drop_tails(struct article *art, struct html_pieces *pieces, size_t first)
{
	unsigned level = 0;

	for (size_t i = pieces->n / 2; i < pieces->n; i++) {
		struct block *b = &art->v[first + i];

		if (b->kind == BLOCK_HEADING && b->level <= level)
			level = 0;
		if (level == 0 && is_tail_heading(b))
			level = b->level;
		pieces->v[i].style.drop |= level > 0;
	}
}

void
html_trim(struct html *h, size_t top, struct html_pieces *pieces)
{
	bool sure = (h->v[top].flags & HTML_BODY) != 0;
	size_t first = h->art->n - pieces->n, from = 0, to = pieces->n;
	struct block *v;

	if (pieces->n == 0)
		return;
	v = &h->art->v[first];
	drop_tails(h->art, pieces, first);
	for (size_t i = 0; i < pieces->n && i < HEAD_BLOCKS; i++)
		take_byline(h->art, &v[i], &pieces->v[i]);
	while (from < to && (pieces->v[from].style.drop || !is_prose(&v[from], &pieces->v[from])))
		from++;
	while (to > from && (pieces->v[to - 1].style.drop || !is_prose(&v[to - 1], &pieces->v[to - 1])))
		to--;
	for (size_t i = 0; i < pieces->n; i++)
		pieces->v[i].style.drop |= i >= from && i < to ? is_stray(&v[i], &pieces->v[i]) :
		    is_loose(&v[i], &pieces->v[i], sure);
}
