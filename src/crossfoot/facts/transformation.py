"""What becomes what: institutions that are upgraded, renamed, merged, split or moved."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match, party, stance
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Transformation


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    before, after = _several(match, "before", frame), _several(match, "after", frame)
    named = match.row.gives.get("named")
    if "other" in match.roles and before is not None:
        joint = ", " if standing(match.sentence.lang).spaced else "、"
        before = joint.join(filter(None, (before, party.party(match, "other"))))  # both of those that merge
    if before == after:  # one firm under two names: as they are written
        before, after = party.phrase(match, "before"), party.phrase(match, "after")
    if match.row.gives.get("before") == "about":
        before = before or party.about(match, frame)
    if (before is None and after is None) or stance.denied(match, frame):
        return
    if named and not match.proper(named) and not match.names_in(named):
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
        place=stance.place(match),
        period=stance.dated(match),
        status=stance.status(match, frame, "completed"),
    )


def _several(match: Match, role: str, frame: Frame) -> str | None:
    """Who stands in a role, all of them where several are named: "Marlow Steel, Idris Works"."""
    if role not in match.roles:
        return None
    if not standing(match.sentence.lang).spaced:
        return party.party(match, role)
    several = party.printed(match, role)
    if len(several) > 1:
        return ", ".join(several)
    first, last = match.roles[role]
    return party.known(match, role, frame) if last - first < 3 else party.party(match, role)
