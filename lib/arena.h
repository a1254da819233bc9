/* SPDX-License-Identifier: ISC */
/*
 * arena: everything that is made from one document lives in one arena and goes at once. Start from
 * { 0 }. What it hands out is aligned, zeroed, never freed on its own, and stays where it is until
 * arena_reset (which keeps the memory for the next document) or arena_free.
 */
#ifndef ARENA_H
#define ARENA_H

#include "span.h"

struct arena {
	struct arena_block *first, *block; /* all of them, and the one in use */
};

void *arena_alloc(struct arena *a, size_t n, size_t size);

/* The same, for an array that is read here and there before it is written: a page that is written
 * first costs one fault, not two. */
void *arena_table(struct arena *a, size_t n, size_t size);

/* Room for `want` elements: the same array, or a copy twice as large when it is full. */
void *arena_grow(struct arena *a, void *v, size_t want, size_t *cap, size_t size);

/* Gives back the room beyond n elements, if nothing was handed out since the array grew. */
void arena_trim(struct arena *a, const void *v, size_t n, size_t *cap, size_t size);

struct span arena_span(struct arena *a, struct span v); /* a copy, NUL after it */
struct span arena_join(struct arena *a, struct span x, struct span y);
void arena_reset(struct arena *a);
void arena_free(struct arena *a);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), 1, sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_alloc((a), (n), sizeof(type)))

/* Adds x to the vector v->v of v->n elements with room for v->cap. */
#define ARENA_PUSH(a, vec, x)                                                                      \
	((void)((vec)->n < (vec)->cap                                                              \
	    || ((vec)->v = arena_grow((a), (vec)->v, (vec)->n + 1, &(vec)->cap, sizeof(*(vec)->v)))), \
	    (vec)->v[(vec)->n++] = (x))

#endif
