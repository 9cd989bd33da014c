"""Who acts in a clause, where no reader of names knew who that is: "Nebulo handed 8,225 cars to customers".

A frame and the tokens of a clause come in; the words that name its subject go out. Only what cannot be a common word
with a capital counts: a place, two capitalised words or more, or one before a verb that somebody must be there for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossfoot.facts.frame import region
from crossfoot.facts.sentence.layout import between
from crossfoot.late import late
from crossfoot.lexicon import but, union
from crossfoot.lexicon.common import everyday
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.model import Cue, Name, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

_TERM = late(r"q[1-4]|h[12]|fy\d*|\d+q|\d+h|\d{4}")  # of a report, and no name: "Q1 FY2026 net loss"
LONGEST = 5  # words of a name
LONGEST_ASIDE = 16  # tokens that commas set apart


def subject(frame: Frame, first: int, index: int) -> tuple[str, range] | None:
    """The name that a clause opens with, and its tokens; None where it opens with anything else."""
    known = frame.subjects  # each figure asks several times, and those of a clause ask the same
    if (first, index) not in known:
        found = _subject(frame, first, index)
        known[first, index] = None if found is not None and region.wide(frame, found[0]) else found
    return known[first, index]


def _subject(frame: Frame, first: int, index: int) -> tuple[str, range] | None:
    sentence, words = frame.sentence, frame.words
    tokens, text = sentence.tokens, sentence.document.text
    if (other := _another(frame, first, index)) is not None:
        return other
    while first < index and (
        tokens[first].text in frame.words.leads or tokens[first].text.endswith(frame.words.seated)
    ):
        first += 1
    if (body := _body(frame, first, index)) is not None:
        return body
    opens = first <= sentence.opening + 1  # here a common word has a capital too
    if opens:
        first = _past_descriptors(frame, first, index)
    last = _run(frame, first, index)
    if last == first or last >= index or any(_TERM.fullmatch(token.text) for token in tokens[first:last]):
        return None
    if tokens[last - 1].text.endswith("'s"):
        return _owner(frame, first, last)
    run, verb = range(first, last), past_aside(frame, last, index)
    if _measured(frame, verb):
        return None  # "Machinery exports rose"
    if (place := sentence.place_at(first)) is not None:
        return (place, run) if _acts(frame, verb) else None
    known = metric_forms(sentence.lang)
    said = [tokens[i].text for i in run]
    if said[0] in words.demonyms and len(said) == 1:
        return None  # "German exports"
    if any(word in known or word in words.whole or word in words.closing for word in said):
        return None
    if text[tokens[first].start : tokens[last - 1].end].isupper() and len(said) > 1:
        return None  # a headline
    if f"{tokens[verb].text} {tokens[min(verb + 1, index)].text}" in words.phrasal:
        return None
    if tokens[verb].text in words.partaking and tokens[min(verb + 1, index)].text == "for":
        return None  # "Petrol SUVs accounted for 30,200"
    bare = len(said) == 1 and first <= sentence.opening + 1
    if bare and (_ordinary(frame, first) or tokens[verb].mention is not None or tokens[verb].text in words.copular):
        return None  # "Households borrowed 30.8 billion", "Cargo fell"
    if tokens[verb].text == "whose" or _does(frame, verb, len(said) > 1 or not opens or verb > last):
        return _called(frame, first, last)
    return None


def _run(frame: Frame, first: int, index: int) -> int:
    """The token behind the words with a capital that begin at one."""
    tokens, text, last = frame.sentence.tokens, frame.sentence.document.text, first
    while last < min(index, first + LONGEST) and tokens[last].mention is None and text[tokens[last].start].isupper():
        last += 1
        if tokens[last - 1].text.endswith("'s"):
            break
        linked = last + 1 < index and tokens[last].text in frame.words.particles and tokens[last + 1].mention is None
        if linked and text[tokens[last + 1].start].isupper():
            last += 1  # "Aerolineas del Istmo"
    return last


def _past_descriptors(frame: Frame, first: int, index: int) -> int:
    """Where a name begins that words before it describe: "Fusion start-up Heliant", "Budget carrier Tern"."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    at = first
    while (
        at < min(index, first + LONGEST) and tokens[at].mention is None and tokens[at].text.replace("-", "").isalpha()
    ):
        if at > first and text[tokens[at].start].isupper():
            described = (
                at > first + 1
                and text[tokens[at - 1].start].islower()
                and tokens[at - 1].text not in frame.words.particles
            )
            return at if described else first
        if tokens[at].text in union(frame.words.closing, frame.words.auxiliaries, frame.words.agents):
            return first
        at += 1
    return first


