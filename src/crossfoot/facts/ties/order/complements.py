"""Two parts that leave nothing out, and what grew faster and slower than all of them: figures in, ties out.

"Exports grew 6.2% and imports 3.1%; trade as a whole grew 4.4%": the names of the two parts say that there is no third,
and all that they make up grew by something between. Rows of complements.toml have the names; the measure must be one,
by the words beside each rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import unlike
from crossfoot.late import late
from crossfoot.lexicon.complements import Complements, Kind, complements

NEAR = 60  # characters beside a rate that say of what it is
_STOP = late(r"[.;:。；：\n]|, ?(?:while|but|whereas)\b")
_JOINT = late(r",| and ")
_WORD = late(r"[a-z]{3,}")
_SIGN = late(r"[^\W\d_]")
Way = str | None


def pairs_of_all(amounts: Sequence[Amount], text: str) -> Iterator[tuple[Amount, list[tuple[Amount, str]]]]:
    """Each whole with its two parts, and which way they went."""
    words = complements(amounts[0].lang) if amounts else None
    rates = [a for a in amounts if a.sort == "rate" and a.quantity.kind == "percent"]
    if words is None:
        return
    for i, (one, other) in enumerate(pairwise(rates)):
        if one.sentence != other.sentence or other.index != one.index + 1 or unlike(one, other):
            continue
        found = _named(words, one, other, text)
        if found is None:
            continue
        kind, said = found
        before, behind = rates[i - 1] if i else None, rates[i + 2] if i + 2 < len(rates) else None
        for whole, beside in ((before, rates[i - 2 : i - 1] if i > 1 else []), (behind, rates[i + 3 : i + 4])):
            parts = (one, other) if whole is before else (other, one)
            if whole is None or any(_paired(words, a, whole, text) for a in beside):
                continue  # "食品下降2.4%，非食品上涨0.8%；消费品下降0.3%，服务上涨1.0%"
            if not _of_all(words, kind, whole, parts, said):
                continue
            ways = _ways(one, other)
            if ways is not None and turn(whole) is not None:
                yield whole, list(zip((one, other), ways, strict=True))
                break


def _paired(words: Complements, rate: Amount, whole: Amount, text: str) -> bool:
    """Are a rate and the one beside it two parts themselves?"""
    one, other = sorted((rate, whole), key=lambda a: a.index)
    return one.sentence == other.sentence and _named(words, one, other, text) is not None


def turn(rate: Amount) -> Way:
    """Which way a rate went, where the words beside it say so."""
    up, down = rate.has("up") or rate.quantity.change == "up", rate.has("down") or rate.quantity.change == "down"
    return "up" if up and not down else "down" if down and not up else None


def _ways(one: Amount, other: Amount) -> tuple[str, str] | None:
    """The second goes the way of the first where it has none of its own."""
    first = turn(one)
    return None if first is None else (first, turn(other) or first)


def _named(words: Complements, one: Amount, other: Amount, text: str) -> tuple[Kind, str] | None:
    """The kind of which the two rates are the two parts, by the words before each or behind; and those words."""
    lead = _STOP.split(one.lead[-NEAR:].lower())[-1]
    between = text[one.span.end : other.span.start].lower()
    tail = _STOP.split(other.tail[:NEAR].lower())[0].split(",")[0]
    if len(between) > NEAR:
        return None
    sides = ((lead, between), (between, tail))
    for first, second in sides[:1] if one.leading else sides:
        for kind in words.kinds:
            a, b = kind.part(first), kind.part(second)
            if a is not None and b is not None and a != b:
                return kind, f"{lead} {between}" if first is lead else f"{between} {tail}"
    return None


def _of_all(words: Complements, kind: Kind, whole: Amount, parts: tuple[Amount, Amount], said: str) -> bool:
    """Is a rate of all of which the two are the parts, and of what they are?"""
    near, behind = parts[0], whole.index > parts[0].index
    if abs(whole.index - near.index) != 1 or abs(whole.sentence - near.sentence) > 1 or unlike(whole, near):
        return False
    own = _STOP.split(whole.lead[-NEAR:].lower())[-1]
    own = _JOINT.split(own)[-1] if behind and whole.sentence == near.sentence else own
    tail = _STOP.split(whole.tail[:NEAR].lower())[0].split(",")[0] if not whole.leading else ""
    if kind.part(own) is not None or kind.part(tail) is not None:
        return False  # a part itself
    about = f"{own} {tail}"
    if behind and whole.sentence != near.sentence and words.times.search(about):
        return False  # "1至3月平均，居民消费价格上涨0.1%": of another stretch
    if behind and not words.all.search(about):
        return False
    if kind.of is not None and kind.of.search(about) is None:
        return False
    if behind and kind.of is None and whole.sentence == near.sentence:
        # "prices rose 5% in cities and 3% in the countryside, and 4% nationwide"
        return _measured(words, kind, words.all.sub(" ", about), said)
    return _measured(words, kind, said, about)


def _measured(words: Complements, kind: Kind, said: str, about: str) -> bool:
    """Do the words of the parts name nothing that is not measured by the whole?"""
    said = words.idle.sub(" ", kind.bare(said))
    if not words.spaced:
        left = [sign for sign in _SIGN.findall(said) if sign not in about]
        return not left
    return {w.removesuffix("s") for w in _WORD.findall(said)} <= {w.removesuffix("s") for w in _WORD.findall(about)}
