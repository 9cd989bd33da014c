"""Would chance have explained a conflict as well as a slip does? A conflict and its likeliest slip in; yes or no, out.

Figures that a reader tied and the text did not fail by any amount, and of all the slips of all their digits one may
mend that by accident. Of figures that stand side by side a reader is sure enough not to ask. Where others stand between
them, only a slip is believed that chance would hardly have found.
"""

from __future__ import annotations

from crossfoot.late import late
from crossfoot.lexicon.slips import OF_DIGITS, cost, undone
from crossfoot.model import Document
from crossfoot.verdicts import wording
from crossfoot.verdicts.candidates import Candidate, fitting
from crossfoot.verdicts.conflict import Conflict, Trial
from crossfoot.verdicts.system import Site

FEW, BY_KIND = 1, {"points": 0, "sum": 2}  # so many others may stand between the figures of one statement
WITHIN = 2.0  # figures tied by mistake lie within a factor of e of each other, either way
IN_A_ROW = frozenset(("order", "growth_mix"))  # these are told of many figures in a row, and seldom misread
OF_SCALE, SCALES = "scale", 2  # how many other scale words there are
OF_OTHERS = frozenset(("swap", "another-figure", "recomputed"))  # of what stands near something fits
_NUMBER = late(r"(?<![0-9])(?!(?:19|20)[0-9]{2}(?![0-9.,]*[0-9]))[0-9](?:[0-9.,]{0,30}[0-9])?")  # no year


def by_chance(trial: Trial, conflict: Conflict, best: Candidate, document: Document) -> bool:
    """Is the likeliest slip one that figures of other statements would have shown as well?"""
    kinds = {trial.component.claims[equation.claim].statement.kind for equation in conflict.equations}
    few = max((BY_KIND.get(kind, FEW) for kind in kinds), default=FEW)
    if kinds & IN_A_ROW or _between(conflict, document) <= few:
        return False
    if best.slip == OF_SCALE or best.slip in OF_DIGITS:
        return sum(_accidents(trial, site, best, document) for site in conflict.sites) >= 1
    return best.slip in OF_OTHERS


def _between(conflict: Conflict, document: Document) -> int:
    """How many other figures stand between those of a conflict."""
    spans = sorted(site.span for site in conflict.sites)
    first, last = spans[0].start, spans[-1].end
    numbers = (m.start() for m in _NUMBER.finditer(document.text, first, last))
    return sum(1 for at in numbers if not any(s.start <= at < s.end for s in spans))


def _accidents(trial: Trial, site: Site, best: Candidate, document: Document) -> float:
    """How many slips as likely as the best would mend a figure, if what is asked of it could be anything near it."""
    left = trial.but(instead={site.index: None}).stands()
    asked = None if left is None else fitting(site, left)
    if asked is None:
        return 0.0
    if asked.low is None or asked.high is None or asked.high <= 0:
        return 1.0
    quantity = site.printed[0].quantity
    wide = (asked.high - asked.low + quantity.step) / ((asked.high + asked.low) / 2)
    shown, _ = wording.bare(document, wording.digits(site.span, quantity), quantity)
    ways = sum(1 for slip, _ in set(undone(shown)) if cost(slip) <= cost(best.slip))
    return (SCALES if best.slip == OF_SCALE else ways) * min(1.0, float(wide)) / WITHIN
