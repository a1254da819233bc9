/* SPDX-License-Identifier: ISC */
/*
 * The dashes that stand alone: what comes after them, and what would be put there instead.
 */
#include "dash_part.h"

static bool
is_list(const struct dash_phrase *p)
{
	return p->commas >= 2 && !p->verb && (p->first & DASH_COMMA_TAIL) == 0
	    && p->words <= 8 * (p->commas + 1);
}

static bool
is_item(const struct dash_side *s, const struct dash_mark *m)
{
	char c = m->left < s->text.n ? s->text.s[m->left] : '\0';

	return ((c == '-' || c == '+') && dash_blank_at(s->text, m->left + 1) > 0) || c == '#' || span_is_digit(c)
	    || (c == '*' && dash_blank_at(s->text, m->left + 1) > 0)
	    || span_starts(span_from(s->text, m->left), S("\xE2\x80\xA2"));
}

static bool
is_question_word(struct span word)
{
	return span_same(word, S("what")) || span_same(word, S("how")) || span_same(word, S("why"));
}

/* "I" always has one. */
static bool
begins_capital(const struct dash_side *s, const struct dash_mark *m)
{
	return dash_is_capital(s->text, m->to) && !span_eq(s->after.head, S("I"))
	    && !span_starts(s->after.head, S("I'")) && !span_starts(s->after.head, S("I\xE2\x80\x99"));
}

/* `Speed — ships weekly`: a few words without a verb at the start of the line. */
bool
dash_is_label(const struct dash_side *s, const struct dash_mark *m)
{
	const struct dash_phrase *b = &s->before, *a = &s->after;

	if (b->words == 0 || b->words > 7 || b->commas > 0 || a->words == 0 || s->prev == DASH_CHAR_QUOTE
	    || !dash_at_line_start(s->text, m->left))
		return false;
	if (b->words <= 2 && (b->first & DASH_NO_LABEL) != 0
	    && (b->words > 1 || (b->first & DASH_RELATIVE) == 0 || !dash_is_capital(s->text, m->to)))
		return false;
	if (begins_capital(s, m) || s->next == DASH_CHAR_END || s->next == DASH_CHAR_DIGIT)
		return (!b->verb || b->titled) && ((b->first & (DASH_SUBJECT | DASH_RELATIVE)) == 0 || b->words == 1)
		    && (m->kind != DASH_EN || m->from < m->at);
	if (b->words > 4 || b->verb || (b->first & DASH_VERB) != 0 || (b->first & DASH_NO_LABEL) != 0
	    || (b->words > 1 && (b->first & DASH_ORDER) != 0))
		return false;
	/* `- cloud — the computers of others`: the terms of a list, and titles. */
	if (is_item(s, m) && ((a->first & DASH_COMMA_TAIL) == 0 || is_question_word(a->head)))
		return true;
	if (s->d->marks == DASH_ONE_CLAUSE
	    && ((a->first & DASH_DETERMINER) != 0 || is_question_word(a->head)))
		return true;
	return b->titled && (a->first & DASH_COMMA_TAIL) == 0 && (b->first & DASH_DETERMINER) == 0
	    && span_is_upper(b->head.s[0]);
}

static enum dash_put
between_clauses(const struct dash_side *s, struct dash_mark *m)
{
	bool capital = begins_capital(s, m);
	size_t end = m->right;

	while (end > m->to && (s->text.s[end - 1] == '"' || span_is_space(s->text.s[end - 1])))
		end--;
	if (s->d->marks == DASH_ONE_CLAUSE || s->next == DASH_CHAR_OPEN || s->next == DASH_CHAR_QUOTE)
		return DASH_PUT_COLON;
	if (end > m->to && s->text.s[end - 1] == '?' && !capital)
		return DASH_PUT_COLON;
	if (s->d->marks == DASH_ANY && !capital)
		return DASH_PUT_SEMICOLON;
	m->capital = true;
	return DASH_PUT_STOP;
}

static bool
is_negation(struct span left)
{
	return span_ends(left, S("not")) || span_ends(left, S("Not")) || span_ends(left, S("n't"))
	    || span_ends(left, S("n\xE2\x80\x99t"));
}

