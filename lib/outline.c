/* SPDX-License-Identifier: ISC */
#include "outline.h"

#include "outline_part.h"
#include "salience.h"
#include "sent.h"
#include "tag.h"

#define PROOF_LINES 200 /* where a date or a byline may stand */
#define FOLD_LINES 12   /* of a folded value */
#define HEAD_BYTES 16   /* by which its first line is known */
#define PROOF_LONG 120  /* bytes of its line */
#define BYTES_A_SENTENCE 100
#define POINTS 64       /* of a long article */

static void
add_sentence(struct draft *d, struct span text, size_t block, enum sentence_role role)
{
	struct sentence s = { .text = text, .block = block, .index = d->n, .role = (unsigned char)role };

	token_split(text, &s.tokens, d->arena);
	vocab_number(d->vocab, s.tokens.v, s.tokens.n);
	/* Neither phrases nor salience ask for the tags of a headline. */
	if (role != ROLE_TITLE && role != ROLE_HEADING)
		tag_sentence_of(d->memo, s.tokens.v, s.tokens.n);
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

/* What somebody says is a quotation, in talk written down too; but for A and Q in an interview, where
 * the answers are the article. */
static enum sentence_role
role_of(const struct block *b)
{
	if (b->kind == BLOCK_QUOTE || (b->speaker.n > 1 && !span_listed(S("question|answer|reply|response"), b->speaker)))
		return ROLE_QUOTE;
	return b->kind == BLOCK_ITEM ? ROLE_ITEM : ROLE_BODY;
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
		if (b->label.n == 0 && b->speaker.n == 0 && span_words(b->text) < 20) {
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
		add_sentence(d, sents.v[k], i, role_of(b));
}

/* A field with the line of the article that proves it: years are put in from the date, and the author's
 * name for "I". */
static void
write_proved(struct rec *r, enum field f, struct span value, struct span proof, struct span text)
{
	struct buf b = BUF_INIT;
	struct span line;

	rec_add(r, f, value);
	for (size_t n = 1; proof.n > 0 && n < PROOF_LINES && span_next(&text, '\n', &line); n++) {
		if (span_find(line, 0, proof) == line.n || span_trim(line).n > PROOF_LONG)
			continue;
		buf_fmt(&b, "%zu ", n);
		buf_add(&b, span_trim(line));
		rec_add(r, FIELD_FROM, buf_view(&b));
		break;
	}
	buf_free(&b);
}

/* The lines of the text that hold a value, which may be folded; 0 where they do not, as it stands. */
static size_t
find_lines(struct span text, struct span value, size_t *last)
{
	struct span head = span_head(value, value.n < HEAD_BYTES ? value.n : HEAD_BYTES), line, next;
	struct buf b = BUF_INIT;
	size_t n = 1, found = 0;

	for (; found == 0 && n < PROOF_LINES && span_next(&text, '\n', &line); n++) {
		struct span rest = text;
		size_t at = span_find(line, 0, head);

		if (at == line.n)
			continue;
		buf_cut(&b, 0);
		buf_add(&b, span_trim(span_from(line, at)));
		for (*last = n; *last < n + FOLD_LINES && b.n < value.n && span_next(&rest, '\n', &next); ++*last) {
			buf_char(&b, ' ');
			buf_add(&b, span_trim(next));
		}
		found = span_starts(buf_view(&b), value) ? n : 0;
	}
	buf_free(&b);
	return found;
}

/* What the article says of itself, with the lines on which it stands. */
static void
write_stated(struct rec *r, struct span value, struct span text)
{
	struct buf b = BUF_INIT;
	size_t first, last;

	rec_add(r, FIELD_SUBTITLE, value);
	if (value.n == 0 || (first = find_lines(text, value, &last)) == 0)
		return;
	buf_fmt(&b, first == last ? "%zu " : "%zu-%zu ", first, last);
	buf_add(&b, value);
	rec_add(r, FIELD_FROM, buf_view(&b));
	buf_free(&b);
}

/* 2024-06-18 is proved by its year, June 18, 2024 as it stands. */
static struct span
year_of(struct span date)
{
	return date.n > 4 && date.s[4] == '-' ? span_head(date, 4) : date;
}

bool
outline_is_day(struct span v)
{
	static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	size_t year, month, day;
	bool leap;

	if (v.n != 10 || v.s[4] != '-' || v.s[7] != '-' || !span_uint(span_head(v, 4), &year)
	    || !span_uint(span_head(span_from(v, 5), 2), &month) || !span_uint(span_from(v, 8), &day))
		return false;
	leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (size_t)(month == 2 && leap);
}

static void
write_about(struct rec *r, const struct draft *d, struct span text, const char *file,
    const struct outline_options *o)
{
	const struct article *a = &d->art;
	struct span date = o->date.n > 0 ? o->date : a->date;
	struct buf b = BUF_INIT;

	rec_add(r, FIELD_FILE, span_of(file));
	rec_add(r, FIELD_TITLE, o->title.n > 0 ? o->title : a->title);
	if (o->title.n == 0 && a->title_line > 0) {
		buf_uint(&b, a->title_line);
		buf_char(&b, ' ');
		buf_add(&b, a->title);
		rec_add(r, FIELD_FROM, buf_view(&b));
		buf_free(&b);
	}
	write_stated(r, a->subtitle, text);
	write_stated(r, a->summary, text);
	rec_add(r, FIELD_URL, o->url.n > 0 ? o->url : a->url);
	rec_add(r, FIELD_SITE, o->site.n > 0 ? o->site : a->site);
	write_proved(r, FIELD_AUTHOR, a->author, a->author, text);
	write_proved(r, FIELD_DATE, date, year_of(date), text);
	rec_add(r, FIELD_LANG, outline_language(d));
	rec_add(r, FIELD_KIND, outline_kind(d));
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
			buf_uint(&b, p->weight);
			buf_char(&b, ' ');
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
	buf_uint(b, first);
	if (first != last) {
		buf_char(b, '-');
		buf_uint(b, last);
	}
	buf_char(b, ' ');
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

	add_lines(&b, block, s->text);
	buf_uint(&b, f == FIELD_SECTION ? (block->level > 0 ? block->level : 1) : s->weight / 10);
	buf_char(&b, ' ');
	if (f == FIELD_QUOTE && block->speaker.n > 0) {
		buf_add(&b, block->speaker);
		buf_str(&b, ": ");
	}
	buf_add(&b, s->text);
	rec_add(r, f, buf_view(&b));
	buf_free(&b);
}

/* The weight that a point must have, and how many of just that weight there is room for: a bucket
 * for each weight, so no sort. */
static void
set_least(struct draft *d, size_t points)
{
	size_t bucket[1001] = { 0 };
	unsigned w;

	for (size_t i = 0; i < d->n; i++)
		if (d->v[i].role == ROLE_BODY)
			bucket[d->v[i].weight <= 1000 ? d->v[i].weight : 1000]++;
	for (w = 1000; w > 1 && bucket[w] <= points; w--)
		points -= bucket[w];
	d->least = w;
	d->ties = points;
}

/* Of two points of the same weight the first is kept; what proves a name is, unless they are counted. */
static bool
is_kept(struct draft *d, const struct sentence *s, bool counted)
{
	if (field_for(s, &d->art.v[s->block]) != FIELD_POINT || s->weight > d->least)
		return true;
	if (s->weight == d->least && d->ties > 0) {
		d->ties--;
		return true;
	}
	return !counted && names_first(d, s);
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
	d.vocab = vocab_new(text.n, r->arena);
	d.memo = tag_memo_new(r->arena);
	d.v = arena_grow(r->arena, NULL, text.n / BYTES_A_SENTENCE, &d.cap, sizeof(*d.v));
	add_sentence(&d, d.art.title, (size_t)-1, ROLE_TITLE);
	for (size_t i = 0; i < d.art.n; i++)
		add_block(&d, i);
	phrase_rank(d.v, d.n, d.vocab, d.art.keyword, d.art.nkeywords, &d.phrases, r->arena);
	salience_rank(d.v, d.n, d.vocab, &d.phrases, r->arena);
	set_least(&d, o->points > 0 ? o->points : POINTS);
	find_names(&d);
	write_about(r, &d, text, file, o);
	write_phrases(r, &d, o->topics);
	for (size_t i = 1; i < d.n; i++)
		if (is_kept(&d, &d.v[i], o->points > 0))
			write_sentence(r, &d, &d.v[i]);
	return true;
}
