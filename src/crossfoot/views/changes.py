"""Two reports come in, on two drafts or by two outlets; what differs in what they state goes out, fact by fact.

Facts are held against each other by what they are of (type, entity, metric, segment, period ...), not by their words: a
sentence that was rewritten and states the same is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from crossfoot.late import late
from crossfoot.lexicon.told import english
from crossfoot.model import Fact, Report, Span, Verdict
from crossfoot.ranges import ranges
from crossfoot.views import facts as facts_view
from crossfoot.views.factsheet import said
from crossfoot.views.places import Lines, width, wrapped
from crossfoot.views.terminal import tick

# What a fact says, rather than what it says it of; changes of these are changes of the fact.
_VALUES = (
    "value", "value_high", "amount", "attained", "to_value", "limit_before", "limit_after", "coupon", "percent",
    "count", "rank", "qualifier", "status", "base", "unit", "currency", "to_currency", "object", "after",
)  # fmt: skip
_HEDGE, _STATUS = "qualifier", "status"
_SAME = frozenset({_HEDGE, _STATUS, "base"})  # what may come and go while the number stays
_ID = late(r"\b[a-z]{2,20}(?:_[a-z]{1,20}){1,6}\b")
_DIGITS = late(r"\d{4,}(?![\d-])")


class Change(msgspec.Struct, frozen=True):
    """What became of a fact, or of a claim that tied."""

    what: str  # same, changed, rounded, hedge, status, moved, dropped, new, broken
    of: str
    before: str | None
    after: str | None
    spans: tuple[Span | None, Span | None] = (None, None)  # in the first document and in the second


class _Stated(msgspec.Struct, frozen=True):
    fact: Fact
    type: str
    about: tuple[tuple[str, str], ...]
    value: tuple[tuple[str, str], ...]

    @property
    def shown(self) -> str:
        hedge = dict(self.value).get(_HEDGE, "exact").replace("_", " ")
        numbers = " ".join(value for key, value in self.value if key not in _SAME)
        numbers = _DIGITS.sub(lambda found: f"{int(found[0]):,}", numbers)
        return f"{hedge} {numbers}" if hedge != "exact" else numbers

    @property
    def of(self) -> str:
        return " ".join([self.type, *(value for _, value in self.about)])


def compare(before: Report, after: Report) -> list[Change]:
    """What became of the facts of the first report, what the second states anew, and which ticks hold no longer."""
    old, new = list(_stated(before)), list(_stated(after))
    made = list[Change]()
    for match in (_alike, _valued_alike, _about_the_same, _of_another):
        for one in list(old):
            other = next((other for other in new if match(one, other)), None)
            if other is not None:
                old.remove(one)
                new.remove(other)
                made.append(_change(one, other))
    made += [Change("dropped", one.of, one.shown, None, (one.fact.spans[0], None)) for one in old]
    made += [Change("new", one.of, None, one.shown, (None, one.fact.spans[0])) for one in new]
    return _in_order([*made, *_broken(before, after)])


def _stated(report: Report) -> Iterator[_Stated]:
    seen = set[tuple[Any, ...]]()
    for fact, (kind, made, _) in facts_view.stated(report):
        fields = {key: said(value) for key, value in made.items() if value is not None}
        about = tuple((key, value) for key, value in sorted(fields.items()) if key not in _VALUES)
        value = tuple((key, fields[key]) for key in _VALUES if key in fields)
        if (kind, about, value) not in seen:  # what is said twice is one fact
            seen.add((kind, about, value))
            yield _Stated(fact, kind, about, value)


def _alike(one: _Stated, other: _Stated) -> bool:
    return (one.type, one.about, one.value) == (other.type, other.about, other.value)


def _valued_alike(one: _Stated, other: _Stated) -> bool:
    """The same of the same, but for its hedge or its status."""
    return (one.type, one.about) == (other.type, other.about) and _bare(one) == _bare(other)


def _about_the_same(one: _Stated, other: _Stated) -> bool:
    return (one.type, one.about) == (other.type, other.about)


def _of_another(one: _Stated, other: _Stated) -> bool:
    """The same number of nearly the same: one part of what it is of is another, or is not said."""
    if one.type != other.type or not _bare(one) or _bare(one) != _bare(other):
        return False
    return len(set(one.about) ^ set(other.about)) <= 2


def _bare(one: _Stated) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in one.value if key not in _SAME)


def _change(one: _Stated, other: _Stated) -> Change:
    what, of, spans = "same", one.of, (one.fact.spans[0], other.fact.spans[0])
    before, after = one.shown, other.shown
    if one.about != other.about:
        gone, come = (" ".join(v for _, v in pairs) for pairs in _differing(one.about, other.about))
        what, before, after = "moved", f"{before} ({gone or 'not said'})", f"{after} ({come or 'not said'})"
    elif _bare(one) != _bare(other):
        what = "rounded" if _rounded(one.fact, other.fact) else "changed"
    elif one.value != other.value:
        hedged = dict(one.value).get(_HEDGE) != dict(other.value).get(_HEDGE)
        what = "hedge" if hedged else "status"
        if not hedged:
            before, after = (f"{s.shown} ({_context(s)})" for s in (one, other))
    return Change(what, of, before, after, spans)


def _context(one: _Stated) -> str:
    known = dict(one.value)
    return ", ".join(known[key] for key in (_STATUS, "base") if key in known) or "not said"


def _differing(one: Iterable[Any], other: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    one, other = list(one), list(other)
    return [pair for pair in one if pair not in other], [pair for pair in other if pair not in one]


def _rounded(one: Fact, other: Fact) -> bool:
    """May both numbers be the same one, printed to other places?"""
    if not one.printed or not other.printed:
        return False
    first, second = ranges(one.printed[0]).default, ranges(other.printed[0]).default
    both = first & second
    return both is not None and one.printed[0].quantity.unit == other.printed[0].quantity.unit


def _broken(before: Report, after: Report) -> Iterator[Change]:
    """Claims that tied and, made of the same figures, do so no longer."""
    held = {key: v for v in before.verdicts if _ties(v) and (key := _key(v))}
    for verdict in after.verdicts:
        key = _key(verdict)
        if key in held and verdict.outcome in ("contradicted", "query"):
            was = held.pop(key)
            spans = (was.spans[0] if was.spans else None, verdict.spans[0] if verdict.spans else None)
            now = verdict.arithmetic or verdict.message
            yield Change("broken", f"{tick(was)} {was.kind}", english(was.arithmetic), english(now), spans)


def _ties(verdict: Verdict) -> bool:
    return verdict.code is None and verdict.outcome in ("holds", "holds_rounded")


def _key(verdict: Verdict) -> tuple[str, ...]:
    made = verdict.certificate
    return (verdict.kind, *(figure.label for figure in made.figures)) if made and made.claims else ()


_ORDER = ("broken", "changed", "rounded", "hedge", "status", "moved", "dropped", "new", "same")


def _in_order(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: _ORDER.index(change.what))


def show(before: Report, after: Report, names: tuple[str, str], columns: int = 80) -> str:
    """One line a change, the gravest first; what is the same is counted."""
    made = compare(before, after)
    lines = (Lines(before.document.text), Lines(after.document.text))
    counts = "  ".join(
        f"{what} {sum(c.what == what for c in made)}" for what in reversed(_ORDER) if any(c.what == what for c in made)
    )
    out = wrapped(f"{names[0]} -> {names[1]}  {counts}", columns, "  ")
    for change in made:
        if change.what != "same":
            out += _line(change, (before, after), names, lines, columns)
    return "\n".join(out) + "\n"


def _line(
    change: Change, reports: tuple[Report, Report], names: tuple[str, str], lines: tuple[Lines, Lines], columns: int
) -> list[str]:
    side = 1 if change.spans[1] is not None else 0
    span, where = change.spans[side], names[side]
    if span is not None and reports[side].document.plain:
        where += ":{}:{}".format(*lines[side].at(span.start))
    told = _in_words(" -> ".join(part for part in (change.before, change.after) if part is not None))
    first, *rest = wrapped(f"  {change.what:<8} {_in_words(change.of)}: {told}", columns, " " * 11)
    if not rest and width(first) + width(where) + 2 <= columns:
        return [first + " " * (columns - width(first) - width(where)) + where]
    return [first, *rest, f"{' ' * (columns - width(where))}{where}"]


def _in_words(said: str) -> str:
    """Ids as people read them; the list for programs keeps them as they are.

    >>> _in_words("measurement Corran Foods sales_volume 2024-04: 5,448 box")
    'measurement Corran Foods sales volume 2024-04: 5,448 box'
    """
    return _ID.sub(lambda found: found[0].replace("_", " "), said)
