"""Things counted and named, where no spaces part names: "两个品种：品种一…品种二…", "轿车、客车、卡车三类".

A sentence and its mentions come in, listings go out. Who joins the last two names by 和 may join the words of one name
by it too: then either number of names is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.late import late
from crossfoot.lexicon import either
from crossfoot.lexicon.counting import counting
from crossfoot.model import Block, Document, Fact, Figure, Listing, Mention, Printed, Quantity, Span, Timex

_COUNTED = ("count", "duration")
LEAST, MOST = 2, 12  # things that anyone names
MOST_APART = 3  # names more or fewer: a list of something else
LONGEST = 120  # characters of a list
BESIDE = 12  # characters between two numbers of a list
BEHIND = 400  # characters in which numbered things are told
_ROWS = counting("zh")
_WRITTEN = {*_ROWS.small, *_ROWS.order}
_JOINTS, _SMALL = either(_ROWS.joints), either(_ROWS.small)
_UNLESS = {of: "".join(words) for of, words in _ROWS.unless.items()}
_NAME = r"[^，。；：、,;:()（）《》\d]{1,14}"
_BEFORE = late(rf"{_NAME}(?:、{_NAME})+$")
_LONG = r"[^，。；：、,;:()（）《》\d]{1,24}"
_AFTER = late(
    rf"[^，。；：、\d]{{0,14}}(?:[：（(]|，?(?:{either(_ROWS.telling)})"
    rf"|(?:{'|'.join(f'(?<={noun})' for noun in _ROWS.named)})(?:{either(_ROWS.telling_named)}))"
    rf"({_LONG}(?:、{_LONG})*)(?=[。；，）)])"
)
_QUOTE = "(?:「[^」]{1,16}」|“[^”]{1,16}”|《[^》]{1,24}》)"
_QUOTED = late(
    rf"[^，。；：、\d「“《》”」]{{0,8}}[：:]?({_QUOTE}(?:(?:、|，?(?:{_JOINTS}))?{_QUOTE})++)"
    rf"(?!{either(_ROWS.open)}|、|{either(_ROWS.part_of)})"
)
_TITLE = late(_QUOTE)
_POINTS = late(
    rf"(?<![{_UNLESS['points']}])({_SMALL})(?:{either(_ROWS.points)})[^，。；：:\d]{{0,12}}[：:]"
    rf"(?=({_ROWS.order[0]}{_ROWS.told_by}))"
)
SHUTTING = ("”", "》", "」")
LONGER = 1.6  # times any other name: the last of a list is two
OPENS, SHUTS = "《》"
NOUN = 3  # characters of a noun and the word that counts it
TAIL = 60  # characters between a number of things and the colon that opens their list
_INSIDE = late(r"[\d。；;，,]")
_BULLET = late(r"\s*\n[ \t]*(?:[-*•·–—][ \t]*|\d{1,2}[.)、][ \t]*)([^\n]{1,120})")
_NUMBERED = late(r"\s*\n[ \t]*1[.)、][ \t]")
_ENDS = late(rf"$|[，。；,;)）\n]|(?:{either(_ROWS.ended)})[，。；]")
_LAST = late(_JOINTS)
_OTHER = late(rf"(?:{_SMALL})(?:{either(_ROWS.kin)}|{either(_ROWS.kinds)})")  # "在北京、上海两地设有三家公司"
_TIME = late(rf"(?:{either(_ROWS.weeks)})[{''.join(_ROWS.days)}]|\d{{1,2}}月")
_TIMES = late(rf"(?:(?:{_TIME.pattern})(?:、|{_JOINTS})){{1,6}}(?:{_TIME.pattern})这?$")
_OPEN = late(either(_ROWS.open))
_DEALT = late(rf"[^。；：、\d{''.join(_ROWS.also)}]{{0,16}}(?:{either(_ROWS.dealing)})[^。；：、，\d]{{0,8}}")
# The last of several that are counted.
_PART = late(rf"\d[^\d，。；：、]{{1,4}}(?:、|{_JOINTS})[^，。；：、\d]{{1,12}}$")
_JOINT = late(rf"\s*(?:、|，?\s*(?:{_JOINTS}))\s*")
_KINDS = late(
    "|".join(f"{kind}(?={either(behind)})" if behind else kind for kind, behind in _ROWS.kinds.items())
    + f"|(?:{either(_ROWS.nouned)})(?=[一-龥])"
)
_LARGE = late(rf"(?<![{''.join(_ROWS.order)}{_UNLESS['large']}])({_SMALL}){_ROWS.greatly}(?!{either(_ROWS.large)})")
_KIN = late(rf"(?<=[一-龥])(?<![{_UNLESS['kin']}])({_SMALL})(?={either(_ROWS.kin)})")
_RANKED = late(rf"(?:{either(_ROWS.ranked)})({_SMALL})(?={_ROWS.of}?[^，。；：、\d]{{0,8}}(?:{either(_ROWS.dealing)}))")
_NOUN = late(f"(?:{either(_ROWS.classifiers)})?([一-龥]{{2}})")


def state(document: Document, block: Block, mentions: Sequence[Mention]) -> Iterator[Fact]:
    """The listings of one sentence."""
    yield from _ordered(document, block)
    for mention in (*mentions, *_large(document, block)):
        value = mention.value
        if not isinstance(value, Quantity) or value.kind not in _COUNTED or value.ranged:
            continue
        if document.text.rfind(OPENS, block.span.start, mention.span.start) > document.text.rfind(
            SHUTS, block.span.start, mention.span.start
        ):
            continue  # in the title of a work
        if value.kind == "duration" and document.text[max(mention.span.start - 1, 0)] in _ROWS.listing:
            continue  # "3年、5年和10年，规模依次为..." counts no ten of anything
        if value.low.denominator == 1 and LEAST <= value.low <= MOST:
            names = _dealt(document, mention, mentions) or _times(document, mention)
            if value.kind == "count":
                names = _names(document, block, mention) or bulleted(document, block, mention) or names
            if names and abs(value.low - len(names)) <= MOST_APART:
                yield listed("tally", mention.span, value, names)


def listed(rule: str, at: Span, quantity: Quantity, names: Sequence[Span], said: Span | None = None) -> Listing:
    """The listing of a number of things: where the number stands, what it is, and where they are named."""
    figure = Figure(None, "names listed", (), None, "count", f"at {at.start}")
    return Listing(
        spans=(said or at,),
        rule=rule,
        printed=(Printed(figure, quantity, at, nominal=True),),
        figure=figure,
        names=tuple(names),
        quantity=quantity,
    )


def things(number: int | Fraction, at: Span) -> Quantity:
    """So many things, whatever they are; and where their number stands."""
    size = Fraction(number)
    return Quantity(low=size, high=size, step=Fraction(1), unit="", kind="count", digits=(at.start, at.end))


def bulleted(document: Document, block: Block, mention: Mention) -> list[Span]:
    """The lines of a bullet list behind a sentence that ends with a number of things and a colon."""
    text, end = document.text, block.span.end
    tail = text[mention.span.end : end].rstrip()
    if tail[-1:] in (".", "。") and _NUMBERED.match(text, end):  # "makes six recommendations. 1. …"
        tail = tail[:-1] + ":"
    other = either(counting(block.lang).elsewhere)
    if tail[-1:] not in (":", "：") or len(tail) > TAIL or _INSIDE.search(tail) or re.search(other, tail):
        return []
    spans, at = list[Span](), end
    while (line := _BULLET.match(text, at)) is not None and len(spans) < MOST:
        spans.append(Span(document.id, *line.span(1)))
        at = line.end()
    value = mention.value
    near = isinstance(value, Quantity) and abs(value.low - len(spans)) <= 1  # else a list of something else
    return spans if len(spans) > 1 and near else []


def _ordered(document: Document, block: Block) -> Iterator[Fact]:
    """A number of points that are told one by one: "三点说明：一是…；二是…；三是…"."""
    text = document.text
    for found in _POINTS.finditer(text, block.span.start, block.span.end):
        at, stop, spans = found.start(2), found.start(2) + BEHIND, list[Span]()
        for numeral in _ROWS.order:
            at = text.find(numeral + _ROWS.told_by, at, stop)
            if at < 0 or "\n\n" in text[found.end() : at]:
                break
            spans.append(Span(document.id, at, at + 2))
        at_number, number = Span(document.id, *found.span(1)), _ROWS.small[found[1]]
        if len(spans) > 1 and abs(number - len(spans)) <= 1:
            yield listed("tally", at_number, things(number, at_number), spans)


def _large(document: Document, block: Block) -> Iterator[Mention]:
    """Numbers of things that count no units: "三大业态", "甲、乙两兄弟", "排名前五的厂商依次为"."""
    for pattern in (_LARGE, _KIN, _RANKED):
        for found in pattern.finditer(document.text, block.span.start, block.span.end):
            value = things(_ROWS.small[found[1]], Span(document.id, *found.span(1)))
            yield Mention(Span(document.id, found.start(1), found.end()), "quantity", value, "tally")


def _names(document: Document, block: Block, mention: Mention) -> list[Span]:
    return (
        _quoted(document, block, mention)
        or _numbered(document, mention)
        or _before(document, block, mention)
        or _after(document, block, mention)
    )


def _dealt(document: Document, mention: Mention, mentions: Sequence[Mention]) -> list[Span]:
    """The figures that are dealt out to so many: "三家分别出货160万台、128万台和96万台", "四个季度依次为…"."""
    start = document.text[mention.span.start]
    if _PART.search(document.text, max(mention.span.start - LONGEST, 0), mention.span.start):
        return []  # "公司债4只、中期票据3只，余额分别为" deals to the two kinds
    said = _DEALT.match(document.text, mention.span.end, mention.span.end + LONGEST)
    if said is None or not (start.isdecimal() or start in _WRITTEN) or _listed(mention, mentions):
        return []
    found = list[Mention]()
    for other in mentions:
        if other.span.start < mention.span.end or not isinstance(other.value, Quantity | Timex):
            continue
        if not found:
            if other.span.start > said.end():
                return []
            if other.span.start == said.end() or other.span.end > said.end():
                found.append(other)
            else:
                return []  # another number of things stands between
        elif not _alike(found[0], other) or not _JOINT.fullmatch(document.text, found[-1].span.end, other.span.start):
            break
        else:
            found.append(other)
    return [m.span for m in found] if len(found) > 1 and _ENDS.match(document.text, found[-1].span.end) else []


def _times(document: Document, mention: Mention) -> list[Span]:
    """The days or months that stand right before their number: "每周一、周三、周五三天开放"."""
    found = _TIMES.search(document.text, max(mention.span.start - LONGEST, 0), mention.span.start)
    if found is None or not isinstance(mention.value, Quantity) or mention.value.kind != "duration":
        return []
    return [Span(document.id, *each.span()) for each in _TIME.finditer(document.text, *found.span())]


def _listed(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Is a number itself one of several: "公司债4只、中期票据3只，余额分别为…" deals to none of them alone?"""
    start = mention.span.start
    return any(0 <= start - other.span.end <= BESIDE and _alike(mention, other) for other in mentions)


