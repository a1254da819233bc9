#include "stem.h"
void stem_light(struct span w, struct buf *o){for(size_t i=0;i<w.n;i++)buf_char(o,span_lower(w.s[i]));}
void stem_lemma_verb(struct span w, struct buf *o){stem_light(w,o);}
struct span stem_event(struct span v){(void)v;return S("");}
struct span stem_event_prep(struct span v){(void)v;return S("");}
void stem_third(struct span w, struct buf *o){stem_light(w,o);buf_char(o,115);}
