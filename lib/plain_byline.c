/* SPDX-License-Identifier: ISC */
/*
 * Bylines and dates: `By Ann Roe · March 5, 2024 · 4 min read`. A line is one when every piece
 * of it
 * is a name, a date or a passing remark, and one at least could stand nowhere else.
 */
#include "plain.h"

#include "list.h"
#include "utf8.h"

#define DATED_WORDS 6 /* of a name before a date */

/* Takes a number of so many digits off the front, with `th` and the like. */
static bool
take_number(struct span *s, size_t low, size_t high)
{
	size_t n = 0;

	while (n < s->n && span_is_digit(s->s[n]))
		n++;
	if (n < low || n > high)
		return false;
	*s = span_from(*s, n);
	if (high == 2 && s->n >= 2 && span_is_lower(s->s[0]) &&
	    span_listed(S("st|nd|rd|th"), span_head(*s, 2)))
		*s = span_from(*s, 2);
	return true;
}

static bool
take_word(struct span *s, struct span list)
{
	size_t n = 0;

	while (n < s->n && span_is_alpha(s->s[n]))
		n++;
	if (n == 0 || !span_listed(list, span_head(*s, n)))
		return false;
	*s = span_from(*s, n);
	if (s->n > 0 && s->s[0] == '.')
		*s = span_from(*s, 1);
	return true;
}

static void
take_gap(struct span *s)
{
	while (s->n > 0 && (s->s[0] == ' ' || s->s[0] == ','))
		*s = span_from(*s, 1);
}

static bool
take_month(struct span *s)
{
	return take_word(s, list_named(S("month")));
}

static bool
take_figures(struct span *s)
{
	struct span t = *s;
	char mark;

	if (!take_number(&t, 1, 4) || t.n == 0 || ((mark = t.s[0]) != '-' && mark != '/' &&
	    mark != '.'))
		return false;
	t = span_from(t, 1);
	if (!take_number(&t, 1, 2) || t.n == 0 || t.s[0] != mark)
		return false;
	t = span_from(t, 1);
	if (!take_number(&t, 1, 4))
		return false;
	*s = t;
	return true;
}

static bool
take_named(struct span *s)
{
	struct span t = *s, u;
	bool day = take_number(&t, 1, 2);

	take_gap(&t);
	if (day && take_word(&t, S("of")))
		take_gap(&t);
	if (!take_month(&t))
		return false;
	take_gap(&t);
	u = t;
	if (!day && take_number(&u, 1, 2))
		t = u;
	take_gap(&t);
	if (!take_number(&t, 4, 4))
		return false;
	*s = t;
	return true;
}

/* Takes a date off the front: `March 5, 2024`, `Tue, 5 March 2024`, `2024-03-05`. */
static bool
take_date(struct span *s)
{
	struct span t = *s;

	if (take_word(&t, list_named(S("weekday"))))
		take_gap(&t);
	if (!take_figures(&t) && !take_named(&t))
		return false;
	*s = t;
	return true;
}

/* What a piece of a byline was found to be. */
enum piece {
	PIECE_NONE,
	PIECE_NAME,
	PIECE_MARK, /* only a byline has it */
};

static bool
take_prefix(struct span *s, const char *list)
{
	struct span rest = span_of(list), w;

	while (span_next(&rest, '|', &w))
		if (span_starts_same(*s, w)) {
			*s = span_ltrim(span_from(*s, w.n));
			return true;
		}
	return false;
}

/* `4 min read`, `2 days ago`, `3d`, `Edited`: they say nothing that lasts. */
static bool
is_passing(struct span s)
{
	size_t words = span_words(s);
	bool number = s.n > 0 && span_is_digit(s.s[0]);

	if (span_listed(S("edited|yesterday|today|now|promoted|1st|2nd|3rd|3rd+|follow|following|share|listen"), s))
		return true;
	if (span_starts_same(s, S("published in ")) && words <= 8)
		return true;
	if (number && words <= 5 && (span_ends(s, S(" ago")) || span_ends(s, S(" read"))))
		return true;
	if (number && words == 2 &&
	    (span_ends_same(s, S(" followers")) || span_ends_same(s, S(" connections"))))
		return true;
	if (number && words <= 2 && (span_ends(s, S("min")) || span_ends(s, S("minutes"))))
		return true;
	return number && s.n <= 4 && words == 1 && span_has(S("hdwmyHDWMY"), s.s[s.n - 1]) &&
	    s.n > 1;
}

static void
give(struct span *field, struct span value)
{
	if (field != NULL && field->n == 0)
		*field = value;
}

