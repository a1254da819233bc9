/* SPDX-License-Identifier: ISC */
/*
 * emoji: one apt emoji a line, none twice, within a budget. The table lib/tab/emoji.tsv maps
 * concepts (words and short phrases, by their stem) to emojis, best first, with a tone.
 */
#ifndef EMOJI_H
#define EMOJI_H

#include "arena.h"
#include "buf.h"
#include "rec.h"

struct emoji_options {
	int max;              /* -n: emojis in a caption, -1: as the house format has them */
	struct span mark;     /* -b: one mark for all bullets; empty: a fitting one each */
	struct span avoid;    /* -a: a text whose emojis are not used */
	const struct tab *own; /* -l: the user's concepts, looked up before ours; or NULL */
	bool explain;         /* -e: say why, on stderr */
};

/* The emojis at the ends of a value, as lengths in bytes without the blank beside them. */
size_t emoji_prefix(struct span v);
size_t emoji_suffix(struct span v);

/* The value without emojis at its ends, trimmed. */
struct span emoji_strip(struct span v);

/* The length of the emoji that starts at `at`, 0 when none does. */
size_t emoji_at(struct span v, size_t at);

/* The best emoji for a word or phrase; empty when nothing fits. */
struct span emoji_for(struct span phrase, struct arena *a);

/* Writes emojis into Title, Hook, Lead, Bullet, Kicker and Call of a record. */
void emoji_record(struct rec *r, const struct emoji_options *o);

/* Decorates a plain text: its title line, list items and paragraphs. */
void emoji_text(struct span text, struct buf *out, const struct emoji_options *o);

#endif
