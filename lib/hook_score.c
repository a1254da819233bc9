/* SPDX-License-Identifier: ISC */
#include "hook_part.h"

#include "shape.h"
#include "utf8.h"

enum {
	EARLY = 45, /* a number before this shows above the fold of a phone */
	LONG = 150, /* characters that a question is better not longer than */
	NEAR = 4    /* sentences from the hook in which what follows it is looked for */
};

static bool
has_number(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (words_is_number(&w->v[i]))
			return true;
	return false;
}

static size_t
first_digit(struct span text)
{
	size_t i = 0;

	while (i < text.n && !span_is_digit(text.s[i]))
		i++;
	return i;
}

/* "will meet on February 28, 2019": a plan with a date is past when it is read. */
static bool
is_stale(const struct words *w)
{
	bool will = false, date = false;
	size_t year;

	for (size_t i = 0; i < w->n; i++) {
		will |= span_listed(S("will|’ll|'ll|shall"), w->v[i].token.text);
		date |= span_uint(w->v[i].token.text, &year) && year > 1990 && year < 2100;
		date |= words_is_month(&w->v[i]);
	}
	return will && date;
}

/* "The object powers ...": a thing that the article named before is not known to a reader of this. */
static bool
is_orphan(const struct sources *all, const struct source *s, const struct words *w)
{
	if (w->n < 3 || !span_same(w->v[0].token.text, S("the")) || w->v[1].letter != 'N'
	    || span_find_char(S("zdpMBHAWU"), 0, w->v[2].letter) == 9)
		return false;
	for (size_t i = 0; i < s->place; i++)
		for (size_t k = 0; k < all->v[i].words.n; k++)
			if (span_same(all->v[i].words.v[k].token.text, w->v[1].token.text))
				return true;
	return false;
}

static int
faults(const struct words *w)
{
	return (words_has(w, WORDS_SLOP) ? 150 : 0) + (words_has(w, WORDS_WHEN) || is_stale(w) ? 250 : 0)
	    + (words_has(w, WORDS_PAGE) ? 900 : 0) + (words_has(w, WORDS_SECOND) ? 300 : 0);
}

/* What -H asks for: a quantity, a contrast, somebody's words. */
static bool
is_of_kind(enum hook_kind kind, const struct source *s, const struct words *w)
{
	switch (kind) {
	case HOOK_NUMBER:
		return words_has_quantity(w);
	case HOOK_CONTRAST:
		return words_has_letter(w, 'k') || words_has(w, WORDS_NOT);
	case HOOK_QUOTE:
		return s->field == FIELD_QUOTE || words_has_letter(w, '"');
	default:
		return false;
	}
}

static bool
tells_change(const struct words *w)
{
	static const struct span change = SPAN("rose|fell|dropped|grew|doubled|tripled|halved|cut|increased|decreased"
		"|reduced|risen|fallen|declined|jumped|climbed|saved|lost|gained|erased|surpassed|exceeded");

	for (size_t i = 0; i < w->n; i++)
		if (span_find_char(S("dnpzg"), 0, w->v[i].letter) < 5 && span_listed(change, w->v[i].token.text))
			return true;
	return false;
}

/* "X is a ...": says what the thing is, not what happened. */
static bool
is_definition(const struct words *w)
{
	return shape_test(shape_named(S("definition")), words_letters(w));
}

/* Is more than half of it in the title? */
static bool
repeats_title(const struct wanted *want, const struct candidate *line)
{
	return want->taken->n > 0 && rewrite_repeats(line, &want->taken->v[0]) > 50;
}

int
hook_score_question(const struct wanted *want, const struct source *s, const struct form *form)
{
	struct candidate line = hook_line(s, form);
	const struct words *w = &form->words;
	int score = (int)s->weight * 2 - faults(w);

	if (has_number(w))
		score += 70;
	if (words_has_quantity(w))
		score += 280;
	if (tells_change(w))
		score += 80;
	if (is_definition(w))
		score -= 140;
	if (first_digit(form->text) < EARLY)
		score += 80;
	if (words_has_letter(w, 'P'))
		score += 80;
	if (is_of_kind(want->wish->kind, s, w))
		score += 600;
	score -= (int)(160 * s->place / (want->all->n + 1));
	if (is_orphan(want->all, s, w))
		score -= 160;
	if (form->length > LONG)
		score -= 3 * (int)(form->length - LONG);
	if (repeats_title(want, &line))
		score -= 250;
	if (s->field != FIELD_POINT)
		score -= 160;
	return score;
}

/* What is said next belongs to the hook: the sentence after it, its paragraph, its section. */
int
hook_score_context(const struct wanted *want, const struct source *s, const struct form *form)
{
	struct candidate line = hook_line(s, form);
	const struct words *w = &form->words;
	int score = (int)s->weight * 2 - faults(w);

	if (s->place == want->hook->place + 1)
		score += 260;
	else if (s->first == want->hook->first)
		score += 160;
	else if (s->section == want->hook->section)
		score += 110;
	if (s->place < want->hook->place)
		score -= 40;
	if (s->place > want->hook->place + NEAR || want->hook->place > s->place + NEAR)
		score -= 140;
	if (rewrite_repeats(&line, &want->above) > 0) /* it goes on with the hook's subject */
		score += 120;
	if (repeats_title(want, &line))
		score -= 200;
	if (has_number(w))
		score += 60;
	if (words_has(w, WORDS_VAGUE))
		score -= 100;
	if (is_orphan(want->all, s, w) && s->place != want->hook->place + 1)
		score -= 100;
	if (is_definition(w) && s->place > want->hook->place + 1)
		score -= 60;
	if (span_words(form->text) < 8 && !has_number(w) && !words_has_letter(w, 'P'))
		score -= 150;
	if (s->field != FIELD_POINT)
		score -= 200;
	return score;
}

/* Told as it happened, not as what holds: the first verb is a past one. */
static bool
is_past(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (span_find_char(S("zdpMBHA"), 0, w->v[i].letter) < 7)
			return w->v[i].letter == 'd' || span_listed(S("was|were|had|did"), w->v[i].token.text);
	return false;
}

int
hook_score_kicker(const struct wanted *want, const struct source *s, const struct form *form)
{
	const struct words *w = &form->words;
	int score = (int)s->weight - faults(w);
	size_t words = span_words(form->text);

	score += (int)(400 * s->place / (want->all->n + 1));
	if (10 * s->place < 6 * want->all->n)
		score -= 150;
	if (words_has(w, WORDS_OUTLOOK))
		score += 300;
	if (s->closing)
		score += 120;
	if (is_past(w))
		score -= 180;
	if (is_definition(w))
		score -= 120;
	if (is_orphan(want->all, s, w))
		score -= 80;
	if (s->resolved)
		score -= 60;
	if (words_has(w, WORDS_VAGUE))
		score -= 150;
	if (words_has(w, WORDS_NOT))
		score -= 60;
	if (has_number(w))
		score -= 160;
	if (w->v[0].letter == 'P' && !words_has(w, WORDS_OUTLOOK))
		score -= 120;
	if (words < 7 || words > 25)
		score -= 150;
	if (s->field != FIELD_POINT && s->field != FIELD_QUOTE)
		score -= 160;
	return score;
}
