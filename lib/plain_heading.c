/* SPDX-License-Identifier: ISC */
/*
 * Headings: in a dump of lynx what begins left of the prose; elsewhere lines without end stops that
 * stand alone before prose and are neither items nor cells.
 */
#include "plain.h"

#include "list.h"
#include "tab.h"

extern const struct tab tab_stop;

#define SERIES_WORDS 50  /* of `Question 5: ...` */
#define LYNX_LOWEST 8    /* the column of the sixth level's headings */
#define ENTRY_BYTES 100  /* of an item */
#define DECK_WORDS 10
#define EXCLAIMED_WORDS 6
#define TRAILING_WORDS 8
#define QUESTION_WORDS 60
#define QUESTIONS_LEAST 3 /* that make an interview, */
#define QUESTIONS_SHARE 6 /* and one part of so many at least */

/* A numbered line at the margin with prose under it is a heading: 1. Start small. */
static bool
is_numbered_heading(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];
	size_t next = plain_next(p, i), last = plain_last(p, i);

	if (part->mark != '1' || part->indent > p->usual || next == p->n ||
	    part->words > PLAIN_HEADING_WORDS)
		return false;
	if (p->usual == 3)
		return part->indent < p->usual;
	if (p->wrapped && part->gap > 0 && part->indent == 0 && part->number.n > 1 &&
	    part->number.s[part->number.n - 2] != ' ' && p->v[next].gap > 0)
		return plain_stop_of(p, i) == 0 || plain_stop_of(p, i) == '!';
	if (p->v[next].mark != 0 || p->v[next].indent > p->usual || plain_stop_of(p, i) == '.')
		return false;
	return plain_is_prose(&p->v[next]) && (last == p->n || p->v[last].mark == 0);
}

static void
restore_number(struct plain *p, struct plain_part *part)
{
	part->block.text = arena_join(p->art->arena, part->number, part->block.text);
	part->block.text_cap = 0;
	part->mark = 0;
	part->cut = true;
	part->outdented = part->indent < p->usual;
}

/* The name of a site may. */
static bool
starts_low(struct span text)
{
	return plain_starts_low(text) && !plain_is_domain(text);
}

/* A short line between two paragraphs of prose can only be a heading. */
static bool
is_plain_heading(const struct plain *p, size_t i)
{
	size_t last = plain_last(p, i), next = plain_next(p, i);

	return plain_is_bare(p, i) && p->v[i].words <= PLAIN_HEADING_WORDS && last < p->n &&
	    next < p->n &&
	    plain_stop_of(p, last) == '.' && plain_is_prose(&p->v[next]) &&
	    !starts_low(p->v[i].block.text);
}

/* A question with an answer under it. */
static bool
is_answered(const struct plain *p, size_t i)
{
	size_t next = plain_next(p, i);

	return plain_is_open(p, i) && plain_stop_of(p, i) == '?' &&
	    p->v[i].words <= QUESTION_WORDS &&
	    p->v[i].gap > 0 && next < p->n && plain_is_prose(&p->v[next]) &&
	    plain_stop_of(p, next) == '.';
}

static void
measure_headings(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++)
		p->questions += is_answered(p, i);
	for (size_t i = 0; i < p->n; i++)
		if (is_plain_heading(p, i)) {
			p->headings++;
			p->title_case += plain_is_title_case(p->v[i].block.text);
		}
}

void
plain_find_numbered(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (is_numbered_heading(p, i))
			restore_number(p, &p->v[i]);
	measure_headings(p);
}

/* `Lesson 2: ...`, `Question 5. ...`: one of a series, whatever its end. */
bool
plain_is_of_series(struct span text)
{
	struct span name, number;
	size_t n, at;

	if (!span_word(&text, &name) || !span_word(&text, &number) ||
	    !span_which(list_named(S("heading-count")), name, &at))
		return false;
	if (number.s[0] == '#')
		number = span_from(number, 1);
	if (number.n > 1 && !span_is_alnum(number.s[number.n - 1]))
		number.n--;
	return span_uint(number, &n) && n < 100;
}

/* `Resources:` above a list; but `Jane:` above what she says, `It:`, `Before:` and `Use:` are none. */
static bool
is_list_heading(const struct plain *p, size_t i)
{
	size_t next = plain_next(p, i), row;
	struct span word = p->v[i].block.text, kind;

	if (p->v[i].words > 1 || (p->v[next].mark == 0 && p->v[next].role != PLAIN_ITEM))
		return false;
	row = tab_find_lower(&tab_stop, span_head(word, word.n - 1));
	kind = row != TAB_NONE ? tab_cell(&tab_stop, row, 1) : S("");
	return !span_eq(kind, S("f")) && !span_eq(kind, S("v"));
}

/* `Progress on Harbours:`, but not `The benefits include:`; and what stands above a list announces it. */
static bool
is_colon_heading(const struct plain *p, size_t i)
{
	struct span text = p->v[i].block.text, word, rest = text;
	size_t next = plain_next(p, i);

	if (plain_stop_of(p, plain_last(p, i)) == ':' || p->v[next].role == PLAIN_ITEM ||
	    !plain_is_prose(&p->v[next]))
		return false;
	if (span_words(text) > 8 || (!plain_is_title_case(text) && !plain_asks(text)))
		return false;
	while (span_word(&rest, &word))
		if (span_listed(list_named(S("announces")), word))
			return false;
	return true;
}

/* `Harbour Rules (PDF, 112 KB)`, `Lamps at Sea (duration: 68 minutes)`, `Oil Act (June 12, 1902)`. */
static bool
names_document(struct span text)
{
	size_t open = text.n, digits = 0;

	if (!span_ends(text, S(")")))
		return false;
	while (open > 0 && text.s[open - 1] != '(')
		digits += span_is_digit(text.s[--open]);
	return open > 0 && digits > 0 && span_words(span_from(text, open)) > 1;
}

