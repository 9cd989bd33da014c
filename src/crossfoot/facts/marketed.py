"""A percentage that was measured as a share comes in; out goes the share of a market that somebody has.

"Holm has 214 stores and a market share of 9.5%", "148 units, equal to a 35.9% share, followed by Carlow with 24.8%".
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from crossfoot.facts.frame import Frame
from crossfoot.model import Fact, Figure, Measurement, Name, Share

_LONGEST = 4  # tokens of a name that no reader knows


def settled(facts: list[Fact], frame: Frame) -> list[Fact]:
    """The facts of a sentence, with shares in place of measurements of a share."""
    if not frame.words.spaced or frame.words.slices.isdisjoint(frame.sentence.present):
        return facts
    places = {token.start: at for at, token in enumerate(frame.sentence.tokens)}
    return [_share(fact, frame, places) if _marketed(fact, frame) else fact for fact in facts]


def once(facts: list[Fact], named: Mapping[str, str]) -> list[Fact]:
    """The facts, with no figure printed twice by readers of one place, and each called as its kind was before."""
    seen, out = set[tuple[int, Figure]](), list[Fact]()
    for fact in facts:
        if isinstance(fact, Measurement) and fact.printed:
            key = (fact.printed[0].span.start, fact.figure)
            if key in seen:
                fact = msgspec.structs.replace(fact, told=True)
            seen.add(key)
            if (
                fact.quantity.of is None
                and fact.rule.startswith("parts.")
                and (called := named.get(fact.figure.metric)) is not None
            ):
                fact = msgspec.structs.replace(fact, quantity=msgspec.structs.replace(fact.quantity, of=called))
        out.append(fact)
    return out


def _marketed(fact: Fact, frame: Frame) -> bool:
    if not isinstance(fact, Measurement) or fact.told or fact.quantity.kind != "percent" or not fact.figure.entity:
        return False
    called = (fact.quantity.of or fact.figure.metric.removeprefix("other:")).lower().removeprefix("market ")
    return called in frame.words.slices


def _share(fact: Fact, frame: Frame, places: dict[int, int]) -> Fact:
    assert isinstance(fact, Measurement)  # noqa: S101 - the caller has looked
    printed, figure = fact.printed[0], fact.figure
    who = _with(frame, places.get(printed.span.start, 0)) or figure.entity
    at = f"at {printed.span.start}"
    whole = Figure(None, "other:market", (), figure.period, "", basis=at)
    part = Figure(figure.entity, "other:market", (("words", who or ""),), figure.period, "", basis=at)
    return Share(
        spans=fact.spans,
        rule="market.share",
        printed=fact.printed,
        part=part,
        ratio=figure,
        wholes=(whole,),
        quantity=fact.quantity,
        part_words=who,
        whole_words="market",
    )


def _with(frame: Frame, index: int) -> str | None:
    """Who is named right before "with" and a share: "followed by Carlow with 24.8%"."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    if index < 2 or tokens[index - 1].text != "with":
        return None
    named = tokens[index - 2].mention
    if named is not None:
        return named.value.entity if isinstance(named.value, Name) else None
    first = index - 1
    while first > 0 and index - first <= _LONGEST and tokens[first - 1].mention is None:
        if not text[tokens[first - 1].start].isupper():
            break
        first -= 1
    return text[tokens[first].start : tokens[index - 2].end] if first < index - 1 else None
