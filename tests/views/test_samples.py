"""The digest that ships: its figures tie the way it says, and its draft has one slip that is found."""

from __future__ import annotations

from importlib.resources import files

import pytest

from crossfoot import Report, Source, check
from crossfoot.views.concise import found
from crossfoot.views.json import show


def report(name: str) -> Report:
    return check(Source(name, files("crossfoot").joinpath("samples", name).read_text(encoding="utf-8")))


def test_digest_ties() -> None:
    verdicts = report("digest.txt").verdicts
    ties = [(v.kind, v.arithmetic) for v in verdicts if v.outcome in ("holds", "holds_rounded")]
    assert found(report("digest.txt")) == []
    for kind, part in [
        ("sum", "81,946 + 6,731 = 88,677"),
        ("sum", "35,284 + 50,467 + 2,926 = 88,677"),
        ("sum", "9 billion + 3 billion = 12 billion"),
        ("growth", "81,946 / (1 + 9%)"),
        ("attainment", "402,318 / 0.94 million"),
    ]:
        assert any(kind == k and part in arithmetic for k, arithmetic in ties), (kind, part)
    implied = {v.label for v in verdicts if v.outcome == "implied"}
    assert {"total sales volume, May 2020", "total sales volume, April 2021", "average coupon"} <= implied


def test_draft_has_one_slip() -> None:
    (slip,) = found(report("draft.txt"))
    assert (slip.code, slip.culprits[0].suggested) == ("XF101", "35,284")


@pytest.mark.parametrize("name", ["digest.txt", "draft.txt"])
def test_the_same_each_time(name: str) -> None:
    assert show(report(name)) == show(report(name))
