/* SPDX-License-Identifier: ISC */
#include "plain.h"

#include "html.h"
#include "markdown.h"
#include "sent.h"
#include "uni.h"
#include "utf8.h"

#define REMARK_WORDS 3 /* in brackets, */
#define REMARK_BYTES 60
#define ABBREVIATED_WORDS 4

struct plain_part *
plain_part_add(struct plain *p, struct span text, size_t line)
{
	struct plain_part part = { .role = PLAIN_OPEN };

	ARENA_PUSH(p->art->arena, p, part);
	plain_part_continue(p, text, line);
	return &p->v[p->n - 1];
}

/* The text with its entities decoded: `Analyst&#8217;s` was encoded once too often. */
static struct span
decoded(struct plain *p, struct span text)
{
	struct buf b = BUF_INIT;
	struct span plain;
	size_t n;

	if (span_find_char(text, 0, '&') == text.n || span_find_char(text, 0, ';') == text.n)
		return text;
	for (size_t at = 0; at < text.n; at += n)
		if (text.s[at] != '&' || (n = html_reference(span_from(text, at), &b)) == 0) {
			buf_char(&b, text.s[at]);
			n = 1;
		}
	plain = arena_join(p->art->arena, buf_view(&b), S(""));
	buf_free(&b);
	return plain;
}

/* The length of `[12]` at `at`; 0 without. */
static size_t
link_mark(struct span text, size_t at)
{
	size_t end = at + 1;

	if (text.s[at] != '[' || end >= text.n || text.s[end] == '0')
		return 0;
	while (end < text.n && end < at + 5 && span_is_digit(text.s[end]))
		end++;
	return end > at + 1 && end < text.n && text.s[end] == ']' ? end + 1 - at : 0;
}

/* The text without lynx's and footnotes' `[12]`, in the arena. */
static struct span
unmarked(struct plain *p, struct span text)
{
	char *s;
	size_t n = 0, mark;

	if (span_find_char(text, 0, '[') == text.n)
		return text;
	s = ARENA_ARRAY(p->art->arena, char, text.n + 1);
	for (size_t at = 0; at < text.n; at++) {
		if ((mark = link_mark(text, at)) == 0) {
			s[n++] = text.s[at];
			continue;
		}
		at += mark - 1;
		if (n > 0 && s[n - 1] == ' ' && (at + 1 == text.n ||
		    !span_is_alnum(text.s[at + 1])) &&
		    (at + 1 == text.n || (text.s[at + 1] != '"' &&
		    (unsigned char)text.s[at + 1] < 0x80)))
			n--;
	}
	return (struct span){ s, n };
}

void
plain_part_continue(struct plain *p, struct span text, size_t line)
{
	struct plain_part *part = &p->v[p->n - 1];

	text = decoded(p, text);
	article_continue(p->art, &part->block, unmarked(p, text), line);
	part->words += span_words(text);
}

unsigned
plain_take_indent(struct span *line)
{
	unsigned columns = 0;
	size_t n;
	uint32_t c;

	while (line->n > 0 && utf8_is_blank(c = utf8_decode(*line, 0, &n))) {
		columns += c == '\t' ? 8 : 1;
		*line = span_from(*line, n);
	}
	return columns;
}

static bool
is_bullet(uint32_t c)
{
	static const uint32_t bullets[] = {
		0x00B7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6,
		0x25B8,
		0x25BA, 0x25C6, 0x25CB, 0x25CF, 0x25E6, 0x2605, 0x2713, 0x2714, 0x27A2, 0x27A4,
		0xF0B7,
		0x2192, 0x27A1, 0x2705, 0x1F538, 0x1F539,
	};

	if (c < 0x80)
		return false;
	for (size_t i = 0; i < sizeof(bullets) / sizeof(bullets[0]); i++)
		if (c == bullets[i])
			return true;
	return false;
}

static size_t
blanks(struct span line, size_t at)
{
	size_t n, from = at;

	while (at < line.n && utf8_is_blank(utf8_decode(line, at, &n)))
		at += n;
	return at - from;
}

/* The length of `1.`, `12)`, `(3)`, `a)`, `iv.` at the start of the line; 0 without. */
static size_t
number_length(struct span line)
{
	bool bracket = line.n > 0 && line.s[0] == '(';
	size_t from = bracket, at = from;

	while (at < line.n && at < from + 3 && span_is_digit(line.s[at]))
		at++;
	if (at == from && at < line.n && span_is_lower(line.s[at]))
		while (at < line.n && at < from + 4 && (line.s[at] == 'i' || line.s[at] == 'v' ||
		    line.s[at] == 'x'))
			at++;
	if (at == from && at < line.n && span_is_alpha(line.s[at]) &&
	    at + 1 < line.n && (line.s[at + 1] == ')' || span_is_lower(line.s[at])))
		at++;
	if (at == from || at >= line.n)
		return 0;
	return line.s[at] == ')' || (line.s[at] == '.' && !bracket) ? at + 1 : 0;
}

size_t
plain_mark(struct span line, char *mark)
{
	size_t n = 0, gap;
	uint32_t c = line.n > 0 ? utf8_decode(line, 0, &n) : 0;

	*mark = '*';
	if (line.n == 0)
		return 0;
	if (is_bullet(c))
		return n + blanks(line, n);
	if (c != '-' && c != '*' && c != '+' && c != 0x2013) {
		*mark = '1';
		n = number_length(line);
	}
	gap = blanks(line, n);
	/* A dash and a name sign a quotation. */
	if (c == 0x2013 && line.n < 60 && plain_is_name(span_from(line, n + gap)))
		return 0;
	return n > 0 && (gap > 0 || n == line.n) ? n + gap : 0;
}

