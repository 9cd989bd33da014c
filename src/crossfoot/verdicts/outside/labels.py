"""A printing and terms in; where its sentence says one of them, the nearest to it, out.

`label` gives the least that says it, to be marked; `caption` what a reader would call it, to be quoted: "northern
division" where both words tell it.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.model import Span
from crossfoot.verdicts.outside.called import TOKEN, Terms
from crossfoot.verdicts.outside.setting import Settings, Text
from crossfoot.verdicts.outside.support import Said
from crossfoot.verdicts.outside.terms import sorts, strong

LONGEST = 6  # Chinese characters of a word or a name


def label(settings: Settings, said: Said, terms: Terms) -> Span | None:
    """The words of the sentence that say one of the terms."""
    text, sentence = settings.texts[id(said.source)], settings.of[said].sentence
    found = [span for span in _stretches(text, sentence) if text.terms(span.start, span.end) & terms]
    least = [span for span in found if not any(_within(other, span) for other in found)]
    return min(least, key=lambda span: (_apart(span, said.span), span.end - span.start), default=None)


def _within(one: Span, other: Span) -> bool:
    return one != other and other.start <= one.start and one.end <= other.end


def caption(settings: Settings, said: Said, terms: Terms) -> str | None:
    """What a source calls it, by what tells it from another: a name or the like, with the words beside that do so too.

    Words alone are quoted only where spaces part them: two characters need not be one.
    """
    text, sentence = settings.texts[id(said.source)], settings.of[said].sentence
    sure = strong(terms)
    firm = frozenset(term for term in sure if sorts(frozenset((term,))) != {"measures"})  # "revenue" is said of many
    nearest = next(filter(None, (label(settings, said, kind) for kind in (firm, sure, terms))), None)
    if nearest is None:
        return None
    start, end = nearest.start, nearest.end
    if not text.text[start:end].isascii():
        return text.text[start:end] if text.terms(start, end) & sure else None
    telling = [span for span in _stretches(text, sentence) if text.terms(span.start, span.end) & terms]
    for span in telling:
        end = span.end if text.text[end : span.start] == " " else end
    for span in reversed(telling):
        start = span.start if text.text[span.end : start] == " " else start
    return text.text[start:end]


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _stretches(text: Text, sentence: Span) -> Iterator[Span]:
    cut = {at for m in text.told for at in range(m.span.start + 1, m.span.end)}  # inside of a name or a time
    for match in TOKEN.finditer(text.text, sentence.start, sentence.end):
        if match.group()[0].isascii():
            yield Span(sentence.doc, match.start(), match.end())
            continue
        for start in range(match.start(), match.end()):
            for end in range(start + 2, min(start + LONGEST, match.end()) + 1):
                if start not in cut and end not in cut:
                    yield Span(sentence.doc, start, end)
    for mention in text.told:
        if mention.kind != "name" and sentence.start <= mention.span.start < sentence.end:
            yield mention.span
