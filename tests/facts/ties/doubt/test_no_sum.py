"""Sums of what makes no sum are not told.

Beside each stands, where there is one, the same without what speaks against it.
"""

from __future__ import annotations

import pytest

from crossfoot import Source, check

# What is not told, and what is, or nothing.
PAIRS: list[tuple[str, str | None]] = [
    ("The 96 goats gave 640 litres each, of which 51,000 litres went to the dairy.", None),
    ("Each of the 18 clinics saw 37 patients.", None),
    ("今年以来累计发债45亿元，同期到期兑付31亿元；另有15亿元待兑付。", None),
    (
        "Remittances grew 7.5% to 1.16 billion. Foreign direct investment amounted to 540 million "
        "dinars, bringing the half-year total to 1.39 billion.",
        None,
    ),
    ("The team has 31 riders. It won 19 races and ranks 11th of 20.", None),
    (
        "新增贷款960亿元，其中住户贷款240亿元，企业贷款760亿元，票据融资减少40亿元。",
        "新增贷款960亿元，其中住户贷款240亿元，企业贷款760亿元。",
    ),
]


def faults(text: str) -> list[str]:
    return [v.kind for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"]


@pytest.mark.parametrize("silent", [silent for silent, _ in PAIRS])
def test_what_was_hardly_meant_is_not_told(silent: str) -> None:
    assert not faults(silent)


@pytest.mark.parametrize("told", [told for _, told in PAIRS if told is not None])
def test_what_leaves_no_doubt_is(told: str) -> None:
    assert faults(told)
