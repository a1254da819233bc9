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
BASE = lib/die.o lib/arena.o lib/span.o lib/buf.o lib/io.o lib/utf8.o lib/pat.o lib/uni.o \
	lib/field.o lib/rec.o lib/stage.o lib/tab.o
LANGUAGE = lib/sent.o lib/token.o lib/tag.o lib/stem.o lib/truecase.o lib/phrase.o lib/salience.o
DOCUMENT = lib/article.o lib/front.o lib/markdown.o lib/plain.o lib/plain_part.o lib/plain_head.o \
	lib/plain_chrome.o lib/plain_prompt.o lib/plain_list.o lib/plain_table.o lib/plain_quote.o lib/plain_trim.o lib/unwrap.o lib/outline.o
CAPTION = lib/bullet.o lib/rewrite.o lib/emoji.o lib/dash.o lib/hashtag.o lib/limit.o lib/layout.o \
	lib/check.o lib/profile.o
TABLES = lib/tab/chrome.o lib/tab/prompt.o

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
