/* SPDX-License-Identifier: ISC */
/*
 * The part of fluent.h that looks at words and their letters.
 */
#include "fluent.h"

#include "list.h"
#include "shape.h"
#include "tag.h"

bool
fluent_asserts(struct span letters)
{
	return shape_test(shape_named(S("statement")), letters)
	    && !shape_test(shape_named(S("stray-subject")), letters)
	    && !shape_test(shape_named(S("loose-subject")), letters)
	    && !shape_test(shape_named(S("run-on")), letters) && !shape_test(shape_named(S("splice")), letters);
}

bool
fluent_statement(const struct words *w)
{
	return fluent_asserts(words_letters(w)) && fluent_ends(w);
}

/* "whether application of AI to criteria": a clause that has lost its verb. */
static bool
has_cut_clause(const struct words *w)
{
	static const struct span opens = SPAN("whether|that|if|because|although|while|unless");

	for (size_t i = w->n; i > 0 && !span_has(S("zdpMBHAvbn"), w->v[i - 1].letter); i--)
		if (w->v[i - 1].letter == 'U' && span_listed(opens, w->v[i - 1].token.text))
			return true;
	return false;
}

/* "cloud are there": what stood between the two was cut. */
static bool
splits_number(const struct words *w)
{
	for (size_t i = 0; i + 1 < w->n && !span_has(S("KoI,UWR"), w->v[i].letter); i++) {
		enum tag_xpos x = tag_xpos(&w->v[i].token);
		bool one = (w->v[i].letter == 'N' && x == XPOS_NN) || (i == 0 && w->v[i].letter == 'P' && x == XPOS_NNP);

		if (one && span_listed(S("are|were|have"), w->v[i + 1].token.text) && !words_is_group(&w->v[i])
		    && !span_listed(list_named(S("several")), w->v[i].token.text))
			return true;
	}
	return false;
}

/* "results that examines": the source's own slip. */
static bool
has_disagreement(const struct words *w)
{
	if (splits_number(w))
		return true;
	for (size_t i = 1; i + 1 < w->n; i++)
		if (w->v[i].letter == 'W' && span_listed(S("that|which|who"), w->v[i].token.text)
		    && ((tag_xpos(&w->v[i - 1].token) == XPOS_NNS && w->v[i + 1].letter == 'z')
			|| (tag_xpos(&w->v[i - 1].token) == XPOS_NN && w->v[i + 1].letter == 'p'
			    && (i < 3 || w->v[i - 2].letter == 'D'))
			|| (i < 4 && tag_xpos(&w->v[i - 1].token) == XPOS_NN && !words_is_group(&w->v[i - 1])
			    && !words_has_letter(&(struct words){ .v = w->v, .n = i }, 'K')
			    && !words_has_letter(&(struct words){ .v = w->v, .n = i }, 'o')
			    && span_listed(S("are|were|have"), w->v[i + 1].token.text))))
			return true;
	return false;
}

/* "legal teams are starting to ask": what, was cut off. */
static bool
lacks_object(const struct words *w)
{
	return w->n > 0 && span_has(S("vpzdg"), w->v[w->n - 1].letter)
	    && span_listed(list_named(S("wants-more")), w->v[w->n - 1].token.text);
}

/* "how to handle system": one thing that is counted, without its article, is the first half of a name. */
static bool
has_half_object(const struct words *w)
{
	if (w->n < 3 || !span_has(S("vgzpd"), w->v[w->n - 2].letter) || !words_is_counted(&w->v[w->n - 1]))
		return false;
	return !span_listed(list_named(S("bare-object")), w->v[w->n - 1].token.text);
}

/* "based on the which", "the how", "are a good to let": an article whose thing is lost. */
static bool
has_hollow_article(const struct words *w)
{
	for (size_t i = 0; i < w->n; i++) {
		size_t at = i + 1;

		if (w->v[i].letter != 'D' || !span_listed(S("the|a|an"), w->v[i].token.text))
			continue;
		while (at < w->n && span_has(S("RJ"), w->v[at].letter))
			at++;
		if (at == w->n || (at > i + 1 && span_same(w->v[i].token.text, S("the"))))
			continue;
		if (span_has(S("WUtIoKBMHA.,;:"), w->v[at].letter) && !(at > i + 1 && w->v[at].letter != 't'))
			return true;
	}
	return false;
}

bool
fluent_ends(const struct words *w)
{
	return !has_hollow_article(w) && !has_half_object(w) && !shape_test(shape_named(S("unfinished")), words_letters(w))
	    && !has_cut_clause(w) && !has_disagreement(w)
	    && !lacks_object(w);
}
