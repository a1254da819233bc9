/* SPDX-License-Identifier: ISC */
#include "markdown.h"

#include "tab.h"

extern const struct tab tab_backmatter;

/* A bold line with more words is a sentence that the author stresses. */
#define HEADING_WORDS 14
#define STOPPED_WORDS 24

struct block *
markdown_block(struct markdown *m, size_t i)
{
	return &m->art->v[m->first + i];
}

struct markdown_style *
markdown_style(struct markdown *m, size_t i)
{
	return &m->styles.v[i];
}

bool
markdown_is_strong(struct markdown *m, size_t i)
{
	size_t n = markdown_style(m, i)->strong;

	return n > 0 && n >= markdown_block(m, i)->text.n;
}

bool
markdown_is_em(struct markdown *m, size_t i)
{
	size_t n = markdown_style(m, i)->em;

	return n > 0 && n + 1 >= markdown_block(m, i)->text.n;
}

static size_t
next_block(struct markdown *m, size_t i)
{
	for (i++; i < m->styles.n && markdown_style(m, i)->drop; i++)
		continue;
	return i;
}

/* The headline, where the front matter has none: a heading above all prose, or before anything as
 * high. One that says the front matter's title again goes. */
static void
find_title(struct markdown *m)
{
	struct article *art = m->art;
	struct block *b;
	size_t seen = 0;

	for (size_t i = 0; i < m->styles.n && seen < 3; i++) {
		b = markdown_block(m, i);
		if (markdown_style(m, i)->drop)
			continue;
		seen++;
		if (b->kind != BLOCK_HEADING)
			continue;
		if (art->title.n == 0 && (b->level == 1 || seen == 1)) {
			art->title = b->text;
			art->title_line = b->nlines > 0 ? b->lines[0].line : 0;
		} else if (!span_alike(b->text, art->title)) {
			continue;
		}
		markdown_style(m, i)->drop = true;
		return;
	}
}

/* A second headline under the title, before any prose, is no section. */
static void
find_subtitle(struct markdown *m)
{
	struct article *art = m->art;
	struct block *b = m->styles.n > 1 ? markdown_block(m, 0) : NULL;

	if (b == NULL || markdown_style(m, 0)->drop || b->kind != BLOCK_HEADING || b->level != 1)
		return;
	for (size_t i = 1; i < m->styles.n; i++)
		if (markdown_block(m, i)->kind == BLOCK_HEADING && markdown_block(m, i)->level == 1)
			return;
	if (art->subtitle.n == 0)
		art->subtitle = b->text;
	markdown_style(m, 0)->drop = true;
}

static bool
is_stopped(struct span v)
{
	return span_ends(v, S(".")) || span_ends(v, S(",")) || span_ends(v, S(";")) ||
	    span_ends(v, S(".\xE2\x80\x9D")) || span_ends(v, S(".\""));
}

/* A paragraph that is one short bold line, with something under it. */
static bool
is_bold_line(struct markdown *m, size_t i, size_t words)
{
	const struct block *b = markdown_block(m, i);
	size_t next;

	if (b->kind != BLOCK_PARA || b->speaker.n > 0 || !markdown_is_strong(m, i))
		return false;
	if (markdown_style(m, i)->drop || b->nlines > 2 || span_words(b->text) > words)
		return false;
	next = next_block(m, i);
	return next < m->styles.n && markdown_block(m, next)->kind != BLOCK_HEADING &&
	    markdown_block(m, next)->kind != BLOCK_CODE;
}

static void
find_bold_headings(struct markdown *m)
{
	unsigned level = 1;
	size_t stopped = 0;

	for (size_t i = 0; i < m->styles.n; i++)
		stopped += is_bold_line(m, i, STOPPED_WORDS) && is_stopped(markdown_block(m, i)->text);
	for (size_t i = 0; i < m->styles.n; i++) {
		struct block *b = markdown_block(m, i);

		if (b->kind == BLOCK_HEADING && !markdown_style(m, i)->drop)
			level = b->level;
		if (!is_bold_line(m, i, is_stopped(b->text) ? STOPPED_WORDS : HEADING_WORDS) ||
		    (is_stopped(b->text) && stopped < 3))
			continue;
		b->kind = BLOCK_HEADING;
		b->implied = true;
		b->level = level < 6 ? level + 1 : 6;
	}
}

/* The article's contents, when it has a list of links into itself. */
static void
drop_contents(struct markdown *m)
{
	size_t from = 0, n = 0;

	for (size_t i = 0; i <= m->styles.n; i++) {
		if (i < m->styles.n && markdown_style(m, i)->anchor && markdown_block(m, i)->kind == BLOCK_ITEM) {
			from = n++ == 0 ? i : from;
			continue;
		}
		for (size_t k = from; n >= 3 && k < from + n; k++)
			markdown_style(m, k)->drop = true;
		if (n >= 3 && from > 0 && span_words(markdown_block(m, from - 1)->text) <= 8)
			markdown_style(m, from - 1)->drop = true;
		n = 0;
	}
}

