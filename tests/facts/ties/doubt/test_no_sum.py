"""Sums of what makes no sum are not told.

Beside each stands, where there is one, the same without what speaks against it.
"""

from __future__ import annotations

import pytest

from .beside import Pairs, texts, told

PAIRS: Pairs = [
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


@pytest.mark.parametrize(("text", "is_told"), texts(PAIRS))
def test_only_what_leaves_no_doubt_is_told(text: str, is_told: bool) -> None:
    assert told(text) == is_told
