"""Figures of cells: signs, brackets, note marks, percent, dashes and years."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crossfoot.documents import read
from crossfoot.mentions import find
from crossfoot.model import Quantity, Source


def cell(words: str, head: str = "2019", label: str = "Sales", beside: str = "1,234") -> Quantity | None:
    """What is read of a cell under a head, in a table that groups its thousands."""
    document = read(Source("t", "", tables=((("", head, "2018"), (label, words, beside), ("Costs", "9", "8")),)))
    found = [m for m in find(document).mentions if m.rule == "cell" and isinstance(m.value, Quantity)]
    at = next(b.span for b in document.blocks if b.cell and (b.cell.row, b.cell.col) == (1, 1))
    return next((m.value for m in found if at.start <= m.span.start < at.end), None)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("words", "low"),
    [
        ("1,204", 1204),
        ("$ 1,204", 1204),
        ("(1,204)", -1204),
        ("$(31.5)", Fraction(-63, 2)),
        ("($31.5)", Fraction(-63, 2)),
        ("(1,309", -1309),
        ("-13 ( 13 )", -13),
        ("$ -364 ( 364 )", -364),
        ("390,000(1)", 390000),
        ("1.73 (2), (3)", Fraction(173, 100)),
        ("(3.1)%", Fraction(-31, 10)),
        ("(28.5%)", Fraction(-57, 2)),
        (".455", Fraction(91, 200)),
        ("1.2pp", Fraction(6, 5)),
        ("(40) bps", -40),
        ("减少0.3个百分点", Fraction(-3, 10)),
        ("1,222³", 1222),
        ("￥1,204.50", Fraction(2409, 2)),
        ("−12", -12),
    ],
)
def test_what_a_cell_says(words: str, low: Fraction | int) -> None:
    found = cell(words)
    assert found is not None
    assert (found.low, found.high) == (low, low)


@pytest.mark.parametrize("words", ["—", "-", "nm", "n/a", "2018", "about 12", "12 to 14", "1,2345", ""])
def test_what_is_no_figure(words: str) -> None:
    assert cell(words) is None


def test_heads_and_labels_tell_the_unit() -> None:
    rate = cell("12.5", head="% change")
    assert rate is not None
    assert rate.kind == "percent"
    each = cell("2.17", label="Diluted net income per common share")
    assert each is not None
    assert each.per == "share"
    assert cell("3", head="Note") is None
