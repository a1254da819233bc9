/* SPDX-License-Identifier: ISC */
#include "shape.h"

#include "die.h"
#include "shape_part.h"
#include "tab.h"

#include <string.h>

extern const struct tab tab_shape;

enum { PLACES = 2 * SHAPE_GROUPS, NOWHERE = SHAPE_MOST + 1, WORD = 64, WORDS = SHAPE_MOST / WORD + 1 };

struct run {
	const unsigned char *s;
	size_t n, words;        /* letters, and words of failed for each mark */
	unsigned short place[PLACES];
	uint64_t failed[SHAPE_MARKS_MOST * WORDS]; /* a bit a mark and place */
};

/* Letters are ASCII. */
static inline bool
holds(const unsigned char *set, unsigned char c)
{
	return (set[c >> 3 & 15] >> (c & 7) & 1) != 0;
}

static bool run(struct run *r, const unsigned char *code, size_t at);

/* Could it go on from here, as far as the next letter tells? Most often it cannot, and a call is saved. */
static inline bool
may_go_on(const struct run *r, const unsigned char *code, size_t at)
{
	return *code != SHAPE_ONE || (at < r->n && holds(code + 1, r->s[at]));
}

/* Goes on from here, unless that failed before. */
static inline bool
try(struct run *r, unsigned char mark, const unsigned char *code, size_t at)
{
	uint64_t *word, bit;

	if (!may_go_on(r, code, at))
		return false;
	word = &r->failed[mark * r->words + at / WORD];
	bit = (uint64_t)1 << at % WORD;
	if ((*word & bit) != 0)
		return false;
	if (run(r, code, at))
		return true;
	*word |= bit;
	return false;
}

static bool
run_many(struct run *r, const unsigned char *set, size_t at)
{
	size_t end = at;

	while (end < r->n && holds(set, r->s[end]))
		end++;
	for (;; end--) {
		if (try(r, set[SHAPE_SET], set + SHAPE_SET + 1, end))
			return true;
		if (end == at)
			return false;
	}
}

static bool
run_few(struct run *r, const unsigned char *set, size_t at)
{
	for (;; at++) {
		if (try(r, set[SHAPE_SET], set + SHAPE_SET + 1, at))
			return true;
		if (at == r->n || !holds(set, r->s[at]))
			return false;
	}
}

static bool
run_save(struct run *r, const unsigned char *code, size_t at)
{
	unsigned short *place = &r->place[code[0]], before = *place;

	if (!may_go_on(r, code + 1, at))
		return false;
	*place = (unsigned short)at;
	if (run(r, code + 1, at))
		return true;
	*place = before;
	return false;
}

/* From one instruction on, to the end of the program or of what is looked for ahead. */
static bool
run(struct run *r, const unsigned char *code, size_t at)
{
	for (;;) {
		unsigned char op = *code++;

		switch (op) {
		case SHAPE_ONE:
			if (at == r->n || !holds(code, r->s[at]))
				return false;
			code += SHAPE_SET;
			at++;
			break;
		case SHAPE_MANY:
			return run_many(r, code, at);
		case SHAPE_FEW:
			return run_few(r, code, at);
		case SHAPE_SPLIT:
			if (try(r, code[0], code + 3, at))
				return true;
			code += 3 + shape_distance(code + 1);
			break;
		case SHAPE_JUMP:
			code += 2 + shape_distance(code);
			break;
		case SHAPE_BACK:
			code -= shape_distance(code) - 2;
			break;
		case SHAPE_SAVE:
			return run_save(r, code, at);
		case SHAPE_START:
			if (at > 0)
				return false;
			break;
		case SHAPE_END:
			if (at < r->n)
				return false;
			break;
		case SHAPE_AHEAD: case SHAPE_BEWARE:
			if (run(r, code + 2, at) != (op == SHAPE_AHEAD))
				return false;
			code += 2 + shape_distance(code);
			break;
		default:
			r->place[1] = (unsigned short)at;
			return true;
		}
	}
}

struct shape_set
shape_set_of(struct span letters)
{
	struct shape_set set = { { 0 } };

	for (size_t i = 0; i < letters.n; i++)
		set.bit[(unsigned char)letters.s[i] >> 3 & 15] |= (unsigned char)(1 << (letters.s[i] & 7));
	return set;
}

static size_t
scanner_length(const unsigned char *p)
{
	return p[SHAPE_SCAN] | (size_t)p[SHAPE_SCAN + 1] << 8;
}

