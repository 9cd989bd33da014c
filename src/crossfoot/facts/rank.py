"""Which place something takes among its like: the first, the second-largest."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import party
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Rank


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    entity = party.party(match, "entity") or party.about(match, frame)
    nth = match.quantity("nth")
    rank = int(nth.low) if nth is not None else int(match.row.gives.get("rank") or match.meaning("nth") or 0)
    if entity is None or not rank or party.denied(match, frame):
        return
    ranked = [(entity, rank)]
    if (other := party.party(match, "other")) is not None:
        ranked.append((other, rank + 1))  # "分列第二、三位"
    for who, place in ranked:
        yield Rank(
            spans=(match.span,),
            rule=match.row.name,
            entity=who,
            rank=place,
            among=party.phrase(match, "among"),
            place=party.place(match),
            period=party.when(match),
        )
