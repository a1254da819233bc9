/* SPDX-License-Identifier: ISC */
#include "hook_part.h"

#include "shape.h"
#include "tag.h"
#include "utf8.h"

enum {
	LONG = 150, /* characters that a question is better not longer than */
	NEAR = 4,   /* sentences from the hook in which what follows it is looked for */
	GOES_ON = 120,   /* what a line is worth more that goes on with the subject of the one above */
	WHO = 800,       /* who somebody is, is no matter */
	TO_READER = 250  /* and what one loses that says "you" */
};

/* What each of these is worth in a question and in a last line; the figures follow how readers graded a
 * thousand candidates. */
static const struct {
	unsigned fact;
	int question, kicker;
} worth[] = {
	{ FACT_NUMBER, 70, -160 },
	{ FACT_QUANTITY, 280, -80 },
	{ FACT_CHANGE, 80, 0 },
	{ FACT_DEFINITION, -100, -160 },
	{ FACT_PAST, -70, -520 },
	{ FACT_NAME, 80, -140 },
	{ FACT_SHOWS_EARLY, 80, 0 },
	{ FACT_OPEN, -150, 0 },
	{ FACT_COMPARES, 120, 300 },
	{ FACT_DOING, 60, 230 },
	{ FACT_PASSIVE, -90, -260 },
	{ FACT_HOLDS, 0, -120 },
	{ FACT_LISTS, 0, -60 },
	{ FACT_THERE, -120, -300 },
	{ FACT_DATED, 0, -160 },
	{ FACT_ON_SUBJECT, 100, 280 },
	{ FACT_SHARE, 110, 0 },
	{ FACT_BRACKET, -60, 0 },
	{ FACT_BACK, -180, -180 },
	{ FACT_PERSON, -300, -500 },
	{ FACT_FIRST, -300, -400 },
};

/* Two sides against each other in one sentence: "X, but Y". A negation alone is none, and "not yet" neither. */
static bool
sets_against(const struct words *w)
{
	for (size_t i = 1; i < w->n; i++) {
		struct span word = w->v[i].token.text;

		if (w->v[i].letter == 'k' || span_listed(S("however|instead"), word)
		    || (span_same(word, S("yet")) && span_has(S(",;K"), w->v[i - 1].letter)))
			return true;
	}
	return false;
}

/* Speech, which ends in a stop or a comma before its quotation mark; not a word in quotation marks. */
static bool
is_speech(const struct words *w)
{
	for (size_t i = 1; i < w->n; i++)
		if (w->v[i].letter == '"' && span_has(S(",.?!"), w->v[i - 1].letter))
			return true;
	return false;
}

/* What -H asks for: a quantity, a contrast, somebody's words. */
static bool
is_of_kind(enum hook_kind kind, const struct source *s, const struct form *form)
{
	switch (kind) {
	case HOOK_NUMBER:
		return words_has_quantity(&form->words);
	case HOOK_CONTRAST:
		return sets_against(&form->words);
	case HOOK_QUOTE:
		return s->field == FIELD_QUOTE || is_speech(&form->words);
	default:
		return false;
	}
}

static int
faults(const struct form *form, unsigned facts)
{
	return ((form->is & WORDS_SLOP) != 0 ? 150 : 0) + ((form->is & WORDS_WHEN) != 0 ? 250 : 0) + ((facts & FACT_STALE) != 0 ? 700 : 0)
	    + ((form->is & WORDS_PAGE) != 0 ? 900 : 0) + ((form->is & WORDS_SECOND) != 0 ? 300 : 0);
}

/* Is more than half of it in the title? It is asked last, and only of what could be chosen. */
static bool
repeats_title(const struct wanted *want, const struct source *s, const struct form *form, int score)
{
	struct candidate line;

	if (score <= want->least || want->taken->n == 0)
		return false;
	line = hook_line(want->all, s, form);
	return rewrite_repeats(&line, &want->taken->v[0]) > 50;
}

/* Does it go on with the subject of the line above? Asked only where that could make it the choice. */
static bool
goes_on(const struct wanted *want, const struct source *s, const struct form *form, int score)
{
	struct candidate line;

	if (score + GOES_ON <= want->least)
		return false;
	line = hook_line(want->all, s, form);
	return rewrite_repeats(&line, &want->above) > 0;
}

/* "We" is a team without a name: is it said? */
static bool
says_team(const struct wanted *want, const struct form *form)
{
	return want->all->anonymous && rewrite_has_team(form->text);
}