def _alike(one: Mention, other: Mention) -> bool:
    a, b = one.value, other.value
    if isinstance(a, Timex) and isinstance(b, Timex):
        return a.granularity == b.granularity
    return isinstance(a, Quantity) and isinstance(b, Quantity) and (a.kind, a.unit) == (b.kind, b.unit)


def _before(document: Document, block: Block, mention: Mention) -> list[Span]:
    """The names right before a number of kinds, written out: "A、B和C三大板块"."""
    text, start = document.text, mention.span.start
    if text[start] not in _WRITTEN or text[start - 1] in _UNLESS["names"] or not _KINDS.match(text, start + 1):
        return []
    first = max(block.span.start, start - LONGEST)
    found = _BEFORE.search(text[first:start])
    if found is None or _LAST.search(found[0].partition("、")[0]) or _OTHER.search(found[0]):
        return []  # "公司与甲、乙三方签署": one of them stands before the list
    return _split(document, first + found.start(), start, mention)


def _after(document: Document, block: Block, mention: Mention) -> list[Span]:
    """The names behind a number of things: "4宗，分别位于A、B、C和D"."""
    found = _AFTER.match(document.text, mention.span.end, min(block.span.end, mention.span.end + LONGEST))
    return _split(document, *found.span(1), mention) if found else []


