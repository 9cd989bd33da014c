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
_MOVES = 10  # characters between a name and its figure: "同比增长"
_JOINED = late(r"[^，。；：、]{1,16}[和、及与]")
_LONGEST = 7  # characters of a name
_MARKS = late("[，。；：、（(]")


def called(frame: Frame, rows: Renaming, fact: Measurement | Change | Target, spoken: unnamed.Spoken) -> str | None:
    """What a figure is called; None where its key says it. What it is called is kept for those behind it."""
    metric, known = shown(fact.figure.metric, fact.quantity), frame.carried.retold
    if isinstance(fact, Measurement) and unnamed.hidden(fact):
        return unnamed.unspaced(frame, rows, fact, known.get(_sort(fact))) if unnamed.apart(fact, spoken) else None
    name, sort = metric.removeprefix(_OTHER), _sort(fact)
    if (whole := _whole(frame, rows, fact, name) or _both(frame, rows, fact, name)) is not None:
        known[sort] = known["last"] = whole
        return whole
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
    own = _full(frame, rows, fact, name) or _bare(rows, name, metric) or _trim(rows, name, metric)
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


def _whole(frame: Frame, rows: Renaming, fact: Measurement | Change | Target, name: str) -> str | None:
    """A name that words cut short, in full: "国内 | 生产总值", "年产 | 自行车"."""
    said, last = _clause(frame, fact), frame.carried.retold.get("last", "")
    if isinstance(fact, Change) and name and last != _OTHER + name and last.removeprefix(_OTHER) in rows.compounds:
        return last if last.endswith(name) else None
    for whole in rows.compounds:
        at = said.rfind(whole) if name and whole.endswith(name) and whole != name else -1
        if at >= 0 and len(said) - at - len(whole) <= _MOVES:
            return _OTHER + whole
    return None


def _both(frame: Frame, rows: Renaming, fact: Measurement | Change | Target, name: str) -> str | None:
    """What two figures are of that one word names both: "产销分别完成14.6万辆和13.8万辆"."""
    pair = next((names for word, names in rows.both.items() if name.endswith(word)), None)
    if pair is None:
        return None
    sentence, start = frame.sentence, fact.printed[0].span.start
    text = sentence.document.text
    levels = [token.start for token in sentence.tokens if getattr(token.mention, "kind", "") == "quantity"]
    at = levels.index(start) if start in levels else -1
    after = at > 0 and _JOINED.fullmatch(text, levels[at - 1], start) is not None
    return pair[1 if after else 0]


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


def _trim(rows: Renaming, name: str, metric: str) -> str | None:
    """A name without the verb that stands before or behind it: "设 | 床位 | 600张", "机队 | 扩 | 至60架"."""
    if name == metric:
        return None
    whole = name.startswith(rows.kept)  # 有息债务
    bare = name if whole else next((name.removeprefix(verb) for verb in rows.having if name.startswith(verb)), name)
    bare = next((bare.removesuffix(verb) for verb in rows.moving if bare.endswith(verb)), bare)
    return _OTHER + bare if bare != name and len(bare) > 1 else None


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
