/* SPDX-License-Identifier: ISC */
#include "check_part.h"

#include "io.h"

#define AROUND 3 /* lines on either side of a heading that the title may stand on */

struct check_article {
	struct span text;
	size_t *line; /* where each line starts, and the end */
	size_t lines;
	struct map index;
};

const struct check_article *
check_article_load(const char *file, struct arena *a)
{
	struct check_article *article = ARENA_NEW(a, struct check_article);
	struct buf raw = BUF_INIT, clean = BUF_INIT;
	size_t n = 0;

	io_slurp(file, &raw);
	io_normalise(&clean, buf_view(&raw));
	article->text = arena_span(a, buf_view(&clean));
	for (size_t i = 0; i < article->text.n; i++)
		n += article->text.s[i] == '\n';
	article->line = ARENA_ARRAY(a, size_t, n + 2);
	for (size_t i = 0; i < article->text.n; i++)
		if (article->text.s[i] == '\n')
			article->line[++article->lines] = i + 1;
	article->line[++article->lines] = article->text.n;
	article->index.arena = a;
	check_index_add(&article->index, article->text);
	buf_free(&raw);
	buf_free(&clean);
	return article;
}

const struct map *
check_source_index(const struct check_article *a)
{
	return &a->index;
}

struct span
check_source_text(const struct check_article *a)
{
	return a->text;
}

/* Lines `first` to `last`, from 1, as far as there are any. */
static struct span
lines(const struct check_article *a, size_t first, size_t last)
{
	first = first < 1 ? 1 : first;
	last = last < a->lines ? last : a->lines;
	if (first > last)
		return S("");
	return span_between(a->text.s + a->line[first - 1], a->text.s + a->line[last]);
}

/* The length of markup at `at`: a tag, what a link leads to, the mark of a note, an entity. */
static size_t
markup(struct span v, size_t at)
{
	struct span rest = span_from(v, at);
	size_t end = 0;

	if (rest.s[0] == '<')
		end = span_find_char(rest, 0, '>');
	else if (span_starts(rest, S("](")))
		end = span_find_char(rest, 0, ')');
	else if (rest.s[0] == '[' && rest.n > 1 && (rest.s[1] == '^' || span_is_digit(rest.s[1])))
		end = span_find_char(span_head(rest, 12), 0, ']');
	else if (rest.s[0] == '&' && rest.n > 1 && (span_is_alpha(rest.s[1]) || rest.s[1] == '#'))
		end = span_find_char(span_head(rest, 12), 0, ';');
	return end > 0 && end < rest.n && end < 1000 && rest.s[end] != '\n' && span_has(S(">);]"), rest.s[end])
	    ? end + 1
	    : 0;
}

/* Letters and digits: what is left when neither the markup, the quotes nor the lines matter. Letters
 * beyond ASCII only when `all`: an article may spell them as entities. */
static void
squeeze(struct buf *b, struct span v, bool all)
{
	size_t n;

	buf_cut(b, 0);
	for (size_t i = 0; i < v.n; i += n > 0 ? n : 1) {
		n = span_is_alnum(v.s[i]) ? 0 : markup(v, i);
		if (n > 0)
			continue;
		if (span_is_alnum(v.s[i]) || (all && (unsigned char)v.s[i] >= 0x80 && (unsigned char)v.s[i] != 0xE2
		    && (unsigned char)v.s[i] != 0xC2))
			buf_char(b, v.s[i]);
		else if (all && (unsigned char)v.s[i] == 0xE2)
			n = 3;
		else if (all && (unsigned char)v.s[i] == 0xC2)
			n = 2;
	}
}

static bool
holds(struct span place, struct span text)
{
	struct buf there = BUF_INIT, want = BUF_INIT;
	bool all = !span_has(place, '&'), found;

	squeeze(&there, place, all);
	squeeze(&want, text, all);
	found = span_find(buf_view(&there), 0, buf_view(&want)) < there.n || want.n == 0;
	buf_free(&there);
	buf_free(&want);
	return found;
}

/* Is it the sentence under the title, which may stand on a line near the one it is read from? */
static bool
is_title(const struct rec *r, size_t at)
{
	while (at > 0 && (r->v[at].field == FIELD_FROM || r->v[at].field == FIELD_UNKNOWN))
		at--;
	return r->v[at].field == FIELD_TITLE;
}

void
check_source(struct check *c, const struct rec *r, size_t at)
{
	struct span text = r->v[at].value;
	size_t first = 1, last = 1, colon;
	struct span here, around;

	rec_take_lines(&text, &first, &last); /* a record has been checked */
	here = lines(c->article, first, last);
	around = lines(c->article, first > AROUND ? first - AROUND : 1, last + AROUND);
	colon = span_find(text, 0, S(": "));
	if (holds(here, text) || (is_title(r, at) && holds(around, text)))
		return;
	/* A label, such as who speaks, and what it says may stand on lines of their own. */
	around = lines(c->article, 1, last + AROUND);
	if (colon < text.n && holds(here, span_from(text, colon + 2)) && holds(around, span_head(text, colon)))
		return;
	check_fault(c, r->v[at].line, field_name(FIELD_FROM), "not in the article at these lines", r->v[at].value);
}
