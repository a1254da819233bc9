/* SPDX-License-Identifier: ISC */
#include "compress_part.h"

#include "list.h"
#include "shape.h"
#include "tab.h"
#include "tag.h"
#include "utf8.h"

#include <string.h>

extern const struct tab tab_cut;

enum { CUT_NAME, CUT_LEVEL, CUT_PATTERN, CUT_FIRST, CUT_NOT, CUT_NEAR };

#define NEAR_WORDS 6  /* how far back a word can need what is cut */
#define RANGE_WORDS 7 /* how far from its range a superlative can stand */
#define LEVELS 3
#define UNCUT (-1)    /* no cut can be made */
#define FORM_MOST 200 /* characters */
#define LONG 70       /* characters: in a shorter sentence no second clause is looked for */
#define MOST 14       /* forms of one sentence, and cuts */
#define TAILS 3       /* forms that lack their last phrases */

/* What may not go with a cut: who said it, and on what condition. */
static bool
is_needed(const struct words *w, size_t from, size_t to)
{
	struct span needed = list_named(S("claim"));

	for (size_t i = from; i < to; i++)
		if (span_listed(needed, w->v[i].token.text))
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

/* "In the original version, ...": what holds only there must not lose it. */
static bool
is_setting(const struct words *w, size_t from, size_t to)
{
	struct span narrow = list_named(S("setting"));

	for (size_t i = from; i < to; i++)
		if (span_listed(narrow, w->v[i].token.text))
			return true;
	return false;
}

/* A name or a number. */
static bool
has_fact(const struct words *w, size_t from, size_t to)
{
	struct words part = words_view(w, from, to);

	return words_has_letter(&part, 'P') || words_has_number(&part);
}

/* "two use cases: ...": what is counted follows. */
static bool
counts(const struct words *w, size_t colon)
{
	for (size_t i = colon > NEAR_WORDS ? colon - NEAR_WORDS : 0; i < colon; i++)
		if (w->v[i].letter == 'C' && !span_same(w->v[i].token.text, S("one")))
			return true;
	return false;
}

/* "During the update, data will not be available": what is denied, or can be, is so only then. */
static bool
bounds_claim(const struct words *w, size_t to)
{
	struct span when = list_named(S("bound"));

	if (!span_listed(when, w->v[0].token.text))
		return false;
	for (size_t i = to; i < w->n; i++)
		if (w->v[i].letter == 'M' || (w->v[i].is & WORDS_NOT) != 0)
			return true;
	return false;
}

/* A superlative keeps its range: "the largest dam in Europe". So do all, only and every. */
static bool
is_range(const struct words *w, size_t from)
{
	struct span all = list_named(S("range"));

	for (size_t i = from > RANGE_WORDS ? from - RANGE_WORDS : 0; i < from; i++)
		if (tag_xpos(&w->v[i].token) == XPOS_JJS || span_listed(all, w->v[i].token.text))
			return true;
	return false;
}

bool
compress_may_go(const struct words *w, size_t from, size_t to)
{
	enum { BOUND = WORDS_CONDITION | WORDS_HEDGE | WORDS_NOT };

	return words_find(w, 0, from, WORDS_NOT) == from && words_find(w, from, to, BOUND) == to
	    && !is_needed(w, from, to) && !is_inside_quote(w, from, to) && !is_range(w, from);
}

bool
compress_may_end(const struct words *w, size_t at)
{
	return words_find(w, 0, at, WORDS_NOT) == at && !is_inside_quote(w, at, w->n);
}

static bool
is_dash(const struct words *w, size_t i)
{
	return w->v[i].letter == '-' && !(w->v[i].token.glued && span_eq(w->v[i].token.text, S("-")));
}

/* "the effects of words, where they imply, — were too great": from inside a pair of dashes to beyond it. */
static bool
splits_aside(const struct words *w, size_t from, size_t to)
{
	size_t before = 0, inside = 0;

	for (size_t i = 0; i < to; i++)
		*(i < from ? &before : &inside) += is_dash(w, i);
	return before % 2 != 0 && inside > 0;
}

/* A bracket with a number, or a long one, is half of what is said. */
static bool
is_half(const struct words *w, size_t from, size_t to)
{
	struct words part = words_view(w, from, to);

	return w->v[from].letter == '(' && (part.n > 9 || words_has_number(&part));
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
	if ((w->v[*from].letter != ':' && is_scope(w, *from, *to, rule)) || is_half(w, *from, *to) || w->n - (*to - *from) < KEEP_WORDS
	    || is_needed(w, *from, *to) || is_inside_quote(w, *from, *to) || splits_aside(w, *from, *to)
	    || (*from == 0 && is_setting(w, *from, *to)))
		return false;
	if (*from == 0 && (bounds_claim(w, *to) || (has_fact(w, 0, *to) && !has_fact(w, *to, w->n))))
		return false;
	for (size_t i = 0; i <= *from; i++)
		if (w->v[i].letter == ':' && counts(w, i))
			return false;
	if (w->v[*from].letter == '-' && w->v[*from].token.glued) /* "task- or customer-oriented" */
		return false;
	if (*from > 0 && span_has(S("ItU"), w->v[*from].letter)
	    && compress_needs(&w->v[*from - 1], w->v[*from].letter == 't' ? S("+to") : first))
		return false;
	if (tab_cell(&tab_cut, rule, CUT_FIRST).n > 0 && !span_listed(tab_cell(&tab_cut, rule, CUT_FIRST), first))
		return false;
	return !span_listed(tab_cell(&tab_cut, rule, CUT_NOT), first)
	    && !is_near(tab_cell(&tab_cut, rule, CUT_NEAR), w, *from);
}

/* The gentlest cut that can be made, as the gentlest stand first; its level, UNCUT when there is none. One may open
 * the way for another, so the search starts again each time. */
static int
find_cut(const struct form *form, size_t *from, size_t *to)
{
	struct shape_set has = shape_set_of(form->letters);

	for (size_t rule = 0; rule < tab_cut.rows; rule++)
		if (shape_may(tab_cell(&tab_cut, rule, CUT_PATTERN), &has) && may_cut(form, rule, from, to))
			return tab_cell(&tab_cut, rule, CUT_LEVEL).s[0] - '0';
	return UNCUT;
}

static void
read_form(struct form *form)
{
	form->text = words_all(&form->words);
	form->letters = words_letters(&form->words);
	form->length = utf8_count(form->text);
	form->is = words_classes(&form->words);
	form->facts = 0;
	form->fluent = FLUENT_UNKNOWN;
	form->key = NULL;
}

/* The shortest form without its last phrases, while enough is left. */
static size_t
add_shorter(struct form *v, size_t n)
{
	struct form form = v[n - 1];
	size_t most = n + TAILS, end = form.words.n;

	form.level = LEVELS;
	while (n < most && (end = compress_tail(&form.words, end)) >= KEEP_WORDS) {
		form.words.n = end;
		read_form(&form);
		v[n++] = form;
	}
	return n;
}

/* "browsers, and devices": of a list of three whose middle was cut no comma is left. */
static void
drop_lone_comma(struct words *w, size_t at)
{
	size_t i = at;

	if (at == 0 || at + 1 >= w->n || w->v[at].letter != ',' || w->v[at + 1].letter != 'K')
		return;
	for (size_t k = at + 2; k < w->n && w->v[k].letter != ','; k++)
		if (words_is_finite(w->v[k].letter))
			return;
	while (i > 0 && span_has(S("NPJDCoSRn"), w->v[i - 1].letter))
		i--;
	if (i == 0 || w->v[i - 1].letter != ',')
		words_cut(w, at, at + 1);
}

/* Cuts again and again; adds each form to v, which holds n; how many it holds then. What a form of level
 * 0 can lose it always loses. */
static size_t
shorten(struct form form, struct form *v, size_t n)
{
	size_t from, to, first = n, left = MOST;
	int at;

	for (;;) {
		read_form(&form);
		at = find_cut(&form, &from, &to);
		/* The first form is kept in any case, a later one when it is short enough for any line. */
		if (at != 0 && (n == first || form.length <= FORM_MOST))
			v[n++] = form;
		if (at == UNCUT || (at != 0 && --left == 0))
			return add_shorter(v, n);
		form.words = words_without(&form.words, from, to);
		drop_lone_comma(&form.words, from);
		if (from == 0)
			compress_open(&form.words);
		at = at == 0 ? 1 : at;
		form.level = at > form.level ? at : form.level;
	}
}

/* "a wrapper for pandas and Matplotlib geared for ...": without a comma before "and", a past form before
 * a preposition is as likely a participle. */
static bool
opens_on_participle(const struct words *w, size_t at)
{
	size_t verb = words_verb(w, at);

	return verb + 1 < w->n && w->v[verb].letter == 'd' && w->v[verb + 1].letter == 'I'
	    && (at < 2 || w->v[at - 2].letter != ',');
}

/* "..., and S", "... because S", "...; S": a later clause is a sentence too, unless it stands under what
 * comes before it: a condition, a hedge, what somebody said. Where it begins; 0 without one. */
static size_t
second_clause(const struct form *form)
{
	static const struct span plain = SPAN("and|but|while|whereas|although|though");
	struct span thinks = list_named(S("thought"));
	enum { OVER = WORDS_CONDITION | WORDS_HEDGE };
	const struct words *w = &form->words;
	struct shape_match m;
	size_t at;

	if (form->length < LONG || !shape_find(shape_named(S("second-clause")), form->letters, &m))
		return 0;
	at = (size_t)(m.group[1].s - form->letters.s);
	if (span_is_alpha(w->v[at - 1].token.text.s[0]) && !span_listed(plain, w->v[at - 1].token.text))
		return 0;
	if (words_find(w, 0, at, OVER) < at || is_needed(w, 0, at) || is_inside_quote(w, 0, at))
		return 0;
	for (size_t i = 0; i + 1 < at; i++)
		if (w->v[i].letter == 'U' || w->v[i].letter == 'W' || span_same(w->v[i].token.text, S("that"))
		    || (span_has(S("pzd"), w->v[i].letter) && span_listed(thinks, w->v[i].token.text)))
			return 0; /* "we know NASA and the FBI must ...": the two are one subject */
	if (at > 1 && w->v[at - 1].letter == 'K' && w->v[at - 2].letter == 'J' && w->v[at].letter == 'J')
		return 0; /* "physical and emotional violence" */
	return w->v[at - 1].letter == 'K' && opens_on_participle(w, at) ? 0 : at;
}

/* "31 percent — the highest of all": what a dash, or two, set off is a phrase, and a comma does as well. */
static void
soften_dashes(struct words *w)
{
	size_t at[2], n = 0, end;

	for (size_t i = 0; i < w->n; i++) {
		if (!is_dash(w, i))
			continue;
		if (n == 2)
			return;
		at[n++] = i;
	}
	if (n == 0 || at[0] < KEEP_WORDS - 2)
		return;
	end = n == 2 ? at[1] : w->n;
	if (end < at[0] + 3 || words_verb(&(struct words){ .v = w->v, .n = end }, at[0]) < end
	    || !span_has(S("DCJNPngI"), w->v[at[0] + 1].letter) || words_verb(w, 0) > (n == 2 ? w->n : at[0]))
		return;
	for (size_t i = at[0]; n == 2 && i < at[1]; i++)
		if (w->v[i].letter == ',') /* commas enough */
			return;
	*w = words_copy(w);
	for (size_t k = 0; k < n; k++) {
		w->v[at[k]].token = (struct token){ .text = S(","), .kind = TOKEN_PUNCT, .glued = true };
		w->v[at[k]].letter = ',';
		w->v[at[k]].is = 0;
	}
}

void
compress_forms(const struct words *words, struct forms *out)
{
	struct words softened = *words;
	const struct words *w = &softened;
	struct form v[2 * (MOST + TAILS)], second;
	size_t n, at;

	soften_dashes(&softened);
	n = shorten((struct form){ .words = *w }, v, 0);
	at = second_clause(&v[0]);
	if (at > 0) {
		second = (struct form){ .words = words_without(&v[0].words, 0, at), .level = 2 };
		compress_open(&second.words);
		if (second.words.n >= KEEP_WORDS)
			n = shorten(second, v, n);
	}
	out->v = ARENA_ARRAY(w->arena, struct form, n);
	out->n = n;
	memcpy(out->v, v, n * sizeof(*v));
}
