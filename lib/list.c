/* SPDX-License-Identifier: ISC */
#include "list.h"

#include "tab.h"

extern const struct tab tab_list;

enum { LIST_NAME, LIST_WORDS };

struct span
list_named(struct span name)
{
	return tab_value(&tab_list, name, LIST_WORDS);
}
