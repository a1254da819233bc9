/* SPDX-License-Identifier: ISC */
/*
 * Lists inside a paragraph: lines that are not wrapped text, and items that run on in one line, "1.
 * Plan 2. Build 3. Ship". A number or letter is an item only in a row with the one before or after
 * it, in the same style, and the first of a row must stand where a sentence may start.
 */
#include "sent_part.h"

#include "uni.h"

#define BULLET_MAX 16
#define WRAPPED 60 /* a line as long as this goes on in the next one, */
#define PARAGRAPH 200 /* unless it is too long to be a wrapped one */

enum style { STYLE_NUMBER, STYLE_LOWER, STYLE_UPPER, STYLE_ROMAN, STYLE_COUNT };
enum close { CLOSE_STOP, CLOSE_BRACKET, CLOSE_BOTH, CLOSE_PAIR, CLOSE_COUNT };

struct label {
	enum close close;
	size_t number, letter, roman; /* what it counts as; 0: not that */
	bool upper;
	size_t end;
};

static bool
is_bullet(uint32_t c)
{
	return c == 0x2022 || c == 0x2043 || c == 0x25CF || c == 0x25AA || c == 0x2023 || c == 0x25E6
	    || c == 0x25A0 || c == 0xB7;
}

static size_t
roman(struct span v)
{
	static const struct span figures[] = { SPAN("i"), SPAN("ii"), SPAN("iii"), SPAN("iv"),
		SPAN("v"), SPAN("vi"), SPAN("vii"), SPAN("viii"), SPAN("ix"), SPAN("x"), SPAN("xi"),
		SPAN("xii") };

	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++)
		if (span_eq(v, figures[i]))
			return i + 1;
	return 0;
}

/* What closes a label at `at`: "." or ")" or ".)". */
static bool
read_close(struct span v, size_t at, bool open, struct label *l)
{
	size_t i = at;
	bool stop = i < v.n && v.s[i] == '.';
	bool bracket = i + stop < v.n && v.s[i + stop] == ')';

	l->end = i + stop + bracket;
	l->close = open ? CLOSE_PAIR
	    : stop && bracket ? CLOSE_BOTH
	    : bracket ? CLOSE_BRACKET
	              : CLOSE_STOP;
	return (stop || bracket) && open <= bracket && l->end < v.n && span_is_space(v.s[l->end]);
}

static bool
read_label(struct span v, size_t at, struct label *l)
{
	bool open = at < v.n && v.s[at] == '(';
	size_t i = at + open, start = i;
	struct span name;

	/* Most words are no label, and told by their start: of several letters only a Roman number is one. */
	if (i + 1 < v.n && span_is_alpha(v.s[i]) && span_is_alnum(v.s[i + 1])
	    && v.s[i] != 'i' && v.s[i] != 'v' && v.s[i] != 'x')
		return false;
	while (i < v.n && i - start < 5 && span_is_alnum(v.s[i]))
		i++;
	if (i == start || i >= v.n || (v.s[i] != '.' && v.s[i] != ')'))
		return false;
	name = span_between(v.s + start, v.s + i);
	*l = (struct label){ 0 };
	if (!read_close(v, i, open, l))
		return false;
	l->upper = span_is_upper(name.s[0]);
	if (name.n == 1 && span_is_alpha(name.s[0]))
		l->letter = (size_t)(span_lower(name.s[0]) - 'a') + 1;
	l->roman = roman(name);
	return l->letter || l->roman || (name.n < 4 && span_uint(name, &l->number) && l->number > 0);
}

/* Where a sentence may start: at the very start, or after a stop. */
static bool
is_start(struct span v, size_t at)
{
	struct span before = span_rtrim(span_head(v, at));

	if (before.n == 0)
		return true;
	return span_has(S(".!?\"')"), before.s[before.n - 1]);
}

/* "fast, 2) cheap and 3) good" goes on. */
static bool
is_joined(struct span v, size_t at)
{
	struct span before = span_rtrim(span_head(v, at));

	return span_ends(before, S(",")) || span_ends(before, S(";")) || span_ends(before, S(" and"))
	    || span_ends(before, S(" or"));
}

struct rows {
	size_t last[STYLE_COUNT][CLOSE_COUNT];  /* the number read last; 0: none */
	size_t first[STYLE_COUNT][CLOSE_COUNT]; /* where it stands, until the next one follows */
};

