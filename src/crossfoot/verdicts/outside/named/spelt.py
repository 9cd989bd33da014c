"""Names that one text has in Latin letters and the other in Chinese characters in; out go those that do not match.

Chinese names are spelt as they are read: "Jinyue Railway" is 津岳铁路, "Pan Rui" is 潘睿. Only words that
are surely of Chinese are held against the characters, and only where another such name is known to both texts. Nations
have names of their own in each language, and a row each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.late import late
from crossfoot.lexicon.readings import readings, syllables
from crossfoot.lexicon.renamed import renamed
from crossfoot.model import Report, Span
from crossfoot.verdicts.outside.named.han import HAN, named_starts
from crossfoot.verdicts.outside.named.latin import WORD, Word, runs, telling

CHINESE = late(r"zh|x|q|[aeo]ng|ong|ao|ou|ia|ie|iu|ui|uo|ai|ei|ua|yu")  # how no other language is spelt
JOINED = late("[-–/]")  # "Zhengzhou–Wanzhou" is 郑万
FULL = 3  # syllables that are hardly met by chance
SURE = 2  # of a name at least

Spelt = tuple[str, ...]


class Characters:
    """The characters of a text, by how they are read."""

    def __init__(self, report: Report) -> None:
        self.report, self.text = report, report.document.text
        self.at = dict[str, list[int]]()
        for match in HAN.finditer(self.text):
            for place in range(match.start(), match.end()):
                for syllable in readings(self.text[place]):
                    self.at.setdefault(syllable, []).append(place)
        self.names = named_starts(report)

    def has(self, spelt: Spelt) -> bool:
        return any(self._misses(spelt, place) == 0 for place in self.at.get(spelt[0], ()))

    def nearly(self, spelt: Spelt) -> Span | None:
        """Where all but one of its syllables stand, if a name begins there or they are many."""
        for i, syllable in enumerate(spelt[:2]):
            for place in self.at.get(syllable, ()):
                first = place - i
                if (
                    first >= 0
                    and self._misses(spelt, first) == 1
                    and (first in self.names or (len(spelt) >= FULL and not i))
                ):
                    return Span(self.report.document.id, first, first + len(spelt))
        return None

    def _misses(self, spelt: Spelt, first: int) -> int:
        chars = self.text[first : first + len(spelt)]
        if len(chars) < len(spelt) or not HAN.fullmatch(chars):
            return len(spelt)
        return sum(syllable not in readings(char) for syllable, char in zip(spelt, chars, strict=True))


def spelt_names(report: Report, against: Sequence[Report]) -> Iterator[tuple[Span, Report, Span | None]]:
    """Each name of the text that matches none of a source in the other letters, with the one that it nearly is."""
    for source in against:
        if HAN.search(source.document.text) and not HAN.search(report.document.text):
            han = Characters(source)
            names = list(_names(report))
            known = [name for name in names if any(map(han.has, name[1]))]
            for span, ways in names:
                if known and (span, ways) not in known:
                    yield span, source, next(filter(None, map(han.nearly, ways)), None)
        elif HAN.search(report.document.text) and not HAN.search(source.document.text):
            han = Characters(report)
            for span, ways in _names(source):
                if not any(map(han.has, ways)) and (near := next(filter(None, map(han.nearly, ways)), None)):
                    yield near, source, span
        yield from _nations(report, source)


def _names(report: Report) -> Iterator[tuple[Span, list[Spelt]]]:
    """The names that are surely Chinese, each with the ways in which it may be read."""
    text = report.document.text
    for run in runs(report):
        words = list(run)
        joined = text[run[0].span.start - 1 : run[0].span.start] + text[run[-1].span.end : run[-1].span.end + 1]
        if JOINED.search(joined) or any(telling(word) and not syllables(word.plain) for word in run):
            continue
        while words:
            whole = _person(words)
            if whole is not None:
                yield Span(report.document.id, words[0].span.start, words[1].span.end), whole
                words = words[2:]
                continue
            word = words.pop(0)
            ways = [way for way in syllables(word.plain) if len(way) >= SURE and not _glued(way)]
            if ways and telling(word) and CHINESE.search(word.plain):
                yield word.span, ways


def _glued(way: Spelt) -> bool:
    """Does a syllable in it begin with a vowel? An apostrophe parts such ones: "Xi'an"."""
    return any(syllable[0] in "aeo" for syllable in way[1:])


def _person(words: list[Word]) -> list[Spelt] | None:
    """A surname of one syllable with what is given: "Pan Rui", "Luo Zhiyuan"."""
    if len(words) < 2 or not telling(words[1]) or not CHINESE.search(words[0].plain + " " + words[1].plain):
        return None
    first, given = syllables(words[0].plain), syllables(words[1].plain)
    both = [(*one, *other) for one in first for other in given if len(one) == 1 and len(other) < FULL]
    return both or None


def _nations(report: Report, source: Report) -> Iterator[tuple[Span, Report, Span | None]]:
    """The one nation that a source does not name, where it names one that the text does not."""
    here, there = _named_nations(report), _named_nations(source)
    strange = [row for row in here if row not in there and not _knows(source, row)]
    left = [row for row in there if row not in here and not _knows(report, row)]
    if len(strange) == 1 and left:
        yield here[strange[0]], source, there[left[0]]


def _named_nations(report: Report) -> dict[tuple[str, ...], Span]:
    text = report.document.text
    said = {m.group().removesuffix("'s").removesuffix("’s"): m.start() for m in WORD.finditer(text)}
    found = dict[tuple[str, ...], Span]()
    for row in renamed().nations:
        for form in row:
            at = said.get(form, -1) if form.isascii() else text.find(form) if len(form) > 1 else -1
            if at >= 0:
                found.setdefault(row, Span(report.document.id, at, at + len(form)))
    return found


def _knows(report: Report, row: tuple[str, ...]) -> bool:
    return any(form in report.document.text for form in row)
