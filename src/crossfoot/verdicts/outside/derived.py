"""The figures of the sources in; what follows from two of them that are told as one, of whom and which way, out.

`reckoned` asks whether arithmetic could make a number at all; here only what a source puts side by side is made: a move
between a figure and the one before it ("34.8 million, from 41.5 million a year ago", "655,200 (541,900)"), and a part
of a whole. What is made keeps the setting of its parts, so it may stand beside a wrong name, or be turned around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

import msgspec

from crossfoot.late import late
from crossfoot.lexicon.words import in_any
from crossfoot.model import Quantity
from crossfoot.verdicts.outside.called import Terms
from crossfoot.verdicts.outside.reckoned import AMOUNTS, NEAR
from crossfoot.verdicts.outside.setting import Setting, Settings
from crossfoot.verdicts.outside.support import Said, same_unit

BETWEEN = 60  # characters between a figure and the one before it
FRONT = 16  # characters in front of a figure that say that it was the first
ENDED = late(r"[.!?] |[。！？]")
OPEN = late(r"[(（][^()（）]{0,30}$")  # "31% (August: 24%)"
TO = late(r"\bto\b|[至到为升降增减]")


class Derived(msgspec.Struct, frozen=True, eq=False):
    """A number that two of a source make, as if it were printed where the first of them is."""

    said: Said
    setting: Setting
    parts: tuple[Said, Said]


def derived(theirs: Sequence[Said], settings: Settings) -> Iterator[Derived]:
    for at, one in enumerate(theirs):
        apart = False  # has another figure of the unit stood between?
        for other in theirs[at + 1 : at + 1 + NEAR]:
            if other.source is not one.source:
                break
            if not _comparable(one.quantity, other.quantity):
                continue
            order = _order(one, other, settings, apart)
            if order is not None:
                yield from _moves(*order, settings)
            yield from _shares(one, other, settings)
            apart = True


def _comparable(one: Quantity, other: Quantity) -> bool:
    if not one.low or not other.low or one.per != other.per or {one.change, other.change} != {None}:
        return False
    if one.kind == other.kind == "percent":
        return True
    if one.kind == other.kind == "measure" and one.unit != other.unit:
        return False
    return {one.kind, other.kind} <= AMOUNTS and same_unit(one, other)


def _order(one: Said, other: Said, settings: Settings, apart: bool) -> tuple[Said, Said] | None:
    """The earlier and the later of two figures that are told of the same."""
    text = one.source.document.text
    between = text[one.span.end : other.span.start]
    if not apart and len(between) <= BETWEEN and not ENDED.search(between):
        if _cue("first").search(text[max(one.span.start - FRONT, 0) : one.span.start]) and TO.search(between):
            return one, other
        if OPEN.search(between) or _cue("before").search(between):
            return other, one
    here, there = settings.of[one], settings.of[other]
    if here.sentence != there.sentence and (names := _names(here.own)) and names == _names(there.own):
        start = text[there.sentence.start : there.sentence.start + BETWEEN]
        if _cue("before").search(start):
            return other, one
    return None


def _names(terms: Terms) -> Terms:
    return frozenset(term for term in terms if term[0] == "name")


@cache
def _cue(name: str) -> re.Pattern[str]:
    """Words in front of a figure that came first, or between a figure and the one before it."""
    end = r"\s*(?:about|some|around|约)?\s*$" if name == "first" else ""
    return re.compile(f"(?:{in_any(f'figure_{name}')}){end}", re.IGNORECASE)


# --------------------------------------------------------------------------------------------------------- what is made


def _moves(before: Said, now: Said, settings: Settings) -> Iterator[Derived]:
    old, new = before.quantity.low, now.quantity.low
    if old == new:
        return
    way = "up" if new > old else "down"
    own = frozenset(term for term in settings.of[before].own | settings.of[now].own if term[0] != "period")
    made: list[tuple[str, str | None, Fraction]] = [("percentage-point", "percentage-point", abs(new - old))]
    if now.quantity.kind != "percent":
        like = (
            before.quantity if now.quantity.kind == "number" else now.quantity
        )  # "from 3 million tonnes to 4 million"
        made = [
            (like.kind, like.unit, abs(new - old)),
            ("percent", "percent", abs(new / old - 1) * 100),
            ("multiple", "times", abs(new / old)),
        ]
    for kind, unit, size in made:
        yield _made(now, before, settings, own, msgspec.structs.replace(now.quantity, kind=kind, unit=unit), size, way)


def _shares(one: Said, other: Said, settings: Settings) -> Iterator[Derived]:
    if one.quantity.kind == "percent" or abs(one.quantity.low) == abs(other.quantity.low):
        return
    part, whole = sorted((one, other), key=lambda said: abs(said.quantity.low))
    own = frozenset(term for term in settings.of[part].own if term[0] not in ("amount", "period"))
    size = abs(part.quantity.low / whole.quantity.low) * 100
    quantity = msgspec.structs.replace(part.quantity, kind="percent", unit="percent")
    yield _made(part, whole, settings, own, quantity, size, None)


def _made(
    of: Said, by: Said, settings: Settings, own: Terms, like: Quantity, size: Fraction, way: str | None
) -> Derived:
    quantity = msgspec.structs.replace(
        like,
        low=size,
        high=size,
        change=way,
        approx=None,
        currency=like.currency if like.kind == "money" else None,
    )
    said = msgspec.structs.replace(of, quantity=quantity, figures=())
    return Derived(said, Setting(settings.of[of].sentence, own, all=own), (of, by))
