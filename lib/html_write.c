/* SPDX-License-Identifier: ISC */
#include "html_part.h"

/* A line in bold that is longer is no heading; one shorter than this was not broken for its width. */
#define HEADING_BYTES 160
#define BROKEN_BYTES 48

static void
change(struct html_run *run, bool closes)
{
	if (!closes)
		run->depth++;
	else if (run->depth > 0)
		run->depth--;
}

/* Is all the text so far bold? */
static bool
is_bold(const struct html_writer *w, size_t most)
{
	return w->bytes > 0 && w->strong.end == w->text.n && w->text.n < most;
}

/* A short line in bold that the author ended there, as a heading in its paragraph: NAME, then the text. */
static bool
ends_heading(const struct html_writer *w, struct span text)
{
	struct span next = span_ltrim(text);

	return is_bold(w, BROKEN_BYTES) && w->strong.over && span_starts(text, S("\n")) && next.n > 0 &&
	    span_is_upper(next.s[0]) && span_is_alnum(w->text.s[w->text.n - 1]);
}

static void
put_text(struct html_writer *w, const struct html_node *n)
{
	struct span rest = n->text, part;
	size_t line = n->line;

	if (ends_heading(w, n->text))
		html_flush(w);
	for (; span_next(&rest, '\n', &part); line++) {
		buf_cut(&w->raw, 0);
		html_decode(part, false, &w->raw);
		html_put(w, buf_view(&w->raw), n, line);
		w->blank |= rest.s != NULL;
	}
}

/* Lines of code, as they stand. */
static void
put_code(struct html_writer *w, size_t line)
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
superscript(struct html_writer *w, struct html_walk *walk)
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
put_quote_mark(struct html_writer *w, const struct html_node *n)
{
	if (n->flags & HTML_CLOSE)
		w->blank = false;
	html_put(w, n->flags & HTML_CLOSE ? S("\xE2\x80\x9D") : S("\xE2\x80\x9C"), n, n->line);
	w->blank = false;
}

/* Two line breaks end a paragraph; one does when all before it is bold, as a heading would be. */
static void
line_break(struct html_writer *w)
{
	if ((w->bytes > 0 && w->broken) || is_bold(w, HEADING_BYTES))
		html_flush(w);
	w->broken = w->blank = true;
}

/* A note in italics, glued to the stop of the paragraph before it. */
static bool
begins_note(const struct html_writer *w, size_t em)
{
	const struct html_node *n = &w->h->v[em];
	struct span next = n->end < w->h->n ? w->h->v[n->end].text : S("");

	return !(n->flags & HTML_CLOSE) && w->bytes > 0 && !w->blank && next.n > 0 && span_is_upper(next.s[0]) &&
	    span_has(S(".!?)"), w->text.s[w->text.n - 1]);
}

static void
enter(struct html_writer *w, struct html_walk *walk)
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
		if (begins_note(w, walk->node)) {
			html_flush(w);
			w->runs_on = true;
		}
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
	if (n->flags & HTML_BLOCK || html_is_foot(w->h, walk->node))
		html_flush(w);
	w->code += (n->flags & HTML_CODE) != 0;
	w->image |= n->flags & HTML_IMAGE && w->bytes == 0;
}

static void
leave(struct html_writer *w, const struct html_walk *walk)
{
	const struct html_node *n = &w->h->v[walk->node];

	if (n->kind == HTML_CITE)
		change(&w->em, true);
	if (n->flags & HTML_BLOCK || html_is_foot(w->h, walk->node))
		html_flush(w);
	w->code -= (n->flags & HTML_CODE) != 0;
}

/* All the text in a pre, on its lines. */
static void
read_code(struct html_writer *w, size_t pre)
{
	size_t line = w->h->v[pre].line;
	bool first = true;

	html_flush(w);
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
	struct html_writer w = { .h = h, .out = out, .top = top };
	struct html_walk walk = html_walk(h, top);

	while (html_step(&walk)) {
		const struct html_node *n = &h->v[walk.node];

		if (walk.leaves) {
			leave(&w, &walk);
		} else if (n->flags & HTML_DROP && n->kind != HTML_A) {
			if (n->flags & HTML_BLOCK)
				html_flush(&w);
			html_skip(&walk);
		} else if (n->flags & HTML_PRE) {
			read_code(&w, walk.node);
			html_skip(&walk);
		} else {
			enter(&w, &walk);
		}
	}
	html_flush(&w);
	buf_free(&w.text);
	buf_free(&w.raw);
}
