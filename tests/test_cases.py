"""Runs the cases of `tests/cases/` (their form: `tests/casebook.py`) through the public pipeline.

Run as a script it prints how many expectations of each file hold, and which do not:

    python tests/test_cases.py [WORD ...]      only files or cases whose name has one of the words
    python tests/test_cases.py --pending       writes what does not hold yet to tests/cases/pending.txt
"""

from __future__ import annotations

import sys
import tomllib
from fractions import Fraction
from functools import cache

import pytest

import crossfoot
from casebook import CASES, HERE, Case, CaseError, Expectation, Place, every, locate
from crossfoot.lexicon.findings import rule
from crossfoot.views.json import Culprit, Exchange, Finding, Relation, exchange

PENDING = CASES / "pending.txt"
FLOORS = HERE / "floors.toml"
OPEN = [(case, expectation) for case in every() + every("stories") for expectation in case.expectations]
KEPT_APART = [(case, expectation) for case in every("check") for expectation in case.expectations]


@cache
def checked(text: str, published: str | None, lang: str | None, format: str) -> Exchange:
    return exchange(crossfoot.check(crossfoot.Source("case", text, format, lang, published)))


def look(case: Case, text: str | None = None) -> Exchange:
    return checked(case.text if text is None else text, case.published, case.lang, case.format)


def complaint(case: Case, expectation: Expectation) -> str | None:
    """What is not as the case expects it; None if all is well."""
    match expectation.verb:
        case "ties":
            return _ties(look(case), case.text, expectation)
        case "silent" if expectation.kinds:
            return _silent(look(case), case.text, expectation)
        case "silent":
            return _clean(look(case, case.slipped(expectation)))
        case "slip":
            text = case.slipped(expectation)
            return _slip(look(case, text), text, case, expectation)
        case "implied":
            return _implied(look(case), expectation)
        case _:
            return _clean(look(case))


def _clean(seen: Exchange) -> str | None:
    alarms = [finding for finding in _findings(seen) if finding.severity != "note"]
    return "; ".join(f"{f.severity} {f.name}: {f.message}" for f in alarms) or None


def _ties(seen: Exchange, text: str, expectation: Expectation) -> str | None:
    wanted = [locate(text, figure) for figure in expectation.figures]
    over = [r for r in _relations(seen) if all(any(_overlap(span, place) for span in r.spans) for place in wanted)]
    of_kind = [r for r in over if r.kind in expectation.kinds]
    if any(r.status in ("holds", "holds_rounded") for r in of_kind):
        return None
    return "found " + (", ".join(f"{r.kind} {r.status}" for r in over) or "no relation over these figures")


def _silent(seen: Exchange, text: str, expectation: Expectation) -> str | None:
    places = [locate(text, figure) for figure in expectation.figures]
    spoken = [
        r for r in _relations(seen)
        if r.kind in expectation.kinds and r.status != "unchecked"
        and any(_overlap(span, place) for span in r.spans for place in places)
    ]  # fmt: skip
    return "; ".join(f"{r.kind} {r.status}: {r.arithmetic}" for r in spoken) or None


def _slip(seen: Exchange, text: str, case: Case, expectation: Expectation) -> str | None:
    severity = "query" if "query" in expectation.flags else "error"
    errors = [finding for finding in _findings(seen) if finding.severity == severity]
    named = [finding for finding in errors if finding.name in expectation.kinds]
    if not named:
        return "found " + (", ".join(finding.name for finding in errors) or f"no {severity}")
    if not expectation.figures:
        return None
    places = [locate(text, figure) for figure in expectation.figures]
    first = [finding.culprits[0] for finding in named if finding.culprits]
    blamed = [culprit for culprit in first if any(_overlap(culprit.span, place) for place in places)]
    if not blamed:
        return "blamed " + (", ".join(repr(text[slice(*culprit.span)]) for culprit in first) or "nothing")
    if "fixed" in expectation.flags and not any(_mended(text, culprit) == case.text for culprit in blamed):
        return "suggested " + ", ".join(repr(culprit.suggested) for culprit in blamed)
    if "cannot tell" in expectation.flags and not any(finding.margin == "cannot tell" for finding in named):
        return "said to be " + ", ".join(repr(finding.margin) for finding in named)
    return None


