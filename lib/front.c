/* SPDX-License-Identifier: ISC */
#include "front.h"

#include "article.h"
#include "markdown.h"
#include "tab.h"
#include "utf8.h"

extern const struct tab tab_front;
extern const struct tab tab_frontkind;

/* Nobody has so many; what is beyond them is not looked at. */
#define KEYWORDS 64
#define AUTHOR_BYTES 300

/* A longer summary is an abstract, no line under a title. */
#define SUMMARY_BYTES 350

static void
take_keyword(struct article *art, struct span value)
{
	for (size_t i = 0; i < art->nkeywords; i++)
		if (span_same(art->keyword[i], value))
			return;
	if (art->nkeywords == KEYWORDS)
		return;
	art->keyword = arena_grow(art->arena, art->keyword, art->nkeywords + 1, &art->keyword_cap,
	    sizeof(value));
	art->keyword[art->nkeywords++] = value;
}

static void
take_kind(struct article *art, struct span value)
{
	size_t row = tab_find_lower(&tab_frontkind, value);

	if (art->kind.n == 0 && row != TAB_NONE)
		art->kind = tab_cell(&tab_frontkind, row, 1);
}

static void
take_author(struct front *f, struct span name, struct span value)
{
	struct arena *a = f->art->arena;

	if (name.n > 0 && !span_same(name, S("name")) && !span_same(name, S("display_name")))
		return;
	if (f->art->author.n > AUTHOR_BYTES)
		return;
	if (f->art->author.n > 0)
		f->art->author = arena_join(a, arena_join(a, f->art->author, S(", ")), value);
	else
		f->art->author = value;
}

/* The day, as far as it is written in digits: 2024-06-18, 2024/6/18, with any time after it. */
static void
take_date(struct article *art, struct span v)
{
	size_t part[3] = { 0 }, at = 0, n;
	struct buf b = BUF_INIT;

	if (art->date.n > 0)
		return;
	for (size_t i = 0; i < 3; i++, at++) {
		for (n = 0; at < v.n && span_is_digit(v.s[at]) && n < 4; n++, at++)
			part[i] = part[i] * 10 + (size_t)(v.s[at] - '0');
		if (n == 0 || (i == 0 && n != 4) || (i > 0 && n > 2))
			return;
		if (i < 2 && (at >= v.n || (v.s[at] != '-' && v.s[at] != '/' && v.s[at] != '.')))
			return;
	}
	if (part[1] == 0 || part[1] > 12 || part[2] == 0 || part[2] > 31)
		return;
	buf_fmt(&b, "%04zu-%02zu-%02zu", part[0], part[1], part[2]);
	art->date = arena_span(art->arena, buf_view(&b));
	buf_free(&b);
}

static bool
is_address(struct span v)
{
	return (span_starts(v, S("https://")) || span_starts(v, S("http://"))) && span_words(v) == 1;
}

static void
take_once(struct span *field, struct span value)
{
	if (field->n == 0)
		*field = value;
}

static void
take_field(struct front *f, struct span field, struct span name, struct span value)
{
	struct article *art = f->art;

	if (span_eq(field, S("author"))) {
		take_author(f, name, value);
		return;
	}
	if (span_eq(field, S("keyword")) &&
	    (name.n == 0 || span_same(name, S("name")) || span_same(name, S("title")))) {
		take_keyword(art, value);
		take_kind(art, value);
	}
	if (name.n > 0)
		return;
	if (span_eq(field, S("title")) && art->title.n == 0) {
		art->title = value;
		art->title_line = f->line;
	} else if (span_eq(field, S("subtitle"))) {
		take_once(&art->subtitle, value);
	} else if (span_eq(field, S("summary"))) {
		take_once(&f->summary, value);
	} else if (span_eq(field, S("date"))) {
		take_date(art, value);
	} else if (span_eq(field, S("url")) && is_address(value)) {
		take_once(&art->url, value);
	} else if (span_eq(field, S("kind"))) {
		take_kind(art, value);
	}
}

void
front_take(struct front *f, struct span key, struct span name, struct span value)
{
	size_t row = tab_find_lower(&tab_front, key);
	struct span field = row != TAB_NONE ? tab_cell(&tab_front, row, 1) : S("");

	if (field.n == 0 && span_starts_same(key, S("canonical")))
		field = S("url");
	value = span_trim(value);
	if (field.n == 0 || value.n == 0 || span_eq(value, S("~")) || span_eq(value, S("null")))
		return;
	/* an address keeps what would be marks in a text */
	if (!f->plain && !span_eq(field, S("url")))
		value = markdown_plain(value, f->art->arena);
	else
		value = arena_span(f->art->arena, value);
	if (value.n > 0)
		take_field(f, field, name, value);
}

static size_t
escape(struct span v, struct buf *out)
{
	static const char from[] = "nrtbf0", to[] = "  \t  ";
	size_t width = v.s[1] == 'u' ? 4 : v.s[1] == 'x' ? 2 : v.s[1] == 'U' ? 8 : 0, i;
	uint32_t c = 0;

	for (i = 0; i < width && i + 2 < v.n; i++) {
		char d = span_lower(v.s[i + 2]);

		if (!span_is_digit(d) && (d < 'a' || d > 'f'))
			break;
		c = c * 16 + (uint32_t)(span_is_digit(d) ? d - '0' : d - 'a' + 10);
	}
	if (width > 0 && i == width && c > 0 && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF)) {
		utf8_add(out, c);
		return width + 2;
	}
	i = span_find_char(S("nrtbf0"), 0, v.s[1]);
	if (i < sizeof(from) - 1)
		buf_char(out, i < sizeof(to) - 1 ? to[i] : ' ');
	else if (v.s[1] != '\n')
		buf_char(out, v.s[1]);
	return 2;
}

