"""Shares that no phrasing words: what a percentage is a part of, by the grammar of its clause."""

from __future__ import annotations

import pytest

from crossfoot.model import Share

from .told import stated

SAID = {
    "Marlow Shipping drew 55% of its income from grain, 30% from ore and 15% from cars.": [
        ("grain", "income", 55), ("ore", "income", 30), ("cars", "income", 15),
    ],
    "Tiles remained the best, generating 61 million, or 53%, of sales; bricks chipped in 32 million (28%).": [
        ("Tiles", "sales", 53), ("bricks", "sales", 28),
    ],
    "Nearly 70% of the loans were granted to small firms, and 30% to households.": [
        ("small firms", "loans", 70), ("households", "loans", 30),
    ],
    "Of last year's turnover, 44% was earned abroad.": [("abroad", "turnover", 44)],
    "Marlow Motors' share of the van market rose to 12% from 11%.": [
        ("marlow-motors", "van market", 12), ("marlow-motors", "van market", 11),
    ],
    "Marlow Motors has a 12% share of the U.S. van market.": [("marlow-motors", "U.S. van market", 12)],
    "Exports, 62% of output, rose slowly.": [("Exports", "output", 62)],
    "Women hold 41% of management posts, up from 36% in 2020.": [
        ("Women", "management posts", 41), ("Women", "management posts", 36),
    ],
    "The share of renewables in the power mix rose to 46.3%.": [("renewables", "power mix", 46.3)],
    "Cocoa, whose share of farm exports was 70% in 1960, is grown in the south.": [("Cocoa", "farm exports", 70)],
    "Loans to firms stood at 58% of the portfolio, mortgages made up the other 42%.": [("mortgages", "portfolio", 42)],
    "Bonds made up 64% and gold 29% of the portfolio.": [("Bonds", "portfolio", 64)],
    "Revenue came 47% from Norland and 53% from abroad.": [("Norland", "Revenue", 47), ("abroad", "Revenue", 53)],
    "Power: coal 41%, hydro 26%, gas 19%, others 14%.": [("coal", "Power", 41), ("others", "Power", 14)],
    "To Norland went 38% of shipments, to Leeds 22%.": [("Norland", "shipments", 38), ("Leeds", "shipments", 22)],
    "Accounting for 26% of sales, pumps are for sale.": [("pumps", "sales", 26)],
    "Spare parts, a fifth of the total in 2015, sell badly.": [("Spare parts", None, 20)],
    "With 27 percent of the market, Marlow is ahead of Idris.": [("Marlow", "market", 27)],
    "With 27% of registrations Marlow Motors led, followed by Idris on 12%.": [
        ("marlow-motors", "registrations", 27), ("Idris", "registrations", 12),
    ],
    "Some 60% of the 1,150 staff work from home.": [("work from home", "1,150 staff", 60)],
    "Half of the 240 new hires at Marlow Bank are engineers.": [("engineers", "240 new hires", 50)],
    "Dairy, which was 30% of sales in 2019, is now 41%.": [("Dairy", "sales", 30), ("Dairy", "sales", 41)],
    "Top holdings: Marlow Park 9.4%, Idris Yard 7.7%.": [
        ("Marlow Park", "holdings", 9.4), ("Idris Yard", "holdings", 7.7),
    ],
    "Idris Rail has raised 96 million euros this year, 80% of its annual programme.": [
        ("96 million euros", "annual programme", 80),
    ],
    "Leaks, at present 19 percent of supply, are a nuisance.": [("Leaks", "supply", 19)],
    "Marlow Motors lost a customer that provided 29% of its orders.": [("customer", "orders", 29)],
    "Bulk buyers were good for 65% of volumes.": [("Bulk buyers", "volumes", 65)],
}  # fmt: skip
UNSAID = [
    "Margins: Leeds 47%, York 33%, Hull 25%.",
    "Foreign lenders may hold up to 60% of the ventures.",
    "Gross margin was 33.9% of net sales.",
    "Licence holders must cover 90% of households by 2025.",
    "The budget deficit was 4% of GDP.",
    "Marlow Steel sold 40% of its shares.",
]


def shares(text: str) -> set[tuple[str | None, str | None, float]]:
    return {(fact.part_words, fact.whole_words, round(float(fact.quantity.low), 1)) for fact in stated(text, Share)}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=list(SAID))
def test_what_it_is_a_part_of(text: str, said: list[tuple[str, str, float]]) -> None:
    assert set(said) <= shares(text)


@pytest.mark.parametrize("text", UNSAID)
def test_no_part_of_anything(text: str) -> None:
    assert not shares(text)
