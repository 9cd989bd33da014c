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
from crossfoot.facts.ties.claims.moves import signs
from crossfoot.facts.ties.claims.products import per_unit
from crossfoot.facts.ties.claims.readings import MORE
from crossfoot.facts.ties.claims.shapes import Claim
from crossfoot.facts.ties.meant.choice import Tried
from crossfoot.facts.ties.meant.trial import accident, tried_out
from crossfoot.facts.ties.slips.mends import mends, needed
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.relating import ASIDE, CLOSE, END, ITEM, LEVEL, OPEN, OTHER, RATE, SHUT, Compiled, relating
from crossfoot.model import Block, Document, Mention, Quantity, RelationKind

CHANCE = 0.02  # that some slip would make a reading tie that is not meant
MOST_OFF = 2.0  # times what it should be: a figure whose part words name
NEAR = 0.8  # of a whole: parts that make as much are its own
FEWEST = 2  # figures of a kind that stand beside a small one of it, which then is a figure like them
FIRM, SAID = 0.0, 0.25  # what a reading costs
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
        if self.firm and self.named and len(self.claims) == 1 and _near(self.claims[0]):
            return self.claims[0]
        likely = [claim for claim in self.claims if _likely(claim, text)]
        return likely[0] if len(likely) == 1 or (likely and _close(likely[0])) else None

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
    rows = relating(amounts[0].lang)
    levels = [a for a in amounts if a.sort in ("amount", "length")]
    rates = [a for a in amounts if a.sort == "rate" and a.quantity.change is None]
    kinds = [("levels", of) for of in _kinds(levels)] + [("rates", rates)] * (len(rates) >= FEWEST)
    text = simplified(document.text) if rows else ""
    for kind, of in kinds if rows else ():
        fitting = [row for row in rows if row.row.of == kind and (len(of) > FEWEST or row.row.sense in RATED)]
        masked, at = _masked(document, text, sentences, amounts, of) if fitting else ("", {})
        for row in fitting:
            for claims, firm in _claimed(row, masked, at):
                yield Related(row.row.name, claims, firm, row.row.sense in NAMED)


def _claimed(row: Compiled, masked: str, at: dict[int, Amount]) -> Iterator[tuple[tuple[Claim, ...], bool]]:
    """The readings of each fit of a row, and whether its words leave no other; of a product all that may be counted."""
    counted = dict[tuple[int, ...], tuple[Claim, ...]]()
    for fit in row.fits(masked):
        if any(i not in at for places in fit.values() for i in places):
            continue  # of no sort that anything ties
        roles = {role: [at[i] for i in places] for role, places in fit.items()}
        claims = tuple(c for c in READINGS[row.row.sense](roles) if _sound(c))
        if claims and row.row.sense == "product":
            key = tuple(a.index for a in claims[0].operands[:2])
            counted[key] = counted.get(key, ()) + claims
        elif claims:
            yield claims, row.row.firm and ("parts" not in roles or row.row.closed or _set_apart(claims[0]))
    for claims in counted.values():
        yield claims, row.row.firm


def _kinds(levels: Sequence[Amount]) -> list[list[Amount]]:
    """The figures by what they are of; a bare number is of what the one before it is of, or the one behind."""
    found, last, things = dict[object, list[Amount]](), None, None
    for amount in levels:
        kind = _kind(amount)
        last, things = kind or last, kind if amount.quantity.kind == "count" else things
        found.setdefault(last, []).append(amount)
        whole = kind is None and amount.quantity.scale_word is None and amount.quantity.step == 1
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
    beside = [a for a in of if a is not amount and abs(a.sentence - amount.sentence) <= 1 and a.like == amount.like]
    return len(beside) < FEWEST


def _sum(roles: dict[str, list[Amount]]) -> Iterator[Claim]:
    """A whole and its parts; a list before which nothing closes may begin with the whole, or with what is no part."""
    parts = [
        *roles.get("items", ()),
        *roles.get("points", ()),
        *roles.get("parts", ()),
        *roles.get("part", ()),
        *roles.get("rest", ()),
    ]
    wholes = roles.get("whole") or roles.get("total", [])
    kind: RelationKind = "difference" if "base" in roles else "sum"
    parts[:0] = roles.get("base", ())
    run = sorted([*wholes, *parts], key=lambda a: a.index)
    if not wholes or len(parts) < 2:
        return
    whole = wholes[0]
    if "parts" not in roles:
        yield Claim(kind, "sum", (whole, *parts), whole, FIRM, said=True, sure=True)
    elif whole is run[0]:
        for first in range(1 if whole.sort == "rate" else len(run) - 2):
            yield Claim(kind, "sum", tuple(run[first:]), run[first], SAID * first, said=True, sure=True)
    else:
        blur = whole.high - whole.low
        last = [a for a in parts if a is not whole and a.size > blur]  # "the four sold 612 million, 548 million ..."
        for first in range(len(last) - 1):
            yield Claim(kind, "sum", (whole, *last[first:]), whole, SAID * first, said=True, sure=True)


