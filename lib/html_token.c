/* SPDX-License-Identifier: ISC */
#include "html.h"

/* Goes on to `end`, counting lines. */
static void
advance(struct html_lexer *l, size_t end)
{
	struct span v = span_head(l->v, end);

	for (size_t at = l->at; (at = span_find_char(v, at, '\n')) < v.n; at++)
		l->line++;
	l->at = v.n;
}

static bool
is_tag_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static size_t
skip_space(struct span v, size_t at)
{
	while (at < v.n && is_tag_space(v.s[at]))
		at++;
	return at;
}

/* The value after `=`: in quotes, or up to white space. */
static size_t
read_value(struct span v, size_t at, struct html_attribute *a)
{
	size_t from = at = skip_space(v, at);

	if (at < v.n && (v.s[at] == '"' || v.s[at] == '\'')) {
		at = span_find_char(v, at + 1, v.s[at]);
		a->value = span_between(v.s + from + 1, v.s + at);
		return at < v.n ? at + 1 : at;
	}
	while (at < v.n && v.s[at] != '>' && !is_tag_space(v.s[at]))
		at++;
	a->value = span_between(v.s + from, v.s + at);
	return at;
}

bool
html_next_attribute(struct span tag, size_t *at, struct html_attribute *a)
{
	size_t from, i = *at;

	while (i < tag.n && (is_tag_space(tag.s[i]) || tag.s[i] == '/'))
		i++;
	*at = from = i;
	if (i >= tag.n || tag.s[i] == '>')
		return false;
	/* an equals sign where a name should begin belongs to the name */
	for (i++; i < tag.n && !is_tag_space(tag.s[i]) && tag.s[i] != '/' && tag.s[i] != '>' && tag.s[i] != '='; i++)
		continue;
	*a = (struct html_attribute){ .name = span_between(tag.s + from, tag.s + i) };
	*at = skip_space(tag, i);
	if (*at < tag.n && tag.s[*at] == '=')
		*at = read_value(tag, *at + 1, a);
	return true;
}

static size_t
name_length(struct span v)
{
	size_t n = 0;

	while (n < v.n && !is_tag_space(v.s[n]) && v.s[n] != '/' && v.s[n] != '>')
		n++;
	return n;
}

bool
html_find_attribute(struct span tag, struct span name, struct span *value)
{
	struct html_attribute a;
	size_t at = name_length(tag);

	while (html_next_attribute(tag, &at, &a)) {
		if (!span_same(a.name, name))
			continue;
		*value = a.value.s != NULL ? a.value : S("");
		return true;
	}
	return false;
}

/* A tag; false when the page ends in it, as then it is none and nothing follows. */
static bool
read_tag(struct html_lexer *l, struct html_token *t)
{
	struct html_attribute a;
	struct span v = span_from(l->v, l->at);
	size_t at, from;

	t->kind = v.s[1] == '/' ? HTML_TOKEN_END : HTML_TOKEN_START;
	from = t->kind == HTML_TOKEN_END ? 2 : 1;
	t->name = span_head(span_from(v, from), name_length(span_from(v, from)));
	at = from + t->name.n;
	while (html_next_attribute(v, &at, &a))
		continue;
	t->text = span_between(v.s + from, v.s + at);
	advance(l, l->at + at + 1);
	return at < v.n;
}

/* Where a comment ends: at --> or --!>, but <!--> is a whole one. */
static size_t
comment_end(struct span v, size_t at)
{
	for (at += 2; (at = span_find(v, at, S("--"))) < v.n; at++) {
		if (span_starts(span_from(v, at + 2), S(">")))
			return at + 3;
		if (span_starts(span_from(v, at + 2), S("!>")))
			return at + 4;
	}
	return v.n;
}

/* Markup that is not shown: comments, declarations, instructions, end tags without a name. */
static bool
skip_hidden(struct html_lexer *l)
{
	struct span v = span_from(l->v, l->at);
	size_t end;

	if (span_starts(v, S("<!--")))
		end = comment_end(l->v, l->at);
	else if (l->foreign && span_starts(v, S("<![CDATA[")))
		end = span_find(l->v, l->at, S("]]>")) + 3;
	else if (span_starts(v, S("<!")) || span_starts(v, S("<?")) ||
	    (span_starts(v, S("</")) && v.n > 2 && !span_is_alpha(v.s[2])))
		end = span_find_char(l->v, l->at, '>') + 1;
	else
		return false;
	advance(l, end);
	return true;
}

/* Does markup begin at this `<`? */
static bool
is_markup(struct span v, size_t at)
{
	char c = at + 1 < v.n ? v.s[at + 1] : '\0';

	if (c == '/')
		return at + 2 < v.n;
	return span_is_alpha(c) || c == '!' || c == '?';
}

static void
read_text(struct html_lexer *l, struct html_token *t)
{
	size_t end = l->at;

	do
		end = span_find_char(l->v, end + 1, '<');
	while (end < l->v.n && !is_markup(l->v, end));
	t->kind = HTML_TOKEN_TEXT;
	t->name = S("");
	t->text = span_between(l->v.s + l->at, l->v.s + end);
	advance(l, end);
}

bool
html_next(struct html_lexer *l, struct html_token *t)
{
	while (l->at < l->v.n) {
		t->line = l->line;
		if (l->v.s[l->at] != '<' || !is_markup(l->v, l->at)) {
			read_text(l, t);
			return true;
		}
		if (!skip_hidden(l))
			return read_tag(l, t);
	}
	return false;
}

/* Does a tag of that name begin here, after `<` or `</`? */
static bool
is_tag(struct span v, struct span start, struct span name)
{
	char after = v.n > start.n + name.n ? v.s[start.n + name.n] : '\0';

	return span_starts(v, start) && span_starts_same(span_from(v, start.n), name) &&
	    (is_tag_space(after) || after == '/' || after == '>');
}

/* A script may write a script, in <!-- and -->: the inner end tag does not end it. */
struct span
html_raw_text(struct html_lexer *l, struct span name)
{
	bool script = span_same(name, S("script")), comment = false, inner = false;
	size_t from = l->at, at = l->at, dashes = 0;

	for (; (at = span_find_char(l->v, at, '<')) < l->v.n; at++) {
		struct span rest = span_from(l->v, at);

		if (comment && dashes < at) {
			dashes = span_find(l->v, dashes, S("-->"));
			if (dashes < at)
				comment = inner = false;
		}
		if (is_tag(rest, S("</"), name)) {
			if (!inner)
				break;
			inner = false;
		} else if (script && !comment && span_starts(rest, S("<!--"))) {
			comment = true;
			dashes = at + 2;
		} else if (comment && is_tag(rest, S("<"), name)) {
			inner = true;
		}
	}
	advance(l, at);
	return span_between(l->v.s + from, l->v.s + l->at);
}
