/* SPDX-License-Identifier: ISC */
#include "html.h"

#include "tab.h"

extern const struct tab tab_htmltag;

#define TAGS 128

/* Some of the tags of the table. */
struct tag_set {
	uint64_t bit[TAGS / 64];
};

struct tag {
	uint32_t flags;
	uint8_t kind;
	struct tag_set closes, within;
};

struct builder {
	struct html *h;
	struct html_lexer lex;
	struct tag *tag;       /* by row plus one */
	uint32_t open[HTML_DEPTH];
	size_t depth;
	size_t deep;           /* elements open beyond HTML_DEPTH, which have no node on the stack */
	size_t link;           /* the depth at which the open link began; 0: none */
	bool body;             /* something that is no part of the head was seen */
};

static const struct {
	struct span word;
	uint32_t flag;
} flag_words[] = {
	{ SPAN("block"), HTML_BLOCK }, { SPAN("void"), HTML_VOID }, { SPAN("raw"), HTML_RAW },
	{ SPAN("rcdata"), HTML_RCDATA }, { SPAN("drop"), HTML_DROP }, { SPAN("wall"), HTML_WALL },
	{ SPAN("head"), HTML_HEAD }, { SPAN("top"), HTML_TOP }, { SPAN("foreign"), HTML_FOREIGN },
	{ SPAN("heading"), HTML_HEADING }, { SPAN("list"), HTML_LIST }, { SPAN("item"), HTML_ITEM },
	{ SPAN("quote"), HTML_QUOTE }, { SPAN("pre"), HTML_PRE }, { SPAN("code"), HTML_CODE },
	{ SPAN("table"), HTML_TABLE }, { SPAN("row"), HTML_TABLE }, { SPAN("cell"), HTML_TABLE },
	{ SPAN("image"), HTML_IMAGE }, { SPAN("term"), HTML_TERM }, { SPAN("figure"), HTML_FIGURE },
	{ SPAN("caption"), HTML_FOOT }, { SPAN("foot"), HTML_FOOT }, { SPAN("cite"), HTML_FOOT },
	{ SPAN("chrome"), HTML_CHROME }, { SPAN("main"), HTML_MAIN }, { SPAN("article"), HTML_ARTICLE },
	{ SPAN("form"), HTML_FORM },
};

static const struct {
	struct span word;
	enum html_kind kind;
} kind_words[] = {
	{ SPAN("strong"), HTML_STRONG }, { SPAN("em"), HTML_EM }, { SPAN("q"), HTML_Q },
	{ SPAN("link"), HTML_A }, { SPAN("line"), HTML_LINE }, { SPAN("sup"), HTML_SUP },
	{ SPAN("struck"), HTML_STRUCK }, { SPAN("cite"), HTML_CITE },
};

#define COUNT(v) (sizeof(v) / sizeof((v)[0]))

static bool
set_has(const struct tag_set *set, size_t tag)
{
	return set->bit[tag / 64] >> tag % 64 & 1;
}

static struct tag_set
read_set(struct span names)
{
	struct tag_set set = { { 0 } };
	struct span name;

	while (span_word(&names, &name)) {
		size_t row = tab_find(&tab_htmltag, name);

		if (row != TAB_NONE)
			set.bit[(row + 1) / 64] |= (uint64_t)1 << (row + 1) % 64;
	}
	return set;
}

static struct tag
read_row(size_t row)
{
	struct tag tag = { .kind = HTML_ELEMENT };
	struct span rest = tab_cell(&tab_htmltag, row, 2), word;

	while (span_word(&rest, &word)) {
		for (size_t i = 0; i < COUNT(flag_words); i++)
			if (span_eq(word, flag_words[i].word))
				tag.flags |= flag_words[i].flag;
		for (size_t i = 0; i < COUNT(kind_words); i++)
			if (span_eq(word, kind_words[i].word))
				tag.kind = (uint8_t)kind_words[i].kind;
	}
	tag.closes = read_set(tab_cell(&tab_htmltag, row, 3));
	tag.within = read_set(tab_cell(&tab_htmltag, row, 4));
	return tag;
}

static struct tag *
read_table(struct arena *a)
{
	struct tag *tag = ARENA_ARRAY(a, struct tag, TAGS);

	for (size_t row = 0; row < tab_htmltag.rows && row + 1 < TAGS; row++)
		tag[row + 1] = read_row(row);
	return tag;
}

