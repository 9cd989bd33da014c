"""A right number that is told of another time than in the source is asked about, by the words that say when."""

from __future__ import annotations

import pytest

from crossfoot import Source, check

MAKER = (
    "Corvale Motors said it delivered 93,600 vans in the first quarter. It expects deliveries of 105,000 in the second "
    "quarter and will show two new models in the third quarter. Orders in April came to 41,200."
)
CUSTOMS = "汀北海关介绍，1至8月，全市进出口3,864亿元，同比增长7.9%。8月当月，全市进出口506亿元，增长11.2%。"


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Deliveries of 105,000 are expected in the second quarter.", MAKER, []),
        ("Deliveries of 105,000 are expected in the three months to June.", MAKER, []),
        ("Deliveries of 105,000 are expected in the third quarter.", MAKER, ["third quarter"]),
        ("Orders of 41,200 came in last month.", MAKER, []),
        ("第三季度预计交付10.5万辆。", MAKER, ["第三季度"]),
        ("8月单月进出口506亿元。", CUSTOMS, []),
        ("上月进出口506亿元。", CUSTOMS, []),
        ("The city's trade was worth 50.6 billion yuan in August.", CUSTOMS, []),
        ("The city's trade was worth 386.4 billion yuan in the first eight months.", CUSTOMS, []),
        (
            "The city's trade was worth 386.4 billion yuan in the first seven months.",
            CUSTOMS,
            ["first seven months"],
        ),
    ],
)
def test_a_number_of_another_time(text: str, source: str, found: list[str]) -> None:
    report = check(
        Source("text", text, published="2024-09-12"), against=[Source("source", source, published="2024-09-12")]
    )
    times = [c.span for v in report.verdicts if v.code == "XF703" for c in v.culprits]
    assert [text[span.start : span.end] for span in times] == found


BANK = (
    "渡洲银行2024年实现营业收入352.8亿元，上年为344.2亿元；归母净利润126.0亿元，上年为119.3亿元。"
    "2025年计划新设26家网点。"
)
LINER = (
    "Tarnholm Ferries carried 1.62 million passengers in 2023, an increase of 4.6% on 2022. It ordered two ships for "
    "$214 million, due in 2026. Debt should peak at $388 million in 2025."
)
PRICES = "10月18日统计局公布，前三季度生产总值684亿元。9月份居民消费价格同比上涨0.6%。"


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Duzhou Bank's net profit came to 12.6 billion yuan in 2024.", BANK, []),
        ("Duzhou Bank's net profit came to 12.6 billion yuan in 2023.", BANK, ["2023"]),
        ("2023年渡洲银行营业收入352.8亿元。", BANK, ["2023年"]),
        ("渡洲银行营收352.8亿元，2025年将新设26家网点。", BANK, []),  # the year is of another clause
        ("In 2023 Tarnholm carried 1.62 million passengers.", LINER, []),
        ("In 2022 Tarnholm carried 1.62 million passengers.", LINER, ["2022"]),
        ("In 2023 passenger numbers grew by 4.6%.", LINER, []),  # "on 2022" is what it is compared with
        ("It expects 2023 to end well; ships for $214 million come three years later.", LINER, []),
        ("Debt will be highest in 2026, at $388 million.", LINER, ["2026"]),
        ("In 2024 it had 812 workers.", "Founded in 2015, Tarnholm employs 812 people. In 2024 it bought a yard.", []),
        ("2024年末员工812人。", "公司成立于2015年，员工812人。2024年收购一座船厂。", []),
        ("9月消费价格上涨0.6%。", PRICES, []),
        ("前三季度生产总值684亿元。8月消费价格上涨0.6%。", PRICES, ["8月"]),
    ],
)
def test_a_number_of_another_year_or_month(text: str, source: str, found: list[str]) -> None:
    report = check(
        Source("text", text, published="2025-03-24"), against=[Source("source", source, published="2025-03-24")]
    )
    times = [c.span for v in report.verdicts if v.code == "XF703" for c in v.culprits]
    assert [text[span.start : span.end] for span in times] == found


FISCAL = (
    "Corvale Foods, whose fiscal year ends in March, said sales in the three months to September were $412 million."
)


def test_fiscal_quarters_are_left_alone() -> None:
    text = Source("text", "Corvale Foods had sales of $412 million in the second quarter.", published="2024-10-20")
    report = check(text, against=[Source("source", FISCAL, published="2024-10-20")])
    assert not [v for v in report.verdicts if v.code]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The ratio of town to country incomes is 1.96.",
            "Incomes in towns were 33,215 yuan, in the country 16,904 yuan.",
        ),
        ("It will pay 65 cents a share.", "A dividend of USD 0.65 per share will be paid."),
        ("每股派息2.18分。", "Distribution per unit was 2.18 cents."),
        (
            "核心通胀率3.1%，较上月低0.2个百分点。",
            "Prices rose 0.2% on the month. Core inflation slowed to 3.1% from 3.3%.",
        ),
        (
            "It bid $264 million, $13 million more than Penny.",
            "It bid $264 million, Penny $251 million. Sales are $1.3 billion.",
        ),
        ("三次产业中，服务业增长4.6%。", "第一产业增长3.1%，第二产业增长6.4%，第三产业增长4.6%。"),
        (
            "Its wage bill grew by £8.3m, offset by £6.1m of savings on energy.",
            "Energy costs were £6.1 million lower; wage costs were £8.3 million higher.",
        ),
        ("It ran 412 pubs at the end of the period.", "During the period it opened 9 pubs and shut 14, leaving 412."),
        (
            "It sees costs of $110 million.",
            "It sees cost savings of $75 million, with one-off charges of $110 million.",
        ),
    ],
)
def test_faithful_rewordings_raise_no_error(text: str, source: str) -> None:
    report = check(Source("text", text), against=[Source("source", source)])
    assert not [v.message for v in report.verdicts if v.code and v.outcome == "contradicted"]
