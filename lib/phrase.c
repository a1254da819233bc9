/* SPDX-License-Identifier: ISC */
#include "phrase.h"

#include "phrase_part.h"

#include <stdlib.h>

/* What is listed at most, and among how many the overlap is looked at. */
#define PHRASE_LISTED 100

/* The weight of an author's own tag whose words do not stand in the text. */
#define UNUSED_KEYWORD 25

/* The author's own tags stand as candidates, whatever words they are. */
static void
add_keywords(struct finder *f, const struct span *keyword, size_t n)
{
	uint32_t stem[PHRASE_WORDS];
	struct span rest, word;
	size_t words;

	for (size_t i = 0; i < n; i++) {
		struct buf b = BUF_INIT;

		for (size_t j = 0; j < keyword[i].n; j++)
			buf_char(&b, keyword[i].s[j] == '-' || keyword[i].s[j] == '_' ? ' ' : keyword[i].s[j]);
		rest = buf_view(&b);
		for (words = 0; words < PHRASE_WORDS && span_word(&rest, &word); words++)
			stem[words] = phrase_stem(f, vocab_add(f->vocab, word));
		if (words > 0 && span_trim(rest).n == 0) {
			struct candidate *c = phrase_candidate(f, stem, words);

			c->keyword = true;
			if (c->form.n == 0)
				c->form = arena_span(f->arena, span_trim(buf_view(&b)));
		}
		buf_free(&b);
	}
}

/* Adds what another name of the same thing has gathered. */
static void
merge(struct finder *f)
{
	for (size_t i = 0; i < f->key.n; i++) {
		struct candidate *c = &f->c[i], *to;

		if (c->joined == PHRASE_ALONE || f->c[c->joined].joined != PHRASE_ALONE)
			continue;
		to = &f->c[c->joined];
		to->count += c->count;
		to->whole += c->whole;
		to->title |= c->title;
		to->heading += c->heading;
		to->blocks = to->blocks > c->blocks ? to->blocks : c->blocks;
		if (c->first < to->first)
			to->first = c->first;
		to->keyword |= c->keyword;
	}
}

static bool
is_name(const struct candidate *c)
{
	return c->name > 0 && 2 * c->name >= c->whole;
}

static unsigned
info(const struct finder *f, const struct candidate *c)
{
	unsigned sum = 0;

	for (unsigned i = 0; i < c->words; i++)
		sum += f->info[c->stem[i]];
	sum = 4 * sum / c->words;
	return is_name(c) ? (sum + 48) / 2 : sum;
}

/* How much an article makes of it: how often it stands there, in how many places, how early. */
static unsigned long long
score_use(const struct finder *f, const struct candidate *c)
{
	unsigned alone = c->whole > c->topic ? c->whole : c->topic;
	unsigned long long s = vocab_log(c->count - c->inner / 2 + alone + 1);

	s = s * (info(f, c) + 16);
	s = s * (16 + vocab_log(c->blocks + 1)) / 16;
	s = s * (32 - c->first * 16 / (f->n + 1)) / 16;
	if (c->title > 0)
		s = s * 2;
	if (c->heading > 0)
		s = s * 5 / 4;
	return s;
}

/* Short phrases say more than single words; what people follow, more than what nobody does. */
static unsigned
score(const struct finder *f, const struct candidate *c)
{
	unsigned long long s;

	if (c->joined != PHRASE_ALONE || c->count == 0 || (c->whole + c->topic == 0 && !c->keyword))
		return 0;
	if (c->words == 1 && phrase_name_is_origin(c->form))
		return 1;
	s = score_use(f, c);
	if (c->words == 2 || c->words == 3)
		s = s * 5 / 4;
	if (phrase_is_topic(c->form))
		s = s * 3 / 2;
	else if (4 * c->whole < c->count)
		s = s * 3 / 4;
	else if (c->words == 1 && c->kind == PHRASE_TOPIC && c->name == 0)
		s = s * 4 / 5;
	if (c->keyword)
		s = s * 2;
	return (unsigned)s;
}

static int
compare(const void *x, const void *y)
{
	const struct candidate *a = *(struct candidate *const *)x, *b = *(struct candidate *const *)y;
	int c = span_cmp(a->form, b->form);

	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	return c != 0 ? c : (a > b) - (a < b);
}

static bool
holds(const struct candidate *a, uint32_t stem)
{
	for (unsigned i = 0; i < a->words; i++)
		if (a->stem[i] == stem)
			return true;
	return false;
}

/* Does one of the better ones hold all words of c, or c all of its words? */
static bool
is_covered(struct candidate *const *v, size_t n, const struct candidate *c)
{
	for (size_t i = 0; i < n; i++) {
		unsigned both = 0;

		if (v[i]->score == 0 || (v[i]->mask & c->mask) == 0)
			continue;
		for (unsigned w = 0; w < c->words; w++)
			both += holds(v[i], c->stem[w]);
		if (both == c->words && c->count <= 3 * v[i]->count)
			return true;
		if (both == v[i]->words && c->count < 3 && !is_name(c))
			return true;
	}
	return false;
}

static void
list(struct finder *f, struct phrases *out, struct arena *a)
{
	struct candidate **v = ARENA_ARRAY(a, struct candidate *, f->key.n);
	size_t n = 0;
	unsigned best;

	for (size_t i = 0; i < f->key.n; i++)
		if (f->c[i].score > 0)
			v[n++] = &f->c[i];
	if (n == 0)
		return;
	qsort(v, n, sizeof(*v), compare);
	best = v[0]->score;
	for (size_t i = 0; i < n && i < 2 * PHRASE_LISTED && out->n < PHRASE_LISTED; i++) {
		const struct candidate *c = v[i];
		unsigned weight = (unsigned)((unsigned long long)c->score * 100 / best);

		if (is_covered(v, i, c))
			v[i]->score = 0;
		else
			ARENA_PUSH(a, out, ((struct phrase){ c->form, c->kind, weight, c->count }));
	}
}

/* "concepts" or "meta" sort a site's pages; that they do not stand in the text shows it. */
static bool
is_unused_keyword(const struct candidate *c)
{
	return c->keyword && c->count == 0 && c->joined == PHRASE_ALONE &&
	    (c->words > 1 || phrase_is_topic(c->form));
}

static void
weigh(struct finder *f)
{
	unsigned best = 0;

	for (size_t i = 0; i < f->key.n; i++) {
		f->c[i].score = score(f, &f->c[i]);
		if (f->c[i].score > best)
			best = f->c[i].score;
	}
	for (size_t i = 0; i < f->key.n; i++)
		if (is_unused_keyword(&f->c[i]))
			f->c[i].score = best / 100 * UNUSED_KEYWORD + 1;
}

/* For the candidates of an article: about one for three of its words. */
static void
make_room(struct finder *f)
{
	size_t n = vocab_words(f->vocab) / 3 + 32;

	f->key.arena = f->arena;
	map_room(&f->key, n);
	f->c = arena_grow(f->arena, NULL, n, &f->room, sizeof(*f->c));
}

void
phrase_rank(const struct sentence *v, size_t n, struct vocab *vocab, const struct span *keyword,
    size_t nkeywords, struct phrases *out, struct arena *a)
{
	struct finder f = { .v = v, .n = n, .vocab = vocab, .arena = a };

	make_room(&f);
	f.cased = truecase_learn(v, n, vocab, a);
	phrase_read(&f);
	phrase_find(&f);
	add_keywords(&f, keyword, nkeywords);
	phrase_count(&f);
	phrase_name_acronyms(&f);
	phrase_name_join(&f);
	merge(&f);
	weigh(&f);
	list(&f, out, a);
}
