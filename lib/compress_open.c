/* SPDX-License-Identifier: ISC */
#include "compress_part.h"

#include "list.h"
#include "shape.h"
#include "tab.h"
#include "uni.h"

extern const struct tab tab_frame;

#define FRAME_WORDS 9 /* the longest frame, in words */

/* The longest frame that the sentence opens with, and that leaves enough of it. */
static bool
open_frame(struct words *w)
{
	struct tab_key key = TAB_KEY_INIT;
	size_t most = 0;

	for (size_t n = 1; n <= FRAME_WORDS && n + KEEP_WORDS <= w->n; n++) {
		if (n > 1 && !words_is_glued(w, n - 1))
			tab_key_char(&key, ' ');
		tab_key_plain(&key, w->v[n - 1].token.text);
		if (n > 1 && key.n < TAB_KEY_MOST && tab_find_key(&tab_frame, &key) != TAB_NONE)
			most = n;
	}
	words_cut(w, 0, most);
	return most > 0;
}

/* "This demonstrates that S", "These results show that S": the author's own word for S. Verbs that
 * hedge (suggest, indicate) stay. */
static bool
open_report(struct words *w)
{
	struct shape_match m;
	struct span letters;

	if (w->n == 0 || (w->v[0].is & WORDS_DEICTIC) == 0)
		return false;
	letters = words_letters(w);
	if (!shape_find(shape_named(S("report")), letters, &m)
	    || !span_listed(list_named(S("show")), w->v[m.group[2].s - letters.s].token.text))
		return false;
	words_cut(w, 0, m.group[1].n);
	return true;
}

/* A connective goes with its comma; without one only where it cannot be an adverb of the verb. */
static bool
open_connective(struct words *w)
{
	size_t n;

	if (w->n < 2 || (w->v[0].is & WORDS_CONNECTIVE) == 0)
		return false;
	n = w->v[0].length;
	if (n + KEEP_WORDS > w->n)
		return false;
	if (w->v[n].letter == ',') {
		words_cut(w, 0, n + 1);
		return true;
	}
	if (w->v[0].letter != 'K' && w->v[0].letter != 'k' && !span_same(w->v[0].token.text, S("so")))
		return false;
	words_cut(w, 0, n);
	return true;
}

/* "X, on the other hand, does Y": a connective between commas goes with both. */
static void
drop_inserted(struct words *w)
{
	for (size_t i = 1; i + 1 < w->n; i++) {
		size_t next = i + 1 + w->v[i + 1].length;

		if (w->v[i].letter == ',' && (w->v[i + 1].is & WORDS_CONNECTIVE) != 0 && next < w->n
		    && w->v[next].letter == ',')
			words_cut(w, i, next + 1);
	}
}

/* "also" looks back, "now" and "recently" look at a day that is past. */
static void
drop_adverbs(struct words *w)
{
	for (size_t i = w->n; i > 0; i--)
		if (w->v[i - 1].letter == 'R' && i < w->n
		    && span_listed(S("also|now|currently|recently|presently|today"), w->v[i - 1].token.text)
		    && span_has(S("zdpvgnbDJCIMBHQNPm,R"), w->v[i].letter)
		    && !(i + 2 < w->n && span_same(w->v[i + 2].token.text, S("ever"))) /* "now more than ever" */)
			words_cut(w, i - 1, i + (i == 1 && w->v[i].letter == ','));
}

static struct span
lowered(struct arena *a, struct span word)
{
	struct buf b = BUF_INIT;

	uni_add_lower(&b, word);
	word = arena_span(a, buf_view(&b));
	buf_free(&b);
	return word;
}

/* "Often data is sent twice" is "data is often sent twice": a subject comes first. */
static void
move_adverb(struct words *w)
{
	struct span often = list_named(S("often"));
	struct word adverb;
	size_t verb, i = 1;

	if (w->n < KEEP_WORDS || !span_listed(often, w->v[0].token.text) || w->v[0].token.opaque)
		return;
	for (verb = words_verb(w, 1); i < verb; i++)
		if (span_has(S("WUK:;"), w->v[i].letter))
			return;
	if (verb < 2 || verb == w->n)
		return;
	adverb = w->v[0];
	verb -= 1 + (w->v[1].letter == ',');
	words_cut(w, 0, 1 + (w->v[1].letter == ','));
	verb += span_has(S("MBH"), w->v[verb].letter);
	words_put(w, verb, lowered(w->arena, adverb.token.text), 'R');
	w->v[verb].is = adverb.is;
}

void
compress_open(struct words *w)
{
	move_adverb(w);
	drop_inserted(w);
	drop_adverbs(w);
	while (open_connective(w) || open_frame(w) || open_report(w))
		continue;
	while (w->n > 0 && w->v[w->n - 1].letter == '.')
		w->n--;
}
