/* SPDX-License-Identifier: ISC */
/*
 * dash_part: what the files of the dash module share: marks, words and clauses.
 *
 * A second run must change nothing. So whether a dash stays (dash_keep, dash_next) hangs only on
 * bytes that a run leaves as they are; what a dash becomes may hang on anything near it.
 */
#ifndef DASH_PART_H
#define DASH_PART_H

#include "dash.h"

/* How far a decision looks, each way: a sentence is decided in a window of constant size. */
enum { DASH_REACH = 1200, DASH_MARKS = 24 };

/* So nothing hangs on what lies further away than this, before and after. */
enum { DASH_BEHIND = 5 * DASH_REACH, DASH_AHEAD = 5 * DASH_REACH };

enum dash_kind {
	DASH_EM,     /* U+2014 and its like, entities and mojibake of them too */
	DASH_EN,     /* U+2013, U+2012 */
	DASH_DOUBLE, /* -- or --- */
	DASH_HYPHEN, /* - between blanks */
};

/* What comes in a dash's place. */
enum dash_put {
	DASH_PUT_NOTHING, DASH_PUT_COMMA, DASH_PUT_COLON, DASH_PUT_SEMICOLON, DASH_PUT_STOP,
	DASH_PUT_OPEN, DASH_PUT_CLOSE, DASH_PUT_CLOSE_COMMA, DASH_PUT_DOTS, DASH_PUT_EN,
	DASH_PUT_MINUS,
};

struct dash_run;

struct dash_mark {
	enum dash_kind kind;
	size_t at, end;   /* the dash, or several of them with blanks between */
	size_t from, to;  /* with the blanks around it, and one line end at most */
	size_t line;      /* the start of its line; set for dash_keep */
	size_t left, right; /* its sentence, or the brackets in it that it stands in */
	enum dash_role role;
	enum dash_put put;
	bool joined;      /* no blank after what is put */
	bool capital;     /* what follows begins a sentence */
};

/* The length of the dash at `at`, and its kind; 0 when there is none. */
size_t dash_length(struct span text, size_t at, enum dash_kind *kind);

/* The next dash that begins in text[at..limit) and is not in code or a tag. */
bool dash_next(struct span text, size_t at, size_t limit, struct dash_mark *m);

/* The first byte in text[at..limit) that may begin a dash or something that holds none. */
size_t dash_candidate(struct span text, size_t at, size_t limit);

/* The end of the code span or tag at `at`; `at` when there is none. */
size_t dash_skip(struct span text, size_t at);

/* What a mark is by the bytes that touch it: DASH_NONE (leave it), DASH_RANGE, or something to
 * decide (DASH_TAIL). */
enum dash_role dash_keep(struct span text, const struct dash_mark *m);

/* Does it stand between numbers or dates; and do those agree, so that it is a range whatever dash it is? */
bool dash_is_range(struct span text, const struct dash_mark *m);
bool dash_agrees(struct span text, const struct dash_mark *m);
bool dash_starts_number(struct span text, size_t at);

/* The letters that end before `at`, and those that begin there; few enough for a word. */
struct span dash_word_before(struct span text, size_t at);
struct span dash_word_at(struct span text, size_t at);

/* Characters around a dash. */
enum dash_char {
	DASH_CHAR_EDGE, DASH_CHAR_BLANK, DASH_CHAR_LETTER, DASH_CHAR_DIGIT, DASH_CHAR_OPEN,
	DASH_CHAR_CLOSE, DASH_CHAR_QUOTE, /* " or ', which may be either */
	DASH_CHAR_END,                    /* . ? ! and the ellipsis */
	DASH_CHAR_MID,                    /* , ; : */
	DASH_CHAR_MARKUP,                 /* * _ ~ */
	DASH_CHAR_MONEY, DASH_CHAR_CJK, DASH_CHAR_OTHER,
};
enum dash_char dash_char_at(struct span text, size_t at, size_t *n);
enum dash_char dash_char_before(struct span text, size_t at, size_t *n);

/* The length of the blank (also NBSP and thin spaces, not a line end) at or before a place. */
size_t dash_blank_at(struct span text, size_t at);
size_t dash_blank_before(struct span text, size_t at);

/* The classes of a word, from lib/tab/dash.tsv: a letter each. */
#define DASH_CLASS(letter) (1u << ((letter) - 'a'))
enum {
	DASH_ABBREVIATION = DASH_CLASS('a'),
	DASH_ORDER = DASH_CLASS('b'),       /* opens an imperative */
	DASH_DETERMINER = DASH_CLASS('d'),
	DASH_ARTICLE = DASH_CLASS('h'),     /* and possessives: begins an object for certain */
	DASH_OBJECT = DASH_CLASS('o'),      /* "them" */
	DASH_PREPOSITION = DASH_CLASS('e'),
	DASH_NO_LABEL = DASH_CLASS('i'),
	DASH_COMMA_TAIL = DASH_CLASS('k'),  /* opens a tail that a comma suits */
	DASH_ANNOUNCES = DASH_CLASS('l'),   /* "the reason" */
	DASH_NUMBER = DASH_CLASS('n'),
	DASH_SPEECH = DASH_CLASS('w'),      /* "said" */
	DASH_PREFIX = DASH_CLASS('x'),      /* "post" */
	DASH_RELATIVE = DASH_CLASS('r'),    /* takes the next verb */
	DASH_SUBJECT = DASH_CLASS('s'),
	DASH_DATE = DASH_CLASS('t'),        /* month or day */
	DASH_VERB = DASH_CLASS('v'),        /* finite for certain */
	DASH_JOINS = DASH_CLASS('c'),       /* "and" */
	DASH_ADVERB = DASH_CLASS('j'),      /* "then": no subject, at the head of a clause */
	DASH_FEW = DASH_CLASS('f'),         /* "a move few had foreseen": a subject behind its noun */
	DASH_WHEN = DASH_CLASS('g'),        /* "later": a way in, after a noun */
	DASH_TOPIC = DASH_CLASS('m'),       /* "the verdict": announces where there is no verb */
	DASH_ONE = DASH_CLASS('u'),         /* "one", "only" */
	DASH_ASKS = DASH_CLASS('y'),        /* "what" */
	DASH_ALL = DASH_CLASS('q'),         /* "everything", "none" */
	DASH_SURE = DASH_CLASS('p'),        /* opens an imperative, and is no noun */
	DASH_AFTER = DASH_CLASS('z'),       /* "more": comes after a verb, not after a noun */
};

