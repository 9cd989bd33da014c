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
    (
        "The gap is 2.6% of output. This year's is put at 3.5% of it, so that the ratio would narrow by 0.9 percent.",
        "percent",
        "percentage points",
    ),
    ("Rashes went in 47% of patients, against 21% on placebo, a gap of 26 percent.", "percent", "percentage points"),
    (
        "Prices were 3.4% higher in May. In April the annual rate had been 3.9%, so inflation slowed by 0.5 percent.",
        "percent",
        "percentage points",
    ),
    (
        "Prices rose 8.1 percent in May. Food inflation, at 14.3 percent, ran 6.2 percent above the headline rate.",
        "percent",
        "percentage points",
    ),
    (
        "Of all 35% fell ill. Of those with the drug it was 26%, nine percent less.",
        "percent",
        "percentage points",
    ),
    ("净利率3.1%，与上年同期的2.7%相差0.4%。", "%", "个百分点"),
    ("城镇零售额增长4.4%；乡村零售额增长5.7%，乡村增速快于城镇1.3%。", "%", "个百分点"),
    ("Barley: 92,500 tonnes (88,000), -5.1%", "-", "+"),
    ("The midpoint of £89m lies £5m below that of our earlier guidance, £84m.", "below", "above"),
    ("Of all patients 35% relapsed. With the drug it was 26%, nine percentage points more.", "more", "less"),
    (
        "The bid is at $24.00, a 25% discount to Friday's close of $19.20.",
        "discount",
        "premium",
    ),
    ("That gave a margin of 8 percent, 1.2 points worse than the previous year's 6.8 percent.", "worse", "better"),
    ("Its customers used 780 GWh, 60 GWh above the 840 GWh of a year ago.", "above", "below"),
    ("Barley at 168 crowns was 8 crowns dearer than the 176 crowns it had cost.", "dearer", "cheaper"),
    ("毛利率为30.0%，较2022年之28.4%恶化1.6个百分点。", "恶化", "改善"),
    ("不良贷款率1.12%，比年初的1.20%恶化0.08个百分点。", "恶化", "改善"),
    ("操作利率上调10个基点，由1.50%降至1.40%。", "上调", "下调"),
    ("总收入86.4亿元（去年同期72.0亿元，同比-20.0%）。", "-", "+"),
    (
        "Exports were 3,184 million and imports 2,871 million. The deficit of 313 million was a record.",
        "deficit",
        "surplus",
    ),
    (
        "It foresees revenue of 64.8 billion and spending of 71.3 billion, which leaves a surplus of 6.5 billion.",
        "surplus",
        "deficit",
    ),
    ("The jobless rate rose by a tenth of a point, from 5.5 percent to 5.4 percent.", "rose", "fell"),
    ("10月住户存款减少800亿元，上年同期减少500亿元，同比少减300亿元。", "少减", "多减"),
    ("操作利率1.65%，较上次的1.75%下调10个百分点。", "个百分点", "个基点"),
    ("融资占比11.6%，较上日的10.9%回升0.7个基点。", "个基点", "个百分点"),
]
RIGHT = [
    "The margin was 12.0%, up 50% from 8.0% a year earlier; costs rose 4.0%.",
    "Cash was $212.4 million, an increase of $40.5 million as compared with $171.9 million for the same period.",
    "Sales rose 5% and profit fell to 12 million from 14 million.",
    "The margin was 30.0%, from 28.0% a year ago, while unit sales rose 2.0% to 41,000.",
    "毛利率30.0%，上年为28.0%，销量增长2.0%。",
    "Labour won 35%. The Greens got 26%, nine points more than the polls had said.",
    "Barley: 92,500 tonnes (88,000), +5.1%. Wheat: 80,000 tonnes (88,000), -9.1%.",
    "Wages came to 58.4% of premiums, 3.0 points worse than the 55.4% of the year before.",
    "The combined ratio was 94.2%, 2.1 points better than the 96.3% of the year before.",
    "The loss was 5 million, 2 million worse than the 3 million of May.",
    "Costs were 12.0 million, 2.0 million better than the 14.0 million of the plan.",
    "A deficit of 6.5 billion was 1.9 billion better than last year's 8.4 billion.",
    "The first house has 44 rooms. The second has 40 rooms, 4 more being built.",
    "The bank has 12 branches in Astrow and 9 in Lomm, 3 more in Perrin.",
    "She sold 40 pens in June, 5 fewer than the 45 of May and 4 more than the 36 of April.",
    "The yield was 7.2 cents a mile, 10 percent worse than the 8.0 cents of a year ago.",
    "The offer is $24.00, a 25% premium to $19.20 and a 20% discount to the $30.00 that was asked.",
    "不良贷款率1.12%，比年初的1.20%改善0.08个百分点；拨备覆盖率251%，改善13个百分点，上年末238%。",
    "操作利率下调10个基点，由1.50%降至1.40%；出口增长10.0%，进口由15.0亿元降至14.0亿元。",
    "Exports were 3,184 million and imports 2,871 million, a surplus of 313 million.",
    "It foresees revenue of 64.8 billion and spending of 71.3 billion, which leaves a deficit of 6.5 billion.",
    "Exports were 100 million and imports 80 million. Trade in services left a deficit of 19 million.",
    "10月住户存款减少800亿元，上年同期减少500亿元，同比多减300亿元。",
    "前十个月人民币贷款增加1750亿元，同比多增214亿元，住户贷款增加218亿元，同比少增30亿元，上年同期248亿元。",
    "Skippers had landed 13,320 tonnes of cod, leaving a tenth of the 14,800-tonne quota to be caught.",
    "The Greens won 35% and Labour 26%. Their members paid nine percent less in dues.",
    "Occupancy was 58%, after 39% the year before, and prices rose by 19 percent to $120.",
    "Turnout was 61.5%, against 58.0%; the vote cost 3.5% more, or 12 million.",
    "The share of homes with a car is 71%, up from 66%, and the rate of tax went up by 5%.",
    "Inflation was 3.4% in May and 3.9% in April; wages rose by 0.5 percent.",
    "Rents rose 5.0% and wages 3.0%, while the growth of savings slowed by 2.0 percent to 4 million.",
    "Margins were 12.0% at home and 10.0% abroad, and the store chain's share of sales there rose 20.0% from 10.0%.",
    "毛利率30.0%，净利率10.0%，市场份额的价值提升20.0%。",
    "城镇增长4.4%，乡村增长5.7%，农村电商的增速达1.3%。",
    "利润率12.0%，上年10.0%，成本较上年下降2.0%。",
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
