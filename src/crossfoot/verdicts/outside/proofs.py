"""The figures of a text and of its sources in; which of them a source proves, and how, out.

A figure is proved that stands in a source, as it is or finer; that a claim of the text makes of proved figures; or that
follows from figures of a source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from crossfoot.interval import Interval
from crossfoot.late import late
from crossfoot.model import Cue, Figure, Measurement, Report, Span, Statement
from crossfoot.relation import narrow
from crossfoot.verdicts.outside.called import Term
from crossfoot.verdicts.outside.derived import Derived, derived
from crossfoot.verdicts.outside.reckoned import MOST, follows
from crossfoot.verdicts.outside.setting import Setting, Settings
from crossfoot.verdicts.outside.support import Match, Said, clashes, known, pairs, printings, same_unit

PARTED = late(r"[;；。(（]|[.] |\band\b|并")  # of two figures, says that neither came before the other
TOGETHER = 8  # figures of a source that are told in one breath
DIGITS = frozenset({"transposition", "doubled-digit"})
PLAIN = frozenset({"percent-or-points", "currency", "scale", "decimal-point", *DIGITS})


class Proofs:
    """What the sources say of each figure of a text.

    `found` has the printings of the sources that carry its number, the best first; `proved` says of a proved one how:
    the "same" number, "rounded", or "reckoned".
    """

    def __init__(self, report: Report, against: Sequence[Report]) -> None:
        self.report = report
        self.against = against
        self._reports = (report, *against)
        self.mine = printings(report)
        self.theirs = tuple(said for source in against for said in printings(source))
        self.place = {said: at for ours in (self.mine, self.theirs) for at, said in enumerate(ours)}
        self.settings = Settings(self.mine, self.theirs)
        self.found = dict[Span, list[tuple[Said, Match]]]()
        self.proved = dict[Span, str]()
        self.used = set[Said]()
        self._claims = dict[Span, list[Statement]]()
        for statement in report.statements:
            for span in statement.spans:
                self._claims.setdefault(span, []).append(statement)
        self._elsewhere = dict[tuple[object, ...], Interval]()
        for said in self.theirs:
            for printed in said.figures:
                self._elsewhere.setdefault(_key(printed.figure), said.range)
        self._prove()

    @cached_property
    def carried(self) -> frozenset[Said]:
        """The printings of the sources whose number the text prints somewhere."""
        return frozenset(other for found in self.found.values() for other, _ in found)

    @cached_property
    def lost(self) -> frozenset[Span]:
        """Where losses are printed, which have no sign."""
        facts = (fact for report in self._reports for fact in report.facts)
        return frozenset(p.span for fact in facts if isinstance(fact, Measurement) and fact.loss for p in fact.printed)

    def ways(self, doc: str, start: int, end: int) -> list[tuple[Span, str]]:
        """The words of a stretch that say which way something goes, each with its sense."""
        cues = self._cues.get(doc, [])
        first = bisect_left(cues, start, key=lambda cue: cue[0].start)
        return cues[first : bisect_left(cues, end, key=lambda cue: cue[0].start)]

    @cached_property
    def _cues(self) -> dict[str, list[tuple[Span, str]]]:
        found = dict[str, list[tuple[Span, str]]]()
        for mention in (mention for report in self._reports for mention in report.found.mentions):
            if isinstance(mention.value, Cue) and mention.value.sense in ("up", "down"):
                found.setdefault(mention.span.doc, []).append((mention.span, mention.value.sense))
        return found

    def made(self, said: Said) -> list[tuple[Derived, Match]]:
        """What two figures of a source that belong together make of its number, if none prints it."""
        return self._made_of.get(said.span, [])

    @cached_property
    def _made_of(self) -> dict[Span, list[tuple[Derived, Match]]]:
        unfound = [said for said in self.mine if not self.found[said.span]]
        if not unfound:
            return {}
        made = self._derived
        met = pairs(unfound, tuple(made))
        return {said.span: [(made[other], how) for other, how in found] for said, found in met}

    @property
    def derived(self) -> Iterable[Derived]:
        """All that two figures of a source make."""
        return self._derived.values()

    @cached_property
    def _derived(self) -> dict[Said, Derived]:
        return {one.said: one for one in derived(self.theirs, self.settings)}

    @cached_property
    def earlier(self) -> dict[Said, set[Said]]:
        """The figures that each came from, in the text and in the sources."""
        found = dict[Said, set[Said]]()
        for one in (*self._derived.values(), *derived(self.mine, self.settings)):
            if one.said.quantity.change is not None and self._of_a_piece(*one.parts):
                found.setdefault(one.parts[0], set()).add(one.parts[1])
        return found

    @cached_property
    def later(self) -> dict[Said, set[Said]]:
        """What each figure came to."""
        found = dict[Said, set[Said]]()
        for now, before in self.earlier.items():
            for one in before:
                found.setdefault(one, set()).add(now)
        return found

    @staticmethod
    def _of_a_piece(one: Said, other: Said) -> bool:
        first, second = sorted((one.span, other.span), key=lambda span: span.start)
        return PARTED.search(one.source.document.text, first.end, second.start) is None

    def grew(self, said: Said) -> str | None:
        """The way from what a source has of before, if it is one."""
        ways = {abs(said.quantity.low) > abs(before.quantity.low) for before in self.earlier.get(said, ())}
        return None if len(ways) != 1 else "up" if ways.pop() else "down"

    def made_of_another(self, said: Said) -> Derived | None:
        """What two figures of a source make that is told where this number is, which others make."""
        held = [one.setting for one, _ in self.made(said)]
        if not held:
            return None
        near = dict.fromkeys(one for term in self.settings.strong(said) for one in self._by_term.get(term, ())[:MOST])
        other = self.settings.made_of_another(said, held, ((one.said, one.setting) for one in near))
        return None if other is None else self._derived[other]

    @cached_property
    def _by_term(self) -> dict[Term, list[Derived]]:
        found = dict[Term, list[Derived]]()
        for one in self._derived.values():
            for term in one.setting.own:
                found.setdefault(term, []).append(one)
        return found

    def carriers(self, said: Said) -> list[Setting]:
        """The settings in which the sources have its number, printed or made."""
        found = [self.settings.of[other] for other, how in self.found[said.span] if how == "same"]
        return found or [other.setting for other, _ in self.made(said)]

    def _prove(self) -> None:
        for said, found in pairs(self.mine, self.theirs):
            self.found[said.span] = found
            if found and not self._of_another(said):
                self.proved[said.span] = found[0][1]
                self.used.add(found[0][0])
        for said in self.mine:
            if not self.found[said.span] and self.contradicted(said) is None and self._follows(said):
                self.proved[said.span] = "reckoned"
        for before, said in pairwise(self.mine):
            if not self.found[said.span] and before.span in self.proved and self._in_brackets(before, said):
                self.proved[said.span] = "reckoned"

    def aligned(self, said: Said) -> Said | None:
        """The printing of a source that is of the same figure, whatever its number."""
        for other in self.theirs:
            if other.figures and known(other) and same_unit(said.quantity, other.quantity) and not clashes(said, other):
                mine = {_named(p.figure) for p in said.figures}
                if any(_named(p.figure) in mine for p in other.figures):
                    return other
        return None

    def contradicted(self, said: Said) -> Said | None:
        """The printing of a source for the same figure, where the two cannot be of one number."""
        other = self.aligned(said) if known(said) else None
        return other if other is not None and (said.range & other.range) is None else None

    def reckoned(self, said: Said, aligned: bool, near: tuple[Said, str] | None) -> bool:
        """Has it a better reason than the slip that would explain it?

        One digit off may be chance, and another number for what seems the same may be of both ("together they sold").
        What follows from figures that stand together in a source is none; nor are two digits that have changed places
        in a number of which the source says the same.
        """
        slip = None if near is None else near[1]
        if aligned:
            windows = (self.theirs[at : at + TOGETHER] for at in range(max(len(self.theirs) - TOGETHER, 0) + 1))
            return slip not in PLAIN and any(follows(said, window) for window in windows)
        if near is not None and slip in DIGITS and self.settings.alike(said, near[0]):
            return False
        if near is not None and said.quantity.change is not None and near[0].quantity.change is None:
            return self.follow(said)  # what it moved by is no slip of where it stood
        if slip in DIGITS:
            return any(follows(said, pair) for pair in pairwise(self.theirs))
        return slip not in PLAIN and self.follow(said)

    def follow(self, said: Said) -> bool:
        """May figures of the sources make it, those of its own sentence first?"""
        return follows(said, self.theirs, self._company(said))

    def _company(self, said: Said) -> list[Said]:
        """What the sources print of the figures that stand in its sentence."""
        here = self.settings.of.get(said)
        beside = [one for one in here.beside if one.span in self.proved] if here is not None else []
        return [*beside, *(other for one in beside for other, _ in self.found[one.span][:1])]

    def _in_brackets(self, before: Said, said: Said) -> bool:
        """The same again in another unit: "30 billion yuan (US$4.26 billion)", "6,000 mu (400 hectares)"."""
        between = self.report.document.text[before.span.end : said.span.start].strip()
        return between in ("(", "（", "or", "合") and {before.quantity.kind, said.quantity.kind} <= {
            "money",
            "measure",
            "number",
        }

    def _of_another(self, said: Said) -> bool:
        """Does the number stand in the sources only for something else, while they have another for this?"""
        best = self.found[said.span][0][0]
        if self.settings.one_name(said, best):
            return False
        return bool(clashes(said, best) & {"entity", "segment"}) and known(said) and self.aligned(said) is not None

    def _follows(self, said: Said) -> bool:
        """Do claims of the text make it of figures that are proved, or of figures that only the sources have?"""
        for statement in self._claims.get(said.span, ()):
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
            domains = {key: ranges.get(key) or self._elsewhere.get(_key(key)) for key in keys}
            if len(keys) == len(reading.relation.keys) or None in domains.values():
                continue
            if narrow(reading.relation, {**domains, **dict.fromkeys(own, said.range)}) is not None:  # type: ignore[dict-item]
                return True
        return False


def _key(figure: Figure) -> tuple[object, ...]:
    """A figure without who it is of: entities of two documents, or languages, are written differently."""
    return figure.metric, tuple(p for p in figure.segment if p[0] != "words"), figure.period, figure.status


def _named(figure: Figure) -> tuple[str, str]:
    """What is measured, with the words that tell it from its like."""
    return figure.metric, next((words for axis, words in figure.segment if axis == "words"), "")
