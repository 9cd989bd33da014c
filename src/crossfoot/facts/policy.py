"""What somebody may own: a cap that is or was in force, and one that falls away."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Figure, Policy, Printed, Quantity

_FULL = Quantity(Fraction(100), Fraction(100), Fraction(1), "percent", "percent")


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    removed = match.row.sense == "remove_limit"
    who = match.words("beneficiary") or frame.subject_words(match.start)
    mention, limit = match.mention("limit"), match.quantity("limit")
    if not who or (not removed and (mention is None or limit is None)):
        return
    printed: tuple[Printed, ...] = ()
    if mention is not None and limit is not None:
        printed = (Printed(cap(who, "before"), limit, mention.span, nominal=True),)
    yield Policy(
        spans=(match.span,),
        rule=match.row.name,
        printed=printed,
        action=match.row.sense,
        beneficiary=who,
        limit_metric="stake",
        limit_before=limit,
        limit_after=_FULL if removed else None,
        status="announced" if removed else "past" if "could" in frame.texts(match.start, match.end) else "in_force",
    )


def cap(who: str, stage: str) -> Figure:
    """The share that `who` may own, before or after the change."""
    return Figure(None, "ownership cap", (("of", who.casefold()),), None, "percent", stage)
