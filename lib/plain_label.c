/* SPDX-License-Identifier: ISC */
/*
 * Headings that were no headings where they came from, but bold lines, told apart by where they
 * stand; and the last one of a text, under which its publisher speaks of itself.
 */
#include "plain.h"

#define ABOUT_WORDS 6
#define ABOUT_PARTS 4  /* under what a publisher says of itself at the end, */
#define ABOUT_SHARE 4  /* and no more than one part of so many */

/* In a dump of lynx no heading stands where the prose does; w3m indents nothing but lists and
 * quotations. */
static bool
is_implied(const struct plain *p, const struct plain_part *part)
{
	if (p->usual == 3)
		return part->indent == p->usual;
	return p->wrapped && part->indent > p->usual;
}

/* What a publisher says of itself under the last heading: a note. */
static void
find_about(struct plain *p)
{
	size_t last = p->n, n;

	for (size_t i = p->n; i > 0 && last == p->n; i--)
		if (p->v[i - 1].role == PLAIN_HEADING && !p->v[i - 1].block.aside)
			last = i - 1;
	if (last == p->n || !span_starts_same(p->v[last].block.text, S("About ")) ||
	    p->v[last].words > ABOUT_WORDS)
		return;
	n = p->n - last - 1;
	if (n > ABOUT_PARTS || n * ABOUT_SHARE > p->n)
		return;
	for (size_t i = last; i < p->n; i++) {
		p->v[i].block.aside = true;
		if (p->page)
			p->v[i].role = PLAIN_DROPPED;
	}
}

void
plain_find_labels(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].role == PLAIN_HEADING)
			p->v[i].block.implied = is_implied(p, &p->v[i]);
	find_about(p);
}
