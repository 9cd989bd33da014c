"""A figure comes in; out goes of which part it is, without words of its key that name none.

"Daily oil output" is of oil and an average price of nothing; whose a figure is stands with its owner ("online sales at
Pennock"), and what goes overseas is exported.
"""

from __future__ import annotations

from crossfoot.facts.retold import label
from crossfoot.facts.retold.telling import Telling
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.retold import Renaming
from crossfoot.model import Change, Measurement, Target

_WORDS = "words"
_LONGEST = 3  # words of a part


def of(told: Telling, who: str | None) -> str | None:
    """None where the key says it, "" where it is of no part."""
    if told.thing is not None:
        return told.thing if who != told.thing else ""
    if told.metric.startswith("other:") and not told.fact.figure.segment and (said := label.part(told)) is not None:
        return said
    if (listed := _listed(told)) is not None:
        return listed
    members = told.fact.figure.segment
    words = told.fact.within if told.fact.within is not None else " ".join(m for axis, m in members if axis == _WORDS)
    others = [member for axis, member in members if axis != _WORDS]
    kept = _named(told, words, who)
    plain = [told.rows.parts.get(member, member) for member in others]
    if kept == words and plain == others:
        return None
    return ", ".join(filter(None, [*plain, kept]))


def unspaced(rows: Renaming, fact: Measurement | Change | Target, name: str | None) -> str | None:
    """The same where words are not spaced: "运送" of 运送旅客 is no part of anything, and "收益 | 香港" is 香港."""
    said = fact.within
    called = (name or fact.figure.metric).removeprefix("other:")
    if called in rows.compounds and called.startswith(rows.home) and ("market", "domestic") in fact.figure.segment:
        return ""  # 国内 of 国内生产总值
    if said is None or any(axis != _WORDS for axis, _ in fact.figure.segment):
        return None
    bare, before = said, ""
    while bare != before:
        before = bare
        for word in rows.partless:
            bare = bare.removeprefix(word).removesuffix(word)
    return bare if bare != said else None


def _listed(told: Telling) -> str | None:
    """The part that opens one more of a list of parts: "games brought in 5.4 billion | and payments 1.1 billion"."""
    if isinstance(told.fact, Change) or told.fact.figure.segment or told.fact.within or told.before != told.metric:
        return None
    at = told.at - 1
    while told.text(at) in told.frame.words.adverbs:
        at -= 1
    while told.text(at) in told.rows.bringing:
        at -= 1
    first, tokens = at + 1, told.frame.sentence.tokens
    while first > told.frame.sentence.opening and at + 1 - first < _LONGEST and _word(told, first - 1):
        first -= 1
    if first > at or told.text(first - 1) not in told.rows.breaks or told.text(at) in told.rows.partless:
        return None
    said = told.frame.sentence.document.text[tokens[first].start : tokens[at].end]
    return None if said[0].isupper() or said in metric_forms(told.frame.sentence.lang) else said


def _word(told: Telling, at: int) -> bool:
    token, words = told.frame.sentence.tokens[at], told.frame.words
    plain = token.mention is None and token.text[0].isalpha() and token.text not in told.rows.breaks
    small = words.determiners | words.pronouns | words.prepositions | words.auxiliaries | words.than | words.boundary
    return plain and token.text not in small | told.rows.opening | told.rows.closing


def _named(told: Telling, words: str, who: str | None) -> str:
    """The words that name a part: no owner, no verb, nothing that says how or how often something was reckoned."""
    owner = {*(who or told.fact.figure.entity or "").lower().replace("-", " ").split()}
    said = [word for word in words.split() if word.lower() not in told.rows.partless]
    while said and said[-1][0].isupper() and said[-1].lower() in owner:
        said.pop()  # "Online | Pennock", and not the "R&D building" of an R&D centre
    return " ".join(said)
