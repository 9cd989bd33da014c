"""When and by whom a body was founded, where it sits and where it is listed, read by grammar.

Phrasings tell what they know; this reader adds what their words do not fit: "The group, founded in Leeds in 1923", "the
Zurich-based reinsurer".
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import casting, syntax
from crossfoot.facts.sentence.syntax import Group, Party
from crossfoot.lexicon.origins import Origins, origins
from crossfoot.lexicon.phrasing import gap
from crossfoot.model import Attribute, Fact, Relationship, Timex

_REACH = 12  # tokens behind a verb


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The origins of a sentence that no phrasing has told."""
    rows, tokens = origins(frame.sentence.lang), frame.sentence.tokens
    if rows is None:
        return
    coded, behind = frame.sentence.coded, gap(frame.sentence.lang)
    if rows.begins.isdisjoint(frame.sentence.present) and not any(end + behind in coded for end in rows.ending):
        return
    told = {(f.attribute, part) for f in known if isinstance(f, Attribute) for part in (f.value, f.value.split(",")[0])}
    founders = {f.subject for f in known if isinstance(f, Relationship) and f.relation == "founder_of"}
    for at, token in enumerate(tokens):
        if token.mention is not None:
            continue
        behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
        words = f"{token.text} {behind}" if f"{token.text} {behind}" in rows.founded else token.text
        found = list[Fact]()
        if words in rows.founded:
            found = [*_founded(frame, rows, at, len(words.split()), founders)]
            found = found or [*_founding(frame, at, len(words.split()), founders)]
        elif token.text in rows.seated and behind in rows.seats:
            found = [*_placed(frame, rows, at, "located_in")]
        elif token.text in rows.listed and behind in rows.markets:
            found = [*_placed(frame, rows, at, "listed_on")]
        elif token.text.endswith(rows.ending):
            found = [*_seated(frame, at)]
        for fact in found:
            if isinstance(fact, Attribute):
                if (fact.attribute, fact.value) in told:
                    continue
                told.add((fact.attribute, fact.value))
            yield fact


def _subject(frame: Frame, rows: Origins, at: int, length: int) -> Party | None:
    """Who was founded, or sits somewhere: before a participle, or behind the phrase that it opens."""
    sentence, tokens = frame.sentence, frame.sentence.tokens
    first = at
    while first > sentence.opening and tokens[first - 1].text in rows.first:
        first -= 1
    if first == sentence.opening:
        comma = next((i for i in range(at, min(at + 2 * _REACH, len(tokens) - 1)) if tokens[i].text == ","), None)
        who = syntax.behind(frame, comma + 1) if comma is not None else None
        return syntax.resolved(frame, who, comma or at)
    found = syntax.group(frame, at, "participle", length)
    if found is None or found.shape == "active":
        return None
    if found.shape == "reduced" and tokens[first - 1].text != ",":
        return None
    who = syntax.subject(frame, Group(found.first, at, found.last, "reduced", found.said))
    if who is None or (who.kind == "words" and tokens[found.first - 1].text == ","):
        return who if who is not None and who.kind != "words" else None
    return who


def _founded(frame: Frame, rows: Origins, at: int, length: int, founders: set[str]) -> Iterator[Fact]:
    who, tokens = _subject(frame, rows, at, length), frame.sentence.tokens
    if who is None or who.kind in ("words", "person"):
        return
    end = min(at + length + _REACH, len(tokens))
    stop = next((i for i in range(at + length, end) if tokens[i].text in rows.stops), end)
    when = next((tokens[i].mention for i in range(at + length, stop) if syntax.is_time(tokens[i])), None)
    span = frame.sentence.span_of(at, stop)
    if when is not None and isinstance(when.value, Timex) and when.value.period is not None:
        label = when.value.period.label
        yield Attribute(spans=(span,), rule="origin", entity=who.who, attribute="founded", value=label)
    by = next((i for i in range(at + length, stop) if tokens[i].text == "by"), None)
    if by is None:
        return
    for founder in _listed(frame, rows, by + 1):
        if founder.who not in founders and founder.who != who.who:
            yield Relationship(
                spans=(frame.sentence.span_of(at, max(founder.last, at + 1)),),
                rule="origin",
                subject=founder.who,
                relation="founder_of",
                object=who.who,
            )


