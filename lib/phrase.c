/* SPDX-License-Identifier: ISC */
#include "phrase.h"

#include "phrase_part.h"
#include "tab.h"
#include "uni.h"

#include <stdlib.h>
#include <string.h>

/* What is listed at most, and among how many the overlap is looked at. */
#define PHRASE_LISTED 100

/* Among how many a topic to begin with is looked for. */
#define LEADS 6

/* A text of so few sentences says each thing once. */
#define SHORT_TEXT 16

/* The least weight of an author's own tag whose words stand in the text, and of one whose do not. */
#define USED_KEYWORD 50
#define UNUSED_KEYWORD 14
#define SORTING_KEYWORD 9
#define LIGHTEST 8 /* hundredths of the best: what weighs less is said in passing */

extern const struct tab tab_sorting;

/* A tag as words: hyphens and underscores stand for blanks. */
static struct span
words_of(struct arena *a, struct span tag)
{
	struct buf b = BUF_INIT;
	struct span words;

	for (size_t i = 0; i < tag.n; i++)
		buf_char(&b, tag.s[i] == '-' || tag.s[i] == '_' ? ' ' : tag.s[i]);
	words = arena_span(a, span_trim(buf_view(&b)));
	buf_free(&b);
	return words;
}

static void
add_keyword(struct finder *f, struct span tag)
{
	uint32_t stem[PHRASE_WORDS];
	struct span rest = tag, word;
	struct candidate *c;
	size_t words = 0;

	for (; words < PHRASE_WORDS && span_word(&rest, &word); words++)
		stem[words] = phrase_stem(f, vocab_add(f->vocab, word));
	if (words == 0 || span_trim(rest).n > 0)
		return;
	c = phrase_candidate(f, stem, words);
	c->keyword = true;
	if (c->form.n == 0)
		c->form = tag;
}

/* The author's own tags stand as candidates, whatever words they are, but not those that sort the
 * pages of a site. "Crowdsourcing and citizen science" are two. */
