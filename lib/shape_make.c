/* SPDX-License-Identifier: ISC */
#include "shape_make.h"

#include "pat_need.h"
#include "shape.h"
#include "shape_part.h"
#include "shape_scan.h"

/* A pattern on its way to code. */
struct maker {
	struct span re;
	size_t at;
	struct buf code;
	unsigned groups;
	const char *wrong; /* what is, or NULL */
};

static void make_choice(struct maker *m);

static void
fail(struct maker *m, const char *what)
{
	if (m->wrong == NULL)
		m->wrong = what;
	m->at = m->re.n;
}

static char
peek(const struct maker *m)
{
	return m->at < m->re.n ? m->re.s[m->at] : '\0';
}

static bool
take(struct maker *m, struct span what)
{
	if (!span_starts(span_from(m->re, m->at), what))
		return false;
	m->at += what.n;
	return true;
}

/* The instruction before the code that begins at `from`, with a distance when it has one. */
static void
insert(struct maker *m, size_t from, enum shape_op op, size_t distance)
{
	struct buf after = BUF_INIT;

	buf_add(&after, span_from(buf_view(&m->code), from));
	buf_cut(&m->code, from);
	buf_char(&m->code, (char)op);
	if (op == SHAPE_SPLIT)
		buf_char(&m->code, 0);
	buf_char(&m->code, (char)(distance & 0xFF));
	buf_char(&m->code, (char)(distance >> 8));
	buf_add(&m->code, buf_view(&after));
	buf_free(&after);
}

static void
add_set(struct maker *m, const unsigned char *set)
{
	buf_char(&m->code, SHAPE_ONE);
	buf_add(&m->code, (struct span){ (const char *)set, SHAPE_SET });
}

static void
put_letter(unsigned char *set, unsigned char c)
{
	if (c < 0x80)
		set[c >> 3] |= (unsigned char)(1 << (c & 7));
}

static void
make_letter(struct maker *m)
{
	unsigned char set[SHAPE_SET] = { 0 };
	bool escaped = peek(m) == '\\';

	m->at += escaped;
	if (m->at == m->re.n || (escaped && span_is_alnum(peek(m)))
	    || (unsigned char)peek(m) >= 0x80)
		fail(m, "pattern: not a letter");
	put_letter(set, (unsigned char)peek(m));
	m->at++;
	add_set(m, set);
}

static void
make_class(struct maker *m)
{
	unsigned char set[SHAPE_SET] = { 0 };
	bool other;

	m->at++;
	other = take(m, S("^"));
	for (size_t from = m->at; m->at < m->re.n && (peek(m) != ']' || m->at == from); m->at++) {
		if (peek(m) == '\\' || peek(m) == '[' || (peek(m) == '-' && m->at + 1 < m->re.n && m->re.s[m->at + 1] != ']'))
			fail(m, "pattern: a class is a list of letters");
		else
			put_letter(set, (unsigned char)peek(m));
	}
	if (!take(m, S("]")))
		fail(m, "pattern: a class without its end");
	for (size_t i = 0; other && i < SHAPE_SET; i++)
		set[i] = (unsigned char)~set[i];
	add_set(m, set);
}

static void
make_any(struct maker *m)
{
	unsigned char set[SHAPE_SET];

	for (size_t i = 0; i < SHAPE_SET; i++)
		set[i] = 0xFF;
	m->at++;
	add_set(m, set);
}

static void
make_group(struct maker *m)
{
	unsigned group = 0;

	if (!take(m, S("?:")) && (group = ++m->groups) >= SHAPE_GROUPS)
		fail(m, "pattern: too many groups");
	if (peek(m) == '?')
		fail(m, "pattern: a kind of group that is not known here");
	if (group > 0) {
		buf_char(&m->code, SHAPE_SAVE);
		buf_char(&m->code, (char)(2 * group));
	}
	make_choice(m);
	if (group > 0) {
		buf_char(&m->code, SHAPE_SAVE);
		buf_char(&m->code, (char)(2 * group + 1));
	}
}

static void
make_look(struct maker *m, enum shape_op op)
{
	size_t from = m->code.n;

	make_choice(m);
	buf_char(&m->code, SHAPE_DONE);
	insert(m, from, op, m->code.n - from);
}

static void
make_bracket(struct maker *m)
{
	m->at++;
	if (take(m, S("?=")))
		make_look(m, SHAPE_AHEAD);
	else if (take(m, S("?!")))
		make_look(m, SHAPE_BEWARE);
	else
		make_group(m);
	if (!take(m, S(")")))
		fail(m, "pattern: a bracket without its end");
}

static void
make_atom(struct maker *m)
{
	switch (peek(m)) {
	case '(':
		make_bracket(m);
		break;
	case '[':
		make_class(m);
		break;
	case '.':
		make_any(m);
		break;
	case '^': case '$':
		buf_char(&m->code, peek(m) == '^' ? SHAPE_START : SHAPE_END);
		m->at++;
		break;
	case '*': case '+': case '?': case '{':
		fail(m, "pattern: nothing to repeat");
		break;
	default:
		make_letter(m);
	}
}

static bool
is_one(const struct maker *m, size_t from)
{
	return m->code.n == from + 1 + SHAPE_SET && m->code.s[from] == SHAPE_ONE;
}

/* The code from there on, as often as can be, or as seldom. */
static void
make_star(struct maker *m, size_t from)
{
	unsigned char set[SHAPE_SET] = { 0 };
	bool lazy = take(m, S("?"));

	if (is_one(m, from)) {
		m->code.s[from] = lazy ? SHAPE_FEW : SHAPE_MANY;
		buf_char(&m->code, 0);
		return;
	}
	if (lazy)
		fail(m, "pattern: lazy only after one letter");
	insert(m, from, SHAPE_SPLIT, m->code.n - from + shape_length(SHAPE_JUMP));
	insert(m, m->code.n, SHAPE_BACK, m->code.n - from + shape_length(SHAPE_BACK));
	if (m->wrong == NULL && shape_scan_first(buf_view(&m->code), from + shape_length(SHAPE_SPLIT), set))
		fail(m, "pattern: what is repeated can be nothing");
}

