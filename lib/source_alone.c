/* SPDX-License-Identifier: ISC */
#include "source.h"

#include "list.h"
#include "shape.h"
#include "source_part.h"
#include "tag.h"

enum { LOOK_BACK = 8 }; /* lines in which a thing is named first */

/* "Many use it", "Most were closed": of what? */
static bool
opens_on_amount(const struct words *w)
{
	size_t verb = 1 + (w->n > 1 && w->v[1].letter == 'R');

	return verb < w->n && words_is_finite(w->v[verb].letter)
	    && span_listed(list_named(S("amount")), w->v[0].token.text);
}

/* "It is easier to test", "It’s likely that": the pronoun stands for what follows. */
static bool
is_expletive(const struct words *w, size_t it)
{
	size_t at = it + 1;

	if (at >= w->n || w->v[at].letter != 'B' || !span_listed(S("it"), w->v[it].token.text))
		return false;
	at++;
	while (at < w->n && span_has(S("RX"), w->v[at].letter))
		at++;
	if (at >= w->n || w->v[at].letter != 'J')
		return false;
	for (at++; at < w->n && span_has(S("IDNP"), w->v[at].letter); at++) /* "for a reader to find" */
		continue;
	return at < w->n && (w->v[at].letter == 't' || (w->v[at].letter == 'U' && span_same(w->v[at].token.text, S("that"))));
}

/* A pronoun is resolved inside its sentence when a noun stands before it. */
static bool
opens_on_pronoun(const struct words *w)
{
	if (w->n > 0 && is_expletive(w, 0))
		return false;
	return w->n == 0 || opens_on_amount(w)
	    || ((w->v[0].is & (WORDS_DEICTIC | WORDS_SECOND)) != 0 && w->v[0].letter != 'E') || w->v[0].letter == 'O'
	    || (w->v[0].letter == 'm' && (w->v[0].is & WORDS_DEICTIC) != 0)
	    || w->v[0].letter == '\'' || ((w->v[0].is & WORDS_CONNECTIVE) != 0 && w->v[0].letter == 'R');
}

/* Is there one before word `at` that a pronoun can stand for: one thing, or several? */
static bool
is_antecedent(const struct words *w, size_t at, bool several)
{
	bool joined = false, noun = false;

	for (size_t i = 0; i < at; i++) {
		enum tag_xpos x = tag_xpos(&w->v[i].token);

		joined |= w->v[i].letter == 'K' && noun;
		if (w->v[i].letter != 'N' && w->v[i].letter != 'P' && w->v[i].letter != 'Q')
			continue;
		noun = true;
		if (!several && x != XPOS_NNS && x != XPOS_NNPS)
			return true;
		/* An organisation is "they" too. */
		if (several && (joined || x == XPOS_NNS || x == XPOS_NNPS || x == XPOS_NNP || words_is_group(&w->v[i])))
			return true;
	}
	return false;
}

/* "18F plans to test it": what it is, is not the subject; where that is the only thing there, it is not
 * in the sentence. */
static bool
is_object_alone(const struct words *w, size_t at)
{
	size_t phrases = 0;

	if (at == 0 || !span_has(S("vgdzpnIo"), w->v[at - 1].letter))
		return false;
	for (size_t i = 0; i < at; i++)
		phrases += span_has(S("NPQ"), w->v[i].letter)
		    && (i == 0 || !span_has(S("NPQS"), w->v[i - 1].letter));
	return phrases < 2;
}

enum { PERSON = 1, THING = 2, THINGS = 4, OBJECT = 8, STRAY = 16 };

/* What kinds of pronoun a word is; 0: none. */
static unsigned
pronoun_kinds(const struct word *w)
{
	static const struct {
		struct span word;
		unsigned kinds;
	} pronouns[] = { { SPAN("he"), PERSON }, { SPAN("she"), PERSON }, { SPAN("him"), PERSON }, { SPAN("his"), PERSON },
		{ SPAN("her"), PERSON }, { SPAN("it"), THING | OBJECT }, { SPAN("its"), THING }, { SPAN("they"), THINGS },
		{ SPAN("them"), THINGS | OBJECT }, { SPAN("their"), THINGS }, { SPAN("this"), STRAY },
		{ SPAN("these"), STRAY }, { SPAN("here"), STRAY }, { SPAN("me"), STRAY } };

	if (w->token.text.n < 2 || w->token.text.n > 5) /* as most words are */
		return 0;
	for (size_t i = 0; i < sizeof(pronouns) / sizeof(pronouns[0]); i++)
		if (span_same(w->token.text, pronouns[i].word))
			return words_is_letters(w) ? 0 : pronouns[i].kinds;
	return w->letter == 'D' && span_same(w->token.text, S("that")) ? STRAY : 0;
}

/* "they", "it" and "this" later in the sentence are fine after a noun; he and she want a name. */
static bool
holds_stray_pronoun(const struct words *w)
{
	bool named = false;

	for (size_t i = 0; i < w->n; i++) {
		unsigned kinds = w->v[i].token.text.n <= 5 ? pronoun_kinds(&w->v[i]) : 0;

		named |= w->v[i].letter == 'P';
		if (kinds == 0 || ((kinds & OBJECT) != 0 && is_expletive(w, i)))
			continue;
		if ((kinds & STRAY) != 0 || ((kinds & PERSON) != 0 && !named)
		    || ((kinds & THING) != 0 && !is_antecedent(w, i, false))
		    || ((kinds & THINGS) != 0 && !is_antecedent(w, i, true))
		    || ((kinds & OBJECT) != 0 && is_object_alone(w, i)))
			return true;
	}
	return false;
}

