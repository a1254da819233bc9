/* SPDX-License-Identifier: ISC */
/*
 * The article that a phrase of a title has in a sentence: headlines and topics leave it out.
 */
#include "subject_part.h"

#include "list.h"
#include "stem.h"
#include "tag.h"

/* The head of a noun phrase: its last word before a preposition; w->n where the phrase has its article,
 * or is none. */
static size_t
head_of(const struct words *w)
{
	size_t i = 0;

	if (w->n == 0 || (!span_has(S("JNPng"), w->v[0].letter) && !words_is_capital(&w->v[0])))
		return w->n;
	while (i + 1 < w->n && span_has(S("JNPngdCY"), w->v[i + 1].letter))
		i++;
	return span_has(S("NP"), w->v[i].letter) ? i : w->n;
}

/* What is named by an ordinary noun, "the Rock Challenge", has its article; other names have none. */
static bool
is_named_thing(struct span word)
{
	struct span things = list_named(S("thing"));

	return span_listed(things, word);
}

static bool
is_seen(const struct sources *all, struct span text)
{
	for (size_t i = 0; i < all->n; i++)
		if (span_find_same(all->v[i].text, text) < all->v[i].text.n)
			return true;
	return false;
}

/* Does a word of small letters stand there that takes no article before it? */
static bool
opens_bare(const struct word *w)
{
	return span_has(S("IotKvg,"), w->letter);
}

/* "in plain language", "of digital design": the article writes it without an article, and no noun after it. */
static bool
is_bare(const struct sources *all, struct span phrase)
{
	size_t n = span_words(phrase);

	for (size_t i = 0; i < all->n; i++) {
		const struct words *w = &all->v[i].words;

		for (size_t k = 1; k + n < w->n; k++)
			if (opens_bare(&w->v[k - 1]) && !span_has(S("NPJS"), w->v[k + n].letter)
			    && span_same(words_text(w, k, k + n), phrase))
				return true;
	}
	return false;
}

/* A singular noun that is counted: its plural, where the article has it, or its article. */
struct span
subject_with_article(const struct sources *all, struct span phrase)
{
	struct buf b = BUF_INIT;
	struct words w;
	struct span plural;
	size_t head;

	words_read(&w, phrase, all->arena);
	head = head_of(&w);
	if (head == w.n)
		return phrase;
	if (w.v[head].letter == 'P')
		return head > 0 && is_named_thing(w.v[head].token.text) ? arena_join(all->arena, S("the "), phrase) : phrase;
	if (!words_is_counted(&w.v[head]) || (w.v[head].token.text.n > 1 && span_is_upper(w.v[head].token.text.s[1])))
		return phrase;
	buf_add(&b, words_text(&w, 0, head));
	if (head > 0)
		buf_char(&b, ' ');
	stem_plural(w.v[head].token.text, &b);
	plural = arena_span(all->arena, buf_view(&b));
	buf_free(&b);
	if (head + 1 == w.n && is_seen(all, plural))
		return plural;
	if (w.v[0].letter == 'g' || is_bare(all, words_text(&w, 0, head + 1)))
		return phrase;
	return arena_join(all->arena, S("the "), phrase);
}

/* "new virtual training", but "the new registry": headlines leave articles out. */
struct span
subject_with_new_article(const struct sources *all, const struct words *w, size_t from)
{
	struct span text = words_text(w, from, w->n);
	size_t at = from;

	if (!span_listed(S("new|latest"), w->v[from].token.text))
		return text;
	while (at + 1 < w->n && span_has(S("JNP"), w->v[at + 1].letter))
		at++;
	if (w->v[at].letter == 'P' ? tag_xpos(&w->v[at].token) == XPOS_NNPS : !words_is_counted(&w->v[at]))
		return text;
	return arena_join(all->arena, S("the "), text);
}
