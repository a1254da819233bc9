/* SPDX-License-Identifier: ISC */
#include "sent_part.h"

#define WORD_MAX 40 /* a longer word is no abbreviation; keeps the walk back short */
#define NOTE_MAX 12

static bool
is_mark(uint32_t c)
{
	return c == '!' || c == '?' || c == 0x203D || (c >= 0x2047 && c <= 0x2049) || c == 0xFF01
	    || c == 0xFF1F;
}

static bool
is_stop(uint32_t c)
{
	return c == '.' || is_mark(c) || c == 0x2026 || c == 0x3002 || c == 0xFF0E;
}

bool
sent_is_closer(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == 0x201D || c == 0x2019
	    || c == 0xBB || c == 0x203A;
}

static bool
is_bracket(uint32_t c)
{
	return c == '(' || c == '[' || c == '{';
}

static bool
is_opener(uint32_t c)
{
	return is_bracket(c) || c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F)
	    || c == 0xAB || c == 0x2039 || c == 0xA1 || c == 0xBF || c == '*' || c == '_';
}

/* Letters, figures and what stands inside abbreviations. */
static bool
is_word(uint32_t c)
{
	if (c < 0x80)
		return span_is_alnum((char)c) || c == '.' || c == '&';
	if (c == UTF8_BAD || utf8_is_blank(c) || (c >= 0x2000 && c <= 0x206F))
		return false;
	return c > 0xBF || c == 0xB0 || c == 0xBA; /* N°, nº */
}

/* Speech that is broken off: a dash, then the closing quote. */
static bool
is_broken(struct span v, size_t at, uint32_t c)
{
	size_t n;

	if (c != 0x2014 && !(c == '-' && at > 0 && v.s[at - 1] == '-'))
		return false;
	at += c == '-' ? 1 : 3;
	if (at >= v.n || ((c = utf8_decode(v, at, &n)) != '"' && c != 0x201D))
		return false;
	return at + n >= v.n || v.s[at + n] == ' ';
}

static struct span
word_before(struct span v, size_t at)
{
	size_t i = at, n;

	while (i > 0 && at - i < WORD_MAX && is_word(utf8_before(v, i, &n)))
		i -= n;
	return span_between(v.s + i, v.s + at);
}

static struct span
word_at(struct span v, size_t at)
{
	size_t i = at, n;

	while (i < v.n && i - at < WORD_MAX && is_word(utf8_decode(v, i, &n)))
		i += n;
	while (i > at && v.s[i - 1] == '.')
		i--;
	return span_between(v.s + at, v.s + i);
}

/* The place after a note in square brackets, [12] or [2-11] or [...], with or without a blank before
 * it; `at` when there is none. */
static size_t
skip_note(struct span v, size_t at)
{
	size_t i = at, start;

	while (i < v.n && v.s[i] == ' ')
		i++;
	if (i >= v.n || v.s[i] != '[')
		return at;
	for (start = ++i; i < v.n && i - start < NOTE_MAX; i++)
		if (!span_is_digit(v.s[i]) && !span_has(S(",-. "), v.s[i]))
			break;
	if (i < v.n && i > start && v.s[i] == ']')
		return i + 1;
	return at;
}

/* The place after the bare numbers of notes, glued to the stop of a word: "taken.11 12 The". */
static size_t
skip_note_numbers(struct span v, const struct stop *p, size_t at)
{
	size_t i = at, digits = 0;
	char c = p->at > 0 ? v.s[p->at - 1] : ' ';

	if (p->dots || (!span_is_lower(c) && c != ')') || (span_is_lower(c) && p->before.n < 4))
		return at;
	for (; i < v.n && i - at < NOTE_MAX; i++) {
		if (!span_is_digit(v.s[i]) && (v.s[i] != ' ' || digits == 0))
			break;
		digits = v.s[i] == ' ' ? 0 : digits + 1;
	}
	if (i == at || i >= v.n || v.s[i - 1] != ' ')
		return at;
	return (unsigned char)v.s[i] >= 0x80 || span_is_upper(v.s[i]) ? i - 1 : at;
}

