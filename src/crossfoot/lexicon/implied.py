"""How parts are told with their shares of a whole that nobody prints: the rows of <lang>/implied.toml, as patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crossfoot.late import late
from crossfoot.lexicon import Row, either, load_if
from crossfoot.lexicon.languages import spaced

LONGEST = 40  # characters that name a whole


class Rows(Row, frozen=True):
    between: tuple[str, ...]  # between a part and its share
    behind: tuple[str, ...]  # right behind a share: it is one
    of: tuple[str, ...]  # before what it is of
    ends: tuple[str, ...]  # end the words for that
    pointing: frozenset[str]  # words for a whole that name none
    own: tuple[str, ...]  # before a whole that is of whoever is spoken of
    nested: tuple[str, ...]  # before a part of a part
    turns: tuple[str, ...]  # between two parts: the whole has changed, or is that of another time
    anew: tuple[str, ...]  # likewise, of shares that rows tie: it may be another one by then
    held: str  # beside a part: whose shares it counts
    summed: tuple[str, ...] = ()  # before what is still of the same one


class Implied(NamedTuple):
    """`leads` fits all that stands between a part and its share, `names` what stands behind the share."""

    leads: re.Pattern[str]
    names: re.Pattern[str]
    ends: re.Pattern[str]
    own: re.Pattern[str]
    nested: re.Pattern[str]
    turns: re.Pattern[str]
    anew: re.Pattern[str]
    held: re.Pattern[str]
    summed: re.Pattern[str]
    pointing: frozenset[str]


@cache
def implied(lang: str) -> Implied | None:
    """None where a language has no such rows.

    >>> implied("en").leads.search(" replies (").group("named"), implied("zh").leads.search("，占公司总股本的")["named"]
    (None, '公司总股本')
    """
    rows = load_if(f"{lang}/implied.toml", Rows)
    if rows is None:
        return None
    apart = spaced(lang)
    edge = r"\b" if apart else ""
    words = either(rows.between)
    if apart:
        lead = rf"(?:^|[,;:(])(?P<named>(?!))?\s*(?P<said>(?:(?:{words})\s+){{0,6}})$"
        behind, of, stop = either(rows.behind), either(rows.of), r"(?=\s*(?:[,;.)]|$|and\b|while\b))"
        name = rf"(?:[ -](?:{behind})\b)?(?: (?:{of}) (?P<named>[^,;:.()]{{1,{LONGEST}}})|{stop})"
    else:
        named = rf"(?P<said>{words})(?P<named>[^，。；：（）\d]{{1,20}}?)?"
        lead = rf"[，,（(；;](?:即|约|合计|分别)?{named}(?:的比例)?(?:的|为|达|约|是|分别|依次)*$"
        name = r"(?P<named>(?!))?(?=[，。；、）)]|和|及|$|的股)"
    return Implied(
        late(lead, re.IGNORECASE),
        late(name),
        late(rf"{edge}(?:{either(rows.ends)}){edge}"),
        late(rf"{edge}(?:{either(rows.own)})" if rows.own else r"(?!)"),
        late(rf"{edge}(?:{either(rows.nested)})"),
        late(rf"{edge}(?:{either(rows.turns)}){edge}|(?<!\d)(?:19|20)\d\d(?!\d|[,.]\d)", re.IGNORECASE),
        late(rf"{edge}(?:{either(rows.anew)}){edge}", re.IGNORECASE),
        late(rows.held),
        late(either(rows.summed) or r"(?!)"),
        rows.pointing,
    )
