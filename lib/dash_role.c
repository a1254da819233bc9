/* SPDX-License-Identifier: ISC */
/*
 * What each dash of a sentence does there, and what a copy editor would put in its place.
 */
#include "dash_part.h"

#include <string.h>

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
static bool
is_label(const struct dash_side *s, const struct dash_mark *m)
{
	const struct dash_phrase *b = &s->before, *a = &s->after;

	if (!dash_at_line_start(s->text, m->left) || b->words == 0 || b->words > 7 || b->commas > 0
	    || a->words == 0 || (s->prev == DASH_CHAR_QUOTE))
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
	return dash_word(s->text, &at, m->right, &w) && (w.classes & DASH_VERB) != 0 && !w.comma
	    && at < m->right && s->text.s[at] != ',';
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
	return (s->after.first & DASH_RELATIVE) != 0 && s->after.words > 1 && end > m->to
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

/* "singular — most singular": a word comes again. */
static bool
is_echo(const struct dash_side *s, const struct dash_mark *m)
{
	struct span before = span_between(s->text.s + m->left, s->text.s + m->from);
	struct dash_word w;
	size_t at = m->to;

	if (s->after.words > 5 || s->after.clause)
		return false;
	before = span_from(before, before.n > 40 ? before.n - 40 : 0);
	while (dash_word(s->text, &at, m->right, &w))
		if (w.end - w.at > 3 && span_find_same(before, dash_word_span(s->text, &w)) < before.n)
			return true;
	return false;
}

static void
decide_tail(struct dash_side *s, struct dash_mark *m)
{
	const struct dash_phrase *b = &s->before, *a = &s->after;

	if (is_label(s, m))
		dash_put(m, DASH_LABEL, DASH_PUT_COLON);
	else if (is_correlative(s, m))
		dash_put(m, DASH_CORRELATIVE, DASH_PUT_COMMA);
	else if (is_echo(s, m))
		dash_put(m, DASH_TAIL, DASH_PUT_COMMA);
	else if (is_list(b) && a->clause && (a->first & (DASH_JOINS | DASH_RELATIVE)) == 0)
		dash_put(m, DASH_LIST_BEFORE, DASH_PUT_COLON);
	else if (is_topic(b, a) || is_announced(b, a))
		dash_put(m, DASH_EXPLAIN, DASH_PUT_COLON);
	else if (is_question(s, m) || (is_clause(s, m) && !is_way_in(s)))
		dash_put(m, DASH_CLAUSES, between_clauses(s, m));
	else if (is_list(a) || (b->numbered && !a->clause && (a->first & DASH_COMMA_TAIL) == 0
	    && (a->joins || a->commas > 0)))
		dash_put(m, DASH_LIST, DASH_PUT_COLON);
	else if (!b->verb && a->words > 0 && dash_is_capital(s->text, m->to) && a->first != 0
	    && m->kind == DASH_EN && m->from == m->at)
		dash_put(m, DASH_CLAUSES, between_clauses(s, m));
	else
		dash_put(m, DASH_TAIL, DASH_PUT_COMMA);
}

/* After a bracket that follows a long way in, the comma of the way in comes. */
static enum dash_put
closing(const struct dash_side *s)
{
	const struct dash_phrase *b = &s->before;

	if ((b->first & DASH_RELATIVE) != 0 && (b->first & (DASH_ASKS | DASH_DETERMINER)) == 0 && b->words > 1
	    && b->verb + b->words > 2)
		return DASH_PUT_CLOSE_COMMA;
	if (!s->after.clause)
		return DASH_PUT_CLOSE;
	if ((s->after.first & DASH_JOINS) != 0 || ((b->first & DASH_JOINS) != 0 && !b->verb))
		return DASH_PUT_CLOSE_COMMA;
	return b->words > 3 && (b->first & (DASH_PREPOSITION | DASH_RELATIVE)) != 0
	    ? DASH_PUT_CLOSE_COMMA : DASH_PUT_CLOSE;
}

static bool
wants_brackets(const struct dash_phrase *inside)
{
	if ((inside->first & DASH_JOINS) != 0)
		return false;
	if (span_same(inside->head, S("that")) || (inside->first & DASH_RELATIVE) != 0)
		return false;
	return inside->commas > 0 || inside->clause;
}

/* "— who pays? —" */
static bool
asks(struct span text, size_t at)
{
	return at > 0 && (text.s[at - 1] == '?' || text.s[at - 1] == '!');
}

/* Commas around an aside, or brackets when it holds commas or a clause itself. */
static void
decide_pair(struct dash_side *s, struct dash_mark *m, struct dash_mark *second)
{
	struct dash_phrase inside = dash_phrase(s->text, m->to, second->from, true);
	size_t n;
	bool speech = dash_char_at(s->text, second->to, &n) == DASH_CHAR_OPEN
	    && s->prev == DASH_CHAR_CLOSE;

	s->after = dash_phrase(s->text, second->to, m->right, true);
	if ((!wants_brackets(&inside) && !asks(s->text, second->from)) || s->d->style == DASH_COMMA
	    || (m->left > 0 && s->text.s[m->left - 1] == '(')) {
		dash_put(m, DASH_PAIR, DASH_PUT_COMMA);
		dash_put(second, DASH_PAIR, DASH_PUT_COMMA);
		return;
	}
	dash_put(m, DASH_PAIR_NESTED, DASH_PUT_OPEN);
	m->joined = true;
	dash_put(second, DASH_PAIR_NESTED, speech ? DASH_PUT_CLOSE : closing(s));
}

/* Whether two dashes enclose an aside: of one kind, in the same brackets, and nothing special. */
static bool
is_pair(struct dash_side *s, struct dash_mark *m, struct dash_mark *second)
{
	struct dash_phrase inside;

	if (second->role != DASH_TAIL || second->kind != m->kind || second->left != m->left
	    || second->right != m->right)
		return false;
	s->after = inside = dash_phrase(s->text, m->to, second->from, true);
	if (inside.words == 0)
		return false;
	return !(dash_is_capital(s->text, m->to) && s->before.words <= 4 && is_label(s, m)
	    && inside.words > 4);
}

/* "— which", "— and": a comma, whatever else stands in the sentence. */
static bool
is_plain_tail(struct dash_side *s, const struct dash_mark *m)
{
	struct dash_word w;
	size_t at = m->to;

	if (m->to >= s->text.n || !span_is_lower(s->text.s[m->to]) || !dash_word(s->text, &at, m->right, &w))
		return false;
	return (w.classes & DASH_COMMA_TAIL) != 0 && (w.classes & (DASH_JOINS | DASH_RELATIVE)) != 0
	    && (w.classes & (DASH_PREPOSITION | DASH_DETERMINER | DASH_SUBJECT | DASH_VERB)) == 0
	    && (w.classes & DASH_ASKS) == 0
	    && s->text.s[m->right > 0 ? m->right - 1 : 0] != '?';
}

/* A dash in speech sees no further than its end. */
static size_t
speech_end(struct span text, const struct dash_mark *m)
{
	for (size_t i = m->to + 1; i + 3 < m->right; i++) {
		if (text.s[i] == '"')
			return strchr(",.?!", text.s[i - 1]) != NULL ? i : m->right;
		if (text.s[i] == '\xE2' && text.s[i + 1] == '\x80' && text.s[i + 2] == '\x9C')
			return m->right;
		if (text.s[i] == '\xE2' && text.s[i + 1] == '\x80' && text.s[i + 2] == '\x9D')
			return i;
	}
	return m->right;
}

static void
decide_one(const struct dash *d, struct span text, struct dash_mark *m, struct dash_mark *last)
{
	struct dash_side s = { .text = text, .d = d }, o = s;
	struct dash_mark *second = NULL;

	dash_touching(&s, m);
	if (dash_edges(&s, m))
		return;
	if (m + 1 == last && is_plain_tail(&s, m)) {
		dash_put(m, DASH_TAIL, DASH_PUT_COMMA);
		return;
	}
	s.before = dash_phrase(text, m->left, m->from, false);
	for (struct dash_mark *next = m + 1; next < last && second == NULL; next++)
		if (next->role == DASH_TAIL && next->left == m->left)
			second = next;
	dash_touching(&o, second != NULL ? second : m);
	if (second != NULL && dash_beside_mark(&o, second))
		second = NULL;
	if (second != NULL && is_pair(&s, m, second)) {
		decide_pair(&s, m, second);
		return;
	}
	m->right = speech_end(text, m);
	s.after = dash_phrase(text, m->to, second != NULL ? second->from : m->right, true);
	decide_tail(&s, m);
}

void
dash_decide(const struct dash *d, struct span text, struct dash_mark *m, size_t n)
{
	dash_brackets(text, m, n);
	for (size_t i = 0; i < n; i++) {
		if (m[i].role == DASH_CELL)
			m[i].put = DASH_PUT_MINUS;
		if (m[i].role == DASH_RANGE)
			m[i].put = d->ascii ? DASH_PUT_MINUS : DASH_PUT_EN;
		if (m[i].role == DASH_TAIL && m[i].put == DASH_PUT_NOTHING && !m[i].joined)
			decide_one(d, text, &m[i], m + n);
		if (d->style == DASH_COMMA && (m[i].put == DASH_PUT_COLON || m[i].put == DASH_PUT_SEMICOLON
		    || m[i].put == DASH_PUT_STOP) && m[i].role != DASH_CUTOFF) {
			m[i].put = DASH_PUT_COMMA;
			m[i].capital = false;
		}
	}
}
