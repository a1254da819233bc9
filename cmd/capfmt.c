/* SPDX-License-Identifier: ISC */
/* capfmt: lays out the caption of a record for a platform; cleans, counts, checks, escapes a plain text. */
#include "caption.h"
#include "die.h"
#include "stage.h"

#include <unistd.h>

struct opts {
	struct stage stage;
	struct caption caption;
	void (*print)(const struct caption *c, struct buf *out); /* in place of a caption */
	int prints;
};

static const char usage[] =
    "capfmt [-chlrtVwz] [-E example] [-f format] [-L where] [-P profile]\n"
    "              [-p platform] [-S article] [-T template] [--limits file]\n"
    "              [--descriptor | --print-profile | --print-template] [file ...]";
static const char help[] =
    "Lay out the caption of each record; clean a plain text.\n\n"
    "  -c, --check          print what can be posted; say on stderr what is wrong\n"
    "  -E, --example=FILE   in the format of that post\n"
    "  -f, --format=FORMAT  text; little: escaped for LinkedIn's API; json\n"
    "  -h, --help           this text\n"
    "  -L, --link=WHERE     the URL: body, comment (apart, for the first one), none\n"
    "  -l, --lint           warn of what reads as written by a machine\n"
    "  -P, --profile=FILE   the brand's profile, for records that bring none\n"
    "  -p, --platform=NAME  for whom: linkedin, linkedin-comment, x, bluesky,\n"
    "                       mastodon, threads, facebook, instagram, discord\n"
    "  -r, --records        the input is caption records\n"
    "  -S, --source=FILE    hold the evidence against that article, too\n"
    "  -T, --template=FILE  in that layout\n"
    "  -t, --text           the input is plain text\n"
    "  -V, --version        the version\n"
    "  -w, --preview        as a feed shows it, with counts and what is left to do\n"
    "  -z, --zero           documents end in NUL\n"
    "  --descriptor         print the descriptor of a stream, for recfix\n"
    "  --limits=FILE        platforms of your own\n"
    "  --print-profile      print the profile in force\n"
    "  --print-template     print the template in force\n";
enum { OPT_DESCRIPTOR = STAGE_LONG, OPT_LIMITS, OPT_PROFILE, OPT_TEMPLATE };
static const struct option longs[] = { { "check", no_argument, NULL, 'c' },
	{ "descriptor", no_argument, NULL, OPT_DESCRIPTOR }, { "example", required_argument, NULL, 'E' },
	{ "format", required_argument, NULL, 'f' }, { "limits", required_argument, NULL, OPT_LIMITS },
	{ "link", required_argument, NULL, 'L' }, { "lint", no_argument, NULL, 'l' },
	{ "platform", required_argument, NULL, 'p' }, { "preview", no_argument, NULL, 'w' },
	{ "print-profile", no_argument, NULL, OPT_PROFILE }, { "print-template", no_argument, NULL, OPT_TEMPLATE },
	{ "profile", required_argument, NULL, 'P' }, { "source", required_argument, NULL, 'S' },
	{ "template", required_argument, NULL, 'T' }, STAGE_FORM_OPTIONS, STAGE_OPTIONS };

static void
report(const char *file, size_t line, struct span message)
{
	die_warn_at(file, line, "%.*s", SPAN_ARG(message));
}

static int
record(struct rec *r, struct buf *out, void *arg)
{
	return caption_record(&((struct opts *)arg)->caption, r, out) ? DIE_DONE : DIE_NO;
}

static int
text(struct span doc, const char *name, struct buf *out, void *arg)
{
	return caption_text(&((struct opts *)arg)->caption, doc, name, out) ? DIE_DONE : DIE_NO;
}

static void
take(int c, void *arg)
{
	struct opts *o = arg;
	struct caption *cap = &o->caption;

	switch (c) {
	case 'c': cap->check = true; break;
	case 'E': cap->example = optarg; break;
	case 'f': cap->format = CAPTION_TEXT + stage_word("-f", optarg, "text|little|json"); break;
	case 'L': cap->layout.link = LAYOUT_LINK_BODY + stage_word("-L", optarg, "body|comment|none"); break;
	case 'l': cap->lint = true; break;
	case 'P': cap->profile = optarg; break;
	case 'p': cap->platform = optarg; break;
	case 'S': cap->article = optarg; break;
	case 'T': cap->template = optarg; break;
	case 'w': cap->preview = true; break;
	case OPT_DESCRIPTOR: o->print = caption_print_descriptor; o->prints++; break;
	case OPT_LIMITS: cap->limits = optarg; break;
	case OPT_PROFILE: o->print = caption_print_profile; o->prints++; break;
	case OPT_TEMPLATE: o->print = caption_print_template; o->prints++; break;
	}
}

int
main(int argc, char **argv)
{
	struct opts o = { .caption = { .platform = "linkedin", .report = report },
		.stage = { .record = record, .renders = true, .text = text, .nothing = "no caption",
		.option = take, .arg = &o } };
	struct arena arena = { 0 };
	struct buf out = BUF_INIT;
	int status = DIE_DONE;

	die_init(argv[0], usage);
	stage_options(&o.stage, argc, argv, longs, help);
	o.stage.lines = o.caption.format == CAPTION_JSON;
	o.caption.zero = o.stage.zero;
	o.caption.terminal = isatty(STDOUT_FILENO);
	if (o.prints > 1 || (o.prints > 0 && argv[optind] != NULL))
		die("--descriptor, --print-profile and --print-template each stand alone, without a file");
	caption_open(&o.caption, &arena);
	if (o.print != NULL)
		o.print(&o.caption, &out);
	else
		status = stage_run(&o.stage);
	io_write(buf_view(&out));
	die_finish(status);
}
