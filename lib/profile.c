/* SPDX-License-Identifier: ISC */
#include "profile.h"

#include "die.h"
#include "emoji.h"
#include "uni.h"
#include "utf8.h"

#include <stdlib.h>

#define USUAL_BULLETS 4

extern const struct span text_profile;

/* What may stand in a profile. A field that is not in the list is most likely a slip of the pen,
 * and would be left out of every caption without a word: it is refused. */
static const struct kind {
	enum field field;
	bool mandatory, once;
	struct span placeholder; /* the only one that is filled in */
} kinds[] = {
	{ FIELD_BULLETS, false, true, SPAN("") },
	{ FIELD_HOOK, true, true, SPAN("") },
	{ FIELD_LEAD, true, true, SPAN("{Topic}") },
	{ FIELD_CALL, true, true, SPAN("{Subject}") },
	{ FIELD_FOLLOW, false, true, SPAN("") },
	{ FIELD_BRANDTAG, false, false, SPAN("") },
	{ FIELD_MARK, false, false, SPAN("") },
	{ FIELD_MENTION, false, false, SPAN("") },
};
#define NKINDS (sizeof(kinds) / sizeof(kinds[0]))

static const struct kind *
kind_of(enum field f)
{
	for (size_t i = 0; i < NKINDS; i++)
		if (kinds[i].field == f)
			return &kinds[i];
	return NULL;
}

static void
check_placeholders(const struct rec *r, const struct rec_line *l, const struct kind *k)
{
	struct span v = l->value, part;
	size_t open, end;

	for (size_t i = 0; (open = span_find_char(v, i, '{')) < v.n; i = end) {
		end = span_find_char(v, open, '}');
		if (end == v.n)
			die_at(r->file, l->line, "%.*s: a { without its }", SPAN_ARG(field_name(l->field)));
		part = span_head(span_from(v, open), ++end - open);
		if (!span_eq(part, k->placeholder))
			die_at(r->file, l->line, "%.*s: unknown placeholder: %.*s",
			    SPAN_ARG(field_name(l->field)), SPAN_ARG(part));
	}
}

static void
check_tag(const struct rec *r, const struct rec_line *l)
{
	bool letter = false;
	uint32_t c;
	size_t n;

	for (size_t i = 0; i < l->value.n; i += n) {
		c = utf8_decode(l->value, i, &n);
		letter |= uni_is_letter(c);
		if (!uni_is_letter(c) && (c >= 0x80 || !span_is_digit((char)c)))
			die_at(r->file, l->line, "BrandTag: not only letters and digits: %.*s", SPAN_ARG(l->value));
	}
	if (!letter)
		die_at(r->file, l->line, "BrandTag: no letter in it: %.*s", SPAN_ARG(l->value));
}

static void
check_value(const struct rec *r, const struct rec_line *l)
{
	const char *shape = rec_misshapen(l->field, l->value);
	struct span rest = l->value, word;
	size_t n;

	if (shape != NULL)
		die_at(r->file, l->line, "%.*s: not %s: %.*s", SPAN_ARG(field_name(l->field)), shape, SPAN_ARG(rest));
	if (l->field == FIELD_BULLETS) {
		if (!span_uint(rest, &n) || n < 1 || n > PROFILE_BULLETS_MOST)
			die_at(r->file, l->line, "Bullets: not a number from 1 to %d: %.*s", PROFILE_BULLETS_MOST,
			    SPAN_ARG(rest));
	} else if (l->field == FIELD_BRANDTAG) {
		check_tag(r, l);
	} else if (l->field == FIELD_MARK) {
		span_word(&rest, &word);
		if (!emoji_is_one(span_trim(rest)))
			die_at(r->file, l->line, "Mark: not one emoji: %.*s", SPAN_ARG(span_trim(rest)));
	}
}

static void
check_line(const struct rec *r, size_t at)
{
	const struct rec_line *l = &r->v[at];
	struct span name = span_head(l->raw, span_find_char(l->raw, 0, ':'));
	const struct kind *k = kind_of(l->field);

	if (l->kind != REC_FIELD || span_eq(name, S("Name")))
		return;
	if (k == NULL)
		die_at(r->file, l->line, "not a field of a profile: %.*s", SPAN_ARG(name));
	if (k->once && rec_find(r, 0, l->field) < at)
		die_at(r->file, l->line, "%.*s: twice", SPAN_ARG(field_name(l->field)));
	check_placeholders(r, l, k);
	check_value(r, l);
}

static void
check(const struct rec *r)
{
	for (size_t i = 0; i < r->n; i++)
		check_line(r, i);
	for (size_t i = 0; i < NKINDS; i++)
		if (kinds[i].mandatory && rec_count(r, kinds[i].field) == 0)
			die_at(r->file, r->line, "no %.*s", SPAN_ARG(field_name(kinds[i].field)));
}

/* Is there a line that says anything: a field, known or not? */
static bool
has_lines(const struct rec *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].kind == REC_FIELD)
			return true;
	return false;
}

void
profile_read(struct rec *r, struct span text, const char *file, struct arena *a)
{
	struct io io;
	struct rec_reader reader = { .io = &io, .open = true, .type = SPAN("Profile") };
	struct rec more;

	io_text(&io, file, text);
	while (rec_read(&reader, r, a) && !has_lines(r))
		continue;
	if (!has_lines(r))
		die_at(file, 0, "no profile");
	check(r);
	while (rec_read(&reader, &more, a))
		if (has_lines(&more))
			die_at(more.file, more.line, "a second profile: one file holds one");
	io_free(&io);
}

const char *
profile_named(const char *file)
{
	if (file == NULL)
		file = getenv("CAPLINE_PROFILE");
	return file != NULL && *file != '\0' ? file : NULL;
}

void
profile_load(struct rec *r, const char *file, struct arena *a)
{
	struct buf text = BUF_INIT;

	if ((file = profile_named(file)) == NULL) {
		profile_read(r, profile_text(), "<built-in>", a);
		return;
	}
	file = io_slurp(file, &text);
	profile_read(r, buf_view(&text), file, a);
	buf_free(&text);
}

struct span
profile_text(void)
{
	return text_profile;
}

size_t
profile_bullets(const struct rec *r)
{
	size_t n;

	return span_uint(rec_value(r, FIELD_BULLETS), &n) ? n : USUAL_BULLETS;
}

struct span
profile_mark(const struct rec *r, enum field f)
{
	struct span rest, word;

	for (size_t i = 0; (i = rec_find(r, i, FIELD_MARK)) < r->n; i++) {
		rest = r->v[i].value;
		if (span_word(&rest, &word) && field_of(word) == f)
			return span_trim(rest);
	}
	return S("");
}
