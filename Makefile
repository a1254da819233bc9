# capline: article to caption, six filters and a pipe. Works with GNU make and bmake.
.POSIX:
.SUFFIXES: .tsv .rec .txt .grid .c .o .fo

CC = cc
HOSTCC = $(CC)
FUZZCC = clang
RANLIB = ranlib
CFLAGS = -O2
LDFLAGS =
STATIC = -static
PREFIX = /usr/local
DESTDIR =
PCRE2_CFLAGS =
PCRE2_LIBS = -lpcre2-8

CMDS = cmd/art2outline cmd/outline2bullets cmd/emojify cmd/dedash cmd/hashtagify cmd/capfmt

PAGES = man/art2outline.1 man/outline2bullets.1 man/emojify.1 man/dedash.1 man/hashtagify.1 \
	man/capfmt.1 man/caprec.5 man/capline.7
TESTS = tests/run tests/html tests/contract tests/pipe tests/docs tests/install tests/layers tests/stream \
	tests/posts tests/make tests/dashes tests/tables

# The library by layers: a file includes headers of its own layer or a lower one.
BASE = lib/die.o lib/arena.o lib/span.o lib/map.o lib/buf.o lib/io.o lib/utf8.o lib/pat.o \
	lib/pat_need.o lib/uni.o lib/cluster.o lib/nfc.o lib/punycode.o lib/url.o lib/url_path.o lib/xlength.o \
	lib/field.o lib/rec.o lib/rec_check.o lib/stage.o lib/tab.o lib/shape.o lib/shape_make.o \
	lib/shape_scan.o lib/shape_tab.o lib/list.o
LANGUAGE = lib/sent.o lib/sent_clean.o lib/sent_ends.o lib/sent_list.o lib/sent_stop.o \
	lib/token.o lib/token_mark.o lib/token_word.o lib/tag.o lib/tag_like.o lib/tag_feature.o \
	lib/tag_label.o lib/stem.o lib/stem_event.o lib/vocab.o lib/words.o lib/words_letter.o \
	lib/words_mend.o lib/words_read.o lib/compress.o lib/compress_open.o lib/compress_tail.o \
	lib/truecase.o lib/truecase_text.o lib/phrase.o lib/phrase_count.o lib/phrase_find.o \
	lib/phrase_name.o lib/salience.o
DOCUMENT = lib/article.o lib/article_code.o lib/front.o lib/front_json.o lib/front_toml.o \
	lib/front_yaml.o lib/markdown.o lib/markdown_block.o lib/markdown_html.o \
	lib/markdown_inline.o lib/markdown_label.o lib/markdown_leaf.o lib/markdown_line.o \
	lib/markdown_link.o lib/markdown_note.o lib/markdown_sink.o lib/markdown_strip.o \
	lib/markdown_tidy.o lib/html.o lib/html_about.o lib/html_block.o lib/html_chrome.o \
	lib/html_class.o lib/html_data.o lib/html_entity.o lib/html_head.o lib/html_main.o \
	lib/html_measure.o lib/html_token.o lib/html_tree.o lib/html_trim.o lib/html_write.o \
	lib/plain.o lib/plain_body.o lib/plain_byline.o lib/plain_case.o lib/plain_chrome.o \
	lib/plain_code.o lib/plain_head.o lib/plain_heading.o lib/plain_item.o lib/plain_label.o \
	lib/plain_list.o lib/plain_make.o lib/plain_page.o lib/plain_part.o lib/plain_prompt.o \
	lib/plain_quote.o lib/plain_table.o lib/plain_title.o lib/plain_trim.o lib/plain_worth.o \
	lib/unwrap.o lib/outline.o lib/outline_kind.o
