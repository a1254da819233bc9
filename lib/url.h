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

enum url_kind {
	URL_SCHEME, /* http:// or https:// and a host of a known top-level domain: what a platform counts */
	URL_BARE,   /* such hosts without a scheme too */
	URL_WRITTEN /* whatever comes after a scheme: what a reader takes for an address */
};

/* Is all of v the address of a page: a scheme, a host of any name, no blank? */
bool url_is_page(struct span v);

void url_find(struct span text, enum url_kind kind, struct urls *out, struct arena *a);

#endif
