"""Rows that say over whole sentences how figures tie, compiled to patterns over a text whose figures are masked.

A row is read like the words it stands for; its figures are of one kind:

    word           itself                       (from|on)   one of several           [by]    may be missing
    <makes>        words that the file names once for all rows: "come to|amount to|..."
    {whole}        a figure, under a role       {parts+}    a list of one or more    {n}     a figure of another kind
    {rate}         a percentage, multiple or points         {skip*}  up to four figures that have no part in it
    {also}         one that another may be told for, and no part of it
    {whole__2}     a role again; as none is named so, it may stand aside (an aim, one only compared with) as parts may
    {count}        of any kind                  ‹ ›         a bracket opens, closes
    ~              words with no figure of the kind, within a sentence               _       a few of them, no comma
    …              words with no figure but percentages
    {items+}       the same, each at the end of a line; {points+} of a point of a list
    {moves+}       the same, each of which came or went
    //             the end of a sentence, and what begins the next                    ^       here a sentence begins

Repeats are bounded and no gap holds a figure of the kind, so matching is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import copy
from fractions import Fraction
from functools import cache, lru_cache, reduce
from itertools import accumulate
from operator import or_
from typing import Literal

import msgspec

from crossfoot.errors import LexiconError
from crossfoot.late import late
from crossfoot.lexicon import Row, either, in_order, load_if, pairs
from crossfoot.lexicon.languages import spaced

OPEN, CLOSE = "‹›"  # brackets, as rows write them
ITEM = "•"  # a point of a list begins
LEVEL, ASIDE, OTHER, RATE, SHUT, END = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "‖"
OWN = {  # what stands for a figure of some roles
    "n": OTHER, "whole": LEVEL, "rate": RATE, "nth": RATE, "times": RATE, "count": f"[{LEVEL}{ASIDE}{OTHER}]",
    "each": f"[{LEVEL}{ASIDE}{OTHER}]", "coins": f"[{LEVEL}{ASIDE}{OTHER}]", "price": f"[{LEVEL}{ASIDE}{OTHER}]",
}  # fmt: skip
MOST_PARTS = 12
HEDGE = 16  # characters of a word before a multiple
MOST_SKIPPED = 4
_TOKEN = late(r"\{(\w+)([+*]?)\}|(~ //|~(?: \[// ~\])+|~|_|…|//|\^|[()\[\]|])|(\s+)|([^\s{}~/^()\[\]|…]+)")
_ANY = late(r"\{\w+[+*]?\}|~|…|\^|//|_(?<![^ (|\[]_)")  # any figure, or any words
_OPTIONAL, _NESTED = late(r"\[[^\[\]]*\]"), late(r"(\([^()]*)\([^()]*\)")  # and a choice in a choice
_CHOICE = late(r"\(([^()]*)\)|([^\s()]+)")
_SPREAD = late(r"\{(?!parts\+)\w+\+\}")
_NAMED = late(r"<(\w+)>")
_WORD = late(r"\w")
_PIECE = late(r"\w+|[^\w\s]")
_LINES = ("items", "points")  # lists of two at least, each figure on a line of its own


class Relating(Row, frozen=True):
    name: str
    sense: Literal[  # facts/ties/claims/senses.py says what each means
        "sum", "gap", "apart", "mean", "balance", "share", "ratio", "part", "move", "more", "less", "product",
        "average", "exchange", "order", "back", "pairs", "since", "of all", "each of", "of which", "lot", "step",
        "counted", "dated", "four", "twelve",
    ]  # fmt: skip
    text: str
    holds: tuple[str, ...]
    fails: tuple[str, ...] = ()
    of: Literal["levels", "rates", "paces", "any"] = "levels"  # of which kind; paces: rates that may have moved
    firm: bool = False  # the words alone say that it must hold
    closed: bool = False  # and they part a list from its whole, so that the one is none of the other
    alike: bool = False  # its figures are of one thing: what the last is called, the first is called too


class Rows(Row, frozen=True):
    row: tuple[Relating, ...]
    words: dict[str, str] = msgspec.field(
        default_factory=dict
    )  # what rows write as <name>: the ways to say one thing, parted by |
    came: tuple[str, ...] = ()  # words before a figure that say that it was added to what there was
    gone: tuple[str, ...] = ()  # or taken away from it
    multiples: tuple[tuple[str, str], ...] = ()  # words for so many times, and the number
    scoped: tuple[str, ...] = ()  # behind "average": it is of fewer, or of another time
    hedged: tuple[str, ...] = ()  # before such a word: it says no more than about how many


# By a piece of the words: the bits of choices that it is one of, and words that may stand with it, with their bits.
Asked = dict[str, tuple[int, dict[str, int]]]


class Told:
    """A masked text as rows ask of it: where its sentences begin, and which choices of words each may have, as bits."""

    __slots__ = ("_within", "any", "ats", "has", "text")

    def __init__(self, masked: str, asked: Asked, apart: bool) -> None:
        said = [words + END for words in masked.split(END)]
        self.text, self.ats = masked, list(accumulate(map(len, said), initial=0))
        self.has = list[int]()
        for words in said:
            met = 0
            for piece in asked.keys() & _pieces(words, apart):
                sure, others = asked[piece]
                met |= sure
                for form, bits in others.items():
                    if form in words:
                        met |= bits
            self.has.append(met)
        self.any, self._within = reduce(or_, self.has), {1: self.has}

    def of(self, masked: str) -> Told:
        """The same words with other signs for their figures: they have the same choices."""
        other = copy(self)
        other.text = masked
        return other

    def within(self, reach: int) -> list[int]:
        """The choices that it has from each sentence on, within so many."""
        found = self._within.get(reach)
        if found is None:
            behind = self.within(reach - 1)
            found = self._within[reach] = list(map(or_, self.has, [*behind[1:], 0]))
        return found


class Compiled:
    """`fits(told)`: the places of each role's figures, in the order of the text, for each place where it fits."""

    __slots__ = ("_any", "_apart", "_asks", "_order", "_pattern", "_reach", "nth", "row", "times")

    def __init__(self, row: Relating, apart: bool, file: str, bits: dict[tuple[str, ...], int]) -> None:
        if not row.holds:
            raise LexiconError(f"{file}: row {row.name!r} has no example: write one under `holds` that it must match")
        self.row, self._asks = row, 0
        self._apart = apart
        self._pattern: re.Pattern[str] | None = None
        needs = _needs(row.text)
        self._order = tuple(tuple(_bare(words) for words in need) for need in needs)
        for need in needs:
            self._asks |= bits.setdefault(need, 1 << len(bits))
        if not self._asks:
            raise LexiconError(f"{file}: row {row.name!r} asks for no word: write one outside of brackets")
        self.times, self.nth = "{times}" in row.text, "{nth}" in row.text
        self._any = "{n}" in row.text or "{nth}" in row.text  # any figure of another kind may be counted: all are tried
        # Sentences that it may run over: all parts of a list stand in one, or each ends its own.
        self._reach = 1 + row.text.count("//") + row.text.count("‖") + (MOST_PARTS - 1) * len(_SPREAD.findall(row.text))

    def may_fit(self, told: Told) -> bool:
        """Does a text have all its words, near each other? Most have not."""
        asks = self._asks
        if told.any & asks == asks:
            for met in told.within(self._reach):  # a loop, since it is asked so often
                if met & asks == asks:
                    return True
        return False

    def fits(self, told: Told) -> Iterator[dict[str, list[int]]]:
        for match in self._matches(told):
            found = dict[str, list[int]]()
            for role, text in match.groupdict().items():
                if text is not None:
                    start = match.start(role)
                    places = [start + i for i, char in enumerate(text) if char in (LEVEL, ASIDE, OTHER, RATE)]
                    if len(text) > 1 and role != "moves":
                        places = [start + i for i, char in enumerate(text) if char == LEVEL]
                    found.setdefault(role.partition("__")[0], []).extend(places)
            yield found

    def _matches(self, told: Told) -> Iterator[re.Match[str]]:
        least, others = _figures(self.row.text)
        for at, end in self._near(told):
            if told.text.count(LEVEL, at, end) + told.text.count(ASIDE, at, end) < least:
                continue  # to look for a list where there is none is dear
            if others and min([told.text.find(sign, at, end) for sign in others]) < 0:
                continue
            if self._pattern is None:  # only now has a text its words: all rows are a fifth of a cold start
                if not in_order(told.text, self._order, at, end):
                    continue  # once it is compiled the pattern tells that as soon
                self._pattern = re.compile(_written(self.row.text, self._apart))
            while match := self._pattern.search(told.text, at, end):
                at = match.start() + 1 if self._any else match.end()
                yield match

    def _near(self, told: Told) -> Iterator[tuple[int, int]]:
        """The stretches in which all its words stand within as many sentences as it runs over: it fits nowhere else."""
        asks, ats, most = self._asks, told.ats, len(told.has)
        first = last = 0  # sentences; those of several places that run into each other are one stretch
        for i in [i for i, met in enumerate(told.within(self._reach)) if met & asks == asks]:
            if i >= last:
                if last > first:
                    yield ats[first], ats[last]
                first = i
            last = min(i + self._reach, most)
        if last > first:
            yield ats[first], ats[last]


