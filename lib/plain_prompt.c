/* SPDX-License-Identifier: ISC */
#include "plain_part.h"

void
plain_find_prompt(struct plain *p)
{
	(void)p;
}
