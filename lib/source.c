/* SPDX-License-Identifier: ISC */
#include "source.h"

#include "compress.h"
#include "emoji.h"
#include "fluent.h"
#include "rewrite.h"
#include "sent.h"
#include "source_part.h"
#include "tab.h"

extern const struct tab tab_labelword;

enum {
	SOURCE_TOPICS = 8, /* that count */
	STATED_WEIGHT = 85, /* of a sentence of the subtitle */
	STATED_MOST = 8,   /* of those; more cost a copy */
	READ_MOST = 3000   /* lines of an outline that are read as words: a long article has 300; of a book the first
	                      ones do */
};

/* A speaker's first name with the surname that the byline gives; as it is without one. */
static struct span
full_name(const struct sources *s, struct span name)
{
	struct span list = s->author, one;

	if (span_listed(S("me|us|interviewer|host|moderator"), name))
		return S("");
	if (name.n < 2 || span_words(name) > 1)
		return name;
	while (span_next(&list, ',', &one)) {
		one = span_trim(one);
		if (span_starts(one, name) && one.n > name.n && one.s[name.n] == ' ' && span_words(one) <= 4)
			return one;
	}
	return name;
}

/* "Summary: ...": a label of the text, not somebody who speaks. */
static bool
is_label_word(struct span label)
{
	struct span first;

	return span_word(&label, &first) && tab_find_lower(&tab_labelword, first) != TAB_NONE;
}

static bool
add_source(struct sources *s, struct words_reader *reader, const struct rec_line *l)
{
	struct source new = { .field = l->field, .section = s->sections, .place = s->n };
	struct span value = l->value, bare, body;
	size_t weight = 0;

	if (!rec_take_lines(&value, &new.first, &new.last) || !rec_take_number(&value, &weight)
	    || (bare = emoji_drop(value, s->arena)).n == 0 || source_is_bio(s, value))
		return false;
	new.weight = weight < 100 ? (unsigned)weight : 100;
	new.text = value;
	new.announces = value.s[value.n - 1] == ':';
	new.instance = span_starts_same(bare, S("for example")) || span_starts_same(bare, S("for instance"));
	if (s->n > 0 && s->v[s->n - 1].first == new.first)
		s->v[s->n - 1].denied = source_denies(bare);
	new.myth = (s->myths && l->field != FIELD_POINT && l->field != FIELD_QUOTE) || source_is_myth(value);
	body = source_strip_number(bare, l->field == FIELD_SECTION);
	if (l->field == FIELD_SECTION) {
		new.counted = body.n < bare.n;
		new.section = ++s->sections;
		s->mistakes = source_warns(value);
		s->closing = source_closes(value);
	}
	if (l->field == FIELD_SECTION || new.announces)
		s->framed = source_frames(value);
	else if (l->field == FIELD_POINT)
		s->framed = false;
	new.framed = s->framed && (l->field == FIELD_ITEM || l->field == FIELD_LABEL);
	new.closing = s->closing && l->field != FIELD_SECTION;
	new.mistake = s->mistakes && (l->field == FIELD_ITEM || l->field == FIELD_LABEL);
	if (l->field == FIELD_LABEL || l->field == FIELD_QUOTE || source_opens_with_label(body))
		new.label = source_take_label(&body);
	if (l->field == FIELD_SECTION && source_threatens(new.label))
		new.framed = true; /* "Challenge: Losing the focus" is no plan */
	if (l->field == FIELD_QUOTE && is_label_word(new.label)) {
		new.field = FIELD_POINT; /* the article's own words, set off */
		new.label = S("");
	} else if (l->field == FIELD_QUOTE) {
		new.whole = value;
		source_take_label(&new.text); /* the speaker's name need not stand on its lines */
		new.label = full_name(s, new.label);
	}
	if (new.label.n == 0 && l->field == FIELD_ITEM)
		new.label = source_take_dashed(&body);
	if (s->n < READ_MOST)
		new.tokens = words_read_next(reader, &new.words, source_without_marks(body, s->arena));
	source_drop_question(&new.words);
	s->curly |= span_find(value, 0, S("’")) < value.n;
	ARENA_PUSH(s->arena, s, new);
	return true;
}

