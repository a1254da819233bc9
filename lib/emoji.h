/* SPDX-License-Identifier: ISC */
/*
 * emoji: one apt emoji a line, none twice, within a budget. The table lib/tab/emoji.tsv maps
 * concepts (words and short phrases) to emojis, best first, with a tone; the text alone decides.
 * Nothing here keeps what it is given: spans that are handed out point into tables or arguments.
 */
#ifndef EMOJI_H
#define EMOJI_H

#include "arena.h"
#include "buf.h"
#include "rec.h"
#include "tab.h"

struct emoji_options {
	int max;	       /* -n: emojis in a caption, -1: as the house format has them */
	struct span mark;      /* -b: one mark for all bullets; empty: as the profile has it */
	struct span avoid;     /* -a: a text whose emojis are not used */
	const struct tab *own; /* -l: the user's concepts, looked up before ours; or NULL */
	const struct rec
	    *profile;	 /* its marks, for who brings none; or NULL */
	struct buf *why; /* -e: a line on each choice is added to it; or NULL */
};

/* The length of the emoji that starts at `at`, 0 when none does. */
size_t emoji_at(struct span v, size_t at);

/* Is it one emoji, and no other text? */
bool emoji_is_one(struct span v);

/* The place of the next emoji at or after `from`; v.n when there is none. */
size_t emoji_find(struct span v, size_t from);

/* The emojis at the ends of a value, as lengths in bytes without the blank beside them. */
size_t emoji_prefix(struct span v);
size_t emoji_suffix(struct span v);

/* The value without emojis at its ends, trimmed. */
struct span emoji_strip(struct span v);

/* The value without any emoji: itself, or a copy in the arena. */
struct span emoji_drop(struct span v, struct arena *a);

/* Reads a user's concepts, `concept TAB emojis` a line with further columns as in emoji.tsv, into
 * *t, which lives in the arena; the last row of a concept stands. False: what is wrong, and where.
 */
bool emoji_lexicon(struct tab *t, struct span text, struct arena *a, struct tab_error *e);

/* Writes emojis into Title, Hook, Lead, Bullet, Kicker and Call of a record. */
void emoji_record(struct rec *r, const struct emoji_options *o);

/* Decorates a plain text: its title line, list items and paragraphs. */
void emoji_text(struct span text, struct buf *out, const struct emoji_options *o);

#endif
