"""其中 opens the parts of the figure said last, and they may go on over clauses and sentences.

"销量58,316辆，同比增长12%。其中乘用车41,270辆，增长9%；商用车17,046辆。" Each level behind is a part if it is of
the unit and the period of the whole; a part that only its own words name is measured by what the whole is measured by.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from crossfoot.facts.frame import antecedent
from crossfoot.facts.frame.subject import Subject
from crossfoot.facts.sentence import Sentence
from crossfoot.late import late
from crossfoot.lexicon.cued import likely, opposites
from crossfoot.lexicon.frame import FrameWords
from crossfoot.lexicon.metrics import axes, metric
from crossfoot.model import Fact, Figure, Grouping, Quantity, Span

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

TIMES = frozenset({"hour", "day", "week", "month", "quarter", "year"})  # that an amount may be told by
NEAR = 4  # levels: a whole that was said before so many others is no longer spoken of
LONGEST = 12  # levels of a list and its whole
REACH = 80  # tokens within which a clause or a bracket closes
BEGIN = 2  # characters that two names share where they are of one kind
LEAD = 14  # characters before a part that call it something
LIST = 48  # characters before a whole in which those are named whose it is together
VIEW = 8  # tokens between 分 and 看 in "分车型看"
_MARK, _AND = late("[，。；：,;:\\d]"), late("[、和及与]")
_CLAUSE = late("[，。；：、,;:（(\\d]")


class Nest:
    """A whole and the parts of it that have been said; `at` is where their opening stands."""

    __slots__ = ("at", "called", "cue", "depth", "leads", "named", "parts", "rest", "until", "whole")

    def __init__(self, whole: Figure, called: str, cue: Span, until: int | None, depth: int) -> None:
        self.whole, self.called, self.at, self.cue = whole, called, cue.start, cue
        self.until, self.depth = until, depth
        self.parts = dict[Figure, Span]()
        self.leads = dict[Figure, str]()  # the words right before each part
        self.rest = False  # is the last of them what is left?
        self.named: tuple[str, ...] = ()  # whom the whole was told of together: 铁路、公路、民航共发送旅客


def openings(sentence: Sentence, words: FrameWords) -> list[int]:
    """The tokens behind which parts are told: 其中, or the end of "分车型看"."""
    return [i for i, token in enumerate(sentence.tokens) if token.text in words.opening or viewed(sentence, i, words)]


def viewed(sentence: Sentence, index: int, words: FrameWords) -> bool:
    """Does a token end a phrase that says how something is split?"""
    tokens, said = sentence.tokens, sentence.tokens[index].text
    if said in words.viewing:
        return not words.splitting.isdisjoint([token.text for token in tokens[max(index - VIEW, 0) : index]])
    return said[0] in words.splitting and said.endswith(tuple(words.viewing))  # 分产品看 is one word


def within(frame: Frame, index: int, said: Subject, quantity: Quantity | None, unit: str) -> Nest | None:
    """The parts that a level at a token is among."""
    last = bisect_left(frame.openings, index)
    if quantity is None or quantity.kind == "percent":
        return None
    if last:
        opening = frame.openings[last - 1]
        at = frame.sentence.tokens[opening].start
        if frame.carried.nest is None or frame.carried.nest.at != at:
            whole = _whole(frame, opening, said, unit, quantity)
            if _spent(frame, opening, index) and _less(frame, whole, quantity):
                whole = None  # "宽带用户6.68亿户，其中千兆占比超三成，移动用户9.95亿户": of the share alone
            _end(frame)
            if whole is not None:
                frame.carried.nest = _open(frame, whole, opening, inner=last > 1)
    nest = frame.carried.nest
    if nest is not None and nest.until is not None and frame.sentence.tokens[index].start >= nest.until:
        _end(frame)
        nest = None
    return nest if nest is not None and nest.whole.unit == unit else None


def _spent(frame: Frame, opening: int, index: int) -> bool:
    """Has the clause that opens parts told a share, before the clause of a level?"""
    near = range(opening, index)
    rates = (i for i in near if (m := frame.sentence.tokens[i].mention) is not None and _rate(m.value))
    first = next(rates, None)
    return first is not None and any(frame.sentence.tokens[i].text == "," for i in range(first, index))


def _rate(value: object) -> bool:
    return isinstance(value, Quantity) and value.kind in ("percent", "fraction")


def _open(frame: Frame, whole: Figure, opening: int, inner: bool) -> Nest:
    tokens, depth = frame.sentence.tokens, frame.depths[opening]
    inner = inner or depth > 0 or (opening > 0 and tokens[opening - 1].text == ",")
    until = _until(frame, opening) if inner else None
    cue = frame.sentence.span_of(opening, opening + 1)
    nest = Nest(whole, frame.carried.called.get(whole, ""), cue, until, depth)
    nest.named = frame.carried.together.get(whole, ())
    return nest


def together(frame: Frame, index: int) -> tuple[tuple[str, ...], int]:
    """Who a level is said to be of together, the list in its clause before 共 or 合计; and where that word ends."""
    if not frame.words.together:
        return (), 0
    sentence, at = frame.sentence, frame.sentence.tokens[index].start
    clause = _MARK.split(sentence.document.text[max(at - LIST, sentence.span.start) : at])[-1]
    last = max((m.end() for m in _AND.finditer(clause)), default=0)
    cues = ((clause.find(word, last), word) for word in frame.words.together)
    told, word = min((cue for cue in cues if cue[0] > last > 0), default=(-1, ""))
    named = tuple(_AND.split(clause[:told])) if told > 0 else ()
    known = len(named) > 1 and all(len(name) >= BEGIN for name in named)
    return (named, at - len(clause) + told + len(word)) if known else ((), 0)


def behind_list(frame: Frame, index: int, first: int) -> int:
    """The token from which words name what a level is: it is of all of a list before 共, and not of the last of it."""
    _, end = together(frame, index)
    return next((i for i in range(first, index) if frame.sentence.tokens[i].start >= end), first) if end else first


def _all_named(nest: Nest) -> bool:
    """Are the parts, each by its name, all whom the whole was told of?"""
    left = list(nest.named)
    for lead in nest.leads.values():
        name = next((n for n in left if (n[-BEGIN:] if n is nest.named[0] else n) in lead), None)
        if name is None:
            return False
        left.remove(name)
    return bool(nest.named) and not left


def _whole(frame: Frame, opening: int, said: Subject, unit: str, part: Quantity) -> Figure | None:
    """What is split: the level said last, or one said before it of the very metric that the part names."""
    split = frame.carried.split
    again = viewed(frame.sentence, opening, frame.words)
    if again and split is not None and split.whole.unit == unit:
        return split.whole  # once more, another way
    inside = {figure for at, figure in frame.figures.items() if at > opening}  # no part is the whole of those behind it
    carried = [figure for figure in frame.carried.levels if figure not in inside]
    carried = [figure for figure in carried if not antecedent.single(frame, figure)]
    levels = [figure for figure in carried[-LONGEST:] if figure.unit == unit]
    if opening == 0 and (whole := _listed(frame, levels)) is not None:
        return whole
    near = [figure for figure in carried[-NEAR:][::-1] if figure.unit == unit]
    if len(near) > 1 and _earlier(*near[:2]):
        near = near[1:]  # "营业收入86.4亿元，去年同期72.0亿元。其中，": what it is compared with is not split
    if said.metric is not None:
        named = next((figure for figure in near if figure.metric == said.metric.id), None)
        last = near[0] if near and near[0] == frame.carried.figure else None
        if named != last and _less(frame, named, part):
            # "其中出口171亿元。前5个月进出口1476亿元，其中出口804亿元": of what was said last
            return None if _less(frame, last, part) else last
        return named or last
    return near[0] if near else None


def _less(frame: Frame, figure: Figure | None, part: Quantity) -> bool:
    """Is a figure printed as less than what would be a part of it?"""
    known = frame.carried.printings.first(figure) if figure is not None else None
    return known is not None and known.high < part.low


def _earlier(one: Figure, other: Figure) -> bool:
    """Is a figure another one at an earlier time, or at one that nobody can tell from its own?"""
    if (one.metric, one.entity, one.segment) != (other.metric, other.entity, other.segment):
        return False
    if one.period == other.period:
        return one.basis is not None and not one.basis.startswith("at ") and other.basis is None
    then, now = one.period, other.period
    return then is not None and now is not None and None not in (then.start, now.start) and then.start < now.start  # type: ignore[operator]


def _listed(frame: Frame, levels: list[Figure]) -> Figure | None:
    """What the levels said last are all the parts of: 其中 behind a whole list is among all of it."""
    return next(
        (whole for i, whole in enumerate(levels[:-2]) if frame.adds_up(whole, levels[i + 1 :])),
        None,
    )


def take(frame: Frame, index: int, figure: Figure) -> None:
    """A level has been said: is it a part?"""
    nest, mention = frame.carried.nest, frame.sentence.tokens[index].mention
    if named := together(frame, index)[0]:
        frame.carried.together[figure] = named
    if nest is None or mention is None or figure == nest.whole or mention.span.start < nest.at:
        return
    dated = figure.period == nest.whole.period or (figure.period is None and bool(nest.named))
    same = figure.unit == nest.whole.unit and dated and figure.status == nest.whole.status
    called = frame.called.get(index, "")
    if called[:BEGIN] and called[:BEGIN] == nest.called[:BEGIN] and not called.startswith(nest.called):
        _end(frame)  # "新增确诊病例4例，其中甲市3例，新增疑似病例2例": beside the whole
        return
    value, known = mention.value, frame.carried.printings.first(nest.whole)
    if isinstance(value, Quantity) and known is not None and value.low == known.low:
        return  # "50城…，其中4城…，占50城的14.9%": the whole again
    own = metric(figure.metric) is None and called.endswith(frame.words.yields)
    if own and not nest.called.endswith(frame.words.yields):
        return  # "总投资25亿元，其中一期10亿元，达产后年产值18亿元"
    before = frame.sentence.tokens[index - 1].text if index else ""
    if before in frame.words.holding or frame.depths[index] != (
        nest.depth if nest.at >= frame.sentence.span.start else 0
    ):
        return  # "境外输入39例（甲市22例），含4例转归病例": parts of a part
    first = next(iter(nest.parts), figure)
    if not same or (metric(figure.metric) is not None and figure.metric not in (nest.whole.metric, first.metric)):
        return
    nest.parts.setdefault(figure, mention.span)
    lead = frame.sentence.document.text[max(mention.span.start - LEAD, 0) : mention.span.start]
    nest.leads.setdefault(figure, _CLAUSE.split(lead)[-1])
    nest.rest = nest.rest or frame.called.get(index, "").startswith(tuple(frame.words.remainder))


def depths(sentence: Sentence) -> list[int]:
    """How many brackets stand open at each token."""
    depth, found = 0, list[int]()
    for token in sentence.tokens:
        depth = max(depth - (token.text == ")"), 0)
        found.append(depth)
        depth += token.text == "("
    return found


def _until(frame: Frame, opening: int) -> int | None:
    """Where parts end that are told within a clause or a bracket: at its mark."""
    tokens, depth = frame.sentence.tokens, frame.depths
    for i in range(opening, min(opening + REACH, len(tokens))):
        if tokens[i].text == ";" or depth[i] < depth[opening]:
            return tokens[i].start
    return None


def _end(frame: Frame) -> None:
    if frame.carried.nest is not None:
        frame.ended.append(frame.carried.nest)
        frame.carried.split = frame.carried.nest
        frame.carried.nest = None


def split(frame: Frame, part: Figure) -> Figure | None:
    """What a figure has been told to be a part of."""
    for nest in (frame.carried.nest, frame.carried.split):
        if nest is not None and part in nest.parts:
            return nest.whole
    return None


def closed(frame: Frame) -> Iterator[Fact]:
    """The parts that end with a sentence; a semicolon goes on with them."""
    sentence = frame.sentence
    if sentence.document.text[sentence.span.end - 1] not in ";；":
        _end(frame)
    for nest in frame.ended:
        last = max((span.end for span in nest.parts.values()), default=nest.at)
        twice = sentence.document.text[nest.at : last + LEAD]
        nest.named = () if any(word in twice for word in frame.words.overlapping) else nest.named
        if not _average(nest, frame, sentence.lang):
            yield from _grouped(nest, sentence.lang)


def _average(nest: Nest, frame: Frame, lang: str) -> bool:
    """Is the whole a mean, of which nothing is a part: "居民人均收入4.1万元，其中城镇居民5.3万元", "340公斤/亩"?"""
    size = frame.carried.printings.first(nest.whole)
    if size is not None and size.per is not None and size.per not in TIMES:
        return True  # so much a year is shared out like any other amount
    words = f"{nest.called}{nest.whole.metric}"
    return any(cue.id in ("mean", "each") and cue.stands(words, "") for cue in likely(lang, words, ""))


def _both(nest: Nest, lang: str) -> bool:
    """Are two parts called by words of which the one is all that the other is not: 外贸 and 内贸?"""
    if len(nest.leads) != 2:
        return False
    one, other = nest.leads.values()
    return any((a in one and b in other) or (b in one and a in other) for a, b in opposites(lang))


def _grouped(nest: Nest, lang: str) -> Iterator[Fact]:
    parts = tuple(nest.parts)
    by_axes = {axis for part in parts for axis, _ in part.segment if axis in axes()}
    row = metric(nest.whole.metric)
    known = by_axes and all(len(part.segment) == 1 and part.segment[0][0] in axes() for part in parts)
    if not parts or len(by_axes) > 1 or (known and len(parts) > 1) or (row is not None and row.negative):
        return  # members of an axis are grouped by it; a loss makes a part greater than its whole
    yield Grouping(
        spans=(nest.cue, *nest.parts.values()),
        rule="opened",
        whole=nest.whole,
        parts=parts,
        complete=(nest.rest or _all_named(nest)) and len(parts) > 1,
        likely=_both(nest, lang),
        cue=nest.cue,
    )
