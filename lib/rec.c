/* SPDX-License-Identifier: ISC */
#include "rec.h"

#include "die.h"
#include "utf8.h"

/* The length of a field's name at the start of a line that has a colon after it; else 0. */
static size_t
name_length(struct span line)
{
	size_t n = 0;

	if (line.n == 0 || !span_is_upper(line.s[0]))
		return 0;
	while (n < line.n && (span_is_alnum(line.s[n]) || line.s[n] == '_'))
		n++;
	return n < line.n && line.s[n] == ':' ? n : 0;
}

static bool
is_caption_field(enum field f)
{
	return f >= FIELD_FILE && f <= FIELD_TAG && f != FIELD_DATE && f != FIELD_AUTHOR;
}

enum rec_form
rec_form(struct span head, size_t *n)
{
	struct span line;

	head = span_head(head, 65536);
	for (*n = 1; span_next(&head, '\n', &line); *n += 1) {
		line = span_trim(line);
		if (line.n == 0 || line.s[0] == '#')
			continue;
		if (span_starts(line, S("%rec:")))
			return REC_STREAM;
		if (is_caption_field(field_of(span_head(line, name_length(line)))))
			return REC_NAKED;
		break;
	}
	return REC_TEXT;
}

static struct rec_line *
push(struct rec *r, enum rec_kind kind, struct span raw, size_t line)
{
	ARENA_PUSH(r->arena, r, ((struct rec_line){ .kind = kind, .raw = raw, .line = line }));
	return &r->v[r->n - 1];
}

static void
read_field(struct rec_reader *reader, struct rec *r, struct span line)
{
	struct io *io = reader->io;
	size_t n = name_length(line);
	struct rec_line *l;

	if (n == 0)
		die_at(io->name, io->line, "neither a field nor a comment: %.*s", SPAN_ARG(span_head(line, 40)));
	l = push(r, REC_FIELD, arena_span(r->arena, line), io->line);
	l->field = reader->other ? FIELD_UNKNOWN : field_of(span_head(line, n));
	l->value = span_trim(span_from(l->raw, n + 1));
	/* An empty value is an absent field. */
	if (l->field != FIELD_UNKNOWN && l->value.n == 0)
		r->n--;
}

static void
read_continuation(struct rec *r, struct io *io, struct span line)
{
	struct rec_line *l = r->n > 0 ? &r->v[r->n - 1] : NULL;
	struct span joined;

	if (l == NULL || l->kind != REC_FIELD)
		die_at(io->name, io->line, "a continuation of no field");
	if (l->field == FIELD_UNKNOWN) {
		push(r, REC_FIELD, arena_span(r->arena, line), io->line);
		return;
	}
	joined = arena_join(r->arena, l->value, S(" "));
	joined = arena_join(r->arena, joined, span_trim(span_from(line, 1)));
	l->value = span_trim(joined);
	l->raw.s = NULL;
}

static bool
is_rec(struct span line, struct span type)
{
	struct span word, rest = span_from(line, 5);

	return span_starts(line, S("%rec:")) && span_word(&rest, &word) && span_eq(word, type);
}

/* The line that starts a stream once more: `cat a b` puts it in the middle, where it ends a record. */
static bool
is_repeated(const struct rec_reader *reader, struct span line)
{
	return reader->started && !reader->other && is_rec(line, S("Caption"));
}

/* What follows a `%rec:` line is of its type. */
static void
read_type(struct rec_reader *reader, struct span line)
{
	if (!span_starts(line, S("%rec:")))
		return;
	reader->started |= is_rec(line, S("Caption"));
	reader->other = !is_rec(line, reader->type.n > 0 ? reader->type : S("Caption"));
}

static void
read_line(struct rec_reader *reader, struct rec *r, struct span line)
{
	struct io *io = reader->io;

	if (span_find_char(line, 0, '\0') < line.n)
		die_at(io->name, io->line, "a NUL byte in a record");
	if (line.s[0] == '#') {
		push(r, REC_COMMENT, arena_span(r->arena, line), io->line);
	} else if (line.s[0] == '%') {
		push(r, REC_SPECIAL, arena_span(r->arena, line), io->line);
		read_type(reader, line);
	} else if (line.s[0] == '+') {
		read_continuation(r, io, line);
	} else {
		read_field(reader, r, line);
	}
}

/* The next line of any operand; a file's end is a blank line, so that records do not run on. */
static bool
next_line(struct rec_reader *reader, struct span *line)
{
	if (!reader->open && !(reader->open = io_open(reader->io)))
		return false;
	if (io_line(reader->io, line)) {
		if (line->n > 0 && span_trim(*line).n == 0)
			*line = S("");
		return true;
	}
	reader->open = false;
	*line = S("");
	return true;
}

