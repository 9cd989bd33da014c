"""A level that no noun beside it names comes in; out goes the subject of its clause, where that is what is measured.

"Average weekly pay was 914 dollars", "Cargo traffic at the nine ports rose 7% to 593 million tonnes". Whoever does
something names no figure: "Builders completed 3,900". Only a name is told so; the key of a figure stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossfoot.lexicon.ahead import ahead
from crossfoot.lexicon.common import everyday
from crossfoot.lexicon.deeds import syntax as small
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.tokens import singular
from crossfoot.model import Cue, Name, Quantity, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

_LONGEST = 6  # words of a subject that names a figure
_REACH = 24  # tokens between a subject and its figure
_KEPT = frozenset({"of", "per"})  # prepositions that say what is measured
_OWN = frozenset({"own", "'s", "-"})


def subject(frame: Frame, index: int, quantity: Quantity) -> str | None:
    """What the clause of a level is about, where its verb only says how much that is or which way it went."""
    verb = _verb(frame, index)
    return None if verb is None else before(frame, verb, quantity)


def before(frame: Frame, verb: int, quantity: Quantity) -> str | None:
    """What the clause is about that a verb at a token closes, less whose it is; nothing where somebody does it."""
    first = _opens(frame, verb)
    last = _ends(frame, first, verb)
    while first < last and not _thing(frame, first):
        first += 1
    while last > first and not _thing(frame, last - 1):
        last -= 1
    if not first < last <= first + _LONGEST or _somebody(frame, first, last):
        return None
    span = frame.sentence.span_of(first, last)
    said = " ".join(frame.sentence.document.text[span.start : span.end].split())
    if quantity.kind == "percent" and not _rated(frame, said):
        return None
    return said


def _verb(frame: Frame, index: int) -> int | None:
    """Where the verb of being or moving stands that a level closes, with nothing but small words between."""
    move, tokens, words = frame.moving(index), frame.sentence.tokens, frame.words
    if move is not None:
        return move.roles["direction"][0] if "direction" in move.roles else move.start
    least = max(index - _REACH, frame.sentence.opening)
    mention = tokens[index].mention
    said = frame.printed(mention).lower().split()[0] if mention is not None else ""
    rows = ahead(frame.sentence.lang)
    if index > least and rows is not None and rows.standing & {said, said.removesuffix("s"), said.removesuffix("ed")}:
        return index - (tokens[index - 1].text in small(frame.sentence.lang).modal)  # "its ratio would | exceed 104%"
    for i in range(index - 1, least, -1):
        token = tokens[i]
        if isinstance(getattr(token.mention, "value", None), Cue):
            return i
        if token.mention is not None:
            if not isinstance(token.mention.value, Timex | Quantity):
                return None
            continue
        if token.text in words.measuring | words.carrying:
            return i
        if token.text not in words.adverbs | words.copular | words.determiners | words.spans:
            return None
    return None


def _opens(frame: Frame, verb: int) -> int:
    """Where the clause begins of which a verb is: behind a mark, a conjunction or what is fronted."""
    tokens, words, first = frame.sentence.tokens, frame.words, verb
    while first > max(verb - _REACH, frame.sentence.opening):
        text, mention = tokens[first - 1].text, tokens[first - 1].mention
        if mention is None and (text in words.boundary or text in ("and", ",", '"') or text in words.reporting):
            break
        first -= 1
    return first


def _ends(frame: Frame, first: int, verb: int) -> int:
    """Where the noun phrase ends that a clause opens with: before a preposition, a time, a name, the verb."""
    tokens, words = frame.sentence.tokens, small(frame.sentence.lang)
    for i in range(first + 1, verb):
        text = tokens[i].text
        if (
            tokens[i].mention is None
            and text in words.prepositions | words.relatives | words.modal | words.be | words.have
        ):
            if text not in _KEPT:
                return i
        elif isinstance(getattr(tokens[i].mention, "value", None), Timex):
            return i
    return verb


def _thing(frame: Frame, at: int) -> bool:
    """May a word be in the name of what is measured: no article, no owner, no name, no adverb?"""
    token, words = frame.sentence.tokens[at], small(frame.sentence.lang)
    if token.mention is not None or not token.text[0].isalpha() or token.text in _OWN:
        return False
    if token.text.endswith(("'s", "’s")) or (
        at + 1 < len(frame.sentence.tokens) and frame.sentence.tokens[at + 1].text == "'s"
    ):
        return False
    return token.text not in words.determiners | words.pronouns | words.persons | words.prepositions | words.adverbs


def _somebody(frame: Frame, first: int, last: int) -> bool:
    """Is it somebody, or a word that names nothing?"""
    tokens, words = frame.sentence.tokens, frame.words
    if any(isinstance(getattr(tokens[i].mention, "value", None), Name | Quantity) for i in range(first, last)):
        return True
    if any(
        tokens[i].mention is None and tokens[i].text in words.reporting | words.agents for i in range(first, last - 1)
    ):
        return True
    head = next((i for i in range(first + 1, last) if tokens[i].text in _KEPT), last) - 1
    noun = tokens[head].text
    plain = noun in everyday(frame.sentence.lang) or singular(noun) in everyday(frame.sentence.lang)
    known = plain or noun in metric_forms(frame.sentence.lang) or noun in words.ratios
    if first + 1 == last and frame.sentence.document.text[tokens[first].start].isupper() and not known:
        return True
    return (
        noun in small(frame.sentence.lang).concerns
        or noun in words.firms
        or noun in words.unnamed
        or noun in words.sums
        or noun in words.totals
        or noun in words.bodies
    )


def somebody(called: str, frame: Frame) -> bool:
    """Is it somebody who does things, and nothing that is measured: "investors", "the trust"?"""
    noun, words = called.lower().split()[-1], frame.words
    return noun in small(frame.sentence.lang).concerns or noun in words.firms or noun in words.actors


def _rated(frame: Frame, said: str) -> bool:
    """Is it a rate that a percentage may be of?"""
    last = said.lower().split()[-1]
    return last in frame.words.ratios or said.lower().endswith(frame.words.rated or ("-",))
