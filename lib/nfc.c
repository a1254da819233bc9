/* SPDX-License-Identifier: ISC */
#include "nfc.h"

#include "tab.h"
#include "utf8.h"

extern const struct tab tab_ccc, tab_compose, tab_decompose;

/* Hangul is composed by arithmetic: 19 leading, 21 vowel and 27 trailing letters. */
enum { SYLLABLE = 0xAC00, LEAD = 0x1100, VOWEL = 0x1161, TRAIL = 0x11A7, LEADS = 19, VOWELS = 21, TRAILS = 28 };

/* A character and its combining class: 0 starts a new one. */
struct piece {
	char s[4];
	size_t n;
	uint32_t c;
	size_t class;
};

/* A starter and the marks after it, in order. Texts have few: what does not fit starts anew. */
#define MOST 64
struct run {
	struct piece v[MOST];
	size_t n;
	struct buf *out;
};

static struct piece
piece_of(struct span v)
{
	struct piece p = { .n = v.n };
	size_t n;

	memcpy(p.s, v.s, v.n);
	p.c = utf8_decode(v, 0, &n);
	if (v.n > 1 && !span_uint(tab_value(&tab_ccc, v, 1), &p.class))
		p.class = 0;
	return p;
}

/* Two letters of Hangul as one; UTF8_BAD when they are none. */
static uint32_t
compose_hangul(uint32_t a, uint32_t b)
{
	if (a - LEAD < LEADS && b - VOWEL < VOWELS)
		return SYLLABLE + ((a - LEAD) * VOWELS + (b - VOWEL)) * TRAILS;
	if (a - SYLLABLE < LEADS * VOWELS * TRAILS && (a - SYLLABLE) % TRAILS == 0
	    && b - TRAIL - 1 < TRAILS - 1)
		return a + (b - TRAIL);
	return UTF8_BAD;
}

/* Makes one of a and b, in a; false when they are not composed. */
static bool
compose(struct piece *a, const struct piece *b)
{
	struct buf key = BUF_INIT;
	uint32_t c = compose_hangul(a->c, b->c);
	struct span whole;

	if (c != UTF8_BAD) {
		utf8_add(&key, c);
		*a = piece_of(buf_view(&key));
		buf_free(&key);
		return true;
	}
	buf_add(&key, (struct span){ a->s, a->n });
	buf_add(&key, (struct span){ b->s, b->n });
	whole = tab_value(&tab_compose, buf_view(&key), 1);
	if (whole.n > 0)
		*a = piece_of(whole);
	buf_free(&key);
	return whole.n > 0;
}

/* The starter takes in each mark that it can be composed with and that none of its class keeps off. */
static void
flush(struct run *r)
{
	size_t kept = 1, last = 0;

	for (size_t i = 1; i < r->n; i++) {
		if ((kept == 1 || last < r->v[i].class) && compose(&r->v[0], &r->v[i]))
			continue;
		last = r->v[i].class;
		r->v[kept++] = r->v[i];
	}
	for (size_t i = 0; i < kept && r->n > 0; i++)
		buf_add(r->out, (struct span){ r->v[i].s, r->v[i].n });
	r->n = 0;
}

/* A starter that goes on with one before it (Hangul, and vowels of some scripts) joins it at once. */
static void
put(struct run *r, struct piece p)
{
	size_t i;

	if (p.class == 0 && r->n == 1 && compose(&r->v[0], &p))
		return;
	if (r->n == MOST || p.class == 0)
		flush(r);
	for (i = r->n; p.class > 0 && i > 0 && r->v[i - 1].class > p.class; i--)
		r->v[i] = r->v[i - 1];
	r->v[i] = p;
	r->n++;
}

void
nfc_add(struct buf *out, struct span v)
{
	struct run run = { .n = 0, .out = out };
	struct span parts;
	size_t n, m;

	for (size_t i = 0; i < v.n; i += n) {
		utf8_decode(v, i, &n);
		parts = n > 1 ? tab_value(&tab_decompose, span_head(span_from(v, i), n), 1) : S("");
		if (parts.n == 0)
			parts = span_head(span_from(v, i), n);
		for (size_t k = 0; k < parts.n; k += m) {
			utf8_decode(parts, k, &m);
			put(&run, piece_of(span_head(span_from(parts, k), m)));
		}
	}
	flush(&run);
}
