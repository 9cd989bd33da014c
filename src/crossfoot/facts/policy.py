"""Who may, should or must do what: what is allowed, encouraged, banned, and caps that are set, moved or fall away."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from crossfoot.facts import party
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.lexicon.standing import standing
from crossfoot.model import Fact, Figure, Policy, Printed, Quantity

_FULL = Quantity(Fraction(100), Fraction(100), Fraction(1), "percent", "percent")


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    action = match.row.sense or match.meaning("action") or ""
    who = party.party(match, "beneficiary")
    if "subject" in match.row.gives:  # who acts is who may
        who = who or frame.subject_words(match.start)
    if who is not None and who in standing(match.sentence.lang).pronouns:
        who = frame.carried.beneficiary
    frame.carried.beneficiary = who or frame.carried.beneficiary
    activity = party.activity(match)
    before, after = match.quantity("before"), match.quantity("after")
    if match.row.gives.get("after") == "full":
        after = _FULL
    if party.denied(match, frame):
        if after is None and before is None:
            return
        after = before  # "did not raise the cap": what was, stays
    if who is None and activity is None and after is None and before is None:
        return
    yield Policy(
        spans=(match.span,),
        rule=match.row.name,
        printed=tuple(_printed(match, who)),
        action=action,
        beneficiary=who,
        activity=activity,
        limit_metric=match.row.gives.get("limit_metric"),
        limit_before=before,
        limit_after=after,
        authority=_authority(match, frame),
        place=party.place(match),
        effective=party.when(match),
        instrument=party.phrase(match, "instrument"),
        status=party.status(match, frame, "in_force"),
    )


def joined(facts: list[Fact]) -> list[Fact]:
    """A limit that falls away is the one that the same item says of the same beneficiary."""
    limits = {
        f.beneficiary.casefold(): f.limit_before
        for f in facts
        if isinstance(f, Policy) and f.action == "limit" and f.beneficiary and f.limit_before
    }
    return [
        msgspec.structs.replace(f, limit_before=limits[f.beneficiary.casefold()])
        if isinstance(f, Policy)
        and f.action == "remove_limit"
        and f.limit_before is None
        and (f.beneficiary or "").casefold() in limits
        and f.beneficiary
        else f
        for f in facts
    ]


def _printed(match: Match, who: str | None) -> Iterator[Printed]:
    """A cap that is or was in force, as a figure: what is owned under it is bounded by it."""
    mention, limit = match.mention("before"), match.quantity("before")
    if who and mention is not None and limit is not None and limit.kind == "percent":
        yield Printed(cap(who, "before"), limit, mention.span, nominal=True)


def _authority(match: Match, frame: Frame) -> str | None:
    """Who decides: named in the phrasing, else whoever the item has last shown deciding."""
    named = party.party(match, "authority")
    if named is not None and (match.names_in("authority") or frame.carried.authority is None):
        frame.carried.authority = named
    return frame.carried.authority


def cap(who: str, stage: str) -> Figure:
    """The share that `who` may own, before or after the change."""
    return Figure(None, "ownership cap", (("of", who.casefold()),), None, "percent", stage)
