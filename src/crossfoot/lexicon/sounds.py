"""Names in Latin letters and Chinese text in; where the text has each of them, by its sound, out.

Two ways are known. A Chinese name is spelled ("Lingchuan", 凌川): its syllables are read one for one. A foreign name is
transcribed (布兰特, "Brandt"): what is kept are its consonants, in classes that a transcription does not tell apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from crossfoot.late import late
from crossfoot.lexicon import load
from crossfoot.lexicon.words import words

MOST = 4  # syllables of a spelled name
LONGEST = 6  # characters of a transcribed one
SHORTEST = 4  # letters of a spelled name: "Wuan" says little, "An" nothing
CONSONANTS = 2  # of a transcribed one
SURE = 3  # consonants that need no vowel beside them
LONG = 5  # consonants of which one may be lost
_HAN = late("[\u4e00-\u9fff]{2,}")
_FINAL = late(r"(?:ng?|r)$")
_INITIAL = late(r"[zcs]h|[bpmfdtnlgkhjqxrzcsw]")
_CLASS = {
    **dict.fromkeys(("b", "p"), "P"),
    **dict.fromkeys(("d", "t", "th"), "T"),
    **dict.fromkeys(("g", "k", "q", "ck", "gh"), "K"),
    **dict.fromkeys(("l", "r", "rh"), "L"),
    **dict.fromkeys(("s", "z", "c", "j", "sh", "ch", "zh", "ts", "tz", "sch", "tsh", "tch"), "S"),
    **dict.fromkeys(("f", "v", "w", "ph"), "F"),
    **dict.fromkeys(("n", "ng"), "N"),
    "m": "M",
    "h": "H",
    "x": "KS",
}
_READ = {"j": "SK", "q": "SK", "x": "SH", "g": "KS", "k": "K", "w": "F", "r": "L"}  # an initial may stand for each
_LATIN = late(r"sch|tsh|tch|[cszpt]h|rh|gh|ck|t[sz]|ng(?![aeiouy])|[a-z]")
_SOFT = frozenset("eiy")
_VOWELS = {"a": "a", "e": "e", "i": "e", "y": "e", "o": "o", "u": "o"}


class Sounds:
    """Names, to be found by their sound."""

    def __init__(self, names: Iterable[str]) -> None:
        self._spelled = dict[tuple[str, ...], str]()
        self._heard = defaultdict[str, list[str]](list)
        for name in names:
            if len(name) >= SHORTEST:
                self._spelled.update(dict.fromkeys(_cut(name), name))
            for heard in _consonants(name):
                self._heard[heard].append(name)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a text has one, and which: the longest at a place.

        >>> list(Sounds(["Lingchuan"]).find("昨日凌川汽车公布")), list(Sounds(["Brandt"]).find("卖出前锋布兰特"))
        ([(2, 4, 'Lingchuan')], [(4, 7, 'Brandt')])
        """
        if not (self._spelled or self._heard):
            return
        for run in _HAN.finditer(text):
            at, end = run.span()
            while at < end - 1:
                found = self._at(text, at, end)
                if found is not None:
                    yield at, *found
                at = at + 1 if found is None else found[0]

    def _at(self, text: str, at: int, end: int) -> tuple[int, str] | None:
        for stop in range(min(at + MOST, end), at + 1, -1):
            for read in product(*(_sounds().get(char, ("",)) for char in text[at:stop])):
                if read in self._spelled:
                    return stop, self._spelled[read]
        if not self._heard:
            return None
        for stop in range(min(at + LONGEST, end), at + 1, -1):
            window = text[at:stop]
            if _transcribing().issuperset(window):
                for heard in _heard(window):
                    for name in self._heard.get(heard, ()):
                        if _like(name, window, heard):
                            return stop, name
        return None


@cache
def _sounds() -> dict[str, tuple[str, ...]]:
    """Each character with its readings."""
    found = defaultdict[str, list[str]](list)
    for syllable, chars in load("zh/sounds.toml", dict[str, str]).items():
        for char in chars:
            found[char].append(syllable)
    return {char: tuple(read) for char, read in found.items()}


