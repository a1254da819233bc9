/* SPDX-License-Identifier: ISC */
/*
 * tagtrain_model: an averaged perceptron. Each sentence is tagged as tag_sentence would; unless the
 * right label is best by a margin, its weights go up and those of its rival down; what is kept is the
 * mean over time. The figures are the best of those tried on the development part of the treebank.
 */
#include "tagtrain_part.h"

#include "die.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* PARTS of the data are guessed by models of the rest; a largest weight is written as SPREAD; DROP
 * percent of the features are left out at a time. The second pass has its scores from weights as
 * they are written, hence the other margin. */
enum { PARTS = 10, SPREAD = 46, DROP = 30 };
enum { RUNS = 6, ROUNDS = 12, ROUNDS_SECOND = 8, MARGIN = 45, MARGIN_SECOND = 140 };

uint32_t
tagtrain_random(struct trainer *t)
{
	t->random = t->random * 1664525u + 1013904223u;
	return t->random >> 8;
}

void
tagtrain_init(struct trainer *t, struct model *m)
{
	m->weight = arena_alloc(&t->data.arena, CELLS, sizeof(*m->weight));
	m->sum = arena_alloc(&t->data.arena, CELLS, sizeof(*m->sum));
	m->fixed = arena_alloc(&t->data.arena, CELLS, sizeof(*m->fixed));
	m->mean = arena_alloc(&t->data.arena, CELLS, sizeof(*m->mean));
}

static int
score(const struct model *m, const uint32_t *feature, size_t n, unsigned label)
{
	int sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += m->weight[tag_cell(feature[i], label)];
	return sum;
}

static void
change(struct model *m, const uint32_t *feature, size_t n, unsigned label, int by)
{
	size_t cell;

	for (size_t i = 0; i < n; i++) {
		cell = tag_cell(feature[i], label);
		m->weight[cell] += by;
		m->sum[cell] += by * m->now;
	}
}

/* Some features are left out at random, so that the others learn to do without them. */
static size_t
drop_some(struct trainer *t, uint32_t *feature, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (tagtrain_random(t) % 100 >= DROP)
			feature[kept++] = feature[i];
	return kept;
}

/* The best label; the weights change unless the right one is best by a margin. `base` has a score
 * for each label to start from, or is NULL. */
static unsigned
learn_word(struct model *m, const struct tag_word *w, const int *base, const uint32_t *feature, size_t n,
    unsigned right, int margin)
{
	int s, most = INT_MIN, top = INT_MIN;
	unsigned rival = 0, best = 0;
	bool possible = false;

	for (unsigned l = 0; l < w->labels; l++) {
		s = score(m, feature, n, w->label[l]) + (base != NULL ? base[l] : 0);
		if (s > top) {
			top = s;
			best = w->label[l];
		}
		if (w->label[l] == right) {
			possible = true;
			s -= margin;
		}
		if (s > most) {
			most = s;
			rival = w->label[l];
		}
	}
	m->now++;
	if (rival != right && possible) {
		change(m, feature, n, right, 1);
		change(m, feature, n, rival, -1);
	}
	return best;
}

static size_t
learn_first(struct trainer *t, struct model *m, const struct sentence *s)
{
	static const struct tag_word edge;
	struct tag_context c = { .before2 = &edge, .before = &edge, .label = TAG_EDGE, .label2 = TAG_EDGE };
	struct guess *g = t->guess + (s->v - t->data.v);
	uint32_t feature[TAG_FEATURES];
	size_t wrong = 0, n;
	unsigned label;

	c.title = tag_titled(s->v, s->n);
	for (size_t i = 0; i < s->n; i++) {
		c.here = &g[i].word;
		c.after = i + 1 < s->n ? &g[i + 1].word : &edge;
		c.after2 = i + 2 < s->n ? &g[i + 2].word : &edge;
		c.first = i == 0;
		label = c.here->label[0];
		if (c.here->labels > 1) {
			n = drop_some(t, feature, tag_features(&c, feature));
			label = learn_word(m, c.here, NULL, feature, n, s->v[i].tag, MARGIN);
		}
		wrong += label != s->v[i].tag;
		c.label2 = c.label;
		c.label = label;
		c.before2 = c.before;
		c.before = c.here;
	}
	return wrong;
}

/* The first pass as tag.c makes it, with the weights that are written. */
static void
guess_sentence(struct trainer *t, const struct model *m, const struct sentence *s)
{
	static const struct tag_word edge;
	struct tag_context c = { .before2 = &edge, .before = &edge, .label = TAG_EDGE, .label2 = TAG_EDGE };
	struct guess *g = t->guess + (s->v - t->data.v);
	uint32_t feature[TAG_FEATURES];
	unsigned best;
	size_t n;

	c.title = tag_titled(s->v, s->n);
	for (size_t i = 0; i < s->n; i++) {
		c.here = &g[i].word;
		c.after = i + 1 < s->n ? &g[i + 1].word : &edge;
		c.after2 = i + 2 < s->n ? &g[i + 2].word : &edge;
		c.first = i == 0;
		n = tag_features(&c, feature);
		best = 0;
		for (unsigned l = 0; l < c.here->labels; l++) {
			g[i].score[l] = 0;
			for (size_t k = 0; k < n; k++)
				g[i].score[l] += m->fixed[tag_cell(feature[k], c.here->label[l])];
			if (g[i].score[l] > g[i].score[best])
				best = l;
		}
		g[i].label = c.here->label[best];
		c.label2 = c.label;
		c.label = g[i].label;
		c.before2 = c.before;
		c.before = c.here;
	}
}

