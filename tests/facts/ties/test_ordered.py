"""Orders: by words alone, which of two figures is the larger."""

from __future__ import annotations

import pytest

from caserunner import orders
from crossfoot import Source, check

# text, the lesser, the greater
HELD = [
    ("The average stay was shortened from 7.4 days to 6.8 days.", "6.8 days", "7.4 days"),
    ("平均住院日由上年的7.4天缩短到6.8天。", "6.8天", "7.4天"),
    ("贷款期限从3年延长至5年。", "3年", "5年"),
    ("Tern Line sold 2,840 cabins in May, more than the 2,610 it had sold in April.", "2,610", "2,840"),
    ("With 2,840 cabins sold, Tern Line is ahead of its target of 2,700.", "2,700", "2,840"),
    ("Bookings, at 655, are still below the 700 that it had hoped for.", "655", "700"),
    ("Exports of 512 million pounds exceeded imports of 480 million.", "480 million", "512 million"),
    ("Tern's 14,300 tonnes beat Holm's 13,900.", "13,900", "14,300"),
    ("Beating its target of 480,000 crates, the quay handled 512,300.", "480,000", "512,300"),
    ("The quay exceeded its target of 480,000 crates by handling 512,300.", "480,000", "512,300"),
    ("Its share, at 24.1%, is larger than Holm's (22.8%) and smaller than Orne's (27.0%).", "24.1%", "27.0%"),
    ("Fewer flats were sold than in 2019: 3,120 compared with 3,410.", "3,120", "3,410"),
    ("Orders slipped to 412 hulls; the year before there had been 431.", "412", "431"),
    ("Women (4,120) outnumber men (3,980) among the students.", "3,980", "4,120"),
    ("A crowd of 61,430, a record, came; the previous best was 58,912.", "58,912", "61,430"),
    ("The 61,430 who came compare with 58,912 in 2023, until now the most.", "58,912", "61,430"),
    ("At 3,412, the number of hives is the highest since 2011 (3,560).", "3,412", "3,560"),
    ("The estates are Orne with 412 hectares, Lagos with 365 and Alta with 298. Alta is the smallest.", "298", "365"),
    ("Tern flew 1.92 million people in June and Holm 1.87 million, so that the former stayed ahead.", "1.87", "1.92"),
    ("新增就业1,256万人，超过1,200万人的预期目标。", "1,200万", "1,256万"),
    ("失业率均值5.1%，低于5.5%的控制线。", "5.1%", "5.5%"),
    ("东湖区消费41.8亿元，首次反超西岭区的40.9亿元。", "40.9亿", "41.8亿"),
    ("存款余额9,120亿元，创历史新高，此前的最高纪录是2022年2月末的9,080亿元。", "9,080亿", "9,120亿"),
    ("各家给出的目标价分别为38元、42元、45元、36元，最高45元，最低36元。", "36元#2", "42元"),
    ("三季度毛利率28.4%，较二季度的27.9%有所回升。", "27.9%", "28.4%"),
    ("库存降至86万吨，去年同期为92万吨。", "86万", "92万"),
    ("The bank cut its rate from 4.50% to 4.25%.", "4.25%", "4.50%"),
    ("均价由每吨3,850元涨到4,120元。", "3,850元", "4,120元"),
    ("本周价格每吨3,850元，上周3,920元，连续第二周下降。", "3,850元", "3,920元"),
    ("甲县以41.2亿元居首，乙县以38.7亿元次之，丙县20.1亿元垫底。", "20.1亿", "38.7亿"),
    ("Tern came first with 41,200 votes, Holm second with 38,700 and Orne third with 20,100.", "20,100", "38,700"),
    ("The average fare rose: it was 412 pounds, against 398 pounds in June.", "398", "412"),
    ("The motion was carried by 312 votes to 298.", "298", "312"),
    ("他以52票对47票胜出。", "47票", "52票"),
    ("Membership went from 12,300 to 11,800, a third year of decline.", "11,800", "12,300"),
    ("Orders slipped to 412 hulls in May. A year earlier it had 431.", "412", "431"),
    ("The gap narrowed to $2.1 billion. In March it had been $2.6 billion.", "$2.1 billion", "$2.6 billion"),
    ("Tern cut its forecast to $3.10 a share from $3.40.", "$3.10", "$3.40"),
    ("Spending fell to 410 million, its lowest in five years, from 455 million.", "410 million", "455 million"),
    ("Imports shrank, to 8.1 million tonnes from 9.4 million.", "8.1 million", "9.4 million"),
    ("From 7.1% in January the rate has come down to 6.4%.", "6.4%", "7.1%"),
    ("After $520 million in 2019, revenue climbed to $610 million.", "$520 million", "$610 million"),
    ("Profit rose to $84 million, after $71 million a year earlier.", "$71 million", "$84 million"),
    ("Fewer people came: 41,000, after 48,000 in 2019.", "41,000", "48,000"),
    ("男生421人，女生398人，男生多于女生。", "398人", "421人"),
]