/* Lines that stand alone and are no headings: a link, a name under a quotation, code. */
static bool
is_stray(struct span text)
{
	static const struct span starts[] = {
		SPAN("["), SPAN("#"), SPAN("@"), SPAN("http"), SPAN("—"), SPAN("–"), SPAN("&"),
		SPAN("Q: "), SPAN("Q. "), SPAN("Watch"), SPAN("View "), SPAN("Download "),
		SPAN("Originally "), SPAN("<"), SPAN("This post "), SPAN("This article "),
		SPAN("Join "), SPAN("Register "), SPAN("{"), SPAN("Example of "), SPAN("A: "),
	};

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (span_starts(text, starts[i]))
			return true;
	return span_find(text, 0, S(" #")) < text.n || span_ends(text, S("»")) ||
	    span_ends(text, S("→")) || names_document(text) || plain_is_quoted(text) || plain_runs_on(text);
}

/* A headline of so many words right under the title is its deck. */
static bool
is_deck(const struct plain *p, size_t i)
{
	return plain_last(p, i) == p->n && p->v[i].words >= DECK_WORDS;
}

/* `We moved!`: a sentence, where `Snow in May!` is none. */
static bool
is_exclaimed(struct span text)
{
	struct span word;

	return plain_stop(text) == '!' && span_words(text) > 2 && span_word(&text, &word) &&
	    span_listed(list_named(S("exclaims")), word);
}

/* A few words that trail off, or that end in an abbreviation: `The plot thickens ...`, `Life in the U.S.` */
static bool
stops_short(const struct plain_part *part)
{
	struct span text = part->block.text;

	if (span_ends(text, S("...")) || span_ends(text, S("…")))
		return part->words <= TRAILING_WORDS;
	return plain_is_abbreviated(part);
}

/* How a line ends that is a heading: without a stop, with a question, an exclamation that is brief or
 * has a number, or as above. */
static bool
ends_as_heading(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];
	size_t next = plain_next(p, i);

	switch (plain_stop_of(p, i)) {
	case 0:
		return true;
	case '?':
		return plain_stop_of(p, next) != '?';
	case '!':
		return (part->words <= EXCLAIMED_WORDS || part->number.n > 0) && !is_exclaimed(part->block.text);
	case '.':
		return stops_short(part);
	default:
		return false;
	}
}

/* lynx sets headings of the second level at the margin, and each lower one two columns further in, with
 * prose at the third column; what it was given as set already is at the margin as well. */
static bool
is_lynx_heading(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];
	size_t next = plain_next(p, i);

	if (part->gap == 0 || (p->v[next].gap == 0 && !p->v[next].cut) || starts_low(part->block.text) ||
	    span_starts(part->block.text, S("–")))
		return false;
	if (part->outdented)
		return part->words <= 40;
	if (part->words > PLAIN_HEADING_WORDS || part->block.nlines > 1 || plain_is_quoted(part->block.text))
		return false;
	return part->indent > 3 && part->indent % 2 == 0 && part->indent <= LYNX_LOWEST &&
	    plain_stop_of(p, i) == 0 && !is_stray(part->block.text);
}

/* `Best regards,`: a name follows. */
static bool
is_signed(const struct plain *p, size_t last)
{
	return plain_stop_of(p, last) == ',' && p->v[last].words <= 4;
}

/* What a colon before it announces; in a wrapped text lists have kept their marks, so that prose under a
 * line tells it apart. */
static bool
is_announced(const struct plain *p, size_t i, size_t last)
{
	if (plain_stop_of(p, last) != ':' || p->v[i].cut)
		return false;
	return p->wrapped ? !plain_is_prose(&p->v[plain_next(p, i)]) : !plain_is_alone(p, i);
}

/* The name of a thing above a list that begins with it again, to say what it is. */
static bool
is_entry(const struct plain *p, size_t i)
{
	const struct plain_part *next = &p->v[plain_next(p, i)];

	return next->mark != 0 &&
	    span_contains(span_head(next->block.text, ENTRY_BYTES), p->v[i].block.text);
}

static bool
could_be_heading(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];
	size_t next = plain_next(p, i), last = plain_last(p, i);

	if (!plain_is_open(p, i) || next == p->n)
		return false;
	if (p->usual == 3 && is_lynx_heading(p, i))
		return true;
	if (p->v[next].block.aside)
		return false;
	if (part->words <= SERIES_WORDS && plain_is_of_series(part->block.text) && p->v[next].words >= 8)
		return true;
	if (p->usual != 3 && p->questions >= QUESTIONS_LEAST &&
	    p->questions * QUESTIONS_SHARE >= p->n && is_answered(p, i))
		return !is_stray(part->block.text);
	if (part->words > PLAIN_HEADING_WORDS)
		return false;
	if (p->usual == 3 && (part->indent != 3 || part->gap == 0 || !is_plain_heading(p, i)))
		return false;
	if (plain_stop_of(p, i) == ':')
		return part->gap > 0 && (is_list_heading(p, i) || is_colon_heading(p, i));
	if (!plain_is_headline(part) || !ends_as_heading(p, i))
		return false;
	if (starts_low(part->block.text) || (part->gap == 0 && p->spaced) ||
	    is_announced(p, i, last) || is_signed(p, last))
		return false;
	return !is_stray(part->block.text) && !is_deck(p, i) && !is_entry(p, i);
}

void
plain_find_headings(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (could_be_heading(p, i)) {
			p->v[i].role = PLAIN_HEADING;
			p->v[i].block.level = p->usual == 3 ? 2 + p->v[i].indent / 2 : 2;
			p->v[i].block.label = S("");
		}
}
