"""What becomes what: institutions that are upgraded, renamed, merged, split or moved."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import party
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Transformation


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    before, after = party.party(match, "before"), party.party(match, "after")
    if match.row.gives.get("before") == "about":
        before = before or party.about(match, frame)
    if (before is None and after is None) or party.denied(match, frame):
        return
    yield Transformation(
        spans=(match.span,),
        rule=match.row.name,
        before=before,
        after=after,
        kind=match.row.sense or match.meaning("kind") or "",
        authority=party.authority(match, frame.carried)
        if "authority" in match.row.gives
        else party.party(match, "authority"),
        place=party.place(match),
        period=party.when(match),
        status=party.status(match, frame, "completed"),
    )
