"""What a headline and lines that stand for themselves say for all that follows."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Measurement

from .test_frame import shown

BRIEF = """TARROW MOTORS LTD <TRW> 3RD QTR NET

LONDON, Oct 19 -Shr 40 cts vs 35 cts
Net 22 mln vs 18 mln
Sales 94 mln vs 90 mln
Nine mths
Net 55 mln vs loss 4 mln
"""


def told(text: str, published: str) -> list[tuple[object, ...]]:
    facts = shown(text, "measurement", published)
    return [(f["metric"], f["value"], f.get("period")) for f in facts]


def test_a_brief_is_of_its_headline() -> None:
    assert told(BRIEF, "2023-10-19") == [
        ("other:earnings per share", 40, "2023-Q3"), ("other:earnings per share", 35, "2022-Q3"),
        ("net_profit", 22_000_000, "2023-Q3"), ("net_profit", 18_000_000, "2022-Q3"),
        ("revenue", 94_000_000, "2023-Q3"), ("revenue", 90_000_000, "2022-Q3"),
        ("net_profit", 55_000_000, "2023-01/2023-09"), ("net_profit", -4_000_000, "2022-01/2022-09"),
    ]  # fmt: skip
    assert {f["entity"] for f in shown(BRIEF, "measurement", "2023-10-19")} == {"TARROW MOTORS LTD"}


def test_a_quarter_long_past_is_that_of_another_year_and_dates_nothing() -> None:
    assert told(BRIEF, "2023-03-19")[0][2] is None


@pytest.mark.parametrize(
    ("head", "line", "period"),
    [
        ("4TH QTR JAN 31 NET", "", "2022-11/2023-01"),
        ("4TH QTR LOSS", "Period ended Jan 31\n", "2022-11/2023-01"),
        ("YEAR NET", "Period ended Jan 31\n", "2022-02/2023-01"),
        ("4TH QTR FEB 22 NET", "", "2022-11-23/2023-02-22"),
        ("4TH QTR NET", "", "2022-Q4"),
    ],
)
def test_the_day_that_closes_a_quarter_says_which_it_is(head: str, line: str, period: str) -> None:
    text = f"TARROW MOTORS LTD <TRW> {head}\nLONDON, March 19 -{line}Net 22 mln vs 18 mln\nSales 94 mln vs 90 mln\n"
    assert told(text, "2023-03-19")[0] == ("net_profit", 22_000_000, period)


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("DEL TARROW INC <DTR> 3RD QTR NET", "DEL TARROW INC"),
        ("CAREW, HOLM AND CO <CH> YEAR LOSS", "CAREW, HOLM AND CO"),
        ("<HARROW IMAGES CORP> 1ST HALF NET", "HARROW IMAGES CORP"),
    ],
)
def test_all_before_a_ticker_is_the_firm_whose_results_are_told(head: str, who: str) -> None:
    text = f"{head}\nLONDON, Oct 19 -Net 22 mln vs 18 mln\nSales 94 mln vs 90 mln\nIt bought Nova Lago Corp.\n"
    assert {f["entity"] for f in shown(text, "measurement", "2023-10-19")} == {who}


def test_what_is_set_aside_for_losses_is_no_loss() -> None:
    (fact,) = shown("Holm Bank Ltd set aside a loan loss provision of 20.2 million euros.", "measurement")
    assert fact["metric"].startswith("other:")


def test_a_report_says_first_of_which_quarter_it_is() -> None:
    text = "Interim report Q4 2019 of Carlow Tools AB. Net sales were $4,870 million. It has 40 employees."
    assert told(text, "2020-02-01") == [("revenue", 4_870_000_000, "2019-Q4"), ("employees", 40, None)]


def test_a_line_says_what_is_counted_below_it() -> None:
    text = (
        "Third-quarter deliveries at a glance. Tarrow Motors: 88,400 cars (+14% y/y), of which electric 31,200 (+52%). "
    )
    text += "Holm Auto: 61,900 (-3%)."
    facts = shown(text, "measurement", "2023-10-06")
    assert [(f["entity"], f["metric"], f["value"], f.get("segment")) for f in facts] == [
        ("Tarrow Motors", "deliveries", 88_400, None), ("Tarrow Motors", "deliveries", 31_200, "electric"),
        ("Holm Auto", "deliveries", 61_900, None),
    ]  # fmt: skip
    assert [(f["value"], f["period"]) for f in shown(text, "change", "2023-10-06")] == [
        (14, "2023-Q3"), (52, "2023-Q3"), (-3, "2023-Q3"),
    ]  # fmt: skip


def test_a_caption_says_whose_and_when_all_is_that_follows() -> None:
    text = "Foreign trade of Norlandia, April 2019 (provisional). Exports amounted to $8.24 billion, 2.6% above March."
    (fact,) = shown(text, "measurement", "2019-05-14")
    assert (fact["entity"], fact["period"]) == ("Norlandia", "2019-04")
    text = "Orbin Tools AGM: dividend of CHF 2.40 per share approved. Sales were CHF 874 million. Why Orbin pays."
    assert {fact["entity"] for fact in shown(text, "measurement")} == {"Orbin Tools"}


def test_a_title_names_whom_the_text_goes_on_to_call_by_one_word() -> None:
    text = "Hale Equity Research | Vestran Optics | Buy\n\nWe upgrade Vestran today. Net debt was 12 million euros.\n"
    assert [fact["entity"] for fact in shown(text, "measurement")] == ["Vestran Optics"]
    text = (
        "**Key takeaways: Aurelia Re AG, first half of 2025**\n- Net profit reached 287 million euros, compared with "
    )
    text += "241 million euros in the prior-year period.\n- It employs 40 people.\n"
    facts = shown(text, "measurement", "2025-08-07")
    assert {fact["entity"] for fact in facts} == {"Aurelia Re AG"}
    assert [fact.get("period") for fact in facts] == ["2025-H1", "2024-H1", None]


def test_a_story_says_first_which_results_it_is_about() -> None:
    text = "We upgrade Vestran after its first-quarter results. Net debt was 12 million euros."
    assert [fact.get("period") for fact in shown(text, "measurement")] == ["2024-Q1"]


@pytest.mark.parametrize(
    ("text", "entity", "period"),
    [
        ("**云驰汽车2025年中报速读**\n\n**一、经营**\n- 研发费用：4.02亿元", "云驰汽车", "2025-H1"),
        ("云驰红利股票型基金二季报披露：基金规模46.2亿元。", "云驰红利股票型基金", "2025-Q2"),
        ("公司实现营业收入162.75亿元。\n——摘自云驰超市2024年年度报告", "云驰超市", "2024"),
        ("### 要点：云驰物流2025年第一季度\n\n- **增长**：快件量21.9亿件", "云驰物流", "2025-Q1"),
        ("云驰汽车一季报出炉。公司实现营业收入62亿元。", "云驰汽车", "2025-Q1"),
    ],
)
def test_the_report_that_a_chinese_text_names_dates_its_figures(text: str, entity: str, period: str) -> None:
    facts = shown(text, "measurement", "2025-07-28")
    assert [(fact["entity"], fact["period"]) for fact in facts] == [(entity, period)]


def test_a_title_without_a_verb_dates_what_no_row_knows() -> None:
    title = "**Key takeaways: Holm Insurance plc, first half of 2023**"
    text = f"{title}\n- Gross written premiums climbed 6.2% to 4.31 billion euros."
    assert told(text, "2023-08-02") == [("other:Gross written premiums", 4_310_000_000, "2023-H1")]


def test_results_for_a_quarter_date_the_list_below() -> None:
    text = """Holm Systems, Inc. today reported financial results for its second quarter ended June 30, 2023.
- Revenue of 214.6 million dollars
- A net loss of 31.2 million dollars, compared to a net loss of 24.8 million dollars in the prior-year quarter
"""
    assert [period for _, _, period in told(text, "2023-08-02")] == ["2023-Q2", "2023-Q2", "2022-Q2"]


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("Orrin Valley Dairies plc: half-year results to 30 June 2021", "2021-H1"),
        ("Orrin Valley Dairies: interim results to June 30", "2021-H1"),
        ("Orrin Valley Dairies plc: results for the year ended 31 March 2021", "2020-04/2021-03"),
    ],
)
def test_a_heading_dates_the_results_below_it(heading: str, period: str) -> None:
    text = f"{heading}\n\nRevenue rose 12% to £184.6m."
    facts = check(Source("t", text, published="2021-08-18")).facts
    assert {fact.figure.period.label for fact in facts if isinstance(fact, Measurement) and fact.figure.period} == {
        period
    }
