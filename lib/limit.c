/* SPDX-License-Identifier: ISC */
#include "limit.h"

#include "die.h"
#include "io.h"
#include "uni.h"
#include "url.h"
#include "utf8.h"
#include "xlength.h"

extern const struct tab tab_platform;

enum column { PLATFORM, UNIT, MAX, URL, BYTES, MENTION, TAGS, FIT, LINES, CHARS, SOURCE, DATE };

static size_t
count_bytes(struct span v)
{
	return v.n;
}

static const struct unit {
	struct span name;
	size_t (*length)(struct span);
} units[] = {
	{ SPAN("characters"), utf8_count },
	{ SPAN("graphemes"), uni_graphemes },
	{ SPAN("units"), utf8_units },
	{ SPAN("bytes"), count_bytes },
	{ SPAN("weighted"), NULL },
};

static const struct unit *
unit_of(struct span name)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (span_eq(units[i].name, name))
			return &units[i];
	return NULL;
}

/* An empty cell, or none, leaves what is there. */
static struct span
cell(const struct tab *t, size_t row, size_t column)
{
	return column < t->columns ? tab_cell(t, row, column) : S("");
}

static bool
number(const struct tab *t, size_t row, size_t column, size_t *n)
{
	struct span v = cell(t, row, column);

	return v.n == 0 || span_uint(v, n);
}

static bool
word(const struct tab *t, size_t row, size_t column, struct span yes, bool *is)
{
	struct span v = cell(t, row, column);

	*is |= v.n > 0;
	return v.n == 0 || span_eq(v, yes);
}

static bool
read_row(struct limit *l, const struct tab *t, size_t row)
{
	l->platform = tab_cell(t, row, PLATFORM);
	l->unit = tab_cell(t, row, UNIT);
	if (cell(t, row, SOURCE).n > 0)
		l->source = cell(t, row, SOURCE);
	if (cell(t, row, DATE).n > 0)
		l->date = cell(t, row, DATE);
	return unit_of(l->unit) != NULL && number(t, row, MAX, &l->max) && l->max > 0
	    && number(t, row, URL, &l->url) && number(t, row, BYTES, &l->bytes)
	    && word(t, row, MENTION, S("user"), &l->mention) && number(t, row, TAGS, &l->tags)
	    && word(t, row, FIT, S("lines"), &l->lines) && number(t, row, LINES, &l->fold)
	    && number(t, row, CHARS, &l->folded);
}

/* The line of the file that a row stands on. */
static size_t
line_of(struct span text, size_t row)
{
	struct span line;
	size_t n = 0;

	while (span_next(&text, '\n', &line)) {
		n++;
		if (span_trim(line).n > 0 && line.s[0] != '#' && row-- == 0)
			break;
	}
	return n;
}

void
limit_load(struct tab *own, const char *file, struct arena *a)
{
	struct buf text = BUF_INIT;
	struct tab_error e;
	struct limit l;

	io_slurp(file, &text);
	if (!tab_parse(own, buf_view(&text), a, &e))
		die_at(file, e.line, "%s", e.what);
	if (own->columns <= MAX || own->slot == NULL)
		die_at(file, 1, "not `# columns: platform unit max` in `# order: key`");
	for (size_t row = 0; row < own->rows; row++) {
		l = (struct limit){ .max = 0 };
		if (!read_row(&l, own, row))
			die_at(file, line_of(buf_view(&text), row), "%.*s: not a unit and its numbers",
			    SPAN_ARG(l.platform));
	}
	buf_free(&text);
}

bool
limit_find(struct limit *l, struct span platform, const struct tab *own)
{
	size_t ours = tab_find(&tab_platform, platform);
	size_t row = own != NULL ? tab_find(own, platform) : TAB_NONE;

	*l = (struct limit){ .max = 0 };
	if (ours != TAB_NONE)
		read_row(l, &tab_platform, ours);
	return row != TAB_NONE ? read_row(l, own, row) : ours != TAB_NONE;
}

static bool
is_user(char c)
{
	return span_is_alnum(c) || c == '_';
}

/* The length of `@host` after the name of a mention at `at`, which goes for nothing. */
static size_t
mention_host(struct span v, size_t at)
{
	size_t i = at + 1, end = 0;

	if (v.s[at] != '@' || (at > 0 && (is_user(v.s[at - 1]) || v.s[at - 1] == '/')))
		return 0;
	while (i < v.n && is_user(v.s[i]))
		i++;
	if (i == at + 1 || i + 1 >= v.n || v.s[i] != '@')
		return 0;
	for (size_t k = i + 1; k < v.n && (span_is_alnum(v.s[k]) || v.s[k] == '.' || v.s[k] == '-'); k++)
		end = span_is_alnum(v.s[k]) ? k + 1 : end;
	return end > i + 1 ? end - i : 0;
}

static size_t
piece_length(const struct limit *l, struct span v)
{
	size_t sum = unit_of(l->unit)->length(v);

	for (size_t i = 0; l->mention && i < v.n; i = span_find_char(v, i + 1, '@'))
		sum -= mention_host(v, i);
	return sum;
}

size_t
limit_length(const struct limit *l, struct span text)
{
	struct arena arena = { 0 };
	struct urls urls = { 0 };
	size_t sum = 0;

	if (unit_of(l->unit)->length == NULL)
		return xlength(text, l->url);
	if (l->url > 0)
		url_find(text, false, &urls, &arena);
	for (size_t i = 0; i < urls.n; i++) {
		sum += piece_length(l, span_between(text.s, urls.v[i].s)) + l->url;
		text = span_between(urls.v[i].s + urls.v[i].n, text.s + text.n);
	}
	arena_free(&arena);
	return sum + piece_length(l, text);
}

bool
limit_exceeded(const struct limit *l, struct span text, struct buf *why)
{
	size_t n = limit_length(l, text);

	if (n <= l->max && (l->bytes == 0 || text.n <= l->bytes))
		return false;
	if (why != NULL && n > l->max)
		buf_fmt(why, "%zu of %zu %.*s on %.*s", n, l->max, SPAN_ARG(l->unit), SPAN_ARG(l->platform));
	else if (why != NULL)
		buf_fmt(why, "%zu of %zu bytes on %.*s", text.n, l->bytes, SPAN_ARG(l->platform));
	return true;
}
