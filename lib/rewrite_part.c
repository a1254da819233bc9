/* SPDX-License-Identifier: ISC */
/* That every group, list and class of a row is there, mktab has seen to (mktab_rule.h). */
#include "rewrite_part.h"

#include "compress.h"
#include "die.h"
#include "stem.h"
#include "tab.h"
#include "tag.h"
#include "uni.h"

extern const struct tab tab_act, tab_rewrite;

struct range {
	size_t from, to; /* words */
};

/* Empty for one that took no part. */
static struct range
group(const struct rewrite_match *m, struct span number)
{
	size_t n = 0;
	struct span g = { NULL, 0 };

	if (span_uint(number, &n) && n < SHAPE_GROUPS)
		g = m->groups.group[n];
	if (g.s == NULL)
		return (struct range){ 0, 0 };
	return (struct range){ (size_t)(g.s - m->letters.s), (size_t)(g.s - m->letters.s) + g.n };
}

static struct span
word_at(const struct rewrite_match *m, size_t i)
{
	return m->words->v[i].token.text;
}

/* The last verb of a range, or its last word. */
static size_t
head(const struct rewrite_match *m, struct range r)
{
	for (size_t i = r.to; i > r.from; i--)
		if (span_has(S("vpzdngMBHA"), m->words->v[i - 1].letter))
			return i - 1;
	return r.to > r.from ? r.to - 1 : r.from;
}

/* The first verb of a range: what the subject does. */
static size_t
first_verb(const struct rewrite_match *m, struct range r)
{
	for (size_t i = r.from; i < r.to; i++)
		if (span_has(S("vpzdngMBHA"), m->words->v[i].letter))
			return i;
	return r.from;
}

static struct span
lemma(const struct rewrite_match *m, size_t i, struct buf *b)
{
	buf_cut(b, 0);
	if (span_has(S("BbHA"), m->words->v[i].letter))
		buf_str(b, m->words->v[i].letter == 'H' ? "have" : m->words->v[i].letter == 'A' ? "do" : "be");
	else if (span_has(S("vpzdng"), m->words->v[i].letter))
		stem_lemma_verb(word_at(m, i), b);
	else
		uni_add_lower(b, word_at(m, i));
	return buf_view(b);
}

/* Of all of the match, not only of one group: a hedge stands anywhere. */
static bool
has(const struct rewrite_match *m, struct span what)
{
	struct range r = group(m, m->groups.group[2].s == NULL ? S("1") : S("0"));
	struct words all = words_view(m->words, r.from, r.to);

	if (span_eq(what, S("number")))
		return words_has_number(&all);
	if (span_eq(what, S("quantity")))
		return words_has_quantity(&all);
	if (span_eq(what, S("name")))
		return words_has_letter(&all, 'P');
	return words_has(m->words, words_class(what));
}

static bool
at_site(enum field site, struct span list)
{
	switch (site) {
	case FIELD_SECTION:
		return span_listed(list, S("head"));
	case FIELD_ITEM:
	case FIELD_LABEL:
		return span_listed(list, S("item"));
	default:
		return span_listed(list, S("point"));
	}
}

static bool
gives_reason(const struct rewrite_match *m, struct range r)
{
	for (size_t i = r.from; i < r.to; i++)
		if (span_same(word_at(m, i), S("because")))
			return true;
	return false;
}

/* Is the first noun of a phrase one that means something by itself? */
static bool
says_something(const struct rewrite_match *m, struct range r)
{
	for (size_t i = r.from; i < r.to; i++)
		if (m->words->v[i].letter == 'N' || m->words->v[i].letter == 'P')
			return (m->words->v[i].is & WORDS_LIGHT) == 0;
	return false;
}

/* Is the first noun of a phrase one of a list? */
static bool
is_headed(const struct rewrite_match *m, struct range r, struct span list)
{
	for (size_t i = r.from; i < r.to; i++)
		if (m->words->v[i].letter == 'N' || m->words->v[i].letter == 'P')
			return span_listed(list, word_at(m, i));
	return false;
}

/* Has the noun phrase that a group begins with the article it needs? */
static bool
has_article(const struct rewrite_match *m, struct range r)
{
	size_t i = r.from;

	if (i < r.to && span_has(S("DmCSPQ"), m->words->v[i].letter))
		return true;
	while (i + 1 < r.to && span_has(S("JNngR"), m->words->v[i + 1].letter))
		i++;
	return i >= r.to || !words_is_counted(&m->words->v[i]);
}