def _founding(frame: Frame, at: int, length: int, founders: set[str]) -> Iterator[Fact]:
    """Who founded what, and when: "Jane Brook, who founded the miner in 2009"."""
    tokens, sentence = frame.sentence.tokens, frame.sentence
    found = syntax.group(frame, at, "past", length)
    if found is None or found.shape != "active":
        return
    who = syntax.subject(frame, found)
    body = syntax.resolved(frame, syntax.behind(frame, at + length), at + length)
    if who is None or body is None or who.kind in ("words", "back") or who.who == body.who:
        return
    if body.kind not in ("organisation", "back", "proper"):
        return
    span = sentence.span_of(at, max(body.last, at + length))
    if who.who not in founders:
        yield Relationship(spans=(span,), rule="origin", subject=who.who, relation="founder_of", object=body.who)
    last = max(body.last, at + length)
    when = next((i for i in range(last, min(last + 3, len(tokens))) if syntax.is_time(tokens[i])), None)
    mention = tokens[when].mention if when is not None else None
    if when is not None and mention is not None and isinstance(mention.value, Timex) and mention.value.period:
        span, label = sentence.span_of(at, when + 1), mention.value.period.label
        yield Attribute(spans=(span,), rule="origin", entity=body.who, attribute="founded", value=label)


def _listed(frame: Frame, rows: Origins, at: int) -> Iterator[Party]:
    """The names of a list: "by physicists Anna Kerr and Tom Osei"."""
    tokens = frame.sentence.tokens
    while at < len(tokens):
        while at < len(tokens) and tokens[at].text in rows.kin:
            at += 1
        if at >= len(tokens) or not syntax.capital(frame.sentence, at):
            return
        last = at + 1
        while (
            last < len(tokens) and syntax.capital(frame.sentence, last) and syntax.name_at(frame.sentence, at) is None
        ):
            last += 1
        name = syntax.name_at(frame.sentence, at)
        who = name.entity if name is not None else syntax.words_of(frame.sentence, at, last)
        yield Party(who, at, last, "proper")
        if last >= len(tokens) or tokens[last].text not in ("and", ","):
            return
        at = last + 1


def _placed(frame: Frame, rows: Origins, at: int, which: str) -> Iterator[Fact]:
    """ "The issuer, headquartered in Tulsa,": where somebody sits or is listed."""
    who, tokens = _subject(frame, rows, at, 1), frame.sentence.tokens
    first = at + 2
    while first < len(tokens) - 1 and tokens[first].text == "the":
        first += 1
    value = _place(frame, first)
    if who is None or value is None or who.kind == "person" or (who.kind == "words" and which == "located_in"):
        return
    span = frame.sentence.span_of(min(who.first, at), first + 1)
    yield Attribute(spans=(span,), rule="origin", entity=who.who, attribute=which, value=value)


def _place(frame: Frame, at: int) -> str | None:
    """The place or market that is named at a token."""
    sentence, tokens = frame.sentence, frame.sentence.tokens
    if at >= len(tokens) or not syntax.capital(sentence, at):
        return None
    last = at
    while last < min(at + _REACH, len(tokens)) and syntax.capital(sentence, last):
        last += 1
    return syntax.words_of(sentence, at, last)


def _seated(frame: Frame, at: int) -> Iterator[Fact]:
    """ "the Zurich-based reinsurer", "Oslo-based Holm"."""
    sentence, tokens = frame.sentence, frame.sentence.tokens
    first = at
    while first > sentence.opening and syntax.capital(sentence, first - 1):
        first -= 1
    seat = syntax.words_of(sentence, first, at + 1)
    who = casting.party_at(frame, at + 1) or syntax.behind(frame, at + 1)
    if not seat[0].isupper() or who is None:
        return
    named = who.who
    if who.kind == "words":
        if first == sentence.opening or tokens[first - 1].text != "the":
            return
        topic = syntax.main(frame) or whose.spoken_of(frame, first)
        if topic is None:
            return
        named = topic
    elif who.kind == "person":
        return
    value = seat.rsplit("-", 1)[0]
    span = sentence.span_of(first, max(who.last, at + 1))
    yield Attribute(spans=(span,), rule="origin", entity=named, attribute="located_in", value=value)
