/* SPDX-License-Identifier: ISC */
#include "html.h"

#include "tab.h"

extern const struct tab tab_stop;

/* A block of fewer words is prose only when it ends as a sentence does. */
#define SENTENCE_WORDS 6
#define PROSE_WORDS 12

#define NONE ((size_t)-1)

struct html_walk
html_walk(const struct html *h, size_t root)
{
	return (struct html_walk){ .h = h, .at = root, .root = root, .open = NONE };
}

static void
leave(struct html_walk *w)
{
	w->open = w->open == w->root ? NONE : w->h->v[w->open].parent;
}

bool
html_step(struct html_walk *w)
{
	const struct html_node *v = w->h->v;

	w->leaves = w->open != NONE && v[w->open].end == w->at;
	if (w->leaves) {
		w->node = w->open;
		leave(w);
		return true;
	}
	if (w->at >= v[w->root].end)
		return false;
	w->node = w->at++;
	if (v[w->node].kind != HTML_TEXT)
		w->open = w->node;
	return true;
}

void
html_skip(struct html_walk *w)
{
	w->at = w->h->v[w->node].end;
	if (w->open == w->node)
		leave(w);
}

/* The words of one block while it is read. */
struct run {
	uint32_t words, linked, stops;
	size_t first;   /* the node its text begins in */
	char last;      /* its last byte that is neither white space nor a quotation mark */
};

static bool
is_stop_word(struct span word)
{
	size_t row;

	while (word.n > 0 && !span_is_alnum(word.s[word.n - 1]))
		word.n--;
	row = word.n > 0 && word.n < 8 ? tab_find_lower(&tab_stop, word) : TAB_NONE;
	return row != TAB_NONE && span_eq(tab_cell(&tab_stop, row, 1), S("f"));
}

static char
last_byte(struct span v, char before)
{
	for (size_t i = v.n; i > 0; i--)
		if (!span_is_space(v.s[i - 1]) && v.s[i - 1] != '"' && v.s[i - 1] != ')' && (unsigned char)v.s[i - 1] < 0x80)
			return v.s[i - 1];
	return before;
}

static void
read_text(struct run *run, const struct html_node *n, size_t at)
{
	struct span rest = n->text, word;

	if (run->words == 0)
		run->first = at;
	while (span_word(&rest, &word)) {
		run->words++;
		run->linked += (n->flags & HTML_LINKED) != 0;
		run->stops += is_stop_word(word);
	}
	run->last = last_byte(n->text, run->last);
}

/* Does the block read like sentences? It has the small words of one, or stops and goes on. */
static bool
is_prose(const struct run *run)
{
	bool stopped = run->last == '.' || run->last == '!' || run->last == '?' || run->last == ':';

	if (run->linked * 2 > run->words || run->words < SENTENCE_WORDS)
		return false;
	return stopped || (run->words >= PROSE_WORDS && run->stops * 5 >= run->words);
}

static void
end_run(struct html *h, struct run *run, bool heading)
{
	if (!heading && is_prose(run))
		h->sum[run->first + 1].prose += run->words - run->linked;
	*run = (struct run){ 0 };
}

void
html_measure(struct html *h)
{
	struct html_walk w = html_walk(h, 0);
	struct run run = { 0 };
	bool heading = false;

	if (h->sum == NULL)
		h->sum = ARENA_ARRAY(h->arena, struct html_sum, h->n + 1);
	memset(h->sum, 0, (h->n + 1) * sizeof(*h->sum));
	while (html_step(&w)) {
		const struct html_node *n = &h->v[w.node];

		if (n->flags & HTML_BLOCK) {
			end_run(h, &run, heading);
			heading = !w.leaves && n->flags & (HTML_HEADING | HTML_PRE);
		}
		if (!w.leaves && n->flags & HTML_DROP) {
			html_skip(&w);
		} else if (n->kind == HTML_TEXT) {
			uint32_t words = run.words, linked = run.linked;

			read_text(&run, n, w.node);
			h->sum[w.node + 1].words = run.words - words;
			h->sum[w.node + 1].linked = run.linked - linked;
		}
	}
	end_run(h, &run, heading);
	for (size_t i = 0; i < h->n; i++) {
		h->sum[i + 1].words += h->sum[i].words;
		h->sum[i + 1].linked += h->sum[i].linked;
		h->sum[i + 1].prose += h->sum[i].prose;
	}
}

struct html_sum
html_sum(const struct html *h, size_t node)
{
	const struct html_sum *from = &h->sum[node], *to = &h->sum[h->v[node].end];

	return (struct html_sum){ to->words - from->words, to->linked - from->linked, to->prose - from->prose };
}