/* `9:14 AM GMT` */
static bool
is_time(struct span s)
{
	return span_is_digit(s.s[0]) && span_words(s) <= 3 && span_find_char(s, 0, ':') < 3;
}

/* The name in `by Ann Roe`, small letters too; empty without. */
static struct span
written_by(struct span s)
{
	s = span_ltrim(s);
	if (!span_starts_same(s, S("by ")) || span_words(s) > 6)
		return S("");
	return span_trim(span_from(s, 3));
}

/* Nothing, or a time of day, perhaps with its zone: `at 9:14 am`, `(updated)`. */
static bool
is_time_after(struct span s)
{
	while (s.n > 0 && (s.s[0] == ' ' || s.s[0] == ','))
		s = span_from(s, 1);
	return s.n == 0 || (span_words(s) <= 4 && (span_is_digit(s.s[0]) || s.s[0] == '(' ||
	    span_starts_same(s, S("at ")) || s.n <= 2));
}

/* The shortest date has three digits. */
static bool
may_hold_date(struct span s)
{
	size_t digits = 0;

	for (size_t i = 0; i < s.n; i++)
		digits += span_is_digit(s.s[i]);
	return digits >= 3;
}

/* A date with nothing, or only a name and a comma, before it and a time of day after it. */
static enum piece
dated_piece(struct span s, struct span *author, struct span *date)
{
	if (!may_hold_date(s))
		return PIECE_NONE;
	for (size_t at = 0; at < s.n; at++) {
		struct span rest = span_from(s, at), name = span_head(s, at), by;

		if ((at > 0 && s.s[at - 1] != ' ') || !take_date(&rest))
			continue;
		while (name.n > 0 && (name.s[name.n - 1] == ' ' || name.s[name.n - 1] == ','))
			name.n--;
		by = written_by(rest);
		if ((by.n == 0 && !is_time_after(rest)) || (name.n > 0 && !is_time(name) &&
		    (!plain_is_name(name) || span_words(name) > DATED_WORDS)))
			return PIECE_NONE;
		give(date, span_between(s.s + at, rest.s));
		give(author, by);
		if (name.n > 0 && !is_time(name))
			give(author, name);
		return PIECE_MARK;
	}
	return PIECE_NONE;
}

static enum piece
piece(struct span s, struct span *author, struct span *date)
{
	struct span name = s;

	s = span_trim(s);
	if (s.n == 0 || is_passing(s))
		return s.n == 0 ? PIECE_NAME : PIECE_MARK;
	name = s;
	if (take_prefix(&name,
	    "written by |by |author: |posted by |published by |words by |story by ") &&
	    plain_is_name(name)) {
		if (dated_piece(name, author, date) == PIECE_NONE)
			give(author, name);
		return PIECE_MARK;
	}
	take_prefix(&s,
	    "first published on |first published |published on |published: |published |posted on |"
	    "posted: |posted |updated on |updated: |updated |last updated |date: |on ");
	if (dated_piece(s, author, date) != PIECE_NONE)
		return PIECE_MARK;
	return plain_is_name(s) && span_words(s) <= 6 ? PIECE_NAME : PIECE_NONE;
}

/* A dash with a blank on each side, of those in Unicode. */
static bool
is_dash(struct span s, size_t at, size_t n)
{
	return n == 3 && at > 0 && at + n < s.n && s.s[at - 1] == ' ' && s.s[at + n] == ' ' &&
	    (span_starts(span_from(s, at), S("—")) || span_starts(span_from(s, at), S("–")));
}

/* The next piece of a line, up to `|`, a middle dot or a bullet. */
static bool
next_piece(struct span *rest, struct span *part)
{
	size_t n;
	uint32_t c;

	if (rest->n == 0)
		return false;
	for (size_t at = 0; at < rest->n; at += n) {
		c = utf8_decode(*rest, at, &n);
		if (c == '|' || c == 0xB7 || c == 0x2022 || c == 0x2219 || is_dash(*rest, at, n)) {
			*part = span_head(*rest, at);
			*rest = span_from(*rest, at + n);
			return true;
		}
	}
	*part = *rest;
	rest->n = 0;
	return true;
}

bool
plain_byline(struct span line, struct span *author, struct span *date)
{
	struct span part, name = { 0 }, by = { 0 }, when = { 0 };
	bool marked = false;

	if (line.n == 0 || line.n > 240)
		return false;
	while (next_piece(&line, &part)) {
		enum piece what = piece(part, &by, &when);

		if (what == PIECE_NONE)
			return false;
		marked |= what == PIECE_MARK;
		if (what == PIECE_NAME)
			give(&name, span_trim(part));
	}
	if (!marked)
		return false;
	give(author, by.n > 0 ? by : name);
	give(date, when);
	return true;
}
