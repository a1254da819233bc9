/* SPDX-License-Identifier: ISC */
/*
 * probe: the library at work, for tests and evaluators; not installed. `probe MODE [ARG]` reads
 * standard input; the modes are the rows of the table at the end of this file.
 */
#include "arena.h"
#include "article.h"
#include "buf.h"
#include "bullet_make.h"
#include "compress.h"
#include "die.h"
#include "emoji_part.h"
#include "io.h"
#include "limit.h"
#include "phrase.h"
#include "pat.h"
#include "rec.h"
#include "rewrite.h"
#include "salience.h"
#include "sent.h"
#include "shape.h"
#include "shape_make.h"
#include "stem.h"
#include "tag.h"
#include "token.h"
#include "truecase.h"
#include "uni.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const struct tab tab_cldr, tab_emoji, tab_emojis, tab_kin;

struct probe {
	struct arena arena;
	struct vocab *vocab;
	struct buf in;       /* all of standard input, as it came */
	const char *arg;     /* what follows the mode, or NULL */
};

static void
probe_graphemes(struct probe *p)
{
	printf("%zu\n", uni_graphemes(buf_view(&p->in)));
}

/* A paragraph ends at a blank line. */
static bool
next_paragraph(struct span *rest, struct span *para)
{
	struct span line;

	*rest = span_ltrim(*rest);
	*para = span_head(*rest, 0);
	while (span_next(rest, '\n', &line) && span_trim(line).n > 0)
		*para = span_between(para->s, line.s + line.n);
	return para->n > 0;
}

static void
print_flat(struct span v)
{
	struct span word;

	for (const char *sep = ""; span_word(&v, &word); sep = " ")
		printf("%s%.*s", sep, SPAN_ARG(word));
	putchar('\n');
}

static void
probe_sentences(struct probe *p)
{
	struct buf lines = BUF_INIT, text = BUF_INIT;
	struct span rest, para;
	struct sents sents;

	io_normalise(&lines, buf_view(&p->in));
	sent_clean(buf_view(&lines), &text);
	rest = buf_view(&text);
	for (const char *sep = ""; next_paragraph(&rest, &para); sep = "\n") {
		printf("%s", sep);
		sents = (struct sents){ 0 };
		sent_split(para, &sents, &p->arena);
		for (size_t i = 0; i < sents.n; i++)
			print_flat(sents.v[i]);
	}
	buf_free(&lines);
	buf_free(&text);
}

/* A sentence a line in; a backslash marks what is opaque. */
static void
probe_tokens(struct probe *p)
{
	struct span rest = buf_view(&p->in), line;

	while (span_next(&rest, '\n', &line) && (line.n > 0 || rest.s != NULL)) {
		struct tokens t = { 0 };

		token_split(line, &t, &p->arena);
		for (size_t i = 0; i < t.n; i++)
			printf("%s%s%.*s", i > 0 ? " " : "", t.v[i].opaque ? "\\" : "", SPAN_ARG(t.v[i].text));
		putchar('\n');
	}
}

/* A block's text with its speaker, where the author named them. */
static void
print_said(const struct block *b)
{
	if (b->speaker.n > 0 && !b->signed_by)
		printf("%.*s: ", SPAN_ARG(b->speaker));
	printf("%.*s", SPAN_ARG(b->text));
	if (b->signed_by)
		printf(" \xE2\x80\x94 %.*s", SPAN_ARG(b->speaker));
}

static void
print_block(const struct block *b)
{
	static const char *const tags[] = {
		[BLOCK_HEADING] = "H", [BLOCK_PARA] = "P", [BLOCK_ITEM] = "LI", [BLOCK_QUOTE] = "Q",
		[BLOCK_CODE] = "CODE",
	};

	if (b->kind == BLOCK_HEADING && b->implied)
		fputs(tags[BLOCK_PARA], stdout);
	else if (b->kind == BLOCK_HEADING)
		printf("H%u", b->level < 1 ? 1 : b->level > 6 ? 6 : b->level);
	else
		fputs(b->kind == BLOCK_ITEM && b->ordered ? "OL" : tags[b->kind], stdout);
	fputc('\t', stdout);
	print_said(b);
}

/* A note that the reader cut off a paragraph stands on that paragraph's line, as in the source. */
static void
print_blocks(const struct article *art)
{
	for (size_t i = 0; i < art->n; i++) {
		if (art->v[i].runs_on && i > 0) {
			fputc(' ', stdout);
			print_said(&art->v[i]);
		} else {
			print_block(&art->v[i]);
		}
		if (i + 1 == art->n || !art->v[i + 1].runs_on)
			fputc('\n', stdout);
	}
}

