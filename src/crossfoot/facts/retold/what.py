"""A figure comes in; out goes what a reader calls it, where that is not what its key is called.

Shares that somebody offers are shares on offer, the tonnes of a plant its capacity; a name begins with no conjunction
and ends with no verb; and what is called by nothing but "the total" is called as the figure of its sort before it.
"""

from __future__ import annotations

from itertools import pairwise

import msgspec

from crossfoot.facts.frame import governed
from crossfoot.facts.retold import label, unnamed
from crossfoot.facts.retold import sort as sort_
from crossfoot.facts.retold.telling import Telling
from crossfoot.lexicon.metrics import NAMED, metric, metric_forms
from crossfoot.lexicon.parts import parts
from crossfoot.model import Change, Cue, Measurement, Quantity

_NEAR = 6  # tokens between a verb and what is sold
_NOUN = 4  # words of a noun phrase
_FAR = 20  # tokens between what is about to be told and its figure
_LONG = 4  # words of a name
_FEW = 2  # words that name a thing
_OTHER = "other:"


def called(told: Telling, spoken: unnamed.Spoken) -> str | None:
    fact, known = told.fact, told.frame.carried.retold
    if isinstance(fact, Measurement) and unnamed.hidden(fact):
        if (paid := sort_.bought(told)) is not None:
            return paid
        last = told.here.get(sort(told)) or (told.here.get("last") if fact.quantity.kind == "number" else None)
        return unnamed.spaced(fact, last) if unnamed.apart(fact, spoken) else None
    name = next((name for way in WAYS if (name := way(told)) is not None), None)
    now = name if name is not None else told.metric
    if (
        now.removeprefix(_OTHER).lower() in told.rows.nameless
        or not now.removeprefix(_OTHER)
        or (name is None and sort_.nobody(told))
    ):
        name = known.get(sort(told)) or (known.get("last") if isinstance(told.fact, Change) else None)
        now = name or ""
    if now:
        known[sort(told)] = known["last"] = known[f"unit {told.fact.quantity.unit}"] = now
        told.here[sort(told)] = told.here["last"] = now
    return name if name != told.metric else None


def thing(told: Telling) -> str | None:
    """The thing that names a figure beside one whose measure was told: "sales rose 4%, while | watches | stagnated"."""
    key, quantity, words = told.fact.figure.metric, told.fact.quantity, told.frame.words
    name = quantity.of or key.removeprefix(_OTHER)
    last, said = _beside(told), name.split()
    if last is None or not key.startswith(_OTHER) or name in NAMED or not 0 < len(said) <= _FEW:
        return None
    if quantity.kind != "money" and quantity.unit not in ("", "percent"):
        return None  # "12,400 accounts" are themselves what is counted
    row = metric(last)
    if quantity.kind == "money" and row is not None and "money" not in row.kinds:
        return None  # "2,310 employees and bank balances of 388 million"
    nouns = _nouns(told)
    if said[-1].lower() in nouns | words.ratios or said[-1].endswith("ed") or not _opens(told, said):
        return None
    return name if last in NAMED or last.split()[-1].lower() in nouns - told.rows.priced else None


def _opens(told: Telling, said: list[str]) -> bool:
    """Does a clause begin with some words, right behind a mark or a conjunction?"""
    first = max(told.at - _FAR, told.frame.sentence.opening)
    at = next((i for i in range(told.at - len(said), first - 1, -1) if told.text(i) == said[0].lower()), None)
    words = told.frame.words
    return at is not None and (
        at == first or told.text(at - 1) in words.boundary or told.text(at - 1) in told.rows.joints
    )


def _beside(told: Telling) -> str | None:
    """What the figure of its sort before it in its sentence is called, or any for a move."""
    return told.here.get(sort(told)) or told.here.get("last")


def sort(told: Telling) -> str:
    """Figures of one sort may be called the same: moves, money in one currency, what is counted or weighed."""
    quantity = told.fact.quantity
    if isinstance(told.fact, Change):
        return "change"
    return quantity.currency or (quantity.unit if quantity.kind not in ("number", "count") else "number")


def _shares(told: Telling) -> str | None:
    """ "The chain is offering 250 million shares"."""
    quantity = told.fact.quantity
    if isinstance(told.fact, Change) or quantity.unit not in told.rows.shares:
        return None
    if told.metric not in ("sales_volume", "stake") and not told.metric.startswith(_OTHER):
        return None
    tokens, first = told.frame.sentence.tokens, max(told.at - _NEAR, 0)
    near = range(told.at - 1, first - 1, -1)
    stop = next((i for i in near if tokens[i].text in told.frame.words.boundary), first - 1)
    verbs = (i for i in near if i > stop and told.text(i) in told.rows.offering)
    offered = any(told.text(i - 1) not in told.frame.words.determiners for i in verbs)  # "before the placing he owned"
    return "shares_offered" if offered else None


def _capacity(told: Telling) -> str | None:
    """ "A 36,000-tonne granules plant", "will turn out 22,000 vehicles annually"."""
    quantity = told.fact.quantity
    if isinstance(told.fact, Change) or quantity.kind not in ("measure", "count", "number") or not quantity.unit:
        return None
    if told.metric == "floor_area" or quantity.unit in ("m2", "km", "m", "ha"):
        return None
    return "capacity" if _of_works(told, quantity) or _to_come(told) else None


