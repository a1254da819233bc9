/* SPDX-License-Identifier: ISC */
#include "outline.h"

#include "phrase.h"
#include "salience.h"
#include "sent.h"
#include "tab.h"
#include "tag.h"

extern const struct tab tab_lang;

#define LANG_WORDS 3000 /* enough to tell a language by */
#define LANG_LEAST 12   /* fewer function words than this tell nothing */
#define POINTS 64       /* of a long article */

struct draft {
	struct article art;
	struct sentence *v;
	size_t n, cap;
	struct phrases phrases;
	struct arena *arena;
	unsigned least; /* the weight a point must have */
	size_t *named;  /* for each phrase that is a person: the first sentence with the name */
};

/* The languages of lib/tab/lang.tsv. */
static const struct span langs[] = { SPAN("en"), SPAN("de"), SPAN("fr"), SPAN("es"), SPAN("it"),
	SPAN("pt"), SPAN("nl") };
#define LANGS (sizeof(langs) / sizeof(langs[0]))

static void
add_sentence(struct draft *d, struct span text, size_t block, enum sentence_role role)
{
	struct sentence s = { .text = text, .block = block, .index = d->n, .role = (unsigned char)role };

	token_split(text, &s.tokens, d->arena);
	tag_sentence(s.tokens.v, s.tokens.n);
	ARENA_PUSH(d->arena, d, s);
}

/* A quotation without its marks, so that its sentences come apart. */
static struct span
inside_marks(struct span text)
{
	if (span_starts(text, S("“")))
		text = span_from(text, 3);
	if (span_ends(text, S("”")) && span_find(text, 0, S("“")) == text.n)
		text.n -= 3;
	return text;
}

static void
add_block(struct draft *d, size_t i)
{
	const struct block *b = &d->art.v[i];
	struct span text = b->text;
	struct sents sents = { 0 };

	if (b->aside)
		return;
	switch (b->kind) {
	case BLOCK_CODE:
		return;
	case BLOCK_HEADING:
		add_sentence(d, b->text, i, ROLE_HEADING);
		return;
	case BLOCK_ITEM:
		if (b->label.n == 0 && span_words(b->text) < 20) {
			add_sentence(d, b->text, i, ROLE_ITEM);
			return;
		}
		break;
	case BLOCK_QUOTE:
		text = inside_marks(text);
		break;
	default:
		break;
	}
	sent_split(text, &sents, d->arena);
	for (size_t k = 0; k < sents.n; k++)
		add_sentence(d, sents.v[k], i,
		    b->kind == BLOCK_QUOTE ? ROLE_QUOTE : b->kind == BLOCK_ITEM ? ROLE_ITEM : ROLE_BODY);
}

static struct span
language(const struct draft *d)
{
	size_t count[LANGS] = { 0 }, words = 0, best = 0, second = 0;
	struct span list, code;

	for (size_t i = 0; i < d->n && words < LANG_WORDS; i++) {
		for (size_t k = 0; k < d->v[i].tokens.n; k++, words++) {
			size_t row = tab_find_lower(&tab_lang, d->v[i].tokens.v[k].text);

			list = row != TAB_NONE ? tab_cell(&tab_lang, row, 1) : S("");
			while (span_word(&list, &code))
				for (size_t l = 0; l < LANGS; l++)
					count[l] += span_eq(code, langs[l]);
		}
	}
	for (size_t l = 1; l < LANGS; l++)
		if (count[l] > count[best])
			best = l;
	for (size_t l = 0; l < LANGS; l++)
		if (l != best && count[l] > second)
			second = count[l];
	if (count[best] < LANG_LEAST || count[best] * 10 < words || count[best] < second + second / 5)
		return S("und");
	return langs[best];
}

static bool
starts_with_count(struct span title)
{
	size_t n;

	return span_uint(span_head(title, span_find_char(title, 0, ' ')), &n) && n > 1 && n < 100;
}

