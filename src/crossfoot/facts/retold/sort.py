"""A figure comes in; out goes what it is called, where the words right beside it say so and its key does not.

What is paid for a firm is what the deal is worth and what is spent on a works an investment; a rate of growth is named
by its noun, a rate in brackets by the level before it, and sacks and boxes are of what was told of before them.
"""

from __future__ import annotations

from crossfoot.facts.retold.telling import Telling
from crossfoot.facts.sentence import syntax
from crossfoot.lexicon.metrics import NAMED, metric
from crossfoot.model import Change, Cue, Measurement, Name, Quantity, Timex

_OTHER = "other:"
_NEAR = 6  # tokens between a verb of spending and its figure
_CLAUSE = 24  # between what is bought and what for
_GROWTH = 3  # words of the name of a rate of growth
_APART = (",", "(", "or", "-", "–")
_BACK = 4  # tokens between a level and the rate that is told behind it


def carried(told: Telling) -> str | None:
    """Who carries boxes has no passengers: what is counted has a noun of its own."""
    quantity = told.fact.quantity
    noun = (quantity.of or "").lower().split()[-1:]
    return f"{_OTHER}{quantity.of}" if told.metric == "passengers" and {*noun} & told.rows.packed else None


def growth(told: Telling) -> str | None:
    """ "Forecast | loan growth | of 2.2%"."""
    at = told.at - 1
    while told.text(at) in told.frame.words.adverbs or told.text(at) in ("of", "at"):
        at -= 1
    mention = told.frame.sentence.tokens[at].mention
    said = told.frame.printed(mention).lower() if mention is not None else told.text(at)
    if not told.metric.startswith(_OTHER) or said != "growth" or told.fact.quantity.kind != "percent":
        return None
    first = at
    while first > told.frame.sentence.opening and at - first < _GROWTH and _modifies(told, first - 1):
        first -= 1
    tokens = told.frame.sentence.tokens
    said = told.frame.sentence.document.text[tokens[first].start : tokens[at].end]
    return _OTHER + said


def _modifies(told: Telling, at: int) -> bool:
    """Is it a noun before "growth", and no verb: "loan growth", but "forecast growth"?"""
    token, words = told.frame.sentence.tokens[at], told.frame.words
    if token.mention is not None or not token.text[0].isalpha() or token.text in told.rows.foretelling:
        return False
    small = words.determiners | words.pronouns | words.prepositions | words.auxiliaries | words.boundary | words.joints
    return token.text not in small | told.rows.opening | words.reporting | words.adverbs


def behind(told: Telling) -> str | None:
    """A rate right behind a level, in brackets or behind a comma, is of it: "grossing $15.7m, | only down 41%"."""
    if not isinstance(told.fact, Change) or not told.metric.startswith(_OTHER):
        return None
    words, tokens = told.frame.words, told.frame.sentence.tokens
    first = at = told.at - 1
    while first > told.frame.sentence.opening and first > at - _BACK:
        value = getattr(tokens[first].mention, "value", None)
        if isinstance(value, Quantity):
            return told.here.get("last") if told.text(first + 1) in _APART else None
        plain = tokens[first].mention is None and (
            tokens[first].text in words.adverbs | words.determiners or tokens[first].text in (*_APART, "by")
        )
        if not plain and not (isinstance(value, Cue) and value.kind == "direction") and not isinstance(value, Timex):
            return None
        first -= 1
    return None


def nobody(told: Telling) -> bool:
    """Is a figure called by the name of somebody, which names no figure: "Tahm, at 1.34 million"?"""
    if not told.metric.startswith(_OTHER):
        return False
    name = told.metric.removeprefix(_OTHER).lower().removesuffix("'s")
    sentence = told.frame.sentence
    names = {
        told.frame.printed(mention).lower().removeprefix("the ").removesuffix("'s")
        for _, mention in sentence.names
        if isinstance(mention.value, Name)
    }
    return name in names or any(name == one.split()[-1] for one in names if one)


def packed(told: Telling) -> str | None:
    """What sacks, boxes and the like are of, where something of them was told before: "exports were 214,000 bags"."""
    if isinstance(told.fact, Change):
        return None
    unit = told.metric.removeprefix(_OTHER).lower()
    if unit not in told.rows.packed or not told.metric.startswith(_OTHER):
        return None
    return told.frame.carried.retold.get(f"unit {told.fact.quantity.unit}")