def _implied(seen: Exchange, expectation: Expectation) -> str | None:
    assert expectation.bounds
    low, high = expectation.bounds
    ends = [(Fraction(d.lo), Fraction(d.hi)) for d in seen.derived or () if d.lo is not None and d.hi is not None]
    if any(low <= a and b <= high for a, b in ends):
        return None
    return "derived " + (", ".join(f"{float(a):g}..{float(b):g}" for a, b in ends) or "nothing")


def _findings(seen: Exchange) -> tuple[Finding, ...]:
    return seen.findings or ()


def _relations(seen: Exchange) -> tuple[Relation, ...]:
    return seen.relations or ()


def _mended(text: str, culprit: Culprit) -> str:
    start, end = culprit.span
    return text[:start] + (culprit.suggested or "") + text[end:]


def _overlap(a: Place, b: Place) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def pending() -> list[str]:
    """Expectations that do not hold yet, reviewed; the list may only shrink."""
    lines = PENDING.read_text(encoding="utf-8").splitlines() if PENDING.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("case", "expectation"), OPEN, ids=[case.id(expectation) for case, expectation in OPEN])
def test_case(case: Case, expectation: Expectation) -> None:
    wrong = complaint(case, expectation)
    if case.id(expectation) in pending():
        if wrong is None:
            pytest.fail("holds now: take its line out of tests/cases/pending.txt")
        pytest.xfail(wrong)
    assert wrong is None, f"{wrong}\n\n{case.slipped(expectation) if expectation.old else case.text}"


def test_pending_names_only_what_is_there() -> None:
    known = {case.id(expectation) for case, expectation in OPEN}
    assert [line for line in pending() if line not in known] == []


def test_every_name_in_a_case_is_a_finding() -> None:
    for _, expectation in OPEN + KEPT_APART:
        if expectation.verb == "slip":
            assert [rule(name).name for name in expectation.kinds] == list(expectation.kinds)


def test_cases_kept_apart_stay_above_their_floors() -> None:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["check"]
    shares = kept_apart()
    assert {verb: share for verb, share in shares.items() if share < floors[verb]} == {}


def kept_apart() -> dict[str, float]:
    """Percent of the expectations kept apart that hold, by their verb."""
    verbs = sorted({expectation.verb for _, expectation in KEPT_APART})
    tried = {verb: [complaint(c, e) is None for c, e in KEPT_APART if e.verb == verb] for verb in verbs}
    return {verb: round(100 * sum(held) / len(held), 1) for verb, held in tried.items()}


def test_a_case_that_names_what_is_not_there_fails_at_once() -> None:
    with pytest.raises(CaseError, match="0 times"):
        locate("Sales rose 12%.", "2%")


def _print(words: list[str]) -> None:
    shown = [(c, e) for c, e in OPEN if not words or any(word in f"{c.file} {c.name}" for word in words)]
    held: dict[str, list[bool]] = {}
    for case, expectation in shown:
        wrong = complaint(case, expectation)
        held.setdefault(case.file, []).append(wrong is None)
        if wrong is not None:
            print(f"{case.id(expectation)}\n    {wrong}")
    for file, results in held.items():
        print(f"{sum(results):4} of {len(results):4}  {file}")
    print(f"kept apart, percent: {kept_apart()}")


def _write_pending() -> None:
    head = "# Expectations that do not hold yet; `python tests/test_cases.py --pending` writes them. May only shrink.\n"
    lines = [case.id(expectation) for case, expectation in OPEN if complaint(case, expectation) is not None]
    PENDING.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} pending of {len(OPEN)}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    _write_pending() if arguments == ["--pending"] else _print(arguments)
