"""Which of two figures is the larger, where only words say so: "1,284 berths, ahead of its target of 1,200".

What stands between two figures is taken apart: what carries on from the first, the word that orders them, and what
leads on to the second. Each must be no more than that: where another thing is spoken of in between, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from crossfoot.facts.ties.amounts import Amount, kin
from crossfoot.facts.ties.claims.related import Ordered
from crossfoot.facts.ties.claims.shapes import precedes
from crossfoot.facts.ties.known import level_of
from crossfoot.facts.ties.order.ending import ended, opened
from crossfoot.facts.ties.order.hedged import BREAK, LEADING, REACH, lead_at
from crossfoot.late import late
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.judging import judged, judges
from crossfoot.lexicon.ordered import LONGEST, Order, order
from crossfoot.lexicon.units import a_coin
from crossfoot.lexicon.words import directions
from crossfoot.model import Comparison, Figure, Printed, Quantity, Span

BEFORE = 30  # characters before a figure in which it is called a loss
BACK = 5  # figures before the second, among which the first stands
FAR = 3.5  # times: what differs by more and not as said was hardly meant
FEW = 3  # words that name what the second figure is of: "imports of"
_WORD = late(r"[^\W\d_]+|\(")
_BASE = late(
    r"(?:\b(?:from|against|versus|vs|than|compared (?:with|to))|(?:[较由从]|(?<![占同环对可])比)[^，；]{0,12})\W*$"
)
_OF = late(r"\b(?:above|below|over|under|on|than|to) [^,;]{0,40}\bof\s*$")  # "25% above Monday's close of 272 pence"
_CAPITAL = late(r"(?:[A-Z][\w'’&.-]*|of|and|&)(?: (?:[A-Z][\w'’&.-]*|of|and|&))*")
_REACHED = late(r"(?:\b(?:with|at|on)|ing)(?: (?:a|some|about|just|its))*\s*$")
_ALSO = frozenset({"and", "but", "yet", "though", "or"})
_UNIT = late(r" ?(?:[a-z-]+ ){0,2}")
_AGAINST = late(
    r"\b(?:(?:as )?against|after|compared (?:with|to)|versus|vs|"
    r"(?:where|when|while) [^.,;0-9]{0,40}\b(?:was|were|had been|cost|stood at|came to|came))\s*$"
)
_TURNED = late(r"\b(?P<word>[a-z]+)(?: (?:again|slightly|further|sharply|a little|once more|too|as well))?$")
_NOUN = late(r"[^.;,0-9]{0,20}, (?:a|an|its|the|which is a) (?P<said>[a-z -]{3,40})[.,;]")
_COLON = late(r":(?=[^:]{0,40}$)")
_THAN = late("[，,]?(?:同|与|和)?(?:[较比与同])[^，；。]{0,16}")
_REACHING = ("", "to", "at", "至", "到", "为", "了", "至约", "to about", "to just")
_REACHES = late(r" (?:[a-z]+ )?to ")
_FROM = late(r"\bfrom (?:(?:a|an|about|around|some|just|its|the|record|previous) )*$")
_CLAUSE = late(r"[,;:()]|\b(?:and|but|while|as|after|when)\b")
_AFTER = late(
    r"(?: (?:in|at|for|last|at the end of) [A-Za-z0-9 ]{2,20})?[.;,]?\s*"
)  # of a figure, up to the next clause
_STARTED = late("(?:由|从|自)[^，；。由从自]{0,14}$")
_TO = late("[^，；。0-9]{0,6}?(?P<word>[^，；。0-9]{1,4}?)(?:了)?(?:到|至|为|成)(?:了)?(?:约|每[^，。]{1,2})?")
_THERE = late(
    "(?:大关|关口)?，(?:已|共|最终|现|现已|实际|累计|总计|全年|同比|一举)*(?:达到|达|升至|增至|涨至|录得|降至|跌至|仅为)(?:了)?"
)
RANGE = late(r"(?: [a-z]{1,12})? ?(?:to|-|–|至|到) ?[$€£¥]?$| and (?:[$€£¥]|$)")  # another end of a range follows
_WITH = late("(?:及|和|与|以及|、)")
SOME = Quantity(Fraction(0), Fraction(0), Fraction(0), "", "number", approx=">")


def compared(amounts: Sequence[Amount], text: str) -> Iterator[Comparison]:
    """The comparisons of an item."""
    chain = dict[int, Amount]()  # by a figure that another is set against: that other, which the next may be of too
    for second in amounts:
        rows = order(second.lang)
        if rows is not None and second.sort == "length":
            found = _from_to(rows, amounts, msgspec.structs.replace(second, lead=_gap(amounts, second, text)))
            if found is not None:
                yield from told(second, amounts[second.index - 1], found[1], found[2], "order.between")
        if rows is None or second.sort not in ("amount", "rate"):
            continue
        found = _between(rows, amounts, second, text, chain) or _fronted(rows, amounts, second)
        found = found or _headed(rows, amounts, second) or _trend(rows, amounts, second, text)
        found = found or _from_to(rows, amounts, second) or _reached(rows, amounts, second, text)
        found = found or _moved(rows, amounts, second)
        if found is None and second.index - 1 in chain and _WITH.match(second.lead):
            chain[second.index] = chain[
                second.index - 1
            ]  # "优于7月的33.0亿元及去年8月的27.5亿元，也改写…": of one still
        if found is not None:
            first, word, sense = found
            if second.sort == "rate" and text[word.start : word.end].lower() in frame_words(second.lang).moving_nouns:
                continue  # "cut its forecast of supply growth to 0.9% from 1.6%": what is called growth is the rate
            chain[second.index] = first
            other = second if first is not second else _beside(amounts, second)
            yield from told(first, other, word, sense, "order.between")


def _gap(amounts: Sequence[Amount], second: Amount, text: str) -> str:
    """The words between a length of time and the figure before it: "由7.4天缩短到6.8天"."""
    first = amounts[second.index - 1] if second.index else second
    return text[first.span.end : second.span.start] if first.sort == second.sort else second.lead


def _between(
    rows: Order, amounts: Sequence[Amount], second: Amount, text: str, chain: Mapping[int, Amount]
) -> tuple[Amount, Span, str] | None:
    """The figure that a word right before another sets above or below that, the word, and which way."""
    word = _relation(rows, second, text)
    if word is None:
        return None
    said = simplified(text[word.start : word.end]).lower()
    if rows.kinds[said] == "others" and _by(rows, amounts[: second.index][-1:], word, text):
        return None
    chained = chain.get(second.index - 1)
    first = chained if chained is not None else next(_before(amounts, second), None)
    if first is None or not like(first, second):
        return None
    if chained is not None:
        left = text[amounts[second.index - 1].span.end : word.start]
        if len(left) > FEW * LONGEST or not _only_words(left, rows.rows.adverbs | _ALSO):
            return None
    elif _object(rows, amounts, first, text) or not _carries(rows, text[first.span.end : word.start], rows.kinds[said]):
        return None
    if rows.apart and lost(rows, first, text):
        return None
    sense = rows.senses[said]
    if said in ("better than", "worse than") and judged(text[max(first.span.start - REACH, 0) : word.start]) is False:
        sense = "down" if sense == "up" else "up"
    return first, word, sense


def _object(rows: Order, amounts: Sequence[Amount], figure: Amount, text: str) -> bool:
    """Is a figure itself what something is set above: "优于7月的33亿元及去年8月的27亿元，也改写…" is not of the 27?"""
    if rows.apart or not figure.index:
        return False
    last = amounts[figure.index - 1]
    if _WITH.match(figure.lead) and last.sentence == figure.sentence:
        figure = last
    return _relation(rows, figure, text) is not None


def lost(rows: Order, first: Amount, text: str) -> bool:
    """Is a figure called a loss? More of it is less."""
    said = text[max(first.span.start - BEFORE, lead_at(first)) : first.span.start]
    return rows.lost.search(said.lower()) is not None


def _by(rows: Order, before: Sequence[Amount], word: Span, text: str) -> bool:
    """Does a figure right before a word say by how much: "5.1% above the average of 2,206"?"""
    between = text[before[0].span.end : word.start] if before else ","
    return _UNIT.fullmatch(between) is not None and rows.rows.be.isdisjoint(between.split())


def _relation(rows: Order, second: Amount, text: str) -> Span | None:
    """The word that orders a figure under another, right before it but for what leads on to it."""
    start, lead, last = lead_at(second), second.lead.lower(), None
    for last in rows.relation.finditer(lead):  # noqa: B007 - the last one counts
        pass
    if last is None or not leads_on(rows, last[0], second.lead[last.end() :], second.tail):
        return None
    if last[0] in rows.rows.bounded and RANGE.match(second.tail):
        return None
    return Span(second.span.doc, start + last.start(), start + last.end())


def leads_on(rows: Order, said: str, fill: str, tail: str) -> bool:
    """Do words lead from one that orders to its second figure, and to nothing else?"""
    if not fill.strip(" $€£¥"):
        return (
            said.endswith("from")
            or said in rows.rows.passing
            or rows.aimed.search(tail[: 2 * LONGEST].lower()) is not None
        )
    if not rows.apart:
        fill = fill.strip()
        if len(fill) > 2 * LONGEST or re.search("[，。；、]", fill) or any(stop in fill for stop in rows.rows.stops):
            return False
        return fill.endswith(tuple(rows.rows.carried)) or rows.aimed.search(tail[:LONGEST]) is not None
    words = _WORD.findall(fill)
    small = [word.lower() for word in words]
    if not words or len(words) > LONGEST or not rows.rows.stops.isdisjoint(small) or re.search(r"[,;:)]", fill):
        return False
    begun = small[0] in rows.rows.articles or words[0][0].isupper() or (len(small) <= FEW and small[-1] in ("of", "("))
    return begun and small[-1] in rows.rows.carried


def _before(amounts: Sequence[Amount], second: Amount) -> Iterator[Amount]:
    """The figures of the sentence before one that it may be set against, the nearest first."""
    for first in reversed(amounts[max(second.index - BACK, 0) : second.index]):
        if first.sentence != second.sentence:
            return
        if (
            like(first, second)
            and not _BASE.search(first.lead.lower())
            and not (first.has("base") and _OF.search(first.lead))
        ):
            yield first


def like(first: Amount, second: Amount) -> bool:
    """May one be more than the other: of one sort, and neither says how much something moved?"""
    same = first.sort == second.sort and (first.scale is second.scale or first.scale == second.scale)
    return same and kin(first, second) and first.quantity.change is None and second.quantity.change is None


def _carries(rows: Order, left: str, kind: str) -> bool:
    """Do words between a figure and one that orders speak of nothing but that figure?"""
    words = rows.rows
    if len(left) > REACH or BREAK.search(left):
        return False
    if not rows.apart:
        pieces = re.split("[，,]", left)
        if any(word in left for word in words.never) or (len(pieces) > 1 and len(pieces[0]) > 2 * LONGEST):
            return False
        return (
            only(pieces[-1], words.adverbs)
            if len(pieces) > 1
            else only(re.sub(r"^[^\d，]{0,4}?(?=$|[首再已均仍也又明略远大小])", "", left), words.adverbs)
        )
    small = _WORD.findall(left)  # as written: May is a month
    if not words.never.isdisjoint(small[:-1]) or (small and small[-1] in words.never - {"and"}):
        return False
    pieces = re.split(r",|\(| [-–—] ", left)
    last = list(_WORD.findall(pieces[-1]))
    while last and last[-1].lower() in words.adverbs:
        last.pop()
    been = False
    while last and last[-1].lower() in words.be | words.adverbs:
        been = been or last[-1].lower() in words.be
        last.pop()
    if len(pieces) == 1:
        return len(last) <= LONGEST and (kind != "others" or been)
    if not last:
        return True
    said = pieces[-1].strip()
    named = " ".join(last)
    return (kind == "verbs" or been) and (
        named.lower() in words.subjects or (said[:1].isupper() and _CAPITAL.fullmatch(named) is not None)
    )


def only(piece: str, words: frozenset[str]) -> bool:
    """Is a piece of unspaced text made of nothing but some words?"""
    piece = piece.strip()
    for word in sorted(words, key=len, reverse=True):
        piece = piece.replace(word, "")
    return not piece.strip()


def _fronted(rows: Order, amounts: Sequence[Amount], second: Amount) -> tuple[Amount, Span, str] | None:
    """ "Beating its target of 480,000, the port handled 512,300": what is set below stands before."""
    at, lead = second.index, second.lead
    found = rows.relation.search(lead.lower()) if rows.apart and second.sentence != _sentence(amounts, at - 1) else None
    if found is None or at + 1 >= len(amounts) or not leads_on(rows, found[0], lead[found.end() :], second.tail):
        return None
    kind, before = rows.kinds[found[0]], lead[: found.start()]
    first = next((a for a in amounts[at + 1 : at + FEW] if like(a, second)), None)
    if first is None or first.sentence != second.sentence or len(first.lead) > LEADING or BREAK.search(first.lead):
        return None
    opened = kind != "verbs" and _only_words(before, rows.rows.adverbs) and "," in first.lead
    reached = kind == "verbs" and "," not in before and _REACHED.search(first.lead) is not None
    start = lead_at(second)
    if not (opened or reached) or not rows.rows.never.isdisjoint([*_WORD.findall(before), *_WORD.findall(first.lead)]):
        return None
    word = Span(second.span.doc, start + found.start(), start + found.end())
    return first, word, rows.senses[found[0]]


def _headed(rows: Order, amounts: Sequence[Amount], second: Amount) -> tuple[Amount, Span, str] | None:
    """ "Fewer homes were sold than in 2019: 3,120 against 3,410": a comparative, and the two behind a colon."""
    against = _AGAINST.search(second.lead) if rows.apart else None
    first = amounts[second.index - 1] if against is not None and second.index else None
    if first is None or first.sentence != second.sentence or not like(first, second):
        return None
    colon = _COLON.search(first.lead)
    if colon is None or (first.index and amounts[first.index - 1].sentence == first.sentence):
        return None
    head = first.lead[: colon.start()].lower()
    turned, start = _TURNED.search(head), lead_at(first)
    if turned is not None and (sense := known_way(first.lang, turned["word"])):
        return first, Span(first.span.doc, start + turned.start("word"), start + turned.end("word")), sense
    compared_ = "|".join(rows.comparatives)
    than = re.search(rf"\b({compared_})\b[^,;]{{0,40}}\bthan\b", head)
    than = than or re.fullmatch(rf"\W*({compared_}) [a-z ]{{2,40}}", head)  # "Fewer people came"
    if than is None:
        return None
    sense = rows.comparatives[than[1]]
    if than[1] in ("better", "worse") and judged(head[: than.start()]) is False:
        sense = "down" if sense == "up" else "up"
    return first, Span(first.span.doc, start + than.start(1), start + than.end(1)), sense


def _trend(rows: Order, amounts: Sequence[Amount], then: Amount, text: str) -> tuple[Amount, Span, str] | None:
    """ "库存降至86万吨，去年同期为92万吨", "毛利率28.4%，较二季度的27.9%有所回升": a move with both its ends."""
    first = amounts[then.index - 1] if then.index else None
    if first is None or then.sentence - first.sentence > 1 or not like(first, then):
        return None
    if not rows.apart and first.sentence == then.sentence:
        compared_ = _THAN.fullmatch(then.lead) is not None
        dated = rows.then.fullmatch(then.lead)
        if compared_ or (dated is not None and (dated["then"] or precedes(first, then) is not None)):
            step = rows.trend.match(then.tail)
            said = _direction(rows, then, step.end() if step is not None else 0, compared_)
            if said is not None:
                word = Span(then.span.doc, then.span.end + said[0], then.span.end + said[1])
                later = not compared_ and precedes(first, then) is True  # "5月312台，6月298台，环比略降"
                return then if later else first, word, said[2]
            if compared_:
                return None
    lead = then.lead.lower().rpartition("; ")[2] if rows.apart else then.lead
    dated = rows.then.fullmatch(lead) or (rows.was.fullmatch(lead) if _then(rows, first, then) else None)
    if dated is None or not (rows.apart or dated["then"]) or first.word is None or first.move is not None:
        return None
    earlier = precedes(then, first)
    if rows.apart and not dated["ago"] and not (earlier or (earlier is None and " had " in lead)):
        return None
    gap = text[first.word.end : first.span.start].strip().lower()
    sense = "up" if first.has("up") else "down" if first.has("down") else ""
    if first.word.end > first.span.start or gap not in _REACHING or not sense or first.has("up") == first.has("down"):
        return None
    after = text[first.span.end : then.span.start - len(lead)]
    return (first, first.word, sense) if _AFTER.fullmatch(after) else None


def _then(rows: Order, first: Amount, then: Amount) -> bool:
    """Does an earlier time stand behind a figure: "widened to $5.2 billion; it was $4.7 billion in April"?"""
    return rows.timed.match(then.tail.lower()) is not None and precedes(then, first) is not False


def _from_to(rows: Order, amounts: Sequence[Amount], now: Amount) -> tuple[Amount, Span, str] | None:
    """ "Cut its rate from 4.50% to 4.25%", "由3,850元涨到4,120元": a word beside two ends, and no size of the move."""
    then = amounts[now.index - 1] if now.index else None
    if then is None or then.sentence != now.sentence or not like(then, now):
        return None
    last = amounts[then.index - 1] if then.index else then
    if last.sentence == then.sentence and last.quantity.low < last.quantity.high:
        return None  # "180 million to 220 million, down from 240 million to 280 million": from a range as well
    known, lead, at = directions(now.lang), then.lead.lower(), lead_at(then)
    if rows.apart:
        started = _FROM.search(lead) if _REACHES.fullmatch(now.lead) else None
        if started is None:
            return None
        words = list(_WORD.finditer(_CLAUSE.split(lead[: started.start()])[-1]))[-LONGEST:]
        found = [(m, known[m[0]][0]) for m in words if known.get(m[0], ("", ()))[0] in ("up", "down")]
        start = at + started.start() - len(_CLAUSE.split(lead[: started.start()])[-1])
        behind = _NOUN.match(now.tail.lower())
        turns = [m for m in _WORD.finditer(behind["said"]) if known_way(now.lang, m[0])] if behind is not None else []
        if not found and behind is not None and len(turns) == 1:
            first = now.span.end + behind.start("said")
            place, said_ = (first + turns[0].start(), first + turns[0].end()), turns[0][0]
            return now, Span(now.span.doc, *place), known_way(now.lang, said_)
    else:
        found = [(m, known[m["word"]][0]) for m in [_TO.fullmatch(now.lead)] if m is not None and m["word"] in known]
        start = lead_at(now)
        if _STARTED.search(lead) is None:
            return None
    if len(found) != 1 or found[0][1] not in ("up", "down"):
        return None
    (said, sense), group = found[0], 0 if rows.apart else 1
    word = Span(now.span.doc, start + said.start(group), start + said.end(group))
    return (now, word, sense) if not judges(said[group]) else None


def _reached(rows: Order, amounts: Sequence[Amount], now: Amount, text: str) -> tuple[Amount, Span, str] | None:
    """ "首次突破1,200万件，达到1,236万件": what is reached lies beyond what is passed."""
    passed = amounts[now.index - 1] if now.index and not rows.apart else None
    if passed is None or _THERE.fullmatch(now.lead) is None or not like(now, passed):
        return None
    end = passed.quantity.digits[0]
    hedge = simplified(text[passed.span.start : end]).rstrip()
    word = Span(now.span.doc, passed.span.start, passed.span.start + len(hedge)) if hedge in rows.senses else None
    word = word or _relation(rows, passed, text)
    if word is None or any(never in text[max(word.start - LEADING // 6, 0) : word.start] for never in rows.rows.never):
        return None
    return now, word, rows.senses[simplified(text[word.start : word.end])]


def _beside(amounts: Sequence[Amount], second: Amount) -> Amount:
    """The figure before another, past how long something took: "its lowest in five years, from 455 million"."""
    last = amounts[second.index - 1]
    return amounts[second.index - 2] if last.sort == "length" != second.sort and second.index > 1 else last


def _moved(rows: Order, amounts: Sequence[Amount], second: Amount) -> tuple[Amount, Span, str] | None:
    """A move whose both ends stand side by side in a sentence."""
    first = _beside(amounts, second) if rows.apart and second.index else second
    if first is second or first.sentence != second.sentence or not like(first, second):
        return None
    begins = first.sentence != _sentence(amounts, first.index - 1)
    return ended(rows, first, second) or (opened(rows, first, second) if begins else None)


def known_way(lang: str, word: str) -> str:
    """Which way a word says that something went, unless it only judges."""
    sense, _ = directions(lang).get(word, ("", frozenset[str]()))
    return sense if sense in ("up", "down") and not judges(word) else ""


def _direction(rows: Order, then: Amount, at: int, compared_: bool) -> tuple[int, int, str] | None:
    """A word behind a figure that says which way it went to another, and no figure behind that."""
    known = directions(then.lang)
    for length in range(4, 0, -1):
        word = then.tail[at : at + length]
        sense = known[word][0] if word in known else rows.comparatives.get(word, "") if compared_ else ""
        behind = then.tail[at + len(word) :]
        if sense in ("up", "down") and re.match("(?:了|些|一些|不少|许多|得多)?[，。；！）]", behind):
            return at, at + len(word), sense
    return None


def _sentence(amounts: Sequence[Amount], at: int) -> int:
    return amounts[at].sentence if 0 <= at < len(amounts) else -1


def _only_words(piece: str, words: frozenset[str]) -> bool:
    return all(word.lower() in words for word in _WORD.findall(piece))


def in_rows(rows: Sequence[Ordered]) -> Iterator[Comparison]:
    """The comparisons that words make over whole sentences."""
    for row in rows:
        for first, second in pairwise(row.falling):
            if like(first, second):
                yield from told(first, second, None, "up", "order.row")


def told(first: Amount, second: Amount, word: Span | None, sense: str, rule: str) -> Iterator[Comparison]:
    one, other = level_of(first), level_of(second)
    if one.figure == other.figure or _quoted(first) or _quoted(second):
        return
    lesser, greater = (other, one) if sense == "up" else (one, other)
    if first.low > 0 and second.low > 0:
        less, more = (second, first) if sense == "up" else (first, second)
        if less.low > more.high and less.size > FAR * more.size:
            return
    printed, gap = [one, other], None
    if word is not None:
        gap = Figure(None, "difference in amount", (), None, "", f"at {word.start} of {second.span.start}")
        printed.append(Printed(gap, msgspec.structs.replace(SOME, change=sense), word, word=word))
    yield Comparison(
        spans=tuple(p.span for p in printed),
        rule=rule,
        printed=tuple(printed),
        lesser=lesser.figure,
        greater=greater.figure,
        gap=gap,
        strict=word is None and first.quantity.low != second.quantity.low,
    )


def _quoted(amount: Amount) -> bool:
    """Is it so much of one currency for another, which rises as the one falls: "eased to 4.34 per euro from 4.32"?"""
    return a_coin(amount.quantity.per, amount.lang) or amount.has("quoted")
