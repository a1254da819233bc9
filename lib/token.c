/* SPDX-License-Identifier: ISC */
#include "token_part.h"

#include "cluster.h"
#include "uni.h"

struct scan {
	struct span v;
	struct tokens *out;
	struct arena *arena;
	bool single; /* a single quote is open */
};

static void
push(struct scan *s, size_t at, size_t n, enum token_kind kind)
{
	struct token t = { .text = { s->v.s + at, n }, .kind = (unsigned char)kind };
	struct tokens *out = s->out;

	t.glued = out->n > 0 && out->v[out->n - 1].text.s + out->v[out->n - 1].text.n == t.text.s;
	t.opaque = kind >= TOKEN_URL;
	ARENA_PUSH(s->arena, out, t);
}

/* Where a word splits: before 's, 're, 've, 'll, 'd, 'm and n't; in cannot. Its length when it
 * does not. */
static size_t
split_at(struct span w)
{
	static const struct span clitics[] = { SPAN("s"), SPAN("re"), SPAN("ve"), SPAN("ll"),
		SPAN("d"), SPAN("m") };
	size_t i, n = 1;

	if (w.n == 6 && span_same(w, S("cannot")))
		return 3;
	for (i = w.n > 5 ? w.n - 5 : 1; i < w.n; i++)
		if ((w.s[i] == '\'' || w.s[i] == '\xE2') && token_is_apostrophe(w, i, &n))
			break;
	if (i >= w.n)
		return w.n;
	for (size_t k = 0; k < sizeof(clitics) / sizeof(clitics[0]); k++)
		if (span_same(span_from(w, i + n), clitics[k]))
			return i;
	if (i > 1 && span_lower(w.s[i - 1]) == 'n' && span_same(span_from(w, i + n), S("t")))
		return i - 1;
	return w.n;
}

/* The length of what most tokens are: letters of ASCII, then a blank, a comma or the end; else 0. */
static size_t
plain_length(struct span v, size_t at)
{
	size_t i = at;

	while (i < v.n && span_is_alpha(v.s[i]))
		i++;
	return i == v.n || v.s[i] == ' ' || v.s[i] == ',' ? i - at : 0;
}

static size_t
read_word(struct scan *s, size_t at)
{
	size_t plain = plain_length(s->v, at), cut;
	struct reach r;

	if (plain > 0 && plain != S("cannot").n) {
		push(s, at, plain, TOKEN_WORD);
		return plain;
	}
	r = token_word(s->v, at);
	cut = r.kind == TOKEN_WORD || r.kind == TOKEN_URL || r.kind == TOKEN_NUMBER
	    ? split_at(span_head(span_from(s->v, at), r.n)) : r.n;

	if (cut < r.n) {
		push(s, at, cut, r.kind);
		push(s, at + cut, r.n - cut, TOKEN_WORD);
	} else if (r.n > 0) {
		push(s, at, r.n, r.kind);
	}
	return r.n;
}

static size_t
run_of(struct span v, size_t at, struct span set)
{
	size_t i = at;

	while (i < v.n && span_has(set, v.s[i]))
		i++;
	return i - at;
}

/* Arrows, comparisons, faces: -> => <= >= != == :) ;-) :D */
static size_t
symbol_length(struct span v, size_t at)
{
	static const struct span symbols[] = { SPAN("->"), SPAN("=>"), SPAN("<="), SPAN(">="),
		SPAN("!="), SPAN("=="), SPAN("<-"), SPAN(":)"), SPAN(":("), SPAN(";)"), SPAN(":-)"),
		SPAN(":-("), SPAN(";-)"), SPAN("<3") };

	for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); i++)
		if (span_starts(span_from(v, at), symbols[i]))
			return symbols[i].n;
	return 0;
}

/* An apostrophe: of a plural's possession, before a year, or a single quote. */
static size_t
read_apostrophe(struct scan *s, size_t at, size_t n, bool glued)
{
	struct span v = s->v;
	bool opens = !glued && token_starts_word(v, at + n);
	size_t word;

	if (opens && span_is_digit(v.s[at + n])) {
		word = token_word(v, at + n).n;
		push(s, at, n + word, TOKEN_NUMBER);
		return n + word;
	}
	if (at > 0 && v.s[at - 1] == '.' && at + n < v.n && v.s[at + n] == 's'
	    && !token_starts_word(v, at + n + 1)) { /* Inc.'s */
		push(s, at, n + 1, TOKEN_WORD);
		return n + 1;
	}
	if (glued && !s->single && span_lower(v.s[at - 1]) == 's') {
		push(s, at, n, TOKEN_WORD);
		return n;
	}
	s->single = opens;
	push(s, at, n, TOKEN_PUNCT);
	return n;
}

