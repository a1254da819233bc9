/* SPDX-License-Identifier: ISC */
/*
 * html: a page as it was saved: what its head says of the article, and the part of the body that
 * holds it. Tags mean what they mean in Markdown, so its reader does the rest.
 */
#include "article.h"

#include "front.h"
#include "markdown.h"

/* How far a page's head is looked for. */
#define HEAD_BYTES ((size_t)1 << 18)

/* The place of needle at or after `from`, whatever its case; v.n without one. */
static size_t
find_tag(struct span v, size_t from, struct span needle)
{
	for (; (from = span_find_char(v, from, '<')) < v.n; from++) {
		struct span rest = span_from(v, from);

		if (span_starts_same(rest, needle) && rest.n > needle.n && !span_is_alnum(rest.s[needle.n]))
			return from;
	}
	return v.n;
}

static size_t
find_last_tag(struct span v, size_t from, struct span needle)
{
	size_t last = v.n;

	for (; (from = find_tag(v, from, needle)) < v.n; from++)
		last = from;
	return last;
}

/* The value of an attribute of the tag, without its quotes. */
static struct span
attribute(struct span tag, struct span name)
{
	size_t at = 0;
	char quote;

	for (;; at++) {
		at = span_find_char(tag, at, '=');
		if (at == tag.n || at + 2 >= tag.n)
			return S("");
		if (at > name.n && span_same(span_head(span_from(tag, at - name.n), name.n), name) &&
		    span_is_space(tag.s[at - name.n - 1]))
			break;
	}
	quote = tag.s[at + 1];
	if (quote != '"' && quote != '\'')
		return span_head(span_from(tag, at + 1), span_find_char(span_from(tag, at + 1), 0, ' '));
	tag = span_from(tag, at + 2);
	return span_head(tag, span_find_char(tag, 0, quote));
}

static void
read_meta(struct front *f, struct span tag)
{
	static const struct {
		struct span name, key;
	} known[] = {
		{ SPAN("og:url"), SPAN("url") }, { SPAN("author"), SPAN("author") },
		{ SPAN("article:published_time"), SPAN("date") }, { SPAN("date"), SPAN("date") },
		{ SPAN("keywords"), SPAN("tags") }, { SPAN("article:tag"), SPAN("tags") },
	};
	struct span name = attribute(tag, S("name")), value = attribute(tag, S("content")), part;

	if (name.n == 0)
		name = attribute(tag, S("property"));
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (!span_same(name, known[i].name))
			continue;
		if (!span_eq(known[i].key, S("tags")))
			front_take(f, known[i].key, S(""), value);
		else
			while (span_next(&value, ',', &part))
				front_take(f, known[i].key, S(""), part);
		return;
	}
}

static void
read_head(struct article *art, struct span head)
{
	struct front f = { .art = art };

	for (size_t at = 0; (at = span_find_char(head, at, '<')) < head.n; at++) {
		struct span tag = span_from(head, at), name;
		bool closing;
		size_t n = markdown_tag(tag, &name, &closing);

		if (n == 0)
			continue;
		tag = span_head(tag, n);
		if (span_same(name, S("meta")))
			read_meta(&f, tag);
		else if (span_same(name, S("link")) && span_same(attribute(tag, S("rel")), S("canonical")))
			front_take(&f, S("canonical"), S(""), attribute(tag, S("href")));
		at += n - 1;
	}
}

/* The window's title, without the site's name after a bar; only when the body has no headline. */
static void
read_title(struct article *art, struct span head)
{
	size_t from = find_tag(head, 0, S("<title")), end = find_tag(head, from, S("</title")), bar;
	struct span title;

	if (art->title.n > 0 || end == head.n)
		return;
	from = span_find_char(head, from, '>') + 1;
	title = markdown_plain(span_head(span_from(head, from), end - from), art->arena);
	bar = span_find(title, 0, S(" | "));
	art->title = span_trim(span_head(title, bar));
}

/* The element that holds the article: the first of these that the page has, to its last end. */
static struct span
find_body(struct span page)
{
	static const struct {
		struct span start, end;
	} holder[] = {
		{ SPAN("<article"), SPAN("</article") }, { SPAN("<main"), SPAN("</main") },
		{ SPAN("<body"), SPAN("</body") },
	};

	for (size_t i = 0; i < sizeof(holder) / sizeof(holder[0]); i++) {
		size_t from = find_tag(page, 0, holder[i].start), end;

		if (from == page.n)
			continue;
		end = find_last_tag(page, from, holder[i].end);
		return span_head(span_from(page, from), end - from);
	}
	return page;
}

void
html_read(struct article *art, struct span text, size_t line)
{
	struct span body = find_body(text);
	struct span head = span_head(text, body.s > text.s ? (size_t)(body.s - text.s) : text.n);

	head = span_head(head, HEAD_BYTES);
	read_head(art, head);
	for (const char *p = text.s; p < body.s; p++)
		line += *p == '\n';
	markdown_page(art, body, line);
	read_title(art, head);
}