CAPTION = lib/profile.o lib/caption.o lib/limit.o lib/template.o lib/mention.o lib/layout.o \
	lib/layout_little.o lib/fit.o lib/post.o lib/post_json.o lib/post_preview.o \
	lib/post_wrap.o lib/lint.o lib/example.o lib/example_profile.o lib/example_template.o \
	lib/check.o lib/check_facts.o lib/check_index.o lib/check_marks.o lib/check_number.o \
	lib/check_piece.o lib/check_source.o lib/source.o lib/source_alone.o lib/source_case.o lib/source_label.o lib/source_list.o \
	lib/source_drop.o lib/source_expand.o lib/source_it.o lib/source_team.o lib/source_we.o lib/source_when.o lib/rewrite.o \
	lib/rewrite_cut.o lib/rewrite_gate.o lib/rewrite_keys.o lib/rewrite_part.o lib/fluent.o lib/fluent_words.o lib/choose.o lib/hook.o lib/hook_facts.o lib/hook_score.o \
	lib/subject.o lib/subject_article.o lib/subject_case.o lib/subject_chunk.o lib/subject_title.o lib/subject_topic.o lib/bullet.o lib/bullet_make.o \
	lib/emoji.o lib/emoji_assign.o lib/emoji_choose.o lib/emoji_match.o lib/emoji_own.o \
	lib/emoji_role.o lib/emoji_scan.o lib/emoji_sense.o lib/emoji_text.o lib/emoji_word.o \
	lib/dash.o lib/dash_bound.o lib/dash_clause.o lib/dash_edge.o lib/dash_keep.o \
	lib/dash_range.o lib/dash_record.o lib/dash_role.o lib/dash_scan.o lib/dash_settle.o lib/dash_stream.o \
	lib/dash_tail.o lib/dash_word.o lib/hashtag.o lib/hashtag_choose.o lib/hashtag_make.o lib/hashtag_word.o
TABLES = lib/tab/abbrev.o lib/tab/acronym.o lib/tab/act.o lib/tab/authornote.o lib/tab/backmatter.o \
	lib/tab/caption.o lib/tab/case.o lib/tab/ccc.o lib/tab/chrome.o lib/tab/chromeline.o \
	lib/tab/cldr.o lib/tab/cluster.o lib/tab/common.o lib/tab/compose.o lib/tab/cost.o lib/tab/cue.o \
	lib/tab/cut.o lib/tab/dangling.o lib/tab/dash.o lib/tab/decompose.o lib/tab/emoji.o \
	lib/tab/emojis.o lib/tab/entity.o lib/tab/event.o lib/tab/frame.o lib/tab/front.o \
	lib/tab/frontkind.o lib/tab/glyph.o lib/tab/house.o lib/tab/htmlclass.o \
	lib/tab/htmlline.o lib/tab/htmlmeta.o lib/tab/htmltag.o lib/tab/index.o lib/tab/kin.o \
	lib/tab/labelword.o lib/tab/lang.o lib/tab/list.o lib/tab/mass.o lib/tab/name.o lib/tab/need.o \
	lib/tab/noun.o lib/tab/numeral.o lib/tab/orgword.o lib/tab/place.o lib/tab/plainlabel.o \
	lib/tab/platform.o lib/tab/profile.o lib/tab/promotion.o lib/tab/prompt.o \
	lib/tab/rewrite.o lib/tab/sequence.o lib/tab/shape.o lib/tab/slop.o lib/tab/sorting.o \
	lib/tab/starter.o lib/tab/stop.o lib/tab/tagclass.o lib/tab/tagform.o \
	lib/tab/tagweight.o lib/tab/tagword.o lib/tab/titlekind.o lib/tab/tld.o lib/tab/topic.o lib/tab/verb.o \
	lib/tab/word.o

LIB = $(BASE) $(LANGUAGE) $(DOCUMENT) $(CAPTION) $(TABLES)
HOST = lib/mktab.c lib/mktab_rule.c lib/shape_tab.c lib/shape_make.c lib/shape_scan.c lib/pat_need.c lib/tab.c lib/io.c lib/buf.c lib/span.c lib/arena.c lib/die.c
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -pedantic -Wall -Wextra -Wno-overlength-strings \
	-Ilib $(PCRE2_CFLAGS) $(CFLAGS)

all: $(CMDS)

