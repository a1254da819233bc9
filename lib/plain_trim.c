/* SPDX-License-Identifier: ISC */
/*
 * What stands between the paragraphs and is no part of the article: captions and alternative texts
 * of images, stray words of code, notes, and at its end promotions and lines about the author.
 */
#include "plain.h"

#include "list.h"
#include "tab.h"

extern const struct tab tab_promotion;

#define CAPTION_WORDS 30
#define PROMOTION_WORDS 60
#define PROMOTIONS 4      /* paragraphs at the end that may be promotions */
#define BODY_LEAST 3      /* paragraphs that must stand before them */

static void
skip_article(struct span *text)
{
	static const struct span articles[] = { SPAN("a "), SPAN("an "), SPAN("the ") };

	for (size_t i = 0; i < sizeof(articles) / sizeof(articles[0]); i++)
		if (span_starts_same(*text, articles[i])) {
			*text = span_from(*text, articles[i].n);
			return;
		}
}

/* `A screenshot of the form`, `Figure 3: ...`, `Table 1. ...`. */
static bool
names_picture(struct span text)
{
	static const struct span after[] = {
		SPAN(" of "), SPAN(" showing "), SPAN(" that shows"), SPAN(" from "),
		SPAN(" depicting "), SPAN(" with "), SPAN(": "), SPAN(" by "), SPAN(" courtesy"),
		SPAN(" via "),
	};
	struct span pictures = list_named(S("picture")), picture;

	skip_article(&text);
	while (span_next(&pictures, '|', &picture)) {
		if (!span_starts_same(text, picture))
			continue;
		for (size_t k = 0; k < sizeof(after) / sizeof(after[0]); k++)
			if (span_starts(span_from(text, picture.n), after[k]))
				return true;
	}
	return false;
}

static bool
names_figure(struct span text)
{
	static const struct span figures[] = { SPAN("figure "), SPAN("fig. "), SPAN("table "),
	    SPAN("exhibit ") };

	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++) {
		struct span rest = span_from(text, figures[i].n < text.n ? figures[i].n : text.n);

		if (!span_starts_same(text, figures[i]) || rest.n == 0 || !span_is_digit(rest.s[0]))
			continue;
		while (rest.n > 0 && span_is_digit(rest.s[0]))
			rest = span_from(rest, 1);
		return rest.n == 0 || rest.s[0] == ':' || rest.s[0] == '.';
	}
	return false;
}

bool
plain_is_caption(const struct plain_part *part)
{
	struct span text = part->block.text;

	if (part->mark != 0 || part->words > CAPTION_WORDS)
		return false;
	if (names_picture(text) || names_figure(text))
		return true;
	return span_find(text, 0, S("Photograph:")) < text.n ||
	    span_find(text, 0, S("Photo:")) < text.n ||
	    span_find_same(text, S("image credit")) < text.n ||
	    span_find_same(text, S("photo credit")) < text.n ||
	    span_find(text, 0, S("Getty Images")) < text.n ||
	    span_find(text, 0, S("via Unsplash")) < text.n;
}

static bool
is_low_word(const struct plain *p, size_t i)
{
	return plain_is_bare(p, i) && p->v[i].words <= 3 && plain_starts_low(p->v[i].block.text);
}

/* A file's name or other word that was an image's alternative text, but not one of a list. */
static bool
is_stray_word(const struct plain *p, size_t i)
{
	struct span text = p->v[i].block.text;
	size_t n;

	if (p->v[i].mark != 0 || p->v[i].words != 1)
		return false;
	if (span_uint(text, &n))
		return text.n <= 3;
	if (plain_is_domain(text))
		return false;
	return is_low_word(p, i) && !is_low_word(p, i + 1) && (i == 0 ||
	    (!is_low_word(p, i - 1) && plain_stop_of(p, i - 1) != ':'));
}

/* Is there a word of five letters or more that both have? */
static bool
share_word(struct span a, struct span b)
{
	struct span x, y, rest;

	while (span_word(&a, &x)) {
		if (x.n < 5)
			continue;
		for (rest = b; span_word(&rest, &y);)
			if (y.n >= 5 && span_same(span_head(x, 5), span_head(y, 5)))
				return true;
	}
	return false;
}

/* The alternative text of an image and its caption: two lines together where paragraphs stand
 * apart, one sentence each, about one thing. */
