"""Who is what to whom, read by grammar: a title or a tie beside a name, and the body that it is of.

Phrasings tell what they know; this reader adds what their words do not fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from crossfoot.facts.frame import Frame, whose
from crossfoot.facts.sentence import syntax
from crossfoot.facts.sentence.syntax import Party
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.names import common
from crossfoot.lexicon.offices import Offices, offices
from crossfoot.lexicon.phrasing import CODE
from crossfoot.model import Fact, Relationship

_INITIAL = re.compile(r"[A-Z]\.?")
_ASIDE = 14  # tokens that commas or brackets set apart
_NAMES = 4  # words of a person's name


class Title(NamedTuple):
    first: int  # with the words before it that say nothing: "its new"
    start: int
    last: int
    words: str
    past: bool


class Held(NamedTuple):
    """Who has a title, and of what, where the words say it."""

    who: Party
    body: Party | None
    last: int


def state(frame: Frame, known: list[Fact]) -> Iterator[Fact]:
    """The offices and ties of a sentence that no phrasing has told."""
    rows = offices(frame.sentence.lang)
    if rows is None:
        return
    told = {(f.subject, f.relation) for f in known if isinstance(f, Relationship)}
    told |= {(f.object, f.relation) for f in known if isinstance(f, Relationship)}
    heads = rows.titles.heads | rows.ties.keys()
    if heads.isdisjoint(frame.sentence.present):
        return
    for at, token in enumerate(frame.sentence.tokens):
        if token.mention is not None:
            continue
        found = list[Relationship]()
        if token.text in heads and (title := _title(frame, rows, at)) is not None:
            found = list(_by_title(frame, rows, title))
        for fact in found:
            if (fact.subject, fact.relation) not in told and fact.subject != fact.object:
                told.add((fact.subject, fact.relation))
                yield fact


def _title(frame: Frame, rows: Offices, at: int) -> Title | None:
    """The title that ends at a token, with what stands before it."""
    tokens, titles, opening = frame.sentence.tokens, rows.titles, frame.sentence.opening
    start = at
    while start > opening and tokens[start - 1].mention is None and tokens[start - 1].text in (*titles.modifiers, "-"):
        start -= 1
    words = " ".join(token.text for token in tokens[start : at + 1]).replace(" - ", "-")
    if at + 1 < len(tokens) and words in titles.incomplete and words not in rows.ties:
        return None
    if f"{words} {tokens[min(at + 1, len(tokens) - 1)].text}" in rows.called:
        return None  # "chief executive" of "chief executive officer"
    first, past = start, False
    while first > opening and (tokens[first - 1].mention is None or tokens[first - 1].text == CODE["ordinal"]):
        if tokens[first - 1].text in titles.past:
            past = True
        elif tokens[first - 1].text not in titles.skipped | {"-", CODE["ordinal"]}:
            break
        first -= 1
    return Title(first, start, at + 1, words, past)


def _by_title(frame: Frame, rows: Offices, title: Title) -> Iterator[Relationship]:
    tie = rows.ties.get(title.words)
    titled = title.words.split()[-1] in rows.titles.heads
    for held in _holders(frame, rows, title):
        person = _person(held.who)
        if person and titled:
            relation = rows.relation(title.words)
        elif tie is not None and not person and _firm(held.who):
            relation = tie
        else:
            continue
        body = held.body or _body(frame, rows, title, held.who)
        if body is None or body == held.who.who:
            continue
        yield _fact(frame, rows, title, held, relation, body)


def _fact(frame: Frame, rows: Offices, title: Title, held: Held, relation: str, body: Party | str) -> Relationship:
    first, last = min(title.first, held.who.first), max(title.last, held.last)
    coming = {token.text for token in frame.sentence.tokens[first:last]} & rows.turning
    status = "past" if title.past else "planned" if coming else None
    return Relationship(
        spans=(frame.sentence.span_of(first, last),),
        rule="office",
        subject=held.who.who,
        relation=relation,
        object=body.who if isinstance(body, Party) else body,
        status=status,
    )


def _holders(frame: Frame, rows: Offices, title: Title) -> Iterator[Held]:
    """Whoever has a title: behind it, before it, or joined to it by a verb of being."""
    tokens = frame.sentence.tokens
    body, after = _of(frame, rows, _joined(frame, rows, title.last))
    if after < len(tokens) and (near := _name(frame, after)) is not None and (after == title.last or body is None):
        body, last = (body, near.last) if body is not None else _of(frame, rows, near.last)
        yield Held(near, body, last)  # "chairman Jane Brook", "Governor Jane Brook of the Bank of Leeds"
        return
    near = _name(frame, after + 1) if after < len(tokens) - 1 and tokens[after].text == "," else None
    if near is not None and (near.last >= len(tokens) or tokens[near.last].text in rows.closing):
        yield Held(near, body, near.last)  # "its chairman, Jane Brook,"
        return
    colon = after + 1 if after < len(tokens) and tokens[after].text in rows.chosen else after
    if colon < len(tokens) - 1 and tokens[colon].text == ":":
        yield from _listed(frame, colon + 1, body)
        return
    if (near := _is(frame, rows, title, after)) is not None:
        yield Held(near, body, max(after, near.last))
        return
    at = title.first
    near = None
    if at > frame.sentence.opening + 1 and tokens[at - 1].text == ",":
        near = _ends(frame, _past_bracket(frame, at - 1)) or (_pointed(frame, at - 1) if body is not None else None)
    if near is not None and (after >= len(tokens) or tokens[after].text in rows.closing):
        yield Held(near, body, after)  # "Jane Brook, chairman of Holm, said"


def _joined(frame: Frame, rows: Offices, at: int) -> int:
    """Where the second of two titles ends: "chairman | and chief executive of Holm"."""
    tokens, titles = frame.sentence.tokens, rows.titles
    last = at + 1
    if at >= len(tokens) or tokens[at].text != "and":
        return at
    while last < len(tokens) and tokens[last].mention is None and tokens[last].text in titles.heads | titles.modifiers:
        last += 1
    return last if last > at + 1 and tokens[last - 1].text in titles.heads else at


def _listed(frame: Frame, at: int, body: Party | None) -> Iterator[Held]:
    """ "New directors: Lea Frei, Paul Anders and Wu Jian", "Auditor: Holm & Co"."""
    tokens = frame.sentence.tokens
    while at < len(tokens) and (near := _name(frame, at)) is not None:
        yield Held(near, body, near.last)
        at = near.last
        if at >= len(tokens) or tokens[at].text not in (",", "and"):
            return
        while at < len(tokens) and tokens[at].text in (",", "and"):
            at += 1


def _is(frame: Frame, rows: Offices, title: Title, after: int) -> Party | None:
    """Who is said to be it: "Jane Brook is chairman", "its first director will be Jane Brook"."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    at, seen = title.first, False
    while at > frame.sentence.opening and tokens[at - 1].mention is None:
        text = tokens[at - 1].text
        if text in rows.is_["now"] | rows.is_["past"] | rows.is_["coming"]:
            seen = True
        elif text not in words.adverbs | rows.titles.past | {"as", "been"}:
            break
        at -= 1
    if seen and at and tokens[at - 1].text in words.relatives:
        at -= 2 if at > 1 and tokens[at - 2].text == "," else 1  # "Jane Brook, who has been governor"
        return syntax.resolved(frame, syntax.nearest(frame, at), at)
    if seen and tokens[title.first - 1].text != "," and (who := syntax.resolved(frame, syntax.before(frame, at), at)):
        return who
    if seen and tokens[title.first - 1].text != "," and at and tokens[at - 1].text == ",":
        opened = next((i for i in range(at - 2, max(at - _ASIDE, 0), -1) if tokens[i].text == ","), at)
        if (near := _ends(frame, opened)) is not None:
            return near  # "Fjordcom, a newcomer to the market, is a unit of Skagen Tele"
    if title.first and tokens[title.first - 1].text == "as" and title.words not in rows.ties:
        return syntax.leading(frame, title.first - 1)
    behind = after
    while behind < len(tokens) and tokens[behind].text in ("will", "be", "is"):
        behind += 1
    return _name(frame, behind) if behind > after else None


