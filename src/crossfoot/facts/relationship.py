"""Who stands how to whom: founders, shareholders, parents, officers; named, or only numbered.

A holder that a text numbers without naming ("founded by X and four industrial players") counts all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts import party
from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Figure, Mention, Name, Printed, Relationship


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    if party.denied(match, frame):
        return
    relation = match.row.sense or match.meaning("relation") or ""
    held = party.party(match, "object") or frame.entity_before(match.start)
    who = party.parties(match, "subject")
    if held is None:
        return
    status, period = party.status(match, frame), party.when(match)
    if match.quantity("count") is not None:
        yield from _numbered(match, who, relation, held)
        return
    for subject in who:
        if subject != held:
            yield Relationship(
                spans=(match.span,),
                rule=match.row.name,
                subject=subject,
                relation=relation,
                object=held,
                percent=match.quantity("percent"),
                period=period,
                status=status,
            )


def _numbered(match: Match, who: list[str], relation: str, held: str) -> Iterator[Fact]:
    mention, count = match.mention("count"), match.quantity("count")
    assert mention is not None and count is not None  # noqa: S101, PT018 - state asks first
    figure = Figure(held, f"holders, {match.row.name}", (), None, "count")
    printed: tuple[Printed, ...] = (Printed(figure, count, mention.span),)
    for subject in who or [""]:
        yield Relationship(
            spans=(match.span,),
            rule=match.row.name,
            printed=printed,
            subject=subject,
            relation=relation,
            object=held,
            count=count,
            period=party.when(match),
        )
        printed = ()


def parts(mentions: list[Mention]) -> Iterator[Fact]:
    """Bodies whose name says whose they are: "the Institute of Microelectronics of the Chinese Academy of Sciences"."""
    whole: Mention | None = None
    inner: Mention | None = None
    for mention in mentions:
        if not isinstance(mention.value, Name) or mention.value.kind != "organisation":
            continue
        if mention.rule != "part":
            whole, inner = mention, None
        elif whole is not None and whole.span.start <= mention.span.start and mention.span.end <= whole.span.end:
            if inner is None:
                inner = mention
            elif isinstance(inner.value, Name):
                yield Relationship(
                    spans=(whole.span,),
                    rule="name.part",
                    subject=inner.value.entity,
                    relation="part_of",
                    object=mention.value.entity,
                )
