"""What a number is a number of: entity, metric, segment and period, from its clause or carried from the one before.

A sentence states its figures one after another; what a clause leaves out ("up 2%", "to 4,366 units", "in April") is
taken from what was said last in the same item, and never from another item.
"""

from __future__ import annotations

from itertools import islice

import msgspec

from crossfoot.facts import holding, nesting
from crossfoot.facts.frame import (
    antecedent,
    baseline,
    caption,
    clause,
    dating,
    dealt,
    heading,
    inherited,
    itemised,
    owner,
    parts,
    phrase,
    region,
    subject,
    telling,
    topic,
    traded,
    whose,
)
from crossfoot.facts.frame.carried import Carried
from crossfoot.facts.frame.kin import unit_of
from crossfoot.facts.sentence import Match, Sentence
from crossfoot.facts.sentence.layout import WINDOW, Layout, backwards
from crossfoot.late import late
from crossfoot.lexicon import union
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.identities import measured
from crossfoot.lexicon.languages import joint
from crossfoot.lexicon.metrics import metric, metric_forms
from crossfoot.lexicon.tokens import singular
from crossfoot.lexicon.units import unit as known_unit
from crossfoot.model import Figure, Mention, Period, Quantity

RIGHT_BEHIND = 3  # tokens from the size of a move to its base: "as compared with"
RESTATED = 6  # characters between a figure and the word that it was restated
PAUSES = late(r"[,.;:(\d]|\b(?:but|and|while)\b")  # behind these something else is said
_OF = frozenset({"of", "had", "a", ","})
FAR = 32  # characters behind a figure in which it is said to be a distance: "500,000 tonnes of sugar down on last year"


