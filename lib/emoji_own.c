/* SPDX-License-Identifier: ISC */
/* A user's own concepts. */
#include "emoji_part.h"

#include <stdlib.h>

/* Bytes of a concept: longer ones would never be found. */
#define LONGEST 64
#define HEAVIEST 9

struct row {
	struct span line;
	size_t number;
};

struct rows {
	struct row *v;
	size_t n, cap;
};

static struct span
key_of(struct span line)
{
	return span_head(line, span_find_char(line, 0, '\t'));
}

static int
by_key(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int order = span_cmp(key_of(x->line), key_of(y->line));

	if (order != 0)
		return order;
	return x->number < y->number ? -1 : x->number > y->number;
}

static const char *
fault_of_emojis(struct span emojis)
{
	struct span e;

	if (span_words(emojis) == 0)
		return "no emoji";
	while (span_word(&emojis, &e))
		if (emoji_at(e, 0) != e.n)
			return "not an emoji";
	return NULL;
}

/* Of the cells that may be left out. */
static const char *
fault_of_rest(struct span cells)
{
	struct span tone = S(""), weight = S(""), field = S(""), more;
	size_t n;

	if (span_next(&cells, '\t', &tone) && tone.n > 0 && !span_eq(tone, S("grave")) &&
	    !span_eq(tone, S("festive")))
		return "the tone is neither grave nor festive";
	if (span_next(&cells, '\t', &weight) && weight.n > 0 &&
	    (!span_uint(weight, &n) || n < 1 || n > HEAVIEST))
		return "the weight is not a number from 1 to 9";
	if (span_next(&cells, '\t', &field) && span_next(&cells, '\t', &more))
		return "more cells than columns";
	return NULL;
}

/* What is wrong with a row; NULL: nothing. */
static const char *
fault(struct span line)
{
	struct span key = key_of(line), cells = span_from(line, key.n + 1), emojis = S("");
	const char *what;

	if (key.n == line.n)
		return "no tab between the concept and its emojis";
	if (span_trim(key).n == 0)
		return "empty concept";
	if (key.n > LONGEST)
		return "concept too long";
	span_next(&cells, '\t', &emojis);
	if ((what = fault_of_emojis(emojis)) != NULL)
		return what;
	return fault_of_rest(cells);
}

static void
lower_key(char *s, size_t n)
{
	for (size_t i = 0; i < n && s[i] != '\t'; i++)
		s[i] = s[i] == '-' ? ' ' : span_lower(s[i]);
}

/* Our own columns, and the last row of each concept. */
static struct span
join(struct rows *rows, struct arena *a, struct buf *b)
{
	buf_str(b, "# columns: concept emojis tone weight field\n# order: key\n");
	for (size_t i = 0; i < rows->n; i++) {
		if (i + 1 < rows->n &&
		    span_eq(key_of(rows->v[i].line), key_of(rows->v[i + 1].line)))
			continue;
		buf_add(b, rows->v[i].line);
		buf_char(b, '\n');
	}
	return arena_span(a, buf_view(b));
}

bool
emoji_lexicon(struct tab *t, struct span text, struct arena *a, struct tab_error *e)
{
	struct span all = arena_span(a, text), rest = all, line;
	struct buf joined = BUF_INIT;
	struct rows rows = { 0 };

	*e = (struct tab_error){ 0 };
	while (span_next(&rest, '\n', &line)) {
		e->line++;
		line = span_rtrim(line);
		if (line.n == 0 || line.s[0] == '#')
			continue;
		if ((e->what = fault(line)) != NULL)
			return false;
		lower_key((char *)line.s, line.n);
		ARENA_PUSH(a, &rows, ((struct row){ line, e->line }));
	}
	if (rows.n > 0)
		qsort(rows.v, rows.n, sizeof(rows.v[0]), by_key);
	text = join(&rows, a, &joined);
	buf_free(&joined);
	return tab_parse(t, text, a, e);
}
