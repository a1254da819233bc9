/* SPDX-License-Identifier: ISC */
#include "stem.h"

#include "tab.h"

extern const struct tab tab_event;

enum { EVENT_NOUN = 1, EVENT_PREP };

struct span
stem_event(struct span verb)
{
	size_t row = tab_find_lower(&tab_event, verb);

	return row != TAB_NONE ? tab_cell(&tab_event, row, EVENT_NOUN) : S("");
}

struct span
stem_event_prep(struct span verb)
{
	size_t row = tab_find_lower(&tab_event, verb);

	return row != TAB_NONE ? tab_cell(&tab_event, row, EVENT_PREP) : S("");
}
