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
	EMOJI_FORMS = 8,    /* of a word: itself, and one for each ending that comes off */
	EMOJI_HITS = 24,
	EMOJI_CANDIDATES = 40,
	EMOJI_TOPICS = 20, /* emojis for what the whole caption is about */
	EMOJI_NEUTRAL = 6,
	EMOJI_BATCH = 64,  /* lines that get theirs together; a caption has about ten */
	EMOJI_FIELDS = 24, /* subject fields that are told apart */
	EMOJI_WEIGHT = 5,  /* of a concept that names none */
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
	struct arena *scratch; /* for the grammar of a line; NULL: no grammar is looked at */
	const struct tab *own;
	const struct span *name;
	size_t names;
	struct span field[EMOJI_FIELDS];
	size_t weight[EMOJI_FIELDS];
	size_t fields, total; /* the sum of the weights */
};

/* The words of a line. */
struct emoji_word {
	char s[EMOJI_LONGEST + 4]; /* in low letters; room for an ending that is put back */
	size_t n;
	size_t at;   /* where it stands in the line */
	int role;    /* what its part in the sentence adds to its worth */
	bool verb;
	bool name;   /* high first letter, in a line that is not all in title case */
	bool severs; /* punctuation before it: no phrase runs across */
};

struct emoji_words {
	struct emoji_word v[EMOJI_WORDS];
	size_t n;
};
void emoji_split(struct emoji_words *w, struct span v, const struct emoji_context *c);

/* Sets the roles: what a sentence is about stands in its subject and object, in nouns sooner than in
 * verbs, in verbs sooner than in adjectives. The scratch arena is reset. */
void emoji_roles(struct emoji_words *w, struct span v, struct arena *scratch);

/* A word's variants, the word itself first; they point into it. */
struct emoji_forms {
	struct span v[EMOJI_FORMS];
	char s[EMOJI_FORMS][EMOJI_LONGEST + 4];
	size_t n;
};
void emoji_forms(struct emoji_forms *f, const struct emoji_word *w);

/* A concept found in a line. */
struct emoji_hit {
	struct span key, emojis;
	size_t at, words; /* which words of the line, at least one */
	int weight;	  /* 1 to 9 */
	int role;	  /* of the best of its words */
	bool grave, festive;
	bool own;  /* the user's: it has one sense */
	bool verb; /* a single word, and a verb here */
	struct span field;
};

/* What a line is about. */
struct emoji_line {
	struct emoji_hit *hit;
	size_t hits, words;
	bool grave; /* nothing festive here */
};

/* `room` is for EMOJI_HITS; the line points into it. */
void emoji_match(struct emoji_line *l, struct emoji_hit *room, struct span text, const struct emoji_context *c);

/* Settles the words that have several senses: `train@verb` is for the verb, `bank@nature` for a line
 * and a text about that field. */
void emoji_sense(struct emoji_line *l, const struct emoji_context *c);
void emoji_context_add(struct emoji_context *c, const struct emoji_line *l);

/* An emoji that a line might get. Its score is less by EMOJI_TIRED for each step that it is worn. */
#define EMOJI_TIRED 120
struct emoji_candidate {
	struct span emoji;
	const struct emoji_hit *hit;
	int rank, score;
	int tired; /* 0 fresh, 1 worn, 2 worn out: what everybody uses */
};
size_t emoji_candidates(struct emoji_candidate *v, size_t most, const struct emoji_line *l, bool grave);

/* Adds the marks of the fields that the text is about, `*@FIELD` in the table, as hits. */
void emoji_field_hits(struct emoji_line *l, struct emoji_hit *room, const struct emoji_context *c);

/* A place for an emoji: an end of a line of the record. */
struct emoji_slot {
	size_t at; /* the line */
	enum field field;
	bool back; /* after the value, not before it */
	struct emoji_candidate *own;
	size_t n;
	struct emoji_candidate chosen; /* an empty emoji: none was left */
};

/* Lines that get theirs together. `topic` is for those that say little of their own: what the whole
 * caption is about, the marks of its fields, and neutral ones in the end. */
struct emoji_board {
	struct emoji_set used;
	struct emoji_slot *slot;
	struct emoji_pair *pair;
	size_t slots, pairs, pair_room, topic_n;
	struct arena *arena;
	struct emoji_candidate topic[EMOJI_TOPICS + EMOJI_NEUTRAL];
};
void emoji_board_init(struct emoji_board *b, size_t slots, struct arena *a);
void emoji_assign(struct emoji_board *b);

/* The mark that stands before a field's line: of bullets that of -b, else the record's or the
 * profile's; may be empty. */
struct span emoji_mark(const struct rec *r, const struct emoji_options *o, enum field f);

/* A line on a choice, for -e. `c` may be NULL: it is a mark. */
void emoji_explain(const struct emoji_options *o, struct span where, struct span emoji,
    const struct emoji_candidate *c);

/* The emojis of last resort, ranked. */
struct span emoji_neutral(void);

#endif
