/* SPDX-License-Identifier: ISC */
/* hashtagify: tags from the article's own words and names, the brand's own last. */
#include "arena.h"
#include "die.h"
#include "hashtag.h"
#include "profile.h"
#include "stage.h"

struct opts {
	struct stage stage;
	struct hashtag_options tags;
	struct span *add, *drop; /* room for as many as there are arguments */
	const char *profile;
	struct arena arena;
};

static const char usage[] =
    "hashtagify [-hortVz] [-a tag] [-n count] [-P profile] [-x tag]\n"
    "                  [file ...]";
static const char help[] =
    "Make hashtags of the article's own words and names, the brand's own last.\n\n"
    "  -a, --add=TAG       one more tag, before the brand's\n"
    "  -h, --help          this text\n"
    "  -n, --count=COUNT   topic tags (5); others come on top\n"
    "  -o, --only          print only the tag line of a text\n"
    "  -P, --profile=FILE  the brand's profile\n"
    "  -r, --records       the input is caption records\n"
    "  -t, --text          the input is plain text\n"
    "  -V, --version       the version\n"
    "  -x, --exclude=TAG   leave out this tag\n"
    "  -z, --zero          documents end in NUL\n";
static const struct option longs[] = { { "add", required_argument, NULL, 'a' },
	{ "count", required_argument, NULL, 'n' }, { "exclude", required_argument, NULL, 'x' },
	{ "only", no_argument, NULL, 'o' }, { "profile", required_argument, NULL, 'P' },
	STAGE_FORM_OPTIONS, STAGE_OPTIONS };

static int
record(struct rec *r, struct buf *out, void *arg)
{
	struct opts *o = arg;

	(void)out;
	if (o->tags.only)
		die("-o: records have no tag line");
	hashtag_record(r, &o->tags);
	return DIE_DONE;
}

static int
text(struct span doc, const char *name, struct buf *out, void *arg)
{
	struct opts *o = arg;

	(void)name;
	hashtag_text(doc, out, &o->tags);
	return DIE_DONE;
}

/* Does an option's value make a tag? */
static struct span
tag(const char *value)
{
	struct buf made = BUF_INIT;

	if (!hashtag_make(span_of(value), &made))
		die("no tag can be made of: %s", value);
	buf_free(&made);
	return span_of(value);
}

static void
take(int c, void *arg)
{
	struct opts *o = arg;

	switch (c) {
	case 'a': o->add[o->tags.nadd++] = tag(optarg); break;
	case 'n': o->tags.count = (size_t)die_number("-n", optarg, 0, 30); break;
	case 'o': o->tags.only = true; break;
	case 'P': o->profile = optarg; break;
	case 'x': o->drop[o->tags.ndrop++] = tag(optarg); break;
	}
}

int
main(int argc, char **argv)
{
	struct opts o = { .tags.count = 5,
		.stage = { .record = record, .text = text, .option = take, .arg = &o } };
	struct rec brand;

	die_init(argv[0], usage);
	o.tags.add = o.add = ARENA_ARRAY(&o.arena, struct span, (size_t)argc);
	o.tags.drop = o.drop = ARENA_ARRAY(&o.arena, struct span, (size_t)argc);
	stage_options(&o.stage, argc, argv, longs, help);
	profile_load(&brand, o.profile, &o.arena);
	o.tags.profile = &brand;
	die_finish(stage_run(&o.stage));
}
