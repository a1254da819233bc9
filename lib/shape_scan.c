/* SPDX-License-Identifier: ISC */
#include "shape_scan.h"

#include "die.h"
#include "shape_part.h"

#include <stdlib.h>
#include <string.h>

/* A state is the set of the instructions that the program can stand at: places in the code. */
enum { CODE_MOST = 8192, SET_MOST = 512, STATES = 256 };

struct state {
	unsigned short at[SET_MOST]; /* of instructions that take a letter, in rising order */
	size_t n;
	bool done;  /* a match ends here */
	bool final; /* one ends here if the letters do */
};

struct scan {
	const unsigned char *code;
	size_t n;
	bool anchored, exact, large;
	bool seen[2][CODE_MOST]; /* while a state is made: in the letters, and at their end */
	struct state *state;
	size_t states;
	unsigned char class[SHAPE_LETTERS], letter[SHAPE_LETTERS]; /* of each letter, and one of each class */
	size_t classes;
	unsigned char next[STATES][SHAPE_LETTERS];
};

static bool
takes(const struct scan *s, size_t at, unsigned char c)
{
	return (s->code[at + 1 + (c >> 3)] >> (c & 7) & 1) != 0;
}

static bool
is_letter(unsigned char op)
{
	return op == SHAPE_ONE || op == SHAPE_MANY || op == SHAPE_FEW;
}

/* Does nothing stand from there on but the end of the program? */
static bool
is_end(const struct scan *s, size_t at)
{
	while (s->code[at] == SHAPE_SAVE || s->code[at] == SHAPE_JUMP)
		at += s->code[at] == SHAPE_SAVE ? shape_length(SHAPE_SAVE) : shape_length(SHAPE_JUMP) + shape_distance(s->code + at + 1);
	return s->code[at] == SHAPE_DONE;
}

/* Adds what can be reached from a place without a letter; `start`: no letter was taken yet; `end`: there
 * is none left. */
static void
reach(struct scan *s, struct state *to, size_t at, bool start, bool end)
{
	unsigned char op = s->code[at];
	size_t next = at + shape_length(op);

	if (s->seen[end][at])
		return;
	s->seen[end][at] = true;
	if (is_letter(op) && !end) {
		s->large |= to->n == SET_MOST;
		if (!s->large)
			to->at[to->n++] = (unsigned short)at;
	}
	switch (op) {
	case SHAPE_ONE:
		return;
	case SHAPE_SPLIT:
		reach(s, to, next, start, end);
		reach(s, to, next + shape_distance(s->code + at + 2), start, end);
		return;
	case SHAPE_JUMP:
		reach(s, to, next + shape_distance(s->code + at + 1), start, end);
		return;
	case SHAPE_BACK:
		reach(s, to, next - shape_distance(s->code + at + 1), start, end);
		return;
	case SHAPE_START:
		if (start)
			reach(s, to, next, start, end);
		return;
	case SHAPE_END:
		reach(s, to, next, start, true);
		return;
	case SHAPE_AHEAD: case SHAPE_BEWARE:
		if (op == SHAPE_AHEAD && is_end(s, next + shape_distance(s->code + at + 1))) {
			reach(s, to, next, start, end);
			return;
		}
		s->exact = false;
		reach(s, to, next + shape_distance(s->code + at + 1), start, end);
		return;
	case SHAPE_DONE:
		*(end ? &to->final : &to->done) = true;
		return;
	default:
		reach(s, to, next, start, end);
	}
}

static int
by_place(const void *a, const void *b)
{
	return *(const unsigned short *)a - *(const unsigned short *)b;
}

static bool
is_same(const struct state *a, const struct state *b)
{
	return a->n == b->n && a->done == b->done && a->final == b->final && memcmp(a->at, b->at, a->n * sizeof(*a->at)) == 0;
}

/* The number of the state that was made at the end of the list; it stays there if it is a new one. */
static unsigned char
settle(struct scan *s)
{
	struct state *new = &s->state[s->states];
	size_t i = SHAPE_SCAN_DONE + 1;

	memset(s->seen, 0, sizeof(s->seen));
	qsort(new->at, new->n, sizeof(*new->at), by_place);
	if (new->done || (new->n == 0 && !new->final))
		return new->done ? SHAPE_SCAN_DONE : SHAPE_SCAN_NONE;
	while (i < s->states && !is_same(&s->state[i], new))
		i++;
	if (i == s->states && ++s->states == STATES)
		s->large = true;
	return (unsigned char)i;
}