def _quoted(document: Document, block: Block, mention: Mention) -> list[Span]:
    """Names in quotation marks right behind what is counted: "三个屋苑「甲」、「乙」及「丙」"."""
    found = _QUOTED.match(document.text, mention.span.end, min(block.span.end, mention.span.end + LONGEST))
    return (
        [] if found is None else [Span(document.id, *m.span()) for m in _TITLE.finditer(document.text, *found.span(1))]
    )


def _split(document: Document, start: int, end: int, mention: Mention) -> list[Span]:
    """The names of a list; of two ways to cut the last, the one that has as many as are counted."""
    text, value = document.text, mention.value
    if _OPEN.search(text, start, end) or not isinstance(value, Quantity):
        return []
    spans, at = list[Span](), start
    for part in text[start:end].split("、"):
        spans.append(Span(document.id, at, at + len(part)))
        at += len(part) + 1
    last, known = spans[-1], [span.end - span.start for span in spans[:-1]]
    joint = _LAST.search(text, last.start + 1, last.end - 1)
    if joint is not None and _joins(text, joint, last, known, len(spans) != value.low):
        spans[-1:] = [Span(document.id, last.start, joint.start()), Span(document.id, joint.end(), last.end)]
    return spans if len(spans) > 1 else []


def _joins(text: str, joint: re.Match[str], last: Span, known: Sequence[int], counted: bool) -> bool:
    """Does a word join the last two names of a list, and not words of one? Where that is open: as many are counted."""
    if not known:
        return counted
    if min(joint.start() - last.start, last.end - joint.end()) < min(LEAST, *known):  # "仁和里大药房"
        return False
    sure = text[last.start : joint.start()].endswith(SHUTTING) or last.end - last.start > LONGER * max(known)
    return sure or counted


def _numbered(document: Document, mention: Mention) -> list[Span]:
    """Things that bear a number behind the noun that is counted: "两个品种：品种一为3年期…；品种二为5年期"."""
    text, value = document.text, mention.value
    if not isinstance(value, Quantity):
        return []
    digits = value.digits[1]
    noun = _NOUN.match(text, digits, digits + NOUN)
    if noun is None:
        return []
    spans = list[Span]()
    for numeral in _ROWS.order:
        at = text.find(noun[1] + numeral, mention.span.end, mention.span.end + BEHIND)
        if at < 0:
            break
        spans.append(Span(document.id, at, at + len(noun[1]) + 1))
    return spans if len(spans) > 1 else []
