"""A frame and the token of a level come in; out goes whether the level is yet to come: foreseen or demanded.

"预计2025年上半年归母净利润1.8亿元至2.1亿元", "考核要求营业收入不低于30亿元". It ties as any level does: only its type
changes.
"""

from __future__ import annotations

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence.layout import WINDOW
from crossfoot.lexicon.metrics import metric

_STOPS = frozenset({";", "。", "!", "；", ":"})
_COMPARED = 2  # characters before such a word: 低于预期


def due(frame: Frame, index: int) -> bool:
    """Does a word that foresees stand before a level, in its clause or in the one before it?"""
    words, sentence = frame.words, frame.sentence
    if frame.figures[index].metric in words.spent or frame.figures[index].unit == "share":
        return False
    if words.heralds and _heralded(frame, index):
        return True
    if not frame.awaits:
        return False
    unknown = metric(frame.figures[index].metric) is None
    if unknown and frame.figures[index].unit == "percent":
        return False
    tokens, text = sentence.tokens, sentence.document.text
    first, commas = index, 0
    while first > max(index - WINDOW, 0):
        token = tokens[first - 1]
        if token.text in _STOPS or (token.text == "," and (commas := commas + 1) > 1):
            break
        first -= 1
    said = text[tokens[first].start : tokens[index].start]
    at = max((said.rfind(word) for word in words.awaiting if word in said), default=-1)
    if at < 0 or any(word in said[max(at - _COMPARED, 0) :] for word in words.unawaited):
        return False
    clause = next((i for i in range(index, first, -1) if tokens[i - 1].text == ","), first)
    if tokens[clause].start <= tokens[first].start + at:
        return True
    # In the clause behind nobody else comes in and no other time: "预计年产值逾90亿元，提供岗位2600个".
    # What has only a time goes on: "要求2025年营业收入不低于30亿元，2026年不低于36亿元".
    return index - clause == 1 or not (
        unknown or any(clause <= i < index for i in (*(at for at, _ in sentence.names), *frame.layout.dated))
    )


def _heralded(frame: Frame, index: int) -> bool:
    """ "全年预测：营收8.5亿美元，利润率约6%": does a word that foresees stand before a colon that still holds?"""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    for i in range(index - 1, max(index - WINDOW, 0) - 1, -1):
        if tokens[i].text in (";", "。"):
            return False
        if tokens[i].text == ":":
            return text.endswith(frame.words.heralds, frame.sentence.span.start, tokens[i].start)
    return False
