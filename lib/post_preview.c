/* SPDX-License-Identifier: ISC */
#include "post_part.h"

#include "emoji.h"
#include "uni.h"
#include "url.h"
#include "utf8.h"

#define MORE S("…more")

/* Where a feed shows posts: the width of the text in pixels, at the type's size. */
static const struct card {
	const char *name;
	size_t pixels;
} cards[] = { { "552 px", 552 }, { "phone, 343 px", 343 } };
#define TYPE 14

struct preview {
	const struct post *post;
	bool colour;
	struct buf *out;
};

static void
add_heading(const struct preview *p, const char *name)
{
	buf_fmt(p->out, p->colour ? "%s\033[1m%s\033[0m\n" : "%s%s\n", p->out->n > 0 ? "\n" : "", name);
}

static void
add_line(const struct preview *p, struct span line, const char *style)
{
	buf_str(p->out, line.n > 0 ? "| " : "|");
	if (p->colour && *style != '\0' && line.n > 0)
		buf_fmt(p->out, "%s%.*s\033[0m\n", style, SPAN_ARG(line));
	else
		buf_fmt(p->out, "%.*s\n", SPAN_ARG(line));
}

/* The head of a line that leaves room for `…more`. */
static size_t
room_for_more(struct span line, size_t most)
{
	struct span head = line;
	size_t more = post_width(MORE) + post_width(S(" "));

	while (head.n > 0 && post_width(head) + more > most) {
		while (head.n > 0 && head.s[head.n - 1] != ' ')
			head.n--;
		head = span_rtrim(head);
	}
	return head.n;
}

/* The bytes of the text that are seen before one asks for more; all of it when nothing is hidden. */
static size_t
visible(const struct post *p, size_t most)
{
	struct span rest = p->text, line = S(""), last = S("");
	size_t lines = 0, n, at = 0;

	if (p->limit->folded > 0) {
		for (size_t i = 0; at < p->text.n && i < p->limit->folded; i++, at += n)
			utf8_decode(p->text, at, &n);
		while (at < p->text.n && at > 0 && !span_is_space(p->text.s[at]))
			at--;
		return at;
	}
	while (lines < p->limit->fold && post_wrap(&rest, most, &line)) {
		last = line.n > 0 ? line : last;
		lines++;
	}
	if (p->limit->fold == 0 || rest.n == 0)
		return p->text.n;
	return (size_t)(last.s - p->text.s) + room_for_more(last, most);
}

static void
add_card(const struct preview *p, const struct card *card)
{
	const struct post *post = p->post;
	size_t most = card->pixels * 1000 / TYPE, seen = visible(post, most);
	struct span rest = span_head(post->text, seen), line;
	struct buf b = BUF_INIT;

	buf_fmt(&b, "%.*s, %s", SPAN_ARG(post->limit->platform), card->name);
	add_heading(p, b.s);
	buf_cut(&b, 0);
	buf_add(&b, rest);
	if (seen < post->text.n)
		buf_fmt(&b, " %s", MORE.s);
	for (rest = buf_view(&b); post_wrap(&rest, most, &line);)
		add_line(p, line, "");
	rest = span_from(post->text, seen);
	if (rest.n > 0)
		buf_str(p->out, "+---- folded\n");
	for (rest = span_from(rest, rest.n > 0 && span_is_space(rest.s[0])); post_wrap(&rest, most, &line);)
		add_line(p, line, "\033[2m");
	buf_free(&b);
}

static size_t
count_emojis(struct span v)
{
	size_t n = 0;

	for (size_t i = 0; (i = emoji_find(v, i)) < v.n; i += emoji_at(v, i))
		n++;
	return n;
}

