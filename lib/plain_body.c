/* SPDX-License-Identifier: ISC */
/*
 * A whole page, as a browser, w3m or lynx shows it: menus, banners and teasers stand before the
 * article, related stories, comments and legal lines after it. Prose weighs for a part, short
 * lines and furniture against it: the article is where the sum is highest, and its title the best
 * headline above that.
 */
#include "plain.h"

#define FULL_BYTES 50    /* of a line that the next one may go on from, */
#define WIDE_BYTES 120   /* but not of one that nobody has wrapped */
#define MENU_LINES 12    /* of few words, above all others */
#define PAGE_LINES 3     /* of furniture that make a text a page */
#define WORTH_MOST 90    /* a long paragraph is no more than prose */
#define LONG_WORDS 18    /* of a line that is no menu's or teaser's, stopped or not */
#define RUN_LEAST -60    /* what a run of short lines costs at most: it may be a table */
#define BODY_SHARE 60    /* percent of all prose that the article must hold */
#define WORTH_LEAST 12   /* words that cost as much as a short line */
#define BODY_WORTH 100   /* of an article that comments may follow */
#define CLOSING_PARTS 24 /* below the last paragraph */
#define ARTICLE_WORDS 50 /* of sentences, on a page */
#define TEASERS_LEAST 4
#define TEASER_WORDS 60
#define NOTICE_WORDS 15
#define TITLE_BEFORE 60  /* parts above the body that are looked at */
#define TITLE_WITHIN 12  /* and at its start, where a notice was taken for prose */
#define TITLE_SHARE 60   /* percent of the body's worth that must follow a title */

enum worth {
	WORTH_END = -10000, /* nothing of the article is below it */
	WORTH_TAIL = -50,
	WORTH_BACK = -25,
	WORTH_FURNITURE = -10,
	WORTH_BYLINE = -8,
	WORTH_RUN = -8,     /* a short line after short lines */
	WORTH_SHORT = -5,
	WORTH_BRIEF = 1,    /* a sentence or an item of some length */
	WORTH_BESIDE = 10,  /* more, where prose stands under prose */
};

static bool
is_kind(struct span kind, const char *what)
{
	return span_eq(kind, span_of(what));
}

static bool
holds(struct span text, struct span what)
{
	return span_find(text, 0, what) < text.n;
}

/* lynx shows the links of a page's head first: `#alternate Feed`. */
static bool
is_feed(struct span text)
{
	return text.n > 1 && text.s[0] == '#' && text.s[1] != ' ' && !plain_is_tags(text);
}

/* What a page says of its cookies. */
static bool
is_notice(const struct plain_part *part)
{
	struct span text = part->block.text;

	size_t at = span_find(text, 0, S("cookie"));

	if (part->words > 120 || (at == text.n && !holds(text, S("Cookie"))))
		return false;
	if (span_starts(text, S("These cookies")) || span_find(text, at + 1, S("cookie")) < text.n)
		return true;
	return holds(text, S("se cookies")) || holds(text, S("consent")) || holds(text, S("rivacy")) || holds(text, S("browser")) ||
	    holds(text, S("ccept")) || holds(text, S("experience"));
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
worth(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];
	struct span kind = plain_chrome(part->block.text);

	if (is_kind(kind, "end"))
		return WORTH_END;
	if (is_kind(kind, "tail"))
		return WORTH_TAIL;
	if (is_kind(kind, "back"))
		return WORTH_BACK;
	if (kind.n > 0 || part->role == PLAIN_DROPPED || is_feed(part->block.text) || plain_is_form(part->block.text) ||
	    is_notice(part))
		return WORTH_FURNITURE;
	if (part->words <= 30 && plain_byline(part->block.text, NULL, NULL))
		return WORTH_BYLINE;
	return prose_worth(part);
}

struct body {
	size_t first, end; /* the parts that it goes over */
	int worth;
};

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
	int w = worth(p, i);
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
static struct body
find_body(const struct plain *p)
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

