/* SPDX-License-Identifier: ISC */
/*
 * punycode: how long a label of a host name is on the wire, where letters beyond ASCII are spelled
 * in ASCII (RFC 3492).
 */
#ifndef PUNYCODE_H
#define PUNYCODE_H

#include "span.h"

/* In bytes, with the prefix xn-- where it is needed. Of one that is too long even so, the number of
 * its characters. */
size_t punycode_length(struct span label);

#endif
