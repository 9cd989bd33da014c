"""A figure of a list comes in; out goes what all of the list are and of which part it is, where a label tells.

"Vehicle sales, July" above "SUVs: 9,800", "Exports by commodity: machinery 4,120 (+11%), textiles 2,045": what is
measured stands in the headline or before the colon, and the words of each figure only name a part.
"""

from __future__ import annotations

from crossfoot.facts.frame import heading
from crossfoot.facts.retold.telling import Telling
from crossfoot.lexicon.metrics import NAMED, metric_forms
from crossfoot.model import Change, Name, Quantity

_OTHER = "other:"
_LONGEST = 4  # words of a label
_FAR = 60  # tokens between a colon and a figure of its list


def name(told: Telling) -> str | None:
    """What all figures of its list are, for one that is called by its label."""
    label = said(told)
    if label is None or not told.metric.startswith(_OTHER):
        return None
    forms = metric_forms(told.frame.sentence.lang)
    quantity = told.fact.quantity
    for form in _named(told):
        rows = [row for row in forms[form] if quantity.kind in row.kinds or isinstance(told.fact, Change)]
        plain = [row for row in rows if quantity.kind == "money"] or rows
        if not plain:
            plain = [row for row in forms[form] if quantity.kind in ("count", "number") and row.additive_segment]
        if plain:
            counted = [row for row in plain if row.kinds[0] in ("count", "number")]
            row = counted[0] if counted and quantity.kind in ("count", "number", "percent") else plain[0]
            return row.id if row.id in NAMED else _OTHER + form
    return None


def part(told: Telling) -> str | None:
    """The part that a label names; "" for all."""
    label = said(told)
    if label is None or not _named(told):
        return None
    return "" if label.lower() in told.rows.nameless else label


def said(told: Telling) -> str | None:
    """The words of a label right before a figure: between two marks, and no verb, name or measure among them."""
    sentence, tokens, at = told.frame.sentence, told.frame.sentence.tokens, told.at - 1
    if isinstance(told.fact, Change):
        return None
    at -= tokens[at].text == ":" and at > sentence.opening
    first = at + 1
    forms, words = metric_forms(sentence.lang), told.frame.words
    while first > sentence.opening and at + 1 - first < _LONGEST:
        token = tokens[first - 1]
        if token.mention is not None and (isinstance(token.mention.value, Name) or _mark(token.text)):
            return None
        if isinstance(getattr(token.mention, "value", None), Quantity) or not token.text[0].isalpha():
            break
        if token.text in forms or token.text in words.auxiliaries | words.prepositions | words.agents | words.reporting:
            return None
        first -= 1
    before = tokens[first - 1].text if first > sentence.opening else ":"
    if first > at or before not in told.rows.lists:
        return None
    text = sentence.document.text[tokens[first].start : tokens[at].end]
    return text if text and not text.endswith(told.rows.verbal) else None


def _mark(text: str) -> bool:
    return not text[:1].isalnum()


def _named(told: Telling) -> tuple[str, ...]:
    """The measures that stand before the colon of its sentence, else those of its headline."""
    tokens, opening = told.frame.sentence.tokens, told.frame.sentence.opening
    colon = next((i for i in range(opening, min(told.at, opening + _FAR)) if tokens[i].text == ":"), None)
    if colon is not None and not any(
        isinstance(getattr(tokens[i].mention, "value", None), Quantity) for i in range(opening, colon)
    ):
        text = told.frame.sentence.document.text[tokens[opening].start : tokens[colon].end]
        if found := heading.measures(text, told.frame.sentence.lang):
            return found
    return told.frame.carried.headed.named