int
hook_score_question(const struct wanted *want, const struct source *s, const struct form *form)
{
	unsigned facts = hook_facts(want->all, s, form);
	int score = (int)s->weight * 2 - faults(form, facts);

	for (size_t i = 0; i < sizeof(worth) / sizeof(worth[0]); i++)
		score += (facts & worth[i].fact) != 0 ? worth[i].question : 0;
	if ((form->is & WORDS_VAGUE) != 0)
		score -= 200;
	if ((form->is & WORDS_NOT) != 0) /* it says that something is not as one thinks */
		score += 80;
	if (is_of_kind(want->wish->kind, s, form))
		score += 600;
	if (form->letters.s[0] == 'R') /* "Apparently, ..." */
		score -= 80;
	score -= (int)(160 * s->place / (want->all->n + 1));
	score -= 320 * form->orphans;
	if (says_team(want, form))
		score -= 420;
	else if (s->resolved && want->all->anonymous)
		score -= 140; /* "our letters" as "the letters" may be unknown too */
	if (form->length > LONG)
		score -= 3 * (int)(form->length - LONG);
	if (s->field != FIELD_POINT)
		score -= 160;
	if (repeats_title(want, s, form, score))
		score -= 250;
	return score;
}

/* What is said next belongs to the hook: the sentence after it, its paragraph, its section. */
int
hook_score_context(const struct wanted *want, const struct source *s, const struct form *form)
{
	unsigned facts = hook_facts(want->all, s, form);
	int score = (int)s->weight * 2 - faults(form, facts);

	if (want->hook->stated)
		; /* what is said next does not belong to it */
	else if (s->place == want->hook->place + 1)
		score += 420;
	else if (s->first == want->hook->first)
		score += 160;
	else if (s->section == want->hook->section)
		score += 110;
	if (s->place < want->hook->place)
		score -= 40;
	if (!want->hook->stated && !s->stated && (s->place > want->hook->place + NEAR || want->hook->place > s->place + NEAR))
		score -= 140;
	if ((facts & FACT_NUMBER) != 0)
		score += 60;
	if ((form->is & WORDS_VAGUE) != 0)
		score -= 100;
	if ((form->is & WORDS_SECOND) != 0)
		score -= TO_READER;
	if (s->place != want->hook->place + 1)
		score -= 130 * form->orphans;
	if (says_team(want, form))
		score -= 300;
	if ((facts & (FACT_PERSON | FACT_FIRST)) != 0)
		score -= WHO;
	score -= s->denied ? 300 : 0;
	if ((facts & FACT_DEFINITION) != 0 && s->place > want->hook->place + 1)
		score -= form->letters.s[0] == 'P' ? 200 : 60;
	if ((facts & FACT_BRIEF) != 0 && (facts & FACT_NUMBER) == 0 && (facts & FACT_NAME) == 0)
		score -= 150;
	if (s->field != FIELD_POINT)
		score -= 200;
	if (goes_on(want, s, form, score))
		score += GOES_ON;
	else if (s->place != want->hook->place + 1)
		score -= GOES_ON;
	if (repeats_title(want, s, form, score))
		score -= 200;
	return score;
}

int
hook_score_kicker(const struct wanted *want, const struct source *s, const struct form *form)
{
	unsigned facts = hook_facts(want->all, s, form);
	int score = 3 * (int)s->weight - faults(form, facts);

	score += (int)(400 * s->place / (want->all->n + 1));
	if (10 * s->place < 6 * want->all->n)
		score -= 150;
	if ((form->is & WORDS_OUTLOOK) != 0)
		score += 300;
	if (s->closing)
		score += 240;
	if (10 * s->place < want->all->n) /* the lead says what it is all about */
		score += 200;
	if (want->all->ntopics > 0 && span_find_same(form->text, want->all->topic[0]) < form->text.n)
		score += 200;
	for (size_t i = 0; i < sizeof(worth) / sizeof(worth[0]); i++)
		score += (facts & worth[i].fact) != 0 ? worth[i].kicker : 0;
	score -= 260 * form->orphans;
	if (says_team(want, form))
		score -= 420;
	else if (s->resolved)
		score -= 60;
	if ((form->is & WORDS_WHEN) != 0) /* it stands last, whenever it is read */
		score -= 250;
	if ((form->is & WORDS_VAGUE) != 0)
		score -= 150;
	if ((form->is & WORDS_SECOND) != 0)
		score -= TO_READER;
	if (form->letters.s[0] == 'P' && (form->is & WORDS_OUTLOOK) == 0)
		score -= 120;
	if ((facts & (FACT_SHORT | FACT_WORDY)) != 0)
		score -= 150;
	score -= (s->instance ? 400 : 0) + (s->denied ? 300 : 0);
	if (s->field != FIELD_POINT && s->field != FIELD_QUOTE)
		score -= 340;
	return score;
}
