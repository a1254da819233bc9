/* SPDX-License-Identifier: ISC */
#include "die.h"

int
main(int argc, char **argv)
{
	(void)argc;
	die_init(argv[0], "outline2bullets");
	die_finish(DIE_TROUBLE);
}
