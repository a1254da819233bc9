/* SPDX-License-Identifier: ISC */
#include "rewrite.h"

#include "fluent.h"
#include "list.h"
#include "rewrite_part.h"
#include "shape.h"
#include "tab.h"
#include "uni.h"
#include "utf8.h"

extern const struct tab tab_cost, tab_rewrite;

enum { COST_WORDS, COST_WHERE, COST };
enum { RULE_NAME, RULE_FRAME, RULE_PATTERN, RULE_OUTPUT, RULE_IF, RULE_SCORE };

enum {
	SLACK = 60,      /* characters that a rule may take off a sentence */
	WHY_UNTOLD = 240, /* Why, where nothing says why */
	HOW_UNTOLD = 140, /* How, where the means was cut off */
	FIRST_NAME = 260, /* somebody named by a first name alone */
	NAME_ALONE = 260,
	TAKEN_BACK = 80,  /* what the sentence takes back, which was cut off */
	UNBOUND = 260    /* a thing that a reader of the caption does not know */
};

/* "was moved", "had been": told as it happened, not as what holds. */
static bool
is_told(struct span text)
{
	struct span word;

	while (span_word(&text, &word))
		if (span_listed(S("was|were|been"), word))
			return true;
	return false;
}

/* What classes of words cost. */
static int
class_cost(unsigned is)
{
	static const struct {
		unsigned class;
		int cost;
	} costs[] = { { WORDS_SECOND, 160 }, { WORDS_SLOP, 60 }, { WORDS_VAGUE, 160 }, { WORDS_WHEN, 400 },
		{ WORDS_LIGHT, 60 } };
	int total = 0;

	for (size_t i = 0; i < sizeof(costs) / sizeof(costs[0]); i++)
		total += (is & costs[i].class) != 0 ? costs[i].cost : 0;
	return total;
}

/* Do the words stand in the text, between blanks, or open it? */
static bool
holds(struct span text, struct span words, bool open)
{
	for (size_t at = 0; (at = span_find(text, at, words)) < text.n; at++)
		if (at + words.n < text.n && text.s[at + words.n] == ' ' && (open ? at == 0 : at > 0 && text.s[at - 1] == ' '))
			return true;
	return false;
}

static int
text_cost(struct span text)
{
	size_t total = 0, cost;

	for (size_t row = 0; row < tab_cost.rows; row++)
		if (span_uint(tab_cell(&tab_cost, row, COST), &cost)
		    && holds(text, tab_cell(&tab_cost, row, COST_WORDS), span_eq(tab_cell(&tab_cost, row, COST_WHERE), S("opens"))))
			total += cost;
	return (int)total;
}

/* "though it was withdrawn", "but only for a year": what the rest of the sentence takes back. */
static bool
lost_concession(const struct words *w, struct span text)
{
	for (size_t i = 1; i < w->n; i++)
		if ((w->v[i].letter == 'k' || span_listed(S("though|although|however|unless|except"), w->v[i].token.text))
		    && span_find_same(text, w->v[i].token.text) == text.n)
			return true;
	return false;
}

/* "General Assembly Marketing": a name and nothing said of it. */
static bool
is_name_alone(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (!span_has(S("PKoY"), w->v[i].letter))
			return false;
	return true;
}

/* A sum of what makes a bullet good, beside what its rule is worth. The figures follow how readers graded a
 * thousand candidates: some 400 are the step from a weak one to a good one. */
int
rewrite_score(const struct candidate *c, const struct form *form, int rule)
{
	const struct words *w = &form->words;
	size_t n = utf8_count(c->text);
	int total = rule * 4 + (int)c->from->weight - UNBOUND * form->orphans - class_cost(words_classes(w));

	if (n < BULLET_FULL)
		total -= 12 * (int)(BULLET_FULL - n);
	if (n > BULLET_GOOD_MOST)
		total -= 20 * (int)(n - BULLET_GOOD_MOST);
	for (size_t i = 0, seen = 0; i < w->n; i++) {
		unsigned bit = words_is_number(&w->v[i]) ? 1 : w->v[i].letter == 'P' ? 2 : 0;

		if ((bit & ~seen) != 0 && span_find(c->text, 0, w->v[i].token.text) < c->text.n)
			total += bit == 1 ? 80 : 30, seen |= bit;
	}
	if (c->from->field == FIELD_SECTION)
		total += 90;
	if (c->from->closing)
		total += 60;
	if (span_has(c->text, '('))
		total -= 100;
	total -= text_cost(c->text);
	if (is_name_alone(w))
		total -= NAME_ALONE;
	if (is_told(c->text))
		total -= 50;
	if (words_is_open(w))
		total -= 140;
	return total;
}

