"""Figures whose metric the exchange form has no name for are told in the words of the text."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.views import facts as view


def shown(text: str) -> list[tuple[str, str]]:
    report = check(Source("t", text, published="2024-05-12"))
    names = {entity.id: entity.name for entity in report.found.entities}
    made = (view.fields(fact, names) for fact in report.facts)
    return [(told[0], told[1]["metric"]) for told in made if told is not None and "metric" in told[1]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Holm Bank's operating profit was 611 million euros.", ("measurement", "other:operating profit")),
        ("Holm Bank's net interest margin was 2.1%.", ("measurement", "other:net interest margin")),
        ("Holm Bank's revenue was 611 million euros.", ("measurement", "revenue")),
        ("Holm Bank expects revenue of 700 million euros in 2025.", ("target", "revenue")),
    ],
)
def test_a_metric_is_named_as_the_form_names_it_or_in_words(text: str, told: tuple[str, str]) -> None:
    assert shown(text) == [told]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Holm Bank made a net loss of 33 million euros.", "-33000000"),
        ("Holm Bank reported a 33 million euro net loss.", "-33000000"),
        ("Holm Bank's net profit was 33 million euros, against a loss a year ago.", "33000000"),
    ],
)
def test_a_loss_is_below_zero(text: str, value: str) -> None:
    report = check(Source("t", text, published="2024-05-12"))
    made = [view.fields(fact, {}) for fact in report.facts]
    assert [bytes(told[1]["value"]).decode() for told in made if told is not None and told[0] == "measurement"] == [
        value
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kalvia had a trade deficit of $1.6 billion in May.", ("trade_balance", -1_600_000_000)),
        ("Kalvia's trade gap narrowed to $3 billion in May.", ("trade_balance", -3_000_000_000)),
        ("卡尔维亚5月贸易逆差为12亿美元。", ("trade_balance", -1_200_000_000)),
        ("The trust ran up a deficit of $2 million.", ("other:deficit", 2_000_000)),
    ],
)
def test_a_trade_deficit_is_a_balance_below_zero(text: str, told: tuple[str, int]) -> None:
    report = check(Source("t", text, published="2024-05-12"))
    (fields,) = (made[1] for fact in report.facts if (made := view.fields(fact, {})) and made[0] == "measurement")
    assert (fields["metric"], int(fields["value"])) == told


@pytest.mark.parametrize(
    ("text", "metric", "unit"),
    [
        ("Holm Clinic treats 450 patients.", "other:patients", "person"),
        ("Holm Telecom has 6.4 million mobile customers.", "other:mobile customers", "person"),
        ("Holm Vans sold 4,200 vans in April.", "sales_volume", "vehicle"),
        ("Holm Mills had a headcount of 1,200.", "employees", "person"),
    ],
)
def test_what_is_counted_by_a_noun_is_told_in_a_unit_that_readers_know(text: str, metric: str, unit: str) -> None:
    report = check(Source("t", text, published="2024-05-12"))
    names = {entity.id: entity.name for entity in report.found.entities}
    [told] = [told[1] for fact in report.facts if (told := view.fields(fact, names)) and told[0] == "measurement"]
    assert (told["metric"], told["unit"]) == (metric, unit)


def test_figures_of_a_list_are_of_whoever_is_named_before_them() -> None:
    text = "The sale raised €186m: Telbana €71.5 million, Orvis Mobile €68.7 million and Fjardcom €46 million."
    report = check(Source("t", text, published="2024-05-12"))
    names = {entity.id: entity.name for entity in report.found.entities}
    made = [told[1].get("entity") for fact in report.facts if (told := view.fields(fact, names))]
    assert made[1:] == ["Telbana", "Orvis Mobile", "Fjardcom"]


def test_what_is_set_beside_a_figure_is_of_whoever_is_named_behind_it() -> None:
    report = check(
        Source("t", "Orders at Corvan Jets reached 137, against 96 at rival Borland.", published="2024-05-12")
    )
    names = {entity.id: entity.name for entity in report.found.entities}
    made = [told[1].get("entity") for fact in report.facts if (told := view.fields(fact, names))]
    assert made == ["Corvan Jets", "Borland"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Pelham's sales totalled 8,210 homes in April, the fewest since 2013.", "2024-04"),
        ("Pelham's output rose to 9,100 tonnes, the highest since March 2013.", None),
        ("Since 2013 Pelham has sold 8,210 homes.", "2013-01/2024-05"),  # up to the text
    ],
)
def test_since_when_nothing_was_more_is_no_period(text: str, period: str | None) -> None:
    assert [told.get("period") for kind, told in told_of(text) if kind == "measurement"] == [period]


def test_a_profit_is_told_by_the_share_too() -> None:
    told = told_of("Net income was $186 million, or 62 cents a share.")
    assert [fields["metric"] for _, fields in told] == ["net_profit", "other:earnings per share"]


def test_models_are_things_and_foresee_nothing() -> None:
    assert [kind for kind, _ in told_of("Sales of electric models rose 62% to 18,904.")] == ["measurement", "change"]


def test_a_segment_that_the_metric_says_is_not_told_again() -> None:
    (told,) = told_of("Kalvia's budget deficit reached $4 million.")
    assert told[1]["metric"] == "other:budget deficit"
    assert told[1].get("segment") is None


def test_what_somebody_has_is_not_what_was_made_before() -> None:
    told = told_of("Acme produced 400 tonnes of steel in May. Dunmore & Sons has 214 stores.")
    assert told[1][1]["metric"] == "other:stores"


def told_of(text: str) -> list[tuple[str, dict[str, object]]]:
    report = check(Source("t", text, published="2024-05-12"))
    names = {entity.id: entity.name for entity in report.found.entities}
    made = (view.fields(fact, names) for fact in report.facts)
    return [(told[0], dict(told[1])) for told in made if told is not None]
