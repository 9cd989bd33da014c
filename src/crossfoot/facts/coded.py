"""The stock codes of a text come in; out go those that it prints twice for one firm, once of them wrong.

A code is a name in digits: it stands in brackets behind the firm, or under 证券代码, and in the address of its filing.
Two codes of one firm that one slip of the pen parts are one code, printed wrong: another exchange, or shares of another
class, have other digits or say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crossfoot.late import late
from crossfoot.model import Document, Figure, Measurement, Printed, Quantity, Span

RULE, METRIC = "repeated.code", "other:证券代码"
MOST_CODES = 40  # of one text; a list of firms is another thing
NAME, LEAST_NAME = 16, 2  # characters before a code that may be the name of its firm
_CODE = late(
    r"(?P<mark>[(（]|[(（]?(?:证券代码|股票代码|行情)[:：]?\s?|stockCode=)(?P<digits>[0-9]{4,7})"
    r"(?:[.,，]?\s?(?P<place>[A-Z]{2})(?![A-Za-z]))?(?=[)）,，;；\s&]|[\u4e00-\u9fff]|$)"
)
_QUOTE = late(r"[(（][0-9.,，%:A-Za-z\u4e00-\u9fff-]{1,40}[)）]$")  # a price, or another code
_CUT = late(r".*[，。；、：:丨|“”\"'()（）【】《》\n]", re.DOTALL)
_SHORT = late(r"\s{0,4}(?:证券|股票)?简称[:：]\s?([^\s，。；:：()（）0-9]{2,12})")


class Code(msgspec.Struct, frozen=True):
    """A printed code, with the firm before it: "" where a line or an address gives it alone."""

    start: int
    digits: str
    place: str
    firm: str


def state(document: Document) -> Iterator[Measurement]:
    """The codes that are printed wrong, each with the one that it should be."""
    codes = _codes(document.text)
    if not 2 <= len(codes) <= MOST_CODES or len({code.digits for code in codes}) < 2:
        return
    often = Counter(code.digits for code in codes)
    told = set[str]()
    for wrong in sorted(codes, key=lambda code: (often[code.digits], -code.start)):
        others = [c for c in codes if c.digits not in told and _one_firm(wrong, c, codes) and _one_code(wrong, c)]
        if others and wrong.digits not in told:
            told.add(wrong.digits)
            right = max(others, key=lambda code: (often[code.digits], -code.start))
            yield from (_again(document, code, right) for code in codes if code.digits == wrong.digits)


def _codes(text: str) -> list[Code]:
    found = list[Code]()
    for match in _CODE.finditer(text):
        digits, start, bare = match["digits"], match.start("digits"), match["mark"] in ("(", "（")
        if bare and not match["place"] and (len(digits) < 5 or text[match.end() : match.end() + 1] not in ")）"):
            continue  # a year, or a number in words
        found.append(Code(start, digits, match["place"] or "", _firm(text, match)))
    return found


def _firm(text: str, match: re.Match[str]) -> str:
    if match["mark"].startswith("stockCode"):
        return ""
    if (short := _SHORT.match(text, match.end())) is not None:
        return short[1]
    before = text[max(0, match.start() - 4 * NAME) : match.start()]
    while (quote := _QUOTE.search(before)) is not None:
        before = before[: quote.start()]
    return _CUT.sub("", before)[-NAME:].strip()


def _one_firm(one: Code, other: Code, codes: Sequence[Code]) -> bool:
    """Are both of one firm? One that nobody stands before is of the only firm that there is."""
    if one.firm and other.firm:
        short, long = sorted((one.firm, other.firm), key=len)
        return len(short) >= LEAST_NAME and long.endswith(short)
    firms = sorted({code.firm for code in codes if code.firm}, key=len)
    return bool(firms) and all(firm.endswith(firms[0]) for firm in firms)


def _one_code(one: Code, other: Code) -> bool:
    """Does one slip part them, on one exchange?"""
    if one.place and other.place and one.place != other.place:
        return False
    a, b = sorted((one.digits, other.digits), key=len)
    if len(a) == len(b):
        apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]]
        return len(apart) == 1 or (swapped and a[apart[1]] == b[apart[0]])
    return len(b) == len(a) + 1 and any(b[:i] + b[i + 1 :] == a for i in range(len(b)))


def _again(document: Document, wrong: Code, right: Code) -> Measurement:
    figure = Figure(right.firm or wrong.firm or None, METRIC, (), None, "", f"at {right.start}")
    printed = tuple(
        Printed(figure, _quantity(code), Span(document.id, code.start, code.start + len(code.digits)))
        for code in (right, wrong)
    )
    spans = (printed[1].span, printed[0].span)
    return Measurement(spans, RULE, printed, figure=figure, quantity=printed[0].quantity, told=True)


def _quantity(code: Code) -> Quantity:
    value = Fraction(int(code.digits))
    return Quantity(value, value, Fraction(1), "", "number", digits=(code.start, code.start + len(code.digits)))
