"""A frame and the token of a level come in; out goes whether the level is yet to come: foreseen or demanded.

"预计2025年上半年归母净利润1.8亿元至2.1亿元", "考核要求营业收入不低于30亿元". It ties as any level does: only its type
changes.
"""

from __future__ import annotations

import re
from functools import cache

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.facts.sentence.layout import WINDOW
from crossfoot.late import late
from crossfoot.lexicon import either
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.metrics import metric

_STOPS = frozenset({";", "。", "!", "；", ":"})
_MARK = late("[，。；：,;:]")
LASTING = 80  # days
CLAUSE = 24  # characters in which it is planned
_COMPARED = 2  # characters before such a word: 低于预期


def due(frame: Frame, index: int) -> bool:
    """Does a word that foresees stand before a level, in its clause or in the one before it?"""
    words, sentence = frame.words, frame.sentence
    if words.foreseen and _aimed_from(sentence.lang).search(
        sentence.document.text,
        max(sentence.span.start, sentence.tokens[index].start - CLAUSE),
        sentence.tokens[index].start,
    ):
        return True
    spent = frame.figures[index].metric in words.spent and not frame.called.get(index, "").endswith(words.outlays)
    if spent or frame.figures[index].unit == "share" or index in frame.beside:
        return False
    if (words.heralds and _heralded(frame, index)) or _to_come(frame, index) or _planned(frame, index):
        return True
    if words.foreseen and _revised(sentence.lang).search(
        sentence.document.text,
        max(sentence.span.start, sentence.tokens[index].start - CLAUSE),
        sentence.tokens[index].start,
    ):
        return True
    if words.foreseen and frame.called.get(index, "").endswith(words.foreseen):
        return True  # "全年出货指引 | 由60GW下调至50GW"
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
    if text[tokens[first].start + at :].startswith(tuple(f"{word}，" for word in words.awaiting)):
        return True  # "该机构预测，| 全年出货量约4700万台"
    clause = next((i for i in range(index, first, -1) if tokens[i - 1].text == ","), first)
    if tokens[clause].start <= tokens[first].start + at:
        return True
    # In the clause behind nobody else comes in and no other time: "预计年产值逾90亿元，提供岗位2600个".
    # What has only a time goes on: "要求2025年营业收入不低于30亿元，2026年不低于36亿元".
    return index - clause == 1 or not (
        unknown or any(clause <= i < index for i in (*(at for at, _ in sentence.names), *frame.layout.dated))
    )


def growing(frame: Frame, match: Match) -> bool:
    """Is a move only foreseen: "2025年地区生产总值预期增长5%左右", "预计公司2025年收入增长18%"?"""
    if frame.words.spaced or not frame.awaits or "level" in match.roles or "base" in match.roles:
        return False
    text, start = frame.sentence.document.text, frame.sentence.span.start
    said = _MARK.split(text[max(start, match.span.start - CLAUSE) : match.span.start])[-1]
    at = max((said.rfind(word) for word in frame.words.awaiting if word in said), default=-1)
    return at >= 0 and not any(word in said[max(at - _COMPARED, 0) :] for word in frame.words.unawaited)


def _to_come(frame: Frame, index: int) -> bool:
    """Is a level of a time that begins after the text was told: "到2027年产能达到12万台"?"""
    published, period = frame.sentence.document.published, frame.figures[index].period
    if not frame.words.planning or published is None or period is None or period.start is None:
        return False
    lasts = period.end is None or (period.end - period.start).days >= LASTING  # from a day on a rule is in force
    return period.start > published and lasts


def _planned(frame: Frame, index: int) -> bool:
    """Is somebody to bring something to so much: "计划年底前增至2,200家", "规划三年内机队扩至60架"?"""
    if not frame.words.planning:
        return False
    start, end = frame.sentence.span.start, frame.sentence.tokens[index].start
    return _plans(frame.sentence.lang).search(frame.sentence.document.text, max(start, end - CLAUSE), end) is not None


@cache
def _revised(lang: str) -> re.Pattern[str]:
    """What is foreseen is foreseen anew: "全年营收增速预期由5%下调至 | 3%"."""
    words = frame_words(lang)
    aims = either((*words.foreseen, *words.targets))
    return re.compile(f"(?:{aims})(?:值|区间|增速)?[由从][^，。；：]{{1,{CLAUSE}}}?[至到为]$")


@cache
def _aimed_from(lang: str) -> re.Pattern[str]:
    """It was the aim until it was revised: "全年目标由 | 30万辆下调至24万辆"."""
    words = frame_words(lang)
    return re.compile(f"(?:{either((*words.foreseen, *words.targets))})(?:值|区间|增速)?[由从]$")


@cache
def _plans(lang: str) -> re.Pattern[str]:
    words = frame_words(lang)
    behind = either((*words.reaching, *words.outlays))
    return re.compile(f"(?:{either(words.planning)})[^，。；：]{{0,{CLAUSE}}}?(?:{behind})[约近逾超]?$")


def _heralded(frame: Frame, index: int) -> bool:
    """ "全年预测：营收8.5亿美元，利润率约6%": does a word that foresees stand before a colon that still holds?"""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    for i in range(index - 1, max(index - WINDOW, 0) - 1, -1):
        if tokens[i].text in (";", "。"):
            return False
        if tokens[i].text == ":":
            return text[frame.sentence.span.start : tokens[i].start].rstrip("* ").endswith(frame.words.heralds)
    return False
