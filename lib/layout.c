/* SPDX-License-Identifier: ISC */
#include "layout.h"

#include "emoji.h"
#include "utf8.h"

bool
layout_link_of(struct span word, enum layout_link *link)
{
	static const struct span words[] = { SPAN("body"), SPAN("comment"), SPAN("none") };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (!span_eq(word, words[i]))
			continue;
		*link = (enum layout_link)i;
		return true;
	}
	return false;
}

static void
add_line(struct buf *out, struct span value)
{
	utf8_clean(out, value);
	buf_char(out, '\n');
}

/* Does a line start with a mark of its own, an emoji or another symbol? */
static bool
has_mark(struct span v)
{
	size_t n;
	uint32_t c = v.n > 0 ? utf8_decode(v, 0, &n) : 0;

	return emoji_prefix(v) > 0 || (c >= 0x2190 && c <= 0x2BFF) || c == 0x2022 || c == 0x2023;
}

/* A full stop that is not the point of `U.S.` or `...`. */
static size_t
full_stop(struct span v)
{
	size_t i = v.n - 1;

	if (v.n == 0 || v.s[i] != '.')
		return 0;
	while (i > 0 && v.s[i - 1] != ' ' && v.s[i - 1] != '.')
		i--;
	return i == 0 || v.s[i - 1] == ' ';
}

static void
add_bullet(struct buf *out, struct span value)
{
	if (!has_mark(value))
		buf_str(out, "• ");
	utf8_clean(out, span_head(value, value.n - full_stop(value)));
	buf_char(out, '\n');
}

static void
add_hook(const struct rec *r, struct buf *out)
{
	struct span context = rec_value(r, FIELD_CONTEXT);

	utf8_clean(out, rec_value(r, FIELD_HOOK));
	if (context.n > 0) {
		buf_char(out, ' ');
		utf8_clean(out, context);
	}
	buf_char(out, '\n');
}

static void
add_list(const struct rec *r, struct buf *out)
{
	struct span lead = rec_value(r, FIELD_LEAD);

	if (lead.n > 0)
		add_line(out, lead);
	for (size_t i = 0; (i = rec_find(r, i, FIELD_BULLET)) < r->n; i++)
		add_bullet(out, r->v[i].value);
}

/* What ends a sentence goes: the URL or a full stop takes its place. */
static struct span
open_end(struct span v)
{
	while (v.n > 0 && (v.s[v.n - 1] == ':' || v.s[v.n - 1] == '.' || v.s[v.n - 1] == ' '))
		v.n--;
	return v;
}

static void
add_call(const struct layout *l, const struct rec *r, struct buf *out)
{
	struct span call = open_end(rec_value(r, FIELD_CALL)), url = rec_value(r, FIELD_URL);

	utf8_clean(out, call);
	if (l->link == LAYOUT_LINK_BODY && url.n > 0) {
		buf_str(out, call.n > 0 ? ": " : "");
		utf8_clean(out, url);
	} else if (call.n > 0 && span_find_char(S("!?"), 0, call.s[call.n - 1]) == 2) {
		buf_char(out, '.');
	}
	buf_char(out, '\n');
}

static void
add_tags(const struct rec *r, enum field f, struct buf *out)
{
	size_t start = out->n;

	for (size_t i = 0; (i = rec_find(r, i, f)) < r->n; i++) {
		struct span tag = r->v[i].value;

		buf_str(out, out->n > start ? " #" : "#");
		utf8_clean(out, span_from(tag, tag.s[0] == '#'));
	}
	buf_char(out, '\n');
}

static bool
has(const struct rec *r, enum field f)
{
	return r != NULL && rec_count(r, f) > 0;
}

/* The brand's blocks: the record's own, else those of the profile that was given. */
static void
add_brand(const struct layout *l, const struct rec *r, struct buf *out)
{
	const struct rec *follow = has(r, FIELD_FOLLOW) ? r : l->profile;

	if (has(follow, FIELD_FOLLOW)) {
		buf_char(out, '\n');
		add_line(out, rec_value(follow, FIELD_FOLLOW));
	}
	if (has(r, FIELD_TAG)) {
		buf_char(out, '\n');
		add_tags(r, FIELD_TAG, out);
	} else if (has(l->profile, FIELD_BRANDTAG)) {
		buf_char(out, '\n');
		add_tags(l->profile, FIELD_BRANDTAG, out);
	}
}

static enum field
missing(const struct rec *r)
{
	static const enum field needed[] = { FIELD_TITLE, FIELD_HOOK, FIELD_BULLET };

	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (!has(r, needed[i]))
			return needed[i];
	return FIELD_UNKNOWN;
}

enum field
layout_record(const struct layout *l, const struct rec *r, struct buf *out)
{
	enum field none = missing(r);

	if (none != FIELD_UNKNOWN)
		return none;
	add_line(out, rec_value(r, FIELD_TITLE));
	buf_char(out, '\n');
	add_hook(r, out);
	buf_char(out, '\n');
	add_list(r, out);
	if (has(r, FIELD_KICKER)) {
		buf_char(out, '\n');
		add_line(out, rec_value(r, FIELD_KICKER));
	}
	if (has(r, FIELD_CALL) || (l->link == LAYOUT_LINK_BODY && has(r, FIELD_URL))) {
		buf_char(out, '\n');
		add_call(l, r, out);
	}
	add_brand(l, r, out);
	return FIELD_UNKNOWN;
}

bool
layout_text(struct span text, struct buf *out)
{
	size_t start = out->n, before;
	struct span line;

	while (span_next(&text, '\n', &line)) {
		before = out->n;
		utf8_clean(out, line);
		/* A blank line stands once, and only after another line. */
		if (out->n > before || (before > start && !span_ends(buf_view(out), S("\n\n"))))
			buf_char(out, '\n');
	}
	if (out->n > start && span_ends(buf_view(out), S("\n\n")))
		buf_cut(out, out->n - 1);
	return out->n > start;
}
