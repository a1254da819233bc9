/* SPDX-License-Identifier: ISC */
#include "words.h"

#include "tab.h"
#include "tag.h"
#include "uni.h"
#include "utf8.h"
#include "words_part.h"

#include <string.h>

extern const struct tab tab_mass, tab_word;

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
	{ SPAN("plain"), WORDS_PLAIN },
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

/* "both X and Y": what it refers to follows. */
static bool
is_correlative(const struct words *w, size_t at)
{
	static const struct {
		struct span first, second;
	} pairs[] = { { SPAN("both"), SPAN("and") }, { SPAN("either"), SPAN("or") },
		{ SPAN("neither"), SPAN("nor") }, { SPAN("such"), SPAN("that") }, { SPAN("the same"), SPAN("as") } };

	for (size_t k = 0; k < sizeof(pairs) / sizeof(pairs[0]); k++)
		for (size_t i = at + 2; span_same(w->v[at].token.text, pairs[k].first) && i < at + 9 && i < w->n; i++)
			if (span_same(w->v[i].token.text, pairs[k].second))
				return true;
	return false;
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
		w->v[at].is = (bits & WORDS_PLAIN) != 0 ? 0 : w->v[at].is | bits;
	}
	if (is_correlative(w, at))
		w->v[at].is &= ~(unsigned)(WORDS_DEICTIC | WORDS_STRAY);
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
	words_mend(w);
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

void
words_put(struct words *w, size_t at, struct span text, char letter)
{
	struct word word = { .token = { .text = text, .kind = TOKEN_WORD }, .letter = letter };

	if (letter == ',')
		word.token.kind = TOKEN_PUNCT;
	ARENA_PUSH(w->arena, w, word);
	memmove(w->v + at + 1, w->v + at, (w->n - 1 - at) * sizeof(*w->v));
	w->v[at] = word;
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
words_is_month(const struct word *w)
{
	static const struct span months = SPAN("January|February|March|April|May|June|July|August|September|October"
		"|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec");

	return w->letter != 'M' && span_is_upper(w->token.text.s[0]) && span_listed(months, w->token.text);
}

bool
words_is_counted(const struct word *w)
{
	static const struct span ending[] = { SPAN("ness"), SPAN("ity"), SPAN("tion"), SPAN("sion"), SPAN("ment"),
		SPAN("ing"), SPAN("ance"), SPAN("ence"), SPAN("ship"), SPAN("ism"), SPAN("cy"), SPAN("ics"),
		SPAN("logy"), SPAN("ware"), SPAN("work"), SPAN("data"), SPAN("age"), SPAN("ure"), SPAN("hood") };

	if (w->letter != 'N' || words_is_capital(w) || tag_xpos(&w->token) != XPOS_NN
	    || tab_find_lower(&tab_mass, w->token.text) != TAB_NONE)
		return false;
	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++)
		if (w->token.text.n > ending[i].n + 1 && span_ends(w->token.text, ending[i]))
			return false;
	return true;
}

bool
words_is_group(const struct word *w)
{
	static const struct span groups = SPAN("team|group|staff|people|community|company|agency|government|everyone|audience"
		"|anyone|everybody|public|police|family|majority|half|number|board|council|user|person|reader|student|child"
		"|developer|employee|worker|customer|client|patient|someone|one|generation|crowd|committee|industry");

	return span_listed(groups, w->token.text);
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

bool
words_is_open(const struct words *w)
{
	bool more = false;

	for (size_t i = 0; i < w->n; i++) {
		enum tag_xpos x = tag_xpos(&w->v[i].token);

		more |= (x == XPOS_JJR || x == XPOS_RBR) && !(i > 0 && w->v[i - 1].letter == 'D');
		if (span_same(w->v[i].token.text, S("than")))
			return false;
	}
	return more;
}
