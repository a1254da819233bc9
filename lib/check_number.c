/* SPDX-License-Identifier: ISC */
#include "check_part.h"

#include <inttypes.h>

extern const struct tab tab_numeral;

enum column { WORD, VALUE, ZEROS, CASUAL };

#define LARGEST UINT64_C(1000000000000000)

/* The text between the piece that ended at `end` and the next one. */
static struct span
gap(struct span text, size_t end, const struct check_piece *next)
{
	return (struct span){ text.s + end, (size_t)(next->text.s - text.s) - end };
}

/* Digits and zeros after them as a key: no zeros at either end, so that 2.6 million is 2600000. */
static void
add_value(struct buf *key, struct span digits, long zeros)
{
	size_t start = 0;

	while (start < digits.n && digits.s[start] == '0')
		start++;
	digits = span_from(digits, start);
	while (digits.n > 0 && digits.s[digits.n - 1] == '0') {
		digits.n--;
		zeros++;
	}
	buf_add(key, digits);
	buf_fmt(key, "e%ld", digits.n > 0 ? zeros : 0);
}

/* `1,500.25` as digits and zeros; a time, a version or the like goes in as it stands. */
static void
add_figure(struct buf *key, struct span v, long zeros)
{
	struct buf digits = BUF_INIT;
	size_t dots = 0, after = 0;

	for (size_t i = 0; i < v.n; i++) {
		if (v.s[i] == '.')
			dots++;
		else if (v.s[i] != ',' && !span_is_digit(v.s[i]))
			dots += 2;
		if (!span_is_digit(v.s[i]))
			continue;
		buf_char(&digits, v.s[i]);
		after += dots > 0;
	}
	if (dots > 1)
		buf_add(key, v);
	else
		add_value(key, buf_view(&digits), zeros - (long)after);
	buf_free(&digits);
}

/* The zeros of a word such as `million`, or -1. */
static long
scale_of(struct span word)
{
	size_t row = tab_find_lower(&tab_numeral, word), n;

	if (row == TAB_NONE || !span_uint(tab_cell(&tab_numeral, row, ZEROS), &n) || n == 0)
		return -1;
	return (long)n;
}

/* The zeros that `B` in `14.5B` stands for; 0 for units and endings. */
static long
suffix_zeros(struct span s)
{
	static const struct {
		struct span text;
		long zeros;
	} suffixes[] = { { SPAN("k"), 3 }, { SPAN("m"), 6 }, { SPAN("mn"), 6 }, { SPAN("b"), 9 },
		{ SPAN("bn"), 9 }, { SPAN("t"), 12 }, { SPAN("tn"), 12 } };

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
		if (span_same(s, suffixes[i].text))
			return suffixes[i].zeros;
	return 0;
}

static bool
read_figure(struct span text, const struct check_piece *p, size_t *at, struct buf *key)
{
	struct span number = check_piece_number(p->text), suffix = span_from(p->text, number.n);
	long zeros = suffix_zeros(suffix), scale;
	struct check_piece next;
	size_t i = *at;

	for (size_t k = 0; k < suffix.n; k++)
		if (!span_is_alpha(suffix.s[k]))
			return false;
	if (suffix.n == 0 && check_piece_next(text, &i, &next) && gap(text, *at, &next).n == 1
	    && (scale = scale_of(next.text)) > 0) {
		zeros = scale;
		*at = i;
	}
	add_figure(key, number, zeros);
	return true;
}

/* A number in words as far as it is read: `two hundred and six thousand` is 206 * 1000 + 0. */
struct sum {
	uint64_t whole, part;
};

/* Puts one more word to the number; false when the word starts another one. */
static bool
sum_add(struct sum *s, size_t value, size_t zeros)
{
	uint64_t scale = 1;

	for (; zeros > 0; zeros--)
		scale *= 10;
	if (scale == 100 && s->part < 100) {
		s->part = (s->part > 0 ? s->part : 1) * 100;
	} else if (scale > 100 && s->whole < LARGEST / 1000 && (s->whole == 0 || scale < s->whole)) {
		s->whole += (s->part > 0 ? s->part : 1) * scale;
		s->part = 0;
	} else if (scale == 1 && (s->part == 0 || s->part % 100 == 0
	    || (s->part % 10 == 0 && s->part % 100 >= 20 && value < 10))) {
		s->part += value;
	} else {
		return false;
	}
	return true;
}

