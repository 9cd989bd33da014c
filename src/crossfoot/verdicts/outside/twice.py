"""A number that a text says twice and its sources once in; what stands in the place of another out.

Two things of one sentence that have the same number, of which the sources know one, while they have a number for the
other that the text leaves out: one of the two was copied from the other. Another of its kind may be meant, so it is
asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.late import late
from crossfoot.lexicon.numerals import significant
from crossfoot.verdicts.outside.proofs import Proofs
from crossfoot.verdicts.outside.slipped import bare
from crossfoot.verdicts.outside.support import Match, Said, exchangeable

NEAR = 4  # figures to either side of the one that is known
_STOP = late(r"[.!?]\s|[。！？\n]")
LEAST = 2  # digits of a number that two things hardly share


def copied(proofs: Proofs, said: Said, found: Sequence[tuple[Said, Match]]) -> tuple[Said, Said] | None:
    """The printing that has its number, and the one that should stand in its place."""
    if len({other.span for other, _ in found}) != 1 or significant(bare(said)[0]) < LEAST:
        return None
    known, settings = found[0][0], proofs.settings
    twins = [other for other in _breath(proofs, said) if _one_number(said, other)]
    left = _left(proofs, said, known) if len(twins) == 1 else []
    if not left:
        return None
    own, others = settings.common(said, known), settings.common(twins[0], known)
    right = max(left, key=lambda other: (settings.common(said, other), -abs(proofs.place[other] - proofs.place[known])))
    if own > others or (own == others and settings.common(twins[0], right) > settings.common(said, right)):
        return None
    return known, right


def _breath(proofs: Proofs, said: Said) -> Iterator[Said]:
    """The figures around it that no full stop parts from it."""
    at, text = proofs.place[said], said.source.document.text
    for other in (*proofs.mine[max(at - NEAR, 0) : at], *proofs.mine[at + 1 : at + NEAR + 1]):
        first, second = sorted((said.span, other.span), key=lambda span: span.start)
        if not _STOP.search(text, first.end, second.start):
            yield other


def _one_number(one: Said, other: Said) -> bool:
    here, there = one.quantity, other.quantity
    return (here.low, here.high) == (there.low, there.high) and exchangeable(here, there)


def _left(proofs: Proofs, said: Said, known: Said) -> list[Said]:
    """The figures near the one that is known which the text says nothing of."""
    at = proofs.place[known]
    near = (o for o in proofs.theirs[max(at - NEAR, 0) : at + NEAR + 1] if o.source is known.source and o is not known)
    return [o for o in near if exchangeable(said.quantity, o.quantity) and o not in proofs.carried]
