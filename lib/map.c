/* SPDX-License-Identifier: ISC */
#include "map.h"

/* The slot that holds the key, or the empty one where it belongs. */
static size_t
slot_of(const struct map *m, struct span key)
{
	size_t i = span_hash(key) & (m->slots - 1);

	while (m->slot[i] != 0 && !span_eq(m->v[m->slot[i] - 1], key))
		i = (i + 1) & (m->slots - 1);
	return i;
}

static void
make_slots(struct map *m, size_t slots)
{
	m->slots = slots;
	m->slot = arena_table(m->arena, m->slots, sizeof(*m->slot));
	for (size_t id = 0; id < m->n; id++)
		m->slot[slot_of(m, m->v[id])] = (uint32_t)id + 1;
}

/* At least half of the slots stay empty. */
void
map_room(struct map *m, size_t n)
{
	size_t slots = 64;

	while (slots < 2 * n)
		slots *= 2;
	if (slots > m->slots)
		make_slots(m, slots);
	m->v = arena_grow(m->arena, m->v, n, &m->cap, sizeof(*m->v));
}

size_t
map_add(struct map *m, struct span key)
{
	size_t i;

	if (2 * (m->n + 1) > m->slots)
		map_room(m, m->n + 1);
	i = slot_of(m, key);
	if (m->slot[i] == 0) {
		ARENA_PUSH(m->arena, m, arena_span(m->arena, key));
		m->slot[i] = (uint32_t)m->n;
	}
	return m->slot[i] - 1;
}

size_t
map_find(const struct map *m, struct span key)
{
	size_t i;

	if (m->slots == 0)
		return MAP_NONE;
	i = slot_of(m, key);
	return m->slot[i] != 0 ? m->slot[i] - 1 : MAP_NONE;
}
