/* SPDX-License-Identifier: ISC */
#include "hook_part.h"

#include "list.h"
#include "tag.h"

enum {
	EARLY = 45, /* a number before this shows above the fold of a phone */
	KNOWN = 4   /* so many sentences that name somebody: the article is on him, or it is a thing */
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
is_plan(const struct words *w)
{
	bool will = false;

	for (size_t i = 0; i < w->n && !will; i++)
		will |= span_listed(S("will|’ll|'ll|shall"), w->v[i].token.text);
	return will;
}

static bool
tells_change(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if ((w->v[i].is & WORDS_CHANGE) != 0 && span_has(S("dnpzg"), w->v[i].letter))
			return true;
	return false;
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
	struct span verbs = list_named(S("parts"));
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

/* "Justin is helping": who he is, nobody knows. Whose full name is known gets it (source_name). */
static bool
opens_on_first_name(const struct sources *all, const struct form *form)
{
	struct span first = form->words.v[0].token.text;
	size_t told = 0;

	if (form->letters.n < 2 || form->letters.s[0] != 'P' || form->letters.s[1] == 'P' || !truecase_is_first_name(first)
	    || span_find_same(all->title, first) < all->title.n)
		return false;
	for (size_t i = 0; i < all->npersons; i++)
		if (span_find(all->person[i], 0, first) < all->person[i].n)
			return false;
	for (size_t i = 0; i < all->n && told < KNOWN; i++)
		told += span_find(all->v[i].text, 0, first) < all->v[i].text.n;
	return told < KNOWN;
}

static unsigned
find_facts(const struct sources *all, const struct form *form)
{
	const struct words *w = &form->words;
	size_t words = span_words(form->text);
	bool dated = has_date(w), share = words_has_share(w);
	unsigned facts = FACT_SEEN;

	facts |= words_has_number(w) ? FACT_NUMBER : 0;
	facts |= share || words_has_quantity(w) ? FACT_QUANTITY : 0;
	facts |= tells_change(w) ? FACT_CHANGE : 0;
	facts |= dated && is_plan(w) ? FACT_STALE : 0;
	facts |= words_is_open(w) ? FACT_OPEN : 0;
	facts |= source_defines(form) ? FACT_DEFINITION : 0;
	facts |= source_tells_person(form) ? FACT_PERSON : 0;
	facts |= opens_on_first_name(all, form) ? FACT_FIRST : 0;
	facts |= is_past(w) ? FACT_PAST : 0;
	facts |= words_has_letter(w, 'P') ? FACT_NAME : 0;
	facts |= compares(w) ? FACT_COMPARES : 0;
	facts |= is_on_subject(all, w) ? FACT_ON_SUBJECT : 0;
	facts |= share ? FACT_SHARE : 0;
	facts |= span_has(form->letters, '(') ? FACT_BRACKET : 0;
	facts |= form->letters.s[0] == 'g' ? FACT_DOING : 0;
	facts |= form->letters.s[0] == 'E' ? FACT_THERE : 0;
	facts |= dated ? FACT_DATED : 0;
	facts |= is_passive(w) ? FACT_PASSIVE : 0;
	facts |= tells_parts(w) ? FACT_HOLDS : 0;
	facts |= has_commas(form->letters) ? FACT_LISTS : 0;
	facts |= first_digit(form->text) < EARLY ? FACT_SHOWS_EARLY : 0;
	facts |= (words < 7 ? FACT_SHORT : 0) | (words < 8 ? FACT_BRIEF : 0) | (words > 25 ? FACT_WORDY : 0);
	return facts;
}

unsigned
hook_facts(const struct sources *all, const struct source *s, const struct form *form)
{
	struct form *own = &s->forms[form - s->forms];

	if (own->facts == 0)
		own->facts = find_facts(all, form) | (source_refers_back(all, s, &form->words) ? FACT_BACK : 0);
	return own->facts;
}
