"""A figure comes in; out goes whose it is, where somebody else stands nearer to it than the one of its key.

That is who is named right before it ("ahead of Tessin (4,380) and Marani (3,902)") or right behind it ("4,118 for
Brandt & Lee"), at whom its clause says that something was ("sales at Pennock grew"), and on whom a fine was laid.
"""

from __future__ import annotations

import msgspec

from crossfoot.facts.frame import doer, governed, region
from crossfoot.facts.frame.whose import governed as ruled
from crossfoot.facts.frame.whose import seat
from crossfoot.facts.retold import what
from crossfoot.facts.retold.telling import Telling
from crossfoot.facts.sentence import syntax
from crossfoot.lexicon.common import everyday
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.tokens import singular
from crossfoot.model import Change, Name, Target

_PRICE = "price"  # it is the thing's own
_LONGEST = 5  # words of a name
_NEAR = 5  # tokens behind a fine in which it is said on whom


def of(told: Telling, metric: str) -> str | None:
    if told.thing is not None and metric == _PRICE:
        return told.thing
    parted = {member.casefold() for _, member in told.fact.figure.segment}
    who = _before(told) or _behind(told) or (_fined(told) if metric == "fine" else None) or _at(told)
    if who is not None and (who.casefold() in parted or isinstance(told.fact, Target)):
        who = None  # "Bathrooms made 428 million", "Halm Bank cut its target to 31 crowns"
    who = who or (_shares_in(told) if metric == _PRICE else None) or _market(told, metric)
    if who is None and metric == _PRICE and (told.fact.figure.entity or told.fact.whom) in (None, *_towns(told)):
        who = _goods(told)
    who = who or _place(told) or _somebody(told)
    if who is None and (key := told.fact.figure.entity or "").endswith(("'s", "’s")):
        who = key[:-2]
    return who if who != told.fact.figure.entity else None


def _towns(told: Telling) -> list[str]:
    """The places of a sentence: something is traded there, and they own nothing."""
    names = (mention.value for _, mention in told.frame.sentence.names)
    return [name.entity for name in names if isinstance(name, Name) and name.kind == "place"]


def _goods(told: Telling) -> str | None:
    """Of what a price is that nobody owns: "Cotton | for December delivery fell 1.2%"."""
    quantity = msgspec.structs.replace(told.fact.quantity, kind="number")
    name = governed.subject(told.frame, told.at, quantity)
    if name is None and (verb := what.verb(told)) is not None:
        name = governed.before(told.frame, verb, quantity)
    if name is None:
        return None
    words = name.lower().split()
    goods = name[len("prices of ") :] if words[0] in told.rows.priced and words[1:2] == ["of"] else name
    last = goods.lower().split()[-1]
    return None if last in metric_forms(told.frame.sentence.lang) or last in told.rows.paper else goods


def _shares_in(told: Telling) -> str | None:
    """ "Shares in | Torv Bank | lost 4.8%"."""
    sentence = told.frame.sentence
    first = max(told.at - 2 * _NEAR, sentence.opening)
    for at, mention in reversed(sentence.names):
        if not first <= at < told.at or {",", ";"} & told.frame.texts(at, told.at):
            return None
        if told.text(at - 1) in told.rows.part_of and told.text(at - 2) in told.rows.paper:
            return mention.value.entity if isinstance(mention.value, Name) else None
    return None


def _market(told: Telling, metric: str) -> str | None:
    """What is traded on a market, and nobody's: "arabica for May delivery rose 1.1%", "the peso firmed to 18.32"."""
    named = metric.removeprefix("other:").lower() in told.rows.markets
    if (metric != _PRICE and not named) or told.fact.figure.unit == "share" or told.fact.quantity.per == "share":
        return None
    frame = told.frame
    first = max(told.at - 2 * _NEAR, frame.sentence.opening)
    marks = (i + 1 for i in range(told.at - 1, first - 1, -1) if told.text(i) in (";", "while", "but"))
    first = next(marks, first)
    if any(at < told.at for at, _ in frame.sentence.names):
        return None
    for i in range(first, told.at):
        before, text = told.text(i - 1), told.text(i)
        led = i == first or before in frame.words.determiners | told.rows.leading | told.rows.joints or _priced(told, i)
        if text in told.rows.markets and led and told.text(i + 1) not in told.rows.goods:
            tokens, sort, last = frame.sentence.tokens, before in told.rows.leading, i
            while told.text(last + 1) in told.rows.markets:
                last += 1  # "Brent crude"
            return frame.sentence.document.text[tokens[i - sort].start : tokens[last].end]
    return None


def _priced(told: Telling, at: int) -> bool:
    return told.text(at - 1) == "of" and told.text(at - 2) in told.rows.priced


def _before(told: Telling) -> str | None:
    """Who stands right before a figure: "Tessin (4,380)", "Fulmar's 6,905", "Tahm, at 1.34 million"."""
    at = told.at - 1
    if told.text(at) in told.rows.with_whom and told.text(at - 1) == ",":
        at -= 2
    elif told.text(at) in ("(", "'s", "’s", ":"):
        at -= 1
    return _name(told, at + 1) if at >= told.frame.sentence.opening else None


