/* SPDX-License-Identifier: ISC */
#include "html_part.h"

#include "utf8.h"

/* A line in bold that is longer is no heading; one shorter than this was not broken for its width. */
#define HEADING_BYTES 160
#define BROKEN_BYTES 48

/* How far a block's text is emphasised from its start. */
struct run {
	size_t depth, end;
	bool over;
};

struct writer {
	struct html *h;
	struct html_pieces *out;
	size_t top;
	struct buf text, raw;   /* of the open block, clean; scratch */
	struct {
		struct block_line *v;
		size_t n, cap;
	} lines;
	struct run strong, em;
	size_t context;         /* the element in which the text begins */
	size_t bytes, linked, anchored, coded; /* of the text, without blanks between its pieces */
	size_t code;            /* elements open */
	size_t pre;             /* the one open, or 0 */
	bool blank, broken;     /* white space is due; a line break was the last thing */
	bool image, anchor;
};

static void
meet(struct run *run, size_t end)
{
	if (run->depth == 0)
		run->over = true;
	if (!run->over)
		run->end = end;
}

static void
change(struct run *run, bool closes)
{
	if (!closes)
		run->depth++;
	else if (run->depth > 0)
		run->depth--;
}

/* No white space before a stop with which a line or an element begins. */
static bool
is_glued(struct span v)
{
	return span_has(S(".,;"), v.s[0]) && (v.n == 1 || v.s[1] == ' ');
}

/* Notes what was added to the text from byte `at` on. */
static void
count(struct writer *w, const struct html_node *n, size_t at, size_t line)
{
	struct block_line mark = { at, line };
	size_t bytes = w->text.n - at;

	if (w->bytes == 0)
		w->context = n->parent;
	if (w->lines.n == 0 || w->lines.v[w->lines.n - 1].line != line)
		ARENA_PUSH(w->h->arena, &w->lines, mark);
	w->bytes += bytes;
	w->linked += n->flags & HTML_LINKED ? bytes : 0;
	w->anchored += n->flags & HTML_LINKED && w->anchor ? bytes : 0;
	w->coded += w->code > 0 ? bytes : 0;
	meet(&w->strong, w->text.n);
	meet(&w->em, w->text.n);
	w->blank = w->broken = false;
}

/* One line's piece of text, its references replaced. */
static void
put(struct writer *w, struct span v, const struct html_node *n, size_t line)
{
	size_t before = w->text.n, at, width;

	if (v.n == 0)
		return;
	w->blank |= utf8_is_blank(utf8_decode(v, 0, &width));
	if (w->blank && w->text.n > 0 && !is_glued(v))
		buf_char(&w->text, ' ');
	at = w->text.n;
	utf8_clean(&w->text, v);
	if (w->text.n > at)
		count(w, n, at, line);
	else
		buf_cut(&w->text, before);
	w->blank |= utf8_is_blank(utf8_before(v, v.n, &width));
}

/* Is all the text so far bold? */
static bool
is_bold(const struct writer *w, size_t most)
{
	return w->bytes > 0 && w->strong.end == w->text.n && w->text.n < most;
}

/* A short line in bold that the author ended there, as a heading in its paragraph: NAME, then the text. */
static bool
ends_heading(const struct writer *w, struct span text)
{
	struct span next = span_ltrim(text);

	return is_bold(w, BROKEN_BYTES) && w->strong.over && span_starts(text, S("\n")) && next.n > 0 &&
	    span_is_upper(next.s[0]) && span_is_alnum(w->text.s[w->text.n - 1]);
}

static void
put_text(struct writer *w, const struct html_node *n)
{
	struct span rest = n->text, part;
	size_t line = n->line;

	if (ends_heading(w, n->text))
		flush(w);
	for (; span_next(&rest, '\n', &part); line++) {
		buf_cut(&w->raw, 0);
		html_decode(part, false, &w->raw);
		put(w, buf_view(&w->raw), n, line);
		w->blank |= rest.s != NULL;
	}
}

/* What the elements around a text make of it. */
struct around {
	enum block_kind kind;
	unsigned level;
	bool ordered, term, foot;
	size_t item;    /* the item whose first paragraph it is, or 0 */
};

static bool
is_foot(const struct html *h, size_t at)
{
	if (!(h->v[at].flags & HTML_FOOT))
		return false;
	return h->v[at].kind != HTML_CITE || h->v[h->v[at].parent].flags & HTML_QUOTE;
}

