"""A claim that its own figures speak against is no fault of the text; the same claim without that is."""

from __future__ import annotations

import pytest

from .beside import Pairs, texts, told

# What is not told, and beside it what is: the same words, but for what spoke against the claim.
PAIRS: Pairs = [
    (  # the move has an end of its own
        "The planted area shrank by 5.0% to 1.20 million hectares, but the yield rose to 2.9 tonnes from 2.6 tonnes.",
        "Sales of rape rose 9.4% to 2.98 million tonnes from 2.62 million tonnes.",
    ),
    (  # a rate ties the two, and the amount is of another time
        "The fund had 4.42 million members, 63,000 more than in June and 4.0% above the 4.25 million of a year before.",
        "The fund had 4.42 million members, 107,000 more than the 4.52 million of a year before.",
    ),
    (  # so much a year is no move over six
        "Takings have increased from 168 million to 394 million, an average of 15% a year over six years.",
        "Takings have increased from 168 million to 394 million, or by 143.5%.",
    ),
    (  # what came and what went are no parts of one whole
        "Schools gained 8,900 posts, builders 3,100 and councils 4,600, while printers lost 1,200.",
        "The town found 8,900 posts: builders have 3,100, councils 4,600 and printers 2,100.",
    ),
    (
        "酒店每间收入158元，同比增长4.7%；平均房价236元，上年同期231元。",
        "酒店每间收入158元，同比增长4.7%；上年同期每间收入131元。",
    ),
    (
        "在管面积1.26亿平方米，同比增长14.8%，合约面积1.88亿平方米。",
        "在管面积1.26亿平方米，同比增长14.8%，上年末为1.01亿平方米。",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "is_told"), texts(PAIRS))
def test_only_what_no_figure_speaks_against_is_told(text: str, is_told: bool) -> None:
    assert told(text) == is_told


def test_a_cut_in_numbers_is_a_share_of_them() -> None:
    """ "Will cut" gives the figure a direction, and no share one."""
    text = "Kilbride will cut about 1,900 jobs, or {} of its workforce of 17,300."
    assert not told(text.format("11%"))
    assert told(text.format("21%"))


def test_a_whole_that_is_printed_again_is_no_part_of_itself() -> None:
    text = "1—4月，监测的50城新建住宅成交面积4120万平方米；其中，一线4城成交612万平方米，占50城的14.9%。"
    assert not told(text)


def test_what_comes_in_is_no_list_of_what_goes_out() -> None:
    assert not told("一季度三项社会保险基金收入62.8亿元，支出57.1亿元，当期结余5.7亿元。")
    assert told("一季度三大业务收入合计62.8亿元，其中甲业务57.1亿元，乙业务5.7亿元。")


def test_of_two_bare_shares_that_do_not_tie_neither_is_of_the_sum() -> None:
    text = "其通过竞价减持600万股，占1.00%；大宗交易减持900万股，占1.50%；合计减持1,500万股，占2.50%。"
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        # what "including" begins goes on with what is no part
        "It had 6.3 gigawatts of capacity, including 4.1 gigawatts of wind and 1.2 gigawatts of solar, and a further "
        "1.8 gigawatts under construction.",
        # what is called growth is a rate, and did not grow
        "A broker trimmed its estimate of this year's mine supply growth to 0.9% from 1.6%.",
        # nobody prints what it moved from: only that it would have to be whole
        "Like-for-like sales, which exclude 14 shops opened since April 2022, grew 5.1%.",
    ],
)
def test_a_claim_that_words_only_seem_to_make_is_not_told(text: str) -> None:
    assert not told(text)
