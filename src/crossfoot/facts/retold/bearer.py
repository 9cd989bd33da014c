"""A figure of words that are not spaced comes in; out goes whose it is, where its key is more than a name, or none.

What somebody is stands before his name ("电商平台 | 好集市"), what he says and when behind it ("晖县股份 | 预计").
An everyday word owns nothing ("现场"), and whoever tells of a firm does not own its figures: they are of whom the item
is about.
"""

from __future__ import annotations

from string import ascii_letters

from crossfoot.facts.frame import Frame
from crossfoot.late import late
from crossfoot.lexicon.openers import openers
from crossfoot.lexicon.ordinary import unheard
from crossfoot.lexicon.retold import Renaming
from crossfoot.model import Change, Measurement, Name, Target

_LEAST, _NAME = 2, 8  # characters of a name
_KIND = 9  # of what somebody is, behind his country
_FAR = 24  # behind a country in which it is said
_MARKS = late("[，。；：、（(0-9]")


def of(frame: Frame, rows: Renaming, fact: Measurement | Change | Target) -> str | None:
    """None where its key says it."""
    key = fact.figure.entity or fact.whom
    if key is None:
        return None
    if (known := _abroad(frame, rows, key)) is not None:
        return known
    framing = _frames(frame, rows, key) or _part(frame, key)
    if key in rows.nobody or framing or _teller(frame, rows, key, fact):
        others = (who for who in _about(frame) if who != key and who not in _people(frame))
        about = next((who for who in others if not _frames(frame, rows, who)), None)
        if about is None and framing:
            about = _named_behind(frame, key)
        return _bare(about, rows) if about is not None else "" if framing else None
    if key.endswith(rows.exchanges) or (_due(fact) and key.endswith(rows.studying)):
        other = next((who for who in _before(frame) if who != key and not who.endswith(rows.studying)), None)
        return _bare(other, rows) if other is not None else None  # "该机构预测，全年出货量约4700万台"
    bare = _bare(key, rows)
    if bare[0] == rows.month and len(bare) > _LEAST + 1:
        bare = bare[1:]  # "芝加哥12月 | 小麦期货"
    return bare if bare != key else None


def _frames(frame: Frame, rows: Renaming, who: str) -> bool:
    """Are words no name, but how a text goes about what it tells, or what is measured: "分产业看", "全社会用电量"?"""
    if who.endswith(rows.framing) or who.startswith(rows.sorting):
        return True
    return len(who) > _LEAST and who.endswith(rows.measured) and who not in frame.carried.heard


def _part(frame: Frame, key: str) -> bool:
    """Is it a part that a sentence splits a whole by, and nobody: "分地区看，欧洲增长4.1%，| 北美 | 2.3%"?"""
    known, span = frame.carried.retold, frame.sentence.span
    if key in frame.carried.heard:
        return False
    said = frame.sentence.document.text[span.start : span.end]
    if key in said and any(mark in said for mark in frame.words.of_parts if mark.endswith(("看", "分"))):
        known[f"part {key}"] = key
    return f"part {key}" in known


def _named_behind(frame: Frame, key: str) -> str | None:
    """The organisation that a sentence names behind words that are no name: "財報速遞：| 宏曜電子 | 第三季營收"."""
    names = (m.value for _, m in frame.sentence.names if isinstance(m.value, Name))
    named = next((name.entity for name in names if name.kind == "organisation" and name.entity != key), None)
    text, at = frame.sentence.document.text, frame.sentence.document.text.find(key, frame.sentence.span.start)
    if named is not None or at < 0 or text[at + len(key) : at + len(key) + 1] not in "：:，,":
        return named
    first = at + len(key) + 1
    last = next(
        (token.start for token in frame.sentence.tokens if token.start > first and token.mention is not None), 0
    )
    said = text[first:last]
    return said if _LEAST <= len(said) <= _NAME and unheard(said[:_LEAST], alone=True) else None


def _abroad(frame: Frame, rows: Renaming, key: str) -> str | None:
    """Who is from a country that is only named before what he is: "澳洲保险商 | 南十字 | 出价"."""
    text, span, acting = frame.sentence.document.text, frame.sentence.span, openers(frame.sentence.lang)
    at = text.find(key, span.start, span.end) if key not in frame.carried.heard else -1
    if acting is None or at < 0:
        return None
    behind = text[at + len(key) : min(at + len(key) + _FAR, span.end)]
    kind = next((i for i in range(1, _KIND + 1) if behind[:i].endswith(rows.trades)), None)
    rest = _MARKS.split(behind[kind:])[0] if kind is not None else ""
    ends = (rest.find(word) for word in (*acting.acting, *rows.said, *rows.doing))
    name = rest[: min((end for end in ends if end >= 0), default=0)]
    return name if _LEAST <= len(name) <= _NAME and not name.endswith("的") else None


def _due(fact: Measurement | Change | Target) -> bool:
    return isinstance(fact, Target) or fact.due


def _before(frame: Frame) -> list[str]:
    """Whose figures were told before, the latest first, and whom the item is about."""
    told = [level.entity for level in reversed(frame.carried.levels) if level.entity is not None]
    return [*told, *_about(frame)]


def _about(frame: Frame) -> list[str]:
    carried = frame.carried
    known = (carried.headed.entity, carried.first, carried.topic, carried.spoken, carried.lone)
    return [who for who in known if who is not None]


def _bare(name: str, rows: Renaming) -> str:
    """A name without what its bearer is, and what he does."""
    before = ""
    while name != before:
        before = name
        for end in rows.said:
            if name.endswith(end) and len(name) - len(end) >= _LEAST:
                name = name.removesuffix(end)
        for start in rows.when:
            if name.startswith(start) and len(name) - len(start) >= _LEAST:
                name = name.removeprefix(start)
    latin = name.lstrip("".join({*name} - {*ascii_letters}))
    if len(latin) > _LEAST and latin != name and latin[0].isupper() and name.removesuffix(latin).endswith(rows.trades):
        return latin  # "美国芯片商 | Quantar"
    for kind in rows.kinds:
        rest = name[name.find(kind) + len(kind) :] if kind in name else ""
        if len(rest) >= _LEAST and rest not in rows.kinds and (rest.isascii() or unheard(rest[:_LEAST], alone=True)):
            return rest
    return name


def _teller(frame: Frame, rows: Renaming, key: str, fact: Measurement | Change | Target) -> bool:
    """Is it a person, whose own only what he holds, earns or pays is?"""
    own = fact.figure.metric in rows.personal or fact.figure.unit == "share"
    return not own and key in _people(frame)


def _people(frame: Frame) -> set[str]:
    found = {
        mention.value.entity
        for _, mention in frame.sentence.names
        if isinstance(mention.value, Name) and mention.value.kind == "person"
    }
    return found | {frame.carried.person} if frame.carried.person is not None else found
