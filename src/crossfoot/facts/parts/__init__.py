"""What a percentage or a fraction is a part of, read by the grammar of its clause: "58% of sales came from Asia".

Phrasings tell what they know; this reader adds what their words do not fit. What it tells is of words alone: no figure
of the text is the part or the whole, so that nothing is tied by it that phrasings and ties do not tie.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossfoot import days
from crossfoot.facts.frame import Frame
from crossfoot.facts.parts.clause import NEAR, Told
from crossfoot.facts.parts.listing import listed
from crossfoot.facts.parts.reader import Reader
from crossfoot.facts.sentence import Sentence
from crossfoot.facts.share import in_percent
from crossfoot.late import late
from crossfoot.lexicon.deeds import Syntax
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.parts import parts
from crossfoot.lexicon.phrasing import SLOTS
from crossfoot.model import Fact, Figure, Measurement, Mention, Period, Printed, Quantity, Share, Target, Timex

_TITLE = 3  # words for what somebody is, before his name
_AMOUNT = late(r" of (?:about |some |nearly |around |roughly )?(?:[A-Z]{1,3} ?)?[$€£¥]?\d.*")
_SINCE = late(
    r" (?:for|in|during|over) the (?:[\w-]+ ){0,3}(?:months|quarter|half|year|week|month)\b.*| at (?=[A-Z]).*"
)
_OWNER = late(r"^(?:[\w&.'-]+ ){0,5}?[\w&.-]+(?:'s|s'|’s) (?=\w)")


def state(frame: Frame, known: list[Fact]) -> Iterator[Share]:
    """The shares of a sentence that no phrasing has told."""
    rows = parts(frame.sentence.lang)
    if rows is None or frame.sentence.present.isdisjoint(SLOTS["ratio"]):
        return
    reader, tokens = Reader(frame, rows), frame.sentence.tokens
    told = {printed.span: fact for fact in known if isinstance(fact, Share) for printed in fact.printed}
    aims = {printed.span for fact in known if isinstance(fact, Target) for printed in fact.printed}
    last: Told | None = None
    places = [at for at, token in enumerate(tokens) if token.mention is not None and token.text in SLOTS["percent"]]
    laid = {found.at: found for found in listed(reader, places)}
    for at, token in enumerate(tokens):
        if token.mention is None or token.text not in SLOTS["ratio"] or not isinstance(token.mention.value, Quantity):
            continue
        value = in_percent(token.mention).value
        assert isinstance(value, Quantity)  # noqa: S101 - in_percent keeps a quantity one
        if (fact := told.get(token.mention.span)) is not None:
            again = reader.read(at, None) if fact.part_words or _nobodys(fact) else None
            if again is not None and again.part != fact.part_words:
                last = again._replace(size=float(value.low), whole=again.whole or fact.whole_words)
                yield _fact(frame, last, token.mention, known)
            elif fact.part_words:
                last = _known(reader, fact, at, last)
            continue
        if token.text == SLOTS["fraction"] and [t.text for t in tokens[at + 1 : at + 2]] == ["("]:
            continue  # "nearly half (47%)" says it once
        if value.high > 100 or value.change is not None or token.mention.span in aims:
            continue
        if at in laid:
            found: Told | None = laid[at]
        elif at not in frame.taken or at in frame.figures:
            found = reader.read(at, last)
        else:
            found = reader.since(at, last) if last is not None else None
            found = found or (None if reader.ruled(at) else reader.called(at))
        if found is None:
            continue
        size = last.size if last is not None and last.whole == found.whole else 0.0
        fact = _fact(frame, found, token.mention, known)
        last = found._replace(size=size + (0.0 if found.then else float(value.low)), like=fact.part)
        yield fact


def _nobodys(fact: Share) -> bool:
    return fact.part_words is None and fact.part.metric == "other:" and not fact.part.entity


def _known(reader: Reader, fact: Share, at: int, last: Told | None) -> Told:
    before, tokens, text = last.size if last is not None else 0.0, reader.tokens, reader.sentence.document.text
    near = range(at + 1, min(at + NEAR, len(tokens) - 1))
    said, leading = fact.part_words or "", reader.rows.leading
    links = (tokens[i].text for i in near if tokens[i].text in leading and text.startswith(said, tokens[i + 1].start))
    size = before + float(fact.quantity.low)
    return Told(said, fact.whole_words, fact.part.entity, at, next(links, ""), fact.part, size)


def _fact(frame: Frame, found: Told, mention: Mention, known: list[Fact]) -> Share:
    printed = next((p.figure for f in known for p in f.printed if p.span == mention.span), None)
    said = frame.figures.get(found.at) or printed
    plain = said if said is not None else frame.describe(found.at, None)
    period = _when(frame, found, plain.period)
    at = f"at {mention.span.start}"
    part = Figure(found.entity, f"other:{found.whole or ''}", (("words", found.part),), period, "", basis=at)
    whole = Figure(None, f"other:{found.whole or ''}", (), period, "", basis=at)
    ratio = in_percent(mention)
    quantity = ratio.value
    assert isinstance(quantity, Quantity)  # noqa: S101 - the caller has looked
    figure = said
    if figure is None:
        figure = frame.key(msgspec.structs.replace(part, metric=f"share of {found.whole or ''}", unit="percent"), ratio)
    elif found.at in frame.figures:
        frame.restated.add(found.at)
    return Share(
        spans=(mention.span,),
        rule="part",
        printed=(Printed(figure, quantity, mention.span),),
        part=part,
        ratio=figure,
        wholes=(whole,),
        quantity=quantity,
        part_words=found.part,
        whole_words=found.whole,
    )


def _when(frame: Frame, found: Told, period: Period | None) -> Period | None:
    """What is set beside a share is of another time: "a year earlier", else nobody says of which."""
    if not found.then or found.like.period is None or period != found.like.period:
        return period
    behind = frame.sentence.tokens[found.at + 1 : found.at + 2]
    when = behind[0].mention.value if behind and behind[0].mention is not None else None
    shift = when.shift if isinstance(when, Timex) else None
    return days.shifted(period, shift) if shift and period is not None else None


def trimmed(facts: list[Fact], sentence: Sentence) -> list[Fact]:
    """All of them, shares without what the name of a part or a whole only says in passing: "sales | of $2 billion"."""
    words, text = small(sentence.lang), sentence.document.text
    names = [text[m.span.start : m.span.end] for _, m in sentence.names if m.rule != "anaphor"]
    return [_bare(_trimmed(fact, words), names, words) if isinstance(fact, Share) else fact for fact in facts]


def _bare(fact: Share, names: Sequence[str], words: Syntax) -> Share:
    """A share whose part is somebody, without what he is: "Swiss watchmaker | Perrelet", "Chairman | Peng"."""
    part = fact.part_words or ""
    name = next((name for name in names if part.endswith(f" {name}")), None)
    before = part.removesuffix(name).split() if name is not None else []
    if not 0 < len(before) <= _TITLE or not words.prepositions.isdisjoint(before) or "and" in before:
        return fact
    return msgspec.structs.replace(fact, part_words=name)


def _trimmed(fact: Share, words: Syntax) -> Share:
    part, whole = fact.part_words, fact.whole_words
    if part:
        said = _AMOUNT.sub("", part).split()
        at = next(
            (
                i
                for i in range(len(said) - 2, 0, -1)
                if said[i] in ("a", "an", "the") and said[i - 1].lower() not in words.prepositions
            ),
            -1,
        )
        part = " ".join(said[at + 1 :]).removesuffix(" together")
    if whole:
        whole = _OWNER.sub("", _SINCE.sub("", _AMOUNT.sub("", whole))).split(" (")[0]
    if (part or None, whole or None) == (fact.part_words, fact.whole_words) or not (part or whole):
        return fact
    return msgspec.structs.replace(fact, part_words=part or fact.part_words, whole_words=whole or fact.whole_words)


def joined(facts: list[Fact], shares: list[Share]) -> list[Fact]:
    """All of them, without measurements of what is told as a share."""
    told = {printed.span for share in shares for printed in share.printed}
    kept = [f for f in facts if not (isinstance(f, Measurement | Share) and f.printed and f.printed[0].span in told)]
    return [*kept, *shares]
