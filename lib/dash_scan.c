/* SPDX-License-Identifier: ISC */
#include "dash_part.h"

#include "uni.h"
#include "utf8.h"

#include <string.h>

/* Whatever else a dash is written as; the order matters where one begins another. */
static const struct {
	struct span text;
	enum dash_kind kind;
} spellings[] = {
	{ SPAN("\xE2\x80\x94"), DASH_EM },               /* U+2014 em dash */
	{ SPAN("\xE2\x80\x95"), DASH_EM },               /* U+2015 horizontal bar */
	{ SPAN("\xE2\x80\x93"), DASH_EN },               /* U+2013 en dash */
	{ SPAN("\xE2\x80\x92"), DASH_EN },               /* U+2012 figure dash */
	{ SPAN("\xE2\xB8\xBA"), DASH_EM },               /* U+2E3A two-em dash */
	{ SPAN("\xE2\xB8\xBB"), DASH_EM },               /* U+2E3B three-em dash */
	{ SPAN("\xE2\x81\x93"), DASH_EM },               /* U+2053 swung dash */
	{ SPAN("\xEF\xB9\x98"), DASH_EM },               /* U+FE58 small em dash */
	{ SPAN("&mdash;"), DASH_EM },
	{ SPAN("&#8212;"), DASH_EM },
	{ SPAN("&#x2014;"), DASH_EM },
	{ SPAN("&#X2014;"), DASH_EM },
	{ SPAN("&#151;"), DASH_EM },
	{ SPAN("&horbar;"), DASH_EM },
	{ SPAN("&ndash;"), DASH_EN },
	{ SPAN("&#8211;"), DASH_EN },
	{ SPAN("&#x2013;"), DASH_EN },
	{ SPAN("&#X2013;"), DASH_EN },
	{ SPAN("&#150;"), DASH_EN },
	{ SPAN("\xC3\xA2\xE2\x82\xAC\xE2\x80\x9D"), DASH_EM }, /* UTF-8 read as Windows-1252 */
	{ SPAN("\xC3\xA2\xE2\x82\xAC\xE2\x80\x9C"), DASH_EN },
	{ SPAN("\xC3\xA2\xC2\x80\xC2\x94"), DASH_EM },   /* and as Latin-1 */
	{ SPAN("\xC3\xA2\xC2\x80\xC2\x93"), DASH_EN },
};

/* Bytes that may begin a dash (1), or something that is to be passed over (2). */
static const unsigned char candidate[256] = {
	['-'] = 1, ['&'] = 1, [0xC3] = 1, [0xE2] = 1, [0xEF] = 1, ['`'] = 2, ['<'] = 2, ['~'] = 2,
};

static size_t
hyphens(struct span text, size_t at)
{
	size_t n = 0;

	while (n < DASH_REACH && at + n < text.n && text.s[at + n] == '-')
		n++;
	return n;
}

size_t
dash_length(struct span text, size_t at, enum dash_kind *kind)
{
	struct span rest = span_from(text, at);
	size_t n;

	if (rest.n == 0 || candidate[(unsigned char)rest.s[0]] != 1)
		return 0;
	if (rest.s[0] == '-') {
		n = hyphens(text, at);
		*kind = n == 1 ? DASH_HYPHEN : DASH_DOUBLE;
		return n;
	}
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		if (!span_starts(rest, spellings[i].text))
			continue;
		*kind = spellings[i].kind;
		return spellings[i].text.n;
	}
	return 0;
}

enum { BLOCK = 2048 };

/* Most hyphens stand in a word, and most bytes 0xE2, 0xC3 and 0xEF begin some other character. */
static bool
is_harmless(struct span text, size_t at)
{
	const char *s = text.s + at;

	if (at == 0 || at + 2 >= text.n)
		return false;
	switch (s[0]) {
	case '-': return span_is_alnum(s[-1]) && span_is_alnum(s[1]);
	case '\xE2': return s[1] == '\x80' && (unsigned char)s[2] > 0x95;
	case '\xC3': return s[1] != '\xA2';
	case '\xEF': return s[1] != '\xB9';
	}
	return false;
}

