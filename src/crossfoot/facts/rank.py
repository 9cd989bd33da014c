"""Which place something takes among its like: the first, the second-largest."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import party
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Rank


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    entity = party.party(match, "entity") or frame.entity_before(match.start)
    nth = match.quantity("nth")
    rank = int(nth.low) if nth is not None else int(match.row.gives.get("rank") or match.meaning("nth") or 0)
    if entity is None or not rank or party.denied(match, frame):
        return
    yield Rank(
        spans=(match.span,),
        rule=match.row.name,
        entity=entity,
        rank=rank,
        among=party.phrase(match, "among"),
        place=party.place(match),
        period=party.when(match),
    )
