"""Which of several figures is the first or the last, where words say so: records, and the most and fewest of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.order.afar import subject
from crossfoot.facts.ties.order.hedged import lead_at
from crossfoot.facts.ties.order.ordered import like, only, told
from crossfoot.facts.ties.order.ranks import SHARED, one_of
from crossfoot.late import late
from crossfoot.lexicon.ordered import Order, order
from crossfoot.model import Comparison, Span

BACK = 8  # figures before one that it may be the most of
AROUND = 80  # characters around a figure in which it is called a record
LEAST = 3  # figures of a list
BEHIND = 160  # characters behind a list that say who of it is the first
FARTHER = 400  # the same, where words say that it is the first of all of them
SHORT = 30  # characters
_NAME = late(r"[A-Z][\w'’&-]*(?: (?:[A-Z][\w'’&-]*|of|de|la|von))*")
_STANDING = late(
    r"(?: (?:is|was|remains|remained|being|has|had|stays|stayed|came|kept|by far|again|still|easily|clearly|also))*"
    r" ?(?:the )?"
)
_WON = late(
    r"\b(?:won|wins|beat|beats|carried|passed|approved|adopted|rejected|defeated|outsold|outvoted|prevailed|elected|led)\b"
    r"[^.;:0-9]{0,40}\bby (?:a vote of )?$"
)
_CARRIED = late("的?(?:微弱|悬殊|明显)?(?:优势|比分|票数)?(?:胜出|当选|通过|获胜|险胜|获得通过|击败|战胜|取胜|连任)")
_OF_CLAUSES = late("[。；：\n]")
_STILL = late("(?:以[^，。；0-9]{1,6}(?:优势|差距)|仍然|仍|依然|继续|均|也|则|的|规模|数量)*")
_STOP = late(r"[.;。；\n]")
_THEN = late(
    r"\b(?:last year|a year (?:earlier|ago|before)|the year before|the previous \w+|last month|the month before)\b"
)
_LABEL = late(r" (?:[a-z]+ )?(?:in|for|at|on) (?P<name>[A-Z][a-z]+|(?:19|20)[0-9]{2})\b")
_SMALL = frozenset({"The", "In", "At", "On", "And", "But", "With", "While", "Of", "A", "An", "For", "By", "It", "Its"})


def extremes(amounts: Sequence[Amount], text: str) -> Iterator[Comparison]:
    """The comparisons that records, lists and pairs of an item make."""
    for amount in amounts:
        rows = order(amount.lang)
        if rows is None or amount.sort not in ("amount", "rate") or amount.quantity.change is not None:
            continue
        yield from _record(rows, amounts, amount, text)
        yield from _since(rows, amounts, amount, text)
        yield from _of_list(rows, amounts, amount)
        yield from _opening(rows, amounts, amount)
        yield from _named(rows, amounts, amount, text)
        yield from _voted(amounts, amount)
        yield from _paired(rows, amounts, amount)


def _record(rows: Order, amounts: Sequence[Amount], second: Amount, text: str) -> Iterator[Comparison]:
    """ "61,430, a record; the previous best was 58,912", "58,912 in 2023, until now the most"."""
    found = rows.former.search(second.lead.lower()) or rows.until.match(second.tail.lower())
    first = _nearest(amounts, second) if found is not None else None
    if found is None or first is None:
        return
    groups = found.groupdict()
    sense = rows.supers[groups["super"]] if "super" in groups else "up" if groups["peak"] else "down"
    before = second.lead.lower() if "super" in groups else second.lead.lower()[: found.start()]
    if first.sentence != second.sentence:
        near = text[max(first.span.start - AROUND, 0) : first.span.end + AROUND].lower()
        if rows.peaks.search(near) is None:
            return
    elif rows.short.search(before[-SHORT:]) is not None:
        return
    yield from told(first, second, None, sense, "order.record")


def _nearest(amounts: Sequence[Amount], second: Amount) -> Amount | None:
    near = reversed(amounts[max(second.index - BACK, 0) : second.index])
    near = (a for a in near if second.sentence - a.sentence <= 1 and like(a, second))
    return next((a for a in near if not a.has("base")), None)


def _pace(rows: Order, amounts: Sequence[Amount], then: Amount) -> Amount | None:
    """The rate right before one, by which something rose: "上涨2.9%，涨幅创2019年以来新高，当时为3.1%"."""
    now = amounts[then.index - 1] if then.index and not rows.apart and then.sort == "rate" else None
    return now if now is not None and now.sort == "rate" and now.quantity.change == "up" else None


def _since(rows: Order, amounts: Sequence[Amount], then: Amount, text: str) -> Iterator[Comparison]:
    """ "3,412, the highest since 2011 (3,560)": then it was no less, and it has been less since."""
    lead = then.lead.lower()
    found = rows.since.search(lead)
    start = lead_at(then)
    if found is None:
        found, start = rows.after.match(then.tail), then.span.end
    about = subject(amounts, then, text) if found is not None else None
    now = about or (_nearest(amounts, then) or _pace(rows, amounts, then)) if found is not None else None
    if found is None or now is None or (now is not about and now.sentence != then.sentence):
        return
    said = found["super"]
    sense = rows.supers.get(said, "up" if said == "新高" else "down")
    other = "down" if sense == "up" else "up"
    word = Span(then.span.doc, start + found.start("super"), start + found.end("super"))
    yield from told(now, then, word, other, "order.since")
    for later in amounts[then.index + 1 : then.index + LEAST]:
        if later.sentence - then.sentence <= 1 and like(now, later) and _THEN.search((later.lead + later.tail).lower()):
            yield from told(now, later, None, sense, "order.since")
            return


def _of_list(rows: Order, amounts: Sequence[Amount], amount: Amount) -> Iterator[Comparison]:
    """ "38元、42元、45元、36元、51元，最高51元，最低36元": the most of a list is no less than any of it."""
    found = rows.extreme.search(amount.lead.lower())
    if found is None:
        return
    sense = rows.supers[found["super"]]
    start = lead_at(amount)
    word = Span(amount.span.doc, start + found.start("super"), start + found.end("super"))
    before = amounts[max(amount.index - BACK, 0) : amount.index]
    listed = [a for a in before if a.run[1] >= LEAST and amount.sentence - a.sentence <= 1 and like(a, amount)]
    if listed and listed[-1].run[1] == len(listed):
        for other in listed:
            if other.quantity.low != amount.quantity.low:
                yield from told(amount, other, word, sense, "order.extreme")
        return
    if before and before[-1].sentence == amount.sentence and like(before[-1], amount):
        other_ = rows.extreme.search(before[-1].lead.lower())
        if other_ is not None and {found["super"], other_["super"]} in map(set, rows.rows.superlatives):
            yield from told(before[-1], amount, None, rows.supers[other_["super"]], "order.extreme")


def _opening(rows: Order, amounts: Sequence[Amount], first: Amount) -> Iterator[Comparison]:
    """ "天麓最高，为86.1%，海陵和北屿分别为83.4%和82.7%": the most of a list that is told behind it."""
    found = rows.opening.search(_OF_CLAUSES.split(first.lead)[-1])
    if found is None or any(word in found[0] for word in rows.rows.unlisted):
        return
    said = "super" if found["super"] else "super_"
    start = first.span.start - (found.end() - found.start(said))
    word = Span(first.span.doc, start, start + len(found[said]))
    behind = [a for a in amounts[first.index + 1 : first.index + 1 + BACK] if a.sentence == first.sentence]
    behind = [a for a in behind if a.sort == first.sort and a.like == first.like]
    if len(behind) > 1 and all(one_of(a, first, SHARED) for a in behind):
        for other in behind:
            yield from told(first, other, word, rows.supers[found[said]], "order.extreme")


def _voted(amounts: Sequence[Amount], second: Amount) -> Iterator[Comparison]:
    """ "Won by 312 votes to 298", "以52票对47票胜出": who wins has more."""
    first = amounts[second.index - 1] if second.index else None
    if first is None or first.sentence != second.sentence or not like(first, second):
        return
    between = second.lead.strip().lower()
    if (between.split()[-1:] == ["to"] and len(between.split()) <= 2 and _WON.search(first.lead.lower())) or (
        between in ("对", "比") and _CARRIED.match(second.tail) is not None
    ):
        yield from told(first, second, None, "up", "order.voted")


def _paired(rows: Order, amounts: Sequence[Amount], second: Amount) -> Iterator[Comparison]:
    """ "门票收入反超住宿收入，前者为12.5亿元，后者为11.8亿元": what words set above another, and then the two."""
    first = amounts[second.index - 1] if second.index else None
    if first is None or first.sentence != second.sentence or not like(first, second):
        return
    found = rows.paired.search(first.lead)
    if found is None or any(word in first.lead[: found.start()][-LEAST:] for word in rows.rows.never):
        return
    both = rows.latter.search(second.lead) if found["former"] else second.run == (1, 2)
    if both:
        start = lead_at(first)
        word = Span(first.span.doc, start + found.start("said"), start + found.end("said"))
        yield from told(first, second, word, rows.senses[found["said"]], "order.paired")


def _named(rows: Order, amounts: Sequence[Amount], last: Amount, text: str) -> Iterator[Comparison]:
    """ "Casa Quiroga with 412 hectares, Tres Rios with 365: Casa Quiroga is the largest", "so the former is ahead"."""
    listed = _listed(rows, amounts, last, _labelled)
    if len(listed) < 2:
        listed = _listed(rows, amounts, last, _name)
    if len(listed) < 2:
        return
    behind = text[last.span.end : last.span.end + BEHIND]
    stops = [m.start() for m in _STOP.finditer(behind)]
    behind = behind[: stops[1]] if len(stops) > 1 else behind
    far = text[last.span.end : last.span.end + FARTHER]
    keys = dict(listed)
    if len(listed) == 2 and len({a.sentence for _, a in listed}) == 1:
        keys |= {word: amount for word, (_, amount) in zip(rows.rows.pair, listed, strict=True)}
    for name, first in keys.items():
        found = _said_of(rows, name, behind) or _set_beside(rows, name, [n for n, _ in listed if n != name], behind)
        found = found or _most_of(rows, name, far)
        if found is None:
            continue
        place, sense, superlative = found
        if _of_another_measure(rows, far[: place[0]], text[max(last.span.end - FARTHER, 0) : last.span.end]):
            continue
        word = Span(last.span.doc, last.span.end + place[0], last.span.end + place[1]) if superlative else None
        for _, other in listed:
            if other is not first and (superlative or len(listed) == 2):
                yield from told(first, other, word, sense, "order.named")


def _of_another_measure(rows: Order, said: str, before: str) -> bool:
    """Is the first of a list called so in another measure than it was told by: "；工业增速则是丙县最高"?"""
    found = [(said.find(word), word) for word in rows.rows.measures if word in said] if not rows.apart else []
    return any(said[max(at - 2, 0) : at + len(word)].strip("，；。") not in before for at, word in found)


def _labelled(rows: Order, amount: Amount) -> str:
    """When or where a figure is of, right behind it: "212,400 in January"."""
    found = _LABEL.match(amount.tail) if rows.apart else None
    return found["name"] if found is not None else ""


def _listed(
    rows: Order, amounts: Sequence[Amount], last: Amount, name_of: Callable[[Order, Amount], str]
) -> list[tuple[str, Amount]]:
    """The figures up to one that are each of somebody who is named beside them, in one sentence."""
    found = list[tuple[str, Amount]]()
    for amount in reversed(amounts[max(last.index - BACK, 0) : last.index + 1]):
        if amount.sentence != last.sentence or not like(amount, last):
            break
        name = name_of(rows, amount)
        if not name or name in dict(found):
            break
        found.append((name, amount))
    return found[::-1]


def _name(rows: Order, amount: Amount) -> str:
    """Who stands before a figure."""
    if not rows.apart:
        said = re.split("[，。；、：:和与及]", amount.lead)[-1].strip()
        return said if 1 < len(said) <= BACK + LEAST else ""
    names = [m[0].removesuffix("'s").removesuffix("’s") for m in _NAME.finditer(amount.lead)]
    names = [name for name in names if name not in _SMALL]
    return names[-1] if names else ""


def _said_of(rows: Order, name: str, behind: str) -> tuple[tuple[int, int], str, bool] | None:
    """Where words behind a list say of somebody in it to be first or last, which way, and whether of all."""
    at, size = behind.find(name), len(name)
    while at < 0 and not rows.apart and size > 2:
        size -= 1
        at = behind.find(name[:size])
    if at < 0:
        return None
    start = at + size
    said = behind[start : start + SHORT]
    low = said.lower()
    if rows.apart:
        skip = _STANDING.match(low).end()  # type: ignore[union-attr]  # it may be nothing
        words = low[skip:]
        found = rows.super.match(words)
        if found is not None:
            return (start + skip, start + skip + found.end()), rows.supers[found[0]], True
    else:
        skip = _STILL.match(low).end()  # type: ignore[union-attr]
        words = low[skip:]
    for form in sorted(rows.ends, key=len, reverse=True):
        if words.startswith(form) and not words[len(form) : len(form) + 1].isalpha():
            return (
                (start + skip, start + skip + len(form)),
                rows.ends[form],
                form in rows.rows.leading + rows.rows.trailing,
            )
    return None


def _most_of(rows: Order, name: str, behind: str) -> tuple[tuple[int, int], str, bool] | None:
    """Where words farther behind say of somebody to be the first of them all: "March was the busiest of the three"."""
    low, at = behind.lower(), behind.find(name)
    while at >= 0:
        found = rows.first_of.match(low, at + len(name))
        if found is not None:
            return found.span("super"), rows.supers[found["super"]], True
        at = behind.find(name, at + 1)
    return None


def _set_beside(rows: Order, name: str, others: Sequence[str], behind: str) -> tuple[tuple[int, int], str, bool] | None:
    """ "421 men and 398 women: men outnumber women": one of a pair, a word that orders, and the other."""
    if len(others) != 1:
        return None
    name, at = _begun(rows, name, behind, 0)
    end = at + len(name)
    found = rows.relation.search(behind[end : end + SHORT].lower()) if at >= 0 else None
    if found is None:
        return None
    other = _begun(rows, others[0], behind, end + found.end())[1]
    between = behind[end : end + found.start()]
    if other < 0 or behind[end + found.end() : other].strip(" 了") or not _bare(rows, between):
        return None
    return (end + found.start(), end + found.end()), rows.senses[found[0]], True


def _begun(rows: Order, name: str, text: str, start: int) -> tuple[str, int]:
    """Where a name stands, or the longest beginning or end of what stands before a figure without spaces."""
    at, whole = text.find(name, start), name
    while at < 0 and not rows.apart and len(name) > 2:
        name = name[:-1]
        at = text.find(name, start)
    while at < 0 and not rows.apart and len(whole) > 2:
        whole = whole[1:]  # "上半年进口433亿元，出口512亿元，进口小于出口"
        name, at = whole, text.find(whole, start)
    return name, at


def _bare(rows: Order, between: str) -> bool:
    """Do words between a name and one that orders say no more than when?"""
    return len(between) <= LEAST or (not rows.apart and only(between, rows.rows.adverbs))
