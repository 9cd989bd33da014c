"""Places that an item counts: "Top three EV brands in Thailand: 1. Sarin (31%) 2. Voltra (19%) 3. Mekong Auto".

The numbers end sentences for all other readers, so the text of a whole item comes in, with its names; where numbers
count up from one, each before a name, and a superlative stands before the first, who takes which place goes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.placing import placing
from crossfoot.model import Block, Document, Mention, Name, Rank, Span

_MARK = late(r"(?<![\w.,/$€£-])\(?#?(\d{1,2})(?:[.)]:?|:) *(?=[\"“']?[A-ZÀ-Þ])")
_NAME = late(r"[\"“']?([A-ZÀ-Þ][\w&'’+-]*(?: (?:& |of |de )?[A-ZÀ-Þ][\w&'’+-]*){0,4})")
_BARE = late(r"(?:(?<=[:;,] )|(?<=\n))(\d{1,2}) (?=[A-ZÀ-Þ])")
_TITLED = late(r"(?i:\branking|\bleague table|\btop \d{1,2}\b)[^.;:]{0,80}: ?")
_RANKING = late(
    r"(?i:\branking|league table) (?:of|for) (?:the )?(?P<what>(?P<where>[A-ZÀ-Þ][\w-]+)? ?"
    r"[a-z][\w'-]*(?: [a-z][\w'-]*){0,3})"
)
_AHEAD = 120  # characters before the first number in which it is said what is ranked
_WITHIN = 160  # characters between one number and the next
_LEAST, _MOST = 2, 30  # places of a list


def state(document: Document, told: Sequence[tuple[Block, list[Mention]]], lang: str) -> Iterator[Rank]:
    """The places of the first list that an item counts."""
    rows = placing(lang)
    if rows is None or not told:
        return
    text, start, end = document.text, told[0][0].span.start, told[-1][0].span.end
    marks = _counted(list(_MARK.finditer(text, start, end)))
    if len(marks) < _LEAST and (titled := _TITLED.search(text, start, end)) is not None:
        marks = _counted(list(_BARE.finditer(text, titled.end(), end)))  # "Ranking of brewers: 1 Holm 590; 2 Idris 441"
    if len(marks) < _LEAST:
        return
    said = _ranked(lang).search(text, max(start, marks[0].start() - _AHEAD), marks[0].start())
    said = said or _RANKING.search(text, max(start, marks[0].start() - _AHEAD), marks[0].start())
    if said is None:
        return
    names = {m.span.start: m.value.entity for _, mentions in told for m in mentions if isinstance(m.value, Name)}
    for rank, mark in enumerate(marks, 1):
        named = _NAME.match(text, mark.end(), end)
        if named is None:
            continue
        yield Rank(
            spans=(Span(document.id, *named.span(1)),),
            rule="placing.numbered",
            entity=names.get(named.start(1), named[1]),
            rank=rank,
            among=said["what"] or None,
            place=said["where"] or None,
        )


def _counted(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that count up from one, each near the one before."""
    found = list[re.Match[str]]()
    for mark in marks:
        if int(mark[1]) == len(found) + 1 and (not found or mark.start() - found[-1].end() < _WITHIN):
            found.append(mark)
        elif found:
            break
    return found if len(found) <= _MOST else []


@cache
def _ranked(lang: str) -> re.Pattern[str]:
    """What is ranked, behind a superlative and how many of them: "Top three | EV brands | in | Thailand"."""
    rows = placing(lang)
    best = "|".join(map(re.escape, sorted(rows.superlatives, key=len, reverse=True))) if rows is not None else "-"
    counts = "|".join(rows.numbers) if rows is not None else "-"
    return re.compile(
        rf"(?i:\b(?:{best})(?:[ -](?:\d{{1,2}}|{counts}))?) (?P<what>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){{0,3}}?)"
        r"(?=[,:;.(]| (?:in|of|by|for|at|on|last|this)\b|$)"
        r"(?: (?:in|of) (?:the )?(?P<where>[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)?))?"
    )