/* "Segment emails into groups": a bare thing that can be done was the verb. */
static bool
is_bare_verb(const struct rewrite_match *m, struct range r)
{
	const struct word *first = &m->words->v[r.from];
	struct buf b = BUF_INIT;
	bool yes;

	if (r.to != r.from + 1 || first->letter != 'N' || tag_xpos(&first->token) != XPOS_NN || words_is_mass(first))
		return false;
	uni_add_lower(&b, first->token.text);
	yes = tab_find(&tab_act, buf_view(&b)) != TAB_NONE;
	buf_free(&b);
	return yes;
}

/* "its" in a noun phrase needs what it stands for; after "that" and "which" it has that. */
static bool
has_owner(const struct rewrite_match *m, struct range r)
{
	for (size_t i = r.from; i < r.to && m->words->v[i].letter != 'W'; i++)
		if (span_listed(S("its|their|his|her|it|they|them|he|she"), word_at(m, i)))
			return false;
	return true;
}

/* A list of words: as it stands after =, or the row of the table that is named there. */
static struct span
list_of(struct span condition, size_t equal)
{
	struct span list = span_from(condition, equal + 1);

	if (!span_starts(list, S("@")))
		return list;
	for (size_t row = 0; row < tab_rewrite.rows; row++)
		if (span_eq(tab_cell(&tab_rewrite, row, 0), list))
			return tab_cell(&tab_rewrite, row, 3);
	return S("");
}

/* `name:value` or `name:group=value`. */
static bool
allows(const struct rewrite_match *m, enum field site, struct span condition)
{
	size_t colon = span_find_char(condition, 0, ':'), equal = span_find_char(condition, 0, '=');
	struct span name = span_head(condition, colon), value = span_from(condition, colon + 1);
	struct buf b = BUF_INIT;
	struct range r;
	size_t n = 0;
	bool yes;

	if (span_eq(name, S("no")))
		return !has(m, value);
	if (span_eq(name, S("has")))
		return has(m, value);
	if (span_eq(name, S("site")))
		return at_site(site, value);
	r = group(m, span_head(value, span_find_char(value, 0, '=')));
	if (span_eq(name, S("needs")))
		return r.from > 0 && r.to > r.from && compress_needs(&m->words->v[r.from - 1], word_at(m, r.from));
	if (span_eq(name, S("subject")))
		return !is_bare_verb(m, r);
	if (span_eq(name, S("whole")))
		return has_article(m, r) && has_owner(m, r);
	if (span_eq(name, S("names")))
		return words_has_letter(&(struct words){ .v = m->words->v + r.from, .n = r.to - r.from }, 'P');
	if (span_eq(name, S("head")) || span_eq(name, S("no-head")))
		return is_headed(m, r, list_of(condition, equal)) == span_eq(name, S("head"));
	if (span_eq(name, S("because")))
		return gives_reason(m, r);
	if (span_eq(name, S("noun")))
		return says_something(m, r);
	if (span_eq(name, S("max")))
		return span_uint(span_from(condition, equal + 1), &n) && r.to - r.from <= n;
	if (span_eq(name, S("opens")))
		return r.to > r.from && span_listed(span_from(condition, equal + 1), word_at(m, r.from));
	if (span_eq(name, S("event")))
		yes = stem_event(lemma(m, head(m, r), &b)).n > 0;
	else if (span_eq(name, S("is")) || span_eq(name, S("not")))
		yes = span_listed(list_of(condition, equal), lemma(m, first_verb(m, r), &b))
		    == span_eq(name, S("is"));
	else if (span_eq(name, S("act")))
		yes = span_listed(span_from(condition, equal + 1),
		    tab_value(&tab_act, lemma(m, first_verb(m, r), &b), 1));
	else
		die("rewrite.tsv: not a condition: %.*s", SPAN_ARG(condition));
	buf_free(&b);
	return yes;
}

bool
rewrite_stands(enum field site, struct span conditions)
{
	struct span first;

	return !span_starts(conditions, S("site:")) || !span_next(&conditions, ' ', &first)
	    || at_site(site, span_from(first, 5));
}

