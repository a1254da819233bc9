/* SPDX-License-Identifier: ISC */
#include "plain_part.h"

void
plain_find_quotes(struct plain *p)
{
	(void)p;
}