/* Does the text stand elsewhere above the body, alone or at the end of a path to it? */
static bool
is_repeated(const struct plain *p, size_t i, size_t first)
{
	struct span text = p->v[i].block.text;

	for (size_t k = first > 2 * TITLE_BEFORE ? first - 2 * TITLE_BEFORE : 0; k < first; k++) {
		struct span other = p->v[k].block.text;

		if (k != i && other.n >= text.n && other.n <= text.n + 120 &&
		    span_same(span_from(other, other.n - text.n), text))
			return true;
	}
	return false;
}

/* A menu or a path to the page: `News / Science`, `Home > Blog`. */
static bool
has_separators(struct span text)
{
	static const struct span marks[] = {
		SPAN(" / "), SPAN(" > "), SPAN(" › "), SPAN(" » "), SPAN(" · "), SPAN(" • "),
	};
	size_t bar = span_find(text, 0, S(" | "));

	if (span_find(text, bar + 1, S(" | ")) < text.n)
		return true;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (holds(text, marks[i]))
			return true;
	return false;
}

static bool
has_byline(const struct plain *p, size_t from, size_t to)
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
	return plain_is_quoted(text) && (holds(text, S("—")) || holds(text, S("–")));
}

static bool
could_be_title(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];
	struct span text = part->block.text;

	return part->role == PLAIN_OPEN && part->mark == 0 && part->words <= 25 &&
	    plain_is_headline(part) && !plain_starts_low(text) &&
	    plain_chrome(text).n == 0 && !plain_is_form(text) && !plain_is_caption(part) &&
	    !plain_byline(text, NULL, NULL) && !has_separators(text) && !is_saying(text) &&
	    !(i + 1 < p->n && p->v[i + 1].gap == 0 && plain_is_caption(&p->v[i + 1]));
}

/* A headline of several words right above another one, which is then its deck. */
static bool
is_deck(const struct plain *p, size_t i)
{
	return i > 0 && p->v[i - 1].words >= 4 && could_be_title(p, i - 1);
}

/* How far a headline is from the body, in lines that are not of a list or of furniture. */
static int
distance(const struct plain *p, size_t i, size_t first)
{
	int n = 0;

	for (i++; i < first; i++)
		n += p->v[i].mark == 0 && plain_chrome(p->v[i].block.text).n == 0 &&
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
	if (has_byline(p, i + 1, i + 5))
		score += 12;
	if (has_byline(p, i > 2 ? i - 2 : 0, i))
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
		score -= has_byline(p, i + 1, i + 2) ? 15 : 6;
	if (is_deck(p, i))
		score -= 14;
	if (has_byline(p, i > 6 ? i - 6 : 0, i) && !has_byline(p, i + 1, i + 5))
		score -= 8;
	return score - distance(p, i, first);
}

/* The parts' worth from `first` on. */
static int
worth_from(const struct plain *p, size_t first, size_t end)
{
	int sum = 0;

	for (size_t i = first; i < end; i++)
		sum += worth(p, i);
	return sum;
}

/* p->n without. */
static size_t
find_title(const struct plain *p, const struct body *body)
{
	size_t from = body->first > TITLE_BEFORE ? body->first - TITLE_BEFORE : 0, best = p->n;
	int most = 0, score;

	for (size_t i = from; i < body->first + TITLE_WITHIN && i < body->end; i++) {
		if (!could_be_title(p, i) || (score = title_score(p, i, body->first)) <= most)
			continue;
		if (i >= body->first && (plain_last(p, i) == p->n ||
		    (!has_byline(p, i + 1, i + 5) && !p->v[i].centred) ||
		    worth_from(p, i, body->end) * 100 < body->worth * TITLE_SHARE))
			continue;
		most = score;
		best = i;
	}
	return best;
}

static void
drop(struct plain *p, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < p->n; i++)
		p->v[i].role = PLAIN_DROPPED;
}

/* The first prose after the title, where a notice above it was taken for the start. */
static size_t
first_prose(const struct plain *p, size_t i, size_t end)
{
	while (i < end && worth(p, i) <= WORTH_BRIEF)
		i++;
	return i;
}

