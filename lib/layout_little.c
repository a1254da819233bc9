/* SPDX-License-Identifier: ISC */
#include "layout.h"

#include "url.h"

/* In a URL only the brackets, at which a post would end. */
static void
escape(struct buf *out, struct span v, bool url)
{
	struct span reserved = url ? S("|{}[]()<>\\") : S("\\|{}@[]()<>#*_~");

	for (size_t i = 0; i < v.n; i++) {
		if (span_find_char(reserved, 0, v.s[i]) < reserved.n)
			buf_char(out, '\\');
		buf_char(out, v.s[i]);
	}
}

static bool
is_hashtag(struct span v, size_t at)
{
	return v.s[at] == '#' && at + 1 < v.n && span_is_word(v.s[at + 1]) && (at == 0 || span_is_space(v.s[at - 1]));
}

static void
add_mention(const struct mention *m, struct buf *out)
{
	buf_str(out, "@[");
	escape(out, m->name, false);
	buf_str(out, "](");
	buf_add(out, m->address);
	buf_char(out, ')');
}

static void
add_words(struct span v, const struct mentions *mentions, struct buf *out)
{
	const struct mention *m;

	for (size_t i = 0; i < v.n; i++) {
		m = v.s[i] == '@' ? mention_at(mentions, v, i) : NULL;
		if (m != NULL) {
			add_mention(m, out);
			i += m->name.n;
		} else if (is_hashtag(v, i)) {
			buf_char(out, '#');
		} else {
			escape(out, span_head(span_from(v, i), 1), false);
		}
	}
}

void
layout_little(struct span caption, const struct mentions *mentions, struct buf *out)
{
	struct arena arena = { 0 };
	struct urls urls = { 0 };

	url_find(caption, URL_WRITTEN, &urls, &arena);
	for (size_t i = 0; i < urls.n; i++) {
		add_words(span_between(caption.s, urls.v[i].s), mentions, out);
		escape(out, urls.v[i], true);
		caption = span_between(urls.v[i].s + urls.v[i].n, caption.s + caption.n);
	}
	add_words(caption, mentions, out);
	arena_free(&arena);
}
