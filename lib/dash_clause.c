/* SPDX-License-Identifier: ISC */
/*
 * Is this a clause of its own? Told by closed-class words and a table of verbs that are finite for
 * certain; a relative or a subordinator takes the next verb for itself. What cannot be told is no
 * clause: a comma is then put, which is wrong less often than a stop.
 */
#include "dash_part.h"

#include "tab.h"

#include <string.h>

extern const struct tab tab_dash;
extern const struct tab_marks tab_tagclass;

enum { LONGEST = 20 }; /* of the words in the table, with what is contracted to them */

/* Letters in lower case and digits; the rest of ASCII is in no word. A table, since this is asked
 * of each byte near a dash. */
static const char lowered[128] =
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" "0123456789" "\0\0\0\0\0\0\0"
    "abcdefghijklmnopqrstuvwxyz" "\0\0\0\0\0\0" "abcdefghijklmnopqrstuvwxyz";

/* Curly apostrophes are three bytes long. */
static size_t
apostrophe(struct span v, size_t at)
{
	if (at < v.n && v.s[at] == '\'')
		return 1;
	return span_starts(span_from(v, at), S("\xE2\x80\x99")) ? 3 : 0;
}

static unsigned
table_classes(struct span word)
{
	char lower[LONGEST];
	struct span cell;
	unsigned classes = 0;
	size_t row;

	for (size_t i = 0; i < word.n; i++) {
		unsigned char c = (unsigned char)word.s[i];
		lower[i] = c < 0x80 && lowered[c] != 0 ? lowered[c] : word.s[i];
	}
	row = tab_find(&tab_dash, (struct span){ lower, word.n });
	if (row == TAB_NONE)
		return 0;
	cell = tab_cell(&tab_dash, row, 1);
	for (size_t i = 0; i < cell.n; i++)
		classes |= DASH_CLASS(cell.s[i]);
	return classes;
}

/* "don't", "they're" and "we'll" hold a finite verb; "it's" does, "the team's" need not. */
static unsigned
contracted(struct span base, struct span tail)
{
	unsigned classes = table_classes(base);

	if (span_same(tail, S("t")))
		return DASH_VERB | (span_same(base, S("don")) ? DASH_ORDER : 0);
	if (span_same(tail, S("re")) || span_same(tail, S("ll")) || span_same(tail, S("ve"))
	    || span_same(tail, S("d")) || span_same(tail, S("m")))
		return classes | DASH_VERB;
	if (!span_same(tail, S("s")))
		return 0;
	if (span_same(base, S("that")) || span_same(base, S("here")) || span_same(base, S("let")))
		return DASH_SUBJECT | DASH_VERB;
	return (classes & (DASH_SUBJECT | DASH_RELATIVE)) != 0 ? classes | DASH_VERB : 0;
}

unsigned
dash_classes(struct span word)
{
	size_t n;

	/* "IT" is not "it". */
	if (word.n == 0 || word.n > LONGEST
	    || (word.n > 1 && span_is_upper(word.s[0]) && span_is_upper(word.s[1])))
		return 0;
	for (size_t i = 1; i < word.n; i++)
		if ((word.s[i] == '\'' || word.s[i] == '\xE2') && (n = apostrophe(word, i)) > 0 && i + n < word.n)
			return contracted(span_head(word, i), span_from(word, i + n));
	return table_classes(word);
}

static bool
in_word(struct span text, size_t at, size_t end, size_t *n)
{
	unsigned char c = (unsigned char)text.s[at];

	*n = 1;
	if (c < 0x80)
		return lowered[c] != 0;
	if (c < 0xC3 || c == 0xE2 || c >= 0xF0)
		return false;
	while (at + *n < end && ((unsigned char)text.s[at + *n] & 0xC0) == 0x80)
		++*n;
	return true;
}

