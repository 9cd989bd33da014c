"""A whole is the sum of its parts, or, where the parts may not be all, at least their sum."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.model import Figure, Grouping, Reading, Statement, Unfooted
from crossfoot.relation import add, const, var

UNTRIED = "too many lines of this table may be sums of too many others"


def relate(stated: Stated) -> Iterator[Statement]:
    for unfooted in stated.of(Unfooted):
        yield Statement("sum", (), "structural", unfooted.spans, firm=False, unchecked=UNTRIED)
    for grouping in stated.of(Grouping):
        hundred = grouping.whole.metric == "hundred percent"
        whole = const(100) if hundred else var(grouping.whole)
        parts = add([var(part) for part in grouping.parts])
        for part in grouping.less:
            parts = parts - var(part)
        closes, bounds = Reading(whole == parts), Reading(parts <= whole)
        # Parts that nothing says are all may add up, and then they do; if not, they are still within the whole.
        spans = stated.spans(grouping.whole, *grouping.parts, *grouping.less)
        if grouping.likely and not grouping.complete:
            yield Statement("sum", (closes,), grouping.origin, spans, firm=False, suspect=True)
            continue
        readings = (closes,) if grouping.complete else (closes, bounds) if len(grouping.parts) > 1 else (bounds,)
        yield Statement("sum", readings, grouping.origin, spans, firm=not grouping.loose)
        if not grouping.complete and len(grouping.parts) == 1:
            yield from _share(stated, grouping.whole, grouping.parts[0])


def _share(stated: Stated, whole: Figure, part: Figure) -> Iterator[Statement]:
    """A part named alone has a share of its whole that the text need not print: 5,439 of 105,468 is 5.16%."""
    if whole in stated.printed and part in stated.printed:
        keys = [figure.basis for figure in (whole, part) if figure.basis]  # of two wholes it has two shares
        of = " ".join(["implied", *keys])
        ratio = Figure(part.entity, f"share of {whole.metric}", part.segment, part.period, "percent", of)
        relation = var(part) * 100 == var(whole) * var(ratio)
        yield Statement("share", (Reading(relation),), "asserted", stated.spans(part, whole), implies=(ratio,))
