/* SPDX-License-Identifier: ISC */
#include "compress.h"

#include "shape.h"
#include "tab.h"
#include "utf8.h"

#include <string.h>

extern const struct tab tab_cut, tab_frame;

enum { CUT_NAME, CUT_LEVEL, CUT_PATTERN, CUT_FIRST, CUT_NOT, CUT_NEAR };

#define FRAME_WORDS 9 /* the longest frame, in words */
#define KEEP_WORDS 4  /* what a cut must leave at the least */
#define NEAR_WORDS 6  /* how far back a word can need what is cut */
#define LEVELS 3
#define FORM_MOST 200 /* characters */
#define MOST 14       /* forms of one sentence, and cuts */
#define RULES 100     /* that can cut a sentence */

/* Adds a word as the frame table has it: lower case, straight marks. */
static void
add_plainly(struct tab_key *key, struct span text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '\xE2' && span_starts(span_from(text, i), S("’")))
			tab_key_char(key, '\''), i += 2;
		else
			tab_key_char(key, span_lower(text.s[i]));
	}
}

/* The longest frame that the sentence opens with, and that leaves enough of it. */
static bool
open_frame(struct words *w)
{
	struct tab_key key = TAB_KEY_INIT;
	size_t most = 0;

	for (size_t n = 1; n <= FRAME_WORDS && n + KEEP_WORDS <= w->n; n++) {
		if (n > 1 && !words_is_glued(w, n - 1))
			tab_key_char(&key, ' ');
		add_plainly(&key, w->v[n - 1].token.text);
		if (n > 1 && key.n < TAB_KEY_MOST && tab_find_key(&tab_frame, &key) != TAB_NONE)
			most = n;
	}
	words_cut(w, 0, most);
	return most > 0;
}

/* "This demonstrates that S", "These results show that S": the author's own word for S. Verbs that
 * hedge (suggest, indicate) stay. */
static bool
open_report(struct words *w)
{
	static const struct span verbs = SPAN("demonstrates|demonstrate|demonstrated|means|mean|meant|proves|prove"
		"|proved|reveals|reveal|revealed|shows|show|showed|illustrates|illustrate|confirms|confirm");
	struct shape_match m;
	struct span letters;

	if (w->n == 0 || (w->v[0].is & WORDS_DEICTIC) == 0)
		return false;
	letters = words_letters(w);
	if (!shape_find(shape_named(S("report")), letters, &m)
	    || !span_listed(verbs, w->v[m.group[2].s - letters.s].token.text))
		return false;
	words_cut(w, 0, m.group[1].n);
	return true;
}

/* A connective goes with its comma; without one only where it cannot be an adverb of the verb. */
static bool
open_connective(struct words *w)
{
	size_t n;

	if (w->n < 2 || (w->v[0].is & WORDS_CONNECTIVE) == 0)
		return false;
	n = w->v[0].length;
	if (n + KEEP_WORDS > w->n)
		return false;
	if (w->v[n].letter == ',') {
		words_cut(w, 0, n + 1);
		return true;
	}
	if (w->v[0].letter != 'K' && w->v[0].letter != 'k' && !span_same(w->v[0].token.text, S("so")))
		return false;
	words_cut(w, 0, n);
	return true;
}

void
compress_open(struct words *w)
{
	while (open_connective(w) || open_frame(w) || open_report(w))
		continue;
	while (w->n > 0 && w->v[w->n - 1].letter == '.')
		w->n--;
}

/* What may not go with a cut: who said it, and on what condition. */
static bool
is_needed(const struct words *w, size_t from, size_t to)
{
	static const struct span attribution[] = { SPAN("according"), SPAN("allegedly"),
		SPAN("reportedly"), SPAN("said"), SPAN("says"), SPAN("unless"), SPAN("if"),
		SPAN("only"), SPAN("except"), SPAN("provided"), SPAN("not"), SPAN("without"),
		SPAN("until") };

	for (size_t i = from; i < to; i++)
		for (size_t k = 0; k < sizeof(attribution) / sizeof(attribution[0]); k++)
			if (span_same(w->v[i].token.text, attribution[k]))
				return true;
	return false;
}

