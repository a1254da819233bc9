/* SPDX-License-Identifier: ISC */
/* Source code and tables of data are no articles: most of their bytes stand in lines of that kind. */
#include "article.h"

#define CODE_BYTES ((size_t)1 << 16) /* that are looked at */
#define DATA_TABS 3                  /* of a line of a table of data */

static bool
ends_as_code(struct span line)
{
	static const struct span ends[] = {
		SPAN(";"), SPAN("{"), SPAN("}"), SPAN("*/"), SPAN("\\"), SPAN("):"), SPAN("("),
		SPAN("}, "), SPAN("},"), SPAN("],"), SPAN("/>"), SPAN("&&"), SPAN("||"),
	};

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (span_ends(line, ends[i]))
			return true;
	return false;
}

static bool
starts_as_code(struct span line)
{
	static const struct span starts[] = {
		SPAN("#include "), SPAN("#define "), SPAN("#!"), SPAN("//"), SPAN("/*"), SPAN("* "),
		SPAN("import "), SPAN("from "), SPAN("def "), SPAN("class "), SPAN("return "),
		SPAN("if ("), SPAN("for ("), SPAN("while ("), SPAN("function "), SPAN("const "),
		SPAN("var "), SPAN("let "), SPAN("public "), SPAN("private "), SPAN("static "),
		SPAN("$ "), SPAN("<?"), SPAN("<!"), SPAN("@"), SPAN("\""), SPAN("- name:"),
	};

	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (span_starts(line, starts[i]))
			return true;
	return false;
}

static size_t
count_marks(struct span line)
{
	size_t n = 0;

	for (size_t i = 0; i < line.n; i++)
		n += span_find_char(S("{}[]()=<>_\\|$&;+*\""), 0, line.s[i]) < 18;
	return n;
}

/* A line that no sentence would be: code has a mark for every few letters. */
static bool
is_code(struct span line)
{
	size_t marks = count_marks(line), tabs = 0;

	for (size_t i = 0; i < line.n; i++)
		tabs += line.s[i] == '\t';
	if (tabs >= DATA_TABS)
		return true;
	if (ends_as_code(line) && (marks >= 2 || line.n < 4))
		return true;
	return marks >= 2 && (marks * 12 >= line.n || starts_as_code(line));
}

bool
article_is_code(struct span text)
{
	struct span rest = span_head(text, CODE_BYTES), line;
	size_t code = 0, all = 0;

	while (span_next(&rest, '\n', &line)) {
		line = span_trim(line);
		all += line.n;
		code += is_code(line) ? line.n : 0;
	}
	return code * 2 > all;
}
