/* SPDX-License-Identifier: ISC */
/*
 * article: what a reader makes of a text: what it says of itself, and its blocks in order.
 *
 * article_read looks once and calls one of the readers; each adds blocks whose text is clean prose:
 * one line, valid UTF-8, no markup, no link marks, no control characters (utf8_clean). Chrome,
 * prompts, code, images, tables and references are left out. Everything lives in the arena; `text`
 * is normal (io_normalise) and outlives the article.
 */
#ifndef ARTICLE_H
#define ARTICLE_H

#include "arena.h"
#include "span.h"

enum article_form {
	ARTICLE_LOOK,
	ARTICLE_PASTE,    /* copied from a browser, or plain text with long lines */
	ARTICLE_MARKDOWN, /* with or without front matter */
	ARTICLE_WRAPPED,  /* w3m, lynx, pandoc -t plain: lines to be joined */
	ARTICLE_HTML,
};

enum block_kind {
	BLOCK_HEADING,
	BLOCK_PARA,
	BLOCK_ITEM,  /* of a list */
	BLOCK_QUOTE, /* a quotation set as a block; `speaker` when it is named */
	BLOCK_CODE,  /* kept for `probe blocks`; nobody reads it as prose */
};

/* From byte `at` of a block's text on, the words stand on input line `line`. */
struct block_line {
	size_t at, line;
};

struct block {
	enum block_kind kind;
	bool ordered;   /* an item with a number */
	bool aside;     /* a note about the article or its author: kept, but nobody reads it as prose */
	bool implied;   /* a heading by its looks only: a bold line, or a tag amid Markdown */
	bool runs_on;   /* cut off the end of the paragraph that the block before is */
	bool signed_by; /* the speaker's name stood in this paragraph, after what was said */
	unsigned level; /* of a heading, from 1; of an item's nesting, from 1 */
	struct span text;
	struct span label;   /* of `Label: text` set apart by the author: the label, inside text */
	struct span speaker; /* of a quotation or of talk; not in the text */
	struct block_line *lines;
	size_t nlines;
	size_t text_cap, line_cap; /* article.c's own: room at text.s and at lines */
};

struct article {
	struct arena *arena;
	struct span title, subtitle, url, site, author, date, kind;
	struct span summary;   /* what the front matter says of it, beside the subtitle */
	struct span lang;      /* as the page says, or empty */
	size_t title_line;     /* 0: not in the text */
	struct span *keyword;  /* the author's own tags, as written */
	size_t nkeywords, keyword_cap;
	struct block *v;
	size_t n, cap;
};

/* False when there is no article in the text. */
bool article_read(struct article *art, struct span text, enum article_form form, struct arena *a);

/* Is a text source code, or data? A program is so by its statements, however much it has to say. */
bool article_is_code(struct span text);
bool article_is_program(struct span text);

/* For the readers: a new block with the text cleaned; NULL when nothing is left of it. */
struct block *article_add(struct article *art, enum block_kind kind, struct span text, size_t line);

/* Adds a further input line to a block, after one blank; without it where a word was cut at its
 * hyphen, or a stop stands alone at the line's start. The block need not be one of art->v. */
void article_continue(struct article *art, struct block *b, struct span text, size_t line);

/* The input lines on which a part of the block's text stands. */
void article_lines(const struct block *b, struct span part, size_t *first, size_t *last);

/* The readers. `line` is the number of the text's first line in the input. */
void plain_read(struct article *art, struct span text, size_t line);    /* plain.c: a paste */
void unwrap_read(struct article *art, struct span text, size_t line);   /* unwrap.c */
void markdown_read(struct article *art, struct span text, size_t line); /* markdown.c */
void html_read(struct article *art, struct span text, size_t line);     /* html.c: a saved page */

/* Does the text begin as a page does? */
bool html_is_page(struct span text);

/* front.c: takes front matter (YAML, TOML, JSON; only at byte 0) off the text and fills in the
 * article's own fields; gives the rest, and in *line the number of its first line. */
struct span front_read(struct article *art, struct span text, size_t *line);

#endif