def _behind(told: Telling) -> str | None:
    """ "4,118 for Brandt & Lee", "137 orders, against 96 at rival Boreal"."""
    at = told.at + 1
    if told.text(at) not in told.rows.of_whom or isinstance(told.fact, Change):
        return None
    first = at + 1
    while (
        told.text(first) in told.frame.words.articles
        or told.text(first) in told.frame.words.firms
        or told.text(first) in told.rows.beside
    ):
        first += 1
    sentence, last = told.frame.sentence, first
    while last < len(sentence.tokens) and last - first < _LONGEST and syntax.capital(sentence, last):
        last += 1
        if syntax.name_at(sentence, last - 1) is not None:
            break
    return _known(told, first, last) if last > first else None


def _name(told: Telling, last: int) -> str | None:
    """The proper name that ends before a token."""
    sentence, first = told.frame.sentence, last
    while first > sentence.opening and last - first < _LONGEST and syntax.capital(sentence, first - 1):
        first -= 1
        if syntax.name_at(sentence, first) is not None:
            break
    return _known(told, first, last) if first < last else None


def _known(told: Telling, first: int, last: int) -> str | None:
    """A run of capitalised words as a name: no thing, no place that firms have a part of their business in."""
    sentence = told.frame.sentence
    known = syntax.name_at(sentence, last - 1)
    if known is not None:
        return known.entity if known.kind != "instrument" and known.entity not in told.frame.carried.bodies else None
    if sentence.shouts:
        return None
    said = [sentence.tokens[i].text for i in range(first, last)]
    name = syntax.words_of(sentence, first, last).removesuffix("'s").removesuffix("’s")
    forms = metric_forms(sentence.lang)
    plain = all(word in everyday(sentence.lang) or singular(word) in everyday(sentence.lang) for word in said)
    if (last - first == 1 and sentence.place_at(first) is None and told.text(last) not in ("(", "'s", "’s")) or plain:
        return None  # "Punctuality, at 87.5%"
    if any(word in forms for word in said) or region.wide(told.frame, name):
        return None
    return name if " " in name or (name.isalpha() and name[1:].islower()) else None


def _fined(told: Telling) -> str | None:
    """On whom a fine was laid: "a penalty of 7.5 million thalers on Elbgrund Bank"."""
    for at in range(told.at + 1, told.at + 1 + _NEAR):
        if told.text(at) in told.rows.laid_on and (known := syntax.name_at(told.frame.sentence, at + 1)) is not None:
            return known.entity
    return None


def _at(told: Telling) -> str | None:
    """ "Online sales at Pennock grew": at whom something is, in a clause that names nobody else before."""
    frame, sentence = told.frame, told.frame.sentence
    first = max(frame.reach(told.at), sentence.opening)
    names = [at for at, _ in sentence.names if first <= at < told.at]
    if not names or not all(ruled(frame, at) for at in names):
        return None
    for at in names:
        i = at - 1
        while i > first and (told.text(i) in frame.words.articles or told.text(i).endswith("'s")):
            i -= 1
        if (
            told.text(i) in told.rows.at
            and i > first
            and sentence.tokens[i - 1].mention is None
            and (known := syntax.name_at(sentence, at)) is not None
        ):
            return known.entity if known.entity not in frame.carried.bodies else None
    return None


def _place(told: Telling) -> str | None:
    """Of which place a figure is that somebody only tells who studies it."""
    frame, key = told.frame, told.fact.figure.entity
    if key is None or told.metric in frame.words.ruled or frame.words.counting.isdisjoint(key.split("-")):
        return None
    first = frame.sentence.opening
    place = doer.place(frame, max(frame.reach(told.at), first), told.at) or frame.sentence.owner(first, told.at)
    return place or (None if _its_own(told, key) else seat(frame, key))


def _its_own(told: Telling, key: str) -> bool:
    """Is it said to be theirs: "reserves of the Central Bank of Norland"?"""
    at = next((at for at, m in told.frame.sentence.names if isinstance(m.value, Name) and m.value.entity == key), 0)
    at -= told.text(at - 1) in told.frame.words.articles
    return 0 < at < told.at and told.text(at - 1) in told.rows.part_of


def _somebody(told: Telling) -> str | None:
    """For one that is nobody, an everyday word or a part of the world, whom the text is about."""
    key, frame = told.fact.figure.entity, told.frame
    if key is None or key in frame.carried.heard or key in frame.carried.bodies:
        return None
    said = told.metric.removeprefix("other:").lower()
    nobody = (
        said.endswith(key.lower()) or key.lower() in everyday(frame.sentence.lang) or key.lower() in told.rows.nobody
    )
    if not nobody and not region.wide(frame, key):
        return None
    about = frame.carried.headed.entity or frame.carried.first or frame.carried.topic
    return about if about != key else None