bool
rec_read(struct rec_reader *reader, struct rec *r, struct arena *a)
{
	struct span line;

	*r = (struct rec){ .arena = a };
	while (next_line(reader, &line)) {
		if (line.n == 0 || is_repeated(reader, line)) {
			if (r->n > 0)
				break;
			continue;
		}
		if (r->n == 0) {
			r->file = reader->io->name;
			r->line = reader->io->line;
		}
		read_line(reader, r, line);
	}
	if (reader->type.n == 0)
		rec_check(r);
	return r->n > 0;
}

/* A value that ends in a backslash gets a blank after it: rec would join the next line to it. */
static void
write_line(const struct rec_line *l, struct buf *out)
{
	if (l->raw.s == NULL) {
		buf_add(out, field_name(l->field));
		buf_str(out, ": ");
		buf_add(out, l->value);
	} else {
		buf_add(out, l->raw);
	}
	if (l->field != FIELD_UNKNOWN && out->n > 0 && out->s[out->n - 1] == '\\')
		buf_char(out, ' ');
	buf_char(out, '\n');
}

void
rec_write(const struct rec *r, struct buf *out)
{
	for (size_t i = 0; i < r->n; i++)
		write_line(&r->v[i], out);
	buf_char(out, '\n');
}

bool
rec_has_fields(const struct rec *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].field != FIELD_UNKNOWN)
			return true;
	return false;
}

size_t
rec_find(const struct rec *r, size_t from, enum field f)
{
	while (from < r->n && r->v[from].field != f)
		from++;
	return from;
}

size_t
rec_count(const struct rec *r, enum field f)
{
	size_t n = 0;

	for (size_t i = rec_find(r, 0, f); i < r->n; i = rec_find(r, i + 1, f))
		n++;
	return n;
}

struct span
rec_value(const struct rec *r, enum field f)
{
	size_t i = rec_find(r, 0, f);

	return i < r->n ? r->v[i].value : S("");
}

static struct span
clean(struct rec *r, struct span value)
{
	struct buf b = BUF_INIT;

	utf8_clean(&b, value);
	value = arena_span(r->arena, buf_view(&b));
	buf_free(&b);
	return value;
}

static void
insert(struct rec *r, size_t at, struct rec_line line)
{
	ARENA_PUSH(r->arena, r, line);
	for (size_t i = r->n - 1; i > at; i--)
		r->v[i] = r->v[i - 1];
	r->v[at] = line;
}

static struct span
commented(struct rec *r, enum field f, struct span value)
{
	struct span raw = arena_join(r->arena, S("#"), field_name(f));

	raw = arena_join(r->arena, raw, S(": "));
	return arena_join(r->arena, raw, clean(r, value));
}

void
rec_set(struct rec *r, size_t at, struct span value)
{
	struct rec_line *l = &r->v[at];
	struct span old = l->value;
	enum field f = rec_commented(l, &old);

	if (span_eq(old, value))
		return;
	if (f != FIELD_UNKNOWN) {
		l->raw = commented(r, f, value);
		return;
	}
	l->value = clean(r, value);
	l->raw.s = NULL;
}

void
rec_insert(struct rec *r, size_t at, enum field f, struct span value)
{
	value = clean(r, value);
	if (value.n > 0)
		insert(r, at, (struct rec_line){ .kind = REC_FIELD, .field = f, .value = value });
}

void
rec_add(struct rec *r, enum field f, struct span value)
{
	rec_insert(r, r->n, f, value);
}

void
rec_comment(struct rec *r, size_t at, enum field f, struct span value)
{
	insert(r, at, (struct rec_line){ .kind = REC_COMMENT, .raw = commented(r, f, value) });
}

void
rec_remove(struct rec *r, size_t at)
{
	for (r->n--; at < r->n; at++)
		r->v[at] = r->v[at + 1];
}

enum field
rec_commented(const struct rec_line *line, struct span *value)
{
	struct span v;
	size_t n;

	if (line->kind != REC_COMMENT)
		return FIELD_UNKNOWN;
	v = span_from(line->raw, 1);
	n = name_length(v);
	*value = span_trim(span_from(v, n + 1));
	return n > 0 ? field_of(span_head(v, n)) : FIELD_UNKNOWN;
}

bool
rec_take_number(struct span *value, size_t *n)
{
	size_t at = span_find_char(*value, 0, ' ');

	if (!span_uint(span_head(*value, at), n))
		return false;
	*value = span_ltrim(span_from(*value, at));
	return true;
}

bool
rec_take_lines(struct span *value, size_t *first, size_t *last)
{
	size_t at = span_find_char(*value, 0, ' ');
	struct span range = span_head(*value, at);
	size_t dash = span_find_char(range, 0, '-');

	if (!span_uint(span_head(range, dash), first))
		return false;
	*last = *first;
	if (dash < range.n && !span_uint(span_from(range, dash + 1), last))
		return false;
	*value = span_ltrim(span_from(*value, at));
	return true;
}
