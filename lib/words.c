/* SPDX-License-Identifier: ISC */
#include "words.h"

#include "list.h"
#include "tab.h"
#include "tag.h"
#include "uni.h"
#include "words_part.h"

#include <string.h>

extern const struct tab tab_mass;

struct words
words_copy(const struct words *from)
{
	struct words to = { .arena = from->arena, .n = from->n, .cap = from->n };

	to.v = ARENA_ARRAY(to.arena, struct word, to.cap + 1);
	memcpy(to.v, from->v, to.n * sizeof(*to.v));
	return to;
}

struct words
words_without(const struct words *w, size_t from, size_t to)
{
	struct words rest = { .arena = w->arena, .n = w->n - (to - from), .cap = w->n - (to - from) };

	rest.v = ARENA_ARRAY(rest.arena, struct word, rest.cap + 1);
	memcpy(rest.v, w->v, from * sizeof(*rest.v));
	memcpy(rest.v + from, w->v + to, (w->n - to) * sizeof(*rest.v));
	return rest;
}

void
words_cut(struct words *w, size_t from, size_t to)
{
	if (to > w->n)
		to = w->n;
	if (from >= to)
		return;
	/* An opening is cut again and again: nothing is moved. */
	if (from == 0) {
		w->v += to;
		w->cap -= to;
	} else {
		memmove(w->v + from, w->v + to, (w->n - to) * sizeof(*w->v));
	}
	w->n -= to - from;
}

void
words_put(struct words *w, size_t at, struct span text, char letter)
{
	struct word word = { .token = { .text = text, .kind = TOKEN_WORD }, .letter = letter };

	if (letter == ',')
		word.token.kind = TOKEN_PUNCT;
	ARENA_PUSH(w->arena, w, word);
	memmove(w->v + at + 1, w->v + at, (w->n - 1 - at) * sizeof(*w->v));
	w->v[at] = word;
}

bool
words_is_glued(const struct words *w, size_t at)
{
	const struct token *before = &w->v[at - 1].token, *t = &w->v[at].token;

	if (before->text.s + before->text.n == t->text.s && t->glued)
		return true;
	if ((before->text.n == 0 || !span_is_alnum(before->text.s[0])) && span_contains(S("([“‘$£€"), before->text))
		return true;
	if (t->kind == TOKEN_PUNCT && span_contains(S(",.;:?!)]”%"), t->text))
		return true;
	return t->glued && span_contains(S("’s's%"), t->text);
}

struct span
words_text(const struct words *w, size_t from, size_t to)
{
	size_t room = 1, n = 0;
	char *text;

	if (to > w->n)
		to = w->n;
	for (size_t i = from; i < to; i++)
		room += w->v[i].token.text.n + 1;
	text = arena_alloc(w->arena, room, 1);
	for (size_t i = from; i < to; i++) {
		struct span t = w->v[i].token.text;

		if (i > from && !words_is_glued(w, i))
			text[n++] = ' ';
		memcpy(text + n, t.s, t.n);
		n += t.n;
	}
	return (struct span){ text, n };
}

struct span
words_all(const struct words *w)
{
	return words_text(w, 0, w->n);
}

struct span
words_letters(const struct words *w)
{
	char *s = arena_alloc(w->arena, w->n + 1, 1);

	for (size_t i = 0; i < w->n; i++)
		s[i] = w->v[i].letter;
	return (struct span){ s, w->n };
}

size_t
words_find(const struct words *w, size_t from, size_t to, unsigned class)
{
	while (from < to && (w->v[from].is & class) == 0)
		from++;
	return from;
}

bool
words_has(const struct words *w, unsigned class)
{
	return words_find(w, 0, w->n, class) < w->n;
}

unsigned
words_classes(const struct words *w)
{
	unsigned is = 0;

	for (size_t i = 0; i < w->n; i++)
		is |= w->v[i].is;
	return is;
}

bool
words_has_letter(const struct words *w, char letter)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].letter == letter)
			return true;
	return false;
}

bool
words_is_capital(const struct word *w)
{
	return uni_is_capital(w->token.text);
}

bool
words_is_letters(const struct word *w)
{
	return span_eq(w->token.text, S("IT")) || span_eq(w->token.text, S("US"));
}

bool
words_is_numeral(const struct words *w, size_t at)
{
	return at > 0 && span_eq(w->v[at].token.text, S("I")) && words_is_capital(&w->v[at - 1])
	    && span_listed(list_named(S("numbered")), w->v[at - 1].token.text);
}

