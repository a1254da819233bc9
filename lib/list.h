/* SPDX-License-Identifier: ISC */
/*
 * list: the lists of words in lib/tab/list.tsv, by name, for span_listed and its like.
 */
#ifndef LIST_H
#define LIST_H

#include "span.h"

/* The words of a list, a|b|c. There is one of every name that the program asks for: tests/layers sees to it. */
struct span list_named(struct span name);

#endif