/* Can it match, as far as the scanner knows? */
static bool
scan(const unsigned char *p, struct span letters)
{
	const unsigned char *scanner = p + SHAPE_HEAD + p[SHAPE_NEEDS] * SHAPE_SET;
	const unsigned char *class = scanner + SHAPE_SCAN_HEAD, *next = class + SHAPE_LETTERS;
	size_t classes = scanner[SHAPE_SCAN_CLASSES], state = scanner[SHAPE_SCAN_FIRST];

	for (size_t i = 0; i < letters.n && state > SHAPE_SCAN_DONE; i++)
		state = next[(state - SHAPE_SCAN_DONE - 1) * classes + class[letters.s[i] & (SHAPE_LETTERS - 1)]];
	return state == SHAPE_SCAN_DONE || state >= scanner[SHAPE_SCAN_FINAL];
}

/* Sixteen bytes are two words here, in whatever order: only what they have in common counts. */
bool
shape_may(struct span program, const struct shape_set *has)
{
	const unsigned char *p = (const unsigned char *)program.s, *set = p + SHAPE_HEAD;
	uint64_t need[2], there[2];

	memcpy(there, has->bit, sizeof(there));
	for (unsigned n = p[SHAPE_NEEDS]; n > 0; n--, set += SHAPE_SET) {
		memcpy(need, set, sizeof(need));
		if ((need[0] & there[0]) == 0 && (need[1] & there[1]) == 0)
			return false;
	}
	return true;
}

static void
take_groups(const struct run *r, struct span letters, struct shape_match *m)
{
	*m = (struct shape_match){ 0 };
	for (size_t i = 0; i < SHAPE_GROUPS; i++)
		if (r->place[2 * i] != NOWHERE && r->place[2 * i + 1] != NOWHERE)
			m->group[i] = span_between(letters.s + r->place[2 * i], letters.s + r->place[2 * i + 1]);
}

/* The next place where a match can begin, from `at` on; NOWHERE without one. */
static size_t
next_start(const unsigned char *p, const unsigned char *first, struct span letters, size_t at)
{
	size_t last = (p[SHAPE_FLAGS] & SHAPE_ANCHORED) != 0 ? 0 : letters.n;

	for (; at <= last; at++)
		if (at < letters.n ? holds(first, (unsigned char)letters.s[at]) : (p[SHAPE_FLAGS] & SHAPE_EMPTY) != 0)
			return at;
	return NOWHERE;
}

bool
shape_find(struct span program, struct span letters, struct shape_match *m)
{
	const unsigned char *p = (const unsigned char *)program.s;
	const unsigned char *first = p + SHAPE_HEAD + p[SHAPE_NEEDS] * SHAPE_SET + scanner_length(p);
	size_t at;
	struct run r;

	if (letters.n > SHAPE_MOST || (scanner_length(p) > 0 && !scan(p, letters))
	    || (at = next_start(p, first, letters, 0)) == NOWHERE)
		return false;
	r.s = (const unsigned char *)letters.s;
	r.n = letters.n;
	r.words = letters.n / WORD + 1;
	memset(r.failed, 0, p[SHAPE_MARKS] * r.words * sizeof(*r.failed));
	for (size_t i = 0; i < PLACES; i++)
		r.place[i] = NOWHERE;
	for (; at != NOWHERE; at = next_start(p, first, letters, at + 1)) {
		r.place[0] = (unsigned short)at;
		if (run(&r, first + SHAPE_SET, at)) {
			if (m != NULL)
				take_groups(&r, letters, m);
			return true;
		}
	}
	return false;
}

bool
shape_test(struct span program, struct span letters)
{
	const unsigned char *p = (const unsigned char *)program.s;

	if ((p[SHAPE_FLAGS] & SHAPE_EXACT) != 0)
		return letters.n <= SHAPE_MOST && scan(p, letters);
	return shape_find(program, letters, NULL);
}

bool
shape_is_whole(struct span program)
{
	return (program.s[SHAPE_FLAGS] & SHAPE_WHOLE) != 0;
}

bool
shape_is_loose(struct span program)
{
	return (program.s[SHAPE_FLAGS] & SHAPE_ANCHORED) == 0;
}

struct span
shape_named(struct span name)
{
	size_t row = tab_find(&tab_shape, name);

	if (row == TAB_NONE)
		die("shape.tsv: not a name: %.*s", SPAN_ARG(name));
	return tab_cell(&tab_shape, row, 1);
}