/* Lists of verbs are long: what they are held against is made, and looked for, last. */
static bool
is_dear(struct span condition)
{
	return span_starts(condition, S("is:")) || span_starts(condition, S("not:"));
}

bool
rewrite_allows(const struct rewrite_match *m, enum field site, struct span conditions)
{
	struct span rest, one;

	for (int dear = 0; dear < 2; dear++)
		for (rest = conditions; rest.n > 0 && span_next(&rest, ' ', &one);)
			if (is_dear(one) == (dear != 0) && !allows(m, site, one))
				return false;
	return true;
}

static bool
is_article(struct span t)
{
	return span_same(t, S("the")) || span_same(t, S("a")) || span_same(t, S("an"));
}

static void
add_a(struct buf *b, struct span next)
{
	bool vowel = next.n > 0 && span_has(S("aeiou"), span_lower(next.s[0]));

	if (span_starts_same(next, S("uni")) || span_starts_same(next, S("use")) || span_starts_same(next, S("eu")))
		vowel = false;
	buf_str(b, vowel ? "an " : "a ");
}

static void
add_low(const struct rewrite_match *m, struct range r, struct buf *b)
{
	struct span text = words_text(m->words, r.from, r.to);

	if (r.from == 0)
		truecase_lower_first(m->all->truecase, text, b);
	else
		buf_add(b, text);
}

/* A noun phrase with another article, or none, in place of its own; names take none. */
static void
add_with_article(const struct rewrite_match *m, struct range r, struct span form, struct buf *b)
{
	bool own = is_article(word_at(m, r.from));

	if (!own && (m->words->v[r.from].letter == 'P' || m->words->v[r.from].letter == 'm'
			|| m->words->v[r.from].letter == 'D')) {
		add_low(m, r, b);
		return;
	}
	r.from += own;
	if (own && span_eq(form, S("the")))
		buf_str(b, "the ");
	if (own && span_eq(form, S("a")))
		add_a(b, word_at(m, r.from));
	if (own)
		buf_add(b, words_text(m->words, r.from, r.to));
	else
		add_low(m, r, b);
}

static void
add_possessor(const struct rewrite_match *m, struct range r, struct buf *b)
{
	add_low(m, r, b);
	buf_add(b, source_owner_mark(m->all, buf_view(b)));
}

static void
add_event(const struct rewrite_match *m, struct range r, bool preposition, struct buf *b)
{
	struct buf verb = BUF_INIT;
	struct span l = lemma(m, head(m, r), &verb);

	buf_add(b, preposition ? stem_event_prep(l) : stem_event(l));
	buf_free(&verb);
}

static void
add_group(const struct rewrite_match *m, struct span spec, struct buf *b)
{
	size_t colon = span_find_char(spec, 0, ':');
	struct span form = span_from(spec, colon + 1);
	struct range r = group(m, span_head(spec, colon));

	if (r.from == r.to)
		return;
	if (m->words->v[r.from].token.glued && b->n > 0 && b->s[b->n - 1] == ' ')
		buf_cut(b, b->n - 1); /* "that’s" */
	if (form.n == 0)
		buf_add(b, words_text(m->words, r.from, r.to));
	else if (span_eq(form, S("low")))
		add_low(m, r, b);
	else if (span_eq(form, S("poss")))
		add_possessor(m, r, b);
	else if (span_eq(form, S("ing")))
		stem_ing(word_at(m, head(m, r)), b);
	else if (span_eq(form, S("event")) || span_eq(form, S("prep")))
		add_event(m, r, form.s[0] == 'p', b);
	else
		add_with_article(m, r, form, b);
}

struct span
rewrite_output(const struct rewrite_match *m, struct span output)
{
	struct buf b = BUF_INIT, high = BUF_INIT;
	struct span text;

	for (size_t i = 0; i < output.n; i++) {
		size_t close = output.s[i] == '{' ? span_find_char(output, i, '}') : output.n;

		if (close == output.n) {
			buf_char(&b, output.s[i]);
			continue;
		}
		add_group(m, span_head(span_from(output, i + 1), close - i - 1), &b);
		i = close;
	}
	truecase_upper_first(span_trim(buf_view(&b)), &high);
	text = arena_span(m->all->arena, buf_view(&high));
	buf_free(&b);
	buf_free(&high);
	return text;
}
