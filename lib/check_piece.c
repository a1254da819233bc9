/* SPDX-License-Identifier: ISC */
#include "check_part.h"

#include "uni.h"
#include "utf8.h"

/* Marks count as letters, but not the selector and the keycap of an emoji. */
static bool
is_word(uint32_t c)
{
	if ((c >= 0xFE00 && c <= 0xFE0F) || c == 0x20E3)
		return false;
	return c != UTF8_BAD && ((c < 0x80 && span_is_alnum((char)c)) || (c >= 0x80 && uni_is_letter(c)));
}

static bool
is_word_at(struct span v, size_t at)
{
	size_t n;

	return at < v.n && is_word(utf8_decode(v, at, &n));
}

/* Characters that stand between the words of one sentence. */
static bool
keeps_sentence(uint32_t c)
{
	return utf8_is_blank(c) || c == 0x2019 || c == 0x2013 || c == 0x2011
	    || (c < 0x80 && span_has(S(",-'/&%$+#@_"), (char)c));
}

/* `,` before the last three digits of a group. */
static bool
is_thousands(struct span v, size_t at)
{
	return span_is_digit_at(v, at + 1) && span_is_digit_at(v, at + 2) && span_is_digit_at(v, at + 3)
	    && !span_is_digit_at(v, at + 4);
}

/* The length of a sign inside a word: between `at` - 1, a letter or digit, and what follows. */
static size_t
joiner(struct span v, size_t at)
{
	bool digit = span_is_digit_at(v, at - 1);

	switch (v.s[at]) {
	case '.':
	case '&':
		return is_word_at(v, at + 1);
	case '\'':
		return is_word_at(v, at + 1) && !span_is_digit_at(v, at + 1);
	case '\xE2':
		return span_starts(span_from(v, at), S("’")) && is_word_at(v, at + 3) ? 3 : 0;
	case ',':
		return digit && is_thousands(v, at);
	case ':':
		return digit && span_is_digit_at(v, at + 1);
	default:
		return 0;
	}
}

static size_t
piece_end(struct span v, size_t at)
{
	size_t n;

	while (at < v.n) {
		if (is_word(utf8_decode(v, at, &n)))
			at += n;
		else if ((n = joiner(v, at)) > 0)
			at += n;
		else
			break;
	}
	return at;
}

/* A digit of a keycap emoji. */
static bool
is_keycap(struct span v, size_t at)
{
	struct span rest = span_from(v, at);

	return span_starts(rest, S("\xEF\xB8\x8F")) || span_starts(rest, S("\xE2\x83\xA3"));
}

bool
check_piece_next(struct span text, size_t *at, struct check_piece *p)
{
	size_t i = *at, n, end;
	uint32_t c;

	p->fresh = i == 0;
	while (i < text.n) {
		c = utf8_decode(text, i, &n);
		if (!is_word(c)) {
			p->fresh |= !keeps_sentence(c);
			i += n;
			continue;
		}
		end = piece_end(text, i);
		p->text = (struct span){ text.s + i, end - i };
		p->figure = span_is_digit(text.s[i]);
		if (!p->figure || !is_keycap(text, end)) {
			*at = end;
			return true;
		}
		i = end;
	}
	*at = text.n;
	return false;
}

struct span
check_piece_number(struct span v)
{
	size_t i = 0;

	while (i < v.n && (span_is_digit(v.s[i]) || (span_is_digit_at(v, i + 1) && !span_is_alpha(v.s[i]))))
		i++;
	return span_head(v, i);
}

bool
check_piece_capital(struct span w)
{
	size_t n;

	for (size_t i = 0; i < w.n; i += n) {
		uint32_t c = utf8_decode(w, i, &n);

		if ((c != UTF8_BAD && uni_is_upper(c)) || (c < 0x80 && span_is_digit((char)c)))
			return true;
	}
	return false;
}
