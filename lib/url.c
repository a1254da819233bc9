/* SPDX-License-Identifier: ISC */
#include "url.h"

#include "punycode.h"
#include "tab.h"
#include "uni.h"
#include "url_part.h"
#include "utf8.h"

extern const struct tab tab_tld;

#define LONGEST 4096 /* units of an address */
#define LONGEST_LABEL 63

struct scan {
	struct span v;
	enum url_kind kind;
	struct urls *out;
	struct arena *arena;
	size_t barren; /* no host starts before it: it has been looked through */
};

static bool
is_direction(uint32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || c == 0x61C || c == 0x200E || c == 0x200F
	    || (c >= 0x2066 && c <= 0x2069);
}

static bool
is_no_character(uint32_t c)
{
	return c == 0xFFFE || c == 0xFEFF || c == 0xFFFF || c == UTF8_BAD;
}

/* May an address start after it? */
static bool
may_precede(uint32_t c)
{
	if (c < 0x80)
		return !span_is_alnum((char)c) && c != '@' && c != '$' && c != '#';
	return c != 0xFF20 && c != 0xFF03 && !is_no_character(c);
}

static bool
is_host_char(uint32_t c)
{
	if (c < 0x80)
		return span_is_alnum((char)c) || c == '"' || c == '`' || c < '\t' || (c > '\r' && c < ' ') || c == 0x7F;
	return c != 0x180E && !utf8_is_blank(c) && !is_direction(c) && !is_no_character(c);
}

static bool
is_ascii_host_char(uint32_t c)
{
	return c < 0x80 ? span_is_alnum((char)c) || c == '-' : url_is_latin(c);
}

/* The length of a label and the dot after it, 0 for none. A `_` may stand within that of a subdomain.
 * *stop is where the reading ended. */
static size_t
label(struct span v, size_t at, bool ascii, bool *low, size_t *stop)
{
	size_t i = at, n;
	uint32_t c, first = 0, last = 0;

	*low = false;
	while (*stop = i, (c = url_peek(v, i, &n)) != '.') {
		if (n == 0 || !(ascii ? is_ascii_host_char(c) : is_host_char(c) || c == '-' || c == '_'))
			return 0;
		*low |= c == '_';
		first = i == at ? c : first;
		last = c;
		i += n;
	}
	if (i == at || (!ascii && (first == '-' || first == '_' || last == '-' || last == '_')))
		return 0;
	return i + 1 - at;
}

/* What may not come after a top-level domain, lest it be cut off a longer word. */
static bool
ends_domain(struct span v, size_t at)
{
	return at >= v.n || (!span_is_alnum(v.s[at]) && v.s[at] != '@' && v.s[at] != '+' && v.s[at] != '-');
}

/* The longest top-level domain at `at`; in other scripts a word may go on right after it. */
static size_t
top_level(struct span v, size_t at)
{
	struct span rest = span_from(v, at);
	size_t best = 0, n;

	for (size_t i = 0; i < rest.n && i < 64; i += n) {
		if (!is_host_char(utf8_decode(rest, i, &n)) && rest.s[i] != '-')
			break;
		if (ends_domain(rest, i + n) && tab_find_lower(&tab_tld, span_head(rest, i + n)) != TAB_NONE)
			best = i + n;
	}
	if (best == 0 && span_starts_same(rest, S("xn--")))
		for (best = 4; best < rest.n && (span_is_alnum(rest.s[best]) || rest.s[best] == '-');)
			best++;
	return best > 4 || !span_starts_same(rest, S("xn--")) ? best : 0;
}

/* The host at `at`: as many labels as there are, and a top-level domain. *barren is where another
 * one might start when there is none here. */
static size_t
host(struct span v, size_t at, bool ascii, size_t *barren)
{
	size_t i = at, best = 0, stop, n;
	bool low, any = false;

	while ((n = label(v, i, ascii, &low, &stop)) > 0) {
		i += n;
		any |= low;
		if (!low && (n = top_level(v, i)) > 0)
			best = i + n - at;
	}
	*barren = any ? at : stop;
	return best;
}

static size_t
port(struct span v, size_t at)
{
	size_t i = at + 1;

	if (at >= v.n || v.s[at] != ':')
		return 0;
	while (i < v.n && span_is_digit(v.s[i]))
		i++;
	return i > at + 1 ? i - at : 0;
}

/* Is there a host of Latin letters in it? */
static bool
has_plain_host(struct span v)
{
	size_t barren, n;

	for (size_t i = 0; i < v.n; i += n) {
		if (host(v, i, true, &barren) > 0)
			return true;
		utf8_decode(v, i, &n);
	}
	return false;
}

