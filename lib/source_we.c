/* SPDX-License-Identifier: ISC */
#include "source.h"

#include "list.h"
#include "source_part.h"
#include "stem.h"

/* The verb after "we", as it goes with a name; false where that is not sure. */
static bool
agree(const struct sources *s, struct word *verb, bool anonymous)
{
	static const struct {
		const char *plural, *singular;
	} forms[] = { { "are|’re|'re|am|’m|'m", "is" }, { "were", "was" }, { "have|’ve|'ve", "has" },
		{ "do", "does" }, { "’ll|'ll", "will" } };
	struct buf b = BUF_INIT;

	if (anonymous && verb->letter == 'M' && !span_listed(S("will|would"), verb->token.text))
		return false;
	if (span_has(S("dM"), verb->letter) && verb->token.text.s[0] != '\''
	    && !span_starts(verb->token.text, S("’")))
		return true;
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (!span_listed(span_of(forms[i].plural), verb->token.text) || (anonymous && i == 3))
			continue;
		verb->token.text = span_of(forms[i].singular);
		verb->token.glued = false;
		verb->letter = "BBHAM"[i];
		return true;
	}
	if (verb->letter != 'p')
		return false;
	stem_third(verb->token.text, &b);
	verb->token.text = arena_span(s->arena, buf_view(&b));
	verb->letter = 'z';
	buf_free(&b);
	return true;
}

struct span
source_owner_mark(const struct sources *s, struct span name)
{
	struct span mark = s->curly ? S("’s") : S("'s");

	return span_ends(name, S("s")) ? span_head(mark, mark.n - 1) : mark;
}

static struct span
possessive(const struct sources *s, struct span name)
{
	return arena_join(s->arena, name, source_owner_mark(s, name));
}

/* "our nation", "our planet": not the site's alone. */
static bool
is_everybodys(struct span thing)
{
	return span_listed(list_named(S("everybodys")), thing);
}

/* "we test it, and have fixed two faults": the second verb goes with the name too. */
static bool
agree_all(const struct sources *s, struct words *w, size_t verb)
{
	if (!agree(s, &w->v[verb], s->anonymous))
		return false;
	for (size_t i = verb + 1; i + 1 < w->n && !span_has(S("UW"), w->v[i].letter); i++) {
		size_t next = i + 1 + (i + 2 < w->n && w->v[i + 1].letter == 'R');

		if (w->v[i].letter == 'K' && span_has(S("pH"), w->v[next].letter)
		    && !span_listed(S("has|had"), w->v[next].token.text) && !agree(s, &w->v[next], s->anonymous))
			return false;
	}
	return true;
}

/* "our president": "the president" is another. */
static bool
is_office(struct span thing)
{
	return span_listed(list_named(S("office")), thing);
}

/* `again`: the site stands in the sentence already. */
static bool
resolve_word(const struct sources *s, struct words *w, size_t i, bool again)
{
	struct span t = w->v[i].token.text;
	size_t verb = i + 1 + (i + 2 < w->n && w->v[i + 1].letter == 'R');
	bool common = i + 1 < w->n && is_everybodys(w->v[i + 1].token.text);

	if (span_listed(S("we"), t) && verb < w->n && agree_all(s, w, verb))
		w->v[i].token.text = again ? S("it") : s->site;
	else if (span_listed(S("our"), t) && s->anonymous && i + 1 < w->n && is_office(w->v[i + 1].token.text))
		return false;
	else if (span_listed(S("our"), t) && (again || (s->anonymous && i > 0) || common))
		w->v[i].token.text = again && !common ? S("its") : S("the");
	else if (span_listed(S("our"), t))
		w->v[i].token.text = possessive(s, s->site);
	else if (span_listed(S("us"), t) && !s->anonymous)
		w->v[i].token.text = s->site;
	else
		return false;
	if (span_listed(S("our"), t) && span_ends(s->site, S(" team")) && !again && i + 1 < w->n
	    && span_eq(w->v[i + 1].token.text, S("team"))) {
		w->v[i].token.text = s->site; /* "our team" is "the Login.gov team" */
		words_cut(w, i + 1, i + 2);
		t = S("we");
	}
	w->v[i].letter = !span_listed(S("our"), t) ? 'Q' : common || (s->anonymous && !again && i > 0) ? 'D' : 'm';
	w->v[i].is = 0;
	if (w->v[i].letter == 'D' && i + 1 < w->n && span_same(w->v[i + 1].token.text, S("own")))
		words_cut(w, i + 1, i + 2);
	return true;
}

