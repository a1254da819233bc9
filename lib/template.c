/* SPDX-License-Identifier: ISC */
#include "template.h"

#include "die.h"
#include "io.h"
#include "utf8.h"

extern const struct span text_house;

struct parser {
	struct template *t;
	struct template_line line;
	const char *file;
	size_t number; /* of the line */
	struct arena *arena;
};

/* Fields that have a place in a caption. */
static bool
is_shown(enum field f)
{
	return (f >= FIELD_TITLE && f <= FIELD_PLACE) || field_is_caption(f) || f == FIELD_TAG;
}

static bool
repeats(enum field f)
{
	return f == FIELD_BULLET || f == FIELD_TAG || (f >= FIELD_TOPIC && f <= FIELD_PLACE);
}

/* `Field` or `Field:show`, from between the braces. */
static void
read_placeholder(struct parser *p, struct span v, struct template_part *part)
{
	size_t colon = span_find_char(v, 0, ':'), show;
	struct span name = span_head(v, colon);

	part->list = span_eq(name, S("Tags"));
	part->field = part->list ? FIELD_TAG : field_of(name);
	if (!is_shown(part->field) && !span_eq(v, S("N")))
		die_at(p->file, p->number, "unknown placeholder: {%.*s}", SPAN_ARG(v));
	if (!span_which(S("|bare|front|back"), span_from(v, colon + 1), &show))
		die_at(p->file, p->number, "not bare, front or back: {%.*s}", SPAN_ARG(v));
	part->show = TEMPLATE_ALL + show;
	if (part->list || !repeats(part->field))
		return;
	if (p->line.repeat != FIELD_UNKNOWN && p->line.repeat != part->field)
		die_at(p->file, p->number, "two fields to repeat the line for: {%.*s}", SPAN_ARG(v));
	p->line.repeat = part->field;
}

/* The text up to the next placeholder, with {{ and }} undone; *at moves on to it. */
static struct span
read_literal(struct parser *p, struct span line, size_t *at)
{
	struct buf b = BUF_INIT;
	struct span literal;
	char c;

	for (; *at < line.n; *at += 1) {
		c = line.s[*at];
		if (c == '{' || c == '}') {
			if (*at + 1 < line.n && line.s[*at + 1] == c)
				*at += 1;
			else if (c == '{')
				break;
			else
				die_at(p->file, p->number, "a } without its {");
		}
		buf_char(&b, c);
	}
	literal = arena_span(p->arena, buf_view(&b));
	buf_free(&b);
	return literal;
}

static bool
has_number(const struct parser *p)
{
	for (size_t i = p->line.first; i < p->t->parts.n; i++)
		if (p->t->parts.v[i].field == FIELD_UNKNOWN)
			return true;
	return false;
}

static void
read_line(struct parser *p, struct span line)
{
	struct template *t = p->t;
	size_t at = 0, end;

	p->line.first = t->parts.n;
	for (;;) {
		struct template_part part = { .before = read_literal(p, line, &at) };

		if (at == line.n) {
			p->line.after = part.before;
			break;
		}
		end = span_find_char(line, at, '}');
		if (end == line.n)
			die_at(p->file, p->number, "a { without its }");
		read_placeholder(p, span_head(span_from(line, at + 1), end - at - 1), &part);
		ARENA_PUSH(p->arena, &t->parts, part);
		at = end + 1;
	}
	p->line.n = t->parts.n - p->line.first;
	if (p->line.repeat == FIELD_UNKNOWN && has_number(p))
		die_at(p->file, p->number, "{N} in a line that does not repeat");
	ARENA_PUSH(p->arena, t, p->line);
}

void
template_parse(struct template *t, struct span text, const char *file, struct arena *a)
{
	struct parser p = { .t = t, .file = file, .arena = a };
	struct span line;

	*t = (struct template){ .n = 0 };
	while (span_next(&text, '\n', &line)) {
		p.number++;
		line = span_rtrim(line);
		if (!utf8_valid(line) || span_has(line, '\0'))
			die_at(file, p.number, "not UTF-8 text");
		if (line.n == 0) {
			p.line.blanks++;
			continue;
		}
		read_line(&p, line);
		p.line = (struct template_line){ .blanks = 0 };
	}
	if (t->parts.n == 0)
		die_at(file, p.number, "no {Field} in it");
}

void
template_read(struct template *t, struct span bytes, const char *file, struct arena *a)
{
	struct buf clean = BUF_INIT;

	io_normalise(&clean, bytes);
	if (span_has(bytes, '\0'))
		die_at(file, 1, "not UTF-8 text");
	template_parse(t, buf_view(&clean), file, a);
	buf_free(&clean);
}

struct span
template_text(void)
{
	return text_house;
}

bool
template_names(const struct template *t, enum field f)
{
	for (size_t i = 0; i < t->parts.n; i++)
		if (t->parts.v[i].field == f)
			return true;
	return false;
}
