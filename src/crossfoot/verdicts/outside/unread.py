"""A figure that no source supports in; is it none, or one that a source prints where no figure was read, out?

Grades, models and parts of names are numbers that are no figures ("震度4级", "Ka-52M"), and a text may show one of them
as if it were. A number that is written out with a capital beside a name is part of it ("Three Gorges").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.late import late
from crossfoot.model import Cue, Report
from crossfoot.verdicts.outside.support import Said

NAMED = late(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+")
PAIR = 2  # of things so many are spoken of wherever two have been named
DIGITS = late(r"[0-9][0-9,.]*(?<![.,])")


TIMES = {2: "double", 3: "triple", 4: "quadruple"}  # the verb that says of what it has become so many times as much


def unread(said: Said, against: Sequence[Report]) -> bool:
    """Is it part of a name, a bare number whose digits a source prints where nobody reads a figure, or only a word?

    "Three times as much" is "tripled"; and "the two firms", in words, only points at them.
    """
    text, start, quantity = said.source.document.text, said.span.start, said.quantity
    if quantity.kind == "count" and quantity.low == quantity.high == PAIR and not DIGITS.search(said.words):
        return True
    if quantity.kind == "multiple" and quantity.low.denominator == 1:
        sense = TIMES.get(int(quantity.low))
        return any(isinstance(m.value, Cue) and m.value.sense == sense for r in against for m in r.found.mentions)
    if NAMED.fullmatch(said.words):
        return re.search(r"[a-zA-Z] $", text[max(start - 2, 0) : start]) is not None
    digits = DIGITS.search(said.words)
    if said.quantity.kind != "number" or digits is None:
        return False
    pattern = re.compile(rf"(?<![0-9.,]){re.escape(digits.group())}(?![0-9]|[.,][0-9])")
    return any(
        not any(m.kind == "quantity" and m.span.start <= match.start() < m.span.end for m in source.found.mentions)
        for source in against
        for match in pattern.finditer(source.document.text)
    )
