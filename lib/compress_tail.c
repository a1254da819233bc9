/* SPDX-License-Identifier: ISC */
#include "compress_part.h"

#include "list.h"
#include "stem.h"
#include "tab.h"
#include "tag.h"
#include "uni.h"

extern const struct tab tab_need;

enum { WORDS_MOST = 300 }; /* a longer sentence does not become a line by what its end can lose */

enum { WAIT_WORDS = 4 };

/* The verb of the main clause: its words, and the last of them. */
struct core {
	size_t first, last;
	char kind;    /* the letter of the last */
	bool passive;
};

/* The first finite verb and what belongs to it; none after a clause inside the subject, for whose verb it
 * would be is not sure. */
static bool
find_core(const struct words *w, struct core *c)
{
	size_t i = 0;

	while (i < w->n && !words_is_finite(w->v[i].letter))
		if (span_has(S("WUOE:;?"), w->v[i++].letter))
			return false;
	if (i == 0 || i == w->n)
		return false;
	*c = (struct core){ i, i, w->v[i].letter, false };
	for (i++; i < w->n && span_has(S("MBHAbRXvngzdp"), w->v[i].letter); i++) {
		if (span_has(S("RX"), w->v[i].letter))
			continue;
		c->passive = w->v[i].letter == 'n' && span_has(S("Bb"), w->v[c->last].letter);
		c->last = i;
		c->kind = w->v[i].letter;
	}
	return true;
}

static struct span
lemma(const struct word *word, struct buf *b)
{
	/* "must be balanced with": a participle that looks like an adjective needs what its verb does. */
	bool done = word->letter == 'J' && span_ends(word->token.text, S("ed")) && tab_find_lower(&tab_need, word->token.text) == TAB_NONE;

	buf_cut(b, 0);
	if (done || span_has(S("vpzdng"), word->letter))
		stem_lemma_verb(word->token.text, b);
	else if (word->letter == 'N')
		stem_lemma_noun(word->token.text, b);
	else
		uni_add_lower(b, word->token.text);
	return buf_view(b);
}

bool
compress_needs(const struct word *word, struct span opener)
{
	struct buf b = BUF_INIT;
	struct span list = tab_value(&tab_need, lemma(word, &b), 1), one;
	bool yes = false;

	while (!yes && span_word(&list, &one)) /* "the opportunity to showcase": its verb may look like a thing */
		yes = span_eq(one, opener) || (span_eq(one, S("+to")) && span_same(opener, S("to")));
	buf_free(&b);
	return yes;
}

/* Would a list lose its end, or a second clause its verb? */
static bool
breaks_list(const struct words *w, const struct core *c, size_t end)
{
	bool open = false, verb = false;

	for (size_t i = c->last + 1; i < end; i++) {
		if (w->v[i].letter == ',')
			open = true;
		else if (w->v[i].letter == 'K')
			open = false, verb = true;
		else if (span_has(S("zdpMBHAvn"), w->v[i].letter))
			verb = false;
	}
	if (open || !verb)
		return open;
	while (end < w->n && !span_has(S("WUzdpMBHA,"), w->v[end].letter))
		end++;
	return end < w->n && words_is_finite(w->v[end].letter);
}

/* Are the words before `end` a clause that says something: an object, a predicate, or a passive? */
static bool
is_whole(const struct words *w, const struct core *c, size_t end)
{
	char last = w->v[end - 1].letter;

	if (end == c->last + 1)
		return c->passive;
	if (breaks_list(w, c, end))
		return false;
	return span_has(S("NPY)\"%"), last) || (last == 'J' && span_has(S("Bb"), c->kind))
	    || (last == 'C' && end > 1 && w->v[end - 2].letter == '$');
}

static bool
begins_clause(const struct words *w, size_t at)
{
	static const struct span safe = SPAN("because|since|while|whereas|although|though|so");

	return span_listed(safe, w->v[at].token.text);
}