void
plain_compact(struct plain *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].role == PLAIN_DROPPED)
			continue;
		p->v[i].cut |= i > 0 && p->v[i - 1].role == PLAIN_DROPPED;
		p->v[n++] = p->v[i];
	}
	p->n = n;
}

void
plain_drop(struct plain *p, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < p->n; i++)
		p->v[i].role = PLAIN_DROPPED;
}

size_t
plain_next(const struct plain *p, size_t i)
{
	for (i++; i < p->n && p->v[i].role == PLAIN_DROPPED; i++)
		;
	return i;
}

size_t
plain_last(const struct plain *p, size_t i)
{
	while (i-- > 0)
		if (p->v[i].role != PLAIN_DROPPED)
			return i;
	return p->n;
}

/* The text without a few words in brackets at its end: what they stop with is not its own stop. */
static struct span
without_remark(struct span text)
{
	size_t open = text.n, least = text.n > REMARK_BYTES ? text.n - REMARK_BYTES : 1;

	if (!span_ends(text, S(")")))
		return text;
	while (open > least && text.s[open - 1] != '(')
		open--;
	if (open < 2 || text.s[open - 1] != '(' || text.s[open - 2] != ' ' ||
	    span_words(span_from(text, open)) > REMARK_WORDS)
		return text;
	return span_rtrim(span_head(text, open - 1));
}

char
plain_stop(struct span text)
{
	size_t n;
	uint32_t c;

	text = without_remark(text);
	while (text.n > 0) {
		c = utf8_before(text, text.n, &n);
		if (c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == ',')
			return (char)c;
		if (c == 0x2026 || c == 0x3002)
			return '.';
		if (!sent_is_closer(c))
			return 0;
		text.n -= n;
	}
	return 0;
}

bool
plain_is_stopped(struct span text)
{
	return plain_stop(text) != 0;
}

bool
plain_is_quoted(struct span text)
{
	return span_starts(text, S("“")) || span_starts(text, S("\""));
}

/* A stop with a blank and a capital after it. */
bool
plain_has_stop(struct span text)
{
	for (size_t at = 1; at + 2 < text.n; at++)
		if ((text.s[at] == '.' || text.s[at] == '!' || text.s[at] == '?') &&
		    text.s[at + 1] == ' ' &&
		    span_is_lower(text.s[at - 1]) && !span_is_lower(text.s[at + 2]))
			return true;
	return false;
}

bool
plain_is_prose(const struct plain_part *part)
{
	struct span text = part->block.text;
	char stop = plain_stop(text);

	if (part->mark != 0 || part->words < 8)
		return false;
	if (part->words >= 25)
		return true;
	return stop == '.' && (part->words >= 12 || plain_has_stop(text));
}

bool
plain_is_rule(struct span line)
{
	size_t n, kinds = 0, drawn = 0;
	uint32_t c, last = 0;

	for (size_t at = 0; at < line.n; at += n) {
		c = utf8_decode(line, at, &n);
		if (utf8_is_blank(c) || c == '+' || c == '|')
			continue;
		if (c < 0x80 ? span_is_alnum((char)c) : !(c >= 0x2010 && c <= 0x2015) &&
		    !(c >= 0x2500 && c <= 0x25FF))
			return false;
		kinds += c != last;
		last = c;
		drawn++;
	}
	return drawn >= 3 && kinds <= 2;
}

static bool
has_letter(struct span text)
{
	for (size_t i = 0; i < text.n; i++)
		if (span_is_alpha(text.s[i]) || (unsigned char)text.s[i] >= 0x80)
			return true;
	return false;
}

bool
plain_is_headline(const struct plain_part *part)
{
	struct span text = part->block.text;
	char stop = plain_stop(text);

	if (part->words == 0 || part->words > 30 || text.n > 220 || !has_letter(text))
		return false;
	return stop == 0 || stop == '?' || stop == '!' || (stop == '.' && part->words <= (span_ends(text, S("…")) ? 8 : 4));
}

bool
plain_is_open(const struct plain *p, size_t i)
{
	return i < p->n && p->v[i].role == PLAIN_OPEN && p->v[i].mark == 0;
}

char
plain_stop_of(const struct plain *p, size_t i)
{
	return i < p->n ? plain_stop(p->v[i].block.text) : 0;
}

/* `..., and`: an item that the next one goes on from. */
bool
plain_runs_on(struct span text)
{
	return span_ends(text, S(" and")) || span_ends(text, S(" or")) || span_ends(text, S(";"));
}

/* `Life in the U.S.`: the last stop is the abbreviation's. */
bool
plain_is_abbreviated(const struct plain_part *part)
{
	struct span text = part->block.text;

	return part->words <= ABBREVIATED_WORDS && text.n > 3 && text.s[text.n - 1] == '.' &&
	    span_is_upper(text.s[text.n - 2]) && text.s[text.n - 3] == '.';
}

/* A line without end stop, as headings, cells and many items are. */
bool
plain_is_bare(const struct plain *p, size_t i)
{
	return plain_is_open(p, i) && p->v[i].words <= PLAIN_ITEM_WORDS &&
	    (plain_stop_of(p, i) == 0 || plain_is_abbreviated(&p->v[i]));
}
