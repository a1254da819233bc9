/* SPDX-License-Identifier: ISC */
/* What the value of each field looks like, as lib/tab/caption.rec says it to recutils. */
#include "rec.h"

#include "die.h"

/* Digits, no more than `most`, and the blank that other text comes after. */
static bool
take_digits(struct span *v, size_t most)
{
	size_t n = 0;

	while (n < v->n && span_is_digit(v->s[n]))
		n++;
	if (n == 0 || n > most || n + 1 >= v->n || v->s[n] != ' ')
		return false;
	*v = span_from(*v, n + 1);
	return true;
}

static bool
is_weighed(struct span v)
{
	return span_starts(v, S("100 ")) ? v.n > 4 : take_digits(&v, 2);
}

static bool
take_lines(struct span *v)
{
	size_t first, last, blank = span_find_char(*v, 0, ' ');
	struct span rest = *v;

	if (blank + 1 >= v->n || !rec_take_lines(&rest, &first, &last))
		return false;
	*v = span_from(*v, blank + 1);
	return true;
}

static bool
is_source(struct span v)
{
	return take_lines(&v);
}

static bool
is_weighed_source(struct span v)
{
	return take_lines(&v) && take_digits(&v, 4);
}

static bool
is_heading(struct span v)
{
	return take_lines(&v) && v.s[0] != '0' && take_digits(&v, 2);
}

static bool
is_word(struct span v)
{
	return span_words(v) == 1;
}

/* The sign of a tag may be typed before it: it is not printed twice. */
static bool
is_tag(struct span v)
{
	v = span_from(v, v.s[0] == '#');
	return span_words(v) == 1 && !span_has(v, '#');
}

static bool
is_language(struct span v)
{
	for (size_t i = 0; i < v.n; i++)
		if (!span_is_alnum(v.s[i]) && v.s[i] != '-' && v.s[i] != '_')
			return false;
	return true;
}

static bool
is_kind(struct span v)
{
	static const struct span kinds[] = { SPAN("article"), SPAN("interview"), SPAN("listicle"),
		SPAN("announcement"), SPAN("incident"), SPAN("howto"), SPAN("report"), SPAN("survey"),
		SPAN("case-study"), SPAN("newsletter"), SPAN("opinion") };

	return span_in(v, kinds, sizeof(kinds) / sizeof(kinds[0]));
}

static bool
is_mark(struct span v)
{
	struct span word;
	enum field f;

	span_word(&v, &word);
	f = field_of(word);
	return (f == FIELD_TITLE || (f >= FIELD_HOOK && f <= FIELD_CALL && f != FIELD_CONTEXT)) && span_trim(v).n > 0;
}

static bool
is_mention(struct span v)
{
	size_t at = span_find(v, 0, S(" = "));

	return at > 0 && at < v.n && span_words(span_from(v, at + 3)) == 2;
}

static const struct rule {
	bool once;         /* in a record */
	bool (*is_good)(struct span value); /* NULL: any text */
	const char *shape; /* what a good one looks like */
} rules[FIELD_COUNT] = {
	[FIELD_FILE] = { true, NULL, NULL },
	[FIELD_TITLE] = { true, NULL, NULL },
	[FIELD_URL] = { true, is_word, "one word" },
	[FIELD_SITE] = { true, NULL, NULL },
	[FIELD_DATE] = { true, NULL, NULL },
	[FIELD_LANG] = { true, is_language, "the tag of a language" },
	[FIELD_KIND] = { true, is_kind, "a kind of article" },
	[FIELD_TOPIC] = { false, is_weighed, "WEIGHT text" },
	[FIELD_PERSON] = { false, is_weighed, "WEIGHT text" },
	[FIELD_ORGANIZATION] = { false, is_weighed, "WEIGHT text" },
	[FIELD_PLACE] = { false, is_weighed, "WEIGHT text" },
	[FIELD_SECTION] = { false, is_heading, "LINES LEVEL text" },
	[FIELD_POINT] = { false, is_weighed_source, "LINES WEIGHT text" },
	[FIELD_ITEM] = { false, is_weighed_source, "LINES WEIGHT text" },
	[FIELD_QUOTE] = { false, is_weighed_source, "LINES WEIGHT text" },
	[FIELD_LABEL] = { false, is_weighed_source, "LINES WEIGHT text" },
	[FIELD_HOOK] = { true, NULL, NULL },
	[FIELD_CONTEXT] = { true, NULL, NULL },
	[FIELD_LEAD] = { true, NULL, NULL },
	[FIELD_KICKER] = { true, NULL, NULL },
	[FIELD_CALL] = { true, NULL, NULL },
	[FIELD_FROM] = { false, is_source, "LINES text" },
	[FIELD_FOLLOW] = { true, NULL, NULL },
	[FIELD_BRANDTAG] = { false, is_tag, "one word" },
	[FIELD_MARK] = { false, is_mark, "a field that takes a mark, and the mark" },
	[FIELD_MENTION] = { false, is_mention, "NAME = PLATFORM ADDRESS" },
	[FIELD_TAG] = { false, is_tag, "one word" },
};

const char *
rec_misshapen(enum field f, struct span value)
{
	const struct rule *rule = &rules[f];

	return rule->is_good == NULL || rule->is_good(value) ? NULL : rule->shape;
}

void
rec_check(const struct rec *r)
{
	bool seen[FIELD_COUNT] = { false };
	const char *shape;

	for (size_t i = 0; i < r->n; i++) {
		const struct rec_line *l = &r->v[i];
		struct span name = field_name(l->field);

		if (rules[l->field].once && seen[l->field])
			die_at(r->file, l->line, "%.*s: twice in a record", SPAN_ARG(name));
		seen[l->field] = true;
		if ((shape = rec_misshapen(l->field, l->value)) != NULL)
			die_at(r->file, l->line, "%.*s: not %s: %.*s", SPAN_ARG(name), shape, SPAN_ARG(span_head(l->value, 40)));
	}
}
