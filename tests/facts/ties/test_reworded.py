"""Claims that fail by one word are told with the word that makes them tie; what merely looks alike is left alone."""

from __future__ import annotations

import pytest

from ..told import alarms, blamed

WRONG = [  # text, what is blamed, what should stand there
    (
        "Operating cash flow was $212.4 million in the nine months, a decrease of $40.5 million as compared with "
        "$171.9 million for the same period in 2020.",
        "decrease",
        "increase",
    ),
    ("The brewery made 1.26m hectolitres in 2021, 5% more than in 2020, when it had been 1.33m.", "more", "less"),
    ("净负债比率30.0%，较去年底之33.5%上升3.5个百分点。", "上升", "下降"),
    (
        "Fibre now has 44.0 % of lines; at the end of 2021 it was 37.5 %, so its share has grown by 6.5 per cent.",
        "per cent",
        "percentage points",
    ),
    ("Wages came to 72.0% of turnover, 6.0 percent worse than the 66.0% of the year before.", " percent", None),
    ("全年清洁能源占比58.0%，2023年是55.4%，提高了2.6%。", "%", "个百分点"),
    ("操作利率1.65%，较上次的1.75%下调10个百分点。", "个百分点", "个基点"),
    ("融资占比11.6%，较上日的10.9%回升0.7个基点。", "个基点", "个百分点"),
]
RIGHT = [
    "The margin was 12.0%, up 50% from 8.0% a year earlier; costs rose 4.0%.",
    "Cash was $212.4 million, an increase of $40.5 million as compared with $171.9 million for the same period.",
    "Sales rose 5% and profit fell to 12 million from 14 million.",
    "The margin was 30.0%, from 28.0% a year ago, while unit sales rose 2.0% to 41,000.",
    "毛利率30.0%，上年为28.0%，销量增长2.0%。",
    "The rate was 5.0% in June and 4.0% in May; wages rose 1.0%.",
    "毛利率30.0%，上年33.5%；销量上升3.5%。",
    "出口增长8.0%，进口增长6.0%，外汇储备增长2.0%。",
]


@pytest.mark.parametrize(("text", "blames", "suggested"), WRONG)
def test_a_wrong_word_is_told_with_the_right_one(text: str, blames: str, suggested: str | None) -> None:
    words, right = blamed(text)
    if suggested is not None:
        assert (words.strip(), right.strip()) == (blames, suggested)


@pytest.mark.parametrize("text", RIGHT)
def test_a_word_that_may_be_right_is_left_alone(text: str) -> None:
    assert not alarms(text)
