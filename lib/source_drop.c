/* SPDX-License-Identifier: ISC */
/*
 * What stands in an article and tells nothing of its subject: who its author is, what kind of file a link
 * leads to, a question that only opens a statement.
 */
#include "source_part.h"

#include "list.h"

/* Is it what is said of an author? */
static bool
is_of_author(struct span verb)
{
	return span_listed(list_named(S("author")), verb);
}

/* Does a text open with a name, be it written jane-doe? */
static bool
opens_with(struct span text, struct span name)
{
	size_t i = 0;

	while (i < name.n && i < text.n && span_lower(text.s[i]) == (name.s[i] == '-' ? ' ' : span_lower(name.s[i])))
		i++;
	return i > 2 && i == name.n;
}

/* "Jane Doe leads the design team at ...": what an article says of its author is not what it tells. */
bool
source_is_bio(const struct sources *s, struct span text)
{
	struct span list = s->author, name, rest, verb;

	while (span_next(&list, ',', &name)) {
		name = span_trim(name);
		rest = span_from(text, name.n);
		if (opens_with(text, name) && span_word(&rest, &verb) && is_of_author(verb))
			return true;
	}
	return false;
}

/* "Jane Doe of the Orchard Board supports outreach.": the last words of an article on somebody it names
 * nowhere else are on its author. */
void
source_drop_bio(struct sources *s)
{
	struct source *last = s->n > 0 ? &s->v[s->n - 1] : NULL;
	size_t names = 0, verb;
	struct span surname;

	while (last != NULL && names < last->words.n && last->words.v[names].letter == 'P')
		names++;
	if (names < 2 || names > 3 || last->field != FIELD_POINT || (verb = words_verb(&last->words, 0)) >= last->words.n
	    || !is_of_author(last->words.v[verb].token.text))
		return;
	surname = last->words.v[names - 1].token.text;
	if (span_find(s->title, 0, surname) < s->title.n)
		return;
	for (size_t i = 0; i + 1 < s->n; i++)
		if (span_find(s->v[i].text, 0, surname) < s->v[i].text.n)
			return;
	last->words.n = 0;
	last->announces = true;
}

struct span
source_without_marks(struct span text, struct arena *a)
{
	static const struct span marks[] = { SPAN("®"), SPAN("™"), SPAN("℠"), SPAN("©") };
	struct buf b = BUF_INIT;
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++)
		for (size_t k = 0; (unsigned char)text.s[i] >= 0x80 && k < sizeof(marks) / sizeof(marks[0]); k++)
			if (span_starts(span_from(text, i), marks[k])) {
				buf_add(&b, span_between(text.s + from, text.s + i));
				from = i + marks[k].n;
			}
	if (from > 0) {
		buf_add(&b, span_from(text, from));
		text = arena_span(a, buf_view(&b));
	}
	buf_free(&b);
	return text;
}

/* "Did you know the rate is 42% higher?" tells it. */
void
source_drop_question(struct words *w)
{
	size_t from = 3;

	if (w->n < 8 || w->v[w->n - 1].letter != '?' || !span_same(words_text(w, 0, 3), S("did you know")))
		return;
	from += span_same(w->v[3].token.text, S("that"));
	if (span_has(S("W?"), w->v[from].letter))
		return;
	w->n--;
	words_cut(w, 0, from);
}

/* "A look at ...", "An introduction to ...": says what kind of text it is. */
static bool
is_kind_of_text(const struct words *w)
{
	struct span kinds = list_named(S("text"));
	size_t noun = w->n > 1 && w->v[0].letter == 'D';

	return noun + 1 < w->n && (span_listed(kinds, w->v[noun].token.text)
	    || (noun > 0 && span_listed(kinds, w->v[noun + 1].token.text)));
}

/* ", and how to use it": what else is asked of the reader. */
static void
drop_further(struct words *w)
{
	for (size_t i = 2; i + 1 < w->n; i++)
		if (w->v[i].letter == 'K' && span_listed(S("how|why|what"), w->v[i + 1].token.text)) {
			w->n = i - (w->v[i - 1].letter == ',');
			return;
		}
}

bool
source_drop_invitation(struct words *w)
{
	struct span verbs = list_named(S("invitation"));
	size_t at = 0;

	if (is_kind_of_text(w))
		return false;
	while (at < w->n && at < 4 && !span_listed(S("how|why|that"), w->v[at].token.text))
		at++;
	if (at + 3 >= w->n || (at > 0 && !span_listed(verbs, w->v[0].token.text) && !span_listed(verbs, w->v[at - 1].token.text))
	    || !span_listed(S("how|why|that"), w->v[at].token.text) || w->v[at + 1].letter == 't')
		return true;
	words_cut(w, 0, at + 1);
	drop_further(w);
	return true;
}

/* "(PDF, 1.2 MB, 37 pages)", "(in Swedish)", "(link)": of the page, not of what it tells. */
static bool
is_note(const struct words *w, size_t open)
{
	struct span first = w->v[open + 1].token.text, second = open + 2 < w->n ? w->v[open + 2].token.text : S("");

	if (span_listed(list_named(S("medium")), first))
		return true;
	return span_same(first, S("in")) && span_listed(list_named(S("tongue")), second);
}

void
source_drop_notes(struct words *w)
{
	for (size_t i = 0; i + 2 < w->n; i++) {
		size_t close = i + 1;

		if (w->v[i].letter != '(' || !is_note(w, i))
			continue;
		while (close < w->n && w->v[close].letter != ')')
			close++;
		*w = words_copy(w);
		words_cut(w, i, close + 1);
	}
}

/* A headline that stands in quotation marks as a whole needs none. */
static struct span
unquoted(struct span title)
{
	static const struct {
		struct span open, close;
	} marks[] = { { SPAN("\""), SPAN("\"") }, { SPAN("“"), SPAN("”") } };

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		struct span open = marks[i].open, close = marks[i].close;

		if (span_starts(title, open) && span_ends(title, close)
		    && span_find(title, open.n, close) == title.n - close.n)
			return span_from(span_head(title, title.n - close.n), open.n);
	}
	return title;
}

/* "(Updated June 9)": when a text was touched is no headline. */
static struct span
without_update(struct span title)
{
	size_t at = span_find_same(title, S(" (update"));

	return at > 0 && title.n > 0 && title.s[title.n - 1] == ')' ? span_head(title, at) : title;
}

struct span
source_headline(struct span title)
{
	return unquoted(without_update(title));
}