def _name(frame: Frame, at: int) -> Party | None:
    """The proper name that begins at a token."""
    sentence, tokens, words = frame.sentence, frame.sentence.tokens, small(frame.sentence.lang)
    while at < len(tokens) - 1 and (tokens[at].text in words.titles or tokens[at].text in ("the", ".")):
        at += 1
    if at >= len(tokens) or not syntax.capital(sentence, at):
        return None
    if (known := syntax.name_at(sentence, at)) is not None:
        kind = known.kind if known.kind in ("organisation", "person") else "proper"
        mention = tokens[at].mention
        return None if mention is not None and mention.rule == "anaphor" else Party(known.entity, at, at + 1, kind)
    last = at
    while last < min(len(tokens), at + _NAMES + 2) and (syntax.capital(sentence, last) or _joint(frame, last, at)):
        if last > at and syntax.name_at(sentence, last) is not None:
            name = syntax.name_at(sentence, last)
            if name is not None and name.kind == "person":
                last += 1  # "P. N. | Rao"
            break
        last += 1
    while last > at and not syntax.capital(sentence, last - 1):
        last -= 1
    return Party(syntax.words_of(sentence, at, last), at, last, "proper") if last > at else None


def _joint(frame: Frame, at: int, first: int) -> bool:
    tokens = frame.sentence.tokens
    if not first < at < len(tokens) - 1 or not syntax.capital(frame.sentence, at + 1):
        return False
    initial = tokens[at].text == "." and tokens[at].start - tokens[at - 1].start <= 2
    return initial or tokens[at].text in frame.words.particles | {"-"}


