/* SPDX-License-Identifier: ISC */
/*
 * markdown: what the files of the Markdown reader share; front and html use its inlines too.
 *
 * The text goes through four hands: markdown_strip takes out what is not prose and not Markdown
 * (templates, comments, tables, scripts) and leaves every line where it was; markdown_block finds
 * paragraphs, items and headings; markdown_inline takes the marks out of each and collects the
 * plain words in a sink; markdown_tidy goes over the finished blocks for labels, speakers, notes
 * and closing sections. A construct that spans lines leaves its newlines behind, so that the
 * words after it still know their line.
 */
#ifndef MARKDOWN_H
#define MARKDOWN_H

#include "article.h"
#include "buf.h"

#include <stdint.h>

/* Deeper nesting than this is read as if it were at this depth. */
#define MARKDOWN_DEPTH 24
#define MARKDOWN_BRACKETS 64

/* The longest run of backticks that is code. */
#define MARKDOWN_TICKS 32

/* What the author's marks say of a block, beside the block itself. */
struct markdown_style {
	size_t strong; /* bytes of the text, from its start on, that are bold; 0: none */
	size_t em;     /* the same in italics */
	bool image;    /* an image stood before the text */
	bool anchor;   /* the text is one link to a place on the page */
	bool code;     /* the text is one code span */
	bool drop;
};

struct markdown_styles {
	struct markdown_style *v;
	size_t n, cap;
};

/* A run of emphasis marks in the sink's text, or an HTML tag that does the same (n == 0). */
struct markdown_mark {
	size_t at;
	size_t n, left;    /* bytes of the run, and how many of them found no partner */
	int strong, em;    /* what it begins (+) and ends (-) */
	char c;
	bool open, close;
	size_t below;      /* the opener under this one, for its character */
};

/* The text of one block as it is collected. */
struct markdown_sink {
	struct buf text;
	struct markdown_mark *mark;
	size_t nmarks, mark_cap;
	size_t line;       /* of the first byte of text */
	size_t anchor;     /* where the text of a link into the page, which begins it, ends */
	size_t code;       /* where a code span that begins it ends */
	bool image;
	bool runs_on;      /* cut off the paragraph before */
};

/* Where HTML tags have put us; it lasts beyond a blank line. */
struct markdown_html {
	unsigned quote, list, heading;
	bool item, ordered;
};

struct markdown_container {
	bool quote, ordered;
	bool used;         /* an item whose first paragraph is out */
	size_t indent;     /* of an item's text */
};

/* An open `[`: where its text begins in the source, and where it stands in the sink. */
struct markdown_bracket {
	size_t source, sink;
	bool image;
};

enum markdown_leaf { LEAF_NONE, LEAF_PARA, LEAF_FENCE, LEAF_CODE, LEAF_HTML, LEAF_TABLE };

/* The labels of `[label]: url`, sorted once all are known. */
struct markdown_refs {
	struct span *v;
	size_t n, cap;
};

struct markdown {
	struct article *art;
	struct arena *arena;
	struct markdown_refs refs;

	struct markdown_container stack[MARKDOWN_DEPTH];
	size_t depth;
	enum markdown_leaf leaf;
	struct buf para;   /* the source of the open leaf, with its newlines */
	size_t para_line;
	bool alone;        /* the line in `para` takes no other after it */
	char fence;
	size_t fence_n;

	struct markdown_sink sink;
	struct markdown_html html;
	enum block_kind kind; /* of the Markdown block the sink is in */
	unsigned level;
	bool ordered;
	size_t line;       /* of the source byte being read */
	struct markdown_bracket bracket[MARKDOWN_BRACKETS];
	size_t nbrackets;
	bool after_image;  /* the block before was nothing but an image */

	struct markdown_styles styles; /* of art->v[first + i] */
	size_t first;
};

/* Appends text to out without what is neither prose nor Markdown; collects the references. */
void markdown_strip(struct markdown *m, struct span text, struct buf *out);

/* One leaf's source as it is read. */
struct markdown_reader {
	struct markdown *m;
	struct span v;
	size_t at;
	size_t ticks[MARKDOWN_TICKS + 1]; /* where the last run of so many backticks begins, plus one */
	bool no_title[128];               /* no such closing quote in the rest */
};

void markdown_put(struct markdown_reader *r, struct span v);
void markdown_skip(struct markdown_reader *r, size_t n); /* but keep the newlines */
char markdown_peek(const struct markdown_reader *r, size_t ahead);
bool markdown_sees(const struct markdown_reader *r, size_t ahead, const char *set); /* one of these */
bool markdown_is_punct(char c);

/* Links, images, notes and citations: what stands in brackets. */
void markdown_open_bracket(struct markdown_reader *r, bool image);
void markdown_read_bracket(struct markdown_reader *r);
void markdown_close_bracket(struct markdown_reader *r);
size_t markdown_inline_note(struct markdown_reader *r);

void markdown_block_line(struct markdown *m, struct span line, size_t number);
void markdown_block_end(struct markdown *m);

/* Shapes of a line. */
size_t markdown_spaces(struct span v);        /* how many it begins with */
bool markdown_is_blank(struct span v);
size_t markdown_run(struct span v, char c);   /* how many of c it begins with */
bool markdown_is_rule(struct span v);
size_t markdown_heading_level(struct span v); /* 0: no heading */
size_t markdown_fence(struct span v);         /* the length of the fence it begins with, or 0 */
bool markdown_is_html(const struct markdown *m, struct span v);

/* The leaf: what a line is when its containers are off. */
void markdown_read_leaf(struct markdown *m, struct span v, size_t number);
void markdown_add_line(struct markdown *m, enum markdown_leaf leaf, struct span v, size_t number);
void markdown_close_leaf(struct markdown *m);

/* The item that the leaf is in directly, or NULL. */
const struct markdown_container *markdown_item(const struct markdown *m);

/* Reads one leaf's source into the sink and ends the block; `line` is that of its first byte. */
void markdown_inline(struct markdown *m, struct span source, size_t line);

/* Ends the block in the sink, if anything is in it. */
void markdown_flush(struct markdown *m);

/* The same in the middle of a leaf's source. */
void markdown_end_block(struct markdown *m);

/* The length of the tag, comment or declaration at the start of v (which begins with `<`), or 0;
 * and its name in lower case, without the slash. */
size_t markdown_tag(struct span v, struct span *name, bool *closing);
bool markdown_is_block_tag(struct span name);

/* Lets a tag do what it does: end a block, begin an item. The rest of the source, after the tag,
 * for those that need to look; gives how much of it to skip. */
size_t markdown_tag_act(struct markdown *m, struct span name, bool closing, struct span rest);

bool markdown_has_ref(const struct markdown *m, struct span label);

/* The passes over the finished blocks. */
void markdown_tidy(struct markdown *m);
void markdown_label(struct markdown *m);
void markdown_drop_captions(struct markdown *m);
void markdown_find_first_notes(struct markdown *m);
void markdown_find_last_notes(struct markdown *m);

/* Block i of those read here, and what its marks say. */
struct block *markdown_block(struct markdown *m, size_t i);
struct markdown_style *markdown_style(struct markdown *m, size_t i);

/* Is all of the block bold, or all in italics? */
bool markdown_is_strong(struct markdown *m, size_t i);
bool markdown_is_em(struct markdown *m, size_t i);

/* The plain text of a value that may hold inline marks, tags and entities; in the arena. */
struct span markdown_plain(struct span value, struct arena *a);

#endif