def _of_works(told: Telling, quantity: Quantity) -> bool:
    text, end = told.frame.sentence.document.text, told.frame.sentence.tokens[told.at].end
    before = told.text(told.at - 1)
    if quantity.kind != "measure" or before not in told.frame.words.determiners or text[end : end + 1] not in " -":
        return False
    for i in range(told.at + 1, told.at + 1 + _NOUN):
        if told.text(i) in told.rows.works:
            return True
        token = told.frame.sentence.tokens[i] if i < len(told.frame.sentence.tokens) else None
        if token is None or token.mention is not None or not (token.text[0].isalpha() or token.text == "-"):
            return False
    return False


def _to_come(told: Telling) -> bool:
    near = told.frame.texts(max(told.at - 4, 0), told.at)
    behind = [told.text(i) for i in range(told.at + 1, told.at + 4)]
    yearly = any(said in told.rows.yearly for said in (*behind, *map(" ".join, pairwise(behind))))
    foreseen = not near.isdisjoint(told.rows.able) and not near.isdisjoint(told.rows.turning_out)
    return foreseen and (yearly or told.fact.quantity.per == "year")


def _tidy(told: Telling) -> str | None:
    """A name without the conjunctions and verbs that stand around it; nothing where nothing is left."""
    if not told.metric.startswith(_OTHER):
        return None
    said = told.metric.removeprefix(_OTHER).split()
    first, last = 0, len(said)
    while first < last and said[first].lower() in told.rows.opening:
        first += 1
    while last > first + 1 and said[last - 1].lower() in told.rows.closing:
        last -= 1
    if (first, last) == (0, len(said)) or first == last:
        return None
    return _OTHER + " ".join(said[first:last])


def _fine(told: Telling) -> str | None:
    """ "Imposed a penalty of 7.5 million thalers"."""
    paid = told.fact.quantity.kind in ("money", "count") and not isinstance(told.fact, Change)
    return "fine" if paid and f"{told.text(told.at - 2)} {told.text(told.at - 1)}" in told.rows.penalties else None


def _cost(told: Telling) -> str | None:
    """What something cost is only a cost, whatever it was for, and what costs more than it did has a price."""
    if told.metric != "investment":
        return None
    near = told.frame.texts(max(told.at - _NEAR, told.frame.sentence.opening), told.at)
    if near.isdisjoint(told.rows.costing):
        return None
    return "price" if isinstance(told.fact, Change) else f"{_OTHER}cost"


def _trade(told: Telling) -> str | None:
    """ "The region's imports declined 3.3%": of their value, where nothing says of what."""
    name = told.metric.removeprefix(_OTHER).lower()
    if told.fact.quantity.kind not in ("percent", "money") or name not in told.rows.traded:
        return None
    return f"{name}_value"


def _bag(told: Telling) -> str | None:
    """What the clause of a move is about, where its key is only a bag of the words before it."""
    if not told.metric.startswith(_OTHER) or told.fact.quantity.of or not isinstance(told.fact, Change):
        return None
    sentence, name = told.frame.sentence, told.metric.removeprefix(_OTHER)
    said = sentence.document.text[sentence.span.start : sentence.span.end].lower()
    if name in said and len(name.split()) < _LONG:
        return None
    at = verb(told)
    found = governed.before(told.frame, at, told.fact.quantity) if at is not None else None
    if found is not None or (found := _run(name, said)) is not None:
        return _OTHER + found
    return None


def verb(told: Telling) -> int | None:
    """Where the word stands that says which way a figure went."""
    tokens = told.frame.sentence.tokens
    for i in range(told.at, max(told.at - _FAR, told.frame.sentence.opening), -1):
        value = getattr(tokens[i].mention, "value", None)
        if isinstance(value, Cue) and value.kind == "direction":
            return i
    return None


def _run(name: str, said: str) -> str | None:
    """The longest run of words, from the first of a bag, that stands so in the text."""
    words = name.split()
    size = next((n for n in range(len(words) - 1, 0, -1) if f" {' '.join(words[:n])} " in f" {said} "), 0)
    return " ".join(words[:size]) or None


def _of_thing(told: Telling) -> str | None:
    return _beside(told) if told.thing is not None else None


def _subject(told: Telling) -> str | None:
    """What its clause is about, where that is a measure that no row knows: "Bids | totalled 4.2 billion"."""
    quantity = msgspec.structs.replace(told.fact.quantity, kind="number")
    name = governed.subject(told.frame, told.at, quantity)
    if name is None and isinstance(told.fact, Change) and (at := verb(told)) is not None:
        name = governed.before(told.frame, at, quantity)
    if name is None or told.metric == "employees":
        return None
    noun = name.lower().split(" of ")[0].split(" per ")[0].split()[-1]
    row = metric(told.fact.figure.metric)
    forms = row.en if row is not None else (told.metric.removeprefix(_OTHER), *told.metric.removeprefix(_OTHER).split())
    known = any(form.lower().removesuffix("s") in name.lower() for form in forms)
    measured = noun in _nouns(told) and noun not in metric_forms(told.frame.sentence.lang)
    return _OTHER + name if measured and not known else None


def _nouns(told: Telling) -> frozenset[str]:
    """Nouns that say what is measured."""
    shares, words = parts(told.frame.sentence.lang), told.frame.words
    return words.economics.union(words.measures, shares.rows.sold if shares is not None else ())


WAYS = (label.name, _of_thing, _shares, _fine, *sort_.WAYS, _cost, _capacity, _trade, _subject, _bag, _tidy)
