"""Slips undone: what a figure of a claim would have to be, and which slips lead there."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

import crossfoot
from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import Claim, Shape
from crossfoot.facts.ties.meant.trial import tried_out
from crossfoot.facts.ties.slips.mends import mends, needed
from crossfoot.model import Quantity, Span


def amounts(text: str) -> list[Amount]:
    """The numbers of a text as they are printed, whatever they are of."""
    found = list[Amount]()
    for word in text.split():
        start = text.index(word)
        size, place = Fraction(word), (start, start + len(word))
        step = Fraction(1, 10 ** len(word.partition(".")[2]))
        quantity = Quantity(low=size, high=size, step=step, unit="", kind="number", digits=place)
        ends = (float(size - step / 2), float(size + step / 2))
        amount = Amount(
            len(found), Span("note", *place), quantity, Fraction(1), "amount", 0, 0, "", "", frozenset(), *ends, ()
        )
        found.append(msgspec.structs.replace(amount, size=float(size)))
    return found


def claim(shape: Shape, text: str, sign: int = 1, minus: bool = False) -> Claim:
    operands = tuple(amounts(text))
    return Claim("sum", shape, operands, operands[0], 0.0, sign=sign, minus=minus)


def test_a_figure_that_was_made_too_large_to_be_a_part_is_told_by_its_list() -> None:
    """Sizes have no say in which of the figures is the whole."""
    text = "公司上半年营业收入86.4亿元。其中，在线营销51.8亿元，交易服务25.9亿元，其他8.7万元。"
    found = [
        v for v in crossfoot.check(crossfoot.Source("note", text)).verdicts if v.code and v.outcome == "contradicted"
    ]
    assert [(v.code, v.culprits[0].slip, v.culprits[0].suggested) for v in found] == [("XF205", "scale", "亿")]


HOLD: list[tuple[Shape, str, int, bool]] = [
    ("growth", "540.0 500.0 8.0", 1, False),
    ("growth", "460.0 500.0 8.0", -1, False),
    ("share", "80.0 400.0 20.0", 1, False),
    ("points", "4.50 4.00 0.50", 1, False),
    ("change", "3504 4031 527", -1, False),
    ("sum", "9045 4031 5014", 1, False),
    ("sum", "9045 9145 400 500", 1, True),
    ("product", "60.0 12.0 5.0", 1, False),
]


@pytest.mark.parametrize(("shape", "text", "sign", "minus"), HOLD)
def test_what_a_figure_must_be_is_what_it_is_where_all_ties(shape: Shape, text: str, sign: int, minus: bool) -> None:
    asked = claim(shape, text, sign, minus)
    assert tried_out(asked)[0] is not None
    for place, amount in enumerate(asked.operands):
        ends = needed(asked, place)
        assert ends is not None
        assert ends[0] <= amount.size <= ends[1]


def test_each_slip_that_explains_a_claim_is_found_once() -> None:
    text = "9045 4013 5014"
    found = mends([claim("sum", text), claim("sum", text)], text)
    assert [(m.amount.index, m.right.slip, m.right.size) for m in found if m.right.slip == "transposition"] == [
        (1, "transposition", 4031.0)
    ]
    assert all(len(m.claims) == 2 for m in found)


def test_what_the_others_make_without_it_is_no_slip_of_a_figure() -> None:
    text = "9045 4031 5014 37"
    assert not [m for m in mends([claim("sum", text)], text) if m.amount.index == 3]
