/* SPDX-License-Identifier: ISC */
#include "check.h"

#include "check_part.h"
#include "emoji.h"
#include "uni.h"
#include "url.h"
#include "utf8.h"

extern const struct span text_caption;

#define CAPTION S("caption")
#define MOST_DETAIL 60

static void
add_detail(struct buf *b, struct span detail)
{
	size_t start = b->n, end = start + MOST_DETAIL;

	utf8_clean(b, span_head(detail, 4 * MOST_DETAIL));
	if (b->n <= end)
		return;
	while (end > start && ((unsigned char)b->s[end] & 0xC0) == 0x80)
		end--;
	buf_cut(b, end);
	buf_str(b, "...");
}

void
check_fault(struct check *c, size_t line, struct span field, const char *what, struct span detail)
{
	struct buf b = BUF_INIT;

	buf_add(&b, field);
	buf_fmt(&b, "%s%s%s", *what != '\0' ? ": " : "", what, detail.n > 0 ? ": " : "");
	add_detail(&b, detail);
	c->faults++;
	c->report(c->file, line, buf_view(&b));
	buf_free(&b);
}

static void
check_limit(struct check *c, size_t line, struct span caption)
{
	struct buf why = BUF_INIT;

	if (limit_exceeded(c->limit, span_rtrim(caption), &why))
		check_fault(c, line, CAPTION, "over the limit", buf_view(&why));
	buf_free(&why);
}

/* Was the tag there before? It is now. */
static bool
seen_before(struct map *seen, struct span tag)
{
	struct buf low = BUF_INIT;
	size_t before = seen->n;

	uni_add_lower(&low, tag);
	map_add(seen, buf_view(&low));
	buf_free(&low);
	return seen->n == before;
}

static void
check_tag(struct check *c, size_t line, struct span field, struct span tag, struct map *seen)
{
	bool letter = false, other = tag.n == 0;
	uint32_t u;
	size_t n;

	for (size_t i = 0; i < tag.n; i += n) {
		u = utf8_decode(tag, i, &n);
		if (uni_is_letter(u))
			letter = true;
		else if (u != '_' && (u >= 0x80 || !span_is_digit((char)u)))
			other = true;
	}
	if (other)
		check_fault(c, line, field, "not only letters and digits", tag);
	else if (!letter)
		check_fault(c, line, field, "a hashtag of digits only", tag);
	if (tag.n > 0 && seen_before(seen, tag))
		check_fault(c, line, field, "the same hashtag twice", tag);
}

/* A tag of the brand that the others were not told of. */
static void
check_brand(struct check *c, const struct rec *r, struct map *seen)
{
	struct span tag;

	for (size_t i = 0; (i = rec_find(r, i, FIELD_BRANDTAG)) < r->n; i++) {
		tag = r->v[i].value;
		if (!seen_before(seen, span_from(tag, tag.s[0] == '#')))
			check_fault(c, r->v[i].line, field_name(FIELD_BRANDTAG), "not among the tags", tag);
	}
}

static void
check_tags(struct check *c, const struct rec *r)
{
	struct map seen = { .arena = r->arena };

	for (size_t i = 0; (i = rec_find(r, i, FIELD_TAG)) < r->n; i++) {
		struct span tag = r->v[i].value;

		check_tag(c, r->v[i].line, field_name(FIELD_TAG), span_from(tag, tag.s[0] == '#'), &seen);
		check_facts_tag(c, r, i);
	}
	if (seen.n > 0 && template_names(c->template, FIELD_TAG))
		check_brand(c, r, &seen);
}

static void
check_url(struct check *c, const struct rec *r, struct span caption)
{
	size_t i = rec_find(r, 0, FIELD_URL);
	struct span url;

	if (!c->url)
		return;
	if (i == r->n) {
		check_fault(c, r->line, CAPTION, "no Url", S(""));
		return;
	}
	url = r->v[i].value;
	if (!url_is_page(url))
		check_fault(c, r->v[i].line, field_name(FIELD_URL), "not the address of a page", url);
	else if (c->link && !span_contains(caption, url))
		check_fault(c, r->v[i].line, field_name(FIELD_URL), "not in the caption", url);
}

