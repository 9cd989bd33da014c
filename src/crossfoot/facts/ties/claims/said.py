"""What the words beside a share say it is a share of: a cue and the figures around it in, its part and its whole out.

"46 million, or 75% of that sum", "订单120亿元，其中海外42亿元，占比35%": where one figure can be the part
and one the whole, and the words name no other, no reading is left.
"""

from __future__ import annotations

from collections.abc import Sequence

from crossfoot.facts.ties.amounts import CALLED, LABEL, Amount, kin
from crossfoot.facts.ties.claims.naming import named as called
from crossfoot.facts.ties.claims.shapes import level
from crossfoot.late import late
from crossfoot.lexicon.cued import Taking, taking
from crossfoot.lexicon.metrics import metric

Said = tuple[Amount | None, Amount | None]  # the part and the whole

NEXT = 60  # characters between a share and its whole right behind it
APPOSED = 24  # characters between a part and the share that only says it once more
BACK = 2  # sentences before a share in which its whole may stand
LEAST_NAMED = 3  # characters that call a whole which is only told behind its share
AGAIN = 60  # characters of a share that goes on from the sentence before
MOVES = ("rate", "points", "amount")
FAR_LESS = 10  # times its whole: a part of something else
DATE = 7  # characters of a date before what is dated
_DATED = late(r"[0-9]{4}年(?:度|末|底)?|[0-9]{1,2}月(?:末|底|份)?")
_OPEN = ("(", ", (", "（")
_CUT = late(r"[,;:.]\s|[)）]")  # "385.9 million (61% of revenue) and service revenue 247.2 million"
_THAT = late(r",? (?:or|which is|which makes|which made|that is|i\.e\.|being|making|equal to)(?: about| some)? ?$")
_CLAUSE = late("[，。；、：,;:（(】]")
_WORD = late(r"[a-z]{4,}")
_OWNED = late(r" *[A-Z][\w ]*['’]s? *")
_NAMED = 40  # characters around a figure that may call it something


def said(cue: Amount, levels: Sequence[Amount], near: Sequence[Amount]) -> Said:
    """The part and the whole, where the words beside a share leave no other."""
    if cue.leading:
        return unspaced(cue, levels, near)
    part, whole = adjacent(cue, levels)
    return (part, whole) if part is not None and whole is not None else spoken(cue, part, whole, levels, near)


def adjacent(cue: Amount, levels: Sequence[Amount]) -> Said:
    """By the words between figures that stand side by side: "46 million, or 75% of that sum"."""
    at = {a.index: a for a in levels}
    before, behind = at.get(cue.index - 1), at.get(cue.index + 1)
    part = whole = None
    if before is not None and cue.has("margin") and before.sentence == cue.sentence:
        if before.has("on"):
            return at.get(cue.index - 2), before  # "58 million on revenue of 464 million, a margin of 12.5%"
        if behind is not None and behind.has("on") and behind.sentence == cue.sentence:
            return before, behind  # "58 million, a margin of 12.5% on revenue of 464 million"
    if (
        cue.has("of next")
        and behind is not None
        and behind.lead.rstrip().endswith(_OPEN[0])
        and (last := at.get(cue.index + 2))
    ):
        return (
            (behind, last) if last.has("on") else (None, None)
        )  # "14.2% of spending (143 million out of 1,004 million)"
    if before is not None and before.sentence == cue.sentence and _apposed(cue):
        part = before
        if cue.has("of that"):
            whole = at.get(part.index - 1)
            whole = whole if whole is not None and cue.sentence - whole.sentence < 2 else None
    if cue.has("of next") and not cue.has("of that") and behind is not None and behind.sentence == cue.sentence:
        whole = behind if len(behind.lead) <= NEXT and not _CUT.search(behind.lead) else None
    return part, whole


def _apposed(cue: Amount) -> bool:
    """Does a share only say once more what stands right before it: "46 million, or 75%", "46 million (75%)"?"""
    lead = cue.lead.strip()
    return lead in _OPEN or (cue.has("apposed") and len(lead) <= APPOSED)


