/* SPDX-License-Identifier: ISC */
/*
 * sent: where sentences begin and end, in one paragraph of clean text. A newline in it ends a
 * sentence unless the text is wrapped there. The sentences are views of
 * it, trimmed, in order; together they hold every character but the blanks between them.
 */
#ifndef SENT_H
#define SENT_H

#include "arena.h"
#include "buf.h"
#include "span.h"

struct sents {
	struct span *v;
	size_t n, cap;
};

/* Quotation marks and brackets that close: they belong to the stop before them. */
bool sent_is_closer(uint32_t c);

/* Adds the sentences of a paragraph; linear in its length. */
void sent_split(struct span para, struct sents *out, struct arena *a);

/* Appends text as it comes, from a page or a PDF, with what is not prose left out: tags, the leaders
 * and numbers of pages, rules, spelled-out newlines; a stop on a line of its own goes back to its
 * sentence. Paragraphs stay apart by blank lines. */
void sent_clean(struct span text, struct buf *out);

#endif