static size_t
read_ascii(struct scan *s, size_t at, bool glued)
{
	struct span v = s->v;
	char c = v.s[at];
	bool symbol;
	size_t n;

	if (c == '.' && !glued && at + 1 < v.n && span_is_alnum(v.s[at + 1])) {
		n = 1 + token_word(v, at + 1).n;
		push(s, at, n, span_is_digit(v.s[at + 1]) ? TOKEN_NUMBER : TOKEN_URL);
	} else if (c == '.') {
		n = run_of(v, at, S("."));
		push(s, at, n, TOKEN_PUNCT);
	} else if ((n = symbol_length(v, at)) > 0) {
		push(s, at, n, TOKEN_SYMBOL);
	} else if (c == '!' || c == '?') {
		n = run_of(v, at, S("!?"));
		push(s, at, n, TOKEN_PUNCT);
	} else if (c == '-' || c == '_' || c == '*' || c == '=' || c == '~') {
		n = run_of(v, at, (struct span){ &c, 1 });
		symbol = c == '=' || c == '~' || (c == '*' && n == 1);
		push(s, at, n, symbol ? TOKEN_SYMBOL : TOKEN_PUNCT);
	} else {
		n = 1;
		symbol = span_has(S("$%+<>^|&#@"), c);
		push(s, at, n, symbol ? TOKEN_SYMBOL : TOKEN_PUNCT);
	}
	return n;
}

/* Punctuation is a character, a symbol or an emoji all that belongs to it. */
static size_t
read_other(struct scan *s, size_t at)
{
	size_t n;
	uint32_t c = utf8_decode(s->v, at, &n);
	bool punct = (c >= 0x2010 && c < 0x2060 && c != 0x2030) || (c >= 0x3000 && c < 0x3040)
	    || c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xBF
	    || (c >= 0xFF00 && c < 0xFF20);

	if (c == 0xB0 && at + n < s->v.n && (s->v.s[at + n] == 'C' || s->v.s[at + n] == 'F')
	    && !token_starts_word(s->v, at + n + 1))
		n++; /* degrees */
	else if (c != UTF8_BAD && c >= 0x203C && !punct)
		n = cluster_length(s->v, at);
	push(s, at, n, punct ? TOKEN_PUNCT : TOKEN_SYMBOL);
	return n;
}

static size_t
read_token(struct scan *s, size_t at)
{
	struct span v = s->v;
	bool glued = at > 0 && token_is_letter(utf8_before(v, at, &(size_t){ 0 }));
	struct reach r = token_marked(v, at, glued);
	size_t n;

	if (r.n > 0) {
		push(s, at, r.n, r.kind);
		return r.n;
	}
	if ((n = read_word(s, at)) > 0)
		return n;
	if (token_is_apostrophe(v, at, &n))
		return read_apostrophe(s, at, n, glued);
	return (unsigned char)v.s[at] < 0x80 ? read_ascii(s, at, glued) : read_other(s, at);
}

/* Marks what stands between quotes that have their partner in the sentence. */
static void
mark_quoted(struct tokens *t, size_t from)
{
	size_t open = 0, curly = 0;

	for (size_t i = from; i < t->n; i++) {
		struct span w = t->v[i].text;
		bool straight = span_eq(w, S("\""));

		if (span_eq(w, S("\xE2\x80\x9C"))) {
			if (curly == 0)
				curly = i + 1;
		} else if (straight && open == 0) {
			open = i + 1;
		} else if (straight || (curly > 0 && span_eq(w, S("\xE2\x80\x9D")))) {
			for (size_t k = straight ? open : curly; k < i; k++)
				t->v[k].opaque = true;
			*(straight ? &open : &curly) = 0;
		}
	}
}

void
token_split(struct span sentence, struct tokens *out, struct arena *a)
{
	struct scan s = { .v = sentence, .out = out, .arena = a };
	size_t from = out->n, n;

	for (size_t i = 0; i < sentence.n; i += n) {
		if (utf8_is_blank(utf8_decode(sentence, i, &n)))
			continue;
		n = read_token(&s, i);
	}
	arena_trim(a, out->v, out->n, &out->cap, sizeof(*out->v));
	mark_quoted(out, from);
}
