/* SPDX-License-Identifier: ISC */
#include "html.h"

#include "tab.h"

extern const struct tab tab_htmlclass;

/* Nobody's names have more words, and the table's have no more than RUN. */
#define WORDS 16
#define RUN 5
#define NAME_BYTES 64

/* A name in small letters with hyphens between its words, and where each word begins. */
struct class_name {
	char s[NAME_BYTES + WORDS + 1];
	size_t n;
	size_t start[WORDS + 1]; /* the last is one past the end, as if a hyphen stood there */
	size_t words;
};

static bool
begins_word(struct span v, size_t i)
{
	return i == 0 || !span_is_alnum(v.s[i - 1]) || (span_is_upper(v.s[i]) && span_is_lower(v.s[i - 1]));
}

static void
read_name(struct class_name *c, struct span v)
{
	c->n = c->words = 0;
	v = span_head(v, NAME_BYTES);
	for (size_t i = 0; i < v.n; i++) {
		if (!span_is_alnum(v.s[i]))
			continue;
		if (begins_word(v, i)) {
			if (c->words == WORDS)
				break;
			if (c->n > 0)
				c->s[c->n++] = '-';
			c->start[c->words++] = c->n;
		}
		c->s[c->n++] = span_lower(v.s[i]);
	}
	c->start[c->words] = c->n + 1;
}

/* What the table says of the longest run of words that begins with word `from`. */
static struct span
longest_run(const struct class_name *c, size_t from, size_t *words)
{
	for (*words = c->words - from < RUN ? c->words - from : RUN; *words > 0; --*words) {
		struct span key = span_between(c->s + c->start[from], c->s + c->start[from + *words] - 1);
		size_t row = tab_find(&tab_htmlclass, key);

		if (row == TAB_NONE && *words == 1)
			while (key.n > 1 && span_is_digit(key.s[key.n - 1]))
				row = tab_find(&tab_htmlclass, span_head(key, --key.n));
		if (row != TAB_NONE)
			return tab_cell(&tab_htmlclass, row, 1);
	}
	*words = 1;
	return S("");
}

static uint32_t
flag_of(struct span what)
{
	static const struct {
		struct span word;
		uint32_t flag;
	} known[] = {
		{ SPAN("drop"), HTML_CHROME }, { SPAN("weak"), HTML_WEAK }, { SPAN("hide"), HTML_DROP },
		{ SPAN("byline"), HTML_BYLINE }, { SPAN("body"), HTML_BODY },
		{ SPAN("article"), HTML_ARTICLE }, { SPAN("main"), HTML_MAIN },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (span_eq(what, known[i].word))
			return known[i].flag;
	return 0;
}

static bool
says_nothing(const struct class_name *c)
{
	char key[sizeof(c->s) + 8] = "prefix:";
	size_t n = c->start[1] - 1;

	if (c->words < 2)
		return false;
	memcpy(key + 7, c->s, n);
	return tab_has(&tab_htmlclass, (struct span){ key, n + 7 });
}

/* One name. What is of the page stays so whatever else its name says: sidebar-content. */
static uint32_t
name_flags(struct span v)
{
	struct class_name c;
	uint32_t flags = 0;
	size_t n;

	read_name(&c, v);
	if (c.words == 0)
		return 0;
	longest_run(&c, 0, &n);
	if (n < 2 && says_nothing(&c))
		return 0;
	for (size_t i = 0; i < c.words; i += n)
		flags |= flag_of(longest_run(&c, i, &n));
	return flags & (HTML_CHROME | HTML_DROP) ? flags & (HTML_CHROME | HTML_DROP) : flags;
}

/* Names that say different things: an element that says it is the article is so; of one that is
 * the page's or not, it stays open. */
static uint32_t
names_flags(struct span names)
{
	uint32_t flags = 0;
	struct span name;

	while (span_word(&names, &name))
		flags |= name_flags(name);
	if (flags & (HTML_BODY | HTML_ARTICLE) && flags & (HTML_CHROME | HTML_DROP))
		flags = (flags & ~(uint32_t)(HTML_CHROME | HTML_DROP)) | HTML_WEAK;
	return flags;
}

static uint32_t
value_flags(const char *attribute, struct span value)
{
	char key[NAME_BYTES];
	struct span word;
	size_t n = strlen(attribute), row;

	if (!span_word(&value, &word) || n + word.n > sizeof(key))
		return 0;
	memcpy(key, attribute, n);
	memcpy(key + n, word.s, word.n);
	row = tab_find_lower(&tab_htmlclass, (struct span){ key, n + word.n });
	return row != TAB_NONE ? flag_of(tab_cell(&tab_htmlclass, row, 1)) : 0;
}

/* display: none, visibility: hidden */
static bool
hides(struct span style)
{
	struct span rest = span_head(style, 2000), part;

	while (span_next(&rest, ';', &part)) {
		size_t colon = span_find_char(part, 0, ':');
		struct span name = span_trim(span_head(part, colon)), value = span_trim(span_from(part, colon + 1));

		if (span_same(name, S("display")) && span_starts_same(value, S("none")))
			return true;
		if (span_same(name, S("visibility")) && span_starts_same(value, S("hidden")))
			return true;
	}
	return false;
}

uint32_t
html_class(struct span tag)
{
	struct html_attribute a;
	uint32_t flags = 0;
	size_t at = 0;

	html_next_attribute(tag, &at, &a); /* the tag's own name */
	while (html_next_attribute(tag, &at, &a)) {
		if (span_same(a.name, S("class")) || span_same(a.name, S("id")))
			flags |= a.value.s != NULL ? names_flags(a.value) : 0;
		else if (span_same(a.name, S("role")))
			flags |= a.value.s != NULL ? value_flags("role:", a.value) : 0;
		else if (span_same(a.name, S("itemprop")))
			flags |= a.value.s != NULL ? value_flags("itemprop:", a.value) : 0;
		else if (span_same(a.name, S("style")) && a.value.s != NULL && hides(a.value))
			flags |= HTML_DROP;
		else if (span_same(a.name, S("hidden")) && (a.value.s == NULL || !span_same(a.value, S("until-found"))))
			flags |= HTML_DROP;
		else if (span_same(a.name, S("aria-hidden")) && a.value.s != NULL && span_same(a.value, S("true")))
			flags |= HTML_DROP;
	}
	return flags;
}
