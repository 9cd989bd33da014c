"""Orders that their own words speak against: a comparison that figures deny in, whether it was never meant.

Who has the least of some things is first; what a sentence says in another scope, of another time than it is set
against, or of two lists orders nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crossfoot.facts.ties.amounts import FEW, Amount, kin
from crossfoot.facts.ties.order.hedged import lead_at
from crossfoot.late import late
from crossfoot.lexicon.characters import simplified
from crossfoot.lexicon.doubt import Doubt, doubt
from crossfoot.model import Comparison, Span

AROUND = 160  # characters around a word that orders in which its sentence stands
NEAR = 40  # and from it to what tells of which part of a year it is
SCORE = 400  # points of a game: a lower one may win
PAIR = 2
WINDOW = "order.window"  # rule of comparisons with other times of a stretch
PLACES = ("order.row", "order.ranked")  # rules of comparisons that a list alone makes
_SEMICOLON = late("[;；]")
_OF_SO_MANY = late(r" (?:[a-z]+ )?(?:of|among) (?:the |all |these |those |its |their )+[a-z0-9]+ ")
_STOP = late(r"[.。！？!?\n](?!\d)")


def no_order(fact: Comparison, at: Mapping[Span, Amount], text: str) -> bool:
    """Is one figure not meant to be more than another, as far as the words around them tell?"""
    ends = [at[p.span] for p in fact.printed if p.span in at][:PAIR]
    if len(ends) < PAIR or (words := doubt(ends[0].lang)) is None:
        return False
    word = next((p.span for p in fact.printed if p.span not in at), None)
    first, last = sorted(ends, key=lambda a: a.index)
    said = simplified(text[word.start : word.end]).lower() if word is not None else ""
    return (
        ((word is not None or fact.rule in PLACES) and _least_first(first, last, word, said, text, words))
        or _of_two_times(first, last, word, text, words)
        or _of_two_lists(first, last, text, words)
        or (word is not None and _of_another(word, said, (first, last), at, text, words, fact.rule == WINDOW))
    )


def _least_first(first: Amount, last: Amount, word: Span | None, said: str, text: str, words: Doubt) -> bool:
    """Do words only say who is ahead, where who has less is, or may be: "71, ahead of Holm on 73"?"""
    for a in (first, last):
        beside = (a.lead + a.tail[:NEAR]).lower()
        if words.then.search(beside) or words.aims.search(beside):
            return False  # "costs of 41 million, ahead of the 39 million planned"
    start, end = _sentence(text, word or last.span)
    whole = simplified(
        text[max(min(lead_at(first), start), lead_at(first) - AROUND) : last.span.end + NEAR // 2]
    ).lower()
    if (words.placing.fullmatch(said) if said else words.placing.search(whole)) is None:
        return False
    if words.lower.search(whole) is not None:
        return True
    bare = all(a.quantity.kind == "number" and a.quantity.scale == a.quantity.step == 1 for a in (first, last))
    near = simplified(text[max(start - AROUND, 0) : end]).lower()
    played = words.played.search(near) is not None and words.more.search(near) is None
    return bare and played and not first.leading and first.size < SCORE


def _of_another(
    word: Span, said: str, ends: Sequence[Amount], at: Mapping[Span, Amount], text: str, words: Doubt, window: bool
) -> bool:
    """Is a word said of something else than two figures: in another scope, or of what it goes on to tell?"""
    start, end = _sentence(text, word)
    before, behind = simplified(text[start : word.start]).lower(), simplified(text[word.end : end]).lower()
    apart = not any(start <= a.span.start < end for a in ends)
    if apart and words.scopes.search(before) is not None:
        return True
    if words.followed.fullmatch(said) is not None:
        return words.later.search(before[-NEAR:] + said + behind[: NEAR // 2]) is not None
    if window and words.same_part.search(before[-NEAR:] + said + behind[:NEAR]) is not None:
        ours, theirs = (_parts(a, text, words) for a in ends)
        return ours != theirs
    goes_on = _OF_SO_MANY.match(behind)
    if goes_on is not None and words.being.match(behind, goes_on.end()) is not None:
        return True
    own = next((a for a in at.values() if lead_at(a) <= word.start < a.span.start), None)
    return (
        own is not None
        and own.size > FEW
        and own not in ends
        and own.sort == ends[0].sort
        and own.index > ends[-1].index
        and kin(own, ends[-1])
    )


def _parts(amount: Amount, text: str, words: Doubt) -> frozenset[str]:
    """The parts of a year that the clauses before a figure name."""
    said = text[max(lead_at(amount), amount.span.start - NEAR) : amount.span.start].lower()
    return frozenset(words.stretches.findall(said))


def _sentence(text: str, at: Span) -> tuple[int, int]:
    """Where the sentence of a word begins and ends."""
    before, behind = text[max(at.start - AROUND, 0) : at.start], text[at.end : at.end + AROUND]
    start = max((m.end() for m in _STOP.finditer(before)), default=0)
    stop = _STOP.search(behind)
    return at.start - len(before) + start, at.end + (stop.start() if stop is not None else len(behind))


def _of_two_times(first: Amount, last: Amount, word: Span | None, text: str, words: Doubt) -> bool:
    """Is a word about another stretch than the two figures lie apart, or about an aim, and one of them is of then?"""
    then = next(
        (a for a in (last, first) if a.has("then", "base") and words.then.search((a.lead + a.tail).lower())), None
    )
    if then is None:
        return False
    said = text[_sentence(text, first.span)[0] : first.span.start] if word is None else text[word.end : word.end + NEAR]
    said = simplified(said).lower()
    return words.aims.search(said) is not None or words.shortly.search(said) is not None


def _of_two_lists(first: Amount, last: Amount, text: str, words: Doubt) -> bool:
    """Are figures named by two words of which each has a list of its own: 金牌14枚居首，奖牌31枚位列第二?

    Or does a list behind a semicolon begin with a first of its own?
    """
    parted = _SEMICOLON.split(text[first.span.end : last.span.start])
    lead = simplified(first.lead).lower()
    if len(parted) > 1 and words.first.search(simplified(parted[-1]).lower()) and words.first.search(lead):
        return True
    ours, theirs = (_listed(a, text, words) for a in (first, last))
    return bool(ours) and bool(theirs) and ours != theirs


def _listed(amount: Amount, text: str, words: Doubt) -> str:
    """The list that words before a figure name last."""
    before = _SEMICOLON.split(text[max(amount.span.start - NEAR, 0) : amount.span.start])[-1]
    found = words.lists.findall(simplified(before).lower())
    return found[-1] if found else ""