static struct html_node *
node_at(const struct builder *b, size_t depth)
{
	return &b->h->v[b->open[depth]];
}

static struct html_node *
add(struct builder *b, struct span text, size_t line)
{
	struct html_node node = { .text = text, .line = line, .end = (uint32_t)b->h->n + 1 };

	node.parent = b->depth > 0 ? b->open[b->depth - 1] : 0;
	ARENA_PUSH(b->h->arena, b->h, node);
	return &b->h->v[b->h->n - 1];
}

static void
pop(struct builder *b, size_t depth)
{
	while (b->depth > depth)
		node_at(b, --b->depth)->end = (uint32_t)b->h->n;
	if (b->link > depth)
		b->link = 0;
}

static void
push(struct builder *b)
{
	if (b->depth < HTML_DEPTH)
		b->open[b->depth++] = (uint32_t)b->h->n - 1;
	else
		b->deep++;
}

/* Ends what the tag's start implies the end of: the outermost of those open inside of its walls. */
static void
close_implied(struct builder *b, const struct tag *tag)
{
	size_t to = b->depth;

	if (tag->closes.bit[0] == 0 && tag->closes.bit[1] == 0)
		return;
	for (size_t i = b->depth; i > 1; i--) {
		const struct html_node *n = node_at(b, i - 1);

		if (set_has(&tag->within, n->tag))
			break;
		if (set_has(&tag->closes, n->tag))
			to = i - 1;
		else if (n->flags & HTML_WALL && !(tag->flags & HTML_TABLE))
			break;
	}
	if (b->deep == 0)
		pop(b, to);
}

/* A tag of HTML inside of svg or math ends it, but for the places where HTML may stand. */
static void
leave_foreign(struct builder *b)
{
	for (size_t i = b->depth; i > 1; i--) {
		if (node_at(b, i - 1)->flags & HTML_WALL)
			return;
		if (node_at(b, i - 1)->flags & HTML_FOREIGN) {
			pop(b, i - 1);
			return;
		}
	}
}

static bool
is_foreign(const struct builder *b)
{
	for (size_t i = b->depth; i > 1; i--)
		if (node_at(b, i - 1)->flags & HTML_FOREIGN)
			return true;
	return false;
}

/* What is no part of the head ends it. */
static void
leave_head(struct builder *b, const struct tag *tag)
{
	if (tag->flags & (HTML_HEAD | HTML_TOP) || b->body)
		return;
	for (size_t i = b->depth; i > 1; i--)
		if (html_is(node_at(b, i - 1), S("head")))
			pop(b, i - 1);
	b->body = true;
}

/* The text inside of an element that holds no other. */
static void
add_raw(struct builder *b, const struct html_token *t)
{
	size_t line = b->lex.line;
	struct span text = html_raw_text(&b->lex, t->name);
	struct html_node *n;

	if (text.n == 0 || b->depth == HTML_DEPTH)
		return;
	b->open[b->depth++] = (uint32_t)b->h->n - 1;
	n = add(b, text, line);
	n->kind = HTML_TEXT;
	pop(b, b->depth - 1);
}

static void
start_element(struct builder *b, const struct html_token *t, size_t row)
{
	const struct tag *tag = &b->tag[row];
	struct html_node *n = add(b, t->text, t->line);
	bool empty = tag->flags & HTML_VOID || (b->lex.foreign && span_ends(t->text, S("/")));

	n->tag = (uint16_t)row;
	n->kind = tag->kind;
	n->flags = tag->flags | html_class(t->text);
	/* what a browser cannot hide, or only until its scripts have run */
	if (html_is(n, S("html")) || html_is(n, S("body")))
		n->flags &= ~(uint32_t)(HTML_DROP | HTML_CHROME | HTML_WEAK | HTML_BYLINE);
	if (tag->flags & (HTML_RAW | HTML_RCDATA))
		add_raw(b, t);
	else if (!empty)
		push(b);
	if (tag->flags & HTML_FOREIGN)
		b->lex.foreign = true;
}

/* A link is a state, not an element: one that is never closed must not swallow the page. */
static void
start_link(struct builder *b, const struct html_token *t)
{
	struct span href;
	struct html_node *n = add(b, t->text, t->line);

	n->kind = HTML_A;
	n->flags = html_class(t->text);
	if (html_find_attribute(t->text, S("href"), &href))
		b->link = b->depth;
	else
		b->link = 0;
}

static bool
is_mark(uint8_t kind)
{
	return kind == HTML_STRONG || kind == HTML_EM || kind == HTML_Q || kind == HTML_A;
}

