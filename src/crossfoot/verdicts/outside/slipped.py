"""A number of a text that no source has, and those that sources have, in; the slip that made it, and what mends it."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction

from crossfoot.lexicon.numerals import significant
from crossfoot.lexicon.slips import cost, undone
from crossfoot.model import Culprit, Span
from crossfoot.verdicts import wording
from crossfoot.verdicts.outside.support import POINTS, Said, same_unit

LEAST_DIGITS = {"transposition": 2, "scale": 2, "decimal-point": 3, "currency": 2}  # for a slip to be believed
USUAL_DIGITS = 3
LONGER = frozenset(
    {"dropped-digit", "extra-digit"}
)  # say nothing of numbers in two scales: $125 million, $1.245 billion
SCALES = {10**power for power in (0, 3, 4, 6, 8, 9, 12)}  # thousand, 万, million, 亿, billion, trillion
LEVELS = ("money", "count", "measure", "number")


def slipped(said: Said, theirs: Sequence[Said], used: AbstractSet[Said]) -> tuple[Said, str] | None:
    """The one figure of the sources, met by nothing else here, that a known slip turns into this one."""
    near = [(other, slip) for other in theirs if other not in used and (slip := slip_between(said, other))]
    best = min((cost(slip) for _, slip in near), default=0.0)
    near = [(other, slip) for other, slip in near if cost(slip) == best]
    words = {other.words for other, _ in near}
    return near[0] if len(words) == 1 else None


def slip_between(said: Said, other: Said) -> str | None:
    """The known slip that turns the number of the source into the one printed here."""
    here, there = said.quantity, other.quantity
    (mine, _), (theirs, _) = bare(said), bare(other)
    count = significant(mine)
    if {here.kind, there.kind} <= {"percent", "percentage-point"} and here.kind != there.kind:
        return "percent-or-points" if here.low == there.low else None
    if here.kind != there.kind and {here.kind, there.kind} <= POINTS.keys():
        return "percent-or-points" if here.low == there.low else None
    if here.currency and there.currency and here.currency != there.currency:
        return "currency" if here.low == there.low and count >= LEAST_DIGITS["currency"] else None
    if not same_unit(here, there) or here.low == there.low:
        return None
    if (
        here.kind == there.kind
        and here.kind in LEVELS
        and abs(there.low) / abs(here.low) * here.scale in SCALES
        and here.scale in SCALES
    ):
        return "scale" if count >= LEAST_DIGITS["scale"] else None
    if here.scale != there.scale:
        theirs = _decimal(abs(there.low) / here.scale)
    alike = {"decimal-point": here.kind == there.kind}  # 111 people are no $1.11
    found = [
        slip
        for slip, right in undone(mine)
        if right == theirs and (slip not in LONGER or here.scale == there.scale) and alike.get(slip, True)
    ]
    slip = min(found, key=cost, default=None)
    return slip if slip is not None and count >= LEAST_DIGITS.get(slip, USUAL_DIGITS) else None


def mended(said: Said, other: Said, slip: str) -> Culprit:
    document, quantity = said.source.document, said.quantity
    kinds = {quantity.kind, other.quantity.kind}
    if slip == "percent-or-points" and quantity.unit_word is not None and not kinds <= POINTS.keys():
        where = Span(document.id, *quantity.unit_word)
        return culprit(*wording.other_rate(document, where, quantity), slip)
    if slip == "currency" and quantity.unit_word is not None and other.quantity.currency:
        where = Span(document.id, *quantity.unit_word)
        return culprit(where, wording.currency(document, where, other.quantity.currency), slip)
    if slip == "scale" and quantity.scale_word is not None:
        where = Span(document.id, *quantity.scale_word)
        right = abs(other.quantity.low) / (abs(quantity.low) / quantity.scale)
        words = [text for scale, text in wording.other_scales(document, where, quantity) if scale == right]
        if words:
            return culprit(where, words[0], slip)
    if kinds <= POINTS.keys() and len(kinds) > 1 and quantity.unit_word is not None:
        return culprit(Span(document.id, *quantity.unit_word), None, slip)
    return culprit(digits(said), written(said, other), slip)


def written(said: Said, right: Said) -> str | None:
    """The number of the source in the style and scale of the text."""
    mantissa = abs(right.quantity.low) / said.quantity.scale
    return wording.number(said.source.document, digits(said), mantissa)


def culprit(where: Span, suggested: str | None, slip: str) -> Culprit:
    return Culprit(where, suggested, None, slip, 1.0)


def digits(said: Said) -> Span:
    return wording.digits(said.span, said.quantity)


def bare(said: Said) -> tuple[str, Fraction]:
    return wording.bare(said.source.document, digits(said), said.quantity)


def _decimal(value: Fraction) -> str:
    scaled = value * 10**6
    text = f"{int(scaled):07d}"
    return f"{text[:-6]}.{text[-6:]}".rstrip("0").rstrip(".")