static void
probe_blocks(struct probe *p)
{
	struct article art;
	struct buf text = BUF_INIT;

	io_normalise(&text, buf_view(&p->in));
	if (article_read(&art, buf_view(&text), ARTICLE_LOOK, &p->arena)) {
		if (art.title.n > 0)
			printf("T\t%.*s\n", SPAN_ARG(art.title));
		print_blocks(&art);
	}
	buf_free(&text);
}

struct sentences {
	struct sentence *v;
	size_t n, cap;
};

static void
add_sentence(struct probe *p, struct sentences *to, struct span text, enum sentence_role role, size_t block)
{
	struct sentence s = { .text = text, .block = block, .index = to->n, .role = role };

	token_split(text, &s.tokens, &p->arena);
	vocab_number(p->vocab, s.tokens.v, s.tokens.n);
	tag_sentence(s.tokens.v, s.tokens.n);
	ARENA_PUSH(&p->arena, to, s);
}

static bool
is_headline(struct span para)
{
	char last = para.s[para.n - 1];

	return span_words(para) <= 12 && last != '.' && last != '?' && last != '!' && last != ':' &&
	    last != '"';
}

/* Paragraphs between blank lines; short ones without a stop are headings, the first is the title. */
static void
read_plain(struct probe *p, struct sentences *to)
{
	struct buf text = BUF_INIT;
	struct span rest, para;
	size_t block = 0;

	io_normalise(&text, buf_view(&p->in));
	for (size_t i = 0; i < text.n; i++)
		if (text.s[i] == '\n' && i > 0 && i + 1 < text.n && text.s[i - 1] != '\n' && text.s[i + 1] != '\n')
			text.s[i] = ' ';
	rest = arena_span(&p->arena, buf_view(&text));
	buf_free(&text);
	while (next_paragraph(&rest, &para)) {
		para = span_trim(para);
		if (block++ == 0 || is_headline(para)) {
			add_sentence(p, to, para, block == 1 ? ROLE_TITLE : ROLE_HEADING, block);
			continue;
		}
		struct sents sents = { 0 };

		sent_split(para, &sents, &p->arena);
		for (size_t i = 0; i < sents.n; i++)
			add_sentence(p, to, sents.v[i], ROLE_BODY, block);
	}
}

static void
probe_topics(struct probe *p)
{
	static const char *const kind[] = { "topic", "person", "organization", "place" };
	struct sentences s = { 0 };
	struct phrases found = { 0 };

	read_plain(p, &s);
	phrase_rank(s.v, s.n, p->vocab, NULL, 0, &found, &p->arena);
	for (size_t i = 0; i < found.n; i++) {
		printf("%.*s", SPAN_ARG(found.v[i].text));
		printf("\t%s\t%u\t%u\n", kind[found.v[i].kind], found.v[i].weight, found.v[i].count);
	}
}

static int
heavier(const void *x, const void *y)
{
	const struct sentence *a = x, *b = y;

	if (a->weight != b->weight)
		return a->weight < b->weight ? 1 : -1;
	return a->index < b->index ? -1 : a->index > b->index;
}

static void
probe_salience(struct probe *p)
{
	struct sentences s = { 0 };
	struct phrases found = { 0 };

	read_plain(p, &s);
	phrase_rank(s.v, s.n, p->vocab, NULL, 0, &found, &p->arena);
	salience_rank(s.v, s.n, p->vocab, &found, &p->arena);
	if (s.n > 0)
		qsort(s.v, s.n, sizeof(*s.v), heavier);
	for (size_t i = 0; i < s.n && s.v[i].weight > 0; i++)
		printf("%.*s\n", SPAN_ARG(s.v[i].text));
}

/* `what TAB text` a line: sentence, lower or title; other lines are the article to learn from. */
static void
probe_case(struct probe *p)
{
	struct span rest = buf_view(&p->in), line;
	struct sentences s = { 0 };
	struct truecase *t;

	while (span_next(&rest, '\n', &line))
		if (span_find_char(line, 0, '\t') == line.n && line.n > 0)
			add_sentence(p, &s, line, ROLE_BODY, s.n);
	t = truecase_learn(s.v, s.n, p->vocab, &p->arena);
	rest = buf_view(&p->in);
	while (span_next(&rest, '\n', &line)) {
		size_t tab = span_find_char(line, 0, '\t');
		struct span what = span_head(line, tab), text = span_from(line, tab + 1);
		struct buf b = BUF_INIT;

		if (span_eq(what, S("sentence")))
			truecase_sentence(t, text, &b);
		else if (span_eq(what, S("lower")))
			truecase_lower_first(t, text, &b);
		else if (span_eq(what, S("title")))
			truecase_title(t, text, &b);
		if (tab < line.n)
			printf("%.*s\n", SPAN_ARG(buf_view(&b)));
		buf_free(&b);
	}
}

