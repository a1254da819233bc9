/* SPDX-License-Identifier: ISC */
#include "example_part.h"

#include "emoji.h"

static void
add_field(struct buf *out, enum field f, const char *show)
{
	buf_fmt(out, "{%.*s%s}", SPAN_ARG(field_name(f)), show);
}

/* Text of the post in a template: braces are doubled there. */
static void
add_literal(struct buf *out, struct span v)
{
	for (size_t i = 0; i < v.n; i++) {
		if (v.s[i] == '{' || v.s[i] == '}')
			buf_char(out, v.s[i]);
		buf_char(out, v.s[i]);
	}
}

/* A value is shown with its emojis where the post has some, and without where it has none. */
static const char *
show_of(struct span line)
{
	return emoji_find(line, 0) < line.n ? "" : ":bare";
}

static const char *
show_ends(struct span v)
{
	bool front = emoji_prefix(v) > 0, back = emoji_suffix(v) > 0;

	return front && back ? "" : front ? ":front" : back ? ":back" : ":bare";
}

static void
add_bullet(struct buf *out, struct span line)
{
	struct span mark = example_mark(line);

	if (mark.n > 0 && span_is_digit(mark.s[0])) {
		buf_fmt(out, "{N}%c ", mark.s[mark.n - 1]);
	} else if (mark.n > 0) {
		add_literal(out, mark);
		buf_char(out, ' ');
	}
	add_field(out, FIELD_BULLET, emoji_prefix(line) > 0 ? "" : show_ends(line));
	if (span_ends(line, S(".")))
		buf_char(out, '.');
}

static void
add_call(struct buf *out, const struct example_line *l)
{
	struct span joint;

	example_call(l, &joint);
	add_field(out, FIELD_CALL, show_of(l->text));
	add_literal(out, joint);
	if (l->url.n == 0)
		return;
	add_field(out, FIELD_URL, "");
	add_literal(out, span_between(l->url.s + l->url.n, l->text.s + l->text.n));
}

static void
add_line(struct buf *out, const struct example_line *l, bool alone)
{
	switch (l->role) {
	case FIELD_TITLE: add_field(out, l->role, show_ends(l->text)); break;
	case FIELD_BULLET: add_bullet(out, l->text); break;
	case FIELD_CALL: add_call(out, l); break;
	case FIELD_TAG: buf_str(out, alone ? "{Tags}" : "#{Tag}"); break;
	case FIELD_HOOK:
		add_field(out, l->role, show_of(l->text));
		if (example_second(l->text) < l->text.n) {
			buf_char(out, ' ');
			add_field(out, FIELD_CONTEXT, show_of(l->text));
		}
		break;
	default: add_field(out, l->role, show_of(l->text));
	}
	buf_char(out, '\n');
}

/* Is it one of several lines of a single tag each? */
static bool
is_tag_list(const struct example *e, size_t i)
{
	return span_words(e->v[i].text) == 1 && i + 1 < e->n && e->v[i + 1].role == FIELD_TAG && e->v[i + 1].blanks == 0
	    && span_words(e->v[i + 1].text) == 1;
}

void
example_template(struct span text, const char *file, struct buf *out)
{
	struct example e;
	enum field before = FIELD_UNKNOWN;
	size_t blanks = 0;

	example_read(&e, text, file);
	for (size_t i = 0; i < e.n; i++) {
		enum field role = e.v[i].role;

		blanks += e.v[i].blanks;
		/* Lines of no kind are the post's own; of a list the first line stands for all. */
		if (role == FIELD_UNKNOWN || (role == before && (role == FIELD_BULLET || role == FIELD_TAG)))
			continue;
		for (; before != FIELD_UNKNOWN && blanks > 0; blanks--)
			buf_char(out, '\n');
		add_line(out, &e.v[i], !is_tag_list(&e, i));
		before = role;
		blanks = 0;
	}
	arena_free(&e.arena);
}
