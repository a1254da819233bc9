/* SPDX-License-Identifier: ISC */
/*
 * plain_body: the pieces that find the article on a whole page: what its parts are worth, whether
 * it is a page with an article, and its title. For plain_body.c and its like.
 */
#ifndef PLAIN_BODY_H
#define PLAIN_BODY_H

#include "plain.h"

enum worth {
	WORTH_END = -10000, /* nothing of the article is below it */
	WORTH_TAIL = -50,
	WORTH_BACK = -25,
	WORTH_FURNITURE = -10,
	WORTH_BYLINE = -8,
	WORTH_RUN = -8,     /* a short line after short lines */
	WORTH_SHORT = -5,
	WORTH_BRIEF = 1,    /* a sentence or an item of some length */
	WORTH_BESIDE = 10,  /* more, where prose stands under prose */
};

/* The parts that an article goes over. */
struct body {
	size_t first, end;
	int worth;
};

/* plain_worth.c: weighs all parts, once; what a part counts for or against the article that it would be of; where the sum
 * is highest (its worth is 0 where that is too little of the prose); and what is said of cookies. */
void plain_weigh(struct plain *p);
int plain_worth(const struct plain *p, size_t i);
struct body plain_worth_body(const struct plain *p);
bool plain_worth_notice(const struct plain_part *part);

/* plain_page.c: pages without an article. */
bool plain_page_listing(const struct plain *p);
bool plain_page_too_short(const struct plain *p);
bool plain_page_wall(const struct plain *p);

/* plain_title.c: the title's part, p->n without; could a part be one; is a line a path or a menu;
 * is one of the parts from..to-1 a byline? */
size_t plain_title_find(const struct plain *p, const struct body *body);
bool plain_title_could_be(const struct plain *p, size_t i);
bool plain_title_separators(struct span text);
bool plain_title_byline(const struct plain *p, size_t from, size_t to);

#endif