static size_t
tag_of(struct span name)
{
	size_t row = tab_find_lower(&tab_htmltag, name);

	return row != TAB_NONE && row + 1 < TAGS ? row + 1 : 0;
}

static void
start(struct builder *b, const struct html_token *t)
{
	size_t row = tag_of(t->name);
	const struct tag *tag = &b->tag[row];

	if (tag->flags & HTML_TOP && (b->body || b->depth > (html_is(node_at(b, b->depth - 1), S("html")) ? 2u : 1u)))
		return;
	if (b->lex.foreign && tag->flags & HTML_BLOCK)
		leave_foreign(b);
	if (b->lex.foreign)
		b->lex.foreign = is_foreign(b);
	leave_head(b, tag);
	close_implied(b, tag);
	if (tag->flags & HTML_HEADING && b->deep == 0 && node_at(b, b->depth - 1)->flags & HTML_HEADING)
		pop(b, b->depth - 1);
	if (tag->kind == HTML_A) {
		start_link(b, t);
	} else if (is_mark(tag->kind)) {
		struct html_node *n = add(b, t->text, t->line);

		n->kind = tag->kind;
		n->tag = (uint16_t)row;
	} else {
		start_element(b, t, row);
	}
}

/* Elements of a name without a row of the table are told apart by it. */
static bool
is_same_element(const struct html_node *n, size_t row, struct span name)
{
	return n->tag == row && (row > 0 || html_is(n, name));
}

/* The depth of the element that an end tag ends; 0 when there is none to end. */
static size_t
find_open(const struct builder *b, size_t row, struct span name)
{
	uint32_t flags = b->tag[row].flags;

	for (size_t i = b->depth; i > 1; i--) {
		const struct html_node *n = node_at(b, i - 1);

		if (is_same_element(n, row, name) || (flags & n->flags & HTML_HEADING))
			return i - 1;
		if (!(flags & HTML_BLOCK) && n->flags & HTML_BLOCK)
			return 0;
		if (flags & HTML_ITEM && n->flags & HTML_LIST)
			return 0;
		if (n->flags & HTML_WALL && (!(flags & HTML_TABLE) || html_is(n, S("table"))))
			return 0;
	}
	return 0;
}

static void
end(struct builder *b, const struct html_token *t)
{
	size_t row = tag_of(t->name), depth;
	const struct tag *tag = &b->tag[row];

	if (is_mark(tag->kind) || tag->kind == HTML_LINE) {
		struct html_node *n = add(b, t->text, t->line);

		n->kind = tag->kind;
		n->flags = tag->kind == HTML_LINE ? 0 : HTML_CLOSE;
		if (tag->kind == HTML_A)
			b->link = 0;
		return;
	}
	if (span_same(t->name, S("body")) || span_same(t->name, S("html")))
		return;
	if (b->deep > 0) {
		b->deep -= !(tag->flags & HTML_VOID);
		add(b, t->text, t->line)->flags = tag->flags & HTML_BLOCK;
		return;
	}
	depth = find_open(b, row, t->name);
	if (depth > 0)
		pop(b, depth);
	if (b->lex.foreign)
		b->lex.foreign = is_foreign(b);
}

static void
text(struct builder *b, const struct html_token *t)
{
	struct html_node *n;
	bool blank = span_trim(t->text).n == 0;

	if (!blank)
		leave_head(b, &(struct tag){ 0 });
	n = add(b, t->text, t->line);
	n->kind = HTML_TEXT;
	if (b->link > 0)
		n->flags |= HTML_LINKED;
}

bool
html_is(const struct html_node *n, struct span name)
{
	char after = n->text.n > name.n ? n->text.s[name.n] : ' ';

	return n->kind != HTML_TEXT && span_starts_same(n->text, name) && (span_is_space(after) || after == '/');
}

void
html_tree(struct html *h, struct span page, size_t line)
{
	struct builder b = { .h = h, .lex = { .v = page, .line = line } };
	struct html_token t;

	b.tag = read_table(h->arena);
	add(&b, S(""), line);
	push(&b);
	while (h->n < HTML_NODES_MAX && html_next(&b.lex, &t)) {
		if (t.kind == HTML_TOKEN_TEXT)
			text(&b, &t);
		else if (t.kind == HTML_TOKEN_START)
			start(&b, &t);
		else
			end(&b, &t);
	}
	pop(&b, 0);
}
