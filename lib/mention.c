/* SPDX-License-Identifier: ISC */
#include "mention.h"

static bool
is_hidden(struct span address)
{
	return span_starts(address, S("urn:")) || span_starts(address, S("did:"));
}

void
mention_read(struct mentions *m, const struct rec *r, struct span platform, struct arena *a)
{
	*m = (struct mentions){ .n = 0 };
	for (size_t i = 0; r != NULL && (i = rec_find(r, i, FIELD_MENTION)) < r->n; i++) {
		struct span value = r->v[i].value, where;
		size_t at = span_find(value, 0, S(" = "));
		struct span rest = span_from(value, at + 3);
		struct mention one = { .name = span_trim(span_head(value, at)) };

		if (one.name.n == 0 || !span_word(&rest, &where) || !span_eq(where, platform)
		    || !span_word(&rest, &one.address))
			continue;
		one.hidden = is_hidden(one.address);
		one.address = span_from(one.address, one.address.s[0] == '@');
		ARENA_PUSH(a, m, one);
	}
}

const struct mention *
mention_at(const struct mentions *m, struct span text, size_t at)
{
	const struct mention *best = NULL;
	struct span rest = span_from(text, at + 1);

	if (at > 0 && span_is_word(text.s[at - 1]))
		return NULL;
	for (size_t i = 0; i < m->n; i++)
		if (span_starts(rest, m->v[i].name) && (rest.n == m->v[i].name.n || !span_is_word(rest.s[m->v[i].name.n]))
		    && (best == NULL || m->v[i].name.n > best->name.n))
			best = &m->v[i];
	return best;
}

void
mention_put(const struct mentions *m, struct span text, struct buf *out)
{
	const struct mention *one;
	size_t done = 0;

	for (size_t i = 0; m->n > 0 && (i = span_find_char(text, i, '@')) < text.n; i++) {
		one = mention_at(m, text, i);
		if (one == NULL || one->hidden)
			continue;
		buf_add(out, span_between(text.s + done, text.s + i + 1));
		buf_add(out, one->address);
		done = i + 1 + one->name.n;
	}
	buf_add(out, span_from(text, done));
}