$(CMDS) tests/probe: lib/lib.a
$(CMDS:=.o) tests/probe.o $(LIB) $(LIB:.o=.fo): lib/*.h
$(TABLES:.o=.c): lib/mktab
lib/tab/emoji.c lib/tab/cldr.c: lib/tab/emojis.tsv

# Without shared libraries a command starts in less time, and a pipe starts six; where they are all that there is, with them.
.o:
	$(CC) $(LDFLAGS) $(STATIC) -o $@ $< lib/lib.a $(PCRE2_LIBS) 2>/dev/null || \
		$(CC) $(LDFLAGS) -o $@ $< lib/lib.a $(PCRE2_LIBS)
.c.o:
	$(CC) $(ALL_CFLAGS) -c -o $@ $<
.c.fo:
	$(FUZZCC) $(ALL_CFLAGS) $(FUZZ) -fsanitize=fuzzer-no-link -c -o $@ $<
.tsv.c:
	lib/mktab $< >$@.tmp && mv $@.tmp $@
.rec.c:
	lib/mktab $< >$@.tmp && mv $@.tmp $@
.txt.c:
	lib/mktab $< >$@.tmp && mv $@.tmp $@
.grid.c:
	lib/mktab $< >$@.tmp && mv $@.tmp $@

# What each word of an article is looked up in.
INDEX = lib/tab/cue.tsv lib/tab/lang.tsv lib/tab/noun.tsv lib/tab/stop.tsv \
	lib/tab/topic.tsv lib/tab/verb.tsv
lib/tab/index.c: $(INDEX)
	lib/mktab -i $(INDEX) >$@.tmp && mv $@.tmp $@

lib/mktab: $(HOST) lib/*.h
	$(HOSTCC) -std=c11 -D_POSIX_C_SOURCE=200809L -O1 -Ilib -o $@ $(HOST)

# Makes the classes of words anew from Debian's wordnet-base, wamerican and wbritish:
#	sh lib/tagclass.sh >lib/tab/tagclass.tsv
# Trains the tagger anew: lib/tagtrain FILE lib/tab/tagclass.tsv lib/tab/tagword.tsv lib/tab/tagweight.grid
TRAIN = lib/tagtrain.c lib/tagtrain_model.c lib/tag_feature.c lib/tag_label.c
lib/tagtrain: $(TRAIN) $(HOST) lib/*.h
	$(HOSTCC) -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -Ilib -o $@ $(TRAIN) $(HOST:lib/mktab.c=)

lib/lib.a: $(LIB)
	rm -f $@ && $(AR) rc $@ $(LIB) && $(RANLIB) $@
lib/fuzz.a: $(LIB:.o=.fo)
	rm -f $@ && $(AR) rc $@ $(LIB:.o=.fo) && $(RANLIB) $@

check: all tests/probe
	prove $(TESTS)

# Ratios against public tools, in one run (tests/bench says which).
bench: all tests/probe
	sh tests/bench

# A libFuzzer target a stage, tests/fuzz-STAGE, with objects of its own beside the others.
FUZZ = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all
fuzz: lib/fuzz.a
	for cmd in $(CMDS); do \
		$(FUZZCC) $(ALL_CFLAGS) $(FUZZ) -Wno-unused-function -fsanitize=fuzzer -DSTAGE=$${cmd#cmd/} \
			-o tests/fuzz-$${cmd#cmd/} tests/fuzz.c lib/fuzz.a $(PCRE2_LIBS) || exit; \
	done

demo: all
	@cmd/art2outline -u https://example.org/harbour tests/demo/harbour.txt | cmd/outline2bullets | \
		cmd/emojify | cmd/dedash | cmd/hashtagify | cmd/capfmt

# What the build and the tests need, by the system's own package manager; nothing when all is there.
deps:
	@CC='$(CC)' PCRE2_CFLAGS='$(PCRE2_CFLAGS)' sh tests/deps

# Whatever the umask, all may read; and a command that runs is replaced, not written over.
install: all
	umask 022; \
	put() { mkdir -p "$$2" && cp -f "$$1" "$$2" && chmod $$3 "$$2/$${1##*/}" || exit; }; \
	for cmd in $(CMDS); do put $$cmd "$(DESTDIR)$(PREFIX)/bin" 755; done; \
	for file in lib/tab/caption.rec lib/captions.mk; do put $$file "$(DESTDIR)$(PREFIX)/share/capline" 644; done; \
	for page in $(PAGES); do put $$page "$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}" 644; done

uninstall:
	for cmd in $(CMDS); do rm -f "$(DESTDIR)$(PREFIX)/bin/$${cmd#cmd/}"; done
	rm -f "$(DESTDIR)$(PREFIX)/share/capline/caption.rec" "$(DESTDIR)$(PREFIX)/share/capline/captions.mk"
	for page in $(PAGES); do \
		rm -f "$(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page#man/}"; \
	done
	-rmdir "$(DESTDIR)$(PREFIX)/share/capline"

clean:
	rm -f $(CMDS) $(CMDS:=.o) $(LIB) $(LIB:.o=.fo) $(TABLES:.o=.c) lib/lib.a lib/fuzz.a lib/mktab lib/tagtrain
	rm -f tests/probe tests/probe.o lib/tab/*.tmp tests/fuzz-*

.PHONY: all check bench fuzz demo deps install uninstall clean
