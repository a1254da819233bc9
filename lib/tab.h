/* SPDX-License-Identifier: ISC */
/*
 * tab: tables of text, made from TSV files when the program is built (lib/mktab) or when a user
 * gives one. The first lines of a file are comments: `# columns: a b c` is required; a table with
 * `# order: key` is a lexicon, sorted by the bytes of its first column, each key once, and found by
 * hash; one with `# order: given` is a list of rules, first rule first (for
 * `# order: hash` see below). Then a row a line, cells
 * between tabs, as many as there are columns (trailing empty ones may be left out). `# shapes: COLUMN`
 * is for shape_tab.h.
 */
#ifndef TAB_H
#define TAB_H

#include "arena.h"
#include "span.h"

#include <stdint.h>

/* Offsets, not pointers: a pointer a cell would cost a relocation a cell at every start. */
struct tab {
	const char *text;     /* the cells, one after the other, nothing between them */
	const uint32_t *cell; /* rows * columns + 1 offsets into text */
	const uint32_t *slot; /* by the hash of the key: 12 bits of it and row + 1, or 0; NULL in a list of rules */
	uint32_t rows, columns, slots;
	bool bare; /* `# order: hash` */
};

/* A long list of words, each with a mark from 1 to 255 and maybe one from 1 to 63 more: a table of `# order: hash`,
 * sorted as by key, is built without its keys. Each slot holds 18 bits of a key's hash, the second mark
 * and the first, or 0. A word that is not in the list is taken for one that is about once in 20,000 times. */
struct tab_marks {
	const uint32_t *slot;
	uint32_t slots;
};

/* In which of up to 8 tables a word may stand, told at one place: asking the tables one after the
 * other costs a miss of the cache or more for each. A bit of a mark is a table. */
struct tab_index {
	struct tab_marks marks;
	const struct tab *const *table;
	unsigned tables;
};

#define TAB_NONE ((size_t)-1)

/* May a word with that mark stand in the table? Any may, in one that the index does not know. */
static inline bool
tab_index_may(const struct tab_index *x, unsigned mark, const struct tab *t)
{
	for (unsigned k = 0; k < x->tables; k++)
		if (x->table[k] == t)
			return mark >> k & 1;
	return true;
}

static inline struct span
tab_cell(const struct tab *t, size_t row, size_t column)
{
	const uint32_t *at = t->cell + row * t->columns + column;

	return (struct span){ t->text + at[0], at[1] - at[0] };
}

size_t tab_find(const struct tab *t, struct span key); /* the row, or TAB_NONE */
size_t tab_find_hashed(const struct tab *t, struct span key, uint32_t hash); /* its span_hash is known */
size_t tab_find_lower(const struct tab *t, struct span key); /* the key's ASCII letters lowered */
bool tab_has(const struct tab *t, struct span key);

/* A key that is put together a character at a time, and looked for again and again on the way. */
#define TAB_KEY_MOST 64
struct tab_key {
	char s[TAB_KEY_MOST];
	size_t n; /* at TAB_KEY_MOST it may have been cut */
	uint32_t hash;
};
#define TAB_KEY_INIT { .n = 0, .hash = SPAN_HASH }

static inline void
tab_key_char(struct tab_key *key, char c)
{
	if (key->n == TAB_KEY_MOST)
		return;
	key->s[key->n++] = c;
	key->hash = span_hash_char(key->hash, c);
}

void tab_key_plain(struct tab_key *key, struct span text); /* small letters, curly apostrophes straight */

size_t tab_find_key(const struct tab *t, const struct tab_key *key);

/* Does a longer key begin with the key of the row? Keys that do stand right after it. */
bool tab_has_longer(const struct tab *t, size_t row);

/* The first row whose key begins so, or TAB_NONE. */
size_t tab_find_start(const struct tab *t, struct span start);

/* The cell beside a key; the empty span without one. */
struct span tab_value(const struct tab *t, struct span key, size_t column);

unsigned tab_mark(const struct tab_marks *t, uint32_t hash); /* of the key's span_hash; 0 when it is not there */
unsigned tab_mark_lower(const struct tab_marks *t, struct span key); /* the key's ASCII letters lowered */
unsigned tab_mark_pair(const struct tab_marks *t, uint32_t hash); /* the same, and the second times 256 */

/* The marks of a table: its second column, and its third if it has one, where they are no numbers their different
 * values numbered from 1 as they come; an empty second mark is 0. */
struct tab_marks tab_marks_of(const struct tab *t, struct arena *a);

/* The marks of an index. */
struct tab_marks tab_index_marks(const struct tab *t, unsigned tables, struct arena *a);

/* What is wrong with a file, and where. */
struct tab_error {
	size_t line;
	const char *what;
};

/* Reads the text of a TSV file into *t, which lives in the arena. */
bool tab_parse(struct tab *t, struct span text, struct arena *a, struct tab_error *e);

#endif
