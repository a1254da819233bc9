/* SPDX-License-Identifier: ISC */
/*
 * field: the names of the fields of a caption record, spelled here and nowhere else (caprec(5)).
 */
#ifndef FIELD_H
#define FIELD_H

#include "span.h"

enum field {
	FIELD_UNKNOWN,
	/* what the article says of itself */
	FIELD_FILE, FIELD_TITLE, FIELD_SUBTITLE, FIELD_URL, FIELD_SITE, FIELD_AUTHOR, FIELD_DATE,
	FIELD_LANG, FIELD_KIND,
	/* what it is about: WEIGHT text */
	FIELD_TOPIC, FIELD_PERSON, FIELD_ORGANIZATION, FIELD_PLACE,
	/* its outline: LINES LEVEL text, LINES WEIGHT text */
	FIELD_SECTION, FIELD_POINT, FIELD_ITEM, FIELD_QUOTE, FIELD_LABEL,
	/* the caption */
	FIELD_HOOK, FIELD_CONTEXT, FIELD_LEAD, FIELD_BULLET, FIELD_KICKER, FIELD_CALL,
	/* the evidence of the caption field above: LINES text */
	FIELD_FROM,
	/* what later stages need of the profile */
	FIELD_FOLLOW, FIELD_BRANDTAG, FIELD_MARK, FIELD_MENTION,
	FIELD_TAG,
	/* only in a profile */
	FIELD_BULLETS,
	FIELD_COUNT
};

struct span field_name(enum field f);
enum field field_of(struct span name); /* FIELD_UNKNOWN when it is none of these */

bool field_is_outline(enum field f); /* Section to Label: dropped by outline2bullets */
bool field_is_caption(enum field f); /* a line of the caption: Hook to Call, Follow */
bool field_is_prose(enum field f);   /* text that people read: dedash rewrites it */

#endif
