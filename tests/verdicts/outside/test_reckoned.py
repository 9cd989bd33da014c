"""A figure that follows from those of its source is not asked about, but one is that only another sort of sum makes."""

from __future__ import annotations

import pytest

from .held import told

MEALS = "Sales rose to $2.86 billion. Ready meals had $1.12 billion, snacks $0.94 billion and drinks $0.80 billion."
GUESTS = "It had 214,600 visitors: 61,400 from Britain, 52,900 from Germany, 38,200 from France and 62,100 others."
DEBT = "The group has net cash of £12.4m; at the end of last year it owed £8.1m."
FOOD = "岭禾食品上半年收入24.6亿元，上年同期为26.1亿元。方便食品收入13.8亿元，饮料收入8.5亿元。"


@pytest.mark.parametrize(
    ("source", "text", "asked"),
    [
        (MEALS, "Ready meals made up 39% of sales.", False),
        (MEALS, "Ready meals made up 49% of sales.", True),  # $0.94 billion grows by as much from 1.92
        (GUESTS, "Together they supplied 71% of the visitors.", False),
        (GUESTS, "Together they supplied 74% of the visitors.", True),
        (DEBT, "Net cash of £12.4m is an improvement of £20.5m.", False),
        (FOOD, "方便食品贡献56%的收入。", False),
        (FOOD, "方便食品贡献78%的收入。", True),  # by as much are 24.6 more than 13.8
    ],
)
def test_a_share_is_no_growth_and_a_move_no_share(source: str, text: str, asked: bool) -> None:
    assert bool(told(source, text)) == asked
