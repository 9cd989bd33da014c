"""Terms in, of what stands beside a figure; those of a kind out, and what each may take the place of."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from crossfoot.lexicon.glossary import kind_of
from crossfoot.verdicts.outside.called import Terms

SPANS = (("day", 1), ("week", 7), ("month", 31), ("quarter", 92), ("half", 184), ("year", 366))
MATTER = "goods"  # a good, what is done with it, and who has it may stand in each other's place: "food", "services"
MATTERS = frozenset({"goods", "activities", "holders"})


def strong(terms: Terms) -> Terms:
    """What tells one figure from another by itself."""
    return frozenset(term for term in terms if term[0] != "word")


def periods(terms: Terms) -> Terms:
    return frozenset(term for term in terms if term[0] == "period")


def plain(terms: Terms) -> Terms:
    return frozenset(term for term in terms if term[0] == "word")


def proper(terms: Terms) -> Terms:
    return frozenset(term for term in terms if term[0] == "name")


def sorts(terms: Terms) -> set[Hashable]:
    """What each may take the place of: a company that of a company, a month that of a month."""
    return {_sort(*term) for term in terms}


def places(terms: Terms) -> set[Hashable]:
    """What each may take the place of, where a good, what is done with it and who has it are of one sort."""
    return {MATTER if sort in MATTERS else sort for sort in sorts(terms)}


def _sort(kind: str, what: Hashable) -> Hashable:
    match kind, what:
        case "thing", str():
            return kind_of(what)
        case "period", (date() as start, date() as end):
            return "period", next((name for name, days in SPANS if (end - start).days <= days), "years")
        case _:
            return kind


def whose(terms: Terms) -> Terms:
    """What names it, of what is said beside it: companies, places, products by name."""
    return frozenset(
        term for term in terms if term[0] == "name" or (term[0] == "thing" and sorts(frozenset((term,))) == {"places"})
    )


def in_words(terms: Terms) -> Terms:
    """What is said in words."""
    return named(terms) | frozenset(term for term in terms if term[0] == "word")


def named(terms: Terms) -> Terms:
    return frozenset(term for term in terms if term[0] in ("name", "thing"))
