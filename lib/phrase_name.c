/* SPDX-License-Identifier: ISC */
#include "phrase_part.h"
#include "list.h"
#include "tab.h"
#include "uni.h"

extern const struct tab tab_name, tab_orgword, tab_place;

static char
cell_class(const struct tab *t, struct span word)
{
	size_t row = tab_find_lower(t, word);

	return row != TAB_NONE ? tab_cell(t, row, 1).s[0] : 0;
}

bool
phrase_name_is_origin(struct span word)
{
	return cell_class(&tab_place, word) == 'd';
}

static bool
is_speech(struct span word)
{
	size_t at;

	return span_which(list_named(S("speech")), word, &at);
}

static bool
is_and(struct span word)
{
	return span_eq(word, S("and")) || span_eq(word, S("&"));
}

/* The words at both sides of a name in v[from..to). */
void
phrase_name_see(struct candidate *c, const struct token *v, size_t n, size_t from, size_t to)
{
	struct span first = v[from].text, last = v[to - 1].text;
	size_t at = from;

	if (at > 0 && span_eq(v[at - 1].text, S(".")))
		at--;
	if (at > 0 && cell_class(&tab_name, v[at - 1].text) == 't')
		c->person += 3;
	if (at > 0 && to - from == 2 && cell_class(&tab_name, v[at - 1].text) == 'r')
		c->person += 1;
	if (to - from > 1 && cell_class(&tab_name, first) == 'f')
		c->person += 2;
	if (to - from > 1 && cell_class(&tab_name, first) == 't' && !span_starts(first, S("S")))
		c->person += 2;
	/* CEO of Scale AI, Scale AI CEO */
	if (cell_class(&tab_name, first) == 'r' || cell_class(&tab_name, last) == 'r')
		return;
	if (to < n && is_speech(v[to].text))
		c->person += to - from > 1;
	/* The Food and Drug Administration: half of a name is none. */
	if (from > 1 && is_and(v[from - 1].text) && span_is_upper(v[from - 2].text.s[0]))
		return;
	for (size_t i = from; i < to; i++)
		if (to - from > 1 && cell_class(&tab_orgword, v[i].text) == 'l')
			c->organization += 3;
	if (cell_class(&tab_orgword, last) == 'l' && to - from > 1)
		c->organization += 3;
	if (to < n && cell_class(&tab_orgword, v[to].text) == 'v')
		c->organization += 1;
}

/* Where, in a run of words, a person's first name begins after a title, role or country. */
size_t
phrase_name_start(const struct token *v, size_t from, size_t to)
{
	for (size_t i = from + 1; i + 1 < to; i++)
		if (cell_class(&tab_name, v[i].text) == 'f' && cell_class(&tab_name, v[i - 1].text) != 'f')
			return i;
	return from;
}

/* The letters of an acronym, without the plural's s; 0 when the word is none. */
static size_t
acronym_length(struct span word)
{
	size_t n = word.n;

	if (n > 2 && word.s[n - 1] == 's')
		n--;
	for (size_t i = 0; i < n; i++)
		if (!span_is_upper(word.s[i]))
			return 0;
	return n >= 2 && n <= PHRASE_WORDS + 1 ? n : 0;
}

/* Does the word before v[at] and those before it spell the acronym? Gives where they begin. */
static size_t
long_form(const struct token *v, size_t at, struct span acronym, size_t letters)
{
	size_t i = at;

	while (letters > 0 && i > 0 && v[i - 1].kind == TOKEN_WORD && at - i < PHRASE_WORDS) {
		i--;
		if (span_upper(v[i].text.s[0]) == acronym.s[letters - 1])
			letters--;
		else if (vocab_class(v[i].text) != 'f')
			return at;
	}
	return letters == 0 ? i : at;
}

static void
define(struct finder *f, const struct token *v, size_t from, size_t to, const struct token *acronym)
{
	uint32_t stem[PHRASE_WORDS];
	size_t x, y;

	for (size_t i = from; i < to; i++)
		stem[i - from] = phrase_stem(f, v[i].word);
	x = phrase_lookup(f, stem, to - from);
	stem[0] = phrase_stem(f, acronym->word);
	y = phrase_lookup(f, stem, 1);
	if (x == MAP_NONE || y == MAP_NONE || x == y || f->c[x].joined != PHRASE_ALONE ||
	    f->c[y].joined != PHRASE_ALONE)
		return;
	/* The one that the article goes on with stands for both. */
	if (f->c[x].count > f->c[y].count)
		f->c[y].joined = x;
	else
		f->c[x].joined = y;
}

void
phrase_name_acronyms(struct finder *f)
{
	size_t from, letters;

	for (size_t s = 0; s < f->n; s++) {
		const struct token *v = f->v[s].tokens.v;

		for (size_t i = 2; i + 1 < f->v[s].tokens.n; i++) {
			letters = acronym_length(v[i].text);
			if (letters == 0 || !span_eq(v[i - 1].text, S("(")) || !span_eq(v[i + 1].text, S(")")))
				continue;
			from = long_form(v, i - 1, v[i].text, letters);
			if (from < i - 1)
				define(f, v, from, i - 1, &v[i]);
		}
	}
}

static enum phrase_kind
kind_of(const struct candidate *c)
{
	if (2 * c->name < c->whole || c->name == 0)
		return PHRASE_TOPIC;
	if (cell_class(&tab_place, c->form) == 'p')
		return PHRASE_PLACE;
	if (c->words == 1 && cell_class(&tab_name, c->form) == 'f')
		return PHRASE_PERSON;
	if (c->person > c->organization && c->words > 1)
		return PHRASE_PERSON;
	if (c->organization > 1)
		return PHRASE_ORGANIZATION;
	return PHRASE_TOPIC;
}

/* A title is no part of a name: Dr. Ada Byron is Ada Byron. */
static void
drop_title(struct candidate *c)
{
	struct span rest = c->form, word;

	while (span_words(rest) > 2 && span_word(&rest, &word) && cell_class(&tab_name, word) == 't' &&
	    !span_starts(span_ltrim(rest), S("of ")))
		c->form = span_ltrim(rest);
}

/* Professor Byron, and Byron, are Ada Byron. */
static bool
is_short(const struct candidate *c)
{
	struct span rest = c->form, word;

	if (c->words == 1)
		return true;
	return c->words == 2 && span_word(&rest, &word) && cell_class(&tab_name, word) == 't';
}

/* Surnames and first names that stand alone belong to the one person who has them. */
void
phrase_name_join(struct finder *f)
{
	size_t n = f->key.n, id;
	size_t *owner = ARENA_ARRAY(f->arena, size_t, n);

	for (size_t i = 0; i < n; i++) {
		struct candidate *c = &f->c[i];

		c->kind = kind_of(c);
		if (c->kind != PHRASE_PERSON || is_short(c))
			continue;
		drop_title(c);
		for (unsigned w = 0; w < c->words; w += c->words - 1) {
			id = phrase_lookup(f, &c->stem[w], 1);
			if (id != MAP_NONE && (owner[id] == 0 || f->c[owner[id] - 1].count < c->count))
				owner[id] = i + 1;
		}
	}
	for (size_t i = 0; i < n; i++) {
		struct candidate *c = &f->c[i];

		if (c->joined != PHRASE_ALONE || 2 * c->name < c->whole || !is_short(c))
			continue;
		id = c->words == 1 ? i : phrase_lookup(f, &c->stem[1], 1);
		if (id != MAP_NONE && owner[id] != 0)
			c->joined = owner[id] - 1;
	}
}
