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
	bool named;                /* it begins with a name that is a word too: Will, May */
	bool typed;               /* a person wrote it; `from` is any */
};

/* What the lines are made for; `spent` marks the sources that better captions used, by place. */
struct hook_wish {
	const struct sources *all;
	const struct taken *taken;
	const bool *spent;
	enum hook_kind kind;
	struct span opener; /* as the profile has it: "Did you know that" */
};

/* False when no sentence will do. */
bool hook_question(const struct hook_wish *wish, struct line *out);
bool hook_context(const struct hook_wish *wish, const struct line *hook, struct line *out);
bool hook_kicker(const struct hook_wish *wish, struct line *out);

#endif