bool
source_stands_alone(const struct words *w)
{
	return !opens_on_pronoun(w) && !holds_stray_pronoun(w) && !words_has(w, WORDS_FIRST | WORDS_PAGE | WORDS_STRAY | WORDS_DATED);
}

/* "It makes ...", "Of these, half ...": right below the sentence that it goes on with, it is clear what is meant. */
bool
source_stands_after(const struct words *w)
{
	return w->n > 4 && !words_has(w, WORDS_FIRST | WORDS_PAGE | WORDS_DATED) && !span_same(w->v[0].token.text, S("here"));
}

/* One of those that "the" alone does not make known, or several. */
static bool
is_shell(const struct word *noun)
{
	struct span t = noun->token.text;

	if (noun->letter != 'N')
		return false;
	return (noun->is & WORDS_SHELL) != 0
	    || (t.n > 3 && t.s[t.n - 1] == 's' && words_text_is(span_head(t, t.n - 1), WORDS_SHELL));
}

/* "the site has", not "the site of", "the site that": nothing says which. */
static bool
is_unbound(const struct words *w, size_t at)
{
	size_t noun = at + 1;

	if (!span_same(w->v[at].token.text, S("the")))
		return false;
	noun += noun + 1 < w->n && span_listed(list_named(S("which")),
	    w->v[noun].token.text);
	/* Of a subject no word that is not a name says which. */
	while (at == 0 && noun + 1 < w->n && span_has(S("Jn"), w->v[noun].letter) && span_has(S("Nn"), w->v[noun + 1].letter))
		noun++;
	if (noun >= w->n || !is_shell(&w->v[noun]))
		return false;
	return noun + 1 >= w->n || !span_has(S("oWtUNPg"), w->v[noun + 1].letter);
}

bool
source_ends_bare(const struct words *w)
{
	struct span empty = list_named(S("bare"));
	const struct word *last, *before;

	if (w->n < 3)
		return false;
	last = &w->v[w->n - 1];
	before = &w->v[w->n - 2];
	if ((last->is & WORDS_LIGHT) == 0 && !is_shell(last))
		return false;
	if (before->letter == 'J') /* "a formal system", "new tools"; "digital tools" are some */
		return tag_xpos(&last->token) == XPOS_NN || span_listed(empty, before->token.text);
	return !span_has(S("NPSo"), before->letter);
}

/* There is only one of it, or everybody knows which. */
static bool
is_only_one(struct span noun)
{
	struct span known = list_named(S("unique"));

	return span_listed(known, noun);
}

bool
source_refers_back(const struct sources *s, const struct source *from, const struct words *w)
{
	for (size_t i = 0; i + 1 < w->n; i++) {
		size_t noun = i + 1;

		if (!span_same(w->v[i].token.text, S("the")))
			continue;
		while (noun + 1 < w->n && span_has(S("JN"), w->v[noun].letter) && w->v[noun + 1].letter == 'N')
			noun++;
		if (w->v[noun].letter != 'N' || (noun + 1 < w->n && span_has(S("oWtUNPgn("), w->v[noun + 1].letter))
		    || is_only_one(w->v[noun].token.text) || span_find_same(s->title, w->v[noun].token.text) < s->title.n)
			continue;
		for (size_t k = from->place; k > 0 && k + LOOK_BACK > from->place; k--)
			if (span_find_same(s->v[k - 1].text, w->v[noun].token.text) < s->v[k - 1].text.n)
				return true;
	}
	return false;
}

/* "the third category": of those that the text has listed. */
static bool
is_of_series(const struct words *w, size_t the)
{
	size_t noun = the + 2;

	return noun < w->n && span_same(w->v[the].token.text, S("the"))
	    && span_listed(S("second|third|fourth|fifth|latter|former"), w->v[the + 1].token.text) && w->v[noun].letter == 'N'
	    && (noun + 1 == w->n || !span_has(S("oWtUIN"), w->v[noun + 1].letter));
}

int
source_orphans(const struct sources *s, const struct words *w)
{
	int n = 0;

	for (size_t i = 0; i + 1 < w->n; i++) {
		struct span noun = w->v[i + 1].token.text;

		n += is_of_series(w, i);
		n += is_unbound(w, i) && span_find_same(s->title, noun) == s->title.n;
		n += span_same(w->v[i].token.text, S("one")) && i > 0 && w->v[i + 1].letter == 'I'
		    && span_has(S("vdzpg"), w->v[i - 1].letter);
	}
	return n;
}

bool
source_defines(const struct form *form)
{
	return shape_test(shape_named(S("definition")), form->letters);
}

bool
source_tells_person(const struct form *form)
{
	return form->letters.n > 2 && form->letters.s[0] == 'P' && source_defines(form)
	    && truecase_is_first_name(form->words.v[0].token.text);
}
