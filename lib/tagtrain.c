/* SPDX-License-Identifier: ISC */
/*
 * tagtrain: makes the tables of the tagger; a host tool, not installed, not run by the build.
 *
 *     tagtrain FILE lib/tab/tagclass.tsv lib/tab/tagword.tsv lib/tab/tagweight.grid
 *
 * FILE has a token a line, `word TAB UPOS TAB XPOS`, and a blank line between sentences. The table of
 * classes is read; those of words and weights are written.
 */
#include "tagtrain_part.h"

#include "buf.h"
#include "die.h"
#include "io.h"

#include <stdio.h>
#include <stdlib.h>

/* Words are taken for known that come so often, and for frequent; labels, that are not as rare as a slip.
 * A word that comes less than SETTLED times may have labels that it was not seen with. */
enum { KNOWN = 3, OFTEN = 10, RARE = 6, SLIP = 150, SETTLED = 20 };

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

static struct span
capital(struct arena *a, struct span word)
{
	static const struct span low[] = { SPAN("a"), SPAN("an"), SPAN("and"), SPAN("as"), SPAN("at"),
		SPAN("but"), SPAN("by"), SPAN("for"), SPAN("from"), SPAN("in"), SPAN("is"), SPAN("of"),
		SPAN("on"), SPAN("or"), SPAN("the"), SPAN("to"), SPAN("with") };
	char first = span_upper(word.s[0]);

	if (span_in(word, low, sizeof(low) / sizeof(low[0])))
		return word;
	return arena_join(a, (struct span){ &first, 1 }, span_from(word, 1));
}

