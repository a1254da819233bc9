/* SPDX-License-Identifier: ISC */
#include "post.h"

#include "uni.h"
#include "utf8.h"

size_t
post_hashtag(struct span text, size_t at)
{
	size_t i = at + 1, n;
	bool letter = false, one;
	uint32_t c;

	if (text.s[at] != '#' || (at > 0 && !span_is_space(text.s[at - 1])))
		return 0;
	for (; i < text.n; i += n) {
		c = utf8_decode(text, i, &n);
		one = c < 0x80 ? span_is_alpha((char)c) : c != UTF8_BAD && uni_is_letter(c);
		if (!one && c != '_' && !(c < 0x80 && span_is_digit((char)c)))
			break;
		letter |= one;
	}
	return letter ? i - at : 0;
}

size_t
post_hashtags(struct span text)
{
	size_t n = 0;

	for (size_t i = 0; (i = span_find_char(text, i, '#')) < text.n; i++)
		n += post_hashtag(text, i) > 0;
	return n;
}

bool
post_lacks(const struct post *p, size_t line)
{
	enum field f = p->r->v[line].field;

	return p->kept != NULL && !p->kept[line]
	    && (f == FIELD_TITLE || f == FIELD_URL || f == FIELD_TAG || field_is_caption(f));
}