/* A second verb of the same subject: "and repairs them", "but often fails". */
static bool
begins_verb(const struct words *w, const struct core *c, size_t at)
{
	size_t next = at + 1 + (at + 2 < w->n && w->v[at + 1].letter == 'R');

	if ((w->v[at].letter != 'K' && w->v[at].letter != 'k') || next >= w->n || span_same(w->v[at].token.text, S("or")))
		return false;
	return words_is_finite(w->v[next].letter) || (w->v[next].letter == c->kind && span_has(S("vng"), c->kind));
}

/* The verb that a phrase would belong to: the one before it, or the main one. */
static size_t
verb_before(const struct words *w, const struct core *c, size_t at)
{
	while (--at > c->last)
		if (span_has(S("vgnzdp"), w->v[at].letter))
			return at;
	return c->last;
}

/* Does a noun a little before still wait for what it is for: "an avenue for programs to ..."? */
static bool
is_waiting(const struct words *w, size_t at)
{
	for (size_t i = at > WAIT_WORDS ? at - WAIT_WORDS : 0; i < at; i++)
		if (span_has(S("NJ"), w->v[i].letter) && compress_needs(&w->v[i], S("+to")))
			return true;
	return false;
}

/* A phrase of place, time, manner or purpose. */
static bool
begins_phrase(const struct words *w, const struct core *c, size_t at)
{
	struct span opener = w->v[at].letter == 't' ? S("+to") : w->v[at].token.text;

	if (w->v[at].letter == 'I') {
		if (w->v[at - 1].letter == ',')
			return !span_listed(S("except|without|than|per"), opener);
		if (span_same(opener, S("by")) ? at + 1 >= w->n || w->v[at + 1].letter != 'g'
		    : !span_listed(list_named(S("circumstance")), opener))
			return false;
	} else if (w->v[at].letter != 't' || is_waiting(w, at)) {
		return false;
	}
	return !compress_needs(&w->v[at - 1], opener) && !compress_needs(&w->v[verb_before(w, c, at)], opener);
}

/* Is the noun before `at` one of some, not a certain one or all? What narrows it can then go: that
 * tools which help were bought says that tools were bought. */
static bool
is_some(const struct words *w, size_t at)
{
	size_t i = at;

	if (w->v[at - 1].letter != 'N' || (w->v[at - 1].is & WORDS_LIGHT) != 0)
		return false;
	while (i > 0 && span_has(S("NJPCngR-"), w->v[i - 1].letter))
		i--;
	if (i > 0 && span_has(S("DmSO"), w->v[i - 1].letter))
		return span_listed(list_named(S("some")), w->v[i - 1].token.text);
	return tag_xpos(&w->v[at - 1].token) == XPOS_NNS;
}

/* What narrows the last noun: "that help the public", "designed to last". */
static bool
begins_modifier(const struct words *w, const struct core *c, size_t at)
{
	if (at < c->last + 2 || !is_some(w, at) || is_waiting(w, at))
		return false;
	if (w->v[at].letter == 'W')
		return span_listed(S("that|which|who"), w->v[at].token.text) && !compress_needs(&w->v[at - 1], S("+that"));
	if (w->v[at].letter == 'g') /* not "a machine learning tool" */
		return tag_xpos(&w->v[at - 1].token) == XPOS_NNS && !compress_needs(&w->v[c->last], S("+ing"))
		    && !compress_needs(&w->v[at - 1], S("+ing"));
	return w->v[at].letter == 'n';
}

size_t
compress_tail(const struct words *w, size_t end)
{
	struct core c;

	if (w->n > WORDS_MOST || !find_core(w, &c))
		return 0;
	for (size_t at = end; --at > c.last;) {
		size_t from = at - (at > c.last + 2 && w->v[at - 1].letter == ',');
		bool verb = begins_verb(w, &c, at);

		if ((verb || begins_phrase(w, &c, at) || begins_clause(w, at) || begins_modifier(w, &c, at))
		    && is_whole(w, &c, from) && (verb ? compress_may_end(w, from) : compress_may_go(w, from, w->n)))
			return from;
	}
	return 0;
}
