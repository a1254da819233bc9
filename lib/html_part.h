/* SPDX-License-Identifier: ISC */
/*
 * html_part: what writes the blocks: html_write walks through the article, html_block puts a block
 * together, and html_trim sees to what stands at the ends.
 */
#ifndef HTML_PART_H
#define HTML_PART_H

#include "html.h"
#include "markdown.h"

/* Of the name, the office and the house under a quotation. */
#define HTML_NAME_WORDS 14

/* A block of the article, as the page has it. */
struct html_piece {
	struct markdown_style style;
	bool linked;    /* all of it is links */
	bool own;       /* in an element that is made for text, not in a div */
};

struct html_pieces {
	struct html_piece *v;
	size_t n, cap;
};

/* How far a block's text is emphasised from its start. */
struct html_run {
	size_t depth, end;
	bool over;
};

struct html_writer {
	struct html *h;
	struct html_pieces *out;
	size_t top;
	struct buf text, raw;   /* of the open block, clean; scratch */
	struct {
		struct block_line *v;
		size_t n, cap;
	} lines;
	struct html_run strong, em;
	size_t context;         /* the element in which the text begins */
	size_t bytes, linked, anchored, coded; /* of the text, without blanks between its pieces */
	size_t code;            /* elements open */
	bool blank, broken;     /* white space is due; a line break was the last thing */
	bool image, anchor;
	bool runs_on;           /* cut off the paragraph before */
};

/* html_block.c: adds a line's piece of a text node to the open block, its references replaced. */
void html_put(struct html_writer *w, struct span v, const struct html_node *n, size_t line);

/* Ends the block, if anything is in it. */
void html_flush(struct html_writer *w);

/* Does the element say who is quoted: a foot, or a cite under the quotation? */
bool html_is_foot(const struct html *h, size_t at);

/* html_write.c: adds the blocks of an element to the article, and a piece for each. */
void html_write(struct html *h, size_t top, struct html_pieces *out);

/* html_trim.c: marks what is no part of the article before its first prose, after its last and in between. */
void html_trim(struct html *h, size_t top, struct html_pieces *pieces);

#endif
