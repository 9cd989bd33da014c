"""Holdings that no phrasing words: who holds how much of whom."""

from __future__ import annotations

import pytest

from crossfoot.model import Relationship

from .told import stated

SAID = {
    "Marlow Steel fell. Idris Asset Management, holder of 6.8%, urged it to talk.": ("Idris Asset Management", "6.8"),
    "A proposal for Marlow Steel by Idris Works, a 3.3% shareholder, was rejected.": ("Idris Works", "3.3"),
    "Idris Works has reduced its interest in Marlow Steel from 33.4% to 20.1%.": ("Idris Works", "20.1"),
    "Idris Works cut its stake in Marlow Steel to 20.1% from 33.4%.": ("Idris Works", "33.4"),
    "The biggest buyer of Marlow Steel was Idris Pensions, which now owns just over 5%.": ("Idris Pensions", "5"),
    "Marlow Steel split. Idris Works holds 34% and Corvo Partners at least 26%.": ("Corvo Partners", "26"),
    "Marlow Steel rejected a bid from Idris Works, which has 9.8 pct of the stock.": ("Idris Works", "9.8"),
    "Idris Works holds 31.5% of Marlow Steel and Corvo Partners 12%.": ("Idris Works", "31.5"),
    "Idris Works informed Marlow Steel that its interest now amounts to 5.21%.": ("Idris Works", "5.21"),
    "Idris Works's interest in Marlow Steel has risen to 5.21%.": ("Idris Works", "5.21"),
    "Marlow Steel raised cash from investors led by Idris Works, which is taking a 15% stake.": ("Idris Works", "15"),
    "The remaining 40% of Marlow Steel will be held by Idris Works.": ("Idris Works", "40"),
    "Marlow Steel said so. It is like Idris Works, who still owns 31%.": ("Idris Works", "31"),
    "The main shareholders of Marlow Steel are Idris Works (24.6%) and others.": ("Idris Works", "24.6"),
    "Shareholders of Marlow Steel: Idris Works 44%, Corvo Partners 21%.": ("Corvo Partners", "21"),
    "Marlow Steel will float Corvo Mills. Idris Works will hold 62% of Corvo Mills (currently: 88%).": (
        "Idris Works",
        "88",
    ),
    "Idris Works said it had no plan to sell its 19% stake in Marlow Steel.": ("Idris Works", "19"),
    "The placing leaves Idris Works with 6.2% of Marlow Steel.": ("Idris Works", "6.2"),
    "Heirs of the founder were left with 7.2% of brewer Marlow.": ("Heirs of the founder", "7.2"),
    "Idris Works, which already has 18.5% of the courier, is bidding for Marlow Post.": ("Idris Works", "18.5"),
    "The Rao family owns 51% of Marlow Steel; Idris Works has 8%.": ("Idris Works", "8"),
}
UNSAID = [
    "Idris Works holds 22 percent of the domestic market.",
    "Idris Works has a 12 pct share of the U.S. van market.",
    "Idris Works, which has a 12% share of the van market, grew.",
    "Idris Works has 3% more staff than Marlow Steel.",
    "Idris Works raised its prices by 4%.",
    "Idris Works gets 40% of its sales from Leeds.",
    "Idris Works takes 18% of the water.",
    "Idris Works: sales 44%, services 21%.",
]


def holdings(text: str) -> set[tuple[str, str]]:
    held = [fact for fact in stated(text, Relationship) if fact.percent is not None]
    return {(fact.subject, str(float(fact.percent.low)).removesuffix(".0")) for fact in held if fact.percent}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=list(SAID))
def test_who_holds_how_much(text: str, said: tuple[str, str]) -> None:
    assert said in holdings(text)


@pytest.mark.parametrize("text", UNSAID)
def test_no_part_of_a_firm(text: str) -> None:
    assert not holdings(text)
