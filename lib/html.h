/* SPDX-License-Identifier: ISC */
/*
 * html: what the files of the page reader share. A page goes through six hands: html_token takes the
 * text apart into tags and text, html_tree makes elements of them, html_class reads what their
 * attributes say, html_measure counts the prose in each, html_main finds the element that holds
 * the article and drops the rest, html_block writes what is left as blocks; html_head and html_data
 * read what the page says of itself. Nodes live in one array in the order of the text, each with the
 * place after its last descendant: so a subtree is a range, and nothing recurses. All that is read
 * stays in the text, which is borrowed.
 */
#ifndef HTML_H
#define HTML_H

#include "article.h"
#include "buf.h"

#include <stdint.h>

/* Elements nested deeper are read as siblings, as browsers do. */
#define HTML_DEPTH 512

/* No page has so many: what follows is not read, so that memory stays bounded. */
#define HTML_NODES_MAX ((size_t)1 << 20)

/* What an element is: by its tag the words of lib/tab/htmltag.tsv, by its attributes those of
 * lib/tab/htmlclass.tsv; and what the passes find out. */
enum {
	HTML_BLOCK = 1 << 0,    /* a line of its own */
	HTML_VOID = 1 << 1,     /* has no content */
	HTML_RAW = 1 << 2,      /* its content is no markup, */
	HTML_RCDATA = 1 << 3,   /* or only character references */
	HTML_DROP = 1 << 4,     /* with all it holds no part of the article */
	HTML_WALL = 1 << 5,     /* tags inside end nothing outside */
	HTML_HEAD = 1 << 6,     /* may stand in the head */
	HTML_TOP = 1 << 7,      /* html, head: once only */
	HTML_FOREIGN = 1 << 8,
	HTML_HEADING = 1 << 10,
	HTML_LIST = 1 << 11,
	HTML_ITEM = 1 << 12,
	HTML_QUOTE = 1 << 13,
	HTML_PRE = 1 << 14,
	HTML_CODE = 1 << 15,
	HTML_TABLE = 1 << 16,   /* and its parts */
	HTML_IMAGE = 1 << 17,
	HTML_TERM = 1 << 18,
	HTML_FIGURE = 1 << 19,
	HTML_FOOT = 1 << 20,    /* may say who is quoted */
	HTML_CHROME = 1 << 21,  /* of the page, not of the article */
	HTML_WEAK = 1 << 22,    /* perhaps */
	HTML_MAIN = 1 << 23,    /* holds the article and more, */
	HTML_ARTICLE = 1 << 24, /* the article, */
	HTML_BODY = 1 << 25,    /* its text and nothing else */
	HTML_BYLINE = 1 << 26,
	HTML_LINKED = 1 << 27,  /* a text inside of a link */
	HTML_CLOSE = 1 << 28,   /* the end of strong, em, q or a, which are no elements here */
	HTML_USED = 1 << 29,    /* an item whose first paragraph is out */
	HTML_FORM = 1 << 30,
};

/* What happens to the text at a tag, or that the node is a text. */
enum html_kind { HTML_ELEMENT, HTML_TEXT, HTML_STRONG, HTML_EM, HTML_Q, HTML_A, HTML_LINE, HTML_SUP, HTML_STRUCK, HTML_CITE };

struct html_node {
	struct span text;     /* as it stands in the page; of an element its name and attributes */
	size_t line;
	uint32_t parent, end; /* its descendants are those up to `end` */
	uint32_t flags;
	uint16_t tag;         /* the row of lib/tab/htmltag.tsv plus one; 0: another */
	uint8_t kind;
};

/* What a page may say of its article, and in which of several ways (lib/tab/htmlmeta.tsv). */
enum html_field { HTML_TITLE, HTML_SUMMARY, HTML_AUTHOR, HTML_DATE, HTML_SITE, HTML_URL, HTML_LANG, HTML_FIELDS };

struct html_about {
	struct {
		struct span value;
		char rank;        /* 'a' is best; '\0': not said yet */
	} field[HTML_FIELDS];
};

/* How much text there is before a node. */
struct html_sum {
	uint32_t words, linked;
	uint32_t prose;       /* words outside of links, in blocks that read like sentences */
};

struct html {
	struct article *art;
	struct arena *arena;
	struct html_node *v;
	size_t n, cap;
	struct html_sum *sum; /* n + 1 of them */
	struct html_about about;
};

/* html_token.c */
enum html_token_kind { HTML_TOKEN_TEXT, HTML_TOKEN_START, HTML_TOKEN_END };

struct html_token {
	enum html_token_kind kind;
	struct span text, name; /* of a tag: the name and what follows it, and the name alone */
	size_t line;
};

struct html_lexer {
	struct span v;
	size_t at, line;
	bool foreign;           /* inside of svg and math <![CDATA[ is text */
};

bool html_next(struct html_lexer *l, struct html_token *t);

/* The text of an element that holds no markup, up to its end tag or the end of the page. */
struct span html_raw_text(struct html_lexer *l, struct span name);

struct html_attribute {
	struct span name, value; /* value.s is NULL without one; with its references */
};

/* The next attribute of a tag at or after *at; false at its end, with *at on the `>`. */
bool html_next_attribute(struct span tag, size_t *at, struct html_attribute *a);
bool html_find_attribute(struct span tag, struct span name, struct span *value);

/* html_entity.c: appends what the reference at the start of v (which begins with `&`) stands for, where it
 * ends in a semicolon: its length, or 0. */
size_t html_reference(struct span v, struct buf *out);

/* Appends the text with its character references replaced. In an attribute `&copy=`
 * is none. */
void html_decode(struct span v, bool attribute, struct buf *out);

/* A value made clean, in the arena. */
struct span html_clean(struct span v, bool attribute, struct arena *a);

/* html_tree.c, html_class.c */
void html_tree(struct html *h, struct span text, size_t line);
uint32_t html_class(struct span tag);

/* Walks the nodes in order: true for each as it is entered, and for elements again as it is left. */
struct html_walk {
	const struct html *h;
	size_t root, at, open;  /* the next node, and the element it is in */
	size_t node;            /* the one just entered or left */
	bool leaves;
};

struct html_walk html_walk(const struct html *h, size_t root);
bool html_step(struct html_walk *w);
void html_skip(struct html_walk *w); /* the node just entered, with all it holds */

/* Has an element of the page that tag? `name` in lower case. */
bool html_is(const struct html_node *n, struct span name);

/* The text in a node, clean, in the arena. */
struct span html_text(const struct html *h, size_t node);

/* Is the line one of that kind in lib/tab/htmlline.tsv? */
bool html_line_is(struct span text, struct span kind);

/* html_measure.c: counts again, without what was dropped. */
void html_measure(struct html *h);
struct html_sum html_sum(const struct html *h, size_t node);

/* html_chrome.c: drops what is the page's: first by what it is called, then, inside of the element
 * that holds the article, by how it reads. */
void html_drop_chrome(struct html *h);
void html_drop_furniture(struct html *h, size_t top);

/* html_main.c: the element that holds the article; false when the page has none. */
bool html_main(struct html *h, size_t *top);

/* html_head.c: what the page says of its article; and, once the blocks are there, its summary if
 * they do not begin with it. */
void html_head(struct html *h, size_t top);
void html_describe(struct html *h);

/* html_about.c */
void html_take(struct html *h, const char *where, struct span name, struct span value);

/* html_data.c: reads a script of JSON-LD. */
void html_data(struct html *h, struct span script);

#endif
