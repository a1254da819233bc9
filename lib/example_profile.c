/* SPDX-License-Identifier: ISC */
#include "example_part.h"

#include "emoji.h"
#include "hashtag.h"
#include "profile.h"

#define OPENER 8 /* words at most before the `that` of a question */

static void
add(struct buf *out, enum field f, struct span value)
{
	buf_fmt(out, "%.*s: ", SPAN_ARG(field_name(f)));
	/* Braces are for placeholders. */
	for (size_t i = 0; i < value.n; i++)
		if (value.s[i] != '{' && value.s[i] != '}')
			buf_char(out, value.s[i]);
	buf_char(out, '\n');
}

struct span
example_usual(enum field f)
{
	struct span rest = profile_text(), line, name = field_name(f);

	while (span_next(&rest, '\n', &line))
		if (span_starts(line, name) && line.n > name.n && line.s[name.n] == ':')
			return span_trim(span_from(line, name.n + 1));
	return S("");
}

/* `Did you know that`: the words of a question up to its `that`. */
static struct span
opener(const struct example_line *l)
{
	struct span rest = l != NULL ? emoji_strip(l->text) : S(""), start = rest, word;
	size_t n = 0;

	if (span_find_char(rest, 0, '?') == rest.n)
		return example_usual(FIELD_HOOK);
	while (n++ < OPENER && span_word(&rest, &word))
		if (span_same(word, S("that")))
			return span_between(start.s, word.s + word.n);
	return example_usual(FIELD_HOOK);
}

/* Is the tag, but for what a tag leaves out, the text, or, not `whole`, a part of it? */
static bool
is_tag_of(struct span tag, struct span text, bool whole)
{
	struct buf a = BUF_INIT, b = BUF_INIT;
	bool is;

	hashtag_fold(&a, text);
	hashtag_fold(&b, tag);
	is = b.n > 1 && (a.n == b.n || !whole) && span_contains(buf_view(&a), buf_view(&b));
	buf_free(&a);
	buf_free(&b);
	return is;
}

static bool
is_plain_tag(struct span v)
{
	for (size_t i = 0; i < v.n; i++)
		if (!span_is_alnum(v.s[i]) && (unsigned char)v.s[i] < 0xC3)
			return false;
	return v.n > 0;
}

/* The words of the lead that one of the tags repeats, one to three of them: its topic. */
static struct span
topic_of(const struct example *e, struct span lead)
{
	struct span rest = lead, from, tail, word, last, tags, tag;

	for (; span_word(&rest, &from);) {
		tail = rest;
		last = from;
		for (size_t n = 0; n < 3; n++) {
			for (size_t i = 0; i < e->n; i++) {
				tags = e->v[i].role == FIELD_TAG ? e->v[i].text : S("");
				while (span_word(&tags, &tag))
					if (is_tag_of(tag, span_between(from.s, last.s + last.n), true))
						return span_between(from.s, last.s + last.n);
			}
			if (!span_word(&tail, &word))
				break;
			last = word;
		}
	}
	return span_head(lead, 0);
}

static void
add_lead(struct buf *out, const struct example *e)
{
	const struct example_line *l = example_find(e, FIELD_LEAD);
	struct span lead = l != NULL ? emoji_strip(l->text) : example_usual(FIELD_LEAD);
	struct span topic = l != NULL ? topic_of(e, lead) : S("");

	if (l == NULL) {
		buf_fmt(out, "%.*s: %.*s\n", SPAN_ARG(field_name(FIELD_LEAD)), SPAN_ARG(lead));
		return;
	}
	if (topic.n == 0 || span_has(lead, '{') || span_has(lead, '}')) {
		add(out, FIELD_LEAD, lead);
		return;
	}
	buf_fmt(out, "%.*s: %.*s{Topic}%.*s\n", SPAN_ARG(field_name(FIELD_LEAD)),
	    SPAN_ARG(span_between(lead.s, topic.s)),
	    SPAN_ARG(span_between(topic.s + topic.n, lead.s + lead.n)));
}

/* What comes after `of` or `about` is the subject of that post. */
static void
add_call(struct buf *out, const struct example *e)
{
	const struct example_line *l = example_find(e, FIELD_CALL);
	struct span call = S(""), joint;
	size_t of, about;

	if (l == NULL) {
		buf_fmt(out, "%.*s: %.*s\n", SPAN_ARG(field_name(FIELD_CALL)), SPAN_ARG(example_usual(FIELD_CALL)));
		return;
	}
	call = example_call(l, &joint);
	of = span_find(call, 0, S(" of "));
	about = span_find(call, 0, S(" about "));
	if ((of == call.n && about == call.n) || span_has(call, '{') || span_has(call, '}'))
		add(out, FIELD_CALL, call);
	else
		buf_fmt(out, "%.*s: %.*s {Subject}\n", SPAN_ARG(field_name(FIELD_CALL)),
		    SPAN_ARG(span_head(call, of < about ? of + 3 : about + 6)));
}

/* The tags that the follow line speaks of stand under every post. */
static void
add_brand(struct buf *out, const struct example *e)
{
	const struct example_line *l = example_find(e, FIELD_FOLLOW);
	struct span tags, tag;

	if (l == NULL)
		return;
	add(out, FIELD_FOLLOW, emoji_strip(l->text));
	for (size_t i = 0; i < e->n; i++) {
		tags = e->v[i].role == FIELD_TAG ? e->v[i].text : S("");
		while (span_word(&tags, &tag))
			if (is_plain_tag(span_from(tag, 1)) && is_tag_of(tag, l->text, false))
				add(out, FIELD_BRANDTAG, span_from(tag, 1));
	}
}

static void
add_mark(struct buf *out, enum field f, struct span line)
{
	size_t n = emoji_at(line, 0);

	if (n > 0)
		buf_fmt(out, "%.*s: %.*s %.*s\n", SPAN_ARG(field_name(FIELD_MARK)), SPAN_ARG(field_name(f)), (int)n, line.s);
}

/* The mark that all bullets share. */
static void
add_bullet_mark(struct buf *out, const struct example *e)
{
	const struct example_line *first = example_find(e, FIELD_BULLET);

	for (size_t i = 0; first != NULL && i < e->n; i++)
		if (e->v[i].role == FIELD_BULLET
		    && !span_eq(example_mark(e->v[i].text), example_mark(first->text)))
			return;
	if (first != NULL)
		add_mark(out, FIELD_BULLET, first->text);
}

void
example_profile(struct span text, const char *file, struct buf *out)
{
	static const enum field marked[] = { FIELD_LEAD, FIELD_KICKER, FIELD_CALL };
	struct example e;
	size_t bullets = 0;

	example_read(&e, text, file);
	for (size_t i = 0; i < e.n; i++)
		bullets += e.v[i].role == FIELD_BULLET;
	buf_str(out, "%rec: Profile\n\n");
	if (bullets > 0)
		buf_fmt(out, "%.*s: %zu\n", SPAN_ARG(field_name(FIELD_BULLETS)),
		    bullets < PROFILE_BULLETS_MOST ? bullets : PROFILE_BULLETS_MOST);
	add(out, FIELD_HOOK, opener(example_find(&e, FIELD_HOOK)));
	add_lead(out, &e);
	add_call(out, &e);
	add_brand(out, &e);
	add_bullet_mark(out, &e);
	for (size_t i = 0; i < sizeof(marked) / sizeof(marked[0]); i++) {
		const struct example_line *l = example_find(&e, marked[i]);

		if (l != NULL)
			add_mark(out, marked[i], l->text);
	}
	arena_free(&e.arena);
}
