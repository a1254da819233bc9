/* SPDX-License-Identifier: ISC */
#include "example_part.h"

#include "die.h"
#include "emoji.h"
#include "io.h"
#include "url.h"
#include "utf8.h"

static bool
is_quote_line(struct span line)
{
	return span_starts(line, S("\"\"")) || span_starts(line, S("““")) || span_starts(line, S("”“"));
}

/* The post between doubled quotes, as it stands in a prompt; else all of the text. */
static struct span
quoted(struct span text)
{
	struct span rest = text, line, start = S("");

	while (span_next(&rest, '\n', &line)) {
		line = span_trim(line);
		if (start.s[0] == '\0' && is_quote_line(line))
			start = span_from(line, line.s[0] == '"' ? 2 : 6);
		if (start.s[0] != '\0' && line.n > 2 && (span_ends(line, S("\"\"")) || span_ends(line, S("””"))))
			return span_between(start.s, line.s + line.n - (span_ends(line, S("\"\"")) ? 2 : 6));
	}
	text = span_trim(text);
	if (text.n > 2 && text.s[0] == '"' && text.s[text.n - 1] == '"')
		return span_head(span_from(text, 1), text.n - 2);
	return text;
}

static struct span
find_url(struct span v)
{
	struct arena arena = { 0 };
	struct urls urls = { 0 };
	struct span url = S("");

	url_find(v, URL_WRITTEN, &urls, &arena);
	if (urls.n > 0)
		url = urls.v[0];
	arena_free(&arena);
	return url;
}

static void
read_lines(struct example *e, struct span text)
{
	struct example_line l = { .blanks = 0 };
	struct buf clean = BUF_INIT;
	struct span line;

	while (span_next(&text, '\n', &line)) {
		buf_cut(&clean, 0);
		utf8_clean(&clean, line);
		if (clean.n == 0) {
			l.blanks += e->n > 0;
			continue;
		}
		l.text = arena_span(&e->arena, buf_view(&clean));
		l.url = find_url(l.text);
		ARENA_PUSH(&e->arena, e, l);
		l = (struct example_line){ .blanks = 0 };
	}
	buf_free(&clean);
}

static bool
is_tags(struct span v)
{
	struct span word;

	while (span_word(&v, &word))
		if (word.s[0] != '#' || word.n == 1)
			return false;
	return true;
}

/* Digits and a point or a bracket, a bullet or an emoji. */
struct span
example_mark(struct span v)
{
	static const struct span marks[] = { SPAN("•"), SPAN("-"), SPAN("*"), SPAN("–"), SPAN("→"), SPAN("▪"),
		SPAN("◦"), SPAN("‣"), SPAN("✓") };
	size_t n = emoji_prefix(v), digits = 0;

	while (n == 0 && digits < v.n && span_is_digit(v.s[digits]))
		digits++;
	if (digits > 0 && digits < v.n && (v.s[digits] == '.' || v.s[digits] == ')'))
		n = digits + 1;
	for (size_t i = 0; n == 0 && i < sizeof(marks) / sizeof(marks[0]); i++)
		if (span_starts(v, marks[i]) && v.n > marks[i].n && v.s[marks[i].n] == ' ')
			n = marks[i].n;
	return span_head(v, n);
}

size_t
example_second(struct span v)
{
	for (size_t i = 1; i + 1 < v.n; i++) {
		if (!span_has(S(".?!"), v.s[i]) || v.s[i + 1] != ' ')
			continue;
		if (v.s[i] != '.' || (i + 2 < v.n && (span_is_upper(v.s[i + 2]) || emoji_at(v, i + 2) > 0)))
			return emoji_strip(span_from(v, i + 2)).n > 0 ? i + 2 : v.n;
	}
	return v.n;
}

struct span
example_call(const struct example_line *l, struct span *joint)
{
	struct span v = l->url.n > 0 ? span_between(l->text.s, l->url.s) : l->text;
	size_t end = v.n, n;
	uint32_t c;

	for (; end > 0; end -= n) {
		c = utf8_before(v, end, &n);
		if (c < 0x80 ? span_is_alnum((char)c) || span_has(S(")!?\"'"), (char)c) : c < 0x2026)
			break;
	}
	*joint = span_from(v, end);
	return emoji_strip(span_head(v, end));
}

static bool
is_lead(struct span v)
{
	v = emoji_strip(v);
	return span_ends(v, S(":"));
}

/* A question, or what opens as the house's hooks do. */
static bool
asks(struct span v)
{
	v = emoji_strip(v);
	return span_ends(v, S("?")) || span_starts_same(v, example_usual(FIELD_HOOK));
}

/* Does the first line do so, or is it a sentence with its stop? It is the headline where another line above
 * the list asks. */
