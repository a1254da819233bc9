/* SPDX-License-Identifier: ISC */
#include "article.h"

#include "utf8.h"

/* What an article has at least: one paragraph of so many words; a page may have several shorter ones. */
#define ENOUGH_WORDS 25
#define SHORT_WORDS 10

/* How much of a text is looked at to tell its form. */
#define LOOK_BYTES ((size_t)1 << 18)

#define MARKS_LEAST 3 /* of lynx, that are no chance */

static void
append(struct article *art, struct block *b, struct span v)
{
	size_t at = b->text.n;
	char *s = (char *)b->text.s;

	s = arena_grow(art->arena, s, at + v.n + 1, &b->text_cap, 1);
	memcpy(s + at, v.s, v.n);
	s[at + v.n] = '\0';
	b->text = (struct span){ s, at + v.n };
}

/* A word that was cut at its hyphen goes on in the next line, but not in `pre- and post-war`. */
static bool
is_cut_word(struct span before, struct span after)
{
	if (before.n < 2 || before.s[before.n - 1] != '-' || !span_is_alpha(before.s[before.n - 2]))
		return false;
	return span_is_alpha(after.s[0]) && !span_starts(after, S("and ")) &&
	    !span_starts(after, S("or "));
}

static bool
is_glued(struct span before, struct span after)
{
	if (after.s[0] == '.' || after.s[0] == ',' || after.s[0] == ';')
		return after.n == 1 || after.s[1] == ' ';
	return is_cut_word(before, after);
}

void
article_continue(struct article *art, struct block *b, struct span text, size_t line)
{
	struct buf clean = BUF_INIT;
	struct span v;
	struct block_line mark;

	utf8_clean(&clean, text);
	v = buf_view(&clean);
	if (v.n > 0) {
		if (b->text.n > 0 && !is_glued(b->text, v))
			append(art, b, S(" "));
		mark = (struct block_line){ b->text.n, line };
		append(art, b, v);
		b->lines = arena_grow(art->arena, b->lines, b->nlines + 1, &b->line_cap,
		    sizeof(mark));
		b->lines[b->nlines++] = mark;
	}
	buf_free(&clean);
}

struct block *
article_add(struct article *art, enum block_kind kind, struct span text, size_t line)
{
	struct block b = { .kind = kind };

	article_continue(art, &b, text, line);
	if (b.text.n == 0)
		return NULL;
	ARENA_PUSH(art->arena, art, b);
	return &art->v[art->n - 1];
}

