/* SPDX-License-Identifier: ISC */
/*
 * fuzz: libFuzzer's way into one stage, the one that -DSTAGE names; make fuzz builds them all as
 * tests/fuzz-STAGE. Bytes are a text where the stage reads texts, and a record of them: a line a
 * field, its first byte the field, the rest the value. tests/demo is a corpus to start from.
 */
#include "bullet.h"
#include "caption.h"
#include "dash.h"
#include "emoji.h"
#include "hashtag.h"
#include "outline.h"
#include "profile.h"

struct fuzz {
	struct arena arena;
	struct span bytes; /* as they came */
	struct buf text, out;
	struct rec profile, r;
};

static void
read_record(struct fuzz *f, struct span bytes)
{
	struct span line, value;

	f->r = (struct rec){ .arena = &f->arena, .file = "fuzz", .line = 1 };
	rec_add(&f->r, FIELD_TITLE, S("Title"));
	while (span_next(&bytes, '\n', &line)) {
		value = span_trim(span_from(line, line.n > 0));
		if (value.n > 0)
			rec_add(&f->r, (enum field)(1 + (unsigned char)line.s[0] % (FIELD_COUNT - 1)), value);
	}
}

static void
art2outline(struct fuzz *f)
{
	struct outline_options o = { .topics = 12 };

	f->r = (struct rec){ .arena = &f->arena };
	for (int form = ARTICLE_LOOK; form <= ARTICLE_HTML; form++) {
		o.form = (enum article_form)form;
		outline_read(&f->r, buf_view(&f->text), "fuzz", &o);
	}
}

static void
outline2bullets(struct fuzz *f)
{
	bullet_record(&f->r, &(struct bullet_options){ .profile = &f->profile, .rank = 1 });
}

static void
emojify(struct fuzz *f)
{
	struct emoji_options o = { .max = -1, .profile = &f->profile };

	emoji_record(&f->r, &o);
	emoji_text(buf_view(&f->text), &f->out, &o);
}

static void
found(void *arg, const struct dash_found *d)
{
	(void)arg, (void)d;
}

static void
dedash(struct fuzz *f)
{
	struct dash d = { .marks = DASH_ANY, .found = found, .style = f->bytes.n % 2 ? DASH_AUTO : DASH_COMMA,
		.ascii = f->bytes.n % 3 == 0, .zero = f->bytes.n % 5 == 0 };
	struct io io;

	io_text(&io, "fuzz", f->bytes);
	dash_stream(&d, &io, false);
	io_free(&io);
	dash_record(&d, &f->r);
}

static void
hashtagify(struct fuzz *f)
{
	struct hashtag_options o = { .count = 5, .profile = &f->profile };

	hashtag_record(&f->r, &o);
	hashtag_text(buf_view(&f->text), &f->out, &o);
}

static void
report(const char *file, size_t line, struct span message)
{
	(void)file, (void)line, (void)message;
}

static void
capfmt(struct fuzz *f)
{
	static const char *const platforms[] = { "linkedin", "x", "bluesky", "mastodon" };
	struct caption c = { .check = true, .lint = true, .report = report,
		.platform = platforms[f->text.n % 4], .format = (enum caption_format)(f->text.n % 7 % 4) };

	caption_open(&c, &f->arena);
	caption_record(&c, &f->r, &f->out);
	caption_text(&c, buf_view(&f->text), "fuzz", &f->out);
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

int
LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	struct fuzz f = { .bytes = { (const char *)bytes, n }, .text = BUF_INIT, .out = BUF_INIT };

	profile_load(&f.profile, NULL, &f.arena);
	io_normalise(&f.text, f.bytes);
	read_record(&f, buf_view(&f.text));
	STAGE(&f);
	rec_write(&f.r, &f.out);
	buf_free(&f.text);
	buf_free(&f.out);
	arena_free(&f.arena);
	return 0;
}
