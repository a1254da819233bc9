/* SPDX-License-Identifier: ISC */
#include "tag.h"

#include "buf.h"
#include "tag_part.h"
#include "uni.h"

#include <limits.h>

extern const struct tab tab_tagword;
extern const struct tab_marks marks_tagclass;
extern const char grid_tagweight[]; /* TAG_LINES lines of TAG_COLUMNS characters */

/* A label so far ahead of the next in the first pass stays in the second. */
enum { SURE = 80 };

/* A word on its way: looked up, then labelled, then labelled again. */
struct guess {
	const struct tag_word *word;
	struct tag_word own; /* where it stands, unless the memo has it */
	unsigned label;
	int lead;           /* of the best label over the next */
	int score[TAG_CAN]; /* of each label it can have */
};

/* The words that come first in an article are most of its frequent ones: so many are kept. */
enum { MEMO = 256 };

struct tag_memo {
	struct tag_word word[MEMO];
	unsigned char kind[MEMO]; /* of the token that it was looked up for, plus 1; 0: not yet */
};

struct tag_memo *
tag_memo_new(struct arena *a)
{
	return ARENA_NEW(a, struct tag_memo);
}

/* Also sets the lead of the best over the next. */
static unsigned
best_label(struct guess *g)
{
	int best = INT_MIN, next = INT_MIN;
	unsigned at = 0;

	for (unsigned l = 0; l < g->word->labels; l++) {
		if (g->score[l] > best) {
			next = best;
			best = g->score[l];
			at = l;
		} else if (g->score[l] > next) {
			next = g->score[l];
		}
	}
	g->lead = best - next;
	return g->word->label[at];
}

/* Every label is scored with as many features, so that what a character stands for above its
 * middle need not be taken off: the same would go from every sum. Most of the tagger's time goes
 * here: a feature is read once for four labels, as a word that nobody knows has a dozen. */
static void
add_four(int *score, const unsigned char *label, const uint32_t *feature, size_t n)
{
	unsigned a = label[0], b = label[1], c = label[2], d = label[3];
	int sum[4] = { 0 };

	for (size_t i = 0; i < n; i++) {
		sum[0] += grid_tagweight[tag_cell(feature[i], a)];
		sum[1] += grid_tagweight[tag_cell(feature[i], b)];
		sum[2] += grid_tagweight[tag_cell(feature[i], c)];
		sum[3] += grid_tagweight[tag_cell(feature[i], d)];
	}
	for (unsigned k = 0; k < 4; k++)
		score[k] += sum[k];
}

static void
add_two(int *score, const unsigned char *label, const uint32_t *feature, size_t n)
{
	int sum[2] = { 0 };

	for (size_t i = 0; i < n; i++) {
		sum[0] += grid_tagweight[tag_cell(feature[i], label[0])];
		sum[1] += grid_tagweight[tag_cell(feature[i], label[1])];
	}
	score[0] += sum[0];
	score[1] += sum[1];
}

static unsigned
add_scores(struct guess *g, const uint32_t *feature, size_t n)
{
	const unsigned char *label = g->word->label;
	unsigned l = 0, labels = g->word->labels;

	for (; l + 4 <= labels; l += 4)
		add_four(g->score + l, label + l, feature, n);
	for (; l + 2 <= labels; l += 2)
		add_two(g->score + l, label + l, feature, n);
	for (size_t i = 0; l < labels && i < n; i++)
		g->score[l] += grid_tagweight[tag_cell(feature[i], label[l])];
	return best_label(g);
}

/* Word i of a sentence of n is ring[i % RING]: five are in use at a time. */
enum { RING = 8 };

struct tagger {
	struct token *v;
	size_t n;
	uint32_t title;
	struct guess ring[RING];
};

static const struct tag_word edge;

static void
look_up(struct tag_memo *memo, struct guess *g, const struct token *token)
{
	static const struct tag_tables tables = { &tab_tagword, &marks_tagclass };

	unsigned char *kind = memo != NULL && token->word < MEMO ? &memo->kind[token->word] : NULL;

	if (kind != NULL && *kind == token->kind + 1) {
		g->word = &memo->word[token->word];
	} else if (kind != NULL && *kind == 0) {
		tag_look_up(&tables, &memo->word[token->word], token);
		g->word = &memo->word[token->word];
		*kind = token->kind + 1;
	} else {
		tag_look_up(&tables, &g->own, token);
		g->word = &g->own;
	}
}

static const struct tag_word *
word_at(const struct tagger *t, size_t i)
{
	return i < t->n ? t->ring[i % RING].word : &edge;
}

static unsigned
label_at(const struct tagger *t, size_t i)
{
	return i < t->n ? t->ring[i % RING].label : TAG_EDGE;
}

/* From left to right: the labels of the words before are known. */
static unsigned
best_first(struct tagger *t, size_t i)
{
	struct tag_context c = { word_at(t, i - 2), word_at(t, i - 1), word_at(t, i), word_at(t, i + 1),
	    word_at(t, i + 2), label_at(t, i - 1), label_at(t, i - 2), t->title, i == 0 };
	struct guess *g = &t->ring[i % RING];
	uint32_t feature[TAG_FEATURES];

	for (unsigned l = 0; l < g->word->labels; l++)
		g->score[l] = 0;
	return add_scores(g, feature, tag_features(&c, feature));
}

static void
label_first(struct tagger *t, size_t i)
{
	struct guess *g = &t->ring[i % RING];

	g->label = g->word->labels > 1 ? best_first(t, i) : g->word->label[0];
}

/* Once more: the labels of the words after it are known too. */
static unsigned
best_second(struct tagger *t, size_t i)
{
	struct guess *g = &t->ring[i % RING];
	struct tag_review r = { g->word, word_at(t, i + 1), g->label, TAG_EDGE, TAG_EDGE,
	    label_at(t, i + 1), label_at(t, i + 2) };
	uint32_t feature[TAG_FEATURES];

	r.before = i > 0 ? t->v[i - 1].tag : TAG_EDGE;
	r.before2 = i > 1 ? t->v[i - 2].tag : TAG_EDGE;
	return add_scores(g, feature, tag_second_features(&r, feature));
}

static void
label_second(struct tagger *t, size_t i)
{
	const struct guess *g = &t->ring[i % RING];

	t->v[i].tag = (unsigned char)(g->word->labels > 1 && g->lead < SURE ? best_second(t, i) : g->label);
}

void
tag_sentence_of(struct tag_memo *memo, struct token *v, size_t n)
{
	struct tagger t;

	t.v = v;
	t.n = n;
	t.title = tag_titled(v, n);
	for (size_t i = 0; i < n + 4; i++) {
		if (i < n)
			look_up(memo, &t.ring[i % RING], &v[i]);
		if (i >= 2 && i - 2 < n)
			label_first(&t, i - 2);
		if (i >= 4)
			label_second(&t, i - 4);
	}
}

void
tag_sentence(struct token *v, size_t n)
{
	tag_sentence_of(NULL, v, n);
}

bool
tag_is_noun_first(struct span word)
{
	struct buf b = BUF_INIT;
	struct span labels;
	bool yes;

	uni_add_lower(&b, word);
	labels = tab_value(&tab_tagword, buf_view(&b), 1);
	yes = labels.n > 0 ? tag_labels[labels.s[0] - '0'].xpos == XPOS_NN : tag_is_like(word, S("segment"));
	buf_free(&b);
	return yes;
}
