"""A report comes in; what a person reads goes out: what does not tie, what ties, what follows, what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from crossfoot.errors import SettingsError
from crossfoot.interval import Interval
from crossfoot.lexicon.findings import rule
from crossfoot.lexicon.slips import slips
from crossfoot.lexicon.told import CLAUSES, both, in_both, joined, say
from crossfoot.lexicon.units import units
from crossfoot.model import Culprit, Quantity, Report, Verdict
from crossfoot.views.concise import found, headline
from crossfoot.views.json import is_finding, severity
from crossfoot.views.numbers import grouped
from crossfoot.views.places import Lines, width, wrapped

_MOST = 40  # lines of what ties; a longer report says how many more there are
_MOST_CULPRITS = 3
_COLOURS = {"error": "31;1", "query": "33;1", "note": "34;1", "tie": "32", "faint": "2"}
_UNRELATED = frozenset({"duration", "ordinal"})  # kinds that nobody expects to see tied


class Page:
    """How wide the terminal is, and whether it shows colours."""

    def __init__(self, columns: int = 80, colour: bool = False) -> None:
        self.columns, self.colour = columns, colour

    def paint(self, words: str, colour: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{words}\x1b[0m" if self.colour and words else words


def show(report: Report, name: str, page: Page | None = None) -> str:
    """All that there is to say of one document."""
    page = page or Page()
    wrong = found(report)
    lines = Lines(report.document.text)
    parts = [_finding(report, verdict, name, lines, page) for verdict in wrong]
    parts.append("\n".join(_overview(report, name, page)))
    return "\n".join(part for part in parts if part) + "\n"


# ------------------------------------------------------------------------------------------------- what does not tie


def _finding(report: Report, verdict: Verdict, name: str, lines: Lines, page: Page) -> str:
    level = severity(verdict)
    first, *rest = wrapped(headline(report, verdict, name, lines), page.columns, "  ")
    shown = [first.replace(f" {level} ", f" {page.paint(level, level)} ", 1), *rest]
    for number, culprit in enumerate(_shown(verdict)):
        words, at, size = lines.excerpt(culprit.span.start, culprit.span.end, page.columns - 3)
        told = wrapped(advice(verdict, culprit, number), page.columns - 3)
        carets = page.paint("^" * size, level)
        shown.append(f"   {words}")
        if at + size + 1 + width(told[0]) <= page.columns - 3 and len(told) == 1:
            shown.append(f"   {' ' * at}{carets} {told[0]}")
        else:
            shown += [f"   {' ' * at}{carets}", *(f"   {line}" for line in told)]
    return "\n".join(shown) + "\n"


def _shown(verdict: Verdict) -> tuple[Culprit, ...]:
    """The culprits worth showing: the first where it is likely, with what it was swapped for; else several."""
    first = verdict.culprits[:1]
    if first and first[0].slip == "swap":
        return verdict.culprits[:2]
    if verdict.margin == "cannot tell":
        return tuple(culprit for culprit in verdict.culprits if culprit.slip != "swap")[:_MOST_CULPRITS]
    return first


def advice(verdict: Verdict, culprit: Culprit, number: int) -> str:
    """What stands there instead, how sure that is, and how the slip came about."""
    value = culprit.suggested or (f"a figure in {_spread(culprit.range)}" if culprit.range else "something else")
    lead = {"certain": "must be", "likely": "most likely"}.get(verdict.margin or "", "or" if number else "either")
    if number and culprit.slip == "swap":
        lead = "and"
    elif len(verdict.culprits) == 1 and lead == "either":
        lead = "perhaps"
    known = slips().get(culprit.slip)
    why = known.says if known is not None and culprit.slip != "other" else ""
    return f"{lead} {value}" + (f" ({why})" if why else "")


# ------------------------------------------------------------------------------------------------------ what ties


class Overview(NamedTuple):
    """What there is to say of a text besides what does not tie."""

    ties: list[tuple[str, ...]]  # tick, arithmetic, kind; equal ones once
    held: int  # how many claims tie
    implied: list[str]
    reasons: list[str]  # why claims were not checked
    left: list[str]  # figures that no claim speaks of


def overview(report: Report) -> Overview:
    relations = [v for v in report.verdicts if v.code is None and v.outcome != "implied"]
    ties = [v for v in relations if v.outcome in ("holds", "holds_rounded")]
    told = [v for v in report.verdicts if v.code is not None and v.outcome != "implied"]
    left = _open(report, [v for v in relations if v.outcome != "unchecked"] + told)
    lines = _distinct((tick(v), v.arithmetic or _words(report, v), v.kind.replace("_", " ")) for v in ties)
    # The same value is told as printed and as rounded or hedged; the first is the narrower one.
    implied = {v.label: _implied(v) for v in reversed(report.verdicts) if v.outcome == "implied"}
    return Overview(lines, len(ties), list(reversed(implied.values())), list(_unchecked(report, relations)), left)


def _overview(report: Report, name: str, page: Page) -> Iterator[str]:
    seen, wrong = overview(report), found(report)
    errors = sum(1 for v in wrong if severity(v) == "error")
    asks = f"  asks {len(wrong) - errors}" if len(wrong) > errors else ""
    accepted = sum(1 for v in report.verdicts if v.accepted is not None)
    taken = f"  accepted {accepted}" if accepted else ""
    counts = f"{name}  ties {seen.held}  contradicts {errors}{asks}{taken}  not checked {len(seen.left)}"
    yield from wrapped(counts, page.columns, "  ")
    for tick, arithmetic, kind in seen.ties[:_MOST]:
        yield from _row(page, tick, arithmetic, kind)
    if len(seen.ties) > _MOST:
        yield f"  ... and {len(seen.ties) - _MOST} more"
    yield from _entries(page, "i", seen.implied)
    yield from _entries(page, "-", seen.reasons)
    if seen.left:
        yield from _entries(page, "-", [f"not checked: {', '.join(seen.left)}"])


def _row(page: Page, tick: str, arithmetic: str, kind: str) -> Iterator[str]:
    lines = wrapped(arithmetic, page.columns - 7 - width(kind), "")
    for number, line in enumerate(lines):
        mark = page.paint(f"{tick:<2}", "tie") if not number else "  "
        gap = page.columns - 5 - width(line) - width(kind)
        yield f"  {mark} {line}" + (" " * gap + page.paint(kind, "faint") if not number else "")


def _entries(page: Page, tick: str, entries: list[str]) -> Iterator[str]:
    """Short entries side by side where they fit, each wrapped on its own where they do not."""
    line = ""
    for entry in [*entries, None]:
        if entry is not None and line and width(line) + 3 + width(entry) <= page.columns - 5:
            line += "   " + entry
            continue
        if line:
            first, *rest = wrapped(line, page.columns - 5, "")
            yield f"  {page.paint(f'{tick:<2}', 'faint')} {first}"
            yield from (f"     {more}" for more in rest)
        line = entry or ""


def tick(verdict: Verdict) -> str:
    """The mark that an auditor would set beside a relation of this kind."""
    for name in (f"{verdict.kind}-mismatch".replace("_", "-"), "figure-differs"):
        try:
            return rule(name).tick
        except SettingsError:
            continue
    return "F"


def _words(report: Report, verdict: Verdict) -> str:
    return ", ".join(report.document.text[span.start : span.end] for span in verdict.spans)


def _implied(verdict: Verdict) -> str:
    range_, unit = _spread(verdict.range), _unit(verdict)
    return in_both(lambda tongue: f"{tongue(verdict.label)}: {tongue(range_)}{tongue(unit)}")


def _unit(verdict: Verdict) -> str:
    """What the label does not say already: a label speaks of cars sold, or of yuan a dollar, but not of tonnes."""
    if verdict.unit == "percent":
        return "%"
    row = units().get(verdict.unit)
    known = row is None or row.dimension == "count" or verdict.kind == "conversion"
    return "" if known or row is None else both(f" {verdict.unit}", row.zh[0] if row.zh else f" {verdict.unit}")


def _spread(range_: Interval | None) -> str:
    """A range in as many decimals as its width deserves, rounded outward."""
    low, high = (range_.low, range_.high) if range_ else (None, None)
    if low is None:
        return "?" if high is None else say("at_most", grouped(high))
    if high is None:
        return say("at_least", grouped(low))
    size, places = high - low, 0
    if size * 10**6 <= abs(low):  # no wider than what a reader takes for one number
        return grouped(Fraction(round(low * 10**4), 10**4))
    while size < 10 and places < 9:
        size, places = size * 10, places + 1
    return f"{_fixed(floor(low * 10**places), places)}..{_fixed(ceil(high * 10**places), places)}"


def _fixed(digits: int, places: int) -> str:
    """A number with its decimals, those that are zero too, so that both ends of a range look alike."""
    whole, rest = divmod(abs(digits), 10**places)
    return f"{'-' if digits < 0 else ''}{whole:,}" + (f".{rest:0{places}}" if places else "")


# ------------------------------------------------------------------------------------------------------ what is open


def _unchecked(report: Report, relations: Iterable[Verdict]) -> Iterator[str]:
    """Why a claim was not checked, unless it is one that only implies a value."""
    implying = {(statement.kind, statement.spans) for statement in report.statements if statement.implies}
    for verdict in relations:
        if verdict.outcome == "unchecked" and (verdict.kind, verdict.spans) not in implying:
            reason = joined(CLAUSES, verdict.because) or verdict.message or verdict.kind
            yield joined((": ", "："), (verdict.arithmetic, reason)) if verdict.arithmetic else reason


def _open(report: Report, judged: Iterable[Verdict]) -> list[str]:
    """The figures that no judgement speaks of, in the words of the text."""
    spoken = [(s.start, s.end) for v in judged for s in (*v.spans, *(c.span for c in v.culprits))]
    starts = {place for start, end in spoken for place in range(start, end)}
    text = report.document.text
    left = [
        " ".join(text[m.span.start : m.span.end].split())
        for m in report.found.mentions
        if expected(m.value) and starts.isdisjoint(range(m.span.start, m.span.end))
    ]
    return list(dict.fromkeys(left))


def expected(value: object) -> bool:
    """Is this a quantity that a reader expects to see tied?"""
    return isinstance(value, Quantity) and value.kind not in _UNRELATED


def _distinct(lines: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(lines))


def verdict_on(reports: Sequence[Report]) -> str:
    """The last line: how it went, and where to read more."""
    verdicts = [verdict for report in reports for verdict in report.verdicts]
    wrong = [verdict for verdict in verdicts if is_finding(verdict)]
    if not wrong:
        if accepted := sum(1 for verdict in verdicts if verdict.accepted is not None):
            return f"Nothing but what is accepted ({accepted})."
        if any(verdict.outcome == "contradicted" for verdict in verdicts):  # and --select or --ignore leave it out
            return "Nothing by the rules that are asked for; not everything ties."
        if not any(report.document.text.strip() for report in reports):
            return "Nothing to check: there is no text."
        held = any(verdict.outcome in ("holds", "holds_rounded") for verdict in verdicts)
        return "Everything that could be checked ties." if held else "Nothing to check: no words relate two figures."
    counts = {level: sum(1 for v in wrong if severity(v) == level) for level in ("error", "query", "note")}
    plural = {"error": "errors", "query": "queries", "note": "notes"}
    said = ", ".join(f"{n} {level if n == 1 else plural[level]}" for level, n in counts.items() if n)
    return f"{said}. Why: crossfoot explain {rule(wrong[0].code or '').name}"
