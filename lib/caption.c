/* SPDX-License-Identifier: ISC */
#include "caption.h"

#include "die.h"
#include "profile.h"

void
caption_profile(struct caption *c, const char *file, struct rec *profile, struct arena *a)
{
	profile_load(profile, file, a);
	/* One that was named fills what a record lacks; one in force says what must be there. */
	if (file != NULL)
		c->layout.profile = profile;
	else
		c->follow = rec_count(profile, FIELD_FOLLOW) > 0;
}

void
caption_limit(struct caption *c, const char *platform, const char *limits, struct arena *a)
{
	struct tab own;

	if (limits != NULL)
		limit_load(&own, limits, a);
	if (!limit_find(&c->limit, span_of(platform), limits != NULL ? &own : NULL))
		die("-p: no such platform: %s", platform);
}

static struct check
start_check(const struct caption *c, const char *file)
{
	return (struct check){ .limit = &c->limit, .url = c->layout.link != LAYOUT_LINK_NONE,
		.follow = c->follow, .report = c->report, .file = file };
}

static void
add_comment(const struct caption *c, const struct rec *r, struct buf *out)
{
	struct span url = rec_value(r, FIELD_URL);

	if (c->layout.link != LAYOUT_LINK_COMMENT || url.n == 0)
		return;
	if (c->zero)
		buf_char(out, '\0');
	else
		buf_str(out, "\f\n");
	layout_text(url, out);
}

static void
add_caption(const struct caption *c, struct span caption, const struct rec *mentions, struct buf *out)
{
	if (c->little)
		layout_little(caption, mentions, out);
	else
		buf_add(out, caption);
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
caption_record(const struct caption *c, const struct rec *r, struct buf *out)
{
	struct check check = start_check(c, r->file);
	struct buf caption = BUF_INIT;
	enum field none = layout_record(&c->layout, r, &caption);

	if (none != FIELD_UNKNOWN)
		no_caption(&check, r, none);
	else if (c->check)
		check_record(&check, r, buf_view(&caption));
	if (check.faults == 0) {
		add_caption(c, buf_view(&caption), r, out);
		add_comment(c, r, out);
	}
	buf_free(&caption);
	return check.faults == 0;
}

bool
caption_text(const struct caption *c, struct span text, const char *name, struct buf *out)
{
	struct check check = start_check(c, name);
	struct buf caption = BUF_INIT;

	if (!layout_text(text, &caption))
		check_fault(&check, 0, S("no caption"), "", S(""));
	else if (c->check)
		check_text(&check, text, buf_view(&caption));
	if (check.faults == 0)
		add_caption(c, buf_view(&caption), c->layout.profile, out);
	buf_free(&caption);
	return check.faults == 0;
}
