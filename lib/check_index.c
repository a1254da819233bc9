/* SPDX-License-Identifier: ISC */
/*
 * The evidence as a set of keys, each with a letter before it that says what it is: `w` a word in
 * lower case, `W` one that has a capital there, `s` the start of a word, `a` the initials of a run of
 * words, `n` a number's value, and its unit when it has one. Looking up is then one probe, however
 * long the evidence is.
 */
#include "check_part.h"

#include "token.h"
#include "uni.h"
#include "utf8.h"
#include "words.h"

#include <string.h>

#define STEM 5
#define INITIALS 6

static bool
has(const struct map *x, struct span key)
{
	return map_find(x, key) != MAP_NONE;
}

static struct span
without_possessive(struct span w)
{
	if (span_ends(w, S("'s")))
		return span_head(w, w.n - 2);
	if (span_ends(w, S("’s")))
		return span_head(w, w.n - 4);
	return w;
}

/* The key of a word: lower case, no points in `U.S`, one kind of apostrophe, no 's. */
static void
fold(struct buf *b, char kind, struct span w)
{
	bool dotted;
	size_t n;

	w = without_possessive(w);
	dotted = token_is_dotted(w);
	buf_cut(b, 0);
	buf_char(b, kind);
	for (size_t i = 0; i < w.n; i += n) {
		uint32_t c = utf8_decode(w, i, &n);

		if (c == 0x2019)
			buf_char(b, '\'');
		else if (!(dotted && c == '.'))
			utf8_add(b, uni_lower(c));
	}
}

static void
add_word(struct map *x, struct span w, struct buf *b)
{
	fold(b, 'w', w);
	map_add(x, buf_view(b));
	if (check_piece_capital(w)) {
		b->s[0] = 'W';
		map_add(x, buf_view(b));
	}
	if (b->n > STEM) {
		b->s[0] = 's';
		map_add(x, span_head(buf_view(b), STEM + 1));
	}
}

/* A word with points or letters after figures in it counts in parts too. */
static void
add_parts(struct map *x, struct span w, struct buf *b)
{
	struct span part;

	add_word(x, w, b);
	if (span_find_char(w, 0, '.') < w.n)
		while (span_next(&w, '.', &part))
			add_word(x, part, b);
	else if (check_piece_number(w).n > 0)
		add_word(x, span_from(w, check_piece_number(w).n), b);
}

/* The first letters of the last words, and how many of them, from the last one back, are of words
 * with a capital or long ones: two letters alone need such, or `AI` would stand for `an idea`. */
struct initials {
	char v[INITIALS];
	size_t n, strong;
};

static void
add_initial(struct map *x, struct initials *last, const struct check_piece *p)
{
	char key[INITIALS + 1] = "a";
	struct span w = p->text;

	if (p->fresh || !span_is_alpha(w.s[0]))
		last->n = last->strong = 0;
	if (!span_is_alpha(w.s[0]))
		return;
	if (last->n == INITIALS)
		memmove(last->v, last->v + 1, --last->n);
	last->v[last->n++] = span_lower(w.s[0]);
	last->strong = span_is_upper(w.s[0]) || w.n > 6 ? last->strong + 1 : 0;
	for (size_t n = 2; n <= last->n; n++) {
		if (n == 2 && last->strong < 2)
			continue;
		memcpy(key + 1, last->v + last->n - n, n);
		map_add(x, (struct span){ key, n + 1 });
	}
}

/* A percentage is no count: "9 percent" does not hold "9 times". */
static void
add_number(struct map *x, struct buf *key, char unit)
{
	if (unit != '%')
		map_add(x, buf_view(key));
	if (unit != 0) {
		buf_char(key, unit);
		map_add(x, buf_view(key));
		buf_cut(key, key->n - 1);
	}
}