/* "not just A — it's B", as people write it: with a comma. */
static bool
is_correlative(const struct dash_side *s, const struct dash_mark *m)
{
	struct span left = span_between(s->text.s + m->left, s->text.s + m->from);
	static const struct span openers[] = { SPAN("just "), SPAN("only "), SPAN("merely "),
		SPAN("simply "), SPAN("about ") };

	if ((s->after.first & DASH_SUBJECT) == 0 && !span_starts_same(s->after.head, S("that"))
	    && !span_starts_same(s->after.head, S("this")))
		return false;
	for (size_t i = 0; (i = span_find(left, i, S("t "))) < left.n; i++)
		if (is_negation(span_head(left, i + 1)))
			for (size_t k = 0; k < sizeof(openers) / sizeof(openers[0]); k++)
				if (span_starts(span_from(left, i + 2), openers[k]))
					return true;
	return false;
}

/* An order: "be sure to", "connect with them". */
static bool
is_order(const struct dash_side *s, const struct dash_mark *m)
{
	const struct dash_phrase *a = &s->after;
	struct dash_word w;
	size_t at = m->to;

	if ((a->first & DASH_ORDER) == 0 || a->words < 2 || (a->first & DASH_COMMA_TAIL) != 0)
		return false;
	dash_word(s->text, &at, m->right, &w);
	if ((a->first & DASH_VERB) != 0)
		return true; /* don't */
	if ((a->first & DASH_SURE) != 0 && a->words > 2)
		return true;
	return dash_word(s->text, &at, m->right, &w) && !w.comma
	    && ((w.classes & (DASH_DETERMINER | DASH_PREPOSITION)) != 0 || a->words > 3)
	    && !span_same(dash_word_span(s->text, &w), S("of"));
}

/* "That is why": not the that of "that it works", nor a `that is,`. */
static bool
is_that(const struct dash_side *s, const struct dash_mark *m)
{
	struct dash_word w;
	size_t at = m->to;

	if (!span_same(s->after.head, S("that")) || !dash_word(s->text, &at, m->right, &w))
		return false;
	/* not "that is to say" */
	return dash_word(s->text, &at, m->right, &w) && (w.classes & DASH_VERB) != 0 && !w.comma
	    && dash_word(s->text, &at, m->right, &w) && !w.comma && !span_eq(dash_word_span(s->text, &w), S("to"));
}

static bool
is_clause(const struct dash_side *s, const struct dash_mark *m)
{
	const struct dash_phrase *a = &s->after;
	bool opens = (a->first & (DASH_JOINS | DASH_RELATIVE)) == 0
	    || (a->first & (DASH_PREPOSITION | DASH_COMMA_TAIL)) != DASH_COMMA_TAIL;

	/* Speech goes on after "she said". */
	if ((s->next == DASH_CHAR_OPEN || s->next == DASH_CHAR_QUOTE) && !dash_is_capital(s->text, m->to))
		return false;
	return is_order(s, m) || (a->clause && (opens || is_that(s, m) || span_same(a->head, S("what"))));
}

static bool
is_question(const struct dash_side *s, const struct dash_mark *m)
{
	size_t end = m->right;

	while (end > m->to && (s->text.s[end - 1] == ' ' || s->text.s[end - 1] == '\n'))
		end--;
	return (s->after.first & DASH_RELATIVE) != 0 && !span_same(s->after.head, S("that"))
	    && s->after.words > 1 && end > m->to
	    && s->text.s[end - 1] == '?' && s->before.words > 1;
}

/* "In short — it works": what comes before is only a way in. */
static bool
is_way_in(const struct dash_side *s)
{
	const struct dash_phrase *b = &s->before;

	if (b->clause || b->verb || (b->first & DASH_ORDER) != 0
	    || ((b->first & DASH_ASKS) != 0 && b->words > 1))
		return false;
	return b->words == 1 || (b->words <= 4 && (b->last & (DASH_WHEN | DASH_NO_LABEL)) != 0)
	    || (b->words <= 3 && (b->first & DASH_DETERMINER) == 0 && !span_is_upper(b->head.s[0]))
	    || (b->first & (DASH_PREPOSITION | DASH_RELATIVE | DASH_NO_LABEL)) != 0;
}

