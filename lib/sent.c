/* SPDX-License-Identifier: ISC */
#include "sent_part.h"

static void
add(struct sents *out, struct span sentence, struct arena *a)
{
	sentence = span_trim(sentence);
	if (sentence.n > 0)
		ARENA_PUSH(a, out, sentence);
}

static void
split_line(struct span v, struct sents *out, struct arena *a)
{
	struct stop p;
	size_t start = 0, from = 0;

	while (sent_stop(v, from, &p)) {
		from = p.end;
		if (!sent_ends(v, start, &p))
			continue;
		add(out, span_between(v.s + start, v.s + p.end), a);
		start = from = p.next;
	}
	add(out, span_from(v, start), a);
}

void
sent_split(struct span para, struct sents *out, struct arena *a)
{
	split_line(para, out, a);
}
