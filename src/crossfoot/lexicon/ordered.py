"""Words that only say which of two figures is the larger: the rows of <lang>/ordered.toml, as patterns."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from operator import attrgetter

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.languages import spaced

Pairs = tuple[tuple[str, str], ...]
NOTHING = "(?!)"
LONGEST = 9  # words, or twice as many characters, between such a word and its second figure

_SLOT = re.compile(r"\{([a-z_.]+)\}")


class AfarRow(Row, frozen=True):
    """Words between and before figures that stand apart; those that a language has no use for are left out."""

    bases: tuple[str, ...]  # before a figure of another time
    also: tuple[str, ...]  # before one more that something is set above
    opens: tuple[str, ...]  # with which a sentence begins
    fillers: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    last: str = ""
    first: tuple[str, ...] = ()
    just: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    joined_again: tuple[str, ...] = ()
    those: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    the: str = ""
    within: tuple[str, ...] = ()  # a name
    behind: tuple[str, ...] = ()  # a name, before its figure
    pointing: tuple[str, ...] = ()
    going_on: tuple[str, ...] = ()


class PairsRow(Row, frozen=True):
    """Words around figures that stand side by side."""

    against: tuple[str, ...]
    fillers: tuple[str, ...]
    led: tuple[str, ...]
    exactly: tuple[str, ...]
    just: tuple[str, ...]
    called: tuple[str, ...]
    again: tuple[str, ...]
    since: tuple[str, ...]
    reaching: tuple[str, ...]
    about: tuple[str, ...]
    so: tuple[str, ...]
    instead: tuple[str, ...]


class Ordered(Row, frozen=True):
    """Pairs have the word that says that the first figure is the larger, and the one that says the reverse."""

    verbs: Pairs
    participles: Pairs
    others: Pairs
    superlatives: Pairs
    adverbs: frozenset[str]
    be: frozenset[str]
    subjects: frozenset[str]
    never: frozenset[str]
    articles: frozenset[str]
    carried: frozenset[str]
    stops: frozenset[str]
    leading: tuple[str, ...]
    trailing: tuple[str, ...]
    former: tuple[str, ...]
    peaks: tuple[str, ...]
    troughs: tuple[str, ...]
    until: tuple[str, ...]
    short: tuple[str, ...]
    since: tuple[str, ...]
    aimed: tuple[str, ...]
    ends: Pairs
    pair: tuple[str, str]
    afar: AfarRow
    comparatives: Pairs
    then: tuple[str, ...]
    was: tuple[str, ...]
    ranks: tuple[tuple[str, int], ...]
    leads: tuple[tuple[str, int], ...]
    patterns: dict[str, str]  # around figures; words in braces stand for any word of that list
    moves: Pairs = ()  # nouns for a rise and for a fall
    moved_from: tuple[str, ...] = ()  # behind such a noun
    times: tuple[str, ...] = ()  # of the calendar, which may be earlier
    starting: tuple[str, ...] = ()  # before what something moved from
    followed: frozenset[str] = frozenset()  # those of them that lead on to other things, too: a time must follow
    opening: frozenset[str] = frozenset()  # those of them that a sentence may begin with
    unlisted: tuple[str, ...] = ()  # beside a superlative: it is not of those that are listed behind it
    numbers: tuple[tuple[str, int], ...] = ()  # ordinals, as places are told
    placed: tuple[str, ...] = ()  # before one of them
    lows: frozenset[str] = frozenset()  # of the words for a peak or a trough those of a trough
    majority: tuple[str, ...] = ()  # nouns for more than a half, before what they are of
    ever: tuple[str, ...] = ()  # of all times
    own_year: tuple[str, ...] = ()
    years_ago: tuple[str, ...] = ()  # in words of another year
    hedges: Pairs = ()  # before a round number, where how many exactly follows
    stand: tuple[str, ...] = ()  # between what stands for a figure and it
    got: tuple[str, ...] = ()  # between who is the first of a list and its figure
    marks: Pairs = ()  # behind a verb of motion: what it went past
    went: tuple[str, ...] = ()
    decades: tuple[str, ...] = ()
    of_all: tuple[str, ...] = ()  # all of a list that has been told: 为季内最低
    numbered: tuple[tuple[str, int], ...] = ()  # "the largest of the three"
    measures: frozenset[str] = frozenset()  # what figures of one list measure
    lost: tuple[str, ...] = ()  # more of it is less
    judging: frozenset[str] = frozenset()  # words that say which is better, and mostly which is larger
    bounded: frozenset[str] = frozenset()  # words that are of a limit, and of no range
    anaphors: tuple[str, ...] = ()  # with them a sentence begins that is about the figure of the one before
    nouns: tuple[str, ...] = ()  # so do these behind "the" or "this"
    causes: tuple[str, ...] = ()  # "which takes it past 480,000"
    others_begin: tuple[str, ...] = ()  # something else is spoken of behind one of these, or it is not so
    passing: frozenset[str] = frozenset()  # verbs whose second figure is a mark, with no word that calls it one
    of: str = ""  # between a figure and what it is of, where words are not spaced
    pairs: PairsRow | None = None


class Order:
    """The rows of one language: `relation` finds what stands between two figures."""

    def __init__(self, rows: Ordered, apart: bool) -> None:
        pairs = _pairs(rows)
        self.rows, self.apart = rows, apart
        self.kinds = {word: kind for kind, of_kind in pairs.items() for pair in of_kind for word in pair}
        self.senses = _senses(tuple(chain.from_iterable(pairs.values())))
        self.supers = _senses(rows.superlatives)
        self.relation = _pattern(self.kinds, apart)
        self.super = _pattern(self.supers, apart)
        self.majority = _pattern(rows.majority, apart) if rows.majority else late("(?!)")
        self.aimed = _pattern(rows.aimed, apart)
        self.ends = _senses(
            (*rows.ends, *((word, "") for word in rows.leading), *(("", word) for word in rows.trailing))
        )
        self.ends.pop("", None)
        self.comparatives = _senses(rows.comparatives)
        self.ranks, self.leads, self.numbers = dict(rows.ranks), dict(rows.leads), dict((*rows.numbers, *rows.numbered))
        self.counts = dict((("a", 1), ("one", 1), ("一", 1), *rows.numbered))
        self.hedges, self.marks = _senses(rows.hedges), _senses(rows.marks)
        self.lost = _pattern(rows.lost, apart)
        self.peaks = _pattern((*rows.peaks, *rows.troughs, *self.supers), apart)
        self.short = _pattern(rows.short, apart)
        self.then = shaped(rows, "then")
        self.was = shaped(rows, "was")
        self.timed = shaped(rows, "timed")
        self.timed_only = shaped(rows, "timed_only")
        self.started = shaped(rows, "started")
        self.trend = shaped(rows, "trend")
        self.paired = shaped(rows, "paired")
        self.latter = shaped(rows, "latter")
        self.behind = shaped(rows, "behind")
        self.before = shaped(rows, "before")
        self.most_of = shaped(rows, "most_of")
        self.most_before = shaped(rows, "most_before")
        self.first_of = shaped(rows, "first_of")
        self.window = shaped(rows, "window")
        self.passed = shaped(rows, "passed")
        self.stands = shaped(rows, "stands")
        self.in_turn = shaped(rows, "in_turn")
        self.former = shaped(rows, "former")
        self.since = shaped(rows, "since")
        self.until = shaped(rows, "until")
        self.extreme = shaped(rows, "extreme")
        self.after = shaped(rows, "after")
        self.opening = shaped(rows, "opening")

    def place(self, found: re.Match[str]) -> int:
        """The place that a match of `behind` or `before` tells."""
        said = found.groupdict()
        word = said.get("n") or ""
        return self.numbers.get(word) or self.ranks.get(said["said"]) or self.leads[said["said"]]


def shaped(rows: Ordered, name: str) -> re.Pattern[str]:
    """A pattern of the rows, the words of each list that it names put in; one that matches nothing where there is none.

    >>> shaped(order("zh").rows, "in_turn").search("前三位依次是") is not None
    True
    """
    return late(_SLOT.sub(lambda slot: _words(rows, slot[1]), rows.patterns.get(name, NOTHING)))


def _words(rows: Ordered, name: str) -> str:
    """The words of a list ("starting", "afar.bases") as alternatives; of pairs both, of places the words."""
    said = attrgetter(name)(rows)
    if isinstance(said, str):
        return said
    words = (word for entry in said for word in (entry if isinstance(entry, tuple) else (entry,)))
    return either(word for word in words if isinstance(word, str)) or NOTHING


def _pairs(rows: Ordered) -> dict[str, Pairs]:
    """The words that order two figures, by where they stand; a noun for a move does so before "from"."""
    moved = [(f"{up} {by}", f"{down} {by}") for up, down in rows.moves for by in rows.moved_from]
    return {"verbs": rows.verbs, "participles": rows.participles, "others": (*rows.others, *moved)}


def _senses(pairs: Pairs) -> dict[str, str]:
    return {word: sense for pair in reversed(pairs) for word, sense in zip(pair, ("up", "down"), strict=True)}


def _pattern(words: object, apart: bool) -> re.Pattern[str]:
    forms = either(words)  # type: ignore[arg-type]
    return late(rf"\b(?:{forms})\b" if apart else forms)


@cache
def order(lang: str) -> Order | None:
    """
    >>> order("en").senses["ahead of"], order("zh").senses["低于"]
    ('up', 'down')
    """
    rows = load_if(f"{lang}/ordered.toml", Ordered)
    return Order(rows, spaced(lang)) if rows is not None else None


@cache
def reversed_(lang: str) -> dict[str, str]:
    """For each word that orders two figures the one that orders them the other way round.

    >>> reversed_("en")["behind"]
    'ahead of'
    """
    rows, found = load_if(f"{lang}/ordered.toml", Ordered), dict[str, str]()
    for pairs in (*_pairs(rows).values(), rows.superlatives) if rows is not None else ():
        for more, less in pairs:
            found.setdefault(more, less)
            found.setdefault(less, more)
    return found
