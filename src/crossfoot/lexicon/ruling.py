"""How rules are put where words are not spaced, clause by clause: rows of patterns over its characters.

A figure is one kind of sign, as in the frames of verbs (`verbal.py`); `{before}` and `{after}` hold one.
"""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.verbal import SaidRow

_FIGURE = "[\ue0f0-\ue0f3]+|[一二两三四五六七八九十半]+(?:个月|年|倍|次|套|人)"
_SLOT = late(r"\{(before|after)\}")


class RuleRow(SaidRow, frozen=True):
    """`says` is the action; "move" goes the way of its verb, else of its figures."""

    given: str = ""  # "same": the limit stays


class _Rows(Row, frozen=True):
    ruled: tuple[str, ...]  # words that say that a rule speaks, whoever made it
    drafts: tuple[str, ...]  # and that it is none yet
    unruled: tuple[str, ...]  # a clause with one of these sets no rule
    opening: tuple[str, ...]  # what may open a clause before its rule
    past: tuple[str, ...]
    bare: tuple[str, ...]  # limits that are those of the words before
    owners: tuple[str, ...]  # whose a limit is, at the head of its words
    asking: tuple[str, ...]  # verbs before whom a rule is for
    ahead: tuple[str, ...]  # words of what is yet to come
    back: tuple[str, ...]  # words for whom the rule before was for
    papers: tuple[str, ...]  # what only looks like something done: "扶持 | 办法"
    nobody: tuple[str, ...]  # what a rule is never for
    tails: tuple[str, ...]  # with which nothing begins that anybody does
    kinds: tuple[str, ...]  # how those are called who may or must do something
    parts: dict[str, str]
    rule: tuple[RuleRow, ...]


class Ruling:
    """The rows as patterns."""

    def __init__(self, rows: _Rows) -> None:
        self.rows = rows
        self.ruled, self.drafts = late(either(rows.ruled)), late(either(rows.drafts))
        self.unruled = late(either(rows.unruled))
        self.opening = late(f"(?:{either(rows.opening)}|[\ue0f2]+|[ “”、（）()])*")
        self.formerly = late(f"(?:^|[，。；：,;:])(?:{either(rows.past)})(?:规定|要求|[，,])*[^，。；：,;:]{{0,16}}$")
        self.asking = late(f"^(?:{either(rows.asking)})+")
        caps = rows.parts["caps"]
        self.cap = late(f"的?(?:最低|最高)?{caps}$")
        self.rules = tuple((row, late(_pattern(row, rows.parts)), late(either(row.need))) for row in rows.rule)
        self.needs = late(either({word for row in rows.rule for word in row.need}))


def _pattern(row: RuleRow, parts: dict[str, str]) -> str:
    return _SLOT.sub(lambda slot: f"(?P<{slot[1]}>{_FIGURE})", row.spelt(parts, "zh/ruling.toml: rule"))


@cache
def ruling(lang: str) -> Ruling | None:
    """The rules of a language; None where words are spaced.

    >>> ruling("en") is None
    True
    """
    rows = load_if(f"{lang}/ruling.toml", _Rows)
    return Ruling(rows) if rows is not None else None
