/* SPDX-License-Identifier: ISC */
#include "sent_part.h"

static void
add(struct sents *out, struct span sentence, struct arena *a)
{
	sentence = span_trim(sentence);
	if (sentence.n > 0)
		ARENA_PUSH(a, out, sentence);
}

/* Speech and brackets that open inside a sentence: no sentence ends before they close. Looking for
 * the close goes no further than LOOK, and is not done again for what was seen to lack one. */
#define LOOK 300

struct hold {
	size_t until;     /* no end before this place */
	size_t open[4];   /* for each kind: no close before this place */
};

enum { HOLD_ROUND, HOLD_SQUARE, HOLD_DOUBLE, HOLD_SINGLE };

static bool
opens(struct span v, size_t at, size_t n)
{
	char after = at + n < v.n ? v.s[at + n] : ' ';
	size_t back;
	uint32_t before = at > 0 ? utf8_before(v, at, &back) : ' ';

	return !span_is_space(after)
	    && (utf8_is_blank(before) || before == '(' || before == '[' || before == '-'
	        || before == 0x2013 || before == 0x2014);
}

/* Words that start with an apostrophe: 'em, '90s. */
static bool
is_elided(struct span v, size_t at)
{
	static const struct span words[] = { SPAN("em"), SPAN("til"), SPAN("tis"), SPAN("twas"),
		SPAN("cause"), SPAN("n"), SPAN("round"), SPAN("bout") };
	size_t n = at;

	if (at < v.n && span_is_digit(v.s[at]))
		return true;
	while (n < v.n && n - at < 8 && span_is_alpha(v.s[n]))
		n++;
	return span_in(span_between(v.s + at, v.s + n), words, sizeof(words) / sizeof(words[0]));
}

/* A single quote may be the apostrophe of a plural. */
static bool
closes(struct span v, size_t at, size_t n, int kind)
{
	char before = v.s[at - 1], after = at + n < v.n ? v.s[at + n] : ' ';

	if (kind == HOLD_DOUBLE)
		return !span_is_space(before);
	return !span_is_alnum(after) && before != 's' && !span_is_space(before);
}

static size_t
find_close(struct span v, size_t at, int kind)
{
	size_t n;
	uint32_t c;

	for (size_t i = at; i < v.n && i - at < LOOK; i += n) {
		c = utf8_decode(v, i, &n);
		if (kind == HOLD_ROUND ? c == ')' : kind == HOLD_SQUARE ? c == ']'
		    : kind == HOLD_DOUBLE ? (c == '"' || c == 0x201D) && closes(v, i, n, kind)
		                          : (c == '\'' || c == 0x2019) && closes(v, i, n, kind))
			return i;
	}
	return v.n;
}

static int
hold_kind(uint32_t c)
{
	switch (c) {
	case '(':
		return HOLD_ROUND;
	case '[':
		return HOLD_SQUARE;
	case '"':
	case 0x201C:
		return HOLD_DOUBLE;
	case '\'':
	case '`':
	case 0x2018:
		return HOLD_SINGLE;
	default:
		return -1;
	}
}

/* Takes in the text of [from, to) for what it opens. */
static void
read_holds(struct span v, struct hold *h, size_t start, size_t from, size_t to)
{
	size_t n, close;
	int kind;

	for (size_t i = from; i < to; i += n) {
		n = 1;
		if (span_is_alnum(v.s[i]) || v.s[i] == ' ')
			continue;
		kind = hold_kind(utf8_decode(v, i, &n));
		if (kind < 0 || i < h->until || i < h->open[kind] || !opens(v, i, n))
			continue;
		if (kind == HOLD_ROUND ? i == start : kind == HOLD_SINGLE && is_elided(v, i + n))
			continue;
		close = find_close(v, i + n, kind);
		if (close < v.n)
			h->until = close;
		else
			h->open[kind] = i + LOOK;
	}
}

static void
split_line(struct span v, struct sents *out, struct arena *a)
{
	struct stop p;
	struct hold h = { 0 };
	size_t start = 0, from = 0;

	for (; sent_stop(v, from, &p); from = p.end) {
		read_holds(v, &h, start, from, p.at);
		if (p.end <= h.until || !sent_ends(v, start, &p))
			continue;
		add(out, span_between(v.s + start, v.s + p.end), a);
		start = p.end = p.next;
	}
	add(out, span_from(v, start), a);
}

static void
split_items(struct span v, struct sents *out, struct arena *a)
{
	struct sent_items items = { 0 };
	size_t start = 0;

	sent_items(v, &items, a);
	for (size_t i = 0; i < items.n; i++) {
		split_line(span_between(v.s + start, v.s + items.v[i]), out, a);
		start = items.v[i];
	}
	split_line(span_from(v, start), out, a);
}

void
sent_split(struct span para, struct sents *out, struct arena *a)
{
	struct span line;

	while (para.n > 0) {
		line = sent_line(para);
		split_items(line, out, a);
		para = span_from(para, line.n + 1);
	}
}