def _ends(frame: Frame, last: int) -> Party | None:
    """The proper name that ends before a token."""
    party = syntax.nearest(frame, last)
    return party if party is not None and party.named and party.kind != "back" and party.last == last else None


def _past_bracket(frame: Frame, at: int) -> int:
    """The bracket that ends right before a token, if any: "Holm Finance plc | (the "Issuer"), a unit of Holm"."""
    tokens = frame.sentence.tokens
    if tokens[at - 1].text != ")":
        return at
    return next((i for i in range(at - 2, max(at - _ASIDE, 0), -1) if tokens[i].text == "("), at)


def _pointed(frame: Frame, last: int) -> Party | None:
    """ "The utility, | a unit of Holm"."""
    who = syntax.resolved(frame, syntax.before(frame, last), last)
    return who if who is not None and who.kind == "back" else None


def _person(who: Party) -> bool:
    if who.kind == "person":
        return True
    words = who.who.split()
    plain = all(word.replace("-", "").replace("'", "").replace(".", "").isalpha() for word in words)
    return who.kind == "proper" and 2 <= len(words) <= _NAMES and plain


def _firm(who: Party) -> bool:
    """Is somebody a firm, and no word with a capital: "Parent Company"?"""
    return who.kind in ("organisation", "back") or (
        who.kind == "proper" and common().isdisjoint(who.who.lower().split())
    )


def _of(frame: Frame, rows: Offices, at: int) -> tuple[Party | None, int]:
    """The body behind a title, and where it ends: "of the pipe unit of Holm"."""
    tokens = frame.sentence.tokens
    if at >= len(tokens) - 1 or tokens[at].mention is not None or tokens[at].text not in rows.within:
        return None, at
    first = at + 2 if tokens[at + 1].text == "the" and at + 2 < len(tokens) else at + 1
    seat = tokens[first].mention is None and tokens[first].text.endswith("'s") and syntax.capital(frame.sentence, first)
    if seat and first + 1 < len(tokens) and (whose_ := _name(frame, first + 1)) is not None:
        return whose_, whose_.last  # "a unit of Denmark's Skagen Tele"
    if (name := syntax.name_at(frame.sentence, first)) is not None:
        back = tokens[first].mention is not None and name.kind != "person"
        return (Party(name.entity, first, first + 1, "organisation"), first + 1) if back else (None, at)
    body = syntax.resolved(frame, syntax.behind(frame, at + 1), at + 1)
    if body is None or syntax.is_time(tokens[at + 1]):
        return None, at
    return body, max(body.last, at + 1)


def _body(frame: Frame, rows: Offices, title: Title, who: Party) -> Party | str | None:
    """Whose title it is: who owns it, the name right before it, else whom the text is about."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    at = title.first
    if at > frame.sentence.opening and tokens[at - 1].text == "'s":
        if (owner := syntax.name_at(frame.sentence, at - 2)) is not None:
            return owner.entity
        return syntax.resolved(frame, syntax.before(frame, at - 1), at)
    if at > frame.sentence.opening and tokens[at - 1].mention is None and tokens[at - 1].text.endswith("'s"):
        owner_said = syntax.words_of(frame.sentence, at - 1, at)
        return owner_said[:-2] if owner_said[0].isupper() else whose.spoken_of(frame, at)
    if at > frame.sentence.opening and (name := syntax.name_at(frame.sentence, at - 1)) is not None:
        return name.entity if name.kind == "organisation" else None  # "Holm chairman Jane Brook"
    if at > frame.sentence.opening and (kin := _kin(frame, tokens[at - 1].text)) is not None:
        return kin  # "council leader Jane Brook"
    said = {token.text for token in tokens[title.first : title.start]}
    owned = bool(said & {"its", "their"})
    tied = title.words in rows.ties and not _person(who)
    if tied and title.words not in rows.titles.loose and not owned and ":" not in frame.sentence.present:
        return None  # "insurer Holm" says what Holm is
    if not tied and title.words.split()[-1] in rows.titles.bound and not owned and not _sole(frame, title):
        return None
    topic = whose.spoken_of(frame, at)
    if topic is None or topic == who.who:
        topic = whose.other(frame, at, who.who)
    return topic if topic not in words.pronouns else None


def _kin(frame: Frame, word: str) -> str | None:
    """The body named in the text whose name ends in a word: "the council"."""
    heard = islice(frame.carried.heard, syntax.MOST) if word.isalpha() else ()
    return next((who for who in heard if who.split("-")[-1] == word), None)


def _sole(frame: Frame, title: Title) -> bool:
    """Does a line say no more than who it is: "Directors elected: Lea Frei", "Its first director will be Lea Frei"?"""
    return ":" in frame.sentence.present or "deputy" in title.words.split()
