"""Things counted and then told one by one: "three parts. First, ... Second, ... Third, ...", "三项要求：一是……二是……".

A document and one of its blocks come in, listings go out. The number stands right before the first of them; the list
ends where the next ordinal fails to come in the rest of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossfoot.facts.tally import listed, things
from crossfoot.late import late
from crossfoot.lexicon import either
from crossfoot.lexicon.counting import counting
from crossfoot.lexicon.languages import spaced
from crossfoot.model import Block, Document, Fact, Span

AHEAD = 50  # characters between a number and the first thing told
REACH = 1200  # characters in which they are told


@cache
def _numbered(lang: str) -> re.Pattern[str]:
    """A number of things that are told one by one, up to the end of its words."""
    rows = counting(lang)
    small = either(word for word, number in rows.small.items() if number > 1)
    if spaced(lang):
        return late(rf"\b({small}) (?:[a-z-]{{2,16}} ){{0,2}}(?:{either(rows.told)})\b", re.IGNORECASE)
    never = "".join((*rows.order, *rows.unless["told"]))
    return late(rf"(?<![\d{never}])({small})(?:{either(rows.told)})")


def state(document: Document, block: Block) -> Iterator[Fact]:
    """The listings of one sentence: those whose number it has."""
    rows = counting(block.lang)
    if not rows.firsts:
        return
    text = document.text
    for found in _numbered(block.lang).finditer(text, block.span.start, block.span.end):
        stop = text.find("\n\n", found.end())
        stop = min(stop if stop >= 0 else len(text), found.end() + REACH)
        spans = next(filter(None, (_told(document, found.end(), stop, firsts) for firsts in rows.firsts)), [])
        between = text[found.end() : spans[0].start] if spans else ""
        if not spans or _numbered(block.lang).search(between):
            continue
        number, at = rows.small[found[1].lower()], Span(document.id, *found.span(1))
        if abs(number - len(spans)) > 1:
            continue  # of something else
        yield listed("one.by.one", at, things(number, at), spans)


def _told(document: Document, start: int, stop: int, firsts: tuple[str, ...]) -> list[Span]:
    """Where each of some things begins, in order; none where the first is far, or stands at the very end of the row."""
    text, spans, at = document.text, list[Span](), start
    for word in firsts:
        found = text.find(word, at, stop if spans else min(stop, start + AHEAD + len(word)))
        if found < 0:
            break
        spans.append(Span(document.id, found, found + len(word.rstrip(" ，,"))))
        at = found + len(word)
    again = bool(spans) and text.find(firsts[0], spans[0].end, stop) >= 0  # two such lists: whose they are is open
    return spans if 1 < len(spans) < len(firsts) and not again else []
