"""Words that ask for an equation of a known shape over the figures around them: one pattern for each, by language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load, load_if
from crossfoot.lexicon.languages import spaced

LONGEST = 80  # no cue reaches further


class CueRow(Row, frozen=True):
    """`before`: within so many characters before a figure; `behind`: within so many behind it; in lower case."""

    id: str
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    next: tuple[str, ...] = ()  # right behind it
    reach: int = 40  # characters
    clause: bool = True  # not over a comma
    close: bool = False  # what is right behind it is not behind a comma either: "$14 a share", and no "$14, a record"
    never: tuple[str, ...] = ()  # words that hold one of these and are no such cue
    verbs: bool = True  # over a verb of `was` too: not so "revenue from software was 10"
    over: tuple[str, ...] = ()  # marks that a figure then has not: "from a year earlier to 12 million"


class Cues(Row, frozen=True):
    cue: tuple[CueRow, ...]
    halves: tuple[tuple[str, str], ...] = ()  # words for two parts that leave nothing out
    opposites: tuple[tuple[str, str], ...] = ()  # of them such as mean all that the other does not
    poles: tuple[
        tuple[str, str, str, str, str], ...
    ] = ()  # words for what is more or less than another, and of which two
    beside: tuple[tuple[str, str], ...] = ()  # words right beside a figure that say which way it is from another
    each: tuple[tuple[str, str], ...] = ()  # words for so much each, and the unit that one of is meant
    no_other: tuple[str, ...] = ()  # words that say of parts that they are all
    all_else: tuple[str, ...] = ()  # words before a last part that is all that is left
    restated: tuple[str, ...] = ()  # between a figure and the same in another unit
    weighing: tuple[str, ...] = ()  # before what is a mean by weight
    parted: tuple[str, ...] = ()  # before a share that is one of a list
    remains: tuple[str, ...] = ()  # before the last share of one, as patterns
    nested: tuple[str, ...] = ()  # before what is a part of the part before it
    whose: tuple[str, ...] = ()  # with which what names a whole may begin, and names nothing of it
    carrying: tuple[str, ...] = ()  # words before a move that name no other subject for it than the figures before
    polled: tuple[tuple[str, ...], ...] = ()  # behind a share of those who were asked: for, against, and neither
    it: tuple[str, ...] = ()  # what may begin a sentence that goes on about what stands before it
    was: tuple[str, ...] = ()  # and its verb, before a figure
    when: tuple[str, ...] = ()  # with which a time begins that may stand before both
    still: tuple[str, ...] = ()  # and what may stand between them
    taking: tuple[str, ...] = ()  # words before a share; what stands between is what it is of
    all: tuple[str, ...] = ()  # words for a whole that do not name it
    joined: tuple[tuple[str, ...], ...] = ()  # a word, and those that only look as if they stood in it
    hedges: tuple[str, ...] = ()  # words before a share that name nothing
    again: tuple[str, ...] = ()  # words with which a sentence goes on to say how much of it that is
    behind_place: tuple[str, ...] = ()  # between a place and how long its list is
    of_every: tuple[str, ...] = ()  # between a number and out of how many it is
    moved_in: tuple[str, ...] = ()  # words for a move before what moved
    moved_by: tuple[str, ...] = ()  # and between that and by how much


class Cue:
    __slots__ = ("bars", "before", "behind", "clause", "close", "heads", "id", "never", "next", "over", "reach")

    def __init__(self, row: CueRow, apart: bool, verbs: tuple[str, ...] = ()) -> None:
        # One of these stands before or behind the figure wherever it does.
        self.heads = _begun(row.before, apart), _begun((*row.behind, *row.next), apart)
        self.id, self.reach, self.clause, self.over = row.id, row.reach, row.clause, row.over
        self.close = row.close
        self.before, self.behind = _pattern(row.before, apart), _pattern(row.behind, apart)
        self.next = _pattern(row.next, apart)
        self.never, self.bars = _pattern(row.never, apart), _pattern(verbs, apart)

    def stands(self, before: str, behind: str) -> bool:
        """Does it stand in the words before or behind a figure, in lower case?"""
        if self.never is not None:
            before, behind = self.never.sub(" ", before), self.never.sub(" ", behind)
        if self.bars is not None:
            before = self.bars.split(before)[-1]
        found = self.before is not None and self.before.search(before)
        found = found or (self.behind is not None and self.behind.search(behind))
        return bool(
            found
            or (self.next is not None and self.next.match(_ARTICLE.sub("", behind).lstrip(" " if self.close else " ,")))
        )


def _begun(forms: tuple[str, ...], apart: bool) -> frozenset[str]:
    """What each of some forms begins with: its first two words, or the only one."""
    return frozenset(" ".join(_heads(form.lower(), apart)[:2]) for form in forms)


def _heads(text: str, apart: bool) -> list[str]:
    """The words of a text; its characters, where words are not set apart."""
    return _WORD.findall(text) if apart else list(text)


@lru_cache(maxsize=64)
def _said(text: str, apart: bool) -> frozenset[str]:
    """The words of a text, and all pairs of neighbours among them: what is behind one figure is before the next."""
    words = _heads(text, apart)
    return frozenset([*words, *map(" ".join, pairwise(words))])


_ARTICLE = late(r"\ban? $")  # of the next figure: "284.6 million, a 7.4% increase"
_WORD = late(r"\w+|[^\w\s]")


def _pattern(words: tuple[str, ...], apart: bool) -> re.Pattern[str] | None:
    if not words:
        return None
    forms = "|".join(re.escape(word.lower()) for word in sorted(words, key=len, reverse=True))
    return late(rf"\b(?:{forms})\b" if apart else f"(?:{forms})")  # to ignore case costs three times as much


def likely(lang: str, before: str, behind: str) -> list[Cue]:
    """The cues that may stand around a figure, in the order of their file; the words in lower case.

    >>> {cue.id for cue in likely("en", "up from ", " a year earlier")} >= {"base", "up"}
    True
    """
    apart, known, found = spaced(lang), cues(lang), set[int]()
    ahead, after = _filed(lang)
    for head in ahead.keys() & _said(before[-LONGEST:], apart):
        found.update(ahead[head])
    for head in after.keys() & _said(behind[:LONGEST], apart):
        found.update(after[head])
    return [known[i] for i in sorted(found)]


TIMES = frozenset(("yearly", "lately"))
_STOP = late(r"[,;:.，；：。()（）]")


def measured_over(before: str, behind: str, lang: str) -> frozenset[str]:
    """Whether what stands between two texts is measured over a year or over less, as far as their clause says.

    >>> measured_over("，环比增长", "。", "zh"), measured_over("against ", " a year ago", "en")
    (frozenset({'lately'}), frozenset({'yearly'}))
    """
    return _told(before, behind, lang) & TIMES


def aimed(before: str, behind: str, lang: str) -> bool:
    """Is what stands between two texts wanted or foreseen, and not so far had, as far as their clause says?

    >>> aimed(", against forecasts of ", ".", "en"), aimed(", against ", " a year ago", "en")
    (True, False)
    """
    return "aim" in _told(before, behind, lang)


def yardstick(before: str, behind: str, lang: str) -> bool:
    """Is what stands between two texts a mark of another time or thing that others are held against?

    >>> yardstick(", below the record of ", " set in May", "en"), yardstick(" from ", " in May", "en")
    (True, False)
    """
    return "yardstick" in _told(before, behind, lang)


CUT = "cut by "  # what the ids of ways to split a whole begin with


def ways(before: str, behind: str, lang: str) -> frozenset[str]:
    """By what the part that stands between two texts is split off, as far as its clause says.

    >>> sorted(ways("，女性", "，", "zh"))
    ['cut by sex']
    """
    return cuts(_told(before, behind, lang))


def cuts(marks: frozenset[str]) -> frozenset[str]:
    """The ways to split a whole among the marks of a part."""
    return frozenset(mark for mark in marks if mark.startswith(CUT))


def crossing(parts: Iterable[frozenset[str]]) -> bool:
    """Are parts split off in ways that run across each other, so that one may be in two of them?

    >>> crossing([frozenset({"cut by sex"}), frozenset({"cut by age"})]), crossing([frozenset({"cut by sex"})] * 2)
    (True, False)
    """
    told = [own for own in parts if own]
    return len(told) > 1 and not frozenset.intersection(*told)


def _told(before: str, behind: str, lang: str) -> frozenset[str]:
    """The cues around what stands between two texts, in its clause."""
    near = _STOP.split(before)[-1].lower(), _STOP.split(behind, maxsplit=1)[0].lower()
    return frozenset(cue.id for cue in likely(lang, *near) if cue.stands(*near))


@cache
def _filed(lang: str) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The cues, by their place in the file, under what their forms before and behind a figure begin with."""
    filed = dict[str, list[int]](), dict[str, list[int]]()
    for i, cue in enumerate(cues(lang)):
        for side, heads in zip(filed, cue.heads, strict=True):
            for head in heads:
                side.setdefault(head, []).append(i)
    return filed


