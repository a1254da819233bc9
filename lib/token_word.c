/* SPDX-License-Identifier: ISC */
#include "token_part.h"

#include "tab.h"

extern const struct tab tab_abbrev;

bool
token_is_apostrophe(struct span v, size_t at, size_t *n)
{
	if (at < v.n && v.s[at] == '\'') {
		*n = 1;
		return true;
	}
	if (at + 2 < v.n && v.s[at] == '\xE2' && v.s[at + 1] == '\x80' && v.s[at + 2] == '\x99') {
		*n = 3;
		return true;
	}
	return false;
}

bool
token_is_letter(uint32_t c)
{
	if (c < 0x80)
		return span_is_alnum((char)c);
	if (c < 0x2000)
		return (c >= 0xC0 && c != 0xD7 && c != 0xF7) || c == 0xAA || c == 0xB5 || c == 0xBA;
	return (c >= 0x2070 && c < 0x20A0) || (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3040 && c < 0xD800)
	    || (c >= 0xF900 && c < 0xFB50) || (c >= 0x20000 && c < 0x40000);
}

bool
token_starts_word(struct span v, size_t at)
{
	size_t n;

	return at < v.n && token_is_letter(utf8_decode(v, at, &n));
}

/* What the run of a word, number or name holds, beside letters and figures. */
struct run {
	size_t end;
	bool dot, at, line, hyphen, letter, digit, slash, separator;
};

static bool
is_upper_at(struct span v, size_t at)
{
	return at < v.n && span_is_upper(v.s[at]);
}

/* TCP/IP, w/o, 24/7; but and/or are two words. */
static bool
joins_slash(struct span v, size_t start, size_t i)
{
	if (span_is_digit_at(v, i - 1) || is_upper_at(v, i - 1))
		return span_is_digit_at(v, i - 1) ? span_is_digit_at(v, i + 1) : is_upper_at(v, i + 1);
	if (i > start + 1 || i + 2 >= v.n)
		return false;
	return span_is_alnum(v.s[i + 1]) && !span_is_alnum(v.s[i + 2]);
}

/* The length of the sign at i if it joins what stands before it to what comes after; else 0. */
static size_t
join(struct span v, size_t start, size_t i, struct run *r)
{
	char c = v.s[i];
	size_t n = 1;

	if (token_is_apostrophe(v, i, &n))
		return token_starts_word(v, i + n) ? n : 0;
	switch (c) {
	case '-':
		r->hyphen |= token_starts_word(v, i + 1);
		return token_starts_word(v, i + 1);
	case '.':
		if (i > start + 1 && v.s[i - 2] == '.' && i + 1 < v.n && v.s[i + 1] == '-')
			return token_starts_word(v, i + 2); /* U.S.-based */
		r->dot |= token_starts_word(v, i + 1);
		return token_starts_word(v, i + 1);
	case '@':
		r->at |= token_starts_word(v, i + 1);
		return token_starts_word(v, i + 1);
	case ',':
	case ':':
		r->separator |= !r->letter && span_is_digit_at(v, i - 1) && span_is_digit_at(v, i + 1);
		return !r->letter && span_is_digit_at(v, i - 1) && span_is_digit_at(v, i + 1);
	case '&':
		return is_upper_at(v, i - 1) && is_upper_at(v, i + 1);
	case '/':
		r->slash |= joins_slash(v, start, i);
		return joins_slash(v, start, i);
	case '\xE2': /* the other hyphens, and an en dash between figures */
		if (i + 3 >= v.n || v.s[i + 1] != '\x80')
			return 0;
		if (v.s[i + 2] == '\x90' || v.s[i + 2] == '\x91')
			return token_starts_word(v, i + 3) ? 3 : 0;
		return v.s[i + 2] == '\x93' && span_is_digit_at(v, i - 1) && span_is_digit_at(v, i + 3) ? 3 : 0;
	default:
		return 0;
	}
}

static struct run
read_run(struct span v, size_t at)
{
	struct run r = { 0 };
	size_t i = at, n;

	if (!token_starts_word(v, at)) {
		r.end = at;
		return r;
	}
	while (i < v.n) {
		n = 1;
		if (span_is_alpha(v.s[i]))
			r.letter = true;
		else if (span_is_digit(v.s[i]))
			r.digit = true;
		else if (v.s[i] == '_')
			r.line |= token_starts_word(v, i + 1);
		else if ((unsigned char)v.s[i] >= 0x80 && token_is_letter(utf8_decode(v, i, &n)))
			r.letter = true;
		else if ((n = join(v, at, i, &r)) == 0)
			break;
		i += n;
	}
	while (i > at && v.s[i - 1] == '_')
		i--;
	r.end = i;
	return r;
}

/* Does the sentence end with the stop at `at`? Then it is the sentence's own more often than not. */
static bool
is_last(struct span v, size_t at)
{
	struct span rest = span_from(v, at + 1);
	size_t n;

	for (size_t i = 0; i < rest.n; i += n) {
		uint32_t c = utf8_decode(rest, i, &n);

		if (token_is_letter(c) || i > 12)
			return false;
	}
	return true;
}

