/* SPDX-License-Identifier: ISC */
/* Source code and tables of data are no articles: most of their bytes stand in lines of that kind. */
#include "article.h"

#define CODE_BYTES ((size_t)1 << 16) /* that are looked at */
#define DATA_TABS 3                  /* of a line of a table of data */
#define STATEMENTS_LEAST 4           /* that make a program, */
#define STATEMENTS_SHARE 10          /* and one of so many lines at least */

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
	static const unsigned char mark[256] = { ['{'] = 1, ['}'] = 1, ['['] = 1, [']'] = 1, ['('] = 1, [')'] = 1,
		['='] = 1, ['<'] = 1, ['>'] = 1, ['_'] = 1, ['\\'] = 1, ['|'] = 1, ['$'] = 1, ['&'] = 1, [';'] = 1,
		['+'] = 1, ['*'] = 1, ['"'] = 1 };
	size_t n = 0;

	for (size_t i = 0; i < line.n; i++)
		n += mark[(unsigned char)line.s[i]];
	return n;
}

/* A line that no sentence would be: code has a mark for every few letters. */
static bool
is_code(struct span line)
{
	size_t marks = count_marks(line), tabs = 0;

	for (size_t i = 0; (i = span_find_char(line, i, '\t')) < line.n; i++)
		tabs++;
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

/* `NAME = value`, as in a makefile or a configuration. */
static bool
assigns(struct span line)
{
	size_t n = 0;

	while (n < line.n && (span_is_alnum(line.s[n]) || line.s[n] == '_'))
		n++;
	if (n == 0)
		return false;
	line = span_ltrim(span_from(line, n));
	if (line.n > 1 && span_has(S(":?+"), line.s[0]))
		line = span_from(line, 1);
	return line.n > 0 && line.s[0] == '=' && !span_starts(line, S("=="));
}

/* A line of a program, from its first column on. */
static bool
is_statement(struct span line)
{
	static const struct span calls[] = {
		SPAN("def "), SPAN("class "), SPAN("function "), SPAN("func "), SPAN("fn "),
		SPAN("if "), SPAN("for "), SPAN("while "), SPAN("with "), SPAN("const "),
		SPAN("static "), SPAN("public "), SPAN("export "), SPAN("async def "),
	};

	if (span_listed(S("{|}|};|fi|done|esac|end"), line))
		return true;
	if (span_starts(line, S("import ")) || span_starts(line, S("package ")))
		return span_words(line) <= 4 && !span_ends(line, S("."));
	if (span_starts(line, S("from ")))
		return span_find(line, 0, S(" import ")) < line.n;
	if (span_starts(line, S("#include ")) || span_starts(line, S("#define ")) || assigns(line))
		return true;
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		if (span_starts(line, calls[i]))
			return span_ends(line, S(":")) || span_ends(line, S("{")) || span_ends(line, S(";"));
	return false;
}

static bool
begins_as_code(struct span line)
{
	return starts_as_code(line) || is_statement(line) || span_starts(line, S("# "));
}

bool
article_is_program(struct span text)
{
	struct span rest = span_ltrim(span_head(text, CODE_BYTES)), line;
	size_t statements = 0, lines = 0;
	bool fenced = false;

	if (span_starts(rest, S("#!")))
		return true;
	if (!begins_as_code(rest.n > 0 && span_next(&rest, '\n', &line) ? line : rest))
		return false;
	while (span_next(&rest, '\n', &line)) {
		fenced ^= span_starts(line, S("```")) || span_starts(line, S("~~~"));
		if (fenced || line.n == 0)
			continue;
		lines++;
		statements += is_statement(span_rtrim(line));
	}
	return statements >= STATEMENTS_LEAST && statements * STATEMENTS_SHARE >= lines;
}
