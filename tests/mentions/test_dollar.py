"""Which dollar a bare "$" is: stated, of the place that a story is set in, or American."""

from __future__ import annotations

import pytest

from crossfoot import Settings, Source, check
from crossfoot.model import Quantity


def currencies(text: str) -> list[str | None]:
    found = check(Source("dollars", text), Settings(only=frozenset({"quantities"}))).found.mentions
    return [m.value.currency for m in found if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose to $12 million.", ["USD"]),
        ("HONG KONG, May 5 - The bank raised $500 million.", ["USD"]),  # agencies mean American dollars
        ("TORONTO, May 5 - Profit was $12 million, of which US$3 million came from exports.", ["CAD", "USD"]),
        ("HONG KONG, May 5 - The flat sold for 9 million dollars, or about US$1.2 million.", ["HKD", "USD"]),
        ("HONG KONG, May 5 - It paid HK$39 million ($5 million), or US$5 million.", ["HKD", "USD", "USD"]),
        ("The Toronto and Sydney offices cost $3 million and US$2 million.", ["USD", "USD"]),  # two homes are none
        ("Revenue was $641 million (all figures are in Singapore dollars).", ["SGD"]),
    ],
)
def test_bare_dollars(text: str, expected: list[str]) -> None:
    assert currencies(text) == expected