/* 2025-03-14 names the month March. */
static void
add_month(struct map *x, struct span text, size_t end, struct buf *b)
{
	struct span rest = span_from(text, end);
	size_t month;

	if (rest.n < 6 || rest.s[0] != '-' || rest.s[3] != '-' || !span_is_digit(rest.s[4]))
		return;
	if (span_uint(span_head(span_from(rest, 1), 2), &month) && month >= 1 && month <= 12)
		add_word(x, words_month_name(month), b);
}

void
check_index_add(struct map *x, struct span text)
{
	struct buf b = BUF_INIT, key = BUF_INIT, before = BUF_INIT;
	struct check_number n, last = { .text = { NULL, 0 } };
	struct initials initials = { .n = 0, .strong = 0 };
	struct check_piece p;
	size_t at = 0;

	while (check_piece_next(text, &at, &p)) {
		add_parts(x, p.text, &b);
		add_initial(x, &initials, &p);
		buf_cut(&key, 0);
		buf_char(&key, 'n');
		if (!check_number_read(text, &p, &at, &n, &key))
			continue;
		add_number(x, &key, n.unit);
		if (last.text.s != NULL && last.unit == 0 && n.unit != 0 && check_number_is_range(last.text, n.text))
			add_number(x, &before, n.unit);
		if (n.text.n == 4)
			add_month(x, text, at, &b);
		buf_cut(&before, 0);
		buf_add(&before, buf_view(&key));
		last = n;
	}
	buf_free(&b);
	buf_free(&key);
	buf_free(&before);
}

bool
check_index_number(const struct map *x, struct span key, char unit)
{
	struct buf b = BUF_INIT;
	bool found;

	buf_char(&b, 'n');
	buf_add(&b, key);
	if (unit != 0)
		buf_char(&b, unit);
	found = has(x, buf_view(&b));
	buf_free(&b);
	return found;
}

/* The key, or with an `s` more or less: `GPUs` where the evidence has `GPU`. */
static bool
has_number_of(const struct map *x, struct buf *b)
{
	if (has(x, buf_view(b)))
		return true;
	if (b->n > 3 && b->s[b->n - 1] == 's')
		return has(x, span_head(buf_view(b), b->n - 1));
	buf_char(b, 's');
	return has(x, buf_view(b));
}

/* Every part of `A.B` and the like. */
static bool
has_parts(const struct map *x, struct span word, struct buf *b)
{
	struct span part;

	if (span_find_char(word, 0, '.') == word.n)
		return false;
	while (span_next(&word, '.', &part)) {
		fold(b, 'W', part);
		if (!has_number_of(x, b))
			return false;
	}
	return true;
}

bool
check_index_name(const struct map *x, struct span word)
{
	struct buf b = BUF_INIT;
	bool found;

	fold(&b, 'W', word);
	found = has_number_of(x, &b);
	/* `JavaScript` is no other word than `javascript`, as `Apple` may be than `apple`. */
	fold(&b, 'w', word);
	found = found || (word.n > 3 && check_piece_capital(span_from(word, 1)) && has(x, buf_view(&b)));
	fold(&b, 'a', word);
	found = found || (b.n >= 3 && has(x, buf_view(&b))) || has_parts(x, word, &b);
	buf_free(&b);
	return found;
}

bool
check_index_first(const struct map *x, struct span word)
{
	struct buf b = BUF_INIT;
	bool found;

	fold(&b, 'w', word);
	found = has_number_of(x, &b);
	fold(&b, 's', word);
	found = found || has(x, span_head(buf_view(&b), STEM + 1));
	buf_free(&b);
	return found;
}

void
check_index_add_small(struct map *x, struct span text)
{
	struct buf b = BUF_INIT;
	struct check_piece p;
	size_t at = 0;

	while (check_piece_next(text, &at, &p)) {
		if (check_piece_capital(p.text))
			continue;
		fold(&b, 'w', p.text);
		map_add(x, buf_view(&b));
	}
	buf_free(&b);
}

bool
check_index_small(const struct map *x, struct span word)
{
	struct buf b = BUF_INIT;
	bool found;

	fold(&b, 'w', word);
	found = has_number_of(x, &b);
	buf_free(&b);
	return found;
}
