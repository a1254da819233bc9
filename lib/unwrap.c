/* SPDX-License-Identifier: ISC */
#include "plain_part.h"

#include "utf8.h"

#define PARTS_MAX ((size_t)1 << 20)

/* lynx centres a title on a line of so many columns. */
#define LYNX_COLUMNS 80

static unsigned
take_indent(struct span *line)
{
	unsigned columns = 0;
	size_t n;
	uint32_t c;

	while (line->n > 0 && utf8_is_blank(c = utf8_decode(*line, 0, &n))) {
		columns += c == '\t' ? 8 : 1;
		*line = span_from(*line, n);
	}
	return columns;
}

static bool
is_centred(unsigned indent, struct span line)
{
	unsigned width = (unsigned)utf8_count(line), right;

	if (width + indent > LYNX_COLUMNS || indent < 1)
		return false;
	right = LYNX_COLUMNS - indent - width;
	return indent + 3 >= right && right + 3 >= indent;
}

/* Columns of a table or a drawing: two gaps of several blanks within the line, or one wide one. */
static bool
has_columns(struct span line)
{
	size_t at = span_find(line, 0, S("   "));

	return at < line.n;
}

struct unwrap {
	struct plain p;
	size_t line;
	unsigned gap;       /* blank lines above */
	unsigned indent;    /* of the line before */
};

static bool
goes_on(const struct unwrap *u, unsigned indent, struct span line)
{
	const struct plain_part *part;

	if (u->gap > 0 || u->p.n == 0)
		return false;
	part = &u->p.v[u->p.n - 1];
	if (part->role == PLAIN_DROPPED || plain_chrome(line).n > 0)
		return false;
	if (part->mark != 0)
		return indent > part->indent;
	return indent == u->indent || (part->centred && is_centred(indent, line));
}

static void
add_line(struct unwrap *u, struct span line)
{
	unsigned indent = take_indent(&line);
	struct plain_part *part;
	char mark;
	size_t n = plain_mark(line, &mark);

	if (n == 0 && goes_on(u, indent, line)) {
		plain_part_continue(&u->p, line, u->line);
	} else {
		part = plain_part_add(&u->p, span_from(line, n), u->line);
		part->indent = indent;
		part->hang = indent + (unsigned)(n < 8 ? n : 8);
		part->gap = u->gap;
		part->mark = n > 0 ? mark : 0;
		part->centred = n == 0 && is_centred(indent, line);
		if (plain_is_rule(line) || has_columns(line))
			part->role = PLAIN_DROPPED;
	}
	u->gap = 0;
	u->indent = indent;
}

/* The indent that most words of the text have, without list items. */
static unsigned
usual_indent(const struct plain *p)
{
	size_t words[8] = { 0 }, best = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].mark == 0 && p->v[i].indent < 8)
			words[p->v[i].indent] += p->v[i].words;
	for (size_t i = 1; i < 8; i++)
		if (words[i] > words[best])
			best = i;
	return (unsigned)best;
}

static void
settle_indents(struct plain *p)
{
	unsigned usual = usual_indent(p);

	for (size_t i = 0; i < p->n; i++)
		p->v[i].outdented = p->v[i].indent < usual && p->v[i].mark == 0;
}

void
unwrap_read(struct article *art, struct span text, size_t line)
{
	struct unwrap u = { .p = { .art = art, .wrapped = true, .spaced = true }, .line = line, .gap = 1 };
	struct span part, words;

	for (; u.p.n < PARTS_MAX && span_next(&text, '\n', &part); u.line++) {
		words = part;
		take_indent(&words);
		if (words.n == 0)
			u.gap++;
		else
			add_line(&u, part);
	}
	settle_indents(&u.p);
	plain_finish(&u.p);
}
