"""What is counted: the names of a list, the holders of an organisation."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.constraints.stated import Stated
from crossfoot.model import Figure, Listing, Reading, Relationship, Statement
from crossfoot.relation import add, const, var


def relate(stated: Stated) -> Iterator[Statement]:
    for listing in stated.of(Listing):
        yield Statement(
            "count",
            (Reading(var(listing.figure) == const(len(listing.names))),),
            "asserted",
            (*stated.spans(listing.figure), *listing.names),
        )
    yield from _holders(stated)


def _holders(stated: Stated) -> Iterator[Statement]:
    """Founders named and numbered, and those who came later: together the least number of holders."""
    held: dict[str, list[Relationship]] = {}
    for relationship in stated.of(Relationship):
        if relationship.count is not None:
            held.setdefault(relationship.object, []).append(relationship)
    for entity, groups in held.items():
        if len(groups) < 2:
            continue
        named = len({group.subject for group in groups if group.subject})
        numbers = [group.printed[0].figure for group in groups]
        holders = Figure(entity, "shareholders", (), None, "count", "at least")
        yield Statement(
            "count",
            (Reading(var(holders) >= add([const(named), *(var(number) for number in numbers)])),),
            "asserted",
            stated.spans(*numbers),
            implies=(holders,),
        )
