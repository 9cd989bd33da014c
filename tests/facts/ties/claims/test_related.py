"""What words say of figures over whole sentences: each row fits its examples; figures at odds with them are told."""

from __future__ import annotations

import pytest

import crossfoot.facts.ties
from crossfoot import Source, check
from crossfoot.facts.ties.claims.related import Related, related
from crossfoot.facts.ties.meant.choice import Tried
from crossfoot.lexicon.relating import Relating, relating

ROWS = [(lang, row.row) for lang in ("en", "zh") for row in relating(lang)]


def said(text: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> list[Related]:
    found = list[Related]()

    def collect(*of: object) -> list[Related]:
        found.extend(related(*of))  # type: ignore[arg-type]
        return found

    monkeypatch.setattr(crossfoot.facts.ties, "related", collect)
    check(Source("t", text, lang=lang, published="2024-05-05"))
    return found


@pytest.mark.parametrize(("lang", "row"), ROWS, ids=lambda value: getattr(value, "name", value))
def test_a_row_fits_its_examples_and_no_others(lang: str, row: Relating, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in row.holds:
        found = said(text, lang, monkeypatch)
        assert any(r.row == row.name and r.tying(Tried()) for r in found), text
    for text in row.fails:
        assert not any(r.row == row.name for r in said(text, lang, monkeypatch)), text


TOLD = [
    ("Growers sent 3,128 crates. Ayr took 9,745 of them, Belford 10,610 and Corby the rest, 10,925.", "sum"),
    ("Of the nine boats that left, four were towed, two sank and the other four came home.", "sum"),
    ("The crowd of 61,204 beat the best before it, 58,947 in 1998, by 2,527.", "difference"),
    ("Cores broke at 38.2, 41.9 and 39.6 megapascals, a mean of 93.9.", "average"),
    ("The shop billed $318.4 million. Net of the $22.7 million it gave back, revenue was $259.7 million.", "sum"),
    ("河东区签约1,386套，河西区947套，前者比后者少439套。", "difference"),
    ("甲以22.64秒夺冠，乙22.91秒居次，两人相差0.72秒。", "difference"),
    ("门票收入318万元，扣除退票的22万元后，净收入269万元。", "sum"),
    ("云麓镇1,840户农户共增收588.8万元，户均2,300元。", "average"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_figures_at_odds_with_their_words_are_told(text: str, kind: str) -> None:
    assert kind in {v.kind for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"}


SILENT = [
    # two moves of one figure, of which neither is a level
    "Weekly hours reached 46.8 hours, 6.6 hours higher than in May, and 0.1 hours higher than in June.",
    # the rest of something else
    "The group sold 900 boats. Ayr took 45 rafts and 30 oars, and the rest, 12, went to Corby.",
    # the lists that are told of each lot are not of each other
    "It gives 660 shares for each 1,000 dlrs of its 4,139,000 dlrs of notes. It also gives 595 shares for "
    "each 1,000 dlrs of its 6,572,000 dlrs of bonds.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_words_leave_open_is_not_told(text: str) -> None:
    assert not [v for v in check(Source("note", text)).verdicts if v.outcome == "contradicted"]
