"""A figure at a level: "reached 105,500 units in April", "43,067 sedans"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossfoot.facts.frame import Frame, ahead, awaited, calling, few, governed, noun, topic, unspoken
from crossfoot.facts.frame.kin import counted
from crossfoot.facts.frame.noun import head, named, subject
from crossfoot.lexicon.common import everyday
from crossfoot.lexicon.metrics import NAMED, metric
from crossfoot.lexicon.tokens import singular
from crossfoot.model import Fact, Figure, Measurement, Mention, Printed, Quantity, Span, Target, Timex

LEAST_GLUED = 10_000  # so many are never printed without what they are
LONG = 80  # days of a stretch of which figures are foreseen
FEW = 10  # so many are spoken of as "the three"
_NEAR = 4  # tokens between a level and its time
FAR = 12  # tokens between a loss and its figure


def state(frame: Frame) -> Iterator[Fact]:
    """A fact for each level of the sentence, whatever else a phrasing says of it."""
    for index, figure in sorted(frame.figures.items()):
        if index in frame.restated or topic.told(frame, index):
            continue
        mention = frame.sentence.tokens[index].mention
        if mention is not None and isinstance(mention.value, Quantity):
            made = figure.metric == "net_profit" and _said(frame, max(index - 1, 0)) == "lost"
            made = made or figure.metric.rpartition(" ")[2].removeprefix("other:") in frame.words.amounts
            if mention.value.change is not None and mention.value.kind == "money" and not made:
                continue  # "profit rose by 480 million": the size of a move, and no level
            if index in frame.distances:
                continue
            quantity = msgspec.structs.replace(mention.value, of=_named(frame, index, figure, mention.value))
            foreseen = figure.status == "forecast" or (
                figure.status == "target" and (index in frame.beside or bool(frame.depths and frame.depths[index]))
            )
            if foreseen and _past(frame, figure) and _timed(frame, index, figure) and not ahead.expected(frame, index):
                figure = msgspec.structs.replace(
                    figure, status="actual"
                )  # "will grow to 6.1 million, against 5.8 last year"
            if figure.status == "target" or topic.aims(frame, index) or ahead.outdone(frame, index):
                figure = msgspec.structs.replace(figure, status="target")
                if not frame.words.spaced and figure.metric == "other:" and not figure.unit:
                    continue  # "力争跻身前二十": nothing is measured
                yield aimed(figure, quantity, mention, mention.span, "measured")
                continue
            fact = measured(figure, quantity, mention.span, mention.span, "measured")
            told = noun.no_statement(frame, index, figure, mention.value) or topic.elsewhere(frame, index, figure)
            told = told or (not frame.words.spaced and _glued(frame, index, quantity))
            told = (
                told
                or _pointing(frame, index, quantity)
                or few.pointed_at(frame, index, mention)
                or unspoken.only_spoken_of(frame, index, mention.value)
            )
            due = awaited.due(frame, index) or topic.meant(frame, index) or ahead.due(frame, index)
            if due and figure.metric.startswith("other:") and not name(frame, index, figure, mention.value):
                said = governed.subject(frame, index, mention.value) if frame.words.spaced else None
                doing = said or ahead.doing(frame, index) or fact.quantity.of
                fact = msgspec.structs.replace(fact, quantity=msgspec.structs.replace(fact.quantity, of=doing))
            moved = mention.value.change if figure.metric in frame.words.staffed else None
            yield msgspec.structs.replace(fact, told=told, loss=lost(frame, index, figure), due=due, moved=moved)


def _past(frame: Frame, figure: Figure) -> bool:
    """Is a level of a stretch that is over when the text is told? "vs 28.3 million last month" was foreseen then."""
    published, period = frame.sentence.document.published, figure.period
    if not frame.words.spaced or published is None or period is None or period.start is None or period.end is None:
        return False
    return period.end <= published and (period.end - period.start).days > LONG


def _timed(frame: Frame, index: int, figure: Figure) -> bool:
    """Does the time of a level stand right with it: "a profit of 6.5 million in 1986", "(2023: 81 million)"?"""
    for step in (1, -1):
        for i in range(index + step, index + step * (_NEAR + 1), step):
            value = (
                getattr(frame.sentence.tokens[i].mention, "value", None)
                if 0 <= i < len(frame.sentence.tokens)
                else None
            )
            if isinstance(value, Timex):
                return value.period == figure.period
            if isinstance(value, Quantity):
                break
    return False


def lost(frame: Frame, index: int, figure: Figure) -> bool:
    """Is it a loss that a level of profit prints: "a net loss of 33 million", "a 33 million loss"?"""
    row = metric(figure.metric)
    if not frame.words.losses or row is None or not row.negative:
        return False
    tokens, words = frame.sentence.tokens, frame.words
    before = range(index - 1, max(frame.reach(index), index - FAR) - 1, -1)
    near = range(index + 1, min(index + 3, len(tokens)))  # not in "55 million vs loss 4 million"
    last = next((i for i in near if _said(frame, i) in words.over_years), near.stop)
    for i in [*range(index + 1, last), *before]:
        said = _said(frame, i)
        if said in words.losses or (said == "lost" and i == index - 1):
            return True
        if said in words.gains or (i > index and tokens[i].mention is not None) or said in ",.;":
            if i < index and said != ",":
                return False
            if i > index:
                continue
    return False


def _said(frame: Frame, index: int) -> str:
    token = frame.sentence.tokens[index]
    return frame.sentence.document.text[token.start : token.end].lower()


def _named(frame: Frame, index: int, figure: Figure, quantity: Quantity) -> str | None:
    """What a figure is called, else what one of the same was called before."""
    called, named = name(frame, index, figure, quantity), frame.carried.named
    if not frame.words.spaced:
        return called
    if (row := metric(figure.metric)) is not None:
        unspoken.note(frame, index, figure, quantity, row.id if row.id in NAMED else called or row.en[0])
        return called
    if called is None and quantity.kind not in ("percent", "count") and figure.metric != "other:":
        # no percentage, and no number of things with a noun
        called = unspoken.done(frame, index, quantity) or named.get(f"{figure.metric} {figure.unit}")
    if called is None or _proper(frame, called) or governed.somebody(called, frame):
        called = unspoken.called(frame, index, figure, quantity) or called
    if called is None and figure.metric.startswith("other:"):
        called = governed.subject(frame, index, quantity)
    if called is not None:
        unspoken.note(frame, index, figure, quantity, called)
    if called is None or len(figure.metric) <= len("other:"):
        return called
    if not called.endswith(("ed", "ing", "able")):
        named.setdefault(figure.metric, called)
        named.setdefault(f"{figure.metric} {figure.unit}", called)
    return called


def name(frame: Frame, index: int, figure: Figure, quantity: Quantity) -> str | None:
    """What a figure is called that no row knows: nothing where the words around it name no thing."""
    other = figure.metric.removeprefix("other:")
    if not frame.words.spaced and other and other != figure.metric:
        return calling.called(frame, other, figure, quantity)  # by the run of words before or behind it
    if not frame.words.copular:
        return named(frame, index, quantity) if quantity.kind == "count" else other or quantity.of
    move = frame.moving(index)
    called = named(frame, index, quantity) or (subject(frame, move) if move is not None else None)
    if called is not None and called == figure.entity:
        called = None  # whose it is, and not what
    called = calling.plain(called, head(called, frame.words), frame.words) if called else None
    said = called.lower().split() if called else []
    ruling = frame.words.ruling & {*said} and not (quantity.kind == "money" and said[-1] == "facility")
    if called is None or (other != figure.metric and quantity.kind != "count" and ruling):
        return None
    rated = head(called, frame.words) in frame.words.ratios or called.lower().endswith(frame.words.rated or ("-",))
    return called if quantity.kind != "percent" or rated else None


def _proper(frame: Frame, called: str) -> bool:
    """Is it what somebody or a place is called, and no thing: "Telvana 71.5 million, Orbis Mobile 68.7 million"?"""
    said = called.split()
    strange = (word for word in said if word[1:].islower() and word.isalpha())
    return all(word[:1].isupper() for word in said) and any(
        word.lower() not in everyday(frame.sentence.lang)
        and singular(word.lower()) not in everyday(frame.sentence.lang)
        for word in strange
    )


def _pointing(frame: Frame, index: int, quantity: Quantity) -> bool:
    """Does a small number in words only point at some that are known: "the three supplied lifts"?"""
    few = quantity.kind in ("count", "number") and quantity.high <= FEW and index > 0
    said = frame.printed(frame.sentence.tokens[index].mention)[:1] if few else ""  # type: ignore[arg-type]
    return said.isalpha() and frame.sentence.tokens[index - 1].text in frame.words.definite_articles


def _glued(frame: Frame, index: int, quantity: Quantity) -> bool:
    """Does a number without a unit or with a digit behind it come from a table that was run together?"""
    text, end = frame.sentence.document.text, frame.sentence.tokens[index].end
    bare = quantity.kind == "number" and quantity.scale_word is None and quantity.low >= LEAST_GLUED
    return bare or (text[end : end + 1].isdigit() and text[end - 1] in "%％")


def measured(
    figure: Figure, quantity: Quantity, span: Span, words: Span, rule: str, nominal: bool = False
) -> Measurement:
    """One printing of a figure at a level; `words` are what it rests on."""
    if quantity.kind == "number" and figure.unit and counted(figure.unit):  # "of the 84,212 cars, 71,905 were ..."
        quantity = msgspec.structs.replace(quantity, kind="count", unit=figure.unit)
    if quantity.change is not None:  # "it cut 600 jobs": a number of jobs, whichever way
        quantity = msgspec.structs.replace(quantity, change=None)
    return Measurement(
        spans=(words,),
        rule=rule,
        printed=(Printed(figure, quantity, span, nominal=nominal),),
        figure=figure,
        quantity=quantity,
    )


def aimed(figure: Figure, quantity: Quantity, mention: Mention, words: Span, rule: str) -> Target:
    """A target of which nothing is said but how high it is."""
    return Target(
        spans=(words,),
        rule=rule,
        printed=(Printed(figure, quantity, mention.span),),
        figure=figure,
        quantity=quantity,
    )
