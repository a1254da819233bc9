/* SPDX-License-Identifier: ISC */
#include "hook_part.h"

#include "shape.h"
#include "tag.h"
#include "utf8.h"

enum {
	EARLY = 45, /* a number before this shows above the fold of a phone */
	LONG = 150, /* characters that a question is better not longer than */
	NEAR = 4,   /* sentences from the hook in which what follows it is looked for */
	GOES_ON = 120,   /* what a line is worth more that goes on with the subject of the one above */
	TO_READER = 250  /* and what one loses that says "you" */
};

/* What is asked of a form for each line and each strictness, and found out once. */
enum {
	SEEN = 1 << 0,
	NUMBER = 1 << 1,
	QUANTITY = 1 << 2,
	CHANGE = 1 << 3,
	STALE = 1 << 4,
	OPEN = 1 << 5, /* a comparison without its than */
	DEFINITION = 1 << 6,
	PAST = 1 << 7,
	NAME = 1 << 8,
	SHOWS_EARLY = 1 << 9, /* its number does */
	SHORT = 1 << 10,   /* fewer than 7 words */
	BRIEF = 1 << 11,   /* fewer than 8 */
	WORDY = 1 << 12,   /* more than 25 */
	COMPARES = 1 << 13,
	DOING = 1 << 14,   /* its subject is what is done */
	PASSIVE = 1 << 15,
	HOLDS = 1 << 16,   /* says what a thing is made of */
	LISTS = 1 << 17,   /* two commas or more */
	THERE = 1 << 18,   /* "There is ..." */
	DATED = 1 << 19,   /* a month or a year */
	ON_SUBJECT = 1 << 20, /* a word of the title is in its subject */
	SHARE = 1 << 21,      /* a percentage, a sum of money, millions */
	BRACKET = 1 << 22
};

/* What each of these is worth in a question and in a last line; the figures follow how readers graded a
 * thousand candidates. */
static const struct {
	unsigned fact;
	int question, kicker;
} worth[] = {
	{ NUMBER, 70, -160 },
	{ QUANTITY, 280, -80 },
	{ CHANGE, 80, 0 },
	{ DEFINITION, -100, -160 },
	{ PAST, -70, -520 },
	{ NAME, 80, -140 },
	{ SHOWS_EARLY, 80, 0 },
	{ OPEN, -150, 0 },
	{ COMPARES, 120, 300 },
	{ DOING, 60, 230 },
	{ PASSIVE, -90, -260 },
	{ HOLDS, 0, -120 },
	{ LISTS, 0, -60 },
	{ THERE, -120, -80 },
	{ DATED, 0, -160 },
	{ ON_SUBJECT, 100, 280 },
	{ SHARE, 110, 0 },
	{ BRACKET, -60, 0 },
};

static size_t
first_digit(struct span text)
{
	size_t i = 0;

	while (i < text.n && !span_is_digit(text.s[i]))
		i++;
	return i;
}

static bool
has_date(const struct words *w)
{
	size_t year;

	for (size_t i = 0; i < w->n; i++)
		if (words_is_month(&w->v[i]) || (span_uint(w->v[i].token.text, &year) && year > 1990 && year < 2100))
			return true;
	return false;
}

/* "will meet on February 28, 2019": a plan with a date is past when it is read. */
static bool
is_stale(const struct words *w)
{
	bool will = false;

	if (!has_date(w))
		return false;
	for (size_t i = 0; i < w->n && !will; i++)
		will |= span_listed(S("will|’ll|'ll|shall"), w->v[i].token.text);
	return will;
}

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

static bool
tells_change(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if ((w->v[i].is & WORDS_CHANGE) != 0 && span_has(S("dnpzg"), w->v[i].letter))
			return true;
	return false;
}

/* "X is a ...": says what the thing is, not what happened. */
static bool
is_definition(const struct form *form)
{
	return shape_test(shape_named(S("definition")), form->letters);
}

/* Told as it happened, not as what holds: the first verb is a past one. What a survey found, holds. */
static bool
is_past(const struct words *w)
{
	static const struct span found = SPAN("found|indicated|showed|revealed|estimated|suggested|confirmed|discovered");
	size_t verb = words_verb(w, 0);

	if (verb + 1 < w->n && span_listed(found, w->v[verb].token.text) && w->v[verb + 1].letter == 'U')
		return false;

	return verb < w->n && (w->v[verb].letter == 'd' || span_listed(S("was|were|had|did"), w->v[verb].token.text));
}

/* "more ... than", "no longer", "the largest": told against something else. */
static bool
compares(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++) {
		enum tag_xpos x = tag_xpos(&w->v[i].token);

		if (x == XPOS_JJS || x == XPOS_JJR || ((w->v[i].is & WORDS_COMPARES) != 0 && w->v[i].letter != 'N'))
			return true;
	}
	return false;
}

