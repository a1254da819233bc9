/* SPDX-License-Identifier: ISC */
#include "front.h"

struct toml {
	struct front *f;
	struct span rest;
	struct span table;
	struct span key;
	struct buf value;
};

static void
take_value(struct toml *t)
{
	bool inner = t->table.n > 0 && !span_eq(t->table, S("taxonomies")) && !span_eq(t->table, S("extra")) &&
	    !span_eq(t->table, S("params"));

	if (inner)
		front_take(t->f, t->table, t->key, buf_view(&t->value));
	else
		front_take(t->f, t->key, S(""), buf_view(&t->value));
	buf_cut(&t->value, 0);
}

static size_t
count_lines(const char *from, const char *to)
{
	size_t n = 0;

	for (; from < to; from++)
		n += *from == '\n';
	return n;
}

static void
advance(struct toml *t, size_t n)
{
	struct span rest = span_from(t->rest, n);

	t->f->line += count_lines(t->rest.s, rest.s);
	t->rest = rest;
}

/* """long""" and '''long''' */
static bool
read_long(struct toml *t)
{
	struct span quote = span_head(t->rest, 3);
	size_t end;

	if (!span_eq(quote, S("\"\"\"")) && !span_eq(quote, S("'''")))
		return false;
	end = span_find(t->rest, 3, quote);
	buf_add(&t->value, span_head(span_from(t->rest, 3), end - 3));
	advance(t, end + 3);
	return true;
}

static void
read_string(struct toml *t)
{
	size_t n;

	if (read_long(t)) {
		take_value(t);
		return;
	}
	n = front_string(t->rest, &t->value);
	take_value(t);
	advance(t, n > 0 ? n : t->rest.n);
}

static void
read_list(struct toml *t)
{
	advance(t, 1);
	while (t->rest.n > 0 && t->rest.s[0] != ']') {
		if (t->rest.s[0] == '"' || t->rest.s[0] == '\'')
			read_string(t);
		else if (t->rest.s[0] == '#')
			advance(t, span_find_char(t->rest, 0, '\n'));
		else
			advance(t, 1);
	}
}

static void
read_value(struct toml *t)
{
	if (t->rest.n == 0)
		return;
	if (t->rest.s[0] == '"' || t->rest.s[0] == '\'') {
		read_string(t);
	} else if (t->rest.s[0] == '[') {
		read_list(t);
	} else {
		buf_add(&t->value, span_head(t->rest, span_find_char(t->rest, 0, '\n')));
		take_value(t);
	}
}

/* [table] and [[table]]: its last name. */
static struct span
table_name(struct span line)
{
	while (line.n > 0 && line.s[0] == '[')
		line = span_from(line, 1);
	return span_trim(span_head(line, span_find_char(line, 0, ']')));
}

void
front_toml(struct front *f, struct span text, size_t line)
{
	struct toml t = { .f = f, .rest = text, .table = S(""), .value = BUF_INIT };

	f->line = line;
	while (t.rest.n > 0) {
		struct span v = span_head(t.rest, span_find_char(t.rest, 0, '\n'));
		size_t eq = span_find_char(v, 0, '=');

		if (span_ltrim(v).n > 0 && span_ltrim(v).s[0] == '[') {
			t.table = table_name(span_ltrim(v));
		} else if (eq < v.n && span_ltrim(v).s[0] != '#') {
			t.key = span_trim(span_head(v, eq));
			for (eq++; eq < v.n && v.s[eq] == ' '; eq++)
				continue;
			advance(&t, eq);
			read_value(&t);
		}
		advance(&t, span_find_char(t.rest, 0, '\n') + 1);
	}
	buf_free(&t.value);
}
