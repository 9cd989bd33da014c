"""Things counted and then named, or a sum told of so many: numbers, nouns and what leaves a list open."""

from __future__ import annotations

import re
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.languages import spaced


class Counting(Row, frozen=True):
    """Words of a language; those of a kind that it has no use for are left out."""

    small: dict[str, int]  # numbers of things that anyone names
    others: tuple[str, ...]  # a sum has more parts than are told
    told: tuple[str, ...] = ()  # nouns for what is told one by one
    firsts: tuple[tuple[str, ...], ...] = ()  # with which each of those begins, in order
    # Where words are spaced.
    units: tuple[str, ...] = ()  # behind a number: it counts none of the things
    vague: tuple[str, ...] = ()  # numbers of nothing in particular
    open: tuple[str, ...] = ()  # a list that has one of these leaves others out, or is none
    verbs: tuple[str, ...] = ()
    are: tuple[str, ...] = ()  # between a number of things and their names
    consist: tuple[str, ...] = ()  # between the number of a body's members and their names
    they: tuple[str, ...] = ()  # with which a sentence begins that names what the one before it has counted
    auxiliaries: tuple[str, ...] = ()  # behind the number and the noun of all who were named before
    places: tuple[str, ...] = ()  # before the names of places
    all: tuple[str, ...] = ()  # before the number of all things of a kind
    standing: tuple[str, ...] = ()  # between a verb and the number of those who are named before it
    openers: tuple[str, ...] = ()  # with which a sentence begins before its first name
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    of_one: tuple[str, ...] = ()  # behind each "one" of a list of ones
    things: tuple[str, ...] = ()  # nouns for what is counted, beside plurals
    # Where they are not.
    kinds: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - behind a number, and what must follow; nothing: anything may
    summed: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()  # the same of a sum, and what must not follow
    elsewhere: tuple[str, ...] = ()  # between a number and a colon: the list behind it is of something else
    points: tuple[str, ...] = ()  # behind a number of points that are told one by one
    large: tuple[str, ...] = ()  # behind 大: it is none of 三大
    telling: tuple[str, ...] = ()  # before the names
    named: tuple[str, ...] = ()  # nouns behind which 为 and 是 tell names
    telling_named: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()  # between the items of a list
    dealing: tuple[str, ...] = ()  # figures are dealt out
    nouned: tuple[str, ...] = ()  # behind a number, where a noun follows
    parties: tuple[str, ...] = ()  # behind the number of those that figures are dealt out to
    leads: tuple[str, ...] = ()  # before the first of those
    weeks: tuple[str, ...] = ()  # with which a day of the week begins, and how it goes on
    days: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()  # behind a number that sums up the names right before it
    order: tuple[str, ...] = ()  # as things are numbered
    classifiers: tuple[str, ...] = ()
    together: tuple[str, ...] = ()  # behind "the three": what all of those have that were told one by one
    including: tuple[str, ...] = ()  # such a list names only some
    together_of: tuple[str, ...] = ()  # before the number of those who have something together
    with_others: tuple[str, ...] = ()  # behind what they have together: they are not alone
    those: tuple[str, ...] = ()  # behind their number, beside nouns
    set_out: tuple[str, ...] = ()  # behind a number of things: the figures of each follow
    unless: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - before a number, by what it would count if not for it
    greatly: str = ""  # behind a number of large things: 三大
    told_by: str = ""  # behind an ordinal that tells of one thing
    of: str = ""  # between a number and a noun
    part_of: tuple[str, ...] = ()  # behind quoted names
    ranked: tuple[str, ...] = ()  # before the number of those who come first
    ended: tuple[str, ...] = ()  # between the last of some figures and the end of their clause
    wholes: tuple[str, ...] = ()  # before the number of all who are in groups
    groups: tuple[tuple[tuple[str, ...], ...], ...] = ()  # words of groups of which nobody is in two; the last: neither
    apposed: str = ""  # between the number of all and the noun that says of what they are
    also: tuple[str, ...] = ()  # between two names, figures or clauses
    of_some: tuple[str, ...] = ()  # of those who are in groups only some are spoken of
    some: tuple[str, ...] = ()
    one: str = ""  # the number that is no figure by itself
    listing: tuple[str, ...] = ()  # before a number that is one of a list


@cache
def counting(lang: str) -> Counting:
    """The rows of a language; empty where it has none.

    >>> counting("zh").small["两"], counting("en").small["twelve"]
    (2, 12)
    """
    return load_if(f"{lang}/counting.toml", Counting) or Counting({}, ())


class Scheme:
    """Groups of one kind: for, against, neither."""

    def __init__(self, groups: tuple[tuple[str, ...], ...], one: str, apart: bool) -> None:
        self.groups = tuple(late(rf"\b(?:{either(words)})\b" if apart else either(words)) for words in groups)
        self.one = late(rf"(?:^|[.;,] |\band )(?P<one>{one}) " if one else "(?!)", re.IGNORECASE)
        words = either(word for group in groups for word in group)
        self.led = late(rf"\b(?P<group>{words}) (?P<one>{one})\b" if one else "(?!)", re.IGNORECASE)

    def group(self, clause: str) -> int | None:
        """The one group that a clause tells of."""
        found = [i for i, words in enumerate(self.groups) if words.search(clause)]
        return found[-1] if len(found) == 1 or (found and found[-1] == len(self.groups) - 1) else None


class Groups:
    """The schemes of a language, and how the number of all is told."""

    def __init__(self, rows: Counting, apart: bool) -> None:
        wholes = either(rows.wholes)
        self.apart = apart
        self.schemes = tuple(Scheme(row, rows.one, apart) for row in rows.groups)
        self.whole = late(
            rf"\b(?:{wholes}) $" if apart else rf"(?:{wholes})[^，。；0-9]{{0,6}}$|(?:^|[。；，])[^，。；0-9]{{0,8}}$"
        )
        self.of = late(rf" (?:{wholes}) " if apart else "(?!)")
        also, some = either(rows.also), either(rows.some)
        self.some = late(rf" (?:{either(rows.of_some)})\b|\b(?:{some})\b" if apart else some)
        self.apposed = late(rf"(?: {rows.apposed} [a-z]+)?(?:,|:| \()? ?" if apart else r"(?:,|:| \()? ?")
        self.clause = late(rf"[.;,]| (?:{also}) " if apart else "[.;,]")
        self.listed = late(rf"[^.;:()\d]{{0,40}}?(?:, (?:{also}) |, | (?:{also}) )" if apart else "(?!)")
        self.also = late(rf" (?:{also}) " if apart else "(?!)")


@cache
def groups(lang: str) -> Groups | None:
    """The groups of a language; None where it tells of none."""
    rows = counting(lang)
    return Groups(rows, spaced(lang)) if rows.groups else None
