"""Aims that stand apart, and what a "but" goes on to, are no figures that something moved from."""

from __future__ import annotations

import pytest

from ...told import alarms

APART = [
    "The bank raised its rate by a quarter of a point to 4.75 percent, the third increase this year; it was 4.00.",
    "It cut rates by half a point to 3.50 percent, the second cut since May, when they stood at 4.25 percent.",
    "Reserves cover 4.2 months of imports, 0.3 months more than in June but less than the 4.5 months of a year ago.",
    "分析师此前预计其净利润为9.0亿元，实际为9.9亿元，较上年增长20%。",
    "央行加息25个基点至4.75%，为年内第三次加息，1月为4.00%。",
    "Inflation was 2.7% in March, half a point less than in February but still well over the 2% target.",
    "Prices rose 3.4 percent in May, 0.3 points less than in April but still above the 3 percent goal of the bank.",
    "The jobless rate stood at 5.1%, a quarter of a point lower than a year ago though higher than the 4.5% aimed for.",
    "The bank's capital ratio was 13.1%, 0.6 points more than in June and comfortably above the 10.5% minimum.",
    "Net income came in at 412 million kronor, against forecasts of 390 million, an increase of 12 percent.",
    "Compared with consensus of 1.20 billion euros, operating profit was 1.26 billion, up 14% on the year.",
    "此前市场预期为3.2亿元，公司最终录得净利润3.5亿元，增长25.0%。",
    "公司上调全年出货目标至1,200万台，此前为1,000万台。",
    "The retailer lowered its sales forecast to between 2% and 3% from 4% to 5%.",
    "It now sees earnings in a range of 61 to 65 cents a share, down from 70 to 74 cents.",
    "公司把全年净利润预测从3.2亿至3.6亿元下调为2.6亿至2.9亿元，下调幅度约19%。",
]
BESIDE = [
    "Net income came in at 412 million kronor, against 390 million, an increase of 12 percent.",
    "Inflation was 2.7% in March, 0.6 points less than the 3.7% of February.",
]


@pytest.mark.parametrize("text", APART)
def test_what_a_move_is_only_set_against_is_no_base(text: str) -> None:
    assert not alarms(text)


@pytest.mark.parametrize("text", BESIDE)
def test_what_it_moved_from_is(text: str) -> None:
    assert alarms(text)