/* The kind of a token that stands alone, from its characters: for `tags` only. */
static enum token_kind
guess_kind(struct span v)
{
	size_t digits = 0, letters = 0, signs = 0;

	for (size_t i = 0; i < v.n; i++) {
		digits += span_is_digit(v.s[i]);
		letters += span_is_alpha(v.s[i]) || (unsigned char)v.s[i] >= 0xC0;
		signs += span_has(S("#+=<>\\|~^*_/@$%"), v.s[i]);
	}
	if (letters > 0 && v.n > 2 && v.s[0] == '#')
		return TOKEN_HASHTAG;
	if (letters > 0 && v.n > 2 && v.s[0] == '@')
		return TOKEN_MENTION;
	if (letters > 1 && (span_find(v, 0, S("://")) < v.n || span_find_char(v, 1, '@') < v.n
	    || span_starts(v, S("www.")) || span_ends(v, S(".com"))))
		return TOKEN_URL;
	if (letters > 0)
		return TOKEN_WORD;
	if (signs == v.n)
		return TOKEN_SYMBOL;
	return digits > 0 ? TOKEN_NUMBER : TOKEN_PUNCT;
}

static void
print_tags(struct tokens *t)
{
	struct token *v = t->v;

	if (t->n > 0)
		tag_sentence(v, t->n);
	for (size_t i = 0; i < t->n; i++)
		printf("%.*s\t%s\t%s\n", SPAN_ARG(v[i].text), tag_xpos_name(tag_xpos(&v[i])),
		    tag_upos_name(tag_upos(&v[i])));
	t->n = 0;
}

/* A token a line, a blank line between sentences: token TAB XPOS TAB UPOS. */
static void
probe_tags(struct probe *p)
{
	struct span rest = buf_view(&p->in), line;
	struct tokens t = { 0 };

	if (rest.n > 0 && rest.s[rest.n - 1] == '\n')
		rest.n--;
	while (span_next(&rest, '\n', &line)) {
		if (line.n > 0) {
			ARENA_PUSH(&p->arena, &t, ((struct token){ .text = line, .kind = guess_kind(line) }));
			continue;
		}
		print_tags(&t);
		putchar('\n');
	}
	print_tags(&t);
}

static struct span
print_form(struct span word, const char *name, void (*form)(struct span, struct buf *), struct buf *b)
{
	buf_cut(b, 0);
	form(word, b);
	printf(" %s%.*s", name, SPAN_ARG(buf_view(b)));
	return buf_view(b);
}

/* A word a line in; out: its key, the verb and the noun that it could be, and their forms. */
static void
probe_forms(struct probe *p)
{
	struct span rest = buf_view(&p->in), word, lemma;
	struct buf b = BUF_INIT, form = BUF_INIT;

	while (span_word(&rest, &word)) {
		printf("%.*s", SPAN_ARG(word));
		print_form(word, "key ", stem_light, &b);
		lemma = print_form(word, "| verb ", stem_lemma_verb, &b);
		print_form(lemma, "", stem_third, &form);
		print_form(word, "", stem_ing, &form);
		if (stem_event(lemma).n > 0)
			printf(" | event %.*s %.*s", SPAN_ARG(stem_event(lemma)), SPAN_ARG(stem_event_prep(lemma)));
		lemma = print_form(word, "| noun ", stem_lemma_noun, &b);
		print_form(lemma, "", stem_plural, &form);
		putchar('\n');
	}
	buf_free(&b);
	buf_free(&form);
}

/* The best of what a line of these words might get; empty when nothing fits. Not beside others, what
 * everybody uses is as good as any. */
static struct span
best_emoji(struct span phrase)
{
	struct emoji_candidate v[EMOJI_CANDIDATES];
	struct emoji_hit room[EMOJI_HITS];
	struct emoji_line line;
	size_t n, best = 0;

	emoji_match(&line, room, phrase, NULL);
	n = emoji_candidates(v, EMOJI_CANDIDATES, &line, line.grave);
	for (size_t i = 1; i < n; i++)
		if (v[i].score + EMOJI_TIRED * v[i].tired > v[best].score + EMOJI_TIRED * v[best].tired)
			best = i;
	return n > 0 ? v[best].emoji : S("");
}

