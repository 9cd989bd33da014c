"""Figures that words set above others though they stand apart, and the places that words give them."""

from __future__ import annotations

import pytest

from caserunner import orders
from crossfoot import Source, check

HELD = [
    ("Wheat exports came to 21.4 million tonnes, topping the 20.9 million of the 2019 season.", "20.9", "21.4"),
    ("With 46 medals the hosts finished ahead of Norwick, which won 41.", "41", "46"),
    (
        "The council raised £8.4 million, beating the £7.9 million of 2018 and the £7.2 million of 2019.",
        "7.2",
        "8.4",
    ),
    ("Radlett's population, 48,300 at the last count, now exceeds that of Corby Vale, at 47,100.", "47,100", "48,300"),
    ("Women outnumber men in the new intake: 1,204 of them came, against 1,131 men.", "1,131", "1,204"),
    ("Sales fell in May. They were 8.4 million crowns, against 9.2 million in April.", "8.4", "9.2"),
    ("Posts left open numbered 212. A year earlier there had been 187, so the gap has widened.", "187", "212"),
    ("Fewer than 9,000 homes, or 8,700, were still dark.", "8,700", "9,000"),
    ("Its share of the market slipped below 20% for the first time, to 19.6%.", "19.6%", "20%"),
    ("At 3.9% in 2024, the rate is at its lowest in a decade. In 2019 it stood at 6.1%.", "3.9%", "6.1%"),
    (
        "The lake stood at 171.2 metres, its highest level this year. A month ago it was at 170.4 metres.",
        "170.4",
        "171.2",
    ),
    (
        "The biggest grant, €2.4 million, went to the harbour; the theatre got €1.9 million and a school €1.2 million.",
        "1.9",
        "2.4",
    ),
    ("全省产量前三位依次是临江（82万吨）、宁和（76万吨）、白石（71万吨）。", "71", "76"),
    ("新能源车销量达到31.2万辆，燃油车为29.8万辆，新能源车首次超过燃油车。", "29.8", "31.2"),
    ("甲方案得票312张，乙方案298张，甲方案以微弱优势胜出。", "298", "312"),
    ("快递业务量连续三个月增长，4月12.1亿件，5月12.6亿件，6月13.0亿件。", "12.6", "13.0"),
    ("三家门店营业额：城东店86万元，城西店72万元，南门店65万元居末。", "65", "72"),
    (
        "The bid is worth 340 crowns. It is 25% above Monday's close of 272 crowns and tops the 325 crowns of a rival.",
        "325",
        "340",
    ),
    (
        "The match drew 41,200 fans. That was a club record, beating the 39,870 of the cup tie in 2011.",
        "39,870",
        "41,200",
    ),
    (
        "Novaplay has 3.4 million subscribers, overtaking Telvista, which reported 3.1 million last week.",
        "3.1",
        "3.4",
    ),
    (
        "The index improved to minus 11 in July. Even so the reading remains lower than the mean of minus 8.",
        "minus 11",
        "minus 8",
    ),
    ("Waits averaged 16 weeks, well above the 12-week standard.", "12-week", "16 weeks"),
    ("Rovers have sold 24,650 season tickets, which takes them past Wexley, on 23,900.", "23,900", "24,650"),
    (
        "Spending rose to 31.2 billion in April. That is the highest since November, when it reached 31.9 billion.",
        "31.2",
        "31.9",
    ),
    ("Sales came to 31.2 million crowns, second only to the 33.4 million of 2019.", "31.2", "33.4"),
    ("毛利率为31.4%，高于上年同期的29.8%，但仍低于管理层设定的33%的目标。", "31.4%", "33%"),
    ("营收34.65亿元，优于7月的33.00亿元，也改写2022年12月33.86亿元的旧纪录。", "33.86", "34.65"),
    ("三月份居民消费价格同比上涨2.9%，涨幅创2019年以来新高，当时为3.1%。", "2.9%", "3.1%"),
    (
        "Maro got 1,240 tonnes, the largest of the three, with 1,110 tonnes for Sefi and 870 for Lunde.",
        "870",
        "1,240",
    ),
    ("Arvo sold 8,412 cars, Beltane 7,960 and Corvid was third with 7,215.", "7,215", "7,960"),
    (
        "Gates averaged 41,200 at Rathmore, 38,900 at Vale and 33,400 at Lisle, with St Brannock (29,800) fourth.",
        "29,800",
        "33,400",
    ),
    ("东岭港吞吐量1.62亿吨，居全省首位；南浦港1.48亿吨，位列第二。", "1.48", "1.62"),
    (
        "Arrivals: 212,400 in January, 198,700 in February, 251,300 in March. The sum is up. Rain "
        "was rare. March was the busiest of the three months.",
        "198,700",
        "251,300",
    ),
]

SILENT = [
    "The rate was 3.9%, the lowest in a decade. In 2009, before the crash, bonds paid 2.1%.",
    "Profit fell in May. It sold 9.4 million crowns' worth, against 9.2 million in April.",
    "The team is third, with 41 points from 20 games.",
    "支出3.2亿元，收入2.8亿元、4.1亿元，最后结余不多。",
    "出口940亿元，进口1,268亿元，居全省第二。",
    "Sales were 4.1 million crowns. The cost was higher than the 4.8 million planned.",  # of another metric
    "The match drew 41,200 fans. A concert, beating the 39,870 of the cup tie, drew more.",
    "Novaplay has 3.4 million subscribers, while Telvista, ahead of Orbo, which reported 3.1 million, has more.",
    "A loss of 4.1 million was posted. It was better than the 5.2 million of last year.",
    "铁矿石产量0.9亿吨，居全国第一；煤炭销量1.2亿吨，居全国第二。",  # two lists
    "The largest of the three, Maro, got most of the 1,240 tonnes; 2,300 tonnes are still to come.",
    "三月销量1.2万辆。若计入出口，这将高于1.9万辆。",
]


@pytest.mark.parametrize(("text", "less", "more"), HELD)
def test_words_say_which_is_more_from_afar(text: str, less: str, more: str) -> None:
    assert any(less in one and more in other for one, other in orders(text)), orders(text)
    assert not any(v.code for v in check(Source("note", text)).verdicts if v.outcome == "contradicted")


@pytest.mark.parametrize("text", SILENT)
def test_what_is_of_another_thing_is_not_ordered(text: str) -> None:
    assert orders(text) == []
