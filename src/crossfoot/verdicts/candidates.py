"""What may be printed wrong at a place, and what should stand there: a piece of text in, changes that mend it out.

Digits, a scale word, a direction, a unit and a currency can be at fault, and two like figures can have changed places.
A change is only proposed where all else that the trial holds then stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crossfoot.interval import EVERYTHING, NOT_NEGATIVE, Interval, exactly
from crossfoot.late import late
from crossfoot.lexicon.bands import band
from crossfoot.lexicon.slips import cost, refracted
from crossfoot.model import Culprit, Document, Printed, Quantity, Span
from crossfoot.ranges import BOUNDS, RATES, ranges, signed
from crossfoot.relation import Relation
from crossfoot.verdicts import wording
from crossfoot.verdicts.conflict import Conflict, Trial
from crossfoot.verdicts.grid import Times
from crossfoot.verdicts.propagate import Instead, State
from crossfoot.verdicts.slips import Repair, repair
from crossfoot.verdicts.system import Equation, Level, Site, other_move

LONG = 8  # digits
USUAL_CURRENCIES = ("USD", "CNY", "EUR", "HKD", "JPY", "GBP")
OF_RATES = frozenset({"percent", "pp", ""})  # units of what moves by points
THOUSAND, RARE = 1000, 0.3  # few write thousands with a word
_SCALED = late(r"[0-9](?:\.([0-9]{1,6}))? ?([a-z]{2,9}\b|[万亿])")
AROUND = 400  # characters
FAR = 1000  # characters from which a figure may have been copied
TENTH, CLOSE = 10, Fraction(6, 1000)  # in percent; parts of one between a fraction in words and what it is of
FEW = 10  # numbers as finely printed, any of which a rate reckoned anew may be
FAR_OFF = 5  # times as wide as what fits is how far from it a rate is beyond any rounding
NEAR = 12  # figures between two that a writer may have put in each other's place


class Candidate(msgspec.Struct, frozen=True, eq=False):
    """A change that makes the rest stand: what it costs, how it is told, and the ranges that it puts instead."""

    cost: float
    slip: str
    pieces: tuple[Culprit, ...]
    instead: Instead
    look: Trial  # what stands with it set aside
    reads: tuple[tuple[Equation, Relation], ...] = ()  # claims that are read as another equation
    value: Fraction | None = None  # of the number that is suggested, and what one of its digits counts
    unit: Fraction | None = None
    long: bool = False  # a number with so many digits that a hand slips on it in many ways, each less likely
    keys: tuple[int, ...] = ()  # the figures that its range is of; all of its first site where there are none

    @property
    def freed(self) -> tuple[int, ...]:
        """The sites whose printings its look leaves out or changes."""
        return tuple(index for index in self.instead if not self.reads)


def of_number(
    trial: Trial, site: Site, left: State, document: Document, one_claim: bool = False
) -> Iterator[Candidate]:
    """The number is wrong: which one would fit, and what slip would have made it this one."""
    keys = _leading(site, left)
    keys = tuple(key for key in keys if trial.component.watchers[key]) or keys  # what only stands twice asks nothing
    printed = site.printed[site.keys.index(keys[0])]
    quantity = printed.quantity
    asked, fits = _asked(keys, left), fitting(site, left)
    if asked is None or fits is None or quantity.ranged:
        return

    def reach(size: Fraction, step: Fraction) -> Interval:
        other = msgspec.structs.replace(quantity, low=size, high=size, step=step, change=None)
        return ranges(msgspec.structs.replace(printed, quantity=other)).default

    where = wording.digits(site.span, quantity)
    shown, unit = wording.bare(document, where, quantity)
    usual = _usual_decimals(trial, site, document)
    found = repair(shown, unit, fits, reach, usual, lambda: _sharp(trial, site))
    if in_words(quantity, document.text[where.start : where.end]):  # "three fifths" has no digits to go wrong
        other = _refracted(quantity, fits)
        recomputed = Repair("recomputed", cost("recomputed"), None) if quantity.kind == "fraction" else found
        found = recomputed if other is None else Repair("fraction", cost("fraction"), other)
    elif found.slip == "other":
        found = _dearer(found, trial, site, fits if one_claim else None, _stands_again(document, where))
    if quantity.approx in BOUNDS and found.value is not None and fits & exactly(found.value) is None:
        return  # "more than 30" would fit, and nobody should be told to write it for 312
    counts = Fraction(TENTH) if found.slip == "fraction" and quantity.kind == "percent" else unit  # "七成"
    said = found.value if quantity.kind != "fraction" or found.slip != "fraction" else None
    suggested = None if said is None else wording.number(document, where, said / counts, found.digits)
    step = quantity.step if found.digits is None else unit / 10 ** len(found.digits.partition(".")[2])
    piece = Culprit(where, suggested, asked, found.slip, 0.0)
    instead: Instead = {site.index: None if found.value is None else _kept(site, reach(found.value, step) & fits)}
    look = trial.but(instead={site.index: None})
    value = None if found.value is None else signed(exactly(found.value), quantity).low
    long = len(shown) >= LONG
    yield Candidate(found.cost, found.slip, (piece,), instead, look, (), value, unit, long, keys)


def in_words(quantity: Quantity, text: str) -> bool:
    """Is it a fraction or so many tenths, in words?"""
    rough = quantity.kind == "fraction" or (quantity.kind == "percent" and quantity.step >= TENTH)
    return rough and not any(char.isascii() and char.isdigit() for char in text)


def _refracted(quantity: Quantity, fits: Interval) -> Fraction | None:
    """The simple fraction that the rest makes of one, to within a little."""
    if fits.low is None or fits.high is None or quantity.approx is not None:
        return None
    unit = Fraction(100 if quantity.low > 1 else 1)
    middle, wide = (fits.low + fits.high) / 2 / unit, (fits.high - fits.low) / unit
    near = [other for other in refracted(quantity.low / unit) if abs(other - middle) <= CLOSE]
    return near[0] * unit if near and wide <= 8 * CLOSE else None


def _usual_decimals(trial: Trial, site: Site, document: Document) -> int | None:
    """How many decimals the figures in the same unit and scale are printed with; None where there are no others."""
    own, found = site.printed[0].quantity, []
    for other in trial.component.sites[max(0, site.index - NEAR) : site.index + NEAR + 1]:
        like = other.printed[0].quantity
        if other is not site and (like.unit, like.scale, like.kind) == (own.unit, own.scale, own.kind):
            found.append(decimals(like))
    if own.scale_word is not None:  # and those around it that no claim ties
        first = max(site.span.start - AROUND, 0)
        word = document.text[slice(*own.scale_word)]
        for said in _SCALED.finditer(document.text, first, site.span.end + AROUND):
            if said[2] == word and not site.span.start <= said.start() < site.span.end:
                found.append(len(said[1] or ""))
    return max(sorted(set(found)), key=found.count) if found else None


def decimals(quantity: Quantity) -> int:
    """How many decimals a number is printed with."""
    places = quantity.scale / quantity.step if quantity.step > 0 else 1
    return max(0, len(str(int(places))) - 1)


def _leading(site: Site, left: State, turns: bool = False) -> tuple[int, ...]:
    """The figures that a piece of text prints with one sign: that of the first that the rest knows an end of.

    "Turned from a loss of 1.2 million" may print a loss, and a profit below zero. `turns`: only sizes of a move.
    """
    side = {
        key: signed(exactly(1), p.quantity)
        for key, p in zip(site.keys, site.printed, strict=True)
        if not turns or p.quantity.change is not None
    }
    first = next((key for key in side if left.range(key).bounded), next(iter(side)))
    return (first, *(key for key in side if key != first and side[key] == side[first]))


def fitting(site: Site, left: State) -> Interval | None:
    """What the rest leaves of a size: of each figure that a piece of text prints, with the sign of its words."""
    fits: Interval | None = NOT_NEGATIVE
    for key, p in zip(site.keys, site.printed, strict=True):
        size = _size_of(left.range(key), signed(NOT_NEGATIVE, p.quantity))
        fits = None if fits is None or size is None else fits & size
    return fits


def _sharp(trial: Trial, site: Site) -> Interval | None:
    """What the rest leaves of a size where all of it is as fine as it is printed, if it stands so."""
    left = trial.but(level="strict", instead={site.index: None}).stands()
    return None if left is None else fitting(site, left)


def _kept(site: Site, size: Interval | None) -> tuple[Interval, ...] | None:
    """A size as each figure that a piece of text prints."""
    return None if size is None else tuple(signed(size, p.quantity) for p in site.printed)


def _asked(keys: Sequence[int], left: State) -> Interval | None:
    """What the rest asks of a piece of text: of the figures that it prints."""
    asked: Interval | None = left.range(keys[0])
    for key in keys[1:]:
        asked = None if asked is None else asked & left.range(key)
    return asked


def _dearer(found: Repair, trial: Trial, site: Site, fits: Interval | None, again: bool) -> Repair:
    """No known slip of the digits: perhaps another figure was copied, or a rate reckoned wrong."""
    quantity = site.printed[0].quantity
    if abs(quantity.low) >= 10 * quantity.step:
        twins = (o.printed[0].quantity for o in trial.component.sites if o.keys[0] != site.keys[0])
        if again or any(twin.low == quantity.low and twin.unit == quantity.unit for twin in twins):
            return Repair("another-figure", cost("another-figure"), found.value)
    if quantity.kind in RATES:
        value = _middle(fits, quantity) if found.value is None else found.value
        if value is not None:
            return Repair("recomputed", cost("recomputed"), value)
    return found


def _middle(fits: Interval | None, printed: Quantity) -> Fraction | None:
    """The most central number that fits one claim, of few or of such as are far from what is printed.

    A rate of rounded amounts comes out as 31.2% or as 31.3%, and neither of them makes it 42.4%.
    """
    step, size = printed.step, abs(printed.low)
    if fits is None or fits.low is None or fits.high is None or step <= 0:
        return None
    away = max(fits.low - size, size - fits.high)
    if fits.high - fits.low > max(FEW * step, away / FAR_OFF):
        return None
    return round((fits.low + fits.high) / 2 / step) * step or None


def _stands_again(document: Document, where: Span) -> bool:
    """Do the digits of a figure stand somewhere else near it?"""
    digits = re.escape(document.text[where.start : where.end])
    near = re.finditer(
        rf"(?<![\d.,]){digits}(?![\d.,]\d|\d)", document.text[max(where.start - FAR, 0) : where.end + FAR]
    )
    return sum(1 for _ in near) > 1


def of_scale(trial: Trial, site: Site, left: State, document: Document) -> Iterator[Candidate]:
    keys = _leading(site, left)
    keys = tuple(key for key in keys if trial.component.watchers[key]) or keys  # what only stands twice asks nothing
    printed = site.printed[site.keys.index(keys[0])]
    quantity, asked, fits = printed.quantity, _asked(keys, left), fitting(site, left)
    if quantity.scale_word is not None:
        where = Span(site.span.doc, *quantity.scale_word)
        near = sorted(
            wording.other_scales(document, where, quantity),
            key=lambda o: abs(len(str(o[0])) - len(str(quantity.scale))),
        )
        ratios = [(scale, Fraction(scale, quantity.scale), word) for scale, word in near]
    elif quantity.kind in wording.POINTS and quantity.unit_word is not None:
        where = Span(site.span.doc, *quantity.unit_word)
        ratios = [(1, *wording.other_points(document, where, quantity))]
    elif quantity.unit_word is not None and quantity.scale == 1 and _suspect(trial, site):
        where = Span(site.span.doc, *quantity.unit_word)
        ratios = [(scale, Fraction(scale), word) for scale, word in wording.missing_scales(document, where)]
    else:
        return
    for scale, ratio, word in ratios:
        other = msgspec.structs.replace(
            quantity, low=quantity.low * ratio, high=quantity.high * ratio, step=quantity.step * ratio, scale=scale
        )
        if quantity.approx in BOUNDS and (fits is None or fits & exactly(abs(other.low)) is None):
            continue  # "at most 16.2 trillion" holds of 12.6 billion, and nobody writes it
        own = ranges(msgspec.structs.replace(printed, quantity=other)).default
        range_ = None if asked is None else own & asked
        kept = None if fits is None else _kept(site, signed(own, quantity) & fits)
        if range_ is not None and kept is not None:
            piece = Culprit(where, word, range_, "scale", 0.0)
            dear = cost("scale") + RARE * (scale == THOUSAND or quantity.scale_word is None)
            look = trial.but(instead={site.index: None})
            yield Candidate(dear, "scale", (piece,), {site.index: kept}, look, keys=keys)
            return  # the nearest scale that fits; a mere bound would let the farther ones in too


def _suspect(trial: Trial, site: Site) -> bool:
    """Does a claim blame it?"""
    watching = (equation for key in site.keys for equation in trial.component.watchers[key])
    return any(trial.component.claims[equation.claim].statement.blames == site.span for equation in watching)


def of_direction(trial: Trial, conflict: Conflict, site: Site, document: Document) -> Iterator[Candidate]:
    printed = next((p for p in site.printed if p.word is not None and wording.names_sign(document, p.word)), None)
    printed = printed or worded(site, conflict)
    if printed.word is None or printed.quantity.change is None:
        return
    same = told_alike(trial, site, printed.word)
    turned: Instead = {s.index: _turned(s, trial.level) for s in same}
    left = trial.but(instead=turned).stands()
    if left is not None:
        word = wording.opposite(document, printed.word)
        keys = _leading(site, left, turns=True)
        piece = Culprit(printed.word, word, _asked(keys, left), "direction", 0.0)
        yield Candidate(cost("direction"), "direction", (piece,), turned, trial.but(instead=turned), keys=keys)


def worded(site: Site, conflict: Conflict) -> Printed:
    """What of a conflict it prints as the size of a move that a word turns; else the first that it prints."""
    among = {key for equation in conflict.equations for key in equation.keys}
    said = (p for key, p in zip(site.keys, site.printed, strict=True) if key in among)
    moves = (p for p in said if p.word is not None and p.quantity.change is not None)
    return next(moves, site.printed[0])


def _turned(site: Site, level: Level) -> tuple[Interval, ...]:
    """The ranges of a site the other way; what else it is a size of has no sign to turn."""
    both = zip(site.ranges, site.printed, strict=True)
    return tuple(-getattr(r, level) if p.quantity.change is not None else EVERYTHING for r, p in both)


def told_alike(trial: Trial, site: Site, word: Span | None) -> list[Site]:
    """A site and others whose direction the same word tells: "decreased 14.6 million, or 3.4%"."""
    if word is None:
        return [site]
    near = trial.component.sites[max(0, site.index - NEAR) : site.index + NEAR + 1]
    told = (s for s in near if any(p.word == word and p.quantity.change is not None for p in s.printed))
    return [site, *(s for s in told if s is not site)]


def of_unit(trial: Trial, conflict: Conflict, site: Site, document: Document) -> Iterator[Candidate]:
    """Percent for percentage points, or the other way round: the same figures under the other equation."""
    quantity = site.printed[0].quantity
    told = [key for key in site.keys if trial.component.watchers[key]]
    if quantity.unit_word is None or quantity.kind not in ("percent", "percentage-point") or len(told) != 1:
        return
    for equation in conflict.equations:
        other = other_move(equation, told[0])
        levels = {trial.component.figures[key].unit for key in equation.keys if key not in site.keys}
        if other is None or not levels <= OF_RATES:
            continue  # no amount of money moves by points
        said = equation.relation.written(str)  # "went up to 4.3%, a rise of 0.2%" tells one move twice
        rest = (
            e for e in trial.equations if e is equation or e.keys != equation.keys or e.relation.written(str) != said
        )
        look = trial.but(equations=tuple(other if e is equation else e for e in rest))
        if look.stands() is not None:
            where, word = wording.other_rate(document, Span(site.span.doc, *quantity.unit_word), quantity)
            piece = Culprit(where, word, None, "percent-or-points", 0.0)
            reads = ((equation, other.relation),)
            yield Candidate(cost("percent-or-points"), "percent-or-points", (piece,), {site.index: None}, look, reads)
            return


def of_currency(trial: Trial, conflict: Conflict, site: Site, document: Document) -> Iterator[Candidate]:
    """Another currency, where one amount is given in two and the rate between them cannot be."""
    quantity = site.printed[0].quantity
    shapes = (e.contractor for e in conflict.equations if site.keys[0] in e.keys)
    shape = next((s for s in shapes if isinstance(s, Times)), None)
    if quantity.currency is None or quantity.unit_word is None or shape is None:
        return
    claims = trial.component.claims
    if {claims[e.claim].statement.kind for e in conflict.equations} != {"conversion"}:
        return
    many = shape.slots[0][1]
    single = next((key for _, key, _ in shape.slots[1:] if trial.component.printed(key)), None)
    if single is None or not trial.component.printed(many):
        return
    (top, i), (bottom, j) = (trial.component.printings[key][0] for key in (many, single))
    rate = top.ranges[i].default / bottom.ranges[j].default
    near = [s.printed[0].quantity.currency for s in trial.component.sites]
    for currency in dict.fromkeys((*near, *USUAL_CURRENCIES)):
        units = [currency if key == site.keys[0] else trial.component.figures[key].unit for key in (many, single)]
        usual = None if currency in (None, quantity.currency) else band(units[0] or "", units[1] or "")
        piece = wording.recoined(document, site.span, quantity, currency or "")
        if piece is not None and usual is not None and (usual & rate) is not None:
            only = tuple(e for e in trial.equations if claims[e.claim].statement.kind == "conversion")
            look = trial.but(only, instead={site.index: None})  # what else the amount is tied by knows its currency
            yield Candidate(cost("currency"), "currency", (piece,), {site.index: None}, look)
            return


def swap(one: Site, other: Site, trial: Trial, conflict: Conflict, document: Document) -> Iterator[Candidate]:
    """Two like figures in each other's place: one fault, two spans."""
    instead = {one.index: ranges_at(other, trial), other.index: ranges_at(one, trial)}
    swapped = trial.but(instead=instead)
    if swapped.but(equations=conflict.equations).stands() is not None and swapped.stands() is not None:
        pieces = tuple(_swapped(document, a, b) for a, b in ((one, other), (other, one)))
        yield Candidate(cost("swap"), "swap", pieces, instead, trial.but(instead=dict.fromkeys(instead)))


def ranges_at(site: Site, trial: Trial) -> tuple[Interval, ...]:
    return tuple(getattr(r, trial.level) for r in site.ranges)


def _swapped(document: Document, here: Site, there: Site) -> Culprit:
    where, words = (wording.digits(s.span, s.printed[0].quantity) for s in (here, there))
    if here.printed[0].quantity.scale != there.printed[0].quantity.scale:
        where, words = here.span, there.span
    return Culprit(where, document.text[words.start : words.end], there.ranges[0].default, "swap", 0.0)


def _size_of(range_: Interval, side: Interval) -> Interval | None:
    """What is left of a figure as a size, on the side of zero that its words put it."""
    left = range_ & side
    return None if left is None else (-left if side.low is None else left)
