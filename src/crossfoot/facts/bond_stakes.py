"""Who holds how much of a firm, read by grammar where words are not spaced: "由甲和乙分别持股51%与49%".

A percentage behind a verb of holding or taking comes in. Its holder leads the clause, stands behind 由, or is one of a
list that is dealt out; the firm stands between the verb and the percentage, before 由, or is whom the text is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from crossfoot.facts.bond import Party, parties, topic
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Token
from crossfoot.lexicon.bonds import Bonds, bonds
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.model import Fact, Quantity, Relationship, Span

_MOST = 24  # percentages of a sentence
_NEAR = 44  # characters between a verb and its percentage
_SMALL = (
    "[甲的其约近逾超过共为达到至将了：:股]|比例|股份|股权|公司|该公司|对方|后者|剩余|其余|余下|合计|[由从]%|稀释|下降|上升"
    "|[降升增减]|增加|提高|减少|数|#|，持股比例|，占股|多"
)
_BETWEEN = re.compile(f"(?:{_SMALL})*")
_PUT_IN = re.compile(r"出资[^，。；]{0,12}[、，,]占(?:比|股|股比)?$")
_SORTS = ("以上", "以下", "及以上", "（含）")  # "持股5%以上的股东" are a sort of holder
_COUNTED = ("股东合计", "股东", "股东共", "大股东合计", "高管", "管理层")  # before a verb: nobody is named
_MARK = re.compile("[，。；：,;:（）()]")
_JOINT = re.compile("[、和与及]|以及")
_NOUN = re.compile(r"([一-鿿A-Za-z]{2,10})$")
_JOINTS = ("、", "和", "及", "与", ",", "，")


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The holdings of a sentence that no phrasing has told."""
    rows = bonds(frame.sentence.lang)
    if rows is None or frame.sentence.present.isdisjoint(SLOTS["percent"]):
        return
    text, span = frame.sentence.document.text, frame.sentence.span
    if rows.verb.search(text, span.start, span.end) is None and "出资" not in text[span.start : span.end]:
        return
    told = {f.percent for f in known if isinstance(f, Relationship) and f.percent is not None}
    reader = _Reader(frame, rows)
    percents = [at for at, token in enumerate(frame.sentence.tokens) if _percent(token) is not None]
    for at in percents[:_MOST]:
        value = _percent(frame.sentence.tokens[at])
        if value is not None and value not in told and (fact := reader.held(at, value)) is not None:
            told.add(value)
            yield fact


def _percent(token: Token) -> Quantity | None:
    value = token.mention.value if token.mention is not None and token.text in SLOTS["percent"] else None
    return value if isinstance(value, Quantity) and value.high <= 100 else None