def _set_apart(claim: Claim) -> bool:
    """Do words or the end of a sentence part a whole from the list of its parts, so that it is none of them?"""
    whole, first = claim.operands[0], min(claim.operands[1:], key=lambda a: a.index)
    named = (
        whole.has("of", "total", "whole", "summed") or first.has("split", "parts") or whole.tail.lstrip()[:1] in ":："
    )
    return named or whole.sentence < first.sentence or claim.kind == "average"


def _gap(roles: dict[str, list[Amount]]) -> Iterator[Claim]:
    """What is more than another by so much."""
    more, less, by = (roles[role][0] for role in ("more", "less", "by"))
    yield Claim("difference", "sum", (more, less, by), by, FIRM, said=True, sure=True)


def _apart(roles: dict[str, list[Amount]]) -> Iterator[Claim]:
    """Two figures, whichever is more, and what lies between them."""
    one, two, by = (roles[role][0] for role in ("one", "two", "by"))
    more, less = (one, two) if one.size >= two.size else (two, one)
    yield Claim("difference", "sum", (more, less, by), by, FIRM, said=True, sure=True)


def _mean(roles: dict[str, list[Amount]]) -> Iterator[Claim]:
    """Figures and their mean, which so many times is their sum."""
    mean, parts = roles["mean"][0], roles["parts"]
    n = len(parts)
    if n < 2 or parts[0].run != (0, n):
        return  # "across 20 matches 560,000 were sold, an average of 28,000"
    whole = msgspec.structs.replace(
        mean, scale=mean.scale * n, low=mean.low * n, high=mean.high * n, size=mean.size * n
    )
    yield Claim("average", "sum", (whole, *parts), mean, FIRM, said=True, sure=True)


def _flow(roles: dict[str, list[Amount]]) -> Iterator[Claim]:
    """What there was, what came, what went, and what there is then."""
    now, base, came, gone = (roles[role][0] for role in ("now", "base", "came", "gone"))
    yield Claim("sum", "sum", (now, base, came, gone), now, FIRM, minus=1, said=True, sure=True)


def _share(roles: dict[str, list[Amount]]) -> Iterator[Claim]:
    """What is so much of another, or so many times as much."""
    part, whole, rate = (roles[role][0] for role in ("part", "of" if "of" in roles else "whole", "rate"))
    if rate.sort == "rate" and not rate.has("moved", "up", "down"):
        kind: RelationKind = "attainment" if rate.has("target") or whole.has("target") else "share"
        yield Claim(kind, "share", (part, whole, rate), rate, FIRM, said=True, sure=True)
    elif rate.sort == "multiple":
        yield Claim("ratio", "product", (part, whole, rate), rate, FIRM, said=True, sure=True)


def _move(roles: dict[str, list[Amount]]) -> Iterator[Claim]:
    """What is, what was, and by how much it moved; where words leave open which way, the figures tell."""
    now, base, rate = (roles[role][0] for role in ("now", "base", "rate"))
    ways = signs(rate)
    sign = ways[0] if len(ways) == 1 else 1 if now.size >= base.size else -1
    if rate.sort == "points" and now.sort == base.sort == "rate":
        yield Claim("points", "points", (now, base, rate), rate, FIRM, sign, said=True, sure=True)
    elif rate.sort == "rate" and now.sort == base.sort == "amount":
        yield Claim("growth", "growth", (now, base, rate), rate, FIRM, sign, said=True, sure=True)


def _product(roles: dict[str, list[Amount]]) -> Iterator[Claim]:
    """So many, so much for each that words name or for one, and what they make."""
    total, many = roles["total"][0], roles["n"][0]
    each = roles["each" if "each" in roles else "one"][0]
    named = per_unit(each)
    if named != many.quantity.unit and (named or "each" in roles):
        return
    if many.sort in ("amount", "length") and not many.has("each") and many.quantity.per is None:
        kind: RelationKind = "average" if each.has("mean") else "product"
        yield Claim(kind, "product", (total, each, many), each, FIRM, said=True, sure=True)


READINGS = {
    "sum": _sum,
    "gap": _gap,
    "apart": _apart,
    "mean": _mean,
    "flow": _flow,
    "share": _share,
    "move": _move,
    "product": _product,
    **MORE,
}
RATED = (
    "share",
    "move",
    "product",
    *(sense for sense in MORE if sense != "balance"),
)  # two figures of a kind, and one of another
NAMED = (*RATED, "flow")


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


def _likely(claim: Claim, text: str) -> bool:
    """May a reading that fails be meant: do the parts make about the whole, or would they but for a slip?"""
    least = accident(claim)
    return _close(claim) or any(mend.right.likes * least < CHANCE for mend in mends([claim], text))


def _near(claim: Claim) -> bool:
    """Is a figure about what the others make of it?"""
    made = needed(claim, 0)
    return made is not None and 1 / MOST_OFF <= (made[0] + made[1]) / 2 / claim.operands[0].size <= MOST_OFF


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
