/* SPDX-License-Identifier: ISC */
/*
 * xlength: how long a text is on X, whose counting is published as config v3 of twitter-text: after
 * composition a URL is 23, an emoji of whatever length 2, a character 1 in four ranges and else 2.
 */
#ifndef XLENGTH_H
#define XLENGTH_H

#include "span.h"

size_t xlength(struct span text, size_t url);

#endif
