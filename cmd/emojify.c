/* SPDX-License-Identifier: ISC */
/* emojify: puts an apt emoji on each line of a caption, or of a plain text. */
#include "emoji.h"
#include "profile.h"
#include "stage.h"

#include <stdio.h>

struct opts {
	struct stage stage;
	struct emoji_options emoji;
	const char *lexicon, *profile;
	struct buf avoid, why; /* of -a and -e */
};

static const char usage[] =
    "emojify [-ehrtVz] [-a file] [-b mark] [-l file] [-n max] [-P profile]\n"
    "               [file ...]";
static const char help[] =
    "Put an apt emoji on each line of a caption, or of a plain text.\n\n"
    "  -a, --avoid=FILE    none of the emojis that stand in FILE\n"
    "  -b, --bullet=MARK   one emoji for all bullets\n"
    "  -e, --explain       say on stderr why each was chosen\n"
    "  -h, --help          this text\n"
    "  -l, --lexicon=FILE  concepts of your own: concept TAB emojis, one a line\n"
    "  -n, --max=MAX       at most so many emojis\n"
    "  -P, --profile=FILE  the brand's profile\n"
    "  -r, --records       the input is caption records\n"
    "  -t, --text          the input is plain text\n"
    "  -V, --version       the version\n"
    "  -z, --zero          documents end in NUL\n";
static const struct option longs[] = { { "avoid", required_argument, NULL, 'a' },
	{ "bullet", required_argument, NULL, 'b' }, { "explain", no_argument, NULL, 'e' },
	{ "lexicon", required_argument, NULL, 'l' }, { "max", required_argument, NULL, 'n' },
	{ "profile", required_argument, NULL, 'P' }, STAGE_FORM_OPTIONS, STAGE_OPTIONS };

static void
explain(struct opts *o)
{
	fprintf(stderr, "%s", o->why.n > 0 ? o->why.s : "");
	buf_cut(&o->why, 0);
}

static int
record(struct rec *r, struct buf *out, void *arg)
{
	struct opts *o = arg;

	(void)out;
	emoji_record(r, &o->emoji);
	explain(o);
	return DIE_DONE;
}

static int
text(struct span text, const char *name, struct buf *out, void *arg)
{
	struct opts *o = arg;

	(void)name;
	emoji_text(text, out, &o->emoji);
	explain(o);
	return DIE_DONE;
}

static void
load_lexicon(struct tab *t, const char *file, struct arena *a)
{
	struct buf b = BUF_INIT;
	struct tab_error e;

	file = io_slurp(file, &b);
	if (!emoji_lexicon(t, buf_view(&b), a, &e))
		die_at(file, e.line, "%s", e.what);
	buf_free(&b);
}

static void
take(int c, void *arg)
{
	struct opts *o = arg;

	switch (c) {
	case 'a': io_slurp(optarg, &o->avoid); break;
	case 'b': o->emoji.mark = span_of(optarg); break;
	case 'e': o->emoji.why = &o->why; break;
	case 'l': o->lexicon = optarg; break;
	case 'n': o->emoji.max = (int)die_number("-n", optarg, 0, 1000); break;
	case 'P': o->profile = optarg; break;
	}
}

int
main(int argc, char **argv)
{
	struct opts o = { .emoji.max = -1,
		.stage = { .record = record, .text = text, .option = take, .arg = &o } };
	struct arena arena = { 0 };
	struct rec profile;
	struct tab own;

	die_init(argv[0], usage);
	stage_options(&o.stage, argc, argv, longs, help);
	if (o.emoji.mark.s != NULL && !emoji_is_one(o.emoji.mark))
		die("-b: not one emoji: %s", o.emoji.mark.s);
	profile_load(&profile, o.profile, &arena);
	o.emoji.profile = &profile;
	o.emoji.avoid = buf_view(&o.avoid);
	if (o.lexicon != NULL)
		load_lexicon(&own, o.lexicon, &arena);
	o.emoji.own = o.lexicon != NULL ? &own : NULL;
	die_finish(stage_run(&o.stage));
}
