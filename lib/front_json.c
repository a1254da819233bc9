/* SPDX-License-Identifier: ISC */
#include "front.h"

/* A value that is no string: a number, a word. */
static size_t
bare_length(struct span v)
{
	size_t n = 0;

	while (n < v.n && !span_has(S(",]}\n"), v.s[n]))
		n++;
	return n;
}

/* A string is a key when a colon follows it. */
static enum front_json_what
read_string(struct front_json *j)
{
	size_t n = front_string(span_from(j->v, j->at), &j->text);
	struct span after;

	if (n == 0) {
		j->at = j->v.n;
		return FRONT_JSON_END;
	}
	j->at += n;
	after = span_ltrim(span_from(j->v, j->at));
	return after.n > 0 && after.s[0] == ':' ? FRONT_JSON_KEY : FRONT_JSON_VALUE;
}

enum front_json_what
front_json_next(struct front_json *j)
{
	size_t n;

	buf_cut(&j->text, 0);
	for (; j->at < j->v.n; j->at++) {
		switch (j->v.s[j->at]) {
		case '"': return read_string(j);
		case '{': j->at++; return FRONT_JSON_OPEN;
		case '}': j->at++; return FRONT_JSON_CLOSE;
		case '[': j->at++; return FRONT_JSON_OPEN_LIST;
		case ']': j->at++; return FRONT_JSON_CLOSE_LIST;
		}
		if (!span_is_alnum(j->v.s[j->at]))
			continue;
		n = bare_length(span_from(j->v, j->at));
		buf_add(&j->text, span_head(span_from(j->v, j->at), n));
		j->at += n;
		return FRONT_JSON_VALUE;
	}
	return FRONT_JSON_END;
}

/* Front matter: the values of a key, and of the keys of an object that is its value. */
struct json {
	struct front *f;
	struct buf key, name;
	size_t depth;
};

static void
take(struct json *j, enum front_json_what what, struct span text)
{
	struct buf *to = j->depth <= 1 ? &j->key : &j->name;

	switch (what) {
	case FRONT_JSON_OPEN: case FRONT_JSON_OPEN_LIST:
		j->depth++;
		buf_cut(&j->name, 0);
		break;
	case FRONT_JSON_CLOSE: case FRONT_JSON_CLOSE_LIST:
		j->depth--;
		buf_cut(&j->name, 0);
		break;
	case FRONT_JSON_KEY:
		buf_cut(to, 0);
		buf_add(to, text);
		break;
	default:
		if (j->key.n > 0 && j->depth <= 3)
			front_take(j->f, buf_view(&j->key), j->depth > 1 ? buf_view(&j->name) : S(""), text);
	}
}

void
front_json(struct front *f, struct span text, size_t line)
{
	struct json j = { .f = f, .key = BUF_INIT, .name = BUF_INIT };
	struct front_json json = { .v = text };
	enum front_json_what what;
	size_t from = 0;

	f->line = line;
	while ((what = front_json_next(&json)) != FRONT_JSON_END) {
		for (; from < json.at; from++)
			f->line += text.s[from] == '\n';
		take(&j, what, buf_view(&json.text));
	}
	buf_free(&j.key);
	buf_free(&j.name);
	buf_free(&json.text);
}
