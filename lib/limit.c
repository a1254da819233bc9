/* SPDX-License-Identifier: ISC */
#include "limit.h"

#include "die.h"
#include "io.h"
#include "uni.h"
#include "url.h"
#include "utf8.h"
#include "xlength.h"

extern const struct tab tab_platform;

enum column { PLATFORM, UNIT, MAX, URL, BYTES, MENTION, TAGS, FIT, LINES, CHARS, SOURCE, DATE, GOOD };

static const struct span names[LIMIT_COLUMNS] = { SPAN("platform"), SPAN("unit"), SPAN("max"), SPAN("url"),
	SPAN("bytes"), SPAN("mention"), SPAN("tags"), SPAN("fit"), SPAN("lines"), SPAN("chars"), SPAN("source"),
	SPAN("date") };

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
cell(const struct limits *t, size_t row, enum column c)
{
	return t->column[c] != TAB_NONE ? tab_cell(&t->tab, row, t->column[c]) : S("");
}

static bool
number(const struct limits *t, size_t row, enum column c, size_t *n)
{
	struct span v = cell(t, row, c);

	return v.n == 0 || span_uint(v, n);
}

static bool
word(const struct limits *t, size_t row, enum column c, struct span yes, bool *is)
{
	struct span v = cell(t, row, c);

	*is |= v.n > 0;
	return v.n == 0 || span_eq(v, yes);
}

static void
text(const struct limits *t, size_t row, enum column c, struct span *v)
{
	if (cell(t, row, c).n > 0)
		*v = cell(t, row, c);
}

/* The column whose cell is no good; GOOD when all are. */
static enum column
read_row(struct limit *l, const struct limits *t, size_t row)
{
	const struct {
		enum column c;
		size_t *n;
	} numbers[] = { { MAX, &l->max }, { URL, &l->url }, { BYTES, &l->bytes }, { TAGS, &l->tags },
		{ LINES, &l->fold }, { CHARS, &l->folded } };

	text(t, row, PLATFORM, &l->platform);
	text(t, row, UNIT, &l->unit);
	text(t, row, SOURCE, &l->source);
	text(t, row, DATE, &l->date);
	if (unit_of(l->unit) == NULL)
		return UNIT;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		if (!number(t, row, numbers[i].c, numbers[i].n))
			return numbers[i].c;
	if (l->max == 0)
		return MAX;
	if (!word(t, row, MENTION, S("user"), &l->mention))
		return MENTION;
	return word(t, row, FIT, S("lines"), &l->lines) ? GOOD : FIT;
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

static size_t
column_of(struct span name)
{
	size_t c = 0;

	while (c < LIMIT_COLUMNS && !span_eq(names[c], name))
		c++;
	return c;
}

/* The columns in the order of the last `# columns:` line above the rows, which is the one that counts. */
static void
read_columns(struct limits *t, struct span text, const char *file)
{
	struct span line, name, columns = S("");
	size_t at = 0, n = 0, c;

	while (span_next(&text, '\n', &line) && (span_trim(line).n == 0 || line.s[0] == '#')) {
		n++;
		line = span_trim(span_from(line, line.n > 0));
		if (span_starts(line, S("columns:"))) {
			columns = span_from(line, 8);
			at = n;
		}
	}
	for (c = 0; c < LIMIT_COLUMNS; c++)
		t->column[c] = TAB_NONE;
	for (size_t i = 0; span_word(&columns, &name); i++) {
		if ((c = column_of(name)) == LIMIT_COLUMNS || t->column[c] != TAB_NONE)
			die_at(file, at, "%s column: %.*s", c == LIMIT_COLUMNS ? "an unknown" : "twice the same", SPAN_ARG(name));
		t->column[c] = i;
	}
	if (t->column[PLATFORM] != 0 || t->column[UNIT] == TAB_NONE || t->column[MAX] == TAB_NONE || t->tab.slot == NULL)
		die_at(file, at, "not `# columns: platform unit max` in `# order: key`");
}

void
limit_load(struct limits *own, const char *file, struct arena *a)
{
	struct buf text = BUF_INIT;
	struct tab_error e;
	struct limit l;
	enum column bad;

	file = io_slurp(file, &text);
	if (!tab_parse(&own->tab, buf_view(&text), a, &e))
		die_at(file, e.line, "%s", e.what);
	read_columns(own, buf_view(&text), file);
	for (size_t row = 0; row < own->tab.rows; row++) {
		l = (struct limit){ .max = 0 };
		if ((bad = read_row(&l, own, row)) != GOOD)
			die_at(file, line_of(buf_view(&text), row), "%.*s: not a good %.*s: %.*s", SPAN_ARG(l.platform),
			    SPAN_ARG(names[bad]), SPAN_ARG(cell(own, row, bad)));
	}
	buf_free(&text);
}

bool
limit_find(struct limit *l, struct span platform, const struct limits *own)
{
	struct limits ours = { .tab = tab_platform };
	size_t known = tab_find(&tab_platform, platform);
	size_t row = own != NULL ? tab_find(&own->tab, platform) : TAB_NONE;

	for (size_t c = 0; c < LIMIT_COLUMNS; c++)
		ours.column[c] = c;
	*l = (struct limit){ .max = 0 };
	if (known != TAB_NONE)
		read_row(l, &ours, known);
	if (row != TAB_NONE)
		read_row(l, own, row);
	return known != TAB_NONE || row != TAB_NONE;
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
		url_find(text, URL_SCHEME, &urls, &arena);
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
