/* SPDX-License-Identifier: ISC */
#include "caption.h"

#include "die.h"
#include "example.h"
#include "fit.h"
#include "io.h"
#include "lint.h"
#include "post.h"
#include "profile.h"

#include <stdlib.h>

/* A file that an option names, which has the name of messages from then on. */
static struct span
read_file(const char **file, struct arena *a)
{
	struct buf b = BUF_INIT;
	struct span bytes;

	*file = io_slurp(*file, &b);
	bytes = arena_span(a, buf_view(&b));
	buf_free(&b);
	return bytes;
}

static void
open_template(struct caption *c, struct arena *a)
{
	struct buf learnt = BUF_INIT;

	if (c->template != NULL) {
		c->form = read_file(&c->template, a);
		template_read(&c->own, c->form, c->template, a);
	} else if (c->example != NULL) {
		c->form = read_file(&c->example, a);
		example_template(c->form, c->example, &learnt);
		template_parse(&c->own, buf_view(&learnt), c->example, a);
	} else {
		template_parse(&c->own, template_text(), "<built-in>", a);
	}
	c->layout.template = &c->own;
	buf_free(&learnt);
}

static void
open_limit(struct caption *c, struct arena *a)
{
	struct limits own;

	if (c->limits != NULL)
		limit_load(&own, c->limits, a);
	if (!limit_find(&c->limit, span_of(c->platform), c->limits != NULL ? &own : NULL))
		die("-p: no such platform: %s", c->platform);
	c->layout.tags = c->limit.tags;
}

static void
refuse_conflicts(const struct caption *c)
{
	if (c->template != NULL && c->example != NULL)
		die("-E and -T exclude each other");
	if (c->preview && c->format != CAPTION_TEXT)
		die("-w and -f exclude each other");
}

void
caption_open(struct caption *c, struct arena *a)
{
	refuse_conflicts(c);
	if (c->preview)
		c->format = CAPTION_PREVIEW;
	c->check |= c->article != NULL;
	open_limit(c, a);
	open_template(c, a);
	/* One that was named fills what a record lacks; one in force says what must be there. */
	c->profile = profile_named(c->profile);
	c->fill = c->profile != NULL;
	if (c->fill) {
		c->brand = read_file(&c->profile, a);
		profile_read(&c->house, c->brand, c->profile, a);
	} else if (c->check || c->lint) {
		profile_load(&c->house, NULL, a);
	}
	if (c->article != NULL)
		c->evidence = check_article_load(c->article, a);
}

void
caption_print_descriptor(const struct caption *c, struct buf *out)
{
	(void)c;
	buf_add(out, check_descriptor());
}

void
caption_print_template(const struct caption *c, struct buf *out)
{
	if (c->template != NULL)
		buf_add(out, c->form);
	else if (c->example != NULL)
		example_template(c->form, c->example, out);
	else
		buf_add(out, template_text());
}

void
caption_print_profile(const struct caption *c, struct buf *out)
{
	if (c->example != NULL)
		example_profile(c->form, c->example, out);
	else if (c->profile != NULL)
		buf_add(out, c->brand);
	else
		buf_add(out, profile_text());
}

static struct check
start_check(const struct caption *c, const char *file)
{
	return (struct check){ .limit = &c->limit, .template = &c->own, .house = &c->house,
		.article = c->evidence, .url = c->layout.link != LAYOUT_LINK_NONE,
		.link = c->layout.link == LAYOUT_LINK_BODY,
		.follow = !c->fill && rec_count(&c->house, FIELD_FOLLOW) > 0, .report = c->report, .file = file };
}

/* With -z the first comment has its place after every post, empty or not, so that they can be told apart. */
static bool
has_place_for_comment(const struct caption *c)
{
	return c->zero && c->layout.link == LAYOUT_LINK_COMMENT
	    && (c->format == CAPTION_TEXT || c->format == CAPTION_LITTLE);
}

static void
add_comment(const struct caption *c, struct span url, struct buf *out)
{
	if (c->zero)
		buf_char(out, '\0');
	else
		buf_str(out, "\f\n");
	layout_text(url, out);
}

/* The post in the format that was asked for, its newline after it. */
static void
add_post(const struct caption *c, const struct post *p, struct buf *out)
{
	switch (c->format) {
	case CAPTION_JSON: post_json(p, out); return;
	case CAPTION_PREVIEW: post_preview(p, c->terminal && span_of(getenv("NO_COLOR")).n == 0, out); return;
	case CAPTION_LITTLE: layout_little(p->text, p->mentions, out); break;
	case CAPTION_TEXT: buf_add(out, p->text); break;
	}
	buf_char(out, '\n');
	if (p->comment.n > 0 || has_place_for_comment(c))
		add_comment(c, p->comment, out);
}

/* Warns when asked to, and writes the post. */
static void
finish(const struct caption *c, struct post *p, struct span text, const char *file, struct buf *out)
{
	const struct lint lint = { &c->house, c->report, file };

	p->limit = &c->limit;
	if (c->lint)
		lint_post(&lint, p, text);
	add_post(c, p, out);
}

static void
no_caption(struct check *check, const struct rec *r, enum field missing)
{
	struct buf b = BUF_INIT;

	buf_str(&b, "no ");
	buf_add(&b, field_name(missing));
	check_fault(check, r->line, S("no caption"), "", buf_view(&b));
	buf_free(&b);
}

bool
caption_record(const struct caption *c, struct rec *r, struct buf *out)
{
	struct check check = start_check(c, r->file);
	struct mentions mentions;
	struct fit fit = { &c->layout, &c->limit, &mentions };
	struct buf text = BUF_INIT;
	struct post post = { .r = r, .mentions = &mentions };
	enum field none;
	bool *kept = NULL;

	if (c->fill)
		layout_fill(r, &c->house);
	mention_read(&mentions, r, c->limit.platform, r->arena);
	none = layout_missing(&c->layout, r);
	if (none != FIELD_UNKNOWN)
		no_caption(&check, r, none);
	else if (!fit_record(&fit, r, &kept, &text))
		check_fault(&check, r->line, S("no caption"), "not even a line of it fits on", c->limit.platform);
	else if (c->check)
		check_record(&check, r, buf_view(&text));
	if (check.faults == 0) {
		post.text = span_rtrim(buf_view(&text));
		post.kept = kept;
		post.comment = c->layout.link == LAYOUT_LINK_COMMENT ? rec_value(r, FIELD_URL) : S("");
		finish(c, &post, S(""), r->file, out);
	} else if (has_place_for_comment(c)) {
		add_comment(c, S(""), out);
	}
	buf_free(&text);
	return check.faults == 0;
}

bool
caption_text(const struct caption *c, struct span text, const char *name, struct buf *out)
{
	struct check check = start_check(c, name);
	struct arena arena = { 0 };
	struct buf clean = BUF_INIT, put = BUF_INIT;
	struct mentions mentions;
	struct post post = { .mentions = &mentions };

	mention_read(&mentions, c->fill ? &c->house : NULL, c->limit.platform, &arena);
	if (!layout_text(text, &clean))
		check_fault(&check, 0, S("no caption"), "", S(""));
	mention_put(&mentions, buf_view(&clean), &put);
	if (c->check && check.faults == 0)
		check_text(&check, text, buf_view(&put));
	if (check.faults == 0) {
		post.text = span_rtrim(buf_view(&put));
		finish(c, &post, text, name, out);
	} else if (has_place_for_comment(c)) {
		add_comment(c, S(""), out);
	}
	arena_free(&arena);
	buf_free(&clean);
	buf_free(&put);
	return check.faults == 0;
}
