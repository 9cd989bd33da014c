"""What somebody or something is: its short name, kind, seat, year of foundation, listing, focus, aim."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import party
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Attribute, Fact


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    entity, which = party.party(match, "entity") or frame.entity_before(match.start), match.row.sense
    if entity is None or party.denied(match, frame):
        return
    value = party.phrase(match, "value")
    if which == "alias" and value is not None and party.party(match, "value") not in (entity, value):
        return  # brackets behind a name that hold another one
    if "place" in match.roles:
        value = party.place(match)
    if (period := party.when(match)) is not None and which == "founded":
        value = period.label
    value = match.row.gives.get("value") or match.meaning("value") or value
    if value is not None:
        yield Attribute(spans=(match.span,), rule=match.row.name, entity=entity, attribute=which, value=value)
