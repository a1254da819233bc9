/* SPDX-License-Identifier: ISC */
#include "phrase_part.h"

#include "tab.h"
#include "tag.h"
#include "uni.h"

extern const struct tab tab_topic;
extern const struct tab_marks marks_common;

static const struct vocab_word *
word_of(const struct finder *f, const struct token *t)
{
	return vocab_word(f->vocab, t->word);
}

static bool
is_high(const struct finder *f, const struct token *t)
{
	return word_of(f, t)->high;
}

static bool
is_common(const struct token *t)
{
	return tab_mark_lower(&marks_common, t->text) != 0;
}

static bool
is_name(const struct finder *f, const struct token *v, size_t i, size_t n)
{
	struct span name = truecase_name_of(f->cased, v[i].word);

	if (!is_high(f, &v[i]))
		return !span_is_digit(v[i].text.s[0]) && span_eq(name, v[i].text);
	if (name.n > 0 || (i > 0 && v[i - 1].kind != TOKEN_PUNCT))
		return true;
	if (i + 1 < n && is_high(f, &v[i + 1]) && truecase_is_pair(f->cased, v[i].text, v[i + 1].text))
		return true;
	return tag_upos(&v[i]) == UPOS_PROPN && !truecase_is_low_of(f->cased, v[i].word) && !is_common(&v[i]);
}

/* iPhone 15, Section 508: a short number that is no year, behind a name, with no noun that it counts; a
 * large one behind a part of a page, which has no hundred of them. */
static bool
ends_name(const struct finder *f, const struct token *v, size_t i, size_t n)
{
	struct span text = v[i].text;
	size_t number;

	if (i == 0 || v[i].glued || text.n > 4 || !span_uint(text, &number) || (number >= 1900 && number < 2100) ||
	    !is_name(f, v, i - 1, n) || word_of(f, &v[i - 1])->class == 't')
		return false;
	if (word_of(f, &v[i - 1])->class != 0 && number < 100)
		return false;
	return i + 1 == n || (v[i + 1].kind != TOKEN_NUMBER && v[i + 1].kind != TOKEN_SYMBOL &&
	    tag_upos(&v[i + 1]) != UPOS_NOUN && tag_upos(&v[i + 1]) != UPOS_ADJ && tag_upos(&v[i + 1]) != UPOS_PROPN);
}

static enum part
part_of(const struct finder *f, const struct token *v, size_t i, size_t n)
{
	char class = v[i].kind == TOKEN_WORD ? word_of(f, &v[i])->class : 'f';

	if (span_eq(v[i].text, S("of")))
		return PART_OF;
	if (v[i].kind == TOKEN_NUMBER)
		return ends_name(f, v, i, n) ? PART_NAME : PART_BREAK;
	if (v[i].kind == TOKEN_URL)
		return phrase_is_word(&v[i]) ? PART_NAME : PART_BREAK;
	/* Use Case Inventory */
	if (class == 'v' && i > 0 && is_name(f, v, i, n) && is_high(f, &v[i + 1 < n ? i + 1 : i]))
		class = i + 1 < n ? 0 : 'v';
	if (class == 'f' || class == 'v' || (unsigned char)v[i].text.s[0] == 0xE2)
		return PART_BREAK;
	/* A heading that runs on in the text: "Wang Takes Command" */
	if (i > 0 && is_high(f, &v[i - 1]) && is_high(f, &v[i]) && tag_upos(&v[i]) == UPOS_VERB && is_common(&v[i]))
		return PART_BREAK;
	if (class != 't' && is_name(f, v, i, n))
		return PART_NAME;
	if (class == 'a')
		return PART_WEAK;
	switch (tag_upos(&v[i])) {
	case UPOS_NOUN: case UPOS_PROPN: case UPOS_X:
		return PART_NOUN;
	case UPOS_ADJ:
		return PART_MODIFIER;
	case UPOS_VERB:
		return tag_xpos(&v[i]) == XPOS_VBG || tag_xpos(&v[i]) == XPOS_VBN ? PART_MODIFIER : PART_BREAK;
	default:
		return PART_BREAK;
	}
}