static bool
title_says(struct span title, const char *list)
{
	struct span rest = span_of(list), word;

	while (span_next(&rest, '|', &word))
		for (size_t i = 0; i + word.n <= title.n; i++)
			if ((i == 0 || !span_is_alnum(title.s[i - 1]))
			    && span_starts_same(span_from(title, i), word))
				return true;
	return false;
}

/* How often a block begins with one of these. */
static size_t
blocks_with_label(const struct draft *d, struct span label)
{
	size_t n = 0;

	for (size_t i = 0; i < d->art.n; i++)
		n += span_same(d->art.v[i].label, label) || span_same(d->art.v[i].speaker, label)
		    || (span_starts_same(d->art.v[i].text, label)
			&& span_starts(span_from(d->art.v[i].text, label.n), S(":")));
	return n;
}

static struct span
kind(const struct draft *d)
{
	struct span t = d->art.title;

	if (d->art.kind.n > 0)
		return d->art.kind;
	if (blocks_with_label(d, S("Q")) >= 3 || title_says(t, "interview|Q&A|Q & A|conversation with"))
		return S("interview");
	if (title_says(t, "retrospective|post-mortem|postmortem|incident|outage"))
		return S("incident");
	if (title_says(t, "survey|poll"))
		return S("survey");
	if (title_says(t, "case study"))
		return S("case-study");
	if (title_says(t, "newsletter|digest|roundup"))
		return S("newsletter");
	if (title_says(t, "how to|guide to|tutorial"))
		return S("howto");
	if (starts_with_count(t))
		return S("listicle");
	if (title_says(t, "introducing|announcing|launch|launches|now available"))
		return S("announcement");
	if (title_says(t, "report"))
		return S("report");
	if (title_says(t, "opinion|why i"))
		return S("opinion");
	return S("article");
}

static void
write_about(struct rec *r, const struct draft *d, const char *file, const struct outline_options *o)
{
	const struct article *a = &d->art;
	struct buf b = BUF_INIT;

	rec_add(r, FIELD_FILE, span_of(file));
	rec_add(r, FIELD_TITLE, o->title.n > 0 ? o->title : a->title);
	if (o->title.n == 0 && a->title_line > 0) {
		buf_fmt(&b, "%zu ", a->title_line);
		buf_add(&b, a->title);
		rec_add(r, FIELD_FROM, buf_view(&b));
		buf_free(&b);
	}
	rec_add(r, FIELD_SUBTITLE, a->subtitle);
	rec_add(r, FIELD_URL, o->url.n > 0 ? o->url : a->url);
	rec_add(r, FIELD_SITE, o->site.n > 0 ? o->site : a->site);
	rec_add(r, FIELD_AUTHOR, a->author);
	rec_add(r, FIELD_DATE, o->date.n > 0 ? o->date : a->date);
	rec_add(r, FIELD_LANG, language(d));
	rec_add(r, FIELD_KIND, kind(d));
}

static void
write_phrases(struct rec *r, const struct draft *d, size_t most)
{
	static const enum field fields[] = { [PHRASE_TOPIC] = FIELD_TOPIC,
		[PHRASE_PERSON] = FIELD_PERSON, [PHRASE_ORGANIZATION] = FIELD_ORGANIZATION,
		[PHRASE_PLACE] = FIELD_PLACE };
	struct buf b = BUF_INIT;
	size_t left;

	for (int kind = PHRASE_TOPIC; kind <= PHRASE_PLACE; kind++) {
		left = most;
		for (size_t i = 0; i < d->phrases.n && left > 0; i++) {
			const struct phrase *p = &d->phrases.v[i];

			if ((int)p->kind != kind)
				continue;
			buf_cut(&b, 0);
			buf_fmt(&b, "%u ", p->weight);
			buf_add(&b, p->text);
			rec_add(r, fields[kind], buf_view(&b));
			left--;
		}
	}
	buf_free(&b);
}