SILENT = [
    "Profit rose to $54 million, after $71 million of charges.",  # which it bore
    "Coffee sales were 3.1 million crowns, from 3.6 million, sales of tea rose to 2.1 million.",
    "From 7.1% in May it has changed, while a rival came down to 6.4%.",
    "Rising costs pushed profit to 71 million crowns from 84 million.",
    "The fund went up to 12 million crowns, and one from the north had 14 million.",
    "Sales rose to 410 crowns a head. In March it was 455 for men.",
    "They cut the price and extended the loan from 3 years to 5 years.",
    "租约从2020年延长至2025年。",
    "Sales were 512 million pounds, with profit exceeding the forecast of 930 million.",  # of what else
    "The quay handled 512,300 crates and expects to beat the 580,000 of its best year.",
    "A net loss of 4.1 million pounds, better than the 5.2 million of last year, was posted.",
    "It employs 4,300 people, more than 5,000 with those of its partners.",
    "Stocks are 352 tonnes above last year's 1,966, and 5.1% above the average of 2,406.",  # not of the 1,966
    "这家店5月卖出312台，6月卖出298台，环比略降。",  # which of the two went down, the calendar says
    "收入12.3亿元，利润有望超过14.1亿元的目标。",
    "客流45.1万人次，将超过48.2万人次的目标。",
    "最低工资标准，为2,690元，第二档和第三档分别为2,490元和2,390元。",
    "客座率天麓最高，为86.1%，比上年的84.0%提高2.1个百分点，三家平均为87.0%。",
]
HELD += [
    ("客座率方面，天麓最高，为86.1%，海陵和北屿分别为83.4%和82.7%。", "82.7%", "86.1%"),
    ("最低报价来自河铸重工，为4.18亿元，其余三家分别为4.35亿元、4.42亿元和4.50亿元。", "4.18", "4.42"),
    ("三家银行中，澜江银行不良率最低，为0.92%，宁浦银行1.15%，海津银行1.31%。", "0.92%", "1.31%"),
]


@pytest.mark.parametrize(("text", "less", "more"), HELD)
def test_words_say_which_is_more(text: str, less: str, more: str) -> None:
    less = less.partition("#")[0]
    assert any(less in one and more in other for one, other in orders(text)), orders(text)
    assert not any(
        verdict.code for verdict in check(Source("note", text)).verdicts if verdict.outcome == "contradicted"
    )


@pytest.mark.parametrize("text", SILENT)
def test_another_thing_in_between_orders_nothing(text: str) -> None:
    assert orders(text) == []


def test_the_word_may_be_the_slip() -> None:
    text = "With 2,840 cabins sold, Tern Line is behind its target of 2,700."
    finding = next(v for v in check(Source("note", text)).verdicts if v.code)
    assert {text[c.span.start : c.span.end]: c.suggested for c in finding.culprits}["behind"] == "ahead of"


@pytest.mark.parametrize("for_one", ["per US dollar", "per euro", "to the dollar"])
def test_what_one_currency_costs_in_another_rises_as_that_falls(for_one: str) -> None:
    text = f"The crown climbed to 43.305 {for_one} on Thursday, up from a close of 43.41."
    assert [v for v in check(Source("note", text)).verdicts if v.code and v.outcome == "contradicted"] == []