/* One word, of those up to v[to], as it stands in mid-sentence; a run of capitals stays one. */
static void
add_form(const struct finder *f, const struct token *v, size_t i, size_t to, struct buf *out)
{
	struct span name;

	if ((i > 0 && v[i - 1].kind != TOKEN_PUNCT) ||
	    (i + 1 < to && is_high(f, &v[i + 1]) && !span_is_upper(v[i + 1].text.s[1 < v[i + 1].text.n]))) {
		buf_add(out, v[i].text);
		return;
	}
	name = truecase_name_of(f->cased, v[i].word);
	if (name.n > 0)
		buf_add(out, name);
	else
		truecase_lower_first(f->cased, v[i].text, out);
}

/* Does the form stand in the text as it is, in mid-sentence with one blank between its words? */
static bool
is_ready(const struct token *v, size_t from, size_t to)
{
	if (from == 0)
		return false;
	for (size_t i = from; i < to; i++) {
		const char *end = v[i - 1].text.s + v[i - 1].text.n;

		if (v[i - 1].kind == TOKEN_PUNCT || (i > from && !v[i].glued && (*end != ' ' || end + 1 != v[i].text.s)))
			return false;
	}
	return true;
}

static void
vote_for(struct finder *f, struct candidate *c, struct span form)
{
	if (c->lead == 0)
		c->form = arena_span(f->arena, form);
	if (span_eq(c->form, form))
		c->lead++;
	else
		c->lead--;
}

static void
vote(struct finder *f, struct candidate *c, const struct token *v, size_t from, size_t to)
{
	struct buf b = BUF_INIT;

	if (is_ready(v, from, to)) {
		vote_for(f, c, span_between(v[from].text.s, v[to - 1].text.s + v[to - 1].text.n));
		return;
	}
	for (size_t i = from; i < to; i++) {
		if (i > from && !v[i].glued)
			buf_char(&b, ' ');
		add_form(f, v, i, to, &b);
	}
	vote_for(f, c, buf_view(&b));
	buf_free(&b);
}

static void
add(struct finder *f, const struct sentence *s, const enum part *part, size_t from, size_t to)
{
	const struct token *v = s->tokens.v;
	uint32_t stem[PHRASE_WORDS] = { 0 };
	struct candidate *c;
	bool name = true;

	if (to - from > PHRASE_WORDS || to == from)
		return;
	for (size_t i = from; i < to; i++) {
		stem[i - from] = phrase_stems(f, s)[i];
		name &= part[i] == PART_NAME || part[i] == PART_OF;
	}
	c = phrase_candidate(f, stem, to - from);
	c->whole++;
	c->name += name;
	vote(f, c, v, from, to);
	if (name)
		phrase_name_see(c, v, s->tokens.n, from, to);
}

/* Does the phrase tell what an article is about, and not when, or what a page is made of? */
static bool
is_good(const struct finder *f, const struct token *v, size_t from, size_t to)
{
	char last = word_of(f, &v[to - 1])->class;

	if (last == 'p' || last == 't')
		return false;
	return to - from > 1 || (last == 0 && v[from].text.n > 1 && v[from].kind != TOKEN_NUMBER);
}