static void
probe_emoji(struct probe *p)
{
	struct span rest = buf_view(&p->in), line;

	while (span_next(&rest, '\n', &line)) {
		if (line.n == 0 && rest.n == 0)
			break;
		line = best_emoji(line);
		printf("%.*s\n", SPAN_ARG(line));
	}
}

static void
probe_length(struct probe *p)
{
	struct limit l;

	if (p->arg == NULL || !limit_find(&l, span_of(p->arg), NULL))
		die("length: which platform?");
	printf("%zu\n", limit_length(&l, buf_view(&p->in)));
}

/* Of each block: its lines, its level, its label and who speaks. */
static void
probe_marks(struct probe *p)
{
	struct article art;
	struct buf text = BUF_INIT;
	size_t first, last;

	io_normalise(&text, buf_view(&p->in));
	if (article_read(&art, buf_view(&text), ARTICLE_LOOK, &p->arena)) {
		printf("title\t%zu\n", art.title_line);
		for (size_t i = 0; i < art.n; i++) {
			const struct block *b = &art.v[i];

			article_lines(b, b->text, &first, &last);
			printf("%zu-%zu\t%u\t%.*s\t%.*s\n", first, last, b->level, SPAN_ARG(b->label),
			    SPAN_ARG(b->speaker));
		}
	}
	buf_free(&text);
}

static void
print_field(const char *name, struct span value)
{
	if (value.n > 0)
		printf("%s\t%.*s\n", name, SPAN_ARG(value));
}

/* What the front matter says, and the first line after it. */
static void
probe_front(struct probe *p)
{
	struct article art = { .arena = &p->arena };
	struct buf text = BUF_INIT;
	struct span rest;
	size_t line = 1;

	io_normalise(&text, buf_view(&p->in));
	rest = front_read(&art, buf_view(&text), &line);
	print_field("title", art.title);
	print_field("subtitle", art.subtitle);
	print_field("date", art.date);
	print_field("author", art.author);
	print_field("url", art.url);
	print_field("kind", art.kind);
	for (size_t i = 0; i < art.nkeywords; i++)
		print_field("keyword", art.keyword[i]);
	printf("text\t%zu %zu\n", line, rest.n);
	buf_free(&text);
}

/* What is wrong in the emojis of a table, and in the kinds of words that have none of their own. */
static void
check_emojis(const struct tab *t)
{
	struct span rest, e;

	for (size_t row = 0; row < t->rows; row++) {
		rest = tab_cell(t, row, 1);
		if (span_words(rest) == 0 || span_words(rest) > 6)
			printf("%.*s: not 1 to 6 emojis\n", SPAN_ARG(tab_cell(t, row, 0)));
		while (!span_eq(tab_cell(t, row, 0), S("*")) && span_word(&rest, &e))
			if (!tab_has(&tab_emojis, e))
				printf("%.*s: %.*s\n", SPAN_ARG(tab_cell(t, row, 0)), SPAN_ARG(e));
	}
}

static void
probe_concepts(struct probe *p)
{
	(void)p;
	check_emojis(&tab_emoji);
	check_emojis(&tab_cldr);
	for (size_t row = 0; row < tab_kin.rows; row++)
		if (!tab_has(&tab_emoji, tab_cell(&tab_kin, row, 1))
		    && !tab_has(&tab_cldr, tab_cell(&tab_kin, row, 1)))
			printf("%.*s: no such kind\n", SPAN_ARG(tab_cell(&tab_kin, row, 0)));
	puts(tab_emoji.rows >= 2000 ? "2,000 concepts and more" : "too few concepts");
}

static void
print_placed(const struct block *b)
{
	size_t first, last;

	article_lines(b, b->text, &first, &last);
	printf("%zu-%zu %u ", first, last, b->level);
	print_block(b);
	fputc('\n', stdout);
	print_field("\tlabel", b->label);
	print_field("\tspeaker", b->speaker);
	if (b->aside)
		puts("\tnote");
}

/* The article with its fields, and its blocks with their lines. */
static void
probe_article(struct probe *p)
{
	struct article art;
	struct buf text = BUF_INIT;

	io_normalise(&text, buf_view(&p->in));
	if (article_read(&art, buf_view(&text), ARTICLE_LOOK, &p->arena)) {
		printf("line %zu\n", art.title_line);
		print_field("title", art.title);
		print_field("subtitle", art.subtitle);
		print_field("author", art.author);
		print_field("date", art.date);
		print_field("site", art.site);
		print_field("url", art.url);
		for (size_t i = 0; i < art.n; i++)
			print_placed(&art.v[i]);
	}
	buf_free(&text);
}