def dealt(told: Telling) -> str | None:
    """What is paid or bid for a firm, and what is spent on a works."""
    if told.fact.quantity.kind != "money" or isinstance(told.fact, Change):
        return None
    name = told.metric.removeprefix(_OTHER).lower()
    paid = name != "cash" or told.text(told.at - 1) in told.rows.paid_for  # "for $112 million in cash"
    if told.metric.startswith(_OTHER) and name in told.rows.called and paid and not told.fact.quantity.per:
        return told.rows.called[name]
    if told.metric in NAMED and told.metric != "price":
        return None
    first = max(told.at - _NEAR, told.frame.reach(told.at), told.frame.sentence.opening)
    near = [told.text(i) for i in range(first, told.at)]
    text = " ".join(near[-4:])
    behind = [told.text(i) for i in range(told.at + 1, told.at + 1 + 2 * _NEAR)]
    spent = any(text.endswith(said) for said in told.rows.spending) and not {*behind[:1]} & told.rows.breaks
    works = next((i for i, word in enumerate(behind) if word in told.rows.works), None)
    if spent and works is not None and not {*behind[:works]} & {".", ";"}:
        return "investment"
    if isinstance(told.fact, Measurement) and any(text.endswith(said) for said in told.rows.at_cost):
        before = {*told.frame.texts(max(told.at - 4 * _NEAR, told.frame.sentence.opening), told.at)}
        return "investment" if before & told.rows.works else None
    return None


def bought(told: Telling) -> str | None:
    """ "Has ordered 35 trains | for | 620 million": so much the deal is worth."""
    if told.fact.quantity.kind != "money" or isinstance(told.fact, Change) or told.metric == "price":
        return None
    at = told.at - 1
    while told.text(at) in told.frame.words.adverbs:
        at -= 1
    first = max(told.at - _CLAUSE, told.frame.sentence.opening)
    stop = next((i for i in range(at, first - 1, -1) if told.text(i) in (";", "(", ":")), first)
    paid = told.text(at) in told.rows.paid_for and not told.fact.quantity.per
    done = not told.frame.texts(stop, at).isdisjoint(told.rows.buying)
    return "deal_value" if paid and done and told.metric not in ("fine", "investment", "deal_value") else None


def unfit(told: Telling) -> str | None:
    """Money is no number of people: "had 2,310 employees and | bank balances | of HK$388 million"."""
    row = metric(told.metric)
    if row is None or "count" not in row.kinds or "money" in row.kinds or told.fact.quantity.kind != "money":
        return None
    at = told.at - 1
    while told.text(at) in told.frame.words.adverbs or told.text(at) == "of":
        at -= 1
    last = at + 1
    while at > told.frame.sentence.opening and last - at < _GROWTH and _modifies(told, at):
        at -= 1
    tokens = told.frame.sentence.tokens
    said = told.frame.sentence.document.text[tokens[at + 1].start : tokens[last - 1].end] if at + 1 < last else ""
    return _OTHER + said if said else None


def it(told: Telling) -> str | None:
    """ "The average price reached 4,310 euros; in the north | it was | 1,890"."""
    at = told.at - 1
    while told.text(at) in told.frame.words.adverbs:
        at -= 1
    said = told.text(at) in ("was", "is", "were") and told.text(at - 1) in ("it", "they", "that")
    bare = told.fact.quantity.kind == "number" or isinstance(told.fact, Change)
    return told.frame.carried.retold.get("last") if said and bare else None


def shares(told: Telling) -> str | None:
    """ "Its | stock | slid 7% to $0.49": what shares cost."""
    quantity, name = told.fact.quantity, told.metric.removeprefix(_OTHER).lower()
    moved = isinstance(told.fact, Change) and quantity.kind == "percent"
    near = told.frame.texts(max(told.at - _NEAR, told.frame.sentence.opening), told.at)
    known = name in told.rows.paper or (told.metric == "price" and not near.isdisjoint(told.rows.paper))
    return "price" if known and (moved or quantity.kind == "money") else None


def base(told: Telling) -> str | None:
    """What a level is held against is of the same: "310,000 hectolitres, up from | 296,000"."""
    if told.at not in told.frame.beside or not told.metric.startswith(_OTHER) or isinstance(told.fact, Change):
        return None
    return told.before if told.before != told.metric else None


def orders(told: Telling) -> str | None:
    """Orders that came in are no order book: "| orders received | totalled 152 million"."""
    if told.metric != "order_book":
        return None
    first = max(told.frame.reach(told.at), told.frame.sentence.opening)
    said = " ".join(told.text(i) for i in range(first, told.at))
    name = next((name for name in told.rows.incoming if name in said), None)
    return _OTHER + name if name is not None else None


def costs(told: Telling) -> str | None:
    """ "A typical flat now | costs | 214,000 crowns": what a thing costs today is its price."""
    at = told.at - 1
    while told.text(at) in told.frame.words.adverbs:
        at -= 1
    if told.text(at) not in told.rows.costs or not told.metric.startswith(_OTHER) or told.fact.quantity.kind != "money":
        return None
    owner = syntax.name_at(told.frame.sentence, at - 1)
    if told.text(told.at + 1) in ("a", "per", "each") or told.fact.quantity.per:
        return None  # "costs 1.2 million a year to run"
    return "price" if owner is None and told.text(at - 1) not in told.frame.words.determiners else None


WAYS = (carried, packed, growth, behind, unfit, orders, dealt, bought, shares, base, costs, it)
