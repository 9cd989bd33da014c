"""Runs the cases of `tests/cases/` (their form: `tests/casebook.py`) through the public pipeline.

Run as a script it prints how many expectations of each file hold, and which do not:

    python tests/test_cases.py [WORD ...]      only files or cases whose name has one of the words
    python tests/test_cases.py --pending       writes what does not hold yet to tests/cases/pending.txt

Every verdict on them is proved again from its certificate: here, where the reports are at hand.
"""

from __future__ import annotations

import sys
import tomllib

import msgspec
import pytest

from casebook import CASES, HERE, Case, CaseError, Expectation, every, locate
from caserunner import complaint, look
from crossfoot.audit import verified
from crossfoot.lexicon.findings import rule

PENDING = CASES / "pending.txt"
FLOORS = HERE / "floors.toml"
OPEN = [(case, expectation) for case in every() + every("stories") for expectation in case.expectations]
KEPT_APART = [(case, expectation) for case in every("check") for expectation in case.expectations]


def pending() -> list[str]:
    """Expectations that do not hold yet, reviewed; the list may only shrink."""
    lines = PENDING.read_text(encoding="utf-8").splitlines() if PENDING.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("case", "expectation"), OPEN, ids=[case.id(expectation) for case, expectation in OPEN])
def test_case(case: Case, expectation: Expectation) -> None:
    wrong = complaint(case, expectation)
    if wrong is not None and case.id(expectation) in pending():
        pytest.xfail(wrong)  # one that holds by now fails nobody; `--pending` takes its line out
    assert wrong is None, f"{wrong}\n\n{case.slipped(expectation) if expectation.old else case.text}"


def test_every_verdict_on_the_cases_is_verified() -> None:
    texts = {(id(case), case.slipped(e) if e.old else case.text): case for case, e in OPEN}
    reports = [msgspec.json.decode(msgspec.json.encode(look(case, text))) for (_, text), case in texts.items()]
    assert [why for report in reports for _, why in verified(report) if why is not None] == []
    kinds = {e["kind"] for report in reports for e in report["relations"] if e["status"] != "unchecked"}
    assert {"sum", "growth", "share", "conversion", "average", "order", "count", "date", "equal"} <= kinds


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


def _tried(case: Case, expectation: Expectation) -> str | None:
    """As `complaint`, for a tally that one crash should not end."""
    try:
        return complaint(case, expectation)
    except Exception as error:
        return f"raised {error!r}"


def kept_apart() -> dict[str, float]:
    """Percent of the expectations kept apart that hold, by their verb."""
    verbs = sorted({expectation.verb for _, expectation in KEPT_APART})
    tried = {verb: [_tried(c, e) is None for c, e in KEPT_APART if e.verb == verb] for verb in verbs}
    return {verb: round(100 * sum(held) / len(held), 1) for verb, held in tried.items()}


def test_a_case_that_names_what_is_not_there_fails_at_once() -> None:
    with pytest.raises(CaseError, match="0 times"):
        locate("Sales rose 12%.", "2%")


def _print(words: list[str]) -> None:
    shown = [(c, e) for c, e in OPEN if not words or any(word in f"{c.file} {c.name}" for word in words)]
    held: dict[str, list[bool]] = {}
    for case, expectation in shown:
        wrong = _tried(case, expectation)
        held.setdefault(case.file, []).append(wrong is None)
        if wrong is not None:
            print(f"{case.id(expectation)}\n    {wrong}")
    for file, results in held.items():
        print(f"{sum(results):4} of {len(results):4}  {file}")
    print(f"kept apart, percent: {kept_apart()}")


def _write_pending() -> None:
    head = "# Expectations that do not hold yet; `python tests/test_cases.py --pending` writes them. May only shrink.\n"
    lines = [case.id(expectation) for case, expectation in OPEN if _tried(case, expectation) is not None]
    PENDING.write_text(head + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} pending of {len(OPEN)}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    _write_pending() if arguments == ["--pending"] else _print(arguments)
