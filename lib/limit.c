/* SPDX-License-Identifier: ISC */
#include "limit.h"

#include "buf.h"
#include "die.h"
#include "io.h"
#include "uni.h"
#include "utf8.h"

extern const struct tab tab_platform;

enum column { PLATFORM, UNIT, MAX, URL, BYTES };

/* X weighs most Latin, Greek, Cyrillic and Hebrew letters and the usual punctuation one, the rest two. */
static size_t
weight(uint32_t c)
{
	return c <= 0x10FF || (c >= 0x2000 && c <= 0x200D) || (c >= 0x2010 && c <= 0x201F)
	    || (c >= 0x2032 && c <= 0x2037) ? 1 : 2;
}

/* An emoji of several code points weighs two, like one of a single code point: a symbol with a
 * joiner, a selector, a skin tone, tags or a second flag letter, and a keycap. */
static bool
is_sequence(struct span cluster)
{
	size_t n;
	uint32_t c = utf8_decode(cluster, 0, &n);
	bool symbol = c != UTF8_BAD && (c >= 0x203C || c == 0xA9 || c == 0xAE);

	for (size_t i = 0; i < cluster.n; i += n) {
		c = utf8_decode(cluster, i, &n);
		if (c == 0x20E3)
			return true;
		if (symbol && (c == 0x200D || c == 0xFE0F || (c >= 0x1F1E6 && c <= 0x1F1FF)
		    || (i > 0 && c >= 0x1F3FB && c <= 0x1F3FF) || (c >= 0xE0020 && c <= 0xE007F)))
			return true;
	}
	return false;
}

/* X composes first: an accent that makes one character with the Latin letter before it. */
static bool
composes(struct span cluster, size_t at, uint32_t c)
{
	return at == 1 && span_is_alpha(cluster.s[0]) && c >= 0x300 && c <= 0x328;
}

static size_t
weigh_cluster(struct span cluster)
{
	size_t sum = 0, n;
	uint32_t c;

	if (is_sequence(cluster))
		return 2;
	for (size_t i = 0; i < cluster.n; i += n) {
		c = utf8_decode(cluster, i, &n);
		sum += composes(cluster, i, c) ? 0 : weight(c);
	}
	return sum;
}

static size_t
weigh(struct span v)
{
	size_t sum = 0, n;

	for (size_t i = 0; i < v.n; i += n) {
		n = 1;
		if (i + 1 < v.n && (unsigned char)v.s[i] < 0x80 && (unsigned char)v.s[i + 1] < 0x80) {
			sum++;
			continue;
		}
		n = uni_grapheme(v, i);
		sum += weigh_cluster(span_head(span_from(v, i), n));
	}
	return sum;
}

static const struct unit {
	struct span name;
	size_t (*length)(struct span);
} units[] = {
	{ SPAN("characters"), utf8_count },
	{ SPAN("graphemes"), uni_graphemes },
	{ SPAN("units"), utf8_units },
	{ SPAN("weighted"), weigh },
	{ SPAN("bytes"), NULL },
};
#define NUNITS (sizeof(units) / sizeof(units[0]))

static const struct unit *
unit_of(struct span name)
{
	for (size_t i = 0; i < NUNITS; i++)
		if (span_eq(units[i].name, name))
			return &units[i];
	return NULL;
}

static bool
number(const struct tab *t, size_t row, size_t column, size_t *n)
{
	*n = 0;
	if (column >= t->columns || tab_cell(t, row, column).n == 0)
		return true;
	return span_uint(tab_cell(t, row, column), n);
}

static bool
read_row(struct limit *l, const struct tab *t, size_t row)
{
	l->platform = tab_cell(t, row, PLATFORM);
	l->unit = tab_cell(t, row, UNIT);
	return unit_of(l->unit) != NULL && number(t, row, MAX, &l->max) && l->max > 0
	    && number(t, row, URL, &l->url) && number(t, row, BYTES, &l->bytes);
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
		die_at(file, 0, "not `# columns: platform unit max` in `# order: key`");
	for (size_t row = 0; row < own->rows; row++)
		if (!read_row(&l, own, row))
			die_at(file, 0, "%.*s: not a unit and its numbers", SPAN_ARG(l.platform));
	buf_free(&text);
}

