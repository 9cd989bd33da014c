"""Figures that are nobody's come in; out go the same, each with whose it most likely is.

That is who is named behind "at" or "of" in its sentence ("profit slid 17% at Holm Bank Asia"), else the only body that
the sentence names, else whom the text is about. It is told, and ties nothing: the key of a figure stays as it is.
"""

from __future__ import annotations

import msgspec

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import syntax
from crossfoot.lexicon.names import common
from crossfoot.model import Change, Fact, Measurement, Name, Target

_LINKS = frozenset({"at", "of", "from", "for", "by"})
_LONGEST = 5  # words of a name


def owned(frame: Frame, facts: list[Fact]) -> list[Fact]:
    """The facts of a sentence, those of figures of nobody with whose they most likely are."""
    bare = [f for f in facts if isinstance(f, Measurement | Change | Target) and f.figure.entity is None]
    if not bare:
        return facts
    who = _linked(frame) or _only(frame) or _about(frame) or _strange(frame)
    if who is None:
        return facts
    return [
        msgspec.structs.replace(f, whom=who)
        if isinstance(f, Measurement | Change | Target) and f.figure.entity is None
        else f
        for f in facts
    ]


def _linked(frame: Frame) -> str | None:
    """Who stands behind "at", "of" or "from", known to a reader of names or only capitalised."""
    sentence, tokens = frame.sentence, frame.sentence.tokens
    for at in range(sentence.opening + 1, len(tokens) - 1):
        if tokens[at].mention is not None or tokens[at].text not in _LINKS or syntax.is_time(tokens[at + 1]):
            continue
        first = at + 1 + (tokens[at + 1].text == "the")
        last = first
        while last < len(tokens) and last - first < _LONGEST and syntax.capital(sentence, last):
            last += 1
            if syntax.name_at(sentence, last - 1) is not None:
                break
        if last == first or sentence.shouts:
            continue
        known = syntax.name_at(sentence, last - 1)
        if known is not None and (known.kind == "person" or known.entity in frame.carried.bodies):
            continue
        return known.entity if known is not None else syntax.words_of(sentence, first, last)
    return None


def _only(frame: Frame) -> str | None:
    """The only body that a sentence names and that is no source."""
    names = {
        m.value.entity
        for at, m in frame.sentence.names
        if isinstance(m.value, Name) and m.value.kind == "organisation" and not whose.governed(frame, at)
    }
    names -= frame.carried.bodies
    return names.pop() if len(names) == 1 else None


def _strange(frame: Frame) -> str | None:
    """The first capitalised words of a sentence that no reader knows, and that do not only open it."""
    sentence, tokens, first = frame.sentence, frame.sentence.tokens, frame.sentence.opening
    while first < len(tokens) and not sentence.shouts:
        last = first
        while last < len(tokens) and last - first < _LONGEST and _unknown(frame, last):
            last += 1
        said = syntax.words_of(sentence, first, last) if last > first else ""
        if said and not common().issuperset(said.lower().split()) and (first > sentence.opening or last > first + 1):
            return said
        first = max(last, first + 1)
    return None


def _unknown(frame: Frame, at: int) -> bool:
    token = frame.sentence.tokens[at]
    if token.mention is not None or token.text in frame.words.demonyms:
        return False  # "the Swedish toolmaker"
    return syntax.capital(frame.sentence, at)


def _about(frame: Frame) -> str | None:
    carried = frame.carried
    return carried.headed.entity or carried.first or carried.topic or syntax.main(frame) or carried.headed.opener
