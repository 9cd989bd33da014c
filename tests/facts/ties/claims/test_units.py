"""What units multiply out to: a figure for each, how many, and all of it."""

from __future__ import annotations

import pytest

from crossfoot import Source, check


def outcomes(text: str) -> list[str]:
    return [verdict.outcome for verdict in check(Source("t", text)).verdicts]


@pytest.mark.parametrize(
    ("text", "slipped"),
    [
        (
            "It bought back 1.84 million of its shares, paying $46.0 million. The average price was $25.00 a share.",
            ("$25.00", "$35.00"),
        ),
        (
            "The council will mend 48 kilometres of road for £9.6 million. That works out at £200,000 a kilometre.",
            ("48", "84"),
        ),
        (
            "It has orders for 14 tankers, each able to carry 320,000 tonnes. Together they add 4.48 million tonnes.",
            ("14", "41"),
        ),
        ("The line leases out 12 jets at $310,000 a month apiece, earning $3.72 million a month.", ("$3.72", "$3.27")),
        (
            "The clinic's 36 nurses saw 540 patients last month, or 15 patients per nurse.",
            ("540 patients", "450 patients"),
        ),
        (
            "Kessel offers 340 pence for each of Dunmore's 95 million shares, which values the brewer at £323 million.",
            ("£323", "£232"),
        ),
        (
            "The 60 vans of its fleet cover 2.7 million kilometres a year, or 45,000 kilometres per van.",
            ("45,000", "54,000"),
        ),
        ("The sales ended with 4,860 head sold in six days, an average of 810 a day.", ("4,860", "4,680")),
        ("The 2,500 households of Birk used 8.75 gigawatt-hours. That is 3.5 megawatt-hours each.", ("3.5", "5.3")),
        ("该项目共有客房260间，单间造价约45万元，总投资1.17亿元。", ("260", "620")),
        ("发放稳岗补贴860万元，惠及企业430家，户均2.0万元。", ("860", "680")),
        ("7月全网用电量412.6亿千瓦时，日均用电13.3亿千瓦时。", ("13.3", "18.3")),
        ("惠及312个项目，拨款48.6亿元，平均每个项目约1,558万元。", ("1,558", "1,855")),
        ("新线全长36公里，总投资216亿元，每公里造价6亿元。", ("216", "261")),
        # so much a month, and all of it for a year
        ("Letting 34 flats at an average of £1,250 a month brings in £510,000 a year.", ("510,000", "501,000")),
        ("38套宿舍月租平均1350元，一年租金61.56万元。", ("61.56", "65.16")),
        # a rate that says nothing of time, and all of it a month
        ("Rent is 20.50 euros a square metre, or 34,850 euros a month for the 1,700 square metres.", ("34,8", "38,4")),
        ("A 400-gram loaf costs 2.96 euros, equal to 7.40 euros a kilo.", ("7.40", "4.70")),
        # what they are told of in one breath
        ("Tests averaged 2.5 hours a week for 1,320 pupils, 3,300 hours in all.", ("3,300", "3,030")),
        ("28节车厢每节76座，整列可坐2128人。", ("2128", "2218")),
        ("向2600户每户补助1150元，需资金299万元。", ("299", "929")),
        ("发放补贴840万元，惠及企业420家，户均2万元。", ("2万", "3万")),
    ],
)
def test_what_there_is_for_each_makes_what_there_is_in_all(text: str, slipped: tuple[str, str]) -> None:
    assert "contradicted" not in outcomes(text)
    assert "contradicted" in outcomes(text.replace(*slipped))


@pytest.mark.parametrize(
    "text",
    [
        # what else is in the total
        "The line flew 2.4 million passengers at a fare of $96 on average. Cargo lifted total revenue to $301 million.",
        # a part of it
        "全省造林120万亩，每亩补助500元，今年已到位补助资金4.2亿元，其余明年拨付。",
        # a bound
        "公司回购价格不超过每股15元，拟回购800万股，已累计支付6,300万元。",
        # another price
        "Prices rose to $3.20 a litre. Farmers delivered 410 million litres last season and were paid $1.19 billion.",
        # two prices
        "Class A shares sold at $12 and class B shares at $9 each. The firm sold 4 million shares for $41 million.",
        # two sets
        "国内门店620家，平均单店年销售额180万元；全部门店（含海外）860家，全年销售额19.6亿元。",
        # another clause
        "会员消费36亿元，会员800万人，人均450元；门店33.6亿元。",
        # a rounded mean of what is counted
        "协会对26家主机厂的统计显示，9月共销售挖掘机15,843台，平均每家售出609台。",
        # what a bare number counts
        "Mills use 4.1 million tonnes, leaving 3.46 million to export. At $310 a tonne that fetches $1.07 billion.",
        # weeks off, empty flats, a bonus
        "Overtime averaged 4.5 hours a week for 1,240 workers, 210,000 hours over the year.",
        "46套公寓月租平均1150元，一年租金58.2万元。",
        "Wages averaged 2,450 crowns a month for 8,200 workers, 261 million crowns a year with bonuses.",
        # a mean of a part
        "430家企业领取补贴860万元，其中小微企业户均1.2万元。",
        # days of work
        "6月客流310万人次，工作日日均12万人次。",
    ],
)
def test_what_is_not_all_of_it_is_no_error(text: str) -> None:
    assert "contradicted" not in outcomes(text)
