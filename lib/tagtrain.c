/* SPDX-License-Identifier: ISC */
/*
 * tagtrain: makes the tables of the tagger; a host tool, not installed, not run by the build.
 *
 *     tagtrain FILE lib/tab/tagword.tsv lib/tab/tagweight.rec
 *
 * FILE has a token a line, `word TAB UPOS TAB XPOS`, and a blank line between sentences. It is an
 * averaged perceptron: each sentence is tagged as tag_sentence would; where the guess is wrong, the
 * weights of the right label go up and those of the guess down; what is kept is the mean over time.
 */
#include "arena.h"
#include "buf.h"
#include "die.h"
#include "io.h"
#include "tag_part.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef TUNE
#define TUNED(name, value) (getenv(name) ? atoi(getenv(name)) : value)
#endif
enum { KNOWN = 3, SPREAD = 46 };
#define PARTS (size_t)TUNED("PARTS", 10)
#define DROP TUNED("DROP", 30)
#define MARGIN TUNED("MARGIN", 30)
#define MARGIN2 TUNED("MARGIN2", 140)
#define ROUNDS TUNED("ROUNDS", 12)
#define ROUNDS2 TUNED("ROUNDS2", 8)
enum { CELLS = TAG_LINES * TAG_COLUMNS };

struct sentence {
	struct token *v;
	size_t n;
};

struct data {
	struct token *v;
	size_t n, cap;
	struct { struct sentence *v; size_t n, cap; } sents;
	struct arena arena;
};

/* How often a word, in lower case, has each label. */
struct count {
	struct span word;
	uint32_t total;
	uint32_t of[TAG_MAX];
};

struct model {
	int *weight;
	int64_t *sum;       /* of the changes, each times when it was made: gives the mean */
	int64_t now;
	signed char *fixed; /* the mean weights, as they are written */
};

/* What the first pass says of a word, from a model that has not learnt its sentence. */
struct guess {
	struct tag_word word;
	unsigned label;
	int score[TAG_MAX];
};

struct trainer {
	struct data data;
	struct { struct count *v; size_t n, cap; } counts;
	struct tab words;
	struct tab_marks classes;
	struct tag_tables tables;
	struct guess *guess; /* one a token */
	uint32_t random;
};

static unsigned
find_label(struct span upos, struct span xpos)
{
	unsigned same = tag_label_count;
	struct token t;

	for (unsigned l = 0; l < tag_label_count; l++) {
		t.tag = (unsigned char)l;
		if (!span_eq(upos, span_of(tag_upos_name(tag_upos(&t)))))
			continue;
		if (span_eq(xpos, span_of(tag_xpos_name(tag_xpos(&t)))))
			return l;
		if (same == tag_label_count || tag_xpos(&t) == XPOS_OTHER)
			same = l;
	}
	return same;
}

static struct span
take_cell(struct span *line)
{
	struct span cell = S("");

	span_next(line, '\t', &cell);
	return cell;
}

static void
end_sentence(struct data *d, size_t *start)
{
	if (d->n > *start)
		ARENA_PUSH(&d->arena, &d->sents, ((struct sentence){ NULL, d->n - *start }));
	*start = d->n;
}

static void
read_data(struct data *d, struct span text)
{
	struct span line, upos, xpos;
	struct token t = { 0 };
	size_t start = 0;

	while (span_next(&text, '\n', &line)) {
		if (line.n == 0) {
			end_sentence(d, &start);
			continue;
		}
		t.text = take_cell(&line);
		upos = take_cell(&line);
		xpos = take_cell(&line);
		t.tag = (unsigned char)find_label(upos, xpos);
		ARENA_PUSH(&d->arena, d, t);
	}
	end_sentence(d, &start);
	for (size_t i = 0, at = 0; i < d->sents.n; at += d->sents.v[i++].n)
		d->sents.v[i].v = d->v + at;
}

static struct span
lower_word(struct arena *a, struct span v)
{
	char *s = arena_alloc(a, v.n + 1, 1);

	for (size_t i = 0; i < v.n; i++)
		s[i] = span_lower(v.s[i]);
	return (struct span){ s, v.n };
}

