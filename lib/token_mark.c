/* SPDX-License-Identifier: ISC */
#include "token_part.h"

#define TICKS_MAX 3
#define CODE_MAX 200

static bool
ends_address(char c)
{
	return span_is_space(c) || c == '<' || c == '>' || c == '"' || c == '`';
}

/* Brackets stay when they are opened inside: .../wiki/C_(language). */
size_t
token_address(struct span v, size_t at)
{
	size_t i = at, n, open = 0;
	uint32_t c;

	for (; i < v.n && !ends_address(v.s[i]); i += n) {
		c = utf8_decode(v, i, &n);
		if (utf8_is_blank(c) || c == 0x201D || c == 0x2019 || c == 0x2014)
			break;
		if (c == ')' && open == 0)
			break;
		open = c == '(' ? open + 1 : c == ')' ? open - 1 : open;
	}
	while (i > at && span_has(S(".,;:!?'*]"), v.s[i - 1]))
		i--;
	return i - at;
}

static bool
starts_address(struct span v)
{
	static const struct span schemes[] = { SPAN("http://"), SPAN("https://"), SPAN("ftp://"),
		SPAN("www."), SPAN("mailto:") };
	char second = v.n > 4 ? span_lower(v.s[1]) : ' ';

	if (second != 't' && second != 'w' && second != 'a')
		return false;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (span_starts_same(v, schemes[i]))
			return v.n > schemes[i].n && !span_is_space(v.s[schemes[i].n]);
	return false;
}

static size_t
name_length(struct span v, size_t at, bool dots)
{
	size_t i = at, n;

	for (; i < v.n; i += n) {
		if (v.s[i] == '.' || v.s[i] == '-') {
			n = 1;
			if (!dots || i + 1 >= v.n || !span_is_alnum(v.s[i + 1]))
				break;
		} else if (!token_is_letter(utf8_decode(v, i, &n)) && v.s[i] != '_') {
			break;
		}
	}
	return i - at;
}

static bool
has_letter(struct span v)
{
	for (size_t i = 0; i < v.n; i++)
		if (!span_is_digit(v.s[i]))
			return true;
	return false;
}

static struct reach
code(struct span v, size_t at)
{
	size_t i = at, ticks;

	while (i < v.n && i - at <= TICKS_MAX && v.s[i] == '`')
		i++;
	ticks = i - at;
	if (ticks > TICKS_MAX)
		return (struct reach){ 0 };
	v = span_head(v, at + CODE_MAX);
	i = span_find(v, i, span_head(span_from(v, at), ticks));
	if (i >= v.n)
		return (struct reach){ 0 };
	return (struct reach){ i + ticks - at, TOKEN_CODE };
}

struct reach
token_marked(struct span v, size_t at, bool glued)
{
	size_t n;

	switch (v.s[at]) {
	case '`':
		return code(v, at);
	case '@':
		n = glued ? 0 : name_length(v, at + 1, true);
		return (struct reach){ n > 0 ? n + 1 : 0, TOKEN_MENTION };
	case '#':
		n = glued ? 0 : name_length(v, at + 1, false);
		if (!has_letter(span_head(span_from(v, at + 1), n)))
			n = 0;
		return (struct reach){ n > 0 ? n + 1 : 0, TOKEN_HASHTAG };
	case 'h': case 'H': case 'f': case 'F': case 'w': case 'W': case 'm': case 'M':
		if (starts_address(span_from(v, at)))
			return (struct reach){ token_address(v, at), TOKEN_URL };
		break;
	default:
		break;
	}
	return (struct reach){ 0 };
}