static void
read_stops(struct span v, struct stop *p)
{
	size_t i = p->at, n, dots = 0;
	uint32_t c;

	for (; i < v.n && is_stop(c = utf8_decode(v, i, &n)); i += n) {
		p->mark |= is_mark(c);
		dots += c == '.' ? 1 : c == 0x2026 ? 2 : 0;
	}
	/* No stop, so it is the dash that breaks off. */
	if (i == p->at && i < v.n) {
		i += n;
		p->mark = true;
	}
	/* Spaced dots are an ellipsis too. */
	p->end = i;
	while (i + 1 < v.n && dots > 0 && v.s[i] == ' ' && v.s[i + 1] == '.' && !p->mark) {
		i += 2;
		dots++;
	}
	/* The first of four is the sentence's own, and the ellipsis starts the next one. */
	if (dots != 4 || i - p->at != 7 || (p->at > 0 && v.s[p->at - 1] == ' ') || i >= v.n
	    || v.s[i] != ' ') {
		p->dots = dots > 1 ? dots : 0;
		p->end = i;
	}
}

/* The place after a face that ends the sentence with its stop: "Thanks! :)" */
static size_t
skip_face(struct span v, size_t at)
{
	static const struct span faces[] = { SPAN(":)"), SPAN(":-)"), SPAN(";)"), SPAN(";-)"),
		SPAN(":("), SPAN(":-("), SPAN(":D") };
	size_t i = at + (at < v.n && v.s[at] == ' ');

	for (size_t k = 0; k < sizeof(faces) / sizeof(faces[0]); k++)
		if (span_starts(span_from(v, i), faces[k]))
			return i + faces[k].n;
	return at;
}

static void
read_closers(struct span v, struct stop *p)
{
	size_t n, i = p->end;
	uint32_t c = 0;

	while (i < v.n && sent_is_closer(c = utf8_decode(v, i, &n))) {
		p->closed = true;
		i += n;
	}
	p->single = p->closed && (v.s[i - 1] == '\'' || c == 0x2019);
	/* A bracket that was set off by a blank. */
	if (!p->closed && i + 1 < v.n && v.s[i] == ' ' && v.s[i + 1] == ')')
		i += 2;
	/* An exclamation may stand after the bracket: "(done!)." */
	if (p->closed && i < v.n && (v.s[i] == '.' || v.s[i] == '!' || v.s[i] == '?'))
		i++;
	i = skip_face(v, i);
	for (n = i; (i = skip_note(v, n)) > n; n = i)
		continue;
	p->end = skip_note_numbers(v, p, i);
}

static size_t
skip_dash(struct span v, size_t at, struct stop *p)
{
	size_t i = at, n;
	uint32_t c;

	for (; i < v.n && ((c = utf8_decode(v, i, &n)) == '-' || c == 0x2013 || c == 0x2014); i += n)
		p->dash = true;
	while (p->dash && i < v.n && v.s[i] == ' ')
		i++;
	return i;
}

static void
read_next(struct span v, struct stop *p)
{
	size_t i = p->end, n;
	uint32_t c;

	while (i < v.n && utf8_is_blank(utf8_decode(v, i, &n)))
		i += n;
	p->next = i;
	i = skip_dash(v, i, p);
	while (i < v.n && is_opener(c = utf8_decode(v, i, &n))) {
		p->opened |= c != '*' && c != '_';
		p->bracket |= is_bracket(c);
		i += n;
	}
	p->after = word_at(v, i);
}

bool
sent_stop(struct span v, size_t from, struct stop *p)
{
	size_t n;
	uint32_t c;

	*p = (struct stop){ .at = from };
	for (; p->at < v.n; p->at += n) {
		n = 1;
		if (span_is_alnum(v.s[p->at]) || v.s[p->at] == ' ')
			continue;
		c = utf8_decode(v, p->at, &n);
		if (is_stop(c) || is_broken(v, p->at, c))
			break;
	}
	if (p->at >= v.n)
		return false;
	read_stops(v, p);
	p->before = word_before(v, p->at);
	read_closers(v, p);
	read_next(v, p);
	return true;
}
