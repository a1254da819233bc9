/* SPDX-License-Identifier: ISC */
#include "check_part.h"

#include "emoji.h"
#include "utf8.h"

/* Some text on both sides of a place, for a message. */
static struct span
around(struct span v, size_t at, size_t n)
{
	size_t start = at > 16 ? at - 16 : 0, end = at + n + 16 < v.n ? at + n + 16 : v.n;

	while (start > 0 && ((unsigned char)v.s[start] & 0xC0) == 0x80)
		start--;
	while (end < v.n && ((unsigned char)v.s[end] & 0xC0) == 0x80)
		end++;
	return (struct span){ v.s + start, end - start };
}

/* The length of the web address that starts at `at`: nothing in it is a fault. */
static size_t
url_length(struct span v, size_t at)
{
	struct span rest = span_from(v, at);
	size_t n = 0;

	if (at > 0 && span_is_alnum(v.s[at - 1]))
		return 0;
	if (!span_starts_same(rest, S("https://")) && !span_starts_same(rest, S("http://")))
		return 0;
	while (n < rest.n && !span_is_space(rest.s[n]))
		n++;
	return n;
}

static bool
is_blank(struct span v, size_t at)
{
	return at >= v.n || span_is_space(v.s[at]);
}

/* Are there figures on both sides, past a blank, a percent or a dollar sign? */
static bool
between_digits(struct span v, size_t at, size_t end)
{
	at -= at > 0 && v.s[at - 1] == ' ';
	at -= at > 0 && v.s[at - 1] == '%';
	end += end < v.n && v.s[end] == ' ';
	end += end < v.n && v.s[end] == '$';
	return at > 0 && end < v.n && span_is_digit(v.s[at - 1]) && span_is_digit(v.s[end]);
}

/* Hyphens that stand for a dash: a single one between blanks, two or three but for `--option`. */
static bool
is_hyphen_dash(struct span v, size_t at, size_t n)
{
	bool blank = at == 0 || span_is_space(v.s[at - 1]), after = is_blank(v, at + n);
	bool option = blank || span_has(S("`([\"'/"), v.s[at - 1]);

	if (n == 1)
		return blank && after && !between_digits(v, at, at + n);
	return n <= 3 && (after || !option);
}

static bool
is_dash(struct span v, size_t at, uint32_t c, size_t n)
{
	bool open = at == 0 || is_blank(v, at - 1) || is_blank(v, at + n);

	if (c == 0x2013 || c == 0x2012)
		return open && !between_digits(v, at, at + n);
	return c == 0x2014 || c == 0x2015 || c == 0x2E3A || c == 0x2E3B || c == 0xFE58;
}

/* The length of the hyphens, or of the character, at `at`, when it is a dash. */
static size_t
dash_at(struct span v, size_t at, uint32_t c, size_t n)
{
	if (c != '-')
		return is_dash(v, at, c, n) ? n : 0;
	if (at > 0 && v.s[at - 1] == '-')
		return 0;
	while (at + n < v.n && v.s[at + n] == '-')
		n++;
	return is_hyphen_dash(v, at, n) ? n : 0;
}

/* The place of an emoji that follows another one, with at most blanks between; v.n without. */
static size_t
find_emojis_together(struct span v)
{
	size_t at, end;

	for (at = emoji_find(v, 0); at < v.n; at = emoji_find(v, end)) {
		end = at + emoji_at(v, at);
		while (end < v.n && span_is_space(v.s[end]))
			end++;
		if (end < v.n && emoji_at(v, end) > 0)
			return end;
	}
	return v.n;
}

/* `<b>`, `</b>`, `<br/>`: not `a < b`. */
static bool
is_tag(struct span v, size_t at)
{
	size_t i = at + 1;

	i += i < v.n && v.s[i] == '/';
	if (i >= v.n || !span_is_alpha(v.s[i]))
		return false;
	while (i < v.n && i < at + 200 && v.s[i] != '>' && v.s[i] != '<')
		i++;
	return i < v.n && v.s[i] == '>';
}

