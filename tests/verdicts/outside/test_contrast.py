"""A right number beside what tells a sibling of it in the source is asked about; what reorders is left alone."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

NOTES = "公司公告融资进展。枫江水务发行绿色债券20亿元，其中3年期12亿元，票面利率2.65%，5年期8亿元，票面利率3.05%。"
FORECAST = "安澜国央行15日宣布维持利率不变。该行将今年通胀预测由2.9%下调至2.4%，明年预测维持2.1%不变。"
TRADE = "统计局公布上半年数据。城镇零售额3,210亿元，增长4.2%；乡村零售额415亿元，增长6.3%。餐饮收入368亿元，增长8.1%。"
LOANS = "南屿银行公布年报，全年营业收入98.1亿元。对公贷款2,260亿元，个人贷款1,315亿元。"
PORTS = "航运周报：远东航线运价指数报1,512点。8月河兴港集装箱吞吐量42.5万标箱，闽湾港61.8万标箱。"


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("The three-year part of 1.2 billion yuan pays 2.65%, the five-year part of 800 million 3.05%.", NOTES, []),
        ("The three-year part of 1.2 billion yuan pays 3.05%.", NOTES, ["3.05%"]),
        ("该行预计今年通胀率为2.4%。", FORECAST, []),
        ("该行预计今年通胀率为2.1%。", FORECAST, ["2.1%"]),
        ("餐饮收入增长8.1%，至368亿元。", TRADE, []),
        ("餐饮收入增长8.1%，至415亿元。", TRADE, ["415亿元"]),
        ("对公贷款2260亿元，个人贷款超过1300亿元。", LOANS, []),
        ("个人贷款2260亿元，对公贷款超过1300亿元。", LOANS, ["2260亿元"]),
        ("闽湾港8月吞吐量61.8万标箱，比河兴港多19.3万标箱。", PORTS, []),
        ("河兴港8月吞吐量61.8万标箱，比闽湾港多19.3万标箱。", PORTS, ["61.8万标箱"]),
    ],
)
def test_a_number_beside_what_tells_its_sibling(text: str, source: str, found: list[str]) -> None:
    report = check(Source("text", text), against=[Source("source", source)])
    assert [text[v.spans[0].start : v.spans[0].end] for v in report.verdicts if v.code == "XF703"] == found


DIGEST = (
    "In brief. Grocer Pennard closed 18 of its 240 shops last month and cut its forecast. Airline Orlisse said it flew "
    "3.41 million passengers in October, 8.7% more than a year ago. Toy chain Quillam lost $6.2 million in the quarter."
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Orlisse carried 8.7% more passengers in October.", []),
        ("The airline Orlisse, unlike the grocer Pennard, had 8.7% more passengers.", []),
        ("Pennard carried 8.7% more passengers in October.", ["Pennard"]),
        ("Quillam carried 3.41 million passengers in October.", ["Quillam"]),
    ],
)
def test_a_number_of_a_name_that_its_sentence_does_not_know(text: str, named: list[str]) -> None:
    report = check(Source("text", text), against=[Source("source", DIGEST)])
    found = [c for v in report.verdicts if v.code == "XF703" for c in v.culprits]
    assert [text[c.span.start : c.span.end] for c in found if text[c.span.start].isalpha()] == named
    assert all(c.suggested == "Orlisse" for c in found)


GOODS = "鹭洲食品公布业绩，门店增加30家。饮料、零食、调味品收入分别为52.4亿元、33.6亿元和18.2亿元。"
FARES = "Norrin Rail carried 41 million people. Fares to Salz and Kern rose 3.2% and 4.7% respectively in March."


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Snacks brought in 3.36 billion yuan, condiments 1.82 billion.", GOODS, []),
        ("Condiments brought in 3.36 billion yuan.", GOODS, ["3.36 billion yuan"]),
        ("零食收入33.6亿元。", GOODS, []),
        ("零食收入52.4亿元。", GOODS, ["52.4亿元"]),
        ("Fares to Salz went up 3.2%.", FARES, []),
        ("Fares to Kern went up 3.2%.", FARES, ["3.2%"]),
    ],
)
def test_a_list_deals_out_its_figures(text: str, source: str, found: list[str]) -> None:
    report = check(Source("text", text), against=[Source("source", source)])
    assert [text[v.spans[0].start : v.spans[0].end] for v in report.verdicts if v.code == "XF703"] == found


WORKS = (
    "Harrow Glass said revenue of the northern division was 12.4 million pounds in 2023 and revenue of the southern "
    "division 15.1 million pounds. The glass works employ 410 people."
)


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        (
            "Harrow Glass's southern division took in 12.4 million pounds.",
            WORKS,
            "source gives 15.1 million pounds for southern, 12.4 million pounds for northern",
        ),
        (
            "个人贷款2260亿元，对公贷款超过1300亿元。",
            LOANS,
            "source gives 1,315亿元 for 个人, 2,260亿元 for 对公",
        ),
        ("Condiments brought in 3.36 billion yuan.", GOODS, "source gives 18.2亿元 for 调味品, 33.6亿元 for 零食"),
    ],
)
def test_siblings_are_called_what_the_source_calls_them(text: str, source: str, told: str) -> None:
    report = check(Source("text", text), against=[Source("source", source)])
    assert [v.message.split("; ")[1] for v in report.verdicts if v.code == "XF703" and v.message] == [told]


BANK = "泽南银行公布业绩。贷款总额5,174.9亿元，吸收存款总额6,458.2亿元。净息差1.63%，上年为1.81%。"
TWINS = "两市公布零售额。过滤板块收入19.2亿元，密封板块收入8.4亿元。"


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Loans came to 517 billion yuan.", BANK, []),
        ("Deposits came to 517 billion yuan.", BANK, ["517 billion yuan"]),
        ("The margin shrank by 18 basis points to 1.63%.", BANK, []),
        ("The margin shrank by 0.18 percentage points to 1.63%.", BANK, []),
        ("The margin shrank by 18 percentage points to 1.63%.", BANK, ["18 percentage points"]),
        ("公司保留过滤和密封两个板块，收入分别为19.2亿元和8.4亿元。", TWINS, []),
        ("公司保留过滤和密封两个板块，收入分别为8.4亿元和19.2亿元。", TWINS, ["8.4亿元", "19.2亿元"]),
    ],
)
def test_rounded_numbers_points_and_lists_before_their_number(text: str, source: str, found: list[str]) -> None:
    report = check(Source("text", text), against=[Source("source", source)])
    told = [v for v in report.verdicts if v.code and v.origin == "outside"]
    assert [text[v.spans[0].start : v.spans[0].end] for v in told] == found
