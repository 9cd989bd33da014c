"""Parts set out behind a mark: "Revenue by region: Americas 47%, Europe 33%, Asia 20%".

Only a list whose percentages come to a hundred is one of parts: nothing else tells it from one of rates.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from crossfoot.facts.parts.clause import Clause, Told, Whole
from crossfoot.facts.sentence import nouns, syntax
from crossfoot.facts.sentence.nouns import Phrase
from crossfoot.facts.share import in_percent
from crossfoot.model import Quantity

_LEAST = 3  # parts
_LONG = 7  # tokens of the name of a part
_FULL, _SLACK = 100, 1.5  # percent
_MARKS = frozenset({":", "-", "–", "—", ","})
_BETWEEN = frozenset({",", ";", "and", "&", "|", ".", ")", "(", ":", "•", "*", "plus", "-", "–", "/"})


def listed(clause: Clause, places: list[int]) -> Iterator[Told]:
    """The parts of what stands before the mark, where all of them make it up."""
    if not clause.sentence.present & _MARKS:
        return
    top = _top(clause, places)
    if len(places) < (_LEAST if not top else 2):
        return
    named = [(at, _name(clause, at, before)) for before, at in pairwise([_opening(clause, places[0]), *places])]
    parts = [(at, phrase) for at, phrase in named if phrase is not None]
    sizes = [_size(clause, at) for at, _ in parts]
    if len(parts) != len(places) or (not top and (len(parts) < _LEAST or abs(sum(sizes) - _FULL) > _SLACK)):
        return
    whole = _whole(clause, places[0]) if not top else Whole(top, None, places[0], places[0] + 1)
    for at, phrase in parts:
        if (found := clause.told(at, phrase, whole, "")) is not None:
            yield found


def _top(clause: Clause, places: list[int]) -> str | None:
    """What the words before a colon say are the largest parts: "Top holdings: Holm 9.4%, Idris 7.7%"."""
    tokens, first = clause.tokens, clause.sentence.opening
    colon = _opening(clause, places[0]) if places else -1
    rows = clause.rows
    if colon < 0 or tokens[colon].text != ":" or colon - first > _LONG or tokens[first].text not in rows.tops:
        return None
    return next((tokens[i].text for i in range(first + 1, colon) if tokens[i].text in rows.ranked), None)


def _opening(clause: Clause, first: int) -> int:
    """The mark behind which a list begins."""
    tokens = clause.tokens
    return next((i for i in range(first, clause.sentence.opening, -1) if tokens[i].text in (":", "-", "–", "—")), -1)


def _name(clause: Clause, at: int, since: int) -> Phrase | None:
    """What stands between one percentage and the next: "Europe 33%", "Europe (33%)", "Europe: 33%"."""
    tokens, last, first = clause.tokens, at, since + 1
    while last > first and (tokens[last - 1].text in _BETWEEN or clause.counts(last - 1)):
        last -= 1
    while first < last and (tokens[first].text in _BETWEEN or syntax.is_size(tokens[first])):
        first += 1
    if since < 0 or first >= last or last - first > _LONG:
        return None
    if any(tokens[i].text in clause.words.bars or tokens[i].text in _BETWEEN for i in range(first, last)):
        return None
    return clause.known(nouns.phrase(clause.frame, first, last))


def _size(clause: Clause, at: int) -> float:
    mention = clause.tokens[at].mention
    value = in_percent(mention).value if mention is not None else None
    return float(value.low) if isinstance(value, Quantity) else 0.0


def _whole(clause: Clause, first: int) -> Whole:
    """What the words before the mark name: "Revenue | by region in 2021"."""
    phrase = nouns.behind(clause.frame, clause.sentence.opening, clause.ends, timed=True)
    mark = _opening(clause, first)
    words = phrase.words if phrase is not None and phrase.last <= mark and phrase.last - phrase.first <= _LONG else None
    return Whole(words, None, first, first + 1)
