"""A figure that no source supports in; is it none, or one that a source prints where no figure was read, out?

Grades, models and parts of names are numbers that are no figures ("震度4级", "Ka-52M"), and a text may show one of them
as if it were. A number that is written out with a capital beside a name is part of it ("Three Gorges").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossfoot.model import Report
from crossfoot.verdicts.outside.support import Said

NAMED = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+")
DIGITS = re.compile(r"[0-9][0-9,.]*(?<![.,])")


def unread(said: Said, against: Sequence[Report]) -> bool:
    """Is it part of a name, or a bare number whose digits a source prints where nobody reads a figure?"""
    text, start = said.source.document.text, said.span.start
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
