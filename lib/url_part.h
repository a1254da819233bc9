/* SPDX-License-Identifier: ISC */
/*
 * url_part: what the files of url share; for no one else.
 */
#ifndef URL_PART_H
#define URL_PART_H

#include "url.h"

#include <stdint.h>

/* The character at `at` and its length; UTF8_BAD and 0 at the end. */
uint32_t url_peek(struct span v, size_t at, size_t *n);

bool url_is_latin(uint32_t c); /* beyond ASCII */

/* The lengths of a path and of a query that start at `at`, 0 for none. */
size_t url_path(struct span v, size_t at, enum url_kind kind);
size_t url_query(struct span v, size_t at);

#endif
