"""What a share should cost by those who study it, read by grammar where words are not spaced: "将甲目标价上调至58元".

It is of the firm whose share it is, and of nobody who only studies it; so is what they foresee of it in the same item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.facts.measurement import aimed
from crossfoot.facts.sentence import Match, Sentence
from crossfoot.facts.sentence.read import Coded, Read, grammar
from crossfoot.lexicon.rated import MONEY, Rated, rated
from crossfoot.model import Fact, Figure, Measurement, Name, Target

_WHO = 10  # characters of a firm whom no reader of names knows
_SAID = grammar("rated", 8)


def found(sentence: Sentence) -> Iterator[Read]:
    """A fit for each price that a share should have, the one that it had before claimed with it."""
    rows = rated(sentence.lang)
    if rows is None or not any(word in sentence.coded for word in rows.rows.prices):
        return
    reader = _Reader(sentence, rows)
    for price in rows.price.finditer(reader.text):
        way = price["way"]
        if rows.unlike.search(way):
            continue
        start, places = price.start("way"), [i for i, sign in enumerate(way) if sign == MONEY]
        roles = {"": price.span(), "target": (start + places[-1], start + places[-1] + 1)}
        if len(places) > 1:
            roles["was"] = (start + places[0], start + places[-2] + 1)
        yield Read(sentence, _SAID, roles, {"who": reader.whose(price.start())})


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    """The price that a fit tells of."""
    mention, quantity = match.mention("target"), match.quantity("target")
    if not isinstance(match, Read) or mention is None or quantity is None:
        return
    who = match.said["who"] or frame.carried.rated or _topic(frame, match)
    frame.carried.rated = who or frame.carried.rated
    figure = Figure(who, "price", (), None, quantity.currency or "", f"at {mention.span.start}", "target")
    frame.reprint(match.roles["target"][0], figure)
    yield aimed(figure, quantity, mention, match.span, match.row.name)


def owned(frame: Frame, facts: Sequence[Fact]) -> list[Fact]:
    """Facts with what is foreseen by those who study a share as its firm's."""
    who, rows = frame.carried.rated, rated(frame.sentence.lang)
    if who is None or rows is None:
        return list(facts)
    return [_owned(fact, who, rows) for fact in facts]


def _owned(fact: Fact, who: str, rows: Rated) -> Fact:
    if not isinstance(fact, Measurement | Target) or not rows.studies(fact.figure.entity or ""):
        return fact
    if isinstance(fact, Measurement) and not fact.due and fact.figure.status == "actual":
        return fact
    figure = msgspec.structs.replace(fact.figure, entity=who)
    printed = tuple(msgspec.structs.replace(p, figure=figure) if p.figure == fact.figure else p for p in fact.printed)
    return msgspec.structs.replace(fact, figure=figure, printed=printed)


def _topic(frame: Frame, match: Read) -> str | None:
    """The firm named last before a price that studies nobody."""
    rows = rated(frame.sentence.lang)
    names = [m.value.entity for at, m in frame.sentence.names if at < match.start and isinstance(m.value, Name)]
    known = (*names[::-1], *reversed(frame.carried.topics), frame.carried.entity)
    return next((who for who in known if who is not None and rows is not None and not rows.studies(who)), None)


class _Reader(Coded):
    def __init__(self, sentence: Sentence, rows: Rated) -> None:
        super().__init__(sentence)
        self.rows = rows

    def whose(self, at: int) -> str | None:
        """The firm right before the word, else the one that is said to be studied."""
        head = self.text[self.clause(at) : at]
        marks = list(self.rows.mark.finditer(head))
        while marks and marks[-1].end() == len(head):
            head = head[: marks.pop().start()]
        who = self._who(head[marks[-1].end() :] if marks else head)
        if who is not None and not self.rows.studies(who):
            return who
        covered = list(self.rows.covering.finditer(self.text, 0, at))
        return self._who("".join(word or "" for word in covered[-1].groups())) if covered else None

    def _who(self, words: str) -> str | None:
        names = [sign for sign in words if self.is_name(sign)]
        if names:
            return self.named(names[-1])
        plain = re.fullmatch(f"[一-鿿A-Za-z]{{2,{_WHO}}}", words)
        return self.written(words) if plain and not {*words} & {*self.rows.rows.unnamed} else None
