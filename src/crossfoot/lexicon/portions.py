"""How a script without spaces says what a percentage is a part of, as patterns over a coded sentence."""

from __future__ import annotations

from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.phrasing import CODE

RATIO = CODE["percent"] + CODE["fraction"] + CODE["move"]
TURNS = CODE["up"] + CODE["down"] + CODE["flat"]
_NAME, _TIME = "\uf000-\uf0ff", CODE["time"] + CODE["comparative"]
_WORD = f"[一-鿿A-Za-z0-9.·&《》〈〉“”\"'%{_NAME}-]"  # what may stand in the name of a part
_PART, _OF = 18, 14  # characters


class PortionRows(Row, frozen=True):
    before_verb: tuple[str, ...]
    takes: tuple[str, ...]
    no_takes_before: str
    no_takes_behind: str
    gives: tuple[str, ...]
    comes: tuple[str, ...]
    being: tuple[str, ...]
    by: tuple[str, ...]
    shared: tuple[str, ...]
    market: tuple[str, ...]
    no_market: tuple[str, ...]
    with_share: tuple[str, ...]
    placed: tuple[str, ...]
    to: tuple[str, ...]
    nouns: tuple[str, ...]
    openings: tuple[str, ...]
    owners: tuple[str, ...]
    endings: tuple[str, ...]
    labels: tuple[str, ...]
    within: tuple[str, ...]
    no_within_before: str
    no_within_behind: str
    areas: tuple[str, ...]
    marks: str
    holding: tuple[str, ...]
    rest: tuple[str, ...]
    asked: tuple[str, ...]
    pointing: tuple[str, ...]
    kept: tuple[str, ...]
    uses: tuple[str, ...]
    manners: tuple[str, ...]
    told: tuple[str, ...]
    latter: tuple[str, ...]
    bases: tuple[str, ...]
    links: tuple[str, ...]
    unpart: tuple[str, ...]


class Portions:
    """The rows of a language, and the patterns that find their words."""

    def __init__(self, rows: PortionRows) -> None:
        self.rows = rows
        before, behind = rows.no_takes_before, rows.no_takes_behind
        self.takes = late(rf"(?<![{before}])(?:{either(rows.takes)})(?![{behind}])")
        self.gives = late(f"(?:{either(rows.gives)})")
        self.market = late(f"(?:{either(rows.market)})$")
        self.of_market = late(rf"的?(?P<of>[^{RATIO},;。()]{{0,{_OF}}}?)(?:{either(rows.market)})")
        self.unmarketed = late(either(rows.no_market))
        of = rf"(?:的(?P<of>{_WORD}{{1,{_OF}}}?))?(?:将|拟|均|都|主要|全部|则|將|擬|則)?"
        part = rf"(?P<part>{_WORD}(?:{_WORD}|、){{0,{_PART}}}"
        self.comes = late(rf"{of}(?:{either(rows.comes)}){part})")
        self.being = late(rf"(?:{either(rows.being)}){part})")
        self.by = late(rf"{of}(?:{either(rows.by)}){part}?)(?:{either(rows.shared)})")
        self.noun = late(rf"的(?P<of>{_WORD}{{1,{_OF}}})")
        self.holding = late(either(rows.holding))
        self.unpart = late(either(rows.unpart))
        self.inside = late(rf"(?<![{rows.no_within_before}])(?:{either(rows.within)})(?![{rows.no_within_behind}])")
        self.asked = late(
            rf"(?P<of>[^,;。()]{{0,{_OF}}}(?:{either(rows.asked)})[^,;。()]{{0,{_OF}}}?)(?:中|里|有|中有|的)?$"
        )
        weights = "比重|占比|份额|份額"  # "煤炭在能源消费中的比重"
        self.weighed = late(rf"在(?P<of>[^,;:。()在]{{2,{_OF}}}?)(?:中|里)(?:的|所占|所占的)?(?:{weights})$")
        self.says = late(rf"(?P<part>(?:{_WORD}|[{_TIME}]){{2,{_PART}}})")
        self.word = late(f"{_WORD}{{1,{_PART}}}")
        self.manner = late(rf"[按以依][^,;。()]{{1,12}}?(?:{either(rows.manners)})的?$")
        self.told = late(rf"(?P<part>{_WORD}{{1,{_PART}}}?)[已仍均均又则]?(?:{either(rows.told)})")
        self.put = late(r"在(?P<of>[^,;。()在]{1,12}市[场場])[中上里]?,$")
        self.name, self.times = late(f"[{_NAME}]"), _TIME


@cache
def portions(lang: str) -> Portions | None:
    rows = load_if(f"{lang}/portions.toml", PortionRows)
    return Portions(rows) if rows is not None else None
