/* SPDX-License-Identifier: ISC */
#include "mktab_rule.h"

#include "shape_tab.h"

/* What the head says of a table, and the row in hand. */
struct rule {
	const struct tab *t;
	struct span text;
	uint32_t row;
	size_t groups; /* of the row's pattern */
};

/* Groups of a pattern that take what they match. */
static size_t
count_groups(struct span p)
{
	size_t n = 0;
	bool class = false;

	for (size_t i = 0; i < p.n; i++) {
		if (p.s[i] == '\\')
			i++;
		else if (p.s[i] == '[' || p.s[i] == ']')
			class = p.s[i] == '[';
		else if (!class && p.s[i] == '(' && !span_starts(span_from(p, i + 1), S("?")))
			n++;
	}
	return n;
}

static bool
has_word(struct span list, struct span word)
{
	struct span one;

	while (span_word(&list, &one))
		if (span_eq(one, word))
			return true;
	return false;
}

static bool
is_group(const struct rule *r, struct span number)
{
	size_t n;

	return span_uint(number, &n) && n <= r->groups;
}

/* Takes the column's name from the front of a line of the head. */
static uint32_t
take_column(const struct rule *r, struct span *line)
{
	struct span name = S("");

	span_word(line, &name);
	return shape_tab_column(r->text, name);
}

static const char *
check_number(const struct rule *r)
{
	struct span line = shape_tab_head(r->text, S("number:")), least, most;
	uint32_t column = take_column(r, &line);
	size_t low, high, n;

	if (column == r->t->columns || !span_word(&line, &least) || !span_word(&line, &most) || !span_uint(least, &low) ||
	    !span_uint(most, &high))
		return "not `# number: COLUMN LEAST MOST`";
	return span_uint(tab_cell(r->t, r->row, column), &n) && n >= low && n <= high ? NULL : "a number out of its bounds";
}

static const char *
check_rise(const struct rule *r)
{
	struct span line = shape_tab_head(r->text, S("rises:"));
	uint32_t column = take_column(r, &line);

	if (column == r->t->columns)
		return "no column of the name after `# rises:`";
	return r->row == 0 || span_cmp(tab_cell(r->t, r->row - 1, column), tab_cell(r->t, r->row, column)) <= 0
	    ? NULL : "less than in the row above";
}

static const char *
check_output(const struct rule *r)
{
	struct span line = shape_tab_head(r->text, S("output:")), cell;
	uint32_t column = take_column(r, &line);

	if (column == r->t->columns)
		return "no column of the name after `# output:`";
	cell = tab_cell(r->t, r->row, column);
	for (size_t at; (at = span_find_char(cell, 0, '{')) < cell.n;) {
		size_t close = span_find_char(cell, at, '}');
		struct span spec = span_head(span_from(cell, at + 1), close - at - 1);
		size_t colon = span_find_char(spec, 0, ':');

		if (close == cell.n)
			return "output: { without }";
		if (!is_group(r, span_head(spec, colon)))
			return "output: not a group of the pattern";
		if (colon < spec.n && !has_word(line, span_from(spec, colon + 1)))
			return "output: not a form";
		cell = span_from(cell, close + 1);
	}
	return NULL;
}

static bool
is_list(const struct rule *r, struct span list)
{
	if (!span_starts(list, S("@")))
		return list.n > 0;
	for (uint32_t row = 0; row < r->t->rows; row++)
		if (span_eq(tab_cell(r->t, row, 0), list))
			return true;
	return false;
}

/* What stands after the colon of a condition, held against what the head has there. */
static const char *
check_value(const struct rule *r, struct span what, struct span value)
{
	size_t equal = span_find_char(value, 0, '='), n;
	struct span one;

	if (!span_starts(what, S("G"))) {
		while (span_next(&value, '|', &one))
			if (!span_listed(what, one))
				return "condition: a word that it does not know";
		return NULL;
	}
	if (!is_group(r, span_head(value, equal)))
		return "condition: not a group of the pattern";
	value = span_from(value, equal < value.n ? equal + 1 : value.n);
	if (span_eq(what, S("G=list")))
		return is_list(r, value) ? NULL : "condition: no such list";
	if (span_eq(what, S("G=number")))
		return span_uint(value, &n) ? NULL : "condition: not a number";
	return value.n == 0 ? NULL : "condition: it takes no value";
}

static const char *
check_condition(const struct rule *r, struct span known, struct span condition)
{
	struct span one, name = span_head(condition, span_find_char(condition, 0, ':'));

	while (span_word(&known, &one))
		if (name.n < condition.n && one.n > name.n && span_starts(one, name) && one.s[name.n] == ':')
			return check_value(r, span_from(one, name.n + 1), span_from(condition, name.n + 1));
	return "not a condition";
}

static const char *
check_conditions(const struct rule *r)
{
	struct span known = shape_tab_head(r->text, S("conditions:")), cell, one;
	uint32_t column = take_column(r, &known);
	const char *wrong = NULL;

	if (column == r->t->columns)
		return "no column of the name after `# conditions:`";
	cell = tab_cell(r->t, r->row, column);
	while (wrong == NULL && cell.n > 0 && span_next(&cell, ' ', &one))
		wrong = check_condition(r, known, one);
	return wrong;
}

static const char *
check_row(const struct rule *r)
{
	size_t groups = 0;
	const char *wrong = NULL;

	span_uint(shape_tab_head(r->text, S("groups:")), &groups);
	if (r->groups < groups)
		wrong = "pattern: too few groups";
	if (wrong == NULL && shape_tab_head(r->text, S("number:")).n > 0)
		wrong = check_number(r);
	if (wrong == NULL && shape_tab_head(r->text, S("rises:")).n > 0)
		wrong = check_rise(r);
	if (wrong == NULL && shape_tab_head(r->text, S("output:")).n > 0)
		wrong = check_output(r);
	if (wrong == NULL && shape_tab_head(r->text, S("conditions:")).n > 0)
		wrong = check_conditions(r);
	return wrong;
}

bool
mktab_rule(const struct tab *t, struct span text, struct tab_error *e)
{
	uint32_t pattern = shape_tab_column(text, shape_tab_head(text, S("shapes:")));
	struct rule r = { .t = t, .text = text };

	for (; r.row < t->rows; r.row++) {
		struct span name = tab_cell(t, r.row, 0);

		r.groups = pattern < t->columns ? count_groups(tab_cell(t, r.row, pattern)) : 0;
		if (span_starts(name, S("<")))
			e->what = r.groups == 0 ? NULL : "a macro with a group: it would count among those of the rule";
		else
			e->what = span_starts(name, S("@")) ? NULL : check_row(&r);
		if (e->what != NULL) {
			e->line = shape_tab_line(text, r.row);
			return false;
		}
	}
	return true;
}
