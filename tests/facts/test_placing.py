"""Places that no phrasing words: the superlative, number or ordinal, its noun phrase, and what binds it to whom."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Rank

from .told import stated

SAID = {
    "Marlow Freight, the third-largest haulier in Norland, was fined.": ("Marlow Freight", 3, "haulier", "Norland"),
    "Norland's most valuable brewer, Marlow Ales, fell.": ("Marlow Ales", 1, "brewer", "Norland"),
    "Second only to Idris among Nordic lenders, Marlow Bank has grown.": ("Marlow Bank", 2, "Nordic lenders", None),
    "Placed 14th among utilities, Marlow Power now sits in ninth position.": ("Marlow Power", 9, "utilities", None),
    "The nation's No 3 carrier by users, Marlow Tel, grew.": ("Marlow Tel", 3, "carrier", "nation"),
    "The deal makes Marlow Life the fourth-largest insurer in Norland.": ("Marlow Life", 4, "insurer", "Norland"),
    "As the world's largest buyer of cocoa, Marlow Foods sets prices.": ("Marlow Foods", 1, "buyer of cocoa", "world"),
    "The title went to Leeds, with Hull in second place.": ("Hull", 2, None, None),
    "Marlow Air lost its third place to Idris Air in March.": ("Idris Air", 3, None, None),
    "Marlow Cars overtook Idris Cars to become the largest carmaker in Norland.": (
        "Marlow Cars", 1, "carmaker", "Norland",
    ),
    "The ruling cheered Marlow Nickel, the country's largest digger of ore.": (
        "Marlow Nickel", 1, "digger of ore", "country",
    ),
    "Marlow Cars is the second-largest carmaker in Norland.": ("Marlow Cars", 2, "carmaker", "Norland"),
    "Marlow Cars would be the world's No. 2 in floor tiles.": ("Marlow Cars", 2, "floor tiles", "world"),
    "Marlow Cars remains the market leader in vans.": ("Marlow Cars", 1, "vans", None),
    "Marlow Cars leads Norland's van market with 30 percent.": ("Marlow Cars", 1, "van market", "Norland"),
    "Marlow Foods ended the year fifth in frozen peas in Norland.": ("Marlow Foods", 5, "frozen peas", "Norland"),
    "Norland's seventh-ranked car lender, Marlow Bank, was silent.": ("Marlow Bank", 7, "car lender", "Norland"),
    "Marlow Cars came first, with Idris Cars a distant third.": ("Idris Cars", 3, None, None),
    "Marlow Cranes ranks No. 3 in Norland among makers of cranes.": ("Marlow Cranes", 3, "makers of cranes", "Norland"),
    "Marlow Port handled 95 million tonnes, the most of any port in Norland.": ("Marlow Port", 1, "port", "Norland"),
    "The merger will form Marlow Tait LLP, with 74 partners, the eleventh-biggest firm.": (
        "Marlow Tait LLP", 11, "firm", None,
    ),
    "Marlow Foods has become Norland's fifth biggest baker, overtaking Idris, which drops to sixth.": (
        "Idris", 6, "baker", "Norland",
    ),
    "The online university Marlow comes first in Norland by enrolment.": ("Marlow", 1, None, "Norland"),
    "Ranking of Nordic brewers: 1 Marlow Ales 590; 2 Idris Ales 441.": ("Idris Ales", 2, "Nordic brewers", "Nordic"),
    "Port Lacey kept its position as the country's busiest container terminal.": (
        "Port Lacey", 1, "container terminal", "country",
    ),
}  # fmt: skip
UNSAID = [
    "Marlow Bank is one of the largest banks in Norland.",
    "It was the biggest drop since 1990.",
    "Marlow Steel closed the No. 2 reactor at Leeds.",
    "Marlow Steel reported its largest quarterly loss.",
    "Marlow Steel grew in the third quarter.",
    "Marlow Steel led the market higher.",
    "Marlow Steel led a group of lenders.",
]


def places(text: str) -> set[tuple[str, int, str | None, str | None]]:
    return {(fact.entity, fact.rank, fact.among, fact.place) for fact in stated(text, Rank)}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=list(SAID))
def test_which_place_it_takes(text: str, said: tuple[str, int, str | None, str | None]) -> None:
    assert said in places(text)


@pytest.mark.parametrize("text", UNSAID)
def test_no_place_is_taken(text: str) -> None:
    assert not places(text)


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        (
            "The biggest dairies in Norvania are Orvel Foods, Tam Dairies and Vell Foods, in that order.",
            [("Orvel Foods", 1), ("Tam Dairies", 2), ("Vell Foods", 3)],
        ),
        (
            "Orvel Foods came first in the league table, with Tam Dairies second and Vell Foods third.",
            [("Orvel Foods", 1), ("Tam Dairies", 2), ("Vell Foods", 3)],
        ),
        (
            "Top three brands in Norvania: 1. Sarind (31%) 2. Voltran (19%) 3. Vell Auto.",
            [("Sarind", 1), ("Voltran", 2), ("Vell Auto", 3)],
        ),
        ("Orvel Clinic will be the fourth hospital in the province to offer the scan.", [("Orvel Clinic", 4)]),
        ("It was the first time that Orvel Foods lost money.", []),
        ("'s seventh-ranked car lender was not asked.", []),
        ("Agenda: 1. Accounts 2. Dividend 3. Election of directors", []),
    ],
)
def test_places_are_dealt_out_by_lists_and_by_what_only_so_many_did(text: str, ranks: list[tuple[str, int]]) -> None:
    report = check(Source("t", text, lang="en"))
    names = {entity.id: entity.name for entity in report.found.entities}
    found = [(names.get(f.entity, f.entity), f.rank) for f in report.facts if isinstance(f, Rank)]
    assert sorted(found, key=lambda pair: pair[1]) == ranks
