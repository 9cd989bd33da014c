"""A level of a list that only its own words tell apart, where words are not spaced, comes in; out goes of what it is.

"6月日均产量：会员企业212.9万吨，全国277.3万吨", "其中国内航线86.0%、国际航线82.7%": of what all are was said once,
before a colon, by a topic or by the whole; the words of each level only name a part, or whose it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from crossfoot.facts.frame import phrase, subject
from crossfoot.facts.frame.kin import unit_of
from crossfoot.facts.sentence.layout import FEW, WINDOW, backwards, between
from crossfoot.lexicon.frame import FrameWords
from crossfoot.model import Figure, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

LEAST = 2  # characters of what is measured
RUNS = 3  # before a colon that are looked at for what is measured
CLAUSE = 12  # tokens that say how something is split
KIN = 2  # characters that the names of two parts share at their ends
TAIL = 6  # words behind a measure that say what became of it
Segment = tuple[tuple[str, str], ...]


def told(frame: Frame, said: subject.Subject, index: int, quantity: Quantity | None) -> tuple[str, Segment] | None:
    """The metric and the segment of a level whose own words name no measure."""
    if frame.words.spaced or quantity is None or said.metric is not None or quantity.kind == "duration":
        return None
    words = frame.gap.join(word for word in said.rest if word not in frame.words.partaking)
    lead = _lead(frame, index, quantity)
    last = frame.carried.figure
    for shared in (lead[2] if lead is not None else "", last.metric.removeprefix("other:") if last is not None else ""):
        words = "" if lead is not None and words in shared else words.removeprefix(shared)
    if measured(words, frame.words) or (words and not _names_part(words, frame.words)):
        return None
    parted = (("words", words),) if words else said.segment  # 国内航线 is more than 国内
    if lead is not None:
        return lead[0], (*lead[1], *(part for part in parted if part not in lead[1]))
    if last is None or not parted or last.unit != unit_of(quantity) or last.metric == "other:":
        return None
    opened, sorted_ = bisect_left(frame.openings, index) or frame.goes_on, bisect_left(frame.sorts, index)
    partakes = not frame.texts(frame.reach(index), index).isdisjoint(frame.words.partaking)
    if (opened and quantity.kind == "percent") or sorted_ or frame.goes_on or partakes or _alike(words, last):
        whole = tuple(part for part in _whole(frame, last) if part[0] != "words" or not words)
        return last.metric, (*whole, *(part for part in parted if part not in whole))
    return None


def _alike(words: str, last: Figure) -> bool:
    """Are words of the kind of those that named the part before: 国际航线 behind 国内航线?"""
    part = dict(last.segment).get("words", "")
    return len(part) > KIN and len(words) > KIN and part[-KIN:] == words[-KIN:] and part != words


def listed(frame: Frame, shared: list[str], own: list[str]) -> tuple[str, Segment]:
    """The metric and the segment of one of a list: 第二产业 of "第一、二、三产业用电量", and 用电量."""
    lang, words, last = frame.sentence.lang, frame.words, frame.carried.figure
    said = subject.read(shared, own, [], lang, None, last.metric if last is not None else None)
    measure = next((m for m in sorted(words.measures, key=len, reverse=True) if _ends(shared or own, m)), "")
    part = frame.gap.join(own).removesuffix(measure)
    if said.metric is not None:
        called = said.rest if not shared else tuple(own) if not said.segment else ()
        return said.metric.id, said.segment or ((("words", frame.gap.join(called)),) if called else ())
    parted = (("words", part),) if part and len(measure) >= LEAST else ()
    return f"other:{measure if parted else frame.gap.join(own)}", parted


def _ends(words: list[str], measure: str) -> bool:
    return "".join(words).endswith(measure)


def _whole(frame: Frame, last: Figure) -> Segment:
    """The segment of what parts are of: the least of those said in a row of one metric."""
    row = takewhile(lambda one: (one.metric, one.unit) == (last.metric, last.unit), reversed(frame.carried.levels))
    return min((one.segment for one in row), key=len, default=())


def measured(words: str, known: FrameWords) -> bool:
    """Do words end with the name of a measure?"""
    return words.endswith(known.measures)


def _names_part(words: str, known: FrameWords) -> bool:
    return phrase.nameable(words, known) or words in known.remainder


def _lead(frame: Frame, index: int, quantity: Quantity) -> tuple[str, Segment, str] | None:
    """What is measured of all that follows on a colon or on a topic: "8月销量：…", "整车出口方面，…"."""
    at = next(backwards(frame.leads, index, index - WINDOW), None)
    if at is None or any(not _few(frame, i) for i in between(frame.layout.levels, frame.sentence.opening, at)):
        return None  # "营收5亿元，其中：": what is measured was told with a figure
    for run in _runs(frame, at):
        said = subject.read([], run, [], frame.sentence.lang, quantity.kind, None)
        if said.metric is not None and quantity.kind != "number":
            return said.metric.id, said.segment, frame.gap.join(run)
        name = _measure(run, frame.words)
        if len(name) >= LEAST and (quantity.kind == "percent") == name.endswith(frame.words.rates):
            return f"other:{name}", said.segment, frame.gap.join(run)
    return None


def _few(frame: Frame, index: int) -> bool:
    """Does a number only say of how many something is told: "三家银行净息差走低：…"?"""
    mention = frame.sentence.tokens[index].mention
    value = mention.value if mention is not None else None
    return isinstance(value, Quantity) and value.kind == "count" and value.high <= FEW


def _runs(frame: Frame, at: int) -> Iterator[list[str]]:
    """The runs of words before a colon, the nearest first, back to the end of what was said before."""
    run, left = list[str](), RUNS
    for i in range(at - 1, max(at - WINDOW, -1), -1):
        token = frame.sentence.tokens[i]
        if token.mention is None and token.text[0].isalnum():
            run.insert(0, token.text)
            continue
        if run:
            yield run
            run, left = [], left - 1
        if not left or token.text in ";。":
            return
    if run:
        yield run


def _measure(run: list[str], words: FrameWords) -> str:
    """The words of a run up to the measure that it names: 净息差 of 净息差同步走低."""
    for end in range(len(run), 0, -1):
        said = "".join(run[:end])
        if said.endswith((*words.measures, *words.rates)):
            return said
        if len(run) - end >= TAIL:
            break
    return ""


def sorts(frame: Frame) -> list[int]:
    """The tokens behind which parts are told that nobody says to be all: the end of "按经营单位所在地分，"."""
    tokens, words = frame.sentence.tokens, frame.words
    found = list[int]()
    for i, token in enumerate(tokens[:-1]):
        if token.text in words.splitting and tokens[i + 1].text == ",":
            comma = next(
                (k for k in range(i - 1, max(i - CLAUSE, -1), -1) if tokens[k].text in ",;"), max(i - CLAUSE, -1)
            )
            found += [i] if tokens[comma + 1].text in words.splitting and comma + 1 < i else []
    return found


def leads(frame: Frame) -> list[int]:
    """The tokens before which what is measured may be told: colons, and topics with a comma behind them."""
    tokens, topics = frame.sentence.tokens, frame.words.topics
    return [
        i
        for i, token in enumerate(tokens)
        if token.text == ":" or (token.text in topics and i + 1 < len(tokens) and tokens[i + 1].text == ",")
    ]
