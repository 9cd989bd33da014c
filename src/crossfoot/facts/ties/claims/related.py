"""Figures whose parts in an equation the words around them say outright: the figures of an item in, claims out.

The rows of relating.toml are tried on the text with its figures masked, once for each kind of figure, so that what is
of another kind stands in nobody's way. A row that fits gives the readings that its words admit: a list may begin with
a figure that is the whole of the others. Where one reading ties it is meant; where none does and only one may be
meant, the words are held against the figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin, passing
from crossfoot.facts.ties.claims.senses import SENSES
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.facts.ties.meant.choice import Tried
from crossfoot.facts.ties.meant.trial import accident, tried_out
from crossfoot.facts.ties.slips.mends import mends, needed
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.relating import ASIDE, CLOSE, END, ITEM, LEVEL, OPEN, OTHER, RATE, SHUT, Compiled, Told, relating
from crossfoot.model import Block, Document, Mention, Quantity

CHANCE = 0.02  # that some slip would make a reading tie that is not meant
MOST_OFF = 2.0  # times what it should be: a figure whose part words name
NEAR = 0.8  # of a whole: parts that make as much are its own
FEWEST = 2  # figures of a kind that stand beside a small one of it, which then is a figure like them
_FOLD = str.maketrans("，；：（）()。", f",;:{OPEN}{CLOSE}{OPEN}{CLOSE}.")


class Related(msgspec.Struct, frozen=True, eq=False):
    """What one row says of some figures: its readings, the likeliest first."""

    row: str
    claims: tuple[Claim, ...]
    firm: bool
    named: bool = False  # words say of each figure which it is

    def tying(self, tried: Tried) -> Claim | None:
        """The reading that ties, up to the first that words and sizes make the one that is meant."""
        for claim in self.claims:
            if tried.off(claim) is not None:
                return claim
            if _close(claim):
                return None
        return None

    def broken(self, text: str) -> Claim | None:
        """The reading that fails, where only one may be meant."""
        if self.turned:
            return self.claims[0]
        if self.firm and self.named and len(self.claims) == 1 and near(self.claims[0]):
            return self.claims[0]
        meant = [claim for claim in self.claims if likely(claim, text)]
        return meant[0] if len(meant) == 1 or (meant and _close(meant[0])) else None

    @property
    def turned(self) -> bool:
        """Is it a difference that would tie if less were more? Then a word is wrong."""
        return self.firm and self.claims[0].kind == "difference" and _reversed(self.claims[0])


def related(
    document: Document, sentences: Sequence[tuple[Block, list[Mention]]], amounts: Sequence[Amount]
) -> Iterator[Related]:
    """What words say of the figures of an item."""
    if len(amounts) <= FEWEST:
        return
    table = relating(amounts[0].lang)
    levels = [a for a in amounts if a.sort in ("amount", "length")]
    paces = [a for a in amounts if a.sort == "rate"]
    rates = [a for a in paces if a.quantity.change is None]
    kinds = [("levels", of) for of in _kinds(levels)]
    kinds += [(kind, of) for kind, of in (("rates", rates), ("paces", paces)) if len(of) >= FEWEST]
    text = simplified(document.text) if table.rows else ""
    for kind, of in kinds if table.rows else ():
        fitting = [
            row for row in table.rows if row.row.of == kind and (len(of) > FEWEST or SENSES[row.row.sense].mixed)
        ]
        masked, at = _masked(document, text, sentences, amounts, of) if fitting else ("", {})
        told = table.told(masked)
        for row in fitting:
            for claims, firm in _claimed(row, told, at):
                whole = row.row.sense == "gap" and len({a.sentence for a in claims[0].operands}) == 1
                yield Related(row.row.name, claims, firm, whole or SENSES[row.row.sense].named)


def _claimed(row: Compiled, told: Told, at: dict[int, Amount]) -> Iterator[tuple[tuple[Claim, ...], bool]]:
    """The readings of a fit, or of all where any figure may be counted, and whether words leave no other."""
    counted = dict[tuple[int, ...], tuple[Claim, ...]]()
    for fit in row.fits(told):
        if any(i not in at for places in fit.values() for i in places):
            continue  # of no sort that anything ties
        roles = {role: [at[i] for i in places] for role, places in fit.items()}
        claims = tuple(c for c in SENSES[row.row.sense].read(roles) if _sound(c))
        if claims and "n" in roles:
            key = tuple(a.index for a in claims[0].operands[:2])
            counted[key] = counted.get(key, ()) + claims
        elif claims:
            yield claims, row.row.firm and ("parts" not in roles or row.row.closed or _set_apart(claims[0]))
    for claims in counted.values():
        yield claims, row.row.firm


def _kinds(levels: Sequence[Amount]) -> list[list[Amount]]:
    """The figures by what they are of; a bare number is of what the one before it is of, or the one behind."""
    found, last, things, scaled = dict[object, list[Amount]](), None, None, False
    for amount in levels:
        kind = _kind(amount)
        last, things = kind or last, kind if amount.quantity.kind == "count" else things
        scaled = amount.quantity.scale_word is not None if kind is not None else scaled
        whole = kind is None and amount.quantity.scale_word is None and amount.quantity.step == 1
        if whole and scaled and last != things and not amount.leading:  # "a budget of $186.4m, by 31 votes to 22"
            found.setdefault(things or "bare", []).append(amount)
            continue
        found.setdefault(last, []).append(amount)
        if whole and last != things and things is not None:  # "4,150 claims of $18,600 apiece, of which 3,320 are paid"
            found[things].append(amount)
    if None in found and len(found) > 1:
        leading = found.pop(None)
        first = next(iter(found.values()))
        first[:0] = leading
    return [of for of in found.values() if len(of) >= FEWEST]


def _kind(amount: Amount) -> object:
    return ("length", amount.quantity.unit) if amount.sort == "length" else amount.like


def _masked(
    document: Document,
    text: str,
    sentences: Sequence[tuple[Block, list[Mention]]],
    amounts: Sequence[Amount],
    of: Sequence[Amount],
) -> tuple[str, dict[int, Amount]]:
    """The text of an item in lower case, each figure one character; and the figures by their place in it."""
    known, own = {a.span: a for a in amounts}, {a.index for a in of}
    each = all(a.has("each") or a.quantity.per is None for a in of) and sum(a.has("each") for a in of) > 1
    out, size, at = [END], 1, dict[int, Amount]()

    def say(words: str) -> None:
        nonlocal size
        words = " ".join(words.lower().translate(_FOLD).split("\n")).replace("  ", " ")
        out.append(words)
        size += len(words)

    for block, mentions in sentences:
        start = block.span.start
        if _in_list(document, block):
            out.append(ITEM)
            size += 1
        for mention in mentions:
            if not isinstance(mention.value, Quantity) or mention.span.start < start:
                continue
            say(text[start : mention.span.start])
            amount = known.get(mention.span)
            if amount is None:
                sign = SHUT if mention.value.kind in ("money", "count", "measure") else RATE
            elif amount.index in own:
                sign = ASIDE if amount.aside and not (each and _only_each(amount)) else LEVEL
                sign = OTHER if passing(amount.quantity, text) and _alone(amount, of) else sign
            else:
                sign = OTHER if amount.sort in ("amount", "length") else RATE
            if amount is not None:
                at[size] = amount
            out.append(sign)
            size += 1
            start = mention.span.end
        say(text[start : block.span.end].rstrip())
        out.append("" if text[block.span.end - 1] in ";；" else END)
        size += len(out[-1])
    return "".join(out), at


def _in_list(document: Document, block: Block) -> bool:
    """Is a sentence a point of a list?"""
    parent = document.blocks[block.parent].parent if block.parent >= 0 else -1
    return parent >= 0 and document.blocks[parent].kind == "list"


def _only_each(amount: Amount) -> bool:
    """Is it aside only as what there is for each, as others of its list are?"""
    return not amount.has("base", "then", "moved", "aim") and amount.quantity.change is None


def _alone(amount: Amount, of: Sequence[Amount]) -> bool:
    """Is a small number not one of several of its kind: "三轮集中供地", "the two together"?"""
    like = (amount.like,) if amount.leading else (amount.like, None)  # "from 19 weeks to 16"
    beside = [a for a in of if a is not amount and abs(a.sentence - amount.sentence) <= 1 and a.like in like]
    return len(beside) < FEWEST


def _set_apart(claim: Claim) -> bool:
    """Do words or the end of a sentence part a whole from the list of its parts, so that it is none of them?"""
    whole, first = claim.operands[0], min(claim.operands[1:], key=lambda a: a.index)
    named = (
        whole.has("of", "total", "whole", "summed") or first.has("split", "parts") or whole.tail.lstrip()[:1] in ":："
    )
    return named or whole.sentence < first.sentence or claim.kind == "average"


def _sound(claim: Claim) -> bool:
    """May its figures be added up, by what they say of themselves?"""
    own = claim.operands
    if claim.shape != "sum":
        alike = kin(*own[:2]) and len({a.index for a in own}) == len(own) and all(a.size > 0 for a in own)
        return alike and own[0].quantity.change is None and own[1].quantity.change is None
    if len({a.index for a in own}) < len(own) or not kin(*own) or any(a.size <= 0 for a in own):
        return False
    levels = own[:2] if claim.kind == "difference" or claim.minus else own
    if any(a.quantity.change is not None or a.has("more") for a in levels):
        return False
    return len({a.quantity.per for a in own if a.quantity.per is not None}) <= 1


def _made(claim: Claim) -> float:
    """How many times its whole the parts of a claim make."""
    whole, *parts = claim.operands
    made = sum(a.size for a in parts) - 2 * sum(a.size for a in parts[len(parts) - claim.minus :])
    return made / whole.size


def likely(claim: Claim, text: str) -> bool:
    """May a reading that fails be meant: do the parts make about the whole, or would they but for a slip?"""
    least = accident(claim)
    return _close(claim) or any(mend.right.likes * least < CHANCE for mend in mends([claim], text))


def near(claim: Claim, most: float = MOST_OFF) -> bool:
    """Is a figure about what the others make of it?"""
    made = needed(claim, 0)
    return made is not None and 1 / most <= (made[0] + made[1]) / 2 / claim.operands[0].size <= most


def _close(claim: Claim) -> bool:
    """Do parts that are each less than their whole make nearly as much as it?"""
    if claim.shape != "sum":
        return False
    whole, *parts = claim.operands
    return NEAR <= _made(claim) <= 1 / NEAR and all(a.size < whole.size for a in parts)


def _reversed(claim: Claim) -> bool:
    """Would a difference tie if less were more?"""
    more, less, *by = claim.operands
    swapped = msgspec.structs.replace(claim, operands=(less, more, *by))
    return len(by) == 1 and tried_out(swapped)[0] is not None