static bool
is_sound(struct span url, struct span domain, size_t scheme)
{
	struct span rest = domain, part;

	if (utf8_units(url) + (scheme > 0 ? scheme : 8) > LONGEST)
		return false;
	if (span_starts(domain, S("xn--")) && !has_plain_host(domain))
		return false;
	while (span_next(&rest, '.', &part))
		if (punycode_length(part) > LONGEST_LABEL)
			return false;
	return true;
}

static void
add(struct scan *s, size_t at, size_t n)
{
	ARENA_PUSH(s->arena, s->out, span_head(span_from(s->v, at), n));
}

/* The hosts of Latin letters in a domain that has no scheme before it. The last one has the path, and
 * what comes after the path; X takes nothing after a host that has none. */
static void
add_bare(struct scan *s, size_t at, size_t domain, size_t end)
{
	struct span v = span_head(s->v, at + domain);
	size_t last = 0, barren, n, length;

	for (size_t i = at; i < v.n;) {
		if ((length = host(v, i, true, &barren)) > 0) {
			add(s, i, length);
			last = i;
			i += length;
		} else {
			utf8_decode(v, i, &n);
			i += n;
		}
	}
	if (s->out->n > 0 && last >= at && s->v.s + last == s->out->v[s->out->n - 1].s && end > at + domain)
		s->out->v[s->out->n - 1].n = end - last;
}

/* `https://t.co/abc` ends where its letters and digits do. */
static bool
cut_short(struct span url, size_t *end)
{
	size_t start = span_starts_same(url, S("https://t.co/")) ? 13 : 12, i = start;

	if (!span_starts_same(url, S("https://t.co/")) && !span_starts_same(url, S("http://t.co/")))
		return true;
	while (i < url.n && span_is_alnum(url.s[i]))
		i++;
	if (i == start)
		return true;
	*end = i + url_query(url, i);
	return i - start <= 40;
}

static size_t
scheme_length(struct span v, size_t at)
{
	struct span rest = span_from(v, at);

	return span_starts_same(rest, S("https://")) ? 8 : span_starts_same(rest, S("http://")) ? 7 : 0;
}

/* Who is asked, and where, after a scheme: a host of any name, a user, a port. */
static size_t
authority(struct span v, size_t at)
{
	size_t end = at, n;

	for (size_t i = at; i < v.n; i += n) {
		uint32_t c = utf8_decode(v, i, &n);

		if (c < 0x80 ? !span_is_alnum((char)c) && !span_has(S(".-_~:@%"), (char)c) : !uni_is_letter(c))
			break;
		if (c >= 0x80 || span_is_alnum((char)c))
			end = i + n;
	}
	return end - at;
}

/* The length of what looks like an address at `at`; it is added when it is one. */
static size_t
try(struct scan *s, size_t at)
{
	size_t scheme = scheme_length(s->v, at), barren = at, domain, end, length, n;

	if (scheme == 0 && at < s->barren)
		return 0;
	domain = host(s->v, at + scheme, false, &barren);
	if (domain == 0 && scheme > 0 && s->kind == URL_WRITTEN)
		domain = authority(s->v, at + scheme);
	if (domain == 0) {
		s->barren = scheme == 0 ? barren : s->barren;
		return 0;
	}
	end = at + scheme + domain;
	end += port(s->v, end);
	n = url_path(s->v, end, s->kind);
	end += n;
	end += url_query(s->v, end);
	length = end - at;
	if (s->kind != URL_WRITTEN && !is_sound(span_head(span_from(s->v, at), length),
	    span_head(span_from(s->v, at + scheme), domain), scheme))
		return length;
	if (scheme > 0) {
		if (s->kind == URL_WRITTEN || cut_short(span_head(span_from(s->v, at), end - at), &length))
			add(s, at, length);
	} else if (s->kind == URL_BARE && (at == 0 || !span_has(S("-_./"), s->v.s[at - 1]))) {
		add_bare(s, at, domain, n > 0 ? end : at + domain);
	}
	return end - at;
}

bool
url_is_page(struct span v)
{
	size_t scheme = scheme_length(v, 0);

	return scheme > 0 && authority(v, scheme) > 0 && span_words(v) == 1;
}

void
url_find(struct span text, enum url_kind kind, struct urls *out, struct arena *a)
{
	struct scan s = { text, kind, out, a, 0 };
	size_t n, length;

	/* An address has a dot, and a colon when it must have a scheme. */
	if (span_find_char(text, 0, kind == URL_BARE ? '.' : ':') == text.n)
		return;
	for (size_t i = 0; i < text.n; i += n) {
		length = may_precede(utf8_decode(text, i, &n)) && i + n < text.n ? try(&s, i + n) : 0;
		if (length > 0)
			n += length;
		if (length > 0 || i > 0)
			continue;
		s.barren = 0;
		length = try(&s, 0);
		n = length > 0 ? length : n;
	}
}