/* Headlines are rare in the treebank: some short sentences are learnt in Title Case once more. */
static void
add_titles(struct data *d)
{
	size_t n = d->sents.n, start = d->n, at = 0, length;
	struct token t;

	for (size_t i = 0; i < n; i++, at += length) {
		length = d->sents.v[i].n;
		if (i % 4 != 0 || length < 3 || length > 14)
			continue;
		for (size_t k = 0; k < length; k++) {
			t = d->v[at + k];
			t.text = capital(&d->arena, t.text);
			if (k + 1 < length || tag_upos(&t) != UPOS_PUNCT)
				ARENA_PUSH(&d->arena, d, t);
		}
		end_sentence(d, &start);
	}
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
	add_titles(d);
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

/* The labels of a word, the most frequent first. */
static void
write_labels(const struct count *c, struct buf *out)
{
	bool used[TAG_MAX] = { false };
	unsigned best;

	for (;;) {
		best = TAG_EDGE;
		for (unsigned l = 0; l < tag_label_count; l++)
			if (!used[l] && c->of[l] * SLIP >= c->total && c->of[l] > c->of[best])
				best = l;
		if (best == TAG_EDGE)
			return;
		used[best] = true;
		buf_char(out, (char)(TAG_LETTER + best));
	}
}

static void
write_tag(enum tag_upos upos, enum tag_xpos xpos, struct buf *out, size_t start)
{
	unsigned l = 0;

	while (tag_labels[l].upos != upos || tag_labels[l].xpos != xpos)
		l++;
	if (!span_has(span_from(buf_view(out), start), (char)(TAG_LETTER + l)))
		buf_char(out, (char)(TAG_LETTER + l));
}

/* The labels that the table of classes gives a word, but for those written from `start` on. Which of
 * its two a past in another form than -ed is, it does not say. */
static void
write_more(const struct trainer *t, struct span word, struct buf *out, size_t start)
{
	static const struct { char class; unsigned char upos, xpos; } of[] = {
		{ 'n', UPOS_NOUN, XPOS_NN }, { 's', UPOS_NOUN, XPOS_NNS }, { 'v', UPOS_VERB, XPOS_VB },
		{ 'v', UPOS_VERB, XPOS_VBP }, { 'd', UPOS_VERB, XPOS_VBN }, { 'd', UPOS_VERB, XPOS_VBD },
		{ 'g', UPOS_VERB, XPOS_VBG }, { 'z', UPOS_VERB, XPOS_VBZ }, { 'j', UPOS_ADJ, XPOS_JJ },
		{ 'r', UPOS_ADV, XPOS_RB },
	};
	size_t row = tab_find(&t->lexicon, word);
	struct span classes = row != TAB_NONE ? tab_cell(&t->lexicon, row, 1) : S("");

	for (size_t i = 0; i < classes.n; i++)
		for (size_t k = 0; k < sizeof(of) / sizeof(of[0]); k++)
			if (of[k].class == classes.s[i] && (of[k].class != 'd' || span_ends(word, S("ed"))))
				write_tag(of[k].upos, of[k].xpos, out, start);
}

static void
write_words(struct trainer *t, struct buf *out)
{
	size_t start;

	buf_str(out, "# words and the labels they had, the most frequent first; label 0 of tag_label.c is 0;\n"
	    "# a word that comes often has a ~ behind them\n"
	    "# source: trained on UD English EWT\n# licence: CC BY-SA 4.0\n"
	    "# columns: word labels\n# order: key\n");
	for (size_t i = 0; i < t->counts.n; i++) {
		if (t->counts.v[i].total < KNOWN || t->counts.v[i].word.s[0] == '#')
			continue;
		buf_add(out, t->counts.v[i].word);
		buf_char(out, '\t');
		start = out->n;
		write_labels(&t->counts.v[i], out);
		if (t->counts.v[i].total < SETTLED)
			write_more(t, t->counts.v[i].word, out, start);
		if (t->counts.v[i].total >= OFTEN)
			buf_char(out, '~');
		buf_char(out, '\n');
	}
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

/* Some places of a rare word are learnt as if it were not known, so that words that are not can be
 * told by what is left. */
static bool
is_hidden(struct trainer *t, struct span word)
{
	size_t low = 0, high = t->counts.n, at;
	struct span v = lower_word(&t->data.arena, word);
	uint32_t total;

	while (low < high) {
		at = (low + high) / 2;
		if (span_cmp(t->counts.v[at].word, v) < 0)
			low = at + 1;
		else
			high = at;
	}
	total = t->counts.v[low].total;
	return total <= RARE && tagtrain_random(t) % (total + 1) < 2;
}

static void
look_up_words(struct trainer *t)
{
	struct tab none = { 0 };
	struct tag_tables tables = { &t->words, &t->classes }, hidden = { &none, &t->classes };

	t->guess = arena_alloc(&t->data.arena, t->data.n, sizeof(*t->guess));
	for (size_t i = 0; i < t->data.n; i++)
		tag_look_up(is_hidden(t, t->data.v[i].text) ? &hidden : &tables, &t->guess[i].word, &t->data.v[i]);
}

int
main(int argc, char **argv)
{
	struct trainer t = { .random = 1 };
	struct buf text = BUF_INIT, classes = BUF_INIT, out = BUF_INIT;
	struct model first, second;

	die_init(argv[0], "tagtrain FILE CLASSES WORDS WEIGHTS");
	if (argc != 5)
		die_usage();
	io_slurp(argv[1], &text);
	read_data(&t.data, buf_view(&text));
	io_slurp(argv[2], &classes);
	read_table(&t, &t.lexicon, argv[2], buf_view(&classes));
	t.classes = tab_marks_of(&t.lexicon, &t.data.arena);
	count_words(&t);
	write_words(&t, &out);
	write_file(argv[3], buf_view(&out));
	read_table(&t, &t.words, argv[3], buf_view(&out));
	look_up_words(&t);
	tagtrain_init(&t, &first);
	tagtrain_init(&t, &second);
	tagtrain_learn(&t, &first, &second);
	buf_cut(&out, 0);
	write_weights(&first, &second, &out);
	write_file(argv[4], buf_view(&out));
	buf_free(&text);
	buf_free(&classes);
	buf_free(&out);
	arena_free(&t.data.arena);
	die_finish(DIE_DONE);
}
