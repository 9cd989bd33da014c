"""What words say of figures that stand elsewhere and are only named: the figures of an item in, claims out.

"一标段金额是二标段的2倍", "甲店客流比乙店多1.2万人次", "产销率96%": where each name speaks of just one figure,
words leave no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.naming import label, named
from crossfoot.facts.ties.claims.related import Related
from crossfoot.facts.ties.claims.senses import SENSES
from crossfoot.late import late
from crossfoot.lexicon.named import Named
from crossfoot.lexicon.named import named as worded
from crossfoot.lexicon.words import left_over
from crossfoot.model import Span

BACK, MOST = 5, 24  # sentences, and figures, in which what is named may stand
AHEAD = 4  # figures behind a rate that may be what it is of
STOPS = "，,；;。、（(：:"
HUNDRED = 100  # per cent
NARROWS = 4  # characters before a name, 的 among them, that say of what kind
HEAD = 3  # characters with which a name and the words before its figure begin
_MEAN = late("的?(?:平均水平|平均增速|平均|水平|增速|增幅|均值)$")
RATED = ("rate", "multiple")


def by_name(amounts: Sequence[Amount]) -> Iterator[Related]:
    """What names say of the figures of an item."""
    words = worded(amounts[0].lang) if amounts else None
    if words is None:
        return
    for cue in amounts:
        near = amounts[max(cue.index - MOST, 0) : cue.index + AHEAD + 1]
        levels = [a for a in near if a.sort == "amount" and not a.quantity.change]
        roles = _rated(cue, levels, words) or _equal(cue, levels, words) or _unlike(cue, levels, words)
        roles = roles or _points(cue, near, words) or _times(cue, levels, words)
        if roles is None:
            continue
        sense, found = roles
        claims = tuple(SENSES[sense].read(found))
        own = [a for figures in found.values() for a in figures]
        if claims and len({a.index for a in own}) == len(own) and all(a.size > 0 for a in own):
            yield Related("named", claims, True, True)


Roles = tuple[str, dict[str, list[Amount]]]


def _equal(cue: Amount, levels: Sequence[Amount], words: Named) -> Roles | None:
    """ "甲是乙的2倍"."""
    found = words.equal.search(cue.lead) if cue.sort in RATED and not cue.has("moved", "up", "down") else None
    if found is None or words.moment.search(found["b"]):
        return None
    pair = _pair(found["a"], found["b"], cue, levels, words)
    return ("share", {"part": [pair[0]], "whole": [pair[1]], "rate": [cue]}) if pair is not None else None


def _unlike(cue: Amount, levels: Sequence[Amount], words: Named) -> Roles | None:
    """ "甲比乙多12家"."""
    found = words.unlike.search(cue.lead) if cue.sort in ("amount", "rate") else None
    if found is None or words.moment.search(found["b"]):
        return None
    pair = _pair(found["a"], found["b"], cue, levels, words)
    if pair is None:
        return None
    one, other = pair
    if cue.sort == "rate":
        return "more" if found["more"] else "less", {"now": [one], "base": [other], "rate": [cue]}
    more, less = (one, other) if found["more"] else (other, one)
    return ("gap", {"more": [more], "less": [less], "by": [cue]}) if kin(one, other, cue) else None


def _points(cue: Amount, near: Sequence[Amount], words: Named) -> Roles | None:
    """ "农村居民收入增长6.8%，快于城镇1.8个百分点": a rate right before, or one named too, and one of another name."""
    told = cue.lead if cue.sort == "points" and cue.leading else ""
    found = words.apart.search(told) or words.unlike.search(told)
    if found is None or words.moment.search(found["b"]):
        return None
    rates = [a for a in near if a.sort == "rate" and a.index <= cue.index + 1 and not a.has("base", "then", "aim")]
    rates = [
        a for a in rates if cue.sentence - a.sentence <= BACK and (a.index < cue.index or a.sentence == cue.sentence)
    ]
    name = _MEAN.sub("", found["b"])
    bases = [a for a in rates if len(name) > 1 and name in _chain(a, near)]
    rates = [a for a in rates if a.index < cue.index]
    base = bases[-1] if bases and len({a.sentence for a in bases}) == 1 == len(bases) else None
    named_ = [a for a in rates if len(found["a"]) > 1 and found["a"][:2] in _chain(a, near)]
    beside = len(found["a"]) < 2 and rates and rates[-1].index == cue.index - 1  # no word says of what else it is
    now = named_[-1] if named_ else rates[-1] if beside else None
    if (
        now is None
        or base is None
        or now is base
        or (now.quantity.change == "down") != (base.quantity.change == "down")
    ):
        return None
    if name != found["b"] and not _of_one_measure(now, base, near):
        return None  # "原煤产量增长15.1%……增加值增长11.9%，高出全市平均水平3.8个百分点": of another measure
    way = "more" if found["more"] else "less"
    start = cue.span.start - len(cue.lead)
    word = Span(cue.span.doc, start + found.start(way), start + found.end(way))
    by = msgspec.structs.replace(cue, word=word, marks=cue.marks | {"moved"})
    return way, {"now": [now], "base": [base], "rate": [by]}


def _of_one_measure(one: Amount, other: Amount, near: Sequence[Amount]) -> bool:
    """Do the words of two rates share what they measure, as far as both name it?"""
    ours, theirs = (left_over(a.lang, _chain(a, near)) for a in (one, other))
    return len(ours) < 2 or any(ours[i : i + 2] in theirs for i in range(len(ours) - 1))


def _chain(rate: Amount, near: Sequence[Amount]) -> str:
    """What a rate is said of: the words before it, and before the levels that it is the move of."""
    said = rate.lead
    for before in reversed([a for a in near if a.index < rate.index and a.sentence == rate.sentence]):
        if before.sort != "amount" or any(mark in said for mark in "；;。"):
            break
        said = before.lead + said
    return re.split("[；;。]", said)[-1]


def _times(cue: Amount, levels: Sequence[Amount], words: Named) -> Roles | None:
    """ "新能源发电量是去年同期45亿千瓦时的两倍": what is named stands elsewhere, its base right before."""
    base = next((a for a in levels if a.index == cue.index - 1 and a.sentence == cue.sentence), None)
    if base is None or cue.sort != "multiple" or cue.has("moved", "up", "down") or cue.lead.strip() != "的":
        return None
    found = words.over.search(base.lead)
    near = [a for a in levels if a.index < base.index and _plain(a)]
    now = _only(found["a"], near) if found is not None and len(found["a"]) > 1 else None
    return ("share", {"part": [now], "whole": [base], "rate": [cue]}) if now is not None and kin(now, base) else None


def _rated(cue: Amount, levels: Sequence[Amount], words: Named) -> Roles | None:
    """ "产销率96%"."""
    if cue.has("base", "then") or cue.sort not in ("rate", "amount", "multiple"):
        return None
    found = words.rates.search(cue.lead)
    if found is None:
        return _after_part(cue, levels, words)
    near = [a for a in levels if a is not cue and _plain(a)]
    for row in words.by_name[found["name"]]:
        part = _called(row.part, near, cue)
        wholes = [a for a in near if a is not part and not _narrower(a, row.part, row.whole)]
        whole = _called(row.whole, wholes, cue) or _behind(row.whole, cue, levels)
        if row.less and cue.lead[: found.start()].rstrip()[-1:] not in ("", *STOPS):
            continue  # "医药板块毛利率" is none of all that was sold
        if part is not None and whole is not None and part is not whole and kin(part, whole):
            some = any(word in label(part) for word in row.never)
            if some and cue.size * whole.size > HUNDRED * part.size:
                continue  # of all of a profit, and only that of the owners is told
            less = "less", {"now": [part], "base": [whole], "rate": [cue]}
            return less if row.less else ("share", {"part": [part], "whole": [whole], "rate": [cue]})
    return _after_part(cue, levels, words)


def _narrower(level: Amount, part: Sequence[str], whole: Sequence[str]) -> bool:
    """Is a figure called a part, or only some of what its name calls: 不良贷款余额, 用于小微企业的贷款余额?"""
    said = label(level)
    if any(name in said for name in part):
        return True
    before = next((said[: said.find(name)] for name in whole if name in said), "")
    return before.endswith("的") and len(left_over(level.lang, before)) > NARROWS


def _after_part(cue: Amount, levels: Sequence[Amount], words: Named) -> Roles | None:
    """ "全镇5,502户，通气3,856户，通气率70.1%": the only two figures of their kind before a rate that one names."""
    found = words.plain.search(cue.lead) if words.plain is not None and cue.sort == "rate" else None
    own = [a for a in levels if a.sentence == cue.sentence and a.index < cue.index]
    if found is None or len(own) != 2 or own[1].index != cue.index - 1 or cue.has("moved", "up", "down", "aim"):
        return None
    name, plain = found["name"], all(_plain(a) or a.has("aim") for a in own)
    if any(name.endswith(word) for word in words.rows.never) or not plain or not kin(*own):
        return None
    called = [a for a in own if len(name) > 1 and name in label(a)]
    if len(called) != 1 and (called or name in words.rows.nameless):
        called = [a for a in own if any(word in label(a) for word in words.rows.done)]
    if len(called) != 1 or any(a.run[1] > 1 or a.has("each") for a in own):
        return None
    [part], [whole] = called, [a for a in own if a is not called[0]]
    return "share", {"part": [part], "whole": [whole], "rate": [cue]}


def _called(names: Sequence[str], levels: Sequence[Amount], cue: Amount) -> Amount | None:
    """The figure that one of some names calls: of the sentences around the nearest that has one, and only one."""
    inside = [a for a in levels if 0 <= cue.sentence - a.sentence <= BACK]
    for name in names:
        found = [a for a in inside if name in label(a)]
        found = [a for a in found if a.sentence == found[-1].sentence]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _behind(names: Sequence[str], cue: Amount, levels: Sequence[Amount]) -> Amount | None:
    """The only figure of the next sentence that is called so: "派息率30%。公司去年净利润4.40亿元"."""
    found = [a for a in levels if a.sentence == cue.sentence + 1 and any(name in label(a) for name in names)]
    return found[0] if len(found) == 1 and not found[0].has("moved", "aim") else None


def _pair(one: str, other: str, cue: Amount, levels: Sequence[Amount], words: Named) -> tuple[Amount, Amount] | None:
    """The two figures that are named; one that is not named is what stands right before."""
    near = [a for a in levels if a.index < cue.index and cue.sentence - a.sentence <= BACK and _plain(a)]
    last = [a for a in near if a.index == cue.index - 1 and a.sentence == cue.sentence]
    if other in words.rows.former and one[-2:] in words.rows.latter and len(near) > 1:
        return (near[-1], near[-2]) if kin(near[-1], near[-2]) else None
    if other in words.rows.latter and one[-2:] in words.rows.former and len(near) > 1:
        return (near[-2], near[-1]) if kin(near[-1], near[-2]) else None
    bases = _only(other, near)
    firsts = _only(one, [a for a in near if a is not bases]) if len(one) > 1 else None
    if firsts is None and len(one) < 2 and last:
        firsts = last[0]
    if bases is None or firsts is None or bases is firsts or not kin(bases, firsts):
        return None
    return firsts, bases


def _only(name: str, levels: Sequence[Amount]) -> Amount | None:
    """The one figure that a name speaks of, by what tells it from others."""
    found = named(name, levels)
    if not found:
        heads = [a for a in levels if len(name) > HEAD and label(a).startswith(name[:HEAD])]
        found = heads if len(heads) == 1 else []
    return found[0] if len(found) == 1 else None


def _plain(amount: Amount) -> bool:
    """Is it a level of now, and nothing that another is only compared with?"""
    return not amount.has("base", "moved", "aim") and amount.quantity.change is None