/* Inside a word there may be apostrophes, hyphens, and the points of numbers and names. */
static size_t
word_joint(struct span text, size_t at, size_t end)
{
	size_t n = 1, next;

	if (text.s[at] == '\'' || text.s[at] == '\xE2')
		n = apostrophe(text, at);
	else if (text.s[at] != '-' && text.s[at] != '.' && text.s[at] != ',' && text.s[at] != '&')
		return 0;
	if (n == 0 || at + n >= end || !in_word(text, at + n, end, &next))
		return 0;
	if (text.s[at] == ',' && !(span_is_digit(text.s[at - 1]) && span_is_digit(text.s[at + n])))
		return 0;
	return n;
}

bool
dash_word(struct span text, size_t *at, size_t end, struct dash_word *w)
{
	size_t i = *at, n;

	w->comma = false;
	for (; i < end && !in_word(text, i, end, &n); i++)
		w->comma |= text.s[i] == ',' || text.s[i] == ';'
		    || (text.s[i] == ':' && i + 1 < end && span_is_space(text.s[i + 1]));
	if (i >= end)
		return false;
	w->at = i;
	for (;;) {
		while (i < end && (unsigned char)text.s[i] < 0x80 && lowered[(unsigned char)text.s[i]] != 0)
			i++;
		if (i >= end || (!in_word(text, i, end, &n) && (n = word_joint(text, i, end)) == 0))
			break;
		i += n;
	}
	w->end = *at = i;
	w->classes = dash_classes(dash_word_span(text, w));
	return true;
}

struct span
dash_word_span(struct span text, const struct dash_word *w)
{
	return span_between(text.s + w->at, text.s + w->end);
}

struct walk {
	struct dash_phrase *p;
	size_t pending;     /* relatives whose verb is still to come */
	bool subject;       /* the last word was a subject pronoun */
	bool guess;         /* the last word may be a verb: one in -ed or -s */
	bool group;         /* the last word was a verb */
	bool object;        /* the last word may have a pronoun for its object: "using it" */
	bool taken;         /* the last verb was a relative's, and so is one after "and" */
	bool joined;        /* the last word was "and" */
	bool to;            /* the last word was "to": no finite verb comes */
	bool open;          /* the last word is not in the table, and may be any verb */
	bool intro;         /* before the comma of "in short, it works" */
	bool article;       /* the last word was one: no verb comes next */
	enum { ALL = 1, ALL_OF } all; /* the last word was "everything", or "it" in "none of it"; its "of" */
	bool preposition;   /* the last word was one */
	bool noun;          /* the last word may have been one */
	bool pronoun;       /* the last word was one */
	bool plural;        /* the last word may have been a plural */
	bool third;         /* and there was a word before it that it may be the verb of */
	bool base;          /* the last word stood behind a plural and may have been its verb */
	bool order;         /* and is the verb of orders, too */
	bool it;            /* the last word was "it" behind what may have been a verb */
	size_t part;        /* words since the last comma */
};

static void
verb(struct walk *w)
{
	w->p->verb = true;
	if (!w->group && w->pending > 0) {
		w->pending--;
		w->taken = true;
	} else if (w->joined && w->taken) {
		w->group = true;
	}
	else if (!w->group && w->part > 0 && !w->intro)
		w->p->clause = true;
	w->group = true;
}

/* "agrees": a word that is the third person of a verb and nothing else, as the tagger's table has it,
 * which tells words of one kind from others but not what kind that is. */
static bool
is_third_person(struct span s, unsigned c)
{
	return c == 0 && s.n > 3 && s.s[s.n - 1] == 's' && s.s[s.n - 2] != 's' && span_is_lower(s.s[0])
	    && tab_mark(&tab_tagclass, span_hash(s)) == tab_mark(&tab_tagclass, span_hash(S("agrees")));
}

/* "farmers oppose", "flowers use": the plain form of a verb after a plural. */
static bool
is_plain_verb(const struct walk *w, struct span s, unsigned c)
{
	unsigned mark;

	if (!w->plural || (c & ~(unsigned)(DASH_ORDER | DASH_SURE)) != 0 || s.n < 3 || !span_is_lower(s.s[0]))
		return false;
	mark = tab_mark(&tab_tagclass, span_hash(s));
	return mark == tab_mark(&tab_tagclass, span_hash(S("oppose")));
}

