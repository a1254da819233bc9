# captions.mk: NAME.caption from NAME.md or NAME.txt, with GNU make 4.0 or bmake, one file a stage, so
# that no stage's failure is lost and each can be looked at (capline(7) tells it in full):
#
#     all: harbour.caption orchard.caption
#     include /usr/local/share/capline/captions.mk
#
# NAME.sed, if there is one, is applied to the record before the emojis are chosen: a tweak by hand that
# survives the next make. NAME.opts holds options of one article, a command and its options a line:
#
#     art2outline -u https://example.org/harbour
#     capfmt -p x
#
# The variables below hold options for all of them. Run it in the folder of the articles; -j does them
# side by side.

ART2OUTLINE = art2outline
OUTLINE2BULLETS = outline2bullets
EMOJIFY = emojify
DEDASH = dedash
HASHTAGIFY = hashtagify
CAPFMT = capfmt -c

.SUFFIXES: .md .txt .outline .bullets .edited .emojis .dedashed .tagged .caption
.DELETE_ON_ERROR:
.SECONDARY:

# A suffix rule cannot name a file that may be absent. So what was made with a NAME.sed or a NAME.opts
# other than there is now is looked for, and made again with all that was made of it, whatever its time.
CAPTIONS_STALE != \
	later() { echo "$$1.edited $$1.emojis $$1.dedashed $$1.tagged $$1.caption"; }; \
	newer() { [ -f "$$1" ] && [ -n "$$(find "$$1" -newer "$$2")" ]; }; \
	for f in *.bullets; do \
		n=$${f%.bullets}; \
		[ -f "$$f" ] || continue; \
		if newer "$$n.opts" "$$f"; then echo "$$n.outline $$f"; later "$$n"; continue; fi; \
		[ -f "$$n.edited" ] || continue; \
		if newer "$$n.sed" "$$n.edited"; then later "$$n"; continue; fi; \
		[ -f "$$n.sed" ] || cmp -s "$$f" "$$n.edited" || later "$$n"; \
	done; echo

.PHONY: .captions-again
.captions-again:
.captions-stale $(CAPTIONS_STALE): .captions-again

# NAME and, as the shell's arguments, the options of one article for a command; and a stage that failed
# leaves no file, with a make of any age.
CAPTIONS_NAME = n=$@; n=$${n%.*}; \
	opts() { [ ! -f "$$n.opts" ] || sed -n "s/^$$1 //p" "$$n.opts" | tr '\n' ' '; };
CAPTIONS_END = >"$@" || { rc=$$?; rm -f "$@"; exit $$rc; }

.md.outline:
	@$(CAPTIONS_NAME) eval "set -- $$(opts art2outline)"; $(ART2OUTLINE) "$$@" "$<" $(CAPTIONS_END)
.txt.outline:
	@$(CAPTIONS_NAME) eval "set -- $$(opts art2outline)"; $(ART2OUTLINE) "$$@" "$<" $(CAPTIONS_END)
.outline.bullets:
	@$(CAPTIONS_NAME) eval "set -- $$(opts outline2bullets)"; $(OUTLINE2BULLETS) "$$@" "$<" $(CAPTIONS_END)
.bullets.edited:
	@$(CAPTIONS_NAME) if [ -f "$$n.sed" ]; then sed -f "$$n.sed" "$<"; else cat "$<"; fi $(CAPTIONS_END)
.edited.emojis:
	@$(CAPTIONS_NAME) eval "set -- $$(opts emojify)"; $(EMOJIFY) "$$@" "$<" $(CAPTIONS_END)
.emojis.dedashed:
	@$(CAPTIONS_NAME) eval "set -- $$(opts dedash)"; $(DEDASH) "$$@" "$<" $(CAPTIONS_END)
.dedashed.tagged:
	@$(CAPTIONS_NAME) eval "set -- $$(opts hashtagify)"; $(HASHTAGIFY) "$$@" "$<" $(CAPTIONS_END)
.tagged.caption:
	@$(CAPTIONS_NAME) eval "set -- $$(opts capfmt)"; $(CAPFMT) "$$@" "$<" $(CAPTIONS_END)
