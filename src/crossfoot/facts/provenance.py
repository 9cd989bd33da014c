"""Where a text, or what it says, comes from: who is cited, what was filed, who wrote it, who took the picture."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import party
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Provenance


def state(match: Match, _frame: Frame) -> Iterator[Fact]:
    kind = match.row.sense or match.meaning("kind") or ""
    for agent in party.parties(match, "agent"):
        yield Provenance(spans=(match.span,), rule=match.row.name, kind=kind, agent=agent)
