/* SPDX-License-Identifier: ISC */
/* emoji_part: what the parts of emoji share. */
#ifndef EMOJI_PART_H
#define EMOJI_PART_H

#include "emoji.h"

extern const struct tab tab_emoji, tab_emojis;

/* Columns of emoji.tsv, and of emojis.tsv. */
enum { CONCEPT_KEY, CONCEPT_EMOJIS, CONCEPT_TONE, CONCEPT_WEIGHT, CONCEPT_FIELD };
enum { EMOJIS_KEY, EMOJIS_NAME, EMOJIS_TIRED, EMOJIS_TONE };

enum {
	EMOJI_WORDS = 48,   /* of a line that are looked at */
	EMOJI_LONGEST = 28, /* bytes of a word; longer ones are passed over */
	EMOJI_FORMS = 17,   /* of a word: itself, and one for each ending that may come off */
	EMOJI_HITS = 24,
	EMOJI_CANDIDATES = 40,
	EMOJI_BATCH = 64,  /* lines that get theirs together; a caption has about ten */
	EMOJI_FIELDS = 24, /* subject fields that are told apart */
};

/* A set of emojis; one is the same with and without U+FE0F. */
struct emoji_set {
	struct span *slot;
	size_t n, slots;
	struct arena *arena;
};
void emoji_set_add(struct emoji_set *s, struct span e);
void emoji_set_add_all(struct emoji_set *s, struct span text); /* every emoji in the text */
bool emoji_set_has(const struct emoji_set *s, struct span e);

/* Words that are names in this text, and the fields that the text is about. */
struct emoji_context {
	const struct tab *own;
	const struct span *name;
	size_t names;
	struct span field[EMOJI_FIELDS];
	size_t weight[EMOJI_FIELDS];
	size_t fields;
};

/* The words of a line. */
struct emoji_word {
	char s[EMOJI_LONGEST + 4]; /* in low letters; room for an ending that is put back */
	size_t n;
	bool name;   /* high first letter, in a line that is not all in title case */
	bool severs; /* punctuation before it: no phrase runs across */
};

struct emoji_words {
	struct emoji_word v[EMOJI_WORDS];
	size_t n;
};
void emoji_split(struct emoji_words *w, struct span v, const struct emoji_context *c);

/* A word's variants, the word itself first. */
struct emoji_forms {
	struct span v[EMOJI_FORMS];
	char s[EMOJI_FORMS][EMOJI_LONGEST + 4];
	size_t n;
};
void emoji_forms(struct emoji_forms *f, const struct emoji_word *w, size_t most);

/* A concept, as a row of a table. */
struct emoji_found {
	const struct tab *t;
	size_t row;
	size_t most; /* the most that it may weigh, since it is a guess; 0: no guess */
};

/* A concept found in a line. */
struct emoji_hit {
	struct emoji_found found; /* in its usual sense; what follows is of the sense it has here */
	bool name;                /* its first word is a name */
	struct span key, emojis;
	size_t at, words; /* which words of the line, at least one */
	int weight;	  /* 1 to 9 */
	bool grave, festive;
	struct span field;
};

/* What a line is about. */
struct emoji_line {
	struct emoji_hit hit[EMOJI_HITS];
	size_t hits, words;
	bool grave; /* nothing festive here */
};

void emoji_match(struct emoji_line *l, struct span text, const struct emoji_context *c);

/* Chooses the senses again, once more is known of the fields. */
void emoji_settle(struct emoji_line *l, const struct emoji_context *c);
void emoji_context_add(struct emoji_context *c, const struct emoji_line *l);

/* An emoji that a line might get. */
struct emoji_candidate {
	struct span emoji;
	const struct emoji_hit *hit;
	int rank, score;
	int tired; /* 0 fresh, 1 worn, 2 worn out: what everybody uses */
};
size_t emoji_candidates(struct emoji_candidate *v, const struct emoji_line *l, bool grave);

/* A place for an emoji: an end of a line of the record. */
struct emoji_slot {
	size_t at; /* the line */
	enum field field;
	bool back; /* after the value, not before it */
	struct emoji_line line;
	struct emoji_candidate own[EMOJI_CANDIDATES];
	size_t n;
	struct emoji_candidate chosen; /* an empty emoji: none was left */
};

/* Lines that get theirs together. `topic` is for those that say nothing of their own. */
struct emoji_board {
	struct emoji_set used;
	struct emoji_slot *slot;
	struct emoji_pair *pair;
	size_t slots, pairs, pair_room, topic_n;
	struct arena *arena;
	struct emoji_candidate topic[EMOJI_CANDIDATES];
};
void emoji_board_init(struct emoji_board *b, struct arena *a);
void emoji_assign(struct emoji_board *b);

/* The mark that stands before a field's line: the record's or the profile's; may be empty. */
struct span emoji_mark(const struct rec *r, const struct emoji_options *o, enum field f);

/* A line on a choice, for -e. `c` may be NULL: it is a mark. */
void emoji_explain(const struct emoji_options *o, struct span where, struct span emoji,
    const struct emoji_candidate *c);

/* The emojis of last resort, ranked. */
struct span emoji_neutral(void);

#endif
