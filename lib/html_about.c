/* SPDX-License-Identifier: ISC */
#include "html.h"

#include "front.h"
#include "tab.h"

extern const struct tab tab_htmlmeta;

#define AUTHOR_BYTES 300
#define KEY_BYTES 64

static bool
is_address(struct span v)
{
	return span_starts_same(v, S("http://")) || span_starts_same(v, S("https://"));
}

static bool
is_date(struct span v)
{
	return v.n >= 8 && span_uint(span_head(v, 4), &(size_t){ 0 });
}

static bool
fits(enum html_field field, struct span v)
{
	switch (field) {
	case HTML_URL: return is_address(v) && span_words(v) == 1;
	case HTML_DATE: return is_date(v);
	case HTML_AUTHOR: return !is_address(v) && !span_has(v, '@') && !span_has(v, '/') && v.n <= AUTHOR_BYTES;
	default: return true;
	}
}

/* One place may name several authors, each once. */
static void
add_author(struct html *h, struct span v)
{
	struct span *all = &h->about.field[HTML_AUTHOR].value, rest = *all, one;

	while (span_next(&rest, ',', &one))
		if (span_same(span_trim(one), v))
			return;
	if (all->n + v.n <= AUTHOR_BYTES)
		*all = arena_join(h->arena, arena_join(h->arena, *all, S(", ")), v);
}

static void
take_field(struct html *h, enum html_field field, char rank, struct span v)
{
	if (field == HTML_AUTHOR && span_starts_same(v, S("by ")))
		v = span_ltrim(span_from(v, 3));
	if (v.n == 0 || !fits(field, v))
		return;
	if (field == HTML_AUTHOR && h->about.field[field].rank == rank)
		add_author(h, v);
	if (h->about.field[field].rank != '\0' && h->about.field[field].rank <= rank)
		return;
	h->about.field[field].value = v;
	h->about.field[field].rank = rank;
}

static void
take_keywords(struct html *h, struct span v)
{
	struct front f = { .art = h->art, .plain = true };
	struct span one;

	while (span_next(&v, ',', &one))
		front_take(&f, S("tags"), S(""), one);
}

void
html_take(struct html *h, const char *where, struct span name, struct span value)
{
	static const struct span fields[HTML_FIELDS] = {
		[HTML_TITLE] = SPAN("title"), [HTML_SUMMARY] = SPAN("summary"), [HTML_AUTHOR] = SPAN("author"),
		[HTML_DATE] = SPAN("date"), [HTML_SITE] = SPAN("site"), [HTML_URL] = SPAN("url"),
		[HTML_LANG] = SPAN("lang"),
	};
	char key[KEY_BYTES];
	size_t n = strlen(where), row;
	struct span field;

	if (n + name.n > sizeof(key))
		return;
	memcpy(key, where, n);
	memcpy(key + n, name.s, name.n);
	row = tab_find_lower(&tab_htmlmeta, (struct span){ key, n + name.n });
	if (row == TAB_NONE)
		return;
	field = tab_cell(&tab_htmlmeta, row, 1);
	value = html_clean(value, true, h->arena);
	if (span_eq(field, S("keyword")))
		take_keywords(h, value);
	for (size_t i = 0; i < HTML_FIELDS; i++)
		if (span_eq(field, fields[i]))
			take_field(h, (enum html_field)i, tab_cell(&tab_htmlmeta, row, 2).s[0], value);
}
