/* SPDX-License-Identifier: ISC */
#include "tab.h"

#include <string.h>

/* A slot holds a row and, above it, bits of its key's hash: most misses are seen without the key. */
#define ROW_BITS 20
#define ROW_MASK ((1u << ROW_BITS) - 1)

size_t
tab_find_hashed(const struct tab *t, struct span key, uint32_t h)
{
	uint32_t i, slot;

	if (t->slots == 0)
		return TAB_NONE;
	for (i = h & (t->slots - 1); (slot = t->slot[i]) != 0; i = (i + 1) & (t->slots - 1))
		if (slot >> ROW_BITS == h >> ROW_BITS
		    && span_eq(tab_cell(t, (slot & ROW_MASK) - 1, 0), key))
			return (slot & ROW_MASK) - 1;
	return TAB_NONE;
}

size_t
tab_find(const struct tab *t, struct span key)
{
	return tab_find_hashed(t, key, span_hash(key));
}

void
tab_key_plain(struct tab_key *key, struct span text)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.s[i] == '\xE2' && span_starts(span_from(text, i), S("’")))
			tab_key_char(key, '\''), i += 2;
		else
			tab_key_char(key, span_lower(text.s[i]));
	}
}

size_t
tab_find_key(const struct tab *t, const struct tab_key *key)
{
	return tab_find_hashed(t, (struct span){ key->s, key->n }, key->hash);
}

size_t
tab_find_lower(const struct tab *t, struct span key)
{
	char lower[64];
	uint32_t h = SPAN_HASH;

	if (key.n > sizeof(lower))
		return TAB_NONE;
	for (size_t i = 0; i < key.n; i++) {
		lower[i] = span_lower(key.s[i]);
		h = span_hash_char(h, lower[i]);
	}
	return tab_find_hashed(t, (struct span){ lower, key.n }, h);
}

bool
tab_has(const struct tab *t, struct span key)
{
	return tab_find(t, key) != TAB_NONE;
}

bool
tab_has_longer(const struct tab *t, size_t row)
{
	return row + 1 < t->rows && span_starts(tab_cell(t, row + 1, 0), tab_cell(t, row, 0));
}

/* As span_cmp tells; but keys differ in their first letters. */
static bool
is_before(struct span key, struct span start)
{
	size_t i = 0;

	while (i < key.n && i < start.n && key.s[i] == start.s[i])
		i++;
	return i < start.n && (i == key.n || (unsigned char)key.s[i] < (unsigned char)start.s[i]);
}

size_t
tab_find_start(const struct tab *t, struct span start)
{
	size_t low = 0, high = t->rows;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (is_before(tab_cell(t, middle, 0), start))
			low = middle + 1;
		else
			high = middle;
	}
	return low < t->rows && span_starts(tab_cell(t, low, 0), start) ? low : TAB_NONE;
}

struct span
tab_value(const struct tab *t, struct span key, size_t column)
{
	size_t row = tab_find(t, key);

	return row != TAB_NONE ? tab_cell(t, row, column) : S("");
}

static uint32_t
mark_hash(uint32_t hash)
{
	return hash * 0x9E3779B1u;
}

static uint32_t
mark_place(uint32_t hash, uint32_t slots)
{
	return (uint32_t)(((uint64_t)hash * slots) >> 32);
}

/* In a slot: bits of the hash, the second mark, the first. */
enum { MARK_FIRST = 255, MARK_SECOND = 63, MARK_BITS = 14, MARK_HASH = 0x3FFFF };

unsigned
tab_mark_pair(const struct tab_marks *t, uint32_t hash)
{
	uint32_t h = mark_hash(hash), i = mark_place(h, t->slots);

	for (; t->slot[i] != 0; i = i + 1 < t->slots ? i + 1 : 0)
		if (t->slot[i] >> MARK_BITS == (h & MARK_HASH))
			return t->slot[i] & ((1u << MARK_BITS) - 1);
	return 0;
}

unsigned
tab_mark(const struct tab_marks *t, uint32_t hash)
{
	return tab_mark_pair(t, hash) & MARK_FIRST;
}

unsigned
tab_mark_lower(const struct tab_marks *t, struct span key)
{
	uint32_t h = SPAN_HASH;

	for (size_t i = 0; i < key.n; i++)
		h = span_hash_char(h, span_lower(key.s[i]));
	return tab_mark(t, h);
}

/* The values of a column, in the order they came in. */
struct values {
	struct span seen[MARK_FIRST];
	uint32_t n, most;
};

/* A number, or that of a value among those that came before it. */
static uint32_t
mark_of(struct values *v, struct span value)
{
	size_t number;
	uint32_t i = 0;

	if (span_uint(value, &number) && number > 0 && number <= v->most)
		return (uint32_t)number;
	while (i < v->n && !span_eq(v->seen[i], value))
		i++;
	if (i == v->n && v->n < v->most)
		v->seen[v->n++] = value;
	return i < v->n ? i + 1 : v->n;
}

static uint32_t
second_mark(struct values *v, const struct tab *t, uint32_t row)
{
	struct span value = t->columns > 2 ? tab_cell(t, row, 2) : S("");

	return value.n > 0 ? mark_of(v, value) : 0;
}

struct tab_marks
tab_marks_of(const struct tab *t, struct arena *a)
{
	struct tab_marks m = { .slots = t->rows + t->rows / 4 + 1 };
	struct values first = { .most = MARK_FIRST }, second = { .most = MARK_SECOND };
	uint32_t *slot = ARENA_ARRAY(a, uint32_t, m.slots), h, i;

	for (uint32_t row = 0; row < t->rows; row++) {
		h = mark_hash(span_hash(tab_cell(t, row, 0)));
		i = mark_place(h, m.slots);
		while (slot[i] != 0)
			i = i + 1 < m.slots ? i + 1 : 0;
		slot[i] = (h & MARK_HASH) << MARK_BITS | second_mark(&second, t, row) << 8
		    | mark_of(&first, tab_cell(t, row, 1));
	}
	m.slot = slot;
	return m;
}

