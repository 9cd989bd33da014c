"""A figure with words of its own comes in; out goes the part of them that a reader would call its segment.

The key of a figure keeps every word of its clause that nobody knows, so that two figures meet only if nothing tells
them apart. What it is called is less: the words that stand right before its noun ("organic net sales"), and what the
noun is of, in or from ("sales of vans").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossfoot.facts.frame import region, telling
from crossfoot.facts.frame.subject import LONGEST_FORM, first_words
from crossfoot.facts.sentence.layout import WINDOW, backwards, following
from crossfoot.lexicon import union
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.units import unit
from crossfoot.model import Figure, Name, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

_COMMA = frozenset({","})
_WITH = frozenset({"with", "of"})
_FOR = frozenset({"for"})
LONGEST = 4  # words on one side of a noun
_BEHIND = 6  # tokens behind a figure in which its noun may stand


def note(frame: Frame, figure: Figure, first: int, index: int, quantity: Quantity | None) -> None:
    """Keeps what the segment of a figure is called, where the words of its key say more than that, or less."""
    words = next((words for axis, words in figure.segment if axis == "words"), None)
    if figure.metric.startswith("other:"):
        return
    if words is not None:
        called = _part(frame, set(words.split()), index) or _segment(
            frame, figure.metric, set(words.split()), first, index
        )
    elif quantity is not None and not figure.segment and unit(figure.unit) is None and _listed(frame, index):
        called = _counted(frame, quantity)  # "sold 7,865 tractors and 1,240 harvesters"
    else:
        return
    frame.carried.shown[key(figure)] = called


def key(figure: Figure) -> tuple[str, tuple[tuple[str, str], ...], str]:
    return figure.metric, figure.segment, figure.unit


def _counted(frame: Frame, quantity: Quantity) -> str:
    if quantity.unit_word is None:
        return quantity.of or ""
    return " ".join(
        frame.sentence.document.text[max(quantity.digits[1], quantity.unit_word[0]) : quantity.unit_word[1]].split()
    )


def _part(frame: Frame, words: set[str], index: int) -> str:
    """What a list or a label says of a figure: "Spain contributing 2.9 billion, Mexico 1.4", "Kitchens: 613"."""
    tokens, end, known = frame.sentence.tokens, index, frame.words
    before = next(backwards(frame.layout.levels, index, index - WINDOW), None)
    if end and tokens[end - 1].text == ":":
        return _before(frame, end - 1, max(end - LONGEST - 2, 0), words)
    if before is None or tokens[index].mention is None:
        return ""
    partakes = telling.partaking(frame, index)
    while end > before and (tokens[end - 1].text in known.partaking or (partakes and tokens[end - 1].text in _FOR)):
        end -= 1  # "accounted for 30,200, sedans for 9,140"
    joint = next((i for i in range(end - 1, before, -1) if tokens[i].text in known.joints), None)
    start = end
    while joint is not None and start > joint + 1 and _describes(frame, start - 1, words):
        start -= 1
    said = {token.text for token in tokens[joint + 1 : start] if token.mention is None} if joint is not None else {""}
    opens = said <= union(known.determiners, known.leads, known.closing_part, _WITH)
    return _written(frame, start, end) if opens else ""


def _listed(frame: Frame, index: int) -> bool:
    """Is a figure one of a list of them?"""
    behind = following(frame.layout.levels, index)
    return frame.head(index) != index or (behind is not None and frame.head(behind) != behind)


def _segment(frame: Frame, name: str, words: set[str], first: int, index: int) -> str:
    noun = _noun(frame, name, max(first, index - WINDOW), index)
    if noun is None:
        verb = next(
            (i for i in range(index - 1, first, -1) if frame.sentence.tokens[i].text in frame.words.partaking), index
        )
        if verb == index and name in frame.words.parted:
            verbs = metric_forms(frame.sentence.lang, verbs=True)  # "chemicals earned 45 million"
            verb = next((i for i in range(index - 1, first, -1) if frame.sentence.tokens[i].text in verbs), index)
        told = _before(frame, verb, first, words) if frame.sentence.tokens[index].mention is not None else ""
        said = _phrase(frame, index + 1, words) or told  # "sold 40 vans in Brazil", "frozen goods contributed 640"
        return said or _opening(frame, first, index, words)
    left = _before(frame, noun.start, first, words)
    right = _phrase(frame, noun.stop, words)
    said = " ".join(filter(None, (left, right))) or _owning(frame, first, noun.start, words)
    return said or _opening(frame, first, noun.start, words)


def _opening(frame: Frame, first: int, last: int, words: set[str]) -> str:
    """The part of a firm or of the world that a clause opens with: "The bakery unit had sales", "In Sweden, ..."."""
    tokens, known = frame.sentence.tokens, frame.words
    for i in range(first, last):
        if tokens[i].mention is None and tokens[i].text in known.branches:
            start = i
            while start > first and i - start < LONGEST - 1 and _describes(frame, start - 1, words):
                if tokens[start - 1].text.endswith("'s"):
                    break
                start -= 1
                joins = start - 2 >= first and tokens[start - 1].text in known.conjunctions  # "oil and gas segment"
                if joins and _describes(frame, start - 2, words):
                    start -= 2
            return _written(frame, start, i + 1) if start < i else ""
        if tokens[i].text in known.where and (i == first or tokens[i - 1].text in ",;."):
            end = region.named(frame, i + 1) if i + 1 < last else 0
            if end > i + 1 and end < last and tokens[end].text == ",":
                return _written(frame, i + 1, end)
    return ""


def _owning(frame: Frame, first: int, noun: int, words: set[str]) -> str:
    """What has the thing that is measured: "its dyeing works covers an area of 40 hectares"."""
    tokens = frame.sentence.tokens
    verb = next((i for i in range(noun - 1, first, -1) if tokens[i].text in frame.words.having), None)
    return "" if verb is None else _before(frame, verb, first, words)


def _noun(frame: Frame, name: str, first: int, index: int) -> range | None:
    """The noun of a metric that stands nearest before a figure, else right behind it."""
    tokens, forms = frame.sentence.tokens, metric_forms(frame.sentence.lang)
    begins = first_words(frame.sentence.lang, "noun")
    ahead = range(index + 1, min(index + 1 + _BEHIND, len(tokens)))
    for end in (*range(index, first, -1), *(i + 1 for i in ahead)):
        for start in range(max(end - LONGEST_FORM, first), end):
            if tokens[start].text not in begins:
                continue  # as nearly everywhere
            said = " ".join([token.text for token in tokens[start:end]])
            if any(row.id == name for row in forms.get(said, ())):
                return range(start, end)
    return None


def _before(frame: Frame, end: int, first: int, words: set[str]) -> str:
    """The words right before a noun, without a verb that only happens to stand there ("it recognized costs")."""
    tokens, start = frame.sentence.tokens, end
    while (
        start > first
        and end - start < LONGEST
        and _describes(frame, start - 1, words)
        and not (tokens[start - 1].text.endswith("'s"))
    ):
        start -= 1
    if start < end and start and tokens[start].text.endswith(("ed", "ing")) and _acts(frame, start - 1):
        start += 1
    return _written(frame, start, end)


def _phrase(frame: Frame, start: int, words: set[str]) -> str:
    """What a noun is of or in: "of the vans", "in Brazil"."""
    tokens, known = frame.sentence.tokens, frame.words
    if start >= len(tokens) or tokens[start].text not in known.prepositions:
        return ""
    start += 1
    while start < len(tokens) and tokens[start].text in known.determiners:
        start += 1
    if start + 1 < len(tokens) and tokens[start].mention is not None and tokens[start + 1].text in ("'s", "'"):
        start += 2  # "on Carlow Air's ferries"
    end = start
    while end < len(tokens) and end - start < LONGEST and _describes(frame, end, words):
        end += 1
        start = end if tokens[end - 1].text.endswith("'s") else start
    return _written(frame, start, end)


def _describes(frame: Frame, index: int, words: set[str]) -> bool:
    token, known = frame.sentence.tokens[index], frame.words
    if token.mention is not None or token.text not in words or not token.text[0].isalnum():
        return False
    if (
        index > 1
        and frame.sentence.tokens[index - 1].text == "to"
        and frame.sentence.tokens[index - 2].text in known.aims
    ):
        return False  # "expects to carry 42 million passengers"
    return token.text not in known.closing and token.text not in known.agents and token.text not in known.reporting


def _acts(frame: Frame, index: int) -> bool:
    """May what stands at a token do what the next one says: a name, a pronoun, a noun?"""
    token, known = frame.sentence.tokens[index], frame.words
    if token.mention is not None:
        return isinstance(token.mention.value, Name | Quantity)
    linked = union(known.determiners, known.prepositions, known.boundary, _COMMA)
    return token.text not in linked and not token.text.endswith("'s")


def _written(frame: Frame, first: int, last: int) -> str:
    if first >= last:
        return ""
    span = frame.sentence.span_of(first, last)
    return " ".join(frame.sentence.document.text[span.start : span.end].split())
