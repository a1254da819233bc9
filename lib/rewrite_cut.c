/* SPDX-License-Identifier: ISC */
#include "rewrite.h"
#include "rewrite_part.h"
#include "tag.h"
#include "utf8.h"

enum { CUT_LEAST = 44 }; /* characters that are left of a bullet that was too long */

/* The group that a rule's output ends in; none for one that ends in words of its own. */
static struct span *
last_group(struct rewrite_match *m, struct span output)
{
	size_t open = output.n;

	if (!span_ends(output, S("}")))
		return NULL;
	while (open > 0 && output.s[open - 1] != '{')
		open--;
	return &m->groups.group[(output.s[open] - '0') % SHAPE_GROUPS];
}

/* "20 web and mobile apps": after a number one thing alone is the first half of what is counted. */
static bool
is_half_counted(const struct word *word, struct span g, size_t end)
{
	size_t i = end - 1;

	while (i > 0 && span_has(S("NJP"), g.s[i - 1]))
		i--;
	return i > 0 && g.s[i - 1] == 'C' && !span_listed(S("one|1"), word[i - 1].token.text)
	    && tag_xpos(&word[end - 1].token) == XPOS_NN;
}

/* May the letters before `end` stand without the phrase that opens at `at`: is no list cut open, nothing
 * left that needs it? */
static bool
may_stop(const struct rewrite_match *m, struct span g, size_t end, size_t at)
{
	const struct word *word = &m->words->v[g.s - m->letters.s];
	struct span opener = word[at].token.text;
	size_t verb = end, from = (size_t)(g.s - m->letters.s);
	bool list = false;

	/* "a machine learning pipeline" is one thing; "tools using data" are tools. */
	if (g.s[at] == 'g' && g.s[at - 1] != ',' && tag_xpos(&word[at - 1].token) != XPOS_NNS)
		return false;
	if (span_eq(opener, S("to")) && at + 1 < g.n && span_has(S("vbR"), g.s[at + 1]))
		opener = S("+to");
	for (size_t i = 0; i < end; i++) {
		list = g.s[i] == ',' || (list && g.s[i] != 'K');
		verb = span_has(S("zdpvgn"), g.s[i]) ? i : verb;
	}
	return !list && span_has(S("NPY"), g.s[end - 1]) && !is_half_counted(word, g, end)
	    && !source_ends_bare(&(struct words){ .v = m->words->v, .n = from + end }) && !compress_needs(&word[end - 1], opener)
	    && (verb == end || !compress_needs(&word[verb], opener))
	    && (g.s[at] == 'K' ? compress_may_end(m->words, from + end) : compress_may_go(m->words, from + end, from + g.n));
}

/* Does a second thing or act begin at `at`: "and ...", where the first stands without it? */
static bool
joins(const struct rewrite_match *m, struct span g, size_t at)
{
	const struct word *word = &m->words->v[g.s - m->letters.s];

	if (g.s[at] != 'K' || at + 1 >= g.n || (g.s[at + 1] == 'P' && at > 0 && g.s[at - 1] == 'P')
	    || !span_same(word[at].token.text, S("and")) || span_has(span_head(g, at), 'K')
	    || span_has(span_head(g, at), ':')) /* "two benefits: speed and calm" */
		return false;
	for (size_t i = 0; i < at; i++)
		if (span_listed(S("between|both|among"), word[i].token.text))
			return false;
	return true;
}

/* Takes the last phrase off a group; false when there is none that can go. */
static bool
drop_phrase(const struct rewrite_match *m, struct span *g)
{
	for (size_t at = g->n; at-- > 2;) {
		size_t end = at - (g->s[at - 1] == ',');

		if (!(joins(m, *g, at) || span_has(S("ItWg"), g->s[at])) || end == 0 || !may_stop(m, *g, end, at))
			continue;
		g->n = end;
		return true;
	}
	return false;
}

/* What is said at length: its last phrases go, one by one, until it fits, or is left as it was. */
struct span
rewrite_cut(struct rewrite_match *m, struct span output, struct span text)
{
	struct span *last = last_group(m, output), cut = text;

	while (last != NULL && last->s != NULL && utf8_count(cut) > BULLET_MOST && drop_phrase(m, last))
		cut = rewrite_output(m, output);
	return utf8_count(cut) < CUT_LEAST ? text : cut;
}
