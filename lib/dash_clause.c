/* SPDX-License-Identifier: ISC */
/*
 * Is this a clause of its own? Told by closed-class words and a table of verbs that are finite for
 * certain; a relative or a subordinator takes the next verb for itself. What cannot be told is no
 * clause: a comma is then put, which is wrong less often than a stop.
 */
#include "dash_part.h"

#include "tag.h"

/* What the last word was, or may have been. */
enum {
	LAST_SUBJECT = 1 << 0,     /* a subject pronoun */
	LAST_GUESS = 1 << 1,       /* a verb: one in -ed or -s */
	LAST_OBJECT = 1 << 2,      /* one that has a pronoun for its object: "using it" */
	LAST_JOINS = 1 << 3,       /* "and" */
	LAST_TO = 1 << 4,          /* "to": no finite verb comes */
	LAST_OPEN = 1 << 5,        /* not in the table, so any verb */
	LAST_ARTICLE = 1 << 6,     /* no verb comes next */
	LAST_PREPOSITION = 1 << 7,
	LAST_NOUN = 1 << 8,
	LAST_PRONOUN = 1 << 9,
	LAST_PLURAL = 1 << 10,
	LAST_THIRD = 1 << 11,      /* and there was a word before it that it may be the verb of */
	LAST_BASE = 1 << 12,       /* the plain form of a verb, behind a plural */
	LAST_ORDER = 1 << 13,      /* and one of orders, too */
	LAST_IT = 1 << 14,         /* "it" behind what may have been a verb */
	LAST_ALL = 1 << 15,        /* "everything", or "it" in "none of it" */
	LAST_ALL_OF = 1 << 16,     /* the "of" in it */
};

struct walk {
	struct dash_phrase *p;
	unsigned last;
	size_t pending;     /* relatives whose verb is still to come */
	bool group;         /* the last word was a verb */
	bool taken;         /* the last verb was a relative's, and so is one after "and" */
	bool intro;         /* before the comma of "in short, it works" */
	bool prepositions;  /* one at least */
	size_t part;        /* words since the last comma */
	size_t number, one, asks; /* the words of the phrase, from 1, that told something */
};

static void
verb(struct walk *w)
{
	w->p->verb = true;
	if (!w->group && w->pending > 0) {
		w->pending--;
		w->taken = true;
	} else if ((w->last & LAST_JOINS) != 0 && w->taken) {
		w->group = true;
	} else if (!w->group && w->part > 0 && !w->intro) {
		w->p->clause = true;
	}
	w->group = true;
}

/* "agrees", "farmers oppose", "everything costs", "none of it helped": a word that is the third person
 * of a verb and nothing else, the plain form of one after a plural, or a verb after a pronoun. */
static bool
is_verb(const struct walk *w, struct span s, const struct dash_word *word)
{
	unsigned c = word->classes;

	if ((word->ends & DASH_LOWER) == 0 || w->part == 0 || (w->last & LAST_PREPOSITION) != 0)
		return false;
	if (c == 0 && (w->last & LAST_ALL) != 0 && ((word->ends & DASH_ENDS_S) != 0
	    || ((word->ends & DASH_ENDS_ED) != 0 && (w->last & LAST_PRONOUN) != 0)))
		return true;
	if (c == 0 && (word->ends & DASH_ENDS_S) != 0)
		return tag_is_like(s, S("agrees"));
	if ((w->last & LAST_PLURAL) == 0 || (c & ~(unsigned)(DASH_ORDER | DASH_SURE)) != 0 || s.n < 3)
		return false;
	return tag_is_like(s, S("oppose")) || (w->part <= 3 && !w->prepositions && tag_is_like(s, S("gather")));
}

/* "the man I had met", "a move few had foreseen", "one a team has": the next verb is not the
 * sentence's. */
static bool
opens_relative(const struct walk *w, unsigned c)
{
	if ((c & (DASH_FEW | DASH_ARTICLE | DASH_SUBJECT)) == 0 || w->part == 0 || w->intro || w->p->verb
	    || w->pending > 0 || w->p->words < 2 || (c & DASH_VERB) != 0)
		return false;
	if ((c & DASH_FEW) != 0)
		return (w->p->first & DASH_DETERMINER) != 0 && w->p->words > 2
		    && (w->last & (LAST_PREPOSITION | LAST_ARTICLE)) == 0;
	if ((c & DASH_ARTICLE) != 0)
		return (w->last & LAST_NOUN) != 0 && (w->p->first & DASH_PREPOSITION) == 0;
	return (w->last & LAST_OBJECT) == 0;
}

