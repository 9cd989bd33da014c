"""What stands in one list with figures that tie is tied as they are: claims that tie in, those of their fellows out.

Of "6,440, 3,680 and 2,760, or 35%, 20% and 15% of the market" two shares that tie say what the third is of. Where
words split a whole, a bare share in brackets behind a part is of that whole: "schools get 55.9 million (30%)". And a
move told as an amount and as a rate is of the same two figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.facts.ties.meant.trial import tried_out
from crossfoot.late import late
from crossfoot.lexicon.cued import taking
from crossfoot.lexicon.dealing import dealing

LISTED = 3  # shares in a row, of which all but one tie
PARTS = 2  # of a whole, at the least
ALL = 100  # percent
_OPEN = late(r"\s*[(（]")
_SHUT = late(r"\s*(?:[)）,;，；.。]|$)")


def fellows(claims: Sequence[Claim], amounts: Sequence[Amount]) -> Iterator[Claim]:
    """The shares that can be of nothing but what those beside them are of."""
    if amounts and amounts[0].leading:  # where words stand before what they are of, rows are dealt out by other words
        yield from _behind_parts(claims, amounts)
        return
    yield from _listed([claim for claim in claims if claim.shape == "share"], amounts)
    for claim in claims:
        if claim.shape == "sum" and not claim.minus and claim.kind == "sum" and len(claim.operands) > PARTS:
            yield from _bracketed(claim, amounts)
        if claim.shape in ("growth", "change"):
            yield from _said_again(claim, amounts)


def _behind_parts(claims: Sequence[Claim], amounts: Sequence[Amount]) -> Iterator[Claim]:
    """The bare shares right behind parts of a whole that a sum or the shares beside them tie: "线下5.7亿元，占六成"."""
    shares = [claim for claim in claims if claim.shape == "share" and _apart(claim.operands[-1], amounts)]
    known = {claim.operands[-1].index for claim in claims if claim.shape == "share"}
    summed = list[Claim]()
    for rate in amounts:
        part = _apart(rate, amounts) if rate.index not in known else None
        if part is None:
            continue
        beside = [c.operands[1] for c in shares if abs(c.cue.sentence - rate.sentence) <= 1 and _alike(c.cue, rate)]
        added = len(beside) < PARTS
        if added:
            sums = (c for c in claims if c.shape == "sum" and c.kind == "sum" and not c.minus)
            beside = [c.operands[0] for c in sums if part in c.operands[1:] and _OPEN.fullmatch(rate.lead) is None]
        wholes = {whole.index: whole for whole in beside if whole is not part and kin(whole, part)}
        if len(wholes) == 1:
            whole = next(iter(wholes.values()))
            claim = Claim("share", "share", (part, whole, rate), rate, 0.0, said=True, sure=True)
            if added:
                summed.append(claim)
            else:
                yield claim
    off = [claim for claim in summed if tried_out(claim)[0] is None]
    yield from summed if len(off) < PARTS else ()  # of two that do not tie each is of more than the sum: "占总股本1%"


def _apart(rate: Amount, amounts: Sequence[Amount]) -> Amount | None:
    """The figure that a bare share stands right behind."""
    words, part = taking(rate.lang), amounts[rate.index - 1] if rate.index else None
    if part is None or words is None or part.sentence != rate.sentence or part.sort != "amount" or part.run[1] > 1:
        return None
    if rate.sort != "rate" or rate.quantity.change is not None or rate.has("moved", "up", "down", "aim"):
        return None
    of = words.of.search(rate.lead)
    bare = _OPEN.fullmatch(rate.lead) is not None or (
        of is not None and not of["of"] and not rate.lead[: of.start()].strip("，,（( ")
    )
    return part if bare else None


def _alike(one: Amount, other: Amount) -> bool:
    """Do two shares stand behind their parts in the same way?"""
    return (_OPEN.fullmatch(one.lead) is None) == (_OPEN.fullmatch(other.lead) is None)


def _listed(shares: Sequence[Claim], amounts: Sequence[Amount]) -> Iterator[Claim]:
    """Of the shares of a row that are dealt out to the figures of another row, the one that does not tie."""
    rows = defaultdict[tuple[int, int, int, int], list[Claim]](list)
    for claim in shares:
        part, whole, rate = claim.operands
        if rate.run == part.run and rate.run[1] >= LISTED:
            place, many = rate.run
            rows[part.index - place, rate.index - place, whole.index, many].append(claim)
    for (parts, rates, of, many), known in rows.items():
        told = {claim.operands[-1].run[0] for claim in known}
        missing = sorted(set(range(many)) - told)
        if len(missing) == 1:
            operands = amounts[parts + missing[0]], amounts[of], amounts[rates + missing[0]]
            yield Claim(known[0].kind, "share", operands, operands[-1], 0.0, said=True, sure=True)


def _bracketed(claim: Claim, amounts: Sequence[Amount]) -> Iterator[Claim]:
    """The bare shares right behind the parts of a whole, where no more than one of them is not of it."""
    whole, *parts = claim.operands
    behind = [(part, amounts[part.index + 1]) for part in parts if part.index + 1 < len(amounts)]
    shares = [
        Claim("share", "share", (part, whole, rate), rate, 0.0, said=True, sure=True)
        for part, rate in behind
        if rate.sentence == part.sentence and _bare(rate)
    ]
    off = [share for share in shares if tried_out(share)[0] is None]
    if len(off) < 2 and len(off) < len(shares):
        yield from shares


def _said_again(claim: Claim, amounts: Sequence[Amount]) -> Iterator[Claim]:
    """A move that is told as an amount and as a rate: "a fall of 3,300 or 8%", "up 12% or 84 million"."""
    now, base, by = claim.operands
    if by.index + 1 >= len(amounts) or by.leading:
        return
    again = amounts[by.index + 1]
    if again in (now, base) or again.sentence != by.sentence or not _apposed(again):
        return
    if claim.shape == "change" and again.sort == "rate":
        yield Claim("growth", "growth", (now, base, again), again, 0.0, claim.sign, said=True, sure=True)
    elif claim.shape == "growth" and again.sort == "amount" and kin(again, now):
        yield Claim("difference", "change", (now, base, again), again, 0.0, claim.sign, said=True, sure=True)


def _apposed(again: Amount) -> bool:
    """Does a figure only say once more what stands right before it?"""
    level = again.has("base", "result", "target", "other basis") or again.run[1] > 1
    return not level and _restates(again) and _SHUT.match(again.tail) is not None


def _bare(rate: Amount) -> bool:
    """Does a rate say of what stands before it how much of its whole it is, and nothing more?"""
    if rate.sort != "rate" or rate.quantity.change is not None or rate.has("moved", "up", "down") or rate.size >= ALL:
        return False
    return (_OPEN.fullmatch(rate.lead) is not None or _restates(rate)) and _SHUT.match(rate.tail) is not None


def _restates(amount: Amount) -> bool:
    """Do the words before a figure say that it tells the one before it once more?"""
    words = dealing(amount.lang)
    return words is not None and words.restated.fullmatch(amount.lead) is not None
