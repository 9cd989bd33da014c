"""What is changed in a report fails its audit, and says why; tests/test_cases.py shows that all cases pass it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crossfoot import Source, check
from crossfoot.audit import verified
from crossfoot.views.json import show


def failures(report: Any) -> list[tuple[str, str | None]]:
    return [(place, why) for place, why in verified(report) if why is not None]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda e: e.update(severity="query"), "it says query, not contradicted"),
        (lambda e: e.pop("certificate"), "it has no certificate"),
        (lambda e: e["certificate"]["claims"].pop(), "no claim is of the kind sum"),
        (lambda e: e["certificate"]["printed"][0].pop("default"), "has its ranges"),
        (lambda e: e["certificate"]["remedies"].pop(), "not every culprit has its proof"),
        (lambda e: e["certificate"].update(figures=7), "cannot be read"),
        (lambda e: e["culprits"][0].update(suggested="49,306"), "49,306 is not"),
        (lambda e: e["culprits"][0].update(span=[0, 4]), "not where its proof is"),
        (lambda e: e["culprits"][0].update(lo="46000"), "the claims leave"),
        (lambda e: e["certificate"]["figures"][0].update(base={"low": "99999"}), "a figure that nobody prints"),
    ],
)  # fmt: skip
def test_what_was_changed_in_a_report_is_named(change: Any, why: str) -> None:
    text = (
        "Tarrow Motors sold 84,212 vehicles in April. Of the total, 71,905 were sold at home and the remaining 12,307 "
        "were exported. By body type, it sold 31,448 sedans, 49,603 SUVs and 5,861 MPVs."
    )
    report = json.loads(show(check(Source("tarrow", text))))
    assert failures(report) == []
    (finding,) = report["findings"]
    change(finding)
    ((place, said),) = failures({"findings": report["findings"]})
    assert place == "findings[0]"
    assert said
    assert why in said


def changed(text: str, key: str, i: int, *changes: Any) -> str:
    """Why an entry of the report on a text is not verified once it has been tampered with; first, that it is."""
    report = json.loads(show(check(Source("text", text))))
    assert failures(report) == []
    for change in changes:
        change(report[key][i], report["quantities"])
    ((place, said),) = failures(report)
    assert place == f"{key}[{i}]"
    return said or ""


HARBOUR = "Marlow Quays said its cash pile shrank by $85 million to €515 million from $600 million."


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda e, _: e["certificate"]["remedies"][0].update(currency="EUR"), "no currency is that of all"),
        (lambda e, _: e["certificate"]["remedies"][0].update(frees=[1]), "is not what is set aside"),
        (lambda e, _: e["certificate"]["remedies"][0].update(frees=[]), "is not what is set aside"),
        (lambda e, _: [shown.update(currency="USD") for shown in e["certificate"]["printed"]], "no quantity"),
        (lambda e, _: [shown.pop("currency") for shown in e["certificate"]["printed"]], "no currency is that of all"),
        (lambda e, q: [one.update(currency="USD") for one in q], "no quantity of the report"),
        (lambda e, _: e["culprits"][0].update(suggested="£"), "nothing proves"),
        (lambda e, _: e["culprits"][0].update(lo="515"), "no currency is at fault"),
        (lambda e, _: e["culprits"][0].update(slip="scale"), "no currency is at fault"),
        (lambda e, _: e["certificate"].update(conclusion="contradicted"), "leave values"),
        (lambda e, _: e["certificate"].update(remedies=[]), "no currency is at fault"),
        (lambda e, _: e["certificate"]["claims"][0].update(kind="conversion"), "in two currencies may be so"),
        (lambda e, _: e["certificate"]["claims"][0]["readings"][0].reverse(), "no such comparison"),
    ],
)  # fmt: skip
def test_a_currency_is_held_against_what_is_printed(change: Any, why: str) -> None:
    assert why in changed(HARBOUR, "findings", 0, change)


def test_an_amount_that_does_not_tie_in_the_other_currency_either_is_found_out() -> None:
    def other(entry: Any, quantities: Any) -> None:
        text = json.dumps(entry).replace("515000000", "525000000").replace("514500000", "524500000")
        entry.update(json.loads(text.replace("515500000", "525500000")))
        for quantity in quantities:
            quantity.update(low=525000000, high=525000000) if quantity["currency"] == "EUR" else None

    assert "no values satisfy" in changed(HARBOUR, "findings", 0, other)


NIGHTS = "Visitors from abroad booked 900,000 nights. Every third foreign night, 300,000 in all, was sold to Danes."


def test_every_third_is_an_ordinal_of_the_report() -> None:
    report = json.loads(show(check(Source("nights", NIGHTS))))
    (place,) = [i for i, entry in enumerate(report["relations"]) if entry["kind"] == "share"]

    def fifth(entry: Any, _: Any) -> None:
        for shown in entry["certificate"]["printed"]:
            if shown["value"] == ["1/3"]:
                shown.update(value=["1/5"], strict={"low": "1/5", "high": "1/5"})

    assert "1/5 is no quantity" in changed(NIGHTS, "relations", place, fifth)

    def cardinal(_: Any, quantities: Any) -> None:
        for quantity in quantities:
            quantity["kind"] = "number"

    assert "1/3 is no quantity" in changed(NIGHTS, "relations", place, cardinal)


@pytest.mark.parametrize(
    "text",
    [
        "Corby Looms paid 4 million for yarn at 2.50 a kilo and 6 million at 1.80, 2.61 a kilo on average.",
        "渡口新材前三季度净利润5.4亿元，去年同期净亏损1.3亿元，由盈转亏。",
        "对照组有效率为40%，试验组为62%，前者高出22个百分点。",
        "2024年全县水产品产量86.0万吨，比上年增产4.0万吨，下降4.9%，上年为82.0万吨。",
        "5月发货量1,930箱，较4月的1,600箱环比增长20.0%，较去年5月的2,400箱同比下降20.0%。",
        "Thornby sold 3,930 boilers in May, up 20.0 percent on the 3,200 of April and down 20.0 percent on 4,800.",
        "全年发行两期债券，一期9亿元，票面利率2.30%，二期6亿元，票面利率3.01%，加权平均票面利率2.62%。",
        "The port handled $64 million of copper and $21 million of zinc, a total of €85 million.",
        "关税收入由上年的3.20亿美元增加到3.52亿元，增长10.0%。",
    ],
)
def test_what_is_wrong_in_many_ways_is_verified(text: str) -> None:
    for published in (None, "2025-06-09"):
        assert failures(json.loads(show(check(Source("text", text, published=published))))) == []


def test_nothing_is_added_to_itself() -> None:
    text = (
        "云川省报告新增病例64例（海宁32例，东粤7例，津海6例，南桂6例，建安4例，湘水3例，云岭3例，辽阳1例，河洛1例，巴蜀1例），"
        "含7例由无症状感染者转为确诊病例（湘水3例，建安1例，河洛1例，南桂1例，巴蜀1例）；"
        "本土病例43例，其中郑城24例、许昌城18例、周口城1例。"
    )
    report = json.loads(show(check(Source("daily", text))))
    assert failures(report) == []


@pytest.mark.parametrize(("half", "alarms"), [("亏损0.5亿元", 0), ("亏损1.9亿元", 1)])
def test_a_loss_and_a_profit_are_of_two_signs(half: str, alarms: int) -> None:
    text = f"公司一季度亏损0.8亿元；二季度盈利0.3亿元，上半年累计{half}。"
    report = json.loads(show(check(Source("half", text, published="2024-07-18"))))
    assert len(report["findings"]) == alarms
    assert failures(report) == []
