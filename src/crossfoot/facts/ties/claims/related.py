"""Figures whose parts in an equation the words around them say outright: the figures of an item in, claims out.

The rows of relating.toml are tried on the text with its figures masked, once for each kind of figure, so that what is
of another kind stands in nobody's way. A row that fits gives the readings that its words admit: a list may begin with
a figure that is the whole of the others. Where one reading ties it is meant; where none does and only one may be
meant, the words are held against the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Literal

import msgspec

from crossfoot.facts.ties.amounts import FEW, Amount, Sort, kin, passing
from crossfoot.facts.ties.claims import unsaid
from crossfoot.facts.ties.claims.naming import called_alike, of_one_time
from crossfoot.facts.ties.claims.paired import Pairs, paired
from crossfoot.facts.ties.claims.senses import SENSES
from crossfoot.facts.ties.claims.shapes import Claim, precedes
from crossfoot.facts.ties.meant.choice import Tried
from crossfoot.facts.ties.meant.trial import accident, tried_out
from crossfoot.facts.ties.slips.mends import mends, needed
from crossfoot.late import late
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.dealing import counted
from crossfoot.lexicon.named import named
from crossfoot.lexicon.relating import (
    ASIDE,
    CLOSE,
    END,
    ITEM,
    LEVEL,
    OPEN,
    OTHER,
    RATE,
    SHUT,
    Compiled,
    Told,
    multiples,
    relating,
)
from crossfoot.model import Block, Document, Figure, Mention, Printed, Quantity, Span
from crossfoot.ranges import ranges

CHANCE = 0.02  # that some slip would make a reading tie that is not meant
MOST_OFF = 2.1  # times what it should be: a figure whose part words name
MOST_TURNED = 4.4  # the same where a word says how many: "halved" for "doubled"
NEAR = 0.8  # of a whole: parts that make as much are its own
_CENTS = ("money", None)  # how amounts of no currency that has a name are alike
THREE = 3  # a whole and two parts, each under a role of its own
FEWEST = 2  # figures of a kind that stand beside a small one of it, which then is a figure like them
_LASTS = late(r"\b(?:in|over|for|within|after|during|every|last|past|first|next|of)\s*$", re.IGNORECASE)
FAR = 3.5  # times: what differs by more was hardly meant to be set beside it
NOUNS = 30  # characters in which what is counted by a fraction is named
_ONE_OF = late(r"one ((?:[a-z]+ ){0,1}[a-z]+) (?:in|out of) |every \w+ ((?:[a-z]+ ){0,2}[a-z]+)")
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
            return _worded(self.claims[0])
        most = MOST_TURNED if self.claims[0].cue.index < 0 else MOST_OFF
        if self.firm and self.named and len(self.claims) == 1 and near(self.claims[0], most):
            return self.claims[0]
        meant = [claim for claim in self.claims if likely(claim, text)]
        return meant[0] if len(meant) == 1 or (meant and _close(meant[0])) else None

    @property
    def turned(self) -> bool:
        """Is it a difference that would tie if less were more? Then a word is wrong."""
        first = self.claims[0]
        return self.firm and (first.kind == "difference" or first.shape == "points") and _reversed(first)


class Ordered(msgspec.Struct, frozen=True, eq=False):
    """Figures of which a row says that each is more than the next."""

    row: str
    falling: tuple[Amount, ...]


def related(
    document: Document,
    sentences: Sequence[tuple[Block, list[Mention]]],
    amounts: Sequence[Amount],
    hedged: Sequence[Amount],
) -> Iterator[Related | Ordered | Pairs]:
    """What words say of the figures of an item, and of those whose hedge may be a word that orders them."""
    rows = relating(hedged[0].lang).rows if len(hedged) >= FEWEST else ()
    orders = [row for row in rows if row.row.of == "any"]
    others = [row for row in rows if row.row.of != "any"]
    if hedged is amounts:
        yield from _said(document, sentences, amounts, rows)
    else:
        yield from _said(document, sentences, amounts, others)
        yield from _said(document, sentences, hedged, orders)


def _said(
    document: Document,
    sentences: Sequence[tuple[Block, list[Mention]]],
    amounts: Sequence[Amount],
    rows: Sequence[Compiled],
) -> Iterator[Related | Ordered | Pairs]:
    """What some rows say of some figures."""
    if len(amounts) < FEWEST or not rows:
        return
    levels = [a for a in amounts if a.sort in ("amount", "length")]
    paces = [a for a in amounts if a.sort == "rate"]
    rates = [a for a in paces if a.quantity.change is None]
    kinds = [("levels", of) for of in _kinds(levels, document.text)]
    kinds += [(kind, of) for kind, of in (("rates", rates), ("paces", paces)) if len(of) >= FEWEST]
    text, table = simplified(document.text), relating(amounts[0].lang)
    times = multiples(amounts[0].lang, text) is not None or any(a.sort == "multiple" for a in amounts)
    nth = times or any(a.quantity.kind == "fraction" for a in paces)
    masked = _Masked(document, text, sentences, amounts)
    words = table.told("".join(masked.out))
    rows = [row for row in rows if (times or not row.times) and (nth or not row.nth) and row.may_fit(words)]
    for kind, of in kinds:
        fitting = [row for row in rows if row.row.of == kind and (len(of) > FEWEST or _mixed(row.row.sense))]
        fitting += [row for row in rows if row.row.of == "any" and kind != "paces"]
        told, at = words.of(masked.of(of)) if fitting else words, masked.at
        for row in fitting:
            if row.row.of == "any":
                yield from _ordered(row, told, at, of)
                continue
            for claims, firm in _claimed(row, told, at, text, of):
                yield Related(row.row.name, claims, firm, _named(row, claims[0]))


def _named(row: Compiled, claim: Claim) -> bool:
    """Do words say of each figure which it is?"""
    sense, apart = row.row.sense, len({a.sentence for a in claim.operands}) > 1
    if sense in ("gap", "apart"):
        return not apart
    if sense == "sum":
        return len(claim.operands) == THREE and "+}" not in row.row.text and not claim.cue.leading
    return sense in SENSES and SENSES[sense].named


def _mixed(sense: str) -> bool:
    """May two figures of a kind be enough, beside one of another?"""
    return SENSES[sense].mixed if sense in SENSES else sense in unsaid.SENSES


def _claimed(
    row: Compiled, told: Told, at: dict[int, Amount], text: str, of: Sequence[Amount]
) -> Iterator[tuple[tuple[Claim, ...], bool]]:
    """The readings of a fit, or of all where any figure may be counted, and whether words leave no other."""
    counted = dict[tuple[int, ...], tuple[Claim, ...]]()
    for fit in row.fits(told):
        if any(i not in at for places in fit.values() for i in places):
            continue  # of no sort that anything ties
        roles = {role: [at[i] for i in places] for role, places in fit.items()}
        times = roles.pop("times", [])
        if times and times[0].sort != "multiple" and times[0].index >= 0:
            continue  # "1,290 to private buyers and 552, or 30%"
        if (ratio := times or roles.get("nth") or roles.get("rate")) and "part" in roles:
            named = _of_what(ratio[0], text, *roles["part"], *roles.get("total", ()))
            if named is False or (named is None and "nth" in roles):
                continue
            roles["rate"] = ratio
        if row.row.sense in unsaid.SENSES:
            if found := tuple(unsaid.left_out(row.row.sense, roles, of)):
                yield found, False
            continue
        if row.row.alike and "now" in roles:
            roles["now"] = [_reached(roles["now"][0], of)]
        if _parted(roles):
            continue  # "8% more than last year and 90% of the 30.2 million of 2019"
        if row.row.sense == "move" and _of_its_own(roles):
            continue
        if row.row.alike and not _of_one(roles, text):
            continue
        claims = tuple(c for c in SENSES[row.row.sense].read(roles) if _sound(c))
        if claims and ("n" in roles or "nth" in roles):
            one = claims[0].operands
            first = one[:1] if "skip" in row.row.text else one[:2]  # any of those between may be meant
            key = tuple(a.index for a in (first if "n" in roles else one[::2]))
            counted[key] = counted.get(key, ()) + claims
        elif claims:
            yield claims, row.row.firm and ("parts" not in roles or row.row.closed or _set_apart(claims[0]))
    for claims in counted.values():  # of several prices that may be meant none is wrong
        yield claims, row.row.firm and (len(claims) == 1 or "skip" not in row.row.text)


def _reached(now: Amount, of: Sequence[Amount]) -> Amount:
    """What something is; what stands before an aim, where that is set behind it: "46.8亿元，全年目标52亿元"."""
    before = (a for a in reversed(of) if a.index < now.index and a.sentence == now.sentence)
    return next((a for a in before if not a.has("aim", "base")), now) if now.has("aim") else now


def _parted(roles: dict[str, list[Amount]]) -> bool:
    """Does a figure that has no part in it stand between a rate and the base behind it?"""
    if not {"rate", "base", "now"} <= roles.keys():
        return False
    if roles["rate"][0].leading:
        return False
    rate, base, now = (roles[role][0].index for role in ("rate", "base", "now"))
    own = {a.index for of in roles.values() for a in of}
    return rate >= 0 and now < rate and not own.issuperset(range(rate, base))


def _of_its_own(roles: dict[str, list[Amount]]) -> bool:
    """Does a name say what a rate is of, and no word that it is a move: "平均房价232元，出租率68%；上年同期..."?"""
    rate = next(iter(roles.get("rate", ())), None)
    words = named(rate.lang) if rate is not None and rate.sort == "rate" else None
    if rate is None or words is None or words.plain is None or rate.quantity.change is not None:
        return False
    return words.plain.search(rate.lead) is not None and not rate.has("moved", "up", "down")


def _of_one(roles: dict[str, list[Amount]], text: str) -> bool:
    """Are figures of one thing, by the words before them, and is one a base of what it stands beside?"""
    by = next((roles[role][0] for role in ("by", "rate") if role in roles), None)
    own = (a for role, of in roles.items() for a in of if a is not by and role != "also")
    if "now" in roles and "base" in roles and _of_two(roles["now"][0], roles["base"][0]):
        return False
    first, *others = sorted(own, key=lambda a: a.index)
    if by is not None and "base" in roles:
        now, base = roles["now"][0], roles["base"][0]
        back = by.has("up" if now.size < base.size else "down") and precedes(base, now) is False
        if back or now.run[1] > 1 or base.run[1] > 1 or not of_one_time(base, by):
            return False  # "2023年末320家，去年末480家，净增160家": what it moved from stands first
    others += [by] if by is not None and by.word is not None else []
    return all(called_alike(first, a, text, moved=a is not by and a.sort == "rate") for a in others)


def _of_two(now: Amount, base: Amount) -> bool:
    """Do facts know two figures for different parts of something, or one of them for a move and no level?"""
    one, other = now.figure, base.figure
    if now.quantity.change is None and base.quantity.change is not None:
        return True
    return one is not None and other is not None and one.metric == other.metric and one.segment != other.segment


def _ordered(row: Compiled, told: Told, at: dict[int, Amount], of: Sequence[Amount]) -> Iterator[Ordered | Pairs]:
    """The figures of a fit from the largest to the least; with `back` words tell them from the last to the first."""
    for fit in row.fits(told):
        if any(i not in at for places in fit.values() for i in places):
            continue
        roles = {role: [at[i] for i in places] for role, places in fit.items()}
        if row.row.sense == "pairs":
            yield from paired(row.row.name, roles["part"], roles["rate"], firm=row.row.firm)
            continue
        more, less, rise, fall = (roles.get(role, []) for role in ("more", "less", "rising", "falling"))
        for run in ([*fall], [*reversed(rise)]):
            found = run[::-1] if row.row.sense == "back" else run
            if len(found) > 1:
                yield Ordered(row.row.name, tuple(found))
        for one, other in product(more, less):
            first, second = sorted((one, other), key=lambda a: a.index)
            meant = _subject(first, second, of, more=first is one)
            yield Ordered(row.row.name, (meant, other) if first is one else (one, meant))


def _subject(first: Amount, second: Amount, of: Sequence[Amount], *, more: bool) -> Amount:
    """Which figure up to the first of two words speak of: no aim; of several in a sentence before, one that fits."""
    own = [a for a in of if a.sentence == first.sentence and a.index <= first.index and a.quantity.change is None]
    own = [a for a in own if not a.has("aim", "target", "base", "then")] or [first]
    if first.sentence == second.sentence or second.size <= 0:
        return own[-1]
    fitting = [a for a in own if (a.size > second.size) == more and 1 / FAR < a.size / second.size < FAR]
    return fitting[-1] if fitting else own[-1]


def _of_what(ratio: Amount, text: str, *levels: Amount) -> bool | None:
    """Do "one job in eight" or "every third guest" name what a figure counts? None where no noun stands in them."""
    found = _ONE_OF.match(text[ratio.span.start : ratio.span.end + NOUNS].lower())
    if found is None:
        return None
    words = (found[1] or found[2]).split()
    units = {a.quantity.unit for a in levels if a.quantity.unit}
    return not units or not units.isdisjoint(counted(word, ratio.lang) for word in words)


def _kinds(levels: Sequence[Amount], text: str) -> list[list[Amount]]:
    """The figures by what they are of; a bare number is of what the one before it is of, or the one behind."""
    found, last, things, scaled = dict[object, list[Amount]](), None, None, False
    lasting = list[Amount]()
    for amount in levels:
        kind = _kind(amount)
        running = amount.sort == "length" and "-" in text[amount.span.start : amount.span.end]  # "nine-month sales"
        if running or (amount.sort == "length" and _LASTS.search(amount.lead)):  # "doubled in two years, from 480"
            lasting.append(amount)
            continue
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
    money = [of for kind, of in found.items() if kind != _CENTS and isinstance(kind, tuple) and kind[0] == "money"]
    if money and _CENTS in found:  # of whatever money stands around them
        cents = found.pop(_CENTS)
        for of in money:
            of[:] = sorted([*of, *cents], key=lambda a: a.index)
    for amount in lasting:
        found.setdefault(_kind(amount), []).append(amount)
    return [of for of in found.values() if len(of) >= FEWEST]


def _kind(amount: Amount) -> object:
    return ("length", amount.quantity.unit) if amount.sort == "length" else amount.like


class _Masked:
    """The text of an item in lower case, each figure one character; `at` has the figures by their place in it.

    Which character that is hangs on the kind of figures that a row is about: `of` writes it for one.
    """

    def __init__(
        self,
        document: Document,
        text: str,
        sentences: Sequence[tuple[Block, list[Mention]]],
        amounts: Sequence[Amount],
    ) -> None:
        self.out, self.at, self._size, self._text = [END], dict[int, Amount](), 1, text
        self._open, self._first = list[tuple[int, Amount]](), amounts[0]  # of `out`, what hangs on the kind
        known, self._times = {a.span: a for a in amounts}, multiples(amounts[0].lang, text)
        for block, mentions in sentences:
            start = block.span.start
            if _in_list(document, block):
                self._put(ITEM)
            for mention in mentions:
                if not isinstance(mention.value, Quantity) or mention.span.start < start:
                    continue
                if mention.value.kind == "ordinal":
                    continue  # "every third guest"
                amount = known.get(mention.span)
                hedged = amount is not None and amount.has("hedged")  # "a finish under 4,400"
                self._say(start, mention.value.digits[0] if hedged else mention.span.start)
                if amount is not None:
                    self.at[self._size] = amount
                    self._open.append((len(self.out), amount))
                self._put(SHUT if mention.value.kind in ("money", "count", "measure") else RATE)
                start = mention.span.end
            self._say(start, start + len(text[start : block.span.end].rstrip()))
            self._put("" if text[block.span.end - 1] in ";；" else END)

    def _put(self, words: str) -> None:
        self.out.append(words)
        self._size += len(words)

    def _say(self, start: int, end: int) -> None:
        base = start
        for first, last, number in self._times.told(self._text[base:end].lower()) if self._times is not None else ():
            self._word(start, base + first)
            self.at[self._size] = _multiple(Span(self._first.span.doc, base + first, base + last), number, self._first)
            self._put(RATE)
            start = base + last
        self._word(start, end)

    def _word(self, start: int, end: int) -> None:
        self._put(" ".join(self._text[start:end].lower().translate(_FOLD).split("\n")).replace("  ", " "))

    def of(self, kind: Sequence[Amount]) -> str:
        own = {a.index for a in kind}
        each = all(a.has("each") or a.quantity.per is None for a in kind) and sum(a.has("each") for a in kind) > 1
        for place, amount in self._open:
            if amount.index in own:
                sign = ASIDE if amount.aside and not (each and _only_each(amount)) else LEVEL
                sign = OTHER if passing(amount.quantity, self._text) and _alone(amount, kind) else sign
            else:
                sign = OTHER if amount.sort in ("amount", "length") else RATE
            self.out[place] = sign
        return "".join(self.out)


def _multiple(span: Span, number: Fraction, beside: Amount) -> Amount:
    """What a word that says how many times says, or how large a part, as a figure of no row."""
    part = number < 1
    kind: Literal["fraction", "multiple"] = "fraction" if part else "multiple"
    value = Quantity(number, number, Fraction(1), "" if part else "times", kind, digits=(span.start, span.start))
    range_ = ranges(Printed(Figure(None, "amount"), value, span)).default
    scale = Fraction(100 if part else 1)
    low, high = float((range_.low or 0) * scale), float((range_.high or 0) * scale)
    sort: Sort = "rate" if part else "multiple"
    return Amount(
        -1 - span.start, span, value, scale, sort, beside.sentence, beside.paragraph, "", "", frozenset(), low, high,
        (), lang=beside.lang, leading=beside.leading, size=(low + high) / 2, step=float(value.step) * float(scale),
    )  # fmt: skip


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
    if claim.kind == "conversion":
        return all(a.size > 0 for a in own)
    money = any(a.quantity.kind == "money" for a in own)
    if money and any(a.quantity.kind == "number" and a.size <= FEW and a.quantity.scale_word is None for a in own):
        return claim.shape != "sum"  # "Three to note this week"
    if claim.shape != "sum":
        alike = kin(*own[:2]) and len({a.index for a in own}) == len(own) and all(a.size > 0 for a in own)
        part = claim.shape == "share"  # "cut 46 of its 1,840 posts"
        each = claim.shape == "product" and claim.kind != "ratio"  # "a fall of $4.86 wiped 1.1 billion off it"
        moves = [a.quantity.change for a in own[:2]]
        paces = claim.shape == "points" and not {"up", "down"}.issubset(moves)  # of two falls, the one was the smaller
        return alike and (paces or ((part or moves[0] is None) and (each or moves[1] is None)))
    if len({a.index for a in own}) < len(own) or not kin(*own) or any(a.size <= 0 for a in own):
        return False
    if all(a.quantity.change is not None for a in own):
        return True  # "added 22,000 jobs: full-time work rose by 43,600 and part-time work fell by 21,600"
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


def _worded(claim: Claim) -> Claim:
    """A difference that goes the other way, as the move that its word says: so the word can be told for wrong."""
    more, less, by = claim.operands
    ways = [way for way in ("up", "down") if by.has(way)]
    if claim.shape != "sum" or by.word is None or len(ways) != 1:
        return claim
    now, base, sign = (more, less, 1) if ways == ["up"] else (less, more, -1)
    plain = msgspec.structs.replace(
        by, quantity=msgspec.structs.replace(by.quantity, change=None), marks=by.marks | {"moved"}
    )
    return msgspec.structs.replace(claim, shape="change", operands=(now, base, plain), cue=plain, sign=sign)
