"""Which of two figures is the larger, where they stand apart: the figures of an item in, comparisons out.

"The match drew 41,200 fans. That was a record, beating the 39,870 of 2011": what a word sets above or below a figure
stands in the sentence before, or with other words between. Several figures may be meant; where any of them is as the
word says, that one is. Only where none is, is the nearest told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from crossfoot.facts.ties.amounts import Amount
from crossfoot.facts.ties.order.hedged import REACH, lead_at
from crossfoot.facts.ties.order.ordered import BACK, RANGE, leads_on, like, lost, only, told
from crossfoot.late import late
from crossfoot.lexicon.afar import NAMED, Afar
from crossfoot.lexicon.afar import afar as said_afar
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.ordered import Order, order
from crossfoot.model import Comparison, Span

FAR = 3.5  # times: what differs by more was hardly meant to be set beside it
NOUN = 4  # letters
JOINED = 14  # characters from one figure to the word of the next, where words are not spaced
SORTS = ("amount", "rate", "length")
ASIDE = ("base", "then", "gap", "more", "moved", "aim", "target")  # of what is no level of now
_WORD = late(r"[^\W\d_]+")


def afar(amounts: Sequence[Amount], text: str) -> Iterator[Comparison]:
    """The comparisons of figures that stand apart."""
    last = dict[int, tuple[list[Amount], Span]]()  # by a figure: what it is set under, and the word
    chain = dict[int, list[Amount]]()  # by a figure that others are set against: those, which the next may be of too
    for second in amounts:
        rows, words = order(second.lang), said_afar(second.lang)
        if rows is None or words is None or second.sort not in SORTS or second.quantity.change is not None:
            continue
        word = _relation(rows, words, second, text)
        again = last.get(second.index - 1) if word is None and _both(words, amounts, second) else None
        if word is None and again is None:
            continue
        if again is None:
            assert word is not None  # noqa: S101 - for the type checker
            again = _firsts(rows, words, amounts, second, word, text, chain), word
        firsts, word = again
        chain[second.index], last[second.index] = firsts, again
        sense = rows.senses[simplified(text[word.start : word.end]).lower()]
        meant = _meant(firsts, second, sense)
        if meant is not None and not lost(rows, meant, text):
            yield from told(meant, second, word, sense, "order.afar")


def _relation(rows: Order, words: Afar, second: Amount, text: str) -> Span | None:
    """The word that orders what came before over a figure: the last one that leads on to it."""
    lead, start, last = second.lead, lead_at(second), None
    for last in rows.relation.finditer(lead.lower()):  # noqa: B007 - the last one counts
        pass
    if last is None or (second.sort == "length" and last[0] in rows.rows.judging) or RANGE.match(second.tail):
        return None
    fill = lead[last.end() :]
    if not leads_on(rows, last[0], fill, second.tail) and not words.who.fullmatch(fill):
        return None
    return Span(second.span.doc, start + last.start(), start + last.end())


def _firsts(
    rows: Order,
    words: Afar,
    amounts: Sequence[Amount],
    second: Amount,
    word: Span,
    text: str,
    chain: Mapping[int, list[Amount]],
) -> list[Amount]:
    """The figures that may be set above or below another, the nearest first."""
    before = amounts[max(second.index - BACK, 0) : second.index]
    said = [a for a in before if a.sentence == second.sentence]
    own, said_ = [a for a in said if like(a, second)], simplified(text[word.start : word.end]).lower()
    if own:
        left = text[own[-1].span.end : word.start]
        if own[-1].index in chain and _joined(rows, words, left):
            return chain[own[-1].index] if said_ not in rows.rows.judging else []
        apposed = own[-1].lead.endswith((", ", ", $", ", £", ", €")) or words.first.fullmatch(own[-1].lead) is not None
        goes_on = _goes_on(rows, words, left, word, text, apposed)
        return [a for a in reversed(own) if _level(words, a, second)] if goes_on else []
    left = text[lead_at(said[0] if said else second) : word.start]
    if len(left) > REACH or not _of_it(rows, words, left, _said_before(before, second, text)):
        return []
    return [a for a in reversed(before) if second.sentence - a.sentence == 1 and _level(words, a, second)]


def _both(words: Afar, amounts: Sequence[Amount], second: Amount) -> bool:
    """Is a figure set under another by the word of the one before it: "beating last year's 82 and the 79 of 2019"?"""
    before = amounts[second.index - 1] if second.index else second
    joined = words.both.fullmatch(second.lead)
    return joined is not None and before.sentence == second.sentence and like(before, second)


def subject(amounts: Sequence[Amount], then: Amount, text: str) -> Amount | None:
    """The one figure of the sentence before that a sentence is about, where it begins with what stands for it."""
    rows, words = order(then.lang), said_afar(then.lang)
    before = amounts[max(then.index - BACK, 0) : then.index]
    said = next((a for a in before if a.sentence == then.sentence), then)
    start = lead_at(said)
    if rows is None or words is None or words.pronoun.match(text[start : start + JOINED].lower().lstrip()) is None:
        return None
    found = [a for a in before if then.sentence - a.sentence == 1 and _level(words, a, then)]
    return found[0] if len(found) == 1 else None


def _joined(rows: Order, words: Afar, left: str) -> bool:
    """Does a second word go on behind what a first one has set something against: "above last year's 88 but below"?"""
    if not rows.apart:
        return len(left) <= JOINED and only(left.rpartition("，")[2], rows.rows.adverbs | rows.rows.never)
    found = words.joined.search(left.lower())
    after = _WORD.findall(found["after"]) if found is not None else ["no"]
    return len(left) <= REACH and all(w in rows.rows.adverbs or w in rows.rows.be for w in after)


def _level(words: Afar, first: Amount, second: Amount) -> bool:
    """May a figure be what a word sets above or below another: a level of now, like it?"""
    if not like(first, second) or first.has(*ASIDE) or words.base.search(first.lead.lower()):
        return False
    return first.sort != "length" or first.quantity.unit == second.quantity.unit


def _goes_on(rows: Order, words: Afar, left: str, word: Span, text: str, apposed: bool) -> bool:
    """Does a clause behind a figure go on about it: ", in the process beating", ", which takes it past"?"""
    low = left.lower()
    if len(left) > REACH or words.stops.search(low):
        return False
    if words.moved.search(low):
        return True
    at = max(low.rfind(","), low.rfind("，"))
    if apposed and at < 0 and len(low.split()) <= NAMED and rows.rows.be.intersection(low.split()[1:]):
        return True  # "With 46 medals the hosts finished ahead of Norwick"
    if apposed and rows.apart and at >= 0 and _only_leads(rows, words, low[at + 1 :]):
        return True  # "Radlett's population, 48,300 at the last count, now exceeds"
    kind = rows.kinds[simplified(text[word.start : word.end]).lower()]
    return at >= 0 and (kind != "verbs" or not rows.apart) and _only_leads(rows, words, low[at + 1 :])


def _said_before(before: Sequence[Amount], second: Amount, text: str) -> str:
    """The sentence before the one of a figure, from its first figure's words on."""
    near = [a for a in before if second.sentence - a.sentence == 1]
    return text[lead_at(near[0]) : lead_at(second)].lower() if near else ""


