"""What was a sum of parts is a sum of parts before too: the rates of the parts and of the whole must agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Sized

import msgspec

from crossfoot.constraints.stated import Stated
from crossfoot.late import late
from crossfoot.lexicon.metrics import deflated
from crossfoot.model import Change, Figure, Grouping, Reading, Statement, Tie
from crossfoot.relation import add, mean, var

SURE = 0.02  # chance of a sum that is no accident
BARE = late("(?:(-P[0-9A-Z]+) )?before [0-9]+")  # a base by the place of its move, and how long before it is said to be


def relate(stated: Stated) -> Iterator[Statement]:
    """One statement for each complete grouping and each base from which whole and parts are all said to have moved."""
    moved: dict[Figure, dict[str, Change]] = {}
    bare: dict[Figure, list[Change]] = {}
    for change in stated.of(Change):
        base = change.bases[0]
        if change.by == "percent" and base.period is not None and base.basis is None:
            moved.setdefault(change.figure, {}).setdefault(base.period.label, change)
        elif change.by == "percent" and (said := BARE.fullmatch(base.basis or "")) is not None:
            bare.setdefault(change.figure, []).append(change)
            if said[1] is not None:  # 同比 in a text that has no year
                moved.setdefault(change.figure, {}).setdefault(said[1], change)
    for whole_, parts_, firm in _groups(stated, {**bare, **moved}):
        wholes: dict[str | None, Change] = dict(moved.get(whole_, {}).items())
        if not wholes and (unsaid := _bare(bare.get(whole_, ()))) is not None:
            wholes = {None: unsaid}  # "grew 10.6% to 553 million": where nobody says from when, all are from one time
        for label, whole in wholes.items():
            parts = [moved.get(part, {}).get(label) if label is not None else None for part in parts_]
            if len(wholes) == 1:  # of two, nobody says which one a bare move of a part is from
                parts = [part or _bare(bare.get(of, ())) for part, of in zip(parts, parts_, strict=True)]
            known = [part for part in parts if part is not None]
            if len(known) < len(parts) or not _of_one_time(whole, *known):
                continue
            bases = [part.bases[0] for part in known]
            real = any(deflated(figure.metric) for figure in (whole_, *parts_))  # the levels are at other prices
            if any(part in stated.printed for part in parts_) and not real:
                relation = var(whole.bases[0]) == add([var(base) for base in bases])
            else:  # without levels the weights are open, and the whole's rate still lies between the parts'
                weights = [msgspec.structs.replace(b, status="deflated") if real else b for b in bases]
                relation = var(whole.rate) == mean([var(part.rate) for part in known], [var(w) for w in weights])
            yield Statement(
                "growth_mix",
                (Reading(relation),),
                "asserted",
                stated.spans(whole.rate, *(part.rate for part in known)),
                firm=firm,
            )


def _bare(moves: Sequence[Change]) -> Change | None:
    """The one move of a part that says from when no more than its whole has: "出口增长7.2%"."""
    return moves[0] if len(moves) == 1 else None


def _of_one_time(*moves: Change) -> bool:
    """Are moves from as long before, as far as anybody says: "+1.9% year-on-year; loaded +3.4%; empty -2.3%"?"""
    said = (BARE.fullmatch(move.bases[0].basis or "") for move in moves)
    return len({found[1] for found in said if found is not None} - {None}) < 2


def _groups(stated: Stated, moved: Mapping[Figure, Sized]) -> Iterator[tuple[Figure, tuple[Figure, ...], bool]]:
    """Wholes and all their parts, as words say or as they add up; and whether they and their base are sure."""
    for grouping in stated.of(Grouping):
        if grouping.complete or grouping.likely:
            yield grouping.whole, grouping.parts, grouping.complete
    for tie in stated.of(Tie):
        if tie.shape == "sum" and tie.blames is None and all(scale == 1 for scale in tie.scales):
            yield tie.figures[0], tie.figures[1:], tie.chance <= SURE and len(moved.get(tie.figures[0], ())) == 1