/* "released the data", "requires a plan": a word in -ed or -s with an object after it. */
static bool
may_be_verb(struct span s, unsigned classes)
{
	return classes == 0 && s.n > 3
	    && (span_ends(s, S("ed")) || (span_ends(s, S("s")) && !span_ends(s, S("ss"))));
}

/* "everything costs", "none of it helped" */
static bool
follows_all(const struct walk *w, struct span s, unsigned c)
{
	return w->all == ALL && may_be_verb(s, c) && span_is_lower(s.s[0]) && (span_ends(s, S("s")) || w->pronoun);
}

/* "the man I had met", "a move few had foreseen", "one a team has": the next verb is not the
 * sentence's. */
static bool
opens_relative(const struct walk *w, unsigned c)
{
	if (w->part == 0 || w->intro || w->p->verb || w->pending > 0 || w->p->words < 2 || (c & DASH_VERB) != 0)
		return false;
	if ((c & DASH_FEW) != 0)
		return (w->p->first & DASH_DETERMINER) != 0 && w->p->words > 2 && !w->preposition && !w->article;
	if ((c & DASH_ARTICLE) != 0)
		return w->noun && (w->p->first & DASH_PREPOSITION) == 0;
	return (c & DASH_SUBJECT) != 0 && !w->object;
}

static void
walk_word(struct walk *w, struct span s, unsigned c)
{
	bool subject = (c & DASH_SUBJECT) != 0, group = w->group;

	if (w->article && (c & (DASH_SUBJECT | DASH_DETERMINER)) == 0)
		c &= ~(unsigned)DASH_VERB;
	else if ((c & DASH_VERB) == 0 && w->part > 0 && !w->preposition && (is_third_person(s, c) || follows_all(w, s, c)
	    || is_plain_verb(w, s, c)))
		c = DASH_VERB;
	if ((w->guess && ((c & DASH_ARTICLE) != 0 || (w->third && (c & DASH_AFTER) != 0)))
	    || (w->open && (c & DASH_OBJECT) != 0) || (w->it && (c & DASH_VERB) == 0 && !span_ends(s, S("ed"))))
		verb(w);
	w->it = (c & DASH_AFTER) != 0 && (((w->open || w->base) && subject) || (w->order && span_eq(s, S("that"))));
	if (w->base && (c & (DASH_ARTICLE | DASH_OBJECT)) != 0 && !w->group)
		verb(w);
	if (w->subject && (c & DASH_VERB) == 0
	    && (c & (DASH_RELATIVE | DASH_JOINS | DASH_PREPOSITION | DASH_DETERMINER)) == 0
	    && !span_ends(s, S("ly")))
		verb(w);
	if (w->it) {
		w->group = false;
	} else if ((c & DASH_RELATIVE) != 0 && (w->part > 0 || (c & DASH_COMMA_TAIL) == 0 || span_same(s, S("what")))) {
		w->pending++;
		w->group = false;
	} else if (opens_relative(w, c)) {
		w->pending++;
	}
	if ((c & DASH_VERB) != 0 && !w->to && (w->part > 0 || subject)) {
		if (subject && w->part == 0)
			w->part = 1;
		verb(w);
	} else if (!w->subject) {
		w->group = false;
	}
	w->guess = may_be_verb(s, c) && span_is_lower(s.s[0]) && w->part > 0 && !w->p->verb && !group;
	w->subject = subject && !w->object && (c & DASH_VERB) == 0 && !span_ends(s, S("thing"));
	w->object = (c & DASH_PREPOSITION) != 0 || (c == 0 && span_ends(s, S("ing")));
	w->joined = (c & DASH_JOINS) != 0;
	w->open = (c & ~DASH_ANNOUNCES) == 0 && !group && !w->to && w->part > 0 && !w->object && span_is_lower(s.s[0]);
	w->to = span_eq(s, S("to"));
	w->article = (c & (DASH_ARTICLE | DASH_NO_LABEL)) == DASH_ARTICLE; /* not "these" */
	w->pronoun = (c & (DASH_SUBJECT | DASH_OBJECT)) != 0;
	w->base = w->plural && (c & DASH_VERB) == 0 && (c == 0 || (c & DASH_ORDER) != 0) && span_is_lower(s.s[0]);
	w->order = w->base && (c & DASH_ORDER) != 0;
	w->plural = may_be_verb(s, c) && s.s[s.n - 1] == 's' && !w->group;
	w->third = w->plural && w->part > 1;
	w->noun = w->part > 0 && ((c == 0 && !span_ends(s, S("ed")) && !span_ends(s, S("ing")) && !span_ends(s, S("ly"))
	    && span_is_lower(s.s[0])) || (c & DASH_ONE) != 0);
	if ((c & DASH_ALL) != 0)
		w->all = ALL;
	else if (w->all == ALL && span_eq(s, S("of")))
		w->all = ALL_OF;
	else
		w->all = (w->all == ALL_OF && w->pronoun) || (w->all == ALL && (c & DASH_ONE) != 0) ? ALL : 0;
	w->preposition = (c & DASH_PREPOSITION) != 0;
	w->part += w->part > 0 || (c & DASH_ADVERB) == 0;
}

