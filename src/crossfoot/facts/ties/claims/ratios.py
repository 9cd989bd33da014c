"""How many times another figure one is: the figures of an item in, claims out.

"That was three times the 32,000 of two years ago", "净投放3,420亿元，为上周1,140亿元的3倍": what stands right before a
multiple and what stands right behind it, or is named there, are of one measure. Where words leave only one figure for
each of the two, no other reading is left; where they only name one of several, a slip of the pen has to explain what
does not tie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.naming import label
from crossfoot.facts.ties.claims.naming import named as called
from crossfoot.facts.ties.claims.related import Related
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.facts.ties.meant.trial import tried_out
from crossfoot.late import late
from crossfoot.lexicon.ratios import Ratios, ratios

MOST, APART = 32, 8  # figures and sentences to either side in which what is named may stand
READINGS = 4
PAIR = 2  # figures that stand against each other
ENDS = 2  # characters in which a name and the words before its figure end
LABEL = 8  # characters before a figure that name it
_STOP = late(r"[;；]|[,.，。][^0-9]|[,.，。]$")
_WORDS = late(r"[a-z]{4,}")


def by_ratio(amounts: Sequence[Amount]) -> Iterator[Related]:
    """What multiples say of the figures around them."""
    words = ratios(amounts[0].lang) if amounts else None
    if words is None:
        return
    for cue in amounts:
        near = [a for a in amounts[max(cue.index - MOST, 0) : cue.index + MOST + 1] if _level(a) and a is not cue]
        if cue.sort == "multiple" and _plain(cue):
            if cue.leading:
                yield from _sides(cue, near, words)
                yield from _unspaced(cue, near, words)
            else:
                yield from _spaced(cue, near, words)
        elif cue.quantity.kind == "number" and not cue.leading and words.to_one.match(cue.tail.lower()):
            yield from _told(_against(cue, near), sure=True)


def _plain(cue: Amount) -> bool:
    """Is it so many times as much, and not by how much something moved, nor "more than three times"?"""
    quantity = cue.quantity
    return quantity.change is None and quantity.approx in (None, "~") and not cue.has("moved", "up", "down")


def _level(amount: Amount) -> bool:
    return amount.sort == "amount" and amount.quantity.change is None and not amount.quantity.ranged and amount.size > 0


def _claim(now: Amount, base: Amount, cue: Amount) -> Claim:
    return Claim("ratio", "product", (now, base, cue), cue, 0.0, said=True, sure=True)


def _told(claims: Sequence[Claim], *, sure: bool, named: bool = False) -> Iterator[Related]:
    """The first of some claims that ties, else those that may be meant."""
    tying = next((c for c in claims if tried_out(c)[0] is not None), None)
    if tying is not None:
        yield Related("ratios", (tying,), False)
    elif claims:
        yield Related("ratios", tuple(claims[:READINGS]), sure, named and len(claims) == 1)


def _spaced(cue: Amount, near: Sequence[Amount], words: Ratios) -> Iterator[Related]:
    """ "Orders came to 4.5 billion euros, 3.6 times the amount on sale"."""
    of = words.of.match(cue.tail.lower())
    if of is None:
        return
    firsts, adjacent = _subjects(cue, near, words)
    behind = next((a for a in near if a.index == cue.index + 1 and a.sentence == cue.sentence), None)
    if behind is not None and words.told.fullmatch(cue.tail.lower()) and any(kin(now, behind) for now in firsts):
        claims = [_claim(now, behind, cue) for now in firsts if kin(now, behind)]
        yield from _told(claims, sure=True, named=adjacent)
        return
    name = {word.removesuffix("s") for word in _WORDS.findall(of["name"])} - words.idle
    bases = [a for a in near if abs(a.sentence - cue.sentence) <= APART and a not in firsts[:1]]
    bases = [a for a in bases if (cue.has("offered") and _issued(a)) or name & _names(a)]
    claims = [_claim(now, base, cue) for now in firsts for base in bases if now is not base and kin(now, base)]
    yield from _told(claims, sure=adjacent, named=adjacent and cue.has("offered"))


def _issued(amount: Amount) -> bool:
    """Is it what somebody has sold of bonds or shares?"""
    return any(p.figure.metric == "issue_amount" for p in amount.figures) or amount.has("issued")


def _names(amount: Amount) -> set[str]:
    lead, tail = _STOP.split(amount.lead.lower())[-1], _STOP.split(amount.tail.lower())[0]
    return {word.removesuffix("s") for word in _WORDS.findall(f"{lead} {tail}")}


def _subjects(cue: Amount, near: Sequence[Amount], words: Ratios) -> tuple[list[Amount], bool]:
    """What is so many times as much: the figure said last in the sentence, or, of "that", in the one before."""
    own = [a for a in near if a.sentence == cue.sentence and a.index < cue.index]
    if own:
        return own[::-1], own[-1].index == cue.index - 1 and not any(kin(a, own[-1]) for a in own[:-1])
    if not words.it.match(cue.lead.lower()):
        return [], False
    last = [a for a in near if a.sentence == cue.sentence - 1]
    return last[::-1], len(last) == 1


def _against(cue: Amount, near: Sequence[Amount]) -> list[Claim]:
    """ "Members outnumber the others by four to one": the two figures said last."""
    own = [a for a in near if a.sentence == cue.sentence and a.index < cue.index]
    if len(own) < PAIR:
        own = [a for a in near if a.sentence == cue.sentence - 1 and a.index < cue.index]
    pairs = [(one, other) for i, one in enumerate(own) for other in own[i + 1 :] if kin(one, other)]
    return [_claim(*((one, other) if one.size > other.size else (other, one)), cue) for one, other in pairs]


def _unspaced(cue: Amount, near: Sequence[Amount], words: Ratios) -> Iterator[Related]:
    """ "净投放3,420亿元，规模为上周1,140亿元的3倍"，"单日最高451.2万人次，是季度日均的1.25倍"."""
    own = [a for a in near if a.sentence == cue.sentence and a.index < cue.index]
    if not own:
        return
    if words.its.fullmatch(cue.lead) and own[-1].index == cue.index - 1:
        base, firsts = own[-1], own[:-1]
        if firsts and kin(firsts[-1], base):
            beside = firsts[-1].index == base.index - 1 and not firsts[-1].has("base", "then")
            yield from _told([_claim(firsts[-1], base, cue)], sure=beside, named=beside)
        return
    of = words.of.search(cue.lead.rstrip())
    if of is None:
        return
    bases = [a for a in near if a is not own[-1] and kin(a, own[-1]) and abs(a.sentence - cue.sentence) <= APART]
    bases = [a for a in bases if a.index < cue.index] or bases
    name, adjacent = of["name"], own[-1].index == cue.index - 1 and not any(kin(a, own[-1]) for a in own[:-1])
    told = [a for a in bases if name in label(a)] or (called(name, bases) if bases else [])
    told = told or [a for a in bases if name[-ENDS:] in label(a)]
    claims = [_claim(now, base, cue) for now in own[::-1] for base in told if now is not base and kin(now, base)]
    yield from _told(claims, sure=adjacent, named=adjacent)


def _sides(cue: Amount, near: Sequence[Amount], words: Ratios) -> Iterator[Related]:
    """ "专任教师5.64万人，在校生84.6万人，师生比1:15": each character names the figure that has it before it."""
    found = words.sides.search(cue.lead)
    if found is None:
        return
    before = [a for a in near if a.index < cue.index and cue.sentence - a.sentence <= 1]
    one, other = ([a for a in before if side in a.lead[-LABEL:]] for side in found.groups())
    claims = [_claim(a, b, cue) for a in one for b in other if a is not b and kin(a, b)]
    yield from _told(claims, sure=True)