static void
check_blocks(struct check *c, const struct rec *r)
{
	static const enum field blocks[] = { FIELD_LEAD, FIELD_KICKER, FIELD_CALL, FIELD_TAG };

	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++)
		if (template_names(c->template, blocks[i]) && rec_count(r, blocks[i]) == 0)
			check_fault(c, r->line, CAPTION, "a missing block", field_name(blocks[i]));
	if (c->follow && template_names(c->template, FIELD_FOLLOW) && rec_count(r, FIELD_FOLLOW) == 0)
		check_fault(c, r->line, CAPTION, "a missing block", field_name(FIELD_FOLLOW));
}

/* The Context goes on in the Hook's paragraph: emojis may meet there. */
static void
check_paragraph(struct check *c, const struct rec *r)
{
	size_t at = rec_find(r, 0, FIELD_CONTEXT);

	if (at == r->n || emoji_suffix(rec_value(r, FIELD_HOOK)) == 0)
		return;
	if (emoji_prefix(r->v[at].value) > 0)
		check_fault(c, r->v[at].line, field_name(FIELD_CONTEXT), "two emojis together", S(""));
}

static bool
is_shown(enum field f)
{
	return f == FIELD_TITLE || field_is_caption(f);
}

void
check_record(struct check *c, const struct rec *r, struct span caption)
{
	struct check_ground ground;

	check_ground(&ground, c, r);
	check_blocks(c, r);
	check_url(c, r, caption);
	for (size_t i = 0; i < r->n; i++) {
		if (r->v[i].field == FIELD_FROM && c->article != NULL)
			check_source(c, r, i);
		if (!is_shown(r->v[i].field))
			continue;
		check_marks(c, r->v[i].line, field_name(r->v[i].field), r->v[i].value);
		if (r->v[i].field != FIELD_FOLLOW) /* the brand's own words */
			check_emoji_inside(c, r->v[i].line, field_name(r->v[i].field), r->v[i].value);
		check_facts(c, r, i, &ground);
	}
	check_paragraph(c, r);
	check_tags(c, r);
	check_limit(c, r->line, caption);
}

/* A line of tags, every word of it. */
static bool
is_tag_line(struct span line)
{
	struct span word;
	bool any = false;

	while (span_word(&line, &word)) {
		if (word.s[0] != '#')
			return false;
		any = true;
	}
	return any;
}

static void
check_tag_line(struct check *c, size_t line, struct span text)
{
	struct arena arena = { 0 };
	struct map seen = { .arena = &arena };
	struct span word;

	while (span_word(&text, &word))
		check_tag(c, line, CAPTION, span_from(word, 1), &seen);
	arena_free(&arena);
}

/* A post that was edited by hand: each line of it is held against the article as a whole. */
static void
check_text_facts(struct check *c, struct span text)
{
	struct arena arena = { 0 };
	struct check_ground ground;
	struct span line;
	size_t n = 0;

	check_ground_text(&ground, c, text, &arena);
	while (span_next(&text, '\n', &line)) {
		n++;
		if (!is_tag_line(line))
			check_facts_text(c, n, line, &ground);
	}
	arena_free(&arena);
}

void
check_text(struct check *c, struct span text, struct span caption)
{
	struct span rest = text, line;
	size_t n = 0;

	while (span_next(&rest, '\n', &line)) {
		n++;
		check_marks(c, n, CAPTION, line);
		if (is_tag_line(line))
			check_tag_line(c, n, line);
	}
	if (c->article != NULL)
		check_text_facts(c, text);
	if (c->url && span_find(text, 0, S("https://")) == text.n && span_find(text, 0, S("http://")) == text.n)
		check_fault(c, 0, CAPTION, "no URL", S(""));
	check_limit(c, 0, caption);
}

struct span
check_descriptor(void)
{
	return text_caption;
}