static size_t
learn_second(struct trainer *t, struct model *m, const struct sentence *s)
{
	static const struct tag_word edge;
	struct guess *g = t->guess + (s->v - t->data.v);
	struct tag_review r = { .before = TAG_EDGE, .before2 = TAG_EDGE };
	uint32_t feature[TAG_FEATURES];
	size_t wrong = 0, n;
	unsigned label;

	for (size_t i = 0; i < s->n; i++) {
		r.here = &g[i].word;
		r.after = i + 1 < s->n ? &g[i + 1].word : &edge;
		r.label = label = g[i].label;
		r.next = i + 1 < s->n ? g[i + 1].label : TAG_EDGE;
		r.next2 = i + 2 < s->n ? g[i + 2].label : TAG_EDGE;
		if (r.here->labels > 1) {
			n = drop_some(t, feature, tag_second_features(&r, feature));
			label = learn_word(m, r.here, g[i].score, feature, n, s->v[i].tag, MARGIN_SECOND);
		}
		wrong += label != s->v[i].tag;
		r.before2 = r.before;
		r.before = label;
	}
	return wrong;
}

typedef size_t learner(struct trainer *t, struct model *m, const struct sentence *s);

/* Learns all sentences but one part of them; all when there is no such part. */
static void
learn(struct trainer *t, struct model *m, learner *learn_sentence, int rounds, size_t part)
{
	size_t n = t->data.sents.n, wrong = 0, j, swap;
	size_t *order = die_malloc(n + 1, sizeof(*order));

	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (int round = 0; round < rounds; round++) {
		for (size_t i = n; i-- > 1;) {
			j = tagtrain_random(t) % (i + 1);
			swap = order[i];
			order[i] = order[j];
			order[j] = swap;
		}
		wrong = 0;
		for (size_t i = 0; i < n; i++)
			if (order[i] % PARTS != part)
				wrong += learn_sentence(t, m, &t->data.sents.v[order[i]]);
	}
	fprintf(stderr, "part %zu: %zu of %zu wrong at last\n", part, wrong, t->data.n);
	free(order);
}

static int
by_size(const void *x, const void *y)
{
	const int64_t *a = x, *b = y;

	return (*a > *b) - (*a < *b);
}

/* The weight that is written as SPREAD: few are larger, and those are cut. */
static int64_t
largest(const int64_t *mean)
{
	int64_t *v = die_malloc(CELLS, sizeof(*v)), most;
	size_t n = 0;

	for (size_t i = 0; i < CELLS; i++)
		if (mean[i] != 0)
			v[n++] = mean[i] < 0 ? -mean[i] : mean[i];
	qsort(v, n, sizeof(*v), by_size);
	most = n > 0 ? v[n - 1 - n / 2000] : 1;
	fprintf(stderr, "%zu weights of %d\n", n, CELLS);
	free(v);
	return most;
}

/* The mean weights; `unit` is what a weight of 1 becomes, or 0: so that the largest are SPREAD. */
static void
fix_weights(struct model *m, int64_t unit)
{
	int64_t most = unit > 0 ? m->times * SPREAD / unit : largest(m->mean), x;

	for (size_t i = 0; i < CELLS; i++) {
		x = (m->mean[i] * SPREAD * 2 + (m->mean[i] < 0 ? -most : most)) / (2 * most);
		m->fixed[i] = (signed char)(x > SPREAD ? SPREAD : x < -SPREAD ? -SPREAD : x);
	}
}

/* Learns from nothing, several times in other orders, and takes the mean of all. */
static void
learn_anew(struct trainer *t, struct model *m, learner *learn_sentence, int rounds, int runs, size_t part)
{
	memset(m->mean, 0, CELLS * sizeof(*m->mean));
	m->times = 0;
	for (int run = 0; run < runs; run++) {
		memset(m->weight, 0, CELLS * sizeof(*m->weight));
		memset(m->sum, 0, CELLS * sizeof(*m->sum));
		m->now = 0;
		learn(t, m, learn_sentence, rounds, part);
		for (size_t i = 0; i < CELLS; i++)
			m->mean[i] += m->weight[i] * m->now - m->sum[i];
		m->times += m->now;
	}
}

/* Each part is guessed by a model that has learnt the others: what the second pass will meet. */
void
tagtrain_learn(struct trainer *t, struct model *m1, struct model *m2)
{
	for (size_t part = 0; part < PARTS; part++) {
		learn_anew(t, m1, learn_first, ROUNDS, 1, part);
		fix_weights(m1, 0);
		for (size_t i = part; i < t->data.sents.n; i += PARTS)
			guess_sentence(t, m1, &t->data.sents.v[i]);
	}
	learn_anew(t, m2, learn_second, ROUNDS_SECOND, RUNS, PARTS);
	fix_weights(m2, 1);
	learn_anew(t, m1, learn_first, ROUNDS, RUNS, PARTS);
	fix_weights(m1, 0);
}
