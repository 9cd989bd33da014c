"""Figures that are nobody's come in; out go the same, each with whose it most likely is.

That is who is named behind "at" or "of" in its sentence ("profit slid 17% at Holm Bank Asia"), else the only body that
the sentence names, else whom the text is about. It is told, and ties nothing: the key of a figure stays as it is.
"""

from __future__ import annotations

import msgspec

from crossfoot.facts.clauses.nouns import nouns_of
from crossfoot.facts.frame import Frame, opening, whose
from crossfoot.facts.sentence import syntax
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.names import common
from crossfoot.lexicon.verbal import verbal
from crossfoot.model import Change, Fact, Measurement, Name, Target

_LINKS = frozenset({"at", "of", "from", "for", "by"})
_CLAUSES = frozenset({";", ",", "and", "but", "while"})
_LONGEST = 5  # words of a name


def owned(frame: Frame, facts: list[Fact]) -> list[Fact]:
    """The facts of a sentence, those of figures of nobody with whose they most likely are."""
    bare = [f for f in facts if isinstance(f, Measurement | Change | Target) and f.figure.entity is None]
    if not bare:
        return facts
    if not frame.words.spaced:
        who = _unspaced(frame)
    else:
        who = _linked(frame) or _only(frame) or _about(frame) or _strange(frame)
    at = {token.start: i for i, token in enumerate(frame.sentence.tokens)} if who is None and frame.words.spaced else {}
    made = list[Fact]()
    for f in facts:
        if isinstance(f, Measurement | Change | Target) and f.figure.entity is None:
            near = who or (_acting(frame, at.get(f.printed[0].span.start), f) if f.printed else None)
            f = msgspec.structs.replace(f, whom=near) if near is not None else f
        made.append(f)
    return made


def _acting(frame: Frame, index: int | None, fact: Measurement | Change | Target) -> str | None:
    """Whoever leads the clause of a figure, in whatever words: "the hospital treated 12,400 outpatients"."""
    who = _doer(frame, index) if index is not None else None
    if who is None:
        return frame.carried.opened
    said, forms = who.lower().split(), metric_forms(frame.sentence.lang)
    called = {*(fact.quantity.of or "").lower().split()}
    if any(word in forms for word in said) or not called.isdisjoint(said):
        return frame.carried.opened
    frame.carried.opened = frame.carried.opened or who
    return who


def _doer(frame: Frame, index: int) -> str | None:
    """The noun phrase that its sentence or clause opens with, up to the verb right before a figure."""
    tokens, words, at = frame.sentence.tokens, frame.words, index - 1
    while at > 0 and tokens[at].mention is None and tokens[at].text in words.adverbs | words.determiners:
        at -= 1
    if at < 1 or not syntax.acts(frame.sentence, at):
        return None
    while at > 0 and tokens[at - 1].mention is None and tokens[at - 1].text in words.adverbs | words.auxiliaries:
        at -= 1
    first = at
    while first > frame.sentence.opening and at - first < _LONGEST and not syntax.barred(frame.sentence, first - 1):
        first -= 1
    opens = first == frame.sentence.opening or tokens[first - 1].text in _CLAUSES
    party = syntax.party(frame, first, at, opens=True) if opens and first < at else None
    return party.who if party is not None and party.kind != "back" and not party.who[0].isdigit() else None


def _unspaced(frame: Frame) -> str | None:
    """Whom a sentence without spaces begins with, or the text was about."""
    rows = verbal(frame.sentence.lang)
    noun = nouns_of(frame, rows).opener() if rows is not None else None
    carried = frame.carried
    carried.opened = carried.opened or opening.likely(frame.sentence)
    for who in (noun.who if noun is not None else None, carried.spoken, carried.first, carried.opened):
        if who is not None and not who.endswith(frame.words.telling):
            return who
    return None


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