/* A heading of the table: its row, or TAB_NONE. Numbers, emojis and stops around it do not count;
 * neither does what is added to a name that is clear by itself. */
static size_t
backmatter_row(struct span v)
{
	struct span rest, word;
	size_t row;

	while (v.n > 0 && !span_is_alpha(v.s[0]))
		v = span_from(v, 1);
	while (v.n > 0 && (v.s[v.n - 1] == ':' || v.s[v.n - 1] == '.'))
		v.n--;
	rest = v = span_trim(v);
	row = tab_find_lower(&tab_backmatter, v);
	if (row != TAB_NONE || !span_word(&rest, &word))
		return row;
	rest = span_ltrim(rest);
	row = tab_find_lower(&tab_backmatter, word);
	if (row == TAB_NONE || !span_eq(tab_cell(&tab_backmatter, row, 1), S("always")))
		return TAB_NONE;
	return span_starts_same(rest, S("and ")) || span_starts(rest, S("& ")) ? row : TAB_NONE;
}

/* How often each heading of the table stands in the text: one that is in several sections closes
 * none. */
static size_t *
count_backmatter(struct markdown *m)
{
	size_t *count = ARENA_ARRAY(m->arena, size_t, tab_backmatter.rows), row;

	for (size_t i = 0; i < m->styles.n; i++) {
		if (markdown_block(m, i)->kind != BLOCK_HEADING)
			continue;
		row = backmatter_row(markdown_block(m, i)->text);
		if (row != TAB_NONE)
			count[row]++;
	}
	return count;
}

static bool
is_backmatter(struct span heading, bool late, const size_t *count)
{
	size_t row = backmatter_row(heading);

	if (row == TAB_NONE)
		return false;
	return span_eq(tab_cell(&tab_backmatter, row, 1), S("always")) || (late && count[row] == 1);
}

/* References and the like, up to the next heading as high: kept apart, but where tags set them, as a
 * generator does. */
static void
close_backmatter(struct markdown *m)
{
	size_t late = m->styles.n - m->styles.n * 2 / 5, *count = count_backmatter(m);
	unsigned level = 0;
	bool tagged = false;

	for (size_t i = 0; i < m->styles.n; i++) {
		struct block *b = markdown_block(m, i);

		if (b->kind == BLOCK_HEADING && !markdown_style(m, i)->drop) {
			if (b->level <= level)
				level = 0;
			if (level == 0 && is_backmatter(b->text, i >= late, count)) {
				level = b->level;
				tagged = b->implied;
			}
		}
		b->aside |= level > 0;
		markdown_style(m, i)->drop |= level > 0 && tagged;
	}
}

/* What a publisher says of itself at the end is a note. */
static void
find_about(struct markdown *m)
{
	size_t last = m->styles.n, n = 0;

	for (size_t i = m->styles.n; i > 0 && last == m->styles.n; i--)
		if (markdown_block(m, i - 1)->kind == BLOCK_HEADING && !markdown_style(m, i - 1)->drop &&
		    !markdown_block(m, i - 1)->aside)
			last = i - 1;
	if (last == m->styles.n || !span_starts_same(markdown_block(m, last)->text, S("About ")))
		return;
	n = m->styles.n - last - 1;
	if (n > 4 || n * 4 > m->styles.n || span_words(markdown_block(m, last)->text) > 6)
		return;
	for (size_t i = last; i < m->styles.n; i++)
		markdown_block(m, i)->aside = true;
}

static void
drop_empty_headings(struct markdown *m)
{
	for (size_t i = m->styles.n; i > 0; i--) {
		if (markdown_style(m, i - 1)->drop || markdown_block(m, i - 1)->aside)
			continue;
		if (markdown_block(m, i - 1)->kind != BLOCK_HEADING)
			return;
		markdown_style(m, i - 1)->drop = true;
	}
}

static void
compact(struct markdown *m)
{
	size_t n = m->first;

	for (size_t i = 0; i < m->styles.n; i++) {
		markdown_block(m, i)->runs_on &= i > 0 && !markdown_style(m, i - 1)->drop;
		if (!markdown_style(m, i)->drop)
			m->art->v[n++] = *markdown_block(m, i);
	}
	m->art->n = n;
}

void
markdown_tidy(struct markdown *m)
{
	find_title(m);
	find_subtitle(m);
	drop_contents(m);
	markdown_drop_captions(m);
	markdown_find_first_notes(m);
	markdown_label(m);
	find_bold_headings(m);
	close_backmatter(m);
	find_about(m);
	markdown_find_last_notes(m);
	drop_empty_headings(m);
	compact(m);
}