size_t
front_string(struct span v, struct buf *out)
{
	char quote = v.s[0];

	for (size_t at = 1; at < v.n;) {
		if (v.s[at] == quote) {
			if (quote != '\'' || at + 1 >= v.n || v.s[at + 1] != '\'')
				return at + 1;
			at++;
		}
		if (quote == '"' && v.s[at] == '\\' && at + 1 < v.n) {
			at += escape(span_from(v, at), out);
			continue;
		}
		buf_char(out, v.s[at++]);
	}
	return 0;
}

/* Letters and digits only, low, at most so many. */
static size_t
letters(struct span v, char *into, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < v.n && n < max; i++)
		if (span_is_alnum(v.s[i]))
			into[n++] = span_lower(v.s[i]);
	return n;
}

bool
front_begins_like(struct span a, struct span b)
{
	char x[40], y[40];
	size_t n = letters(a, x, sizeof(x)), m = letters(b, y, sizeof(y));

	n = n < m ? n : m;
	return n >= 20 && span_eq((struct span){ x, n }, (struct span){ y, n });
}

/* The text begins with the summary: then it says nothing more. */
static bool
repeats(const struct front *f, struct span text)
{
	text = span_head(text, 8192);
	for (int i = 0; i < 4 && text.n > 0; i++) {
		size_t end;

		text = span_ltrim(text);
		end = span_find(text, 0, S("\n\n"));
		if (front_begins_like(markdown_plain(span_head(text, end), f->art->arena), f->summary))
			return true;
		text = span_from(text, end);
	}
	return false;
}

bool
front_is_cut(struct span v)
{
	if (span_ends(v, S("...")) || span_ends(v, S("\xE2\x80\xA6")))
		return true;
	return v.n >= 150 && (span_is_alnum(v.s[v.n - 1]) || span_ends(v, S(",")));
}

static struct span
take_line(struct span *text, size_t *line)
{
	struct span v = S("");

	if (text->n > 0 && span_next(text, '\n', &v))
		++*line;
	if (text->s == NULL)
		*text = S("");
	return v;
}

/* A comment, a licence perhaps, may stand before the front matter. */
static void
skip_comment(struct span *text, size_t *line)
{
	struct span at = *text, first = S("");
	size_t n = *line;

	if (!span_starts(at, S("<!--")))
		return;
	while (at.n > 0 && span_find(first, 0, S("-->")) == first.n)
		first = take_line(&at, &n);
	while (at.n > 0 && span_trim(span_head(at, span_find_char(at, 0, '\n'))).n == 0)
		take_line(&at, &n);
	if (span_starts(at, S("---")) || span_starts(at, S("+++"))) {
		*text = at;
		*line = n;
	}
}

static bool
is_mark(struct span line, struct span mark)
{
	return span_starts(line, mark) && span_trim(span_from(line, mark.n)).n == 0;
}

/* A key, so that a text between two rules is not taken for front matter. */
static bool
has_key(struct span text, char sep)
{
	struct span line;

	while (span_next(&text, '\n', &line)) {
		line = span_trim(line);
		if (line.n == 0 || line.s[0] == '#')
			continue;
		return span_words(span_head(line, span_find_char(line, 0, sep))) == 1 &&
		    span_find_char(line, 0, sep) < line.n;
	}
	return true;
}

/* The front matter between two marks, taken off *text; false when there is none. */
static bool
take_between(struct span *text, struct span mark, char sep, struct span *inside, size_t *line)
{
	struct span rest = *text, v;
	size_t n = *line;

	if (!is_mark(take_line(&rest, &n), mark))
		return false;
	*inside = rest;
	while (rest.n > 0) {
		const char *start = rest.s;

		v = take_line(&rest, &n);
		if (!is_mark(v, mark) && !(sep == ':' && is_mark(v, S("..."))))
			continue;
		*inside = span_between(inside->s, start);
		if (!has_key(*inside, sep))
			return false;
		*text = rest;
		*line = n;
		return true;
	}
	return false;
}

/* A JSON object at the start that ends on a line of its own, or closes before the text. */
static bool
take_object(struct span *text, struct span *inside, size_t *line)
{
	size_t depth = 0, lines = 0;
	bool quoted = false;
	struct span v = *text;

	if (v.n < 2 || v.s[0] != '{' || (v.s[1] != '\n' && v.s[1] != ' ' && v.s[1] != '"'))
		return false;
	for (size_t i = 0; i < v.n; i++) {
		lines += v.s[i] == '\n';
		if (quoted && v.s[i] == '\\')
			i++;
		else if (v.s[i] == '"')
			quoted = !quoted;
		else if (!quoted && v.s[i] == '{')
			depth++;
		else if (!quoted && v.s[i] == '}' && --depth == 0) {
			*inside = span_head(v, i + 1);
			*text = span_from(v, i + 1);
			*line += lines;
			return span_find_char(*inside, 0, ':') < inside->n;
		}
	}
	return false;
}

struct span
front_read(struct article *art, struct span text, size_t *line)
{
	struct front f = { .art = art };
	struct span inside;
	size_t first;

	skip_comment(&text, line);
	first = *line;
	if (take_between(&text, S("---"), ':', &inside, line))
		front_yaml(&f, inside, first + 1);
	else if (take_between(&text, S("+++"), '=', &inside, line))
		front_toml(&f, inside, first + 1);
	else if (take_object(&text, &inside, line))
		front_json(&f, inside, first);
	if (f.summary.n > 0 && f.summary.n <= SUMMARY_BYTES && !front_is_cut(f.summary) && !repeats(&f, text))
		*(art->subtitle.n == 0 ? &art->subtitle : &art->summary) = f.summary;
	return text;
}