@cache
def _syllables() -> frozenset[str]:
    return frozenset(syllable for read in _sounds().values() for syllable in read)


@cache
def _transcribing() -> frozenset[str]:
    """The characters that foreign names are written in."""
    return frozenset("".join(words("zh").lists["transcribing"]))


def _cut(name: str) -> Iterator[tuple[str, ...]]:
    """The ways in which it is spelled as Chinese syllables.

    >>> ("xi", "an") in _cut("Xian"), list(_cut("Brandt"))
    (True, [])
    """
    word, known = name.lower().replace("ü", "v"), _syllables()
    open_: list[tuple[tuple[str, ...], int]] = [((), 0)]
    while open_:
        done, at = open_.pop()
        if at == len(word) and len(done) > 1:
            yield done
        elif len(done) < MOST:
            open_ += [
                ((*done, word[at:end]), end)
                for end in range(at + 1, min(at + 7, len(word) + 1))
                if word[at:end] in known
            ]


def _consonants(name: str) -> Iterator[str]:
    """The classes of a name's consonants, one row a way of saying it."""
    ways, before = [""], ""
    letters = [match.group() for match in _LATIN.finditer(name.lower())]
    for at, letter in enumerate(letters):
        after = letters[at + 1] if at + 1 < len(letters) else ""
        kinds = _said(letter, before, after)
        ways = [way + ("" if way.endswith(kind) and before not in _VOWELS else kind) for way in ways for kind in kinds]
        before = letter
    ways = [way for way in ways[: 2 * MOST] if len(way) >= CONSONANTS]
    ways += [way[:at] + way[at + 1 :] for way in ways if len(way) >= LONG for at in range(1, len(way))]
    yield from dict.fromkeys(ways)


def _said(letter: str, before: str, after: str) -> tuple[str, ...]:
    """What a letter may sound like between its neighbours."""
    if letter == "c":
        return ("S",) if after[:1] in _SOFT else ("K",)
    if letter == "g" and after[:1] in _SOFT:
        return ("K", "S")
    if letter == "j":
        return ("S", "")
    if letter == "r" and after[:1] not in _VOWELS:
        return ("L", "")  # "Norvale", "Brackwater"
    if letter in ("h", "w") and (after[:1] not in _VOWELS or not after):
        return ("",)  # "Rehn", "Harrow"
    return (_CLASS.get(letter, ""),)


def _heard(window: str) -> Iterator[str]:
    """The classes of the consonants of characters, one row a reading."""
    ways = [""]
    for char in window:
        kinds = {kind for syllable in _sounds().get(char, ()) for kind in _syllable(syllable)}
        ways = [way + kind for way in ways for kind in sorted(kinds)][: 2 * MOST]
    return iter(dict.fromkeys(way for way in ways if len(way) >= CONSONANTS))


@cache
def _syllable(syllable: str) -> tuple[str, ...]:
    if syllable == "er":
        return ("L",)
    match = _INITIAL.match(syllable)
    initial = match.group() if match and syllable != "wu" else ""
    end = "N" if _FINAL.search(syllable) and len(syllable) > len(initial) + 1 else ""
    return tuple(kind + end for kind in _READ.get(initial, _CLASS.get(initial, "")) or ("",))


def _like(name: str, window: str, heard: str) -> bool:
    """Do few consonants have the first vowel with them too, and does neither begin with one alone?"""
    first = _sounds()[window[0]][0]
    bare = name[0].lower() in _VOWELS
    if bare != (first[0] in "aeoy" or first == "wu"):
        return False
    vowel = "e" if name[-1] == "e" and _vowel(name) == "a" and _vowel(first) == "e" else _vowel(name)  # "Wade"
    return len(heard) >= SURE or vowel == _vowel(first)


def _vowel(word: str) -> str:
    return next((_VOWELS[letter] for letter in word.lower().replace("ao", "o") if letter in _VOWELS), "")