static struct span
surname(struct span name)
{
	struct span word, last = S("");

	while (span_word(&name, &word))
		last = word;
	return last;
}

/* "I" is the one author, by the full name and then by the surname. */
static bool
resolve_writer(const struct sources *s, struct words *w, size_t i, bool again)
{
	struct span t = w->v[i].token.text, name = again ? surname(s->writer) : s->writer;
	size_t verb = i + 1 + (i + 2 < w->n && w->v[i + 1].letter == 'R');
	bool my = span_listed(S("my"), t);

	if (span_listed(S("i"), t) ? verb >= w->n || !agree(s, &w->v[verb], false) : !span_listed(S("me|my"), t))
		return false;
	w->v[i].token.text = my ? possessive(s, name) : name;
	w->v[i].letter = my ? 'm' : 'P';
	w->v[i].is = 0;
	return true;
}

/* "Here at 18F, we use ...": once the name stands for "we", the place goes. */
static void
drop_home(const struct sources *s, struct words *w)
{
	size_t comma = 1, at = w->n > 2 && span_same(w->v[0].token.text, S("here"));

	while (comma < w->n && w->v[comma].letter != ',')
		comma++;
	if (comma + 1 < w->n && span_listed(S("at|in|within"), w->v[at].token.text)
	    && span_listed(S("we"), w->v[comma + 1].token.text) && span_eq(words_text(w, at + 1, comma), s->site))
		words_cut(w, 0, comma + 1);
}

/* "What has helped us to evolve", of humans: we all. */
static bool
means_mankind(const struct words *w)
{
	struct span all = list_named(S("mankind"));

	for (size_t i = 0; i < w->n; i++)
		if (span_listed(all, w->v[i].token.text))
			return true;
	return false;
}

void
source_resolve(const struct sources *s, struct words *w, struct source *from)
{
	bool named = false;

	drop_home(s, w);
	for (size_t i = means_mankind(w) ? w->n : 0; i < w->n; i++) {
		if ((w->v[i].is & WORDS_FIRST) == 0 || w->v[i].token.opaque)
			continue;
		if (s->writer.n > 0 && resolve_writer(s, w, i, from->written))
			from->written = true;
		else if (s->site.n > 0 && resolve_word(s, w, i, named))
			from->resolved = true;
		named |= w->v[i].letter == 'Q' || (w->v[i].letter == 'm' && !s->anonymous);
	}
}

struct span
source_borrowed(const struct sources *s, const struct source *from)
{
	struct source whole = *from;
	struct span proof;

	if (from->field == FIELD_QUOTE && from->label.n > 0) {
		whole.text = from->whole;
		proof = source_proof(s, from->label);
		return proof.n > 0 ? proof : source_evidence(&whole, s->arena);
	}
	if (from->stands_for.n > 0)
		return from->stands_for;
	return from->resolved && !s->anonymous ? source_proof(s, span_starts(s->site, S("the ")) ? span_from(s->site, 4) : s->site) : S("");
}

/* Is a word the surname of a full name, or its first name where nobody else has that? */
static bool
is_bare_name(const struct sources *s, size_t person, struct span word)
{
	struct span full = s->person[person], first = full;
	size_t same = 0;

	if (span_eq(word, surname(full)))
		return true;
	if (!span_word(&full, &first) || !span_eq(word, first) || span_has(full, '-'))
		return false;
	for (size_t k = 0; k < s->npersons; k++)
		same += span_starts(s->person[k], first);
	return same == 1;
}

struct span
source_name(const struct sources *s, struct words *w, struct span said)
{
	for (size_t i = 0; i < w->n; i++) {
		if (w->v[i].letter != 'P' || (i > 0 && w->v[i - 1].letter == 'P') || (i + 1 < w->n && w->v[i + 1].letter == 'P'))
			continue;
		for (size_t k = 0; k < s->npersons; k++) {
			struct span proof;

			if (!is_bare_name(s, k, w->v[i].token.text) || span_find(said, 0, s->person[k]) < said.n
			    || (proof = source_proof(s, s->person[k])).n == 0)
				continue;
			w->v[i].token.text = s->person[k];
			return proof;
		}
	}
	return S("");
}
