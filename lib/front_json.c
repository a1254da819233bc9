/* SPDX-License-Identifier: ISC */
#include "front.h"

/* A value that is no string: a number, a word. */
static size_t
bare_length(struct span v)
{
	size_t n = 0;

	while (n < v.n && span_find_char(S(",]}\n"), 0, v.s[n]) == 4)
		n++;
	return n;
}

struct json {
	struct front *f;
	struct buf key, name, value;
	size_t depth;
	bool colon; /* a value is due */
};

static void
take_value(struct json *j)
{
	bool known = j->key.n > 0;

	if (known && j->depth <= 3)
		front_take(j->f, buf_view(&j->key), j->depth > 1 ? buf_view(&j->name) : S(""), buf_view(&j->value));
	buf_cut(&j->value, 0);
}

/* A string is a key when a colon follows it. */
static size_t
read_string(struct json *j, struct span v)
{
	size_t n = front_string(v, &j->value);
	struct span after = span_ltrim(span_from(v, n));

	if (n == 0)
		return v.n;
	if (after.n > 0 && after.s[0] == ':') {
		struct buf *to = j->depth <= 1 ? &j->key : &j->name;

		buf_cut(to, 0);
		buf_add(to, buf_view(&j->value));
		buf_cut(&j->value, 0);
	} else {
		take_value(j);
	}
	return n;
}

void
front_json(struct front *f, struct span text, size_t line)
{
	struct json j = { .f = f, .key = BUF_INIT, .name = BUF_INIT, .value = BUF_INIT };
	size_t n;

	f->line = line;
	for (size_t at = 0; at < text.n; at += n) {
		char c = text.s[at];

		n = 1;
		if (c == '"') {
			n = read_string(&j, span_from(text, at));
		} else if (c == '{' || c == '[') {
			j.depth++;
			buf_cut(&j.name, 0);
		} else if (c == '}' || c == ']') {
			j.depth--;
			buf_cut(&j.name, 0);
		} else if (span_is_alnum(c)) {
			n = bare_length(span_from(text, at));
			buf_add(&j.value, span_head(span_from(text, at), n));
			take_value(&j);
		}
		f->line += c == '\n';
	}
	buf_free(&j.key);
	buf_free(&j.name);
	buf_free(&j.value);
}
