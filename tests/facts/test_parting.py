"""Parts behind their whole: which sentences make them, and what is said where they do not add up."""

from __future__ import annotations

import pytest

from crossfoot import Source, check
from crossfoot.model import Grouping

WHOLE = "Norland's ports handled 418,300 boxes in January. "


def groupings(text: str) -> list[Grouping]:
    report = check(Source("case", text, published="2024-02-06"))
    return [f for f in report.facts if isinstance(f, Grouping) and f.rule == "parts.behind.whole"]


@pytest.mark.parametrize(
    ("parts", "complete"),
    [
        ("Carrow took 231,900 boxes and Harrow Bay 186,400.", False),
        ("Carrow took 231,900 boxes and Harrow Bay the remaining 186,400.", True),
        ("Carrow took 213,900 boxes and Harrow Bay the remaining 186,400.", True),
    ],
)
def test_a_sentence_of_parts_has_its_whole_before_it(parts: str, complete: bool) -> None:
    assert [f.complete for f in groupings(WHOLE + parts)] == [complete]


@pytest.mark.parametrize(
    "parts",
    [
        "Carrow took 31,900 boxes and Harrow Bay 86,400.",  # nothing says that these are all
        "Carrow employs 231,900 people and paid 186,400 crowns.",  # of two kinds
        "Carrow took 231,900 boxes, against 186,400 a year earlier.",  # only set beside it
    ],
)
def test_other_figures_are_no_parts(parts: str) -> None:
    assert not groupings(WHOLE + parts)


def test_parts_without_a_cue_complain_of_a_plain_slip_only() -> None:
    def errors(parts: str) -> list[str]:
        report = check(Source("case", WHOLE + parts, published="2024-02-06"))
        return [c.suggested or "" for v in report.verdicts for c in v.culprits[:1] if v.outcome == "contradicted"]

    assert errors("Carrow took 213,900 boxes and Harrow Bay 186,400.") == ["231,900"]
    assert not errors("Carrow took 201,700 boxes and Harrow Bay 186,400.")