/* Is there a reason in the sentence or the next one, or does it say what has to be? */
static bool
tells_why(const struct sources *all, const struct source *from, const struct words *w)
{
	struct span due = list_named(S("due"));

	for (size_t i = 0; i < w->n; i++)
		if (span_listed(due, w->v[i].token.text))
			return true;
	return source_gives_reason(from) || (from->place + 1 < all->n && source_gives_reason(&all->v[from->place + 1])
	    && all->v[from->place + 1].section == from->section);
}

/* "... by planting trees", "through the API": how it is done, which the text has lost. */
static bool
lost_means(const struct words *w, struct span text)
{
	for (size_t i = 1; i + 1 < w->n; i++) {
		struct span word = w->v[i].token.text;
		bool means = span_listed(S("through|via|using"), word) || (span_same(word, S("by")) && w->v[i + 1].letter == 'g');

		if (means && span_find_same(text, word) == text.n)
			return true;
	}
	return false;
}

/* "How Quentin died": who, says only the article. */
static bool
opens_on_first_name(const struct sources *all, struct span text)
{
	struct span first, next = S("");

	if (!span_word(&text, &first) || (span_listed(S("how|why"), first) && !span_word(&text, &first)))
		return false;
	if (span_ends(first, S("’s")) || span_ends(first, S("'s")))
		first = span_head(first, first.n - (span_ends(first, S("'s")) ? 2 : 4));
	span_word(&text, &next);
	return truecase_is_first_name(first) && uni_is_capital(first) && !uni_is_capital(next)
	    && span_find_same(all->title, first) == all->title.n;
}

/* A rule that takes a thing out of the middle of a sentence, whatever its subject is. */
static bool
is_inner(size_t row)
{
	return span_eq(tab_cell(&tab_rewrite, row, RULE_FRAME), S("np")) && shape_is_loose(tab_cell(&tab_rewrite, row, RULE_PATTERN));
}

/* A full stop before the last quotation mark goes: a bullet has none. */
static struct span
without_stop(struct span text, struct arena *a)
{
	struct span mark = S("”");

	if (span_ends(text, S(".\"")))
		mark = S("\"");
	else if (!span_ends(text, S(".”")))
		return text;
	return arena_join(a, span_head(text, text.n - mark.n - 1), mark);
}

/* "You can save a third ...": told as how to. */
static bool
is_advice(const struct form *form)
{
	const struct words *w = &form->words;

	return w->n > 3 && span_same(w->v[0].token.text, S("you")) && w->v[1].letter == 'M'
	    && words_find(w, 1, w->n, WORDS_FIRST | WORDS_PAGE | WORDS_STRAY) == w->n;
}

/* Of a sentence that needs others, a thing that needs none. */
static bool
is_known(const struct sources *all, struct span text)
{
	struct words w;

	words_read(&w, text, all->arena);
	return source_stands_alone(&w) && source_orphans(all, &w) == 0;
}

static void
add_candidate(size_t most, const struct sources *all, const struct source *from, const struct form *form,
    size_t row, struct span text, struct candidates *out)
{
	struct candidate c = { .text = without_stop(text, all->arena), .rule = tab_cell(&tab_rewrite, row, RULE_NAME),
		.frame = tab_cell(&tab_rewrite, row, RULE_FRAME), .from = from };
	size_t rule = 0, n = utf8_count(text);

	if (!rewrite_reads_well(all, from, form, tab_cell(&tab_rewrite, row, RULE_OUTPUT), text, is_inner(row)))
		return;
	if (n < (most > BULLET_MOST ? BULLET_FEW_LEAST : BULLET_LEAST) || n > most || span_words(text) < 3 || !fluent_line(text)
	    || span_has(S("!?"), text.s[text.n - 1]) || (!form->alone && !is_known(all, text)))
		return;
	for (size_t i = out->n; i > 0 && out->v[i - 1].from == from; i--)
		if (span_eq(out->v[i - 1].text, text))
			return;
	span_uint(tab_cell(&tab_rewrite, row, RULE_SCORE), &rule);
	c.score = rewrite_score(&c, form, (int)rule);
	if (form->orphans > 0 && is_inner(row) && is_known(all, text))
		c.score += UNBOUND * form->orphans; /* what was not known stays behind */
	if (span_starts(text, S("Why ")) && !tells_why(all, from, &form->words))
		c.score -= WHY_UNTOLD;
	if (span_starts(text, S("How ")) && lost_means(&from->words, text))
		c.score -= HOW_UNTOLD;
	if (lost_concession(&from->words, text))
		c.score -= TAKEN_BACK;
	if (opens_on_first_name(all, text))
		c.score -= FIRST_NAME;
	rewrite_keys(&c, all);
	ARENA_PUSH(all->arena, out, c);
}