/* Does this word show that the one before it was a verb? "requires a plan", "call it", "we ship" */
static bool
shows_verb(const struct walk *w, const struct dash_word *word, unsigned c)
{
	unsigned last = w->last;

	if ((last & LAST_GUESS) != 0
	    && ((c & DASH_ARTICLE) != 0 || ((last & LAST_THIRD) != 0 && (c & DASH_AFTER) != 0)))
		return true;
	if ((last & LAST_OPEN) != 0 && (c & DASH_OBJECT) != 0)
		return true;
	if ((last & LAST_IT) != 0 && (c & DASH_VERB) == 0 && (word->ends & DASH_ENDS_ED) == 0)
		return true;
	if ((last & LAST_BASE) != 0 && (c & (DASH_ARTICLE | DASH_OBJECT)) != 0 && !w->group)
		return true;
	return (last & LAST_SUBJECT) != 0 && (word->ends & DASH_ENDS_LY) == 0
	    && (c & (DASH_VERB | DASH_RELATIVE | DASH_JOINS | DASH_PREPOSITION | DASH_DETERMINER)) == 0;
}

/* A word that is not in the table. */
static unsigned
unknown(const struct walk *w, unsigned ends, bool group)
{
	unsigned last = 0;

	if ((ends & (DASH_ENDS_S | DASH_ENDS_ED)) != 0 && (ends & DASH_LOWER) != 0 && w->part > 0 && !w->p->verb
	    && !group)
		last |= LAST_GUESS;
	if ((ends & DASH_ENDS_ING) != 0)
		last |= LAST_OBJECT;
	if ((ends & DASH_ENDS_S) != 0 && !w->group)
		last |= w->part > 1 ? LAST_PLURAL | LAST_THIRD : LAST_PLURAL;
	if ((ends & (DASH_ENDS_ED | DASH_ENDS_ING | DASH_ENDS_LY)) == 0 && (ends & DASH_LOWER) != 0 && w->part > 0)
		last |= LAST_NOUN;
	return last;
}

static unsigned
known(const struct walk *w, struct span s, unsigned ends, unsigned c)
{
	unsigned last = 0;

	if ((c & DASH_SUBJECT) != 0 && (c & DASH_VERB) == 0 && (w->last & LAST_OBJECT) == 0
	    && (ends & DASH_ENDS_THING) == 0)
		last |= LAST_SUBJECT;
	if ((c & DASH_PREPOSITION) != 0)
		last |= span_eq(s, S("to")) ? LAST_OBJECT | LAST_PREPOSITION | LAST_TO : LAST_OBJECT | LAST_PREPOSITION;
	if ((c & DASH_JOINS) != 0)
		last |= LAST_JOINS;
	if ((c & (DASH_ARTICLE | DASH_NO_LABEL)) == DASH_ARTICLE) /* not "these" */
		last |= LAST_ARTICLE;
	if ((c & (DASH_SUBJECT | DASH_OBJECT)) != 0)
		last |= LAST_PRONOUN;
	if ((c & DASH_ONE) != 0 && w->part > 0)
		last |= LAST_NOUN;
	if ((c & DASH_ALL) != 0 || ((w->last & LAST_ALL) != 0 && (c & DASH_ONE) != 0)
	    || ((w->last & LAST_ALL_OF) != 0 && (last & LAST_PRONOUN) != 0))
		last |= LAST_ALL;
	else if ((w->last & LAST_ALL) != 0 && span_eq(s, S("of")))
		last |= LAST_ALL_OF;
	return last;
}

static unsigned
last_of(const struct walk *w, struct span s, unsigned ends, unsigned c, bool group)
{
	unsigned last = c == 0 ? unknown(w, ends, group) : known(w, s, ends, c);

	if ((ends & DASH_LOWER) == 0)
		return last;
	if ((c & ~DASH_ANNOUNCES) == 0 && !group && (w->last & LAST_TO) == 0 && w->part > 0
	    && (last & LAST_OBJECT) == 0)
		last |= LAST_OPEN;
	if ((w->last & LAST_PLURAL) != 0 && (c & DASH_VERB) == 0 && (c == 0 || (c & DASH_ORDER) != 0))
		last |= (c & DASH_ORDER) != 0 ? LAST_BASE | LAST_ORDER : LAST_BASE;
	if (((ends & DASH_ENDS_LY) != 0 || (c & DASH_ADVERB) != 0) && (c & (DASH_JOINS | DASH_SUBJECT)) == 0)
		last |= w->last & LAST_PLURAL; /* "wages barely move" */
	return last;
}

