"""How a script without spaces says what somebody who studies a share thinks that it will cost."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.phrasing import CODE

MONEY = CODE["money"]
_WAY = 24  # characters between the word and its amount


class RatedRows(Row, frozen=True):
    prices: tuple[str, ...]
    marks: tuple[str, ...]
    covering: tuple[str, ...]
    ratings: tuple[str, ...]
    unnamed: str
    unlike: tuple[str, ...]
    brokers: tuple[str, ...]


class Rated:
    """The rows of a language, and the patterns that find their words."""

    def __init__(self, rows: RatedRows) -> None:
        self.rows = rows
        self.price = late(rf"(?:{either(rows.prices)})(?P<way>[^,;:。()]{{0,{_WAY}}}{MONEY})")
        self.unlike = late(either(rows.unlike))
        self.mark = late(either(rows.marks))
        graded = '(?=[「『“"]|评级|評級|买入|買入|增持|跑赢|跑贏|中性|优于|強於|强于)'
        self.covering = late(
            rf"(?:{either(rows.covering)})(?P<who>[^,;:。()“”的]{{1,10}})(?=[,;:。(])"
            rf"|(?:{either(rows.ratings)})(?P<graded>[\uf000-\uf0ff]|[一-鿿]{{2,8}}?){graded}"
            r"|对(?P<stock>[\uf000-\uf0ff]|[一-鿿]{2,8}?)(?:\([^()]{1,12}\))?的?(?:股票|股份|评级)"
        )

    def studies(self, who: str) -> bool:
        """Does somebody only study others' shares?"""
        bare = who.partition("(")[0].partition("（")[0]
        return bare.endswith(self.rows.brokers) or bare.startswith(self.rows.brokers)


@cache
def rated(lang: str) -> Rated | None:
    rows = load_if(f"{lang}/rated.toml", RatedRows)
    return Rated(rows) if rows is not None else None