static void
add_keywords(struct finder *f, const struct span *keyword, size_t n)
{
	struct span tag, left, right;
	size_t and;

	for (size_t i = 0; i < n; i++) {
		tag = words_of(f->arena, keyword[i]);
		if (tab_find_lower(&tab_sorting, tag) != TAB_NONE)
			continue;
		and = span_find(tag, 0, S(" and "));
		left = span_head(tag, and);
		right = span_from(tag, and < tag.n ? and + 5 : tag.n);
		if (phrase_topic(left) == 't' && phrase_topic(right) == 't') {
			add_keyword(f, left);
			add_keyword(f, right);
		} else {
			add_keyword(f, tag);
		}
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
	return is_name(c) ? (sum + 32) / 2 : sum;
}

/* How much an article makes of it: how often it stands there, in how many places, how early, and
 * how often a sentence begins with it, as sentences do with what they are about. */
static unsigned long long
score_use(const struct finder *f, const struct candidate *c)
{
	unsigned alone = c->whole > c->topic ? c->whole : c->topic;
	unsigned long long s = vocab_log(c->count - c->inner / 2 + alone + 1);

	s = s * (info(f, c) + 16);
	s = s * (16 + vocab_log(c->blocks + 1)) / 16;
	s = s * (32 - c->first * 16 / (f->n + 1)) / 16;
	s = s * (107 + vocab_log(c->opening + 1)) / 107;
	if (c->title > 0)
		s = s * 2;
	if (c->heading > 0)
		s = s * 7 / 5;
	return s;
}

/* What kind of phrase an article is about, in twentieths. Two or three words say more than one, above all
 * where there is too little text to count in. Who is not in the title speaks about the matter; a full name
 * that comes once or twice is mentioned in passing. */
static unsigned
kind_weight(const struct finder *f, const struct candidate *c)
{
	unsigned w = 20;

	if (c->words > 1)
		w = f->n <= SHORT_TEXT ? 36 : c->words <= 3 ? 28 : 24;
	if (c->kind == PHRASE_PERSON && c->title == 0)
		w = w * 4 / 5;
	if (c->words > 1 && c->count <= 2 && is_name(c))
		w = w * 4 / 5;
	if (c->kind == PHRASE_PLACE)
		w = w * 4 / 3;
	return w;
}

/* What people follow says more than what nobody does, what stands alone more than a part. */
static bool
is_topic(const struct candidate *c)
{
	char class = phrase_topic(c->form);

	return class == 't' || class == 'w';
}

static unsigned
score(const struct finder *f, const struct candidate *c)
{
	unsigned long long s;

	if (c->joined != PHRASE_ALONE || c->count == 0 || (c->whole + c->topic == 0 && !c->keyword))
		return 0;
	if (c->words == 1 && phrase_name_is_origin(c->form))
		return 1;
	s = score_use(f, c) * kind_weight(f, c) / 20;
	if (is_topic(c))
		s = c->words > 1 ? s * 2 : s * 8 / 5;
	else if (4 * c->whole < c->count)
		s = s * 3 / 5;
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
	int c;

	if (a->score != b->score)
		return a->score < b->score ? 1 : -1;
	c = span_cmp(a->form, b->form);
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

		if ((v[i]->mask & c->mask) == 0)
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

/* The form that is seen most may come from a heading: words that the article writes low in mid-sentence
 * are low in what is no name, if that leaves no plain word with a capital. */
static struct span
form_of(const struct finder *f, const struct candidate *c)
{
	struct span rest = c->form, word, made = c->form;
	struct buf b = BUF_INIT;
	bool mixed = is_name(c);

	while (!mixed && span_word(&rest, &word)) {
		if (b.n > 0)
			buf_char(&b, ' ');
		if (word.n > 1 && truecase_is_low(f->cased, word))
			uni_add_lower_first(&b, word);
		else
			buf_add(&b, word);
		mixed = span_is_upper(b.s[b.n - word.n]) && !truecase_is_fixed(word);
	}
	if (!mixed && !span_eq(buf_view(&b), c->form))
		made = arena_span(f->arena, buf_view(&b));
	buf_free(&b);
	return made;
}

/* "content", "app": what many articles are about in part. */
static bool
is_plain(const struct candidate *c)
{
	return c->words == 1 && !is_name(c) && !c->keyword && !is_topic(c);
}

/* A caption speaks of the first topic. A plain word makes way for the best that is none, if that weighs
 * a third of it. */
static void
lead_with_topic(struct candidate **v, size_t n)
{
	struct candidate *first;
	size_t i = 0;

	while (i < n && i < LEADS && v[i]->kind == PHRASE_TOPIC && is_plain(v[i]))
		i++;
	if (i == 0 || i == n || i == LEADS || v[i]->kind != PHRASE_TOPIC || v[i]->count < 2 ||
	    3 * v[i]->score < v[0]->score)
		return;
	first = v[i];
	first->score = v[0]->score;
	memmove(v + 1, v, i * sizeof(*v));
	v[0] = first;
}

static void
list(struct finder *f, struct phrases *out, struct arena *a)
{
	struct candidate **v = ARENA_ARRAY(a, struct candidate *, f->key.n), *c;
	size_t n = 0, kept = 0;
	unsigned best;

	for (size_t i = 0; i < f->key.n; i++)
		if (f->c[i].score > 0)
			v[n++] = &f->c[i];
	if (n == 0)
		return;
	qsort(v, n, sizeof(*v), compare);
	best = v[0]->score;
	/* What stays moves up: a phrase is held against those that stay. */
	for (size_t i = 0; i < n && i < 2 * PHRASE_LISTED && kept < PHRASE_LISTED; i++)
		if (!is_covered(v, kept, v[i]))
			v[kept++] = v[i];
	lead_with_topic(v, kept);
	for (size_t i = 0; i < kept; i++) {
		c = v[i];
		if (c->score * 100ULL < (unsigned long long)best * LIGHTEST && !c->keyword)
			continue;
		ARENA_PUSH(a, out, ((struct phrase){ form_of(f, c), c->kind,
		    (unsigned)((unsigned long long)c->score * 100 / best), c->count }));
	}
}

/* What the author says that the article is about weighs so much of the best at least. A single word
 * that nobody follows, or that is too wide, may sort a site's pages; so do the others, but for the `first`, whose words
 * the article never says. */
static unsigned
keyword_weight(const struct candidate *c, bool first)
{
	if (!c->keyword || c->joined != PHRASE_ALONE || (c->words == 1 && phrase_topic(c->form) != 't'))
		return 0;
	return c->count > 0 ? USED_KEYWORD : first ? UNUSED_KEYWORD : SORTING_KEYWORD;
}

static void
weigh(struct finder *f)
{
	unsigned best = 0, unused = 0;

	for (size_t i = 0; i < f->key.n; i++) {
		f->c[i].score = score(f, &f->c[i]);
		if (f->c[i].score > best)
			best = f->c[i].score;
	}
	for (size_t i = 0; i < f->key.n; i++) {
		unsigned weight = keyword_weight(&f->c[i], unused == 0);

		unused += weight > 0 && f->c[i].count == 0;
		if (f->c[i].score < best / 100 * weight)
			f->c[i].score = best / 100 * weight;
	}
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