class Table:
    """The rows of a language; `told` makes of a masked text what all of them are asked of."""

    def __init__(self, rows: Sequence[Relating], apart: bool, file: str) -> None:
        bits = dict[tuple[str, ...], int]()  # each choice of words that rows ask for
        self._apart, self.rows = apart, tuple(Compiled(row, apart, file, bits) for row in rows)
        self._asked = Asked()
        for need, bit in bits.items():
            for words in need:
                form = _bare(words)
                piece = _piece(form, apart)
                sure, others = self._asked.get(piece, (0, {}))
                if form == piece:
                    sure |= bit
                else:
                    others[form] = others.get(form, 0) | bit
                self._asked[piece] = sure, others

    def told(self, masked: str) -> Told:
        return Told(masked, self._asked, self._apart)


def _bare(words: str) -> str:
    """What ends a sentence stands in the one before."""
    return words.strip(f"{END} ") or words


def _pieces(words: str, apart: bool) -> set[str]:
    """What tells soon whether words may stand in a text: its words and marks, or each of its characters and pairs."""
    return {*_PIECE.findall(words)} if apart else pairs(words)


@cache
def _piece(words: str, apart: bool) -> str:
    """The piece of a text by which some words are looked for: the longest of them, or the pair that they begin with.

    >>> _piece("made up of", apart=True), _piece("相当于", apart=False), _piece("占", apart=False)
    ('made', '相当', '占')
    """
    return max(_PIECE.findall(words), key=len) if apart else words[:2]


