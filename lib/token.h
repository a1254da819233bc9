/* SPDX-License-Identifier: ISC */
/*
 * token: the words of one sentence, split as Universal Dependencies does for English (clitics apart:
 * do|n't, Wang|'s; punctuation one by one, but for runs such as "..." and "?!"), with one exception:
 * hyphenated words and ranges stay whole. A full stop belongs to the abbreviation before it. Tokens
 * are views of the sentence, in order. `opaque` marks what must never be rewritten.
 */
#ifndef TOKEN_H
#define TOKEN_H

#include "arena.h"
#include "span.h"

#include <stdint.h>

enum token_kind {
	TOKEN_WORD,
	TOKEN_NUMBER,  /* 49, 1,500, 14.5, 3rd, 10:08, 2025-11-22, 14.5B, 5-10; $ and % are apart */
	TOKEN_PUNCT,
	TOKEN_SYMBOL,  /* $ % + = and emojis */
	TOKEN_URL,     /* addresses of pages, hosts, files and mail */
	TOKEN_MENTION, /* @name */
	TOKEN_HASHTAG, /* #name */
	TOKEN_CODE,    /* `code`, identifiers_like_this, name() */
};

struct token {
	struct span text;
	unsigned char kind; /* enum token_kind */
	unsigned char tag;  /* enum tag, set by tag_sentence */
	bool glued;         /* no blank before it */
	bool opaque;        /* code, URL, mention, hashtag, or inside quotation marks */
	uint32_t word;      /* the number of its spelling, set by vocab_number */
};

struct tokens {
	struct token *v;
	size_t n, cap;
};

/* `U.S`: single letters between points? */
bool token_is_dotted(struct span word);

void token_split(struct span sentence, struct tokens *out, struct arena *a);

#endif
