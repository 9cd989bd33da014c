"""Chinese quantities come in; those that are the size of a change learn its direction, levels learn none."""

from __future__ import annotations

import re
from functools import cache

from crossfoot.late import late
from crossfoot.lexicon.words import directions, words
from crossfoot.mentions.draft import Draft

_SIZES = ("percent", "percentage-point", "basis-point", "multiple", "fraction")
_AFTER = late(
    "(?:的|之)(?:[^，。；、0-9%]{0,6}?)(增长|增幅|涨幅|升幅|下降|降幅|跌幅|减幅|增速|下滑|上涨|下跌|上升|回落|降低|减少|增加|提升|提高|折让|溢价|上调|下调)"
)


@cache
def _lists() -> tuple[frozenset[str], tuple[str, ...]]:
    """What may stand between a direction and its size (增长了约), and words that only look like directions."""
    lists = words("zh").lists
    return frozenset(lists["between"]), lists["no_move"]


@cache
def _moves() -> dict[str, list[tuple[str, str]]]:
    """Direction words by their last character, longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for form, (sense, _) in directions("zh").items():
        table.setdefault(form[-1], []).append((form, sense))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def move(text: str, start: int, found: list[Draft]) -> None:
    """Marks the sizes of changes among the quantities of one sentence."""
    last: Draft | None = None
    for draft in found:
        if draft.kind == "ordinal" or (draft.kind == "duration" and not _lasting(text, start, draft)):
            continue
        draft.change = draft.change or (
            moving(text, start, draft.first, draft.kind) or _after(text, draft) or _object(text, start, draft)
        )
        if draft.change is None and last is not None and last.change and last.kind == draft.kind:
            listed = re.fullmatch("[、，,和及与或 ]{1,2}", text[last.stop : draft.first])
            draft.change = last.change if listed and not _fresh(text, last, draft) else None
            if "，" in text[last.stop : draft.first] and text[draft.stop : draft.stop + 1] not in _CLOSES:
                draft.change = None  # 下降21.9%，七成半房企
        elif draft.change is None and last is not None and last.change and _said_again(text, last, draft):
            draft.change = last.change
        last = draft


_CLOSES = frozenset(["", "，", "。", "、", "；", "和", "及", "与", "或", "(", " "])


def _lasting(text: str, start: int, draft: Draft) -> bool:
    """Lengths of time are sizes only of what is said to last: 生存期延长4.5个月."""
    hit = _word(text, start, draft.first) or _word(text, start, _filled(text, start, draft.first))
    return hit is not None and hit[0] in ("延长", "缩短")


def _said_again(text: str, last: Draft, draft: Draft) -> bool:
    """The same move in another measure: 跌1.4%或254点, 上涨0.8元(3.2%)."""
    gap = text[last.stop : draft.first].strip()
    return gap in ("或", "，或", "即", "，即") or (gap == "(" and text[draft.stop : draft.stop + 1] == ")")


def _fresh(text: str, last: Draft, draft: Draft) -> bool:
    return last.kind not in _SIZES and "，" in text[last.stop : draft.first]


def moving(text: str, start: int, at: int, kind: str) -> str | None:
    """The direction said just before a quantity: 同比增长5%, 下降了0.5个百分点; a level (降至5%) has none."""
    here = at
    for _ in range(4):
        hit = _word(text, start, here)
        if hit is not None:
            return _allowed(text, start, here, hit, kind)
        step = _filled(text, start, here)
        if step == here:
            return None
        here = step
    return None


def _filled(text: str, start: int, here: int) -> int:
    for width in (3, 2, 1):
        if here - width >= start and text[here - width : here] in _lists()[0]:
            return here - width
    return here


def _word(text: str, start: int, here: int) -> tuple[str, str] | None:
    for form, sense in _moves().get(text[here - 1 : here], ()) if here > start else ():
        if text.endswith(form, start, here):
            return form, sense
    return None


def _allowed(text: str, start: int, here: int, hit: tuple[str, str], kind: str) -> str | None:
    form, sense = hit
    before, after = text[max(start, here - len(form) - 2) : here], text[here - len(form) : here + 2]
    if any(bad in after or before.endswith(bad) for bad in _lists()[1]):
        return None
    gap = text[here : here + 2]
    if gap[:1] in ("至", "到") or (gap[:1] in ("为", "成") and form not in _RATES):
        return None
    if form in ("高", "低") and kind not in _SIZES:
        return None
    if form in ("上涨", "下跌") and kind == "count":
        return None  # 下跌1,510只: so many fell
    if form in ("溢价", "折让", "折价") and kind not in _SIZES:
        return None
    if form in ("高", "低", "升", "降", "增", "减", "涨", "跌") and text[here - 2 : here - 1] in (
        "最",
        "提",
        "新",
        "加",
        "递",
        "创",
        "裁",
    ):
        return None
    return sense


_RATES = {
    "增幅",
    "降幅",
    "涨幅",
    "跌幅",
    "升幅",
    "减幅",
    "增速",
    "增长",
    "下降",
    "上涨",
    "下跌",
    "上升",
    "增加",
    "减少",
    "下滑",
}


_OBJECT = late("(上调|下调|提高|降低|下降|上升|提升|调升|调降|减少|增加)([^，。；、：0-9至到为占达由从的（(]{1,24})$")


_APART = late("([高低])于[^，。；、：0-9]{1,12}$")


def _object(text: str, start: int, draft: Draft) -> str | None:
    """The verb before its object: 下调利率25个基点."""
    if draft.kind not in _SIZES:
        return None
    if draft.kind in ("percentage-point", "basis-point"):
        apart = _APART.search(text, max(start, draft.first - 16), draft.first)
        if apart is not None:  # 低于上月0.7个百分点
            return "down" if apart.group(1) == "低" else "up"
    match = _OBJECT.search(text, max(start, draft.first - 26), draft.first)
    if match is None or (len(match.group(2)) > 8 and draft.kind not in ("percentage-point", "basis-point")):
        return None
    return directions("zh")[match.group(1)][0]


def _after(text: str, draft: Draft) -> str | None:
    """A size before its word: 5%的增长, 两位数的跌幅."""
    if draft.kind not in _SIZES:
        return None
    match = _AFTER.match(text, draft.stop)
    if match is not None:
        return directions("zh")[match.group(1)][0]
    return None
