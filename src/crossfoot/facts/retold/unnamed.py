"""A level that no noun names comes in; out goes what a reader would call it all the same, or nothing.

What goes on about one thing names it once: "212 shops in 2019, 348 last year", "储能出货4.8GWh，上年同期2.9GWh". So it
is called as the figure of its sort before it, else in the words before it. A percentage is told so only where nothing
but a time stands with it ("出租率96.1%，半年前为95.3%"): of the others most are what somebody holds, or a rule.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from crossfoot.facts.frame import Frame
from crossfoot.lexicon.retold import Renaming
from crossfoot.model import Conversion, Fact, Issue, Measurement, Policy, Relationship, Timex, Tranche

Spoken = list[tuple[int, int]]

_OTHER = "other:"
_LEAST, _LONGEST = 2, 30  # characters of a name; of a clause that only dates a figure
_LARGE = 1_000  # a bare number below is seldom a figure: an age, a place, a number of a circular
_TOLD = (Conversion, Issue, Policy, Relationship, Tranche)
_MARKS = frozenset("，。；：、（(,;:｜|\n")


def hidden(fact: Fact) -> bool:
    """Would a level be shown to nobody, since nothing names it?"""
    return (
        isinstance(fact, Measurement)
        and not fact.told
        and fact.figure.metric.startswith(_OTHER)
        and not fact.quantity.of
    )


def spoken(facts: list[Fact]) -> Spoken:
    """The stretches of which facts of another type tell: an issue and its tranches, a rule, two currencies."""
    found: Spoken = []
    for span in sorted(span for fact in facts if isinstance(fact, _TOLD) for span in fact.spans):
        if found and span.start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], span.end)
        else:
            found.append((span.start, span.end))
    return found


def apart(fact: Measurement, told: Spoken) -> bool:
    """Does it stand in none of them?"""
    at = fact.printed[0].span.start
    before = bisect_right(told, at, key=lambda stretch: stretch[0])
    return before == 0 or at >= told[before - 1][1]


def unspaced(frame: Frame, rows: Renaming, fact: Measurement, last: str | None) -> str | None:
    """What a level is called where words are not spaced."""
    own = fact.figure.metric.removeprefix(_OTHER)
    kind = fact.quantity.kind
    if kind == "percent" or (kind == "number" and fact.quantity.scale_word is None):
        return last if _only_dated(frame, rows, fact.printed[0].span.start) else None
    named = len(own) >= _LEAST and own not in rows.nameless and not own.endswith(rows.ends)
    if named and own.endswith(rows.names):
        return _OTHER + own
    return last or (_OTHER + own if named else None)


def spaced(fact: Measurement, last: str | None) -> str | None:
    """The same in spaced words: as the one before it in its sentence."""
    quantity = fact.quantity
    small = quantity.kind in ("number", "count") and quantity.scale_word is None and quantity.high < _LARGE
    return None if small or fact.due or quantity.kind == "percent" else last


def _only_dated(frame: Frame, rows: Renaming, at: int) -> bool:
    """Does nothing but a time stand before a figure in its clause: "半年前为95.3%"?"""
    text, first, tokens = frame.sentence.document.text, at, frame.sentence.tokens
    while first > frame.sentence.span.start and text[first - 1] not in _MARKS:
        first -= 1
        if at - first > _LONGEST:
            return False
    bare, dated = list(text[first:at]), False
    for token in tokens[bisect_left(tokens, first, key=lambda token: token.start) :]:
        if token.start >= at:
            break
        if isinstance(getattr(token.mention, "value", None), Timex):
            dated = True
            bare[token.start - first : token.end - first] = [""] * (token.end - token.start)
    return dated and {*"".join(bare)} <= rows.dated