static void
add_lines(struct buf *b, const struct block *block, struct span part)
{
	size_t first, last;

	article_lines(block, part, &first, &last);
	buf_fmt(b, first == last ? "%zu " : "%zu-%zu ", first, last);
}

static enum field
field_for(const struct sentence *s, const struct block *b)
{
	switch (s->role) {
	case ROLE_HEADING:
		return FIELD_SECTION;
	case ROLE_QUOTE:
		return FIELD_QUOTE;
	case ROLE_ITEM:
		return b->label.n > 0 && s->text.s == b->text.s ? FIELD_LABEL : FIELD_ITEM;
	default:
		return FIELD_POINT;
	}
}

/* Is the sentence the first to give a person's full name? It is the proof of it later. */
static bool
names_first(const struct draft *d, const struct sentence *s)
{
	for (size_t i = 0; i < d->phrases.n; i++) {
		struct span name = d->phrases.v[i].text;

		if (d->phrases.v[i].kind == PHRASE_PERSON && span_find(s->text, 0, name) < s->text.n
		    && d->named[i] == s->index)
			return true;
	}
	return false;
}

/* The number of the sentence that names each person first. */
static void
find_names(struct draft *d)
{
	d->named = ARENA_ARRAY(d->arena, size_t, d->phrases.n + 1);
	for (size_t i = 0; i < d->phrases.n; i++)
		for (size_t k = 1; d->phrases.v[i].kind == PHRASE_PERSON && k < d->n; k++)
			if (span_find(d->v[k].text, 0, d->phrases.v[i].text) < d->v[k].text.n) {
				d->named[i] = d->v[k].index;
				break;
			}
}

static void
write_sentence(struct rec *r, const struct draft *d, const struct sentence *s)
{
	const struct block *block = &d->art.v[s->block];
	enum field f = field_for(s, block);
	struct buf b = BUF_INIT;

	if (f == FIELD_POINT && s->weight < d->least && !names_first(d, s))
		return;
	add_lines(&b, block, s->text);
	buf_fmt(&b, "%u ", f == FIELD_SECTION ? (block->level > 0 ? block->level : 1) : s->weight / 10);
	if (f == FIELD_QUOTE && block->speaker.n > 0) {
		buf_add(&b, block->speaker);
		buf_str(&b, ": ");
	}
	buf_add(&b, s->text);
	rec_add(r, f, buf_view(&b));
	buf_free(&b);
}

/* The weight of the points-th best sentence: a bucket for each weight, so no sort. */
static unsigned
least_weight(const struct draft *d, size_t points)
{
	size_t bucket[1001] = { 0 }, n = 0;
	unsigned w;

	for (size_t i = 0; i < d->n; i++)
		if (d->v[i].role == ROLE_BODY)
			bucket[d->v[i].weight <= 1000 ? d->v[i].weight : 1000]++;
	for (w = 1000; w > 1 && n + bucket[w] <= points; w--)
		n += bucket[w];
	return w;
}

bool
outline_read(struct rec *r, struct span text, const char *file, const struct outline_options *o)
{
	struct draft d = { .arena = r->arena };

	if (!article_read(&d.art, text, o->form, r->arena))
		return false;
	if (o->title.n > 0)
		d.art.title = o->title;
	if (d.art.title.n == 0)
		return false;
	add_sentence(&d, d.art.title, (size_t)-1, ROLE_TITLE);
	for (size_t i = 0; i < d.art.n; i++)
		add_block(&d, i);
	phrase_rank(d.v, d.n, d.art.keyword, d.art.nkeywords, &d.phrases, r->arena);
	salience_rank(d.v, d.n, &d.phrases, r->arena);
	d.least = least_weight(&d, o->points > 0 ? o->points : POINTS);
	find_names(&d);
	write_about(r, &d, file, o);
	write_phrases(r, &d, o->topics);
	for (size_t i = 1; i < d.n; i++)
		write_sentence(r, &d, &d.v[i]);
	return true;
}
