/* SPDX-License-Identifier: ISC */
#include "plain_part.h"

void
plain_find_tables(struct plain *p)
{
	(void)p;
}

/* The nesting of list items, from their indents; deeper levels than a person writes are one. */
#define LEVELS 8

static void
level_item(struct plain_part *part, unsigned *indents, unsigned *depth)
{
	while (*depth > 0 && indents[*depth - 1] > part->indent)
		(*depth)--;
	if (*depth == 0 || (indents[*depth - 1] < part->indent && *depth < LEVELS))
		indents[(*depth)++] = part->indent;
	part->block.level = *depth;
	part->role = PLAIN_ITEM;
}

void
plain_find_lists(struct plain *p)
{
	unsigned indents[LEVELS], depth = 0;

	for (size_t i = 0; i < p->n; i++) {
		struct plain_part *part = &p->v[i];

		if (part->role == PLAIN_DROPPED)
			continue;
		if (part->mark != 0)
			level_item(part, indents, &depth);
		else if (part->indent == 0)
			depth = 0;
	}
}

static bool
could_be_heading(const struct plain *p, size_t i)
{
	const struct plain_part *part = &p->v[i];
	size_t next = plain_next(p, i), last = plain_last(p, i);

	if (part->role != PLAIN_OPEN || part->mark != 0 || next == p->n || part->words > 16)
		return false;
	if (!plain_is_headline(part) || plain_starts_low(part->block.text) || part->gap == 0)
		return false;
	if (last < p->n && plain_stop(p->v[last].block.text) == ':')
		return false;
	if (p->wrapped && p->v[next].outdented && !part->outdented)
		return false;
	return p->v[next].role != PLAIN_OPEN || plain_is_prose(&p->v[next]) || p->v[next].words >= 8 ||
	    plain_is_headline(&p->v[next]) || plain_stop(p->v[next].block.text) == ':';
}

void
plain_find_headings(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (could_be_heading(p, i)) {
			p->v[i].role = PLAIN_HEADING;
			p->v[i].block.level = 1 + p->v[i].indent / 2;
		}
}

void
plain_find_quotes(struct plain *p)
{
	(void)p;
}
