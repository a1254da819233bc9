/* SPDX-License-Identifier: ISC */
#include "front.h"

struct yaml {
	struct front *f;
	struct span rest;  /* the lines not read yet */
	size_t line;       /* number of the line taken last */
	struct span key;
	struct buf value;
};

static struct span
peek_line(const struct yaml *y)
{
	return span_head(y->rest, span_find_char(y->rest, 0, '\n'));
}

static struct span
take_line(struct yaml *y)
{
	struct span line = S("");

	span_next(&y->rest, '\n', &line);
	y->line++;
	return line;
}

/* Is the next line still of the key above: indented, an element of a list, a comment, empty? */
static bool
goes_on(const struct yaml *y)
{
	struct span line = peek_line(y);

	if (y->rest.s == NULL || y->rest.n == 0)
		return false;
	if (span_trim(line).n == 0)
		return true;
	return span_indent(line) > 0 || line.s[0] == '#' || line.s[0] == '-';
}

/* The length of `key:` at the start of v, without the colon; v.n when there is none. */
static size_t
key_length(struct span v)
{
	size_t n = 0;

	while (n < v.n && (span_is_alnum(v.s[n]) || v.s[n] == '_' || v.s[n] == '-' || v.s[n] == '.'))
		n++;
	if (n > 0 && n < v.n && v.s[n] == ':' && (n + 1 == v.n || v.s[n + 1] == ' '))
		return n;
	return v.n;
}

/* A plain value ends where a comment begins. */
static struct span
without_comment(struct span v)
{
	size_t at = span_find(v, 0, S(" #"));

	return v.n > 0 && v.s[0] == '#' ? S("") : span_trim(span_head(v, at));
}

static void
take_value(struct yaml *y, struct span name)
{
	front_take(y->f, y->key, name, buf_view(&y->value));
	buf_cut(&y->value, 0);
}

/* A quoted value that may go on over lines, whatever their indent. */
static void
read_quoted(struct yaml *y, struct span v, struct span name)
{
	struct span all = v.s + v.n < y->rest.s + y->rest.n && y->rest.s != NULL ?
	    span_between(v.s, y->rest.s + y->rest.n) : v;
	size_t n = front_string(all, &y->value);

	if (n == 0) {
		buf_cut(&y->value, 0);
		buf_add(&y->value, span_from(v, 1));
	}
	while (n > v.n && y->rest.s != NULL && y->rest.s <= all.s + n - 1)
		take_line(y);
	take_value(y, name);
}

static bool
is_quote(struct span v)
{
	return v.n > 0 && (v.s[0] == '"' || v.s[0] == '\'');
}

/* [a, "b", c] */
static void
read_flow(struct yaml *y, struct span v)
{
	struct buf all = BUF_INIT;
	struct span rest, part;

	buf_add(&all, v);
	while (span_find_char(buf_view(&all), 0, ']') == all.n && goes_on(y)) {
		buf_char(&all, ' ');
		buf_add(&all, span_trim(take_line(y)));
	}
	rest = span_from(span_head(buf_view(&all), span_find_char(buf_view(&all), 0, ']')), 1);
	while (rest.s != NULL && rest.n > 0) {
		size_t n;

		rest = span_ltrim(rest);
		n = is_quote(rest) ? front_string(rest, &y->value) : 0;
		if (n > 0) {
			rest = span_from(rest, n);
			rest = span_from(rest, span_find_char(rest, 0, ',') + 1);
		} else {
			buf_cut(&y->value, 0);
			if (!span_next(&rest, ',', &part))
				break;
			buf_add(&y->value, span_trim(part));
		}
		take_value(y, S(""));
	}
	buf_free(&all);
}

/* > and |: the indented lines below, joined. */
static void
read_block(struct yaml *y, struct span name, size_t indent)
{
	while (y->rest.s != NULL && y->rest.n > 0) {
		struct span line = peek_line(y);

		if (span_trim(line).n > 0 && span_indent(line) <= indent)
			break;
		buf_char(&y->value, ' ');
		buf_add(&y->value, span_trim(take_line(y)));
	}
	take_value(y, name);
}

static void
read_scalar(struct yaml *y, struct span v, struct span name, size_t indent);

/* A plain value with the lines that continue it. */
static void
read_plain(struct yaml *y, struct span v, struct span name, size_t indent)
{
	buf_add(&y->value, without_comment(v));
	while (goes_on(y)) {
		struct span line = peek_line(y), text = span_trim(line);

		if (text.n == 0 || span_indent(line) <= indent || text.s[0] == '#' || span_starts(text, S("- ")) ||
		    (name.n > 0 && key_length(text) < text.n))
			break;
		buf_char(&y->value, ' ');
		buf_add(&y->value, without_comment(text));
		take_line(y);
	}
	take_value(y, name);
}

static void
read_scalar(struct yaml *y, struct span v, struct span name, size_t indent)
{
	if (is_quote(v))
		read_quoted(y, v, name);
	else if (v.s[0] == '[')
		read_flow(y, v);
	else if ((v.s[0] == '>' || v.s[0] == '|') && v.n <= 3)
		read_block(y, name, indent);
	else
		read_plain(y, v, name, indent);
}

/* One line below a key without a value: an element, a key below the key, or the value itself. */
static void
read_below(struct yaml *y)
{
	struct span line = take_line(y), v = span_trim(line), name;
	size_t indent = span_indent(line), n;
	bool element = span_starts(v, S("- "));

	while (span_starts(v, S("- "))) {
		v = span_ltrim(span_from(v, 2));
		indent += 2;
	}
	if (v.n == 0 || v.s[0] == '#' || span_eq(v, S("-")))
		return;
	n = key_length(v);
	if (n == v.n) {
		read_scalar(y, v, S(""), element ? indent - 1 : 0);
		return;
	}
	name = span_head(v, n);
	v = span_ltrim(span_from(v, n + 1));
	if (v.n > 0)
		read_scalar(y, v, name, indent);
}

void
front_yaml(struct front *f, struct span text, size_t line)
{
	struct yaml y = { .f = f, .rest = text, .line = line - 1, .value = BUF_INIT };

	while (y.rest.s != NULL && y.rest.n > 0) {
		struct span v = take_line(&y);
		size_t n = key_length(v);

		f->line = y.line;
		if (n == v.n)
			continue;
		y.key = span_head(v, n);
		v = span_trim(span_from(v, n + 1));
		if (v.n > 0 && v.s[0] != '#')
			read_scalar(&y, v, S(""), 0);
		else
			while (goes_on(&y)) {
				f->line = y.line + 1;
				read_below(&y);
			}
	}
	buf_free(&y.value);
}
