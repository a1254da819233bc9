/* SPDX-License-Identifier: ISC */
#include "html.h"

#include "front.h"
#include "plain.h"

/* A longer summary is an abstract, no line under a title. */
#define SUMMARY_BYTES 350

/* No title is longer, and none has more names of sites and sections after it. */
#define TITLE_BYTES 1000
#define TITLE_CUTS 8

/* A site's name after a dash has no more words. */
#define SITE_WORDS 4

/* The letters and digits of a text, low, for comparing; of other scripts all. */
static struct span
fold(struct span v, struct arena *a)
{
	char *s = arena_alloc(a, v.n + 1, 1);
	size_t n = 0;

	for (size_t i = 0; i < v.n; i++)
		if (span_is_alnum(v.s[i]) || (unsigned char)v.s[i] >= 0xC3)
			s[n++] = span_lower(v.s[i]);
	return (struct span){ s, n };
}

/* Does the longer one hold the shorter? */
static bool
holds(struct span a, struct span b, struct arena *arena)
{
	a = fold(a, arena);
	b = fold(b, arena);
	return b.n >= 8 && a.n >= b.n && span_find(a, 0, b) < a.n;
}

static void
read_meta(struct html *h, struct span tag)
{
	struct span name, content;

	if (!html_find_attribute(tag, S("content"), &content))
		return;
	if (html_find_attribute(tag, S("property"), &name))
		html_take(h, "meta:", name, content);
	if (html_find_attribute(tag, S("name"), &name) || html_find_attribute(tag, S("itemprop"), &name) ||
	    html_find_attribute(tag, S("http-equiv"), &name))
		html_take(h, "meta:", name, content);
}

static void
read_link(struct html *h, size_t at)
{
	struct span rel, href, word, tag = h->v[at].text;
	bool author = false, canonical = false;

	if (!html_find_attribute(tag, S("rel"), &rel))
		return;
	while (span_word(&rel, &word)) {
		author |= span_same(word, S("author"));
		canonical |= span_same(word, S("canonical"));
	}
	if (canonical && html_find_attribute(tag, S("href"), &href))
		html_take(h, "link:", S("canonical"), href);
	if (author && h->v[at].kind == HTML_A && h->v[at].end < h->n && h->v[h->v[at].end].kind == HTML_TEXT)
		html_take(h, "rel:", S("author"), h->v[h->v[at].end].text);
}

static void
read_script(struct html *h, size_t at)
{
	struct span type;

	if (html_find_attribute(h->v[at].text, S("type"), &type) && span_starts_same(type, S("application/ld+json"))
	    && h->v[at].end > at + 1)
		html_data(h, h->v[at + 1].text);
}

static void
read_time(struct html *h, struct span tag)
{
	struct span when, value;

	if (!html_find_attribute(tag, S("datetime"), &when))
		return;
	if (html_find_attribute(tag, S("pubdate"), &value) ||
	    (html_find_attribute(tag, S("itemprop"), &value) && span_same(value, S("datePublished"))))
		html_take(h, "time:", S("pubdate"), when);
	html_take(h, "time:", S("first"), when);
}

static void
read_byline(struct html *h, size_t at)
{
	struct span text = html_text(h, at), author = S(""), date = S("");

	if (span_words(text) > 12)
		return;
	if (!plain_byline(text, &author, &date) && plain_is_name(text))
		author = text;
	if (h->art->author.n == 0)
		h->art->author = author;
	if (h->art->date.n == 0)
		h->art->date = date;
}

static void
read_node(struct html *h, size_t at)
{
	const struct html_node *n = &h->v[at];
	struct span value;

	if (n->kind == HTML_TEXT)
		return;
	if (html_is(n, S("meta")))
		read_meta(h, n->text);
	else if (html_is(n, S("link")) || html_is(n, S("a")))
		read_link(h, at);
	else if (html_is(n, S("script")))
		read_script(h, at);
	else if (html_is(n, S("time")))
		read_time(h, n->text);
	else if (html_is(n, S("html")) && html_find_attribute(n->text, S("lang"), &value))
		html_take(h, "html:", S("lang"), value);
}

/* Cut between characters. */
static struct span
bounded(struct span v, size_t n)
{
	if (v.n <= n)
		return v;
	while (n > 0 && ((unsigned char)v.s[n] & 0xC0) == 0x80)
		n--;
	return span_rtrim(span_head(v, n));
}

/* The title of the window: the first, but not one of a drawing. */
static struct span
window_title(const struct html *h)
{
	for (size_t i = 0; i < h->n; i++)
		if (html_is(&h->v[i], S("title")) && !(h->v[h->v[i].parent].flags & HTML_FOREIGN))
			return bounded(html_text(h, i), TITLE_BYTES);
	return S("");
}

/* The last mark that may stand between a headline and a site's name; v.n without one. */
static size_t
last_mark(struct span v, size_t *n, bool *dash)
{
	static const struct span marks[] = {
		SPAN(" | "), SPAN(" :: "), SPAN(" \xC2\xBB "), SPAN(" \xC2\xB7 "), SPAN(" \xE2\x80\xA2 "),
		SPAN(" \xC2\xAB "), SPAN(" - "), SPAN(" \xE2\x80\x93 "), SPAN(" \xE2\x80\x94 "),
	};

	for (size_t at = v.n; at > 0; at--)
		for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
			if (v.s[at - 1] == ' ' && span_starts(span_from(v, at - 1), marks[i])) {
				*n = marks[i].n;
				*dash = i >= 6;
				return at - 1;
			}
	return v.n;
}

