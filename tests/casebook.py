"""Reads the cases of `tests/cases/`: text above, expectations below, in Markdown that a person can write and review.

    ## A name for the case

    published: 2024-05-08

    > Pelham Tiles sold 5,448 pallets in April, up 12% from 4,864 a year earlier.

    - ties: growth 5,448, 4,864, 12%
    - slip: 5,448 -> 4,548 => growth-mismatch, culprit 4,548, fixed
    - silent: share 12%
    - implied: 4,843..4,887

The quoted text must be clean: no error and no query, whatever else the case says. Every other line is an expectation:

- `ties: KIND FIGURE, FIGURE`: a relation of that kind holds over at least these figures; `sum or share` admits both.
- `slip: OLD -> NEW => NAME, culprit FIGURE`: with OLD replaced there is an error of that name, and its first culprit is
  FIGURE, as it stands in the changed text. `or` gives equally good names and culprits, `fixed` says that the
  suggestion restores the text, `cannot tell` that the margin must say so, `query` that it is a query and no error.
- `silent: KIND FIGURE`: no relation of that kind touches the figure.
- `silent: OLD -> NEW`: with OLD replaced the text is still clean.
- `implied: LOW..HIGH`: a value that nobody printed is derived, and lies within these bounds.

A figure is found by its words; `12%#2` is the second time that they stand there. Other lines are prose for the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
CASES = HERE / "cases"

Place = tuple[int, int]


class CaseError(Exception):
    """A case that cannot be read: names the file and the line, and says what was expected."""


@dataclass(frozen=True)
class Expectation:
    """One line below the text: what it demands, as written."""

    verb: str  # clean, ties, slip, silent, implied
    line: str
    kinds: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    flags: frozenset[str] = frozenset()
    bounds: tuple[Fraction, Fraction] | None = None


@dataclass(frozen=True)
class Case:
    file: str  # growth.md, check/wires.md
    name: str
    text: str
    published: str | None
    lang: str | None
    format: str
    expectations: tuple[Expectation, ...]

    def id(self, expectation: Expectation) -> str:
        return f"{self.file}: {self.name}: {expectation.line}"

    def slipped(self, expectation: Expectation) -> str:
        start, end = locate(self.text, expectation.old)
        return self.text[:start] + expectation.new + self.text[end:]


def locate(text: str, words: str) -> Place:
    """Where the words stand, as a figure or word of their own: `12%` is not found inside `112%` or `12%#2`.

    >>> locate("up 112%, then 12% and 12%", "12%#2")
    (22, 25)
    """
    words, _, nth = words.partition("#")
    left = r"(?<![0-9A-Za-z])(?<![0-9][.,])" if re.match("[0-9A-Za-z]", words) else ""
    right = r"(?![0-9A-Za-z])(?![.,][0-9])" if re.search("[0-9A-Za-z]$", words) else ""
    found = [m.span() for m in re.finditer(left + re.escape(words) + right, text)]
    if len(found) < int(nth or 1) or (len(found) > 1 and not nth):
        raise CaseError(f"{words!r} stands {len(found)} times in the text; write {words}#1, or more words around it")
    return found[int(nth or 1) - 1]


def read(path: Path) -> Iterator[Case]:
    """The cases of one file, in order."""
    file = path.relative_to(CASES).as_posix()
    for chunk in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, body = chunk.partition("\n")
        lines = body.splitlines()
        found = (re.fullmatch(r"(published|lang|format): (\S+)", line) for line in lines)
        attributes = {m[1]: m[2] for m in found if m}
        text = "\n".join(line[2:] for line in lines if line.startswith(">"))
        expected = [Expectation("clean", "clean")]
        expected += [expectation(line[2:], f"{file}: {name}") for line in lines if line.startswith("- ")]
        case = Case(
            file, name.strip(), text, attributes.get("published"), attributes.get("lang"),
            attributes.get("format", "text"), tuple(expected),
        )  # fmt: skip
        _check(case)
        yield case


def every(folder: str = "") -> list[Case]:
    """All cases directly in `tests/cases/FOLDER`."""
    return [case for path in sorted((CASES / folder).glob("*.md")) for case in read(path)]


def expectation(line: str, where: str) -> Expectation:
    """One line below a text, read."""
    verb, _, rest = line.partition(": ")
    if verb == "silent" and (m := re.fullmatch(r"(.+) -> (.+)", rest)):
        return Expectation(verb, line, old=m[1], new=m[2])
    if verb in ("ties", "silent") and (m := re.fullmatch(r"((?:\w+ or )*\w+) (.+)", rest)):
        return Expectation(verb, line, tuple(m[1].split(" or ")), tuple(m[2].split(", ")))
    if verb == "slip" and (m := re.fullmatch(r"(.+) -> (.+) => (.+)", rest)):
        old, new, answer = m.groups()
        names, *details = answer.split(", ")
        culprits = [d.removeprefix("culprit ") for d in details if d.startswith("culprit ")]
        flags = frozenset(d for d in details if not d.startswith("culprit "))
        if flags <= {"fixed", "cannot tell", "query"} and len(culprits) <= 1:
            return Expectation(
                verb,
                line,
                tuple(names.split(" or ")),
                tuple(culprits[0].split(" or ")) if culprits else (),
                old,
                new,
                flags,
            )
    if verb == "implied" and (m := re.match(r"(-?[\d,.]+?)\.\.(-?[\d,.]+)\b", rest)):
        low, high = (Fraction(end.replace(",", "")) for end in m.groups())
        return Expectation(verb, line, bounds=(low, high))
    raise CaseError(f"{where}: cannot read {line!r}; see the head of tests/casebook.py for the forms")


def _check(case: Case) -> None:
    """Every figure that a case names must stand in its text, so that a slip of the author fails at once."""
    try:
        for e in case.expectations:
            text = case.slipped(e) if e.old else case.text
            for figure in e.figures:
                locate(text, figure)
    except CaseError as error:
        raise CaseError(f"{case.file}: {case.name}: {error}") from None
    if not case.text:
        raise CaseError(f"{case.file}: {case.name}: no text; quote it with '> '")
