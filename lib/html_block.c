/* SPDX-License-Identifier: ISC */
#include "html_part.h"

#include "utf8.h"

static void
meet(struct html_run *run, size_t end)
{
	if (run->depth == 0)
		run->over = true;
	if (!run->over)
		run->end = end;
}

/* No white space before a stop with which a line or an element begins. */
static bool
is_glued(struct span v)
{
	return span_has(S(".,;"), v.s[0]) && (v.n == 1 || v.s[1] == ' ');
}

/* Notes what was added to the text from byte `at` on. */
static void
count(struct html_writer *w, const struct html_node *n, size_t at, size_t line)
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

void
html_put(struct html_writer *w, struct span v, const struct html_node *n, size_t line)
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

/* What the elements around a text make of it. */
struct around {
	enum block_kind kind;
	unsigned level;
	bool ordered, term, foot;
	size_t item;    /* the item whose first paragraph it is, or 0 */
};

/* After a quotation's last stop: what is quoted goes no further. */
static bool
ends_quotation(const struct html *h, size_t cite)
{
	const struct html_node *before = &h->v[cite - 1];
	struct span text = span_rtrim(before->text);

	if (before->kind != HTML_TEXT || h->v[cite].end < h->v[h->v[cite].parent].end)
		return false;
	return span_ends(text, S(".")) || span_ends(text, S("!")) || span_ends(text, S("?")) ||
	    span_ends(text, S("\"")) || span_ends(text, S("\xE2\x80\x9D")) || span_ends(text, S("\xE2\x80\x94"));
}

bool
html_is_foot(const struct html *h, size_t at)
{
	size_t parent = h->v[at].parent;

	if (!(h->v[at].flags & HTML_FOOT))
		return false;
	if (h->v[at].kind != HTML_CITE || h->v[parent].flags & HTML_QUOTE)
		return true;
	return h->v[h->v[parent].parent].flags & HTML_QUOTE && ends_quotation(h, at);
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
	a->foot |= html_is_foot(h, at) && a->kind == BLOCK_PARA;
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
look_around(const struct html_writer *w)
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
name_speaker(struct html_writer *w)
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
add_block(struct html_writer *w, const struct around *a)
{
	struct html_piece piece = { .linked = w->linked == w->bytes,
		.own = html_is(&w->h->v[w->context], S("p")) || a->kind != BLOCK_PARA };
	struct block *b = article_add(w->h->art, a->kind, buf_view(&w->text), w->lines.v[0].line);

	if (b == NULL)
		return;
	b->level = a->level;
	b->ordered = a->ordered;
	b->runs_on = w->runs_on;
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

void
html_flush(struct html_writer *w)
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
	w->blank = w->broken = w->runs_on = false;
}