def _written(text: str, apart: bool) -> str:
    """The pattern of a row."""
    near, far = (30, 90) if apart else (10, 45)
    within, marks = f"{LEVEL}{SHUT}{END}", ",;:"
    gap = f"[^{within}]{{0,{far}}}?"
    out, seen = list[str](), dict[str, int]()
    for role, many, sign, space, word in _tokens(text):
        if many == "*":
            while out[-1] in (gap, " ?", ""):  # where two gaps meet, each parting of the words between them is tried
                out.pop()
            out.append(f"(?:[^{within}]{{0,{far}}}[{LEVEL}{ASIDE}]){{0,{MOST_SKIPPED}}}?")
        elif role:
            seen[role] = seen.get(role, 0) + 1
            name = role if seen[role] == 1 else f"{role}__{seen[role]}"
            one = OWN.get(role) or f"[{LEVEL}{ASIDE}]"
            listed = f"[{LEVEL}{ASIDE}]" if name == "moves" else LEVEL  # what came and went is seldom a level
            more = f"(?:[^{within}]{{0,{far}}}{listed}){{0,{MOST_PARTS - 1}}}" if many else ""
            if name in _LINES:  # each ends a line of its own
                begun = f"{ITEM}(?:[^{within}]{{0,{near}}}{END}(?!{ITEM}))?" if name == "points" else f"{ITEM}?"
                more = f"(?:[^{within}]{{0,{near}}}{END}{begun}[^{within}]{{0,{far}}}{LEVEL}){{1,{MOST_PARTS - 1}}}"
            out.append(f"(?P<{name}>{listed if many else one}{more})")
        elif sign == "~":
            out.append(gap)
        elif sign == "…":
            out.append(f"[^{within}{ASIDE}{OTHER}]{{0,{far}}}?")
        elif sign.startswith("~ ["):  # no gap before what may be missing: it would be tried behind each character of it
            most = sign.count("[")
            out += [f"(?:[^{within}]{{0,{2 * far}}}+{END}{ITEM}?){{0,{most}}}", gap]
        elif sign == "_":
            out.append(f"[^{within}{ASIDE}{marks}]{{0,{near}}}?")
        elif sign in ("//", "~ //"):
            # As one gap: where two meet, each parting of the words between them would be tried
            out.append(f"[^{within}]{{0,{far * len(sign.split())}}}+{END}{ITEM}?")
        elif sign == "^":
            out.append(f"(?<={END})(?:{ITEM})?")
        elif sign in ("(", "["):
            out.append("(?:")
        elif sign == "]":
            out.append(")?")
        elif sign:
            out.append(sign)
        elif space:
            out.append(r" ?" if apart else "")
        else:
            edges = [r"\b" if apart and _WORD.match(char) else "" for char in (word[0], word[-1])]
            out.append(edges[0] + re.escape(word) + edges[1])
    return "".join(out)