static void
look_at(struct around *a, const struct html *h, size_t at, bool *settled)
{
	const struct html_node *n = &h->v[at];

	if (n->flags & HTML_LIST && a->kind == BLOCK_ITEM && a->level++ == 0)
		a->ordered = html_is(n, S("ol"));
	if (n->flags & HTML_HEADING) {
		*a = (struct around){ .kind = BLOCK_HEADING, .level = (unsigned)(n->text.s[1] - '0') };
		*settled = true;
	}
	a->foot |= is_foot(h, at) && a->kind == BLOCK_PARA;
	a->term |= (n->flags & HTML_TERM) != 0;
	if (*settled)
		return;
	if (n->flags & HTML_ITEM) {
		*settled = true;
		if (!(n->flags & HTML_USED)) {
			a->kind = BLOCK_ITEM;
			a->item = at;
		}
	} else if (n->flags & HTML_QUOTE) {
		*settled = true;
		a->kind = BLOCK_QUOTE;
	}
}

static struct around
look_around(const struct writer *w)
{
	struct around a = { .kind = BLOCK_PARA };
	bool settled = false;

	for (size_t i = w->context;; i = w->h->v[i].parent) {
		look_at(&a, w->h, i, &settled);
		if (i <= w->top)
			break;
	}
	if (a.kind == BLOCK_ITEM && a.level == 0)
		a.level = 1;
	return a;
}

/* The name under a quotation is that of the speaker. */
static void
name_speaker(struct writer *w)
{
	struct article *art = w->h->art;
	struct span name = buf_view(&w->text);
	size_t width;

	while (name.n > 0 && (name.s[0] == '-' || name.s[0] == '~' || span_is_space(name.s[0]) ||
	    utf8_decode(name, 0, &width) == 0x2014 || utf8_decode(name, 0, &width) == 0x2013))
		name = span_from(name, (unsigned char)name.s[0] >= 0x80 ? 3 : 1);
	if (name.n == 0 || span_words(name) > HTML_NAME_WORDS)
		return;
	name = arena_span(w->h->arena, name);
	for (size_t i = art->n; i > 0 && art->v[i - 1].kind == BLOCK_QUOTE && art->v[i - 1].speaker.n == 0; i--)
		art->v[i - 1].speaker = name;
}

static void
add_block(struct writer *w, const struct around *a)
{
	struct html_piece piece = { .linked = w->linked == w->bytes,
		.own = html_is(&w->h->v[w->context], S("p")) || a->kind != BLOCK_PARA };
	struct block *b = article_add(w->h->art, a->kind, buf_view(&w->text), w->lines.v[0].line);

	if (b == NULL)
		return;
	b->level = a->level;
	b->ordered = a->ordered;
	b->lines = ARENA_ARRAY(w->h->arena, struct block_line, w->lines.n);
	memcpy(b->lines, w->lines.v, w->lines.n * sizeof(*b->lines));
	b->nlines = b->line_cap = w->lines.n;
	piece.style = (struct markdown_style){ .strong = a->term ? b->text.n : w->strong.end, .em = w->em.end,
		.image = w->image, .anchor = w->anchored == w->bytes, .code = w->coded == w->bytes };
	if (piece.style.code && b->kind == BLOCK_PARA)
		b->kind = BLOCK_CODE;
	ARENA_PUSH(w->h->arena, w->out, piece);
	w->image = false;
	if (a->item > 0)
		w->h->v[a->item].flags |= HTML_USED;
}

static void
flush(struct writer *w)
{
	if (w->bytes > 0) {
		struct around a = look_around(w);

		if (!a.foot)
			add_block(w, &a);
		else
			name_speaker(w);
	}
	buf_cut(&w->text, 0);
	w->lines.n = 0;
	w->bytes = w->linked = w->anchored = w->coded = 0;
	w->strong.end = w->em.end = 0;
	w->strong.over = w->em.over = false;
	w->blank = w->broken = false;
}

/* Lines of code, as they stand. */
static void
put_code(struct writer *w, size_t line)
{
	struct html_piece piece = { .own = true };
	struct span rest = buf_view(&w->text), part;
	struct block *b = NULL;

	for (; span_next(&rest, '\n', &part); line++)
		if (b != NULL)
			article_continue(w->h->art, b, part, line);
		else
			b = article_add(w->h->art, BLOCK_CODE, part, line);
	if (b != NULL)
		ARENA_PUSH(w->h->arena, w->out, piece);
	buf_cut(&w->text, 0);
	w->image = false;
}

