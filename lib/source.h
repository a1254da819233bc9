/* SPDX-License-Identifier: ISC */
/*
 * source: what the editor works from: the outline's lines of a record, each read as words, and what
 * the record says of the article. Everything lives in the record's arena.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include "compress.h"
#include "rec.h"
#include "truecase.h"
#include "words.h"

struct source {
	enum field field;    /* Point, Item, Label, Quote or Section */
	size_t first, last;  /* the input lines it stands on */
	unsigned weight;     /* 0 to 100; of a Section its level */
	struct span text;    /* word for word */
	struct span whole;   /* of a Quote: the same with its speaker */
	struct span label;   /* of a Label: what stands before the colon; of a Quote: the speaker */
	struct tokens tokens; /* of the text, without the label, as it came */
	struct words words;  /* of the text, without the label; the opening taken off; empty: not read */
	struct form *forms;  /* of the words, with "we" resolved; none where it cannot be */
	size_t nforms;
	bool resolved;       /* there was a "we" */
	bool written;        /* there was an "I": the author */
	bool dated;          /* a year was put in from the article's date */
	struct span stands_for; /* the From line of the name that was put in for "it"; or empty */
	size_t section;      /* the number of sections above it */
	size_t place;        /* its number among the sources */
	bool announces;      /* ends in a colon: what it says comes after it */
	bool closing;        /* under a heading that closes or looks ahead */
	bool mistake;        /* in a list of what not to do */
	bool framed;         /* one of a list of options, drawbacks, examples: not what the article holds */
	bool instance;       /* "For example, ..." */
	bool denied;         /* the sentence after it says "However" */
	bool counted;        /* a heading with its number, or one of as many as the title counts: a bullet as it is */
	bool stated;         /* what the article says of itself: its subtitle */
	bool myth;           /* a falsehood that the article names: said only with its label */
};

struct sources {
	struct source *v;
	size_t n, cap;
	struct span title, site, author, date;
	struct span title_from; /* the From line of the title; empty without one */
	struct span date_from, author_from; /* and of the date and the author */
	struct span writer;     /* the author, where it is one, by the full name */
	bool anonymous;       /* the site is only "the team": nothing says who "we" is */
	bool shared;          /* and there is none: "we" is the author and the reader; it stands only where it is not said */
	struct span *person;  /* full names */
	size_t npersons, person_cap;
	struct span *topic;   /* what the article is about, best first */
	size_t ntopics;
	struct truecase *truecase;
	const struct vocab *vocab; /* the words of the sources */
	bool myths;           /* an article on falsehoods: its numbered items are some */
	bool framed;          /* while reading: what stands above frames the items under it */
	bool mistakes;        /* while reading: the heading above warns */
	bool closing;         /* and: it closes the article, or looks ahead */
	bool curly;           /* the article writes ’, not ' */
	size_t sections;
	struct arena *arena;
};

void source_read(struct sources *s, const struct rec *r);

/* Does it say why something is so? */
bool source_gives_reason(const struct source *s);

/* What makes the owner of a name: ’s, or only ’ after an s, as the article writes it. */
struct span source_owner_mark(const struct sources *s, struct span name);

/* The value of a From line for it. */
struct span source_evidence(const struct source *s, struct arena *a);

/* The From line of the first sentence, or else the title, that holds the text, word for word; empty
 * without one. */
struct span source_proof(const struct sources *s, struct span text);

/* The From line of a name that a line on it holds and it does not: the site for "we", who speaks. */
struct span source_borrowed(const struct sources *s, const struct source *from);

/* Can the sentence stand alone: no pronoun to resolve, no first or second person (that was not
 * resolved), not bound to the page? */
bool source_stands_alone(const struct words *w);
bool source_stands_after(const struct words *w); /* right after the sentence before it: it may open on a pronoun */

/* "X is a ...": says what the thing is, not what happened; "Jane Doe is a nurse": or who somebody is. */
bool source_defines(const struct form *form);
bool source_tells_person(const struct form *form);

/* Does the line of one of its forms read well (fluent_line)? */
bool source_is_fluent(const struct source *s, const struct form *form);

/* How many things it names as known ("the site") that neither it nor the title tells of. */
int source_orphans(const struct sources *s, const struct words *w);

/* Does it name a thing as known ("the report") that a line not far above has named, and the title has not? */
bool source_refers_back(const struct sources *s, const struct source *from, const struct words *w);

/* Does it end on a noun that says little by itself ("a system", "the changes")? What said more was cut off. */
bool source_ends_bare(const struct words *w);

/* Puts the full name in for the first bare surname of a person whose full name was not `said`; the
 * From line that proves it, empty where none was put in. */
struct span source_name(const struct sources *s, struct words *w, struct span said);

/* Puts what an acronym stands for in its place, the first one that the article spells out and neither the title nor
 * what was `said` does, if the line has no more than `most` characters then; `keep`: with the letters in brackets. `proof`:
 * the From line that spells it out. */
bool source_expand(const struct sources *s, struct span said, struct span *line, size_t most, bool keep, struct span *proof);

#endif