def _owner(frame: Frame, first: int, last: int) -> tuple[str, range] | None:
    """Whose something is, and no word for a time: "Rwenda's coffee shipments", not "Thursday's list"."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    if frame.sentence.place_at(first) is not None or (last == first + 1 and _ordinary(frame, first, "'s")):
        return None
    name = " ".join(text[tokens[first].start : tokens[last - 1].end].split())
    return (name[:-2], range(first, last)) if last == first + 1 or not name.isupper() else None


def _called(frame: Frame, first: int, last: int) -> tuple[str, range]:
    span = frame.sentence.span_of(first, last)
    return " ".join(frame.sentence.document.text[span.start : span.end].split()), range(first, last)


def _ordinary(frame: Frame, index: int, ending: str = "") -> bool:
    """May a word that opens a sentence be no name: a plural, one that the text has small, an everyday one?"""
    said = frame.sentence.tokens[index].text.removesuffix(ending)
    text = frame.sentence.document.text
    plain = said.endswith(frame.words.noun_ends) or (said.endswith("s") and not ending)
    known = everyday(frame.sentence.lang)
    plain = plain or ("-" in said and all(part in known for part in said.split("-")))  # "Same-store sales grew"
    return plain or said in known or f" {said}" in text


def _does(frame: Frame, verb: int, sure: bool) -> bool:
    """Does somebody do what a word says? Of a run that is surely a name any verb will do."""
    tokens, words, lang = frame.sentence.tokens, frame.words, frame.sentence.lang
    token = tokens[verb]
    acts = token.text in metric_forms(lang, verbs=True) and token.text not in metric_forms(lang)
    if acts or token.text in words.agents or _acts(frame, verb):
        return True  # "Rapeseed output" is nobody's doing
    if not sure or token.mention is not None:
        return False
    behind = tokens[min(verb + 1, len(tokens) - 1)]
    if token.text.endswith("ed"):
        return True
    small = frame.sentence.document.text[token.start].islower() and token.text.endswith("s")
    return small and (behind.text in words.determiners or behind.text in words.closing) and behind.text != "of"


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


def place(frame: Frame, first: int, index: int, near: bool = False) -> str | None:
    """Where a clause says that its figure is of, for want of anybody: "unemployment in Norland fell".

    Behind a figure only one that stands `near` it: "23,000 homes were finished in Greater Olmen".
    """
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    at = next(
        (
            i
            for i in range(first + 1, index)
            if tokens[i].text in union(frame.words.where, frame.words.sited) and tokens[i].mention is None
        ),
        None,
    )
    if at is None or (near and (at > first + LONGEST or not frame.texts(first + 1, at).isdisjoint({",", ".", ";"}))):
        return None
    while at + 2 < index and tokens[at + 1].text in union(frame.words.parts_of, frame.words.articles):
        at += 1  # "in central Gothenburg"
    last = at + 1
    while last < min(index, at + LONGEST) and tokens[last].mention is None and text[tokens[last].start].isupper():
        last += 1
    if last == at + 1 or tokens[last - 1].text.endswith("'s"):
        return None
    if text[tokens[at].start].isupper() and tokens[at].text in frame.words.parts_of:
        at -= 1  # "Greater Olmen"
    span = frame.sentence.span_of(at + 1, last)
    return frame.sentence.place_at(at + 1) or " ".join(text[span.start : span.end].split())


def _another(frame: Frame, first: int, index: int) -> tuple[str, range] | None:
    """A second subject that shares the verb of the first: "Carrow took 231,900 boxes and Harrow Bay 186,400"."""
    tokens, text = frame.sentence.tokens, frame.sentence.document.text
    levels = between(frame.layout.levels, first, index)
    joint = (
        next((i for i in range(index - 1, levels[-1], -1) if tokens[i].text in frame.words.joints), None)
        if levels
        else None
    )
    if joint is None or not frame.texts(first, index).isdisjoint(but(frame.words.partaking, frame.words.agents)):
        return None  # "with Spain contributing 2.9 billion and Mexico 1.4 billion"
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
    if any(tokens[i].text in known or tokens[i].text.removesuffix("s") in frame.words.demonyms for i in run):
        return None  # "Russians 17%"
    span = frame.sentence.span_of(run.start, run.stop)
    return frame.sentence.place_at(run.start) or " ".join(text[span.start : span.end].split()), run


def past_aside(frame: Frame, index: int, least: int) -> int:
    """The token behind what only says who somebody is: "Weiran, the smallest of the trio, delivered".

    What commas set apart is aside where a verb follows on it: "Heliant, spun out of Durrow University, has closed".
    """
    tokens = frame.sentence.tokens
    if tokens[index].text != "," or index + 1 >= least:
        return index
    if tokens[index + 1].text == "whose":
        return index + 1
    told = tokens[index + 1].text in frame.words.apposing
    for i in range(index + 2, min(least, index + LONGEST_ASIDE)):
        if tokens[i].text == "," and (told or _verb(frame, i + 1)):
            return i + 1
    return index


def asides(frame: Frame, first: int, index: int) -> list[range]:
    """The tokens of a clause that commas set apart between whom it is about and what it says.

    Where nobody is named before them, only what they say somebody is of: "The utility, a unit of Amwell, serves".
    """
    tokens, found, at = frame.sentence.tokens, list[range](), first + 1
    at = first if 0 < first < len(tokens) and tokens[first].text == "," else at  # behind a bracket
    while at < index:
        behind = past_aside(frame, at, index) if tokens[at].text == "," else at
        told = not frame.texts(at, behind).isdisjoint(but(frame.words.reporting, frame.words.relative))
        if behind > at + 1 and _verb(frame, behind) and not told:
            if _named(frame, _past_bracket(frame, at - 1, frame.sentence.opening)):
                found.append(range(at, behind))
            else:
                found += [range(i, i + 1) for i in range(at + 2, behind) if tokens[i - 1].text == "of"]
        at = max(behind, at + 1)
    return found


def _past_bracket(frame: Frame, index: int, first: int) -> int:
    """The token before a bracket that ends at one: "Holm Finance plc (the "Issuer"), a unit of Holm, sold"."""
    tokens = frame.sentence.tokens
    if tokens[index].text != ")":
        return index
    opened = (i for i in range(index - 1, max(first, index - LONGEST_ASIDE), -1) if tokens[i].text == "(")
    return next(opened, index) - 1 if index > first + 1 else index


def _named(frame: Frame, index: int) -> bool:
    token = frame.sentence.tokens[index]
    if token.mention is not None:
        return isinstance(token.mention.value, Name)
    return frame.sentence.document.text[token.start].isupper()


def _verb(frame: Frame, index: int) -> bool:
    """Does a word that stands at a token say what somebody does?"""
    token = frame.sentence.tokens[min(index, len(frame.sentence.tokens) - 1)]
    if token.mention is not None:
        return isinstance(token.mention.value, Cue) and token.mention.value.kind == "direction"
    if token.text in union(frame.words.auxiliaries, frame.words.agents):
        return True
    return token.text in metric_forms(frame.sentence.lang, verbs=True) and token.text not in metric_forms(
        frame.sentence.lang
    )


def _measured(frame: Frame, index: int) -> bool:
    """Is a word that may be a verb the noun of a metric: "Machinery exports from Norland", not "Holm exports tea"?"""
    tokens = frame.sentence.tokens
    if tokens[index].mention is not None or tokens[index].text not in metric_forms(frame.sentence.lang):
        return False
    behind = tokens[min(index + 1, len(tokens) - 1)]
    if behind.mention is not None:
        return isinstance(behind.mention.value, Cue | Timex)
    return behind.text in union(frame.words.prepositions, frame.words.auxiliaries, frame.words.copular)


def _acts(frame: Frame, index: int) -> bool:
    """Does a verb stand at a token, maybe behind an apposition?"""
    token = frame.sentence.tokens[index]
    if token.text == "whose":
        return True
    if token.mention is not None:
        return isinstance(token.mention.value, Cue) and token.mention.value.kind == "direction"
    return token.text in union(frame.words.agents, frame.words.auxiliaries) or token.text in metric_forms(
        frame.sentence.lang, verbs=True
    )
