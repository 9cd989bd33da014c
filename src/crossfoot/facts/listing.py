"""A number of names said, and the names then given: "four plants: Anlow, Brackton, Cressey and Dunmore"."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match
from crossfoot.facts.tally import listed
from crossfoot.late import late
from crossfoot.lexicon.counting import counting
from crossfoot.model import Fact, Mention, Quantity, Span

_JOINT = late(r",\s*(?:and|or)\s+|,(?!\d{3})\s*|\s+and\s+|、|和|及")
_END = late(r"\s[-–—]{1,2}\s|[.;:。；)]")
_WORD = late(r"\w+")
_NUMBER = late(r"[\d.,]+")  # "three outside it: 1,450 inside and 4,350 outside"
_HEADS = frozenset({",", "and", ";"})
_PART = r"[A-Z][\w'’&-]{1,20}(?: (?:of |de )?[A-Z0-9][\w'’&-]{0,20}){0,3}"
_ASIDE = late(rf"{_PART}(?:, {_PART}){{1,8}},? and {_PART}(?=,)")
BESIDE = 24  # characters before a number in which so many of them are told
MOST_WORDS = 7  # in a name; what is longer is a clause
MOST_CHARACTERS = 200  # in a name
FEWEST = 4  # times as many may be counted as are listed
MOST_NAMES = 50  # in a list that somebody has counted


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    mention, quantity = match.mention("count"), match.quantity("count")
    if mention is None or quantity is None or quantity.ranged or _of_more(frame, mention):
        return
    names = (
        _named(frame, match.end) if match.row.sense == "aside" else _names(frame, match.end, match.listed("incomplete"))
    )
    names = names or _amounts(frame, match)
    if len(names) < 2 or quantity.low > FEWEST * len(names):  # "43,456 on 32 calls - 1,358 to a ship": no list of them
        return
    yield listed(match.row.name, mention.span, quantity, names, said=match.span)


def _of_more(frame: Frame, mention: Mention) -> bool:
    """Is it the number of all of whom some are named: "three of the four winners, Bell, Cox and Dunn, came"?"""
    text, rows = frame.sentence.document.text, counting(frame.sentence.lang)
    before = text[max(mention.span.start - BESIDE, 0) : mention.span.start].lower().split()
    return (
        len(before) > 2
        and before[-2] == "of"
        and before[-1] in rows.all
        and (before[-3] in rows.small or before[-3].isdecimal())
    )


def _named(frame: Frame, after: int) -> list[Span]:
    """Three names or more that are set in between commas: "its four mines, Lowrie, Garnet and Teal Creek, made"."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    start = tokens[after].start if after < len(tokens) else frame.sentence.span.end
    found = _ASIDE.match(text, start, min(start + MOST_CHARACTERS, frame.sentence.span.end))
    if found is None:
        return []
    ends = [m.span() for m in _JOINT.finditer(text, *found.span())]
    starts = [found.start(), *(end for _, end in ends)]
    return [
        Span(frame.sentence.document.id, first, last)
        for first, last in zip(starts, [*(start for start, _ in ends), found.end()], strict=True)
    ]


def _amounts(frame: Frame, match: Match) -> list[Span]:
    """Figures of one kind, each heading its part: "three tranches: $6 million of ..., and $1 million of ..."."""
    tokens, found = frame.sentence.tokens, list[Mention]()
    if match.row.sense == "aside" or tokens[match.end - 1].text != ":":
        return []
    for i in range(match.end, len(tokens)):
        mention = tokens[i].mention
        if mention is None or not isinstance(mention.value, Quantity):
            continue
        heads = i == match.end or tokens[i - 1].text in _HEADS
        if i == match.end and mention.value.kind not in ("money", "measure", "percent"):
            return []
        if heads and (not found or _kind(mention) == _kind(found[0])):
            found.append(mention)
        elif not found:
            return []
    return [m.span for m in found]


def _kind(mention: Mention) -> tuple[str, str]:
    value = mention.value
    return (value.kind, value.unit) if isinstance(value, Quantity) else ("", "")


def _names(frame: Frame, after: int, incomplete: frozenset[str]) -> list[Span]:
    """The members of the list behind a token; none where any of them does not look like a name."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    if after >= len(tokens):
        return []
    spans, at, stop = list[Span](), tokens[after].start, frame.sentence.span.end
    # Name by name, so that a list that is none is left at the first of its members.
    while len(spans) < MOST_NAMES:
        reach = min(at + MOST_CHARACTERS, stop)
        joint, end = _JOINT.search(text, at, reach), _END.search(text, at, reach)
        if joint is None and end is None and reach < stop:
            return []
        closed = joint is None or (end is not None and end.start() < joint.end())
        last = joint.start() if joint and not closed else end.start() if end else stop
        words = text[at:last].split()
        if not words or len(words) > MOST_WORDS or not (words[0][0].isupper() or words[0][0].isdigit()):
            return []
        if _NUMBER.fullmatch(words[0]):
            return []
        if not incomplete.isdisjoint(_WORD.findall(text, at, last)):
            return []
        spans.append(Span(frame.sentence.document.id, at, last))
        if joint is None or closed:
            return spans
        at = joint.end()
    return []
