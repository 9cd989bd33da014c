"""How a language tells how many figures follow, or came before: the rows of counting.toml, as patterns."""

from __future__ import annotations

import re
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import either
from crossfoot.lexicon.counting import Counting, counting
from crossfoot.lexicon.languages import spaced


class Figured:
    """`number` finds numbers of things, `opening` one that sets out the figures behind it, `all` those told before."""

    def __init__(self, rows: Counting, apart: bool) -> None:
        self.small, self.apart = rows.small, apart
        small = either(word for word, number in rows.small.items() if number > 1)
        some, including, also = either(rows.open), either(rows.including), either(rows.also)
        together, before = either(rows.together), either(rows.together_of)
        self.strip = "，、；：" + "".join(rows.also)  # around a name, where words are not spaced
        if apart:
            self.number = late(rf"\b(?:{small})\b", re.IGNORECASE)
            self.opening = late(rf"\b(?P<n>(?i:{small})) (?!(?:{either(rows.units)})\b)[a-z][^.;:()]{{3,140}}: [^:]*$")
            self.all = late(
                rf"\W{{0,3}}(?:{before}) (?P<n>{small})(?: [a-z]+)? (?:{together})\b(?! {either(rows.with_others)})"
            )
            self.open = late(rf"\b(?:{some}|{including})\b")
            self.also = late(rf" (?:{also}) ")
            return
        kinds = either((*(kind for kinds, _ in rows.summed[:2] for kind in kinds), *rows.kin))
        never = "".join(rows.unless["figures"])
        self.number = late(rf"(?:{small})(?:{kinds})")
        self.opening = late(
            rf"(?<![{never}\d])(?P<n>{small})(?:{kinds})[^，。；：\d]{{1,16}}(?:：|{either(rows.set_out)})[^：]*$"
        )
        self.all = late(
            rf"(?:{before})?(?P<n>{small})(?:{kinds}|{either(rows.those)})[^，。；：\d]{{0,6}}(?:{together})"
        )
        self.open, self.also = late(rf"{some}|{including}"), late(either(rows.also))


@cache
def figured(lang: str) -> Figured:
    """
    >>> figured("en").all.match(". The three together sold")["n"], figured("zh").all.match("这三家合计")["n"]
    ('three', '三')
    """
    return Figured(counting(lang), spaced(lang))