def spoken(
    cue: Amount, part: Amount | None, whole: Amount | None, levels: Sequence[Amount], near: Sequence[Amount]
) -> Said:
    """Where one of the two is known, the other by what the sentence goes on with, or as the only one of its kind."""
    at, words = {a.index: a for a in levels}, taking(cue.lang)
    if words is None:
        return part, whole
    if part is None and whole is not None:
        last = at.get(whole.index + 1)
        if last is not None and last.sentence == cue.sentence and len(last.lead) <= NEXT and _THAT.search(last.lead):
            return last, whole  # "62% of its sales of 148.5 million, or 92.1 million"
        if words.again is not None and len(cue.lead) <= AGAIN and words.again.fullmatch(cue.lead):
            told = [a for a in levels if cue.sentence - a.sentence in (1, 1 + (";" in a.tail)) and kin(a, whole)]
            if len(told) == 1 and _may_hold(told[0]):
                return told[0], whole  # "That is 84% of the 22,000"
    of = words.of.match(cue.tail)
    if part is None and whole is None and cue.has("target") and (of is None or words.all.fullmatch(of["of"])):
        reached, aim = _attained(cue, levels, near)
        beside = reached is not None and reached.index == cue.index - 1 and reached.sentence == cue.sentence
        return (reached, aim) if beside else (None, None)
    if part is not None and whole is None:
        if of is not None and _OWNED.fullmatch(of["of"]):
            return part, None  # "1.5% of Kestrel's": of what only another has
        known = wholes(cue, part, near)
        named = [
            a for a in known if of is not None and _names(of["of"]) & _names(f"{a.lead[-_NAMED:]} {a.tail[:_NAMED]}")
        ]
        if of is not None and not words.all.fullmatch(of["of"]):
            return part, named[0] if len(named) == 1 and _may_hold(named[0]) else None
        if of is not None or cue.has("target"):
            return part, known[0] if len(known) == 1 and _may_hold(known[0]) else None
    return part, whole


def _names(words: str) -> set[str]:
    """The words that may name something."""
    return {word.removesuffix("s") for word in _WORD.findall(words.lower())}


def unspaced(cue: Amount, levels: Sequence[Amount], near: Sequence[Amount]) -> Said:
    """Where words stand before what they are of: the figure right before a share, and the only one that can hold it."""
    words, lead = taking(cue.lang), _DATED.sub("", cue.lead)  # "占公司2024年度营业收入的12.5%"
    of = words.of.search(lead.rstrip(LABEL)) if words is not None else None
    if words is None or (of is None and not _in_brackets(cue)) or cue.has("up", "down", "moved"):
        return None, None
    dated = lead != cue.lead
    if cue.has("target") and not dated:
        return _attained(cue, levels, near)
    subject = _CLAUSE.split(lead[: of.start()])[-1] if of is not None else ""
    before_ = _unmoved(cue, near)
    part = next((a for a in reversed(levels) if a.index == before_ and a.sentence == cue.sentence), None)
    if not words.all.fullmatch(subject):  # "收入13亿元，海外占比36%": of what the words before it name
        before = [a for a in levels if a.index < cue.index and cue.sentence - a.sentence <= BACK]
        parts = [a for a in before if _led(subject, a)] or called(subject, before)
        part = parts[0] if len(parts) == 1 else None
    if part is None or not _may_hold(part):
        return None, None
    inside = words.inside.search(part.lead) if words.inside is not None else None
    named = of["of"] if of is not None else ""
    named = inside["of"] if inside is not None and words.all.fullmatch(named) else named
    known = wholes(cue, part, near)
    just = [a for a in known if (core := words.core(named)) and words.core(_label(a)) == core]
    if not just and len(shortened := called(named, known)) == 1:
        just, named = shortened, ""
    whole = _held(part, just or known, "" if words.all.fullmatch(named) else named)
    if (whole is None or dated) and len(core := words.core(named)) >= LEAST_NAMED:
        whole = _behind(cue, part, near, core, words)
    elif dated:
        whole = None
    return (part, whole) if whole is not None else (None, None)


def _unmoved(cue: Amount, near: Sequence[Amount]) -> int:
    """The place of the figure before a share; by how much that moved may stand between: "8.64亿元，增长21.5%，占"."""
    moves = {a.index for a in near if a.sort in MOVES and a.sentence == cue.sentence and a.has("moved")}
    at = cue.index - 1
    while at in moves:
        at -= 1
    return at


def _behind(cue: Amount, part: Amount, near: Sequence[Amount], core: str, words: Taking) -> Amount | None:
    """The whole that is only told behind its share, and called just what the share calls it."""
    rates = {a.index: a for a in near if a.sort == "rate"}
    behind = [a for a in near if a.index > cue.index and a.sentence - cue.sentence <= 1 and kin(a, part)]
    told = [a for a in behind if _may_hold(a) and words.core(_label(a)) == core and not parted(a, rates)]
    return told[0] if len(told) == 1 and told[0].size > part.size else None


