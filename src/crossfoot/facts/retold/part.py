"""A figure comes in; out goes of which part it is, without words of its key that name none.

"Daily oil output" is of oil and an average price of nothing; whose a figure is stands with its owner ("online sales at
Pennock"), and what goes overseas is exported.
"""

from __future__ import annotations

from crossfoot.facts.retold.telling import Telling

_WORDS = "words"


def of(told: Telling, who: str | None) -> str | None:
    """None where the key says it, "" where it is of no part."""
    if told.thing is not None:
        return told.thing if who != told.thing else ""
    members = told.fact.figure.segment
    words = told.fact.within if told.fact.within is not None else " ".join(m for axis, m in members if axis == _WORDS)
    others = [member for axis, member in members if axis != _WORDS]
    kept = _named(told, words, who)
    plain = [told.rows.parts.get(member, member) for member in others]
    if kept == words and plain == others:
        return None
    return ", ".join(filter(None, [*plain, kept]))


def _named(told: Telling, words: str, who: str | None) -> str:
    """The words that name a part: no owner, no verb, nothing that says how or how often something was reckoned."""
    owner = {*(who or told.fact.figure.entity or "").lower().replace("-", " ").split()}
    said = [word for word in words.split() if word.lower() not in told.rows.partless]
    while said and said[-1][0].isupper() and said[-1].lower() in owner:
        said.pop()  # "Online | Pennock", and not the "R&D building" of an R&D centre
    return " ".join(said)
