/* SPDX-License-Identifier: ISC */
/*
 * Which dashes stand between two numbers or dates as a range does. A dash that touches them is one
 * nearly always; with blanks around it, it may as well open an aside ("In 2020 — 14 years later"),
 * so what stands on its two sides is read, and must agree.
 */
#include "dash_part.h"

#include "tab.h"

#include <string.h>

extern const struct tab tab_numeral;

enum { WORD = 24 }; /* the longest word, number or blank that is looked at */

/* One end of a range: "$5 million", "9 a.m.", "Jan. 5, 2020", "5 January", "noon". */
struct amount {
	struct span number; /* "6.2"; of no length without one */
	struct span unit;   /* what follows it: "%", "a.m", "million", a word */
	struct span name;   /* the word before it, when it has a capital: "Apollo 11" */
	bool money, date;
};

struct span
dash_word_before(struct span text, size_t at)
{
	size_t from = at;

	while (from > 0 && at - from < WORD && span_is_alpha(text.s[from - 1]))
		from--;
	return span_between(text.s + from, text.s + at);
}

struct span
dash_word_at(struct span text, size_t at)
{
	size_t end = at;

	while (end < text.n && end - at < WORD && span_is_alpha(text.s[end]))
		end++;
	return span_between(text.s + at, text.s + end);
}

static bool
is_date(struct span word)
{
	return word.n > 2 && (dash_classes(word) & DASH_DATE) != 0;
}

/* A date where no number stands by it: "may" and "sun" need a capital, "noon" and "present" none. */
static bool
is_date_name(struct span word)
{
	return is_date(word) && (dash_classes(word) & DASH_WHEN) == 0 && (span_is_upper(word.s[0]) || word.n > 3);
}

static size_t
skip_blanks_before(struct span text, size_t at)
{
	size_t n, start = at;

	while (start - at < WORD && (n = dash_blank_before(text, at)) > 0)
		at -= n;
	return at;
}

static size_t
skip_blanks_at(struct span text, size_t at)
{
	size_t n, start = at;

	while (at - start < WORD && (n = dash_blank_at(text, at)) > 0)
		at += n;
	return at;
}

/* A unit is a percent sign, degrees, or a word with the points of an abbreviation in it. */
static bool
in_unit(char c)
{
	return span_is_alpha(c) || c == '%' || c == '.' || c == '\xC2' || c == '\xB0';
}

static bool
in_number(char c)
{
	return span_is_digit(c) || c == '.' || c == ',' || c == ':';
}

/* A hyphen within a word, which no dash is, and a run leaves. */
static bool
is_hyphen(struct span text, size_t at)
{
	return at > 0 && at + 1 < text.n && text.s[at] == '-' && span_is_alnum(text.s[at - 1])
	    && span_is_alnum(text.s[at + 1]);
}

static bool
in_name(struct span text, size_t from)
{
	return from > 0 && (span_is_alnum(text.s[from - 1]) || is_hyphen(text, from - 1)
	    || (text.s[from - 1] != '\0' && strchr("_/#+@&", text.s[from - 1]) != NULL));
}

/* The number that ends at *at, which moves before it; of no length when it is part of a name. */
static struct span
number_before(struct span text, size_t *at)
{
	size_t from = *at, end = *at;

	while (from > 0 && end - from < WORD && in_number(text.s[from - 1]))
		from--;
	while (from < end && !span_is_digit(text.s[from]))
		from++;
	if (from == end || !span_is_digit(text.s[end - 1]) || in_name(text, from))
		return (struct span){ text.s, 0 };
	*at = from;
	return span_between(text.s + from, text.s + end);
}

/* The word before the number at `at`, over the day before a year: "Jan. 5, 2020". */
static struct span
name_before(struct span text, size_t at)
{
	size_t end = skip_blanks_before(text, at), day;

	if (end == at || end == 0)
		return (struct span){ text.s, 0 };
	if (text.s[end - 1] == ',') {
		day = end - 1;
		if (number_before(text, &day).n > 0)
			end = skip_blanks_before(text, day);
	}
	return dash_word_before(text, end - (end > 0 && text.s[end - 1] == '.'));
}

