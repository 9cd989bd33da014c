"""A part as so much of a whole: "1,300 cars, or 13% of total sales"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame, same_kind, unit_of
from crossfoot.facts.sentence import Match
from crossfoot.model import Fact, Figure, Printed, Share


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    ratio, quantity = match.mention("ratio"), match.quantity("ratio")
    if ratio is None or quantity is None:
        return
    part = frame.level(match.roles["level"][0])
    amount = match.quantity("whole")
    if amount is not None:
        known = match.quantity("level")
        if known is None or not same_kind(unit_of(amount), unit_of(known)):
            return  # a share of another thing than the part
        whole = frame.level(match.roles["whole"][0])
    elif "of" in match.roles:
        first, last = match.roles["of"]
        whole = frame.referred(part, first, last)
        owned = frame.texts(max(first - 2, 0), last) & frame.words.pronouns
        if (owned or whole.entity is None) and whole not in frame.carried.levels:  # nobody can tell whose it is
            whole = msgspec.structs.replace(whole, basis=f"at {ratio.span.start}")
    elif frame.carried.whole is not None and frame.carried.whole.unit == part.unit:
        whole = frame.carried.whole  # "... representing 30% of the shares in issue, and ... representing 5%"
    else:
        return
    if whole == part:
        return
    frame.carried.whole = whole
    share = Figure(
        part.entity, f"share of {whole.metric}", part.segment, part.period, "percent", basis=str(whole.segment)
    )
    share = frame.key(share, ratio)
    yield Share(
        spans=(match.span,),
        rule=match.row.name,
        printed=(Printed(share, quantity, ratio.span),),
        part=part,
        ratio=share,
        wholes=(whole,),
        quantity=quantity,
    )
