"""What happened: deals, appointments, departures, starts of production, approvals, fines, appeals, openings."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import party
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.lexicon.standing import standing
from crossfoot.model import Event, Fact


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    gives = match.row.gives
    owner, what = party.owned(match, "object")
    actor = party.party(match, "actor") or owner or party.about(match, frame)
    spaced = standing(match.sentence.lang).spaced
    if spaced:
        actor, what = _role(match, "actor", frame), _role(match, "object", frame)
    elif actor == what and "actor" not in match.roles:
        actor = None  # nobody suffers from himself
    if (actor is None and what is None) or party.denied(match, frame):
        return
    if "named" in gives and not _named(match, gives["named"]):
        return
    if "holding" in gives and not match.names_in(gives["holding"]):
        last = (match.words(gives["holding"]) or "").lower().split()[-1:]
        if not last or last[0] not in standing(match.sentence.lang).holdings:
            return
    kind = match.row.sense or match.meaning("kind") or ""
    if kind == "listing" and (party.place(match) or "").endswith(standing(match.sentence.lang).grounds):
        kind = "establishment"  # 在某某新区挂牌
    yield Event(
        spans=(match.span,),
        rule=match.row.name,
        kind=kind,
        actor=actor,
        object=what,
        place=party.place(match),
        date=party.dated(match),
        status=(party.status_said(match) or "completed") if spaced else party.status(match, frame, "completed"),
    )


def _role(match: Match, role: str, frame: Frame) -> str | None:
    """Who acts, or what it is done to: in the row's words, else whom the sentence is about, else what the row gives."""
    if role in match.roles:
        words = party.party(match, role)
        if words is not None and not (party.points(match, role) and len(range(*match.roles[role])) == 1):
            return words
        return party.known(match, role, frame) or words
    given = match.row.gives.get(role)
    if given == "topic":
        return frame.topic(match.start)
    if given == "other":
        return frame.other_before(match.start, party.party(match, "actor"))
    return given or (frame.entity_before(match.start) if role == "actor" else None)


def _named(match: Match, role: str) -> bool:
    return match.names_in(role) or match.proper(role) or _person(match, role)


def _person(match: Match, role: str) -> bool:
    """Somebody named with a title before: "its chairman Jane Brook"."""
    return party.named(match, role) is not None
