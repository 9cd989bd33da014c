"""Names in Latin letters in, of a text and of its sources; out go those of the text that have taken another's place.

A word of a name is strange that no source has, in any form. It has taken another's place where a source has a name with
the same other words ("Halliwell Milling" for "Halvorsen Milling"), or one that is written nearly so ("Solhiem"), and
the text says nothing of that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossfoot.late import late
from crossfoot.lexicon.glossary import thing
from crossfoot.lexicon.names import common
from crossfoot.lexicon.renamed import renamed
from crossfoot.lexicon.words import words
from crossfoot.model import Name, Report, Span

WORD = late(r"[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ'’-]*")
RUN = late(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ'’-]*\.?(?:(?: | & | of )[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ'’-]*\.?){0,5}")
OPENS = late(r"(?:^|[.!?:;\n•*”\"“-])\s*$")
LEAST = 4  # letters of a word that one of a name is known by
LONGEST = 16  # letters of a word that are looked at
NEAR = 6  # letters of one that is written nearly like another


class Word(msgspec.Struct, frozen=True):
    text: str
    plain: str
    span: Span
    report: Report


Run = tuple[Word, ...]


def latin_names(report: Report, against: Sequence[Report]) -> Iterator[tuple[Span, Report, Span]]:
    """Each name of the text that stands in another's place, with the word that a source has there."""
    known = {plain(m.group()) for source in against for m in WORD.finditer(source.document.text)}
    mine = {plain(m.group()) for m in WORD.finditer(report.document.text)}
    forms, theirs = _Forms(known), _Instead([run for source in against for run in runs(source)], _Forms(mine))
    for run in runs(report):
        for at, word in enumerate(run):
            if telling(word) and word.plain not in forms:
                other = theirs.beside(run, at) or theirs.near(word)
                if other is not None:
                    yield word.span, other.report, other.span


def runs(report: Report) -> Iterator[Run]:
    """Words with capitals that stand together, if not only because a sentence begins there."""
    text = report.document.text
    named = {m.span.start for m in report.found.mentions if isinstance(m.value, Name)}
    for match in RUN.finditer(text):
        run = tuple(
            Word(m.group(), plain(m.group()), Span(report.document.id, m.start(), m.end()), report)
            for m in WORD.finditer(text, match.start(), match.end())
        )
        if OPENS.search(text, max(match.start() - 3, 0), match.start()) and match.start() not in named:
            run = run[1:] if run[0].plain in common() or len(run) == 1 else run
        if run:
            yield run


def telling(word: Word) -> bool:
    """Does it tell one name from another?"""
    low = word.plain
    return (
        len(low) >= LEAST - 1
        and not word.text.isupper()
        and low not in common()
        and low not in renamed().generic
        and low not in renamed().free
        and low not in words("en").months
        and low not in words("en").weekdays
        and thing(low) is None
    )


class _Forms:
    """Words, and whether another is one of them in another form."""

    def __init__(self, found: set[str]) -> None:
        self.found = found
        self.stems = {stem for word in found if len(word) >= LEAST for stem in stems(word)}

    def __contains__(self, word: str) -> bool:
        return word in self.found or bool(self.stems & stems(word)) or any(p in self.found for p in word.split("-"))


def stems(word: str) -> set[str]:
    """What is left of it without an ending.

    >>> sorted(stems("norvanian") & stems("norvania"))
    ['norv', 'norvani', 'norvania']
    """
    return {word} | {
        word.removesuffix(end) for end in renamed().endings if word.endswith(end) and len(word) - len(end) >= LEAST - 1
    }


def plain(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s").rstrip("'’-")


class _Instead:
    """The words of names of the sources that the text lacks, by what stands beside them and how they are spelt."""

    def __init__(self, theirs: Sequence[Run], own: _Forms) -> None:
        self.besides = dict[tuple[str, int], dict[str, Word]]()
        self.spelt = dict[str, dict[str, Word]]()
        for run in theirs:
            for at, word in enumerate(run):
                if not telling(word) or word.plain in own:
                    continue
                for form in _shorter(word.plain):
                    self.spelt.setdefault(form, {}).setdefault(word.plain, word)
                for step in (1, -1):
                    if 0 <= at + step < len(run):
                        self.besides.setdefault((run[at + step].plain, step), {}).setdefault(word.plain, word)

    def beside(self, run: Run, at: int) -> Word | None:
        """The word that stands beside the same other word of a name."""
        for step in (1, -1):
            if 0 <= at + step < len(run) and run[at + step].plain not in renamed().generic:
                for other in self.besides.get((run[at + step].plain, step), {}).values():
                    return other
        return None

    def near(self, word: Word) -> Word | None:
        """The word that is written nearly like it."""
        if len(word.plain) < NEAR:
            return None
        others = (other for form in _shorter(word.plain) for other in self.spelt.get(form, {}).values())
        return next((other for other in others if near(word.plain, other.plain)), None)


def _shorter(word: str) -> list[str]:
    """A word, and without one of its letters: two that are near have one of these in common."""
    return [word, *(word[:i] + word[i + 1 :] for i in range(min(len(word), LONGEST)))]


def near(one: str, other: str) -> bool:
    """Are two words one letter apart, or have two letters changed places?

    >>> near("solhiem", "solheim"), near("solheim", "solheims"), near("kestrane", "kestrone"), near("marsh", "march")
    (True, True, True, True)
    >>> near("solheim", "holmheim")
    False
    """
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    first = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[first:], other[first:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