bool
words_is_number(const struct word *w)
{
	for (size_t i = 0; i < w->token.text.n; i++)
		if (span_is_digit(w->token.text.s[i]))
			return true;
	return w->letter == 'C' && w->token.text.n > 2 && !span_same(w->token.text, S("one"));
}

bool
words_has_number(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (words_is_number(&w->v[i]))
			return true;
	return false;
}

size_t
words_verb(const struct words *w, size_t from)
{
	while (from < w->n && !words_is_finite(w->v[from].letter))
		from++;
	return from;
}

struct span
words_month_name(size_t month)
{
	static const struct span name[] = { SPAN("January"), SPAN("February"), SPAN("March"), SPAN("April"), SPAN("May"),
		SPAN("June"), SPAN("July"), SPAN("August"), SPAN("September"), SPAN("October"), SPAN("November"),
		SPAN("December") };

	return month >= 1 && month <= 12 ? name[month - 1] : S("");
}

size_t
words_month(struct span word)
{
	if (word.n < 3 || !span_is_upper(word.s[0]))
		return 0;
	for (size_t n = 1; n <= 12; n++)
		if (span_eq(words_month_name(n), word) || (word.n == 3 && span_starts(words_month_name(n), word)))
			return n;
	return span_eq(word, S("Sept")) ? 9 : 0;
}

bool
words_is_month(const struct word *w)
{
	return w->letter != 'M' && words_month(w->token.text) > 0;
}

bool
words_is_counted(const struct word *w)
{
	static const struct span ending[] = { SPAN("ness"), SPAN("ity"), SPAN("tion"), SPAN("sion"), SPAN("ment"),
		SPAN("ing"), SPAN("ance"), SPAN("ence"), SPAN("ship"), SPAN("ism"), SPAN("cy"), SPAN("ics"),
		SPAN("logy"), SPAN("ware"), SPAN("work"), SPAN("data"), SPAN("age"), SPAN("ure"), SPAN("hood") };
	enum tag_xpos xpos = tag_xpos(&w->token);
	struct span class;

	/* "tool revamp": a base form that is a noun has been mended. */
	if (w->letter != 'N' || words_is_capital(w) || (xpos != XPOS_NN && xpos != XPOS_VB && xpos != XPOS_VBP))
		return false;
	class = tab_value(&tab_mass, w->token.text, 1);
	if (class.n > 0)
		return span_eq(class, S("counted"));
	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++)
		if (w->token.text.n > ending[i].n + 1 && span_ends(w->token.text, ending[i]))
			return false;
	return true;
}

bool
words_is_mass(const struct word *w)
{
	size_t row = tab_find_lower(&tab_mass, w->token.text);

	return row != TAB_NONE && span_eq(tab_cell(&tab_mass, row, 1), S("mass"));
}

bool
words_is_group(const struct word *w)
{
	struct span groups = list_named(S("group"));

	return span_listed(groups, w->token.text);
}

/* 1/3, not 24/7. */
static bool
is_fraction(struct span t)
{
	size_t stroke = span_find_char(t, 0, '/'), over, under;

	return stroke < t.n && span_uint(span_head(t, stroke), &over) && span_uint(span_from(t, stroke + 1), &under) && over < under;
}

/* Most words are shorter or longer than any. */
static bool
is_unit(struct span t)
{
	return (t.n == 1 || t.n == 7 || t.n == 8) && span_listed(S("percent|%|$|million|billion|trillion"), t);
}

bool
words_has_share(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (is_unit(w->v[i].token.text)
		    || (span_is_digit(w->v[i].token.text.s[0]) && is_fraction(w->v[i].token.text)))
			return true;
	return false;
}

bool
words_has_quantity(const struct words *w)
{
	static const struct span after[] = { SPAN("times"), SPAN("thousand") };

	if (words_has_share(w))
		return true;

	for (size_t i = 0; i < w->n; i++) {
		struct span t = w->v[i].token.text;
		size_t n;

		if (span_in(t, after, sizeof(after) / sizeof(after[0])))
			return true;
		if (words_is_number(&w->v[i]) && span_uint(t, &n) && (n < 1900 || n > 2100) && n > 9)
			return true;
		if (span_is_digit(t.s[0]) && span_has(t, ','))
			return true;
	}
	return false;
}

bool
words_is_open(const struct words *w)
{
	bool more = false;

	for (size_t i = 0; i < w->n; i++) {
		enum tag_xpos x = tag_xpos(&w->v[i].token);

		more |= (x == XPOS_JJR || x == XPOS_RBR) && !(i > 0 && w->v[i - 1].letter == 'D');
		if (span_same(w->v[i].token.text, S("than")))
			return false;
	}
	return more;
}
