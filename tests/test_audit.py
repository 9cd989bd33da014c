"""Every verdict on the cases is proved again from its certificate, and no tampering with one gets through."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from casebook import every
from crossfoot import Source, check
from crossfoot.audit import verified
from crossfoot.views.json import show

TEXTS = sorted(
    {(case.text, case.lang, case.published, case.format) for case in every() + every("stories")}
    | {
        (case.slipped(expectation), case.lang, case.published, case.format)
        for case in every() + every("stories")
        for expectation in case.expectations
        if expectation.old
    },
    key=repr,
)
TAMPERINGS = 1000
FOR_PEOPLE = {"label", "message", "arithmetic", "because", "score", "margin", "name", "code", "origin", "unit", "words"}


@cache
def reports() -> list[Any]:
    made = []
    for number, (text, lang, published, form) in enumerate(TEXTS):
        made.append(json.loads(show(check(Source(str(number), text, form, lang, published)))))
    return made


def failures(report: Any) -> list[tuple[str, str | None]]:
    return [(place, why) for place, why in verified(report) if why is not None]


def test_every_verdict_on_the_cases_is_verified() -> None:
    assert [(report["id"], *failure) for report in reports() for failure in failures(report)] == []
    kinds = {e["kind"] for report in reports() for e in report["relations"] if e["status"] != "unchecked"}
    assert {"sum", "growth", "share", "conversion", "average", "order", "count", "date", "equal"} <= kinds


# --------------------------------------------------------------------------------------------------- tampering


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of all numbers, words and flags."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from leaves(inner, (*path, key))
    if not isinstance(value, dict | list):
        yield path


OUTCOMES = ["holds", "holds_rounded", "query", "contradicted"]
CONCLUSIONS = ["holds", "holds_rounded", "rounding", "reading", "contradicted", "implied"]
CHOICES = {
    "status": OUTCOMES, "severity": ["error", "query"], "conclusion": CONCLUSIONS,
    "slip": ["transposition", "direction", "swap", "scale"], "level": ["strict", "default", "loose"],
}  # fmt: skip
KINDS = {"sum": "growth", "growth": "share", "share": "average", "average": "date", "order": "average"}


def tampered(report: Any, chance: random.Random) -> tuple[Any, tuple[Any, ...]] | None:
    """A report with one field of a verdict or its certificate changed so that it says something else."""
    made = copy.deepcopy(report)
    key = chance.choice([k for k in ("relations", "findings", "derived") if report[k]] or [None])
    entries = [e for e in made[key] if e.get("status") != "unchecked"] if key else []
    if not entries:
        return None
    entry = chance.choice(entries)
    path = chance.choice(list(leaves(entry)))
    inner = entry
    for step in path[:-1]:
        inner = inner[step]
    old, last = inner[path[-1]], path[-1]
    outside = isinstance(inner, list) and (inner[0] == "within" or (inner[0] == "==" and entry.get("kind") == "order"))
    if outside and isinstance(old, str):  # a band that a rate is far inside of, a limit that a law sets
        return None
    new = _other(path, old, chance)
    if new is None or new == old:
        return None
    inner[last] = new
    return made, (key, *path, old, new)


def _other(path: tuple[Any, ...], old: Any, chance: random.Random) -> Any:
    """Something else in the place of a value; None where no other would change what is said."""
    name = next(step for step in reversed(path) if isinstance(step, str))
    if any(step in FOR_PEOPLE for step in path) and path[-2:] != ("figures", "label"):
        return None
    if name in CHOICES:
        return chance.choice(CHOICES[name])
    if name == "kind":
        return KINDS.get(old, "date")
    if name == "suggested":
        digits = [i for i, c in enumerate(old or "") if c.isascii() and c.isdigit()]
        if not digits:
            return None
        at = digits[0]
        return old[:at] + str(int(old[at]) % 9 + 1) + old[at + 1 :]
    if name in ("low", "high", "lo", "hi", "value", "readings"):
        return _number(old, chance)
    if name == "span" or name == "spans":
        return old + 1000
    if name == "figure":
        return old + 1
    return None


def _number(old: Any, chance: random.Random) -> Any:
    if old in ("==", "+", "*", "/", "mean"):
        return {"==": "+", "+": "*", "*": "+", "/": "*", "mean": "+"}[old]
    if isinstance(old, int):
        return old + 1 if chance.random() < 0.5 else old - 1
    try:
        value = Fraction(old)
    except (ValueError, TypeError):
        return None
    return str(value + max(1, abs(value)) * chance.choice([Fraction(1, 50), Fraction(-1, 50), Fraction(1, 3), -3]))


def test_no_tampering_gets_through() -> None:
    chance = random.Random(20200512)  # noqa: S311 - a test that is the same each time
    tried, through = 0, []
    while tried < TAMPERINGS:
        found = tampered(chance.choice(reports()), chance)
        if found is None:
            continue
        tried += 1
        if not failures(found[0]):
            through.append(found[1])
    assert through == []


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
def test_messages(change: Any, why: str) -> None:
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
