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

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 12, KNOWN = 3, SPREAD = 46 };
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

struct trainer {
	struct data data;
	struct { struct count *v; size_t n, cap; } counts;
	struct tab words, classes;
	int *weight;
	int64_t *sum;    /* weight times when it changed: gives the mean at the end */
	int64_t now;
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
	    "# columns: word labels class cluster\n# order: key\n");
	for (size_t i = 0, row = 0; i < t->counts.n || row < t->classes.rows;) {
		struct span known = i < t->counts.n ? t->counts.v[i].word : S(""), class = tab_cell(&t->classes, row, 0);
		int c = i == t->counts.n ? 1 : row == t->classes.rows ? -1 : span_cmp(known, class);

		if (c <= 0 && t->counts.v[i].total >= KNOWN && known.s[0] != '#') {
			buf_add(out, known);
			buf_char(out, '\t');
			write_labels(&t->counts.v[i], out);
			if (c == 0) {
				buf_char(out, '\t');
				buf_add(out, tab_cell(&t->classes, row, 1));
			}
			buf_char(out, '\n');
		} else if (c >= 0) {
			buf_add(out, class);
			buf_str(out, "\t\t");
			buf_add(out, tab_cell(&t->classes, row, 1));
			buf_char(out, '\n');
		}
		i += c <= 0;
		row += c >= 0;
	}
}

static int
score(const struct trainer *t, const uint32_t *feature, size_t n, unsigned label)
{
	int sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += t->weight[tag_line(feature[i]) * TAG_COLUMNS + tag_column(feature[i], label)];
	return sum;
}

static void
change(struct trainer *t, const uint32_t *feature, size_t n, unsigned label, int by)
{
	size_t cell;

	for (size_t i = 0; i < n; i++) {
		cell = tag_line(feature[i]) * TAG_COLUMNS + tag_column(feature[i], label);
		t->weight[cell] += by;
		t->sum[cell] += by * t->now;
	}
}

static uint32_t
next_random(struct trainer *t)
{
	t->random = t->random * 1664525u + 1013904223u;
	return t->random >> 8;
}

static unsigned
learn_word(struct trainer *t, const struct tag_context *c, unsigned right)
{
	const struct tag_word *w = c->here;
	uint32_t feature[TAG_FEATURES];
	size_t n = tag_features(c, feature);
	unsigned best = w->label[0];
	int s, most;
	bool possible = best == right;
	static int margin = -1, drop, rounds;
	if (margin < 0) { margin = atoi(getenv("MARGIN") ? getenv("MARGIN") : "0"); drop = atoi(getenv("DROP") ? getenv("DROP") : "0"); }
	(void)rounds;
	size_t all = n;
	n = 0;
	for (size_t i = 0; i < all; i++)
		if ((int)(next_random(t) % 100) >= drop)
			feature[n++] = feature[i];
	most = score(t, feature, n, best) - (best == right ? margin : 0);

	for (unsigned l = 1; l < w->labels; l++) {
		possible |= w->label[l] == right;
		if ((s = score(t, feature, n, w->label[l]) - (w->label[l] == right ? margin : 0)) > most) {
			most = s;
			best = w->label[l];
		}
	}
	t->now++;
	if (best != right && possible) {
		change(t, feature, n, right, 1);
		change(t, feature, n, best, -1);
	}
	return best;
}

static size_t
learn_sentence(struct trainer *t, const struct sentence *s)
{
	static const struct tag_word edge;
	struct tag_context c = { .before2 = &edge, .before = &edge, .label = TAG_EDGE, .label2 = TAG_EDGE };
	struct tag_word *w = die_malloc(s->n + 2, sizeof(*w));
	size_t wrong = 0;
	unsigned label;

	c.title = tag_titled(s->v, s->n);
	w[s->n] = w[s->n + 1] = edge;
	for (size_t i = 0; i < s->n; i++)
		tag_look_up(&t->words, &w[i], &s->v[i]);
	for (size_t i = 0; i < s->n; i++) {
		c.here = &w[i];
		c.after = &w[i + 1];
		c.after2 = i + 2 < s->n ? &w[i + 2] : &edge;
		c.first = i == 0;
		label = w[i].labels == 1 ? w[i].label[0] : learn_word(t, &c, s->v[i].tag);
		wrong += label != s->v[i].tag;
		c.label2 = c.label;
		c.label = label;
		c.before2 = c.before;
		c.before = c.here;
	}
	free(w);
	return wrong;
}

static void
learn(struct trainer *t)
{
	struct sentence *v = t->data.sents.v, swap;
	size_t wrong, j;

	for (int round = 1; round <= (getenv("ROUNDS")?atoi(getenv("ROUNDS")):ROUNDS); round++) {
		for (size_t i = t->data.sents.n; i-- > 1;) {
			j = next_random(t) % (i + 1);
			swap = v[i];
			v[i] = v[j];
			v[j] = swap;
		}
		wrong = 0;
		for (size_t i = 0; i < t->data.sents.n; i++)
			wrong += learn_sentence(t, &v[i]);
		fprintf(stderr, "round %d: %zu of %zu wrong\n", round, wrong, t->data.n);
	}
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

static void
write_weights(struct trainer *t, struct buf *out)
{
	int64_t *mean = die_malloc(CELLS, sizeof(*mean)), most, x;

	for (size_t i = 0; i < CELLS; i++)
		mean[i] = t->weight[i] * t->now - t->sum[i];
	most = largest(mean);
	buf_str(out, "# weights of the tagger: line = hash of a feature, column = its label (tag_part.h)\n"
	    "# source: trained on UD English EWT\n# licence: CC BY-SA 4.0\n");
	for (size_t i = 0; i < CELLS; i++) {
		x = (mean[i] * SPREAD * 2 + (mean[i] < 0 ? -most : most)) / (2 * most);
		x = x > SPREAD ? SPREAD : x < -SPREAD ? -SPREAD : x;
		buf_char(out, (char)('P' + x));
		if (i % TAG_COLUMNS == TAG_COLUMNS - 1)
			buf_char(out, '\n');
	}
	free(mean);
}

static void
write_file(const char *name, struct span text)
{
	FILE *f = fopen(name, "w");

	if (f == NULL || fwrite(text.s, 1, text.n, f) != text.n || fclose(f) != 0)
		die("%s: cannot write", name);
}

int
main(int argc, char **argv)
{
	struct trainer t = { .random = 1 };
	struct buf text = BUF_INIT, words = BUF_INIT, weights = BUF_INIT, class = BUF_INIT;
	struct tab_error e;

	die_init(argv[0], "tagtrain FILE WORDS WEIGHTS");
	if (argc != 5)
		die_usage();
	io_slurp(argv[1], &text);
	read_data(&t.data, buf_view(&text));
	count_words(&t);
	io_slurp(argv[2], &class);
	if (!tab_parse(&t.classes, buf_view(&class), &t.data.arena, &e))
		die_at(argv[2], e.line, "%s", e.what);
	write_words(&t, &words);
	if (!tab_parse(&t.words, buf_view(&words), &t.data.arena, &e))
		die_at(argv[3], e.line, "%s", e.what);
	t.weight = arena_alloc(&t.data.arena, CELLS, sizeof(*t.weight));
	t.sum = arena_alloc(&t.data.arena, CELLS, sizeof(*t.sum));
	learn(&t);
	write_weights(&t, &weights);
	write_file(argv[3], buf_view(&words));
	write_file(argv[4], buf_view(&weights));
	buf_free(&text);
	buf_free(&words);
	buf_free(&weights);
	arena_free(&t.data.arena);
	die_finish(DIE_DONE);
}