static bool
opens_with_hook(const struct example *e)
{
	struct span first = emoji_strip(e->v[0].text);

	if (span_starts_same(first, example_usual(FIELD_HOOK)))
		return true;
	if (!span_ends(first, S("?")) && !(span_ends(first, S(".")) && span_words(first) > 3))
		return false;
	for (size_t i = 1; i < e->n && !is_lead(e->v[i].text); i++)
		if (asks(e->v[i].text) || asks(span_head(e->v[i].text, example_second(e->v[i].text))))
			return false;
	return true;
}

/* Do the words above the URL at i, which stands alone, call for it? In its own block they do, unless they are
 * the last of a list. */
static bool
calls_for(const struct example *e, size_t i)
{
	const struct example_line *l = &e->v[i - 1];

	if (l->role != FIELD_UNKNOWN)
		return false;
	if (is_lead(l->text) || span_ends(l->text, S("👇")))
		return true;
	return e->v[i].blanks == 0 && (l->blanks > 0 || example_mark(l->text).n == 0);
}

/* Lines whose kind is seen by themselves. */
static void
find_plain(struct example *e)
{
	e->v[0].role = opens_with_hook(e) ? FIELD_HOOK : FIELD_TITLE;
	for (size_t i = 1; i < e->n; i++) {
		struct example_line *l = &e->v[i];
		struct span joint, bare = emoji_strip(l->text);

		if (is_tags(l->text))
			l->role = FIELD_TAG;
		else if (l->url.n > 0 && example_call(l, &joint).n > 0)
			l->role = FIELD_CALL;
		else if (l->url.n > 0)
			l->role = FIELD_URL;
		else if (span_starts_same(bare, S("follow ")) || (span_has(bare, '@') && i > 2))
			l->role = FIELD_FOLLOW;
	}
	for (size_t i = 2; i < e->n; i++)
		if (e->v[i].role == FIELD_URL && calls_for(e, i) && example_find(e, FIELD_CALL) == NULL)
			e->v[i - 1].role = FIELD_CALL;
}

/* How many lines from i on are a list, with nothing else in their block. */
static size_t
list_length(const struct example *e, size_t i)
{
	size_t n = 0;

	while (i + n < e->n && e->v[i + n].role == FIELD_UNKNOWN && (n == 0 || e->v[i + n].blanks == 0)
	    && (example_mark(e->v[i + n].text).n > 0 || (n > 0 && example_mark(e->v[i].text).n == 0)))
		n++;
	return n;
}

/* The longest block of lines that are alike, and the line above that announces it. */
static void
find_list(struct example *e)
{
	size_t best = 0, length = 0, n, from;

	for (size_t i = 1; i < e->n; i++) {
		from = i + is_lead(e->v[i].text);
		if (from < e->n && from > i && e->v[from].role == FIELD_UNKNOWN && e->v[from].blanks == 0) {
			for (n = 0; from + n < e->n && e->v[from + n].role == FIELD_UNKNOWN && e->v[from + n].blanks == 0;)
				n++;
		} else {
			n = list_length(e, from = i);
		}
		if (n > length) {
			best = from;
			length = n;
		}
	}
	if (length < 2)
		return;
	for (size_t i = 0; i < length; i++)
		e->v[best + i].role = FIELD_BULLET;
	if (e->v[best - 1].role == FIELD_UNKNOWN && is_lead(e->v[best - 1].text))
		e->v[best - 1].role = FIELD_LEAD;
}

/* What is left: the hook comes first, then its context; after the list what draws the moral. */
static void
find_rest(struct example *e)
{
	bool hook = e->v[0].role == FIELD_HOOK, list = false, kicker = false;
	bool context = hook && example_second(e->v[0].text) < e->v[0].text.n;

	for (size_t i = 1; i < e->n; i++) {
		struct example_line *l = &e->v[i];

		list |= l->role == FIELD_BULLET;
		if (l->role != FIELD_UNKNOWN)
			continue;
		if (!hook) {
			l->role = FIELD_HOOK;
			context = example_second(l->text) < l->text.n;
			hook = true;
		} else if (!context && !list) {
			l->role = FIELD_CONTEXT;
			context = true;
		} else if (!kicker) {
			l->role = FIELD_KICKER;
			kicker = true;
		}
	}
}

const struct example_line *
example_find(const struct example *e, enum field role)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->v[i].role == role)
			return &e->v[i];
	return NULL;
}

void
example_read(struct example *e, struct span text, const char *file)
{
	struct buf clean = BUF_INIT;

	*e = (struct example){ .n = 0 };
	io_normalise(&clean, text);
	read_lines(e, quoted(buf_view(&clean)));
	if (e->n < 2)
		die_at(file, 1, "no post to learn a format from");
	find_plain(e);
	find_list(e);
	find_rest(e);
	buf_free(&clean);
}