/* May the words on both sides of it be one number? */
static bool
is_inner_gap(struct span g)
{
	return span_eq(g, S(" ")) || span_eq(g, S("-"));
}

/* The row of the next word that goes on with the number, past an `and`; or TAB_NONE. */
static size_t
next_row(struct span text, size_t *at, bool and)
{
	struct check_piece p;
	size_t i = *at, end = i;

	if (!check_piece_next(text, &i, &p) || !is_inner_gap(gap(text, end, &p)))
		return TAB_NONE;
	if (and && span_eq(p.text, S("and"))) {
		end = i;
		if (!check_piece_next(text, &i, &p) || !is_inner_gap(gap(text, end, &p)))
			return TAB_NONE;
	}
	*at = i;
	return tab_find_lower(&tab_numeral, p.text);
}

static bool
add_row(struct sum *s, size_t row)
{
	size_t value = 0, zeros = 0;

	span_uint(tab_cell(&tab_numeral, row, VALUE), &value);
	span_uint(tab_cell(&tab_numeral, row, ZEROS), &zeros);
	return sum_add(s, value, zeros);
}

static bool
read_words(struct span text, const struct check_piece *p, size_t *at, struct buf *key, bool *casual)
{
	size_t row = tab_find_lower(&tab_numeral, p->text), i = *at;
	struct sum s = { 0, 0 };
	struct buf digits = BUF_INIT;

	if (row == TAB_NONE)
		return false;
	*casual = tab_cell(&tab_numeral, row, CASUAL).n > 0;
	add_row(&s, row);
	while ((row = next_row(text, &i, s.part >= 100 || s.whole > 0)) != TAB_NONE && add_row(&s, row)) {
		*at = i;
		*casual = false;
	}
	buf_fmt(&digits, "%" PRIu64, s.whole + s.part);
	add_value(key, buf_view(&digits), 0);
	buf_free(&digits);
	return true;
}

static char
sign_before(struct span text, size_t at)
{
	static const struct {
		struct span sign;
		char unit;
	} signs[] = { { SPAN("$"), '$' }, { SPAN("€"), 'E' }, { SPAN("£"), 'P' }, { SPAN("¥"), 'Y' } };
	struct span head = span_head(text, at);

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (span_ends(head, signs[i].sign))
			return signs[i].unit;
	return 0;
}

static char
unit_after(struct span text, size_t at)
{
	static const struct {
		struct span word;
		char unit;
	} units[] = { { SPAN("percentage point"), 0 }, { SPAN("percentage-point"), 0 }, { SPAN("%"), '%' },
		{ SPAN("percent"), '%' }, { SPAN("per cent"), '%' },
		{ SPAN("dollar"), '$' }, { SPAN("euro"), 'E' }, { SPAN("yen"), 'Y' } };
	struct span rest = span_from(text, at);

	rest = span_from(rest, rest.n > 0 && (rest.s[0] == ' ' || rest.s[0] == '-'));
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (span_starts_same(rest, units[i].word))
			return units[i].unit;
	return 0;
}

bool
check_number_read(struct span text, const struct check_piece *p, size_t *at, struct check_number *n,
    struct buf *key)
{
	size_t start = (size_t)(p->text.s - text.s);

	n->casual = false;
	if (!(p->figure ? read_figure(text, p, at, key) : read_words(text, p, at, key, &n->casual)))
		return false;
	n->text = (struct span){ p->text.s, *at - start };
	n->unit = sign_before(text, start);
	if (n->unit == 0)
		n->unit = unit_after(text, *at);
	return true;
}

bool
check_number_is_range(struct span before, struct span now)
{
	struct span g = span_trim(span_between(before.s + before.n, now.s));
	static const struct span words[] = { SPAN("to"), SPAN("and"), SPAN("or"), SPAN("-"), SPAN("–"),
		SPAN("—"), SPAN("to $"), SPAN("and $") };

	return span_in(g, words, sizeof(words) / sizeof(words[0]));
}