@cache
def _tokens(text: str) -> list[tuple[str, ...]]:
    return _TOKEN.findall(text)


def _needs(text: str) -> list[tuple[str, ...]]:
    """The words of a row: one of each choice stands wherever it fits.

    >>> _needs("{whole} (made up of|from [the] sale of) {parts+} and [so] on")
    [('made up of', 'sale of'), ('and',), ('on',)]
    """
    said = _ANY.sub("\n", " ".join(text.split()))  # a line ends where something else may stand between words
    for unsure, left in ((_OPTIONAL, "\n"), (_NESTED, r"\1\n")):
        while (sure := unsure.sub(left, said)) != said:
            said = sure
    said = said.replace(" \n", "\n").replace("\n ", "\n")
    needs = list[tuple[str, ...]]()
    for choice, word in _CHOICE.findall(said):
        group = (word,) if word else tuple(max(words.split("\n"), key=len) for words in choice.split("|"))
        needs += [group] if all(group) else []
    return needs


@cache
def _figures(text: str) -> tuple[int, frozenset[str]]:
    """How many figures of its own kind a row cannot do without, and the signs of such as are of another.

    >>> _figures("{whole} [and {part}] (of|at {n}) {rate}, {items+}") == (3, {RATE})
    True
    """
    depth, found, others = 0, 0, set[str]()
    for role, _, sign, _, _ in _tokens(text):
        depth += (sign in ("[", "(")) - (sign in ("]", ")"))
        if not role or depth or role == "skip":
            continue
        if role not in OWN or role == "whole":
            found += 2 if role in _LINES else 1
        elif len(OWN[role]) == 1:
            others.add(OWN[role])
    return found, frozenset(others)


@cache
def relating(lang: str) -> Table:
    """The compiled rows of `lexicon/<lang>/relating.toml`; none where the language has no such file.

    >>> {row.row.sense for row in relating("en").rows} >= {"sum", "gap"}
    True
    """
    rows = _rows(lang)
    return Table(rows.row if rows else (), spaced(lang), f"{lang}/relating.toml")