/* The line of the byte at `at` of the block's text: the last that begins at or before it. */
static size_t
line_at(const struct block *b, size_t at)
{
	size_t low = 0, high = b->nlines;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (b->lines[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return b->nlines > 0 ? b->lines[low].line : 0;
}

void
article_lines(const struct block *b, struct span part, size_t *first, size_t *last)
{
	size_t at = (size_t)(part.s - b->text.s);

	*first = line_at(b, at);
	*last = line_at(b, part.n > 0 ? at + part.n - 1 : at);
}

/* What the lines of a text look like, counted. */
struct look {
	size_t lines;      /* that are not blank */
	size_t running;    /* of a paragraph that goes on in the next line */
	size_t wide;       /* of more columns than a terminal has */
	size_t headings;   /* # Markdown */
	size_t links;      /* [text](address) */
	size_t fences;
	size_t bold;
	size_t tags;       /* </...> */
	size_t marks;      /* [12]Text: lynx numbers its links */
};

static size_t
count(struct span line, struct span what)
{
	size_t n = 0;

	size_t at = span_find(line, 0, what);

	for (; at < line.n; at = span_find(line, at + what.n, what))
		n++;
	return n;
}

/* How many of lynx's numbers of links a line has. */
static size_t
count_marks(struct span line)
{
	size_t n = 0, at = span_find_char(line, 0, '[');

	for (; at < line.n; at = span_find_char(line, at, '[')) {
		size_t from = ++at;

		while (at < line.n && span_is_digit(line.s[at]))
			at++;
		n += at > from && at + 1 < line.n && line.s[at] == ']' && line.s[at + 1] != ' ' &&
		    line.s[at + 1] != '(' && line.s[at + 1] != ':';
	}
	return n;
}

/* Links `[text](address)`, but not lynx's `[12](text)`. */
static size_t
count_links(struct span line)
{
	size_t n = 0, at = span_find(line, 0, S("]("));

	for (; at < line.n; at = span_find(line, at + 2, S("](")))
		n += at > 0 && !span_is_digit(line.s[at - 1]);
	return n;
}

static bool
is_hash_heading(struct span line)
{
	size_t n = 0;

	while (n < line.n && line.s[n] == '#')
		n++;
	return n > 0 && n <= 6 && n + 1 < line.n && line.s[n] == ' ';
}

static void
look_at_line(struct look *look, struct span line, bool goes_on)
{
	size_t width = utf8_count(line);

	look->lines++;
	look->wide += width > 84;
	look->running += goes_on && width >= 55 && width <= 84;
	look->headings += is_hash_heading(line);
	look->links += count_links(line);
	look->marks += count_marks(line);
	look->fences += span_starts(line, S("```"));
	look->bold += count(line, S("**")) / 2;
	look->tags += count(line, S("</"));
}

static bool
is_front(struct span text)
{
	return span_starts(text, S("---\n")) || span_starts(text, S("+++\n")) ||
	    span_starts(text, S("<!--"));
}

/* Paragraphs go on from line to line, and hardly a line is as long as a paragraph. A page's menus
 * may be longer than its text. */
static bool
is_wrapped(const struct look *look)
{
	if (look->running < 3 || look->wide * 3 > look->lines)
		return false;
	return look->running * 5 >= look->lines - look->wide || look->wide * 6 <= look->running;
}

/* The form of a text that does not say. */
static enum article_form
look_at(struct span text)
{
	struct look look = { 0 };
	struct span rest = span_head(text, LOOK_BYTES), line;
	bool first_is_heading = is_hash_heading(span_ltrim(rest));

	if (html_is_page(text))
		return ARTICLE_HTML;
	if (is_front(text))
		return ARTICLE_MARKDOWN;
	while (span_next(&rest, '\n', &line))
		if (span_trim(line).n > 0)
			look_at_line(&look, line, rest.n > 0 && rest.s[0] != '\n');
	if (look.tags >= 10 && look.tags * 2 > look.lines)
		return ARTICLE_HTML;
	if (look.marks > MARKS_LEAST && look.marks > 4 * look.links && is_wrapped(&look))
		return ARTICLE_WRAPPED;
	if (first_is_heading || look.links > 0 || look.headings > 1 || look.fences > 1 ||
	    look.bold > 2)
		return ARTICLE_MARKDOWN;
	return is_wrapped(&look) ? ARTICLE_WRAPPED : ARTICLE_PASTE;
}

static bool
has_prose(const struct article *art, bool page)
{
	size_t words, sum = 0;

	for (size_t i = 0; i < art->n; i++) {
		if (art->v[i].aside || art->v[i].kind == BLOCK_CODE || art->v[i].kind == BLOCK_HEADING)
			continue;
		words = span_words(art->v[i].text);
		if (words >= ENOUGH_WORDS)
			return true;
		sum += words >= SHORT_WORDS ? words : 0;
	}
	return page && sum >= 3 * ENOUGH_WORDS;
}

/* Where no title is marked as one: a short first line without a stop, or the first heading. */
static void
title_from_first(struct article *art)
{
	size_t at = 0;
	struct block *first;
	char last;

	while (at < art->n && art->v[at].aside)
		at++;
	if (at + 1 >= art->n)
		return;
	first = &art->v[at];
	last = first->text.s[first->text.n - 1];
	if (first->kind != BLOCK_HEADING
	    && (first->kind != BLOCK_PARA || span_words(first->text) > 16 || last == '.' || last == ':'))
		return;
	art->title = first->text;
	art->title_line = first->nlines > 0 ? first->lines[0].line : 0;
	art->n--;
	for (size_t i = at; i < art->n; i++)
		art->v[i] = art->v[i + 1];
}

bool
article_read(struct article *art, struct span text, enum article_form form, struct arena *a)
{
	size_t line = 1;

	*art = (struct article){ .arena = a };
	if (form == ARTICLE_LOOK && article_is_program(text))
		return false;
	if (form == ARTICLE_LOOK)
		form = look_at(text);
	if ((form == ARTICLE_PASTE || form == ARTICLE_WRAPPED) && article_is_code(text))
		return false;
	switch (form) {
	case ARTICLE_HTML:
		html_read(art, text, line);
		break;
	case ARTICLE_MARKDOWN:
		text = front_read(art, text, &line);
		markdown_read(art, text, line);
		break;
	case ARTICLE_WRAPPED:
		unwrap_read(art, text, line);
		break;
	default:
		plain_read(art, text, line);
	}
	if (art->title.n == 0)
		title_from_first(art);
	return has_prose(art, form == ARTICLE_HTML);
}