/* A title without the name of its site, before or after. */
static struct span
without_site(const struct html *h, struct span title)
{
	struct span site = h->about.field[HTML_SITE].value, first, last;
	size_t n, at, words;
	bool dash;

	for (int cuts = 0; cuts < TITLE_CUTS && (at = last_mark(title, &n, &dash)) < title.n; cuts++) {
		first = span_trim(span_head(title, at));
		last = span_trim(span_from(title, at + n));
		words = span_words(first);
		if (span_alike(first, site))
			return last;
		if (!span_alike(last, site) && (words < 3 || (dash && span_words(last) > SITE_WORDS)))
			return title;
		title = first;
	}
	return title;
}

/* The line that a node's text begins on. */
static size_t
line_of(const struct html *h, size_t at)
{
	for (size_t i = at; i < h->v[at].end; i++) {
		struct span text = h->v[i].text, rest = span_ltrim(text);
		size_t line = h->v[i].line;

		if (h->v[i].kind != HTML_TEXT || rest.n == 0)
			continue;
		for (const char *p = text.s; p < rest.s; p++)
			line += *p == '\n';
		return line;
	}
	return h->v[at].line;
}

/* Does a title begin with the heading? */
static bool
begins(struct span title, struct span heading, struct arena *a)
{
	title = fold(title, a);
	heading = fold(heading, a);
	return heading.n > 0 && span_starts(title, heading);
}

/* Is the heading the headline? The head names it, and first: what a window's title names last may be the
 * site, unless it stands in the article. `only`: no other is as high there. */
static bool
is_headline(const struct html *h, size_t at, struct span window, bool inside, bool only)
{
	struct span text = html_text(h, at), told = h->about.field[HTML_TITLE].value;

	if (text.n == 0)
		return false;
	if (begins(window, text, h->arena) || span_alike(told, text) || holds(told, text, h->arena))
		return true;
	return inside && (holds(window, text, h->arena) || (only && span_words(text) >= 2));
}

static size_t
count_headlines(const struct html *h, size_t top)
{
	size_t n = 0;

	for (size_t i = top; i < h->v[top].end; i++)
		n += html_is(&h->v[i], S("h1")) && !(h->v[i].flags & HTML_DROP);
	return n;
}

/* The heading gives the title, and is no section any more. */
static void
take_title(struct html *h, size_t heading)
{
	h->art->title = html_text(h, heading);
	h->art->title_line = line_of(h, heading);
	h->v[heading].flags |= HTML_DROP;
}

/* Where no first heading is the headline: a lower one that says what the head says, or with which, as the
 * first, the window's title begins. */
static void
find_lower(struct html *h, size_t top, struct span told, struct span window)
{
	bool first = true;

	for (size_t i = top; i < h->v[top].end && h->art->title.n == 0; i++) {
		struct span text = h->v[i].flags & HTML_HEADING ? html_text(h, i) : S("");

		if (text.n == 0 || h->v[i].flags & HTML_DROP)
			continue;
		if (span_alike(text, told) ||
		    (first && (begins(window, text, h->arena) || holds(window, text, h->arena))))
			take_title(h, i);
		first = false;
	}
}

static void
find_title(struct html *h, size_t top)
{
	struct span window = window_title(h), told = h->about.field[HTML_TITLE].value;
	bool only = count_headlines(h, top) == 1;

	for (size_t i = 0; i < h->n && h->art->title.n == 0; i++)
		if (html_is(&h->v[i], S("h1")) &&
		    is_headline(h, i, window, i >= top && i < h->v[top].end && !(h->v[i].flags & HTML_DROP), only))
			take_title(h, i);
	if (h->art->title.n > 0)
		return;
	told = without_site(h, told.n > 0 ? told : window);
	find_lower(h, top, told, window);
	if (h->art->title.n == 0)
		h->art->title = told;
}

static void
fill_in(struct html *h)
{
	struct article *art = h->art;
	struct front f = { .art = art, .plain = true };

	art->author = h->about.field[HTML_AUTHOR].value;
	art->site = h->about.field[HTML_SITE].value;
	art->url = h->about.field[HTML_URL].value;
	art->lang = h->about.field[HTML_LANG].value;
	front_take(&f, S("date"), S(""), h->about.field[HTML_DATE].value);
}

void
html_head(struct html *h, size_t top)
{
	for (size_t i = 0; i < h->n; i++)
		read_node(h, i);
	find_title(h, top);
	fill_in(h);
	for (size_t i = 0; i < h->n; i++)
		if (h->v[i].flags & HTML_BYLINE)
			read_byline(h, i);
}

void
html_describe(struct html *h)
{
	struct article *art = h->art;
	struct span summary = h->about.field[HTML_SUMMARY].value;

	if (summary.n > SUMMARY_BYTES || front_is_cut(summary) || span_alike(summary, art->title) ||
	    span_alike(summary, art->subtitle))
		return;
	for (size_t i = 0; i < art->n && i < 4; i++)
		if (front_begins_like(art->v[i].text, summary))
			return;
	*(art->subtitle.n == 0 ? &art->subtitle : &art->summary) = summary;
}
