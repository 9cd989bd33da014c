"""Printings in; the setting of each out: what stands beside a figure and tells it from its like.

A summary may put a right number beside a wrong name ("parks $295 million" where the source has "police $295 million,
roads $184 million and parks $48 million"). Facts that do not know the entity cannot see it; the company that a number
keeps can. A setting holds the words, things, names, periods and amounts of a segment of the sentence, which runs from
the boundary after the figure before it to the boundary after its own. Words mean nothing in another language: there
only things of the glossary, names in the letters of both, periods and amounts count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import groupby, pairwise

import msgspec

from crossfoot.late import late
from crossfoot.lexicon.glossary import things
from crossfoot.lexicon.words import directions, words
from crossfoot.model import Name, Quantity, Report, Span, Timex
from crossfoot.verdicts import wording
from crossfoot.verdicts.outside.called import NONE, STEM, TOKEN, Called, Term, Terms, plain_form
from crossfoot.verdicts.outside.dealt import dealt
from crossfoot.verdicts.outside.segments import NOTHING, Segment, own_terms
from crossfoot.verdicts.outside.support import (
    LEVELS,
    Said,
    exchangeable,
    same_entity,
    same_unit,
    same_value,
    size,
)
from crossfoot.verdicts.outside.terms import in_words, periods, plain, proper, sorts, strong, whose

BOUNDARY = late(
    r"[,:](?![0-9])|[;，；：、()（）]|\b(?:and|but|while|whereas)\b|和|及|而"
    r"|\bagainst\b(?! (?:(?!and\b)[a-z]+[ ,]*){1,4}(?:[.;]|and\b))"  # "insured against fire and 3 against theft"
)
PLACED = late(r"(?<=\w) to(?= (?:\w+ ){0,3}$)")  # "from 4.1% in Salz to 10.4% in Kern": what is between is of the first
JOINTS = ("and", "和", "及", "、")
LISTING = late(r"\brespectively\b|分别|依次")  # amounts in one list, rates in another
COMPARED = late(  # who or what something is compared with: it is not told of them
    r"\b(?:than|(?:above|below|over|with|against|from) (?:that|those) of|compared with)\b[^,;()]*"
    r"|[比较][^，；。、（）0-9]{1,16}?(?=[高低多少增减升降快慢])|[与和同][^，；。、（）0-9]{1,12}?(?=持平|相当|相近)"
)
FEW = 2  # words: fewer say too little
LISTED = 4  # terms that a place in a list has at most
LEAST = 3  # letters of a part of a word that has a hyphen
RARE = 2  # printings of the sources that a term may stand beside, to tell one from another
OPENING = 40  # characters of a source in which it says what all of it is about

UNSURE = {"word", "measures", "activities", "amount"}  # sorts of terms that stand beside figures of others too


class Setting(msgspec.Struct, frozen=True, eq=False):
    sentence: Span
    own: Terms
    all: Terms = NONE  # of the whole sentence, but for what something is compared with
    beside: tuple[Said, ...] = ()  # the other figures of the sentence
    size: tuple[Fraction, Fraction] | None = None
    who: tuple[tuple[str, Span], ...] = ()  # the organisations that the sentence has named so far, the last one last
    others: frozenset[str] = frozenset()  # those that it speaks of at all
    whose: Terms = NONE  # the names that it is told of, by its words
    named: Terms = NONE  # and those that stand near it besides
    counted: Terms = NONE  # what it counts, by its own words
    lead: Terms = NONE  # the names that its sentence said last, where it says none: "A sold 5 and earned 3"
    stretch: tuple[int, int] = (0, 0)  # its segment, with those before it as far back as words say something

    @property
    def told(self) -> Terms:
        return self.own | self.counted


class Settings:
    """The settings of the printings of a text and its sources, made once each."""

    def __init__(self, mine: Sequence[Said], theirs: Sequence[Said]) -> None:
        self.theirs = theirs
        self.of: dict[Said, Setting] = {}
        self.texts = dict[int, Text]()
        opening: tuple[set[Term], set[Term]] = set(), set()
        spoken: tuple[set[Term], set[Term]] = set(), set()
        called = Called(list({id(said.source): said.source for said in (*mine, *theirs)}.values()))
        for ours, opened, heard in zip((mine, theirs), opening, spoken, strict=True):
            for _, group in groupby(ours, key=lambda said: id(said.source)):
                printed = list(group)
                text = self.texts[id(printed[0].source)] = Text(printed[0].source, called)
                self.of.update(text.settings(printed))
                opened |= text.opening()
                heard |= text.terms(0, len(text.text))
        # a thing is the topic if both open with it, a name if a source does
        self.topic = frozenset(term for term in opening[1] if term[0] != "thing" or term in opening[0])
        self.spoken = frozenset(spoken[0]), frozenset(spoken[1])
        self.organisations = frozenset(who for said in theirs for who in self.of[said].others)
        self.times = Counter(term for said in theirs for term in self.of[said].own)
        self._called = called

    def owners(self, said: Said) -> Terms:
        """The names of those whose it is: by its own words, or else as far as the facts know."""
        here = self.of[said]
        told = here.named | whose(here.own)
        if any(what in self._called.entities for _, what in told):
            return told
        known = (self._called.of(said.source, p.figure.entity) for p in said.figures if p.figure.entity)
        return told.union(*known)

    def guessed(self, said: Said) -> bool:
        """Does a name stand beside it that only its sound or its characters made one?"""
        return bool(self.of[said].own & self._called.unsure)

    def named(self, said: Said, found: Sequence[Said], other: Said) -> bool:
        """Do names or the like tell that it stands where another does, and not words or what is measured alone?"""
        ours = NONE.union(*(self.of[one].own for one in found))
        return bool(sorts(strong(self.of[said].own & self.of[other].own - ours - self.topic)) - {"measures", "kinds"})

    def sure(self, said: Said, found: Sequence[Said], other: Said) -> bool:
        """Do names tell it?"""
        ours = NONE.union(*(self.of[one].own for one in found))
        return bool(whose(self.of[said].own & self.of[other].own - ours - self.topic))

    def last(self, said: Said, words: re.Pattern[str]) -> int:
        """Where the last of the words in front of it in its sentence stands; -1: nowhere."""
        start, text = self.of[said].sentence.start, said.source.document.text
        return max((match.start() for match in words.finditer(text, start, said.span.start)), default=-1)

    def common(self, one: Said, other: Said) -> int:
        """How much two printings have in common of what stands beside them."""
        return self.shared(one, self.of[other])

    def strong(self, said: Said) -> Terms:
        """What tells it from its like, of what stands beside it."""
        return strong(self.of[said].own) - self.topic

    def shared(self, one: Said, other: Setting) -> int:
        return len((self.of[one].own & other.own) - self.topic)

    def alike(self, one: Said, other: Said) -> bool:
        """Is so much the same said of both that they are likely one figure?"""
        both = self.of[one].own & self.of[other].own - self.topic
        return any(kind not in ("word", "period") for kind, _ in both) or len(both) >= FEW

    def together(self, mine: Terms, held: Terms) -> bool:
        """Do the sources ever tell one figure of a name of either?"""
        return any(of.own & mine and of.own & held for of in map(self.of.__getitem__, self.theirs))

    def strange(self, here: Setting, held: Sequence[Terms]) -> bool:
        """Are there names here and there that the other side never has? Then each may be what the other calls it."""
        mine, theirs = self.spoken
        return bool(proper(here.whose) - theirs) and all(proper(names) - mine for names in held)

    def one_name(self, one: Said, other: Said) -> bool:
        """Are both told of one name?"""
        return any(kind == "name" for kind, _ in self.of[one].own & self.of[other].own)

    def crossed(self, one: Said, other: Said, held: Sequence[Setting], others: Sequence[Setting]) -> str | None:
        """Have two figures of a sentence changed places: does each, or one, stand beside what is said of the other?"""
        both = self.of[one].told & self.of[other].told | self.topic
        mine, theirs = self.of[one].told - both, self.of[other].told - both
        here, there = (NONE.union(*(setting.told for setting in found)) for found in (held, others))
        if not all(map(periods, (mine, theirs))) or not all(map(periods, (here, there))):
            mine, theirs = mine - periods(mine), theirs - periods(theirs)  # a time that is said once holds for both
        if not held or not others:
            return None
        wrong, wronged = mine & (there - here), theirs & (here - there)
        right, kept = mine & (here - there), theirs & (there - here)
        if strong(right | kept):
            return None
        if wrong and wronged and (strong(wrong) or strong(wronged) or not (right or kept)):
            return "both"
        alone = sorts(wrong) & sorts(here - there) | sorts(wronged) & sorts(there - here)
        return "one" if alone - UNSURE else None

    def rival(self, said: Said, found: Sequence[Said]) -> Said | None:
        """The printing of a source that stands where this one stands here, if none that carries its number does."""
        here, held = self.of[said], [self.of[other] for other in found]
        if not here.own or not all(setting.own for setting in held):
            return None
        unknown = self.strange(here, [proper(setting.own) for setting in held])
        likely = dict[Said, tuple[int, int]]()
        for other in self.theirs:
            if unknown and not proper(here.own & self.of[other].own):
                continue
            if other in found or same_value(said, other) or not self._comparable(said, other, found):
                continue
            weight = self._instead(here, self.of[other], held)
            if weight is not None:
                likely[other] = weight
        if not likely:
            return None
        most = max(likely.values())
        best = [other for other, weight in likely.items() if weight == most]
        # of "from 3.2% to 2.8%", which stand in one setting, the last is what holds
        return best[-1] if len({self.of[one].own for one in best}) == 1 else None

    def made_of_another(
        self, said: Said, held: Sequence[Setting], others: Iterable[tuple[Said, Setting]]
    ) -> Said | None:
        """What figures make that the sources have for what is told here, where others make its number."""
        here = self.of[said]
        if not here.own or not all(setting.own for setting in held):
            return None
        for other, setting in others:
            told = sorts(here.own & setting.own - self.topic) - UNSURE
            if told and exchangeable(said.quantity, other.quantity) and not same_value(said, other):
                weight = self._instead(here, setting, held)
                if weight is not None and weight[0]:
                    return other
        return None

    def misnamed(self, said: Said, found: Sequence[Said]) -> tuple[Span, str] | None:
        """The organisation that a number is told of here, and the name of the one that the sources tell it of.

        Nothing where the sentence here names that one too, or where the sources know nothing of the one named here.
        """
        here, held = self.of[said], [self.of[other] for other in found]
        theirs = {who: found[i].source for i, setting in enumerate(held) for who in setting.others}
        if not here.who or not all(setting.others and proper(setting.own) for setting in held):
            return None
        mine, span = here.who[-1]
        ours = {entity for one in found for p in one.figures if (entity := p.figure.entity)}
        if any(same_entity(mine, entity) for entity in ours):
            return None
        told = {str(what) for kind, what in here.all if kind == "name"} | here.others | {mine}
        if any(same_entity(one, other) for one in told for other in theirs):
            return None
        if not any(same_entity(mine, other) for other in self.organisations):
            return None
        other, source = next(iter(theirs.items()))
        return span, next(entity.name for entity in source.found.entities if entity.id == other)

    def _comparable(self, said: Said, other: Said, found: Sequence[Said]) -> bool:
        return _alike(said.quantity, other.quantity) or self._listed(other, found)

    def _instead(self, here: Setting, other: Setting, held: Sequence[Setting]) -> tuple[int, int] | None:
        """How much tells that a number stands in the place of another: by names, then by words. None: too little.

        Only what tells the two apart counts. A name must have been put in the place of a name of its sort, which the
        sentence here does not have; by words alone it is told only where none speaks for the other side.
        """
        ours = NONE.union(*(setting.own | setting.lead for setting in held))
        theirs, kept = other.own - ours - self.topic, ours - other.own - self.topic
        if not any(map(_dated, held)):  # a time that is said once holds for all of its sentence
            theirs -= periods(NONE.union(*(setting.all for setting in held)))
        if periods(here.own & ours - other.own):
            return None
        told, speak = here.own & theirs, here.own & kept
        told -= in_words(told) - here.all
        named, words = strong(told), frozenset(term for term in plain(told) if self.times[term] <= RARE)
        if strong(here.all & kept):
            return None
        if named and all(sorts(named) & sorts(setting.own - other.own) for setting in held):
            return None if speak and not proper(named) else (len(named), len(words))
        if speak or any(size(one.quantity) == other.size for one in here.beside):
            return None
        if not named and proper(here.whose) - self.spoken[1]:  # "the Swedes": the source may call them otherwise
            return None
        listed = all(other.sentence == setting.sentence for setting in held) and len(other.own) <= LISTED
        dated = all(map(_dated, held))  # or else it is "first-half sales of 9 and a profit of 2"
        firm = any(dated or kind != "period" for kind, _ in named)
        enough = (firm or words) if listed else len(words) >= FEW and not strong(theirs | kept)
        return (len(named), len(words)) if enough else None

    def _listed(self, other: Said, found: Sequence[Said]) -> bool:
        """Is it a later one of a list, which leaves out what it counts ("590,000 barrels a day, Maxton 410,000")?"""
        return other.quantity.kind == "number" and any(
            one.quantity.kind in LEVELS
            and self.of[one].sentence == self.of[other].sentence
            and one.span.start < other.span.start
            for one in found
        )


def _alike(one: Quantity, other: Quantity) -> bool:
    """May one stand in the place of the other? Of counted things only if it is known that they are the same."""
    if (one.kind == "count" and one.unit != other.unit) or (one.change is None) != (other.change is None):
        return False
    return one.kind == other.kind and one.per in (other.per, None) and same_unit(one, other)


def _dated(setting: Setting) -> bool:
    return bool(periods(setting.own))


# ---------------------------------------------------------------------------------------------------- what stands where


class Text:
    """A document, cut into segments."""

    def __init__(self, report: Report, called: Called) -> None:
        self.text = report.document.text
        self.called = called
        self.sentences = [block.span for block in report.document.blocks if block.kind == "sentence"]
        self.told = [m for m in report.found.mentions if m.kind in ("quantity", "timex", "name")]
        self.starts = [mention.span.start for mention in self.told]

    def settings(self, printed: Sequence[Said]) -> Iterator[tuple[Said, Setting]]:
        starts = [sentence.start for sentence in self.sentences]
        for index, group in groupby(printed, key=lambda said: bisect_left(starts, said.span.start + 1) - 1):
            figures = list(group)
            counted = NONE
            sentence = self.sentences[index] if index >= 0 else Span(figures[0].span.doc, 0, 0)
            segments = list(self._segments(sentence, figures))
            named = list(self._organisations(sentence))
            every = NONE.union(*(self.terms(start, end) for start, end in self.alone(sentence)))
            listed = LISTING.search(self.text, sentence.start, sentence.end) is not None
            lead, first = NONE, sentence.start
            for at, here in enumerate(segments):
                known, lead = lead, self._names(Span("", here.start, here.end)) or lead
                first = here.start if in_words(here.terms) else first
                told = self._dealt(segments, at) if listed else {}
                for said in here.figures:
                    beside = tuple(other for other in figures if other is not said)
                    mine, others = told.get(said, (NONE, NONE))
                    named_here = self._whose(here, said) if said not in told else whose(mine)
                    counted = self._counted(said) or (counted if said.quantity.kind == "number" else NONE)
                    yield (
                        said,
                        Setting(
                            sentence,
                            own_terms(said, segments, at, listed) - others | mine,
                            every,
                            beside,
                            size(said.quantity),
                            tuple(
                                (who, where)
                                for who, where, by_name in named
                                if by_name and where.end <= said.span.start
                            ),
                            frozenset(who for who, _, _ in named),
                            named_here,
                            self._names(Span(said.span.doc, here.start, here.end)),
                            counted,
                            NONE if lead is not known else known,
                            (first, here.end),
                        ),
                    )

    def _dealt(self, segments: Sequence[Segment], at: int) -> dict[Said, tuple[Terms, Terms]]:
        """What a list says of each of its figures; it may stand before their number: "A and B, both towns, 5 and 6"."""
        here, before = segments[at], segments[at - 1] if at else NOTHING
        found = dealt(self.text, here.start, here.figures, self.terms)
        if not found and len(before.figures) == 1 and before.figures[0].quantity.low == len(here.figures):
            return dealt(self.text, before.start, here.figures, self.terms, before.end)
        return found

    def _counted(self, said: Said) -> Terms:
        """What it counts, by the words of its own: 184,000 "vans"."""
        if said.quantity.kind != "count" or said.quantity.unit_word is None:
            return NONE
        start, end = wording.digits(said.span, said.quantity).end, said.quantity.unit_word[1]
        return frozenset((*self.words_in(start, end), *self._things(start, end)))

    def alone(self, sentence: Span) -> Iterator[tuple[int, int]]:
        """The stretches of a sentence without what something is compared with."""
        start = sentence.start
        for match in COMPARED.finditer(self.text, sentence.start, sentence.end):
            yield start, match.start()
            start = match.end()
        yield start, sentence.end

    def _whose(self, segment: Segment, said: Said) -> Terms:
        """The names between the figure before it and itself, or else those of its segment."""
        start = max((f.span.end for f in segment.figures if f.span.end <= said.span.start), default=segment.start)
        near = self._names(Span(said.span.doc, start, max(start, said.span.start)))
        return near or self._names(Span(said.span.doc, segment.start, segment.end))

    def _said(self, start: int, end: int) -> Terms:
        """What a stretch says, but for the names and times that something is compared with."""
        every, alone = self.terms(start, end), self._plain(Span("", start, end))
        return every - ((whose(every) | periods(every)) - alone)

    def _plain(self, stretch: Span) -> Terms:
        return NONE.union(*(self.terms(start, end) for start, end in self.alone(stretch)))

    def _names(self, stretch: Span) -> Terms:
        return whose(self._plain(stretch))

    def _organisations(self, sentence: Span) -> Iterator[tuple[str, Span, bool]]:
        """Each that it speaks of, where, and whether by name."""
        for mention in self.told[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]:
            if isinstance(mention.value, Name) and mention.value.kind == "organisation":
                yield mention.value.entity, mention.span, mention.rule != "anaphor"

    def opening(self) -> Terms:
        """The words that it opens with: what all of it is about, though it says so in one place only."""
        if not self.sentences:
            return NONE
        start, end = self.sentences[0].start, self.sentences[0].end
        wide = sum(not char.isascii() for char in self.text[start : start + OPENING])  # one says as much as two letters
        opening = Span("", start, min(start + OPENING - wide // 2, end))
        found = self.terms(opening.start, opening.end)
        named = {who for who, _, _ in self._organisations(opening)}
        return found if len(named) < 2 else found - proper(found)  # of two neither is what all of it is about

    def _segments(self, sentence: Span, figures: Sequence[Said]) -> Iterator[Segment]:
        """The sentence cut at the first boundary behind each figure, where another figure follows."""
        start, inside = sentence.start, list[Said]()
        for here, after in pairwise(figures):
            inside.append(here)
            stop = max(here.span.end, after.span.start)
            cut = BOUNDARY.search(self.text, here.span.end, stop)
            if cut is None and exchangeable(here.quantity, after.quantity):
                cut = PLACED.search(self.text, here.span.end, stop)
            between = self.text[here.span.end : max(here.span.end, after.span.start)].strip()
            if cut is not None and between not in JOINTS:  # "1.71 and 1.82": what is told of one is told of both
                yield Segment(tuple(inside), self._said(start, cut.start()), start, cut.start())
                start, inside = cut.end(), []
        yield Segment((*inside, figures[-1]), self._said(start, sentence.end), start, sentence.end)

    def terms(self, start: int, end: int) -> Terms:
        """What a stretch says: its words, and what its periods and names mean; its figures are no words."""
        found, at = set[Term](), start
        for mention in self.told[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            value, span = mention.value, mention.span
            if isinstance(value, Name) and self.text[span.start].isascii():
                continue  # its words are names
            found.update(self.words_in(at, span.start), self._things(at, span.start))
            if isinstance(value, Name):  # what a name holds is no thing of its own: 银行 of a bank's
                found.update(self.words_in(max(at, span.start), span.end))
                name = self.text[span.start : span.end]
                if name in self.called.inside:
                    found.add(
                        ("name", self.called.inside[name])
                        if self.called.thing(name) is None
                        else ("thing", self.called.thing(name))
                    )
            elif isinstance(value, Quantity) and value.kind == "duration":  # "the five-year notes"
                found.add(("thing", (value.unit, size(value))))
            elif isinstance(value, Timex) and value.shift is None and value.period and value.period.start:
                found.add(("period", (value.period.start, value.period.end)))
            at = max(at, span.end)
        found.update(self.words_in(at, end), self._things(at, end))
        return frozenset(found)

    def _things(self, start: int, end: int) -> Iterator[Term]:
        return (("thing", named) for named in things(self.text, start, max(start, end), self.called.across))

    def words_in(self, start: int, end: int) -> Iterator[Term]:
        if start >= end:
            return
        if self.called.han is not None:
            yield from (
                ("name", self.called.inside[match.group()]) for match in self.called.han.finditer(self.text, start, end)
            )
        for match in TOKEN.finditer(self.text, start, end):
            word = match.group()
            if not word[0].isascii():
                for run in _moves().split(word):
                    yield from (("word", run[i : i + 2]) for i in range(len(run) - 1))
            elif (plain := plain_form(word)) not in _common():
                yield "word", plain[:STEM].rstrip("s")
                for part in plain.split("-") if "-" in plain else ():  # "dry-bulk", "dry bulk"
                    if len(part) >= LEAST and part not in _common():
                        yield "word", part[:STEM].rstrip("s")
                if word[0].isupper() and plain in self.called.words and not self.called.common(word):
                    yield "name", self.called.short.get(plain, plain)


@cache
def _common() -> frozenset[str]:
    """Words that stand beside any figure."""
    lists = words("en").lists
    return frozenset((*lists["stop"], *lists["timely"])) | directions("en").keys()


@cache
def _moves() -> re.Pattern[str]:
    """Chinese words that stand beside any figure that moves."""
    cues = (form for row in words("zh").cue for form in row.forms)
    return re.compile("|".join(sorted({*directions("zh"), *cues}, key=len, reverse=True)))