static void
make_optional(struct maker *m, size_t from)
{
	if (peek(m) == '?')
		fail(m, "pattern: lazy only after *");
	insert(m, from, SHAPE_SPLIT, m->code.n - from);
}

static unsigned
take_number(struct maker *m)
{
	unsigned n = 0;

	if (!span_is_digit(peek(m)))
		fail(m, "pattern: not a number of times");
	for (; span_is_digit(peek(m)) && n < 100; m->at++)
		n = n * 10 + (unsigned)(peek(m) - '0');
	return n;
}

/* {n} and {n,m}: so many copies, and so many more that can be left out. */
static void
make_times(struct maker *m, size_t from)
{
	struct buf one = BUF_INIT;
	unsigned least = take_number(m), most = take(m, S(",")) ? take_number(m) : least;

	if (!take(m, S("}")) || most < least)
		fail(m, "pattern: not a number of times");
	buf_add(&one, span_from(buf_view(&m->code), from));
	buf_cut(&m->code, from);
	for (unsigned i = 0; i < most; i++) {
		size_t copy = m->code.n;

		buf_add(&m->code, buf_view(&one));
		/* To the end of all: the next ones can be left out with it. */
		if (i >= least)
			insert(m, copy, SHAPE_SPLIT, (most - i) * one.n + (most - i - 1) * shape_length(SHAPE_SPLIT));
	}
	buf_free(&one);
}

/* An atom and how often it stands. */
static void
make_item(struct maker *m)
{
	size_t from = m->code.n;

	make_atom(m);
	if (take(m, S("*"))) {
		make_star(m, from);
	} else if (take(m, S("+"))) {
		struct buf one = BUF_INIT;
		size_t again = m->code.n;

		buf_add(&one, span_from(buf_view(&m->code), from));
		buf_add(&m->code, buf_view(&one));
		buf_free(&one);
		make_star(m, again);
	} else if (take(m, S("?"))) {
		make_optional(m, from);
	} else if (take(m, S("{"))) {
		make_times(m, from);
	}
}

/* Branches: a split before each but the last, a jump to the end after it. */
static void
make_choice(struct maker *m)
{
	size_t from = m->code.n, end;

	while (m->at < m->re.n && peek(m) != '|' && peek(m) != ')')
		make_item(m);
	if (!take(m, S("|")))
		return;
	insert(m, from, SHAPE_SPLIT, m->code.n - from + shape_length(SHAPE_JUMP));
	end = m->code.n;
	make_choice(m);
	insert(m, end, SHAPE_JUMP, m->code.n - end);
}

/* Every place that can be tried again has its own mark. */
static unsigned
number_marks(struct buf *code)
{
	unsigned n = 0;

	for (size_t i = 0; i < code->n; i += shape_length((unsigned char)code->s[i])) {
		if (code->s[i] == SHAPE_SPLIT)
			code->s[i + 1] = (char)n++;
		else if (code->s[i] == SHAPE_MANY || code->s[i] == SHAPE_FEW)
			code->s[i + 1 + SHAPE_SET] = (char)n++;
	}
	return n;
}

static void
add_needs(struct span pattern, size_t scanner, struct buf *program)
{
	struct pat_need need;

	pat_need_read(&need, pattern);
	buf_char(program, (char)need.n);
	buf_char(program, (char)(scanner & 0xFF));
	buf_char(program, (char)(scanner >> 8));
	for (size_t i = 0; i < need.n; i++)
		for (unsigned bit = 0; bit < 8 * SHAPE_SET; bit += 8)
			buf_char(program, (char)(need.set[i].bit[bit / 64] >> bit % 64 & 0xFF));
}

static void
finish(struct maker *m, struct buf *program)
{
	unsigned char first[SHAPE_SET] = { 0 };
	unsigned marks = number_marks(&m->code), flags = 0;
	struct buf scanner = BUF_INIT;

	if (marks > SHAPE_MARKS_MOST || m->code.n > 0xFFFF)
		fail(m, "pattern: too long");
	if (m->wrong != NULL)
		return;
	if (m->code.s[0] == SHAPE_START)
		flags |= SHAPE_ANCHORED | (m->re.s[m->re.n - 1] == '$' ? SHAPE_WHOLE : 0);
	if (shape_scan_first(buf_view(&m->code), 0, first)) {
		flags |= SHAPE_EMPTY;
		for (size_t i = 0; i < SHAPE_SET; i++)
			first[i] = 0xFF;
	}
	flags |= shape_scan_make(buf_view(&m->code), &scanner) ? SHAPE_EXACT : 0;
	buf_char(program, (char)flags);
	buf_char(program, (char)marks);
	add_needs(m->re, scanner.n, program);
	buf_add(program, buf_view(&scanner));
	buf_free(&scanner);
	buf_add(program, (struct span){ (const char *)first, SHAPE_SET });
	buf_add(program, buf_view(&m->code));
}

const char *
shape_make(struct span pattern, struct buf *program)
{
	struct maker m = { .re = pattern };

	if (pattern.n == 0)
		return "pattern: empty";
	make_choice(&m);
	if (m.at < pattern.n)
		fail(&m, "pattern: a bracket too many");
	buf_char(&m.code, SHAPE_DONE);
	finish(&m, program);
	buf_free(&m.code);
	return m.wrong;
}
