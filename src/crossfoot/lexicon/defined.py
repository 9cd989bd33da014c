"""Figures whose name says of what they are: the rows of `lexicon/<lang>/defined.toml`, compiled.

"a combined ratio of 94.2%" is the loss ratio and the expense ratio, wherever these stand; and "the sales-to-listings
ratio" is the sales that stand there as a share of the listings.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.model import Figure

MOST_WORDS = 4  # between a name and its figure
_JOINED = "[a-z]+(?:-[a-z]+){0,2}"  # one to three words
_SOME = "[a-z&'’-]+(?: [a-z&'’-]+){0,3}?"  # one to four


class Defined(Row, frozen=True):
    """What one of some names is: a share of the first of the others in the second, their sum, product or difference."""

    names: tuple[str, ...]
    sense: Literal["share", "sum", "product", "less"]
    of: tuple[tuple[str, ...], ...]  # the ways to call each
    holds: str  # an example in which it ties
    sure: bool = False  # of what is less another: nothing else is ever taken away


class Rows(Row, frozen=True):
    row: tuple[Defined, ...]
    between: tuple[str, ...]  # words that may stand between a name and its figure
    breaks: tuple[str, ...]  # words and marks that part what one figure is called from what the next is
    to: str  # "loan-to-deposit ratio": what its two names are joined by, and what it ends in, as a pattern
    taken: tuple[str, ...]  # "gross profit as a percentage of net sales": patterns around {part}, {whole} and {said}
    aims: tuple[str, ...]  # words of a sentence that only expects a figure
    qualifiers: tuple[str, ...]  # words that say which of several figures of one name it is
    forms: dict[str, tuple[str, ...]]  # other ways to call what such a name has


class Definitions(NamedTuple):
    rows: Rows
    name: re.Pattern[str]  # before a figure
    behind: re.Pattern[str]  # and behind it
    ratios: tuple[re.Pattern[str], ...]
    breaks: re.Pattern[str]
    qualifier: re.Pattern[str]
    aim: re.Pattern[str]
    by_name: dict[str, list[Defined]]

    def qualified(self, lead: str) -> frozenset[str]:
        """
        >>> sorted(definitions("en").qualified("An adjusted operating margin of "))
        ['adjusted']
        """
        return frozenset(self.qualifier.findall(lead.lower()))

    @staticmethod
    def axes(figure: Figure) -> list[tuple[str, str]]:
        """The parts of its owner that a figure is of, as far as a segment names them."""
        return [pair for pair in figure.segment if pair[0] != "words"]

    def of(self, lead: str, tail: str) -> list[tuple[Defined | None, list[re.Pattern[str]]]]:
        """What a figure between these words may be of: by which row, and what each of the others is called.

        >>> [(row, words)] = definitions("en").of("The loan-to-deposit ratio stood at ", ".")
        >>> row, [bool(word.search("deposits of")) for word in words]
        (None, [False, True])
        """
        found = self.name.search(lead) or self.behind.match(tail)
        named = self.by_name[found["name"].lower()] if found is not None else ()
        rows: list[tuple[Defined | None, list[re.Pattern[str]]]] = [
            (r, [_called(names) for names in r.of]) for r in named
        ]
        both = next((m for ratio in self.ratios if (m := ratio.search(lead)) is not None), None)
        if both is not None:
            rows.append((None, [_called(self._forms(both[role].lower())) for role in ("part", "whole")]))
        return rows

    def _forms(self, name: str) -> tuple[str, ...]:
        words = name.replace("-", " ")
        head = words.rpartition(" ")[2]
        plural = words if words.endswith("s") else words + "s"
        return (words, plural, *self.rows.forms.get(words, self.rows.forms.get(head, ())))


@cache
def definitions(lang: str) -> Definitions | None:
    """None where a language has no such rows."""
    rows = load_if(f"{lang}/defined.toml", Rows)
    if rows is None:
        return None
    by_name = dict[str, list[Defined]]()
    for row in rows.row:
        for name in row.names:
            by_name.setdefault(name.lower(), []).append(row)
    some = rf"(?: (?:{either(rows.between)})){{0,{MOST_WORDS}}}"
    between = rf"{some}(?: (?:by )?#)?{some} $"
    return Definitions(
        rows,
        late(rf"\b(?P<name>{either(by_name)}){between}", re.IGNORECASE),
        late(rf" (?P<name>{either(by_name)})\b", re.IGNORECASE),
        (
            late(rf"\b(?P<part>{_JOINED})-to-(?P<whole>{_JOINED}) (?:{rows.to}){between}", re.IGNORECASE),
            *(late(_taken(taken, some) + between, re.IGNORECASE) for taken in rows.taken),
        ),
        late("|".join(rows.breaks)),
        late(rf"\b(?:{either(rows.qualifiers)})\b"),
        late(rf"\b(?:{either(rows.aims)})\b"),
        by_name,
    )


def _taken(pattern: str, said: str) -> str:
    for role in ("part", "whole"):
        pattern = pattern.replace(f"{{{role}}}", f"(?P<{role}>{_SOME})")
    return pattern.replace("{said}", said)


@cache
def _called(names: tuple[str, ...]) -> re.Pattern[str]:
    return late(rf"\b(?:{either(names)})\b", re.IGNORECASE)
