"""What each number is a number of: entity, metric, segment, period, from its own clause or carried."""

from __future__ import annotations

import json

import msgspec
import pytest

from crossfoot import check, documents, facts, mentions
from crossfoot.model import Change, Conversion, Fact, Grouping, Source, Target
from crossfoot.views.facts import fields

HOME, ONLINE = {"market": "domestic"}, {"words": "online"}


def stated(text: str, published: str | None = "2024-05-08") -> tuple[Fact, ...]:
    document = documents.read(Source("case", text, published=published))
    return facts.state(document, mentions.find(document))


def figures(text: str) -> dict[str, tuple[str, dict[str, str], str | None]]:
    """The words of each printing -> metric, segment, period."""
    document = documents.read(Source("case", text, published="2024-05-08"))
    found = {}
    for fact in facts.state(document, mentions.find(document)):
        for printed in fact.printed:
            words = document.text[printed.span.start : printed.span.end]
            period = printed.figure.period
            found[words] = (printed.figure.metric, dict(printed.figure.segment), period.label if period else None)
    return found


@pytest.mark.parametrize(
    ("text", "words", "metric", "segment", "period"),
    [
        ("Tarrow Motors sold 84,212 cars in April.", "84,212 cars", "sales_volume", {}, "2024-04"),
        ("Tarrow's revenue was 4 billion yuan in 2023.", "4 billion yuan", "revenue", {}, "2023"),
        ("Sales in the home market grew 4% to 71,905 units in April.", "71,905 units", "sales_volume", HOME, "2024-04"),
        ("In April it sold 31,448 sedans and 5,861 MPVs.", "5,861 MPVs", "sales_volume", {"body": "mpv"}, "2024-04"),
        ("The jobless rate fell to 4.1% in May 2023 from 4.4% in April 2023.", "4.4%", "unemployment", {}, "2023-04"),
        ("Profit was $9 million in 2023. A year earlier it was $8 million.", "$8 million", "net_profit", {}, "2022"),
        ("Exports were $9 billion in May against 8 billion in April.", "8 billion", "exports_value", {}, "2024-04"),
        ("Shop sales and online sales were $9 and $5 million respectively.", "$5 million", "revenue", ONLINE, None),
    ],
)  # fmt: skip
def test_a_level_is_of(text: str, words: str, metric: str, segment: dict[str, str], period: str | None) -> None:
    assert figures(text)[words] == (metric, segment, period)


def test_a_number_in_millions_is_in_no_percent() -> None:
    facts_ = stated("The load factor was 54.9 percent. Seat miles were 596.6 million in April.")
    units = {fact.printed[0].figure.unit for fact in facts_ if fact.printed}
    assert units == {"percent", ""}


def test_what_a_clause_leaves_out_is_carried() -> None:
    found = figures("Exports of Tarrow Motors were 12,307 cars in April. They had been 11,000 cars in March.")
    assert found["12,307 cars"][2] == "2024-04"
    assert found["11,000 cars"][2] == "2024-03"


def test_nothing_leaks_into_another_item() -> None:
    paragraphs = (
        "News of the day", "It was a calm day.", "Company news",
        "Tarrow Motors Ltd sold 84,212 cars in April.", "Carlow Bank plc earned 20 billion yuan.",
    )  # fmt: skip
    text = "\n\n".join(paragraphs)
    assert figures(text)["20 billion yuan"][2] is None


def test_a_move_knows_both_its_ends() -> None:
    (change,) = [
        f for f in stated("Sales rose 12% to 5,448 cars in April from 4,864 a year earlier.") if isinstance(f, Change)
    ]
    assert change.figure.period is not None
    assert change.bases[0].period is not None
    assert (change.figure.period.label, change.bases[0].period.label) == ("2024-04", "2023-04")
    assert change.quantity.change == "up"


def test_two_moves_of_one_level() -> None:
    text = "Tarrow sold 5,448 cars in April, up 12% from the same period last year and down 3% from March."
    changes = [f for f in stated(text) if isinstance(f, Change)]
    assert [change.bases[0].period.label for change in changes if change.bases[0].period] == ["2023-04", "2024-03"]
    assert len({change.figure for change in changes}) == 1


def test_an_amount_that_only_accompanies_is_no_conversion() -> None:
    one = [f for f in stated("The plant cost 500 million yuan (about $70.9 million).") if isinstance(f, Conversion)]
    assert len(one) == 1
    assert not [
        f
        for f in stated("The plant cost 500 million yuan and the road 70.9 million yuan.")
        if isinstance(f, Conversion)
    ]


def test_a_target_is_for_the_year_and_measured_by_the_year_to_date() -> None:
    text = "It sold 102,380 cars in the first five months of 2024 and has met 41% of its full-year target of 250,000."
    (target,) = [f for f in stated(text) if isinstance(f, Target)]
    assert target.figure.period is not None
    assert target.attained_by is not None
    assert target.attained_by.period is not None
    assert (target.figure.period.label, target.attained_by.period.label) == ("2024", "2024-01/2024-05")


def test_including_is_no_full_list_and_the_rest_closes_one() -> None:
    (some,) = [f for f in stated("It employs 4,500 people, including 900 engineers.") if isinstance(f, Grouping)]
    assert not some.complete
    text = "Of its 200 homes, 120 are flats and the remaining 80 are houses."
    assert [f.complete for f in stated(text) if isinstance(f, Grouping)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "In April it sold 900 cars, of which 600 were exported, of which 200 went to Asia.",
        "4月销售汽车900辆，其中出口600辆，其中亚洲200辆。",
    ],
)
def test_a_part_of_a_part_is_in_no_sum_with_it(text: str) -> None:
    lists = [len(fact.parts) for fact in stated(text) if isinstance(fact, Grouping) and fact.cue is not None]
    assert lists
    assert set(lists) == {1}


