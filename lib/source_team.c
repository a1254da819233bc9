/* SPDX-License-Identifier: ISC */
#include "source.h"

#include "source_part.h"

enum {
	OFTEN = 4,    /* lines that name who "we" may be */
	TEAM_MOST = 4 /* words of a team's name */
};

/* "Here at 18F", "we at the FBI", "at NASA, we": does that name in words `from` to `to` say who "we" is? `at` is where
 * its "at" stands. */
static bool
is_ours(const struct words *w, size_t at, size_t to)
{
	static const struct span before = SPAN("we|here");

	if (at > 0 && span_listed(before, w->v[at - 1].token.text))
		return true;
	to += to < w->n && w->v[to].letter == ',';
	return to < w->n && span_same(w->v[to].token.text, S("we"));
}

/* The name that a sentence gives for "we"; empty without one. */
static struct span
home(const struct words *w)
{
	for (size_t i = 0; i + 2 < w->n; i++) {
		size_t from = i + 1, to;

		if (!span_same(w->v[i].token.text, S("at")) && !span_same(w->v[i].token.text, S("within")))
			continue;
		from += span_same(w->v[from].token.text, S("the"));
		for (to = from; to < w->n && (w->v[to].letter == 'P' || w->v[to].letter == 'Y'); to++)
			continue;
		if (to > from && to < w->n && is_ours(w, i, to))
			return words_text(w, i + 1, to);
	}
	return S("");
}

/* In how many lines a name stands. */
static size_t
mentions(const struct sources *s, struct span name)
{
	size_t n = span_find(s->title, 0, name) < s->title.n;

	for (size_t i = 0; i < s->n; i++)
		n += span_find(s->v[i].text, 0, name) < s->v[i].text.n;
	return n;
}

/* The name that all such openings give; empty where two differ, or where there is only one and hardly
 * another word on that name: it may be what somebody else says. */
static struct span
find_home(const struct sources *s)
{
	struct span site = S(""), name;
	size_t count = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].field == FIELD_QUOTE || (name = home(&s->v[i].words)).n == 0)
			continue;
		if (site.n > 0 && !span_eq(site, name))
			return S("");
		site = name;
		count++;
	}
	return count > 1 || (count == 1 && mentions(s, site) >= OFTEN) ? site : S("");
}

/* Do all words of a name stand in the title? */
static bool
is_in_title(const struct sources *s, const struct words *w, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (span_find_same(s->title, w->v[i].token.text) == s->title.n)
			return false;
	return from < to;
}

/* "the Login.gov team": of a team by the name of what the headline is about. */
static struct span
find_team(const struct sources *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct words *w = &s->v[i].words;

		for (size_t team = 2; team < w->n; team++) {
			size_t from = team;

			if (!span_eq(w->v[team].token.text, S("team")))
				continue;
			while (from > 0 && team - from < TEAM_MOST && span_has(S("PY"), w->v[from - 1].letter))
				from--;
			if (from > 0 && span_listed(S("the|our"), w->v[from - 1].token.text) && is_in_title(s, w, from, team))
				return arena_join(s->arena, S("the "), words_text(w, from, team + 1));
		}
	}
	return S("");
}

/* "GSA Launches a Community": where the article says "we", it is who the headline says did it. */
static struct span
find_actor(const struct sources *s)
{
	struct words w;
	size_t n = 0;

	words_read(&w, s->title, s->arena);
	while (n < w.n && w.v[n].letter == 'P')
		n++;
	if (n == 0 || n > 3 || n == w.n || w.v[n].letter != 'z')
		return S("");
	return words_text(&w, 0, n);
}

/* How often the article says what. */
struct voice {
	size_t we, told; /* "we", and of those with what was done */
	size_t our, you, alone;
};

static void
hear(const struct source *s, struct voice *v)
{
	const struct words *w = &s->words;

	for (size_t i = 0; i < w->n; i++) {
		struct span t = w->v[i].token.text;
		size_t verb = i + 1 + (i + 2 < w->n && w->v[i + 1].letter == 'R');

		v->alone += span_eq(t, S("I")) && s->field != FIELD_QUOTE;
		v->our += span_same(t, S("our"));
		v->you += span_same(t, S("you")) || span_same(t, S("your"));
		if (!span_same(t, S("we")))
			continue;
		v->we++;
		v->told += verb < w->n && (span_has(S("dH"), w->v[verb].letter) || span_same(w->v[verb].token.text, S("were")));
	}
}

/* "We now initialize the model, as you see": author and reader, no team. */
static bool
is_shared(const struct voice *v)
{
	return v->told * 5 < v->we && v->you > 0 && v->you >= v->our;
}

void
source_name_team(struct sources *s)
{
	static struct span (*const find[])(const struct sources *) = { find_actor, find_team };
	struct voice voice = { 0 };

	if (s->site.n == 0)
		s->site = find_home(s);
	if (s->site.n > 0)
		return;
	for (size_t i = 0; i < s->n; i++)
		hear(&s->v[i], &voice);
	for (size_t i = 0; voice.we > 1 && s->site.n == 0 && i < sizeof(find) / sizeof(find[0]); i++)
		s->site = find[i](s);
	if (s->site.n > 0 || voice.we < 4 || (s->writer.n > 0 && voice.alone > 1)) /* one author's "we" is the author and the reader */
		return;
	s->site = S("the team");
	s->anonymous = true;
	s->shared = is_shared(&voice);
}
