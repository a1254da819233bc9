/* SPDX-License-Identifier: ISC */
/* capfmt: lays out the caption of a record for a platform; cleans, counts, checks, escapes a plain text. */
#include "caption.h"
#include "die.h"
#include "stage.h"

#include <unistd.h>

static const char usage[] =
    "capfmt [-chlrtVwz] [-E example] [-f format] [-L where] [-P profile]\n"
    "       [-p platform] [-S article] [-T template] [--limits file]\n"
    "       [--descriptor | --print-profile | --print-template] [file ...]";
static const char help[] =
    "Lays out the caption of each record; cleans a plain text.\n\n"
    "  -c, --check          print it only if it can be posted; stderr says what is wrong\n"
    "  -E, --example FILE   in the format of that post\n"
    "  -f, --format FORMAT  text; little: escaped for LinkedIn's API; json\n"
    "  -L, --link WHERE     the URL: body, comment (apart, for the first comment), none\n"
    "  -l, --lint           warn of what reads as written by a machine\n"
    "  -P, --profile FILE   Follow line, tags and mentions for records that have none\n"
    "  -p, --platform NAME  for whom: linkedin, linkedin-comment, x, bluesky, mastodon, threads,\n"
    "                       facebook, instagram, discord\n"
    "  -S, --source FILE    check the evidence against that article, too\n"
    "  -T, --template FILE  in that layout\n"
    "  -w, --preview        show it as a feed does, with counts and what is left to do\n"
    "  -r, --records; -t, --text; -z, --zero (documents end in NUL); --limits FILE;\n"
    "  --descriptor; --print-profile; --print-template; -h, --help; -V, --version\n";

enum { OPT_LIMITS = 256, OPT_DESCRIPTOR, OPT_PROFILE, OPT_TEMPLATE };
static const struct option longs[] = { { "check", no_argument, NULL, 'c' },
	{ "descriptor", no_argument, NULL, OPT_DESCRIPTOR }, { "example", required_argument, NULL, 'E' },
	{ "format", required_argument, NULL, 'f' }, { "limits", required_argument, NULL, OPT_LIMITS },
	{ "link", required_argument, NULL, 'L' }, { "lint", no_argument, NULL, 'l' },
	{ "platform", required_argument, NULL, 'p' }, { "preview", no_argument, NULL, 'w' },
	{ "print-profile", no_argument, NULL, OPT_PROFILE },
	{ "print-template", no_argument, NULL, OPT_TEMPLATE }, { "profile", required_argument, NULL, 'P' },
	{ "source", required_argument, NULL, 'S' }, { "template", required_argument, NULL, 'T' },
	STAGE_FORM_OPTIONS, STAGE_OPTIONS, { 0 } };

struct opts {
	struct stage stage;
	struct caption caption;
	void (*print)(const struct caption *c, struct buf *out); /* in place of a caption */
	int prints;
};

static void
report(const char *file, size_t line, struct span message)
{
	die_warn_at(file, line, "%.*s", SPAN_ARG(message));
}

static int
format_record(struct rec *r, struct buf *out, void *arg)
{
	return caption_record(arg, r, out) ? DIE_DONE : DIE_NO;
}

static int
format_text(struct span text, const char *name, struct buf *out, void *arg)
{
	return caption_text(arg, text, name, out) ? DIE_DONE : DIE_NO;
}

static void
read_option(struct opts *o, int c)
{
	struct caption *cap = &o->caption;

	switch (c) {
	case 'c': cap->check = true; break;
	case 'E': cap->example = optarg; break;
	case 'f': caption_set_format(cap, optarg); break;
	case 'L': caption_set_link(cap, optarg); break;
	case 'l': cap->lint = true; break;
	case 'P': cap->profile = optarg; break;
	case 'p': cap->platform = optarg; break;
	case 'S': cap->article = optarg; break;
	case 'T': cap->template = optarg; break;
	case 'w': cap->preview = true; break;
	case 'r': case 't': o->stage.form = c == 'r' ? STAGE_RECORDS : STAGE_TEXT; break;
	case 'z': o->stage.zero = cap->zero = true; break;
	case OPT_LIMITS: cap->limits = optarg; break;
	case OPT_DESCRIPTOR: o->print = caption_print_descriptor; o->prints++; break;
	case OPT_PROFILE: o->print = caption_print_profile; o->prints++; break;
	case OPT_TEMPLATE: o->print = caption_print_template; o->prints++; break;
	case 'h': die_help(help);
	case 'V': die_version();
	}
}

int
main(int argc, char **argv)
{
	struct opts o = { .stage = { .record = format_record, .renders = true, .text = format_text,
		.nothing = "no caption", .arg = &o.caption }, .caption = { .platform = "linkedin",
		.report = report } };
	struct arena arena = { 0 };
	struct buf out = BUF_INIT;
	int c, status = DIE_DONE;

	die_init(argv[0], usage);
	while ((c = stage_option(argc, argv, "+:cE:f:L:lP:p:S:T:wrtzhV", longs)) != -1)
		read_option(&o, c);
	o.stage.operands = argv + optind;
	o.stage.lines = o.caption.format == CAPTION_JSON;
	o.caption.terminal = isatty(STDOUT_FILENO);
	if (o.prints > 1 || (o.prints > 0 && argv[optind] != NULL))
		die("--descriptor, --print-profile and --print-template each stand alone, without a file");
	caption_open(&o.caption, &arena);
	if (o.print != NULL)
		o.print(&o.caption, &out);
	else
		status = stage_run(&o.stage);
	io_write(buf_view(&out));
	buf_free(&out);
	arena_free(&arena);
	die_finish(status);
}