def test_parts_that_share_a_cue_are_one_list() -> None:
    text = "In April it sold 900 cars, of which 600 were sedans, 200 SUVs and the remaining 100 MPVs."
    assert max(len(fact.parts) for fact in stated(text) if isinstance(fact, Grouping) and fact.cue is not None) == 3


def owners(text: str) -> dict[str, str | None]:
    """The words of each printing -> whose figure it is."""
    document = documents.read(Source("case", text, published="2024-05-08"))
    found = mentions.find(document)
    names = {entity.id: entity.name for entity in found.entities}
    return {
        document.text[p.span.start : p.span.end]: names.get(p.figure.entity or "")
        for fact in facts.state(document, found)
        for p in fact.printed
    }


@pytest.mark.parametrize(
    ("text", "words", "owner"),
    [
        (
            "Founded by Carlow Bank plc, Tarrow Motors Ltd sold 84,212 cars in April.",
            "84,212 cars",
            "Tarrow Motors Ltd",
        ),
        ("Tarrow Motors Ltd sold 84,212 cars to Carlow Bank plc for $9 million.", "$9 million", "Tarrow Motors Ltd"),
        ("Poland's exports were $4.1 billion in March, Holm Bank plc said.", "$4.1 billion", "Poland"),
    ],
)
def test_a_figure_is_of_who_acts(text: str, words: str, owner: str) -> None:
    assert owners(text)[words] == owner


def shown(text: str, kind: str, published: str = "2024-05-08") -> list[dict[str, object]]:
    """The facts of a type in the form of docs/exchange.md."""
    report = check(Source("case", text, published=published))
    names = {entity.id: entity.name for entity in report.found.entities}
    stated_ = [fields(fact, names) for fact in report.facts]
    return [
        {key: json.loads(bytes(value)) if isinstance(value, msgspec.Raw) else value for key, value in made[1].items()}
        for made in stated_
        if made is not None and made[0] == kind
    ]


def test_a_base_that_the_text_leaves_open_is_left_out() -> None:
    (change,) = shown("First-quarter revenue of Tarrow Motors Ltd rose 5.8% to $402 million.", "change")
    assert "base" not in change
    (change,) = shown("Revenue of Tarrow Motors Ltd rose 5.8% from a year earlier.", "change")
    assert change["base"] == "yoy"


def test_cents_are_told_in_the_currency_of_the_text() -> None:
    told = shown("Holm AB earned 41 cents a share on sales of $212 million.", "measurement")
    assert (told[0]["value"], told[0]["unit"]) == (0.41, "USD")
    told = shown("Holm AB earned 41 cents a share.", "measurement")
    assert (told[0]["value"], told[0]["unit"]) == (41, "cent")
    told = shown("Holm plc is to pay a dividend of 3.2 pence.", "measurement")
    assert (told[0]["value"], told[0]["unit"]) == (0.032, "GBP")


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Operators must pay a noise charge of $600 from May.", "other:noise charge"),
        ("The yard was lent a $300 million bridge loan.", "other:bridge loan"),
        ("Tarrow Motors Ltd hopes to collect $300 million.", None),
        ("Stellan Bank is 45% owned by the state.", None),
        ("The fund sold 1.2 million shares.", "sales_volume"),
    ],
)
def test_a_measure_is_called_what_its_noun_says_or_is_not_shown(text: str, metric: str | None) -> None:
    assert [fact["metric"] for fact in shown(text, "measurement")] == ([metric] if metric else [])


@pytest.mark.parametrize(
    ("text", "part", "value", "whole"),
    [
        ("Exports accounted for 12% of tractor sales.", "Exports", 12, "tractor sales"),
        ("About a third of the exported cars went to Norway.", "Norway", 33.33, "exported cars"),
    ],
)
def test_a_share_of_what_is_only_spoken_of(text: str, part: str, value: float, whole: str) -> None:
    (share,) = shown(text, "share")
    assert share["part"] == part
    assert share["whole"] == whole
    assert share["value"] == pytest.approx(value)


def test_a_level_that_is_aimed_at_is_a_target() -> None:
    (target,) = shown("For 2024 Tarrow Motors Ltd has a sales target of 700,000 cars.", "target")
    assert (target["value"], target["period"]) == (700_000, "2024")
    assert not shown("For 2024 Tarrow Motors Ltd has a sales target of 700,000 cars.", "measurement")


def test_a_rate_beside_a_rate_is_another_move_and_no_base() -> None:
    text = "Consumer prices rose 2.6 percent in October, compared with 3.1 percent in September."
    assert [(c["value"], c["period"]) for c in shown(text, "change")] == [(2.6, "2023-10"), (3.1, "2023-09")]


def test_a_second_subject_shares_the_verb_of_the_first() -> None:
    text = "Tarrow Motors Ltd sold 9,812 cars. Sedans rose 4.1 percent from a year earlier and SUVs 12.6 percent."
    assert [(c["value"], c["segment"]) for c in shown(text, "change")] == [(4.1, "sedan"), (12.6, "suv")]


def test_two_moves_over_two_times() -> None:
    text = "The park had 612,000 visitors in April, up 3 percent on the month and nearly 20 percent on the year."
    assert [(c["value"], c["base"]) for c in shown(text, "change")] == [(3, "mom"), (20, "yoy")]


def test_those_of_is_the_same_of_something_else() -> None:
    text = "Online sales of Carlow Retail rose 21 percent to £1.14 billion; those of outlets fell to £510 million."
    assert figures(text)["£510 million"][:2] == ("revenue", {"words": "outlets"})
