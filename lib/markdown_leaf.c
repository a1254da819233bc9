/* SPDX-License-Identifier: ISC */
#include "markdown.h"

size_t
markdown_spaces(struct span v)
{
	size_t n = 0;

	while (n < v.n && v.s[n] == ' ')
		n++;
	return n;
}

bool
markdown_is_blank(struct span v)
{
	return markdown_spaces(v) == v.n;
}

size_t
markdown_run(struct span v, char c)
{
	size_t n = 0;

	while (n < v.n && v.s[n] == c)
		n++;
	return n;
}

/* ---, * * *, ___ */
bool
markdown_is_rule(struct span v)
{
	size_t n = 0;

	if (v.n < 3 || (v.s[0] != '-' && v.s[0] != '*' && v.s[0] != '_'))
		return false;
	for (size_t i = 0; i < v.n; i++) {
		if (v.s[i] != v.s[0] && v.s[i] != ' ')
			return false;
		n += v.s[i] == v.s[0];
	}
	return n >= 3;
}

size_t
markdown_heading_level(struct span v)
{
	size_t n = markdown_run(v, '#');

	return n > 6 || (n < v.n && v.s[n] != ' ') ? 0 : n;
}

/* |---|:--:| */
static bool
is_delimiter_row(struct span v)
{
	size_t bars = 0, dashes = 0;

	for (size_t i = 0; i < v.n; i++) {
		bars += v.s[i] == '|' || v.s[i] == '+';
		dashes += v.s[i] == '-' || v.s[i] == '=';
		if (!span_has(S("|+-=: "), v.s[i]))
			return false;
	}
	return bars > 0 && dashes > 0;
}

size_t
markdown_fence(struct span v)
{
	size_t n = v.n > 0 && (v.s[0] == '`' || v.s[0] == '~') ? markdown_run(v, v.s[0]) : 0;

	return n < 3 || (v.s[0] == '`' && span_find_char(v, n, '`') < v.n) ? 0 : n;
}

/* Is the line at v the start of a block of HTML? Any tag that fills its line will do, but that does
 * not interrupt a paragraph. */
bool
markdown_is_html(const struct markdown *m, struct span v)
{
	struct span name;
	bool closing;
	size_t n;

	if (v.n < 2 || v.s[0] != '<')
		return false;
	n = markdown_tag(v, &name, &closing);
	if (n == 0 || name.n == 0)
		return false;
	return markdown_is_block_tag(name) || (m->leaf != LEAF_PARA && markdown_is_blank(span_from(v, n)));
}

const struct markdown_container *
markdown_item(const struct markdown *m)
{
	return m->depth > 0 && !m->stack[m->depth - 1].quote ? &m->stack[m->depth - 1] : NULL;
}

/* What a paragraph is, by the containers around it. */
static void
set_kind(struct markdown *m)
{
	const struct markdown_container *item = markdown_item(m);

	m->kind = BLOCK_PARA;
	m->level = 0;
	m->ordered = false;
	for (size_t i = 0; i < m->depth; i++) {
		if (m->stack[i].quote)
			m->kind = BLOCK_QUOTE;
		else
			m->level++;
	}
	if (item != NULL && !item->used) {
		m->kind = BLOCK_ITEM;
		m->ordered = item->ordered;
		m->stack[m->depth - 1].used = true;
	} else {
		m->level = 0;
	}
}

/* Indented, but to be read: an item's text whose author counted the blanks differently. */
static bool
is_prose(struct span v)
{
	size_t odd = 0, words = span_words(v);

	v = span_trim(v);
	for (size_t i = 0; i < v.n; i++)
		odd += span_has(S("{}=;$|\\"), v.s[i]);
	return words >= 6 && odd * 6 < words && (span_is_upper(v.s[0]) || v.s[0] == '<' || v.s[0] == '*' ||
	    v.s[0] == '"' || (unsigned char)v.s[0] >= 0x80);
}

static void
add_code(struct markdown *m)
{
	struct span rest = buf_view(&m->para), line;
	struct block *b = NULL;
	size_t n = m->para_line;

	for (; span_next(&rest, '\n', &line); n++) {
		if (b == NULL)
			b = article_add(m->art, BLOCK_CODE, line, n);
		else
			article_continue(m->art, b, line, n);
	}
	while (m->styles.n < m->art->n - m->first)
		ARENA_PUSH(m->arena, &m->styles, (struct markdown_style){ 0 });
	m->after_image = false;
}

void
markdown_close_leaf(struct markdown *m)
{
	enum markdown_leaf leaf = m->leaf;
	bool code = leaf == LEAF_FENCE || (leaf == LEAF_CODE && !is_prose(buf_view(&m->para)));

	m->leaf = LEAF_NONE;
	if (m->para.n == 0)
		return;
	if (code) {
		add_code(m);
	} else {
		set_kind(m);
		markdown_inline(m, buf_view(&m->para), m->para_line);
	}
	buf_cut(&m->para, 0);
}

void
markdown_add_line(struct markdown *m, enum markdown_leaf leaf, struct span v, size_t number)
{
	if (m->leaf != leaf || m->alone) {
		markdown_close_leaf(m);
		m->leaf = leaf;
	}
	m->alone = false;
	if (m->para.n == 0)
		m->para_line = number;
	else
		buf_char(&m->para, '\n');
	/* lines that a closed construct left empty still count */
	buf_add(&m->para, v.n > 0 ? v : S(" "));
}

