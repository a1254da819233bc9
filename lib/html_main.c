/* SPDX-License-Identifier: ISC */
#include "html.h"

/* In percent: an element that says it is the article must hold so much of the page's prose, */
#define MARKED_SHARE 50
/* and one in it that says so too, so much of that; */
#define NESTED_SHARE 75
/* of those that say nothing, the one with so much of its parent's takes its place. */
#define PLAIN_SHARE 90

/* A page of so many headings that lead elsewhere, with no more prose than this under each. */
#define INDEX_HEADINGS 3
#define INDEX_PROSE 80

/* A page with less prose may be one that asks for consent or a password, or tells that there is none. */
#define NOTICE_PROSE 250
#define NOTICE_WORDS 40 /* of which one at least is about consent */
#define FORM_PROSE 100

static bool
is_marked(const struct html_node *n)
{
	return n->flags & (HTML_MAIN | HTML_ARTICLE | HTML_BODY) && !(n->flags & HTML_DROP);
}

static bool
has_share(const struct html *h, size_t part, size_t whole, uint32_t percent)
{
	uint32_t prose = html_sum(h, part).prose;

	return prose > 0 && (uint64_t)prose * 100 >= (uint64_t)html_sum(h, whole).prose * percent;
}

/* The innermost element that says it is the article, and holds enough to be believed. */
static size_t
find_marked(const struct html *h)
{
	size_t top = 0;

	for (size_t i = 1; i < h->n; i++)
		if (is_marked(&h->v[i]) && i < h->v[top].end &&
		    has_share(h, i, top, top == 0 ? MARKED_SHARE : NESTED_SHARE))
			top = i;
	return top;
}

/* Does the element hold prose directly, or in paragraphs of its own? */
static bool
holds_prose(const struct html *h, size_t at)
{
	size_t n = 0;

	for (size_t i = at + 1; i < h->v[at].end; i = h->v[i].end) {
		bool own = h->v[i].kind == HTML_TEXT || html_is(&h->v[i], S("p"));

		n += own && html_sum(h, i).prose > 0;
	}
	return n >= 2;
}

/* Down to the element whose children share the prose between them. */
static size_t
narrow(const struct html *h, size_t top)
{
	size_t at = top, next = top;

	do {
		at = next;
		for (size_t i = at + 1; i < h->v[at].end && next == at; i = h->v[i].end)
			if (h->v[i].flags & HTML_BLOCK && !(h->v[i].flags & (HTML_DROP | HTML_QUOTE | HTML_ITEM)) &&
			    !html_is(&h->v[i], S("p")) && has_share(h, i, at, PLAIN_SHARE))
				next = i;
	} while (next != at && !holds_prose(h, at));
	return at;
}

/* Most headings are links, with little under each: a list of articles, not one. */
static bool
is_index(const struct html *h, size_t top)
{
	size_t headings = 0, linked = 0;

	for (size_t i = top; i < h->v[top].end; i++) {
		struct html_sum sum = html_sum(h, i);

		if (!(h->v[i].flags & HTML_HEADING) || sum.words == 0)
			continue;
		headings++;
		linked += sum.linked == sum.words;
	}
	return linked >= INDEX_HEADINGS && linked * 10 >= headings * 6 &&
	    html_sum(h, top).prose < linked * INDEX_PROSE;
}

static size_t
count_words(struct span text, const char *list)
{
	struct span word, rest, sought;
	size_t n = 0;

	while (span_word(&text, &word))
		for (rest = span_of(list); span_next(&rest, '|', &sought);)
			n += span_starts_same(word, sought);
	return n;
}

static bool
has_password(const struct html *h)
{
	struct span type;

	for (size_t i = 0; i < h->n; i++)
		if (html_is(&h->v[i], S("input")) && html_find_attribute(h->v[i].text, S("type"), &type) &&
		    span_same(type, S("password")))
			return true;
	return false;
}

/* Does the window's title or a first heading say that there is nothing here? */
static bool
has_notice(const struct html *h)
{
	for (size_t i = 0; i < h->n; i++)
		if ((html_is(&h->v[i], S("title")) || html_is(&h->v[i], S("h1"))) &&
		    html_line_is(html_text(h, i), S("notice")))
			return true;
	return false;
}

/* A page that asks for consent or a password, or says that there is nothing. */
static bool
is_notice(const struct html *h, size_t top)
{
	struct html_sum sum = html_sum(h, top);

	if (sum.prose >= NOTICE_PROSE)
		return false;
	return (sum.prose < FORM_PROSE && has_password(h)) || has_notice(h) ||
	    count_words(html_text(h, top), "cookie|consent") * NOTICE_WORDS >= sum.words;
}

bool
html_main(struct html *h, size_t *top)
{
	*top = find_marked(h);
	if (*top == 0 || (h->v[*top].flags & HTML_MAIN && !(h->v[*top].flags & (HTML_ARTICLE | HTML_BODY))))
		*top = narrow(h, *top);
	return !is_index(h, *top) && !is_notice(h, *top);
}
