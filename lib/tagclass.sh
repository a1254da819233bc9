#!/bin/sh
# SPDX-License-Identifier: ISC
# tagclass: makes the table of classes of the tagger from WordNet, two lists of words and the lexicon of
# Brill's tagger; a host tool, not installed, not run by the build. Train the tagger anew afterwards (tagtrain.c).
#
# usage: sh lib/tagclass.sh [SHARE] >lib/tab/tagclass.tsv
#
# SHARE holds wordnet/ and dict/ as Debian's packages wordnet-base, wamerican and wbritish install them
# (default: /usr/share), and brill/ with tags.js and words.js of the npm package brill 3.1.0.
set -eu
share=${1:-/usr/share}
export LC_ALL=C
cat <<'END'
# English words and what each can be: n noun, s its plural, v verb, d g z its past, gerund and
# third person, j adjective, c its degrees, r adverb, p name, w word; the most frequent first; and of
# what kind WordNet takes it to be: f and the number of its file of persons (18), places (15), of saying (32)
# source: WordNet 3.0 and SCOWL (Debian packages wordnet-base wamerican and wbritish), by lib/tagclass.sh;
# which class tells the kind, from the lexicon of Brill's tagger (npm package brill 3.1.0)
# licence: WordNet 3.0 licence, SCOWL licence, MIT
# columns: word class kind
# order: hash
END
cd "$share"
awk '
# How often a word is found as each part of speech in the texts that WordNet has read.
FILENAME ~ /cntlist/ {
	split($1, part, "%")
	count[part[1], substr("nvjrj", substr(part[2], 1, 1), 1)] += $3
	found[part[1]] = 1
	next
}
# The lexicon numbers the tags of a word, the most frequent first, by their places in a list.
FILENAME ~ /tags.js/ {
	if (/^  ["\047]/)
		tag[tags++] = $1
	next
}
FILENAME ~ /words.js/ {
	gsub(/["\047:,\[\]]/, "")
	if ($2 in tag)
		usual[$1] = class_of(tag[$2])
	next
}
# The exceptions: a form and what it is a form of.
FILENAME ~ /exc$/ {
	if (FILENAME ~ /verb/ && $1 !~ /(ed|ing)$/)
		irregular[$2] = 1
	form[++forms] = $1 " " $2 " " (FILENAME ~ /noun/ ? "s" : FILENAME ~ /verb/ ? "d" : "c")
	next
}
# The number of the file, which is of one kind of sense, that each set of synonyms is from.
FILENAME ~ /data/ && /^[0-9]/ {
	file[substr(FILENAME, length(FILENAME) - 2), $1] = "f" ($2 + 0)
}
# A capital in the data of nouns makes a name, and each part of it one, unless it is a common word.
FILENAME ~ /data.noun/ {
	if ($1 !~ /^[0-9]/)
		next
	words = hex($4)
	for (i = 0; i < words; i++) {
		word = $(5 + 2 * i)
		parts = split(word, part, "_")
		for (k = 1; k <= parts; k++)
			if (part[k] ~ /^[A-Z]/ && parts == 1)
				name[tolower(part[k])] = 1
			else if (part[k] ~ /^[A-Z]/)
				partial[tolower(part[k])] = 1
			else if (parts == 1)
				common[part[k]] = 1
	}
	next
}
FILENAME ~ /data/ {
	next
}
# What is behind the pointers are the sets that a word is in, its most frequent sense first.
FILENAME ~ /index/ {
	if ($1 ~ /^[a-z]/ && $1 !~ /_/)
		lemma[$1, substr($2, 1, 1) == "a" ? "j" : substr($2, 1, 1)] = \
		    file[substr(FILENAME, length(FILENAME) - 2), $(7 + $4)]
	next
}
# The lists of words: a capital that no small letter goes with makes a name.
{
	if ($1 !~ /^[A-Za-z][A-Za-z-]*$/)
		next
	listed[tolower($1)] = 1
	if ($1 ~ /^[A-Z]/)
		name[tolower($1)] = 1
	else
		plain[$1] = 1
}

function class_of(tag) {
	gsub(/["\047,]|[|].*/, "", tag)
	return tag == "NN" ? "n" : tag == "NNS" ? "s" : tag ~ /^VBP?$/ ? "v" : tag ~ /^VB[DN]$/ ? "d" : \
	    tag == "VBG" ? "g" : tag == "VBZ" ? "z" : tag == "JJ" ? "j" : tag ~ /^JJ/ ? "c" : tag == "RB" ? "r" : ""
}

function hex(s) {
	return 16 * (index("0123456789abcdef", substr(s, 1, 1)) - 1) + index("0123456789abcdef", substr(s, 2, 1)) - 1
}

# What a form can be, and the word that it is a form of.
function add(word, class, often, of) {
	if (word !~ /^[a-z][a-z-]*$/)
		return
	seen[word] = 1
	if (!((word, class) in weight) || weight[word, class] < often) {
		weight[word, class] = often
		origin[word, class] = of
	}
}

# The kind of its usual class, or the first of the classes that has one.
function kind(word, class,   i, c) {
	class = usual[word] class
	for (i = 1; i <= length(class); i++) {
		c = substr(class, i, 1)
		if ((origin[word, c], part_of(c)) in lemma)
			return lemma[origin[word, c], part_of(c)]
	}
	return ""
}

function part_of(class) {
	return class ~ /[sp]/ ? "n" : class ~ /[dgz]/ ? "v" : class == "c" ? "j" : class
}

function is_vowel(c) {
	return index("aeiou", c) > 0
}

# s, x, z, ch and sh take es, y after a consonant becomes ies.
function with_s(w) {
	if (w ~ /(s|x|z|ch|sh)$/)
		return w "es"
	if (w ~ /[^aeiou]y$/)
		return substr(w, 1, length(w) - 1) "ies"
	return w "s"
}

# The stem before ed, ing, er and est. `double`: its last consonant twice, as in stopped.
function stem(w, ending, double) {
	if (w ~ /ee$/ && ending ~ /^i/)
		return w
	if (w ~ /ie$/ && ending ~ /^i/)
		return substr(w, 1, length(w) - 2) "y"
	if (w ~ /e$/)
		return substr(w, 1, length(w) - 1)
	if (w ~ /[^aeiou]y$/ && ending !~ /^i/)
		return substr(w, 1, length(w) - 1) "i"
	return double ? w substr(w, length(w)) : w
}

# A regular form; with the last consonant twice only where the lists have it.
function inflect(w, ending, class, often,   twice) {
	twice = stem(w, ending, 1) ending
	if (w ~ /[^aeiou][aeiou][bdfgklmnprtvz]$/ && twice in listed)
		add(twice, class, often, w)
	else
		add(stem(w, ending, 0) ending, class, often, w)
}

function often(w, class) {
	return (w, class) in count ? count[w, class] : 0
}

# The regular forms of a word; plurals of words that no text has, and degrees, only where the lists have
# them.
function add_forms(w) {
	if ((w, "n") in lemma && w in common && (with_s(w) in listed || (w in found && w !~ /(s|man)$/)))
		add(with_s(w), "s", often(w, "n"), w)
	if ((w, "v") in lemma) {
		add(with_s(w), "z", often(w, "v"), w)
		if (!(w in irregular))
			inflect(w, "ed", "d", often(w, "v"))
		inflect(w, "ing", "g", often(w, "v"))
	}
	if ((w, "j") in lemma) {
		if (stem(w, "er", 0) "er" in listed || stem(w, "er", 1) "er" in listed)
			inflect(w, "er", "c", often(w, "j"))
		if (stem(w, "est", 0) "est" in listed || stem(w, "est", 1) "est" in listed)
			inflect(w, "est", "c", often(w, "j"))
	}
}

END {
	classes = "nvjr"
	for (w in found)
		listed[w] = 1
	for (w in listed) {
		for (i = 1; i <= 4; i++) {
			c = substr(classes, i, 1)
			if ((w, c) in lemma && (c != "n" || w in common || !(w in name)))
				add(w, c, often(w, c), w)
		}
		add_forms(w)
	}
	for (i = 1; i <= forms; i++) {
		split(form[i], part, " ")
		c = part[3]
		if (c == "d" && part[1] ~ /ing$/)
			c = "g"
		if (part[2] in listed)
			add(part[1], c, often(part[2], part_of(c)), part[2])
	}
	for (w in partial)
		if (!(w in plain))
			name[w] = 1
	for (w in name)
		add(w, "p", w in plain ? -1 : 1000000, w)
	for (w in listed)
		if (!(w in seen))
			add(w, "w", 0, w)
	order = "pdgzjcnsvrw"
	for (w in seen) {
		class = ""
		for (;;) {
			best = ""
			for (i = 1; i <= length(order); i++) {
				c = substr(order, i, 1)
				if ((w, c) in weight && index(class, c) == 0 &&
				    (best == "" || weight[w, c] > weight[w, best]))
					best = c
			}
			if (best == "")
				break
			class = class best
		}
		print w "\t" class "\t" kind(w, class)
	}
}' brill/tags.js brill/words.js wordnet/cntlist.rev wordnet/noun.exc wordnet/verb.exc \
	wordnet/adj.exc wordnet/data.noun \
	wordnet/data.verb wordnet/data.adj wordnet/data.adv wordnet/index.noun wordnet/index.verb \
	wordnet/index.adj wordnet/index.adv dict/american-english dict/british-english | sort
