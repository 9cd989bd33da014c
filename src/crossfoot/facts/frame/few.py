"""A small number in words comes in, where words are not spaced; out goes whether it only points at those that are told.

"分两个品种：2年期12亿元", "两家企业均来自中国", "由三条线按5∶3∶2贡献": nobody states how many there are, as
"另有六家企业共同发起" and "增建两条产线" do.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from crossfoot.lexicon import either
from crossfoot.lexicon.frame import frame_words
from crossfoot.model import Mention, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

MOST = 10  # that are spoken of so
NOUN = 8  # characters of what they are


def pointed_at(frame: Frame, index: int, mention: Mention) -> bool:
    """Does a number of things only say of how many something is told?"""
    words, value = frame.words, mention.value
    if words.spaced or not words.few_behind or not isinstance(value, Quantity):
        return False
    printed = frame.printed(mention)
    if value.kind != "count" or value.high > MOST:
        return False
    spelled = not any(c.isdigit() for c in printed)
    called = frame.called.get(index, "")
    if printed.endswith(words.few_times) and (spelled or not called.endswith(words.measures)):
        return True
    if not spelled:
        return False
    text, sentence = frame.sentence.document.text, frame.sentence.span
    if text.endswith(words.few_before, sentence.start, mention.span.start):
        return True
    return _behind(frame.sentence.lang).match(text, mention.span.end, sentence.end) is not None


@cache
def _behind(lang: str) -> re.Pattern[str]:
    return re.compile(rf"[一-鿿]{{0,{NOUN}}}?(?:[：:]|{either(frame_words(lang).few_behind)})")
