/* SPDX-License-Identifier: ISC */
#include "words.h"

#include "tab.h"
#include "tag.h"
#include "uni.h"
#include "utf8.h"
#include "words_part.h"

#include <string.h>

extern const struct tab tab_word;

#define PHRASE_WORDS 4 /* the longest phrase of the table, in tokens */

static bool
is_one_of(struct span text, const char *list)
{
	return span_find(span_of(list), 0, text) < span_of(list).n;
}

static const struct {
	struct span name;
	unsigned bit;
} classes[] = {
	{ SPAN("connective"), WORDS_CONNECTIVE },
	{ SPAN("deictic"), WORDS_DEICTIC },
	{ SPAN("first"), WORDS_FIRST },
	{ SPAN("second"), WORDS_SECOND },
	{ SPAN("page"), WORDS_PAGE },
	{ SPAN("when"), WORDS_WHEN },
	{ SPAN("hedge"), WORDS_HEDGE },
	{ SPAN("not"), WORDS_NOT },
	{ SPAN("condition"), WORDS_CONDITION },
	{ SPAN("slop"), WORDS_SLOP },
	{ SPAN("outlook"), WORDS_OUTLOOK },
	{ SPAN("light"), WORDS_LIGHT },
	{ SPAN("stray"), WORDS_STRAY },
	{ SPAN("vague"), WORDS_VAGUE },
};

static unsigned
classes_at(size_t row)
{
	struct span list, name;
	unsigned bits = 0;

	if (row == TAB_NONE)
		return 0;
	list = tab_cell(&tab_word, row, 1);
	while (span_word(&list, &name))
		for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
			if (span_eq(name, classes[i].name))
				bits |= classes[i].bit;
	return bits;
}

bool
words_text_is(struct span phrase, unsigned class)
{
	return (classes_at(tab_find_lower(&tab_word, phrase)) & class) != 0;
}

/* Appends a token to a phrase as the table has it: in small letters, curly apostrophes straight. */
static void
type_plainly(struct tab_key *key, const struct token *t)
{
	if (key->n > 0 && !t->glued)
		tab_key_char(key, ' ');
	for (size_t i = 0; i < t->text.n; i++) {
		if (t->text.s[i] == '\xE2' && span_starts(span_from(t->text, i), S("’")))
			tab_key_char(key, '\''), i += 2;
		else
			tab_key_char(key, span_lower(t->text.s[i]));
	}
}

/* What phrases of the table begin at a word. */
static void
classify(struct words *w, size_t at)
{
	struct tab_key key = TAB_KEY_INIT;
	unsigned bits;

	for (size_t i = 0; i < PHRASE_WORDS && at + i < w->n; i++) {
		type_plainly(&key, &w->v[at + i].token);
		if (key.n == TAB_KEY_MOST)
			return;
		bits = classes_at(tab_find_key(&tab_word, &key));
		if (bits != 0)
			w->v[at].length = (unsigned char)(i + 1);
		w->v[at].is |= bits;
	}
}

static bool
is_all_capitals(struct span t)
{
	for (size_t i = 0; i < t.n; i++)
		if (!span_is_upper(t.s[i]))
			return false;
	return t.n > 2;
}

/* Names that are also verbs: "Will Slack", "Mark", "PACE". A capital inside a sentence that is not
 * all capitals tells. */
static void
mend_letters(struct words *w)
{
	for (size_t i = 0; i < w->n; i++) {
		struct word *word = &w->v[i];
		bool verb = span_find_char(S("Mvpzd"), 0, word->letter) < 5;

		if (!words_is_capital(word))
			continue;
		if (word->letter == '\'')
			word->letter = 'P';
		if (word->letter == 'N' && i > 0 && span_is_alnum(w->v[i - 1].token.text.s[0]))
			word->letter = 'P';
		if (!verb)
			continue;
		if (is_all_capitals(word->token.text)
		    || (i > 0 && i + 1 < w->n && span_is_alpha(w->v[i - 1].token.text.s[0])
			&& (words_is_capital(&w->v[i + 1]) || w->v[i - 1].letter == 'P')))
			word->letter = 'P';
	}
}

/* A sentence has a finite verb: where none is to be seen, a participle before an object is one. */
static void
mend_participle(struct words *w)
{
	size_t first = w->n;

	for (size_t i = 0; i < w->n; i++) {
		if (span_find_char(S("zdpMBHA"), 0, w->v[i].letter) < 7)
			return;
		if (w->v[i].letter == 'n' && first == w->n)
			first = i;
	}
	if (first > 0 && first + 1 < w->n
	    && span_find_char(S("NPCJ"), 0, w->v[first - 1].letter) < 4
	    && span_find_char(S("DJNPCm$t"), 0, w->v[first + 1].letter) < 8)
		w->v[first].letter = 'd';
}

