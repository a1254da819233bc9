/* SPDX-License-Identifier: ISC */
#include "outline_part.h"

#include "tab.h"

extern const struct tab tab_lang, tab_titlekind;

enum { KIND_WORDS, KIND_NAME };

#define LANG_WORDS 3000 /* enough to tell a language by */
#define LANG_LEAST 12   /* fewer function words than this tell nothing */

/* The languages of lib/tab/lang.tsv. */
static const struct span langs[] = { SPAN("en"), SPAN("de"), SPAN("fr"), SPAN("es"), SPAN("it"),
	SPAN("pt"), SPAN("nl") };
#define LANGS (sizeof(langs) / sizeof(langs[0]))

/* Adds a word of the table that stands there so often to the counts of the languages that have it. */
static void
count_languages(size_t row, size_t times, size_t *count)
{
	struct span list = row != TAB_NONE ? tab_cell(&tab_lang, row, 1) : S(""), code;

	while (span_word(&list, &code))
		for (size_t l = 0; l < LANGS; l++)
			count[l] += span_eq(code, langs[l]) ? times : 0;
}

static struct span
language(const struct draft *d)
{
	uint32_t *times = ARENA_ARRAY(d->arena, uint32_t, vocab_words(d->vocab));
	size_t count[LANGS] = { 0 }, words = 0, best = 0, second = 0;

	for (size_t i = 0; i < d->n && words < LANG_WORDS; i++)
		for (size_t k = 0; k < d->v[i].tokens.n; k++, words++)
			times[d->v[i].tokens.v[k].word]++;
	for (uint32_t w = 0; w < vocab_words(d->vocab); w++)
		if (times[w] > 0)
			count_languages(vocab_row(d->vocab, w, &tab_lang), times[w], count);
	for (size_t l = 1; l < LANGS; l++)
		if (count[l] > count[best])
			best = l;
	for (size_t l = 0; l < LANGS; l++)
		if (l != best && count[l] > second)
			second = count[l];
	if (count[best] < LANG_LEAST || count[best] * 10 < words || count[best] < second + second / 5)
		return S("und");
	return langs[best];
}

/* What the words do not tell, the page may: en-US is en. */
struct span
outline_language(const struct draft *d)
{
	struct span found = language(d), told = span_head(d->art.lang, 2);

	if (!span_eq(found, S("und")) || (d->art.lang.n > 2 && span_is_alpha(d->art.lang.s[2])))
		return found;
	for (size_t l = 0; l < LANGS; l++)
		if (span_same(told, langs[l]))
			return langs[l];
	return found;
}

static bool
starts_with_count(struct span title)
{
	size_t n;

	return span_uint(span_head(title, span_find_char(title, 0, ' ')), &n) && n > 1 && n < 100;
}

static bool
title_says(struct span title, struct span list)
{
	struct span word;

	if (span_eq(list, S("#")))
		return starts_with_count(title);
	while (span_next(&list, '|', &word))
		for (size_t i = 0; i + word.n <= title.n; i++)
			if ((i == 0 || !span_is_alnum(title.s[i - 1]))
			    && span_starts_same(span_from(title, i), word))
				return true;
	return false;
}

/* How often a block begins with one of these. */
static size_t
blocks_with_label(const struct draft *d, struct span label)
{
	size_t n = 0;

	for (size_t i = 0; i < d->art.n; i++)
		n += span_same(d->art.v[i].label, label) || span_same(d->art.v[i].speaker, label)
		    || (span_starts_same(d->art.v[i].text, label)
			&& span_starts(span_from(d->art.v[i].text, label.n), S(":")));
	return n;
}

struct span
outline_kind(const struct draft *d)
{
	if (d->art.kind.n > 0)
		return d->art.kind;
	if (blocks_with_label(d, S("Q")) >= 3)
		return S("interview");
	for (size_t row = 0; row < tab_titlekind.rows; row++)
		if (title_says(d->art.title, tab_cell(&tab_titlekind, row, KIND_WORDS)))
			return tab_cell(&tab_titlekind, row, KIND_NAME);
	return S("article");
}