/* A few words that end in what announces something: "The result — chaos". */
static bool
is_topic(const struct dash_phrase *b, const struct dash_phrase *a)
{
	if (b->words == 2 && (b->first & DASH_ARTICLE) != 0 && (a->first & DASH_DETERMINER) != 0)
		return true;
	if (b->announces && (b->first & DASH_ARTICLE) != 0 && !b->verb && b->words < 8)
		return (a->first & DASH_COMMA_TAIL) == 0;
	return !b->verb && !b->clause && b->words <= 5 && (b->last & (DASH_TOPIC | DASH_ANNOUNCES)) != 0
	    && (b->first & (DASH_PREPOSITION | DASH_RELATIVE)) == 0
	    && ((a->first & DASH_COMMA_TAIL) == 0 || (a->clause && (a->first & DASH_JOINS) == 0));
}

/* What the words before the dash have promised: "he knew what it meant", "she has one fear". */
static bool
is_announced(const struct dash_phrase *b, const struct dash_phrase *a)
{
	bool plain = (a->first & DASH_COMMA_TAIL) == 0;

	if (!b->verb || b->negative)
		return false;
	if (a->asks > 1 && a->joins && (a->first & DASH_ASKS) != 0)
		return true;
	if ((b->last & DASH_ANNOUNCES) != 0 && (plain || (a->first & DASH_ORDER) != 0
	    || (a->clause && (a->first & DASH_RELATIVE) == 0)))
		return true;
	if ((b->last & DASH_RELATIVE) != 0)
		return plain;
	if ((b->last & DASH_VERB) != 0 && span_is_upper(a->head.s[0]) && !a->verb && a->words <= 4)
		return true;
	if (b->one && (a->first & DASH_ORDER) != 0)
		return true;
	if (span_eq(a->head, S("to")))
		return (b->announces || b->one) && !a->clause && (a->second & DASH_DETERMINER) == 0;
	return plain && ((b->one && !a->clause && a->words <= 8) || (b->what && (b->last & DASH_VERB) != 0));
}

/* "singular — most singular", "a mistake — a costly one": a word comes again. */
static bool
is_echo(const struct dash_side *s, const struct dash_mark *m)
{
	struct span before = span_between(s->text.s + m->left, s->text.s + m->from);
	struct dash_word w;
	size_t at = m->to;

	if (s->after.words < 5 && !s->after.clause && (s->after.first & DASH_ARTICLE) != 0
	    && (s->after.last & DASH_ONE) != 0)
		return true;
	if (s->after.words > 5 || s->after.clause || is_list(&s->after))
		return false;
	before = span_from(before, before.n > 40 ? before.n - 40 : 0);
	while (dash_word(s->text, &at, m->right, &w))
		if (w.end - w.at > 3 && span_find_same(before, dash_word_span(s->text, &w)) < before.n)
			return true;
	return false;
}

void
dash_tail(struct dash_side *s, struct dash_mark *m)
{
	const struct dash_phrase *b = &s->before, *a = &s->after;

	if (dash_is_label(s, m))
		dash_put(m, DASH_LABEL, DASH_PUT_COLON);
	else if (is_correlative(s, m))
		dash_put(m, DASH_CORRELATIVE, DASH_PUT_COMMA);
	else if (is_echo(s, m))
		dash_put(m, DASH_TAIL, DASH_PUT_COMMA);
	else if (is_list(b) && (a->clause || ((a->first & DASH_ALL) != 0 && a->words < 4))
	    && (a->first & (DASH_JOINS | DASH_RELATIVE)) == 0)
		dash_put(m, DASH_LIST_BEFORE, DASH_PUT_COLON);
	else if (is_topic(b, a) || is_announced(b, a))
		dash_put(m, DASH_EXPLAIN, DASH_PUT_COLON);
	else if (is_question(s, m) || (is_clause(s, m) && !is_way_in(s)))
		dash_put(m, DASH_CLAUSES, between_clauses(s, m));
	else if (is_list(a) || ((b->numbered || (b->first & DASH_NUMBER) != 0) && !a->clause && (a->first & DASH_COMMA_TAIL) == 0
	    && (a->joins || a->commas > 0)))
		dash_put(m, DASH_LIST, DASH_PUT_COLON);
	else if (!b->verb && a->words > 0 && dash_is_capital(s->text, m->to) && a->first != 0
	    && m->kind == DASH_EN && m->from == m->at)
		dash_put(m, DASH_CLAUSES, between_clauses(s, m));
	else
		dash_put(m, DASH_TAIL, DASH_PUT_COMMA);
}