def _of_it(rows: Order, words: Afar, left: str, before: str) -> bool:
    """Does a sentence begin with what stands for the figure of the one before, and say no more before the word?"""
    low = left.lower()
    start = words.opens.match(low).end()  # type: ignore[union-attr]  # it may be nothing
    rests = [low[m.end() :] for m in [words.pronoun.match(low, start)] if m is not None]
    named = words.named.match(low, start)
    nouns = [] if named is None else list(_WORD.finditer(low, start, named.end()))[1:]
    rests += [low[m.end() :] for m in nouns if m[0] in words.nouns or _said(m[0], before)][:1]
    return any(words.stops.search(rest) is None and _only_leads(rows, words, rest) for rest in rests)


def _only_leads(rows: Order, words: Afar, rest: str) -> bool:
    """Do words between a subject and a word that orders say no more than that it is so?"""
    piece = words.between.sub(" ", re.split("[,，]", rest)[-1])
    if not rows.apart:
        return only(piece, rows.rows.adverbs)
    if words.moved.search(rest):
        return True
    return all(w in rows.rows.adverbs or w in rows.rows.be for w in _WORD.findall(piece))


def _said(noun: str, before: str) -> bool:
    """Does the sentence before have a noun?"""
    return len(noun) >= NOUN and re.search(rf"\b{re.escape(noun)}", before) is not None


def _meant(firsts: Sequence[Amount], second: Amount, sense: str) -> Amount | None:
    """The nearest figure that is as a word says; else the nearest of all that is not too far off."""
    near = [a for a in firsts if second.size and 1 / FAR < a.size / second.size < FAR]
    fitting = [a for a in near if (a.high >= second.low if sense == "up" else a.low <= second.high)]
    return next(iter(fitting or near), None)
