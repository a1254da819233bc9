/* SPDX-License-Identifier: ISC */
#include "arena.h"

#include "die.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define UNIT sizeof(max_align_t)

struct arena_block {
	struct arena_block *next;
	size_t used, cap;
	size_t dirty; /* what lies above was never used, and is zero */
	max_align_t data[];
};

/* The first block is no larger than what malloc may have handed out before: to have it cleared as a whole
 * would touch all of its pages. Larger ones come fresh from the system. */
static struct arena_block *
block_new(size_t need, const struct arena_block *last)
{
	size_t cap = last != NULL ? last->cap * 2 : 65536;
	struct arena_block *b;

	if (cap > 1 << 24)
		cap = 1 << 24;
	if (cap < need)
		cap = need;
	if (cap >= SIZE_MAX - sizeof(*b))
		die("out of memory");
	b = last == NULL ? malloc(sizeof(*b) + cap) : calloc(1, sizeof(*b) + cap);
	if (b == NULL)
		die("out of memory");
	b->next = NULL;
	b->cap = cap;
	b->used = 0;
	b->dirty = last == NULL ? cap : 0;
	return b;
}

/* The next block that has the room: one of an earlier document, or a new one. */
static struct arena_block *
block_next(struct arena *a, size_t need)
{
	struct arena_block *last = a->block, **next = last != NULL ? &last->next : &a->first;

	while (*next != NULL && (*next)->cap < need) {
		last = *next;
		next = &last->next;
	}
	if (*next == NULL)
		*next = block_new(need, last);
	(*next)->used = 0;
	return *next;
}

static size_t
rounded(size_t n)
{
	return (n + UNIT - 1) / UNIT * UNIT;
}

void *
arena_alloc(struct arena *a, size_t n, size_t size)
{
	struct arena_block *b;
	char *p;

	if (size != 0 && n > (SIZE_MAX / 4) / size)
		die("out of memory");
	size = rounded(n * size);
	if (a->block == NULL || a->block->cap - a->block->used < size)
		a->block = block_next(a, size);
	b = a->block;
	p = (char *)b->data + b->used;
	if (b->used < b->dirty)
		memset(p, 0, b->dirty - b->used < size ? b->dirty - b->used : size);
	b->used += size;
	if (b->dirty < b->used)
		b->dirty = b->used;
	return p;
}

void *
arena_table(struct arena *a, size_t n, size_t size)
{
	void *p = arena_alloc(a, n, size);

	return memset(p, 0, n * size);
}

/* Is v, of so many bytes, what was handed out last? */
static bool
is_last(const struct arena_block *b, const void *v, size_t n)
{
	return b != NULL && (const char *)v + rounded(n) == (const char *)b->data + b->used;
}

static bool
has_room(const struct arena_block *b, size_t n)
{
	return n < b->cap - b->used && b->cap - b->used - n >= UNIT;
}

void *
arena_grow(struct arena *a, void *v, size_t want, size_t *cap, size_t size)
{
	size_t old = *cap;
	void *p;

	if (want <= old)
		return v;
	*cap = old * 2 < want ? want + 7 : old * 2;
	if (old > 0 && is_last(a->block, v, old * size) && has_room(a->block, (*cap - old) * size)) {
		arena_alloc(a, *cap - old, size);
		return v;
	}
	p = arena_alloc(a, *cap, size);
	if (old > 0)
		memcpy(p, v, old * size);
	return p;
}

void
arena_trim(struct arena *a, const void *v, size_t n, size_t *cap, size_t size)
{
	if (*cap == 0 || !is_last(a->block, v, *cap * size))
		return;
	a->block->used -= rounded(*cap * size) - rounded(n * size);
	*cap = n;
}

struct span
arena_span(struct arena *a, struct span v)
{
	char *p = arena_alloc(a, v.n + 1, 1);

	if (v.n > 0)
		memcpy(p, v.s, v.n);
	return (struct span){ p, v.n };
}

struct span
arena_join(struct arena *a, struct span x, struct span y)
{
	char *p = arena_alloc(a, x.n + y.n + 1, 1);

	if (x.n > 0)
		memcpy(p, x.s, x.n);
	if (y.n > 0)
		memcpy(p + x.n, y.s, y.n);
	return (struct span){ p, x.n + y.n };
}

void
arena_reset(struct arena *a)
{
	a->block = NULL;
}

void
arena_free(struct arena *a)
{
	for (struct arena_block *b = a->first, *next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	*a = (struct arena){ NULL, NULL };
}
