"""Whose figure it is, and not who only tells it."""

from __future__ import annotations

import pytest

from .test_frame import owners, shown


@pytest.mark.parametrize(
    ("text", "words", "owner"),
    [
        # A firm that tells a figure of its own owns it, though it is named behind.
        ("Revenue was 5 billion euros, Holm Bank plc said.", "5 billion euros", "Holm Bank plc"),
        # An authority or an association that tells figures does not.
        ("The Commerce Department said new orders were 5 billion dollars.", "5 billion dollars", None),
        ("World output was 2 million tonnes, the International Wool Organization said.", "2 million tonnes", None),
        # What it does, or has, is its own.
        ("The Commerce Department spent 5 million dollars on cars.", "5 million dollars", "Commerce Department"),
        ("The Central Bank of Altaria has a policy rate of 4.25 percent.", "4.25 percent", "Central Bank of Altaria"),
    ],
)  # fmt: skip
def test_a_figure_is_of_whom_it_speaks(text: str, words: str, owner: str | None) -> None:
    assert owners(text)[words] == owner


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("German exports rose 5% in March, the Federal Statistics Office said.", "Germany"),
        ("U.S. factory orders fell 3% in April, the Commerce Department said.", "U.S."),
        ("Japan's Finance Ministry said wholesale prices fell 2%.", "Japan"),
        ("The Central Bank of Altaria cut its key rate to 4%. Consumer prices rose 2.2% in April.", "Altaria"),
        ("Tarrow Motors Ltd had a good year. German sales rose 5%.", "Tarrow Motors Ltd"),
    ],
)
def test_what_an_authority_counts_is_of_a_country(text: str, who: str) -> None:
    assert shown(text, "change")[-1]["entity"] == who


def test_a_headline_says_whose_figures_follow() -> None:
    text = "TARROW MOTORS LTD <TRW> 3RD QTR NET\n\nRevenue was 40 million dollars."
    (fact,) = shown(text, "measurement")
    assert fact["entity"] == "TARROW MOTORS LTD"


def test_figures_are_dealt_out_to_names() -> None:
    text = "In 2019 Tellis Group, Marlow Foods and Pannier Ltd had revenue of $2.1, $0.8 and $0.4 billion respectively."
    assert [fact["entity"] for fact in shown(text, "measurement")] == ["Tellis Group", "Marlow Foods", "Pannier Ltd"]


def test_an_adjective_before_a_name_that_nobody_knows_is_no_owner() -> None:
    text = "Finnish Scanrol, a maker of parts, reports net sales of $108 million in the first half of 2023."
    assert all(fact.get("entity") != "Finland" for fact in shown(text, "measurement"))


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        # Who opens an item is whom it goes on about, though no reader knows them.
        (
            "Belgard overtook Port Laren last year. Its piers welcomed 1.87 million passengers.",
            "measurement",
            "Belgard",
        ),
        (
            "The central bank of Tiran lopped half a point off its rate. Inflation was 7.9 percent.",
            "measurement",
            "central bank of Tiran",
        ),
        ("Output fell. Oslo-based Holmen produced 40 tonnes of fish.", "measurement", "Holmen"),
        # What is exported is nobody.
        ("Machinery exports from Norrbruk rose 12 percent to 3.2 billion euros.", "change", "Norrbruk"),
        ("Merchandise exports amounted to 8.24 billion euros in April.", "measurement", None),
        # What commas set apart only says who somebody is, and whose something is may be known by its having it.
        ("Holm AB, a unit of Nova Lago AG, sold 1,100 vials in 2022.", "measurement", "Holm AB"),
        ("Fusion start-up Heliax, spun out of Durrow University in 2018, employs 96 people.", "measurement", "Heliax"),
        ("Its smaller neighbour, Lunde Airport, had 612,000 passengers.", "measurement", "Lunde Airport"),
        ("Of Velnox's 6.4 million customers, 2.9 million had a contract.", "measurement", "Velnox"),
        ("Ruvenda's coffee shipments climbed to 4.6 million bags.", "measurement", "Ruvenda"),
        ("Maribo made the deepest cut: it pumped 1.92 million barrels a day.", "measurement", "Maribo"),
        ("Cordane Re puts its claims at $410 million. Net profit was $12 million.", "measurement", "Cordane Re"),
        ("Vacancy in central Gotheim hit 11.3%.", "measurement", "Gotheim"),
        ("Cargo, by contrast, shrank 8.8% to 14,600 tonnes.", "measurement", None),
        ("Occupancy is 97 percent.", "measurement", None),
    ],
)
def test_an_item_goes_on_about_whom_it_began_with(text: str, kind: str, who: str | None) -> None:
    assert shown(text, kind)[-1].get("entity") == who


def test_a_move_without_a_word_of_its_own_is_of_what_was_just_said() -> None:
    text = "Its piers welcomed 1.87 million passengers in 2024, up by a quarter from the year before."
    assert shown(text, "change")[0]["metric"] == "passengers"


@pytest.mark.parametrize(
    "text",
    [
        "ARLEN, June 18 -six months to March 31\n\nShr 16.25p vs 15.61p",
        "Arlen, feb 26 -One or two large banks drained the market of 4 billion marks.",
        "ARLEN, N.J., March 31 -Shippers booked 4,000 tonnes of maize.",
    ],
)
def test_nothing_is_of_the_place_where_a_story_was_written(text: str) -> None:
    assert set(owners(text).values()) == {None}


def test_who_is_told_something_owns_none_of_it() -> None:
    text = "Marlow Motors plc sold 400 cars. Its head told Holm News Agency the price was 28 euros."
    assert owners(text)["28 euros"] == "Marlow Motors plc"


def test_a_place_that_opens_a_sentence_in_which_nobody_acts_is_whose_its_figures_are() -> None:
    text = "Holm Drilling plc said the count fell to 669. In Canada, the rig count reached 181 rigs."
    assert owners(text)["181 rigs"] == "Canada"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Printers Holloway Corp had a good year. Printers earned 22 million dollars.", "Printers Holloway Corp"),
        ("J.P. Tarrow and Co Inc had a good year. Tarrow earned 22 million dollars.", "J.P. Tarrow and Co Inc"),
    ],
)
def test_a_firm_goes_by_the_first_word_of_its_name_and_without_initials(text: str, who: str) -> None:
    assert [fact["entity"] for fact in shown(text, "measurement")] == [who]


HEADLINES = [
    ("DUNMORE PROFIT FALLS ON ASIAN DEMAND\nPretax profit was $12 million.", "DUNMORE"),
    ("Dunmore lifts outlook as sales climb\nRevenue rose 8% to $1.2 billion in the third quarter.", "Dunmore"),
    ("RETAIL SALES FALL\nRevenue rose to $1.2 billion.", None),
    ("Brewers lift outlook\nRevenue rose to $1.2 billion.", None),
    ("The Swedish toolmaker's pretax profit reached $12 million.", None),
]


@pytest.mark.parametrize(("text", "owner"), HEADLINES)
def test_who_is_named_by_the_headline_alone(text: str, owner: str | None) -> None:
    assert {fact.get("entity") for fact in shown(text, "measurement")} == {owner}
