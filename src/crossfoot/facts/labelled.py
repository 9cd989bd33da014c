"""What happened, said by a word before a colon: "Retiring at the meeting: Jane Brook and Otto Lind"."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import syntax
from crossfoot.facts.sentence.syntax import Party
from crossfoot.lexicon.deeds import Deed, Deeds
from crossfoot.model import Event

_LABEL = 10  # tokens before the colon
_MOST = 6  # who stands behind it
_BULLETS = frozenset({"*", "-", "•", "·", "–"})
_PEOPLE = ("appointment", "departure")


def state(frame: Frame, rows: Deeds) -> Iterator[Event]:
    """An event for each party behind the colon."""
    tokens, at = frame.sentence.tokens, frame.sentence.opening
    while at < len(tokens) - 1 and tokens[at].text in _BULLETS:
        at += 1
    deed = rows.labels.get(tokens[at].text) if at < len(tokens) and tokens[at].mention is None else None
    end = min(at + _LABEL, len(tokens) - 1)
    colon = next((i for i in range(at, end) if tokens[i].text == ":"), None) if deed is not None else None
    if deed is None or colon is None:
        return
    firm = syntax.before(frame, colon) if colon > at + 1 else None
    firm = firm if firm is not None and firm.kind == "organisation" else None
    ing = tokens[at].text.endswith("ing")
    for party in _parties(frame, colon + 1):
        if party.named and (deed.kind not in _PEOPLE or party.kind in ("person", "proper")):
            yield _event(frame, deed, party, firm.who if firm is not None else None, "planned" if ing else "completed")


def _parties(frame: Frame, at: int) -> Iterator[Party]:
    """Those of a list; what stands beside each between commas is no one else."""
    tokens = frame.sentence.tokens
    for _ in range(_MOST):
        party = syntax.behind(frame, at)
        if party is None:
            return
        yield party
        joint = next((i for i in range(party.last, len(tokens)) if tokens[i].text in ("and", ";", ".")), len(tokens))
        if joint >= len(tokens) - 1 or tokens[joint].text == ".":
            return
        at = joint + 1


def _event(frame: Frame, deed: Deed, party: Party, firm: str | None, status: str) -> Event:
    """Whom it befalls is its object; who leaves does so himself."""
    firm = firm if firm is not None else _firm(frame, party)
    suffers = deed.kind != "departure" and deed.object in ("named", "firm", "person")
    actor, what = (firm, party.who) if suffers else (party.who, firm)
    return Event(
        spans=(frame.sentence.span_of(party.first, party.last),),
        rule=f"labelled.{deed.kind}",
        kind=deed.kind,
        actor=actor if actor != what else None,
        object=what,
        status=status,
    )


def _firm(frame: Frame, party: Party) -> str | None:
    """Whose somebody is, where it is said before or behind him: "Holm finance chief Jane Brook", "head of Holm"."""
    if party.kind not in ("person", "proper"):
        return None
    near = range(max(party.first - 5, 0), min(party.last + 6, len(frame.sentence.tokens)))
    found = next(
        (name.entity for at in near if (name := syntax.name_at(frame.sentence, at)) and name.kind == "organisation"),
        None,
    )
    return found or whose.spoken_of(frame, party.first)
