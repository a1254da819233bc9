/* SPDX-License-Identifier: ISC */
/*
 * JSON-LD: one object, a list of them, or a @graph. Of each, the values on its first two levels are
 * kept until it ends, for only then is it sure to have told its type.
 */
#include "html.h"

#include "front.h"
#include "tab.h"

extern const struct tab tab_htmlmeta;

#define LEVELS 3
#define VALUES 64
#define KEY_BYTES 64

/* Types of objects, as the table marks them: the first of an object's types counts. */
enum { ARTICLE = 'a', PAGE = 'b', SITE = 'c', HOUSE = 'd' };

struct data {
	struct html *h;
	struct span key[LEVELS + 1]; /* the last key at each level */
	size_t level, base;          /* objects open; those around a @graph */
	struct {
		struct span name, value; /* `author.name` */
	} v[VALUES];
	size_t n;
	char type;                   /* the letter of lib/tab/htmlmeta.tsv */
};

static void
read_type(struct data *d, struct span type)
{
	char key[KEY_BYTES] = "type:";
	size_t row;

	if (type.n + 5 > sizeof(key))
		return;
	memcpy(key + 5, type.s, type.n);
	row = tab_find_lower(&tab_htmlmeta, (struct span){ key, type.n + 5 });
	if (row != TAB_NONE && (d->type == '\0' || tab_cell(&tab_htmlmeta, row, 2).s[0] < d->type))
		d->type = tab_cell(&tab_htmlmeta, row, 2).s[0];
}

static void
keep(struct data *d, struct span value)
{
	struct arena *a = d->h->arena;
	size_t level = d->level - d->base;
	struct span name = d->key[1];

	if (level == 0 || level > 2 || d->n == VALUES || name.n == 0)
		return;
	if (level == 1 && span_eq(name, S("@type")))
		read_type(d, value);
	if (level == 2)
		name = arena_join(a, arena_join(a, name, S(".")), d->key[2]);
	d->v[d->n].name = name;
	d->v[d->n++].value = arena_span(a, value);
}

/* Hands on what the object says, by what it is. */
static void
finish(struct data *d)
{
	for (size_t i = 0; i < d->n; i++) {
		struct span name = d->v[i].name, value = d->v[i].value;

		if (d->type == ARTICLE ||
		    (d->type == PAGE && (span_same(name, S("datePublished")) || span_starts(name, S("author.")))))
			html_take(d->h, "ld:", name, value);
		else if ((d->type == SITE || d->type == HOUSE) && span_same(name, S("name")))
			html_take(d->h, "ld:", d->type == SITE ? S("site.name") : S("house.name"), value);
	}
	d->n = 0;
	d->type = '\0';
	d->key[1] = S("");
}

static void
read_key(struct data *d, struct span key)
{
	size_t level = d->level - d->base;

	if (level == 1 && d->base == 0 && span_eq(key, S("@graph"))) {
		finish(d);
		d->base = 1;
	} else if (level > 0 && level <= LEVELS) {
		d->key[level] = arena_span(d->h->arena, key);
	}
}

void
html_data(struct html *h, struct span script)
{
	struct front_json json = { .v = script };
	struct data d = { .h = h };
	enum front_json_what what;

	while ((what = front_json_next(&json)) != FRONT_JSON_END) {
		if (what == FRONT_JSON_OPEN) {
			d.level++;
		} else if (what == FRONT_JSON_CLOSE && d.level > 0) {
			if (d.level == d.base + 1)
				finish(&d);
			d.level--;
			d.base = d.level < d.base ? d.level : d.base;
		} else if (what == FRONT_JSON_KEY) {
			read_key(&d, buf_view(&json.text));
		} else if (what == FRONT_JSON_VALUE) {
			keep(&d, buf_view(&json.text));
		}
	}
	finish(&d);
	buf_free(&json.text);
}