static struct amount
amount_before(struct span text, size_t at)
{
	struct amount a = { 0 };
	size_t end, n;

	if (at > 1 && text.s[at - 1] == '.' && span_is_alpha(text.s[at - 2]))
		at--;
	for (end = at; at > 0 && end - at < WORD && in_unit(text.s[at - 1]); at--)
		continue;
	a.unit = span_between(text.s + at, text.s + end);
	at = skip_blanks_before(text, at);
	a.number = number_before(text, &at);
	a.date = a.number.n > 0 ? is_date(a.unit) : is_date_name(a.unit);
	if (a.number.n == 0)
		return a;
	a.money = dash_char_before(text, at, &n) == DASH_CHAR_MONEY;
	a.name = name_before(text, at);
	a.date |= is_date_name(a.name);
	return a;
}

static struct amount
amount_at(struct span text, size_t at)
{
	struct amount a = { 0 };
	size_t end, n;

	a.money = dash_char_at(text, at, &n) == DASH_CHAR_MONEY;
	at += a.money ? n : 0;
	for (end = at; end < text.n && end - at < WORD && in_number(text.s[end]); end++)
		continue;
	while (end > at && !span_is_digit(text.s[end - 1]))
		end--;
	a.number = span_between(text.s + at, text.s + end);
	if (is_hyphen(text, end))
		a.number.n = 0; /* "12-year-old" */
	at = skip_blanks_at(text, end);
	for (end = at; end < text.n && end - at < WORD && in_unit(text.s[end]); end++)
		continue;
	a.unit = span_between(text.s + at, text.s + end);
	while (span_ends(a.unit, S(".")))
		a.unit.n--;
	if ((dash_classes(a.unit) & (DASH_JOINS | DASH_PREPOSITION | DASH_RELATIVE)) != 0)
		a.unit.n = 0;
	a.date = a.number.n > 0 ? is_date(a.unit) : is_date_name(a.unit);
	return a;
}

static bool
is_clock(const struct amount *a)
{
	static const struct span halves[] = { SPAN("am"), SPAN("pm"), SPAN("a.m"), SPAN("p.m") };

	for (size_t i = 0; i < sizeof(halves) / sizeof(halves[0]); i++)
		if (span_same(a->unit, halves[i]))
			return true;
	return span_has(a->number, ':');
}

/* "million": how many zeros it stands for. */
static size_t
zeros(struct span unit)
{
	size_t row = tab_find(&tab_numeral, unit), n;

	return row != TAB_NONE && span_uint(tab_cell(&tab_numeral, row, 2), &n) ? n : 0;
}

/* Takes the whole part off a number. */
static size_t
whole(struct span *number)
{
	size_t value = 0;

	for (; number->n > 0 && (span_is_digit(number->s[0]) || number->s[0] == ','); *number = span_from(*number, 1))
		if (number->s[0] != ',' && value < SIZE_MAX / 100)
			value = 10 * value + (size_t)(number->s[0] - '0');
	return value;
}

static bool
rises(const struct amount *l, const struct amount *r)
{
	struct span left = l->number, right = r->number;
	size_t small = whole(&left), large = whole(&right), scale = zeros(l->unit);

	if (l->unit.n > 0 && scale != zeros(r->unit))
		return scale < zeros(r->unit);
	return small < large || (small == large && span_cmp(left, right) < 0);
}

static bool
is_year(const struct amount *a)
{
	return a->number.n == 4 && (a->number.s[0] == '1' || a->number.s[0] == '2') && !span_has(a->number, ',')
	    && !span_has(a->number, '.') && !a->money;
}

/* "Apollo 11 — 50 years later": a name that has a number, and a count of other things. */
static bool
counts_others(const struct amount *l, const struct amount *r)
{
	return l->name.n > 0 && span_is_upper(l->name.s[0]) && (dash_classes(l->name) & ~DASH_DATE) == 0
	    && (span_ends(r->unit, S("s")) || zeros(r->unit) > 0);
}

