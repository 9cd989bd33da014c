"""Two figures side by side, and words before or behind both that say which is more: figures in, comparisons out.

"Women outnumber men in the new intake: 1,204 enrolled, against 1,131", "Sales fell in May. They were 8.4,
against 9.2", "a year earlier there had been 187, so the gap has widened"; "fewer than 9,000, or 8,700"; 前三位依次是…
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.order.hedged import CLOSED, HEDGED, lead_at
from crossfoot.facts.ties.order.ordered import known_way, like, told
from crossfoot.facts.ties.order.ranks import one_of
from crossfoot.late import late
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.ordered import Order, order
from crossfoot.lexicon.paired import Paired, paired
from crossfoot.model import Comparison, Span

NEAR = 40  # characters before a mark
BACK = 8  # figures of a list
BEFORE = 140  # characters of the sentence before one
_WORD = late(r"[a-z]+")
_SENTENCE = late(r"(?:^|[.!?\n] ?)(?P<said>[^.!?\n0-9]{10,130})[.]\s*$")


def pairs(amounts: Sequence[Amount], text: str) -> Iterator[Comparison]:
    """The comparisons of two figures of which words say something together."""
    for second in amounts[1:]:
        first, rows = amounts[second.index - 1], order(second.lang)
        if rows is None or first.sort not in ("amount", "rate") or not like(first, second):
            continue
        words = paired(second.lang)
        if words is None:
            yield from _in_turn(rows, amounts, first)
            continue
        found = None
        if first.sentence == second.sentence:
            found = _over(rows, words, amounts, first, second) or _moved(rows, words, first, second, text)
        found = found or _exact(rows, words, first, second, text) or _passed(rows, words, first, second, text)
        found = found or (_so(rows, words, first, second) if second.sentence - first.sentence <= 1 else None)
        if found is not None:
            yield from told(*found, "order.pair")


Found = tuple[Amount, Amount, Span, str]


def _over(rows: Order, words: Paired, amounts: Sequence[Amount], first: Amount, second: Amount) -> Found | None:
    """What sets one of two over the other, before their figures: "women outnumber men: 1,204 against 1,131"."""
    alone = not first.index or amounts[first.index - 1].sentence != first.sentence
    against = words.against.fullmatch(second.lead.lower()) and CLOSED.match(second.tail)
    led = words.led.search(first.lead) if alone and against else None
    if led is None:
        return None
    head = first.lead[: led.start()].lower()
    said = [m for m in rows.relation.finditer(head) if rows.kinds[m[0]] == "verbs"]
    if len(said) != 1 or not rows.rows.never.isdisjoint(_WORD.findall(head[said[0].end() :])):
        return None
    at = lead_at(first)
    return first, second, Span(first.span.doc, at + said[0].start(), at + said[0].end()), rows.senses[said[0][0]]


def _moved(rows: Order, words: Paired, first: Amount, second: Amount, text: str) -> Found | None:
    """Which way something went, in the sentence before: "Sales fell in May. They were 8.4, against 9.2"."""
    if rows.stands.fullmatch(first.lead.lower()) is None or words.against.fullmatch(second.lead.lower()) is None:
        return None
    if not (CLOSED.match(second.tail) or rows.timed.match(second.tail.lower())):  # "61%, against 66% in the south"
        return None
    at = lead_at(first)
    before = _SENTENCE.search(text[max(at - BEFORE, 0) : at])
    if before is None:
        return None
    start = max(at - BEFORE, 0) + before.start("said")
    ways = _ways(first.lang, before["said"])
    if len(ways) != 1:
        return None
    word, way = ways[0]
    return first, second, Span(first.span.doc, start + word.start(), start + word.end()), way


def _ways(lang: str, said: str) -> list[tuple[re.Match[str], str]]:
    """The words that say which way something went."""
    return [(m, way) for m in _WORD.finditer(said.lower()) if (way := known_way(lang, m[0]))]


def _exact(rows: Order, words: Paired, first: Amount, second: Amount, text: str) -> Found | None:
    """More or fewer than a round number, and how many exactly: "fewer than 9,000, or 8,700"."""
    if (
        not first.has(HEDGED)
        or second.has(HEDGED)
        or words.exactly.fullmatch(text[first.span.end : second.span.start]) is None
    ):
        return None
    hedge = text[first.span.start : first.quantity.digits[0]].rstrip(" $€£¥").lower()
    way = rows.hedges.get(hedge)
    if way is None:
        return None
    return second, first, Span(first.span.doc, first.span.start, first.span.start + len(hedge)), way


def _passed(rows: Order, words: Paired, first: Amount, second: Amount, text: str) -> Found | None:
    """A mark that something went past, and where it is now: "slipped below 20% for the first time, to 19.6%"."""
    start = max(first.quantity.digits[0] - NEAR, 0)
    said = rows.passed.search(text[start : first.quantity.digits[0]].lower())
    if said is None or words.now.fullmatch(text[first.span.end : second.span.start]) is None:
        return None
    word = Span(first.span.doc, start + said.start("word"), start + said.end("word"))
    return second, first, word, rows.marks[said["word"]]


def _so(rows: Order, words: Paired, now: Amount, then: Amount) -> Found | None:
    """What follows from two figures: "a year earlier there had been 187, so the gap has widened"."""
    dated = rows.then.fullmatch(then.lead.lower())
    so = words.so.match(then.tail) if dated is not None and dated["ago"] else None
    if so is None:
        return None
    ways = _ways(now.lang, so[0])
    if not ways or words.instead.search(so[0], 0, ways[0][0].start()):
        return None
    word, way = ways[0]
    return now, then, Span(then.span.doc, then.span.end + word.start(), then.span.end + word.end()), way


def _in_turn(rows: Order, amounts: Sequence[Amount], first: Amount) -> Iterator[Comparison]:
    """ "前三位依次是临江（82万吨）、宁和（76万吨）、白石（71万吨）": the first places of a list, in order."""
    if rows.in_turn.search(simplified(first.lead)) is None:
        return
    listed = [first]
    for other in amounts[first.index + 1 : first.index + BACK]:
        if other.sentence != first.sentence or not one_of(other, first):
            break
        listed.append(other)
    for one, other in pairwise(listed):
        yield from told(one, other, None, "up", "order.in.turn")