/* A run of modifiers and nouns: as a whole, its nouns without the modifiers, and its names. */
static void
add_run(struct finder *f, const struct sentence *s, const enum part *part, size_t from, size_t to)
{
	const struct token *v = s->tokens.v;
	size_t core, name;

	while (to > from && part[to - 1] < PART_NOUN)
		to--;
	while (from < to && (part[from] == PART_WEAK || part[from] == PART_OF))
		from++;
	if (to - from > PHRASE_WORDS)
		from = to - 3;
	if (from >= to || !is_good(f, v, from, to))
		return;
	add(f, s, part, from, to);
	name = phrase_name_start(v, from, to);
	if (name > from && part[name] == PART_NAME && part[name + 1] == PART_NAME)
		add(f, s, part, name, to);
	for (core = from; core < to && part[core] < PART_NOUN; core++)
		continue;
	if (core > from && is_good(f, v, core, to))
		add(f, s, part, core, to);
	for (size_t i = core; i < to; i++)
		if (to - core > 1 && is_good(f, v, i, i + 1) && part[i] >= PART_NOUN)
			phrase_candidate(f, &phrase_stems(f, s)[i], 1);
	/* "Meta researchers": the name is a phrase of its own, too. */
	for (size_t i = core; i + 1 < to && part[i] == PART_NAME && part[to - 1] != PART_NAME; i++)
		if (part[i + 1] != PART_NAME && is_good(f, v, core, i + 1))
			add(f, s, part, core, i + 1);
}

char
phrase_topic(struct span words)
{
	size_t row = tab_find_lower(&tab_topic, words);
	char class = row != TAB_NONE ? tab_cell(&tab_topic, row, 1).s[0] : 0;

	return class != 'b' ? class : 0;
}

/* Of each topic the table has all beginnings. */
bool
phrase_begins_topic(struct span words)
{
	return tab_find_lower(&tab_topic, words) != TAB_NONE;
}

/* The topics that people follow stand as candidates wherever their words stand together. */
static void
add_topics(struct finder *f, const struct sentence *s, size_t i)
{
	const struct token *v = s->tokens.v;
	struct buf b = BUF_INIT;
	struct candidate *c;
	size_t row;

	for (size_t n = 0; n < PHRASE_WORDS && i + n < s->tokens.n && v[i + n].kind == TOKEN_WORD; n++) {
		if (n > 0)
			buf_char(&b, ' ');
		uni_add_lower(&b, v[i + n].text);
		row = tab_find(&tab_topic, buf_view(&b));
		if (row == TAB_NONE)
			break;
		if (n == 0 || tab_cell(&tab_topic, row, 1).s[0] == 'b')
			continue;
		c = phrase_candidate(f, phrase_stems(f, s) + i, n + 1);
		c->topic++;
		if (c->whole == 0)
			vote(f, c, v, i, i + n + 1);
	}
	buf_free(&b);
}

/* `of` holds names together, nothing else. */
static bool
goes_on(const enum part *part, const struct token *v, size_t i, size_t n)
{
	if (part[i] == PART_OF)
		return i > 0 && i + 1 < n && part[i - 1] == PART_NAME && part[i + 1] == PART_NAME;
	if (part[i] == PART_BREAK)
		return false;
	return i == 0 || part[i - 1] == PART_BREAK || !v[i].glued;
}

static void
find_in(struct finder *f, const struct sentence *s)
{
	size_t n = s->tokens.n, from = 0;
	enum part *part = f->part = arena_grow(f->arena, f->part, n + 1, &f->parts, sizeof(*part));

	for (size_t i = 0; i < n; i++)
		part[i] = part_of(f, s->tokens.v, i, n);
	for (size_t i = 0; i <= n; i++) {
		if (i < n && goes_on(part, s->tokens.v, i, n))
			continue;
		add_run(f, s, part, from, i);
		from = i < n && part[i] >= PART_MODIFIER ? i : i + 1;
	}
}

void
phrase_find(struct finder *f)
{
	bool *opens = ARENA_ARRAY(f->arena, bool, vocab_words(f->vocab)); /* does a topic begin with the word? */

	for (uint32_t w = 0; w < vocab_words(f->vocab); w++)
		opens[w] = vocab_row(f->vocab, w, &tab_topic) != TAB_NONE;
	for (size_t i = 0; i < f->n; i++)
		if (!phrase_is_headline(&f->v[i])) {
			find_in(f, &f->v[i]);
			for (size_t j = 0; j < f->v[i].tokens.n; j++)
				if (opens[f->v[i].tokens.v[j].word])
					add_topics(f, &f->v[i], j);
		}
}
