"""Words by which a reader tells a figure otherwise than its key does: `lexicon/<lang>/retold.toml`."""

from __future__ import annotations

from functools import cache

from crossfoot.lexicon import Row, load_if


class Retelling(Row, frozen=True):
    shares: frozenset[str]
    offering: frozenset[str]
    works: frozenset[str]
    turning_out: frozenset[str]
    able: frozenset[str]
    yearly: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]
    nameless: frozenset[str]
    penalties: frozenset[str]
    costing: frozenset[str]
    costs: frozenset[str]
    incoming: tuple[str, ...]  # orders that came in
    packed: frozenset[str]  # what goods are packed in or weighed by, and no name of theirs
    foretelling: frozenset[str]  # verbs before "growth of 2%"
    paid_for: frozenset[str]  # before what is paid in cash
    buying: frozenset[str]  # what is done for it
    called: dict[str, str]  # metrics by what money is called
    spending: tuple[str, ...]  # right before money that is spent on what stands behind it
    at_cost: tuple[str, ...]  # and on what stands before it
    laid_on: frozenset[str]
    traded: frozenset[str]
    with_whom: frozenset[str]
    at: frozenset[str]
    of_whom: frozenset[str]
    beside: frozenset[str]
    nobody: frozenset[str]
    markets: frozenset[str]  # goods and currencies that have a price of their own
    leading: frozenset[str]  # before those: of which sort they are
    goods: frozenset[str]  # behind those: it is another thing
    part_of: frozenset[str]  # between shares and whose they are
    paper: frozenset[str]
    yearlong: tuple[str, ...]
    foreseeing: frozenset[str]  # before what is still to come when the text is told
    at_once: frozenset[str]  # metrics of what is done on a day
    looking_back: frozenset[str]  # before a move that another one is set beside
    delivered: frozenset[str]
    priced: frozenset[str]
    records: frozenset[str]
    standing: frozenset[str]
    partless: frozenset[str]
    bringing: frozenset[str]
    breaks: frozenset[str]
    lists: frozenset[str]  # before a label
    verbal: tuple[str, ...]  # how no label ends
    joints: frozenset[str]
    parts: dict[str, str]


@cache
def retelling(lang: str) -> Retelling | None:
    """The words of a language; None where it has none.

    >>> rows = retelling("en")
    >>> rows is not None and "smelter" in rows.works
    True
    """
    return load_if(f"{lang}/retold.toml", Retelling)


class Renaming(Row, frozen=True):
    """The same where words are not spaced: what names no figure, how such words end, and how names do."""

    nameless: frozenset[str]
    ends: tuple[str, ...]
    names: tuple[str, ...]
    leading: str
    said: tuple[str, ...]  # behind a name: what its bearer does, and when
    when: tuple[str, ...]  # before it
    kinds: tuple[str, ...]  # what he is, right before his name
    exchanges: tuple[str, ...]  # how those are called where somebody is only listed
    studying: tuple[str, ...]  # and those who only foresee what others do
    trades: tuple[str, ...]  # how words for it end before a name in other letters
    nobody: frozenset[str]  # words that own nothing
    framing: tuple[str, ...]  # how words end that say how a text goes about it
    partless: tuple[str, ...]  # words that name no part
    sorting: tuple[str, ...]  # and how they begin
    measured: tuple[str, ...]  # how those end that say what is measured
    doing: tuple[str, ...]  # behind a name: what its bearer does
    personal: frozenset[str]  # metrics of what a person has
    units: frozenset[str]  # what is no name but a unit
    shares: tuple[str, ...]  # how words for shares end
    dealing: tuple[str, ...]  # what is done with them
    dealt: dict[str, str]  # and what they are called then, where that is not the verb itself
    moves: frozenset[str]  # words that only say that something moved
    bases: tuple[str, ...]  # and since when
    compounds: tuple[str, ...]  # names that begin with what is a word of its own
    having: tuple[str, ...]  # verbs before a name, the longer ones first
    moving: tuple[str, ...]  # and behind it
    kept: tuple[str, ...]  # how names begin that only look so
    at_once: frozenset[str]  # metrics of what is of a day
    month: str  # with which no name begins
    home: tuple[str, ...]  # which of them says where
    both: dict[str, tuple[str, str]]  # words that name two measures, and which
    heads: frozenset[str]  # words for a sum that say not of what
    sorts: tuple[str, ...]  # sorts of owners before a measure
    dated: frozenset[str]  # characters between a time and a figure of which nothing else is said


@cache
def renaming(lang: str) -> Renaming | None:
    """None where a language has no such rows."""
    return load_if(f"{lang}/renaming.toml", Renaming)
