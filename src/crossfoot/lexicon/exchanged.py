"""How a script without spaces says one amount in two currencies, as patterns over a coded sentence."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.phrasing import CODE

MONEY = CODE["money"]
_NOUN, _RATE, _OF, _BETWEEN = 8, 24, 6, 36  # characters


class ExchangedRows(Row, frozen=True):
    turning: tuple[str, ...]
    coins: tuple[str, ...]
    rates: tuple[str, ...]
    by: tuple[str, ...]
    unlike: tuple[str, ...]


class Exchanged:
    """`pair` finds an amount and the next one in another currency, `joint` what parts the amounts of a list."""

    def __init__(self, rows: ExchangedRows) -> None:
        self.unlike = rows.unlike
        self.led = tuple(word for word in rows.turning if len(word) > 1)  # what an amount may begin with itself
        self.pair = late(
            rf"(?={MONEY}[^{MONEY},，。;()]{{0,{_NOUN}}}(?P<mark>[(,]?)(?P<between>[^{MONEY}。;()]{{0,{_BETWEEN}}})(?P<to>{MONEY}))"
        )
        rate, coin = rf"(?:(?:{either(rows.rates)}).{{1,{_RATE}}}?,?)?", either(rows.coins)
        long, short = (either(w for w in rows.turning if (len(w) > 1) is is_long) for is_long in (True, False))
        # What turns into what may be named: "折人民币完税成本 | 3,790元", though not behind one sign: 合计, 折旧
        self.turned = late(rf"{rate}(?:(?:{long})(?:{coin})?.{{0,{_OF}}}|(?:{short})(?:(?:{coin}).{{0,{_OF}}})?)")
        reckoned = rf"(?:{either(rows.rates)}).{{0,{_RATE}}}?(?:{either((*rows.by, *rows.coins))})"
        self.reckoned = late(rf"{reckoned}(?:计算|计|折算|換算|换算|算)?,?(?:约|约为|为|约合|合|約|為)?(?:{coin})?")
        self.joint = late("[、和及与與]")


@cache
def exchanged(lang: str) -> Exchanged | None:
    rows = load_if(f"{lang}/exchanged.toml", ExchangedRows)
    return Exchanged(rows) if rows is not None else None
