"""What-if: the solver in the page and the one in Python say the same of the same certificates after random changes."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from itertools import product, zip_longest
from pathlib import Path
from typing import Any

import casebook
from browser import chromium, written
from crossfoot import Source, check
from crossfoot.proof import System, at
from crossfoot.views.json import show

CASES = Path(__file__).resolve().parents[1] / "cases"
CERTIFICATES, EDITS = 50, 20  # a thousand changes


def outcome(certificate: Any) -> str:
    """The ladder of page/src/solver.ts, on the system of `crossfoot.proof`."""
    choices = list(product(*(claim["readings"] for claim in certificate["claims"])))
    if System(certificate, "strict", choices[0]).satisfied():
        return "holds"
    if System(certificate, "default", choices[0]).satisfied():
        return "holds_rounded"
    return "query" if any(System(certificate, "loose", choice).propagate() for choice in choices) else "fails"


def changed(certificate: Any, span: str, by: Fraction) -> Any:
    made = json.loads(json.dumps(certificate))
    for shown in made["printed"]:
        if not {"strict", "used", "aside"} & set(shown):  # only the levels that its conclusion needs are there
            shown["strict"] = dict(shown.get("default") or shown["loose"])
        if "-".join(map(str, shown["span"])) != span:
            continue
        shown["value"] = [str(Fraction(value) + by) for value in shown["value"]]
        if shown.pop("aside", False):
            shown["strict"] = {"low": shown["value"][0], "high": shown["value"][0]}
            continue
        for level in ("strict", "default", "loose", "used"):
            for end in ("low", "high"):
                if shown.get(level, {}).get(end) is not None:
                    shown[level][end] = str(Fraction(shown[level][end]) + by)
    return made


def certificates() -> list[Any]:
    """Of relations and findings of the cases told by hand: of every conclusion, and of every kind in turn."""
    known = dict[str, dict[str, list[Any]]]()
    for path in (*sorted(CASES.glob("*.md")), *sorted((CASES / "stories").glob("*.md"))):
        for case in casebook.read(path):
            slips = [case.slipped(expected) for expected in case.expectations if expected.old]
            for text in (case.text, *slips[:1]):
                _add(known, json.loads(show(check(Source("case", text, published=case.published)))))
    turns = [[made for some in zip_longest(*by.values()) for made in some if made] for by in known.values()]
    return [made for some in zip_longest(*turns) for made in some if made][:CERTIFICATES]


def _add(known: dict[str, dict[str, list[Any]]], report: Any) -> None:
    for entry in (*report["relations"], *report["findings"]):
        made = entry.get("certificate")
        if made and made["printed"] and 0 < len(made["claims"]) < 5:
            known.setdefault(made["conclusion"], {}).setdefault(entry["kind"], []).append(made)


def edits(certificate: Any, chance: random.Random) -> list[tuple[str, Fraction]]:
    """Moves within what rounding allows, by digits, and by a power of ten."""
    made = []
    for _ in range(EDITS):
        shown = chance.choice(certificate["printed"])
        value = Fraction(shown["value"][0])
        unit = Fraction(10) ** chance.randint(-2, max(0, len(str(abs(int(value)))) - 1))
        range_ = at(shown, "loose")
        width = range_.high - range_.low if range_.bounded else unit
        near = (width or unit) * chance.randint(-6, 6) / 8
        by = chance.choice([near, near, unit * chance.randint(-9, 9), value * 9, -value * Fraction(9, 10)])
        made.append(("-".join(map(str, shown["span"])), by))
    return made


def test_a_thousand_changes_are_judged_alike(tmp_path: Path) -> None:
    chance = random.Random(20)  # noqa: S311
    known = [(certificate, edits(certificate, chance)) for certificate in certificates()]
    asked = [(certificate, [[[span, str(by)]] for span, by in some]) for certificate, some in known]
    with chromium() as browser:
        page = browser.new_page()
        page.goto(written(tmp_path, "note", "Nothing.").as_uri())
        told = page.evaluate("asked => asked.map(([c, some]) => some.map(edits => crossfoot.outcome(c, edits)))", asked)
    wrong = []
    counted = dict[str, int]()
    for (certificate, some), answers in zip(known, told, strict=True):
        for (span, by), answer in zip(some, answers, strict=True):
            own = outcome(changed(certificate, span, by))
            counted[own] = counted.get(own, 0) + 1
            if own != answer:
                wrong.append((certificate, span, by, own, answer))
    assert wrong == []
    assert sum(counted.values()) == CERTIFICATES * EDITS
    assert min(counted.get(name, 0) for name in ("holds", "holds_rounded", "query", "fails")) >= 5, counted