static unsigned char
first_state(struct scan *s)
{
	struct state *new = &s->state[s->states];

	*new = (struct state){ 0 };
	reach(s, new, 0, true, false);
	return settle(s);
}

/* Where a letter leads to; where a match can begin anywhere, one can begin after it. */
static unsigned char
next_state(struct scan *s, size_t from, unsigned char c)
{
	struct state *new = &s->state[s->states];
	const struct state *old = &s->state[from];

	*new = (struct state){ 0 };
	for (size_t i = 0; i < old->n; i++)
		if (takes(s, old->at[i], c))
			reach(s, new, old->at[i] + (s->code[old->at[i]] == SHAPE_ONE ? shape_length(SHAPE_ONE) : 0), false, false);
	if (!s->anchored)
		reach(s, new, 0, false, false);
	return settle(s);
}

/* Letters that no instruction tells apart are one class. */
static bool
is_like(const struct scan *s, unsigned char a, unsigned char b)
{
	for (size_t i = 0; i < s->n; i += shape_length(s->code[i]))
		if (is_letter(s->code[i]) && takes(s, i, a) != takes(s, i, b))
			return false;
	return true;
}

static void
find_classes(struct scan *s)
{
	for (unsigned c = 0; c < SHAPE_LETTERS; c++) {
		size_t k = 0;

		while (k < s->classes && !is_like(s, s->letter[k], (unsigned char)c))
			k++;
		s->class[c] = (unsigned char)k;
		if (k == s->classes)
			s->letter[s->classes++] = (unsigned char)c;
	}
}

/* States that may be the last come last. */
static void
write_states(const struct scan *s, unsigned char first, struct buf *out)
{
	unsigned char number[STATES] = { [SHAPE_SCAN_DONE] = SHAPE_SCAN_DONE }, order[STATES] = { 0 }, n = SHAPE_SCAN_DONE + 1, final;

	for (size_t i = n; i < s->states; i++)
		if (!s->state[i].final)
			order[n] = (unsigned char)i, number[i] = n++;
	final = n;
	for (size_t i = SHAPE_SCAN_DONE + 1; i < s->states; i++)
		if (s->state[i].final)
			order[n] = (unsigned char)i, number[i] = n++;
	buf_char(out, (char)s->classes);
	buf_char(out, (char)number[first]);
	buf_char(out, (char)final);
	for (size_t c = 0; c < SHAPE_LETTERS; c++)
		buf_char(out, (char)s->class[c]);
	for (size_t i = SHAPE_SCAN_DONE + 1; i < s->states; i++)
		for (size_t k = 0; k < s->classes; k++)
			buf_char(out, (char)number[s->next[order[i]][k]]);
}

bool
shape_scan_make(struct span code, struct buf *scanner)
{
	struct scan *s = die_realloc(NULL, 1, sizeof(*s));
	unsigned char first;
	bool exact;

	memset(s, 0, sizeof(*s));
	s->code = (const unsigned char *)code.s;
	s->n = code.n;
	s->anchored = s->code[0] == SHAPE_START;
	s->exact = true;
	s->states = SHAPE_SCAN_DONE + 1;
	s->large = code.n > CODE_MOST;
	s->state = die_realloc(NULL, STATES + 1, sizeof(*s->state));
	if (!s->large) {
		find_classes(s);
		first = first_state(s);
		for (size_t i = SHAPE_SCAN_DONE + 1; i < s->states && !s->large; i++)
			for (size_t k = 0; k < s->classes && !s->large; k++)
				s->next[i][k] = next_state(s, i, s->letter[k]);
		if (!s->large)
			write_states(s, first, scanner);
	}
	exact = s->exact && !s->large;
	free(s->state);
	free(s);
	return exact;
}

bool
shape_scan_first(struct span program, size_t i, unsigned char *set)
{
	const unsigned char *code = (const unsigned char *)program.s;

	for (;;) {
		unsigned char op = code[i];

		switch (op) {
		case SHAPE_ONE: case SHAPE_MANY: case SHAPE_FEW:
			for (size_t k = 0; k < SHAPE_SET; k++)
				set[k] |= code[i + 1 + k];
			if (op == SHAPE_ONE)
				return false;
			break;
		case SHAPE_SPLIT:
			if (shape_scan_first(program, i + 4, set))
				return true;
			i += shape_distance(code + i + 2);
			break;
		case SHAPE_JUMP: case SHAPE_AHEAD: case SHAPE_BEWARE:
			i += shape_distance(code + i + 1);
			break;
		case SHAPE_BACK: case SHAPE_END: case SHAPE_DONE:
			return true;
		default:
			break;
		}
		i += shape_length(op);
	}
}
