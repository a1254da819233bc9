/* SPDX-License-Identifier: ISC */
#include "source.h"

#include "source_part.h"

/* The day the article was written on. */
struct day {
	size_t year, month;
};

/* 2024-06-18, or June 18, 2024: the year, and the month where it is told. */
static bool
read_day(struct span date, struct day *d)
{
	struct span word;

	*d = (struct day){ 0 };
	if (date.n >= 7 && date.s[4] == '-') {
		span_uint(span_head(date, 4), &d->year);
		span_uint(span_head(span_from(date, 5), 2), &d->month);
	}
	for (; d->year == 0 && span_word(&date, &word);) {
		if (d->month == 0)
			d->month = words_month(word);
		if (!span_uint(word, &d->year) || d->year < 1900)
			d->year = 0;
	}
	return d->year >= 1900 && d->month > 0 && d->month <= 12;
}

static struct span
year_text(const struct sources *s, size_t year)
{
	struct buf b = BUF_INIT;
	struct span v;

	buf_fmt(&b, "%zu", year);
	v = arena_span(s->arena, buf_view(&b));
	buf_free(&b);
	return v;
}

static bool
is_word(const struct words *w, size_t i, const char *list)
{
	return i < w->n && span_listed(span_of(list), w->v[i].token.text);
}

static bool
is_year(const struct words *w, size_t i)
{
	size_t year;

	return i < w->n && span_uint(w->v[i].token.text, &year) && year >= 1900 && year < 2200;
}

/* 5, 25th: a day of the month. */
static bool
is_day(const struct words *w, size_t i)
{
	size_t day = 0, n = 0;

	while (i < w->n && n < w->v[i].token.text.n && span_is_digit(w->v[i].token.text.s[n]))
		n++;
	return n > 0 && span_uint(span_head(w->v[i].token.text, n), &day) && day >= 1 && day <= 31
	    && (n == w->v[i].token.text.n || span_listed(S("st|nd|rd|th"), span_from(w->v[i].token.text, n)));
}

static bool
is_future(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (is_word(w, i, "will|’ll|'ll|shall|upcoming|next"))
			return true;
	return false;
}

static bool
is_after_preposition(const struct words *w, size_t i)
{
	return i > 0 && (w->v[i - 1].letter == 'I' || w->v[i - 1].letter == 'o' || w->v[i - 1].letter == 'U');
}

/* Puts `text` at i in place of "this", "last" or "next"; "in" goes before it where nothing does. */
static void
put_when(struct words *w, size_t i, struct span text, char letter)
{
	bool in = !is_after_preposition(w, i);

	w->v[i].token.text = in ? S("in") : text;
	w->v[i].letter = in ? 'I' : letter;
	w->v[i].is = 0;
	if (in)
		words_put(w, i + 1, text, letter);
}

static bool
anchor_year(const struct sources *s, struct words *w, size_t i, const struct day *d)
{
	if (!is_word(w, i, "this") || !is_word(w, i + 1, "year"))
		return false;
	words_cut(w, i + 1, i + 2);
	put_when(w, i, year_text(s, d->year), 'C');
	return true;
}

/* Is a month that is named without its year of the article's own year? Another year would stand in no
 * line of the article. */
static bool
is_same_year(const struct words *w, size_t month, const struct day *d)
{
	return is_future(w) ? month >= d->month : month <= d->month;
}

/* "in September", "on September 25th", "September of this year", "last July". */
static bool
anchor_month(const struct sources *s, struct words *w, size_t i, const struct day *d)
{
	size_t month = words_month(w->v[i].token.text), at = i + 1;
	bool last = i > 0 && is_word(w, i - 1, "last|this|next|past");

	if (month == 0 || w->v[i].letter == 'M' || (!last && !is_after_preposition(w, i)) || !is_same_year(w, month, d))
		return false;
	if (is_word(w, at, "of") && is_word(w, at + 1, "this") && is_word(w, at + 2, "year"))
		words_cut(w, at, at + 3);
	at += is_day(w, at) && !is_year(w, at);
	if (is_year(w, at) || (is_word(w, at, ",") && is_year(w, at + 1)) || is_word(w, at, "and|to|through|–|-"))
		return false;
	words_put(w, at, year_text(s, d->year), 'C');
	if (at + 1 < w->n && span_has(S("PCDNQm"), w->v[at + 1].letter))
		words_put(w, at + 1, S(","), ',');
	if (at > i + 1)
		words_put(w, at, S(","), ',');
	if (last) {
		struct span name = w->v[i].token.text;

		words_cut(w, i, i + 1);
		put_when(w, i - 1, name, 'P');
	}
	return true;
}

bool
source_is_dated(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (span_same(w->v[i].token.text, S("year")) || words_month(w->v[i].token.text) > 0)
			return true;
	return false;
}

void
source_anchor(const struct sources *s, struct words *w, bool *changed)
{
	struct day d;

	*changed = false;
	if (s->date_from.n == 0 || !read_day(s->date, &d))
		return;
	for (size_t i = 0; i < w->n; i++)
		if (anchor_year(s, w, i, &d) || anchor_month(s, w, i, &d))
			*changed = true, i += 2;
}
