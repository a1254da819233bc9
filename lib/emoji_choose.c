/* SPDX-License-Identifier: ISC */
/* What an emoji is worth on a line. */
#include "emoji_part.h"

#include "profile.h"

#include <string.h>

/* Bad news is what its line is about, verb or noun. */
#define GRAVE 150
/* A field has marks when one part in so many of the text is about it; the first one's best mark is
 * worth more than a weak word, less than a verb. */
#define SHARE 5
#define FIELD_MOST 300

struct span
emoji_neutral(void)
{
	return tab_value(&tab_emoji, S("*"), CONCEPT_EMOJIS);
}

static int
tiredness(size_t row)
{
	struct span cell = row != TAB_NONE ? tab_cell(&tab_emojis, row, EMOJIS_TIRED) : S("");

	return cell.n > 0 ? cell.s[0] - '0' : 0;
}

static bool
is_festive(size_t row)
{
	return row != TAB_NONE && span_eq(tab_cell(&tab_emojis, row, EMOJIS_TONE), S("festive"));
}

/* A concept's own worth: phrases say more than words, long words more than short ones, and subject
 * and object more than the rest. */
static int
worth(const struct emoji_hit *h, const struct emoji_line *l)
{
	int score = 100 * h->weight;

	score += 80 * (int)(h->words - 1) + h->role;
	score += h->key.n >= 7 ? 20 : 0;
	/* Without grammar the noun at the end of a short line is most likely its head. */
	if (h->role == 0 && l->words > 0 && l->words <= 14)
		score += (int)(40 * (h->at + h->words) / l->words);
	if (h->grave)
		score += GRAVE;
	return score;
}

size_t
emoji_candidates(struct emoji_candidate *v, size_t most, const struct emoji_line *l, bool grave)
{
	struct span rest, e;
	size_t n = 0, row;
	int score, rank;

	for (size_t i = 0; i < l->hits; i++) {
		if (grave && l->hit[i].festive)
			continue;
		rest = l->hit[i].emojis;
		score = worth(&l->hit[i], l);
		for (rank = 0; n < most && span_word(&rest, &e); rank++) {
			row = tab_find(&tab_emojis, e);
			if (grave && is_festive(row))
				continue;
			v[n++] = (struct emoji_candidate){ .emoji = e,
				.hit = &l->hit[i],
				.rank = rank + 1,
				.tired = tiredness(row),
				.score = score - 55 * rank };
			v[n - 1].score -= EMOJI_TIRED * v[n - 1].tired;
		}
	}
	return n;
}

void
emoji_field_hits(struct emoji_line *l, struct emoji_hit *room, const struct emoji_context *c)
{
	char name[32] = "*@";
	size_t row, most = 1;

	*l = (struct emoji_line){ .hit = room };
	for (size_t i = 0; i < c->fields; i++)
		if (c->weight[i] > most)
			most = c->weight[i];
	for (size_t i = 0; i < c->fields && l->hits < EMOJI_HITS; i++) {
		struct span f = c->field[i];

		if (f.n + 2 > sizeof(name) || SHARE * c->weight[i] < c->total)
			continue;
		memcpy(name + 2, f.s, f.n);
		row = tab_find(&tab_emoji, (struct span){ name, f.n + 2 });
		if (row == TAB_NONE)
			continue;
		l->hit[l->hits++] = (struct emoji_hit){ .key = tab_cell(&tab_emoji, row, CONCEPT_KEY),
			.emojis = tab_cell(&tab_emoji, row, CONCEPT_EMOJIS),
			.words = 1,
			.role = (int)(FIELD_MOST * c->weight[i] / most) };
	}
}

/* A record that has marks has been given all that its brand has. */
struct span
emoji_mark(const struct rec *r, const struct emoji_options *o, enum field f)
{
	if (f == FIELD_BULLET && o->mark.n > 0)
		return o->mark;
	if (r != NULL && rec_count(r, FIELD_MARK) > 0)
		return profile_mark(r, f);
	return o->profile != NULL ? profile_mark(o->profile, f) : S("");
}

void
emoji_explain(const struct emoji_options *o, struct span where, struct span emoji,
    const struct emoji_candidate *c)
{
	struct span key = c != NULL && c->hit != NULL ? c->hit->key : S("");

	if (o->why == NULL)
		return;
	buf_fmt(o->why, "%.*s: %.*s ", SPAN_ARG(where), SPAN_ARG(emoji));
	if (c == NULL)
		buf_str(o->why, "a standing mark\n");
	else if (c->hit == NULL)
		buf_str(o->why, "no concept found, a neutral mark\n");
	else if (span_starts(key, S("*@")))
		buf_fmt(o->why, "subject \"%.*s\", choice %d, score %d\n",
		    SPAN_ARG(span_from(key, 2)), c->rank, c->score);
	else
		buf_fmt(o->why, "concept \"%.*s\", choice %d, score %d\n",
		    SPAN_ARG(span_head(key, span_find_char(key, 0, '@'))), c->rank, c->score);
}
