"""Noun phrases by their words: a place in a sentence comes in, the tokens of the phrase beside it go out.

`syntax` says who stands in a phrase; here it is the phrase itself that is told, with what is said of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crossfoot.facts.frame import whose
from crossfoot.facts.sentence import syntax
from crossfoot.lexicon import union
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.phrasing import CODE
from crossfoot.model import Cue, Name

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

LONGEST = 12  # tokens of a phrase
_JOINED = frozenset({"of"})
_FRONTED = 14  # tokens of what stands before the subject of a clause


class Phrase(NamedTuple):
    """A noun phrase without its determiners; who it is where it is a name or points back."""

    words: str
    first: int
    last: int
    who: str | None = None


def _ends(frame: Frame, at: int, verbs: frozenset[str]) -> bool:
    """Does no phrase go over a token: a mark, a verb, a figure, a time, a conjunction?"""
    token, words = frame.sentence.tokens[at], small(frame.sentence.lang)
    if token.mention is not None:
        return isinstance(token.mention.value, Cue) or syntax.is_time(token) or syntax.is_size(token)
    if token.text == "-" or token.text in ("'s", "'", "&", "/"):
        return False
    if token.text == "and":
        return syntax.barred(frame.sentence, at)
    return not token.text[0].isalnum() or token.text in union(words.bars, words.relatives) or token.text in verbs


def behind(frame: Frame, first: int, verbs: frozenset[str], timed: bool = False) -> Phrase | None:
    """The phrase that begins at a token: "its Leeds mill", "farm exports of Norland"."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    while first < len(tokens) and (
        tokens[first].text in words.determiners
        or (timed and (syntax.is_time(tokens[first]) or tokens[first].text == "'s"))
    ):
        first += 1
    last = first
    while (
        last < len(tokens)
        and last - first < LONGEST
        and not (_ends(frame, last, verbs) and not _day(frame, last, timed))
    ):
        text = tokens[last].text
        if tokens[last].mention is None and (
            (text in words.prepositions and not (text in _JOINED and last > first))
            or (last > first and text in words.determiners and tokens[last - 1].text not in _JOINED)
            or (last > first and (text.endswith("ly") or text in words.adverbs))
        ):
            break
        last += 1
    at_article = last < len(tokens) and tokens[last].text in words.determiners and tokens[last].text not in words.bars
    if at_article and last - 1 > first:
        last -= 1  # "bricks remained | the": what stands before an article is a verb
    return phrase(frame, first, last)


def _day(frame: Frame, at: int, timed: bool) -> bool:
    """A time inside a phrase: "the group's | third-quarter | sales"."""
    tokens = frame.sentence.tokens
    return timed and syntax.is_time(tokens[at]) and at + 1 < len(tokens) and tokens[at + 1].text[0].isalpha()


def before(frame: Frame, last: int, verbs: frozenset[str]) -> Phrase | None:
    """The phrase that ends before a token, with what its prepositions add: "customers in Germany |"."""
    sentence, tokens, words = frame.sentence, frame.sentence.tokens, small(frame.sentence.lang)
    while last > sentence.opening and syntax.is_time(tokens[last - 1]):
        last -= 1
        if tokens[last - 1].text in words.dating:
            last -= 1
    while (
        last > sentence.opening
        and tokens[last - 1].mention is None
        and (tokens[last - 1].text in words.adverbs or tokens[last - 1].text.endswith("ly"))
    ):
        last -= 1
    first = last
    while (
        first > sentence.opening
        and last - first < LONGEST
        and (not _ends(frame, first - 1, verbs) or tokens[first - 1].text == CODE["count"])
    ):
        first -= 1
    if first > sentence.opening and last - first == LONGEST:
        return None
    starts = [
        i
        for i in range(first + 1, last)
        if tokens[i].text in words.determiners and tokens[i - 1].text not in words.prepositions
    ]
    first = starts[-1] if starts else first
    if tokens[first].text in words.prepositions and tokens[first].mention is None:
        if tokens[first].text not in ("with", "of"):
            return None  # what a preposition governs is no subject
        first += 1
    return phrase(frame, first, last)


def opener(frame: Frame, index: int, opening: frozenset[str], verbs: frozenset[str]) -> Phrase | None:
    """The subject of the clause in which a token stands, over what is fronted: "In May, | exports rose by ..."."""
    sentence, tokens, words = frame.sentence, frame.sentence.tokens, small(frame.sentence.lang)
    first = index
    while first > sentence.opening and index - first < syntax.CLAUSE and tokens[first - 1].text not in opening:
        first -= 1
    if first < index and (
        tokens[first].text in words.prepositions or tokens[first].text in ("after", "excluding", "as")
    ):
        comma = next((i for i in range(first, min(first + _FRONTED, index)) if tokens[i].text == ","), None)
        # "At Marlow Foods | meat is still king"
        first = _behind_names(frame, first + 1, index) if comma is None else comma + 1
    while first < index and (
        syntax.is_time(tokens[first]) or tokens[first].text in words.adverbs or tokens[first].text == ","
    ):
        first += 1
    return behind(frame, first, verbs) if first < index else None


def _behind_names(frame: Frame, first: int, limit: int) -> int:
    """Behind the names or the time that a preposition governs; the limit where something else stands there."""
    sentence, at = frame.sentence, first
    while at < limit and (syntax.capital(sentence, at) or syntax.is_time(sentence.tokens[at])):
        at += 1
    return at if at > first else limit


def phrase(frame: Frame, first: int, last: int) -> Phrase | None:
    """What stands between two tokens, without what is no part of a name."""
    sentence, tokens, words = frame.sentence, frame.sentence.tokens, small(frame.sentence.lang)
    while first < last and (
        tokens[first].text in words.determiners or tokens[first].text in ("-", "'s", "both", "like")
    ):
        first += 1
    while first < last and (
        tokens[last - 1].text in ("-", "'s", "&", "/", "of") or tokens[last - 1].text in words.adverbs
    ):
        last -= 1
    if first >= last:
        return None
    if last == first + 1:
        if (name := syntax.name_at(sentence, first)) is not None:
            back = tokens[first].mention
            who = name.entity
            if back is not None and back.rule == "anaphor" and not who:
                return None
            return Phrase(who, first, last, who)
        if tokens[first].text in union(words.pronouns, words.persons):
            who_ = whose.spoken_of(frame, first)
            return Phrase(who_, first, last, who_) if who_ is not None else None
    if not any(
        tokens[i].text[0].isalpha() or isinstance(getattr(tokens[i].mention, "value", None), Name)
        for i in range(first, last)
    ):
        return None
    return Phrase(syntax.words_of(sentence, first, last), first, last)
