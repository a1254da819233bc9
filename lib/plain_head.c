/* SPDX-License-Identifier: ISC */
/* The head of a paste: the title, and the bylines, menus and names of sites around it. */
#include "plain.h"

/* Is the part the name of who posted: followers, a passing date or a menu follow it? */
static bool
is_owner(const struct plain *p, size_t i)
{
	struct span text, date = { 0 };
	size_t next = plain_next(p, i);

	text = p->v[i].block.text;
	if (i + 1 < p->n && (p->v[i].words <= 6 || span_find_char(text, 0, '|') < text.n)) {
		text = p->v[i + 1].block.text;
		if ((plain_byline(text, NULL, &date) && date.n == 0 &&
		    !span_starts_same(text, S("by ")) && span_find(text, 0, S("read")) == text.n))
			return true;
	}
	return p->v[i].words <= 4 && next < p->n && p->v[next].mark != 0 && p->v[next].words <= 4;
}

static bool
could_be_title(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];

	return part->role == PLAIN_OPEN && part->mark == 0 && plain_is_headline(part) &&
	    !plain_starts_low(part->block.text) && !plain_byline(part->block.text, NULL, NULL);
}

/* Where the prose begins. */
static size_t
find_body(const struct plain *p)
{
	size_t i;

	for (i = plain_next(p, (size_t)-1); i < p->n; i = plain_next(p, i))
		if (plain_is_prose(&p->v[i]))
			break;
	return i;
}

static bool
is_all_high(struct span text)
{
	bool high = false;

	for (size_t i = 0; i < text.n; i++) {
		if (span_is_lower(text.s[i]))
			return false;
		high |= span_is_upper(text.s[i]);
	}
	return high;
}

/* A section's or site's name above the title: in capitals, or a word or two above a title that a
 * byline or a deck follows. */
static bool
is_kicker(const struct plain *p, size_t i, size_t body)
{
	size_t next = i + 1;

	while (next < body && p->v[next].role != PLAIN_OPEN)
		next++;
	if (next >= body || !could_be_title(p, next))
		return false;
	if (is_all_high(p->v[i].block.text) && p->v[i].words <= 4)
		return true;
	if (p->v[i].words <= 3 && p->v[next].words >= 2 * p->v[i].words &&
	    plain_is_title_case(p->v[next].block.text))
		return true;
	return p->v[i].words <= 2 && p->v[next].words >= 4 && next + 1 < body &&
	    p->v[next + 1].mark == 0;
}

/* A word or two of the page's menu: a line beside it is as short, and a headline comes later. */
static bool
is_menu(const struct plain *p, size_t i, size_t body)
{
	if (p->v[i].words > 2 || i + 1 >= body || p->v[i + 1].words > 2 ||
	    p->v[i + 1].block.lines[0].line != p->v[i].block.lines[0].line + 1)
		return false;
	for (size_t k = i + 1; k < body; k++)
		if (p->v[k].words >= 4 && could_be_title(p, k))
			return true;
	return false;
}

static size_t
find_title(const struct plain *p, size_t body)
{
	size_t first = p->n;

	for (size_t i = 0; i < body; i++)
		if (p->v[i].title)
			return i;
	for (size_t i = 0; i < body; i++)
		if (p->v[i].centred && could_be_title(p, i))
			return i;
	for (size_t i = 0; i < body; i++) {
		if (!could_be_title(p, i))
			continue;
		if (!is_owner(p, i) && !is_kicker(p, i, body) && !is_menu(p, i, body))
			return i;
		if (first == p->n)
			first = i;
	}
	if (first < p->n)
		return first;
	first = plain_next(p, (size_t)-1);
	return first < p->n && first < body && p->v[first].words <= 25 &&
	    p->v[first].mark == 0 ? first : p->n;
}

static void
take_bylines(struct plain *p, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < p->n; i++)
		if (p->v[i].role == PLAIN_OPEN &&
		    plain_byline(p->v[i].block.text, &p->art->author, &p->art->date))
			p->v[i].role = PLAIN_DROPPED;
}

/* Who posted it, or the site's name at the top of its menu. */
void
plain_find_site(struct plain *p, size_t title)
{
	for (size_t i = 0; i < title && p->art->site.n == 0; i++)
		if (could_be_title(p, i) && plain_chrome_of(&p->v[i]).n == 0 && is_owner(p, i))
			p->art->site = p->v[i].block.text;
}

/* Between the title and the last line of a byline stand only the deck and the page's furniture. */
static void
clear_head(struct plain *p, size_t title, size_t body)
{
	size_t last = title;

	for (size_t i = title + 1; i < body; i++)
		if (p->v[i].role == PLAIN_DROPPED)
			last = i;
	for (size_t i = title + 1; i < last; i++) {
		struct plain_part *part = &p->v[i];

		if (part->role != PLAIN_OPEN)
			continue;
		if (i == title + 1 && part->mark == 0 && part->words >= 5 && part->words <= 40)
			p->art->subtitle = part->block.text;
		if (p->art->author.n == 0 && part->words >= 2 && part->words <= 4 &&
		    plain_is_name(part->block.text))
			p->art->author = part->block.text;
		if (part->words <= 4 || i == title + 1)
			part->role = PLAIN_DROPPED;
	}
}

static void
drop_repeats(struct plain *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (span_same(p->v[i].block.text, p->art->title))
			p->v[i].role = PLAIN_DROPPED;
}

void
plain_find_head(struct plain *p)
{
	size_t body = find_body(p), title = find_title(p, body);

	if (title == p->n) {
		take_bylines(p, 0, body);
		return;
	}
	p->art->title = p->v[title].block.text;
	p->art->title_line = p->v[title].block.lines[0].line;
	plain_find_site(p, title);
	take_bylines(p, title + 1, body);
	clear_head(p, title, body);
	take_bylines(p, 0, title);
	plain_drop(p, 0, title + 1);
	drop_repeats(p, title + 1, body);
}
