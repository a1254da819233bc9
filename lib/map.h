/* SPDX-License-Identifier: ISC */
/*
 * map: numbers for texts: the first text added is 0, the next new one 1. Start from { .arena = a };
 * the keys are copied into the arena, in which the map lives.
 */
#ifndef MAP_H
#define MAP_H

#include "arena.h"
#include "span.h"

#include <stdint.h>

#define MAP_NONE ((size_t)-1)

struct map {
	struct arena *arena;
	struct span *v; /* the keys by number */
	size_t n, cap;
	uint32_t *slot; /* hash -> number + 1, or 0 */
	size_t slots;
};

void map_room(struct map *m, size_t n); /* for so many keys, if that is known: it need not grow then */
size_t map_add(struct map *m, struct span key);        /* its number, a new one when it is new */
size_t map_find(const struct map *m, struct span key); /* its number, or MAP_NONE */

#endif
