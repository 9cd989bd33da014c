"""A user's own list of entities comes in; out go the places where they are named, and who a name stands for.

Names on the list are found wherever they stand, and a name that the rules found, or a short form of it, is linked to
the entity of the list whose forms it shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crossfoot.late import late
from crossfoot.mentions.entity import key_of
from crossfoot.mentions.name_latin import Candidate, Leaf
from crossfoot.model import Directory, Entity

_HAN = 2  # characters that open a Chinese form
_WORD = late(r"[^\W_]+|[\u3400-\u9fff]{2}")
_OPENS = late(r"[A-Z0-9À-Þ][^\W_]*|[\u3400-\u9fff]")


def directory(entities: Iterable[Entity]) -> Directory:
    """The list made ready for look-up; of two entities that share a form, the first has it.

    >>> ready = directory([Entity("Q1", "Geely Automobile Holdings Ltd", "organisation", ("吉利汽车",))])
    >>> ready.forms["geely"]
    (('geely automobile holdings ltd', 'Q1'), ('geely automobile', 'Q1'))
    """
    known, owners = dict[str, Entity](), dict[str, str]()
    for entity in entities:
        known[entity.id] = entity
        for name in (entity.name, *entity.aliases):
            for form in (_folded(name), key_of(name).replace("-", " ")):
                if form:
                    owners.setdefault(form, entity.id)
    forms = dict[str, list[tuple[str, str]]]()
    for form, owner in owners.items():
        forms.setdefault(_opening(form), []).append((form, owner))
    return Directory({key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in forms.items()}, known)


def owner(known: Directory, names: Iterable[str]) -> Entity | None:
    """The entity of the list that one of these forms of a name belongs to."""
    for name in sorted(names, key=lambda form: (-len(form), form)):
        for form in (_folded(name), key_of(name).replace("-", " ")):
            found = next((id_ for said, id_ in known.forms.get(_opening(form), ()) if said == form), None)
            if found is not None:
                return known.entities[found]
    return None


def candidates(text: str, leaves: list[Leaf], known: Directory) -> Iterator[Candidate]:
    """Every place where a form of the list stands, the longest at each, as written with a capital or in Chinese."""
    for number, (start, end, _, _) in enumerate(leaves):
        past = start
        for opening in _OPENS.finditer(text, start, end):
            at = opening.start()
            if at < past:
                continue
            for form, entity in known.forms.get(_opening(text[at : at + len(opening[0]) + 1]), ()):
                stop = _stop(text, at, min(end, at + 2 * len(form)), form)
                if stop is not None:
                    kind = known.entities[entity].kind
                    yield Candidate(at, stop, text[at:stop], kind, "listed", number)
                    past = stop
                    break


def _stop(text: str, at: int, end: int, form: str) -> int | None:
    """Where a form ends that stands at a place, whatever marks and spaces stand between its words."""
    place = at
    for part in form.split():
        while place < end and place > at and not text[place].isalnum():
            place += 1
        if text[place : place + len(part)].lower() != part:
            return None
        place += len(part)
    inside = (
        text[place - 1 : place].isascii() and text[place : place + 1].isalnum() and text[place : place + 1].isascii()
    )
    return None if inside else place


def _folded(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", name.lower()))


def _opening(form: str) -> str:
    found = _WORD.match(form)
    if found is None:
        return form
    return form[:_HAN].lower() if form[:1] > "\u3400" else found[0].lower()
