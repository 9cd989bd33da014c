"""What a figure is called that no row of metrics.toml knows, and whose it is where no name is known."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Measurement

from .test_frame import shown


def measured(text: str) -> list[tuple[str | None, str, str]]:
    """Whose, what and how much, as printed."""
    report = check(Source("t", text, published="2024-05-12"))
    names = {entity.id: entity.name for entity in report.found.entities}
    found = [fact for fact in report.facts if isinstance(fact, Measurement)]
    return [
        (
            names.get(f.figure.entity or "", f.figure.entity),
            (f.quantity.of or "") if f.figure.metric.startswith("other:") else f.figure.metric,
            text[f.printed[0].span.start : f.printed[0].span.end],
        )
        for f in found
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The provision for bad debts in the quarter was 20 million euros.", "provision for bad debts"),
        ("Consumer confidence in Norland rose to 98.4 in May.", "Consumer confidence"),
        ("Domestic linerboard shipments in January hit about 1.6 million tonnes.", "Domestic linerboard shipments"),
        ("Restructuring charges for the quarter came in at 36 million euros.", "Restructuring charges"),
        ("Holm Bank will book a gain of about 120 million euros.", "gain"),
        ("Norvik won a contract worth 240 million euros to build a plant.", "contract"),
        ("Shipments in the first four months were down 5% at 560,000 tonnes.", "Shipments"),
        ("Depreciation expense was $8.6 million.", "Depreciation expense"),
        ("Net rate on the last issue was 9.98 percent.", "Net rate"),
        ("Credit losses were 12.8 million euros.", "Credit losses"),
        ("The port's container throughput came to 11.02 million TEU.", "container throughput"),
        ("Its quarry tonnage climbed to 4.6 million bags.", "quarry tonnage"),
        ("The net charge-off ratio fell to 0.31%.", "net charge-off ratio"),
        ("It has a CET1 ratio of 10.9%.", "CET1 ratio"),
        ("Vacancy crept up to 11.8%, an increase of 70 basis points.", "Vacancy"),
        ("The dropout rate has drifted back to 4.2%.", "dropout rate"),
    ],
)
def test_a_figure_is_called_by_the_subject_of_its_verb(text: str, name: str) -> None:
    assert [called for _, called, _ in measured(text)] == [name]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nebulo sold 8,225 cars; and Weirun, the smallest of the trio, delivered 5,300.", ["Nebulo", "Weirun"]),
        ("Chong Island Shipyard delivered 14 vessels.", ["Chong Island Shipyard"]),
        ("Jinbay brings 61 million tonnes of capacity and Taihan 38 million.", ["Jinbay", "Taihan"]),
        ("Kenya sold 4,000 tonnes of tea. Output came to 5,000 tonnes.", ["Kenya", "Kenya"]),
        ("Households borrowed 30.8 billion euros.", [None]),
        ("Wheat made up 11.2 million tonnes.", [None]),
        ("Inflation was 4.1 percent.", [None]),
    ],
)
def test_a_capital_before_a_verb_of_somebody_is_whose_a_figure_is(text: str, who: list[str | None]) -> None:
    assert [owner for owner, _, _ in measured(text)] == who


@pytest.mark.parametrize(
    ("text", "who", "called"),
    [
        ("The central bank of Norland kept its main rate at 6.5%.", "central bank of Norland", "policy_rate"),
        ("Unemployment in Norland was 6.1%.", "Norland", "unemployment"),
        ("Cargo, by contrast, shrank 8.8% to 14,600 tonnes.", None, "Cargo"),
        ("OSLO, March 3 - Holm Bank's revenue was 611 million euros.", "Holm Bank", "revenue"),
    ],
)
def test_common_words_and_places_stand_for_an_owner(text: str, who: str | None, called: str) -> None:
    assert [(owner, name) for owner, name, _ in measured(text)] == [(who, called)]


def test_a_verb_with_down_moves_nothing() -> None:
    assert measured("Peter Kamau will step down in June after 11 years at Holm Bank.") == []


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Average revenue per member slipped 2% to 10.24 dollars.", "other:Average revenue per member"),
        ("It had a net operating loss carryforward of 39 million dollars.", "other:net operating loss carryforward"),
        ("Cost of net revenue was 149 million dollars in 2019.", "other:cost of net revenue"),
        ("Earnings per share were 40 cents.", "other:earnings per share"),
    ],
)
def test_a_metric_that_only_says_of_what_another_noun_is(text: str, metric: str) -> None:
    (fact,) = shown(text, "measurement")
    assert fact["metric"] == metric


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Investor demand exceeded $2.1 billion.", "other:Investor demand"),
        ("Customer funds, including pension plans, exceeded 121 billion euros.", "other:Customer funds"),
        ("Fees, on the other hand, grew 14.6% to 338 million euros.", "other:Fees"),
        ("Three directors were elected; payout 57.6 million euros.", "other:payout"),
        ("Its capital ratio had sunk to 3.1 per cent.", "other:capital ratio"),
        # What only the words around a figure tell.
        ("Pell Marine sold its dredging arm for $92 million.", "deal_value"),
        ("Pell Marine sold 24 shares at 18.60 euros each.", "price"),
        ("Gaude Bio lost 63 million euros in 2023.", "net_profit"),
        ("The new offices measure 6,800 square metres.", "floor_area"),
        ("Its workers number 740.", "employees"),
        ("Operating loss was 3 million euros, compared to a profit of 7 million euros.", "other:operating loss"),
        ("Pre-tax profit was 31 million euros after a 58 million euro loss in the second quarter.", "pre_tax_profit"),
        ("Core profit was 171 million euros.", "other:core profit"),
        ("Revenue was $1.9 billion. Frozen goods contributed $640 million.", "revenue"),
    ],
)
def test_a_figure_is_called_by_what_stands_around_it(text: str, metric: str | None) -> None:
    told = shown(text, "measurement")
    assert (told[-1]["metric"] if told else None) == metric


def test_an_aim_that_no_noun_names_is_of_what_was_told_last() -> None:
    text = "Tarrow Motors Ltd delivered 241,300 vehicles in 2021. For 2022 it is aiming at 290,000."
    assert [(fact["metric"], fact["value"]) for fact in shown(text, "target")] == [("deliveries", 290_000)]


def test_the_only_firm_that_an_item_names_has_its_figures_wherever_it_is_named() -> None:
    text = "Revenue of the packaging arm fell 3% to $742 million. The parent of the business is Ashmond Industries Inc."
    assert shown(text, "measurement")[0]["entity"] == "Ashmond Industries Inc"
    text = "Nearly 23,000 new homes were finished in Greater Olmen. The Housing Institute counts them."
    assert shown(text, "measurement")[0]["entity"] == "Greater Olmen"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # What an amount was for is not what it is of.
        ("Holm plc had a loss on the disposal of fixed assets of 12 million euros.", "loss"),
        (
            "Holm plc made impairment charges for other assets of 12 million euros.",
            "impairment charges for other assets",
        ),
        ("Holm plc took a charge against earnings of 30 million euros.", "charge"),
        # What a whole includes or leaves out is not the whole.
        ("Net includes extraordinary gains of 3 million euros.", "extraordinary gains"),
        ("Net profit excludes a 3 million euro pretax gain.", "pretax gain"),
        ("Revenue includes sales of 3 million euros.", "revenue"),
        # An adjective, a participle or what sets two figures beside each other names nothing.
        ("The bond is available in denominations of 5,000 euros.", "denominations"),
        ("Holm plc accounted for a payment of 5 million euros.", "payment"),
        ("Cash surplus was 423 million euros.", "cash surplus"),
        ("Depreciation related to leases was 3 million euros.", "Depreciation"),
        ("The total of maize exported in this context came to 25,500 tonnes.", "total of maize"),
        # A high is one of something, and a ratio of earnings is no earnings.
        ("Norland's foreign exchange reserves hit a new high of 51 billion euros.", "foreign exchange reserves"),
        ("Holm plc's ratio of earnings to fixed charges was 4.4.", "ratio of earnings"),
        ("Basic per share earnings rose to 2.20 euros.", "basic per share earnings"),
    ],
)
def test_a_figure_is_called_by_its_own_noun(text: str, name: str) -> None:
    assert [fact["metric"].removeprefix("other:") for fact in shown(text, "measurement")] == [name]


def test_an_amount_told_once_more_by_the_share_is_of_the_same() -> None:
    text = "Earnings rose to 60 million dollars, or 89 cents a share, after a charge of 12 cents a share."
    assert [fact["metric"] for fact in shown(text, "measurement")][1:] == ["other:earnings per share", "other:charge"]


def test_a_bare_number_behind_amounts_is_one_of_them() -> None:
    text = "Shr profit 22 cts vs loss 22 cts\nNet profit 430,373 vs loss 433,395\nSales 7,723,838 vs 6,219,157"
    assert [name for _, name, _ in measured(text)][-2:] == ["revenue", "revenue"]


def test_what_is_no_space_has_no_area() -> None:
    (called,) = [name for _, name, _ in measured("In the Arlen area the mine turns out 500 tonnes a day.")]
    assert called != "floor_area"


@pytest.mark.parametrize(
    "text",
    [
        "The 2,000-member union called a strike.",
        "Two of its employees were named.",
        "The central bank bought 75 million euros of bills in band two.",
        "Holm plc made 4 million tonnes of sugar. Output will be half a million tonnes down on last year.",
    ],
)
def test_some_numbers_state_nothing(text: str) -> None:
    stated = [fact["value"] for fact in shown(text, "measurement")]
    assert not {2000, 2, 500_000} & {*stated}


def test_a_name_that_was_told_is_kept() -> None:
    text = (
        "Rail freight on the line was 7.9 million tonnes in October, 3% up on September but still 11% down on the year."
    )
    assert [f["metric"] for f in shown(text, "change")] == ["other:Rail freight"] * 2


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Holm Ltd paid a fine of 71 million euros. The three supplied lifts.", ["EUR"]),
        (
            "Holm Ltd had cash of 640 million euros and 1,412 customers, versus 1,087 a year ago.",
            ["EUR", "person", "person"],
        ),
        ("Holm Ltd, which has 1.7 billion dollars in assets, lost 3 million dollars.", ["USD", "USD"]),
    ],
)
def test_a_number_without_a_unit_is_no_money(text: str, units: list[str | None]) -> None:
    assert [f.get("unit") for f in shown(text, "measurement")] == units
