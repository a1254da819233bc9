/* SPDX-License-Identifier: ISC */
/* Is a text a whole page; and does it hold no article: a list of teasers, a wall of consent? */
#include "plain_body.h"

#include "list.h"

#define WALL_WORDS 120 /* of prose: an article that has as many is more than its start */
#define WALL_LINE 25   /* words of the line that asks */

#define FULL_BYTES 50    /* of a line that the next one may go on from, */
#define WIDE_BYTES 120   /* but not of one that nobody has wrapped */
#define MENU_LINES 12    /* of few words, above all others */
#define PAGE_LINES 3     /* of furniture that make a text a page */
#define ARTICLE_WORDS 50 /* of sentences, on a page */
#define TEASERS_LEAST 4
#define TEASER_WORDS 60
#define NOTICE_WORDS 15

/* A line without the marks of a list and of a link before it. */
static struct span
unmarked(struct span line)
{
	char mark;
	size_t n = 1;

	line = span_trim(line);
	line = span_from(line, plain_mark(line, &mark));
	if (line.n == 0 || line.s[0] != '[')
		return line;
	while (n < line.n && span_is_digit(line.s[n]))
		n++;
	return n > 1 && n < line.n && line.s[n] == ']' ? span_from(line, n + 1) : line;
}

static bool
is_furniture_line(struct span line)
{
	return line.n > 0 && !plain_is_rule(line) && (plain_chrome(line).n > 0 || plain_is_form(line));
}

/* Is the text a whole page, by its lines of furniture, or by a menu before anything else? One that
 * comes again and again, as `Resources:` under each answer, is the author's. */
bool
plain_is_page(struct span text)
{
	struct span line, seen = S("");
	size_t n = 0, menu = 0, last = 0, width;
	bool begun = false;

	while (n < PAGE_LINES && menu < MENU_LINES && span_next(&text, '\n', &line)) {
		width = line.n;
		line = unmarked(line);
		if ((last < FULL_BYTES || last > WIDE_BYTES) && is_furniture_line(line)) {
			n += !span_same(line, seen);
			seen = line;
		}
		begun |= width > FULL_BYTES;
		menu += !begun && line.n > 0 && span_words(line) <= 3 && !plain_is_stopped(line);
		last = width;
	}
	return n >= PAGE_LINES || menu >= MENU_LINES;
}

/* Does a list of teasers follow, each with its headline, its date or a link? The text of an article
 * stands together, or under one heading. */
bool
plain_page_listing(const struct plain *p)
{
	size_t teasers = 0, texts = 0, between = 2;

	for (size_t i = 0; i < p->n; i++) {
		int w = plain_worth(p, i);

		if (w == WORTH_END)
			break;
		if (w <= WORTH_BRIEF) {
			between += w <= WORTH_BYLINE ? 2 : p->v[i].mark == 0;
			continue;
		}
		if (p->v[i].words > TEASER_WORDS && !plain_worth_notice(&p->v[i]))
			return false;
		texts++;
		teasers += between >= 2;
		between = 0;
	}
	return texts >= TEASERS_LEAST && teasers * 5 >= texts * 4;
}

bool
plain_page_too_short(const struct plain *p)
{
	size_t words = 0;

	for (size_t i = 0; i < p->n && words < ARTICLE_WORDS; i++)
		words += plain_worth(p, i) >= WORTH_BRIEF ? p->v[i].words : 0;
	return words < ARTICLE_WORDS;
}

/* A page that asks for consent to cookies, and shows nothing else. */
bool
plain_page_wall(const struct plain *p)
{
	size_t notices = 0, texts = 0;

	for (size_t i = 0; i < p->n; i++) {
		texts += p->v[i].words >= NOTICE_WORDS;
		notices += p->v[i].words >= NOTICE_WORDS && plain_worth_notice(&p->v[i]);
	}
	return notices > 0 && notices == texts;
}

/* A line that keeps the rest of an article from whoever has not paid or signed in. */
static bool
asks_to_subscribe(struct span text)
{
	return span_holds(text, list_named(S("paywall")));
}

bool
plain_is_wall(const struct plain *p)
{
	size_t words = 0;
	bool asks = false;

	for (size_t i = 0; i < p->n && words < WALL_WORDS; i++) {
		const struct plain_part *part = &p->v[i];

		if (part->words <= WALL_LINE && asks_to_subscribe(part->block.text))
			asks = true;
		else if (part->mark == 0 && plain_is_prose(part))
			words += part->words;
	}
	return asks && words < WALL_WORDS;
}
