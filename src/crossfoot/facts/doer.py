"""Who acts in a clause, where no reader of names knew who that is: "Nebulo handed 8,225 cars to customers".

A frame and the tokens of a clause come in; the words that name its subject go out. Only what cannot be a common word
with a capital counts: a place, two capitalised words or more, or one before a verb that somebody must be there for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossfoot.facts.layout import LIST, between
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.model import Cue, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

LONGEST = 5  # words of a name
_SEATED = ("-based", "-listed", "-headquartered", "-owned")  # "Oslo-based Holm"
_LEADING = {"and", ",", "meanwhile", "but", "while", "the", "also", "overall"}


def subject(frame: Frame, first: int, index: int) -> tuple[str, range] | None:
    """The name that a clause opens with, and its tokens; None where it opens with anything else."""
    sentence, words = frame.sentence, frame.words
    tokens, text = sentence.tokens, sentence.document.text
    if (other := _another(frame, first, index)) is not None:
        return other
    while first < index and (tokens[first].text in _LEADING or tokens[first].text.endswith(_SEATED)):
        first += 1
    if (body := _body(frame, first, index)) is not None:
        return body
    last = first
    while last < min(index, first + LONGEST) and tokens[last].mention is None and _capital(text, tokens[last].start):
        last += 1
    if last == first or last >= index or tokens[last - 1].text.endswith("'s"):
        return None
    run, verb = range(first, last), _past_apposition(frame, last, index)
    if _measured(frame, verb):
        return None  # "Machinery exports rose"
    if (place := sentence.place_at(first)) is not None:
        return (place, run) if _acts(frame, verb) else None
    opens = first <= sentence.opening + 1  # here a common word has a capital too
    said = [tokens[i].text for i in run]
    known = metric_forms(sentence.lang)
    if said[0] in words.demonyms and len(said) == 1:
        return None  # "German exports"
    if any(word in known or word in words.whole or word in words.closing for word in said):
        return None
    if text[tokens[first].start : tokens[last - 1].end].isupper() and len(said) > 1:
        return None  # a headline
    if f"{tokens[verb].text} {tokens[min(verb + 1, index)].text}" in words.phrasal:
        return None
    does = tokens[verb].text in metric_forms(sentence.lang, verbs=True) and tokens[verb].text not in known
    acts = does or tokens[verb].text in words.agents  # "Rapeseed output" is nobody's doing
    acts = acts or (verb > last and tokens[verb].text == "whose")
    acts = acts or (len(said) > 1 and tokens[verb].mention is None and tokens[verb].text.endswith("ed"))
    if len(said) == 1 and opens and (said[0].endswith("s") or f" {said[0]}" in text):
        return None  # "Households borrowed 30.8 billion"
    if acts or (_acts(frame, verb) and (len(said) > 1 or not opens)):
        span = sentence.span_of(first, last)
        return " ".join(text[span.start : span.end].split()), run
    return None


def _body(frame: Frame, first: int, index: int) -> tuple[str, range] | None:
    """A body in common words: "the central bank of Moldara kept", "the government of Portovia spent"."""
    sentence, words = frame.sentence, frame.words
    tokens, text = sentence.tokens, sentence.document.text
    of = next((i for i in range(first, min(index, first + LONGEST)) if tokens[i].text == "of"), None)
    if of is None or of == first or tokens[of - 1].text not in words.bodies:
        return None
    last = of + 1
    while last < min(index, of + LONGEST) and tokens[last].mention is None and text[tokens[last].start].isupper():
        last += 1
    if last == of + 1 or last >= index or not (_acts(frame, last) or tokens[last].text.endswith("ed")):
        return None
    run = range(first, last)
    span = sentence.span_of(run.start, run.stop)
    return " ".join(text[span.start : span.end].split()), run


def place(frame: Frame, first: int, index: int) -> str | None:
    """Where a clause says that its figure is of, for want of anybody: "unemployment in Norland fell"."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    at = next((i for i in range(first + 1, index) if tokens[i].text == "in" and tokens[i].mention is None), None)
    if at is None:
        return None
    last = at + 1
    while last < min(index, at + LONGEST) and tokens[last].mention is None and text[tokens[last].start].isupper():
        last += 1
    if last == at + 1 or tokens[last - 1].text.endswith("'s"):
        return None
    span = frame.sentence.span_of(at + 1, last)
    return frame.sentence.place_at(at + 1) or " ".join(text[span.start : span.end].split())


def _another(frame: Frame, first: int, index: int) -> tuple[str, range] | None:
    """A second subject that shares the verb of the first: "Carrow took 231,900 boxes and Harrow Bay 186,400"."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    levels = between(frame.layout.levels, first, index)
    joint = next((i for i in range(index - 1, levels[-1], -1) if tokens[i].text in LIST), None) if levels else None
    if joint is None:
        return None
    last = joint + 1
    while last < index and tokens[last].mention is None and text[tokens[last].start].isupper():
        last += 1
    run, rest = range(joint + 1, last), frame.texts(last, index)
    if (
        not run
        or (not levels and rest)
        or tokens[last - 1].text.endswith("'s")
        or rest - frame.words.articles - frame.words.closing_part
    ):
        return None
    known = metric_forms(frame.sentence.lang)
    if any(tokens[i].text in known for i in run):
        return None
    span = frame.sentence.span_of(run.start, run.stop)
    return frame.sentence.place_at(run.start) or " ".join(text[span.start : span.end].split()), run


def _past_apposition(frame: Frame, index: int, least: int) -> int:
    """The token behind what only says who somebody is: "Weiran, the smallest of the trio, delivered"."""
    tokens = frame.sentence.tokens
    if tokens[index].text == "," and index + 1 < least and tokens[index + 1].text == "whose":
        return index + 1
    if tokens[index].text != "," or tokens[index + 1].text not in frame.words.apposing:
        return index
    return next((i + 1 for i in range(index + 1, least - 1) if tokens[i].text == ","), index)


def _measured(frame: Frame, index: int) -> bool:
    """Is a word that may be a verb the noun of a metric: "Machinery exports from Norland", not "Holm exports tea"?"""
    tokens = frame.sentence.tokens
    if tokens[index].mention is not None or tokens[index].text not in metric_forms(frame.sentence.lang):
        return False
    behind = tokens[min(index + 1, len(tokens) - 1)]
    if behind.mention is not None:
        return isinstance(behind.mention.value, Cue | Timex)
    return behind.text in frame.words.prepositions | frame.words.auxiliaries | frame.words.copular


def _acts(frame: Frame, index: int) -> bool:
    """Does a verb stand at a token, maybe behind an apposition?"""
    token = frame.sentence.tokens[index]
    if token.text == "whose":
        return True
    if token.mention is not None:
        return isinstance(token.mention.value, Cue) and token.mention.value.kind == "direction"
    return token.text in frame.words.agents | frame.words.auxiliaries or token.text in metric_forms(
        frame.sentence.lang, verbs=True
    )


def _capital(text: str, at: int) -> bool:
    return text[at].isupper()
