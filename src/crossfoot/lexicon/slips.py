"""How a right figure becomes a wrong one: the rows of slips.toml, and each slip of the digits undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from itertools import combinations, pairwise

from crossfoot.late import late
from crossfoot.lexicon import Row, load

DIGITS = "0123456789"
OF_DIGITS = frozenset(  # the slips that `undone` undoes
    ("transposition", "doubled-digit", "digits-apart", "decimal-point", "one-digit", "dropped-digit", "extra-digit")
)
_NUMBER = late(r"(?!0[0-9])[0-9]{1,18}(?:\.[0-9]{1,6})?")


class Slip(Row, frozen=True):
    id: str
    cost: float
    says: str
    zh: str


class Scales(Row, frozen=True):
    """Scale words that a hand may take for one another, each with its power of ten and its spellings."""

    powers: tuple[int, ...]
    words: tuple[tuple[str, ...], ...]


class Slips(Row, frozen=True):
    slip: tuple[Slip, ...]
    scales: tuple[Scales, ...]


@cache
def slips() -> dict[str, Slip]:
    return {row.id: row for row in load("slips.toml", Slips).slip}


@cache
def scales() -> tuple[Scales, ...]:
    """
    >>> [family.powers for family in scales()]
    [(3, 6, 9, 12), (5, 7), (4, 8, 12)]
    """
    return load("slips.toml", Slips).scales


@lru_cache(256)
def rescaled(word: str) -> tuple[int, ...]:
    """The powers of ten between a scale word and those that it may stand for: "million" for "billion".

    >>> rescaled("Million"), rescaled(" 万"), rescaled("dozen")
    ((-3, 3, 6), (4, 8), ())
    """
    for family in scales():
        for power, forms in zip(family.powers, family.words, strict=True):
            if word.strip().lower() in forms:
                return tuple(other - power for other in family.powers if other != power)
    return ()


def cost(slip: str) -> float:
    """
    >>> cost("transposition") < cost("one-digit") < cost("other")
    True
    """
    return slips()[slip].cost


TENTHS = tuple(Fraction(k, 10) for k in range(1, 10))
SIMPLE = tuple(sorted({Fraction(p, q) for q in (2, 3, 4, 5) for p in range(1, q)}))


def refracted(value: Fraction) -> tuple[Fraction, ...]:
    """The fractions that one in words may stand for, as parts of one: tenths for "七成", simple ones for "two thirds".

    >>> len(refracted(Fraction(7, 10))), refracted(Fraction(2, 3))[:2]
    (8, (Fraction(1, 5), Fraction(1, 4)))
    """
    like = SIMPLE if value in SIMPLE and value not in TENTHS else TENTHS if value in TENTHS else ()
    return tuple(other for other in like if other != value)


def undone(text: str) -> Iterator[tuple[str, str]]:
    """Every slip undone on a printed number (without its commas): the slip, and what would have been meant.

    >>> [right for slip, right in undone("43607") if slip == "transposition"]
    ['34607', '46307', '43067', '43670']
    >>> [right for slip, right in undone("42.6") if slip == "decimal-point"]
    ['4.26', '426.']
    >>> [right for slip, right in undone("426") if slip == "decimal-point"]
    ['4.26', '42.6']
    >>> {slip for slip, _ in (*undone("4336"), *undone("42.6"))} == OF_DIGITS
    True
    """
    places = [i for i, char in enumerate(text) if char != "."]
    for i, j in pairwise(places):
        if text[i] != text[j]:
            yield "transposition", text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]
        elif j == i + 1:
            yield "doubled-digit", text[:i] + text[j:]
    for i, j in combinations(places, 2):
        if text[i] != text[j] and j > i + 1 and text[i + 1 : j] != ".":
            yield "digits-apart", text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]
    dot = text.find(".")
    if dot > 0:
        for at in (dot - 1, dot + 1):
            bare = text[:dot] + text[dot + 1 :]
            yield "decimal-point", bare[:at] + "." + bare[at:]
    else:
        yield from (("decimal-point", f"{text[:at]}.{text[at:]}") for at in range(1, len(text)))
    for i in places:
        for digit in DIGITS.replace(text[i], ""):
            yield "one-digit", text[:i] + digit + text[i + 1 :]
    for i in range(len(text) + 1):
        for digit in DIGITS:
            yield "dropped-digit", text[:i] + digit + text[i:]
    for i in places:
        yield "extra-digit", text[:i] + text[i + 1 :]


@lru_cache(4096)
def meant(text: str) -> Mapping[str, str]:
    """The numbers that a printed one may have been, each with the slip that made it this one.

    >>> meant("43607")["43067"], meant("42.6")["4.26"], meant("4")["40"]
    ('transposition', 'decimal-point', 'dropped-digit')
    """
    found = dict[str, str]()
    if _NUMBER.fullmatch(text):
        for slip, right in undone(text):
            if _NUMBER.fullmatch(right) and right.strip("0."):
                found.setdefault(right, slip)
    return found
