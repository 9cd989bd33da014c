"""Words around what becomes what, where words are not spaced: the rows of reshaped.toml, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if


class Rows(Row, frozen=True):
    joints: tuple[str, ...]  # between bodies that become one
    led: tuple[str, ...]  # before the authority that allowed it
    kinds: tuple[str, ...]  # what somebody becomes, before its name
    whose: tuple[str, ...]  # before a word for a name
    names: tuple[str, ...]  # words that only say that something is called so
    alone: tuple[str, ...]  # and those with nothing before them
    since_before: tuple[str, ...]  # before the time from which it is so
    since: tuple[str, ...]  # and behind it


class Reshaped(NamedTuple):
    joints: re.Pattern[str]
    led: re.Pattern[str]
    kinds: re.Pattern[str]
    names: re.Pattern[str]
    since_before: tuple[str, ...]
    since: tuple[str, ...]


@cache
def reshaped(lang: str) -> Reshaped | None:
    """None where words are spaced.

    >>> bool(reshaped("zh").names.match("公司名称")), reshaped("zh").kinds.sub("", "全资子公司鹿溪诊断"), reshaped("en")
    (True, '鹿溪诊断', None)
    """
    rows = load_if(f"{lang}/reshaped.toml", Rows)
    if rows is None:
        return None
    return Reshaped(
        late(f"(?:{either(rows.joints)})$"),
        late(f"^(?:{either(rows.led)})"),
        late(f"^(?:{either(rows.kinds)})+(?=[^，。]{{2}})"),
        late(f"^(?:{either(rows.whose)})?(?:{either(rows.names)})$|^(?:{either(rows.alone)})$"),
        rows.since_before,
        rows.since,
    )
