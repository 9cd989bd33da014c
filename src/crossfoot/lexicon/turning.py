"""Words that only say which way a figure went, beside figures that say so themselves: <lang>/turning.toml."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if

Pairs = tuple[tuple[str, str], ...]  # the word of a move up, and the one that says the reverse


class Turn(Row, frozen=True):
    """From less than nothing to more, or the other way round."""

    pairs: Pairs
    plus: tuple[str, ...] = ()  # before a figure: it is more than nothing
    minus: tuple[str, ...] = ()
    never: tuple[str, ...] = ()  # in these a word of the two says nothing of a figure
    moves: bool = False  # the figures are moves, and the words of their direction say which way


class Streak(Row, frozen=True):
    pairs: Pairs
    levels: Pairs  # of what is no pace itself
    short: Pairs
    units: tuple[str, ...]
    leading: tuple[str, ...]  # what may stand between a figure and the words of its streak


class Rows(Row, frozen=True):
    apart: tuple[str, ...]  # words of another time, or of what did not come
    turn: tuple[Turn, ...]
    streak: Streak


class Turning:
    """`turns` has the row and the way of each word of a turn; `streak` matches behind a figure that moved."""

    def __init__(self, rows: Rows) -> None:
        said = rows.streak
        self.turns = {w: (row, way) for row in rows.turn for w, way in _ways(row.pairs).items()}
        self.turn = late(either(self.turns))
        self.levels, shorts = _ways(said.levels), _ways(said.short)
        self.ways = _ways(said.pairs) | shorts | self.levels
        number, unit = "[0-9一二两三四五六七八九十]{1,3}", f"个?(?:{either(said.units)})"
        short, long = either(shorts), either((*_ways(said.pairs), *self.levels))
        self.streak = late(
            rf"[^，。；0-9]{{0,3}}，(?:{either(said.leading)}){{0,3}}"
            rf"(?:连续第?{number}{unit}(?P<long>{long})|连(?P<short>{short})第?{number}{unit}|{number}连(?P<last>{short}))"
            r"(?=[，。；）]|$)"
        )
        self.apart = late(f"[0-9]|{either(rows.apart)}")


def _ways(pairs: Pairs) -> dict[str, str]:
    return {word: way for pair in pairs for word, way in zip(pair, ("up", "down"), strict=True)}


@cache
def turning(lang: str) -> Turning | None:
    """
    >>> turning("zh").streak.match("，连续第四个月上升。")["long"]
    '上升'
    """
    rows = load_if(f"{lang}/turning.toml", Rows)
    return Turning(rows) if rows is not None else None


@cache
def reversed_(lang: str) -> dict[str, str]:
    """For each word of a turn or a streak the one that says the reverse.

    >>> reversed_("zh")["扭亏为盈"], reversed_("en")
    ('由盈转亏', {})
    """
    rows, found = load_if(f"{lang}/turning.toml", Rows), dict[str, str]()
    said = (*(row.pairs for row in rows.turn), rows.streak.pairs, rows.streak.levels, rows.streak.short) if rows else ()
    for up, down in (pair for pairs in said for pair in pairs):
        found.setdefault(up, down)
        found.setdefault(down, up)
    return found