@cache
def cues(lang: str) -> tuple[Cue, ...]:
    """The cues of a language, in the order of their file; none where it is another than ours.

    >>> "base" in {cue.id for cue in cues("en")}
    True
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    return tuple(Cue(row, spaced(lang), () if row.verbs else rows.was) for row in rows.cue) if rows else ()


@cache
def halves(lang: str) -> tuple[tuple[str, str], ...]:
    """Words for two parts that leave nothing out: sales at home and abroad, men and women.

    >>> ("内销", "出口") in halves("zh")
    True
    """
    return load(f"{lang}/cued.toml", Cues).halves


@cache
def opposites(lang: str) -> tuple[tuple[str, str], ...]:
    """Of the words for two parts that leave nothing out those of which the one means all that the other does not.

    >>> ("内贸", "外贸") in opposites("zh"), ("火电", "水电") in opposites("zh")
    (True, False)
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    return rows.opposites if rows else ()


@cache
def each_words(lang: str) -> tuple[tuple[str, str], ...]:
    """Words before a figure that is said of one of something, with its unit.

    >>> ("日均", "day") in each_words("zh")
    True
    """
    return load(f"{lang}/cued.toml", Cues).each


@cache
def polled(lang: str) -> tuple[re.Pattern[str], ...]:
    """Words behind a share of those who are for something, against it, and neither; none where a language has none.

    >>> [bool(words.search(" had no view on it")) for words in polled("en")]
    [False, True, True]
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    return tuple(late(rf"\b(?:{either(words)})\b") for words in rows.polled) if rows is not None else ()


@cache
def _again(lang: str) -> re.Pattern[str] | None:
    rows = load_if(f"{lang}/cued.toml", Cues)
    if rows is None or not rows.it:
        return None
    when = rf"(?:(?:{either(rows.when)})\b[^,;:]{{0,40}},? )?"
    words = rf"{when}(?:{either(rows.it)})(?: {either(rows.still)})? (?:{either(rows.was)})(?: [a-z-]+){{0,2}} ?[$€£¥]?"
    return late(rf"(?:.*[,;] )?{words}")


def goes_on(lang: str, lead: str) -> bool:
    """Do the words of a sentence before a figure only say that it is another one of what was told before?

    >>> goes_on("en", "It is now $"), goes_on("en", "A year earlier, it had been "), goes_on("en", "Its rent is ")
    (True, True, False)
    """
    pattern = _again(lang)
    return pattern is not None and pattern.fullmatch(lead.lower()) is not None


def carrying(lang: str) -> tuple[str, ...]:
    """Words before a move that name no other subject for it than the figures before.

    >>> "同比" in carrying("zh")
    True
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    return rows.carrying if rows else ()


