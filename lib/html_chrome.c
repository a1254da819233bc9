/* SPDX-License-Identifier: ISC */
#include "html.h"

/* In percent of the page's prose: what holds more is not left out for its name. */
#define CHROME_SHARE 85
#define WEAK_SHARE 30
#define HALF_SHARE 50
#define TEASER_SHARE 25

/* A cell with so much prose is a column of the page, not a figure in a table. */
#define CELL_PROSE 50

/* Fewer words, none of them prose, in an element that may be of the page. */
#define FEW_WORDS 8


/* Is there in the element one that holds half of the prose and says that it is the article? */
static bool
holds_article(const struct html *h, size_t at, uint32_t total)
{
	for (size_t i = at; i < h->v[at].end; i++)
		if (h->v[i].flags & (HTML_MAIN | HTML_ARTICLE | HTML_BODY) && !(h->v[i].flags & HTML_DROP) &&
		    html_sum(h, i).prose * 100 >= total * HALF_SHARE)
			return true;
	return false;
}

static bool
holds_headline(const struct html *h, size_t at)
{
	for (size_t i = at; i < h->v[at].end; i++)
		if (html_is(&h->v[i], S("h1")))
			return true;
	return false;
}

/* The end of a quotation may say who is quoted. */
static bool
is_attribution(const struct html *h, size_t at)
{
	if (!(h->v[at].flags & HTML_FOOT))
		return false;
	for (size_t i = h->v[at].parent; i > 0; i = h->v[i].parent)
		if (h->v[i].flags & (HTML_QUOTE | HTML_FIGURE))
			return true;
	return false;
}

/* What is only perhaps of the page: links, or next to nothing. */
static bool
is_weak_chrome(struct html_sum sum)
{
	return sum.linked * 3 > sum.words || (sum.prose == 0 && sum.words < FEW_WORDS);
}

static bool
is_chrome(const struct html *h, size_t at, uint32_t total)
{
	uint32_t flags = h->v[at].flags, most;
	struct html_sum sum = html_sum(h, at);

	if (flags & (HTML_HEADING | HTML_MAIN | HTML_ARTICLE) || is_attribution(h, at))
		return false;
	if (flags & HTML_BYLINE && sum.prose < total / 4)
		return true;
	if (flags & HTML_CHROME)
		most = CHROME_SHARE;
	else if (flags & HTML_FORM)
		most = HALF_SHARE;
	else if (flags & HTML_WEAK && !(flags & HTML_BODY) && is_weak_chrome(sum))
		most = WEAK_SHARE;
	else
		return false;
	if (sum.prose == 0 || total == 0)
		return true;
	if (sum.prose * 100 > total * most)
		return false;
	if (sum.prose * 100 >= total * WEAK_SHARE && holds_headline(h, at))
		return false;
	return sum.prose * 100 < total * HALF_SHARE || !holds_article(h, at, total);
}

/* The sign after a heading that links to it: nothing that could be read. */
static bool
is_permalink(const struct html *h, size_t link)
{
	size_t at = h->v[link].end;
	struct span href, text;

	if (at >= h->n || h->v[at].kind != HTML_TEXT || !html_find_attribute(h->v[link].text, S("href"), &href))
		return false;
	text = span_trim(h->v[at].text);
	for (size_t i = 0; i < text.n; i++)
		if (span_is_alnum(text.s[i]))
			return false;
	return span_has(href, '#') && text.n > 0 && text.n <= 12;
}

/* A link is no element: what goes is all up to its end, or that of the element it is in. */
static void
drop_link(struct html *h, size_t link)
{
	size_t end = h->v[h->v[link].parent].end;

	if (!(h->v[link].flags & (HTML_DROP | HTML_CHROME)) && !is_permalink(h, link))
		return;
	for (size_t i = h->v[link].end; i < end && h->v[i].kind != HTML_A; i = h->v[i].end)
		h->v[i].flags |= HTML_DROP;
}