/* What a raised text is: a note's number goes; an exponent is told from its base. */
static void
superscript(struct writer *w, struct html_walk *walk)
{
	const struct html_node *n = &w->h->v[walk->node];
	struct span v = html_text(w->h, walk->node);
	size_t letters = 0, digits = 0;
	bool linked = walk->node + 2 < n->end && w->h->v[walk->node + 2].flags & HTML_LINKED;

	for (size_t i = 0; i < v.n; i++) {
		letters += span_is_alpha(v.s[i]);
		digits += span_is_digit(v.s[i]);
	}
	if ((letters > 0 && v.s[0] != '[') || (digits == 0 && !linked && v.n > 0 && v.s[0] != '['))
		return;
	if (!linked && w->text.n > 0 && span_is_digit(w->text.s[w->text.n - 1]) && v.s[0] != '[') {
		buf_char(&w->text, '^');
		return;
	}
	html_skip(walk);
}

static void
put_quote_mark(struct writer *w, const struct html_node *n)
{
	if (n->flags & HTML_CLOSE)
		w->blank = false;
	put(w, n->flags & HTML_CLOSE ? S("\xE2\x80\x9D") : S("\xE2\x80\x9C"), n, n->line);
	w->blank = false;
}

/* Two line breaks end a paragraph; one does when all before it is bold, as a heading would be. */
static void
line_break(struct writer *w)
{
	if ((w->bytes > 0 && w->broken) || is_bold(w, HEADING_BYTES))
		flush(w);
	w->broken = w->blank = true;
}

/* A note in italics, glued to the stop of the paragraph before it. */
static bool
begins_note(const struct writer *w, size_t em)
{
	const struct html_node *n = &w->h->v[em];
	struct span next = n->end < w->h->n ? w->h->v[n->end].text : S("");

	return !(n->flags & HTML_CLOSE) && w->bytes > 0 && !w->blank && next.n > 0 && span_is_upper(next.s[0]) &&
	    span_has(S(".!?)"), w->text.s[w->text.n - 1]);
}

static void
enter(struct writer *w, struct html_walk *walk)
{
	const struct html_node *n = &w->h->v[walk->node];
	struct span href;

	switch (n->kind) {
	case HTML_TEXT: put_text(w, n); return;
	case HTML_STRONG:
		change(&w->strong, n->flags & HTML_CLOSE);
		/* a label in bold ends where its run does */
		w->strong.over |= w->strong.depth == 0 && w->strong.end > 0;
		return;
	case HTML_EM:
		if (begins_note(w, walk->node))
			flush(w);
		change(&w->em, n->flags & HTML_CLOSE);
		return;
	case HTML_Q: put_quote_mark(w, n); return;
	case HTML_LINE: line_break(w); return;
	case HTML_STRUCK: html_skip(walk); return;
	case HTML_SUP: superscript(w, walk); return;
	case HTML_A:
		w->anchor = !(n->flags & HTML_CLOSE) && html_find_attribute(n->text, S("href"), &href) &&
		    span_starts(href, S("#"));
		return;
	case HTML_CITE: change(&w->em, false); break;
	}
	if (n->flags & HTML_BLOCK || is_foot(w->h, walk->node))
		flush(w);
	w->code += (n->flags & HTML_CODE) != 0;
	w->image |= n->flags & HTML_IMAGE && w->bytes == 0;
}

static void
leave(struct writer *w, const struct html_walk *walk)
{
	const struct html_node *n = &w->h->v[walk->node];

	if (n->kind == HTML_CITE)
		change(&w->em, true);
	if (n->flags & HTML_BLOCK || is_foot(w->h, walk->node))
		flush(w);
	w->code -= (n->flags & HTML_CODE) != 0;
}

/* All the text in a pre, on its lines. */
static void
read_code(struct writer *w, size_t pre)
{
	size_t line = w->h->v[pre].line;
	bool first = true;

	flush(w);
	for (size_t i = pre + 1; i < w->h->v[pre].end; i++) {
		const struct html_node *n = &w->h->v[i];

		if (n->kind == HTML_LINE)
			buf_char(&w->text, '\n');
		if (n->kind != HTML_TEXT)
			continue;
		line = first ? n->line : line;
		first = false;
		html_decode(n->text, false, &w->text);
	}
	put_code(w, line);
}

void
html_write(struct html *h, size_t top, struct html_pieces *out)
{
	struct writer w = { .h = h, .out = out, .top = top };
	struct html_walk walk = html_walk(h, top);

	while (html_step(&walk)) {
		const struct html_node *n = &h->v[walk.node];

		if (walk.leaves) {
			leave(&w, &walk);
		} else if (n->flags & HTML_DROP && n->kind != HTML_A) {
			if (n->flags & HTML_BLOCK)
				flush(&w);
			html_skip(&walk);
		} else if (n->flags & HTML_PRE) {
			read_code(&w, walk.node);
			html_skip(&walk);
		} else {
			enter(&w, &walk);
		}
	}
	flush(&w);
	buf_free(&w.text);
	buf_free(&w.raw);
}
