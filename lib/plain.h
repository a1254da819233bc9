/* SPDX-License-Identifier: ISC */
/*
 * plain: a text without markup as parts: a line of a paste, or the lines of a wrapped text
 * that belong together. Each pass (chrome, prompt, head, lists, headings) settles the role of the
 * parts that it is sure of; what is left undecided at the end is prose. For plain and unwrap.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "article.h"

/* No article has so many parts: what follows is not read, so that memory stays bounded. */
#define PLAIN_PARTS_MAX ((size_t)1 << 18)

/* Of an item that has lost its mark, at most: where it is a bare line, or sentences, or where its
 * like stands beside it. */
#define PLAIN_ITEM_WORDS 50
#define PLAIN_SENTENCE_WORDS 50
#define PLAIN_MAKE_WORDS 130
#define PLAIN_HEADING_WORDS 16

enum plain_role {
	PLAIN_OPEN,     /* undecided */
	PLAIN_DROPPED,  /* no part of the article */
	PLAIN_HEADING,
	PLAIN_ITEM,
	PLAIN_QUOTE,
	PLAIN_PROSE,
	PLAIN_CODE,
};

struct plain_part {
	enum plain_role role;
	struct span number;   /* of a list, as written, with the blank after it */
	struct block block;   /* the text, clean, without its list mark, and its lines */
	size_t words;
	unsigned indent;      /* columns before the text (its mark, if any) */
	unsigned hang;        /* columns before the words after a mark */
	unsigned gap;         /* blank lines above */
	char mark;            /* of a list: '*' or '1'; 0 without */
	int worth;            /* to a page's article: plain_worth.c */
	bool centred;         /* as lynx sets a title */
	bool cut;             /* something was dropped above */
	bool outdented;       /* begins left of the prose, as lynx sets a heading */
	bool title;           /* the one of the article, by what stands around it */
};

struct plain {
	struct article *art;
	struct plain_part *v;
	size_t n, cap;
	bool wrapped;
	unsigned usual;       /* the indent of a wrapped text's prose */
	bool spaced;          /* paragraphs have blank lines between them */
	bool page;            /* a whole page, with its furniture */
	size_t headings;      /* lines that can only be headings, */
	size_t title_case;    /* and how many of them are in title case */
	size_t questions;     /* short paragraphs that ask, with an answer under them */
};

/* Adds a part, or a further line to the last one. The text is without mark and indent. */
struct plain_part *plain_part_add(struct plain *p, struct span text, size_t line);
void plain_part_continue(struct plain *p, struct span text, size_t line);

/* Takes the white space off the front of a line; gives how many columns it took. */
unsigned plain_take_indent(struct span *line);

/* The mark of a list at the start of a trimmed line: its length with the blanks after it; 0
 * without. */
size_t plain_mark(struct span line, char *mark);

/* Takes out what was dropped: done after each pass, so that looking for a neighbour stays cheap. */
void plain_compact(struct plain *p);

void plain_drop(struct plain *p, size_t from, size_t to); /* parts from..to-1, as many as there are */

/* The next or last part before that is not dropped; p->n when there is none. */
size_t plain_next(const struct plain *p, size_t i);
size_t plain_last(const struct plain *p, size_t i);

/* Shapes of a line. */
bool plain_is_stopped(struct span text);   /* ends in . ! ? : ; , but for closing quotes */
char plain_stop(struct span text);         /* that stop; 0 without */
bool plain_is_prose(const struct plain_part *part); /* a paragraph, surely */
bool plain_is_rule(struct span line);      /* a line drawn with characters */
bool plain_is_headline(const struct plain_part *part); /* could be a title or a heading */
bool plain_is_abbreviated(const struct plain_part *part); /* few words that end in `U.S.` */
bool plain_is_caption(const struct plain_part *part); /* of an image, or its credit */
bool plain_is_name(struct span text);      /* capitalised words as of a person */
bool plain_is_tags(struct span text);      /* a line of hashtags */
bool plain_has_stop(struct span text);     /* a sentence ends within */
bool plain_is_quoted(struct span text);    /* begins with a double quote */
bool plain_starts_low(struct span text);   /* with a small letter */
bool plain_is_domain(struct span text);    /* `login.gov`: the name of a site, and nothing else */

/* The same of a part: plain_stop_of is 0 past the end. */
bool plain_is_open(const struct plain *p, size_t i);   /* undecided, without a mark */
char plain_stop_of(const struct plain *p, size_t i);
bool plain_is_bare(const struct plain *p, size_t i);   /* open, short, without end stop */
bool plain_is_alone(const struct plain *p, size_t i);  /* short, with prose under it */
bool plain_runs_on(struct span text);                  /* `..., and`: the next one goes on */
bool plain_is_title_case(struct span text);

bool plain_is_of_series(struct span text); /* `Lesson 2: ...` */

/* Of an item's text: where its label ends (0 without); does it begin with a few words and a stop,
 * like a label; do two begin with one word; is the first word one that paragraphs begin with? */
size_t plain_label_length(struct span text);
bool plain_has_lead(struct span text);
bool plain_same_start(struct span x, struct span y);
bool plain_same_end(struct span x, struct span y);
bool plain_is_opener(struct span text);
bool plain_is_order(struct span text); /* says what to do */
bool plain_asks(struct span text);     /* begins with a question word */

/* Are two parts items of one make: both with a label; however long they are; the later one like the
 * first one after a colon; two that need no colon; two questions? */
bool plain_make_labelled(const struct plain *p, size_t a, size_t b);
bool plain_make_one(const struct plain *p, size_t first, size_t i);
bool plain_make_alike(const struct plain *p, size_t first, size_t i);
bool plain_make_pair(const struct plain *p, size_t a, size_t b);
bool plain_make_questions(const struct plain *p, size_t a, size_t b);

/* The number of things that a line names, 0 without; and a paragraph's last sentence. */
size_t plain_named_count(struct span text);
struct span plain_last_sentence(struct span text);

/* The passes, in their order. */
void plain_find_prompt(struct plain *p);
void plain_find_body(struct plain *p);     /* of a whole page: where the article stands */
void plain_find_chrome(struct plain *p);
void plain_find_head(struct plain *p);     /* title, byline, date */
void plain_find_site(struct plain *p, size_t title); /* named above the title */
void plain_find_captions(struct plain *p); /* of images; stray words */
void plain_find_promotions(struct plain *p); /* notes and promotions at the end */
void plain_find_repeats(struct plain *p);  /* pull quotes */
void plain_find_code(struct plain *p);
void plain_find_tables(struct plain *p);
void plain_find_numbered(struct plain *p); /* headings with a number */
void plain_find_lists(struct plain *p);
void plain_find_headings(struct plain *p);
void plain_find_set_code(struct plain *p); /* by where lynx sets it */
void plain_find_labels(struct plain *p);   /* headings that were bold lines */
void plain_find_quotes(struct plain *p);

/* All the passes, then the blocks of the article. */
void plain_finish(struct plain *p);

bool plain_is_page(struct span text); /* with its furniture */
bool plain_is_wall(const struct plain *p); /* asks for a subscription, and has no more than a start */
bool plain_is_form(struct span text); /* a field of a form */

/* What the chrome tables call a line: the kind's name, or empty. */
struct span plain_chrome(struct span text);

/* Is the line made of a byline's pieces only? Fills in author and date, where they are NULL not. */
bool plain_byline(struct span line, struct span *author, struct span *date);

#endif
