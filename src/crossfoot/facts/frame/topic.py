"""What a clause speaks of, where words are not spaced and their order alone does not tell.

A figure and a few tokens come in; which figure a run of words names, and whether a number says anything on its own go
out. Whose a figure is stands in `owner`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from crossfoot.facts.frame import phrase
from crossfoot.facts.sentence.layout import WINDOW
from crossfoot.late import late
from crossfoot.lexicon.frame import FrameWords, frame_words
from crossfoot.lexicon.metrics import Metric, metric, metric_forms
from crossfoot.model import Figure, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

_WORD = late(r"[a-z][a-z-]*")
_CLAUSE = 60  # tokens: no clause that speaks of an aim is longer
_STOPS = {";", "。", "!"}


def spoken(frame: Frame, index: int) -> Figure | None:
    """The figure that the words before a token name, by its level if they named one before; else the level said last.

    "冻结27,949,000股，占其所持股份的17.55%，占公司总股本的3.89%" speaks of the shares twice.
    """
    first = max(
        (i + 1 for i in range(max(index - WINDOW, 0), index) if frame.sentence.tokens[i].text == ","), default=0
    )
    own = phrase.before(frame.sentence, first, index, frame.words)
    if not own:
        return level_before(frame, index)
    name = frame.gap.join(own)
    if (known := find(frame, name)) is not None:
        return known
    figure = frame.describe(index, None)
    return msgspec.structs.replace(
        figure, metric=f"other:{name}", unit="", basis=f"at {frame.sentence.tokens[index].start}"
    )


def level_before(frame: Frame, index: int) -> Figure | None:
    """The level said last in a sentence, outside of brackets that have closed."""
    depth, tokens = 0, frame.sentence.tokens
    for i in range(index - 1, max(index - WINDOW, 0) - 1, -1):
        if tokens[i].text in ")）":
            depth += 1
        elif tokens[i].text in "(（":
            depth = max(depth - 1, 0)
        elif not depth and frame.is_level(i) and i not in frame.taken:
            return frame.level(i)
    return None


def find(frame: Frame, name: str, unit: str = "", but: Figure | None = None, of: Metric | None = None) -> Figure | None:
    """The figure said last that is called so: by the very words, or by words that begin or end with them.

    Where that is only the part that asks, it is the one other that is called so. None of another metric than those
    words name: 进出口总值 ends with 出口总值, and is no such thing.
    """
    levels = [f for f in reversed(frame.carried.levels) if of is None or f.metric == of.id or metric(f.metric) is None]
    known = [(frame.carried.called.get(f, ""), f) for f in levels if not unit or f.unit == unit]
    ways = (str.__eq__, str.endswith, str.startswith)
    found = [figure for fits in ways for called, figure in known if called and fits(called, name)]
    first = next((figure for figure in found if not _before(frame, figure)), found[0] if found else None)
    others = {figure for figure in found if figure != but}
    return others.pop() if first is not None and first == but and len(others) == 1 else first


def _before(frame: Frame, figure: Figure) -> bool:
    """Is a figure of a time that is only told as the one before: "去年同期新签39亿元"?"""
    told = figure.period.label if figure.period is not None and figure.period.start is None else ""
    return told.startswith(tuple(frame.words.beside))


def aims(frame: Frame, index: int) -> bool:
    """Is a level to be reached: "力争突破3.8亿吨", "全年30万辆交付指引", or what who studies others foresees?"""
    words, sentence = frame.words, frame.sentence
    if not words.aiming or frame.figures[index].metric in words.spent or frame.figures[index].unit == "share":
        return False
    text, at = sentence.document.text, sentence.tokens[index]
    if text.startswith(words.aimed, at.end):
        return True
    near = sentence.tokens[max(index - _CLAUSE, 0) : index]
    first = next((token.end for token in reversed(near) if token.text in _STOPS), near[0].start if near else at.start)
    said = text[first : at.start]
    aim = max((said.rfind(word) for word in words.aiming if word in said), default=-1)
    if aim >= 0 and not any(word in said[aim:] for word in words.reached):
        return True
    return any(
        text.startswith(words.foreseeing, name.span.end)
        and text[name.span.start : name.span.end].endswith(words.studying)
        for place, name in sentence.names
        if place < index
    )


def meant(frame: Frame, index: int) -> bool:
    """Is it planned to do something to so many: "公司计划年内裁员约900人"?"""
    words = frame.words
    if not words.meant or not frame.called.get(index, "").endswith(words.meant):
        return False
    near = frame.sentence.tokens[max(index - _CLAUSE, 0) : index]
    since = next((i for i in range(len(near) - 1, -1, -1) if near[i].text in _STOPS), 0)
    return any(token.text in words.status["planned"] for token in near[since:])


def told(frame: Frame, index: int) -> bool:
    """Does a percentage say nothing on its own, being so much of something that its clause names?"""
    mention = frame.sentence.tokens[index].mention
    if frame.words.spaced or mention is None or not isinstance(mention.value, Quantity):
        return False
    if frame.texts(max(index - 1, 0), index) & frame.words.of_so_many:
        return True  # 每10股派2元
    if mention.value.kind not in ("percent", "fraction"):
        return False
    tokens, first = frame.sentence.tokens, max(index - WINDOW, 0)
    if index and tokens[index - 1].text == "的":
        return True
    for i in range(index - 1, first - 1, -1):
        if tokens[i].text == "," or tokens[i].text in frame.words.share_words or frame.is_level(i):
            return tokens[i].text != "," and tokens[i].mention is None
    return False


@lru_cache(maxsize=4)
def sold_singly(text: str, lang: str) -> bool:
    """Does a text speak of things that are sold by number: "car sales rose 4%"?"""
    words = frame_words(lang).sold_singly
    return not words.isdisjoint(_WORD.findall(text.lower())) if words else True


def respective(frame: Frame, first: int, head: int, index: int) -> tuple[list[str], list[str]] | None:
    """The words of a figure in "国内、海外销量分别为7万辆和3万辆": those of all that follow, and its own."""
    tokens, words = frame.sentence.tokens, frame.words
    cue = next((i for i in range(head - 1, first - 1, -1) if tokens[i].text in words.respectively), None)
    if cue is None:
        return None
    listed, named = frame.listed(cue), list_before(frame, first, cue)
    return named[listed.index(index)] if index in listed and len(named) == len(listed) else None


def list_before(frame: Frame, first: int, cue: int) -> list[tuple[list[str], list[str]]]:
    """Of a list of names that ends at a token: the words that each shares with the last one, and its own."""
    tokens, words = frame.sentence.tokens, frame.words
    start = next((i + 1 for i in range(cue - 1, first - 1, -1) if tokens[i].mention or tokens[i].text == ","), first)
    names = [list[str]()]
    for token in tokens[start:cue]:
        if token.text in words.joints:
            names.append([])
        elif token.text not in words.cuts:
            names[-1].append(token.text)
    if not all(names):
        return []
    names = _numbered(names, words)
    shared = names[-1] if _measured(frame, names[-1]) and not _measured(frame, names[0]) else []
    return [([], own) if own is names[-1] else (shared, own) for own in names]


def _measured(frame: Frame, name: list[str]) -> bool:
    """Do words name what is measured, and not only a part of it?"""
    said = frame.gap.join(name)
    return said.endswith(frame.words.measures) or any(word in metric_forms(frame.sentence.lang) for word in name)


def _numbered(names: list[list[str]], words: FrameWords) -> list[list[str]]:
    """第一、二、三产业 are 第一产业, 第二产业 and 第三产业."""
    places = [next((i for i, word in enumerate(name) if word in words.numerals), None) for name in names]
    first, last = places[0], places[-1]
    if first is None or last is None or None in places:
        return names
    before, behind = names[0][:first], names[-1][last + 1 :]
    return [[*before, name[place], *behind] for name, place in zip(names, places, strict=True) if place is not None]


def spread(frame: Frame, index: int, bare: bool = False) -> bool:
    """Is a level what falls to a day or a head, and not the whole that the text goes on about?

    With `bare` only where no other name stands with it: 日均6亿千瓦时, and not 日均疏港量319万吨.
    """
    called = frame.called.get(index, "")
    return bool(frame.words.each) and (called in frame.words.each if bare else called.startswith(frame.words.each))


def elsewhere(frame: Frame, index: int, figure: Figure) -> bool:
    """Does a fact of another type tell a level: a holding in percent, the interest on a bond?"""
    name = frame.called.get(index, "") if figure.metric.startswith("other:") else figure.metric
    moved = frame.moved(index) and not frame.words.spaced
    return figure.unit == "percent" and name.endswith(tuple(frame.words.told)) and not moved


def whole_again(frame: Frame) -> str | None:
    """Whom an item goes on about behind parts of what was his: "其中科文机场520万人次。货运量8.8万吨" is of all again.

    So it is behind "分地区看，北美增长2.3%", and behind "Corvin alone accounted for 5.2 million".
    """
    sentence = frame.sentence
    said = sentence.document.text[sentence.span.start : sentence.span.end]
    at = min((place for mark in frame.words.of_parts if (place := said.find(mark)) >= 0), default=-1)
    if at < 0:
        return None
    starts = ((frame.sentence.tokens[i].start - sentence.span.start, f) for i, f in sorted(frame.figures.items()))
    first = next((figure.entity for start, figure in starts if start < at), None)
    return first or frame.whom