class _Reader:
    def __init__(self, frame: Frame, rows: Bonds) -> None:
        self.frame, self.rows, self.tokens = frame, rows, frame.sentence.tokens
        self.text, self.start = frame.sentence.document.text, frame.sentence.span.start
        self.parties = parties(frame)

    def held(self, at: int, value: Quantity) -> Relationship | None:
        """The holding that a percentage is of."""
        first = self._first_of_list(at)
        start = self.tokens[first].start
        verb = self._verb(start)
        if verb is None or self.text.startswith(_SORTS, self.tokens[at].end):
            return None
        counted = self.text.endswith(_COUNTED, self.start, verb[0])
        if counted or self.rows.unheld.search(self.text, verb[0], self.tokens[at].end + 4):
            return None
        taking = verb[2] in self.rows.rows.holding.taking
        if taking and not self.rows.share.match(self.text, self._behind(at)):
            return None
        holders = self._dealt(verb[0], self._count(first)) if self._count(first) > 1 else []
        place = sum(1 for i in range(first, at) if _percent(self.tokens[i]) is not None)
        holder = holders[place] if holders else self._holder(verb[0]) if first == at else None
        if holder is None:
            return None
        firm = self._firm(verb, start, at, holder, holders)
        if firm is None or firm == holder.who:
            return None
        return Relationship(
            spans=(Span(self.frame.sentence.document.id, min(holder.start, verb[0]), self.tokens[at].end),),
            rule="bond.stake",
            subject=holder.who,
            relation="acquires" if taking else "shareholder_of",
            object=firm,
            percent=value,
        )

    def _verb(self, start: int) -> tuple[int, int, str] | None:
        """The verb before a percentage, with only small words, a firm and numbers between: its place and itself."""
        since = max(self.start, start - _NEAR)
        if (put_in := _PUT_IN.search(self.text, since, start)) is not None:
            return put_in.start(), start, "占"
        found = list(self.rows.verb.finditer(self.text, since, start))
        for verb in reversed(found):
            if _BETWEEN.fullmatch(self._coded(verb.end(), start)):
                return verb.start(), verb.end(), verb[0]
        return None

    def _coded(self, first: int, last: int) -> str:
        """The words between two places, with a letter for each that is named and a sign for each number."""
        out, at = list[str](), first
        marks = [(p.start, p.end, "甲") for p in self.parties]
        marks += [
            (t.start, t.end, "%" if t.text in SLOTS["percent"] else "#")
            for t in self.tokens
            if t.mention is not None and isinstance(t.mention.value, Quantity)
        ]
        for start, end, sign in sorted(marks):
            if at <= start and end <= last:
                out += [self.text[at:start], sign]
                at = end
        return "".join([*out, self.text[at:last]]).replace(" ", "")

    def _behind(self, at: int) -> int:
        end = self.tokens[at].end
        return end + self.text.startswith("的", end)

    def _first_of_list(self, at: int) -> int:
        """The first percentage of a list that one is in: "51%与49%"."""
        while at > 1 and self.tokens[at - 1].text in _JOINTS and _percent(self.tokens[at - 2]) is not None:
            at -= 2
        return at

    def _count(self, at: int) -> int:
        count, last = 1, len(self.tokens)
        while at + 2 < last and self.tokens[at + 1].text in _JOINTS and _percent(self.tokens[at + 2]) is not None:
            count, at = count + 1, at + 2
        return count

    def _dealt(self, before: int, count: int) -> list[Party]:
        """The last so many who are named in a list before a verb."""
        listed = [p for p in self.parties if p.end <= before][-count:]
        joined = all(_JOINT.search(self.text, one.end, other.start) for one, other in pairwise(listed))
        return listed if len(listed) == count and joined else []

    def _holder(self, before: int) -> Party | None:
        """Who leads the clause of a verb, else the one before it; behind 由 it is who stands there."""
        end = before
        for _ in range(4):
            marks = [m.end() for m in _MARK.finditer(self.text, self.start, end)]
            first = marks[-1] if marks else self.start
            here = [p for p in self.parties if first <= p.start and p.end <= before]
            if here:
                by = [p for p in here if "由" in self.text[max(first, p.start - 8) : p.start]]
                return (by or here)[0]
            if first <= self.start:
                return None
            end = first - 1
        return None

    def _firm(self, verb: tuple[int, int, str], start: int, at: int, holder: Party, holders: list[Party]) -> str | None:
        """What is held: between the verb and its percentage, behind it, before 由, founded here, or spoken of."""
        inside = [p for p in self.parties if verb[1] <= p.start and p.end <= start and not p.person]
        behind = [p for p in self.parties if p.start == self._behind(at) and not p.person]
        if inside or behind:
            return (inside or behind)[-1].who
        first = holders[0] if holders else holder
        by = self.text.rfind("由", max(self.start, first.start - 8), first.start)
        if by >= 0 and self.text[max(self.start, by - 1)] not in "，。；,;":
            owner = next((p.who for p in self.parties if p.end == by), None)
            noun = _NOUN.search(self.text, max(self.start, by - 10), by)
            return owner or (noun[1] if noun is not None else None)
        for found in self.rows.founding.finditer(self.text, self.start, verb[0]):
            made = [p for p in self.parties if p.start == found.end() or self.text[found.end() : p.start] == "了"]
            if made:
                return made[0].who
        return topic(self.frame, [p.who for p in (*holders, holder)], verb[0])