static int
by_word(const void *x, const void *y)
{
	const struct token *a = x, *b = y;
	int c = span_cmp(a->text, b->text);

	return c != 0 ? c : a->tag - b->tag;
}

static void
count_words(struct trainer *t)
{
	struct token *v = ARENA_ARRAY(&t->data.arena, struct token, t->data.n);
	struct count *c = NULL;

	for (size_t i = 0; i < t->data.n; i++)
		v[i] = (struct token){ .text = lower_word(&t->data.arena, t->data.v[i].text), .tag = t->data.v[i].tag };
	qsort(v, t->data.n, sizeof(*v), by_word);
	for (size_t i = 0; i < t->data.n; i++) {
		if (c == NULL || !span_eq(c->word, v[i].text)) {
			ARENA_PUSH(&t->data.arena, &t->counts, ((struct count){ .word = v[i].text }));
			c = &t->counts.v[t->counts.n - 1];
		}
		c->of[v[i].tag]++;
		c->total++;
	}
}

/* The labels of a word, the most frequent first; one a hundred times rarer is taken for a slip. */
static void
write_labels(const struct count *c, struct buf *out)
{
	bool used[TAG_MAX] = { false };
	unsigned best;

	for (;;) {
		best = TAG_EDGE;
		for (unsigned l = 0; l < tag_label_count; l++)
			if (!used[l] && c->of[l] * 400 >= c->total && c->of[l] > c->of[best])
				best = l;
		if (best == TAG_EDGE)
			return;
		used[best] = true;
		buf_char(out, (char)(TAG_LETTER + best));
	}
}

static void
write_words(struct trainer *t, struct buf *out)
{
	buf_str(out, "# words and the labels they had, the most frequent first; label 0 of tag_label.c is 0\n"
	    "# source: trained on UD English EWT\n# licence: CC BY-SA 4.0\n"
	    "# columns: word labels\n# order: key\n");
	for (size_t i = 0; i < t->counts.n; i++) {
		if (t->counts.v[i].total < KNOWN || t->counts.v[i].word.s[0] == '#')
			continue;
		buf_add(out, t->counts.v[i].word);
		buf_char(out, '\t');
		write_labels(&t->counts.v[i], out);
		buf_char(out, '\n');
	}
}

static uint32_t
next_random(struct trainer *t)
{
	t->random = t->random * 1664525u + 1013904223u;
	return t->random >> 8;
}

static size_t
cell_of(uint32_t feature, unsigned label)
{
	return tag_line(feature) * TAG_COLUMNS + tag_column(feature, label);
}

static void
model_init(struct trainer *t, struct model *m)
{
	m->weight = arena_alloc(&t->data.arena, CELLS, sizeof(*m->weight));
	m->sum = arena_alloc(&t->data.arena, CELLS, sizeof(*m->sum));
	m->fixed = arena_alloc(&t->data.arena, CELLS, sizeof(*m->fixed));
	m->now = 0;
}

static void
model_clear(struct model *m)
{
	memset(m->weight, 0, CELLS * sizeof(*m->weight));
	memset(m->sum, 0, CELLS * sizeof(*m->sum));
	m->now = 0;
}

static int
score(const struct model *m, const uint32_t *feature, size_t n, unsigned label)
{
	int sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += m->weight[cell_of(feature[i], label)];
	return sum;
}

