/* SPDX-License-Identifier: ISC */
/* emojify: puts an apt emoji on each line of a caption, or of a plain text. */
#include "die.h"
#include "emoji.h"
#include "io.h"
#include "profile.h"
#include "stage.h"

#include <stdio.h>

static const char usage[] = "emojify [-ehrtVz] [-a file] [-b mark] [-l file] [-n max] [-P profile] [file ...]";

static const char help[] =
    "Puts an apt emoji on each line of a caption, or of a plain text.\n"
    "  -a, --avoid FILE      none of the emojis that stand in FILE\n"
    "  -b, --bullet MARK     one mark for all bullets\n"
    "  -e, --explain         say on standard error why each was chosen\n"
    "  -l, --lexicon FILE    concepts of your own: concept TAB emojis, a line each\n"
    "  -n, --max MAX         at most so many emojis\n"
    "  -P, --profile FILE    the brand's profile\n"
    "  -r, --records         the input is records\n"
    "  -t, --text            the input is plain text\n"
    "  -z, --zero            documents end in NUL\n";

static const struct option options[] = {
	{ "avoid", required_argument, NULL, 'a' }, { "bullet", required_argument, NULL, 'b' },
	{ "explain", no_argument, NULL, 'e' }, { "lexicon", required_argument, NULL, 'l' },
	{ "max", required_argument, NULL, 'n' }, { "profile", required_argument, NULL, 'P' },
	STAGE_FORM_OPTIONS, STAGE_OPTIONS, { 0 },
};

struct opts {
	struct emoji_options emoji;
	struct arena arena;
	struct buf avoid, why;
	struct tab own;
	struct rec profile;
	const char *file; /* -P */
};

static void
tell(struct opts *o)
{
	fwrite(o->why.s, 1, o->why.n, stderr);
	buf_cut(&o->why, 0);
}

static int
record(struct rec *r, struct buf *out, void *arg)
{
	struct opts *o = arg;

	(void)out;
	emoji_record(r, &o->emoji);
	tell(o);
	return DIE_DONE;
}

static int
text(struct span text, const char *name, struct buf *out, void *arg)
{
	struct opts *o = arg;

	(void)name;
	emoji_text(text, out, &o->emoji);
	tell(o);
	return DIE_DONE;
}

static void
load_lexicon(struct opts *o, const char *file)
{
	struct buf b = BUF_INIT;
	struct tab_error e;

	io_slurp(file, &b);
	if (!emoji_lexicon(&o->own, buf_view(&b), &o->arena, &e))
		die_at(file, e.line, "%s", e.what);
	buf_free(&b);
	o->emoji.own = &o->own;
}

static void
parse(struct opts *o, struct stage *s, int argc, char **argv)
{
	int c;

	while ((c = getopt_long(argc, argv, "a:b:el:n:P:hVrtz", options, NULL)) != -1) {
		switch (c) {
		case 'a': io_slurp(optarg, &o->avoid); break;
		case 'b': o->emoji.mark = span_of(optarg); break;
		case 'e': o->emoji.why = &o->why; break;
		case 'l': load_lexicon(o, optarg); break;
		case 'n': o->emoji.max = (int)die_number("-n", optarg, 0, 1000); break;
		case 'P': o->file = optarg; break;
		case 'r': s->form = STAGE_RECORDS; break;
		case 't': s->form = STAGE_TEXT; break;
		case 'z': s->zero = true; break;
		case 'h': die_help(help);
		case 'V': die_version();
		default: die_usage();
		}
	}
	profile_load(&o->profile, o->file, &o->arena);
	o->emoji.profile = &o->profile;
	o->emoji.avoid = buf_view(&o->avoid);
	s->operands = argv + optind;
}

int
main(int argc, char **argv)
{
	struct opts o = { .emoji.max = -1 };
	struct stage s = { .record = record, .text = text, .arg = &o };
	int status;

	die_init(argv[0], usage);
	parse(&o, &s, argc, argv);
	status = stage_run(&s);
	buf_free(&o.avoid);
	buf_free(&o.why);
	arena_free(&o.arena);
	die_finish(status);
}
