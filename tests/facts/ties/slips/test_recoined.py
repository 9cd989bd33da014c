"""An amount in another currency than all that it ties with is told with theirs; what is in two is left alone."""

from __future__ import annotations

import pytest

from ...told import alarms, blamed

WRONG = [  # text, the currency that is wrong, the right one
    (
        "The offer is worth £820 million. It will borrow £500 million and pay the remaining $320 million in cash.",
        "$",
        "£",
    ),
    ("The cash pile shrank by $85 million to €515 million from $600 million.", "€", "$"),
    ("Revenue fell 4.0% to £1.92 billion, against $2.00 billion a year before.", "$", "£"),
    ("进出口值92.4亿美元，其中出口58.6亿美元，进口33.8亿美元；顺差24.8亿元。", "元", "美元"),
]
RIGHT = [
    "The offer is worth £820 million ($1.09 billion). It will borrow £500 million and pay the remaining £320 million.",
    "Alder lent £500 million and $320 million to a fund of £1.2 billion.",
    "Profit was €4.6 million, or $5.0 million, after €4.0 million, or $4.4 million, a year before.",
    "净利润3.60亿元人民币，合4,932万美元，较上年同期的3.20亿元增长12.5%。",
    "股价升3.0%至7.13元，前收市价6.92港元。",
    "Revenue fell 4.0% to £1.92 billion. A rival, Thorn, sold goods for $2.00 billion.",
]


@pytest.mark.parametrize(("text", "wrong", "right"), WRONG)
def test_another_currency_makes_it_tie(text: str, wrong: str, right: str) -> None:
    assert blamed(text) == (wrong, right)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_in_two_currencies_is_left_alone(text: str) -> None:
    assert not alarms(text)
