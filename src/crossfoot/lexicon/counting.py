"""Things counted and then named, or a sum told of so many: numbers, nouns and what leaves a list open."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if


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
    they: tuple[str, ...] = ()  # with which a sentence begins that names what the one before it has counted
    places: tuple[str, ...] = ()  # before the names of places
    all: tuple[str, ...] = ()  # before the number of all things of a kind
    standing: tuple[str, ...] = ()  # between a verb and the number of those who are named before it
    openers: tuple[str, ...] = ()  # with which a sentence begins before its first name
    months: tuple[str, ...] = ()
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
    order: tuple[str, ...] = ()  # as things are numbered
    classifiers: tuple[str, ...] = ()
    listing: tuple[str, ...] = ()  # before a number that is one of a list


@cache
def counting(lang: str) -> Counting:
    """The rows of a language; empty where it has none.

    >>> counting("zh").small["两"], counting("en").small["twelve"]
    (2, 12)
    """
    return load_if(f"{lang}/counting.toml", Counting) or Counting({}, ())
