"""Percentages of a sentence that nothing has told come in; out goes what they most likely are: a move or a share.

Beside a word of moving or comparing it is a move ("royalty income, +60%", "Milk cost 6.2% less"), else a part of
something ("Germany (31%) and France (18%)", "two-thirds of them children"). What is told so is of words alone: it is
told last of all, of figures of its own, and ties nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.facts.frame import Frame, ahead, governed
from crossfoot.facts.parts.clause import Clause, Whole
from crossfoot.facts.sentence import nouns, syntax
from crossfoot.facts.share import in_percent
from crossfoot.lexicon.leftover import Leftover, leftover
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.parts import parts
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.model import (
    Change,
    Cue,
    Fact,
    Figure,
    Issue,
    Measurement,
    Mention,
    Policy,
    Printed,
    Quantity,
    Relationship,
    Share,
    Tie,
    Tranche,
)

_NEAR = 6  # tokens before a percentage in which a word says that it is a move
_CLAUSE = 14  # tokens around it in which words say that it is neither
_WORDED = (Policy, Relationship, Issue, Tranche)
_FULL = 100
_ASIDE = 4  # characters between a question and its answer


def state(frame: Frame, facts: list[Fact]) -> Iterator[Fact]:
    """Moves and shares of which only words tell."""
    rows, shares = leftover(frame.sentence.lang), parts(frame.sentence.lang)
    if rows is None or shares is None or frame.sentence.present.isdisjoint(SLOTS["ratio"]):
        return
    told = {printed.span.start for fact in facts if _shown(fact) for printed in fact.printed}
    over = [span for fact in facts if isinstance(fact, _WORDED) for span in fact.spans]
    clause: Clause | None = None
    for at, token in enumerate(frame.sentence.tokens):
        mention = token.mention
        if mention is None or token.text not in SLOTS["ratio"] or mention.span.start in told:
            continue
        if any(span.start <= token.start < span.end for span in over) or not isinstance(mention.value, Quantity):
            continue
        ratio = in_percent(mention)
        clause = clause or Clause(frame, shares)
        if isinstance(ratio.value, Quantity) and (
            fact := _again(frame, rows, at, ratio, ratio.value, facts)
            or _move(frame, rows, at, ratio, ratio.value)
            or _part(frame, rows, clause, at, ratio, ratio.value)
        ):
            yield fact


def kept(left: Sequence[Fact], ties: Sequence[Fact]) -> Iterator[Fact]:
    """Of what was told so, what no claim that fails is over: the one would be a printing of the other's figure."""
    wrong = (fact for fact in ties if isinstance(fact, Change) or (isinstance(fact, Tie) and fact.chance == 1))
    off = {printed.span for fact in wrong for printed in fact.printed}
    yield from (fact for fact in left if off.isdisjoint(printed.span for printed in fact.printed))


def _shown(fact: Fact) -> bool:
    """Does a fact tell what a figure is? A level that nobody can name does not."""
    if isinstance(fact, Measurement):
        return not fact.told and not (fact.figure.metric.startswith("other:") and not fact.quantity.of)
    return True


def _again(frame: Frame, rows: Leftover, at: int, ratio: Mention, size: Quantity, facts: Sequence[Fact]) -> Fact | None:
    """A share that one told before it in its sentence is set beside: "23% of net sales, compared to | 19% in 2018"."""
    tokens, start = frame.sentence.tokens, frame.sentence.span.start
    told = [f for f in facts if isinstance(f, Share) and start <= f.printed[0].span.start < ratio.span.start]
    if not told or size.change is not None or not 0 < size.high <= _FULL:
        return None
    last = max(told, key=lambda fact: fact.printed[0].span.start)
    who = None
    if tokens[at - 1].text == "'s" and tokens[at - 2].text != "year":  # "16% of the market, behind | Holm's 22%"
        who = syntax.name_at(frame.sentence, at - 2)
        if who is None:
            return None
    elif tokens[at - 1].text not in rows.beside or (
        tokens[at - 1].text == "to" and tokens[at - 2].text not in rows.set
    ):
        return None
    plain, marked = frame.describe(at, None), f"at {ratio.span.start}"
    part = msgspec.structs.replace(last.part, period=plain.period, basis=marked)
    words = last.part_words
    if who is not None:
        part, words = msgspec.structs.replace(part, entity=who.entity, segment=(("words", who.entity),)), who.entity
    wholes = tuple(msgspec.structs.replace(whole, period=plain.period, basis=marked) for whole in last.wholes)
    return _share(part, wholes, (words, last.whole_words), ratio, size)


def _share(
    part: Figure, wholes: tuple[Figure, ...], words: tuple[str | None, str | None], ratio: Mention, size: Quantity
) -> Share:
    """The share that a percentage tells of a part, with the words for the part and for its whole."""
    told = msgspec.structs.replace(part, unit="percent")
    return Share(
        spans=(ratio.span,),
        rule="leftover",
        printed=(Printed(told, size, ratio.span),),
        part=part,
        ratio=told,
        wholes=wholes,
        quantity=size,
        part_words=words[0],
        whole_words=words[1],
    )