static void
read_heading(struct markdown *m, struct span v, size_t level, size_t number)
{
	struct span text = span_trim(span_from(v, level)), head;

	markdown_close_leaf(m);
	head = span_rtrim(text);
	while (head.n > 0 && head.s[head.n - 1] == '#')
		head.n--;
	if (head.n == 0 || head.s[head.n - 1] == ' ')
		text = span_rtrim(head);
	m->html = (struct markdown_html){ 0 };
	m->kind = BLOCK_HEADING;
	m->level = (unsigned)level;
	m->ordered = false;
	markdown_inline(m, text, number);
	m->kind = BLOCK_PARA;
}

/* `key: value`: with `---` under it, somebody's front matter that slipped. */
static bool
is_stray(struct span v)
{
	size_t n = 0;

	while (n < v.n && (span_is_lower(v.s[n]) || v.s[n] == '_'))
		n++;
	return n > 0 && span_starts(span_from(v, n), S(": ")) && span_find_char(v, 0, '\n') == v.n;
}

/* A rule under a short paragraph makes it a heading. Under prose, the author meant a rule. */
static bool
read_underline(struct markdown *m, struct span v)
{
	struct span text = buf_view(&m->para);
	size_t n = v.n > 0 && (v.s[0] == '=' || v.s[0] == '-') ? markdown_run(v, v.s[0]) : 0, before;

	if (m->leaf != LEAF_PARA || n == 0 || !markdown_is_blank(span_from(v, n)))
		return false;
	if (v.s[0] == '-' && (text.n > 160 || (text.n > 80 && text.s[text.n - 1] == '.')))
		return false;
	m->leaf = LEAF_NONE;
	m->html = (struct markdown_html){ 0 };
	m->kind = BLOCK_HEADING;
	m->level = v.s[0] == '=' ? 1 : 2;
	m->ordered = false;
	before = m->art->n;
	markdown_inline(m, text, m->para_line);
	for (; before < m->art->n; before++)
		m->art->v[before].aside = is_stray(text);
	m->kind = BLOCK_PARA;
	buf_cut(&m->para, 0);
	return true;
}

/* A table's second line: the first one, a paragraph until now, goes too. */
static bool
read_table(struct markdown *m, struct span v)
{
	struct span para = buf_view(&m->para);
	size_t last = para.n;

	if (m->leaf == LEAF_TABLE)
		return span_find_char(v, 0, '|') < v.n || is_delimiter_row(v);
	if (!is_delimiter_row(v) || m->leaf == LEAF_CODE)
		return false;
	if (m->leaf == LEAF_PARA) {
		while (last > 0 && para.s[last - 1] != '\n')
			last--;
		if (span_find_char(para, last, '|') == para.n)
			return false;
		buf_cut(&m->para, last > 0 ? last - 1 : 0);
	}
	markdown_close_leaf(m);
	m->leaf = LEAF_TABLE;
	return true;
}

/* A line that stands between two marks and has none inside. */
static bool
is_marked(struct span v, struct span mark)
{
	v = span_rtrim(v);
	if (v.n <= 2 * mark.n || !span_starts(v, mark) || !span_ends(v, mark))
		return false;
	v = span_head(span_from(v, mark.n), v.n - 2 * mark.n);
	return span_find_char(v, 0, mark.s[0]) == v.n && !span_is_space(v.s[0]);
}

/* A heading in bold, a caption or a note in italics that shares its paragraph with others, each
 * on a line of its own. */
static bool
stands_apart(const struct markdown *m, struct span v)
{
	struct span para = buf_view(&m->para);

	if (m->leaf != LEAF_PARA && v.n < 160)
		return is_marked(v, S("**")) || is_marked(v, S("__"));
	if (!is_marked(v, S("*")) && !is_marked(v, S("_")))
		return false;
	return m->leaf == LEAF_PARA && ((v.n > 60 && span_ends(para, S("."))) || para.s[0] == '!');
}

static void
read_text(struct markdown *m, struct span v, size_t number)
{
	bool apart = stands_apart(m, v);

	if (apart && m->leaf == LEAF_PARA)
		markdown_close_leaf(m);
	markdown_add_line(m, LEAF_PARA, v, number);
	m->alone = apart;
}

/* What is left of the line when the containers are off. */
void
markdown_read_leaf(struct markdown *m, struct span v, size_t number)
{
	size_t n = markdown_spaces(v), level;
	struct span at = span_from(v, n);

	if (m->leaf == LEAF_CODE && n < 4)
		markdown_close_leaf(m);
	if (n > 3 && m->leaf != LEAF_PARA && m->leaf != LEAF_HTML && m->depth < MARKDOWN_DEPTH &&
	    !markdown_is_html(m, at)) {
		markdown_add_line(m, LEAF_CODE, span_from(v, 4), number);
		return;
	}
	if (n <= 3 && (level = markdown_heading_level(at)) > 0) {
		read_heading(m, at, level, number);
	} else if (m->leaf == LEAF_HTML) {
		markdown_add_line(m, LEAF_HTML, at, number);
	} else if (n <= 3 && markdown_fence(at) > 0) {
		markdown_close_leaf(m);
		m->leaf = LEAF_FENCE;
		m->fence = at.s[0];
		m->fence_n = markdown_fence(at);
	} else if (read_underline(m, at) || read_table(m, at)) {
		return;
	} else if (markdown_is_rule(at)) {
		markdown_close_leaf(m);
	} else if (markdown_is_html(m, at)) {
		markdown_add_line(m, LEAF_HTML, at, number);
	} else {
		read_text(m, at, number);
	}
}
