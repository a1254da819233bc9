/* SPDX-License-Identifier: ISC */
/* The words of a line, and the forms in which a table may have them. */
#include "emoji_part.h"

#include <string.h>

/* Longer words in capitals are rather said with emphasis. */
#define ACRONYM 5

extern const struct tab tab_acronym, tab_common;

/* Curly quotes, dashes and other general punctuation are E2 80 xx. */
static size_t
punctuation(struct span v, size_t at)
{
	if (at + 2 < v.n && memcmp(v.s + at, "\342\200", 2) == 0)
		return 3;
	return emoji_at(v, at);
}

static bool
is_apostrophe(struct span v, size_t at)
{
	return v.s[at] == '\'' || (at + 2 < v.n && memcmp(v.s + at, "\342\200\231", 3) == 0);
}

/* A word's length at `at`; its own 's is not part of it. */
static size_t
word_length(struct span v, size_t at)
{
	size_t i = at;

	while (i < v.n && span_is_word(v.s[i]) &&
	       ((unsigned char)v.s[i] < 0x80 || punctuation(v, i) == 0))
		i++;
	return i - at;
}

/* The length of the sign of a currency at `at`, before an amount; 0: none. */
static size_t
money(struct span v, size_t at)
{
	static const struct span sign[] = { SPAN("$"), SPAN("\302\243"), SPAN("\302\245"), SPAN("\342\202\254") };
	struct span rest = span_from(v, at);

	for (size_t i = 0; i < sizeof(sign) / sizeof(sign[0]); i++)
		if (span_starts(rest, sign[i]) && rest.n > sign[i].n && span_is_digit(rest.s[sign[i].n]))
			return sign[i].n;
	return 0;
}

static bool
is_number(struct span v)
{
	size_t n = 0;

	while (n < v.n && span_is_digit(v.s[n]))
		n++;
	return n == v.n;
}

static void
add_word(struct emoji_words *w, struct span v, size_t at, bool severs)
{
	struct emoji_word *new = &w->v[w->n];

	/* Numbers say nothing here, and stand in the middle of phrases: `cut 300 jobs`. */
	if (v.n > EMOJI_LONGEST || is_number(v))
		return;
	for (size_t i = 0; i < v.n; i++)
		new->s[i] = span_lower(v.s[i]);
	new->n = v.n;
	new->at = at;
	new->role = 0;
	new->verb = false;
	new->name = span_is_upper(v.s[0]);
	new->severs = severs;
	w->n++;
}

static bool
is_name_of(struct span v, const struct emoji_context *c)
{
	return c != NULL && span_is_upper(v.s[0]) && span_in(v, c->name, c->names);
}

static bool
is_high(struct span v)
{
	size_t n = 0;

	while (n < v.n && span_is_upper(v.s[n]))
		n++;
	return n == v.n;
}

static bool
has_low(struct span v)
{
	size_t n = 0;

	while (n < v.n && !span_is_lower(v.s[n]))
		n++;
	return n < v.n;
}

/* An acronym that looks like a common word means something else: CAP, a Cross Agency Priority. */
static bool
is_acronym(struct span v)
{
	return v.n > 1 && v.n <= ACRONYM && is_high(v) && tab_find(&tab_acronym, v) == TAB_NONE &&
	       tab_find_lower(&tab_common, v) != TAB_NONE;
}

/* A line of title case has no names that stand out. */
static void
judge_case(struct emoji_words *w)
{
	size_t high = 0, low = 0;

	for (size_t i = 1; i < w->n; i++) {
		high += w->v[i].name;
		low += !w->v[i].name && w->v[i].n > 3;
	}
	for (size_t i = 0; i < w->n; i++)
		if (i == 0 || high > 3 * low)
			w->v[i].name = false;
}

void
emoji_split(struct emoji_words *w, struct span v, const struct emoji_context *c)
{
	bool severs = true, low = has_low(v);
	size_t n;

	w->n = 0;
	for (size_t i = 0; i < v.n && w->n < EMOJI_WORDS;) {
		n = money(v, i);
		if (n == 0)
			n = word_length(v, i);
		if (n > 0) {
			struct span word = { v.s + i, n };

			if (is_name_of(word, c) || (low && is_acronym(word)))
				severs = true;
			else
				add_word(w, word, i, severs);
			severs = n > EMOJI_LONGEST;
			i += n;
		} else if (is_apostrophe(v, i)) {
			i += v.s[i] == '\'' ? 1 : 3;
			i += i < v.n && v.s[i] == 's' && word_length(v, i) == 1;
		} else {
			severs |= v.s[i] != ' ' && v.s[i] != '-' &&
				  !(v.s[i] == ',' && i + 1 < v.n && span_is_digit(v.s[i + 1]));
			n = punctuation(v, i);
			i += n > 0 ? n : 1;
		}
	}
	judge_case(w);
}

/* The ending that is taken off, what is put back, and whether a doubled consonant becomes one. */
static const struct ending {
	struct span off, on;
	bool doubled;
} endings[] = {
	{ SPAN("ies"), SPAN("y"), false },
	{ SPAN("s"), SPAN(""), false },
	{ SPAN("es"), SPAN(""), false },
	{ SPAN("ied"), SPAN("y"), false },
	{ SPAN("ed"), SPAN("e"), false },
	{ SPAN("ed"), SPAN(""), false },
	{ SPAN("ed"), SPAN(""), true },
	{ SPAN("ing"), SPAN("e"), false },
	{ SPAN("ing"), SPAN(""), false },
	{ SPAN("ing"), SPAN(""), true },
	{ SPAN("ly"), SPAN(""), false },
	{ SPAN("ves"), SPAN("f"), false },
	{ SPAN("ves"), SPAN("fe"), false },
	{ SPAN("ier"), SPAN("y"), false },
	{ SPAN("iest"), SPAN("y"), false },
	{ SPAN("est"), SPAN(""), false },
};

/* The word without the ending; false: it has none such. */
static bool
take_off(struct span w, const struct ending *e, char *to, size_t *n)
{
	size_t stem = w.n - e->off.n;

	if (w.n < e->off.n + 3 || w.s[w.n - 1] != e->off.s[e->off.n - 1] || !span_ends(w, e->off))
		return false;
	if (e->doubled && (stem < 3 || w.s[stem - 1] != w.s[stem - 2]))
		return false;
	stem -= e->doubled;
	memcpy(to, w.s, stem);
	memcpy(to + stem, e->on.s, e->on.n);
	*n = stem + e->on.n;
	return true;
}

void
emoji_forms(struct emoji_forms *f, const struct emoji_word *w)
{
	size_t n;

	f->v[0] = (struct span){ w->s, w->n };
	f->n = 1;
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]) && f->n < EMOJI_FORMS; i++)
		if (take_off(f->v[0], &endings[i], f->s[f->n], &n)) {
			f->v[f->n] = (struct span){ f->s[f->n], n };
			f->n++;
		}
}
