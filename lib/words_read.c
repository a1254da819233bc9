/* SPDX-License-Identifier: ISC */
#include "words.h"

#include "tab.h"
#include "tag.h"
#include "words_part.h"

extern const struct tab tab_word;

#define PHRASE_WORDS 4 /* the longest phrase of the table, in tokens */

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
	{ SPAN("dated"), WORDS_DATED },
	{ SPAN("hedge"), WORDS_HEDGE },
	{ SPAN("not"), WORDS_NOT },
	{ SPAN("condition"), WORDS_CONDITION },
	{ SPAN("slop"), WORDS_SLOP },
	{ SPAN("outlook"), WORDS_OUTLOOK },
	{ SPAN("light"), WORDS_LIGHT },
	{ SPAN("stray"), WORDS_STRAY },
	{ SPAN("vague"), WORDS_VAGUE },
	{ SPAN("plain"), WORDS_PLAIN },
	{ SPAN("shell"), WORDS_SHELL },
	{ SPAN("change"), WORDS_CHANGE },
	{ SPAN("compares"), WORDS_COMPARES },
};

unsigned
words_class(struct span name)
{
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		if (span_eq(name, classes[i].name))
			return classes[i].bit;
	return 0;
}

static unsigned
classes_at(size_t row)
{
	struct span list, name;
	unsigned bits = 0;

	if (row == TAB_NONE)
		return 0;
	list = tab_cell(&tab_word, row, 1);
	while (span_word(&list, &name))
		bits |= words_class(name);
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
	tab_key_plain(key, t->text);
}

/* "both X and Y": what it refers to follows. */
static bool
is_correlative(const struct words *w, size_t at)
{
	static const struct {
		struct span first, second;
	} pairs[] = { { SPAN("both"), SPAN("and") }, { SPAN("either"), SPAN("or") },
		{ SPAN("neither"), SPAN("nor") }, { SPAN("such"), SPAN("that") } };

	for (size_t k = 0; k < sizeof(pairs) / sizeof(pairs[0]); k++)
		for (size_t i = at + 2; span_same(w->v[at].token.text, pairs[k].first) && i < at + 9 && i < w->n; i++)
			if (span_same(w->v[i].token.text, pairs[k].second))
				return true;
	return false;
}

/* What phrases of the table begin with a token: the classes of it alone, whether there are longer ones, and
 * whether some of these go on with a blank. */
struct words_begin {
	bool known, more, blank;
	unsigned is;
};

static struct words_begin
find_begin(const struct token *t)
{
	struct words_begin b = { .known = true };
	struct tab_key key = TAB_KEY_INIT;
	size_t row;

	type_plainly(&key, t);
	if (key.n == TAB_KEY_MOST || (row = tab_find_start(&tab_word, (struct span){ key.s, key.n })) == TAB_NONE)
		return b;
	b.more = true;
	if (tab_cell(&tab_word, row, 0).n == key.n) {
		b.is = classes_at(row);
		b.more = tab_has_longer(&tab_word, row++);
	}
	/* A blank comes before all else that a key can go on with. */
	b.blank = b.more && tab_cell(&tab_word, row, 0).s[key.n] == ' ';
	return b;
}

/* Without a reader nothing is remembered. */
static struct words_begin
begin_of(struct words_reader *r, const struct token *t)
{
	if (r == NULL)
		return find_begin(t);
	r->begin = arena_grow(r->arena, r->begin, vocab_words(r->vocab), &r->cap, sizeof(*r->begin));
	if (!r->begin[t->word].known)
		r->begin[t->word] = find_begin(t);
	return r->begin[t->word];
}

static void
add_classes(struct word *w, unsigned bits, size_t length)
{
	if (bits != 0)
		w->length = (unsigned char)length;
	w->is = (bits & WORDS_PLAIN) != 0 ? bits & ~(unsigned)WORDS_PLAIN : w->is | bits;
}

/* What phrases of the table begin at a word, of one token and of more. */
static void
classify(struct words *w, size_t at, struct words_begin b)
{
	bool more = at + 1 < w->n && (w->v[at + 1].token.glued ? b.more : b.blank);
	struct tab_key key = TAB_KEY_INIT;

	add_classes(&w->v[at], b.is, 1);
	for (size_t i = 0; more && i < PHRASE_WORDS && at + i < w->n; i++) {
		type_plainly(&key, &w->v[at + i].token);
		if (key.n == TAB_KEY_MOST)
			return;
		if (i > 0)
			add_classes(&w->v[at], classes_at(tab_find_key(&tab_word, &key)), i + 1);
	}
	if (words_is_letters(&w->v[at]) || words_is_numeral(w, at))
		w->v[at].is &= ~(unsigned)(WORDS_DEICTIC | WORDS_FIRST);
	if (is_correlative(w, at))
		w->v[at].is &= ~(unsigned)(WORDS_DEICTIC | WORDS_STRAY);
}

static void
read_tokens(struct words_reader *r, struct words *w, const struct tokens *t, struct arena *a)
{
	struct words_begin b;

	*w = (struct words){ .n = t->n, .cap = t->n, .arena = a };
	w->v = ARENA_ARRAY(a, struct word, t->n + 1);
	for (size_t i = 0; i < t->n; i++)
		w->v[i] = (struct word){ .token = t->v[i], .letter = words_letter(&t->v[i]) };
	words_mend(w);
	for (size_t i = 0; i < t->n; i++) {
		b = begin_of(r, &w->v[i].token);
		if (b.is != 0 || b.more)
			classify(w, i, b);
	}
}

struct tokens
words_read(struct words *w, struct span text, struct arena *a)
{
	struct tokens t = { 0 };

	token_split(text, &t, a);
	tag_sentence(t.v, t.n);
	read_tokens(NULL, w, &t, a);
	return t;
}

struct words_reader
words_reader_new(size_t bytes, struct arena *a)
{
	return (struct words_reader){ .arena = a, .vocab = vocab_new(bytes, a), .memo = tag_memo_new(a) };
}

struct tokens
words_read_next(struct words_reader *r, struct words *w, struct span text)
{
	struct tokens t = { 0 };

	token_split(text, &t, r->arena);
	vocab_number(r->vocab, t.v, t.n);
	tag_sentence_of(r->memo, t.v, t.n);
	read_tokens(r, w, &t, r->arena);
	return t;
}