bool
token_is_dotted(struct span w)
{
	if (w.n < 3 || w.n % 2 == 0)
		return false;
	for (size_t i = 0; i < w.n; i++)
		if (i % 2 == 0 ? !span_is_alpha(w.s[i]) : w.s[i] != '.')
			return false;
	return true;
}

/* Is the stop after the word part of it: Dr., U.S., Inc., J.? */
static bool
takes_stop(struct span v, struct span w, size_t at)
{
	bool capital = span_is_upper(w.s[0]), last;
	size_t row, next = at + 1;
	char class;

	if (at >= v.n || v.s[at] != '.' || (next < v.n && v.s[next] == '.'))
		return false;
	if (token_is_dotted(w))
		return true;
	last = is_last(v, at);
	if (w.n == 1)
		return capital && !last;
	if (w.n > 10 || (row = tab_find_lower(&tab_abbrev, w)) == TAB_NONE)
		return false;
	class = tab_cell(&tab_abbrev, row, 1).s[0];
	if (last)
		return span_eq(w, S("etc")) || span_eq(w, S("al")) || (class == 'e' && capital);
	while (next < v.n && v.s[next] == ' ')
		next++;
	if (class == 'n' && (span_eq(w, S("no")) || span_eq(w, S("nos"))))
		return span_is_digit_at(v, next);
	return class == 'p' || class == 'm' || class == 't' ? capital : true;
}

/* The ending of a host or a file: .com, .mp3, .c */
static bool
is_lower_end(struct span w)
{
	size_t i = w.n;

	while (i > 0 && (span_is_lower(w.s[i - 1]) || (span_is_digit(w.s[i - 1]) && i < w.n)))
		i--;
	if (i == 0 || w.s[i - 1] != '.' || w.n - i > 8)
		return false;
	return w.n - i >= 2 || (w.n > 4 && (w.s[i] == 'c' || w.s[i] == 'h'));
}

/* 3rd, 1990s, 14B, 10x, 2.5bn: figures, then up to three letters. */
static bool
is_figure(struct span w)
{
	size_t i = w.n;

	while (i > 0 && span_is_alpha(w.s[i - 1]))
		i--;
	if (i == 0 || w.n - i > 3 || !(span_is_digit(w.s[i - 1])))
		return false;
	for (size_t k = 0; k < i; k++)
		if (span_is_alpha(w.s[k]) && !(k == 0 && (w.s[0] == 'v' || w.s[0] == 'V')))
			return false;
	return true;
}

static enum token_kind
kind_of(struct span w, const struct run *r)
{
	if (r->at)
		return TOKEN_URL;
	if (r->line && w.n > 2)
		return TOKEN_CODE;
	if (span_is_digit(w.s[0]) && (!r->letter || is_figure(w)))
		return TOKEN_NUMBER;
	if (!r->dot)
		return TOKEN_WORD;
	if (is_figure(w))
		return TOKEN_NUMBER;
	if (token_is_dotted(w) || tab_find_lower(&tab_abbrev, w) != TAB_NONE)
		return TOKEN_WORD;
	return is_lower_end(w) ? TOKEN_URL : TOKEN_WORD;
}

/* The length of the figures when a time's half of the day is glued to them: 10am. */
static size_t
cut_clock(struct span w)
{
	struct span tail = span_from(w, w.n > 2 ? w.n - 2 : 0);

	if (w.n > 2 && w.n < 8 && span_is_digit(w.s[w.n - 3]) && span_is_digit(w.s[0])
	    && (span_same(tail, S("am")) || span_same(tail, S("pm"))))
		return w.n - 2;
	return w.n;
}

struct reach
token_word(struct span v, size_t at)
{
	struct run r = read_run(v, at);
	struct span w = span_between(v.s + at, v.s + r.end);
	enum token_kind kind;

	if (w.n == 0)
		return (struct reach){ 0 };
	kind = kind_of(w, &r);
	if (kind == TOKEN_URL && r.end < v.n && v.s[r.end] == '/')
		return (struct reach){ token_address(v, at), TOKEN_URL };
	if (r.end + 1 < v.n && v.s[r.end] == '(' && v.s[r.end + 1] == ')' && r.letter)
		return (struct reach){ w.n + 2, TOKEN_CODE };
	if (w.n == 1 && r.end + 1 < v.n && v.s[r.end] == '+' && v.s[r.end + 1] == '+')
		return (struct reach){ 3, TOKEN_WORD };
	if (w.n == 1 && (w.s[0] == 'C' || w.s[0] == 'F') && r.end < v.n && v.s[r.end] == '#')
		return (struct reach){ 2, TOKEN_WORD };
	if (kind == TOKEN_NUMBER)
		return (struct reach){ cut_clock(w), kind };
	return (struct reach){ w.n + (kind == TOKEN_WORD && takes_stop(v, w, r.end)), kind };
}
