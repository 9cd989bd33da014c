"""The slips that a person makes, and what should stand there."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.interval import between
from crossfoot.relation import const


def told(story, finding):
    return [(story.text[c.span.start : c.span.end], c.suggested, c.slip) for c in finding.culprits]


def test_a_swap_is_one_fault_with_two_places(story, figure, findings):
    figures = {n: figure("sales_volume", segment=f"line:{n}") for n in ("t", "a", "b", "u", "c", "d")}
    made = story("[t:60,007]: [a:41,003], [b:19,004]. [u:33,019]: [c:23,008], [d:10,011].", figures)
    made.ties("sum", made["t"] == made["a"] + made["b"])
    made.ties("sum", made["u"] == made["c"] + made["d"])
    made.ties("order", made["u"] <= made["t"])
    wrong = made.but("b:19,004", "b:23,008").but("c:23,008", "c:19,004")
    (finding,) = findings(wrong.solve())
    assert told(wrong, finding)[:2] == [("23,008", "19,004", "swap"), ("19,004", "23,008", "swap")]
    assert finding.culprits[0].score == finding.culprits[1].score


@pytest.mark.parametrize(
    ("right", "wrong", "word", "suggested"),
    [
        ("[b:4.26 billion]", "[b:4.26 million]", "million", "billion"),
        ("[a:30 billion]", "[a:30 million]", "million", "billion"),
    ],
)
def test_a_scale_word(story, figure, findings, right, wrong, word, suggested):
    figures = {"a": figure("issue", unit="CNY"), "b": figure("issue", unit="USD"), "r": figure("rate", unit="CNY/USD")}
    money = {"kind": "money"}
    made = story("[a:30 billion] yuan (US$[b:4.26 billion])", figures, {"a": money, "b": money})
    made.ties("conversion", made["a"] == made["b"] * made["r"])
    made.ties("conversion", made["r"] == const(between(4, 12)), origin="outside")
    assert findings(made.solve()) == []
    slipped = made.but(right, wrong)
    (finding,) = findings(slipped.solve())
    assert finding.code == "XF205"
    assert (word, suggested, "scale") in told(slipped, finding)


def test_a_scale_word_in_chinese(story, figure, findings):
    figures = {n: figure("revenue", unit="CNY", segment=f"line:{n}") for n in "tab"}
    made = story("[t:8.52亿]元, [a:5.12亿]元, [b:3.40亿]元, 780万辆", figures, {n: {"kind": "money"} for n in "tab"})
    made.ties("sum", made["t"] == made["a"] + made["b"])
    wrong = made.but("b:3.40亿", "b:3.40万")
    (finding,) = findings(wrong.solve())
    assert ("万", "亿", "scale") in told(wrong, finding)


def test_a_currency(story, figure, findings):
    figures = {"a": figure("issue", unit="USD"), "b": figure("issue", unit="USD"), "r": figure("rate")}
    text = "[a:30 billion] dollars ($[b:4.26 billion])"
    start = text.index("dollars") - len("[a:]")
    dollars = {"kind": "money", "currency": "USD", "unit_word": (start, start + 7)}
    made = story(text, figures | {"b": figure("issue", "2020", "USD")}, {"a": dollars, "b": {"kind": "money"}})
    made.ties("conversion", made["a"] == made["b"] * made["r"])
    made.ties("conversion", made["r"] == const(1), origin="outside")
    (finding,) = findings(made.solve())
    assert ("dollars", "yuan", "currency") in told(made, finding)


@pytest.fixture
def shares(story, figure):
    figures = {
        "now": figure("margin", "2020", "percent"), "before": figure("margin", "2019", "percent"),
        "change": figure("change in margin", "2020", "percent"),
    }  # fmt: skip
    return lambda marked: story(marked, figures)


def test_percent_for_points(shares, findings):
    made = shares("[now:6.2%] from [before:6.9%], [w>change:down] [change:0.7%]")
    made.ties("growth", made["now"] * 100 == made["before"] * (100 + made["change"]))
    (finding,) = findings(made.solve())
    assert finding.code == "XF204"
    assert told(made, finding)[0] == ("%", " percentage points", "percent-or-points")


def test_a_list_miscounted(story, figure, findings):
    made = story("the [n:4] lenders: A, B and C", {"n": figure("names listed", unit="lender")})
    made.ties("count", made["n"] == const(3))
    (finding,) = findings(made.solve())
    assert (finding.code, finding.outcome, finding.margin) == ("XF109", "contradicted", "certain")
    assert told(made, finding) == [("4", "3", "count")]
    assert finding.message == "3 are listed; the text says 4"


def test_a_direction(story, figure, findings):
    figures = {
        "now": figure("sales_volume", "2020"), "before": figure("sales_volume", "2019"),
        "rate": figure("growth of sales_volume", "2020", "percent"),
    }  # fmt: skip
    made = story("[now:11,003] from [before:10,001], [w>rate:down] [rate:10%]", figures)
    made.ties("growth", made["now"] * 100 == made["before"] * (100 + made["rate"]))
    (finding,) = findings(made.solve())
    assert finding.code == "XF203"
    assert told(made, finding)[0] == ("down", "up", "direction")


def test_scores_add_up_and_ties_cannot_be_told_apart(geely, findings):
    (finding,) = findings(geely.but("home:101,102", "home:101,202").solve())
    assert sum(c.score for c in finding.culprits) == pytest.approx(1)
    assert finding.margin == "cannot tell"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # the other amounts of the text have one decimal
        (
            "Sales rose 17.5% to $94.0 million from $8.00 million. Costs were $31.2 million and rents $12.4 million.",
            "80.0",
        ),
        # no amount of money moves by points
        ("Sales increased by 19% to $44.2 million from $44.2 million.", None),
    ],
)
def test_what_else_a_text_prints_tells_the_culprit(text, first):
    (found,) = [v for v in check(Source("note", text)).verdicts if v.outcome == "contradicted" and v.code]
    assert found.culprits[0].suggested == first


def test_a_mere_bound_is_given_no_number() -> None:
    text = "全市出口首次突破300亿元，达到312亿元，进口188亿元，逆差124亿元。"
    report = check(Source("t", text))
    suggested = {culprit.suggested for verdict in report.verdicts for culprit in verdict.culprits}
    assert "30" not in suggested


def test_no_scale_is_suggested_that_only_a_bound_lets_in() -> None:
    text = (
        "**禾谷科技拟募资12.6亿元投建杭州研发中心**\n"
        "6月18日晚间，禾谷科技公告称，拟向特定对象发行股票，募集资金总额不超过16.2亿元，全部用于杭州研发中心项目。"
    )
    (finding,) = (v for v in check(Source("bound", text)).verdicts if v.code)
    assert {c.slip for c in finding.culprits} == {"transposition"}


def test_a_fraction_in_words_has_no_digit_to_go_wrong() -> None:
    text = (
        "The miner produced 188,000 ounces. The Tula mine yielded 94,000 ounces, three fifths of the total, "
        "and Corran 94,000 ounces."
    )
    finding = next(v for v in check(Source("mine", text)).verdicts if v.code)
    assert {c.slip for c in finding.culprits if text[c.span.start : c.span.end] == "three fifths"} <= {"fraction"}
