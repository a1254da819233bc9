/* SPDX-License-Identifier: ISC */
/*
 * The part of tag.h that needs no tagger: dedash is without its tables.
 */
#include "tag.h"

#include "tab.h"

extern const struct tab_marks marks_tagclass;

bool
tag_is_like(struct span word, struct span like)
{
	unsigned class = tab_mark_lower(&marks_tagclass, word);
	struct span one;

	while (class != 0 && span_next(&like, '|', &one))
		if (class == tab_mark_lower(&marks_tagclass, one))
			return true;
	return false;
}