static void
change(struct model *m, const uint32_t *feature, size_t n, unsigned label, int by)
{
	size_t cell;

	for (size_t i = 0; i < n; i++) {
		cell = cell_of(feature[i], label);
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
		if (next_random(t) % 100 >= (unsigned)DROP)
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
	if (base == NULL ? TUNED("RIVAL", 0) : TUNED("RIVAL2", 0))
		return rival;
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
		c.clause = tag_clause(c.clause, label);
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
				g[i].score[l] += m->fixed[cell_of(feature[k], c.here->label[l])];
			if (g[i].score[l] > g[i].score[best])
				best = l;
		}
		g[i].label = c.here->label[best];
		c.clause = tag_clause(c.clause, g[i].label);
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
			label = learn_word(m, r.here, g[i].score, feature, n, s->v[i].tag, MARGIN2);
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
			j = next_random(t) % (i + 1);
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
	int64_t *mean = die_malloc(CELLS, sizeof(*mean)), most, x;

	for (size_t i = 0; i < CELLS; i++)
		mean[i] = m->weight[i] * m->now - m->sum[i];
	most = unit > 0 ? m->now * SPREAD / unit : largest(mean);
	for (size_t i = 0; i < CELLS; i++) {
		x = (mean[i] * SPREAD * 2 + (mean[i] < 0 ? -most : most)) / (2 * most);
		m->fixed[i] = (signed char)(x > SPREAD ? SPREAD : x < -SPREAD ? -SPREAD : x);
	}
	fprintf(stderr, "one is %d thousandths\n", (int)(m->now * SPREAD * 1000 / most));
	free(mean);
}

/* Each part is guessed by a model that has learnt the others: what the second pass will meet. */
static void
learn_all(struct trainer *t, struct model *m1, struct model *m2)
{
	for (size_t part = 0; part < PARTS; part++) {
		model_clear(m1);
		learn(t, m1, learn_first, ROUNDS, part);
		fix_weights(m1, 0);
		for (size_t i = part; i < t->data.sents.n; i += PARTS)
			guess_sentence(t, m1, &t->data.sents.v[i]);
	}
	learn(t, m2, learn_second, ROUNDS2, PARTS);
	fix_weights(m2, 1);
	model_clear(m1);
	learn(t, m1, learn_first, ROUNDS, PARTS);
	fix_weights(m1, 0);
}

static void
write_weights(const struct model *m1, const struct model *m2, struct buf *out)
{
	buf_str(out, "# weights of the tagger: line = hash of a feature, column = its label (tag_part.h)\n"
	    "# source: trained on UD English EWT\n# licence: CC BY-SA 4.0\n");
	for (size_t i = 0; i < CELLS; i++) {
		buf_char(out, (char)('P' + m1->fixed[i] + m2->fixed[i]));
		if (i % TAG_COLUMNS == TAG_COLUMNS - 1)
			buf_char(out, '\n');
	}
}

static void
write_file(const char *name, struct span text)
{
	FILE *f = fopen(name, "w");

	if (f == NULL || fwrite(text.s, 1, text.n, f) != text.n || fclose(f) != 0)
		die("%s: cannot write", name);
}

static void
read_table(struct trainer *t, struct tab *tab, const char *name, struct span text)
{
	struct tab_error e;

	if (!tab_parse(tab, text, &t->data.arena, &e))
		die_at(name, e.line, "%s", e.what);
}

int
main(int argc, char **argv)
{
	struct trainer t = { .random = 1 };
	struct buf text = BUF_INIT, classes = BUF_INIT, out = BUF_INIT;
	struct model first, second;
	struct tab tab;

	die_init(argv[0], "tagtrain FILE CLASSES WORDS WEIGHTS");
	if (argc != 5)
		die_usage();
	io_slurp(argv[1], &text);
	read_data(&t.data, buf_view(&text));
	io_slurp(argv[2], &classes);
	read_table(&t, &tab, argv[2], buf_view(&classes));
	t.classes = tab_marks_of(&tab, &t.data.arena);
	count_words(&t);
	write_words(&t, &out);
	write_file(argv[3], buf_view(&out));
	read_table(&t, &t.words, argv[3], buf_view(&out));
	t.tables = (struct tag_tables){ &t.words, &t.classes };
	t.guess = arena_alloc(&t.data.arena, t.data.n, sizeof(*t.guess));
	for (size_t i = 0; i < t.data.n; i++)
		tag_look_up(&t.tables, &t.guess[i].word, &t.data.v[i]);
	model_init(&t, &first);
	model_init(&t, &second);
	learn_all(&t, &first, &second);
	buf_cut(&out, 0);
	write_weights(&first, &second, &out);
	write_file(argv[4], buf_view(&out));
	buf_free(&text);
	buf_free(&classes);
	buf_free(&out);
	arena_free(&t.data.arena);
	die_finish(DIE_DONE);
}
