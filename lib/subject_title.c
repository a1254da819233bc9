/* SPDX-License-Identifier: ISC */
#include "subject.h"

#include "pat.h"
#include "utf8.h"

enum {
	TITLE_LONG = 100, /* characters: a longer title is cut where it can be */
	TITLE_TOPICS = 4  /* so many of the best topics are what an article is on */
};

/* Where a long headline may end: before a comma, or before "using" and the like. */
static struct span
cut_long(struct span title)
{
	static const struct span end = SPAN("^.{20,99}?(?=,? (?:using|by \\p{L}+ing|to help|with the)\\b"
		"|, (?:and )?\\p{L}|:|,? and (?:an?|the|its) )");
	struct pat_match m;

	if (utf8_count(title) <= TITLE_LONG || !pat_find(end, title, 0, &m))
		return title;
	title = m.group[0];
	/* Inside brackets nothing ends. */
	return span_find_char(title, 0, ')') < title.n ? title : span_rtrim(span_head(title, span_find_char(title, 0, '(')));
}

static bool
holds_topic(const struct sources *all, struct span text)
{
	for (size_t i = 0; i < all->ntopics && i < TITLE_TOPICS; i++)
		if (span_find_same(text, all->topic[i]) < text.n)
			return true;
	return false;
}

/* "Looking Back and Looking Forward: The Future of ...": of a long headline the part that names the subject. */
static struct span
part_of_long(const struct sources *all, struct span title)
{
	size_t colon = span_find(title, 0, S(": "));
	struct span rest = span_from(title, colon < title.n ? colon + 2 : title.n);

	if (utf8_count(title) <= TITLE_LONG || utf8_count(rest) > TITLE_LONG || holds_topic(all, span_head(title, colon))
	    || !holds_topic(all, rest))
		return title;
	return rest;
}

/* A headline's "our" goes, or gives way to the site. */
static struct span
own_title(const struct sources *all, struct span title)
{
	static const struct span our = SPAN("\\b[Oo]ur ([Oo]wn )?");
	struct span site = S("the ");
	struct pat_match m;

	if (span_find_same(title, S("our ")) == title.n || !pat_find(our, title, 0, &m))
		return title;
	if (all->site.n > 0 && !all->anonymous)
		site = arena_join(all->arena, arena_join(all->arena, all->site, source_owner_mark(all, all->site)), S(" "));
	site = arena_join(all->arena, span_between(title.s, m.group[0].s), site);
	return arena_join(all->arena, site, span_between(m.group[0].s + m.group[0].n, title.s + title.n));
}

struct span
subject_title(const struct sources *all)
{
	static const struct span label = SPAN("^(?:Deep Dive|[Tt]he Data Briefing|Case [Ss]tudy|Opinion|Analysis|"
		"Explainer|Feature|Guest [Pp]ost|Interview|News|Press [Rr]elease|Update|Announcement|Blog): (?=\\S+ \\S)");
	struct span title = all->title;
	struct buf b = BUF_INIT;
	struct pat_match m;

	if (span_find(title, 0, S(": ")) < title.n && pat_find(label, title, 0, &m))
		title = span_from(title, m.group[0].n);
	title = own_title(all, cut_long(part_of_long(all, title)));
	while (title.n > 1 && span_has(S("!., "), title.s[title.n - 1]))
		title.n--;
	truecase_title(all->truecase, title, &b);
	title = arena_span(all->arena, buf_view(&b));
	buf_free(&b);
	return title;
}
