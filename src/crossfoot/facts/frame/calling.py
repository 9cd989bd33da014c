"""What a run of words calls a figure: less whose it is and what was done to it.

The name of a figure that no row knows comes in, with the sentence that it stands in; the noun that is left goes out,
or nothing where none is: "汀山港出口茶叶" of 汀山港 is 出口茶叶, "发放长期贷款" is 长期贷款, and nobody measures
a name. The key of the figure keeps every word; this is only what a reader would call it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossfoot.facts.frame import phrase
from crossfoot.facts.sentence import Sentence
from crossfoot.lexicon.frame import FrameWords
from crossfoot.lexicon.metrics import Metric, metric
from crossfoot.model import Figure, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

LEAST = 2  # characters of a noun
_JOINTS = ("等", "和", "与", "及", "、")
_FULL = 600  # characters before a sentence in which a balance has been named
MOST_NAMES = 40  # of a sentence that are looked at


def called(frame: Frame, other: str, figure: Figure, quantity: Quantity) -> str | None:
    """The noun among some words; nothing where they name none, or none that such a quantity measures.

    A percentage is of a rate, and a bare number of an index or a ratio: what else it stands behind, in a table that was
    run together or beside a name, it does not measure.
    """
    words = frame.words
    names = named(frame.sentence, figure)
    said = less(other, names, words)
    if said.endswith(words.titles) and quantity.unit == "share" and words.holdings:
        said = words.holdings[0]  # "陈某某先生 | 62,000,000股"
    if said in names or said in words.acts or said.endswith(words.titles) or not phrase.nameable(said, words):
        return None
    bare = quantity.kind == "number" and not figure.unit and quantity.scale_word is None
    percent = quantity.kind == "percent" or bare
    return said if not percent or said.isascii() or said.endswith(words.rated) else None


def plain(said: str, head: str, words: FrameWords) -> str | None:
    """A name in spaced words without the verb that it opens with; nothing where its head is no noun.

    >>> from crossfoot.lexicon.frame import frame_words
    >>> plain("recognized impairment charges", "charges", frame_words("en"))
    'impairment charges'
    >>> plain("experts believed", "believed", frame_words("en"))
    """
    kept = said.split()
    while len(kept) > 1 and kept[0].lower() in words.acts:
        kept = kept[1:]
    adverb = head.endswith("ly") and head not in words.nouns_in_ly
    if adverb or head in words.unnamed or not words.unnamed_within.isdisjoint(word.lower() for word in kept):
        return None
    return " ".join(kept)


def less(said: str, names: list[str], words: FrameWords, least: int = LEAST) -> str:
    """Words without the names that they open with, and without what was done to the thing that they name."""
    before = ""
    while said != before:
        before = said
        for start in (*names, *words.acts):
            if said.startswith(start) and len(said) - len(start) >= least and said[len(start) :][:1] not in _JOINTS:
                said = said.removeprefix(start).removeprefix("的")
                break
    acted = max((said.rfind(act) + len(act) for act in words.acts_within if act in said), default=0)
    said = said[acted:] if len(said) - acted >= least else said  # "当地企业发放 | 长期贷款"
    for end in words.acts_behind:
        if said.endswith(end) and len(said) - len(end) >= max(least, 1):
            said = said.removesuffix(end)
    return said


def named(sentence: Sentence, figure: Figure) -> list[str]:
    """The names of a sentence as they are written, and whose the figure is, the longest first."""
    text = sentence.document.text
    found = {text[name.span.start : name.span.end] for _, name in sentence.names[:MOST_NAMES]}
    return sorted((name for name in {*found, figure.entity or ""} if len(name) >= LEAST), key=lambda n: (-len(n), n))


def in_full(row: Metric, sentence: Sentence) -> bool:
    """Has the balance been spoken of in full of which a bare "deficit" is the other side, near before it?"""
    whole = metric(row.below)
    forms = [form for form in (*row.en, *(whole.en if whole is not None else ())) if " " in form]
    said = sentence.document.text[max(sentence.span.start - _FULL, 0) : sentence.span.end].lower()
    return any(form in said for form in forms)
