"""What is the most or the least of a stretch of time, beside figures of other times in it: figures in, comparisons out.

"At 3.9%, the rate is at its lowest in a decade. In 2019 it stood at 6.1%": whatever it was within those ten years is
more. Figures are of one thing where facts say so, or where a sentence only gives them a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.claims.shapes import precedes
from crossfoot.facts.ties.order.hedged import CLOSED
from crossfoot.facts.ties.order.ordered import like, told
from crossfoot.facts.ties.order.ranks import one_of
from crossfoot.late import late
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.ordered import Order, order
from crossfoot.model import Comparison, Span

AROUND = 110  # characters behind a figure in which it is called the most
BETWEEN = 60  # characters from it to that word
APART = 3  # sentences to a figure of another time
BEHIND = 8  # figures
EVER = 1000  # years
_YEAR = late(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_STOP = late(r"[;。；\n]|\. ")
MAY = ("then", "base", "mean", "total")  # marks of what is of another time, or called by its kind


def windows(amounts: Sequence[Amount], text: str, year: int | None) -> Iterator[Comparison]:
    """The comparisons that the most and the least of stretches of time make; the year is the one of the text."""
    for now in amounts:
        rows = order(now.lang)
        if rows is None or now.sort not in ("amount", "rate") or now.quantity.change is not None:
            continue
        said = _STOP.split(simplified(text[now.span.end : now.span.end + AROUND]))[0]
        found = rows.window.search(said)
        if found is None or found.start() > BETWEEN or now.has("base", "then"):
            continue
        if any(
            a.span.end <= now.span.end + found.start() and like(a, now) for a in amounts[now.index + 1 : now.index + 3]
        ):
            continue  # of another figure
        years, said_ = _years(rows, found.groupdict()), "super" if found["super"] else "super_"
        word = Span(now.span.doc, now.span.end + found.start(said_), now.span.end + found.end(said_))
        sense = rows.supers.get(found[said_], "down" if found[said_] in rows.rows.lows else "up")
        for then in amounts[now.index + 1 : now.index + 1 + BEHIND]:
            if (
                then.sentence - now.sentence <= APART
                and _within(rows, (now, _year(now) or year), then, years)
                and _of_it(rows, now, then)
            ):
                yield from told(now, then, word, sense, "order.window")


def _years(rows: Order, said: dict[str, str | None]) -> tuple[int, int]:
    """How many years back a stretch goes (0: within one), or the year in which it begins."""
    if said.get("since"):
        return 0, int(said["since"] or 0)
    number, unit = (said.get("n") or "").strip(), (said.get("unit") or "").strip()
    if not number:
        return (0 if said.get("own") else EVER), 0
    many = rows.counts.get(number) or (int(number) if number.isdecimal() else 0)
    return many * (10 if unit in rows.rows.decades else 1), 0


def _within(rows: Order, at: tuple[Amount, int | None], then: Amount, years: tuple[int, int]) -> bool:
    """Is a figure of an earlier time, and that in the stretch?"""
    now, own = at
    if not one_of(then, now, MAY) or precedes(now, then) is True:
        return False
    year = _year(then)
    if years[1]:
        return year is not None and year > years[1] and (own is None or year < own)
    if not years[0]:
        ago = rows.timed_only.fullmatch(then.lead.lower()) is not None and _YEAR.search(then.lead) is None
        return ago and not any(word in then.lead.lower() for word in rows.rows.years_ago)
    return own is not None and year is not None and 0 < own - year < years[0]


def _year(amount: Amount) -> int | None:
    """The year that a figure is of, as facts or the words right beside it say."""
    period = amount.figures[0].figure.period if amount.figures else None
    if period is not None and period.start is not None:
        return period.start.year
    beside = _YEAR.findall(amount.lead[-BETWEEN:])[-1:] or _YEAR.findall(amount.tail[:BETWEEN])[:1]
    return int(beside[0]) if beside else None


def _of_it(rows: Order, now: Amount, then: Amount) -> bool:
    """Are two figures of one thing?"""
    if rows.apart and CLOSED.match(then.tail) is None:  # "In 2020 it was 3.6% for graduates"
        return False
    if now.figures and then.figures:
        one, other = now.figures[0].figure, then.figures[0].figure
        if (one.entity, one.metric, one.segment, one.unit) == (other.entity, other.metric, other.segment, other.unit):
            return True
    attributive = not rows.apart and then.tail.startswith(rows.rows.of)
    return not attributive and rows.timed_only.fullmatch(then.lead.lower()) is not None