/* Words with the same bits of hash share a slot and have the marks of each other, so none goes missing. */
static void
index_add(uint32_t *slot, uint32_t slots, struct span key, uint32_t mark)
{
	uint32_t h = mark_hash(span_hash(key)), i = mark_place(h, slots);

	while (slot[i] != 0 && slot[i] >> MARK_BITS != (h & MARK_HASH))
		i = i + 1 < slots ? i + 1 : 0;
	slot[i] |= (h & MARK_HASH) << MARK_BITS | mark;
}

struct tab_marks
tab_index_marks(const struct tab *t, unsigned tables, struct arena *a)
{
	struct tab_marks m = { .slots = 1 };
	uint32_t *slot;

	for (unsigned k = 0; k < tables; k++)
		m.slots += t[k].rows + t[k].rows / 4;
	m.slot = slot = ARENA_ARRAY(a, uint32_t, m.slots);
	for (unsigned k = 0; k < tables; k++)
		for (uint32_t row = 0; row < t[k].rows; row++)
			index_add(slot, m.slots, tab_cell(&t[k], row, 0), (uint32_t)1 << k);
	return m;
}

struct parse {
	struct tab *t;
	struct tab_error *e;
	struct arena *arena;
	char *text;
	uint32_t *cell;
	size_t used, cells;
	bool key, given;
};

static bool
wrong(struct parse *p, const char *what)
{
	p->e->what = what;
	return false;
}

static bool
parse_comment(struct parse *p, struct span line)
{
	line = span_trim(span_from(line, 1));
	if (span_starts(line, S("columns:")))
		p->t->columns = (uint32_t)span_words(span_from(line, 8));
	else if (span_eq(line, S("order: key")))
		p->key = true;
	else if (span_eq(line, S("order: given")))
		p->given = true;
	else if (span_eq(line, S("order: hash")))
		p->key = p->t->bare = true;
	else if (span_starts(line, S("order:")))
		return wrong(p, "order is neither key, hash nor given");
	return true;
}

/* Keys rise strictly: sorted, and each one once. */
static bool
check_key(struct parse *p)
{
	p->t->text = p->text;
	p->t->cell = p->cell;
	if (tab_cell(p->t, p->t->rows, 0).n == 0)
		return wrong(p, "empty key");
	if (p->t->rows == 0)
		return true;
	if (span_cmp(tab_cell(p->t, p->t->rows - 1, 0), tab_cell(p->t, p->t->rows, 0)) < 0)
		return true;
	return wrong(p, "key out of order, or twice");
}

static bool
parse_row(struct parse *p, struct span line)
{
	struct span rest = line, cell;
	uint32_t n = 0;

	if (p->t->columns == 0)
		return wrong(p, "no `# columns:` line above");
	while (span_next(&rest, '\t', &cell)) {
		if (++n > p->t->columns)
			return wrong(p, "more cells than columns");
		memcpy(p->text + p->used, cell.s, cell.n);
		p->used += cell.n;
		p->cell[++p->cells] = (uint32_t)p->used;
	}
	for (; n < p->t->columns; n++)
		p->cell[++p->cells] = (uint32_t)p->used;
	if (p->key && !check_key(p))
		return false;
	if (++p->t->rows == ROW_MASK)
		return wrong(p, "too many rows");
	return true;
}

static void
index_keys(struct parse *p)
{
	struct tab *t = p->t;
	uint32_t *slot, h, i;

	for (t->slots = 8; 2 * t->slots < 3 * t->rows; t->slots *= 2)
		continue;
	t->slot = slot = ARENA_ARRAY(p->arena, uint32_t, t->slots);
	for (uint32_t row = 0; row < t->rows; row++) {
		h = span_hash(tab_cell(t, row, 0));
		i = h & (t->slots - 1);
		while (slot[i] != 0)
			i = (i + 1) & (t->slots - 1);
		slot[i] = h >> ROW_BITS << ROW_BITS | (row + 1);
	}
}

/* Room for as many cells as there could be: every tab and newline ends one, and short rows are
 * filled up, so lines times columns is the bound. */
static size_t
count_lines(struct span text)
{
	size_t n = 1;

	for (size_t i = 0; (i = span_find_char(text, i, '\n')) < text.n; i++)
		n++;
	return n;
}

bool
tab_parse(struct tab *t, struct span text, struct arena *a, struct tab_error *e)
{
	struct parse p = { .t = t, .e = e, .arena = a };
	struct span rest = text, line;
	size_t lines = count_lines(text);

	*t = (struct tab){ 0 };
	*e = (struct tab_error){ 0 };
	p.text = arena_alloc(a, text.n + 1, 1);
	while (span_next(&rest, '\n', &line)) {
		e->line++;
		if (line.n > 0 && line.s[line.n - 1] == '\r')
			line.n--;
		if (line.n == 0)
			continue;
		if (line.s[0] == '#' && p.cells == 0) {
			if (!parse_comment(&p, line))
				return false;
			continue;
		}
		if (p.cell == NULL)
			p.cell = ARENA_ARRAY(a, uint32_t, lines * (t->columns + 1) + 1);
		if (!parse_row(&p, line))
			return false;
	}
	if (p.key == p.given)
		return wrong(&p, "one `# order:` line is needed, key, hash or given");
	t->text = p.text;
	t->cell = p.cell != NULL ? p.cell : ARENA_ARRAY(a, uint32_t, 1);
	if (p.key)
		index_keys(&p);
	return true;
}
