/* SPDX-License-Identifier: ISC */
/*
 * mention: the accounts that a text may name, from the Mention lines of a record or a profile:
 * `NAME = PLATFORM ADDRESS`, where the text has `@NAME`. An address is a handle, or what only an
 * API takes: a URN of LinkedIn, a DID of Bluesky.
 */
#ifndef MENTION_H
#define MENTION_H

#include "buf.h"
#include "rec.h"

struct mention {
	struct span name, address;
	bool hidden; /* the address is for an API, no reader sees it */
};

struct mentions {
	struct mention *v;
	size_t n, cap;
};

/* Those of a record (or NULL) on a platform. */
void mention_read(struct mentions *m, const struct rec *r, struct span platform, struct arena *a);

/* The mention whose name stands after the @ at `at`, the longest one; NULL without. */
const struct mention *mention_at(const struct mentions *m, struct span text, size_t at);

/* Appends the text with the handle in place of each name that has one. */
void mention_put(const struct mentions *m, struct span text, struct buf *out);

#endif