/* The words of the phrase, from 1, that told something. */
struct seen {
	size_t number, one, asks;
};

static void
look_at_shape(struct walk *w, struct span s, unsigned c, struct seen *seen)
{
	struct dash_phrase *p = w->p;

	if (s.n > 3 && !span_is_upper(s.s[0]) && !span_is_digit(s.s[0]))
		p->titled = false;
	if ((c & DASH_JOINS) != 0)
		p->joins = true;
	if ((c & DASH_NUMBER) != 0 || (span_is_digit(s.s[0]) && s.n < 3))
		seen->number = p->words;
	if ((c & DASH_ONE) != 0)
		seen->one = p->words;
	if ((c & DASH_ASKS) != 0 && p->verb)
		seen->asks = p->words;
	p->asks += (c & DASH_ASKS) != 0;
	p->negative |= span_eq(s, S("not")) || span_ends(s, S("n't")) || span_ends(s, S("n\xE2\x80\x99t"));
	p->announces |= (c & DASH_ANNOUNCES) != 0;
	p->numbered = (span_ends(s, S("s")) || span_eq(s, S("people"))) && seen->number != 0
	    && p->words - seen->number < 5;
	p->one = seen->one != 0 && p->words - seen->one < 4 && p->words > seen->one;
	p->what = seen->asks != 0 && p->words - seen->asks < 5 && p->words > seen->asks;
	p->last = w->joined || w->to ? c & ~DASH_ANNOUNCES : c;
}

/* "In short, it works": what stands before the comma is passed over. */
static void
at_comma(struct walk *w, unsigned c)
{
	if (w->it)
		verb(w);
	w->p->commas++;
	w->part = 0;
	w->subject = w->guess = w->group = false;
	w->article = w->noun = w->pronoun = w->plural = w->third = w->base = w->it = w->preposition = false;
	w->all = 0;
	if (w->intro)
		w->pending = 0;
	w->intro = (c & (DASH_JOINS | DASH_RELATIVE)) != 0;
}

/* Of a clause only the end is still asked for. */
static size_t
leap(struct span text, size_t from, size_t at, struct dash_phrase *p)
{
	while (at > from && text.s[at - 1] != ' ')
		at--;
	p->words += 8;
	return at;
}

struct dash_phrase
dash_phrase(struct span text, size_t from, size_t to)
{
	struct dash_phrase p = { .titled = true, .head = SPAN("") };
	struct walk walk = { .p = &p };
	struct dash_word w;
	struct seen seen = { 0 };

	while (p.words < 60 && dash_word(text, &from, to, &w)) {
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
		look_at_shape(&walk, s, w.classes, &seen);
		walk_word(&walk, s, w.classes);
		if (p.clause && to - from > 80)
			from = leap(text, from, to - 50, &p);
	}
	if (walk.it)
		verb(&walk);
	return p;
}
