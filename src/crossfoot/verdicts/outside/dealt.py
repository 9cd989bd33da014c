"""The figures of a segment that deals them out "respectively" in; what it says of each that is of another, out.

"Drinks and snacks earned 61 and 43 million respectively": what stands in the first part of the list is said of the
first figure, and not of the second. Lists of unlike length deal out nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from crossfoot.late import late
from crossfoot.verdicts.outside.called import NONE, Terms
from crossfoot.verdicts.outside.support import Said

JOINTS = ("and", "和", "及", "、", "以及", ",", ", and")
_JOINT = late(r"、|以及|和|及|与|, and |, | and ")
_OPENS = late(r"分别|分別|依次")


def dealt(
    text: str, start: int, figures: Sequence[Said], terms: Callable[[int, int], Terms], end: int | None = None
) -> dict[Said, tuple[Terms, Terms]]:
    """For each figure of the last list, the terms of its own place in the list of what they are of, and of the others'.

    That list stands before the figures, or ends where it is said to.
    """
    run = _run(text, figures)
    if len(run) < 2:
        return {}
    end = run[0].span.start if end is None else end
    opens = _OPENS.search(text, start, end)
    end = opens.start() if opens else end
    cuts = [match.span() for match in _JOINT.finditer(text, start, end)]
    if len(cuts) != len(run) - 1:
        return {}
    edges = [(start, start), *cuts, (end, end)]
    parts = [terms(one[1], other[0]) for one, other in pairwise(edges)]
    if not all(parts):
        return {}
    return {said: (part, NONE.union(*parts) - part) for said, part in zip(run, parts, strict=True)}


def _run(text: str, figures: Sequence[Said]) -> list[Said]:
    """The last figures that nothing but a joint parts."""
    run = [figures[-1]]
    for said in reversed(figures[:-1]):
        kinds = {said.quantity.kind, run[0].quantity.kind}
        if text[said.span.end : run[0].span.start].strip() not in JOINTS or len(kinds - {"number"}) > 1:
            break
        run.insert(0, said)
    return run
