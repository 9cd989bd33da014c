"""What a text is read to say, and what is blamed where it contradicts itself: for tests of one reader or one tie."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from crossfoot import Source, check
from crossfoot.model import Fact, Settings

T = TypeVar("T", bound=Fact)
_BODIES = ("subject", "object", "entity")


def stated(text: str, shape: type[T]) -> list[T]:
    """The facts of one type in an English text, with the names of bodies in place of their ids."""
    report = check(Source("row", text, lang="en", published="2026-05-12"), Settings(only=frozenset({"facts"})))
    names = {entity.id: entity.name for entity in report.found.entities}
    facts = [fact for fact in report.facts if isinstance(fact, shape)]
    told = [{field: getattr(fact, field) for field in _BODIES if hasattr(fact, field)} for fact in facts]
    return [
        msgspec.structs.replace(fact, **{field: names.get(who, who) for field, who in bodies.items()})
        for fact, bodies in zip(facts, told, strict=True)
    ]


def blamed(text: str) -> tuple[str, str]:
    """The words that are blamed first for the first contradiction of a text, and what should stand there."""
    faults = [v for v in check(Source("note", text)).verdicts if v.outcome == "contradicted" and v.culprits]
    assert faults
    first = faults[0].culprits[0]
    return text[first.span.start : first.span.end], first.suggested or ""


def alarms(text: str) -> list[str]:
    """The codes of what is contradicted or asked about."""
    return [v.code for v in check(Source("note", text)).verdicts if v.code and v.outcome in ("contradicted", "query")]
