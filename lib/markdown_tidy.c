/* SPDX-License-Identifier: ISC */
#include "markdown_part.h"

void
markdown_tidy(struct markdown *m)
{
	(void)m;
}
