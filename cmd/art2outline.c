/* SPDX-License-Identifier: ISC */
/*
 * art2outline: an article to its outline, a caption record: what it says of itself, what it is
 * about, and the sentences worth keeping, each with its lines.
 */
#include "die.h"
#include "outline.h"
#include "stage.h"
#include "url.h"

#include <string.h>

struct opts {
	struct stage stage;
	struct outline_options outline;
	size_t documents;
	struct arena arena; /* of the article in hand */
};

static const char usage[] =
    "art2outline [-hVz] [-d date] [-f form] [-k count] [-n count] [-s site]\n"
    "                   [-T title] [-u url] [file ...]";
static const char help[] =
    "Turn an article into its outline, a caption record (caprec(5)).\n\n"
    "  -d, --date=DATE     the day it was published, YYYY-MM-DD\n"
    "  -f, --form=FORM     how to read it: paste, markdown, wrapped or html;\n"
    "                      without it, by looking\n"
    "  -h, --help          this text\n"
    "  -k, --topics=COUNT  topics of each kind, at most (12)\n"
    "  -n, --points=COUNT  sentences, at most (64)\n"
    "  -s, --site=SITE     who \"we\" is\n"
    "  -T, --title=TITLE   the headline, if not the article's own\n"
    "  -u, --url=URL       where the article stands\n"
    "  -V, --version       the version\n"
    "  -z, --zero          articles end in NUL; each stands alone\n";
static const struct option longs[] = { { "date", required_argument, NULL, 'd' },
	{ "form", required_argument, NULL, 'f' }, { "points", required_argument, NULL, 'n' },
	{ "site", required_argument, NULL, 's' }, { "title", required_argument, NULL, 'T' },
	{ "topics", required_argument, NULL, 'k' }, { "url", required_argument, NULL, 'u' },
	STAGE_OPTIONS };

/* The option's value, when it is what it must be. */
static struct span
checked(bool (*is)(struct span v), const char *what)
{
	if (!is(span_of(optarg)))
		die("%s: %s", what, optarg);
	return span_of(optarg);
}

/* One article; one that fails still holds its place in a -z stream, as a record of its File. */
static int
outline(struct span text, const char *name, struct buf *out, void *arg)
{
	struct opts *o = arg;
	struct rec r = { .arena = &o->arena };
	int status = DIE_DONE;

	if (o->documents++ > 0 && (o->outline.title.n > 0 || o->outline.url.n > 0))
		die("-T and -u are of one article, and %s is another", name);
	if (!outline_read(&r, text, name, &o->outline)) {
		die_warn_at(name, 0, "no article here");
		r.n = 0;
		rec_add(&r, FIELD_FILE, span_of(name));
		status = DIE_NO;
	}
	rec_write(&r, out);
	arena_reset(&o->arena);
	return status;
}

static void
take(int c, void *arg)
{
	struct opts *o = arg;

	switch (c) {
	case 'd': o->outline.date = checked(outline_is_day, "-d: not a day, YYYY-MM-DD"); break;
	case 'f': o->outline.form = ARTICLE_PASTE + stage_word("-f", optarg, "paste|markdown|wrapped|html"); break;
	case 'k': o->outline.topics = (size_t)die_number("-k", optarg, 1, 1000); break;
	case 'n': o->outline.points = (size_t)die_number("-n", optarg, 1, 100000); break;
	case 's': o->outline.site = span_of(optarg); break;
	case 'T': o->outline.title = span_of(optarg); break;
	case 'u': o->outline.url = checked(url_is_page, "-u: not the address of a page"); break;
	}
}

int
main(int argc, char **argv)
{
	struct opts o = { .outline = { .topics = 12 }, .stage = { .text = outline, .records_out = true,
		.form = STAGE_TEXT, .nothing = "no article here", .option = take, .arg = &o } };

	die_init(argv[0], usage);
	stage_options(&o.stage, argc, argv, longs, help);
	die_finish(stage_run(&o.stage));
}