static bool
is_caption_pair(const struct plain *p, size_t i)
{
	const struct plain_part *a = &p->v[i], *b = &p->v[i + 1];

	if (!p->spaced || a->gap == 0 || b->gap > 0 || (i + 2 < p->n && p->v[i + 2].gap == 0))
		return false;
	if (a->role != PLAIN_OPEN || b->role != PLAIN_OPEN || a->mark != 0 || b->mark != 0)
		return false;
	if (a->words > 25 || b->words > 25 || a->words < 3 || b->words < 3)
		return false;
	return plain_stop(a->block.text) != ':' && share_word(a->block.text, b->block.text);
}

/* The alternative text above a caption or credit. */
static bool
is_credited(const struct plain *p, size_t i)
{
	return i + 1 < p->n && p->v[i].words <= CAPTION_WORDS && plain_is_bare(p, i) &&
	    p->v[i + 1].gap == 0 && plain_is_caption(&p->v[i + 1]);
}

void
plain_find_captions(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].role != PLAIN_OPEN)
			continue;
		if (is_credited(p, i) || plain_is_caption(&p->v[i]) || is_stray_word(p, i))
			p->v[i].role = PLAIN_DROPPED;
		else if (!p->wrapped && i + 1 < p->n && is_caption_pair(p, i))
			p->v[i].role = p->v[i + 1].role = PLAIN_DROPPED;
	}
}

static bool
is_promotion(struct span text)
{
	for (size_t row = 0; row < tab_promotion.rows; row++)
		if (span_starts_same(text, tab_cell(&tab_promotion, row, 0)))
			return true;
	return false;
}

/* `Jane Roe is a reporter at ...`, as the last paragraph. */
static bool
is_about_author(const struct plain *p, struct span text)
{
	size_t at = span_find(text, 0, S(" is "));
	struct span name = span_head(text, at), rest = span_from(text, at < text.n ? at + 4 : at);

	if (at == text.n || span_words(name) < 2 || span_words(name) > 5 || !plain_is_name(name))
		return false;
	if (p->art->author.n > 0 && span_find(p->art->author, 0, name) < p->art->author.n)
		return true;
	return span_starts(rest, S("a ")) || span_starts(rest, S("an ")) ||
	    span_starts(rest, S("the "));
}

/* Notes at the end: a numbered list that no line with a colon announces. */
static void
drop_notes(struct plain *p)
{
	size_t last = plain_last(p, p->n), i = last;
	struct span text;

	while (i < p->n && p->v[i].mark == '1')
		i = plain_last(p, i);
	if (i == p->n || i == last || plain_stop(p->v[i].block.text) != '.' ||
	    !plain_is_prose(&p->v[i]))
		return;
	text = p->v[last].block.text;
	if (plain_next(p, i) != last && span_find(text, 0, S("http")) == text.n)
		return;
	plain_drop(p, i + 1, p->n);
}

static size_t
paragraphs(const struct plain *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += p->v[i].role != PLAIN_DROPPED && plain_is_prose(&p->v[i]);
	return n;
}

/* The hashtags at a post's end are its author's own tags. */
static void
take_tags(struct plain *p)
{
	struct article *art = p->art;
	size_t i = plain_last(p, p->n);
	struct span text, word;

	if (i == p->n || !plain_is_tags(p->v[i].block.text))
		return;
	p->v[i].role = PLAIN_DROPPED;
	for (text = p->v[i].block.text; span_word(&text, &word);) {
		if (word.s[0] != '#' || word.n < 2)
			continue;
		art->keyword = arena_grow(art->arena, art->keyword, art->nkeywords + 1,
		    &art->keyword_cap, sizeof(word));
		art->keyword[art->nkeywords++] = span_from(word, 1);
	}
}

void
plain_find_promotions(struct plain *p)
{
	size_t i = p->n, left = paragraphs(p);

	take_tags(p);
	drop_notes(p);
	for (size_t tries = 0; tries < PROMOTIONS && left > BODY_LEAST; tries++) {
		struct span text;

		i = plain_last(p, i);
		if (i == p->n || p->v[i].mark != 0)
			break;
		text = p->v[i].block.text;
		if (p->v[i].words > PROMOTION_WORDS || plain_is_bare(p, i))
			continue;
		if (is_promotion(text) || (tries < 2 && is_about_author(p, text))) {
			p->v[i].role = p->page ? PLAIN_DROPPED : PLAIN_PROSE;
			p->v[i].block.aside = true;
			left--;
		}
	}
}
