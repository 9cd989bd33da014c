"""A sentence of parts comes in; out goes the whole that was said before it, as a grouping, though no cue joins them.

"It carried 1.26 million passengers. Domestic routes drew 819,000 and international routes 441,000." Only a last part
that is "the remaining" says that the parts are all there is. Without it they may close, and then they do; if they do
not, nobody has said that they must (a grouping that is only `likely` complains of a plain slip alone).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crossfoot.facts import topic
from crossfoot.facts.frame import Frame
from crossfoot.facts.kin import same_kind
from crossfoot.interval import Interval
from crossfoot.lexicon.metrics import metric
from crossfoot.model import Fact, Figure, Grouping, Printed, Quantity, Span
from crossfoot.ranges import ranges

MOST_PARTS = 12
MOST_WHOLES = 8  # levels before the sentence that are looked at
NEAR_CLOSING = 4  # tokens between "the remaining" and its figure
LEAST_SHARP = 10  # times that the range of a whole goes into it
FARTHEST = Fraction(2)  # a sum that misses its whole by more than this factor is of something else

Level = tuple[int, Figure, Quantity]


def behind(frame: Frame, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The groupings of one sentence with what was said before it."""
    said = {figure for f in facts if isinstance(f, Grouping) for figure in (f.whole, *f.parts)}
    for run in _runs(frame, said):
        closing = _closed(frame, run)
        found = _under(frame, run, closing) or _over(frame, run)
        if found is not None:
            whole, parts, firm = found
            yield Grouping(
                spans=tuple(_span(frame, index) for index, _, _ in run),
                rule="parts.behind.whole",
                whole=whole,
                parts=tuple(parts),
                complete=firm,
                likely=not firm,
            )


def _runs(frame: Frame, said: set[Figure]) -> Iterator[list[Level]]:
    """The levels of a sentence that no cue has grouped, kind by kind."""
    by_kind: list[list[Level]] = []
    for index in sorted(frame.figures):
        figure, mention = frame.figures[index], frame.sentence.tokens[index].mention
        if mention is None or not isinstance(mention.value, Quantity) or not frame.stands(index):
            continue
        quantity = mention.value
        if quantity.kind == "percent" or quantity.per or figure.status != "actual" or figure in said:
            continue
        if quantity.low != quantity.high or not _range(figure, quantity).bounded or topic.spread(frame, index):
            continue
        run = next((run for run in by_kind if same_kind(run[0][1].unit, figure.unit)), None)
        if run is None:
            by_kind.append([(index, figure, quantity)])
        else:
            run.append((index, figure, quantity))
    yield from (run for run in by_kind if len(run) <= MOST_PARTS)


def _closed(frame: Frame, run: Sequence[Level]) -> bool:
    index = run[-1][0]
    return bool(frame.texts(max(index - NEAR_CLOSING, 0), index) & frame.words.closing_part)


def _under(frame: Frame, run: list[Level], closing: bool) -> tuple[Figure, list[Figure], bool] | None:
    """Parts behind their whole, which stands in a sentence before, or first in this one where the last part closes."""
    looks = [(whole, run) for whole in reversed(frame.before[-MOST_WHOLES:])] if len(run) > 1 else []
    if closing and len(run) > 2:
        looks.append((run[0][1], run[1:]))
    near = None
    for whole, listed in looks:
        if not _meet(frame, whole, listed):
            continue
        if _closes(frame, whole, listed):
            return whole, _apart(frame, whole, listed), closing
        near = near or (whole, listed)
    if near is None or not (closing or _near(frame, *near)):
        return None
    return near[0], _apart(frame, *near), closing


def _over(frame: Frame, run: list[Level]) -> tuple[Figure, list[Figure], bool] | None:
    """A whole behind its parts: "together the two had revenue of 460"."""
    index, whole, _ = run[-1]
    parts = [figure for figure in frame.carried.run if same_kind(figure.unit, whole.unit)]
    if (
        len(run) > 1
        or not 1 < len(parts) <= MOST_PARTS
        or not frame.texts(frame.reach(index), index) & frame.words.together
    ):
        return None
    known = [frame.carried.printings.first(figure) for figure in parts]
    if whole in parts or any(quantity is None for quantity in known) or len(set(parts)) < len(parts):
        return None
    ends = [_range(figure, quantity) for figure, quantity in zip(parts, known, strict=True) if quantity is not None]
    return (whole, parts, False) if (_sum(ends) & _range(whole, run[-1][2])) is not None else None


def _meet(frame: Frame, whole: Figure, run: Sequence[Level]) -> bool:
    """May the figures be the parts of the whole, by what is known of them?"""
    parts = [figure for _, figure, _ in run]
    if whole.status != "actual" or not same_kind(whole.unit, parts[0].unit) or whole in parts:
        return False
    known = {figure.metric for figure in parts if metric(figure.metric) is not None}
    row = metric(whole.metric)
    if len(known) > 1 or (known and row is not None and {whole.metric} != known):
        return False
    if any((found := metric(name)) is not None and not found.additive_segment for name in (*known, whole.metric)):
        return False
    periods = {figure.period for figure in parts}
    if len(periods) > 1 or (whole.period is not None and periods - {None, whole.period}):
        return False
    owners = {figure.entity for figure in parts}
    return owners <= {whole.entity, None} or len(owners) == len(parts)


def _closes(frame: Frame, whole: Figure, run: Sequence[Level]) -> bool:
    quantity = frame.carried.printings.first(whole)
    if quantity is None:
        return False
    range_ = _range(whole, quantity)
    if range_.low is None or range_.high is None or (range_.high - range_.low) * LEAST_SHARP > quantity.low:
        return False  # a whole so vague says nothing of its parts
    return (_sum([_range(figure, part) for _, figure, part in run]) & range_) is not None


def _near(frame: Frame, whole: Figure, run: Sequence[Level]) -> bool:
    """Parts that are told apart by their words, and add up to something like the whole: perhaps one is misprinted."""
    quantity = frame.carried.printings.first(whole)
    if quantity is None or quantity.low <= 0 or any(figure.basis for figure in (whole, *(f for _, f, _ in run))):
        return False
    ratio = sum((part.low for _, _, part in run), Fraction(0)) / quantity.low
    return 1 / FARTHEST <= ratio <= FARTHEST


def _apart(frame: Frame, whole: Figure, run: Sequence[Level]) -> list[Figure]:
    """The parts, each under a key of its own."""
    parts = list[Figure]()
    for index, figure, _ in run:
        parts.append(frame.apart(index) if figure == whole or figure in parts else figure)
    return parts


def _range(figure: Figure, quantity: Quantity) -> Interval:
    return ranges(Printed(figure, quantity, Span("", 0, 0))).default


def _sum(ends: Sequence[Interval]) -> Interval:
    made = ends[0]
    for end in ends[1:]:
        made = made + end
    return made


def _span(frame: Frame, index: int) -> Span:
    return frame.sentence.span_of(index, index + 1)