/* Rules that are not for a form of this length, or for bullets of this one. */
static bool
is_out(size_t most, const struct form *form, size_t row)
{
	/* What takes the whole sentence cannot make a long one fit. */
	return (form->length > most + SLACK && shape_is_whole(tab_cell(&tab_rewrite, row, RULE_PATTERN)))
	    || (most <= BULLET_MOST && span_eq(tab_cell(&tab_rewrite, row, RULE_SCORE), S("1")));
}

static void
try_rule(size_t most, const struct sources *all, const struct source *from, const struct form *form, size_t row,
    struct candidates *out)
{
	struct span text, output = tab_cell(&tab_rewrite, row, RULE_OUTPUT);
	struct rewrite_match match;

	if (is_out(most, form, row) || !rewrite_stands(from->field, tab_cell(&tab_rewrite, row, RULE_IF))
	    || !shape_find(tab_cell(&tab_rewrite, row, RULE_PATTERN), form->letters, &match.groups))
		return;
	match.words = &form->words;
	match.all = all;
	match.letters = form->letters;
	/* "Creating user flows": in a heading what looks like a verb after a gerund is its object. */
	if (span_eq(tab_cell(&tab_rewrite, row, RULE_FRAME), S("how"))
	    && ((form->letters.s[0] == 'g' && from->field != FIELD_POINT) || shape_test(shape_named(S("clauses")), form->letters)))
		return;
	if (!rewrite_allows(&match, from->field, tab_cell(&tab_rewrite, row, RULE_IF)) || (is_inner(row) && rewrite_takes_foreign(&match)))
		return;
	text = rewrite_output(&match, output);
	if (utf8_count(text) > most)
		text = rewrite_cut(&match, output, text);
	add_candidate(most, all, from, form, row, text, out);
}

static void
try_rules(size_t most, const struct sources *all, const struct source *from, const struct form *form,
    struct candidates *out)
{
	struct shape_set has = shape_set_of(form->letters);
	bool alone = form->alone || is_advice(form);
	struct span pattern;

	for (size_t row = 0; row < tab_rewrite.rows; row++) {
		pattern = tab_cell(&tab_rewrite, row, RULE_PATTERN);
		/* A macro has none. */
		if (pattern.n > 0 && shape_may(pattern, &has) && (alone || is_inner(row)))
			try_rule(most, all, from, form, row, out);
	}
}

/* A falsehood, or a mistake, keeps its label. */
static void
add_said(size_t most, const struct sources *all, const struct source *from,
    const char *label, struct candidates *out)
{
	struct candidate c = { .rule = S("myth"), .frame = S("np"), .from = from, .score = 700 };

	for (size_t i = 0; i < from->nforms; i++) {
		struct buf b = BUF_INIT;

		buf_str(&b, label);
		truecase_lower_first(all->truecase, from->forms[i].text, &b);
		c.text = arena_span(all->arena, buf_view(&b));
		buf_free(&b);
		if (utf8_count(c.text) > (most < BULLET_LONG ? BULLET_LONG : most) || !fluent_line(c.text))
			continue; /* its label is long already */
		rewrite_keys(&c, all);
		ARENA_PUSH(all->arena, out, c);
		return;
	}
}

void
rewrite_source(size_t most, const struct sources *all, const struct source *from,
    struct candidates *out)
{
	struct span also;
	size_t first = out->n;

	if (from->myth && fluent_statement(&from->words)) {
		add_said(most, all, from, "The myth that ", out);
		return;
	}
	if (from->mistake && from->words.n > 0 && from->words.v[0].letter != 'g')
		return;
	if (from->mistake) {
		add_said(most, all, from, "The mistake of ", out);
		return;
	}
	if (from->words.n < 3 || words_has_letter(&from->words, '?'))
		return;
	also = source_borrowed(all, from);
	for (size_t i = 0; i < from->nforms; i++)
		if (from->forms[i].ends)
			try_rules(most, all, from, &from->forms[i], out);
	for (size_t i = first; i < out->n; i++) {
		out->v[i].also = also;
		if (all->anonymous && out->v[i].team)
			out->v[i].score -= all->shared ? REWRITE_SHARED : REWRITE_ANONYMOUS;
	}
}
