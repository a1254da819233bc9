/* SPDX-License-Identifier: ISC */
#include "plain.h"

#include "utf8.h"

/* lynx centres a title on a line of so many columns. */
#define LYNX_COLUMNS 80

#define MEASURED_BYTES ((size_t)1 << 18) /* from which the width is taken */
#define WIDTHS 85                        /* no line of a wrapped text is wider */
#define BREAK_SLACK 4                    /* columns that may be left free */

struct unwrap {
	struct plain p;
	size_t line;
	unsigned gap;       /* blank lines above */
	unsigned indent;    /* of the line before */
	unsigned width;     /* of the line before, in columns */
	unsigned limit;     /* the column that most full lines reach */
	bool table;         /* the line before is of a table */
};

static bool
is_centred(unsigned indent, unsigned width)
{
	unsigned right;

	if (width + indent > LYNX_COLUMNS)
		return false;
	right = LYNX_COLUMNS - indent - width;
	return indent + 3 >= right && right + 3 >= indent;
}

/* Columns of a table or a drawing: several blanks within the line. */
static bool
has_columns(struct span line)
{
	return span_find(line, 0, S("   ")) < line.n;
}

/* Would the line's first word have stood on the line before, had it been wrapped? */
static bool
is_broken(const struct unwrap *u, struct span line)
{
	struct span word;

	return !plain_starts_low(line) && span_word(&line, &word) &&
	    u->indent + u->width + 1 + utf8_count(word) + BREAK_SLACK <= u->limit;
}

/* Does a line without a gap above go on with the part before it? */
static bool
goes_on(const struct unwrap *u, unsigned indent, struct span line)
{
	struct plain_part *part;
	unsigned width = (unsigned)utf8_count(line);

	if (u->gap > 0 || u->p.n == 0 || has_columns(line))
		return false;
	part = &u->p.v[u->p.n - 1];
	if (part->role == PLAIN_DROPPED)
		return false;
	if (is_broken(u, line) && (u->p.page || plain_chrome_of(part).n > 0 ||
	    plain_chrome(line).n > 0))
		return false;
	if (part->mark != 0)
		return indent > part->indent || (indent == part->indent && u->width >= 60);
	if (indent < part->indent && part->indent <= 4 && part->block.nlines == 1)
		return !is_broken(u, line) && u->width >= 50;
	return indent == u->indent || (part->centred && is_centred(indent, width));
}

/* A number or a dash at the start of a line that only goes on is no mark: the years up to\n1990. */
static bool
is_false_mark(const struct unwrap *u, unsigned indent, char mark, struct span line)
{
	const struct plain_part *part = u->p.n > 0 ? &u->p.v[u->p.n - 1] : NULL;

	if (part == NULL || u->gap > 0 || (mark == '*' && (unsigned char)line.s[0] >= 0x80 &&
	    line.s[0] != '\xE2'))
		return false;
	if (span_starts(line, S("•")) || part->role == PLAIN_DROPPED)
		return false;
	return indent == (part->mark != 0 ? part->hang : part->indent) && u->width >= 50;
}

static void
start_part(struct unwrap *u, unsigned indent, char mark, size_t n, struct span line)
{
	struct plain_part *part = plain_part_add(&u->p, span_from(line, n), u->line);

	part->indent = indent;
	part->hang = indent + (unsigned)(n < 8 ? n : 8);
	if (mark == '*' && n > 2 && (unsigned char)line.s[0] >= 0x80)
		part->hang -= 2;
	part->gap = u->gap;
	part->mark = n > 0 ? mark : 0;
	part->number = span_head(line, n);
	part->centred = n == 0 && is_centred(indent, (unsigned)utf8_count(line));
	u->table = has_columns(line) ? line.s[0] != '[' : u->table && u->gap == 0;
	if (plain_is_rule(line) || has_columns(line) || u->table)
		part->role = PLAIN_DROPPED;
}

static void
add_line(struct unwrap *u, struct span line)
{
	unsigned indent = plain_take_indent(&line);
	char mark;
	size_t n = plain_mark(line, &mark);

	if (n > 0 && is_false_mark(u, indent, mark, line))
		n = 0;
	if (n == 0 && goes_on(u, indent, line))
		plain_part_continue(&u->p, line, u->line);
	else
		start_part(u, indent, mark, n, line);
	u->gap = 0;
	u->indent = indent;
	u->width = (unsigned)utf8_count(line);
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
	p->usual = usual_indent(p);
	for (size_t i = 0; i < p->n; i++)
		p->v[i].outdented = p->v[i].indent < p->usual && p->v[i].mark == 0;
}

/* The column that all but a twentieth of the lines that go on stay within. */
static unsigned
find_limit(struct span text)
{
	size_t ends[WIDTHS] = { 0 }, n = 0, within = 0, wide;
	struct span rest = span_head(text, MEASURED_BYTES), line;
	unsigned limit = WIDTHS;

	while (span_next(&rest, '\n', &line))
		if (rest.n > 0 && rest.s[0] != '\n' && (wide = utf8_count(line)) > 0 &&
		    wide < WIDTHS) {
			ends[wide]++;
			n++;
		}
	while (limit > 0 && within * 20 <= n)
		within += ends[--limit];
	return limit;
}

/* Is that lynx's list of the addresses that the text links to? */
static bool
is_link_list(struct span text)
{
	struct span line;
	size_t n = 0;

	do {
		if (!span_next(&text, '\n', &line))
			return false;
		line = span_trim(line);
	} while (line.n == 0);
	if (span_starts(line, S("Visible links")) || span_starts(line, S("Hidden links")))
		return true;
	while (n < line.n && span_is_digit(line.s[n]))
		n++;
	line = span_from(line, n);
	return n > 0 && (span_starts(line, S(". http")) || span_starts(line, S(". file:")) ||
	    span_starts(line, S(". mailto:")));
}

/* The text without that list, which stands last. */
static struct span
without_links(struct span text)
{
	struct span head = S("\nReferences\n");
	size_t at = span_find(text, 0, head);

	for (; at < text.n; at = span_find(text, at + 1, head))
		if (is_link_list(span_from(text, at + head.n)))
			return span_head(text, at + 1);
	return text;
}

void
unwrap_read(struct article *art, struct span text, size_t line)
{
	struct unwrap u = { .p = { .art = art, .wrapped = true, .spaced = true }, .line = line,
	    .gap = 1 };
	struct span part, words;

	text = without_links(text);
	u.limit = find_limit(text);
	u.p.page = plain_is_page(span_head(text, MEASURED_BYTES));
	for (; u.p.n < PLAIN_PARTS_MAX && span_next(&text, '\n', &part); u.line++) {
		words = part;
		plain_take_indent(&words);
		if (words.n == 0)
			u.gap++;
		else
			add_line(&u, part);
	}
	settle_indents(&u.p);
	plain_finish(&u.p);
}
