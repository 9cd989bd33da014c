"""What ties figures ties those that they are set beside."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def outcomes(text: str) -> dict[str, str]:
    return {verdict.arithmetic: verdict.outcome for verdict in check(Source("case", text)).verdicts}


AGAINST = (
    "Revenue came to 120.4 million euros, against 108.2 million a year earlier. Devices made up 80.1 million, against "
    "70.0 million, and services the other 40.3 million, against {}."
)
BRACKETS = (
    "Of the 4.21 million passengers in July (3.97 million), 2.65 million (2.51 million) flew within Norland and the "
    "other 1.56 million ({}) abroad."
)
HALF = (
    "上半年营业收入120.4亿元，上年同期为108.2亿元；其中设备收入80.1亿元，上年同期70.0亿元，"
    "服务收入40.3亿元，上年同期{}。"
)


@pytest.mark.parametrize(
    ("text", "right", "wrong", "holds"),
    [
        (AGAINST, "38.2 million", "32.8 million", "70.0 million + 38.2 million = 108.2 million"),
        (BRACKETS, "1.46 million", "1.64 million", "2.51 million + 1.46 million = 3.97 million"),
        (HALF, "38.2亿元", "32.8亿元", "70.0亿 + 38.2亿 = 108.2亿"),
    ],
)
def test_figures_before_are_split_as_those_of_now(text: str, right: str, wrong: str, holds: str) -> None:
    assert outcomes(text.format(right)).get(holds) == "holds"
    assert "contradicted" in outcomes(text.format(wrong)).values()


def test_figures_of_two_times_are_no_parts_of_each_other() -> None:
    text = (
        "Sales came to 120 million euros, against 108 million in 2019. Devices brought in 80 million, against 70 "
        "million in 2018, and services the other 40 million, against 39 million in 2019."
    )
    assert "contradicted" not in outcomes(text).values()