static void
add_counts(const struct preview *p)
{
	const struct post *post = p->post;
	const struct limit *l = post->limit;
	size_t length = limit_length(l, post->text), tags = post_hashtags(post->text);

	add_heading(p, "counts");
	buf_fmt(p->out, "  %zu of %zu %.*s on %.*s%s\n", length, l->max, SPAN_ARG(l->unit), SPAN_ARG(l->platform),
	    length > l->max ? ": too long" : "");
	if (l->bytes > 0)
		buf_fmt(p->out, "  %zu of %zu bytes%s\n", post->text.n, l->bytes,
		    post->text.n > l->bytes ? ": too long" : "");
	if (l->tags > 0)
		buf_fmt(p->out, "  %zu of %zu hashtags that are of use\n", tags, l->tags);
	buf_fmt(p->out, "  %zu words, %zu characters, %zu graphemes, %zu bytes\n", span_words(post->text),
	    utf8_count(post->text), uni_graphemes(post->text), post->text.n);
	buf_fmt(p->out, "  %zu emojis, %zu hashtags\n", count_emojis(post->text), tags);
	if (l->source.n > 0)
		buf_fmt(p->out, "  limits: %.*s, %.*s\n", SPAN_ARG(l->source), SPAN_ARG(l->date));
}

static void
add_left_out(const struct preview *p)
{
	const struct rec *r = p->post->r;
	bool any = false;

	for (size_t i = 0; r != NULL && i < r->n; i++) {
		if (!post_lacks(p->post, i))
			continue;
		if (!any)
			add_heading(p, "left out");
		any = true;
		buf_fmt(p->out, "  %.*s: ", SPAN_ARG(field_name(r->v[i].field)));
		utf8_clean(p->out, r->v[i].value);
		buf_char(p->out, '\n');
	}
}

static void
add_task(const struct preview *p, const char *what, struct span detail)
{
	buf_fmt(p->out, "  [ ] %s%.*s\n", what, SPAN_ARG(detail));
}

/* `@` and the words with a capital after it, or the name that is known. */
static struct span
name_at(const struct post *p, size_t at)
{
	const struct mention *m = mention_at(p->mentions, p->text, at);
	struct span rest = span_from(p->text, at + 1), word, tail = rest;
	size_t n = 0;

	if (m != NULL)
		return span_head(span_from(p->text, at), 1 + m->name.n);
	while (span_word(&tail, &word) && (n == 0 || span_is_upper(word.s[0])))
		n = (size_t)(word.s - rest.s) + word.n;
	while (n > 0 && span_has(S(".,;:!?)"), rest.s[n - 1]))
		n--;
	return span_head(span_from(p->text, at), n > 0 ? n + 1 : 0);
}

static void
add_mention_tasks(const struct preview *p)
{
	const struct post *post = p->post;
	struct span name;

	for (size_t i = 0; (i = span_find_char(post->text, i, '@')) < post->text.n; i++) {
		if ((i > 0 && !span_is_space(post->text.s[i - 1])) || (name = name_at(post, i)).n == 0)
			continue;
		add_task(p, "pick from the composer's list, typed it is only text: ", name);
	}
}

static void
add_tasks(const struct preview *p)
{
	struct span platform = p->post->limit->platform;
	struct arena arena = { 0 };
	struct urls urls = { 0 };

	add_heading(p, "by hand");
	url_find(p->post->text, URL_WRITTEN, &urls, &arena);
	if (span_starts(platform, S("linkedin")) || span_eq(platform, S("facebook")))
		add_mention_tasks(p);
	if (p->post->comment.n > 0)
		add_task(p, "the first comment: ", p->post->comment);
	if (urls.n > 0)
		add_task(p, "open the link, and look at its card: ", urls.v[0]);
	add_task(p, "describe the picture in words (alt text), if there is one", S(""));
	arena_free(&arena);
}

void
post_preview(const struct post *post, bool colour, struct buf *out)
{
	struct preview p = { post, colour, out };
	struct buf b = BUF_INIT;

	p.out = &b;
	for (size_t i = 0; i < sizeof(cards) / sizeof(cards[0]); i++)
		add_card(&p, &cards[i]);
	add_counts(&p);
	add_left_out(&p);
	add_tasks(&p);
	buf_add(out, buf_view(&b));
	buf_free(&b);
}
