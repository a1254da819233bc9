/* SPDX-License-Identifier: ISC */
/*
 * hook_part: what the parts of hook share; only they include this.
 */
#ifndef HOOK_PART_H
#define HOOK_PART_H

#include "hook.h"

/* How freely a sentence may be taken: first the good ones, then what is left. */
enum strictness { STRICT, LOOSE, ANY, LAST, STRICTNESSES };

/* What a line of each kind asks of a sentence. */
struct wanted {
	const struct hook_wish *wish;
	const struct sources *all;
	const struct taken *taken;
	size_t most; /* characters */
	enum strictness strict;
	int (*score)(const struct wanted *want, const struct source *s, const struct form *form);
	const struct source *hook;
	struct span said; /* the line above, where a full name may have been given */
	struct candidate above; /* and its content words */
	int least;           /* a score that is no higher does not count, however much lower it is */
};

/* A form's content words, as rewrite.h compares them; they are looked up once. */
static inline struct candidate
hook_line(const struct sources *all, const struct source *from, const struct form *form)
{
	struct candidate line = { .text = form->text, .from = from, .key = form->key, .nkeys = form->nkeys };
	struct form *own = &from->forms[form - from->forms];

	if (own->key == NULL) {
		rewrite_keys(&line, all->arena);
		own->key = line.key;
		own->nkeys = line.nkeys;
	}
	return line;
}

/* What a sentence, in one of its forms, is worth for a line. */
int hook_score_question(const struct wanted *want, const struct source *s, const struct form *form);
int hook_score_context(const struct wanted *want, const struct source *s, const struct form *form);
int hook_score_kicker(const struct wanted *want, const struct source *s, const struct form *form);

#endif