class Multiples:
    """Words that say that something is so many times something else, though they print no number."""

    def __init__(self, rows: Rows) -> None:
        edge = r"\b"
        self._times = {word: Fraction(number) for word, number in rows.multiples}
        self._longest = frozenset(max(word.split(), key=len) for word in self._times)
        self._pattern = late(rf"{edge}(?:{either(self._times)}){edge}")
        self._never = late(rf"{edge}(?:{either(rows.hedged)}) $")

    def may_stand(self, words: str) -> bool:
        """Might such words stand somewhere in a text?"""
        lower = words.lower()
        return any(word in lower for word in self._longest) and self._pattern.search(lower) is not None

    def told(self, words: str) -> Iterator[tuple[int, int, Fraction]]:
        """Where such words stand in some that are in lower case, and how many times they say."""
        for found in self._pattern.finditer(words):
            if self._never.search(words, max(found.start() - HEDGE, 0), found.start()) is None:
                yield *found.span(), self._times[found[0]]


@lru_cache(8)
def multiples(lang: str, text: str) -> Multiples | None:
    """The words of a language; None where it has none, or a text has none of them.

    >>> [*multiples("en", "it doubled").told("it doubled from, and nearly doubled; half as many")]
    [(3, 10, Fraction(2, 1)), (37, 49, Fraction(1, 2))]
    """
    known = _multiples(lang)
    return known if known is not None and known.may_stand(text) else None


@cache
def _multiples(lang: str) -> Multiples | None:
    rows = _rows(lang)
    return Multiples(rows) if rows is not None and rows.multiples else None


def hedged(lang: str, words: str) -> bool:
    """Do the words before a multiple make it no more than about so many?

    >>> hedged("en", " rose more than "), hedged("en", " rose ")
    (True, False)
    """
    rows = _rows(lang)
    return rows is not None and words.lower().rstrip().endswith(tuple(f" {word}" for word in rows.hedged))


@cache
def _scoped(lang: str) -> re.Pattern[str] | None:
    rows = _rows(lang)
    return late(rf"\b(?:{either(rows.scoped)})\b") if rows is not None and rows.scoped else None


def elsewhere(lang: str, words: str) -> bool:
    """Do words between "average" and its figure say that it is of fewer, or of another time?

    >>> elsewhere("en", " gift in the final week was "), elsewhere("en", " gift was ")
    (True, False)
    """
    pattern = _scoped(lang)
    return pattern is not None and pattern.search(words.lower()) is not None


@cache
def _rows(lang: str) -> Rows | None:
    file = f"{lang}/relating.toml"
    rows = load_if(file, Rows)
    if rows is None:
        return None
    full = [
        msgspec.structs.replace(row, text=_spelled(row.text, rows.words, f"{file}: row {row.name!r}"))
        for row in rows.row
    ]
    return msgspec.structs.replace(rows, row=tuple(full))


def _spelled(text: str, words: dict[str, str], where: str) -> str:
    """A row with the words that it names.

    >>> _spelled("{part} (<makes>|is) {whole}", {"makes": "makes|comes to"}, "")
    '{part} (makes|comes to|is) {whole}'
    """
    for name in _NAMED.findall(text):
        if name not in words:
            raise LexiconError(f"{where} names <{name}>, which [words] does not have: {', '.join(sorted(words))}")
    return _NAMED.sub(lambda named: words[named[1]], text)


@cache
def _carrying(lang: str) -> re.Pattern[str] | None:
    rows = _rows(lang)
    if rows is None or not rows.came:
        return None
    edge = r"\b" if spaced(lang) else ""
    return late(rf"{edge}(?:(?P<came>{either(rows.came)})|(?P<gone>{either(rows.gone)})){edge}")


def carried(lang: str, words: str) -> Literal["came", "gone"] | None:
    """Do the words before a figure say that it came to what there was, or went from it? None where they do not say.

    >>> carried("en", " and then signed a further "), carried("en", "it delivered "), carried("en", "it rose to ")
    ('came', 'gone', None)
    """
    pattern, way = _carrying(lang), None
    for found in pattern.finditer(words.lower()) if pattern is not None else ():
        way = found.lastgroup  # the last that is said
    return way  # type: ignore[return-value]