static bool
is_inside_quote(const struct words *w, size_t from, size_t to)
{
	size_t before = 0, inside = 0;

	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].letter == '"')
			*(i < from ? &before : i < to ? &inside : &(size_t){ 0 }) += 1;
	return before % 2 != 0 || inside % 2 != 0;
}

/* Does one of the last words before the cut begin with one of the list? */
static bool
is_near(struct span list, const struct words *w, size_t from)
{
	struct span one, rest;

	for (size_t i = from > NEAR_WORDS ? from - NEAR_WORDS : 0; i < from; i++)
		for (rest = list; rest.n > 0 && span_next(&rest, '|', &one);)
			if (span_starts_same(w->v[i].token.text, one))
				return true;
	return false;
}

/* After a negation what follows is what is denied: "will not be available during the migration". */
static bool
is_scope(const struct words *w, size_t from, size_t to, size_t rule)
{
	return tab_cell(&tab_cut, rule, CUT_LEVEL).s[0] > '1' && to == w->n
	    && words_find(w, 0, from, WORDS_NOT) < from;
}

/* A bracket with a number, or a long one, is half of what is said. */
static bool
is_half(const struct words *w, size_t from, size_t to)
{
	if (w->v[from].letter != '(')
		return false;
	for (size_t i = from; i < to; i++)
		if (words_is_number(&w->v[i]))
			return true;
	return to - from > 9;
}

/* What a rule would cut, if it allows that at the first place where it matches. */
static bool
may_cut(const struct form *form, size_t rule, size_t *from, size_t *to)
{
	const struct words *w = &form->words;
	struct shape_match m;
	struct span first;

	if (!shape_find(tab_cell(&tab_cut, rule, CUT_PATTERN), form->letters, &m) || m.group[1].s == NULL)
		return false;
	*from = (size_t)(m.group[1].s - form->letters.s);
	*to = *from + m.group[1].n;
	first = w->v[*from + (w->v[*from].letter == ',' && *from + 1 < *to)].token.text;
	if (is_scope(w, *from, *to, rule) || is_half(w, *from, *to) || w->n - (*to - *from) < KEEP_WORDS
	    || is_needed(w, *from, *to) || is_inside_quote(w, *from, *to))
		return false;
	if (tab_cell(&tab_cut, rule, CUT_FIRST).n > 0 && !span_listed(tab_cell(&tab_cut, rule, CUT_FIRST), first))
		return false;
	return !span_listed(tab_cell(&tab_cut, rule, CUT_NOT), first)
	    && !is_near(tab_cell(&tab_cut, rule, CUT_NEAR), w, *from);
}

/* The gentlest cut that can be made; its level, 0 when there is none. One may open the way for
 * another, so the search starts again each time. */
static int
find_cut(const struct form *form, size_t *from, size_t *to)
{
	struct shape_set has = shape_set_of(form->letters);
	size_t may[RULES], n = 0;

	for (size_t rule = 0; rule < tab_cut.rows && n < RULES; rule++)
		if (shape_may(tab_cell(&tab_cut, rule, CUT_PATTERN), &has))
			may[n++] = rule;
	for (int at = 1; at <= LEVELS; at++)
		for (size_t i = 0; i < n; i++)
			if (tab_cell(&tab_cut, may[i], CUT_LEVEL).s[0] == '0' + at && may_cut(form, may[i], from, to))
				return at;
	return 0;
}

void
compress_forms(const struct words *w, struct forms *out)
{
	struct form form = { .words = *w }, v[MOST];
	size_t n = 0, from, to;
	int at;

	for (size_t cuts = 1;; cuts++) {
		form.text = words_all(&form.words);
		form.letters = words_letters(&form.words);
		form.length = utf8_count(form.text);
		/* The first form is kept in any case, a later one when it is short enough for any line. */
		if (n == 0 || form.length <= FORM_MOST)
			v[n++] = form;
		if (cuts == MOST || (at = find_cut(&form, &from, &to)) == 0)
			break;
		form.words = words_without(&form.words, from, to);
		form.level = at > form.level ? at : form.level;
	}
	out->v = ARENA_ARRAY(w->arena, struct form, n);
	out->n = n;
	memcpy(out->v, v, n * sizeof(*v));
}
