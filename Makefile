# capline: article to caption, six filters and a pipe. Works with GNU make and bmake.
.POSIX:
.SUFFIXES: .tsv .rec .c .o

CC = cc
HOSTCC = $(CC)
CFLAGS = -O2
LDFLAGS =
PREFIX = /usr/local
DESTDIR =
PCRE2_CFLAGS =
PCRE2_LIBS = -lpcre2-8

CMDS = cmd/art2outline cmd/outline2bullets cmd/emojify cmd/dedash cmd/hashtagify cmd/capfmt

# The library by layers: a file includes headers of its own layer or a lower one.
BASE = lib/die.o lib/arena.o lib/span.o lib/map.o lib/buf.o lib/io.o lib/utf8.o lib/pat.o \
	lib/uni.o lib/field.o lib/rec.o lib/stage.o lib/tab.o
LANGUAGE = lib/sent.o lib/sent_ends.o lib/sent_list.o lib/sent_stop.o lib/token.o \
	lib/token_mark.o lib/token_word.o lib/tag.o lib/tag_feature.o lib/tag_label.o lib/stem.o \
	lib/vocab.o lib/words.o lib/compress.o lib/truecase.o lib/truecase_text.o lib/phrase.o \
	lib/phrase_find.o lib/phrase_name.o lib/salience.o
DOCUMENT = lib/article.o lib/front.o lib/front_json.o lib/front_toml.o lib/front_yaml.o \
	lib/markdown.o lib/markdown_block.o lib/markdown_html.o lib/markdown_inline.o \
	lib/markdown_sink.o lib/markdown_strip.o lib/markdown_tidy.o lib/plain.o \
	lib/plain_chrome.o lib/plain_head.o lib/plain_list.o lib/plain_part.o lib/plain_prompt.o \
	lib/plain_quote.o lib/plain_table.o lib/unwrap.o lib/outline.o
CAPTION = lib/profile.o lib/limit.o lib/layout.o lib/check.o lib/source.o lib/rewrite.o \
	lib/rewrite_part.o lib/fluent.o lib/choose.o lib/hook.o lib/subject.o lib/bullet.o \
	lib/emoji.o lib/emoji_choose.o lib/emoji_match.o lib/emoji_own.o lib/emoji_scan.o \
	lib/emoji_text.o lib/dash.o lib/hashtag.o
TABLES = lib/tab/abbrev.o lib/tab/backmatter.o lib/tab/caption.o lib/tab/case.o lib/tab/chrome.o \
	lib/tab/cldr.o lib/tab/common.o lib/tab/cue.o lib/tab/cut.o lib/tab/dangling.o \
	lib/tab/emoji.o lib/tab/emojis.o lib/tab/entity.o lib/tab/frame.o lib/tab/front.o \
	lib/tab/frontkind.o lib/tab/htmltag.o lib/tab/kin.o lib/tab/lang.o lib/tab/name.o \
	lib/tab/orgword.o lib/tab/place.o lib/tab/platform.o lib/tab/profile.o lib/tab/prompt.o \
	lib/tab/rewrite.o lib/tab/starter.o lib/tab/stop.o lib/tab/tagclass.o \
	lib/tab/tagweight.o lib/tab/tagword.o lib/tab/event.o lib/tab/noun.o lib/tab/verb.o \
	lib/tab/word.o

LIB = $(BASE) $(LANGUAGE) $(DOCUMENT) $(CAPTION) $(TABLES)
HOST = lib/mktab.c lib/tab.c lib/io.c lib/buf.c lib/span.c lib/arena.c lib/die.c
ALL_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -pedantic -Wall -Wextra -Wno-overlength-strings \
	-Ilib $(PCRE2_CFLAGS) $(CFLAGS)

all: $(CMDS)


$(CMDS:=.o) $(LIB): lib/*.h
$(TABLES:.o=.c): lib/mktab

.c.o:
	$(CC) $(ALL_CFLAGS) -c -o $@ $<
.tsv.c:
	lib/mktab $< >$@.tmp && mv $@.tmp $@
.rec.c:
	lib/mktab $< >$@.tmp && mv $@.tmp $@

lib/mktab: $(HOST) lib/*.h
	$(HOSTCC) -std=c11 -D_POSIX_C_SOURCE=200809L -O1 -Ilib -o $@ $(HOST)

$(CMDS): lib/lib.a $(CMDS:=.o)
	$(CC) $(LDFLAGS) -o $@ $@.o lib/lib.a $(PCRE2_LIBS)
lib/lib.a: $(LIB)
	rm -f $@ && $(AR) rc $@ $(LIB) && ranlib $@
tests/probe: tests/probe.o lib/lib.a
	$(CC) $(LDFLAGS) -o $@ $@.o lib/lib.a $(PCRE2_LIBS)
tests/probe.o: lib/*.h

clean:
	rm -f $(CMDS) $(CMDS:=.o) $(LIB) $(TABLES:.o=.c) lib/lib.a lib/mktab tests/probe tests/probe.o *.tmp

.PHONY: all clean
