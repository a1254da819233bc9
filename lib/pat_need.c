/* SPDX-License-Identifier: ISC */
#include "pat_need.h"

#include <string.h>

#define DEPTH 16

/* A group that is open: what was needed before it, and whether what it holds counts at all. */
struct group {
	size_t before;
	bool skip;
};

struct reader {
	struct span re;
	size_t at;
	struct pat_need *need;
	struct group open[DEPTH];
	size_t depth;
};

static void
add_char(struct pat_set *set, unsigned char c)
{
	if (c < 0x80)
		set->bit[c >> 6] |= (uint64_t)1 << (c & 63);
	else
		set->other = true;
}

static void
push(struct reader *r, const struct pat_set *set)
{
	if (r->need->n < PAT_NEEDS && !set->other)
		r->need->set[r->need->n++] = *set;
}

/* Can what stands before `at` be left out? Steps over the quantifier. */
static bool
is_optional(struct reader *r)
{
	char c = r->at < r->re.n ? r->re.s[r->at] : '\0';
	bool none = c == '?' || c == '*' || (c == '{' && r->at + 1 < r->re.n && r->re.s[r->at + 1] == '0');

	if (c == '{')
		r->at = span_find_char(r->re, r->at, '}');
	if (c == '?' || c == '*' || c == '+' || c == '{')
		r->at++;
	if (r->at < r->re.n && (c == '?' || c == '*' || c == '+' || c == '{')
	    && (r->re.s[r->at] == '?' || r->re.s[r->at] == '+'))
		r->at++;
	return none;
}

/* Plain characters and ranges; a class of anything else is one of all characters. */
static bool
read_class(struct reader *r)
{
	struct pat_set set = { { 0, 0 }, false };
	struct span re = r->re;
	size_t i = r->at + 1;

	set.other = i < re.n && re.s[i] == '^';
	i += set.other;
	for (size_t first = i; i < re.n && (re.s[i] != ']' || i == first); i++) {
		if (re.s[i] == '[')
			return false;
		if (re.s[i] == '\\') {
			set.other = true;
			i++;
		} else if (i + 2 < re.n && re.s[i + 1] == '-' && re.s[i + 2] != ']') {
			for (unsigned c = (unsigned char)re.s[i]; c < (unsigned char)re.s[i + 2]; c++)
				add_char(&set, (unsigned char)c);
			i++;
		} else {
			add_char(&set, (unsigned char)re.s[i]);
		}
	}
	r->at = i + 1;
	if (!is_optional(r))
		push(r, &set);
	return true;
}

static void
read_char(struct reader *r)
{
	struct pat_set set = { { 0, 0 }, false };

	add_char(&set, (unsigned char)r->re.s[r->at++]);
	if (!is_optional(r))
		push(r, &set);
}

/* \. and the like are characters; what stands for a class or a place needs nothing. */
static bool
read_escape(struct reader *r)
{
	char c = ++r->at < r->re.n ? r->re.s[r->at] : 'b';

	if (!span_is_alnum(c)) {
		read_char(r);
		return true;
	}
	if (strchr("bBdDsSwWhHvVRXpPAzZ", c) == NULL)
		return false;
	r->at++;
	if ((c == 'p' || c == 'P') && r->at < r->re.n && r->re.s[r->at] == '{')
		r->at = span_find_char(r->re, r->at, '}') + 1;
	is_optional(r);
	return true;
}

/* False for a kind of group that is not known here. */
static bool
open_group(struct reader *r)
{
	static const struct span skipped[] = { SPAN("?!"), SPAN("?<!") };
	static const struct span plain[] = { SPAN("?:"), SPAN("?="), SPAN("?<="), SPAN("?>") };
	struct span rest = span_from(r->re, ++r->at);
	struct group *g = &r->open[r->depth];

	if (r->depth == DEPTH)
		return false;
	*g = (struct group){ r->need->n, r->depth > 0 && g[-1].skip };
	r->depth++;
	for (size_t i = 0; i < sizeof(skipped) / sizeof(skipped[0]); i++)
		if (span_starts(rest, skipped[i])) {
			g->skip = true;
			r->at += skipped[i].n;
			return true;
		}
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (span_starts(rest, plain[i])) {
			r->at += plain[i].n;
			return true;
		}
	if (span_starts(rest, S("?<")))
		r->at += span_find_char(rest, 0, '>') + 1;
	else if (rest.n == 0 || rest.s[0] == '?' || rest.s[0] == '*')
		return false;
	return true;
}

static bool
close_group(struct reader *r)
{
	const struct group *g;

	r->at++;
	if (r->depth == 0)
		return false;
	g = &r->open[--r->depth];
	if (is_optional(r) || g->skip)
		r->need->n = g->before;
	return true;
}

/* One branch or another: what one of them needs, the pattern does not. */
static bool
take_branch(struct reader *r)
{
	r->at++;
	if (r->depth == 0)
		return false;
	r->open[r->depth - 1].skip = true;
	return true;
}

static bool
read_item(struct reader *r)
{
	switch (r->re.s[r->at]) {
	case '(':
		return open_group(r);
	case ')':
		return close_group(r);
	case '|':
		return take_branch(r);
	case '[':
		return read_class(r);
	case '\\':
		return read_escape(r);
	case '.':
		r->at++;
		is_optional(r);
		return true;
	case '^': case '$':
		r->at++;
		return true;
	default:
		read_char(r);
		return true;
	}
}

void
pat_need_read(struct pat_need *need, struct span re)
{
	struct reader r = { .re = re, .need = need };

	need->n = 0;
	while (r.at < re.n)
		if (!read_item(&r)) {
			need->n = 0;
			return;
		}
}

struct pat_set
pat_set_of(struct span text)
{
	struct pat_set set = { { 0, 0 }, false };

	for (size_t i = 0; i < text.n; i++)
		add_char(&set, (unsigned char)text.s[i]);
	return set;
}

bool
pat_need_met(const struct pat_need *need, const struct pat_set *has)
{
	for (size_t i = 0; i < need->n; i++)
		if ((need->set[i].bit[0] & has->bit[0]) == 0 && (need->set[i].bit[1] & has->bit[1]) == 0)
			return false;
	return true;
}