class Frame:
    """The figures of one sentence; `figures` are its levels, by the index of their token."""

    def __init__(self, sentence: Sentence, carried: Carried, matches: list[Match]) -> None:
        self.sentence, self.carried, self.matches = sentence, carried, matches
        self.words, self.gap = frame_words(sentence.lang), joint(sentence.lang)
        self.taken = {index for m in matches for place in m.claims for index in range(*place)}
        self.layout = Layout(sentence, self.words, (m.start for m in matches if "level" not in m.roles))
        self._levels = frozenset(self.layout.levels)
        self._claimed = sorted(i for i in self.taken if i < len(sentence.tokens) and sentence.tokens[i].mention)
        self._listed = dict[int, int | None]()  # by level: the one that it is listed behind
        self._opened = dict[int, int]()  # by token: where its clause begins, whatever is claimed in it
        # A move that reaches a level counts before one that is only told behind it: "rose to 11.8%, an increase of 70".
        reaching = sorted(
            (m for m in matches if "level" in m.roles),
            key=lambda m: ("direction" in m.roles, "base" in m.roles, m.start < m.roles["level"][0]),
        )
        self._of_level = {m.roles["level"][0]: m for m in reaching}  # a move reaches it, whatever else is said of it
        self.subjects = dict[tuple[int, int], tuple[str, range] | None]()  # by clause: whom it opens with
        self.figures = dict[int, Figure]()
        self.whom = carried.entity  # whom the item went on about when the sentence began
        self.before = tuple(carried.levels)  # what was said before this sentence
        self.beside = set[int]()  # levels that are only there to be compared with
        self.aside = set[int]()  # times that date nothing but a level of that kind
        self.prices = list[Figure]()  # printed by a product, and no levels
        self.told = set[int]()  # where sizes stand that were dealt out by a list
        self.distances = set[int]()  # of one figure from another
        self.restated = set[int]()  # levels that a fact of another type prints
        self.ruled = set[int]()  # those that a rule sets: nothing is measured
        self.renamed = dict[Figure, Figure]()  # and what each was taken for before
        self.owners = owner.Owners(sentence, self.words, carried.entity is not None)  # whom the sentence is about
        self.ended = list[nesting.Nest]()
        bracketed = bool(self.words.opening) or "(" in sentence.present
        self.depths = nesting.depths(sentence) if bracketed else []
        self.openings = nesting.openings(sentence, self.words) if self.words.opening else []
        self.goes_on = carried.parting  # do parts go on that were told before a semicolon?
        self.leads, self.sorts = ([], []) if self.words.spaced else (parts.leads(self), parts.sorts(self))
        self.jointly = list[tuple[int, Figure, tuple[Figure, ...]]]()  # what several hold together, and each of them
        self.carried.issuer = holding.heard(sentence, self.words, carried.issuer) if self.words.issuing else None
        said = sentence.document.text[sentence.span.start : sentence.span.end]
        self.closing = False  # is the last level of the end of what is spoken of, and no time that goes on?
        self.awaits = any(word in said for word in self.words.awaiting)  # does anything in it foresee a figure?
        carried.parting = said[-1:] in ";；" and bool(self.sorts or self.openings or self.goes_on)
        self.called = dict[int, str]()  # how the words before a level call it, where a run of them is its name

    # ------------------------------------------------------------------------------------------------- levels

    def is_level(self, index: int) -> bool:
        return index in self._levels

    def level(self, index: int) -> Figure:
        """The figure whose level stands at a token."""
        if index not in self.figures:
            mention = self.sentence.tokens[index].mention
            assert mention is not None and isinstance(mention.value, Quantity)  # noqa: S101, PT018 - is_level asks first
            figure = heading.stretched(self.describe(index, mention.value), self.carried.headed)
            dated = any(i >= self.sentence.opening for i in self.layout.dated)
            over_years = not dated and bool(self.texts(max(index - 2, 0), index) & self.words.over_years)
            if over_years:
                figure = heading.year_before(figure)
            self.figures[index] = self.key(figure, mention, listed=self._in_run(index))
            if self._distance(mention):
                self.distances.add(index)
                return self.apart(index)
            apart = self._superseded(mention) or self._of_more(index)
            figure = self.apart(index) if apart else self.figures[index]
            if self.called.get(index):
                self.carried.called[figure] = self.called[index]
            self.carried.labelled = itemised.labels(self, index)
            if dating.looks_back(self, index):
                self.beside.add(index)
                if self.words.spaced and not over_years and dating.undated(self, index):
                    set_beside = dating.flows(figure) and bool(
                        self.texts(max(index - 2, 0), index) & self.words.over_years
                    )
                    before = heading.year_before(figure) if set_beside else figure
                    period = before.period if before is not figure else None  # "42.7 million versus 39.5 million"
                    figure = self.figures[index] = msgspec.structs.replace(figure, period=period)
                if self.carried.figure is not None and self.carried.figure.metric == figure.metric:
                    self.carried.pair = (self.carried.figure, figure)
            elif self.words.spaced and antecedent.held_to(self, index):
                self.beside.add(index)
            elif not topic.spread(self, index):
                period = self.carried.period
                self.remember(figure)
                self.carried.bare = mention.value.kind == "number"
                bracketed = bool(self.depths) and bool(self.depths[index])
                if bracketed or dating.moved_from(self, index):
                    self.carried.period = period  # what a bracket holds dates nothing outside it
                nesting.take(self, index, figure)
                holding.take(self, index, figure)
        return self.figures[index]

    def _distance(self, mention: Mention) -> bool:
        """Does a figure only say how far another one is off: "1.1 million tonnes, 200,000 below the record"?"""
        text, at = self.sentence.document.text, mention.span.end
        if not self.words.spaced:  # "领先第二名唐山港近1亿吨"
            clause = PAUSES.split(text[max(mention.span.start - FAR, self.sentence.span.start) : mention.span.start])[
                -1
            ]
            return any(word in clause and not clause.endswith(word) for word in self.words.ahead_of)
        behind = PAUSES.split(text[at : at + FAR], maxsplit=1)[0].lower().split()
        if behind and behind[0] in self.words.exceeding:
            return True
        pairs = ((f"{one} {other}", then) for one, other, then in zip(behind, behind[1:], behind[2:], strict=False))
        return any(pair in self.words.off and then.isalpha() for pair, then in pairs)

    def _superseded(self, mention: Mention) -> bool:
        """Is a level what a figure was before it was restated: "由29.9亿元追溯调整为29.7亿元"?

        Nor is what something of it is used for another printing of it: "超过20亿元用于偿债".
        """
        behind = self.sentence.document.text[mention.span.end : mention.span.end + RESTATED]
        return any(word in behind for word in self.words.restating) or behind.startswith(self.words.using)

    def _of_more(self, index: int) -> bool:
        """Is a ratio of all of a measure, where only what the owners have of it is told: 归母净利润，净利率?"""
        called, owners = self.called.get(index, ""), self.words.of_owners
        part = measured(self.figures[index].metric) if owners and not called.startswith(owners) else None
        told = [self.carried.called.get(f, "") for f in self.carried.levels if part is not None and f.metric == part]
        return bool(told) and all(called.startswith(owners) for called in told)

    def stands(self, index: int) -> bool:
        """Is a level said for its own sake, and not to be compared with or as a part of another fact?"""
        return index not in self.beside and index not in self.restated

    def release(self, match: Match, mention: Mention) -> None:
        """A quantity that a phrasing claimed in vain is a level again."""
        self.taken -= {
            i for place in match.roles.values() for i in range(*place) if self.sentence.tokens[i].mention is mention
        }
        if match.mention("size") is mention and self.taken.isdisjoint(range(*match.roles.get("also", (0, 0)))):
            self.taken -= set(range(*match.roles.get("direction", (0, 0))))  # "a gain of 120 million" moves nothing
        self._listed.clear()

    def adds_up(self, whole: Figure, parts: list[Figure]) -> bool:
        return self.carried.printings.adds_up(whole, parts)

    def key(self, figure: Figure, mention: Mention, *, listed: bool = False) -> Figure:
        """The figure under a key that this printing of it may have; one of a list is no slip for what all are of."""
        quantity, at = mention.value, mention.span.start
        if not isinstance(quantity, Quantity):
            return figure
        return self.carried.printings.key(figure, quantity, at, listed=listed)

    def _in_run(self, index: int) -> bool:
        """Is a level one of several that nothing but marks part, and to which no times are dealt out?"""
        if index in self.layout.dealt:
            return False
        joint = self.sentence.tokens[index - 1].text if index > 1 else ","
        behind = joint != "," and joint in self.words.joints and self.is_level(index - 2)
        return behind or len(self.listed(index - 1)) > 1

    def moved(self, index: int) -> bool:
        """Does a phrasing say that the level at a token moved?"""
        return index in self._of_level

    def apart(self, index: int) -> Figure:
        """The same figure under a key that nothing else in the text has."""
        figure = msgspec.structs.replace(self.figures[index], basis=f"at {self.sentence.tokens[index].start}")
        self.figures[index] = figure
        return figure

    def call(self, index: int, metric: str, entity: str) -> None:
        """A phrasing knows whose a level is and what of theirs; it stays a level."""
        entity = dealt.whom(self, index) or entity
        figure = msgspec.structs.replace(self.level(index), metric=metric, entity=entity)
        self.figures[index] = figure
        self.carried.figure = figure

    def restate(self, index: int, figure: Figure) -> Figure:
        """A phrasing knows better what a level is of, and prints it itself."""
        if index in self.figures:
            self.renamed[self.figures[index]] = figure
        self.figures[index] = figure
        self.restated.add(index)
        self.remember(figure)
        return figure

    def reprint(self, index: int, figure: Figure) -> None:
        """A ratio that a phrasing prints is the level that the words behind it speak of ("74%, up from 72%")."""
        self.figures[index] = figure
        self.restated.add(index)

    def remember(self, figure: Figure) -> None:
        self.carried.figure = figure
        self.carried.levels.append(figure)
        self.carried.entity = figure.entity or self.carried.entity
        closing, self.closing = self.closing, False
        if (closing and self.carried.period is not None) or (
            not self.words.spaced
            and figure.period is not None
            and figure.period.end is None
            and figure.period.start is not None
        ):
            return  # "自去年10月以来": what goes on dates nothing else
        if self.words.spaced and dating.only_compared(figure):
            return
        published, start = self.sentence.document.published, figure.period.start if figure.period is not None else None
        late = self.words.spaced and published is not None and start is not None and start > published
        if not self.words.spaced or (figure.status == "actual" and not late):
            self.carried.period = figure.period or self.carried.period
        else:  # what is to come dates nothing that has been
            self.carried.ahead = figure.period or self.carried.ahead

    def describe(self, index: int, quantity: Quantity | None, since: int = 0, like: Quantity | None = None) -> Figure:
        """The figure whose level (or, without a quantity, whose move) stands at a token."""
        head = self.head(index) if quantity is not None else index
        first = max(self.reach(head), since)
        since = nesting.behind_list(self, head, first) if quantity is not None else first
        shared, own = clause.respective(self, first, head, index) or clause.before(self, since, head)
        bare = clause.bare(self, own)
        if quantity is None and bare and (moved := inherited.just_said(self, first, head, like)) is not None:
            return moved
        after = clause.behind(self, index, quantity) if quantity is not None else []
        own = clause.included(self, first, head, own, after)
        last = inherited.last(self, index, quantity)
        fits = last is not None and (
            quantity is None or inherited.fits(last, quantity) or inherited.only_moved(self, index, last, quantity)
        )
        if fits and inherited.beside(self, first, own, quantity, last):
            shared = []  # "cash of 640 million and 1,412 customers, versus 1,087"
        if shared and own and self.words.spaced and quantity is not None and telling.apart(self, index, own):
            shared = []  # "SUVs accounted for 30,200, sedans for 9,140", "employs 3,400 people and runs 118 shops"
        if last is not None and quantity is not None and inherited.some(self, last, quantity, after):
            return inherited.like(self, last, after[2:], whose.of(self, first, index, subject.NOTHING), last.period)
        if last is not None and fits and " ".join(own[:2]) in self.words.same_of:
            entity = whose.of(self, first, index, subject.NOTHING)
            return inherited.like(self, last, own[2:], entity, dating.period(self, index))
        if not self.words.over_years.isdisjoint(own) and self._only_years(own):
            own = []  # "vs profit 12 cts" is of what was said before
        said = self._said(shared, own, after, index, quantity, like)
        unit = said.unit or (unit_of(quantity) if quantity is not None else "")
        if quantity is not None and quantity.kind not in ("count", "number"):
            unit = unit_of(quantity)
        entity, period = whose.of(self, first, index, said), self._when(first, index, said)
        said = whose.rest(self, said, entity) if said.rest and self.words.spaced else said
        headed, of = self.carried.headed.metric, quantity or like
        if said.silent and last is None and of is not None and of.kind == "count" and headed:
            said = msgspec.structs.replace(said, metric=metric(headed))
        if last is not None and quantity is not None and fits and " ".join(own[:2]) in self.words.parting:
            # "88,400 cars, of which electric 31,200"
            return inherited.like(self, last, own[2:], last.entity, last.period)
        nest = nesting.within(self, index, said, quantity, unit) if self.words.opening else None
        new = self.words.quoting | self.words.having if _counts(quantity) else self.words.quoting
        if said.silent and fits and last is not None and not self.texts(max(index - 1, 0), index) & new:
            figure = inherited.silently(self, last, index, said, entity, period, {*shared, *own})
            figure = figure if figure.unit else msgspec.structs.replace(figure, unit=unit)
            return region.parted(self, figure, first, index, quantity) if self.words.spaced else figure
        if self.words.cuts and not own and not after and quantity is not None and last is not None and not fits:
            known = inherited.of_unit(self, quantity, unit, entity)  # "销售面积21.5万平方米，全年累计412.9亿元"
            if known is not None:
                return inherited.silently(self, known, index, subject.NOTHING, entity, period, set())
        name, segment = inherited.metric_of(self, said, index, quantity, nest.whole if nest is not None else None)
        figure = owner.named(self, Figure(entity, name, segment, period, unit, None, said.status), index)
        if self.words.spaced:
            figure = traded.priced(self, figure, said, first, index, quantity)
            figure = region.parted(self, figure, first, index, quantity)
        elif quantity is not None and quantity.kind == "percent":
            figure = inherited.of_part(self, figure, index)
        if not unit:
            figure = inherited.in_unit(self, figure, index, quantity, last)
        if self.words.spaced:
            caption.note(self, figure, first, index, quantity)
        return figure

    def _only_years(self, own: list[str]) -> bool:
        return {*own} <= union(self.words.over_years, self.words.losses, self.words.gains)

    def _said(
        self,
        shared: list[str],
        own: list[str],
        after: list[str],
        index: int,
        quantity: Quantity | None,
        like: Quantity | None,
    ) -> subject.Subject:
        """What the words around a figure say that it is of."""
        last = self.carried.figure
        kind = quantity.kind if quantity is not None else like.kind if like is not None else None
        if kind == "number" and quantity is not None and self.words.spaced and inherited.in_money(last, quantity):
            kind = "money"  # "Net 3.4 mln. Sales 25.1 mln"
        likely, paid = last.metric if last is not None else None, kind is None and self.words.spaced
        paid = paid and not topic.sold_singly(self.sentence.document.text, self.sentence.lang)
        said = subject.read(shared, own, after, self.sentence.lang, kind, likely, paid)
        silent = (
            union(self.words.over_years, self.words.looking_back, _OF) if self.words.spaced else self.words.over_years
        )
        bare = self.gap.join([word for word in own if word not in silent] or shared)
        if said.metric is None and bare in self.words.alone:
            said = msgspec.structs.replace(said, metric=metric(self.words.alone[bare]), rest=())
        if not self.words.spaced:
            said = inherited.named_behind(self, said, index, quantity)
            self.called[index] = self.gap.join(own) or self.gap.join(said.rest)
        return telling.beside(self, said, index, {*own, *after[:2]})

    def _when(self, first: int, index: int, said: subject.Subject) -> Period | None:
        last = self.carried.figure
        ahead = said.status != "actual" or (said.silent and last is not None and last.status != "actual")
        period = dating.ended(self, index, dating.period(self, index, ahead))
        if (said.metric is not None and said.metric.id in self.words.present) or dating.goes_on(self, first, index):
            period = dating.present(self, index)
        if said.metric is not None and said.metric.additive_time and self.words.spaced:
            period = dating.reported(self, index, period)
        flows = (
            said.metric.additive_time
            if said.metric is not None
            else said.rest[-1:] and said.rest[-1].endswith(self.words.flows)
        )
        if self.words.time_first and flows:
            period = dating.flowing(self, index, period)
        return period

    def sibling(self, figure: Figure, first: int, last: int) -> Figure:
        """Another part of what a figure is a part of, or another figure of its kind: what words name instead."""
        words = [token.text for token in self.sentence.words(first, last)]
        said = subject.read([], words, [], self.sentence.lang, None, figure.metric)
        known = metric(figure.metric) is not None
        name = said.metric.id if said.metric is not None else figure.metric if known else "other:"
        segment = said.segment + ((("words", self.gap.join(said.rest)),) if said.rest else ())
        if name == "other:":
            name, segment = f"other:{self.gap.join(said.rest)}", said.segment
        return msgspec.structs.replace(figure, metric=name, segment=segment)

    def referred(self, part: Figure, first: int, last: int) -> Figure:
        """The whole that words speak of ("of the total sales volume in April"), seen from its part."""
        words = [token.text for token in self.sentence.words(first, last)]
        said = subject.read([], words, [], self.sentence.lang, None, part.metric)
        name = said.metric.id if said.metric is not None else part.metric
        rest = [word for word in said.rest if word not in self.words.joints and singular(word) != part.unit]
        if not self.words.spaced:
            called = self.gap.join(phrase.before(self.sentence, first, last, self.words))
            known = topic.find(self, called, part.unit, part, said.metric) if called else None
            name = said.metric.id if said.metric is not None else f"other:{called}"
            rest = [] if said.metric is None else rest
        else:
            known = antecedent.antecedent(self, part, name if said.metric is not None else "", rest)
        if known is not None:
            return known
        segment = said.segment + ((("words", self.gap.join(rest)),) if rest else ())
        period = next((p for i in range(first, last) if (p := dating.own(self, i)) is not None), part.period)
        unit = part.unit if name == part.metric else ""
        return Figure(part.entity, name, segment, period, unit, None, part.status)

    def base(self, of: Figure, match: Match) -> Figure:
        """The figure that a change is measured from."""
        printed = match.mention("base")
        figure = baseline.base(self, of, match)
        return self.key(figure, printed) if printed is not None else figure

    # ----------------------------------------------------------------------------------------------- entities

    def entity_before(self, index: int) -> str | None:
        """The organisation that the words before a token are about."""
        return whose.acting(self, 0, index)

    def subject_words(self, index: int) -> str:
        """Who does what stands at a token: the words from the start of the clause to its first verb."""
        tokens = self.sentence.tokens[self.reach(index) : index]
        stop = next((i for i, token in enumerate(tokens) if token.text in self.words.auxiliaries), len(tokens))
        comma = max((i + 1 for i, token in enumerate(tokens[:stop]) if token.text == ","), default=0)
        chosen = [token for token in tokens[comma:stop] if token.mention is None]
        if not chosen:
            return ""
        return self.sentence.document.text[chosen[0].start : chosen[-1].end]

    def vague(self, direction: Mention) -> bool:
        """Does the word praise or blame rather than say which way a number went ("improved to a loss of")?"""
        return self.sentence.document.text[direction.span.start : direction.span.end].lower() in self.words.vague

    def apposed(self, match: Match) -> bool:
        """Is the base only set behind a finished move ("by five to 761, against 1,137 a year ago")?

        Right behind its size it is what that was measured from ("up 40 million as compared with 171 million").
        """
        index = match.roles.get("base", (0, 0))[0]
        first, last = match.roles.get("size", (index, index))
        if index <= first or not self.texts(max(index - 3, 0), index) & self.words.beside:
            return False
        return not self.words.spaced or index - last > RIGHT_BEHIND or "," in self.texts(last, index)

    def points_back(self, index: int) -> bool:
        """Does the clause before a token open with a word for something said before: "the purchases", "that", "it"?"""
        first = self.reach(index)
        return first >= index or self.sentence.tokens[first].text in self.words.definite

    def printed(self, mention: Mention) -> str:
        return self.sentence.document.text[mention.span.start : mention.span.end]

    def texts(self, first: int, last: int) -> set[str]:
        return {token.text for token in self.sentence.tokens[first:last]}

    # ------------------------------------------------------------------------------------------------- clause

    def reach(self, index: int) -> int:
        """The first token of the clause that a token stands in."""
        if index not in self._opened:
            first = max(index - WINDOW, min(self.sentence.opening, index))
            bounds = list(islice(backwards(self.layout.bounds, index, first), 2))
            self._opened[index] = self._label(first, bounds, index) if bounds else first
        first = self._opened[index]
        for i in backwards(self._claimed, index, first) if self._claimed else ():
            if i in self.taken and not self._same_match(i, index):
                return i + 1
        return first

    def _label(self, first: int, bounds: list[int], index: int) -> int:
        """Where the clause behind a mark begins; a label before a colon belongs to it: "研发费用：4.02亿元"."""
        colon, tokens = bounds[0], self.sentence.tokens
        opening = bounds[1] + 1 if len(bounds) > 1 else first
        if self.words.spaced:
            return opening if itemised.labelled(self, colon, index) else colon + 1
        if tokens[colon].text != ":" or phrase.before(self.sentence, colon, index, self.words):
            return colon + 1
        label = self.gap.join(phrase.before(self.sentence, opening, colon, self.words))
        return opening if phrase.nameable(label, self.words) else colon + 1

    def _same_match(self, taken: int, index: int) -> bool:
        """A subject reaches over its verb to the level: "volume was down about 38% to 4,366 units"."""
        match = self._of_level.get(index)
        return match is not None and match.start <= taken < match.end

    def moving(self, index: int) -> Match | None:
        """The move that a level is the end of."""
        match = self._of_level.get(index)
        return match if match is not None and match.start < index else None

    def listed(self, after: int) -> list[int]:
        """The levels right behind a token that only the marks of a list part."""
        found, tokens = list[int](), self.sentence.tokens
        for i in range(after + 1, min(after + WINDOW, len(tokens))):
            if self.is_level(i):
                found.append(i)
            elif not found and not self.words.spaced and tokens[i].text in self.words.cuts:
                continue  # 分别 | 完成
            elif tokens[i].text not in self.words.joints or (tokens[i].text == "," and found):
                break
        return found

    def head(self, index: int) -> int:
        """The first of a list of figures that share their words: "sold 43,067 sedans, 61,179 SUVs and 1,222 MPVs"."""
        head, least = index, max(index - WINDOW, 0)
        while head > least:
            if head not in self._listed:
                self._listed[head] = self._listed_behind(head)
            before = self._listed[head]
            if before is None:
                return head
            head = before
        return head

    def _listed_behind(self, index: int) -> int | None:
        """The level before one in a list: only a joint and a few words that are no verb stand between them."""
        tokens, i = self.sentence.tokens, index - 1
        while i >= 0 and tokens[i].text in self.words.joints:
            i -= 1
        if i == index - 1:
            return None
        verbs, least = metric_forms(self.sentence.lang, verbs=True), i - subject.LONGEST_FORM
        while i > least and i >= 0 and tokens[i].mention is None and tokens[i].text not in self.words.joints:
            if (
                tokens[i].text in verbs
                or tokens[i].text in self.words.reporting
                or tokens[i].text in self.words.goes_on
            ):
                return None  # "employs 3,400 people and runs 118 shops"
            i -= 1
        return i if i >= 0 and i not in self.taken and self.is_level(i) else None


def _counts(quantity: Quantity | None) -> bool:
    """Is a number one of things with a noun of their own, which whoever has them has beside what he sold?"""
    return quantity is not None and quantity.kind == "count" and known_unit(quantity.unit) is None