/* What the article says of itself in its subtitle, sentence by sentence, where a From line proves it. */
static void
add_stated(struct sources *s, struct words_reader *reader, struct span proof)
{
	struct sents sents = { 0 };
	struct span text = proof;
	size_t first, last;

	if (!rec_take_lines(&text, &first, &last))
		return;
	sent_split(text, &sents, s->arena);
	for (size_t i = 0; i < sents.n; i++) {
		struct rec_line line = { .field = FIELD_POINT };
		struct buf b = BUF_INIT;

		buf_fmt(&b, "%zu-%zu %d ", first, last, STATED_WEIGHT);
		buf_add(&b, sents.v[i]);
		line.value = arena_span(s->arena, buf_view(&b));
		buf_free(&b);
		if (!add_source(s, reader, &line))
			continue;
		s->v[s->n - 1].stated = true;
		if (!source_drop_invitation(&s->v[s->n - 1].words))
			s->n--;
	}
}

/* Two to four words, each with a capital. */
static bool
is_full_name(struct span name)
{
	size_t words = span_words(name);
	struct span word;

	while (span_word(&name, &word))
		if (!span_is_upper(word.s[0]) && (unsigned char)word.s[0] < 0x80)
			return false;
	return words >= 2 && words <= 4;
}

static void
add_person(struct sources *s, struct span value)
{
	struct {
		struct span *v;
		size_t n, cap;
	} list = { s->person, s->npersons, s->person_cap };
	size_t weight;

	if (!rec_take_number(&value, &weight) || !is_full_name(value))
		return;
	ARENA_PUSH(s->arena, &list, value);
	s->person = list.v;
	s->npersons = list.n;
	s->person_cap = list.cap;
}

static void
add_topic(struct sources *s, struct span value)
{
	size_t weight;

	if (s->topic == NULL)
		s->topic = ARENA_ARRAY(s->arena, struct span, SOURCE_TOPICS);
	if (s->ntopics < SOURCE_TOPICS && rec_take_number(&value, &weight) && value.n > 1)
		s->topic[s->ntopics++] = value;
}

/* What it would be with a name in place of the pronoun that it opens on. */
static struct span
as_named(const struct sources *s, struct span letters)
{
	return letters.s[0] == 'O' ? arena_join(s->arena, S("P"), span_from(letters, 1)) : letters;
}

static void
judge(const struct sources *s, struct form *form)
{
	form->orphans = source_orphans(s, &form->words) + (form->level > 0 && source_ends_bare(&form->words));
	form->alone = source_stands_alone(&form->words);
	form->ends = fluent_ends(&form->words);
	form->statement = form->ends && fluent_asserts(form->letters);
	form->goes_on = !form->alone && form->ends && source_stands_after(&form->words) && fluent_asserts(as_named(s, form->letters));
}

bool
source_is_fluent(const struct source *s, const struct form *form)
{
	struct form *own = &s->forms[form - s->forms];

	if (own->fluent == FLUENT_UNKNOWN)
		own->fluent = fluent_line(form->text) ? FLUENT_YES : FLUENT_NO;
	return own->fluent == FLUENT_YES;
}

static void
make_forms(struct sources *s, struct source *from)
{
	struct words w = from->words;
	struct forms forms = { 0 };

	source_drop_notes(&w);
	if (words_has(&w, WORDS_FIRST)) {
		w = words_copy(&w);
		source_resolve(s, &w, from); /* what is left of the first person may go with a cut */
	}
	if (source_is_dated(&w)) {
		w = words_copy(&w);
		source_anchor(s, &w, &from->dated);
	}
	compress_forms(&w, &forms);
	for (size_t i = 0; i < forms.n; i++)
		judge(s, &forms.v[i]);
	from->forms = forms.v;
	from->nforms = forms.n;
}

/* "3 Ways to ...", "Five lessons ...": how many; 0 where the title counts nothing. */
static size_t
title_count(const struct sources *s)
{
	static const struct span words[] = { SPAN("three"), SPAN("four"), SPAN("five"), SPAN("six"), SPAN("seven"),
		SPAN("eight"), SPAN("nine"), SPAN("ten") };
	struct span rest = s->title, first;
	size_t n = 0;

	if (!span_word(&rest, &first) || span_uint(first, &n))
		return n < 13 ? n : 0;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (span_same(first, words[i]))
			return i + 3;
	return 0;
}

