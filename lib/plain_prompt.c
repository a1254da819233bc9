/* SPDX-License-Identifier: ISC */
/*
 * The instructions that a person typed to a chat assistant, and the sample post between them, are
 * pasted together with the article. They are told by what they are: a paragraph that asks for a
 * thing (a caption, emojis, a format), near the text's start or at its end; and after it, a post:
 * lines that begin with an emoji, down to a line of hashtags.
 */
#include "plain.h"

#include "list.h"
#include "tab.h"
#include "utf8.h"

extern const struct tab tab_prompt;

#define PROMPT_BYTES 4000 /* a longer paragraph is not a prompt */
#define PROMPT_PARTS 80   /* a prompt and its sample are not longer */
#define LEFT_LEAST 40     /* words of the article that must be left */
#define STRONG 4          /* what a text weighs that must be a prompt */

static struct span
lowered(struct plain *p, struct span text)
{
	char *s = ARENA_ARRAY(p->art->arena, char, text.n + 1);
	size_t n = 0;

	for (size_t at = 0; at < text.n; at++)
		if (text.s[at] == '\xE2' && span_starts(span_from(text, at), S("’"))) {
			s[n++] = '\'';
			at += 2;
		} else {
			s[n++] = span_lower(text.s[at]);
		}
	return (struct span){ s, n };
}

/* Does the phrase stand in the text, beginning a word? */
static bool
holds(struct span text, struct span phrase)
{
	size_t at = span_find(text, 0, phrase);

	while (at < text.n && at > 0 && span_is_alnum(text.s[at - 1]))
		at = span_find(text, at + 1, phrase);
	return at < text.n;
}

/* Does a person speak here, or announce what follows? Advice to all readers does neither. */
static bool
is_addressed(struct span text)
{
	struct span word;
	size_t at;

	if (plain_stop(text) == ':')
		return true;
	while (span_word(&text, &word))
		if (span_which(list_named(S("addressed")), word, &at))
			return true;
	return false;
}

/* The first two letters of the words of a text: most phrases need not be looked for then. */
struct starts {
	bool pair[26][26];
};

static void
read_starts(struct span text, struct starts *to)
{
	*to = (struct starts){ 0 };
	for (size_t at = 0; at + 1 < text.n; at++)
		if ((at == 0 || !span_is_alnum(text.s[at - 1])) && span_is_lower(text.s[at])
		    && span_is_lower(text.s[at + 1]))
			to->pair[text.s[at] - 'a'][text.s[at + 1] - 'a'] = true;
}

static bool
may_hold(const struct starts *s, struct span phrase)
{
	if (phrase.n < 2 || !span_is_lower(phrase.s[0]) || !span_is_lower(phrase.s[1]))
		return true;
	return s->pair[phrase.s[0] - 'a'][phrase.s[1] - 'a'];
}

/* What the phrases of that kind weigh that stand in the text; does it begin with one? */
static unsigned
sum(struct span text, const struct starts *s, struct span kind, bool *first)
{
	struct span phrase;
	unsigned weight = 0;

	for (size_t row = 0; row < tab_prompt.rows; row++) {
		phrase = tab_cell(&tab_prompt, row, 2);
		if (!span_eq(tab_cell(&tab_prompt, row, 0), kind) || !may_hold(s, phrase) || !holds(text, phrase))
			continue;
		weight += (unsigned)(tab_cell(&tab_prompt, row, 1).s[0] - '0');
		*first |= span_starts(text, phrase);
	}
	return weight;
}

/* 0 for no prompt, 1 for what may stand in one, STRONG and more for what must be one. */
static unsigned
weigh(struct plain *p, const struct plain_part *part)
{
	unsigned asks, things;
	struct starts starts;
	struct span text;
	bool first = false, any = false;

	if (part->words < 5 || part->block.text.n > PROMPT_BYTES || part->mark != 0)
		return 0;
	text = lowered(p, part->block.text);
	read_starts(text, &starts);
	asks = sum(text, &starts, S("ask"), &first);
	if (asks == 0 || (things = sum(text, &starts, S("thing"), &any)) < 2)
		return 0;
	return (asks >= 4 || first) && is_addressed(text) ? STRONG + asks + things : 1;
}

/* A line made of hashtags, but for a word or two. */
bool
plain_is_tags(struct span text)
{
	struct span word;
	size_t tags = 0, words = 0;

	while (span_word(&text, &word) && words < 60) {
		words++;
		tags += word.n > 1 && word.s[0] == '#';
	}
	return tags >= 2 && tags * 10 >= words * 7;
}

/* Where a sample post that begins at or after `from` ends: past its line of hashtags. */
static size_t
sample_end(const struct plain *p, size_t from)
{
	size_t i;

	for (i = from; i < p->n && i < from + PROMPT_PARTS; i++)
		if (plain_is_tags(p->v[i].block.text))
			return i + 1;
	return from;
}

/* The first paragraph that is one, unless other prose comes first; p->n without. */
static size_t
find_first(struct plain *p)
{
	for (size_t i = plain_next(p, (size_t)-1), seen = 0; i < p->n &&
	    seen < PROMPT_PARTS; i = plain_next(p, i), seen++) {
		const struct plain_part *part = &p->v[i];
		bool headline = part->words <= 14 && plain_stop(part->block.text) == 0;

		if (!headline && weigh(p, part) > 0)
			return i;
		if (plain_is_prose(part))
			break;
	}
	return p->n;
}

/* Past the last paragraph of the prompt that begins at `first`. */
static size_t
find_end(struct plain *p, size_t first, bool *sure)
{
	size_t end = first + 1, foreign = 0;

	*sure = weigh(p, &p->v[first]) >= STRONG;
	for (size_t i = first + 1; i < p->n && i < first + PROMPT_PARTS && foreign < 3; i++) {
		unsigned weight = weigh(p, &p->v[i]);

		if (weight >= STRONG) {
			*sure = true;
			end = i + 1;
			foreign = 0;
		} else if (weight == 0 && p->v[i].words >= 40) {
			foreign++;
		}
	}
	return end;
}

/* A request that was typed under the article. */
static void
drop_last(struct plain *p)
{
	size_t i = p->n;

	for (unsigned tries = 0; tries < 3 && (i = plain_last(p, i)) < p->n; tries++)
		if (p->v[i].words <= 80 && weigh(p, &p->v[i]) > STRONG)
			plain_drop(p, i, p->n);
}

static size_t
count_words(const struct plain *p, size_t from, size_t to)
{
	size_t words = 0;

	for (size_t i = from; i < to; i++)
		words += p->v[i].words;
	return words;
}

void
plain_find_prompt(struct plain *p)
{
	size_t first = find_first(p), end;
	bool sure;

	if (first < p->n) {
		end = sample_end(p, find_end(p, first, &sure));
		if (sure && count_words(p, end, p->n) >= LEFT_LEAST)
			plain_drop(p, first, end);
	}
	drop_last(p);
}
