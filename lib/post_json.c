/* SPDX-License-Identifier: ISC */
#include "layout.h"
#include "post.h"
#include "uni.h"
#include "url.h"
#include "utf8.h"

/* A string of any bytes: what is no UTF-8 becomes U+FFFD. */
/* Bytes of a hashtag's facet with its #: tag has at most 640, lexicon app.bsky.richtext.facet. */
#define TAG_MOST 641

static void
add_string(struct buf *out, struct span v)
{
	size_t n;
	uint32_t c;

	buf_char(out, '"');
	for (size_t i = 0; i < v.n; i += n) {
		c = utf8_decode(v, i, &n);
		if (c == UTF8_BAD)
			utf8_add(out, 0xFFFD);
		else if (c == '\n')
			buf_str(out, "\\n");
		else if (c < 0x20 || c == 0x7F)
			buf_fmt(out, "\\u%04X", (unsigned)c);
		else if (c == '"' || c == '\\')
			buf_fmt(out, "\\%c", (char)c);
		else
			buf_add(out, span_head(span_from(v, i), n));
	}
	buf_char(out, '"');
}

/* `"name":`, after a comma when something stands before it in its object. */
static void
add_key(struct buf *out, struct span name)
{
	if (out->n > 0 && out->s[out->n - 1] != '{')
		buf_char(out, ',');
	add_string(out, name);
	buf_char(out, ':');
}

static void
add_text(struct buf *out, const char *name, struct span v)
{
	add_key(out, span_of(name));
	add_string(out, v);
}

static void
add_number(struct buf *out, const char *name, size_t n)
{
	add_key(out, span_of(name));
	buf_fmt(out, "%zu", n);
}

static bool
is_single(enum field f)
{
	return f <= FIELD_KIND || (field_is_caption(f) && f != FIELD_BULLET);
}

/* The values of a field: a string when there can be one only, else an array. */
static void
add_field(struct buf *out, const struct rec *r, enum field f)
{
	const char *comma = "";

	add_key(out, field_name(f));
	if (is_single(f)) {
		add_string(out, rec_value(r, f));
		return;
	}
	buf_char(out, '[');
	for (size_t i = 0; (i = rec_find(r, i, f)) < r->n; i++, comma = ",") {
		buf_str(out, comma);
		add_string(out, r->v[i].value);
	}
	buf_char(out, ']');
}

static void
add_fields(struct buf *out, const struct rec *r)
{
	add_key(out, S("fields"));
	buf_char(out, '{');
	for (int f = FIELD_UNKNOWN + 1; r != NULL && f < FIELD_COUNT; f++)
		if (rec_count(r, (enum field)f) > 0 && f != FIELD_FROM)
			add_field(out, r, (enum field)f);
	buf_char(out, '}');
}

static void
add_counts(struct buf *out, const struct post *p)
{
	add_key(out, S("counts"));
	buf_char(out, '{');
	add_text(out, "unit", p->limit->unit);
	add_number(out, "length", limit_length(p->limit, p->text));
	add_number(out, "max", p->limit->max);
	add_number(out, "characters", utf8_count(p->text));
	add_number(out, "graphemes", uni_graphemes(p->text));
	add_number(out, "utf16", utf8_units(p->text));
	add_number(out, "bytes", p->text.n);
	add_number(out, "words", span_words(p->text));
	buf_char(out, '}');
}

static void
add_tags(struct buf *out, struct span text)
{
	const char *comma = "";
	size_t n;

	add_key(out, S("tags"));
	buf_char(out, '[');
	for (size_t i = 0; (i = span_find_char(text, i, '#')) < text.n; i++) {
		if ((n = post_hashtag(text, i)) == 0)
			continue;
		buf_str(out, comma);
		add_string(out, span_head(span_from(text, i + 1), n - 1));
		comma = ",";
	}
	buf_char(out, ']');
}

static void
add_facet(struct buf *out, struct span text, struct span part, const char *type, const char *key,
    struct span value)
{
	size_t start = (size_t)(part.s - text.s);

	if (out->s[out->n - 1] != '[')
		buf_char(out, ',');
	buf_fmt(out, "{\"index\":{\"byteStart\":%zu,\"byteEnd\":%zu},\"features\":[{", start, start + part.n);
	buf_fmt(out, "\"$type\":\"app.bsky.richtext.facet#%s\"", type);
	add_text(out, key, value);
	buf_str(out, "}]}");
}

/* The facets of the words between two URLs. */
static void
add_word_facets(struct buf *out, const struct post *p, struct span part)
{
	const struct mention *m;
	struct span word;
	size_t at = (size_t)(part.s - p->text.s), n;

	for (size_t i = at; i < at + part.n; i++) {
		word = span_from(p->text, i);
		if (word.s[0] == '#' && (n = post_hashtag(p->text, i)) > 0 && n <= TAG_MOST) {
			add_facet(out, p->text, span_head(word, n), "tag", "tag", span_head(span_from(word, 1), n - 1));
		} else if (word.s[0] == '@' && (m = mention_at(p->mentions, p->text, i)) != NULL
		    && span_starts(m->address, S("did:"))) {
			add_facet(out, p->text, span_head(word, 1 + m->name.n), "mention", "did", m->address);
		}
	}
}

static void
add_facets(struct buf *out, const struct post *p)
{
	struct arena arena = { 0 };
	struct urls urls = { 0 };
	const char *done = p->text.s;

	add_key(out, S("facets"));
	buf_char(out, '[');
	url_find(p->text, URL_WRITTEN, &urls, &arena);
	for (size_t i = 0; i < urls.n; i++) {
		add_word_facets(out, p, span_between(done, urls.v[i].s));
		add_facet(out, p->text, urls.v[i], "link", "uri", urls.v[i]);
		done = urls.v[i].s + urls.v[i].n;
	}
	add_word_facets(out, p, span_between(done, p->text.s + p->text.n));
	buf_char(out, ']');
	arena_free(&arena);
}

static void
add_left_out(struct buf *out, const struct post *p)
{
	const char *comma = "";

	add_key(out, S("left_out"));
	buf_char(out, '[');
	for (size_t i = 0; p->r != NULL && i < p->r->n; i++) {
		if (!post_lacks(p, i))
			continue;
		buf_str(out, comma);
		add_string(out, field_name(p->r->v[i].field));
		comma = ",";
	}
	buf_char(out, ']');
}

void
post_json(const struct post *p, struct buf *out)
{
	struct buf b = BUF_INIT, little = BUF_INIT;

	buf_char(&b, '{');
	add_text(&b, "platform", p->limit->platform);
	add_text(&b, "text", p->text);
	if (span_eq(p->limit->platform, S("linkedin"))) {
		layout_little(p->text, p->mentions, &little);
		add_text(&b, "commentary", buf_view(&little));
	}
	if (p->comment.n > 0)
		add_text(&b, "comment", p->comment);
	add_fields(&b, p->r);
	add_counts(&b, p);
	add_tags(&b, p->text);
	add_facets(&b, p);
	add_left_out(&b, p);
	buf_str(&b, "}\n");
	buf_add(out, buf_view(&b));
	buf_free(&b);
	buf_free(&little);
}