def _held(part: Amount, known: Sequence[Amount], named: str) -> Amount | None:
    """The whole by its words; else the only figure that can be it, if it is larger or stands as a whole."""
    if named:
        known = [a for a in known if _called(named, a)]
    whole = known[0] if len(known) == 1 and _may_hold(known[0]) else None
    if whole is not None and whole.size * FAR_LESS < part.size:
        return None
    if whole is None or named or whole.size > part.size or whole.has("total", "whole") or part.has("split", "parts"):
        return whole
    return None


def _led(words: str, amount: Amount) -> bool:
    """Do words begin as those before a figure do: "海外部分" and "海外收入"?"""
    words = words.removeprefix("其中").removeprefix("而")
    return len(words) > 1 and words[:2] in _CLAUSE.split(amount.lead[-CALLED:])[-1]


def _called(words: str, amount: Amount) -> bool:
    """Do words end as those right before a figure do, which call it something?"""
    known = taking(amount.lang)
    if known is None or not words[-2:]:
        return False
    name, label = known.apart(words), known.apart(_label(amount))
    return name[-2:] in label and not known.denied(name, label)


def _label(amount: Amount) -> str:
    """The words right before a figure."""
    return _DATED.sub("", _CLAUSE.split(amount.lead[-CALLED - DATE :])[-1])[-CALLED:]


def _in_brackets(cue: Amount) -> bool:
    """Does a share stand in one bracket with its part, and nothing else: "（87.0亿元，58.0%）"?"""
    return cue.lead.strip() in ("，", ",", "、", "/") and cue.tail.startswith(("）", ")"))


def _attained(cue: Amount, levels: Sequence[Amount], around: Sequence[Amount]) -> Said:
    """What was reached, and what was aimed at: the only two figures of their kind that stand near."""
    near = [
        a
        for a in levels
        if 0 <= cue.sentence - a.sentence <= BACK and a.index < cue.index and not a.has("moved", "each")
    ]
    aims = [a for a in near if a.has("aim", "target")]
    if len(aims) > 1:
        aims = [a for a in aims if a.has("aim")]
    if len(aims) == 1:
        reached = [a for a in near if a is not aims[0] and kin(a, aims[0])]
        return (reached[0], aims[0]) if len(reached) == 1 else (None, None)
    if not aims and len(near) == 2 and kin(*near) and near[1].index == cue.index - 1:
        own = any(near[0].index < a.index < near[1].index and a.sort == "rate" and a.has("target") for a in around)
        return (None, None) if own else (near[1], near[0])  # "就业5万人，完成目标的130%；再就业1.2万人，完成目标的157%"
    return None, None


def wholes(cue: Amount, part: Amount, near: Sequence[Amount]) -> list[Amount]:
    """The figures before a share that may hold a part, of its kind, and none that is itself a part with its share."""
    rates = {a.index: a for a in (*near, cue) if a.sort == "rate"}
    return [
        a
        for a in near
        if a.sort == "amount"
        and a is not part
        and a.index < cue.index
        and cue.sentence - a.sentence <= BACK
        and kin(a, part)
        and a.quantity.change is None
        and not a.has("each")
        and not parted(a, rates)
        and not _beside(a, part)
    ]


def _beside(one: Amount, other: Amount) -> bool:
    """Are two figures of one measure, each of somebody or something of its own, so that none holds the other?"""
    a, b = one.figure, other.figure
    if a is None or b is None or (a.metric, one.like) != (b.metric, other.like) or metric(a.metric) is None:
        return False
    whose = [(figure.entity, figure.segment) for figure in (a, b)]
    return whose[0] != whose[1] and all(segment for _, segment in whose)


def _may_hold(amount: Amount) -> bool:
    """May a figure be a part or a whole: a level, also of another time, and none of a list?"""
    return level(amount, "then", "gap") and amount.run[1] < 2


def parted(amount: Amount, rates: dict[int, Amount]) -> bool:
    """Does a share stand right behind a figure, so that it is a part itself?"""
    at = amount.index + 1
    while at in rates and rates[at].has("moved") and not rates[at].has("share"):
        at += 1  # "1,584亿元，增长17.6%，占全省出口总值的42.3%"
    rate = rates.get(at)
    return rate is not None and rate.sentence == amount.sentence and (rate.has("share") or _in_brackets(rate))
