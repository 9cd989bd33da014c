"""Ranges through equations: what one more claim costs, counted and not timed."""

from __future__ import annotations

import pytest

import crossfoot
import tempting
from crossfoot.constraints import relate
from crossfoot.documents import read
from crossfoot.facts import state
from crossfoot.mentions import find
from crossfoot.model import Source
from crossfoot.verdicts import grid
from crossfoot.verdicts.judge import judge
from crossfoot.verdicts.propagate import Alone, Over, State, further, propagate, start
from crossfoot.verdicts.system import Component, compiled


def component(text: str) -> Component:
    """The largest component of a text."""
    facts = state(document := read(Source("d", text)), find(document))
    return max(compiled(facts, relate(facts)), key=lambda found: len(found.claims))


MANY = "Sales of Anlow rose 2% to 3,111 units in April 2019. " * 30


def test_one_more_equation_costs_what_it_moves_and_no_copy_of_all_figures() -> None:
    many = component(MANY)
    equations = [claim.equations[0] for claim in many.claims]
    assert len(equations) > 20
    settled = propagate(many, start(many, "default", {}), equations[1:])
    state = further(many, settled, equations[:1], {equation.index for equation in equations[1:]})
    assert state.stands
    assert isinstance(state.lo, Over)
    assert set(state.lo) <= set(equations[0].keys)
    whole = propagate(many, start(many, "default", {}), equations)
    assert [state.range(key) for key in range(len(many.figures))] == [
        whole.range(key) for key in range(len(many.figures))
    ]


def test_what_is_taken_is_laid_into_the_state_that_it_was_made_of() -> None:
    below = State([1, 1], [9, 9])
    over = State(Over(below.lo), Over(below.hi))
    over.lo[1] = 5
    assert (over.lo[0], over.lo[1], below.lo[1]) == (1, 5, 1)
    below.take(over)
    assert below.lo == [1, 5]


def test_a_claim_alone_stands_or_falls_by_the_printings_of_its_own_figures() -> None:
    ties, slips = (
        component(f"Sales of Anlow rose 2% to {now} units in April 2019 from 3,050.") for now in (3111, 9111)
    )
    assert [Alone(ties, "default", {}).stands(claim.equations[0]) for claim in ties.claims] == [True]
    assert [Alone(slips, "loose", {}).stands(claim.equations[0]) for claim in slips.claims] == [False]


@pytest.mark.parametrize(
    "name",
    [
        "sentences",
        "paragraphs",
        "one sentence of changes",
        "slips",
        "repeated figures",
        "wholes",
        "同比",
        "其中",
        "分别",
    ],
)
def test_looks_at_figures_grow_with_the_text_and_no_faster(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0
    tighten = grid._tighten

    def counted(*arguments: object) -> bool:
        nonlocal looks
        looks += 1
        return tighten(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(grid, "_tighten", counted)
    counts = []
    for size in (4_000, 8_000):
        looks = 0
        crossfoot.check(Source("linear", tempting.text(name, size)))
        counts.append(looks)
    assert counts[1] <= 2.3 * counts[0] + 100


def test_a_claim_that_is_taken_is_in_the_trial_and_in_the_ranges() -> None:
    many = component(MANY)
    judged = judge(many, read(Source("d", MANY)))
    assert {equation.index for equation in judged.trial.equations} == judged.active
    left = judged.trial.run()
    assert [judged.state.range(key) for key in range(len(many.figures))] == [
        left.range(key) for key in range(len(many.figures))
    ]