/* An outline in, the candidates for its bullets out: score, frame, rule, text. */
static void
probe_candidates(struct probe *p)
{
	char *operands[] = { (char *)p->arg, NULL };
	struct rec_reader reader = { 0 };
	struct candidates c = { 0 };
	struct sources sources;
	struct rec r;
	struct io io;

	io_init(&io, operands);
	reader.io = &io;
	while (rec_read(&reader, &r, &p->arena)) {
		source_read(&sources, &r);
		bullet_candidates(&sources, BULLET_MOST, &c);
	}
	for (size_t i = 0; i < c.n; i++)
		printf("%4d %.*s %.*s: %.*s\n", c.v[i].score, SPAN_ARG(c.v[i].frame),
		    SPAN_ARG(c.v[i].rule), SPAN_ARG(c.v[i].text));
	io_free(&io);
}

/* A sentence a line in; its forms out, longest first, each under its letters. */
static void
probe_cuts(struct probe *p)
{
	struct span rest = buf_view(&p->in), line;

	while (span_next(&rest, '\n', &line) && line.n > 0) {
		struct forms forms = { 0 };
		struct words w;

		words_read(&w, line, &p->arena);
		compress_open(&w);
		compress_forms(&w, &forms);
		for (size_t i = 0; i < forms.n; i++)
			printf("%.*s\n%.*s\n", SPAN_ARG(forms.v[i].letters),
			    SPAN_ARG(forms.v[i].text));
		putchar('\n');
	}
}

/* A group as the places of its ends. */
static void
print_group(struct span text, struct span group)
{
	if (group.s != NULL)
		printf(" %zu-%zu", (size_t)(group.s - text.s), (size_t)(group.s - text.s) + group.n);
	else
		printf(" -");
}

/* `pattern TAB letters` a line in, letters of one pattern after the other; out: the groups of the match,
 * or no, or what is wrong with the pattern; and `PCRE2 differs` where it does. */
static void
probe_shapes(struct probe *p)
{
	struct span rest = buf_view(&p->in), line, pattern = S(""), part;
	struct buf program = BUF_INIT;
	const char *wrong = NULL;
	struct shape_match m;
	struct pat_match peer;
	struct shape_set has;

	while (span_next(&rest, '\n', &line) && span_next(&line, '\t', &part)) {
		if (part.n > 0) {
			pattern = part;
			buf_cut(&program, 0);
			wrong = shape_make(pattern, &program);
		}
		if (wrong != NULL) {
			puts(wrong);
			continue;
		}
		if (line.s == NULL)
			break;
		has = shape_set_of(line);
		m = (struct shape_match){ 0 };
		peer = (struct pat_match){ 0 };
		printf(shape_may(buf_view(&program), &has) && shape_find(buf_view(&program), line, &m) ? "yes" : "no");
		for (size_t i = 0; i < SHAPE_GROUPS && m.group[0].s != NULL; i++)
			print_group(line, m.group[i]);
		pat_find(pattern, line, 0, &peer);
		for (size_t i = 0; i < SHAPE_GROUPS; i++)
			if (m.group[i].s != peer.group[i].s || m.group[i].n != peer.group[i].n)
				printf(", PCRE2 differs at %zu", i);
		putchar('\n');
	}
	buf_free(&program);
}

static const struct {
	const char *name;
	void (*run)(struct probe *);
	bool reads; /* standard input itself */
} modes[] = {
	{ "article", probe_article, false },
	{ "blocks", probe_blocks, false },
	{ "candidates", probe_candidates, true },
	{ "case", probe_case, false },
	{ "concepts", probe_concepts, false },
	{ "cuts", probe_cuts, false },
	{ "emoji", probe_emoji, false },
	{ "forms", probe_forms, false },
	{ "front", probe_front, false },
	{ "graphemes", probe_graphemes, false },
	{ "length", probe_length, false },
	{ "marks", probe_marks, false },
	{ "salience", probe_salience, false },
	{ "sentences", probe_sentences, false },
	{ "shapes", probe_shapes, false },
	{ "tags", probe_tags, false },
	{ "tokens", probe_tokens, false },
	{ "topics", probe_topics, false },
};

int
main(int argc, char **argv)
{
	struct probe p = { .in = BUF_INIT };

	die_init(argv[0], "probe MODE [ARG] <text");
	if (argc < 2 || argc > 3)
		die_usage();
	p.arg = argv[2];
	p.vocab = vocab_new(0, &p.arena);
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		if (strcmp(argv[1], modes[i].name) != 0)
			continue;
		if (!modes[i].reads)
			io_slurp("-", &p.in);
		modes[i].run(&p);
		arena_free(&p.arena);
		buf_free(&p.in);
		die_finish(DIE_DONE);
	}
	die_usage();
}
