"""Percentages that nothing else tells: moves beside a word of moving, else parts of something."""

from __future__ import annotations

import pytest

from crossfoot.model import Change, Share

from .told import alarms, stated

MOVES = {
    "Royalty income (0.8 million euros, +60%) helped Marlow Labs.": 60,
    "Milk cost 6.2% less on the year in Norland.": -6.2,
    "Over twelve months the increase was 6.8%, the steepest since 1991.": 6.8,
    "Waiting lists are already 9% shorter than a year ago.": -9,
    "Sales edged ahead 0.6% at Marlow Steel.": 0.6,
}
PARTS = {
    "Where did the visitors come from? Mainly Norland (31%) and Leeds (18%).": [("Norland", 31), ("Leeds", 18)],
    "Who leads the noodle market? Marlow Foods, far ahead with 49 pct.": [("Marlow Foods", 49)],
    "Exports made up 62% of Marlow Steel's sales in 2024, compared to 57% in 2023.": [("Exports", 62), ("Exports", 57)],
    "Marlow Foods is second in noodles with 16% of the market, behind Tarn Foods's 22%.": [("tarn-foods", 22)],
    "Mills turned 46.3% of the cane into sugar.": [("Mills", 46.3)],
}
NEITHER = [
    "The notes bear interest at 4.5% and mature in 2030.",
    "Marlow Bank has a CET1 ratio of 10.9%, comfortably above the 7% requirement.",
    "The duty on tiles is 18%.",
]


@pytest.mark.parametrize(("text", "size"), MOVES.items(), ids=list(MOVES))
def test_what_moved(text: str, size: float) -> None:
    told = {float(f.quantity.low) * (-1 if f.quantity.change == "down" else 1) for f in stated(text, Change)}
    assert size in told


@pytest.mark.parametrize(("text", "said"), PARTS.items(), ids=list(PARTS))
def test_what_is_a_part(text: str, said: list[tuple[str, float]]) -> None:
    names = {"marlow-foods": "Marlow Foods"}
    told = {(names.get(f.part_words or "", f.part_words), float(f.quantity.low)) for f in stated(text, Share)}
    assert set(said) <= told


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_neither(text: str) -> None:
    assert not stated(text, Change)
    assert not stated(text, Share)


def test_nothing_is_tied_by_it() -> None:
    assert not alarms("Milk was 1.20 euros a litre in May and 1.10 in April. Milk cost 6.2% less in Norland.")
