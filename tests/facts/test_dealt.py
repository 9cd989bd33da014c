"""A list of times is dealt out to a list of figures, in the order in which both stand."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Measurement, Target

THREE = [("5.5", "2021"), ("6.0", "2022"), ("6.5", "2023")]


def dealt(text: str) -> list[tuple[str, str | None]]:
    """The digits of each level and its period."""
    report = check(Source("text", text))
    found = [printed for fact in report.facts if isinstance(fact, Measurement | Target) for printed in fact.printed]
    return [(text[slice(*p.quantity.digits)], p.figure.period.label if p.figure.period else None) for p in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were 5.5 million, 6.0 million and 6.5 million tonnes in 2021, 2022 and 2023 respectively.", THREE),
        ("In 2021, 2022 and 2023 sales were 5.5 million, 6.0 million and 6.5 million tonnes respectively.", THREE),
        ("公司2021年、2022年和2023年销量分别为5.5万吨、6.0万吨和6.5万吨。", THREE),
        ("公司2021年至2023年销量分别为5.5万吨、6.0万吨和6.5万吨。", THREE),  # one time as many years long
        ("公司2021年至2023年销量为5.5万吨。", [("5.5", "2021/2023")]),
        ("公司2021年至2022年销量分别为5.5万吨、6.0万吨和6.5万吨。", [(size, "2021/2022") for size, _ in THREE]),
    ],
)
def test_each_figure_has_the_time_at_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert dealt(text) == expected
