"""Coins that several lands have: a bare one is that of the land whose are printed elsewhere, if there is only one."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Quantity


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("It cost 1.35 billion Danish crowns. Sales were 940 million crowns.", ["DKK", "DKK"]),
        ("It cost 3 million Mexican pesos; 2 million pesos were paid.", ["MXN", "MXN"]),
        ("It cost 3 million Danish crowns and 2 million Swedish crowns, or 9 million crowns.", ["DKK", "SEK", None]),
        ("Sales were 40 million francs. The Swiss franc rose.", [None]),
        ("Sales were 940 million crowns.", [None]),
        ("電廠投資新台幣412億元，去年投資380億元。", ["TWD", "TWD"]),
        ("電廠投資新台幣412億元，其中人民幣3億元，去年投資380億元。", ["TWD", "CNY", "CNY"]),
        ("港幣412億元的貸款與新台幣3億元的補助，另有380億元。", ["HKD", "TWD", "CNY"]),
        ("电厂投资港币412亿元，去年投资380亿元。", ["HKD", "CNY"]),
    ],
)
def test_a_bare_coin_is_of_the_one_land_whose_is_printed(text: str, currencies: list[str | None]) -> None:
    values = [mention.value for mention in check(Source("note", text)).found.mentions]
    assert [value.currency for value in values if isinstance(value, Quantity)] == currencies