struct tokens
words_read(struct words *w, struct span text, struct arena *a)
{
	struct tokens t = { 0 };

	token_split(text, &t, a);
	tag_sentence(t.v, t.n);
	*w = (struct words){ .n = t.n, .cap = t.n, .arena = a };
	w->v = ARENA_ARRAY(a, struct word, t.n + 1);
	for (size_t i = 0; i < t.n; i++)
		w->v[i] = (struct word){ .token = t.v[i], .letter = words_letter(&t.v[i]) };
	mend_letters(w);
	mend_participle(w);
	for (size_t i = 0; i < t.n; i++)
		classify(w, i);
	return t;
}

struct words
words_copy(const struct words *from)
{
	struct words to = { .arena = from->arena, .n = from->n, .cap = from->n };

	to.v = ARENA_ARRAY(to.arena, struct word, to.cap + 1);
	memcpy(to.v, from->v, to.n * sizeof(*to.v));
	return to;
}

struct words
words_without(const struct words *w, size_t from, size_t to)
{
	struct words rest = { .arena = w->arena, .n = w->n - (to - from), .cap = w->n - (to - from) };

	rest.v = ARENA_ARRAY(rest.arena, struct word, rest.cap + 1);
	memcpy(rest.v, w->v, from * sizeof(*rest.v));
	memcpy(rest.v + from, w->v + to, (w->n - to) * sizeof(*rest.v));
	return rest;
}

void
words_cut(struct words *w, size_t from, size_t to)
{
	if (to > w->n)
		to = w->n;
	if (from >= to)
		return;
	/* An opening is cut again and again: nothing is moved. */
	if (from == 0) {
		w->v += to;
		w->cap -= to;
	} else {
		memmove(w->v + from, w->v + to, (w->n - to) * sizeof(*w->v));
	}
	w->n -= to - from;
}

bool
words_is_glued(const struct words *w, size_t at)
{
	const struct token *before = &w->v[at - 1].token, *t = &w->v[at].token;

	if (before->text.s + before->text.n == t->text.s && t->glued)
		return true;
	if (is_one_of(before->text, "([“‘$£€"))
		return true;
	if (t->kind == TOKEN_PUNCT && is_one_of(t->text, ",.;:?!)]”%"))
		return true;
	return t->glued && is_one_of(t->text, "’s's%");
}

struct span
words_text(const struct words *w, size_t from, size_t to)
{
	size_t room = 1, n = 0;
	char *text;

	if (to > w->n)
		to = w->n;
	for (size_t i = from; i < to; i++)
		room += w->v[i].token.text.n + 1;
	text = arena_alloc(w->arena, room, 1);
	for (size_t i = from; i < to; i++) {
		struct span t = w->v[i].token.text;

		if (i > from && !words_is_glued(w, i))
			text[n++] = ' ';
		memcpy(text + n, t.s, t.n);
		n += t.n;
	}
	return (struct span){ text, n };
}

struct span
words_all(const struct words *w)
{
	return words_text(w, 0, w->n);
}

struct span
words_letters(const struct words *w)
{
	char *s = arena_alloc(w->arena, w->n + 1, 1);

	for (size_t i = 0; i < w->n; i++)
		s[i] = w->v[i].letter;
	return (struct span){ s, w->n };
}

size_t
words_find(const struct words *w, size_t from, size_t to, unsigned class)
{
	while (from < to && (w->v[from].is & class) == 0)
		from++;
	return from;
}

bool
words_has(const struct words *w, unsigned class)
{
	return words_find(w, 0, w->n, class) < w->n;
}

bool
words_has_letter(const struct words *w, char letter)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->v[i].letter == letter)
			return true;
	return false;
}

bool
words_is_capital(const struct word *w)
{
	size_t n;

	return w->token.text.n > 0 && uni_is_upper(utf8_decode(w->token.text, 0, &n));
}

bool
words_is_number(const struct word *w)
{
	for (size_t i = 0; i < w->token.text.n; i++)
		if (span_is_digit(w->token.text.s[i]))
			return true;
	return w->letter == 'C' && w->token.text.n > 2 && !span_same(w->token.text, S("one"));
}

bool
words_has_quantity(const struct words *w)
{
	static const struct span after[] = { SPAN("percent"), SPAN("%"), SPAN("million"), SPAN("billion"),
		SPAN("trillion"), SPAN("times"), SPAN("thousand") };

	for (size_t i = 0; i < w->n; i++) {
		struct span t = w->v[i].token.text;
		size_t n;

		if (span_in(t, after, sizeof(after) / sizeof(after[0])) || span_eq(t, S("$")))
			return true;
		if (words_is_number(&w->v[i]) && span_uint(t, &n) && (n < 1900 || n > 2100) && n > 9)
			return true;
		if (span_find_char(t, 0, ',') < t.n && span_is_digit(t.s[0]))
			return true;
	}
	return false;
}