bool
limit_find(struct limit *l, struct span platform, const struct tab *own)
{
	const struct tab *t = own;
	size_t row = own != NULL ? tab_find(own, platform) : TAB_NONE;

	if (row == TAB_NONE)
		row = tab_find(t = &tab_platform, platform);
	return row != TAB_NONE && read_row(l, t, row);
}

/* Top-level domains that X takes a host for an address by, without https:// before it. */
static const struct span domains[] = { SPAN("com"), SPAN("org"), SPAN("net"), SPAN("edu"), SPAN("gov"),
	SPAN("info"), SPAN("biz"), SPAN("dev"), SPAN("app"), SPAN("io"), SPAN("ai"), SPAN("co"), SPAN("tv"),
	SPAN("me"), SPAN("us"), SPAN("uk"), SPAN("eu"), SPAN("ca"), SPAN("au"), SPAN("nz"), SPAN("ie"),
	SPAN("de"), SPAN("fr"), SPAN("nl"), SPAN("be"), SPAN("ch"), SPAN("at"), SPAN("es"), SPAN("it"),
	SPAN("pt"), SPAN("se"), SPAN("no"), SPAN("dk"), SPAN("fi"), SPAN("pl"), SPAN("jp"), SPAN("cn"),
	SPAN("in"), SPAN("br"), SPAN("za"), SPAN("ly"), SPAN("gg") };

/* The length of a host at the start of v that ends in one of them; 0 when there is none. */
static size_t
host_length(struct span v)
{
	struct span last, rest;
	size_t n = 0;

	while (n < v.n && (span_is_alnum(v.s[n]) || ((v.s[n] == '.' || v.s[n] == '-') && n > 0
	    && n + 1 < v.n && span_is_alnum(v.s[n + 1]))))
		n++;
	if (span_find_char(span_head(v, n), 0, '.') == n)
		return 0;
	for (rest = span_head(v, n); span_next(&rest, '.', &last);)
		continue;
	for (size_t i = 0; i < sizeof(domains) / sizeof(domains[0]); i++)
		if (span_same(last, domains[i]))
			return n;
	return 0;
}

static bool
starts_word(struct span v, size_t at)
{
	return at == 0 || (!span_is_alnum(v.s[at - 1]) && (unsigned char)v.s[at - 1] < 0x80
	    && span_find_char(S("@#$_.-/"), 0, v.s[at - 1]) == 7);
}

/* The URL at `at`, without the punctuation of the sentence that it ends. */
static size_t
url_length(struct span v, size_t at, bool bare)
{
	struct span rest = span_from(v, at);
	size_t n = 0, length;

	if (span_starts_same(rest, S("https://")) || span_starts_same(rest, S("http://")))
		n = 7;
	else if (!bare || !starts_word(v, at) || (n = host_length(rest)) == 0)
		return 0;
	else if (n < rest.n && rest.s[n] != '/')
		return n;
	for (; n < rest.n && !span_is_space(rest.s[n]); n += length)
		if (utf8_decode(rest, n, &length) >= 0x2000)
			break;
	while (n > 0 && span_find_char(S(".,;:!?)]'\""), 0, rest.s[n - 1]) < 10)
		n--;
	return n;
}

static size_t
plain_length(const struct limit *l, struct span text)
{
	const struct unit *u = unit_of(l->unit);

	return u != NULL && u->length != NULL ? u->length(text) : text.n;
}

size_t
limit_length(const struct limit *l, struct span text)
{
	bool bare = span_eq(l->unit, S("weighted"));
	size_t sum = 0, start = 0, n;

	if (l->url == 0)
		return plain_length(l, text);
	for (size_t i = 0; i < text.n; i++) {
		if ((n = url_length(text, i, bare)) == 0)
			continue;
		sum += plain_length(l, span_head(span_from(text, start), i - start)) + l->url;
		start = i + n;
		i = start - 1;
	}
	return sum + plain_length(l, span_from(text, start));
}
