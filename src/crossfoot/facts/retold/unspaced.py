"""A figure of words that are not spaced comes in; out goes what it is called, where no words before it name it.

A name has an everyday word in it: "小枫39,116辆", "以86万辆居首" and "单看第二季度增21.1%" are of what the
figure of their sort before them was of.
"""

from __future__ import annotations

from crossfoot.facts.frame import Frame
from crossfoot.facts.retold import unnamed
from crossfoot.late import late
from crossfoot.lexicon.metrics import shown
from crossfoot.lexicon.ordinary import unheard
from crossfoot.lexicon.retold import Renaming
from crossfoot.model import Change, Measurement, Target

_OTHER = "other:"
_CLAUSE = 24  # characters before a figure
_LONGEST = 7  # characters of a name
_MARKS = late("[，。；：、（(]")


def called(frame: Frame, rows: Renaming, fact: Measurement | Change | Target, spoken: unnamed.Spoken) -> str | None:
    """What a figure is called; None where its key says it. What it is called is kept for those behind it."""
    metric, known = shown(fact.figure.metric, fact.quantity), frame.carried.retold
    if isinstance(fact, Measurement) and unnamed.hidden(fact):
        return unnamed.unspaced(frame, rows, fact, known.get(_sort(fact))) if unnamed.apart(fact, spoken) else None
    name, sort = metric.removeprefix(_OTHER), _sort(fact)
    if (dealt := _shares(frame, rows, fact, name)) is not None:
        known[sort] = known["last"] = dealt
        return dealt if dealt != metric else None
    if _only_moves(frame, rows, fact):
        last = known.get("last")
        return last if last != metric else None
    if not name or (name != metric and _nameless(name, rows, frame)):
        new = known.get(sort) or (known.get("last") if isinstance(fact, Change) else None)
        if new is not None:
            known[sort] = known["last"] = new
        return new
    own = _full(frame, rows, fact, name) or _bare(rows, name, metric)
    known[sort] = known["last"] = own or metric
    return own


def _shares(frame: Frame, rows: Renaming, fact: Measurement | Change | Target, name: str) -> str | None:
    """What is done with shares: "减持公司股份 | 320万股" are 减持股份, and who holds so many has a stake."""
    if fact.figure.unit != "share" or isinstance(fact, Change) or not name.endswith(rows.shares):
        return None
    clause = _clause(frame, fact)
    done = max(rows.dealing, key=clause.rfind)
    if done not in clause:
        return None
    return rows.dealt.get(done, f"{_OTHER}{done}股份")


def _only_moves(frame: Frame, rows: Renaming, fact: Measurement | Change | Target) -> bool:
    """Do the words of its clause only say that something moved: "通胀环比上涨2.1%，同比涨幅为31%"?"""
    said = _clause(frame, fact).rstrip(rows.leading) if isinstance(fact, Change) else ""
    for start in rows.bases:
        said = said.removeprefix(start)
    return said in rows.moves


def _clause(frame: Frame, fact: Measurement | Change | Target) -> str:
    """The words of its clause before a figure."""
    text, start, end = frame.sentence.document.text, frame.sentence.span.start, fact.printed[0].span.start
    return _MARKS.split(text[max(start, end - _CLAUSE) : end])[-1]


def _full(frame: Frame, rows: Renaming, fact: Measurement | Change | Target, name: str) -> str | None:
    """A sum by all of the words that name it: "支付总金额"; one that no other word does is what a deal is worth."""
    if name not in rows.heads or isinstance(fact, Change):
        return None
    said = _clause(frame, fact).rstrip(rows.leading)
    if not said.endswith(name) or len(said) > _LONGEST:
        return None
    return rows.dealt.get(said, _OTHER + said if said != name else None)


def _bare(rows: Renaming, name: str, metric: str) -> str | None:
    """A measure without the sort of those whose it is: "金融机构 | 存款准备金率"."""
    if name == metric:
        return None
    for sort in rows.sorts:
        rest = name.removeprefix(sort)
        if rest != name and len(rest) > 1 and rest.endswith(rows.names):
            return _OTHER + rest
    return None


def _nameless(name: str, rows: Renaming, frame: Frame) -> bool:
    """Are words no name of a figure: nobody's word, a verb, or the noun that its number counts?"""
    if name.isascii():
        return not name or name in rows.units
    if len(name) == 1 or name in rows.nameless or name.endswith(rows.ends):
        return True
    if name.endswith(rows.names):
        return False
    return unheard(name, alone=True) or name in frame.carried.heard


def _sort(fact: Measurement | Change | Target) -> str:
    quantity = fact.quantity
    if isinstance(fact, Change):
        return "change"
    return quantity.currency or (quantity.unit if quantity.kind != "number" else "number")
