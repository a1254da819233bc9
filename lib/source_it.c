/* SPDX-License-Identifier: ISC */
#include "source_part.h"

#include "list.h"
#include "tag.h"
#include "uni.h"

enum { SUBJECT_WORDS = 6 }; /* of a line that announces a list */

/* "It is clear that", "It takes time to": stands for nothing before it. */
static bool
is_empty_it(const struct words *w, size_t verb)
{
	struct span empty = list_named(S("it"));

	if (span_listed(empty, w->v[verb].token.text))
		return true;
	if (w->v[verb].letter != 'B' && w->v[verb].letter != 'M')
		return false;
	for (size_t i = verb + 1; i < w->n && i < verb + 6; i++)
		if (span_has(S("tUW"), w->v[i].letter) || span_same(w->v[i].token.text, S("for")))
			return true;
	return false;
}

/* How many words at the start of a sentence name one thing that it then tells of; 0 where it opens otherwise. */
static size_t
named_subject(const struct words *w)
{
	size_t i = w->n > 0 && span_same(w->v[0].token.text, S("the")), first = i;

	while (i < w->n && w->v[i].letter == 'P')
		i++;
	if (i == first || i == w->n || !span_has(S("zBHMd"), w->v[i].letter) || span_listed(S("are|were|have"), w->v[i].token.text))
		return 0;
	return tag_xpos(&w->v[i - 1].token) == XPOS_NNPS ? 0 : i;
}

/* A person, whole or by one name. */
static bool
is_person(const struct sources *s, struct span name)
{
	for (size_t i = 0; i < s->npersons; i++)
		if (span_find(s->person[i], 0, name) < s->person[i].n)
			return true;
	return false;
}

static void
put_subject(const struct sources *s, struct source *to, const struct source *from, size_t words)
{
	struct span name = words_text(&from->words, 0, words);
	bool owner = to->words.v[0].letter == 'm';

	to->words = words_copy(&to->words);
	if (owner)
		name = arena_join(s->arena, name, source_owner_mark(s, name));
	to->words.v[0].token.text = name;
	to->words.v[0].letter = owner ? 'm' : 'P';
	to->words.v[0].is = 0;
	to->stands_for = from->stands_for.n > 0 ? from->stands_for : source_evidence(from, s->arena);
}

void
source_put_subject(const struct sources *s, struct source *to)
{
	const struct source *from = to->place > 0 ? to - 1 : NULL;
	struct words *w = &to->words;
	bool person;
	size_t verb = 1, n;

	if (from == NULL || w->n < 4 || to->field != FIELD_POINT || from->field != FIELD_POINT || from->section != to->section
	    || to->first > from->last + 2 || words_has(w, WORDS_FIRST))
		return;
	person = span_listed(S("he|she|his|her"), w->v[0].token.text);
	if (!person && !span_listed(S("it|its"), w->v[0].token.text))
		return;
	verb += verb + 1 < w->n && w->v[verb].letter == 'R';
	if (w->v[0].letter != 'm' && (!span_has(S("zdBHM"), w->v[verb].letter) || (!person && is_empty_it(w, verb))))
		return;
	n = named_subject(&from->words);
	if (n > 0 && is_person(s, words_text(&from->words, 0, n)) == person)
		put_subject(s, to, from, n);
}

/* How many words of a line that ends in a colon name one thing, "the updated guidance:"; 0 where it says more. */
static size_t
announced_subject(const struct source *s)
{
	size_t n = s->words.n > 0 ? s->words.n - 1 : 0;

	if (!s->announces || n == 0 || n > SUBJECT_WORDS || s->words.v[n].letter != ':' || !span_has(S("NP"), s->words.v[n - 1].letter))
		return 0;
	for (size_t i = 0; i < n; i++)
		if (!span_has(S("DmSJNPCng"), s->words.v[i].letter))
			return 0;
	return n;
}

void
source_put_announced(const struct sources *s, const struct source *from, struct source *to)
{
	struct buf low = BUF_INIT;
	size_t n;

	if (from == NULL || to->field != FIELD_ITEM || to->words.n < 3 || to->words.v[0].letter != 'z')
		return;
	n = from->field == FIELD_POINT && from->section == to->section ? announced_subject(from) : 0;
	if (n == 0)
		return;
	to->words = words_copy(&to->words);
	uni_add_lower(&low, to->words.v[0].token.text);
	to->words.v[0].token.text = arena_span(s->arena, buf_view(&low));
	buf_free(&low);
	for (size_t i = n; i > 0; i--)
		words_put(&to->words, 0, from->words.v[i - 1].token.text, from->words.v[i - 1].letter);
	to->stands_for = source_evidence(from, s->arena);
}
