/* SPDX-License-Identifier: ISC */
/*
 * weight: how long a text is on X, whose counting is published as config v3 of twitter-text: after
 * composition a URL is 23, an emoji of whatever length 2, a character 1 in four ranges and else 2.
 */
#ifndef WEIGHT_H
#define WEIGHT_H

#include "span.h"

size_t weight_length(struct span text, size_t url);

#endif
