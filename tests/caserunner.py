"""An expectation of a case comes in; out goes what is not as it says, found through the public pipeline."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import crossfoot
from casebook import Case, Expectation, Place, locate
from crossfoot.model import Comparison
from crossfoot.views.json import Culprit, Exchange, Finding, Relation, exchange


@cache
def checked(text: str, published: str | None, lang: str | None, format: str) -> Exchange:
    return exchange(crossfoot.check(crossfoot.Source("case", text, format, lang, published)))


def look(case: Case, text: str | None = None) -> Exchange:
    return checked(case.text if text is None else text, case.published, case.lang, case.format)


def orders(text: str) -> list[tuple[str, str]]:
    """The lesser and the greater figure of each comparison that is told of a text."""
    report = crossfoot.check(crossfoot.Source("note", text, lang="en" if text.isascii() else "zh"))
    found = list[tuple[str, str]]()
    for fact in report.facts:
        if isinstance(fact, Comparison):
            at = {p.figure: text[p.span.start : p.span.end] for p in fact.printed}
            found.append((at[fact.lesser], at[fact.greater]))
    return found


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
