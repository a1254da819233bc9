/* SPDX-License-Identifier: ISC */
/*
 * What a bullet may not be, whatever made it: half a name, an answer to its own question, a thing whose
 * owner is lost.
 */
#include "rewrite_part.h"

#include "compress.h"
#include "list.h"
#include "uni.h"

/* Is its first word, or the one after How or Why, one that needs what stood before, or asks for more? */
static bool
opens_on_deictic(struct span text)
{
	struct span first;

	if (!span_word(&text, &first))
		return false;
	if (span_listed(S("how|why"), first)) {
		bool how = span_eq(first, S("How"));

		/* "How few schools teach it" asks for their number. */
		if (!span_word(&text, &first) || (how && span_listed(list_named(S("how-many")), first)))
			return true;
		if (span_listed(S("it|it's|it’s"), first))
			return how; /* "Why it is easier to test" */
	}
	return words_text_is(first, WORDS_DEICTIC);
}

/* "its" put in for "our", or of the subject that was left out: whose, nothing says. */
static bool
lost_owner(const struct sources *all, struct span text)
{
	size_t at = span_find(text, 0, S(" its "));

	return at < text.n && span_find_same(span_head(text, at), all->site) == at;
}

/* "Meta's stock price's tracking" */
static bool
has_two_owners(struct span text)
{
	size_t n = 0;

	for (size_t i = 0; i + 3 < text.n; i++)
		n += span_starts(span_from(text, i), S("'s ")) || span_starts(span_from(text, i), S("’s "))
		    || span_starts(span_from(text, i), S("s’ ")) || span_starts(span_from(text, i), S("s' "));
	return n > 1;
}

/* Does a name of a list stand here: "and Budget", ", Credential, and Access"? */
static bool
goes_on_with_name(struct span rest)
{
	size_t and = span_find(rest, 0, S(" and "));

	if (span_starts(rest, S(", ")) && uni_is_capital(span_from(rest, 2)) && span_find_char(rest, 0, '.') > and)
		return uni_is_capital(span_from(rest, and + 5));
	if (!span_starts(rest, S(" and ")) && !span_starts(rest, S(" & ")))
		return false;
	return uni_is_capital(span_from(rest, span_find_char(rest, 1, ' ') + 1));
}

/* "the Office of Management" of "the Office of Management and Budget": a name, or a list of them, cut in two. */
static bool
splits_names(struct span whole, struct span text)
{
	struct span last = S(""), list = text;

	while (span_word(&list, &last))
		if (list.n == 0)
			break;
	if (!uni_is_capital(last) || span_words(text) < 3)
		return false;
	for (size_t at = 0; (at = span_find(whole, at, last)) < whole.n; at += last.n)
		if (goes_on_with_name(span_from(whole, at + last.n)))
			return true;
	return false;
}

/* "Why X because Y" asks and answers, "Why X is able to" tells no reason, "How X; Y" and "How to use verbs, they help" are
 * two sentences, "Some tools" names nothing. */
static bool
misses_frame(struct span text)
{
	bool how = span_starts(text, S("How ")), why = span_starts(text, S("Why "));

	if (why && (span_contains(text, S(" because ")) || span_contains(text, S(" able to "))))
		return true;
	if ((how || why) && span_has(text, ';'))
		return true;
	if (span_starts(text, S("How to ")) && span_holds(text, S(", they |, it |, this ")))
		return true;
	return span_starts(text, S("Some ")) && span_words(text) < 5;
}

/* "moved gradually to": does an adverb of the sentence stand before "to"? */
static bool
has_manner(const struct words *w, struct span text)
{
	for (size_t i = 0; i + 1 < w->n; i++) {
		struct span adverb = w->v[i].token.text;

		if (w->v[i].letter == 'R' && span_eq(w->v[i + 1].token.text, S("to"))
		    && span_starts(span_from(text, span_find(text, 0, adverb) + adverb.n), S(" to ")))
			return true;
	}
	return false;
}

/* What else was done is a verb, and does not stand beside the noun for the act; nor does an adverb. */
static bool
mixes_acts(struct span output, const struct words *w, struct span text)
{
	return span_contains(output, S(":event"))
	    && (span_contains(text, S(" rather than ")) || span_contains(text, S(" instead of ")) || has_manner(w, text));
}

bool
rewrite_reads_well(const struct sources *all, const struct source *from, const struct form *form, struct span output,
    struct span text, bool inner)
{
	return !misses_frame(text) && !mixes_acts(output, &form->words, text) && !has_two_owners(text) && !opens_on_deictic(text)
	    && !splits_names(from->text, text) && !((from->resolved || inner) && lost_owner(all, text));
}

static bool
is_verb(const struct word *w)
{
	return span_has(S("zdpvng"), w->letter);
}

/* Does the phrase that opens at `at` belong to the verb, and not to the thing right before it? "A site with
 * maps" is a thing, whoever provides it. */
static bool
is_of_verb(const struct word *v, size_t verb, size_t at)
{
	static const struct span close = SPAN("with|from|to|into|onto|as|against|upon");
	struct span opener = v[at].token.text;

	return v[at].letter == 'I' && span_listed(close, opener) && !span_starts_same(v[verb].token.text, S("provid"))
	    && compress_needs(&v[verb], opener) && !compress_needs(&v[at - 1], opener);
}

bool
rewrite_takes_foreign(const struct rewrite_match *m)
{
	size_t from = (size_t)(m->groups.group[0].s - m->letters.s), to = from + m->groups.group[0].n, verb;
	const struct word *v = m->words->v;

	if (from > 0 && is_verb(&v[from - 1]))
		from--;
	while (from < to && !is_verb(&v[from]))
		from++;
	verb = from;
	while (from < to && is_verb(&v[from]))
		verb = from++;
	for (; from < to && !is_verb(&v[from]); from++)
		if (from > verb + 1 && is_of_verb(v, verb, from))
			return true;
	return false; /* another verb's phrases come along with it */
}
