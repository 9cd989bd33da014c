"""When a figure was so: the time that its sentence gives it, and the ones that it does not."""

from __future__ import annotations

import pytest

from .test_frame import figures, shown


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        # When something was said is not when it was so.
        ("Revenue was 5 billion euros, Carlow Bank plc said on Thursday.", "5 billion euros", None),
        ("Carlow Bank plc reported revenue of 5 billion euros on Thursday.", "5 billion euros", None),
        ("Carlow Bank plc said on Thursday it earned 5 billion euros in April.", "5 billion euros", "2024-04"),
        ("Carlow Bank plc cut its fee on Thursday to 40 euros.", "40 euros", "2024-05-02"),
        # A month and a year that stand together.
        ("The April surplus last year was 1.2 billion euros.", "1.2 billion euros", "2023-04"),
        ("In April, exports rose; imports last year were 7 million euros.", "7 million euros", "2023"),
        # Nor is when it ends, or when something else began.
        ("Tarrow Motors Ltd owes 40 million euros due 31 March 2031.", "40 million euros", None),
        ("Tarrow Motors Ltd owes 40 million euros due in 2031 and 2032.", "40 million euros", None),
        ("Net migration, at 41,500 people, was the highest since records began in 1991.", "41,500 people", None),
        ("Tarrow Motors Ltd has sold 40,000 cars since March.", "40,000 cars", "2024-03-01/.."),
        ("Carlow College, founded in 1962, has 430 employees.", "430 employees", None),
        ("It was fined 5 million euros for fixing prices between 2014 and 2017.", "5 million euros", None),
        # What "yet" opens has a time of its own, and what is only held against a level has none.
        (
            "Traffic more than doubled in December to 1.86 million, yet stayed 35% below the level of May 2019.",
            "1.86 million",
            "2023-12",
        ),
        (
            "It had a loss of 31 million euros in June, compared to a net loss of 25 million euros in May.",
            "31 million euros",
            "2023-06",
        ),
        # "In the quarter" is the one that was spoken of, or that ended last.
        (
            "At the end of March it had 9 cars. Revenue in the quarter was 40 million euros.",
            "40 million euros",
            "2024-Q1",
        ),
        (
            "It sold 9 cars in the first quarter and 40 in 2023. Exports in the quarter were 7 cars.",
            "7 cars",
            "2024-Q1",
        ),
        ("Sales in the mid-March period were 40 cars.", "40 cars", "2024-03"),
        # Nor is when something was that only stands behind it to be compared with.
        ("In May orders rose 9% to 5 billion euros, following a fall of 4% in April.", "5 billion euros", "2024-05"),
        ("Orders were 5 billion euros, down from a peak of 9 billion in April 1986.", "5 billion euros", None),
        ("Output was 5 million euros after tax in 1986.", "5 million euros", "1986"),
        # What was set beside another figure dates no further one.
        (
            "It sold 9 cars in the March quarter against 8 in the December quarter, at costs of 41 euros.",
            "41 euros",
            "2024-Q1",
        ),
        (
            "Profit was 9 million euros in March 2024 after a loss of 4 million euros a year earlier.",
            "4 million euros",
            "2023-03",
        ),
        ("Bookings of 40 million euros were 14% ahead of the first quarter.", "40 million euros", None),
        ("ST. PAUL, May 7 - Net 40 million dollars.", "40 million dollars", None),
        # Nor is one that it is compared with, or that stands in a bracket beside another figure.
        ("Output was 6% more than in the first half of 2021; exports were 40,000 cars.", "40,000 cars", None),
        ("Output was 91% of the number in April 2019, while exports were 40,000 cars.", "40,000 cars", None),
        ("Sales were 40 million euros (2022: 30 million euros).", "40 million euros", None),
        ("Sales were 40 million euros (2022: 30 million euros).", "30 million euros", "2022"),
        ("Sales were 40 million euros (in 2022).", "40 million euros", "2022"),
        ("In 2023 sales were 40 million euros, against 38 million euros.", "38 million euros", None),
        # What is yet to come dates nothing that has been, and what goes on has no time of its own.
        ("It built 182 cars in 2023. For 2025 it aims at 290 cars. Exports were 40 cars.", "40 cars", "2023"),
        ("It built 182 cars in 2023. For 2025 it aims at 290 cars. Exports were 40 cars.", "290 cars", "2025"),
        ("It sold 40 cars in 2022 and runs 12 shops.", "12 shops", None),
        ("The bank cut its rate to 4 percent and signalled one more cut in 2023.", "4 percent", None),
        # What it was before has its own time, and so has what comes next.
        ("Sales fell to 161 million euros from 164 million euros in 2022.", "161 million euros", None),
        ("Sales fell to 161 million euros from 164 million euros in 2022.", "164 million euros", "2022"),
        (
            "Capital grew to $6.2 million, or 7.9 percent of assets, up from $5.3 million, a year earlier.",
            "$6.2 million",
            None,
        ),
        ("In April Carlow Air cut its fares to 40 euros and will fly to Oslo from June.", "40 euros", "2024-04"),
        # 公告 stands behind the day on which it is said, and not before it.
        ("岚峰电气公告，截至2024年3月31日，公司累计回购股份312万股。", "312万股", "2024-03-31"),
        # What is earned is earned in a stretch, though the day that ends it is said of what stands before.
        ("岚峰银行一季度净利润42亿元，3月末不良率1.05%；朔屿银行净利润18亿元。", "18亿元", "2024-Q1"),
        (
            "截至2023年末，岚溪县常住人口48万人；城镇居民人均可支配收入4.2万元。2023年发电量18亿千瓦时。",
            "48万人",
            "2023-12-31",
        ),
        # When something of that kind began dates no figure, and no half of a year is of that year.
        ("林远自2019年起任岚峰银行行长。岚峰银行一季度净利润42亿元。", "42亿元", "2024-Q1"),
        ("岚峰电气终止2022年提出的定增方案。岚峰电气一季度净利润4.2亿元。", "4.2亿元", "2024-Q1"),
        ("岚峰产业园2008年设立，占地12平方公里。", "12平方公里", None),
        ("新入园企业前三年免租金，补贴上限50万元。", "50万元", None),
        # What goes on since then dates nothing else; what is so now is of this month.
        ("岚峰电气自去年10月以来累计回购215万股。总股本3亿股。", "3亿股", None),
        ("岚峰产业园现有企业64家。", "64家", "2024-05"),
        ("岚峰电气公布年报，全年研发投入9.1亿元。", "9.1亿元", "2023"),
        ("岚峰银行成立于2006年。岚峰银行一季度净利润42亿元。", "42亿元", "2024-Q1"),
        ("岚峰地产一季度营收8亿元，期末净资产30亿元，净利润1亿元。", "30亿元", "2024-03-31"),
        ("岚峰地产一季度营收8亿元，期末净资产30亿元，净利润1亿元。", "1亿元", "2024-Q1"),
        ("预计2025年、2026年净利润为4.2亿元和5.5亿元。", "4.2亿元", "2025"),
        # A bracket behind the opening words says when.
        ("劳动节档（5月1日至5日）总票房15亿元。", "15亿元", "2024-05-01/2024-05-05"),
    ],
)
def test_a_figure_is_dated_by_its_own_time(text: str, words: str, period: str | None) -> None:
    assert figures(text)[words][2] == period


