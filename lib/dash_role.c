/* SPDX-License-Identifier: ISC */
/*
 * What each dash of a sentence does there, and what a copy editor would put in its place.
 */
#include "dash_part.h"

#include <string.h>

/* "My aunt, who never drove (why should she), walked": the relative clause that a comma opened ends. */
static bool
ends_relative(const struct dash_side *s, const struct dash_mark *m)
{
	struct dash_word w;
	size_t at, comma = m->from;

	for (at = m->left; (at = span_find_char(span_head(s->text, m->from), at, ',')) < m->from; at++)
		comma = at;
	at = comma;
	return comma < m->from && dash_word(s->text, &at, m->from, &w) && (w.classes & DASH_RELATIVE) != 0
	    && (w.classes & (DASH_SUBJECT | DASH_PREPOSITION)) == 0 && (s->after.first & DASH_JOINS) == 0;
}

/* After a bracket that follows a long way in, the comma of the way in comes. */
static enum dash_put
closing(const struct dash_side *s, const struct dash_mark *m)
{
	const struct dash_phrase *b = &s->before;

	if (ends_relative(s, m))
		return DASH_PUT_CLOSE_COMMA;
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
	dash_put(second, DASH_PAIR_NESTED, speech ? DASH_PUT_CLOSE : closing(s, m));
}

/* Whether two dashes enclose an aside: of one kind, in the same brackets, and nothing special. */
static bool
is_pair(struct dash_side *s, struct dash_mark *m, struct dash_mark *second)
{
	struct dash_phrase inside;

	if (span_has(span_between(s->text.s + m->to, s->text.s + second->from), ';'))
		return false;
	if (second->role != DASH_TAIL || second->kind != m->kind || second->left != m->left
	    || second->right != m->right)
		return false;
	s->after = inside = dash_phrase(s->text, m->to, second->from, true);
	if (inside.words == 0)
		return false;
	return !(dash_is_capital(s->text, m->to) && s->before.words <= 4 && dash_is_label(s, m)
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
	struct span rest = span_head(text, m->right);
	size_t plain = span_find_char(rest, m->to + 1, '"'), i;

	for (i = m->to + 1; (i = span_find_char(rest, i, '\xE2')) < plain; i++) {
		if (span_starts(span_from(rest, i), S("\xE2\x80\x9C")))
			return m->right;
		if (span_starts(span_from(rest, i), S("\xE2\x80\x9D")))
			return i;
	}
	return plain < m->right && strchr(",.?!", text.s[plain - 1]) != NULL ? plain : m->right;
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
	dash_tail(&s, m);
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
