/* SPDX-License-Identifier: ISC */
/*
 * Lists. One that was copied out of a page may have lost its marks: its items then stand like
 * paragraphs after a line that ends in a colon, or as a run of lines without end stops.
 */
#include "plain.h"

#include "utf8.h"

/* The nesting of list items, from their indents; deeper levels than a person writes are one. */
#define LEVELS 8

#define ALIKE_LEAST 3
#define RUN_LEAST 4 /* bare lines that no headings under each other are */

static void
level_item(struct plain_part *part, unsigned *indents, unsigned *depth)
{
	while (*depth > 0 && indents[*depth - 1] > part->indent)
		(*depth)--;
	if (*depth == 0 || (indents[*depth - 1] < part->indent && *depth < LEVELS))
		indents[(*depth)++] = part->indent;
	part->block.level = *depth;
	part->role = PLAIN_ITEM;
}

static void
find_marked(struct plain *p)
{
	unsigned indents[LEVELS], depth = 0;

	for (size_t i = 0; i < p->n; i++) {
		struct plain_part *part = &p->v[i];

		if (part->role == PLAIN_DROPPED)
			continue;
		if (part->mark != 0)
			level_item(part, indents, &depth);
		else if (part->indent <= p->usual)
			depth = 0;
	}
}

static void
make_item(struct plain *p, size_t i)
{
	p->v[i].role = PLAIN_ITEM;
	p->v[i].block.level = 1;
}

/* Does a line that ends a run of bare lines look like this text's headings, and not like the
 * run? */
static bool
ends_as_heading(const struct plain *p, size_t first, size_t last)
{
	size_t next = plain_next(p, last), titled = 0, n = 0, words = 0;
	bool title = plain_is_title_case(p->v[last].block.text);

	if (next == p->n || p->v[last].words > PLAIN_HEADING_WORDS ||
	    plain_starts_low(p->v[last].block.text))
		return false;
	for (size_t i = first; i != last; i = plain_next(p, i), n++) {
		titled += plain_is_title_case(p->v[i].block.text);
		words += p->v[i].words;
	}
	if (n == 0 || p->headings == 0)
		return false;
	if (p->title_case * 2 > p->headings)
		return title && titled * 2 <= n;
	return !title && (titled * 2 > n || words > n * 2 * p->v[last].words);
}

/* Is the last line of a run the heading of what is under it? One with a label is an item where the
 * line before it has one, and where that has one the line without is none. */
static bool
ends_run(const struct plain *p, size_t first, size_t before, size_t last)
{
	if (plain_make_labelled(p, before, last))
		return false;
	if (plain_make_labelled(p, first, before) && plain_is_alone(p, last) &&
	    plain_label_length(p->v[last].block.text) == 0)
		return true;
	return ends_as_heading(p, first, last);
}

/* A line of a run of bare lines; one that ends in ! or ?, but asks nothing, may stand within it. */
static bool
is_of_run(const struct plain *p, size_t i, size_t n)
{
	char stop = plain_stop_of(p, i);

	if (plain_is_bare(p, i))
		return true;
	return n > 0 && plain_is_open(p, i) && (stop == '?' || stop == '!') &&
	    p->v[i].words <= PLAIN_HEADING_WORDS && !plain_asks(p->v[i].block.text) &&
	    plain_is_bare(p, plain_next(p, i));
}

/* Takes a run of bare lines from `first` on as items; gives the part after them. */
static size_t
take_bare(struct plain *p, size_t first)
{
	size_t i = first, last = first, before = first, n = 0;

	for (; is_of_run(p, i, n); i = plain_next(p, i), n++) {
		before = last;
		last = i;
	}
	if (n >= 2 && ends_run(p, first, before, last))
		i = last;
	for (size_t k = first; k != i; k = plain_next(p, k))
		make_item(p, k);
	return i;
}

static bool
is_sentence_item(const struct plain *p, size_t i)
{
	return plain_is_open(p, i) && plain_stop_of(p, i) != ':' &&
	    (p->v[i].words <= PLAIN_SENTENCE_WORDS ||
	    plain_label_length(p->v[i].block.text) > 0);
}

static bool
is_counted(const struct plain *p, size_t i)
{
	char stop = plain_stop_of(p, i);

	return plain_is_open(p, i) && stop != 0 && stop != ':' &&
	    !plain_is_quoted(p->v[i].block.text);
}

/* Items of one make under a paragraph that counts them; gives the part after them. */
static size_t
take_announced(struct plain *p, size_t intro)
{
	size_t first = plain_next(p, intro), i = first, n = 0, count;

	if (!plain_is_open(p, intro) || plain_stop_of(p, intro) != '.' || !plain_is_open(p, first) ||
	    (count = plain_named_count(plain_last_sentence(p->v[intro].block.text))) == 0)
		return intro;
	while (i < p->n && n < count && plain_make_one(p, first, i)) {
		n++;
		i = plain_next(p, i);
	}
	if (n != count)
		return intro;
	for (size_t k = first; k != i; k = plain_next(p, k))
		make_item(p, k);
	return i;
}

/* Items that are sentences, after a line with a colon. */
static size_t
take_sentences(struct plain *p, size_t first, size_t count)
{
	size_t n = 0, i = first;
	bool one_make = plain_make_one(p, first, plain_next(p, first));

	while (i < p->n && (n < count ? is_counted(p, i) : one_make ? plain_make_one(p, first, i) :
	    plain_make_alike(p, first, i))) {
		n++;
		i = plain_next(p, i);
		if (count > 0 && n == count)
			break;
	}
	if (n < 2)
		return first;
	for (size_t k = first; k != i; k = plain_next(p, k))
		make_item(p, k);
	return i;
}