/* The first byte c in text[at..limit) that may be a candidate. */
static size_t
find_one(struct span text, size_t at, size_t limit, char c)
{
	const char *s;

	while (at < limit && (s = memchr(text.s + at, c, limit - at)) != NULL) {
		at = (size_t)(s - text.s);
		if (!is_harmless(text, at))
			return at;
		at++;
	}
	return limit;
}

/* Nearly all text is passed over here. The C library's memchr is the fastest there is, and each byte is
 * looked for no further than the last one was found; a block at a time, since most are rare. */
size_t
dash_candidate(struct span text, size_t at, size_t limit)
{
	static const char bytes[] = { '\xE2', '-', '&', '\xC3', '`', '<', '~', '\xEF' };
	size_t end, found;

	for (; at < limit; at = end) {
		end = found = limit - at > BLOCK ? at + BLOCK : limit;
		for (size_t i = 0; i < sizeof(bytes); i++)
			found = find_one(text, at, found, bytes[i]);
		if (found < end)
			return found;
	}
	return limit;
}

size_t
dash_blank_at(struct span text, size_t at)
{
	static const struct span blanks[] = { SPAN("\xC2\xA0"), SPAN("\xE2\x80\x82"),
		SPAN("\xE2\x80\x83"), SPAN("\xE2\x80\x87"), SPAN("\xE2\x80\x88"), SPAN("\xE2\x80\x89"),
		SPAN("\xE2\x80\x8A"), SPAN("\xE2\x80\x8B"), SPAN("\xE2\x80\xAF"), SPAN("&nbsp;") };
	struct span rest = span_from(text, at);

	if (rest.n == 0)
		return 0;
	if (rest.s[0] == ' ' || rest.s[0] == '\t')
		return 1;
	if (rest.s[0] != '\xC2' && rest.s[0] != '\xE2' && rest.s[0] != '&')
		return 0;
	for (size_t i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
		if (span_starts(rest, blanks[i]))
			return blanks[i].n;
	return 0;
}

size_t
dash_blank_before(struct span text, size_t at)
{
	/* The last bytes of all of them. */
	if (at == 0 || strchr(" \t\xA0\x82\x83\x87\x88\x89\x8A\x8B\xAF;", text.s[at - 1]) == NULL)
		return 0;
	if (text.s[at - 1] == ' ' || text.s[at - 1] == '\t')
		return 1;
	if (text.s[at - 1] == '\0')
		return 0;
	for (size_t n = 1; n <= 6 && n <= at; n++)
		if (dash_blank_at(span_head(text, at), at - n) == n)
			return n;
	return 0;
}

static enum dash_char
char_of_ascii(uint32_t c)
{
	if (span_is_alpha((char)c))
		return DASH_CHAR_LETTER;
	if (span_is_digit((char)c))
		return DASH_CHAR_DIGIT;
	switch (c) {
	case ' ': case '\t': case '\n': case '\r':
		return DASH_CHAR_BLANK;
	case '(': case '[': case '{':
		return DASH_CHAR_OPEN;
	case ')': case ']': case '}':
		return DASH_CHAR_CLOSE;
	case '"': case '\'':
		return DASH_CHAR_QUOTE;
	case '.': case '?': case '!':
		return DASH_CHAR_END;
	case ',': case ';': case ':':
		return DASH_CHAR_MID;
	case '*': case '_': case '~':
		return DASH_CHAR_MARKUP;
	case '$':
		return DASH_CHAR_MONEY;
	}
	return DASH_CHAR_OTHER;
}

static enum dash_char
char_of(uint32_t c)
{
	if (c < 0x80)
		return char_of_ascii(c);
	switch (c) {
	case 0x201C: case 0x2018: case 0xAB: case 0x201E: case 0xBF: case 0xA1:
		return DASH_CHAR_OPEN;
	case 0x201D: case 0x2019: case 0xBB:
		return DASH_CHAR_CLOSE;
	case 0x2026:
		return DASH_CHAR_END;
	case 0xA3: case 0x20AC: case 0xA5: case 0x20B9:
		return DASH_CHAR_MONEY;
	}
	if (utf8_is_blank(c))
		return DASH_CHAR_BLANK;
	if ((c >= 0x3000 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00)
	    || (c >= 0xFF00 && c < 0xFFF0) || (c >= 0x20000 && c < 0x40000))
		return DASH_CHAR_CJK;
	return c != UTF8_BAD && uni_is_letter(c) ? DASH_CHAR_LETTER : DASH_CHAR_OTHER;
}

enum dash_char
dash_char_at(struct span text, size_t at, size_t *n)
{
	*n = 0;
	if (at >= text.n)
		return DASH_CHAR_EDGE;
	return char_of(utf8_decode(text, at, n));
}

enum dash_char
dash_char_before(struct span text, size_t at, size_t *n)
{
	*n = 0;
	if (at == 0)
		return DASH_CHAR_EDGE;
	return char_of(utf8_before(text, at, n));
}

/* A run of backquotes and the next run of the same length, not over a blank line. */
static size_t
skip_code(struct span text, size_t at)
{
	size_t n = 0, i, run;

	while (at + n < text.n && text.s[at + n] == '`')
		n++;
	for (i = at + n; i < text.n && i < at + DASH_REACH; i += run > 0 ? run : 1) {
		for (run = 0; i + run < text.n && text.s[i + run] == '`'; run++)
			continue;
		if (run == n)
			return i + run;
		if (text.s[i] == '\n' && dash_blank_line(text, i + 1))
			break;
	}
	return at + n;
}

/* A tag or comment; a `<` that is neither is passed alone. */
static size_t
skip_tag(struct span text, size_t at)
{
	struct span rest = span_from(text, at);
	size_t end;

	if (rest.n < 2 || (!span_is_alpha(rest.s[1]) && rest.s[1] != '/' && rest.s[1] != '!'))
		return at + 1;
	rest = span_head(rest, DASH_REACH);
	end = span_find_char(rest, 0, '>');
	return end < rest.n ? at + end + 1 : at + 1;
}

size_t
dash_skip(struct span text, size_t at)
{
	if (text.s[at] == '`')
		return skip_code(text, at);
	if (text.s[at] == '<')
		return skip_tag(text, at);
	return text.s[at] == '~' ? at + 1 : at;
}

static void
take_blanks(struct span text, struct dash_mark *m)
{
	size_t n;

	while ((n = dash_blank_before(text, m->from)) > 0 && m->at - m->from < DASH_REACH)
		m->from -= n;
	while ((n = dash_blank_at(text, m->to)) > 0 && m->to - m->end < DASH_REACH)
		m->to += n;
}

/* Dashes side by side are one; a minus or an option after a dash is not part of it. */
static bool
merge_next(struct span text, struct dash_mark *m)
{
	enum dash_kind kind;
	enum dash_kind third;
	size_t n = dash_length(text, m->to, &kind), unused;
	enum dash_char after;

	if (n == 0 || m->to - m->at > DASH_REACH)
		return false;
	after = dash_char_at(text, m->to + n, &unused);
	if (kind != DASH_EM && m->to > m->end && dash_blank_at(text, m->to + n) == 0
	    && after != DASH_CHAR_EDGE && after != DASH_CHAR_BLANK
	    && dash_length(text, m->to + n, &third) == 0)
		return false;
	if (kind == DASH_EM)
		m->kind = kind;
	m->end = m->to = m->to + n;
	take_blanks(text, m);
	return true;
}

bool
dash_next(struct span text, size_t at, size_t limit, struct dash_mark *m)
{
	size_t n;

	while ((at = dash_candidate(text, at, limit)) < limit) {
		if (candidate[(unsigned char)text.s[at]] == 2) {
			at = dash_skip(text, at);
			continue;
		}
		if ((n = dash_length(text, at, &m->kind)) == 0) {
			at++;
			continue;
		}
		m->at = m->from = at;
		m->end = m->to = at + n;
		take_blanks(text, m);
		while (merge_next(text, m))
			continue;
		return true;
	}
	return false;
}
