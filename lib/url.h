/* SPDX-License-Identifier: ISC */
/*
 * url: the web addresses in a text, by the rules that X publishes (twitter-text 3) and Mastodon has
 * taken over: which characters may stand in a host, a path and a query, what may stand before, and
 * where a sentence goes on after it.
 */
#ifndef URL_H
#define URL_H

#include "arena.h"
#include "span.h"

struct urls {
	struct span *v; /* pieces of the text, in order */
	size_t n, cap;
};

/* Those that start with http:// or https:// and, when `bare`, hosts of a known top-level domain too. */
void url_find(struct span text, bool bare, struct urls *out, struct arena *a);

#endif
