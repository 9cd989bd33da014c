"""Who holds how much of a firm, where words are not spaced: what the grammar around a percentage tells."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.clauses.nouns import nouns_of
from crossfoot.facts.clauses.stakes import Stakes
from crossfoot.facts.frame import Frame
from crossfoot.lexicon.bonds import bonds
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.lexicon.verbal import verbal
from crossfoot.model import Fact, Quantity, Relationship


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The holdings of a sentence that no phrasing has told."""
    rows, frames = bonds(frame.sentence.lang), verbal(frame.sentence.lang)
    if rows is None or frames is None or frame.sentence.present.isdisjoint(SLOTS["percent"]):
        return
    told: set[tuple[str, Quantity | None]] = {(f.subject, f.percent) for f in known if isinstance(f, Relationship)}
    firm = next((f.object for f in reversed(known) if isinstance(f, Relationship) and f.percent is not None), None)
    for fact in Stakes(nouns_of(frame, frames), rows, firm).read():
        if (fact.subject, fact.percent) not in told:
            told.add((fact.subject, fact.percent))
            yield fact