def test_what_a_figure_moved_from_is_of_before() -> None:
    text = "Carlow Foods plc said revenue rose to $40 million in the third quarter of 2023 from $38 million."
    assert {fact["value"]: fact.get("period") for fact in shown(text, "measurement")} == {
        40_000_000: "2023-Q3", 38_000_000: "2022-Q3",
    }  # fmt: skip
    text = "Carlow Foods plc said its jobless rate rose to 4.1% in March 2023 from 4.0%."
    assert [fact.get("period") for fact in shown(text, "measurement") if fact["value"] == 4] == [None]


def test_what_is_only_said_of_somebody_dates_nothing() -> None:
    text = "Carlow Foods plc, whose works were shut in March 2023, earned $40 million."
    assert [fact.get("period") for fact in shown(text, "measurement")] == [None]


TIMES: list[tuple[str, dict[float, str | None]]] = [
    (
        "Carlow Foods plc reported first-half pretax profits of $42.7 million versus $39.5 million.",
        {42_700_000: "2024-H1", 39_500_000: "2023-H1"},
    ),
    (
        "Carlow Foods plc said exports rose to 3,015 cars in March, and first-quarter sales reached 66,208 cars.",
        {3_015: "2024-03", 66_208: "2024-Q1"},
    ),
    (
        "Carlow Foods plc had 1986 net of 122.4 mln dlrs after 1985 net of 97.0 mln.",
        {122_400_000: "1986", 97_000_000: "1985"},
    ),
]


@pytest.mark.parametrize(("text", "periods"), TIMES)
def test_a_time_is_of_its_own_figure(text: str, periods: dict[float, str | None]) -> None:
    told = {fact["value"]: fact.get("period") for fact in shown(text, "measurement")}
    assert {value: told.get(value) for value in periods} == periods


def test_a_label_says_how_long_a_stretch_is() -> None:
    text = "CARLOW STEEL CORP 2ND QTR JUNE 30 NET\nOper shr 62 cts vs 48 cts. Six mths: oper shr 1.05 dlrs vs 91 cts."
    told = {fact["value"]: fact.get("period") for fact in shown(text, "measurement", "2023-07-21")}
    assert (told[0.62], told[1.05], told[0.91]) == ("2023-Q2", "2023-H1", "2022-H1")


def test_a_loss_that_narrowed_was_one_before() -> None:
    text = "In the second quarter of 2023 Carlow Foods plc's pretax loss narrowed to $400,000 from $600,000."
    assert {fact["value"]: fact.get("period") for fact in shown(text, "measurement")} == {
        -400_000: "2023-Q2", -600_000: "2022-Q2",
    }  # fmt: skip
    text = "Carlow Foods plc swung to a net loss of $3 million from a profit of $5 million."
    assert [fact["value"] for fact in shown(text, "measurement")] == [-3_000_000, 5_000_000]


def test_a_rise_in_something_is_of_it() -> None:
    text = "A 12% rise in orders lifted the backlog of Carlow Foods plc, which blamed a 9 percent drop in fees."
    assert [(fact["metric"], fact["value"]) for fact in shown(text, "change")] == [
        ("order_book", 12), ("other:fees", -9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Carlow Foods plc's debt was $32 million and $74 million at December 31, 2012 and 2011.",
         {32_000_000: "2012-12-31", 74_000_000: "2011-12-31"}),
        ("Sales of Carlow Foods plc were $5m, $4m and $3m in March 2020, 2019 and 2018.",
         {5_000_000: "2020-03", 4_000_000: "2019-03", 3_000_000: "2018-03"}),
        ("Revenue for the years ended December 31, 2012 and 2011 was $9m and $8m.",
         {9_000_000: "2012", 8_000_000: "2011"}),
    ],
)  # fmt: skip
def test_a_list_of_years_goes_on_with_the_day_and_is_dealt_out(text: str, periods: dict[float, str]) -> None:
    assert {fact["value"]: fact.get("period") for fact in shown(text, "measurement")} == periods
