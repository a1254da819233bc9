/* SPDX-License-Identifier: ISC */
#include "phrase_part.h"

#include "tab.h"
#include "tag.h"

extern const struct tab tab_tagform;

/* Numbers may end a name (Section 508); Node.js looks like a file and is none. */
bool
phrase_is_word(const struct token *t)
{
	return t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER ||
	    (t->kind == TOKEN_URL && tab_find_lower(&tab_tagform, t->text) != TAB_NONE);
}

static struct span
key_of(const uint32_t *stem, size_t n)
{
	return (struct span){ (const char *)stem, n * sizeof(*stem) };
}

size_t
phrase_lookup(const struct finder *f, const uint32_t *stem, size_t n)
{
	return map_find(&f->key, key_of(stem, n));
}

struct candidate *
phrase_candidate(struct finder *f, const uint32_t *stem, size_t n)
{
	size_t known = f->key.n, id = map_add(&f->key, key_of(stem, n));
	struct candidate *c;

	if (id < known)
		return &f->c[id];
	f->c = arena_grow(f->arena, f->c, id + 1, &f->room, sizeof(*f->c));
	c = &f->c[id];
	*c = (struct candidate){ .words = (unsigned)n, .joined = PHRASE_ALONE };
	c->first = c->block = (size_t)-1;
	for (size_t i = 0; i < n; i++) {
		c->stem[i] = stem[i];
		c->mask |= (uint64_t)1 << (stem[i] & 63);
	}
	return c;
}

uint32_t
phrase_stem(struct finder *f, uint32_t word)
{
	const struct vocab_word *w = vocab_word(f->vocab, word);

	f->info = arena_grow(f->arena, f->info, w->stem + 1, &f->infos, 1);
	if (f->info[w->stem] == 0 || w->info < f->info[w->stem])
		f->info[w->stem] = w->info;
	return w->stem;
}

/* Puts the stems of the article in a row, once for all that follows. */
void
phrase_read(struct finder *f)
{
	size_t n = 0, at = 0;

	for (size_t i = 0; i < f->n; i++)
		n += f->v[i].tokens.n;
	f->info = arena_grow(f->arena, f->info, vocab_stems(f->vocab), &f->infos, 1);
	f->stem = ARENA_ARRAY(f->arena, uint32_t, n + 1);
	f->stem_at = ARENA_ARRAY(f->arena, size_t, f->n + 1);
	for (size_t i = 0; i < f->n; i++) {
		f->stem_at[i] = at;
		for (size_t j = 0; j < f->v[i].tokens.n; j++, at++)
			if (phrase_is_word(&f->v[i].tokens.v[j]))
				f->stem[at] = phrase_stem(f, f->v[i].tokens.v[j].word);
	}
}

const uint32_t *
phrase_stems(const struct finder *f, const struct sentence *s)
{
	return f->stem + f->stem_at[s - f->v];
}

static void
count_one(struct candidate *c, const struct sentence *s, size_t index, bool inner, bool opens)
{
	c->count++;
	c->inner += inner;
	c->opening += opens;
	c->title += s->role == ROLE_TITLE;
	c->heading += s->role == ROLE_HEADING;
	if (c->first > index)
		c->first = index;
	if (c->block != s->block)
		c->blocks++;
	c->block = s->block;
}

/* Is it the first word of a sentence of the text, or the first after an article? */
static bool
is_opening(const struct sentence *s, size_t i)
{
	if (s->role == ROLE_TITLE || s->role == ROLE_HEADING)
		return false;
	return i == 0 || (i == 1 && tag_upos(&s->tokens.v[0]) == UPOS_DET);
}

/* Every run of one to five words that is a candidate, whatever stands around it. */
static void
count_in(struct finder *f, const unsigned char *words, const struct sentence *s, size_t index)
{
	const struct token *v = s->tokens.v;
	const uint32_t *stem = phrase_stems(f, s);
	size_t found[PHRASE_WORDS], n, end = 0, longest, most;

	for (size_t i = 0; i < s->tokens.n; i++) {
		longest = 0;
		most = phrase_is_word(&v[i]) ? words[stem[i]] : 0;
		for (n = 0; n < most && i + n < s->tokens.n && phrase_is_word(&v[i + n]); n++) {
			found[n] = phrase_lookup(f, stem + i, n + 1);
			if (found[n] != MAP_NONE && (n == 0 || f->c[found[n]].whole > 1))
				longest = n + 1;
		}
		for (size_t j = 0; j < n; j++)
			if (found[j] != MAP_NONE)
				count_one(&f->c[found[j]], s, index, j + 1 < longest || i + j + 1 <= end, is_opening(s, i));
		if (i + longest > end)
			end = i + longest;
	}
}

void
phrase_count(struct finder *f)
{
	/* How many words the longest candidate has that begins with a stem. */
	unsigned char *words = ARENA_ARRAY(f->arena, unsigned char, vocab_stems(f->vocab) + 1);

	for (size_t i = 0; i < f->key.n; i++)
		if (words[f->c[i].stem[0]] < f->c[i].words)
			words[f->c[i].stem[0]] = (unsigned char)f->c[i].words;
	for (size_t i = 0; i < f->n; i++)
		count_in(f, words, &f->v[i], i);
}
