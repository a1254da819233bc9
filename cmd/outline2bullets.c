/* SPDX-License-Identifier: ISC */
/* outline2bullets: an outline to the lines of a caption, each with the sentences it was made from. */
#include "bullet.h"
#include "die.h"
#include "profile.h"
#include "stage.h"

struct opts {
	struct stage stage;
	struct bullet_options bullet;
	const char *profile;
};

static const char usage[] =
    "outline2bullets [-hkVz] [-F frame] [-H hook] [-N rank] [-n count]\n"
    "                       [-P profile] [file ...]";
static const char help[] =
    "Choose and write the lines of a caption from an outline (caprec(5)).\n\n"
    "  -F, --frame=FRAME    the form of all bullets: np, how, label, doing or fact;\n"
    "                       without it, the one that gives the best set\n"
    "  -H, --hook=HOOK      question, number, contrast or quote\n"
    "  -h, --help           this text\n"
    "  -k, --keep           keep the outline's own fields\n"
    "  -N, --rank=RANK      the RANK-th best caption (1)\n"
    "  -n, --bullets=COUNT  how many bullets\n"
    "  -P, --profile=FILE   the brand's profile\n"
    "  -V, --version        the version\n"
    "  -z, --zero           each record stands alone\n";
static const struct option longs[] = { { "bullets", required_argument, NULL, 'n' },
	{ "frame", required_argument, NULL, 'F' }, { "hook", required_argument, NULL, 'H' },
	{ "keep", no_argument, NULL, 'k' }, { "profile", required_argument, NULL, 'P' },
	{ "rank", required_argument, NULL, 'N' }, STAGE_OPTIONS };

/* A document that failed already, or fails here, keeps its place in a -z stream by its File. */
static int
edit(struct rec *r, struct buf *out, void *arg)
{
	const struct opts *o = arg;
	const char *why = bullet_record(r, &o->bullet);

	(void)out;
	if (why == NULL)
		return DIE_DONE;
	die_warn_at(r->file, r->line, "%s", why);
	for (size_t i = r->n; i > 0; i--)
		if (r->v[i - 1].field > FIELD_FILE)
			rec_remove(r, i - 1);
	return DIE_NO;
}

static void
take(int c, void *arg)
{
	struct opts *o = arg;

	switch (c) {
	case 'F':
		stage_word("-F", optarg, "np|how|label|doing|fact");
		o->bullet.frame = span_of(optarg);
		break;
	case 'H': o->bullet.hook = HOOK_QUESTION + stage_word("-H", optarg, "question|number|contrast|quote"); break;
	case 'k': o->bullet.keep = true; break;
	case 'N': o->bullet.rank = (size_t)die_number("-N", optarg, 1, 100); break;
	case 'n': o->bullet.count = (size_t)die_number("-n", optarg, 1, 20); break;
	case 'P': o->profile = optarg; break;
	}
}

int
main(int argc, char **argv)
{
	struct opts o = { .bullet = { .rank = 1 }, .stage = { .record = edit, .form = STAGE_RECORDS,
		.nothing = "no outline here", .option = take, .arg = &o } };
	struct arena arena = { 0 };
	struct rec profile;

	die_init(argv[0], usage);
	stage_options(&o.stage, argc, argv, longs, help);
	profile_load(&profile, o.profile, &arena);
	o.bullet.profile = &profile;
	die_finish(stage_run(&o.stage));
}
