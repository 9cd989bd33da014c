"""Words that point back to a figure of the text: the rows of <lang>/pointing.toml, as patterns."""

from __future__ import annotations

import re
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.languages import spaced


class Rows(Row, frozen=True):
    """`before`: right before the figure; `never`: before those, what sets another figure beside; the rest behind it."""

    before: tuple[str, ...]
    never: tuple[str, ...]
    anew: tuple[str, ...]  # a figure of its own
    sure: tuple[str, ...]  # what only such a figure is said of


class Pointing:
    def __init__(self, rows: Rows, apart: bool) -> None:
        end, self.before = r"\b" if apart else "", tuple(rows.before)  # one of which ends what is before the figure
        never = "".join(rf"(?<!{re.escape(word)})" for word in rows.never)
        self.pointing = late(
            rf"(?:^|(?<=[\W_])){never}(?:{either(rows.before)})\s?$" if apart else rf"{never}(?:{either(rows.before)})$"
        )
        self.anew = late(rf"[\s,，]*(?:{either(rows.anew)}){end}")
        self.sure = late(rf"\s?(?:{either(rows.sure)}){end}")


@cache
def pointing(lang: str) -> Pointing | None:
    """
    >>> rows = pointing("en")
    >>> bool(rows.pointing.search("completion of the ")), bool(rows.pointing.search("more than the "))
    (True, False)
    """
    rows = load_if(f"{lang}/pointing.toml", Rows)
    return Pointing(rows, spaced(lang)) if rows is not None else None
