/* SPDX-License-Identifier: ISC */
#include "sent_part.h"

#include "tab.h"
#include "uni.h"

extern const struct tab tab_abbrev;
extern const struct tab tab_starter;

#define CITATION_MAX 200
#define WORD_MAX 40

static bool
is_upper_at(struct span v, size_t at)
{
	size_t n;

	return at < v.n && uni_is_upper(utf8_decode(v, at, &n));
}

static bool
is_lower_at(struct span v, size_t at)
{
	size_t n;

	return at < v.n && uni_is_lower(utf8_decode(v, at, &n));
}

static bool
goes_on_small(const struct stop *p)
{
	return is_lower_at(p->after, 0) && !span_is_brand(p->after);
}

static bool
is_starter(struct span w)
{
	return is_upper_at(w, 0) && (w.n == 1 || !span_is_upper(w.s[1]))
	    && tab_find_lower(&tab_starter, w) != TAB_NONE;
}

/* U.S, L.F, Ph.D: letters with stops between them. */
static bool
is_acronym(struct span w)
{
	if (w.n < 3)
		return false;
	for (size_t i = 1; i < w.n; i += 2)
		if (w.s[i] != '.' || !span_is_alpha(w.s[i - 1]) || i + 1 >= w.n)
			return false;
	return span_is_alpha(w.s[w.n - 1]);
}

static bool
is_letter(struct span w)
{
	size_t n;

	return w.n > 0 && w.n <= 4 && is_upper_at(w, 0) && (utf8_decode(w, 0, &n), n == w.n);
}

static bool
is_number(struct span w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!span_is_digit(w.s[i]) && w.s[i] != '.')
			return false;
	return w.n > 0;
}

static bool
is_roman(struct span w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!span_has(S("ivxIVX"), w.s[i]))
			return false;
	return w.n > 0 && w.n <= 5;
}

/* The number or letter of a list item, all that the sentence has so far. */
static bool
is_label(struct span v, size_t start, const struct stop *p)
{
	struct span w = p->before;

	if (p->mark || p->dots || w.s != v.s + start + sent_bullet(span_from(v, start)))
		return false;
	return (is_number(w) && w.n < 6) || (w.n == 1 && span_is_alpha(w.s[0])) || is_roman(w);
}

/* "Figure 2." or "Myth #3." with what it names to come. */
static bool
is_caption(struct span v, size_t start, const struct stop *p)
{
	struct span rest = span_between(v.s + start, v.s + p->at), name, number;

	if (p->mark || p->dots || rest.n > WORD_MAX || !span_word(&rest, &name)
	    || !span_word(&rest, &number) || span_trim(rest).n > 0)
		return false;
	return is_upper_at(name, 0) && is_number(span_from(number, number.s[0] == '#'));
}

/* A blank was lost after the stop: "the end.They came". */
static bool
is_lost_blank(struct span v, const struct stop *p)
{
	struct span w = p->before, next = p->after;
	size_t i = p->next;

	if (p->opened || w.n < 2 || next.n < 1
	    || tab_find_lower(&tab_abbrev, w) != TAB_NONE)
		return false;
	if (is_upper_at(w, 0) && !is_starter(next))
		return false; /* System.Text */
	if (!p->closed && (!span_is_lower(v.s[p->at - 1]) || !span_is_lower(v.s[p->at - 2])))
		return false;
	if (!is_upper_at(next, 0) || (next.n > 1 && !is_lower_at(next, 1)) || is_acronym(next))
		return false;
	if (span_has(w, '.') || span_has(next, '.'))
		return false;
	i += next.n;
	return i >= v.n || (v.s[i] != '/' && v.s[i] != '@' && v.s[i] != '(' && v.s[i] != '_');
}

/* EST, CET, ET, PDT: what follows the time of day. */
static bool
is_zone(struct span w)
{
	if (w.n < 2 || w.n > 4 || w.s[w.n - 1] != 'T')
		return false;
	for (size_t i = 0; i < w.n; i++)
		if (!span_is_upper(w.s[i]))
			return false;
	return true;
}

/* Who said it, at the end of the paragraph: "... we won." - Ann Bell */
static bool
is_byline(struct span v, const struct stop *p)
{
	struct span rest = span_from(v, p->next);

	return p->dash && p->closed && rest.n < 60 && span_words(rest) < 8
	    && span_find_char(rest, 0, '.') >= rest.n - 1;
}

/* Where a quotation is from: "... parallel stairways" (Smith 55). */
static bool
is_citation(struct span v, const struct stop *p)
{
	struct span rest = span_head(span_from(v, p->next), CITATION_MAX);
	size_t close = span_find_char(rest, 0, ')');

	if (!p->closed || !p->bracket)
		return false;
	if (p->single)
		return true;
	if (close == 0 || close + 1 >= rest.n)
		return false;
	return rest.s[close + 1] == '.' && rest.s[close - 1] != '.';
}

/* Three dots on their own between blanks. */
static bool
is_pause(struct span v, const struct stop *p)
{
	return p->dots > 1 && p->dots < 4 && !p->mark && !p->closed && !p->opened && p->at > 0
	    && v.s[p->at - 1] == ' ';
}

static bool
ends_abbreviation(struct span class, const struct stop *p)
{
	bool figure = p->after.n > 0 && span_is_digit(p->after.s[0]);

	switch (class.s[0]) {
	case 't':
	case 'i':
		return false;
	case 'n':
		return !figure && !is_roman(p->after);
	case 'm':
		return !figure || !is_upper_at(p->before, 0);
	case 'c':
		return !figure && !p->bracket && p->after.n > 0 && !is_zone(p->after);
	default:
		return is_starter(p->after) || (p->opened && !p->bracket);
	}
}

static bool
ends_period(const struct stop *p)
{
	struct span w = p->before, class;
	size_t row = tab_find_lower(&tab_abbrev, w);

	if (row != TAB_NONE) {
		class = tab_cell(&tab_abbrev, row, 1);
		if (!(class.s[0] == 'p' || class.s[0] == 'm') || is_upper_at(w, 0))
			return !goes_on_small(p) && ends_abbreviation(class, p);
	}
	if (w.n == 1 && is_lower_at(w, 0) && p->after.n > 0 && span_is_digit(p->after.s[0]))
		return false;
	if (is_letter(w) || is_acronym(w))
		return is_starter(p->after);
	if (goes_on_small(p))
		return w.n >= 4 && is_lower_at(w, 0) && !p->closed;
	return true;
}

bool
sent_ends(struct span v, size_t start, const struct stop *p)
{
	char c = p->next < v.n ? v.s[p->next] : ' ';

	if (p->next >= v.n)
		return true;
	if (p->at == start)
		return false;
	if (p->next == p->end)
		return is_lost_blank(v, p);
	if (c == ',' || c == ';' || c == ':' || is_label(v, start, p))
		return false;
	if (p->at > 0 && (v.s[p->at - 1] == ' ' || v.s[p->at - 1] == '(') && p->closed)
		return false;
	if (is_pause(v, p) || is_caption(v, start, p) || is_byline(v, p) || is_citation(v, p))
		return false;
	if (p->mark && tab_find_lower(&tab_abbrev, p->before) != TAB_NONE)
		return is_starter(p->after);
	if (p->mark || p->dots)
		return !goes_on_small(p);
	return ends_period(p);
}