/* `&amp;`, `&#8212;`. */
static bool
is_entity(struct span v, size_t at)
{
	size_t i = at + 1, start;

	i += i < v.n && v.s[i] == '#';
	for (start = i; i < v.n && i < start + 32 && span_is_alnum(v.s[i]); i++)
		continue;
	return i > start + 1 && i < v.n && v.s[i] == ';';
}

/* `{Topic}`: a placeholder that nothing was put into. */
static bool
is_placeholder(struct span v, size_t at)
{
	size_t i = at + 1;

	if (i == v.n || !span_is_upper(v.s[i]))
		return false;
	while (i < v.n && i < at + 32 && span_is_alpha(v.s[i]))
		i++;
	return i > at + 1 && i < v.n && v.s[i] == '}';
}

static bool
is_markup(struct span v, size_t at)
{
	static const struct span signs[] = { SPAN("**"), SPAN("__"), SPAN("~~"), SPAN("]("), SPAN("[^"),
		SPAN("{{"), SPAN("}}"), SPAN("{%"), SPAN("%}"), SPAN("\\"), SPAN("`") };
	struct span rest = span_from(v, at);

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (span_starts(rest, signs[i]))
			return true;
	return (v.s[at] == '<' && is_tag(v, at)) || (v.s[at] == '&' && is_entity(v, at))
	    || (v.s[at] == '{' && is_placeholder(v, at));
}

static size_t
find_markup(struct span v)
{
	size_t n;

	for (size_t i = 0; i < v.n; i += n) {
		if ((n = url_length(v, i)) > 0)
			continue;
		n = 1;
		if ((unsigned char)v.s[i] < 0x80 && !span_is_alnum(v.s[i]) && is_markup(v, i))
			return i;
	}
	return v.n;
}

static size_t
find_dash(struct span v, size_t *length)
{
	uint32_t c;
	size_t n;

	for (size_t i = 0; i < v.n; i += n) {
		if ((n = url_length(v, i)) > 0)
			continue;
		c = utf8_decode(v, i, &n);
		if ((*length = dash_at(v, i, c, n)) > 0)
			return i;
	}
	return v.n;
}

static void
check_controls(struct check *c, size_t line, struct span field, struct span v)
{
	struct buf name = BUF_INIT;
	uint32_t u;
	size_t n;

	for (size_t i = 0; i < v.n; i += n) {
		u = utf8_decode(v, i, &n);
		if (u != UTF8_BAD && (!utf8_is_invisible(u) || utf8_is_blank(u)))
			continue;
		if (u == UTF8_BAD)
			buf_fmt(&name, "0x%02X", (unsigned char)v.s[i]);
		else
			buf_fmt(&name, "U+%04lX", (unsigned long)u);
		check_fault(c, line, field, u == UTF8_BAD ? "a byte that is not UTF-8" : "a control character",
		    buf_view(&name));
		break;
	}
	buf_free(&name);
}

void
check_marks(struct check *c, size_t line, struct span field, struct span value)
{
	size_t at, n;

	check_controls(c, line, field, value);
	if ((at = find_dash(value, &n)) < value.n)
		check_fault(c, line, field, "a dash", around(value, at, n));
	if ((at = find_emojis_together(value)) < value.n)
		check_fault(c, line, field, "two emojis together", around(value, at, 4));
	if ((at = find_markup(value)) < value.n)
		check_fault(c, line, field, "stray markup", around(value, at, 2));
}

/* Does a sentence, or a clause before a colon, end at `at`? */
static bool
is_sentence_end(struct span v, size_t at)
{
	v = span_rtrim(span_head(v, at));
	return v.n > 0 && (span_has(S(".?!:)\""), v.s[v.n - 1]) || span_ends(v, S("”")) || span_ends(v, S("…")));
}

void
check_emoji_inside(struct check *c, size_t line, struct span field, struct span value)
{
	struct span v = emoji_strip(value);
	size_t at = 0;

	while ((at = emoji_find(v, at)) < v.n && is_sentence_end(v, at))
		at += emoji_at(v, at);
	if (at < v.n)
		check_fault(c, line, field, "an emoji inside a sentence", around(v, at, emoji_at(v, at)));
}
