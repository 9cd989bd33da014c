"""Wholes and their parts: said by a cue in one sentence, or known from an axis whose members an item names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from crossfoot import days
from crossfoot.facts.frame import Frame, antecedent
from crossfoot.facts.frame.kin import same_kind
from crossfoot.facts.measurement import measured
from crossfoot.facts.sentence import Match
from crossfoot.facts.sentence.layout import WINDOW
from crossfoot.lexicon.metrics import axes, metric
from crossfoot.model import Change, Fact, Figure, Grouping, Measurement, Mention, Period, Quantity

MOST_MAKERS = 12  # that are counted without a word for what they are
HUNDRED = Figure(None, "hundred percent", (), None, "percent")  # the whole of percentages that leave nothing out
MOST_LIKELY = 6  # figures that are tried for a slip, where words do not say that they are all
FEW = 1_000  # a smaller number beside millions may be so many millions
MOST_LEFT = 4  # levels among which what is left may have been left
_LISTED = {"listed", "remaining"}  # senses by which the sentence has told every part


def state(match: Match, frame: Frame) -> Iterator[Fact]:
    """The whole and the parts that one sentence names with a cue."""
    by_sense = {"rest": _rest, "pair": _two, "adds": _two, "hundred": _hundred}
    return by_sense.get(match.row.sense, _listed)(match, frame)


def _hundred(match: Match, frame: Frame) -> Iterator[Fact]:
    """Percentages that leave nothing out."""
    parts = tuple(frame.level(i) for i in range(match.start, match.end) if frame.is_level(i))
    yield Grouping(spans=(match.span,), rule=match.row.name, whole=HUNDRED, parts=parts, complete=True)


def _listed(match: Match, frame: Frame) -> Iterator[Fact]:
    """Parts that stand in one list, and their whole before or behind it."""
    place, sense = match.roles.get("whole"), match.row.sense
    last = place[0] if place is not None and place[0] > match.roles["part"][0] else None  # a whole said after its parts
    first = _first(match, frame, last)
    if first is None:
        return
    parts, whole_list = _parts(frame, first, len(frame.sentence.tokens) if last is None else last)
    places, mention = [index for _, index in parts], match.mention("whole")
    if not parts or not _alike(match, frame, places) or (mention is not None and _counted(mention, frame, places)):
        return
    whole = _whole(match, frame, parts, first)
    if whole is None:
        return
    if last is not None and mention is not None and isinstance(mention.value, Quantity):
        whole = frame.restate(last, frame.key(_of_parts(whole, [figure for figure, _ in parts]), mention))
        yield measured(whole, mention.value, mention.span, match.span, match.row.name)
    figures = _of_one_kind(frame, whole, parts)
    if not figures or (len(figures) < 2 and sense == "total"):
        return
    closed = sense in {"complete", "total", "net", *_LISTED} or bool(
        frame.texts(first, first + WINDOW) & match.listed("closing")
    )
    open_ = sense == "some" and "whole" in match.roles and frame.words.spaced and len(figures) > 1
    yield Grouping(
        spans=(match.span,),
        rule=match.row.name,
        whole=whole,
        parts=tuple(figures),
        complete=whole_list and len(figures) > 1 and closed,
        # What "including" begins may go on with what is no part: ", and a further 1.8 million under construction".
        likely=open_ and len(figures) <= MOST_LIKELY,
        loose=open_ and len(figures) > MOST_LIKELY,
        cue=match.span,
    )


def _first(match: Match, frame: Frame, last: int | None) -> int | None:
    """Where the list of parts begins, which may be before the first that the row asks for."""
    first = match.roles["part"][0]
    if match.row.sense in _LISTED:
        return _whole_list(
            frame, match.listed("nesting"), match.roles["whole"][0] if "whole" in match.roles else match.end
        )
    return first if last is None else frame.head(first)


def _whole(match: Match, frame: Frame, parts: Sequence[tuple[Figure, int]], first: int) -> Figure | None:
    part = parts[0][0]
    if match.row.sense == "remaining":
        # Said a sentence before: only the whole of the very metric that every part is of, and the figure said last.
        whole = msgspec.structs.replace(part, segment=())
        meant = frame.before[-1:] == (whole,) and all(figure.metric == whole.metric for figure, _ in parts)
        return whole if meant else None
    if "whole" in match.roles:
        return frame.level(match.roles["whole"][0])
    return frame.referred(part, match.start, min(first, match.end))


def _of_parts(whole: Figure, parts: Sequence[Figure]) -> Figure:
    """A whole that is said after its parts: it is of what they are of."""
    period = _lasting([figure.period for figure in parts]) or parts[0].period
    return msgspec.structs.replace(parts[0], segment=(), unit=whole.unit or parts[0].unit, period=period)


def _of_one_kind(frame: Frame, whole: Figure, parts: Sequence[tuple[Figure, int]]) -> list[Figure]:
    """The parts up to the first figure of another kind, with which the list has ended."""
    first = parts[0][0]
    unit, figures = whole.unit or first.unit, list[Figure]()
    counts = not _money(frame, parts[0][1])
    for figure, index in parts:
        other_unit = figure.unit != "" and not same_kind(figure.unit, unit)
        other_unit = other_unit or (counts and _money(frame, index))  # "9 million are new and bring $126 million"
        if other_unit or (figure.metric not in (whole.metric, first.metric) and metric(figure.metric) is not None):
            break
        figures.append(frame.apart(index) if figure == whole or figure in figures else figure)
    return figures


def _money(frame: Frame, index: int) -> bool:
    """Is a figure printed as an amount of money, whatever it is known to be of?"""
    mention = frame.sentence.tokens[index].mention
    return mention is not None and isinstance(mention.value, Quantity) and mention.value.kind == "money"


def _counted(whole: Mention, frame: Frame, parts: Sequence[int]) -> bool:
    """Does a number say how many parts there are: "its three models comprised 15,870 L5, 13,244 L7 and 7,100 M9"?"""
    sizes = [m.value for i in parts if (m := frame.sentence.tokens[i].mention) and isinstance(m.value, Quantity)]
    value = whole.value
    if not isinstance(value, Quantity) or not all(size.low > value.low for size in sizes):
        return False
    return value.low == len(sizes) or (
        value.kind == "number" and value.low <= MOST_MAKERS
    )  # "of the three, 2.9 million"


def _lasting(periods: Sequence[Period | None]) -> Period | None:
    """The time of a whole whose parts follow each other in time."""
    ends = sorted({(p.start, p.end) for p in periods if p is not None and p.start and p.end})
    if len(ends) < 2 or any(before[1] != after[0] for before, after in pairwise(ends)):
        return None
    return days.period(ends[0][0], ends[-1][1])


def _alike(match: Match, frame: Frame, parts: Sequence[int]) -> bool:
    """Where a row says what was done with the whole: was it done with each part, and not undone?"""
    done, tokens = match.words("verb"), frame.sentence.tokens
    if done is None:
        return True
    text, start = frame.sentence.document.text, frame.sentence.span.start
    for index in parts:
        before = text[start : tokens[index].start].replace("：", ":").rpartition(":")[2]
        if done not in before or frame.words.undoing & {before[i : i + 2] for i in range(len(before) - 1)}:
            return False
        start = tokens[index].end
    return True


def _whole_list(frame: Frame, nesting: frozenset[str], last: int) -> int | None:
    """The first of the figures before a token, if all that stand there are one plain list of one unit."""
    tokens, opened = frame.sentence.tokens[:last], 0
    if not frame.words.spaced:  # what stands before a colon only announces the list
        opened = max((i for i, token in enumerate(tokens) if token.text == ":"), default=-1) + 1
    found = [i for i, token in enumerate(tokens) if token.mention and isinstance(token.mention.value, Quantity)]
    figures = [i for i in found if i >= opened]
    if not figures or any(i in frame.taken or not frame.is_level(i) for i in figures):
        return None
    if nesting & frame.texts(figures[0], last) or len({frame.level(i).unit for i in figures}) > 1:
        return None  # parts of a part
    return figures[0]


def _two(match: Match, frame: Frame) -> Iterator[Fact]:
    """Two parts of which the second is what is left, or what was there before the first came to it."""
    places = [match.roles[role][0] for role in ("whole", "part", "rest") if role in match.roles]
    like = match.quantity("part")
    if like is None or not all(frame.is_level(i) for i in places):
        return
    if match.row.sense == "pair":
        for index in places:
            frame.level(index)
        whole, part, other = (frame.apart(index) for index in places)
        yield Grouping(spans=(match.span,), rule=match.row.name, whole=whole, parts=(part, other), complete=True)
        return
    before = antecedent.last_of(frame, match.start, like)
    whole, part = (frame.level(i) for i in places)
    if before is not None and len({whole, part, before}) == 3:
        yield Grouping(
            spans=(match.span,), rule=match.row.name, whole=whole, parts=(part, before), complete=False, likely=True
        )


def _rest(match: Match, frame: Frame) -> Iterator[Fact]:
    """What two figures leave: those said last, the first of them the whole where arithmetic does not tell."""
    index = match.roles["part"][0]
    if not frame.is_level(index):
        return
    rest = frame.level(index)
    here = [frame.figures[i] for i in sorted(frame.figures) if i < match.start and frame.figures[i].unit == rest.unit]
    earlier = [figure for figure in frame.before if figure.unit == rest.unit]
    known = list(dict.fromkeys([*earlier, *here]))
    if len(known) < 2 or rest in known[-2:]:
        return
    near = known[-MOST_LEFT:]
    pairs = [(whole, part) for i, part in enumerate(reversed(near)) for whole in reversed(near[: len(near) - 1 - i])]
    pairs += [(part, whole) for whole, part in pairs]
    likeliest = frame.carried.printings.ordered(*known[-2:])
    whole, part = next((p for p in pairs if frame.adds_up(p[0], [p[1], rest])), likeliest)
    # A whole that is said a sentence before is likely, not certain, to be the one that is meant.
    firm = len(here) > 1 and {whole, part} <= set(here)
    yield Grouping(
        spans=(match.span,), rule=match.row.name, whole=whole, parts=(part, rest), complete=firm, likely=not firm
    )


def _parts(frame: Frame, first: int, last: int) -> tuple[list[tuple[Figure, int]], bool]:
    """The levels from one token to before another, as far as they are one list, and whether that may be all of it."""
    found, marked, before = list[tuple[Figure, int]](), False, ""
    for index in range(first, min(last, first + WINDOW)):
        text = frame.sentence.tokens[index].text
        if found and (text in frame.words.nesting or f"{before} {text}" in frame.words.nesting):
            return found, False  # "of which 600 were exported, of which 200 to Asia": parts of a part
        before = text
        if text in (";", ".", "。") or text in frame.words.beside:
            break
        marked = marked or text == "、"
        if text == "," and marked:
            break  # where a list is joined by a mark of its own, a comma ends it
        if index not in frame.taken and frame.is_level(index):
            found.append((frame.level(index), index))
    return found, True


def by_axis(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Members of one axis that the facts of an item name, under the whole that they are members of."""
    spans = {f.figure: f.spans for f in facts if isinstance(f, Measurement | Change)}
    printed = {f.figure: f.quantity for f in facts if isinstance(f, Measurement)}
    levels = dict.fromkeys(spans)
    members: dict[Figure, dict[str, dict[str, Figure]]] = {}
    for figure in levels:
        row = metric(figure.metric)
        if row is not None and row.additive_segment and len(figure.segment) == 1 and figure.segment[0][0] in axes():
            axis, member = figure.segment[0]
            whole = msgspec.structs.replace(figure, segment=())
            members.setdefault(whole, {}).setdefault(axis, {})[member] = figure
    worded = (figure for figure in levels if [axis for axis, _ in figure.segment] == ["words"])
    split_in_words = {msgspec.structs.replace(figure, segment=()) for figure in worded}
    for whole, found in members.items():
        for axis, parts in found.items():
            split = axes()[axis]
            sets = [s for s in split.exhaustive if whole.metric in split.of and set(s) <= set(parts)]
            names = max(sets, key=len) if sets else tuple(parts)
            if not sets and (whole not in levels or whole.metric not in split.of):
                continue
            if not sets and len(parts) < 2 and whole in split_in_words:
                continue  # "electric cars made up 22,480, exports 12,307": kinds that overlap
            if sets and whole not in levels and len(found) < 2:
                continue  # a sum that nothing is compared with
            chosen = tuple(parts[name] for name in names)
            if whole in printed and any(_scale_unsaid(printed[whole], printed.get(part)) for part in chosen):
                continue
            yield Grouping(
                spans=tuple(span for figure in chosen for span in spans[figure]),
                rule=f"axis.{axis}",
                whole=whole,
                parts=chosen,
                complete=bool(sets),
            )


def _scale_unsaid(whole: Quantity, part: Quantity | None) -> bool:
    """May the scale of a part go without saying: "551 million yuan, with 300 at home"?"""
    return (
        whole.scale > 1 and part is not None and part.scale_word is None and part.kind == "number" and part.high < FEW
    )
