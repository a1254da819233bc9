/* SPDX-License-Identifier: ISC */
#include "xlength.h"

#include "buf.h"
#include "cluster.h"
#include "nfc.h"
#include "tab.h"
#include "url.h"
#include "utf8.h"

extern const struct tab tab_sequence;

#define SELECTOR 0xFE0Fu
#define TEXT_SELECTOR 0xFE0Eu
#define JOINER 0x200Du

/* Latin, Greek, Cyrillic, Hebrew and their like, and the usual punctuation. */
static size_t
weight(uint32_t c)
{
	return c <= 0x10FF || (c >= 0x2000 && c <= 0x200D) || (c >= 0x2010 && c <= 0x201F)
	    || (c >= 0x2032 && c <= 0x2037) || c == UTF8_BAD ? 1 : 2;
}

static bool
is_tone(uint32_t c)
{
	return c >= 0x1F3FB && c <= 0x1F3FF;
}

/* Is there such a sequence, or a character that takes such a thing after it? */
static bool
is_kind(struct span key, struct span kind)
{
	struct span kinds = tab_value(&tab_sequence, key, 1);

	return span_find(kinds, 0, kind) < kinds.n;
}

/* Does the character at `at`, of n bytes, take c after it? */
static bool
takes(struct span v, size_t at, size_t n, uint32_t c)
{
	struct span key = span_head(span_from(v, at), n);

	return (is_tone(c) && is_kind(key, S("tone"))) || (c == SELECTOR && is_kind(key, S("selector")));
}

/* The length of a single emoji with its skin tone or selector. */
static size_t
single(struct span v, size_t at)
{
	size_t n, m;
	uint32_t c = utf8_peek(v, at, &n), next = utf8_peek(v, at + n, &m);

	if (cluster_class(c) != 'P' && !is_tone(c))
		return 0;
	if (takes(v, at, n, next))
		return n + m;
	return c < 0x2000 || next == TEXT_SELECTOR ? 0 : n;
}

/* The longest known sequence of singles and joiners, tags, or two flag letters. */
static size_t
joined(struct span v, size_t at)
{
	struct buf key = BUF_INIT;
	size_t best = 0, last = at, n, parts = 0;
	uint32_t c;

	for (size_t i = at; i < v.n && parts < 16; i += n, parts++) {
		c = utf8_decode(v, i, &n);
		if (i > at && takes(v, last, i - last, c)) {
			best = best == i - at ? i + n - at : best;
			continue;
		}
		if (c == UTF8_BAD || c == SELECTOR || is_tone(c) || (c < 0x2000 && c != JOINER))
			break;
		last = i;
		buf_add(&key, span_head(span_from(v, i), n));
		if (key.n > n && tab_has(&tab_sequence, buf_view(&key)))
			best = i + n - at;
	}
	buf_free(&key);
	return best;
}

static size_t
emoji(struct span v, size_t at)
{
	size_t n = cluster_keycap(v, at), one;

	if (n > 0 || (unsigned char)v.s[at] < 0x80)
		return n;
	one = single(v, at);
	n = joined(v, at);
	return n > one ? n : one;
}

static size_t
weigh(struct span v)
{
	size_t sum = 0, n;
	uint32_t c;

	for (size_t i = 0; i < v.n; i += n) {
		c = utf8_decode(v, i, &n);
		if (c < 0x80 && (i + 1 >= v.n || (unsigned char)v.s[i + 1] < 0x80)) {
			sum++;
			continue;
		}
		if (emoji(v, i) > 0) {
			n = emoji(v, i);
			sum += 2;
		} else {
			sum += weight(c);
		}
	}
	return sum;
}

size_t
xlength(struct span text, size_t url)
{
	struct buf composed = BUF_INIT;
	struct arena arena = { 0 };
	struct urls urls = { 0 };
	struct span rest;
	size_t sum = 0;

	nfc_add(&composed, text);
	rest = buf_view(&composed);
	url_find(rest, URL_BARE, &urls, &arena);
	for (size_t i = 0; i < urls.n; i++) {
		sum += weigh(span_between(rest.s, urls.v[i].s)) + url;
		rest = span_between(urls.v[i].s + urls.v[i].n, rest.s + rest.n);
	}
	sum += weigh(rest);
	arena_free(&arena);
	buf_free(&composed);
	return sum;
}