static void
walk_word(struct walk *w, struct span s, const struct dash_word *word)
{
	unsigned c = word->classes, last = w->last;
	bool subject = (c & DASH_SUBJECT) != 0, group = w->group, it;

	if ((last & LAST_ARTICLE) != 0 && (c & (DASH_SUBJECT | DASH_DETERMINER)) == 0)
		c &= ~(unsigned)DASH_VERB;
	else if ((c & DASH_VERB) == 0 && is_verb(w, s, word))
		c = DASH_VERB;
	if (last != 0 && shows_verb(w, word, c))
		verb(w);
	it = (c & DASH_AFTER) != 0 && (((last & (LAST_OPEN | LAST_BASE)) != 0 && subject)
	    || ((last & LAST_ORDER) != 0 && span_eq(s, S("that"))));
	it |= (last & LAST_ORDER) != 0 && span_eq(s, S("you"));
	if (it) {
		w->group = false;
	} else if ((c & DASH_RELATIVE) != 0
	    && (w->part > 0 || (c & DASH_COMMA_TAIL) == 0 || span_same(s, S("what")))) {
		w->pending++;
		w->group = false;
	} else if (opens_relative(w, c)) {
		w->pending++;
	}
	if (w->taken && (span_eq(s, S("is")) || span_eq(s, S("are")) || span_eq(s, S("was")) || span_eq(s, S("were"))))
		w->group = false; /* "what matters is" */
	if ((c & DASH_VERB) != 0 && (last & LAST_TO) == 0 && (w->part > 0 || subject)) {
		if (subject && w->part == 0)
			w->part = 1;
		verb(w);
	} else if ((last & LAST_SUBJECT) == 0) {
		w->group = false;
	}
	w->last = last_of(w, s, word->ends, c, group) | (it ? LAST_IT : 0);
	w->prepositions |= (w->last & LAST_PREPOSITION) != 0;
	w->part += w->part > 0 || (c & DASH_ADVERB) == 0;
}

static void
look_at_shape(struct walk *w, struct span s, const struct dash_word *word)
{
	struct dash_phrase *p = w->p;
	unsigned c = word->classes;

	if (s.n > 3 && !span_is_upper(s.s[0]) && !span_is_digit(s.s[0]))
		p->titled = false;
	if ((c & DASH_NUMBER) != 0 || (span_is_digit(s.s[0]) && s.n < 3))
		w->number = p->words;
	if ((c & DASH_ONE) != 0)
		w->one = p->words;
	if ((c & DASH_ASKS) != 0) {
		w->asks = p->verb ? p->words : w->asks;
		p->asks++;
	}
	p->joins |= (c & DASH_JOINS) != 0;
	p->negative |= (word->ends & DASH_ENDS_NT) != 0 || (s.n == 3 && span_eq(s, S("not")));
	p->announces |= (c & DASH_ANNOUNCES) != 0;
	p->last = (w->last & (LAST_JOINS | LAST_TO)) != 0 ? c & ~DASH_ANNOUNCES : c;
	p->numbered = w->number != 0 && p->words - w->number < 5
	    && ((word->ends & DASH_ENDS_S) != 0 || span_ends(s, S("s")) || span_eq(s, S("people")));
}

/* "In short, it works": what stands before the comma is passed over. */
static void
at_comma(struct walk *w, unsigned c)
{
	if ((w->last & LAST_IT) != 0)
		verb(w);
	w->p->commas++;
	w->part = 0;
	w->prepositions = w->group = false;
	w->last &= LAST_JOINS | LAST_TO | LAST_OBJECT | LAST_OPEN;
	if (w->intro)
		w->pending = 0;
	w->intro = (c & (DASH_JOINS | DASH_RELATIVE)) != 0;
}

enum { LONG = 60, TAIL = 34 }; /* bytes */

/* Of a clause only the end is still asked for; so of what is so long that it has a verb, and is no
 * list or a way in. */
static bool
may_leap(struct span text, size_t from, size_t to, struct dash_phrase *p)
{
	size_t comma;

	if (to - from <= LONG || p->clause || p->words != 3)
		return to - from > LONG && p->clause;
	if ((p->first & (DASH_PREPOSITION | DASH_RELATIVE | DASH_JOINS)) != 0)
		return false;
	text = span_head(text, to);
	comma = span_find_char(text, from, ',');
	if (comma < to && span_find_char(text, comma + 1, ',') < to)
		return false;
	p->verb = true;
	return true;
}

static size_t
leap(struct span text, size_t from, size_t at, struct dash_phrase *p)
{
	while (at > from && text.s[at - 1] != ' ')
		at--;
	p->words += 8;
	return at;
}

struct dash_phrase
dash_phrase(struct span text, size_t from, size_t to, bool brief)
{
	struct dash_phrase p = { .titled = true, .head = SPAN("") };
	struct walk walk = { .p = &p };
	struct dash_word w;

	while (p.words < (brief ? 18 : 60) && dash_word(text, &from, to, &w)) {
		struct span s = dash_word_span(text, &w);
		if (p.words++ == 0) {
			p.first = w.classes;
			p.head = s;
			walk.intro = (w.classes & (DASH_PREPOSITION | DASH_RELATIVE)) != 0
			    && !span_same(s, S("that")) && !span_same(s, S("what"));
		} else if (w.comma) {
			at_comma(&walk, w.classes);
		}
		if (p.words == 2)
			p.second = w.classes;
		look_at_shape(&walk, s, &w);
		walk_word(&walk, s, &w);
		if (brief && p.clause && p.words > 3 && (p.first & DASH_ASKS) == 0)
			break;
		if (!brief && may_leap(text, from, to, &p))
			from = leap(text, from, to - TAIL, &p);
	}
	if ((walk.last & LAST_IT) != 0)
		verb(&walk);
	p.one = walk.one != 0 && p.words - walk.one < 4 && p.words > walk.one;
	p.what = walk.asks != 0 && p.words - walk.asks < 5 && p.words > walk.asks;
	return p;
}
