"""What is changed in a report fails its audit, and says why; tests/test_cases.py shows that all cases pass it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from crossfoot import Source, check
from crossfoot.audit import verified
from crossfoot.views.json import show


def failures(report: Any) -> list[tuple[str, str | None]]:
    return [(place, why) for place, why in verified(report) if why is not None]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda e: e.update(severity="query"), "it says query, not contradicted"),
        (lambda e: e.pop("certificate"), "it has no certificate"),
        (lambda e: e["certificate"]["claims"].pop(), "no claim is of the kind sum"),
        (lambda e: e["certificate"]["printed"][0].pop("default"), "has its ranges"),
        (lambda e: e["certificate"]["remedies"].pop(), "not every culprit has its proof"),
        (lambda e: e["certificate"].update(figures=7), "cannot be read"),
        (lambda e: e["culprits"][0].update(suggested="49,306"), "49,306 is not"),
        (lambda e: e["culprits"][0].update(span=[0, 4]), "not where its proof is"),
        (lambda e: e["culprits"][0].update(lo="46000"), "the claims leave"),
        (lambda e: e["certificate"]["figures"][0].update(base={"low": "99999"}), "a figure that nobody prints"),
    ],
)  # fmt: skip
def test_what_was_changed_in_a_report_is_named(change: Any, why: str) -> None:
    text = (
        "Tarrow Motors sold 84,212 vehicles in April. Of the total, 71,905 were sold at home and the remaining 12,307 "
        "were exported. By body type, it sold 31,448 sedans, 49,603 SUVs and 5,861 MPVs."
    )
    report = json.loads(show(check(Source("tarrow", text))))
    assert failures(report) == []
    (finding,) = report["findings"]
    change(finding)
    ((place, said),) = failures({"findings": report["findings"]})
    assert place == "findings[0]"
    assert said
    assert why in said