def _move(frame: Frame, rows: Leftover, at: int, ratio: Mention, size: Quantity) -> Fact | None:
    """ "+60%", "6.2% less", "the increase was 6.8%"."""
    up = _way(frame, rows, at, ratio, size)
    if up is None or size.kind not in ("percent", "fraction"):
        return None
    start = f"at {ratio.span.start}"
    figure = frame.describe(at, None)
    if (row := metric(figure.metric)) is not None and "percent" in row.kinds and "money" not in row.kinds:
        return None  # it is a rate itself
    called = governed.subject(frame, at, msgspec.structs.replace(size, kind="number"))
    called = called if figure.metric.startswith("other:") else None
    if size.high <= 0:
        size = msgspec.structs.replace(size, low=-size.high, high=-size.low)
    quantity = msgspec.structs.replace(size, kind="percent", unit="percent", change="up" if up else "down", of=called)
    figure = msgspec.structs.replace(figure, unit="", basis=start, status="actual")
    rate = msgspec.structs.replace(figure, metric=f"move of {figure.metric}", unit="percent")
    return Change(
        spans=(ratio.span,),
        rule="leftover",
        printed=(Printed(rate, quantity, ratio.span),),
        figure=figure,
        rate=rate,
        bases=(msgspec.structs.replace(figure, basis=f"before {start}"),),
        quantity=quantity,
        by="percent",
        bare=True,
        due=size.low != size.high or ahead.moving(frame, at),
    )


def _way(frame: Frame, rows: Leftover, at: int, ratio: Mention, size: Quantity) -> bool | None:
    """Which way it went, if at all: a sign, a word behind the percentage, else one before it."""
    tokens = frame.sentence.tokens
    if size.change is not None:
        return size.change == "up"
    said = frame.printed(ratio)[:1]
    if said in "+-−–":
        return said == "+"
    if at + 1 < len(tokens) and (tokens[at + 1].text in rows.up | rows.down or _turns(frame, rows, at + 1)):
        return _word(frame, rows, at + 1)
    if size.kind == "fraction":
        return None
    for i in range(at - 1, max(at - _NEAR, frame.sentence.opening - 1), -1):
        if _said(frame, i) in rows.behind or _forms(frame, i):
            return None
        if (way := _word(frame, rows, i)) is not None:
            return way
        if tokens[i].mention is not None or tokens[i].text not in rows.between:
            return None
    return None


def _forms(frame: Frame, at: int) -> bool:
    """Is a word for a way the particle of a verb: "made | up", "will eat | up"?"""
    known = parts(frame.sentence.lang)
    rests = known.forming.get(_said(frame, at - 1), ("", frozenset()))[1] if known is not None else frozenset()
    return (_said(frame, at),) in rests


def _said(frame: Frame, at: int) -> str:
    token = frame.sentence.tokens[at]
    return frame.sentence.document.text[token.start : token.end].lower()


def _turns(frame: Frame, rows: Leftover, at: int) -> bool:
    """Does a noun for a move stand behind a percentage: "a 2.1% | gain"?"""
    before = frame.sentence.tokens[at - 2].text if at > 1 else ""
    return before in rows.between and _word(frame, rows, at) is not None


def _among(frame: Frame, rows: Leftover, at: int) -> bool:
    """Are parts of something spoken of, in brackets or with a name: "Mainly Germany (31%) and France (18%)"?"""
    tokens = frame.sentence.tokens
    set_apart = tokens[at - 1].text in ("(", "with", "at", ",") or (
        tokens[at + 1 : at + 2] and tokens[at + 1].text == "of"
    )
    before = frame.sentence.document.text[max(frame.sentence.span.start - _ASIDE, 0) : frame.sentence.span.start]
    asked = before.rstrip().endswith("?")  # "Who leads the market? Holm, far ahead with 49 pct"
    return bool(set_apart) and (asked or frame.carried.parted or not frame.sentence.present.isdisjoint(rows.parted))


def _word(frame: Frame, rows: Leftover, at: int) -> bool | None:
    token = frame.sentence.tokens[at]
    value = token.mention.value if token.mention is not None else None
    if isinstance(value, Cue) and value.sense in ("up", "down"):
        return value.sense == "up"
    if token.mention is not None:
        return None
    return True if token.text in rows.up else False if token.text in rows.down else None


def _part(frame: Frame, rows: Leftover, clause: Clause, at: int, ratio: Mention, size: Quantity) -> Fact | None:
    """ "Germany (31%)", "far ahead with 49 pct", "two-thirds of them children"."""
    tokens, low = frame.sentence.tokens, max(at - _CLAUSE, frame.sentence.opening)
    near = frame.texts(low, min(at + _NEAR, len(tokens)))
    whole = clause.whole(at)
    if not 0 < size.high <= _FULL or size.change is not None or not near.isdisjoint(clause.rows.ruling):
        return None
    if not near.isdisjoint(rows.apart) and (whole is None or not clause.sold(whole)):
        return None
    if whole is not None and clause.refused(whole):
        return None
    last = at
    while last > low and tokens[last - 1].text in clause.rows.hedges | {"(", ",", "with", "at", "by", "on"}:
        last -= 1
    if whole is None and not _among(frame, rows, at):
        return None
    phrase = clause.opener(last) if tokens[at - 1].text != "(" else nouns.before(frame, at - 1, clause.ends)
    phrase = clause.known(phrase)
    if phrase is None:
        return None
    said = phrase.words.split()
    if len(said) > 1 and said[0].lower().endswith("ly") and phrase.who is None:
        said = said[1:]  # "Mainly | Germany"
    done = next((i for i, w in enumerate(said) if i and w.endswith("ed") and w not in frame.words.nouns_in_ed), None)
    phrase = phrase._replace(words=" ".join(said[:done]))
    found = clause.told(at, phrase, whole or Whole(None, None, at, at + 1), "")
    if found is None:
        return None
    plain, start = frame.describe(at, None), f"at {ratio.span.start}"
    part = Figure(found.entity, "other:", (("words", found.part),), plain.period, "", basis=start)
    of = Figure(None, "other:", (), plain.period, "", basis=start)
    return _share(part, (of,), (found.part, found.whole or ""), ratio, size)
