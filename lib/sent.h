/* SPDX-License-Identifier: ISC */
/*
 * sent: where sentences begin and end, in one paragraph of clean text. The sentences are views of
 * it, trimmed, in order; together they hold every character but the blanks between them.
 */
#ifndef SENT_H
#define SENT_H

#include "arena.h"
#include "span.h"

struct sents {
	struct span *v;
	size_t n, cap;
};

/* Adds the sentences of a paragraph; linear in its length. */
void sent_split(struct span para, struct sents *out, struct arena *a);

#endif
