/* SPDX-License-Identifier: ISC */
/* What the files of token share: how far the token at a place goes, by what it starts with. */
#ifndef TOKEN_PART_H
#define TOKEN_PART_H

#include "token.h"
#include "utf8.h"

struct reach {
	size_t n;              /* length in bytes; 0: no such token here */
	enum token_kind kind;
};

bool token_is_apostrophe(struct span v, size_t at, size_t *n);
bool token_is_letter(uint32_t c); /* letters and what joins them, in any script */
bool token_starts_word(struct span v, size_t at);

/* `code`, addresses, mentions, hashtags. */
struct reach token_marked(struct span v, size_t at, bool glued);

/* Words, numbers, names of hosts and files, identifiers: what starts with a letter or figure. */
struct reach token_word(struct span v, size_t at);

/* The rest of an address that starts at `at`: up to a blank, without the sentence's own marks. */
size_t token_address(struct span v, size_t at);

#endif