static bool
is_passive(const struct words *w)
{
	size_t verb = words_verb(w, 0), next = verb + 1;

	while (next < w->n && span_has(S("RXb"), w->v[next].letter))
		next++;
	return next < w->n && span_has(S("BHM"), w->v[verb].letter) && w->v[next].letter == 'n'
	    && (w->v[verb].letter == 'B' || w->v[next - 1].letter == 'b');
}

static bool
tells_parts(const struct words *w)
{
	static const struct span verbs = SPAN("includes|include|included|contains|contain|contained|consists|features|provides|covers");
	size_t verb = words_verb(w, 0);

	return verb < w->n && span_listed(verbs, w->v[verb].token.text);
}

static bool
has_commas(struct span letters)
{
	size_t comma = span_find_char(letters, 0, ',');

	return comma < letters.n && span_find_char(letters, comma + 1, ',') < letters.n;
}

/* Is a word of the title in what stands before the verb? */
static bool
is_on_subject(const struct sources *all, const struct words *w)
{
	size_t verb = words_verb(w, 0);

	for (size_t i = 0; i < verb; i++)
		if (span_has(S("NP"), w->v[i].letter) && w->v[i].token.text.n > 1
		    && span_find_same(all->title, w->v[i].token.text) < all->title.n)
			return true;
	return false;
}

static unsigned
find_facts(const struct sources *all, const struct form *form)
{
	const struct words *w = &form->words;
	size_t words = span_words(form->text);
	unsigned facts = SEEN;

	facts |= words_has_number(w) ? NUMBER : 0;
	facts |= words_has_quantity(w) ? QUANTITY : 0;
	facts |= tells_change(w) ? CHANGE : 0;
	facts |= is_stale(w) ? STALE : 0;
	facts |= words_is_open(w) ? OPEN : 0;
	facts |= is_definition(form) ? DEFINITION : 0;
	facts |= is_past(w) ? PAST : 0;
	facts |= words_has_letter(w, 'P') ? NAME : 0;
	facts |= compares(w) ? COMPARES : 0;
	facts |= is_on_subject(all, w) ? ON_SUBJECT : 0;
	facts |= words_has_share(w) ? SHARE : 0;
	facts |= span_has(form->letters, '(') ? BRACKET : 0;
	facts |= form->letters.s[0] == 'g' ? DOING : 0;
	facts |= form->letters.s[0] == 'E' ? THERE : 0;
	facts |= has_date(w) ? DATED : 0;
	facts |= is_passive(w) ? PASSIVE : 0;
	facts |= tells_parts(w) ? HOLDS : 0;
	facts |= has_commas(form->letters) ? LISTS : 0;
	facts |= first_digit(form->text) < EARLY ? SHOWS_EARLY : 0;
	facts |= (words < 7 ? SHORT : 0) | (words < 8 ? BRIEF : 0) | (words > 25 ? WORDY : 0);
	return facts;
}

static unsigned
facts_of(const struct sources *all, const struct source *s, const struct form *form)
{
	struct form *own = &s->forms[form - s->forms];

	if (own->facts == 0)
		own->facts = find_facts(all, form);
	return own->facts;
}

static int
faults(const struct form *form, unsigned facts)
{
	return ((form->is & WORDS_SLOP) != 0 ? 150 : 0) + ((form->is & WORDS_WHEN) != 0 ? 250 : 0) + ((facts & STALE) != 0 ? 700 : 0)
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
	unsigned facts = facts_of(want->all, s, form);
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
	unsigned facts = facts_of(want->all, s, form);
	int score = (int)s->weight * 2 - faults(form, facts);

	if (want->hook->stated)
		; /* what is said next does not belong to it */
	else if (s->place == want->hook->place + 1)
		score += 260;
	else if (s->first == want->hook->first)
		score += 160;
	else if (s->section == want->hook->section)
		score += 110;
	if (s->place < want->hook->place)
		score -= 40;
	if (!want->hook->stated && !s->stated && (s->place > want->hook->place + NEAR || want->hook->place > s->place + NEAR))
		score -= 140;
	if ((facts & NUMBER) != 0)
		score += 60;
	if ((form->is & WORDS_VAGUE) != 0)
		score -= 100;
	if ((form->is & WORDS_SECOND) != 0)
		score -= TO_READER;
	if (s->place != want->hook->place + 1)
		score -= 130 * form->orphans;
	if (says_team(want, form))
		score -= 300;
	if ((facts & DEFINITION) != 0 && s->place > want->hook->place + 1)
		score -= form->letters.s[0] == 'P' ? 200 : 60; /* who somebody is, is no matter */
	if ((facts & BRIEF) != 0 && (facts & NUMBER) == 0 && (facts & NAME) == 0)
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
	unsigned facts = facts_of(want->all, s, form);
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
	if ((facts & (SHORT | WORDY)) != 0)
		score -= 150;
	if (s->field != FIELD_POINT && s->field != FIELD_QUOTE)
		score -= 340;
	return score;
}
