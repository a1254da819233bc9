/* SPDX-License-Identifier: ISC */
/*
 * uni: properties of characters beyond ASCII: letters, case, graphemes. Case is mapped one to one,
 * for the scripts that have it; what has none is given back as it is.
 */
#ifndef UNI_H
#define UNI_H

#include "buf.h"
#include "span.h"

#include <stdint.h>

bool uni_is_letter(uint32_t c);
bool uni_is_upper(uint32_t c);
bool uni_is_lower(uint32_t c);
bool uni_is_capital(struct span word); /* does it begin with a capital? */
uint32_t uni_lower(uint32_t c);

void uni_add_lower(struct buf *b, struct span v);
void uni_add_upper_first(struct buf *b, struct span v); /* first letter high, rest as it is */
void uni_add_lower_first(struct buf *b, struct span v);

/* How many extended grapheme clusters there are in v. */
size_t uni_graphemes(struct span v);

#endif
