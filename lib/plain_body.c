/* SPDX-License-Identifier: ISC */
/*
 * A whole page, as a browser, w3m or lynx shows it: menus, banners and teasers stand before the
 * article, related stories, comments and legal lines after it. Prose weighs for a part, short
 * lines and furniture against it: the article is where the sum is highest, and its title the best
 * headline above that.
 */
#include "plain_body.h"

#define BOX_PARTS 8      /* of an advertisement with its list */
#define CLOSING_PARTS 24 /* below the last paragraph */

/* The first prose after the title, where a notice above it was taken for the start. */
static size_t
first_prose(const struct plain *p, size_t i, size_t end)
{
	while (i < end && plain_worth(p, i) <= WORTH_BRIEF)
		i++;
	return i;
}

/* A line between title and text: the deck, who wrote it, or furniture; but a heading stays. */
static void
clear_line(struct plain *p, size_t i, size_t title, size_t first)
{
	struct plain_part *part = &p->v[i];
	struct span text = part->block.text;
	bool dated = plain_title_byline(p, i + 1, first);

	if (part->role != PLAIN_OPEN || plain_byline(text, NULL, NULL))
		return;
	if (i + 1 == first && part->gap > 0 && plain_title_could_be(p, i) && !dated &&
	    (part->words >= 3 || !plain_title_byline(p, i - 1, i)) && !plain_is_name(text))
		return;
	if (i == title + 1 && part->mark == 0 && part->words >= 5 && part->words <= 40 &&
	    plain_chrome_of(part).n == 0 && !plain_title_separators(text) && !plain_is_caption(part))
		p->art->subtitle = text;
	else if (p->art->author.n == 0 && part->words >= 2 && part->words <= 4 && dated &&
	    plain_chrome_of(part).n == 0 && plain_is_name(text))
		p->art->author = text;
	part->role = PLAIN_DROPPED;
}

static void
clear_head(struct plain *p, size_t title, size_t first)
{
	p->v[title].title = true;
	plain_find_site(p, title);
	for (size_t i = 0; i < title; i++)
		if (i + 3 < title || !plain_byline(p->v[i].block.text, NULL, NULL))
			p->v[i].role = PLAIN_DROPPED;
	for (size_t i = title + 1; i < first; i++)
		clear_line(p, i, title, first);
}

static bool
is_short_line(const struct plain *p, size_t i, size_t end)
{
	return i < end && p->v[i].words <= 16 && plain_worth(p, i) <= WORTH_BRIEF &&
	    (p->v[i].mark != 0 || plain_stop_of(p, i) == 0);
}

/* A box within the text: its heading and the lines under it, but for a heading of the text. */
static void
drop_box(struct plain *p, size_t i, size_t end)
{
	size_t k = i + 1;

	while (is_short_line(p, k, end))
		k++;
	if (k > i + 1 && k < end && p->v[k - 1].mark == 0 && p->v[k - 1].gap > 0 &&
	    (p->v[k - 2].mark != 0 || p->v[k - 2].gap > p->v[k - 1].gap ||
	    (k - i > 2 && p->v[k - 2].gap == 0)))
		k--;
	plain_drop(p, i, k);
}

static void
clear_text(struct plain *p, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		struct span kind = plain_chrome_of(&p->v[i]);

		if (p->v[i].role != PLAIN_OPEN || kind.n == 0 || p->v[i].mark != 0)
			continue;
		if (span_eq(kind, S("tail")) || span_eq(kind, S("drop")))
			drop_box(p, i, end);
	}
}

static bool
is_furniture(const struct plain *p, size_t i)
{
	return plain_worth(p, i) <= WORTH_BYLINE;
}

/* A heading and a paragraph that no other line follows, as one would in a row of teasers. */
static bool
is_last_section(const struct plain *p, size_t i)
{
	if (i + 1 >= p->n || p->v[i].words > 12 || plain_stop_of(p, i + 1) != '.' ||
	    p->v[i + 1].mark != 0 || p->v[i + 1].words < 8)
		return false;
	return i + 2 >= p->n || is_furniture(p, i + 2) || plain_stop_of(p, i + 2) == '.';
}

/* An advertisement or the like within the text: past it and a short list under it, when a long
 * paragraph follows, perhaps with its heading; else where it was. */
static size_t
past_box(const struct plain *p, size_t end)
{
	size_t k = end;

	if (k >= p->n || !span_eq(plain_chrome_of(&p->v[k]), S("drop")))
		return end;
	for (; k < p->n && k < end + BOX_PARTS && p->v[k].words <= 16 && plain_stop_of(p, k) != '.'; k++) {
		struct span kind = plain_chrome_of(&p->v[k]);

		if (kind.n > 0 && !span_eq(kind, S("drop")) && !span_eq(kind, S("edge")))
			return end;
	}
	return k < p->n && p->v[k].words >= 25 && plain_stop_of(p, k) == '.' ? k + 1 : end;
}

/* Below its last paragraph an article may have a list, with the line that announces it, and brief
 * sentences, down to the first line that is not of it. */
static size_t
end_of_text(const struct plain *p, size_t end)
{
	size_t most = end + CLOSING_PARTS < p->n ? end + CLOSING_PARTS : p->n;

	for (size_t i = end; i < most && !is_furniture(p, i); i++) {
		char stop = plain_stop_of(p, i);

		if (p->v[i].mark != 0 || stop == '.' || stop == ';')
			end = i + 1;
		else if (stop != ':' && !(i + 1 < most && p->v[i + 1].mark != 0) &&
		    !is_last_section(p, i))
			break;
	}
	return end;
}

/* The same above its first paragraph, up to the title. */
static size_t
start_of_text(const struct plain *p, size_t title, size_t first)
{
	while (first > title + 1 && p->v[first - 1].role == PLAIN_OPEN &&
	    !is_furniture(p, first - 1) && !plain_is_caption(&p->v[first - 1]) &&
	    (p->v[first - 1].mark != 0 || plain_stop_of(p, first - 1) != 0))
		first--;
	return first;
}

void
plain_find_body(struct plain *p)
{
	struct body body;
	size_t title;

	if (p->page)
		plain_weigh(p);
	if (plain_page_wall(p) || (p->page && (plain_page_listing(p) || plain_page_too_short(p)))) {
		plain_drop(p, 0, p->n);
		return;
	}
	if (!p->page || (body = plain_worth_body(p)).worth == 0)
		return;
	title = plain_title_find(p, &body);
	if (title < p->n && title >= body.first)
		body.first = first_prose(p, title + 1, body.end);
	body.end = end_of_text(p, past_box(p, body.end));
	if (title < body.first)
		body.first = start_of_text(p, title, body.first);
	clear_text(p, body.first, body.end);
	plain_drop(p, body.end, p->n);
	if (title < p->n)
		clear_head(p, title, body.first);
}