static void
push(struct sent_items *out, size_t at, struct arena *a)
{
	/* The first of a row comes late; what stands between belongs to another row. */
	if (out->n == 0 || out->v[out->n - 1] < at)
		ARENA_PUSH(a, out, at);
}

static bool
follow(struct rows *r, enum style s, const struct label *l, size_t n, size_t at, struct span v,
    struct sent_items *out, struct arena *a)
{
	size_t *last = &r->last[s][l->close], *first = &r->first[s][l->close];
	bool starts = is_start(v, at), careful = l->upper && l->close == CLOSE_STOP;

	if (n == 0)
		return false;
	if (*last > 0 && n == *last + 1 && !is_joined(v, at) && (starts || !careful)) {
		push(out, *first, a);
		push(out, at, a);
	} else if (!starts && (n > 1 || out->n == 0)) {
		return false;
	}
	*last = n;
	*first = at;
	return true;
}

static void
read_item(struct rows *r, struct span v, size_t at, struct sent_items *out, struct arena *a)
{
	struct label l;

	if (!read_label(v, at, &l))
		return;
	if (follow(r, STYLE_NUMBER, &l, l.number, at, v, out, a))
		return;
	if (l.roman > 1 && follow(r, STYLE_ROMAN, &l, l.roman, at, v, out, a))
		return;
	follow(r, l.upper ? STYLE_UPPER : STYLE_LOWER, &l, l.letter, at, v, out, a);
	if (l.roman == 1)
		follow(r, STYLE_ROMAN, &l, l.roman, at, v, out, a);
}

void
sent_items(struct span v, struct sent_items *out, struct arena *a)
{
	struct rows r = { 0 };
	bool bullet = false;
	size_t n;
	uint32_t c;

	for (size_t i = 0; i < v.n; i += n) {
		c = utf8_decode(v, i, &n);
		if (c < 0x80) {
			if (!span_is_alnum((char)c) && c != '(')
				continue;
			if (!bullet && (i == 0 || span_is_space(v.s[i - 1])))
				read_item(&r, v, i, out, a);
			bullet = false;
			while (i + n < v.n && span_is_alnum(v.s[i + n]))
				n++; /* the rest of the word */
		} else if (is_bullet(c) && (i == 0 || v.s[i - 1] == ' ') && out->n < v.n) {
			push(out, i, a);
			bullet = true;
		} else if (!utf8_is_blank(c)) {
			bullet = false;
		}
	}
}

size_t
sent_bullet(struct span v)
{
	size_t i = 0, n;

	v = span_head(v, BULLET_MAX);
	while (i < v.n && is_bullet(utf8_decode(v, i, &n)))
		i += n;
	while (i < v.n && v.s[i] == ' ')
		i++;
	return i;
}

static bool
ends_in_stop(struct span line)
{
	while (line.n > 0 && span_has(S("\"')]"), line.s[line.n - 1]))
		line.n--;
	return line.n > 0 && span_has(S(".!?:"), line.s[line.n - 1]);
}

/* Does the newline between two lines end a sentence? Not in wrapped text. */
static bool
is_hard(struct span line, struct span next)
{
	struct span word = span_ltrim(next), text = span_rtrim(line);
	struct label l;
	size_t n;

	if (word.n == 0 || span_has(S(".,;)"), word.s[0]))
		return false;
	if (sent_bullet(word) > 0 || read_label(word, 0, &l) || ends_in_stop(text))
		return true;
	if (span_is_space(next.s[0]) && !uni_is_lower(utf8_decode(word, 0, &n)))
		return true;
	if (text.n >= PARAGRAPH)
		return !uni_is_lower(utf8_decode(word, 0, &n));
	if (text.n < line.n && !span_is_space(next.s[0]))
		return false;
	return text.n < WRAPPED && !(text.n > WRAPPED / 2 && uni_is_lower(utf8_decode(word, 0, &n)));
}

struct span
sent_line(struct span v)
{
	struct span rest = v, line, next;

	span_next(&rest, '\n', &line);
	while (span_next(&rest, '\n', &next)) {
		if (is_hard(line, next))
			return span_between(v.s, line.s + line.n);
		line = next;
	}
	return v;
}
