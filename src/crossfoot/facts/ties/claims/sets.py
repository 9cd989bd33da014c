"""Parts whose names leave nothing out: the figures of an item in, claims out.

"赔付4,900亿元，增长10%。其中，产险1,885亿元，…；寿险2,481亿元，…；健康险450亿元；意外险84亿元": rows say which names
are all there are of something. The whole stands before them, of their kind and measure; where 其中 leads on from it to
them, or it stands right before and they say of what, it is meant; else only if one slip of the pen keeps it from tying.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.naming import label
from crossfoot.facts.ties.claims.related import Related
from crossfoot.facts.ties.claims.shapes import Claim, felt, level
from crossfoot.late import late
from crossfoot.lexicon.sets import Sets, sets
from crossfoot.lexicon.words import left_over

BACK, FAR = 6, 2  # figures, and sentences, from the first part to its whole
OF = 2  # characters between a whole and a share of it: 的, 的约
AHEAD = 24  # figures among which all parts stand
_BRACKET = late("[（(][^（()）]{0,40}[)）]")


def by_set(amounts: Sequence[Amount]) -> Iterator[Related]:
    """What the sets of names among the figures of an item say of their wholes."""
    rows = sets(amounts[0].lang) if amounts else None
    if rows is None:
        return
    told = (a for a in amounts if level(a, "aim") and not a.has("mean"))
    levels = [a for a in told if not _whole_of_share(a, amounts)]
    named = [_name(a) for a in levels]
    known = [rows.of_any(name) for name in named]
    for row in range(len(rows.sets) if any(known) else 0):
        members = [rows.member(row, name) if some else None for name, some in zip(named, known, strict=True)]
        for at, member in enumerate(members):
            if member is not None and (at == 0 or members[at - 1] is None or members[at - 1] == member):
                yield from _told(rows, row, levels, members, at)


def _told(rows: Sets, row: int, levels: Sequence[Amount], members: Sequence[int | None], at: int) -> Iterator[Related]:
    """The claim of one set whose first part stands at a place of the levels."""
    first, parts, opened, end = levels[at], dict[int, Amount](), False, at
    for end in range(at, min(at + AHEAD, len(levels))):
        one, member = levels[end], members[end]
        if member is not None and member not in parts and kin(one, first):
            parts[member], opened = one, False
        elif member is not None or not (opened or rows.opens(one.lead)):
            break
        else:
            opened = True  # a part of a part
        if len(parts) == len(rows.sets[row]):
            break
    if len(parts) < len(rows.sets[row]):
        return
    own = tuple(parts.values())
    if any(a.sentence == own[-1].sentence and kin(a, first) and not rows.opens(a.lead) for a in levels[end + 1 :][:1]):
        return  # "夏粮42万吨，秋粮68万吨，早稻10万吨": there is more
    most = max(a.size for a in own)
    for whole in reversed(levels[max(at - BACK, 0) : at]):
        if first.sentence - whole.sentence > FAR or not kin(whole, first) or _of_another_time(whole, first):
            continue
        if whole.has("aim") and whole.sentence != first.sentence:
            continue  # so much is to come, and of what has come so far those are the parts
        alike = _measures(rows, row, whole, own)
        firm = whole is levels[at - 1] and (alike is True or rows.opens(first.lead) or rows.among(whole.tail))
        if alike is not None and (firm or (felt(whole, own) and whole.size >= most)):
            yield Related("set", (Claim("sum", "sum", (whole, *own), whole, 0.0, said=True, sure=firm),), firm, firm)
            return


def _whole_of_share(amount: Amount, amounts: Sequence[Amount]) -> bool:
    """Is it only what a share is of: "授予403万股，占总股本40,300万股的1%，其中首次授予…"?"""
    behind = amounts[amount.index + 1 : amount.index + 2]
    return any(a.sort == "rate" and a.sentence == amount.sentence and len(a.lead.strip()) <= OF for a in behind)


def _of_another_time(one: Amount, other: Amount) -> bool:
    """Do facts know two figures for those of two times?"""
    periods = [a.figure.period for a in (one, other) if a.figure is not None and a.figure.period is not None]
    return len({(period.start, period.end, period.label) for period in periods}) > 1


def _name(amount: Amount) -> str:
    """The words right before a figure, without what brackets between say."""
    if amount.lead.rstrip().endswith((")", "）", "为", "达", "约")) and _BRACKET.search(amount.lead):
        return _BRACKET.sub("", amount.lead)[-24:].replace("，", ",").rpartition(",")[2]
    return label(amount)


def _measures(rows: Sets, row: int, whole: Amount, parts: Sequence[Amount]) -> bool | None:
    """Are parts of what their whole is of, by what their names say beside what tells them apart? None if they are not.

    False where they say nothing more: "完成12.1亿吨，其中沿海7.9亿吨、内河4.2亿吨".
    """
    said, alike = _name(whole), False
    if any(word in said for word in rows.never) or rows.of_any(said) or not rows.holds(row, said):
        return None
    for part in parts:
        rest = left_over(part.lang, rows.bare(row, _name(part)))
        shared = any(rest[i : i + 2] in said for i in range(len(rest) - 1))
        if len(rest) > 1 and not shared:
            return None
        alike = alike or shared
    return alike
