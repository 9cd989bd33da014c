"""The words of a language that carry figures: the rows of <lang>/words.toml, checked and looked up by form."""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from itertools import chain
from typing import Literal

import msgspec

from crossfoot.errors import LexiconError
from crossfoot.late import late
from crossfoot.lexicon import Row, either, load
from crossfoot.lexicon.cued import beside, carrying, poles
from crossfoot.lexicon.languages import languages, spaced
from crossfoot.lexicon.ordered import reversed_
from crossfoot.lexicon.turning import reversed_ as turned_round


class Approximator(Row, frozen=True):
    op: Literal["~", "<~", ">", ">=", "<", "<="]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Direction(Row, frozen=True):
    """Two opposite words; `use` says where the figure stands to them."""

    up: str
    down: str
    use: Literal["verb", "noun", "degree", "than", "after"] = "verb"


class CueRow(Row, frozen=True):
    kind: str
    sense: str
    forms: tuple[str, ...]


class Words(Row, frozen=True):
    """One words.toml: tables of single words, and rows of approximators, directions and cues."""

    approximator: tuple[Approximator, ...]
    direction: tuple[Direction, ...]
    cue: tuple[CueRow, ...]
    scales: dict[str, int]
    numbers: dict[str, int]
    attached: dict[str, int] = msgspec.field(default_factory=dict)
    ordinals: dict[str, int] = msgspec.field(default_factory=dict)
    fractions: dict[str, int] = msgspec.field(default_factory=dict)
    months: dict[str, int] = msgspec.field(default_factory=dict)
    weekdays: dict[str, int] = msgspec.field(default_factory=dict)
    periods: dict[str, str] = msgspec.field(default_factory=dict)
    guards: dict[str, str] = msgspec.field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


@cache
def words(lang: str) -> Words:
    return checked(load(f"{lang}/words.toml", Words), f"{lang}/words.toml")


def checked(rows: Words, name: str) -> Words:
    """The rows, each form meaning one thing in its kind."""
    seen: dict[tuple[str, str], str] = {}
    for row in rows.approximator:
        for place in ("before", "after"):
            for form in getattr(row, place):
                other = seen.setdefault((place, form), row.op)
                if other != row.op:
                    raise LexiconError(f"{name}: approximator {form!r} is {other!r} and {row.op!r}: keep it in one row")
    for cue in rows.cue:
        for form in cue.forms:
            other = seen.setdefault((cue.kind, form), cue.sense)
            if other != cue.sense:
                raise LexiconError(
                    f"{name}: {cue.kind} cue {form!r} means {other!r} and {cue.sense!r}: keep it in one row"
                )
    for pair in rows.direction:
        if pair.up == pair.down:
            raise LexiconError(f"{name}: direction {pair.up!r} is its own opposite: write two different words")
    return rows


def in_any(name: str, behind: str = "") -> str:
    """The words of a list in every language, as the alternatives of a pattern; where words are spaced, whole ones.

    >>> bool(re.search(in_any("soft"), "it is likely so"))
    True
    """
    said = {lang: either(words(lang).lists[name]) for lang in languages()}
    return "|".join(rf"\b(?:{forms})\b{behind}" if spaced(lang) else forms for lang, forms in said.items())


def in_list(name: str, lang: str, text: str) -> bool:
    """Does a word of a list of one language stand in a text?

    >>> in_list("rates", "en", " so its market share has grown by"), in_list("rates", "en", " and sales rose by")
    (True, False)
    """
    return _of_list(name, lang).search(text) is not None


@cache
def _of_list(name: str, lang: str) -> re.Pattern[str]:
    forms = either(words(lang).lists[name])
    return late(rf"\b(?:{forms})\b" if spaced(lang) else forms, re.IGNORECASE)


