/* SPDX-License-Identifier: ISC */
#include "field.h"

static const struct span names[FIELD_COUNT] = {
	[FIELD_UNKNOWN] = SPAN(""),
	[FIELD_FILE] = SPAN("File"),
	[FIELD_TITLE] = SPAN("Title"),
	[FIELD_SUBTITLE] = SPAN("Subtitle"),
	[FIELD_URL] = SPAN("Url"),
	[FIELD_SITE] = SPAN("Site"),
	[FIELD_AUTHOR] = SPAN("Author"),
	[FIELD_DATE] = SPAN("Date"),
	[FIELD_LANG] = SPAN("Lang"),
	[FIELD_KIND] = SPAN("Kind"),
	[FIELD_TOPIC] = SPAN("Topic"),
	[FIELD_PERSON] = SPAN("Person"),
	[FIELD_ORGANIZATION] = SPAN("Organization"),
	[FIELD_PLACE] = SPAN("Place"),
	[FIELD_SECTION] = SPAN("Section"),
	[FIELD_POINT] = SPAN("Point"),
	[FIELD_ITEM] = SPAN("Item"),
	[FIELD_QUOTE] = SPAN("Quote"),
	[FIELD_LABEL] = SPAN("Label"),
	[FIELD_HOOK] = SPAN("Hook"),
	[FIELD_CONTEXT] = SPAN("Context"),
	[FIELD_LEAD] = SPAN("Lead"),
	[FIELD_BULLET] = SPAN("Bullet"),
	[FIELD_KICKER] = SPAN("Kicker"),
	[FIELD_CALL] = SPAN("Call"),
	[FIELD_FROM] = SPAN("From"),
	[FIELD_FOLLOW] = SPAN("Follow"),
	[FIELD_BRANDTAG] = SPAN("BrandTag"),
	[FIELD_MARK] = SPAN("Mark"),
	[FIELD_MENTION] = SPAN("Mention"),
	[FIELD_TAG] = SPAN("Tag"),
	[FIELD_BULLETS] = SPAN("Bullets"),
};

struct span
field_name(enum field f)
{
	return names[f];
}

enum field
field_of(struct span name)
{
	for (int f = FIELD_UNKNOWN + 1; f < FIELD_COUNT; f++)
		if (span_eq(name, names[f]))
			return (enum field)f;
	return FIELD_UNKNOWN;
}

bool
field_is_outline(enum field f)
{
	return f >= FIELD_SECTION && f <= FIELD_LABEL;
}

bool
field_is_caption(enum field f)
{
	return (f >= FIELD_HOOK && f <= FIELD_CALL) || f == FIELD_FOLLOW;
}

bool
field_is_prose(enum field f)
{
	return f == FIELD_TITLE || f == FIELD_SUBTITLE || field_is_outline(f) || field_is_caption(f);
}
