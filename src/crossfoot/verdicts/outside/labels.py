"""A printing and terms in; where its sentence says one of them, the nearest to it, out."""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.model import Span
from crossfoot.verdicts.outside.called import TOKEN, Terms
from crossfoot.verdicts.outside.setting import Settings, Text
from crossfoot.verdicts.outside.support import Said

LONGEST = 6  # Chinese characters of a word or a name


def label(settings: Settings, said: Said, terms: Terms) -> Span | None:
    """The words of the sentence that say one of the terms."""
    text, sentence = settings.texts[id(said.source)], settings.of[said].sentence
    found = [span for span in _stretches(text, sentence) if text.terms(span.start, span.end) & terms]
    return min(found, key=lambda span: (_apart(span, said.span), span.end - span.start), default=None)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _stretches(text: Text, sentence: Span) -> Iterator[Span]:
    for match in TOKEN.finditer(text.text, sentence.start, sentence.end):
        if match.group()[0].isascii():
            yield Span(sentence.doc, match.start(), match.end())
            continue
        for start in range(match.start(), match.end()):
            for end in range(start + 2, min(start + LONGEST, match.end()) + 1):
                yield Span(sentence.doc, start, end)
    for mention in text.told:
        if mention.kind != "name" and sentence.start <= mention.span.start < sentence.end:
            yield mention.span
