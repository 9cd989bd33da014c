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
    ],
)
def test_a_bare_coin_is_of_the_one_land_whose_is_printed(text: str, currencies: list[str | None]) -> None:
    values = [mention.value for mention in check(Source("note", text)).found.mentions]
    assert [value.currency for value in values if isinstance(value, Quantity)] == currencies