/* A line between title and text: the deck, who wrote it, or furniture; but a heading stays. */
static void
clear_line(struct plain *p, size_t i, size_t title, size_t first)
{
	struct plain_part *part = &p->v[i];
	struct span text = part->block.text;
	bool dated = has_byline(p, i + 1, first);

	if (part->role != PLAIN_OPEN || plain_byline(text, NULL, NULL))
		return;
	if (i + 1 == first && part->gap > 0 && could_be_title(p, i) && !dated &&
	    !has_byline(p, i - 1, i) && !plain_is_name(text))
		return;
	if (i == title + 1 && part->mark == 0 && part->words >= 5 && part->words <= 40 &&
	    plain_chrome(text).n == 0 && !has_separators(text) && !plain_is_caption(part))
		p->art->subtitle = text;
	else if (p->art->author.n == 0 && part->words >= 2 && part->words <= 4 && dated &&
	    plain_chrome(text).n == 0 && plain_is_name(text))
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
	return i < end && p->v[i].words <= 16 && worth(p, i) <= WORTH_BRIEF &&
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
	drop(p, i, k);
}

static void
clear_text(struct plain *p, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		struct span kind = plain_chrome(p->v[i].block.text);

		if (p->v[i].role != PLAIN_OPEN || kind.n == 0 || p->v[i].mark != 0)
			continue;
		if (is_kind(kind, "tail") || is_kind(kind, "drop"))
			drop_box(p, i, end);
	}
}

static bool
is_furniture(const struct plain *p, size_t i)
{
	return worth(p, i) <= WORTH_BYLINE;
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

/* Is the text a whole page, by its lines of furniture, or by a menu before anything else? */
bool
plain_is_page(struct span text)
{
	struct span line;
	size_t n = 0, menu = 0, last = 0, width;
	bool begun = false;

	while (n < PAGE_LINES && menu < MENU_LINES && span_next(&text, '\n', &line)) {
		width = line.n;
		line = unmarked(line);
		n += (last < FULL_BYTES || last > WIDE_BYTES) && is_furniture_line(line);
		begun |= width > FULL_BYTES;
		menu += !begun && line.n > 0 && span_words(line) <= 3 && !plain_is_stopped(line);
		last = width;
	}
	return n >= PAGE_LINES || menu >= MENU_LINES;
}

/* Does a list of teasers follow, each with its headline, its date or a link? The text of an article
 * stands together, or under one heading. */
static bool
is_listing(const struct plain *p)
{
	size_t teasers = 0, texts = 0, between = 2;

	for (size_t i = 0; i < p->n; i++) {
		int w = worth(p, i);

		if (w == WORTH_END)
			break;
		if (w <= WORTH_BRIEF) {
			between += w <= WORTH_BYLINE ? 2 : p->v[i].mark == 0;
			continue;
		}
		if (p->v[i].words > TEASER_WORDS && !is_notice(&p->v[i]))
			return false;
		texts++;
		teasers += between >= 2;
		between = 0;
	}
	return texts >= TEASERS_LEAST && teasers * 5 >= texts * 4;
}

static bool
is_too_short(const struct plain *p)
{
	size_t words = 0;

	for (size_t i = 0; i < p->n; i++)
		words += worth(p, i) >= WORTH_BRIEF ? p->v[i].words : 0;
	return words < ARTICLE_WORDS;
}

/* A page that asks for consent to cookies, and shows nothing else. */
static bool
is_wall(const struct plain *p)
{
	size_t notices = 0, texts = 0;

	for (size_t i = 0; i < p->n; i++) {
		texts += p->v[i].words >= NOTICE_WORDS;
		notices += p->v[i].words >= NOTICE_WORDS && is_notice(&p->v[i]);
	}
	return notices > 0 && notices == texts;
}

void
plain_find_body(struct plain *p)
{
	struct body body;
	size_t title;

	if (is_wall(p) || (p->page && (is_listing(p) || is_too_short(p)))) {
		drop(p, 0, p->n);
		return;
	}
	if (!p->page || (body = find_body(p)).worth == 0)
		return;
	title = find_title(p, &body);
	if (title < p->n && title >= body.first)
		body.first = first_prose(p, title + 1, body.end);
	body.end = end_of_text(p, body.end);
	if (title < body.first)
		body.first = start_of_text(p, title, body.first);
	clear_text(p, body.first, body.end);
	drop(p, body.end, p->n);
	if (title < p->n)
		clear_head(p, title, body.first);
}