/* Where as many headings of one level stand as the title counts, they are what it counts. */
static void
find_counted(struct sources *s)
{
	size_t want = title_count(s), levels[7] = { 0 };

	for (size_t i = 0; i < s->n && want > 2; i++)
		if (s->v[i].field == FIELD_SECTION && s->v[i].weight < 7)
			levels[s->v[i].weight]++;
	for (size_t i = 0; i < s->n && want > 2; i++)
		if (s->v[i].field == FIELD_SECTION && s->v[i].weight < 7 && levels[s->v[i].weight] == want)
			s->v[i].counted = true;
}

/* The From line under a field. */
static struct span
from_of(const struct rec *r, enum field f)
{
	size_t at = rec_find(r, 0, f) + 1;

	return at < r->n && r->v[at].field == FIELD_FROM ? r->v[at].value : S("");
}

/* Bytes of the outline, up to what is read as words. */
static size_t
outline_bytes(const struct rec *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n && i < READ_MOST; i++)
		if (field_is_outline(r->v[i].field) || r->v[i].field == FIELD_SUBTITLE)
			n += r->v[i].value.n;
	return n;
}

void
source_read(struct sources *s, const struct rec *r)
{
	struct words_reader reader = words_reader_new(outline_bytes(r), r->arena);
	const struct source *above = NULL; /* of the items */

	*s = (struct sources){ .arena = r->arena, .vocab = reader.vocab, .title = emoji_strip(rec_value(r, FIELD_TITLE)),
		.site = rec_value(r, FIELD_SITE), .author = rec_value(r, FIELD_AUTHOR), .date = rec_value(r, FIELD_DATE) };
	s->title = source_headline(source_without_marks(s->title, s->arena));
	s->myths = span_says(s->title, S("myths|misconceptions|fallacies|lies"));
	s->title_from = from_of(r, FIELD_TITLE);
	s->date_from = from_of(r, FIELD_DATE);
	s->author_from = from_of(r, FIELD_AUTHOR);
	if (s->author_from.n > 0 && is_full_name(s->author) && span_find_char(s->author, 0, ',') == s->author.n)
		s->writer = s->author;
	s->v = ARENA_ARRAY(r->arena, struct source, r->n + STATED_MOST); /* a source is large to move */
	s->cap = r->n + STATED_MOST;
	for (size_t i = 0; i < r->n; i++) {
		if (field_is_outline(r->v[i].field))
			add_source(s, &reader, &r->v[i]);
		else if (r->v[i].field == FIELD_FROM && i > 0 && r->v[i - 1].field == FIELD_SUBTITLE)
			add_stated(s, &reader, r->v[i].value);
		else if (r->v[i].field == FIELD_PERSON)
			add_person(s, r->v[i].value);
		else if (r->v[i].field == FIELD_TOPIC)
			add_topic(s, r->v[i].value);
	}
	find_counted(s);
	source_learn_case(s);
	source_drop_bio(s);
	source_name_team(s);
	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].words.n == 0)
			continue;
		source_lower_titles(s, &reader, &s->v[i]);
		source_mend_first(s, &s->v[i].words);
	}
	source_read_lists(s);
	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].field != FIELD_ITEM)
			above = &s->v[i];
		if (s->v[i].words.n == 0)
			continue;
		compress_open(&s->v[i].words);
		source_mend_first(s, &s->v[i].words);
		source_put_subject(s, &s->v[i]);
		source_put_announced(s, above, &s->v[i]);
		make_forms(s, &s->v[i]);
	}
}

struct span
source_evidence(const struct source *s, struct arena *a)
{
	struct buf b = BUF_INIT;
	struct span v;

	buf_fmt(&b, s->first == s->last ? "%zu " : "%zu-%zu ", s->first, s->last);
	buf_add(&b, s->text);
	v = arena_span(a, buf_view(&b));
	buf_free(&b);
	return v;
}

struct span
source_proof(const struct sources *s, struct span text)
{
	for (size_t i = 0; i < s->n; i++)
		if (span_find(s->v[i].text, 0, text) < s->v[i].text.n)
			return source_evidence(&s->v[i], s->arena);
	if (span_find(s->author_from, 0, text) < s->author_from.n)
		return s->author_from;
	return span_find(s->title_from, 0, text) < s->title_from.n ? s->title_from : S("");
}
