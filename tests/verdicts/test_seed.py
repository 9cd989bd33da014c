"""The specimen story, its figures and equations given by hand: everything ties, and each planted slip is found."""

from __future__ import annotations

import pytest

from crossfoot.interval import between, exactly


def test_everything_ties(geely, findings, relations):
    verdicts = geely.solve()
    assert findings(verdicts) == []
    assert {v.outcome for v in relations(verdicts)} <= {"holds", "holds_rounded", "unchecked"}
    assert {v.arithmetic: v.outcome for v in relations(verdicts) if v.kind == "sum"}


def test_what_follows(geely, implied):
    values = implied(geely.solve())
    assert values["total sales volume, April 2020"] == [exactly(105468)]
    assert values["total sales volume, April 2019"] == [between(103735, 103909), between(103582, 103909)]
    assert values["domestic sales volume, April 2019"] == [between(96749, 96923), between(96749, 97076)]
    assert values["export sales volume, April 2019"] == [between(6986, 7099), between(6833, 7160)]
    assert values["total sales volume, March 2020"] == [between(72989, 73496)]
    assert values["total sales volume, January to April 2019"] == [between(468414, 475564)]
    assert values["total sales volume, first quarter 2020"] == [exactly(206027)]


SLIPS = [
    ("sedans:43,067", "sedans:43,607", ["sedans:43,067"], "likely"),
    ("suvs:61,179", "suvs:61,197", ["suvs:61,179", "home:101,120"], "cannot tell"),
    ("home:101,102", "home:101,202", ["home:101,102", "abroad:4,266"], "cannot tell"),
    ("attained:22%", "attained:32%", ["attained:22"], "likely"),
    ("five:7 billion", "five:8 billion", ["five:7"], "likely"),
    ("dollars:4.26 billion", "dollars:4.26 million", ["dollars:billion"], "certain"),
    ("year:311,495", "year:131,495", ["year:311,495"], "likely"),
    ("home_up:grew", "home_up:fell", ["home_up:rose"], "certain"),
    ("abroad_up:down", "abroad_up:up", ["abroad_up:down"], "likely"),
]


@pytest.mark.parametrize(("right", "wrong", "culprits", "margin"), SLIPS, ids=[s[1] for s in SLIPS])
def test_planted_slips(geely, findings, right, wrong, culprits, margin):
    story = geely.but(right, wrong)
    found = findings(story.solve())
    assert [f.outcome for f in found] == ["contradicted"]
    told = found[0].culprits[: len(culprits)]
    names = {}
    for where in (story.where, story.word_of):
        for name, span in where.items():
            names.update(dict.fromkeys(range(span.start, span.end), name))
    assert [f"{names[c.span.start]}:{c.suggested}" for c in told] == culprits
    assert found[0].margin == margin
