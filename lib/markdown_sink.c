/* SPDX-License-Identifier: ISC */
#include "markdown.h"

#include "utf8.h"

#define NONE ((size_t)-1)

/* The marks of one closing run find their partners; each opener is taken off once. */
static void
close_run(struct markdown_mark *v, struct markdown_mark *mark, size_t *top)
{
	while (mark->left > 0 && *top != NONE) {
		struct markdown_mark *open = &v[*top];
		size_t n = open->left < mark->left ? open->left : mark->left;

		/* a run that could do both only fits one of its own kind (CommonMark's rule of three) */
		if ((open->close || mark->open) && (open->n + mark->n) % 3 == 0 && open->n % 3 != 0)
			break;
		open->left -= n;
		mark->left -= n;
		open->strong += n >= 2;
		mark->strong -= n >= 2;
		open->em += n & 1;
		mark->em -= n & 1;
		if (open->left == 0)
			*top = open->below;
	}
}

static void
pair_marks(struct markdown_sink *sink)
{
	size_t top[2] = { NONE, NONE };

	for (size_t i = 0; i < sink->nmarks; i++) {
		struct markdown_mark *mark = &sink->mark[i];
		size_t *t = &top[mark->c == '_'];

		if (mark->n == 0)
			continue;
		if (mark->close)
			close_run(sink->mark, mark, t);
		if (mark->open && mark->left > 0) {
			mark->below = *t;
			*t = i;
		}
	}
}

/* How far the text is emphasised from its start. Blanks between two runs do not count. */
struct run {
	int depth;
	bool over;
	size_t end;
};

static void
meet(struct run *run, size_t at)
{
	if (run->depth <= 0)
		run->over = true;
	if (!run->over)
		run->end = at + 1;
}

static void
add_text(struct buf *out, struct span v, struct run *strong, struct run *em)
{
	for (size_t i = 0; i < v.n; i++) {
		if (v.s[i] == '\0')
			continue;
		if (!span_is_space(v.s[i])) {
			meet(strong, out->n);
			meet(em, out->n);
		}
		buf_char(out, v.s[i]);
	}
}

/* Does what is left of a run stay in the text? Two asterisks are never meant as text, and one after a
 * word is a note's. */
static bool
stays(const struct markdown_mark *mark, struct span before)
{
	if (mark->c == '_')
		return true;
	if (mark->left != 1)
		return false;
	return mark->open || !mark->close || before.n == 0 || span_is_digit(before.s[before.n - 1]);
}

/* The text without the marks that found a partner. */
static void
take_marks_out(struct markdown_sink *sink, struct buf *out, struct run *strong, struct run *em)
{
	struct span text = buf_view(&sink->text);
	size_t at = 0;

	for (size_t i = 0; i < sink->nmarks; i++) {
		struct markdown_mark *mark = &sink->mark[i];

		add_text(out, span_head(span_from(text, at), mark->at - at), strong, em);
		/* a label in bold ends where its run does */
		strong->over |= strong->end > 0 && mark->strong < 0 && strong->depth + mark->strong <= 0;
		strong->depth += mark->strong;
		em->depth += mark->em;
		if (stays(mark, buf_view(out)))
			add_text(out, span_head(span_from(text, mark->at), mark->left), strong, em);
		at = mark->at + mark->n;
	}
	add_text(out, span_from(text, at), strong, em);
}

/* How long a head of the source is once it is clean. */
static size_t
clean_length(struct span v)
{
	struct buf b = BUF_INIT;
	size_t n;

	utf8_clean(&b, v);
	n = b.n;
	buf_free(&b);
	return n;
}

static enum block_kind
kind_of(const struct markdown *m, const struct markdown_style *style)
{
	if (m->html.heading > 0)
		return BLOCK_HEADING;
	if (m->html.item)
		return BLOCK_ITEM;
	if (style->code && m->kind == BLOCK_PARA)
		return BLOCK_CODE;
	return m->html.quote > 0 && m->kind == BLOCK_PARA ? BLOCK_QUOTE : m->kind;
}

static bool
add_lines(struct markdown *m, struct span text, struct markdown_style style)
{
	size_t line = m->sink.line;
	struct block *b = NULL;
	struct span part;

	while (span_next(&text, '\n', &part)) {
		if (b != NULL)
			article_continue(m->art, b, part, line);
		else
			b = article_add(m->art, kind_of(m, &style), part, line);
		line++;
	}
	if (b == NULL)
		return false;
	b->implied = m->html.heading > 0;
	b->level = m->html.heading > 0 ? m->html.heading : m->html.item ? m->html.list : m->level;
	if (b->kind == BLOCK_ITEM && b->level == 0)
		b->level = 1;
	b->ordered = m->html.item ? m->html.ordered : m->ordered;
	b->runs_on = m->sink.runs_on && m->art->n > m->first + 1;
	m->html.item = false;
	while (m->styles.n < m->art->n - m->first)
		ARENA_PUSH(m->arena, &m->styles, style);
	return true;
}

/* Is there nothing but blanks after this place? */
static bool
ends_at(const struct markdown_sink *sink, size_t at)
{
	return at > 0 && span_trim(span_from(buf_view(&sink->text), at)).n == 0;
}

void
markdown_flush(struct markdown *m)
{
	struct run strong = { 0 }, em = { 0 };
	struct buf out = BUF_INIT;
	struct markdown_style style = { .image = m->sink.image || m->after_image };

	pair_marks(&m->sink);
	take_marks_out(&m->sink, &out, &strong, &em);
	style.strong = clean_length(span_head(buf_view(&out), strong.end));
	style.em = clean_length(span_head(buf_view(&out), em.end));
	style.anchor = ends_at(&m->sink, m->sink.anchor);
	style.code = ends_at(&m->sink, m->sink.code);
	if (add_lines(m, buf_view(&out), style))
		m->after_image = false;
	else
		m->after_image |= m->sink.image;
	m->nbrackets = 0;
	buf_cut(&m->sink.text, 0);
	m->sink.nmarks = 0;
	m->sink.line = m->line;
	m->sink.image = m->sink.runs_on = false;
	m->sink.anchor = m->sink.code = 0;
	buf_free(&out);
}
