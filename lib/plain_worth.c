/* SPDX-License-Identifier: ISC */
/* What the parts of a page are worth to its article, and where their sum is highest. */
#include "plain_body.h"

#include "list.h"

#define WORTH_MOST 90    /* a long paragraph is no more than prose */
#define LONG_WORDS 18    /* of a line that is no menu's or teaser's, stopped or not */
#define RUN_LEAST -60    /* what a run of short lines costs at most: it may be a table */
#define BODY_SHARE 60    /* percent of all prose that the article must hold */
#define WORTH_LEAST 12   /* words that cost as much as a short line */
#define BODY_WORTH 100   /* of an article that comments may follow */

/* lynx shows the links of a page's head first: `#alternate Feed`. */
static bool
is_feed(struct span text)
{
	return text.n > 1 && text.s[0] == '#' && text.s[1] != ' ' && !plain_is_tags(text);
}

/* What a page says of its cookies. */
bool
plain_worth_notice(const struct plain_part *part)
{
	struct span text = part->block.text;
	size_t at = span_find(text, 0, S("cookie"));

	if (part->words > 120 || (at == text.n && !span_contains(text, S("Cookie"))))
		return false;
	if (span_starts(text, S("These cookies")) || span_find(text, at + 1, S("cookie")) < text.n)
		return true;
	return span_holds(text, list_named(S("cookie")));
}

/* Links in a row, as of a footer, however many: no sentence ends among them, and capitals are
 * many. */
static bool
is_links(const struct plain_part *part)
{
	struct span rest = part->block.text, word;
	size_t high = 0, words = 0;

	if (plain_is_stopped(rest) || plain_has_stop(rest))
		return false;
	while (span_word(&rest, &word)) {
		words++;
		high += !plain_starts_low(word) && span_is_alpha(word.s[0]);
	}
	return high * 5 >= words * 2;
}

static int
prose_worth(const struct plain_part *part)
{
	size_t words = part->words < WORTH_MOST ? part->words : WORTH_MOST;
	char stop = plain_stop(part->block.text);

	if (is_links(part))
		return WORTH_SHORT;
	if (part->words >= 25 || (part->mark == 0 && plain_is_prose(part)))
		return words > WORTH_LEAST ? (int)(words - WORTH_LEAST) : WORTH_BRIEF;
	if (part->words >= (part->mark != 0 ? 8 : LONG_WORDS))
		return WORTH_BRIEF;
	if (stop == 0 || stop == ',')
		return WORTH_SHORT;
	return part->words >= 5 ? WORTH_BRIEF : 0;
}

static int
weigh(struct plain_part *part)
{
	struct span kind = plain_chrome_of(part);

	if (span_eq(kind, S("end")))
		return WORTH_END;
	if (span_eq(kind, S("tail")))
		return WORTH_TAIL;
	if (span_eq(kind, S("back")))
		return WORTH_BACK;
	if (kind.n > 0 || is_feed(part->block.text) || plain_is_form(part->block.text) || plain_worth_notice(part))
		return WORTH_FURNITURE;
	if (part->words <= 30 && plain_byline(part->block.text, NULL, NULL))
		return WORTH_BYLINE;
	return prose_worth(part);
}

void
plain_weigh(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++)
		p->v[i].worth = weigh(&p->v[i]);
}

int
plain_worth(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];

	return part->role == PLAIN_DROPPED && part->worth > WORTH_FURNITURE ? WORTH_FURNITURE : part->worth;
}

/* A walk over the parts. */
struct walk {
	int last;       /* what the part before was worth */
	int run;        /* what the short lines in a row cost so far */
	bool announced; /* in a list or table under a line with a colon */
};

static int
short_worth(struct walk *walk)
{
	int w = walk->run < 0 ? WORTH_RUN : WORTH_SHORT;

	if (walk->announced || walk->run <= RUN_LEAST)
		return 0;
	walk->run += w;
	return w;
}

/* What a part is worth beside the one before: prose goes with prose, as in no row of teasers; a
 * short line among such is of a menu, but not in what a colon announces. */
static int
worth_beside(const struct plain *p, size_t i, struct walk *walk)
{
	int w = plain_worth(p, i);
	bool beside = w > WORTH_BRIEF && walk->last > WORTH_BRIEF;

	walk->last = w;
	if (w <= WORTH_BYLINE || w > WORTH_BRIEF)
		walk->announced = false;
	if (w > WORTH_BYLINE && plain_stop_of(p, i) == ':')
		walk->announced = true;
	if (w == WORTH_SHORT)
		return short_worth(walk);
	walk->run = 0;
	return beside ? w + WORTH_BESIDE : w;
}

/* Where the sum of what the parts are worth is highest, down to what surely ends an article; its
 * worth is 0 where that is too little of the prose. */
struct body
plain_worth_body(const struct plain *p)
{
	struct body best = { 0 }, run = { 0 };
	struct walk walk = { 0 };
	int w, total = 0;

	for (size_t i = 0; i < p->n; i++) {
		w = worth_beside(p, i, &walk);
		if (w == WORTH_END && best.worth >= BODY_WORTH)
			break;
		total += w > 0 ? w : 0;
		run.worth += w;
		run.end = i + 1;
		if (run.worth <= 0)
			run = (struct body){ .first = i + 1 };
		if (run.worth > best.worth)
			best = run;
	}
	if (best.worth * 100 < total * BODY_SHARE)
		best.worth = 0;
	return best;
}
