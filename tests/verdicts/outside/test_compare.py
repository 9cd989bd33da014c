"""A text against its sources: what is altered, of another subject, unsupported or surer; and what a source proves."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Verdict

ENGLISH = (
    "Tarrow Motors Ltd sold 84,212 vehicles in April 2024, up 15% from a year earlier. Exports fell about 38% to "
    "12,307 vehicles, and domestic sales rose to 71,905. Revenue was 8.5 billion yuan (US$1.2 billion), against "
    "7.9 billion yuan in April 2023. The margin widened by 1.2 percentage points to 18.4%."
)
CHINESE = (
    "塔罗汽车2024年4月销量为84212辆，同比增长15%，其中出口12307辆，同比下降约38%。营业收入为85亿元，去年同期为79亿元。"
)


def outside(text: str, source: str) -> list[Verdict]:
    report = check(
        Source("summary", text, published="2024-05-08"), against=[Source("source", source, published="2024-05-08")]
    )
    return [verdict for verdict in report.verdicts if verdict.origin == "outside"]


def alarms(text: str, source: str) -> list[tuple[str | None, str]]:
    return [(v.code, text[v.spans[0].start : v.spans[0].end]) for v in outside(text, source) if v.code]


FAITHFUL = [
    (ENGLISH, ENGLISH),
    ("Tarrow sold about 84,000 vehicles in April 2024, 15% more than a year earlier.", ENGLISH),
    ("Exports fell about 38%. Domestic sales were 71,905 vehicles.", ENGLISH),
    ("Revenue of 8.5 billion yuan was up 7.6% from 7.9 billion yuan.", ENGLISH),  # reckoned
    ("Exports were 14.6% of sales of 84,212 vehicles.", ENGLISH),  # a share that only the source's figures make
    ("塔罗汽车4月销量约8.4万辆，同比增长15%；营业收入85亿元。", ENGLISH),
    ("Tarrow Motors sold 84,212 vehicles in April 2024; revenue was 8.5 billion yuan.", CHINESE),
    ("毛利率扩大1.2个百分点至18.4%。", ENGLISH),
    ("Together, exports and domestic sales were 84,212 vehicles, 15% of them sold abroad.", ENGLISH),
    ("电厂年发电78.2亿千瓦时。", "It generated 7.82 TWh in 2023."),  # another unit of the same measure
    ("Margins were 17.2% a year earlier.", ENGLISH),  # a rate before it moved
    ("In 2023 the company opened 12 shops.", "The company opened 12 shops in 2023, after 9 in 2022."),
]


@pytest.mark.parametrize(("text", "source"), FAITHFUL)
def test_what_is_rounded_converted_or_derived_is_proved_and_says_so(text: str, source: str) -> None:
    assert alarms(text, source) == []
    assert {v.outcome for v in outside(text, source)} <= {"holds", "holds_rounded"}


ALTERED = [
    ("Tarrow sold 84,122 vehicles in April 2024.", ENGLISH, "XF702", "84,122 vehicles", "84,212", "transposition"),
    ("Revenue was 8.5 million yuan.", ENGLISH, "XF702", "8.5 million yuan", "billion", "scale"),
    ("营业收入为85万元。", ENGLISH, "XF702", "85万元", "亿", "scale"),
    ("Revenue was 8.5 billion dollars.", CHINESE, "XF702", "8.5 billion dollars", "yuan", "currency"),
    ("Sales in April 2024 fell 15% from a year earlier.", ENGLISH, "XF702", "15%", "rose", "direction"),
    ("塔罗汽车4月销量同比下降15%。", ENGLISH, "XF702", "15%", "增长", "direction"),
    ("The margin widened by 1.2% to 18.4%.", ENGLISH, "XF702", "1.2%", " percentage points", "percent-or-points"),
    ("4月出口12370辆。", ENGLISH, "XF702", "12370辆", "12307", "transposition"),
    (
        "Export sales of Tarrow Motors were 71,905 vehicles in April 2024.",
        ENGLISH,
        "XF703",
        "71,905 vehicles",
        "12,307",
        "another-figure",
    ),
]


@pytest.mark.parametrize(("text", "source", "code", "words", "right", "slip"), ALTERED)
def test_what_is_altered_is_named_with_what_the_source_says(
    text: str, source: str, code: str, words: str, right: str, slip: str
) -> None:
    assert alarms(text, source) == [(code, words)]
    (verdict,) = (v for v in outside(text, source) if v.code)
    assert (verdict.culprits[0].suggested, verdict.culprits[0].slip) == (right, slip)
    assert verdict.outcome == "contradicted"
    assert verdict.evidence
    assert verdict.evidence[0].source == "source"
    span = verdict.evidence[0].span
    assert " ".join(source[span.start : span.end].split()) == verdict.evidence[0].text


MARGIN = (
    "The operating margin was 15.3%, against 13.8% in the first quarter. Sales were 412.6 million euros, against 386.8 "
    "million euros in that quarter."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The margin improved by 1.5 percentage points to 15.3%.", []),
        ("The margin improved by 1.5% to 15.3%.", [("1.5%", " percentage points")]),
        ("利润率提高1.5%，至15.3%。", [("1.5%", "个百分点")]),
        ("The margin fell by 1.5 percentage points to 15.3%.", [("1.5 percentage points", "rose")]),
        ("Sales fell 6.7% to about 413 million euros.", [("6.7%", "rose")]),
        ("Sales rose 6.7% to about 413 million euros.", []),
    ],
)
def test_a_move_that_no_source_prints_is_held_against_the_levels_around_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    told = [v for v in outside(text, MARGIN) if v.code]
    assert [(text[v.spans[0].start : v.spans[0].end], v.culprits[0].suggested) for v in told] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It aims to sell at least 30,000 cars.", []),
        ("It aims to sell at most 30,000 cars.", [("XF702", "at most 30,000 cars")]),
        ("公司计划销售不超过3万辆。", [("XF702", "不超过3万辆")]),
        ("It aims to sell about 30,000 cars.", [("XF704", "about 30,000 cars")]),
        ("It employs more than 9,200 people.", [("XF704", "more than 9,200 people")]),
    ],
)
def test_a_bound_that_has_changed_sides_is_altered(text: str, found: list[tuple[str, str]]) -> None:
    source = "The company aims to sell at least 30,000 cars. It employs about 9,200 people."
    assert alarms(text, source) == found


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Output will pass 2,500 units.", "Output may pass 2,500 units next year.", ["2,500 units"]),
        ("Output could pass 2,500 units.", "Output may pass 2,500 units next year.", []),
        ("It expects output to pass 2,500 units.", "Output may pass 2,500 units next year.", []),
        ("Output passed 2,500 units.", "Demand may weaken, and output passed 2,500 units.", []),
        ("产量将达到2500台。", "明年产量可能达到2500台。", ["2500台"]),
        ("公司募资21.6亿港元。", "公司最多募资21.6亿港元。", ["21.6亿港元"]),  # the hedge stands loose
        ("公司最多可募得21.6亿港元。", "公司最多募资21.6亿港元。", []),
        ("公司今年接收14架飞机。", "It takes at least 14 aircraft this year.", ["14架"]),  # counted by another name
        ("It buys back $400 million of shares.", "It will buy back up to $400 million of shares.", ["$400 million"]),
        ("The yield was more than 3.9%.", "The yield was about 3.9%. Sales grew 4.0%.", ["more than 3.9%"]),
        ("The yield was 3.9%.", "The yield was about 3.9%; it had been 3.92% in the draft.", []),
    ],
)
def test_a_hedge_that_is_gone_is_asked(text: str, source: str, found: list[str]) -> None:
    assert [words for code, words in alarms(text, source) if code == "XF704"] == found


def test_what_no_source_has_and_what_is_surer_than_it_are_asked() -> None:
    text = "Exports fell 38%, and the company runs 12 plants."
    assert alarms(text, ENGLISH) == [("XF704", "38%"), ("XF701", "12 plants")]
    assert {v.outcome for v in outside(text, ENGLISH) if v.code} == {"query"}


@pytest.mark.parametrize(
    ("text", "source", "asked"),
    [
        ("It was felt with an intensity of 4.", "地震最大烈度4级，震感明显。", []),
        ("It was felt with an intensity of 5.", "地震最大烈度4级，震感明显。", ["5"]),
        ("The ship passed the Five Rapids Tunnel.", "该船驶过五滩隧道。", []),
        ("The ship passed five tunnels.", "该船驶过隧道。", ["five tunnels"]),
    ],
)
def test_a_number_that_is_no_figure_in_a_source_or_part_of_a_name_is_not_asked(
    text: str, source: str, asked: list[str]
) -> None:
    assert [words for code, words in alarms(text, source) if code == "XF701"] == asked


def test_several_sources_are_looked_at_together() -> None:
    text = "Tarrow sold 84,212 vehicles and runs 12 plants."
    report = check(
        Source("summary", text), against=[Source("a", ENGLISH), Source("b", "It runs 12 plants in Norland.")]
    )
    assert [v.code for v in report.verdicts if v.origin == "outside" and v.code] == []


def test_a_year_that_no_source_names_is_asked() -> None:
    source = "Quillstone was founded in 2016 and listed in 2021."
    assert alarms("Quillstone was founded in 2006.", source) == [("XF701", "2006")]
    assert alarms("Quillstone was founded in 2016.", source) == []
    assert alarms("Quillstone was founded in 2006.", "Quillstone is old.") == []  # that source names no years


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("Fourth-quarter sales were 412 units.", "It sold 412 units in the third quarter.", ["Fourth-quarter"]),
        ("Third-quarter sales were 412 units.", "It sold 412 units in the third quarter.", []),
        ("三季度销售412台。", "It sold 412 units in the three months to March 31, 2024.", ["三季度"]),
        ("一季度销售412台。", "It sold 412 units in the three months to March 31, 2024.", []),
        (
            "Orders in the July-September quarter were 412.",
            "Orders were 412 between October and December.",
            ["July-September"],
        ),
        ("Fourth-quarter sales were 412 units.", "It sold 412 units in the third quarter, and 30 in October.", []),
        ("Fourth-quarter sales were 412 units.", "It sold 412 units in 2023.", []),  # knows no quarters
    ],
)
def test_a_quarter_that_no_source_names_is_asked(text: str, source: str, found: list[str]) -> None:
    assert [words for code, words in alarms(text, source) if code == "XF701"] == found


HALF = "2024年上半年该行营业收入31.2亿元，同比增长4.5%。"
ELEVEN = "前11个月全市销量为63,400辆，其中11月5,200辆。"


@pytest.mark.parametrize(
    ("text", "source", "found"),
    [
        ("该行前三季度营业收入31.2亿元。", HALF, ["前三季度"]),
        ("该行一季度营业收入31.2亿元。", HALF, ["一季度"]),
        ("该行上半年营业收入31.2亿元。", HALF, []),
        ("Revenue reached 3.12 billion yuan in the first half.", HALF, []),
        ("前10个月销量为58,200辆。", ELEVEN, []),  # what the eleventh leaves
        ("前9个月销量为58,200辆。", ELEVEN, ["前9个月"]),
        ("It sold 412 units in March.", "It sold 412 units in June, 3% more than in May.", ["March"]),
        (
            "It sold 412 units in June, after 400 in May.",
            "It sold 412 units in June, 3% more than a month earlier.",
            [],
        ),
        ("It sold 412 units in June.", "It sold 412 units in the second quarter.", []),
    ],
)
def test_a_part_of_a_year_that_no_source_speaks_of_is_asked(text: str, source: str, found: list[str]) -> None:
    assert [words for code, words in alarms(text, source) if code == "XF701" and not words[0].isdigit()] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It expects 36 million to 38 million tonnes.", []),
        ("It expects 36 million to 83 million tonnes.", [("XF702", "36 million to 83 million tonnes")]),
        ("It expects 36 million to 38 billion tonnes.", [("XF702", "36 million to 38 billion tonnes")]),
        ("Output ranged from 15 million to 38 million tonnes.", []),  # both ends are somewhere
    ],
)
def test_a_wide_range_needs_both_its_ends(text: str, found: list[tuple[str, str]]) -> None:
    source = (
        "The mine shipped 40 million tonnes, 15 million of it by rail, and expects 36 million to 38 million tonnes."
    )
    assert alarms(text, source) == found


def test_digits_that_changed_places_are_no_chance_where_the_same_is_said() -> None:
    source = (
        "The yard had revenue of 604 million euros and orders for 14 ferries, worth 1,120 million euros, or 80 each."
    )
    assert alarms("Revenue was 640 million euros.", source) == [("XF702", "640 million euros")]


def test_one_digit_off_is_believed_only_where_nothing_else_explains_it() -> None:
    source = "Exports were 28.5% higher at 22,376 vehicles of 84,316 sold."
    assert alarms("Exports were 26.5% of sales.", source) == []  # 22,376 / 84,316
    assert alarms("Exports rose 82.5%.", source) == [("XF702", "82.5%")]


PORTS = (
    "Harbour traffic, August 2022. Stavik: 2,418,300 tonnes (August 2021: 1,967,500 tonnes). Hamre: 189,400 (203,600). "
    "The combined ratio rose to 97.8% from 95.1%. Ore went from 4.15 million tonnes to 3.48 million as furnaces stood "
    "idle; coal, by contrast, went up from 3.02 million to 3.26 million tonnes."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Traffic at Stavik rose 23%.", []),
        ("Traffic at Stavik fell 23%.", [("XF702", "23%", "contradicted")]),
        ("Hamre lost 7.0%.", []),
        ("Hamre gained 7.0%.", [("XF702", "7.0%", "contradicted")]),
        ("The combined ratio worsened by 2.7 percentage points.", []),  # less of it is better
        ("The combined ratio improved by 2.7 percentage points.", [("XF702", "2.7 percentage points", "contradicted")]),
        ("Ore was down 16% and coal was up 8%.", []),
        ("Coal was up by 240,000 tonnes.", []),
        ("Coal was down 16%.", [("XF703", "16%", "query")]),  # ore was
    ],
)
def test_what_two_figures_of_a_source_make_keeps_its_way_and_its_subject(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [(v.code, text[v.spans[0].start : v.spans[0].end], v.outcome) for v in outside(text, PORTS) if v.code]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("The airline earned $64 million in the quarter.", "It posted a net loss of $64 million in the quarter.", True),
        ("公司去年盈利2.1亿元。", "公司2023年研发支出3.2亿元，净亏损2.1亿元。", True),
        ("The airline lost $64 million in the quarter.", "It posted a net loss of $64 million in the quarter.", False),
    ],
)
def test_a_profit_is_no_loss(text: str, source: str, words: bool) -> None:
    assert [v.outcome for v in outside(text, source) if v.code] == (["contradicted"] if words else [])


@pytest.mark.parametrize(
    ("text", "source", "asked"),
    [
        ("Holm raised its sales forecast to $1.18 billion.", "Holm cut its sales forecast to $1.18 billion.", True),
        ("该行将增速预测下调至1.8%。", "The bank expects growth of 1.8%, up from 1.5% in June.", True),
        ("Holm cut its sales forecast to $1.18 billion.", "Holm cut its sales forecast to $1.18 billion.", False),
        ("Holm raised its sales to $1.18 billion.", "Costs fell, and Holm had sales of $1.18 billion.", False),
    ],
)
def test_a_level_that_came_the_other_way_is_asked_about(text: str, source: str, asked: bool) -> None:
    assert [v.outcome for v in outside(text, source) if v.code] == (["query"] if asked else [])


SALES = (
    "Results of makers of pumps and valves, as told on Monday. Turnover of Holm was $72.4 million, costs were "
    "$51.2 million and its earnings came to $8.5 million."
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Turnover was $8.5 million and earnings $8.5 million, Holm said.", ["$8.5 million"]),
        ("Turnover was $72.4 million and earnings $8.5 million, Holm said.", []),
        (
            "Turnover was $72.4 million, costs were $51.2 million, earnings $8.5 million: the $8.5 million is new.",
            [],
        ),
    ],
)
def test_a_number_that_two_things_have_where_the_source_has_it_of_one(text: str, words: list[str]) -> None:
    """Where nothing is left out, it is only said again."""
    assert [text[v.spans[0].start : v.spans[0].end] for v in outside(text, SALES) if v.code == "XF703"] == words


BEANS = "大豆产量186万吨，比上年减少9万吨。净亏损6.4亿元，上年同期净亏损11.2亿元。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("大豆186万吨，减少9万吨。", []),
        ("大豆186万吨，增加9万吨。", ["9万吨"]),  # no fact knows the word in front of it
        ("净亏损收窄至6.4亿元。", []),
        ("净亏损扩大至6.4亿元。", ["6.4亿元"]),  # what came before it in the source says which way
        ("亏损由11.2亿元收窄至6.4亿元。", []),
    ],
)
def test_which_way_a_figure_moved_is_known_by_the_word_before_it_and_by_the_figure_that_it_came_from(
    text: str, words: list[str]
) -> None:
    assert [found for code, found in alarms(text, BEANS) if code == "XF702"] == words
