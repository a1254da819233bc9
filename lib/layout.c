/* SPDX-License-Identifier: ISC */
#include "layout.h"

#include "emoji.h"
#include "utf8.h"

/* The line in hand: what it is made from, and how far it is. */
struct scene {
	const struct layout *l;
	const struct rec *r;
	const bool *kept;
	const struct template_line *line;
	size_t at;     /* the line of the record that a repeated field is taken from */
	size_t number; /* of the repeated line */
	struct buf value;
	struct buf *out;
};

/* The next line of the record with that field, at or after `from`, that is shown; r->n without. */
static size_t
next_of(const struct scene *s, size_t from, enum field f)
{
	size_t i = rec_find(s->r, from, f);

	while (i < s->r->n && s->kept != NULL && !s->kept[i])
		i = rec_find(s->r, i + 1, f);
	return i;
}

/* Does a value start with a mark of its own, an emoji or another symbol? */
static bool
has_mark(struct span v)
{
	size_t n;
	uint32_t c = v.n > 0 ? utf8_decode(v, 0, &n) : 0;

	return emoji_prefix(v) > 0 || (c >= 0x2190 && c <= 0x2BFF) || c == 0x2022 || c == 0x2023;
}

/* Is a text of the template a mark and no more, such as a value may bring itself? */
static bool
is_mark(struct span v)
{
	size_t n;

	v = span_trim(v);
	if (v.n == 0)
		return false;
	if (v.n == 1)
		return span_has(S("-*+>"), v.s[0]);
	utf8_decode(v, 0, &n);
	return has_mark(v) && (n == v.n || emoji_prefix(v) == v.n);
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

/* What ends a sentence goes: the URL or a full stop takes its place. */
static struct span
open_end(struct span v)
{
	while (v.n > 0 && (v.s[v.n - 1] == ':' || v.s[v.n - 1] == '.' || v.s[v.n - 1] == ' '))
		v.n--;
	return v;
}

static struct span
without_marks(struct span v, enum template_show show)
{
	if (show == TEMPLATE_BARE || show == TEMPLATE_BACK)
		v = span_ltrim(span_from(v, emoji_prefix(v)));
	if (show == TEMPLATE_BARE || show == TEMPLATE_FRONT)
		v = span_rtrim(span_head(v, v.n - emoji_suffix(v)));
	return v;
}

static void
add_tags(struct scene *s)
{
	size_t count = 0;

	for (size_t i = 0; (i = next_of(s, i, FIELD_TAG)) < s->r->n; i++) {
		struct span tag = s->r->v[i].value;

		if (s->l->tags > 0 && count == s->l->tags)
			break;
		buf_str(&s->value, count++ > 0 ? " #" : "#");
		utf8_clean(&s->value, span_from(tag, tag.s[0] == '#'));
	}
}

/* The value of a part, into s->value; empty when the record has none. */
static struct span
read_value(struct scene *s, const struct template_part *part)
{
	size_t at = part->field == s->line->repeat ? s->at : next_of(s, 0, part->field), number;
	struct span v = S("");

	buf_cut(&s->value, 0);
	if (part->list) {
		add_tags(s);
	} else if (part->field == FIELD_UNKNOWN) {
		buf_fmt(&s->value, "%zu", s->number);
	} else if (at < s->r->n && (part->field != FIELD_URL || s->l->link == LAYOUT_LINK_BODY)) {
		v = s->r->v[at].value;
		if (part->field >= FIELD_TOPIC && part->field <= FIELD_PLACE)
			rec_take_number(&v, &number);
		if (part->field == FIELD_TAG)
			v = span_from(v, v.s[0] == '#');
		if (part->field == FIELD_BULLET)
			v = span_head(v, v.n - full_stop(v));
		if (part->field == FIELD_CALL)
			v = open_end(v);
		utf8_clean(&s->value, without_marks(v, part->show));
	}
	return buf_view(&s->value);
}

/* The text of a template after what is printed: no second full stop, no second mark. */
static void
add_after(struct scene *s, struct span text)
{
	struct span done = buf_view(s->out);

	if (is_mark(text) && emoji_suffix(done) > 0)
		return;
	if (text.n > 0 && text.s[0] == '.' && done.n > 0 && span_has(S(".!?"), done.s[done.n - 1]))
		text = span_from(text, 1);
	buf_add(s->out, text);
}

/* A part and the text before it. Text between two fields stands when both are there. */
static bool
add_part(struct scene *s, size_t i, size_t start, bool after_missing)
{
	const struct template_part *part = &s->l->template->parts.v[s->line->first + i];
	struct span v = read_value(s, part);
	bool first = s->out->n == start;

	if (v.n == 0)
		return false;
	if (i == 0 && !(is_mark(part->before) && has_mark(v)))
		buf_add(s->out, part->before);
	else if (i > 0 && !first && after_missing)
		buf_char(s->out, ' ');
	else if (i > 0 && !first)
		add_after(s, part->before);
	buf_add(s->out, v);
	return true;
}

/* Nothing when the record has nothing for it. */
static void
add_line(struct scene *s)
{
	const struct template_part *parts = s->l->template->parts.v + s->line->first, *last = NULL;
	size_t start = s->out->n;
	bool missing = false;

	for (size_t i = 0; i < s->line->n; i++) {
		missing = !add_part(s, i, start, missing);
		last = missing || parts[i].field == FIELD_UNKNOWN ? last : &parts[i];
	}
	if (last == NULL && s->line->n > 0) {
		buf_cut(s->out, start);
		return;
	}
	if (!missing)
		add_after(s, s->line->after);
	/* A call that no address follows is a sentence. */
	if (last != NULL && last->field == FIELD_CALL && (missing || s->line->after.n == 0)
	    && !span_has(S("!?"), s->out->s[s->out->n - 1]))
		buf_char(s->out, '.');
	buf_rtrim(s->out);
	buf_char(s->out, '\n');
}

static void
add_lines(struct scene *s)
{
	size_t most = s->line->repeat == FIELD_TAG && s->l->tags > 0 ? s->l->tags : (size_t)-1;

	s->at = s->number = 0;
	if (s->line->repeat == FIELD_UNKNOWN) {
		add_line(s);
		return;
	}
	while (s->number < most && (s->at = next_of(s, s->at, s->line->repeat)) < s->r->n) {
		s->number++;
		add_line(s);
		s->at++;
	}
}

/* The lines from `i` up to the next empty one. Without any of their fields they go. */
static size_t
add_block(struct scene *s, size_t i)
{
	const struct template *t = s->l->template;
	size_t start = s->out->n, lines;
	bool fixed = true, filled = false;

	for (size_t k = t->v[i].blanks; start > 0 && k > 0; k--)
		buf_char(s->out, '\n');
	do {
		s->line = &t->v[i];
		lines = s->out->n;
		add_lines(s);
		fixed &= s->line->n == 0;
		filled |= s->line->n > 0 && s->out->n > lines;
	} while (++i < t->n && t->v[i].blanks == 0);
	if (!fixed && !filled) {
		buf_cut(s->out, start);
		return i;
	}
	/* A colon that nothing follows now. */
	if (s->out->n == lines && span_ends(buf_view(s->out), S(":\n")))
		s->out->s[s->out->n - 2] = '.';
	return i;
}

void
layout_record(const struct layout *l, const struct rec *r, const bool *kept, struct buf *out)
{
	struct scene s = { .l = l, .r = r, .kept = kept, .out = out };

	for (size_t i = 0; i < l->template->n;)
		i = add_block(&s, i);
	buf_free(&s.value);
}

static void
fill(struct rec *r, enum field f, const struct rec *profile, enum field from)
{
	if (rec_count(r, f) > 0)
		return;
	for (size_t i = 0; (i = rec_find(profile, i, from)) < profile->n; i++)
		rec_add(r, f, profile->v[i].value);
}

void
layout_fill(struct rec *r, const struct rec *profile)
{
	fill(r, FIELD_FOLLOW, profile, FIELD_FOLLOW);
	fill(r, FIELD_TAG, profile, FIELD_BRANDTAG);
	fill(r, FIELD_MENTION, profile, FIELD_MENTION);
}

enum field
layout_missing(const struct layout *l, const struct rec *r)
{
	static const enum field needed[] = { FIELD_TITLE, FIELD_HOOK, FIELD_BULLET };

	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (template_names(l->template, needed[i]) && rec_count(r, needed[i]) == 0)
			return needed[i];
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
