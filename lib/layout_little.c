/* SPDX-License-Identifier: ISC */
#include "layout.h"

#define MOST_MENTIONS 32

struct mention {
	struct span name, address;
};

static bool
is_word(struct span v, size_t at)
{
	return at < v.n && (span_is_alnum(v.s[at]) || (unsigned char)v.s[at] >= 0x80);
}

/* `NAME = linkedin ADDRESS`. */
static bool
read_mention(struct span value, struct mention *m)
{
	size_t at = span_find(value, 0, S(" = "));
	struct span rest = span_from(value, at + 3), platform;

	m->name = span_trim(span_head(value, at));
	return at < value.n && span_word(&rest, &platform) && span_eq(platform, S("linkedin"))
	    && span_word(&rest, &m->address) && m->name.n > 0;
}

static size_t
read_mentions(const struct rec *r, struct mention *m)
{
	size_t n = 0;

	if (r == NULL)
		return 0;
	for (size_t i = 0; n < MOST_MENTIONS && (i = rec_find(r, i, FIELD_MENTION)) < r->n; i++)
		n += read_mention(r->v[i].value, &m[n]);
	return n;
}

/* The mention whose name stands after the @ at `at`, the longest one; NULL without. */
static const struct mention *
mention_at(struct span v, size_t at, const struct mention *m, size_t n)
{
	const struct mention *best = NULL;
	struct span rest = span_from(v, at + 1);

	for (size_t i = 0; i < n; i++)
		if (span_starts(rest, m[i].name) && !is_word(rest, m[i].name.n)
		    && (best == NULL || m[i].name.n > best->name.n))
			best = &m[i];
	return best;
}

static void
escape(struct buf *out, struct span v)
{
	for (size_t i = 0; i < v.n; i++) {
		if (span_find_char(S("\\|{}@[]()<>#*_~"), 0, v.s[i]) < 15)
			buf_char(out, '\\');
		buf_char(out, v.s[i]);
	}
}

static bool
is_hashtag(struct span v, size_t at)
{
	return v.s[at] == '#' && is_word(v, at + 1) && (at == 0 || span_is_space(v.s[at - 1]));
}

void
layout_little(struct span caption, const struct rec *r, struct buf *out)
{
	struct mention mentions[MOST_MENTIONS];
	size_t count = read_mentions(r, mentions);
	const struct mention *m;

	for (size_t i = 0; i < caption.n; i++) {
		m = caption.s[i] == '@' ? mention_at(caption, i, mentions, count) : NULL;
		if (m != NULL) {
			buf_str(out, "@[");
			escape(out, m->name);
			buf_str(out, "](");
			buf_add(out, m->address);
			buf_char(out, ')');
			i += m->name.n;
		} else if (is_hashtag(caption, i)) {
			buf_char(out, '#');
		} else {
			escape(out, span_head(span_from(caption, i), 1));
		}
	}
}