class Taking(NamedTuple):
    """How a share says what it is of."""

    of: re.Pattern[str]  # the words for it, and for what is taken of it, right before a share or behind it
    all: re.Pattern[str]  # words for a whole that do not name it
    again: re.Pattern[str] | None = None  # "That is 84% of"
    inside: re.Pattern[str] | None = None  # before a part: "唱片里，黑胶有"
    around: re.Pattern[str] | None = None  # words for a whole, at the ends of what names it
    joined: tuple[tuple[str, ...], ...] = ()  # a word, and those that only look as if they stood in it

    def core(self, words: str) -> str:
        """What names a whole, without the words that any whole has.

        >>> taking("zh").core("出口总值"), taking("zh").core("公司经审计营业收入")
        ('出口', '营业收入')
        """
        return words if self.around is None else self.around.sub("", words)

    def apart(self, words: str) -> str:
        """Words in which what only looks as if it had another name in it is one sign.

        >>> "出口" in taking("zh").apart("全省进出口总值"), "出口" in taking("zh").apart("全省出口总值")
        (False, True)
        """
        for whole, *_ in self.joined:
            words = words.replace(whole, _ONE)
        return words

    def denied(self, name: str, words: str) -> bool:
        """Does a name end in what words have only inside another: "出口总值" of "进出口总值"? Both are `apart`."""
        core = self.core(name)
        return any(core.endswith(inner) and inner not in words for _, *inside in self.joined for inner in inside)


_ONE = "⇄⇄"  # for a word that has no other in it
_INSIDE = late(r"(?P<of>[^，。；、：,:;（）()\d]{2,12})(?:当中|當中|之中|中|里|裡)，?[^，。；：\d]{0,14}$")


