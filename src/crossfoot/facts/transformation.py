"""What becomes what: institutions that are upgraded, renamed, merged, split or moved."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import Match, party, stance
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Quantity, Transformation


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    before, after = _several(match, "before", frame), _called(match) or _several(match, "after", frame)
    named = match.row.gives.get("named")
    if "other" in match.roles and before is not None:
        joint = ", " if standing(match.sentence.lang).spaced else "、"
        printed = [next(iter(party.printed(match, role)), party.party(match, role)) for role in ("before", "other")]
        before = joint.join(filter(None, printed))  # both of those that merge
    if before == after:  # one firm under two names: as they are written
        before, after = party.phrase(match, "before"), party.phrase(match, "after")
    if match.row.gives.get("before") == "about":
        before = before or party.about(match, frame)
    if standing(match.sentence.lang).spaced and (before is None or _pointing(before, match)):
        changed = match.row.sense in ("rename", "relocate") or before is not None
        before = whose.spoken_of(frame, match.start) or before if changed else before
    if (before is None and after is None) or stance.denied(match, frame) or _paid(match):
        return
    if "ends" in match.row.gives and not (match.words("after") or "").lower().endswith(
        tuple(match.row.gives["ends"].split())
    ):
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


def _paid(match: Match) -> bool:
    """Does an issue, and no firm, fall into parts: "split its offering into $2 billion of notes and ..."?"""
    first, last = match.roles.get("after", (0, 0))
    inside = (t.mention.value for t in match.sentence.tokens[first:last] if t.mention is not None)
    return any(isinstance(value, Quantity) and value.kind == "money" for value in inside)


def _pointing(before: str, match: Match) -> bool:
    """Do words only point to somebody, or tell what somebody else did: "it", "holders approved changing its name"?"""
    words, known = before.lower().split(), standing(match.sentence.lang)
    return words[-1] in known.pronouns or words[-1] in ("approved", "agreed", "resolved", "voted", "backed", "decided")


def _called(match: Match) -> str | None:
    """What is named behind a noun that says what it is: "into a single lender, | Humber Bank"."""
    if "after" not in match.roles or not standing(match.sentence.lang).spaced or match.proper("after"):
        return None
    first, at = match.roles["after"]
    tokens = match.sentence.tokens
    if (
        match.names_in("after")
        or at + 1 >= len(tokens)
        or tokens[at].text != ","
        or tokens[first].text in ("two", "three")
    ):
        return None
    at += 1 + (tokens[at + 1].text == "the")
    last = at
    while last < len(tokens) and match.proper_in(at, last + 1):
        last += 1
    closed = last >= len(tokens) or tokens[last].text in (".", ",", ";")
    return match.sentence.document.text[tokens[at].start : tokens[last - 1].end] if last > at and closed else None


def _several(match: Match, role: str, frame: Frame) -> str | None:
    """Who stands in a role, all of them where several are named: "Marlow Steel, Idris Works"."""
    if role not in match.roles:
        return None
    if not standing(match.sentence.lang).spaced:
        return party.party(match, role)
    several = party.printed(match, role)
    if len(several) == 1 and match.row.sense == "merger" and " with " in several[0]:
        several = several[0].split(" with the ") if " with the " in several[0] else several[0].split(" with ")
    if len(several) > 1:
        return ", ".join(several)
    first, last = match.roles[role]
    return party.known(match, role, frame) if last - first < 3 else party.party(match, role)