enum {
	DASH_LOWER = 1 << 0, DASH_ENDS_S = 1 << 1, /* but not -ss */ DASH_ENDS_ED = 1 << 2, DASH_ENDS_LY = 1 << 3,
	DASH_ENDS_NT = 1 << 4, DASH_ENDS_ING = 1 << 5, DASH_ENDS_THING = 1 << 6,
};

struct dash_word {
	size_t at, end;
	unsigned classes;
	unsigned ends; /* how it ends, when it is longer than three letters, and how it begins */
	bool comma; /* a comma, semicolon or colon stands before it */
};

/* The next word of text[*at..end); *at moves behind it. */
bool dash_word(struct span text, size_t *at, size_t end, struct dash_word *w);
struct span dash_word_span(struct span text, const struct dash_word *w);
unsigned dash_classes(struct span word);

struct dash_phrase {
	size_t words;
	size_t commas;       /* not the ones in numbers */
	unsigned first;      /* classes of the first word, the second and the last */
	unsigned second;
	unsigned last;
	bool clause;         /* has a subject and a finite verb of its own */
	bool verb;           /* has a finite verb anywhere */
	bool titled;         /* every long word has a capital */
	bool numbered;       /* a number word among the last four, and a plural at the end */
	bool joins;          /* "and" or "or" somewhere */
	bool one;            /* "one fear": the number one before the last words */
	bool what;           /* "what it meant": a question word among the last words */
	bool announces;      /* "his goal is modest": an announcing word somewhere */
	bool negative;       /* "not" or "n't" somewhere */
	size_t asks;         /* question words */
	struct span head;    /* the first word */
};
/* A brief look ends when a clause is found; else the end of the phrase is looked at in any case. */
struct dash_phrase dash_phrase(struct span text, size_t from, size_t to, bool brief);

/* A dash between its neighbours. */
struct dash_side {
	struct span text;
	const struct dash *d;
	struct dash_phrase before, after;
	enum dash_char prev, next; /* what touches the dash, blanks and emphasis left out */
};

/* What touches the dash may decide: an edge, another mark, the end of a sentence or of speech. True
 * when it did. */
bool dash_edges(struct dash_side *s, struct dash_mark *m);
bool dash_beside_mark(struct dash_side *s, struct dash_mark *m); /* but for sentences */
void dash_touching(struct dash_side *s, const struct dash_mark *m); /* fills in prev and next */
bool dash_is_capital(struct span text, size_t at); /* does the next word have a capital? */
bool dash_is_label(const struct dash_side *s, const struct dash_mark *m); /* `Speed — ships weekly` */
void dash_tail(struct dash_side *s, struct dash_mark *m); /* decides one that stands alone */
void dash_put(struct dash_mark *m, enum dash_role role, enum dash_put what);

/* Gives each mark of a sentence its role and what is put there. */
void dash_decide(const struct dash *d, struct span text, struct dash_mark *m, size_t n);

/* The sentence, line or cell around a place. */
bool dash_is_sentence_end(struct span text, size_t at); /* of a full stop, question mark or its like */
void dash_bounds(struct span text, size_t at, size_t *from, size_t *to);
void dash_brackets(struct span text, struct dash_mark *m, size_t n); /* narrows left and right */
bool dash_at_line_start(struct span text, size_t at); /* but for > and # and blanks */
size_t dash_line_start(struct span text, size_t at);
size_t dash_line_of(struct dash_run *run, struct span text, size_t at); /* the same, seldom searched */
void dash_count_to(struct dash_run *run, struct span text, size_t to); /* lines and columns, for what is found */
size_t dash_line_end(struct span text, size_t at);
bool dash_blank_line(struct span text, size_t at);

/* What it takes to rewrite a piece of text, here and in the next piece. */
struct dash_run {
	struct dash *d;
	bool markdown;       /* lines are looked at: lists, rules, tables, code */
	bool begins;         /* the document begins with this text */
	bool more;           /* and does not end with it */
	char until[16];      /* what ends the fence, comment or code that is open; "" when none is */
	size_t start;        /* of the line looked at last */
	size_t line, column; /* from 1, of the place in the text up to which they */
	size_t counted;      /* were counted */
};

/* Rewrites text[at..] as far as that is settled, and gives how far; what comes before `at` is only
 * looked at. Sets *changed, and appends what was rewritten, when any of it differs. */
size_t dash_piece(struct dash_run *run, struct span text, size_t at, struct buf *out, bool *changed);

/* Is it settled what becomes of a dash at `at`, or of what looks like one, if the text goes on? */
bool dash_is_settled(struct span text, size_t at);

/* text[from..stop) without what a dash after it may change: where that begins. */
size_t dash_holds(struct span text, size_t from, size_t stop);

/* The end of lines that hold no prose: a fence, front matter, a rule, indented code; else `at`. */
size_t dash_block(struct dash_run *run, struct span text, size_t at);

/* Where in text[at..limit) a fence or an element without prose begins; limit when none does. */
size_t dash_opaque(struct span text, size_t at, size_t limit);

#endif
