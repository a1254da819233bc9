/* SPDX-License-Identifier: ISC */
/*
 * capfmt: lays a caption out for a platform, from the fields of its record; a plain text it cleans,
 * counts, checks and escapes.
 */
#include "caption.h"
#include "die.h"
#include "profile.h"
#include "stage.h"

static const char usage[] =
    "capfmt [-chrtVz] [-f format] [-L where] [-P profile] [-p platform] [--limits file]\n"
    "       [--descriptor | --print-profile] [file ...]";
static const char help[] =
    "Lays out the caption of each record; cleans a plain text.\n\n"
    "  -c, --check          print it only if it can be posted; stderr says what is wrong\n"
    "  -f, --format FORMAT  text, or little: escaped for LinkedIn's API\n"
    "  -L, --link WHERE     the URL: body, comment (apart, for the first comment), none\n"
    "  -P, --profile FILE   Follow line and tags for records that have none\n"
    "  -p, --platform NAME  whose limit -c counts by\n"
    "  -r, --records; -t, --text; -z, --zero (documents end in NUL)\n"
    "      --limits FILE; --descriptor; --print-profile\n"
    "  -h, --help; -V, --version\n";

enum { OPT_LIMITS = 256, OPT_DESCRIPTOR, OPT_PROFILE };
static const struct option longs[] = { { "check", no_argument, NULL, 'c' },
	{ "descriptor", no_argument, NULL, OPT_DESCRIPTOR },
	{ "format", required_argument, NULL, 'f' }, { "limits", required_argument, NULL, OPT_LIMITS },
	{ "link", required_argument, NULL, 'L' }, { "platform", required_argument, NULL, 'p' },
	{ "print-profile", no_argument, NULL, OPT_PROFILE },
	{ "profile", required_argument, NULL, 'P' }, STAGE_FORM_OPTIONS, STAGE_OPTIONS, { 0 } };

struct opts {
	struct stage stage;
	struct caption caption;
	const char *platform, *limits, *profile;
	struct span print; /* in place of a caption */
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
	switch (c) {
	case 'c': o->caption.check = true; break;
	case 'f':
		o->caption.little = span_eq(span_of(optarg), S("little"));
		if (!o->caption.little && !span_eq(span_of(optarg), S("text")))
			die("-f: not text or little: %s", optarg);
		break;
	case 'L':
		if (!layout_link_of(span_of(optarg), &o->caption.layout.link))
			die("-L: not body, comment or none: %s", optarg);
		break;
	case 'P': o->profile = optarg; break;
	case 'p': o->platform = optarg; break;
	case 'r': o->stage.form = STAGE_RECORDS; break;
	case 't': o->stage.form = STAGE_TEXT; break;
	case 'z': o->stage.zero = o->caption.zero = true; break;
	case OPT_LIMITS: o->limits = optarg; break;
	case OPT_DESCRIPTOR: o->print = check_descriptor(); break;
	case OPT_PROFILE: o->print = profile_text(); break;
	case 'h': die_help(help);
	case 'V': die_version();
	default: die_usage();
	}
}

int
main(int argc, char **argv)
{
	struct opts o = { .platform = "linkedin", .stage = { .record = format_record, .renders = true,
		.text = format_text, .nothing = "no caption", .arg = &o.caption },
		.caption = { .report = report } };
	struct arena arena = { 0 };
	struct rec profile;
	int c, status = DIE_DONE;

	die_init(argv[0], usage);
	while ((c = getopt_long(argc, argv, "cf:L:P:p:rtzhV", longs, NULL)) != -1)
		read_option(&o, c);
	o.stage.operands = argv + optind;
	caption_limit(&o.caption, o.platform, o.limits, &arena);
	if (o.profile != NULL || o.caption.check)
		caption_profile(&o.caption, o.profile, &profile, &arena);
	if (o.print.n > 0)
		io_write(o.print);
	else
		status = stage_run(&o.stage);
	arena_free(&arena);
	die_finish(status);
}
