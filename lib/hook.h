/* SPDX-License-Identifier: ISC */
/*
 * hook: the lines of a caption that are whole sentences: the question, what follows it, and the
 * last word that looks ahead. Each is a sentence of the article with what it can lose taken off.
 */
#ifndef HOOK_H
#define HOOK_H

#include "choose.h"

enum hook_kind { HOOK_QUESTION, HOOK_NUMBER, HOOK_CONTRAST, HOOK_QUOTE };

struct line {
	struct span text;
	const struct source *from;
	struct span also;          /* a further From line, or empty */
};

/* `opener` as the profile has it ("Did you know that"). False when no sentence will do. */
bool hook_question(const struct sources *all, const struct taken *taken, enum hook_kind kind,
    struct span opener, struct line *out);
bool hook_context(const struct sources *all, const struct taken *taken, const struct line *hook,
    struct line *out);
bool hook_kicker(const struct sources *all, const struct taken *taken, struct line *out);

#endif
