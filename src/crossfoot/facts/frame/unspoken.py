"""A level that no noun of its clause names comes in; out goes what a reader would call it all the same.

That is what was done to it ("lent the firm 2.4 billion" is a loan), else what the figure before it is called where it
is one more of the same: "212 shops, against 196 a year ago", "bricks took 61 million, tiles 32 million". Only its name
is told so: what a figure is a figure of, and with which others it ties, stays as its words say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossfoot.facts.frame import noun
from crossfoot.lexicon.unspoken import Deed, unspoken
from crossfoot.model import Figure, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

FAR = 18  # tokens between them where a preposition leads to the figure: "bought ... for 3 million"
_DONE = 5  # tokens behind a figure in which it is said what was done with it
_SINCE = 500  # characters back to what a bare number is one more of
NEAR = 7  # tokens between a verb and the figure that it is of
LARGE = 1_000  # prices are less, and deals are more
FEW = 12  # so many are often only spoken of
_STOPS = frozenset({";", ":", ".", "(", ")"})
_HEDGES = 3  # tokens before a figure in which it is set beside another


def called(frame: Frame, index: int, figure: Figure, quantity: Quantity) -> str | None:
    """What a level is called, as a noun or the id of a metric; nothing where nothing tells."""
    return done(frame, index, quantity) or _again(frame, index, figure, quantity)


def note(frame: Frame, index: int, figure: Figure, quantity: Quantity, name: str) -> None:
    """Keeps what a level is called for those behind it."""
    said = (frame.sentence.span.start, index, name)
    frame.carried.said[_sort(figure, quantity)] = said
    if quantity.kind == "count":
        frame.carried.said["counted"] = said


def done(frame: Frame, index: int, quantity: Quantity) -> str | None:
    """What was done to make a figure, where a verb before it says so: "lent the firm 2.4 billion"."""
    rows, tokens = unspoken(frame.sentence.lang), frame.sentence.tokens
    if rows is None:
        return None
    lead, first = tokens[index - 1].text if index else "", max(index - FAR, frame.sentence.opening)
    for i in range(index - 1, first - 1, -1):
        if tokens[i].text in _STOPS or frame.is_level(i):
            break
        text = frame.sentence.document.text[tokens[i].start : tokens[i].end].lower()
        for words, deed in rows.by_last.get(text, ()):
            near = lead in deed.led if deed.led else index - i <= NEAR
            if near and _said(frame, i, words) and _fits(frame, deed, index, quantity):
                return deed.name
    return _undergone(frame, index, quantity)


def _undergone(frame: Frame, index: int, quantity: Quantity) -> str | None:
    """What is said behind a figure to be done with it: "about 1.1 billion yuan | has been invested"."""
    rows, tokens = unspoken(frame.sentence.lang), frame.sentence.tokens
    at = noun.past_bracket(frame, index)
    if rows is None or at >= len(tokens) or tokens[at].text not in rows.rows.passive:
        return None
    while at < min(index + _DONE, len(tokens)) and tokens[at].text in rows.rows.passive:
        at += 1
    known = rows.by_last.get(tokens[at].text, ()) if at < len(tokens) else ()
    return next(
        (d.name for w, d in known if len(w) == 1 and not (d.led or d.behind) and _fits(frame, d, index, quantity)), None
    )


def _said(frame: Frame, last: int, words: tuple[str, ...]) -> bool:
    tokens, text, first = frame.sentence.tokens, frame.sentence.document.text, last - len(words) + 1
    return first >= 0 and all(
        text[token.start : token.end].lower() == word
        for token, word in zip(tokens[first : last + 1], words, strict=True)
    )


def _fits(frame: Frame, deed: Deed, index: int, quantity: Quantity) -> bool:
    if quantity.kind not in deed.kinds:
        return False
    if deed.large is not None and deed.large != (quantity.high >= LARGE):
        return False
    behind = noun.past_bracket(frame, index)
    return not deed.behind or not deed.behind.isdisjoint(frame.texts(behind, behind + 1))


def _again(frame: Frame, index: int, figure: Figure, quantity: Quantity) -> str | None:
    rows, tokens = unspoken(frame.sentence.lang), frame.sentence.tokens
    known = frame.carried.said.get(_sort(figure, quantity))
    if rows is None or (known is None and quantity.kind != "number"):
        return None
    if quantity.kind == "number" and (counted := _counted(frame, index, quantity)) is not None:
        return counted
    if known is None:
        return None
    start, at, name = known
    here = start == frame.sentence.span.start
    near = tokens[max(index - _HEDGES, 0) : index]
    if any(token.text in rows.rows.beside for token in near):
        return name
    same = frame.carried.named.get(f"{figure.metric} {figure.unit}") == name  # "occupancy is 97% here and 88% there"
    return name if here and at < index and (quantity.kind != "percent" or same) else None


def _counted(frame: Frame, index: int, quantity: Quantity) -> str | None:
    """What a bare number is one more of: "opened nine stores and now operates 527", "a year ago it had 118"."""
    rows, tokens = unspoken(frame.sentence.lang), frame.sentence.tokens
    known = frame.carried.said.get("counted")
    if rows is None or known is None or frame.sentence.span.start - known[0] > _SINCE or quantity.high <= FEW:
        return None
    if known[0] == frame.sentence.span.start and known[1] > index:
        return None
    behind = noun.past_bracket(frame, index)
    closed = behind >= len(tokens) or not tokens[behind].text[0].isalpha() or tokens[behind].text in rows.rows.after
    lead = next((t for t in reversed(tokens[max(index - 3, 0) : index]) if t.text not in frame.words.adverbs), None)
    if lead is None or not closed:
        return None
    return known[2] if lead.text in rows.rows.having or lead.text in rows.rows.completing else None


def _sort(figure: Figure, quantity: Quantity) -> str:
    """Figures of one sort may be called the same: in one currency, in one unit, in none."""
    return figure.unit or ("number" if quantity.kind in ("number", "count") else quantity.kind)


def only_spoken_of(frame: Frame, index: int, quantity: Quantity) -> bool:
    """Does a small number in words only say how many are spoken of: "two rivals, Holm and Carlow, will pool"?"""
    rows = unspoken(frame.sentence.lang)
    if (
        rows is None
        or quantity.kind not in ("count", "number")
        or quantity.high > FEW
        or quantity.scale_word is not None
    ):
        return False
    mention = frame.sentence.tokens[index].mention
    if mention is None or not frame.printed(mention)[:1].isalpha():
        return False
    before = frame.texts(max(index - 1, 0), index)
    return before.isdisjoint(rows.rows.having) and not frame.texts(index + 1, index + 3) >= {"of", "them"}
