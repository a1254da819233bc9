/* SPDX-License-Identifier: ISC */
#include "markdown.h"

#include "article.h"

#include <stdlib.h>

#define LABEL 200

/* A reference's label as it is compared: ASCII letters low, one blank for white space. */
static struct span
fold(struct span label, char *into)
{
	struct span word;
	size_t n = 0;

	while (span_word(&label, &word)) {
		if (n > 0)
			into[n++] = ' ';
		for (size_t i = 0; i < word.n; i++)
			into[n++] = span_lower(word.s[i]);
	}
	return (struct span){ into, n };
}

static void
sort_refs(struct markdown *m)
{
	char into[LABEL];

	for (size_t i = 0; i < m->refs.n; i++)
		m->refs.v[i] = arena_span(m->arena, fold(span_head(m->refs.v[i], LABEL), into));
	if (m->refs.n > 1)
		qsort(m->refs.v, m->refs.n, sizeof(*m->refs.v), span_order);
}

bool
markdown_has_ref(const struct markdown *m, struct span label)
{
	char into[LABEL];
	struct span key;

	if (m->refs.n == 0 || label.n > LABEL || span_find_char(label, 0, '[') < label.n)
		return false;
	key = fold(label, into);
	return bsearch(&key, m->refs.v, m->refs.n, sizeof(key), span_order) != NULL;
}

static void
free_buffers(struct markdown *m)
{
	buf_free(&m->sink.text);
	buf_free(&m->para);
}

struct span
markdown_plain(struct span value, struct arena *a)
{
	struct article art = { .arena = a };
	struct markdown m = { .art = &art, .arena = a, .kind = BLOCK_PARA };
	struct span plain = S("");

	markdown_inline(&m, value, 1);
	for (size_t i = 0; i < art.n; i++)
		plain = i == 0 ? art.v[i].text : arena_join(a, arena_join(a, plain, S(" ")), art.v[i].text);
	free_buffers(&m);
	return plain;
}

void
markdown_read(struct article *art, struct span text, size_t line)
{
	struct markdown m = { .art = art, .arena = art->arena, .first = art->n };
	struct buf prose = BUF_INIT;
	struct span rest, v;

	markdown_strip(&m, text, &prose);
	sort_refs(&m);
	rest = buf_view(&prose);
	for (; span_next(&rest, '\n', &v); line++)
		markdown_block_line(&m, v, line);
	markdown_block_end(&m);
	markdown_tidy(&m);
	free_buffers(&m);
	buf_free(&prose);
}