@cache
def directions(lang: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Form -> (sense, uses): "rise" -> ("up", {"noun"}).

    >>> directions("en")["fell"]
    ('down', frozenset({'verb'}))
    """
    senses: dict[str, str] = {}
    uses: dict[str, set[str]] = {}
    for row in words(lang).direction:
        for form, sense in ((row.up, "up"), (row.down, "down")):
            senses.setdefault(form, sense)
            uses.setdefault(form, set()).add(row.use)
    return {form: (sense, frozenset(uses[form])) for form, sense in senses.items()}


@cache
def moving_verbs(lang: str) -> frozenset[str]:
    """The words that say of what stands before them that it moved, by how much or which way.

    >>> {"doubled", "fell"} <= moving_verbs("en"), "losses" in moving_verbs("en")
    (True, False)
    """
    verbs = {form for form, (_, uses) in directions(lang).items() if "verb" in uses}
    return frozenset(verbs.union(*(row.forms for row in words(lang).cue if row.kind == "direction")))


@cache
def _opposites(lang: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for row in words(lang).direction:
        pairs.setdefault(row.up, row.down)
        pairs.setdefault(row.down, row.up)
    for up, down in beside(lang):
        pairs.setdefault(up, down)
        pairs.setdefault(down, up)
    pairs |= {"+": "-", "-": "+", "＋": "－", "－": "＋"}
    for poles_ in poles(lang):
        for more, less in zip(poles_.more, poles_.less, strict=True):
            pairs |= {more: less, less: more}
    return turned_round(lang) | reversed_(lang) | pairs


@cache
def signed(lang: str) -> frozenset[str]:
    """Words that call a difference by its sign.

    >>> "顺差" in signed("zh")
    True
    """
    return frozenset(word for poles_ in poles(lang) for word in (*poles_.more, *poles_.less))


def opposite(word: str, lang: str) -> str | None:
    """The word that says the other direction, capitals kept; None where there is none.

    >>> opposite("Rose", "en"), opposite("UP", "en"), opposite("flat", "en")
    ('Fell', 'DOWN', None)
    """
    other = _opposites(lang).get(word.lower())
    if other is None:
        return None
    if word.isupper() and len(word) > 1:
        return other.upper()
    return other[0].upper() + other[1:] if word[0].isupper() else other


@cache
def _beside(lang: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for what stands right beside a figure and says which way, its first group; and what each says."""
    senses = {form: sense for pair in beside(lang) for form, sense in zip(pair, ("up", "down"), strict=True)}
    forms = either(senses)
    if spaced(lang):
        return late(rf"[ -]({forms})\b", re.IGNORECASE), senses
    return late(rf"({forms})(?:了|出|约|近)?$"), senses


def turns(lang: str, lead: str, tail: str) -> tuple[int, int, str] | None:
    """Where a word right beside a figure says which way it is from another, as (start, end, sense).

    What stands before the figure is counted from its end (negative), what stands behind from its start.

    >>> turns("en", "", " less than"), turns("zh", "上年同期多了", ""), turns("en", "", " of less")
    ((1, 5, 'down'), (-2, -1, 'up'), None)
    """
    if lang not in languages():
        return None
    pattern, senses = _beside(lang)
    found = pattern.match(tail) if spaced(lang) else pattern.search(lead)
    if found is None:
        return None
    off = 0 if spaced(lang) else len(lead)
    return found.start(1) - off, found.end(1) - off, senses[found[1].lower()]


@cache
def _moving(lang: str) -> re.Pattern[str]:
    forms = either(directions(lang))
    return late(rf"\b({forms})\b" if spaced(lang) else f"({forms})", re.IGNORECASE)


def moving(lang: str, lead: str) -> tuple[int, int] | None:
    """Where the last direction before a figure stands, counted from it.

    >>> moving("en", "vacancies have decreased by ")
    (-13, -4)
    """
    found = deque(_moving(lang).finditer(lead), maxlen=1)
    return (found[0].start(1) - len(lead), found[0].end(1) - len(lead)) if found else None


@cache
def _carrying(lang: str) -> tuple[frozenset[str], re.Pattern[str] | None]:
    forms = (*carrying(lang), *directions(lang), *chain.from_iterable(beside(lang)))
    if spaced(lang):
        return frozenset(word for form in forms for word in form.split()), None
    return frozenset(), late("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))


def carries_on(lang: str, words: str) -> bool:
    """Do words that stand between two figures keep to what the first of them is of, so that a move is said of that?

    >>> carries_on("en", ", so its share has gone up "), carries_on("en", ", while unit sales rose ")
    (True, False)
    >>> carries_on("zh", "，同比提高了"), carries_on("zh", "，销量增长")
    (True, False)
    """
    known, pattern = _carrying(lang)
    if pattern is not None:
        return not _OTHER.search(pattern.sub("", words))
    return ";" not in words and known.issuperset(_LETTERS.findall(words.lower()))


def left_over(lang: str, words: str) -> str:
    """What words name, where they are not spaced: all but those that carry on, say a way or give a time.

    >>> left_over("zh", "上年同期锂电池出口"), left_over("zh", "，同比增长")
    ('锂电池口', '')
    """
    _, pattern = _carrying(lang)
    return "".join(_NAMING.findall(pattern.sub("", words))) if pattern is not None else ""


_NAMING = late(r"[^\W\d]+")
_OTHER = late(r"[^\W\d]|[；;。]")  # digits are of a date
_LETTERS = late(r"[a-z]+")
