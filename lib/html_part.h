/* SPDX-License-Identifier: ISC */
/*
 * html_part: between html_block, which writes blocks, and html_trim, which sees to their ends.
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

/* Adds the blocks of an element to the article, and a piece for each. */
void html_write(struct html *h, size_t top, struct html_pieces *out);

/* Marks what is no part of the article before its first prose, after its last and in between. */
void html_trim(struct html *h, size_t top, struct html_pieces *pieces);

#endif
