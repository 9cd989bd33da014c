"""What happened: deals, appointments, departures, starts of production, approvals, fines, appeals."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import party
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Event, Fact


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    owner, what = party.owned(match, "object")
    actor = party.party(match, "actor") or owner or party.about(match, frame)
    if (actor is None and what is None) or party.denied(match, frame):
        return
    yield Event(
        spans=(match.span,),
        rule=match.row.name,
        kind=match.row.sense or match.meaning("kind") or "",
        actor=actor,
        object=what,
        place=party.place(match),
        date=party.when(match),
        status=party.status(match, frame, "completed"),
    )
