/* SPDX-License-Identifier: ISC */
/*
 * choose: the bullets of a caption, chosen together: one frame for all where it can be had, no two
 * that say the same or come from one paragraph, spread over the sections, in the article's order.
 */
#ifndef CHOOSE_H
#define CHOOSE_H

#include "rewrite.h"

struct choice {
	const struct candidate **v; /* the chosen ones, in the article's order */
	size_t n;
	const struct candidate **spare; /* the runners-up, best first */
	size_t nspare;
	int odd;                       /* what a bullet in another frame than the rest costs */
	const struct candidate *title; /* its words may come again in the bullets; or NULL */
};

/* What the bullets must not repeat: the other lines of the caption, and where those came from. */
struct taken {
	struct candidate *v;
	size_t n, cap;
};
void choose_taken(struct taken *t, struct span text, const struct source *from, const struct sources *all);

/* What is asked for. */
struct choose_wish {
	const struct candidates *all;
	const struct taken *taken;
	const bool *spent; /* sources that better captions used, by place: not if it can be helped */
	size_t count;
	struct span frame; /* empty, or too few in it: the best one */
};
void choose_bullets(const struct choose_wish *wish, struct choice *out, struct arena *a);

#endif