static bool
agree_dates(const struct amount *l, const struct amount *r)
{
	if (l->date && r->date)
		return true;
	if (l->money || r->money)
		return false;
	if ((l->date ? l->number.n : r->number.n) == 0) /* noon; present */
		return span_is_lower((l->date ? l->unit : r->unit).s[0]) && l->number.n + r->number.n > 0;
	return l->number.n > 0 && r->number.n > 0 && l->unit.n == 0 && rises(l, r) && !counts_others(l, r);
}

static bool
agree(const struct amount *l, const struct amount *r)
{
	if (l->date || r->date)
		return agree_dates(l, r);
	if (l->number.n == 0 || r->number.n == 0 || l->money != r->money)
		return false;
	if (is_clock(r) && (is_clock(l) || l->unit.n == 0))
		return true;
	if (l->unit.n > 0 && !span_same(l->unit, r->unit) && (zeros(l->unit) == 0 || zeros(r->unit) == 0))
		return false;
	if (is_year(l) && l->unit.n == 0 && !is_year(r)) /* "1990 — 95" */
		return r->number.n == 2 && r->unit.n == 0 && span_cmp(span_from(l->number, 2), r->number) < 0;
	/* A score, or hours: "won 3 — 1", "open 9 — 5". */
	if (l->unit.n == 0 && r->unit.n == 0 && l->number.n < 3 && r->number.n < 3)
		return true;
	return rises(l, r) && !counts_others(l, r);
}

/* Wrapped text may be broken after the dash. */
static size_t
past_line_end(struct span text, size_t at)
{
	size_t end = at + (at + 1 < text.n && text.s[at] == '\r');

	if (end >= text.n || text.s[end] != '\n' || dash_blank_line(text, end + 1))
		return at;
	return skip_blanks_at(text, end + 1);
}

/* "on Monday — Tuesday is free" */
static bool
goes_on(struct span text, size_t at)
{
	size_t end = at + dash_word_at(text, at).n, next = skip_blanks_at(text, end);

	return next > end && end > at && (dash_classes(dash_word_at(text, next)) & DASH_VERB) != 0;
}

bool
dash_agrees(struct span text, const struct dash_mark *m)
{
	size_t at = past_line_end(text, m->to), n;
	enum dash_char next = dash_char_at(text, at, &n);
	struct amount l, r;

	if (next != DASH_CHAR_DIGIT && next != DASH_CHAR_MONEY && next != DASH_CHAR_LETTER)
		return false;
	if (next == DASH_CHAR_LETTER && (!is_date_name(dash_word_at(text, at)) || goes_on(text, at)))
		return false;
	l = amount_before(text, m->from);
	r = amount_at(text, at);
	return agree(&l, &r);
}

/* What a range may end in on its left: a digit, with a unit or a sign after it at most. */
static bool
ends_in_number(struct span text, size_t at)
{
	size_t n, units = 0;

	while (at > 0 && (text.s[at - 1] == '%' || text.s[at - 1] == '.'))
		at--;
	if (at > 1 && text.s[at - 2] == '\xC2' && text.s[at - 1] == '\xB0')
		at -= 2;
	while (at > 0 && units < 2 && span_is_alpha(text.s[at - 1]))
		at--, units++;
	if (units > 0 && at > 0 && text.s[at - 1] == '.' && units == 1)
		at--;
	while (at > 0 && units > 0 && (n = dash_blank_before(text, at)) > 0)
		at -= n;
	return at > 0 && span_is_digit(text.s[at - 1]);
}

bool
dash_starts_number(struct span text, size_t at)
{
	size_t n;

	if (dash_char_at(text, at, &n) == DASH_CHAR_MONEY)
		at += n;
	if (at < text.n && text.s[at] == '.')
		at++;
	return at < text.n && span_is_digit(text.s[at]);
}

bool
dash_is_range(struct span text, const struct dash_mark *m)
{
	bool spaced = m->from < m->at || m->to > m->end, left, right;

	if (dash_agrees(text, m))
		return true;
	if (spaced && (m->kind == DASH_EM || m->kind == DASH_DOUBLE))
		return false;
	left = ends_in_number(text, m->from);
	right = dash_starts_number(text, m->to);
	if (left && (right || is_date(dash_word_at(text, m->to))))
		return true;
	return is_date(dash_word_before(text, m->from)) && (right || is_date(dash_word_at(text, m->to)));
}
