/* SPDX-License-Identifier: ISC */
#include "tag.h"

#include "tag_part.h"

extern const struct tab tab_tagword;
extern const struct span text_tagweight;

/* The weights are the end of the file: lines of TAG_COLUMNS characters and a newline. */
static const char *
weights(void)
{
	return text_tagweight.s + text_tagweight.n - (size_t)TAG_LINES * (TAG_COLUMNS + 1);
}

/* Every label is scored with as many features, so that what a character stands for above its
 * middle need not be taken off: the same would go from every sum. */
static unsigned
best_label(const struct tag_context *c)
{
	const struct tag_word *w = c->here;
	const char *base = weights(), *line;
	uint32_t feature[TAG_FEATURES];
	int score[TAG_MAX] = { 0 }, best = 0;
	size_t n;

	if (w->labels == 1)
		return w->label[0];
	n = tag_features(c, feature);
	for (size_t i = 0; i < n; i++) {
		line = base + tag_line(feature[i]) * (TAG_COLUMNS + 1);
		for (size_t l = 0; l < w->labels; l++)
			score[l] += line[tag_column(feature[i], w->label[l])];
	}
	for (int l = 1; l < w->labels; l++)
		if (score[l] > score[best])
			best = l;
	return w->label[best];
}

void
tag_sentence(struct token *v, size_t n)
{
	static const struct tag_word edge;
	struct tag_word ring[8]; /* word i stands at i % 8; five are in use at a time */
	struct tag_context c = { .before2 = &edge, .before = &edge, .label = TAG_EDGE, .label2 = TAG_EDGE };
	unsigned label;

	c.title = tag_titled(v, n);
	for (size_t i = 0; i < n && i < 2; i++)
		tag_look_up(&tab_tagword, &ring[i], &v[i]);
	for (size_t i = 0; i < n; i++) {
		if (i + 2 < n)
			tag_look_up(&tab_tagword, &ring[(i + 2) % 8], &v[i + 2]);
		c.here = &ring[i % 8];
		c.after = i + 1 < n ? &ring[(i + 1) % 8] : &edge;
		c.after2 = i + 2 < n ? &ring[(i + 2) % 8] : &edge;
		c.first = i == 0;
		label = best_label(&c);
		v[i].tag = (unsigned char)label;
		c.label2 = c.label;
		c.label = label;
		c.before2 = c.before;
		c.before = c.here;
	}
}
