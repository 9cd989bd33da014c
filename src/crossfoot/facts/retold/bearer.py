"""A figure of words that are not spaced comes in; out goes whose it is, where its key is more than a name, or none.

What somebody is stands before his name ("电商平台 | 好集市"), what he says and when behind it ("晖县股份 | 预计").
An everyday word owns nothing ("现场"), and whoever tells of a firm does not own its figures: they are of whom the item
is about.
"""

from __future__ import annotations

from string import ascii_letters

from crossfoot.facts.frame import Frame
from crossfoot.lexicon.ordinary import unheard
from crossfoot.lexicon.retold import Renaming
from crossfoot.model import Change, Measurement, Name, Target

_LEAST = 2  # characters of a name


def of(frame: Frame, rows: Renaming, fact: Measurement | Change | Target) -> str | None:
    """None where its key says it."""
    key = fact.figure.entity or fact.whom
    if key is None:
        return None
    if key in rows.nobody or _teller(frame, rows, key, fact):
        about = next((who for who in _about(frame) if who != key and who not in _people(frame)), None)
        return _bare(about, rows) if about is not None else None
    if key.endswith(rows.exchanges) or (_due(fact) and key.endswith(rows.studying)):
        other = next((who for who in _before(frame) if who != key and not who.endswith(rows.studying)), None)
        return _bare(other, rows) if other is not None else None  # "该机构预测，全年出货量约4700万台"
    bare = _bare(key, rows)
    return bare if bare != key else None


def _due(fact: Measurement | Change | Target) -> bool:
    return isinstance(fact, Target) or fact.due


def _before(frame: Frame) -> list[str]:
    """Whose figures were told before, the latest first, and whom the item is about."""
    told = [level.entity for level in reversed(frame.carried.levels) if level.entity is not None]
    return [*told, *_about(frame)]


def _about(frame: Frame) -> list[str]:
    carried = frame.carried
    known = (carried.headed.entity, carried.first, carried.topic, carried.spoken, carried.lone)
    return [who for who in known if who is not None]


def _bare(name: str, rows: Renaming) -> str:
    """A name without what its bearer is, and what he does."""
    before = ""
    while name != before:
        before = name
        for end in rows.said:
            if name.endswith(end) and len(name) - len(end) >= _LEAST:
                name = name.removesuffix(end)
        for start in rows.when:
            if name.startswith(start) and len(name) - len(start) >= _LEAST:
                name = name.removeprefix(start)
    latin = name.lstrip("".join({*name} - {*ascii_letters}))
    if len(latin) > _LEAST and latin != name and latin[0].isupper() and name.removesuffix(latin).endswith(rows.trades):
        return latin  # "美国芯片商 | Quantar"
    for kind in rows.kinds:
        rest = name[name.find(kind) + len(kind) :] if kind in name else ""
        if len(rest) >= _LEAST and rest not in rows.kinds and (rest.isascii() or unheard(rest[:_LEAST], alone=True)):
            return rest
    return name


def _teller(frame: Frame, rows: Renaming, key: str, fact: Measurement | Change | Target) -> bool:
    """Is it a person, whose own only what he holds, earns or pays is?"""
    own = fact.figure.metric in rows.personal or fact.figure.unit == "share"
    return not own and key in _people(frame)


def _people(frame: Frame) -> set[str]:
    found = {
        mention.value.entity
        for _, mention in frame.sentence.names
        if isinstance(mention.value, Name) and mention.value.kind == "person"
    }
    return found | {frame.carried.person} if frame.carried.person is not None else found
