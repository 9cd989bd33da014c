"""Roles that hold words: who and what stands in them, when, where, and how sure it is.

A party is given as the id of the entity that its words name, else as the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match, Sentence, Token
from crossfoot.lexicon.standing import standing
from crossfoot.model import Name, Period, Timex

_PARTING = {",", "and", "or", "、", "和", "及", "与", "以及", ";"}
_REACH = 12  # tokens before a phrasing in which its auxiliaries, or whom it is about, stand


def party(match: Match, role: str) -> str | None:
    """Who stands in a role: the entity named at its head ("carmaker Geely"), else its words ("foreign insurers")."""
    place = match.roles.get(role)
    if place is None:
        return None
    return _behind_aside(match.sentence, *place) or _who(match.sentence, *place)


def _behind_aside(sentence: Sentence, first: int, last: int) -> str | None:
    """ "Corvane, based in Wuxi, Jiangsu province, was founded": what only closes an aside is not who is spoken of."""
    tokens = sentence.tokens
    if not 0 < first < last < len(tokens) or tokens[first - 1].text != "," or tokens[last].text != ",":
        return None
    if _names(sentence, first, last):
        return None
    before = _names(sentence, max(first - _REACH, 0), first)
    return before[-1][1] if before else None


def parties(match: Match, role: str) -> list[str]:
    """Everybody in a list: each name in it, or, where none is named, each of its members in words."""
    place = match.roles.get(role)
    if place is None:
        return []
    heads = [_who(match.sentence, *part) for part in _parts(match.sentence, *place)]
    named = [
        who for who, part in zip(heads, _parts(match.sentence, *place), strict=True) if _names(match.sentence, *part)
    ]
    return [who for who in named or heads if who]


def phrase(match: Match, role: str) -> str | None:
    """The words of a role as written, without an article before them."""
    place = match.roles.get(role)
    return None if place is None else _words(match.sentence, *place)


def activity(match: Match) -> str | None:
    """What is done; "in pension companies" belongs to it, "in Shanghai" does not."""
    does, where = match.roles.get("activity"), match.roles.get("place")
    if does is not None and where is not None and not match.sentence.places_in(*where):
        return _words(match.sentence, does[0], where[1])
    return phrase(match, "activity")


def _who(sentence: Sentence, first: int, last: int) -> str | None:
    names = _names(sentence, first, last)
    if names:
        at, entity = names[-1]
        before = {token.text for token in sentence.tokens[first:at]}
        if at == last - 1 and not before & standing(sentence.lang).links:
            return entity
        at, entity = names[0]
        if at == first and sentence.tokens[at + 1].text in standing(sentence.lang).places:
            return entity  # "the centre in Wuxi"
    return _words(sentence, first, last)


def _names(sentence: Sentence, first: int, last: int) -> list[tuple[int, str]]:
    """The organisations and people named between two tokens, pronouns among them, each with its token."""
    found = {at: m.value.entity for at, m in sentence.names if first <= at < last and isinstance(m.value, Name)}
    for at in range(first, last):
        mention = sentence.tokens[at].mention
        if mention is not None and isinstance(mention.value, Name):
            found[at] = mention.value.entity
    return sorted(found.items())


def _words(sentence: Sentence, first: int, last: int) -> str | None:
    known = standing(sentence.lang)
    tokens = sentence.tokens[first:last]
    while tokens and tokens[0].text in known.articles:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in known.trailing:
        tokens = tokens[:-1]
    if not tokens or tokens[0].text in known.links:
        return None
    return " ".join(sentence.document.text[tokens[0].start : tokens[-1].end].split())


def _parts(sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for at in range(first, last + 1):
        if at == last or sentence.tokens[at].text in _PARTING:
            if at > start:
                yield start, at
            start = at + 1


def when(match: Match, role: str = "when") -> Period | None:
    mention = match.mention(role)
    return mention.value.period if mention is not None and isinstance(mention.value, Timex) else None


def place(match: Match) -> str | None:
    """Where: the places in the role, else its words; without a role the one that a preposition puts it in."""
    sentence = match.sentence
    if "place" in match.roles:
        named = [words for _, words in sentence.places_in(match.roles["place"][0], match.end)]
        return ", ".join(named) or phrase(match, "place")
    text, before = sentence.document.text, standing(sentence.lang).places
    for start, words in sentence.places_in(match.start, match.end):
        if text[max(0, start - _REACH) : start].rstrip().endswith(before):
            return words
    return None


def status(match: Match, frame: Frame, default: str | None = None) -> str | None:
    """What the phrasing itself says, else what the words of its clause make of it: planned, announced, past, ..."""
    given = match.row.gives.get("status")
    return given or standing(match.sentence.lang).status_of(_clause(match, frame)) or default


def denied(match: Match, frame: Frame) -> bool:
    """Does the clause say that it is not so?"""
    return bool(standing(match.sentence.lang).denials & {token.text for token in _tokens(match, frame)})


def _clause(match: Match, frame: Frame) -> str:
    return match.sentence.gap.join(token.text for token in _tokens(match, frame))


def _tokens(match: Match, frame: Frame) -> list[Token]:
    first = max(frame.reach(match.start), match.start - _REACH)
    return match.sentence.tokens[first : match.end]