void
html_drop_chrome(struct html *h)
{
	uint32_t total = html_sum(h, 0).prose;
	struct html_walk w = html_walk(h, 0);

	while (html_step(&w)) {
		struct html_node *n = &h->v[w.node];

		if (w.leaves || n->kind == HTML_TEXT)
			continue;
		if (n->kind == HTML_A)
			drop_link(h, w.node);
		else if (!(n->flags & HTML_DROP) &&
		    n->flags & (HTML_CHROME | HTML_WEAK | HTML_FORM | HTML_BYLINE) && is_chrome(h, w.node, total))
			n->flags |= HTML_DROP;
		if (n->flags & HTML_DROP && n->kind != HTML_A)
			html_skip(&w);
	}
}

/* A table that sets out a page, not figures. */
static bool
is_layout(const struct html *h, size_t table)
{
	for (size_t i = table + 1; i < h->v[table].end; i++)
		if (h->v[i].flags & HTML_TABLE && html_is(&h->v[i], S("td")) && html_sum(h, i).prose >= CELL_PROSE)
			return true;
	return false;
}

/* Of a figure, only a quotation or code is text. */
static bool
holds_text(const struct html *h, size_t figure)
{
	for (size_t i = figure; i < h->v[figure].end; i++)
		if (h->v[i].flags & (HTML_QUOTE | HTML_PRE))
			return true;
	return false;
}

static bool
is_linked_heading(const struct html *h, size_t at)
{
	struct html_sum sum = html_sum(h, at);

	return h->v[at].flags & HTML_HEADING && sum.words > 0 && sum.linked == sum.words;
}

/* An article inside of the article that only leads to another page. */
static bool
is_teaser(const struct html *h, size_t at, uint32_t total)
{
	if (!(h->v[at].flags & HTML_ARTICLE) || html_sum(h, at).prose * 100 >= total * TEASER_SHARE)
		return false;
	for (size_t i = at; i < h->v[at].end; i++)
		if (is_linked_heading(h, i))
			return true;
	return false;
}

/* What is being cleared of furniture. */
struct clearing {
	const struct html *h;
	uint32_t total;         /* prose in it */
	unsigned char *flow;    /* of each node: how many paragraphs of prose it holds itself, up to 2 */
};

static unsigned char *
count_paragraphs(const struct html *h, size_t top)
{
	unsigned char *flow = ARENA_ARRAY(h->arena, unsigned char, h->n);

	for (size_t i = top + 1; i < h->v[top].end; i++)
		if (html_is(&h->v[i], S("p")) && html_sum(h, i).prose > 0 && flow[h->v[i].parent] < 2)
			flow[h->v[i].parent]++;
	return flow;
}

/* Nothing but links: a menu, unless it is a list among the article's own paragraphs. */
static bool
is_menu(const struct clearing *c, size_t at)
{
	const struct html_node *n = &c->h->v[at];
	struct html_sum sum = html_sum(c->h, at);

	if (!(n->flags & HTML_BLOCK) || sum.words == 0 || sum.prose > 0 || sum.linked * 10 < sum.words * 6)
		return false;
	if (n->flags & (HTML_HEADING | HTML_ITEM | HTML_QUOTE) || html_is(n, S("p")))
		return false;
	if (n->flags & HTML_LIST)
		return !(c->h->v[n->parent].flags & (HTML_ITEM | HTML_BODY)) && c->flow[n->parent] < 2;
	return true;
}

static bool
is_furniture(const struct clearing *c, size_t at)
{
	const struct html *h = c->h;
	const struct html_node *n = &h->v[at];

	if (n->flags & HTML_TABLE)
		return html_is(n, S("table")) ? !is_layout(h, at) : html_is(n, S("td")) && html_sum(h, at).prose == 0;
	if (n->flags & HTML_FIGURE)
		return !holds_text(h, at);
	return is_teaser(h, at, c->total) || is_menu(c, at);
}

void
html_drop_furniture(struct html *h, size_t top)
{
	struct clearing c = { .h = h, .total = html_sum(h, top).prose };
	struct html_walk w = html_walk(h, top);

	c.flow = count_paragraphs(h, top);
	html_step(&w);
	while (html_step(&w)) {
		struct html_node *n = &h->v[w.node];

		if (w.leaves || n->kind == HTML_TEXT)
			continue;
		if (!(n->flags & HTML_DROP) && is_furniture(&c, w.node))
			n->flags |= HTML_DROP;
		if (n->flags & HTML_DROP)
			html_skip(&w);
	}
}