@cache
def taking(lang: str) -> Taking | None:
    """The words around a share; None where a language has none.

    >>> taking("zh").of.search("占公司总股本的约")["of"]
    '公司总股本'
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    if rows is None or not rows.taking:
        return None
    verbs, hedges, whole = (
        "|".join(map(re.escape, sorted(row, key=len, reverse=True))) for row in (rows.taking, rows.hedges, rows.all)
    )
    if not spaced(lang):
        of = rf"(?:{verbs})(?P<of>[^，。；、：:,;（）()\d]{{0,16}}?)的?(?:{hedges})?$"
        begun = "|".join(map(re.escape, sorted(rows.whose, key=len, reverse=True)))
        around = late(rf"^(?:{begun}|{whole})+|(?:{whole})+$")
        return Taking(late(of), late(rf"(?:{whole})*"), None, _INSIDE, around, rows.joined)
    of = rf"\s*(?:{verbs})\b(?P<of>[^,.;:()\d]{{0,40}})"
    again = "|".join(map(re.escape, rows.again))
    said = late(rf"\s*(?:{again})\b(?: (?:{hedges}))? ?", re.IGNORECASE)
    return Taking(late(of, re.IGNORECASE), late(rf"\W*(?:(?:{whole})\b\W*)*", re.IGNORECASE), said)


@cache
def stepping(lang: str) -> re.Pattern[str] | None:
    """The words before what something moved by, with what moved between them; None where a language has none.

    >>> bool(stepping("en").search("an increase in selling expenses of ")), stepping("zh")
    (True, None)
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    if rows is None or not rows.moved_in:
        return None
    return late(rf"\b(?:{either(rows.moved_in)}) [^,;:]{{1,80}} (?:{either(rows.moved_by)}) $")


class ListedOf(NamedTuple):
    behind_place: re.Pattern[str]
    of_every: re.Pattern[str]


@cache
def listed_of(lang: str) -> ListedOf | None:
    """How a language says of how many a place is one, or a number; None where it does in no such words.

    >>> bool(listed_of("en").behind_place.search("12th of ")), listed_of("zh")
    (True, None)
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    if rows is None or not rows.behind_place:
        return None
    return ListedOf(late(rf" (?:{either(rows.behind_place)}) $"), late(rf" (?:{either(rows.of_every)})\b"))


class Poles(Row, frozen=True):
    """Two words for a difference, one of each sign, and the words of the two figures that it lies between."""

    more: tuple[str, ...]
    less: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    never: tuple[str, ...]  # words that hold one of these and name neither


@cache
def poles(lang: str) -> tuple[Poles, ...]:
    """Words that say of which of two figures there is more: a surplus is of exports over imports.

    >>> poles("zh")[0].less
    ('逆差',)
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    return tuple(Poles(*(tuple(words.split("|")) for words in row)) for row in rows.poles) if rows else ()


@cache
def beside(lang: str) -> tuple[tuple[str, str], ...]:
    """Words for more and less that stand right behind a figure; right before it, where words are not set apart.

    >>> ("better", "worse") in beside("en")
    True
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    return rows.beside if rows else ()


@cache
def closing(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words that say of parts that they are all, and words before a last part that is all else.

    >>> bool(closing("en")[1].search(", those to everywhere else "))
    True
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    none, apart = late(r"(?!)"), spaced(lang)
    if rows is None:
        return none, none
    return _pattern(rows.no_other, apart) or none, _pattern(rows.all_else, apart) or none


class Remainder(NamedTuple):
    """How a language tells shares that leave nothing out."""

    parted: re.Pattern[str]
    last: re.Pattern[str]
    nested: tuple[str, ...]


@cache
def remainder(lang: str) -> Remainder | None:
    """None where a language has no such words.

    >>> bool(remainder("zh").last.search("，管材及其他占")), bool(remainder("zh").last.search("，其他应收款占"))
    (True, False)
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    if rows is None or not rows.remains:
        return None
    return Remainder(late(either(rows.parted)), late("|".join(rows.remains)), rows.nested)


@cache
def weighing(lang: str) -> re.Pattern[str] | None:
    """Words right before a mean that weighs by amounts, and what it is the mean of; None where a language has none.

    >>> weighing("zh").search("，加权平均票面利率为")["what"]
    '票面利率'
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    if rows is None or not rows.weighing:
        return None
    return late(rf"(?:{either(rows.weighing)})的?(?P<what>[^，。；0-9]{{2,8}}?)(?:为|约|约为|是|达)?$")


@cache
def restated(lang: str) -> re.Pattern[str] | None:
    """What stands between a measure and the same in another unit.

    >>> bool(restated("zh").fullmatch("，也就是")), bool(restated("zh").fullmatch("，其中"))
    (True, False)
    """
    rows = load_if(f"{lang}/cued.toml", Cues)
    return late(rf"[，,（(]? ?(?:{either(rows.restated)})约?") if rows is not None and rows.restated else None
