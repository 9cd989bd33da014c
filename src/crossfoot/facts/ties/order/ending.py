"""A move that is told by a word with both its ends: "cut its forecast to $3.10 from $3.40"; and by no size.

A figure and the one before it come in; out go what the later of the two moments has, the word, and which way it says
that it went. Words are spaced; where they are not, a word stands behind what it is of (`ordered.py`).
"""

from __future__ import annotations

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import precedes
from crossfoot.late import late
from crossfoot.lexicon.judging import judges
from crossfoot.lexicon.ordered import Order
from crossfoot.lexicon.words import directions
from crossfoot.model import Span

Found = tuple[Amount, Span, str]

NEAR = 3  # words from the one that moves to "to": "cut its forecast to"
_CLAUSE = late(r"[,;:()]|\b(?:and|but|while|as|after|when|because|since|that|which|who)\b")
_TO = late(r",? (?:to|back to)(?: (?:a|an|about|around|some|just|only|its|the|record))*\s*$")
_STREAK = late(
    r" for (?:a|an|the) (?:[a-z]+ ){1,3}(?:day|week|month|quarter|year|session|time)s?"
    r"(?: (?:running|in a row|in succession))?,?(?= )"
)
_WORD = late(r"[a-z'’-]+")


def ended(rows: Order, first: Amount, second: Amount) -> Found | None:
    """ "Fell to 410 million, its lowest in five years, from 455 million"."""
    base = rows.started.fullmatch(second.lead.lower())
    if base is None or not rows.rows.never.isdisjoint(_WORD.findall(base["left"])):
        return None
    if base["base"] in rows.rows.followed and not _dated(rows, first, second):
        return None
    return _said(first, second.span.start - len(second.lead))


def opened(rows: Order, first: Amount, second: Amount) -> Found | None:
    """ "After $520 million last year, revenue went up to $610 million": what it moved from stands first."""
    base = rows.started.fullmatch(first.lead.lower())
    if base is None or base["left"].strip() or base["base"] not in rows.rows.opening:
        return None
    words = _WORD.findall(second.lead.lower())
    if words in (["to"], ["and"]) or not rows.rows.never.isdisjoint(words):
        return None  # "from 12 to 14 million"; "from 3.56 billion, while profit rose to 2.14 billion"
    if base["base"] in rows.rows.followed and "," not in second.lead:
        return None
    return _said(second, second.span.end)


def _said(now: Amount, until: int) -> Found | None:
    """The one verb that says which way a figure went, right before "to" and it."""
    lead = _STREAK.sub(lambda m: " " * len(m[0]), now.lead.lower())
    to = _TO.search(lead)
    if to is None or until < now.span.end:
        return None
    begins = [m.end() for m in _CLAUSE.finditer(lead, 0, to.start())]
    start = begins[-1] if begins else 0
    words = list(_WORD.finditer(lead, start, to.start()))[-NEAR:]
    known = directions(now.lang)
    told = [m for m in words if known.get(m[0], ("", ()))[0] in ("up", "down")]
    if len(told) != 1 or judges(told[0][0]):
        return None
    if "verb" not in known[told[0][0]][1] and told[0] is not words[-1]:  # "has come down to"
        return None
    at = now.span.start - len(now.lead)
    return now, Span(now.span.doc, at + told[0].start(), at + told[0].end()), known[told[0][0]][0]


def _dated(rows: Order, first: Amount, second: Amount) -> bool:
    """Does an earlier time follow a figure: "after $71 million a year ago", and not "after $71 million of charges"?"""
    return precedes(second, first) is True or rows.timed.match(second.tail.lower()) is not None
