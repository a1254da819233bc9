/* SPDX-License-Identifier: ISC */
/* The title of a whole page: the best headline above the text, by what stands around it. */
#include "plain_body.h"

#define TITLE_BEFORE 60  /* parts above the body that are looked at */
#define TITLE_WITHIN 12  /* and at its start, where a notice was taken for prose */
#define TITLE_SHARE 60   /* percent of the body's worth that must follow a title */

/* Does the text stand elsewhere above the body, alone or at the end of a path to it? */
static bool
is_repeated(const struct plain *p, size_t i, size_t first)
{
	struct span text = p->v[i].block.text;

	for (size_t k = first > 2 * TITLE_BEFORE ? first - 2 * TITLE_BEFORE : 0; k < first; k++) {
		struct span other = p->v[k].block.text;

		if (k != i && other.n <= text.n + 120 && span_ends_same(other, text))
			return true;
	}
	return false;
}

/* A menu or a path to the page: `News / Science`, `Home > Blog`. */
bool
plain_title_separators(struct span text)
{
	static const struct span marks[] = {
		SPAN(" / "), SPAN(" > "), SPAN(" › "), SPAN(" » "), SPAN(" · "), SPAN(" • "),
	};
	size_t bar = span_find(text, 0, S(" | "));

	if (span_find(text, bar + 1, S(" | ")) < text.n)
		return true;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (span_contains(text, marks[i]))
			return true;
	return false;
}

bool
plain_title_byline(const struct plain *p, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < p->n; i++)
		if (p->v[i].words <= 30 && plain_byline(p->v[i].block.text, NULL, NULL))
			return true;
	return false;
}

/* `“Alone we can do so little.” — Helen Keller` */
static bool
is_saying(struct span text)
{
	return plain_is_quoted(text) && (span_contains(text, S("—")) || span_contains(text, S("–")));
}

bool
plain_title_could_be(const struct plain *p, size_t i)
{
	struct plain_part *part = &p->v[i];
	struct span text = part->block.text;

	return part->role == PLAIN_OPEN && part->mark == 0 && part->words <= 25 &&
	    plain_is_headline(part) && !plain_starts_low(text) &&
	    plain_chrome_of(part).n == 0 && !plain_is_form(text) && !plain_is_caption(part) &&
	    !plain_byline(text, NULL, NULL) && !plain_title_separators(text) && !is_saying(text) &&
	    !(i + 1 < p->n && p->v[i + 1].gap == 0 && plain_is_caption(&p->v[i + 1]));
}

/* A headline of several words right above another one, which is then its deck. */
static bool
is_deck(const struct plain *p, size_t i)
{
	return i > 0 && p->v[i - 1].words >= 4 && plain_title_could_be(p, i - 1);
}

/* How far a headline is from the body, in lines that are not of a list or of furniture. */
static int
distance(const struct plain *p, size_t i, size_t first)
{
	int n = 0;

	for (i++; i < first; i++)
		n += p->v[i].mark == 0 && plain_chrome_of(&p->v[i]).n == 0 &&
		    !plain_byline(p->v[i].block.text, NULL, NULL);
	return 2 * n;
}

/* How much a headline looks like the article's, from what it is and what stands around it. */
static int
title_score(const struct plain *p, size_t i, size_t first)
{
	const struct plain_part *part = &p->v[i];
	int score = 3 * (int)(part->words < 10 ? part->words : 10);

	if (p->usual == 3)
		score += part->centred && part->words > 1 ? 25 : part->outdented ? 8 : 0;
	if (plain_title_byline(p, i + 1, i + 5))
		score += 12;
	if (plain_title_byline(p, i > 2 ? i - 2 : 0, i))
		score += i + 1 == first && part->gap > 0 && part->words >= 3 ? 26 : 6;
	if (part->words >= 3 && is_repeated(p, i, first))
		score += 15;
	if (part->gap == 0 && i + 1 < p->n && p->v[i + 1].gap == 0)
		score -= 6;
	if (plain_stop(part->block.text) == '.')
		score -= 10;
	if (i + 2 < p->n && p->v[i + 1].mark != 0 && p->v[i + 2].mark != 0)
		score -= 12;
	if (part->words <= 3 && plain_is_name(part->block.text))
		score -= plain_title_byline(p, i + 1, i + 2) ? 15 : 6;
	if (is_deck(p, i))
		score -= 14;
	if (plain_title_byline(p, i > 6 ? i - 6 : 0, i) && !plain_title_byline(p, i + 1, i + 5))
		score -= 8;
	return score - distance(p, i, first);
}

/* The parts' worth from `first` on. */
static int
worth_from(const struct plain *p, size_t first, size_t end)
{
	int sum = 0;

	for (size_t i = first; i < end; i++)
		sum += plain_worth(p, i);
	return sum;
}

/* p->n without. */
size_t
plain_title_find(const struct plain *p, const struct body *body)
{
	size_t from = body->first > TITLE_BEFORE ? body->first - TITLE_BEFORE : 0, best = p->n;
	int most = 0, score;

	for (size_t i = from; i < body->first + TITLE_WITHIN && i < body->end; i++) {
		if (!plain_title_could_be(p, i) || (score = title_score(p, i, body->first)) <= most)
			continue;
		if (i >= body->first && (plain_last(p, i) == p->n ||
		    (!plain_title_byline(p, i + 1, i + 5) && !p->v[i].centred) ||
		    worth_from(p, i, body->end) * 100 < body->worth * TITLE_SHARE))
			continue;
		most = score;
		best = i;
	}
	return best;
}
