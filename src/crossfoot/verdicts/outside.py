"""A report and those of its sources in; a verdict on each figure that it prints out: a source proves it, or none does.

A figure is proved that stands in a source, as it is or finer; that a claim of the text makes of proved figures; or that
follows from two figures of a source. What is left is altered (the source has another number for the same thing, or one
a known slip away), belongs to another subject, or is supported by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from crossfoot.interval import Interval
from crossfoot.lexicon.told import both, say
from crossfoot.model import Culprit, Evidence, Figure, Outcome, Report, Span, Statement, Verdict, place_of
from crossfoot.relation import narrow
from crossfoot.verdicts import wording
from crossfoot.verdicts.reckoned import AMOUNTS, follows
from crossfoot.verdicts.setting import Settings
from crossfoot.verdicts.slips import cost, slips, undone
from crossfoot.verdicts.support import POINTS, RATES, Match, Said, clashes, known, pairs, printings, same_unit
from crossfoot.verdicts.when import UNSUPPORTED, undated

ALTERED, SUBJECT, HEDGE = "XF702", "XF703", "XF704"
LEAST_DIGITS = {
    "transposition": 2,
    "scale": 2,
    "decimal-point": 3,
    "currency": 2,
}  # of a number, for a slip to be believed
USUAL_DIGITS = 3
LEAST_MOVED = 2  # digits of the size of a move
TOGETHER = 4  # figures of a source that are told in one breath
SCALES = {10**power for power in (0, 3, 4, 6, 8, 9, 12)}  # thousand, 万, million, 亿, billion, trillion
LEVELS = ("money", "count", "measure", "number")
SIDES = {">": "above", ">=": "above", "<": "below", "<=": "below", "<~": "below"}  # of a number, that a hedge tells
DIGITS = frozenset({"transposition", "doubled-digit"})
PLAIN = frozenset({"percent-or-points", "currency", "scale", "decimal-point", *DIGITS})


def compare(report: Report, against: Sequence[Report]) -> tuple[Verdict, ...]:
    """A relation for each figure of the report that a source proves, a finding for each that none does."""
    return (*_Comparison(report, against).verdicts(), *undated(report, against))


class _Comparison:
    def __init__(self, report: Report, against: Sequence[Report]) -> None:
        self.report = report
        self.mine = printings(report)
        self.theirs = tuple(said for source in against for said in printings(source))
        self.place = {said: at for ours in (self.mine, self.theirs) for at, said in enumerate(ours)}
        self.settings = Settings(self.mine, self.theirs)
        self.found = dict[Span, list[tuple[Said, Match]]]()
        self.proved = dict[Span, str]()  # how: same, rounded, reckoned
        self.used = set[Said]()
        self.claims = dict[Span, list[Statement]]()
        for statement in report.statements:
            for span in statement.spans:
                self.claims.setdefault(span, []).append(statement)
        self.elsewhere = dict[tuple[object, ...], Interval]()
        for said in self.theirs:
            for printed in said.figures:
                self.elsewhere.setdefault(_key(printed.figure), said.range)

    def verdicts(self) -> Iterator[Verdict]:
        for said, found in pairs(self.mine, self.theirs):
            self.found[said.span] = found
            if found and not self._of_another(said):
                self.proved[said.span] = found[0][1]
                self.used.add(found[0][0])
        for said in self.mine:
            if not self.found[said.span] and self._contradicted(said) is None and self._follows(said):
                self.proved[said.span] = "reckoned"
        for before, said in pairwise(self.mine):
            if not self.found[said.span] and before.span in self.proved and self._in_brackets(before, said):
                self.proved[said.span] = "reckoned"
        for said in self.mine:
            if said.quantity.kind != "duration" or said.span in self.proved:  # "within three years" rests on dates too
                yield from self._judged(said)

    def _in_brackets(self, before: Said, said: Said) -> bool:
        """The same again in another unit: "30 billion yuan (US$4.26 billion)", "6,000 mu (400 hectares)"."""
        between = self.report.document.text[before.span.end : said.span.start].strip()
        return between in ("(", "（", "or", "合") and {before.quantity.kind, said.quantity.kind} <= {
            "money",
            "measure",
            "number",
        }

    def _judged(self, said: Said) -> Iterator[Verdict]:
        found, how = self.found[said.span], self.proved.get(said.span)
        if not found and (moved := self._moved(said)) is not None:
            yield moved
        elif how == "reckoned":
            yield self._relation(said, say("follows", said.words), (), "holds")
        elif how is not None:
            other = found[0][0]
            wrong = self._turned(said, found) or self._bounded(said, found)
            if wrong is not None:
                yield wrong
                return
            outcome: Outcome = "holds" if how == "same" else "holds_rounded"
            if how == "same" and (misnamed := self.settings.misnamed(said, [one for one, _ in found])) is not None:
                yield self._finding(SUBJECT, "contradicted", said, other, _culprit(*misnamed, "another-figure"))
                return
            if (rival := self._rival(said)) is not None:
                yield self._subject(said, other, rival)
                return
            yield self._relation(said, say("source_too", said.words, _name(other), other.words), (other,), outcome)
            if (dropped := self._hedge(said, found)) is not None:
                yield dropped
        elif found:
            yield self._subject(said, found[0][0], self._aligned(said))
        else:
            yield self._unproved(said)

    # ------------------------------------------------------------------------------------------------ what proves

    def _of_another(self, said: Said) -> bool:
        """Does the number stand in the sources only for something else, while they have another for this?"""
        best = self.found[said.span][0][0]
        return bool(clashes(said, best) & {"entity", "segment"}) and known(said) and self._aligned(said) is not None

    def _aligned(self, said: Said) -> Said | None:
        """The printing of a source that is of the same figure, whatever its number."""
        for other in self.theirs:
            if other.figures and known(other) and same_unit(said.quantity, other.quantity) and not clashes(said, other):
                mine = {_named(p.figure) for p in said.figures}
                if any(_named(p.figure) in mine for p in other.figures):
                    return other
        return None

    def _contradicted(self, said: Said) -> Said | None:
        """The printing of a source for the same figure, where the two cannot be of one number."""
        other = self._aligned(said) if known(said) else None
        return other if other is not None and (said.range & other.range) is None else None

    def _follows(self, said: Said) -> bool:
        """Do claims of the text make it of figures that are proved, or of figures that only the sources have?"""
        for statement in self.claims.get(said.span, ()):
            others = [span for span in statement.spans if span != said.span]
            if statement.kind == "equal" or any(span not in self.proved for span in others):
                continue
            if self._made(said, statement):
                return True
        return False

    def _made(self, said: Said, statement: Statement) -> bool:
        own = {p.figure for p in said.figures}
        ranges = {p.figure: other.range for other in self.mine for p in other.figures if p.figure not in own}
        for reading in statement.readings:
            keys = [key for key in reading.relation.keys if key not in own]
            domains = {key: ranges.get(key) or self.elsewhere.get(_key(key)) for key in keys}
            if len(keys) == len(reading.relation.keys) or None in domains.values():
                continue
            if narrow(reading.relation, {**domains, **dict.fromkeys(own, said.range)}) is not None:  # type: ignore[dict-item]
                return True
        return False

    # ---------------------------------------------------------------------------------------------- what does not

    def _turned(self, said: Said, found: list[tuple[Said, Match]]) -> Verdict | None:
        """The size of a move is right, and its direction is not."""
        here = said.quantity.change
        if here is None or any(other.quantity.change in (None, here) or how != "same" for other, how in found):
            return None
        return self._reversed(said, found[0][0])

    def _reversed(self, said: Said, other: Said) -> Verdict | None:
        word = next((p.word for p in said.figures if p.word is not None), None)
        right = None if word is None else wording.opposite(self.report.document, word)
        if word is None or right is None:
            return None
        return self._finding(ALTERED, "contradicted", said, other, _culprit(word, right, "direction"))

    def _moved(self, said: Said) -> Verdict | None:
        """The size of a move that no source prints, beside a level that one prints with the level before it.

        "The margin improved by 1.5% to 15.3%" where the source has 15.3% after 13.8%: those are points. "Raised by $70
        million to $1.18 billion" where it was $1.25 billion: the way is wrong.
        """
        here = said.quantity
        if here.change is None or here.kind == "multiple" or len(_bare(said)[0].strip("0.")) < LEAST_MOVED:
            return None
        for before, level in self._levels(said):
            rate = level.quantity.kind in RATES
            by = level.quantity.low - before.quantity.low
            moved = abs(by) / POINTS.get(here.kind, Fraction(1))
            if not rate and here.kind == "percent":
                moved = abs(by) / abs(before.quantity.low) * 100 if before.quantity.low else Fraction(0)
            if here.low != here.high or abs(moved - abs(here.low)) > here.step / 2:
                continue
            if rate and here.kind == "percent":
                return self._finding(
                    ALTERED, "contradicted", said, before, self._mended(said, before, "percent-or-points")
                )
            return None if (by > 0) == (here.change == "up") else self._reversed(said, before)
        return None

    def _levels(self, said: Said) -> Iterator[tuple[Said, Said]]:
        """The levels that the sources print beside the one that stands beside a move here: the other first."""
        near = [other for other in _beside(self.mine, self.place[said]) if other.span in self.proved]
        for level in near:
            kinds = {said.quantity.kind, level.quantity.kind}
            if len(kinds) == 1 or kinds <= RATES.keys() or (kinds & AMOUNTS and said.quantity.kind == "percent"):
                for known, _ in self.found[level.span]:
                    for before in (*_beside(self.theirs, self.place[known]), *self._before(known)):
                        if same_unit(before.quantity, known.quantity):
                            yield before, known

    def _before(self, level: Said) -> Iterator[Said]:
        """The same at an earlier time, as far as the facts know."""
        for other in self.theirs:
            if other is not level and other.figures and level.figures and clashes(level, other) == {"period"}:
                then, now = other.figures[0].figure.period, level.figures[0].figure.period
                if then and now and then.start and now.start and then.start < now.start:
                    yield other

    def _bounded(self, said: Said, found: list[tuple[Said, Match]]) -> Verdict | None:
        """ "At least 30,000" has become "at most 30,000": the number is right, and its other side is meant."""
        side = SIDES.get(said.quantity.approx or "")
        if side is None:
            return None
        same = [other for other, how in found if how == "same"]
        if any(SIDES.get(other.quantity.approx or "", side) == side for other in same or [said]):
            return None
        return self._finding(ALTERED, "contradicted", said, found[0][0], None)

    def _hedge(self, said: Said, found: list[tuple[Said, Match]]) -> Verdict | None:
        """ "About 38%" has become 38%, or "over 38%": the number is right, and surer than the source is."""
        if said.quantity.kind == "duration" or said.quantity.approx == "~":
            return None
        same = all(how == "same" and other.quantity.unit == said.quantity.unit for other, how in found)
        kept = {None, said.quantity.approx} if said.quantity.approx is None else {None, *SIDES}
        if not same or any(other.quantity.approx in kept for other, _ in found):
            return None
        return self._finding(HEDGE, "query", said, found[0][0], None)

    def _rival(self, said: Said) -> Said | None:
        """The printing of a source in whose place the text has the number of another."""
        found = self.found[said.span]
        if any(how != "same" for _, how in found):
            return None
        return self.settings.rival(said, [other for other, _ in found])

    def _subject(self, said: Said, other: Said, right: Said | None) -> Verdict:
        suggested = None if right is None else self._written(said, right)
        culprit = _culprit(_digits(said), suggested, "another-figure") if suggested else None
        return self._finding(SUBJECT, "contradicted", said, other, culprit, right)

    def _unproved(self, said: Said) -> Verdict:
        aligned = self._contradicted(said)
        slip = _slip(said, aligned) if aligned is not None else None
        near = (aligned, slip or "other") if aligned is not None else self._slipped(said)
        if self._reckoned(said, aligned is not None, None if near is None else near[1]):
            return self._relation(said, say("follows", said.words), (), "holds")
        if near is None:
            return self._finding(UNSUPPORTED, "query", said, None, None)
        other, slip = near
        return self._finding(ALTERED, "contradicted", said, other, self._mended(said, other, slip))

    def _reckoned(self, said: Said, aligned: bool, slip: str | None) -> bool:
        """Has it a better reason than the slip that would explain it?

        One digit off may be chance, and another number for what seems the same may be of both ("together they sold").
        What follows from figures that stand together in a source is none.
        """
        if aligned:
            windows = (self.theirs[at : at + TOGETHER] for at in range(max(len(self.theirs) - TOGETHER, 0) + 1))
            return slip not in PLAIN and any(follows(said, window) for window in windows)
        if slip in DIGITS:
            return any(follows(said, pair) for pair in pairwise(self.theirs))
        return slip not in PLAIN and follows(said, self.theirs, self._company(said))

    def _company(self, said: Said) -> list[Said]:
        """What the sources print of the figures that stand in its sentence."""
        beside = [one for one in self.settings.of[said].beside if one.span in self.proved]
        return [*beside, *(other for one in beside for other, _ in self.found[one.span][:1])]

    def _slipped(self, said: Said) -> tuple[Said, str] | None:
        """The one figure of the sources, met by nothing else here, that a known slip turns into this one."""
        near = [(other, slip) for other in self.theirs if other not in self.used and (slip := _slip(said, other))]
        best = min((cost(slip) for _, slip in near), default=0.0)
        near = [(other, slip) for other, slip in near if cost(slip) == best]
        words = {other.words for other, _ in near}
        return near[0] if len(words) == 1 else None

    def _mended(self, said: Said, other: Said, slip: str) -> Culprit:
        document, quantity = self.report.document, said.quantity
        if slip == "percent-or-points" and quantity.unit_word is not None:
            where = Span(document.id, *quantity.unit_word)
            return _culprit(*wording.other_rate(document, where, quantity), slip)
        if slip == "currency" and quantity.unit_word is not None and other.quantity.currency:
            where = Span(document.id, *quantity.unit_word)
            return _culprit(where, wording.currency(document, where, other.quantity.currency), slip)
        if slip == "scale" and quantity.scale_word is not None:
            where = Span(document.id, *quantity.scale_word)
            right = abs(other.quantity.low) / (abs(quantity.low) / quantity.scale)
            words = [text for scale, text in wording.other_scales(document, where, quantity) if scale == right]
            if words:
                return _culprit(where, words[0], slip)
        return _culprit(_digits(said), self._written(said, other), slip)

    def _written(self, said: Said, right: Said) -> str | None:
        """The number of the source in the style and scale of the text."""
        mantissa = abs(right.quantity.low) / said.quantity.scale
        return wording.number(self.report.document, _digits(said), mantissa)

    # --------------------------------------------------------------------------------------------------- verdicts

    def _relation(self, said: Said, words: str, others: Sequence[Said], outcome: Outcome) -> Verdict:
        return Verdict(
            kind="equal",
            outcome=outcome,
            spans=(said.span,),
            origin="outside",
            arithmetic=words,
            evidence=_evidence(others),
        )

    def _finding(
        self,
        code: str,
        outcome: Outcome,
        said: Said,
        other: Said | None,
        culprit: Culprit | None,
        right: Said | None = None,
    ) -> Verdict:
        if other is None:
            text = say("unsupported", said.words)
        elif code == HEDGE:
            text = say("source_says", said.words, _name(other), repr(other.words))
        elif code == SUBJECT and right is None and culprit is not None:
            name = self.report.document.text[culprit.span.start : culprit.span.end]
            text = say("other_name", said.words, name, _name(other), culprit.suggested or "")
        elif code == SUBJECT and right is not None:
            text = say("other_subject", said.words, _name(right), right.words, other.words)
        else:
            slip = slips()[culprit.slip] if culprit is not None and culprit.slip != "other" else None
            turned = culprit is None or culprit.slip == "direction"
            here, there = (
                say(s.quantity.change, s.words) if turned and s.quantity.change else s.words for s in (said, other)
            )
            why = () if slip is None else (both(slip.says, slip.zh),)
            text = say("source_says_slip" if why else "source_says", here, _name(other), there, *why)
        return Verdict(
            kind="equal",
            outcome=outcome,
            spans=(said.span,),
            origin="outside",
            code=code,
            arithmetic="",
            message=text,
            culprits=() if culprit is None else (culprit,),
            margin=None if culprit is None else "certain" if culprit.slip != "other" else "likely",
            evidence=_evidence([s for s in (right, other) if s is not None]),
        )


def _beside(printed: Sequence[Said], at: int) -> list[Said]:
    """What is printed right before and right behind."""
    return [*printed[max(at - 1, 0) : at], *printed[at + 1 : at + 2]]


def _key(figure: Figure) -> tuple[object, ...]:
    """A figure without who it is of: entities of two documents, or languages, are written differently."""
    return figure.metric, tuple(p for p in figure.segment if p[0] != "words"), figure.period, figure.status


def _named(figure: Figure) -> tuple[str, str]:
    """What is measured, with the words that tell it from its like."""
    return figure.metric, next((words for axis, words in figure.segment if axis == "words"), "")


def _digits(said: Said) -> Span:
    return wording.digits(said.span, said.quantity)


def _culprit(where: Span, suggested: str | None, slip: str) -> Culprit:
    return Culprit(where, suggested, None, slip, 1.0)


def _name(said: Said) -> str:
    return said.source.document.source or say("the_source")


def _evidence(others: Sequence[Said]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(said.source.document.source, said.span, said.words, place_of(said.source.document, said.span))
        for said in others
    )


def _slip(said: Said, other: Said) -> str | None:
    """The known slip that turns the number of the source into the one printed here."""
    here, there = said.quantity, other.quantity
    (mine, _), (theirs, _) = _bare(said), _bare(other)
    count = len(mine.replace(".", "").strip("0"))
    if {here.kind, there.kind} <= {"percent", "percentage-point"} and here.kind != there.kind:
        return "percent-or-points" if here.low == there.low else None
    if here.currency and there.currency and here.currency != there.currency:
        return "currency" if here.low == there.low and count >= LEAST_DIGITS["currency"] else None
    if not same_unit(here, there) or here.low == there.low:
        return None
    if (
        here.kind == there.kind
        and here.kind in LEVELS
        and abs(there.low) / abs(here.low) * here.scale in SCALES
        and here.scale in SCALES
    ):
        return "scale" if count >= LEAST_DIGITS["scale"] else None
    if here.scale != there.scale:
        theirs = _decimal(abs(there.low) / here.scale)
    found = [slip for slip, right in undone(mine) if right == theirs]
    slip = min(found, key=cost, default=None)
    return slip if slip is not None and count >= LEAST_DIGITS.get(slip, USUAL_DIGITS) else None


def _bare(said: Said) -> tuple[str, Fraction]:
    return wording.bare(said.source.document, _digits(said), said.quantity)


def _decimal(value: Fraction) -> str:
    scaled = value * 10**6
    text = f"{int(scaled):07d}"
    return f"{text[:-6]}.{text[-6:]}".rstrip("0").rstrip(".")
