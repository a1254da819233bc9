/* SPDX-License-Identifier: ISC */
/*
 * The dashes that their neighbours decide: beside other marks, at line starts, where speech ends.
 */
#include "dash_part.h"

void
dash_put(struct dash_mark *m, enum dash_role role, enum dash_put what)
{
	m->role = role;
	m->put = what;
}

static enum dash_char
char_before(struct span text, size_t at)
{
	enum dash_char c;
	size_t n;

	while ((c = dash_char_before(text, at, &n)) == DASH_CHAR_MARKUP)
		at -= n;
	return c;
}

static enum dash_char
char_at(struct span text, size_t at)
{
	enum dash_char c;
	size_t n;

	while ((c = dash_char_at(text, at, &n)) == DASH_CHAR_MARKUP)
		at += n;
	return c;
}

void
dash_touching(struct dash_side *s, const struct dash_mark *m)
{
	s->prev = char_before(s->text, m->from);
	s->next = char_at(s->text, m->to);
}

/* The first character of the next word. */
bool
dash_is_capital(struct span text, size_t at)
{
	size_t n;
	enum dash_char c;

	while ((c = dash_char_at(text, at, &n)) == DASH_CHAR_MARKUP || c == DASH_CHAR_OPEN
	    || c == DASH_CHAR_QUOTE)
		at += n;
	return at < text.n && span_is_upper(text.s[at]);
}

/* A quotation mark that ends speech: what it touches tells for the straight ones. */
static bool
closes_quote(struct span text, size_t at)
{
	size_t n, unused;
	enum dash_char c = dash_char_at(text, at, &n), after;

	if (c != DASH_CHAR_QUOTE && !span_starts(span_from(text, at), S("\xE2\x80\x9D"))
	    && !span_starts(span_from(text, at), S("\xE2\x80\x99")))
		return false;
	after = dash_char_at(text, at + n, &unused);
	return after != DASH_CHAR_LETTER && after != DASH_CHAR_DIGIT && after != DASH_CHAR_OPEN;
}

/* The end of a sentence before a dash: its mark may stand inside quotation marks or brackets. */
static bool
ends_sentence(struct span text, size_t at)
{
	size_t n, end = at;
	enum dash_char c;
	struct span word;

	while ((c = dash_char_before(text, at, &n)) == DASH_CHAR_CLOSE || c == DASH_CHAR_QUOTE
	    || c == DASH_CHAR_MARKUP)
		at -= n;
	if (c != DASH_CHAR_END)
		return false;
	if (end > at || text.s[at - n] != '.')
		return true;
	for (end = at - n, at = end; at > 0 && end - at < 12 && (span_is_alpha(text.s[at - 1])
	    || text.s[at - 1] == '.'); at--)
		continue;
	word = span_between(text.s + at, text.s + end);
	return word.n > 1 && (dash_classes(word) & DASH_ABBREVIATION) == 0;
}

/* .75 */
static bool
is_point(struct span text, size_t at)
{
	return at + 1 < text.n && text.s[at] == '.' && span_is_digit(text.s[at + 1]);
}

/* What has its mark already, or stands at an edge. True when the dash is dealt with. */
bool
dash_beside_mark(struct dash_side *s, struct dash_mark *m)
{
	struct span text = s->text;

	if (s->next == DASH_CHAR_EDGE || (m->to >= m->right && s->next == DASH_CHAR_BLANK)) {
		dash_put(m, DASH_CUTOFF, s->prev == DASH_CHAR_END || s->prev == DASH_CHAR_MID
		    ? DASH_PUT_NOTHING : DASH_PUT_COLON);
		m->joined = true;
		return true;
	}
	if (closes_quote(text, m->to) && s->prev != DASH_CHAR_CLOSE && s->prev != DASH_CHAR_QUOTE) {
		dash_put(m, DASH_CUTOFF, s->prev == DASH_CHAR_END || s->prev == DASH_CHAR_MID
		    ? DASH_PUT_NOTHING : DASH_PUT_DOTS);
		m->joined = true;
		return true;
	}
	if (s->next == DASH_CHAR_MID || s->next == DASH_CHAR_CLOSE
	    || (s->next == DASH_CHAR_END && !is_point(text, m->to))) {
		dash_put(m, DASH_BREAK, DASH_PUT_NOTHING);
		m->joined = true;
		return true;
	}
	if (s->prev == DASH_CHAR_OPEN) {
		dash_put(m, DASH_BREAK, DASH_PUT_NOTHING);
		m->joined = true;
		return true;
	}
	if (s->prev == DASH_CHAR_MID) {
		dash_put(m, text.s[m->from - 1] == ':' ? DASH_SALUTATION : DASH_BREAK, DASH_PUT_NOTHING);
		return true;
	}
	return false;
}

/* A dash that opens its line, or stands behind a finished sentence. */
static bool
decide_attribution(struct dash_side *s, struct dash_mark *m)
{
	if (dash_at_line_start(s->text, m->from)) {
		dash_put(m, DASH_ATTRIBUTION, DASH_PUT_NOTHING);
		m->joined = true;
		m->from = m->at;
		return true;
	}
	if (!ends_sentence(s->text, m->from))
		return false;
	if (dash_is_capital(s->text, m->to) || s->next == DASH_CHAR_OTHER)
		dash_put(m, DASH_ATTRIBUTION, DASH_PUT_NOTHING);
	else if (s->prev == DASH_CHAR_END)
		dash_put(m, DASH_BREAK, DASH_PUT_NOTHING);
	else
		return false;
	return true;
}

bool
dash_edges(struct dash_side *s, struct dash_mark *m)
{
	return dash_beside_mark(s, m) || decide_attribution(s, m);
}
