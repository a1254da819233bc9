/* SPDX-License-Identifier: ISC */
#include "plain.h"

/* A paste has a line for so many bytes, or for more. */
#define BYTES_A_PART 128
#define MEASURED_BYTES ((size_t)1 << 20) /* that are looked at for a page's furniture */

static bool
is_blank(struct span line)
{
	plain_take_indent(&line);
	return line.n == 0;
}

/* A mark that stands alone has its words on the next line that has any. */
static bool
waits_for_words(const struct plain *p)
{
	return p->n > 0 && p->v[p->n - 1].mark != 0 && p->v[p->n - 1].words == 0;
}

static void
add_line(struct plain *p, struct span line, size_t number, unsigned gap)
{
	unsigned indent = plain_take_indent(&line);
	struct plain_part *part;
	char mark;
	size_t n = plain_mark(line, &mark);

	if (plain_is_rule(line))
		return;
	if (n == 0 && waits_for_words(p)) {
		plain_part_continue(p, line, number);
		return;
	}
	part = plain_part_add(p, span_from(line, n), number);
	part->indent = indent;
	part->hang = indent + (unsigned)(n < 8 ? n : 8);
	part->gap = gap;
	part->mark = n > 0 ? mark : 0;
	part->number = span_head(line, n);
}

static void
measure(struct plain *p)
{
	size_t apart = 0;

	for (size_t i = 1; i < p->n; i++)
		apart += p->v[i].gap > 0;
	p->spaced = apart * 2 > p->n;
}

void
plain_read(struct article *art, struct span text, size_t line)
{
	struct plain p = { .art = art, .page = plain_is_page(span_head(text, MEASURED_BYTES)) };
	struct span part;
	unsigned gap = 1;

	p.v = arena_grow(art->arena, NULL, text.n / BYTES_A_PART, &p.cap, sizeof(*p.v));
	for (; p.n < PLAIN_PARTS_MAX && span_next(&text, '\n', &part); line++) {
		if (is_blank(part)) {
			gap++;
			continue;
		}
		add_line(&p, part, line, gap);
		gap = 0;
	}
	measure(&p);
	plain_finish(&p);
}

static void
publish(struct plain *p, struct plain_part *part, enum block_kind kind)
{
	part->block.kind = kind;
	part->block.ordered = kind == BLOCK_ITEM && part->mark == '1';
	if (part->block.text.n > 0)
		ARENA_PUSH(p->art->arena, p->art, part->block);
}

/* A line of marks and invisible characters has no text left: later passes need not ask. */
static void
drop_empty(struct plain *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].block.text.n == 0)
			p->v[i].role = PLAIN_DROPPED;
}

void
plain_finish(struct plain *p)
{
	static void (*const passes[])(struct plain *) = {
		drop_empty, plain_find_prompt, plain_find_body, plain_find_chrome, plain_find_head, plain_find_captions,
		plain_find_promotions, plain_find_repeats, plain_find_quotes, plain_find_code,
		plain_find_tables,
		plain_find_numbered, plain_find_lists, plain_find_headings, plain_find_set_code,
		plain_find_labels,
	};
	static const enum block_kind kinds[] = {
		[PLAIN_OPEN] = BLOCK_PARA, [PLAIN_PROSE] = BLOCK_PARA,
		    [PLAIN_HEADING] = BLOCK_HEADING,
		[PLAIN_CODE] = BLOCK_CODE, [PLAIN_ITEM] = BLOCK_ITEM, [PLAIN_QUOTE] = BLOCK_QUOTE,
	};

	if (plain_is_wall(p))
		return;
	for (size_t i = 0; i < sizeof(passes) / sizeof(passes[0]); i++) {
		passes[i](p);
		plain_compact(p);
	}
	p->art->v = arena_grow(p->art->arena, p->art->v, p->art->n + p->n, &p->art->cap, sizeof(*p->art->v));
	for (size_t i = 0; i < p->n; i++)
		publish(p, &p->v[i], kinds[p->v[i].role]);
}