/* `..., and`: an item of one long sentence, which goes on in the next one. */
static bool
is_of_series(const struct plain *p, size_t i)
{
	return plain_is_open(p, i) && p->v[i].words <= PLAIN_MAKE_WORDS &&
	    (plain_runs_on(p->v[i].block.text) || plain_stop_of(p, i) == ',');
}

/* A series, down to its first item that does not go on; gives the part after it. */
static size_t
take_series(struct plain *p, size_t first)
{
	size_t i = first;

	while (is_of_series(p, i)) {
		make_item(p, i);
		i = plain_next(p, i);
	}
	if (i != first && plain_is_open(p, i) && plain_stop_of(p, i) != ':') {
		make_item(p, i);
		i = plain_next(p, i);
	}
	while (i != first && plain_is_open(p, i) && plain_starts_low(p->v[i].block.text)) {
		make_item(p, i);
		i = plain_next(p, i);
	}
	return i;
}

/* Parts of one make in a row, whatever stands before them: so many are no chance. */
static size_t
take_alike(struct plain *p, size_t first, bool (*is)(const struct plain *, size_t, size_t))
{
	size_t n = 1, i = plain_next(p, first), last = first;

	while (plain_is_open(p, i)) {
		size_t next = plain_next(p, i);

		if (!is(p, last, i) && !(n >= 2 && plain_is_stopped(p->v[i].block.text) && plain_is_open(p, next) &&
		    is(p, last, next)))
			break;
		n += is(p, last, i);
		last = is(p, last, i) ? i : last;
		i = next;
	}
	if (n < ALIKE_LEAST)
		return first;
	for (size_t k = first; k != i; k = plain_next(p, k))
		make_item(p, k);
	return i;
}

/* The items after a line that ends in a colon; gives the part after them. */
static size_t
take_list(struct plain *p, size_t intro)
{
	size_t first = plain_next(p, intro), end;

	if (plain_is_open(p, first) && !p->v[first].cut && (end = take_series(p, first)) != first)
		return end;
	if (!plain_is_open(p, first) || p->v[first].cut || plain_is_quoted(p->v[first].block.text))
		return first;
	if (plain_is_alone(p, first))
		return first;
	if (plain_is_bare(p, first))
		return take_bare(p, first);
	if (is_sentence_item(p, first) || plain_make_one(p, first, plain_next(p, first)) ||
	    plain_named_count(p->v[intro].block.text) > 0)
		return take_sentences(p, first, plain_named_count(p->v[intro].block.text));
	return first;
}

static size_t
count_bare(const struct plain *p, size_t i)
{
	size_t n = 0;

	for (; plain_is_bare(p, i); i = plain_next(p, i))
		n++;
	return n;
}

/* Two lines under each other with a label each, or of one form from their last word on, are items. */
static bool
is_pair(const struct plain *p, size_t a, size_t b)
{
	return plain_make_labelled(p, a, b) || plain_same_end(p->v[a].block.text, p->v[b].block.text);
}

/* A run of bare lines without a colon before it: a heading may stand first. */
static size_t
take_run(struct plain *p, size_t first)
{
	size_t n = count_bare(p, first), second = plain_next(p, first);

	if (plain_runs_on(p->v[first].block.text)) {
		make_item(p, first);
		if (plain_is_open(p, second))
			make_item(p, second);
		return second;
	}
	if (plain_starts_low(p->v[first].block.text) && !plain_is_domain(p->v[first].block.text))
		return take_bare(p, first);
	if (n >= 2 && is_pair(p, first, second))
		return take_bare(p, first);
	if (n >= 4)
		return take_bare(p, second);
	if (n == 3)
		p->v[second].role = PLAIN_PROSE;
	return second;
}

/* In a wrapped text the items of a list have kept their marks: bare lines in a row are prose. */
static void
settle_runs(struct plain *p)
{
	size_t n;

	for (size_t i = plain_next(p, (size_t)-1); i < p->n; i = plain_next(p, i)) {
		if ((n = count_bare(p, i)) < RUN_LEAST)
			continue;
		for (n--; n > 0; n--)
			p->v[i = plain_next(p, i)].role = PLAIN_PROSE;
	}
}

static void
find_unmarked(struct plain *p)
{
	size_t next;

	for (size_t i = plain_next(p, (size_t)-1); i < p->n; i = next) {
		bool open = plain_is_open(p, i) || (p->v[i].role == PLAIN_ITEM &&
		    p->v[i].mark == 0);

		next = i;
		if (open && plain_stop_of(p, i) == ':')
			next = take_list(p, i);
		else if (plain_is_bare(p, i))
			next = take_run(p, i);
		else
			next = take_announced(p, i);
		if (next == i)
			next = take_alike(p, i, plain_make_pair);
		if (next == i)
			next = take_alike(p, i, plain_make_questions);
		if (next == i)
			next = plain_next(p, i);
	}
}

static void
set_label(struct plain_part *part)
{
	size_t n = plain_label_length(part->block.text);

	if (n > 0 && !plain_starts_low(part->block.text))
		part->block.label = span_head(part->block.text, n);
}

void
plain_find_lists(struct plain *p)
{
	find_marked(p);
	if (!p->wrapped)
		find_unmarked(p);
	else if (p->usual != 3)
		settle_runs(p);
	for (size_t i = 0; i < p->n; i++)
		set_label(&p->v[i]);
}
