"""A frame and the token of a level come in; out goes whether somebody only wants, expects or plans to reach it.

"The board wants 5.5 million visitors this year", "headcount falls to 11,200 by 2027". It ties as any level does: only
its type changes.
"""

from __future__ import annotations

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import stance, syntax
from crossfoot.lexicon import but, union
from crossfoot.lexicon.ahead import Ahead, ahead
from crossfoot.model import Cue, Quantity

_REACH = 24  # tokens before a level in which a verb governs it
_DIRECT = 12  # tokens between a verb and the level that it wants
_MONTHS = 300  # days: what is to be so by June is as good as done
_ALL = 100  # percent
_FEW = 10  # so many nobody aims at
_HEADING = 8  # words of a heading
_NEAR = 5  # tokens behind it in which its time stands


def due(frame: Frame, index: int) -> bool:
    """Does a verb of wanting, expecting or planning govern a level, or is its time still to come?"""
    rows = ahead(frame.sentence.lang)
    if rows is None or frame.figures[index].metric in rows.spent or frame.figures[index].unit == "share":
        return False
    if frame.carried.headed.ahead:
        return True
    return (
        _expected(frame, rows, index)
        or _governed(frame, rows, index)
        or _later(frame, rows, index)
        or _awaited(frame, rows, index)
        or _demanded(frame, rows, index)
        or _to_move(frame, rows, index)
        or _to_be(frame, rows, index)
        or _put(frame, rows, index)
        or _planned(frame, rows, index)
    )


def expected(frame: Frame, index: int) -> bool:
    """Is a level only what analysts expected, though its time is over?"""
    rows = ahead(frame.sentence.lang)
    return rows is not None and _expected(frame, rows, index)


def headed(text: str, lang: str) -> bool:
    """Does a heading say that what stands below it is yet to come: "Full-year outlook (unchanged)"?

    >>> headed("Full-year outlook (unchanged)", "en"), headed("Full-year results", "en")
    (True, False)
    """
    rows, said = ahead(lang), text.lower()
    if rows is None or not any(word in said for word in rows.headed):
        return False  # nearly all text
    words = {word.strip("*#:().,•-") for word in said.split()} - {""}
    if len(words) > _HEADING or rows.headed.isdisjoint(words):
        return False
    return all(word in rows.headed or word in rows.heading or any(char.isdigit() for char in word) for word in words)


def moving(frame: Frame, index: int) -> bool:
    """Is a move only foreseen: "is likely to shrink 0.7%", "predicts a contraction of 4.5%"?"""
    rows, tokens = ahead(frame.sentence.lang), frame.sentence.tokens
    if rows is None:
        return False
    for i in range(index - 1, max(index - _DIRECT, frame.sentence.opening - 1), -1):
        said, cue = tokens[i].text, tokens[i].mention is not None
        words = frame.sentence.document.text[tokens[i].start : tokens[i].end].lower()
        if cue and (words in rows.past or (words.endswith(rows.done) and isinstance(tokens[i].mention.value, Cue))):  # type: ignore[union-attr]
            return False
        if said in rows.doing and tokens[i + 1].text in rows.to:
            return _is_verb(frame, rows, i)
        if said in rows.wanting:
            return _is_verb(frame, rows, i)
        if not cue and said in but(rows.ending, rows.ways):
            return False
    return False


def outdone(frame: Frame, index: int) -> bool:
    """Is what there is more than all of it: "103% of the 41 billion that it had held out"?"""
    tokens, rows = frame.sentence.tokens, ahead(frame.sentence.lang)
    at = index - 1 - (tokens[index - 1].text in frame.words.determiners)
    if at < 1 or rows is None or tokens[at].text not in rows.of or (mention := tokens[at - 1].mention) is None:
        return False
    return isinstance(mention.value, Quantity) and mention.value.kind == "percent" and mention.value.low > _ALL


def _expected(frame: Frame, rows: Ahead, index: int) -> bool:
    """Is it what analysts expected: "(consensus: 29.8 million)", "the 29.8 million that | analysts had expected"?"""
    at = index - 1
    while at > 0 and frame.sentence.tokens[at].text in rows.leading:
        at -= 1
    before = frame.sentence.tokens[at].text
    if before in but(rows.estimates, rows.means) and (at < index - 1 or before in rows.consensus):
        return True
    behind = set[str]()
    for token in frame.sentence.tokens[index + 1 : index + 2 + _NEAR]:
        if token.text in rows.told:
            break
        behind.add(token.text)
    return not behind.isdisjoint(rows.studying) and not behind.isdisjoint(union(rows.expecting, rows.estimates))


def _awaited(frame: Frame, rows: Ahead, index: int) -> bool:
    """ "capital spending of 1.4 billion a year | is foreseen"."""
    tokens = frame.sentence.tokens
    for i in range(index + 1, min(index + _NEAR, len(tokens) - 1)):
        if tokens[i].text in rows.being:
            behind = tokens[i + 2].text if i + 2 < len(tokens) else "."
            return tokens[i + 1].text in rows.awaited and behind not in rows.goes_on
        if tokens[i].text in rows.ending or tokens[i].text == ",":
            return False
    return False


def _governed(frame: Frame, rows: Ahead, index: int) -> bool:
    tokens = frame.sentence.tokens
    mention = tokens[index].mention
    value = mention.value if mention is not None else None
    few = isinstance(value, Quantity) and value.kind in ("count", "number") and value.high <= _FEW
    if few or tokens[index - 1].text in frame.words.pronouns:
        return False  # "to turn four stations into one", "380 of its 5,200 staff"
    if (
        mention is not None
        and tokens[index - 1].text in rows.willing
        and frame.printed(mention).split()[0] in rows.standing
    ):
        return True  # "would | exceed 104%"
    if tokens[index - 1].text in rows.foreseen and tokens[index - 2].text in frame.words.determiners:
        return True  # "against a planned 2.2 billion"
    for i in range(index - 1, max(index - _REACH, frame.sentence.opening) - 1, -1):
        said = frame.sentence.document.text[tokens[i].start : tokens[i].end].lower()
        cue = tokens[i].mention is not None
        if cue and isinstance(tokens[i].mention.value, Cue) and (said.endswith(rows.done) or said in rows.past):  # type: ignore[union-attr]
            return False
        if (
            said in rows.doing
            and tokens[i + 1].text in rows.to
            and i + 2 < index
            and tokens[i + 2].text not in rows.nouns
        ):
            return _is_verb(frame, rows, i)
        behind = tokens[i + 1].text if i + 1 < index else ""
        if said in rows.aims and index - i <= _DIRECT and behind in rows.aiming and not cue:
            return True  # "Guidance for 2024 is maintained at 138,000 tonnes"
        if frame.figures[index].metric == "employees" and said in rows.standing:
            return False  # how many somebody will employ is told as it is
        if said in rows.standing and not frame.texts(max(i - 2, 0), i).isdisjoint(rows.willing):
            return True  # "the new company will have assets of 5.4 billion"
        if said in rows.wanting and index - i <= _DIRECT and _is_verb(frame, rows, i):
            return True
        opens = frame.sentence.opening
        if said == ":" and rows.headed & {t.text for t in (*tokens[max(i - _NEAR, 0) : i], *tokens[opens : opens + 2])}:
            return True
        if said in rows.other or (not cue and said in rows.ending):
            return False
    return False


def _demanded(frame: Frame, rows: Ahead, index: int) -> bool:
    """ "Short of the 50% that the county | wants by 2026", "the 210,000 cubic metres it | must deliver"."""
    if frame.sentence.tokens[index - 1].text not in rows.the:
        return False
    tokens, ending = frame.sentence.tokens, but(rows.ending, rows.relative)
    for i in range(index + 1, min(index + _DIRECT, len(tokens))):
        if tokens[i].text in rows.demanding:
            return tokens[i - 1].text not in frame.words.determiners
        if tokens[i].text in ending or tokens[i].text in rows.apart:
            return False
    return False


def _to_move(frame: Frame, rows: Ahead, index: int) -> bool:
    """ "Would | lift the figure to 55%", "will cut its workforce to 3,100 from 3,900"."""
    tokens = frame.sentence.tokens
    onto = next((i for i in range(index - 1, max(index - _NEAR, 0), -1) if tokens[i].text in rows.onto), None)
    if onto is None:
        return False
    for i in range(onto - 1, max(onto - _DIRECT, frame.sentence.opening), -1):
        said = frame.sentence.document.text[tokens[i].start : tokens[i].end].lower()
        if said in rows.shifting or said in rows.standing:
            return not frame.texts(max(i - 2, 0), i).isdisjoint(union(rows.willing, rows.having)) and _bare(
                frame, rows, i
            )
        if tokens[i].mention is None and tokens[i].text in but(rows.ending, rows.between):
            return False
    return False


def _bare(frame: Frame, rows: Ahead, at: int) -> bool:
    """Is a verb behind "will", or behind "has to", "is to", "must"?"""
    before = [token.text for token in frame.sentence.tokens[max(at - 3, 0) : at]]
    return not before or before[-1] not in rows.to or (before[-2:-1] != [] and before[-2] in rows.having)


def _to_be(frame: Frame, rows: Ahead, index: int) -> bool:
    """ "Proceeds | would be approximately 165 million"."""
    tokens, at = frame.sentence.tokens, index - 1
    while at > 1 and tokens[at].text in frame.words.adverbs:
        at -= 1
    if at < 2 or tokens[at].text not in rows.be:
        return False
    at -= 1
    while at > 1 and tokens[at].text in union(frame.words.adverbs, rows.first):
        at -= 1
    return tokens[at].text in rows.willing


def _put(frame: Frame, rows: Ahead, index: int) -> bool:
    """ "The institute | puts this year's spending at 23.4 billion", where the year is not over."""
    tokens, published = frame.sentence.tokens, frame.sentence.document.published
    period = frame.figures[index].period
    if tokens[index - 1].text not in rows.at or published is None:
        return False
    if period is None or period.end is None or period.end <= published:
        return False
    near = range(index - 2, max(index - _DIRECT, frame.sentence.opening - 1), -1)
    stop = next((i for i in near if tokens[i].mention is None and tokens[i].text in rows.ending), -1)
    return any(i > stop and tokens[i].text in rows.putting for i in near)


def _planned(frame: Frame, rows: Ahead, index: int) -> bool:
    """ "46% of this year's 31.5 billion | programme"."""
    tokens = frame.sentence.tokens
    behind = tokens[index + 1].text if index + 1 < len(tokens) else ""
    owned = tokens[index - 1].text.endswith(rows.owner) or tokens[index - 1].text in rows.own
    return behind in rows.plans and owned


def _is_verb(frame: Frame, rows: Ahead, at: int) -> bool:
    """Is a word no noun with another before it: "its latest forecasts"?"""
    before = frame.sentence.tokens[at - 1] if at else None
    words = frame.words
    if frame.sentence.tokens[at].text in rows.courses:
        return before is not None and before.text in rows.upon
    none = union(words.determiners, words.prepositions, words.than, words.governing, rows.owning)
    return before is not None and before.text not in none


def _later(frame: Frame, rows: Ahead, index: int) -> bool:
    """ "falls to 11,200 by 2027": what has a time that is still to come."""
    tokens = frame.sentence.tokens
    if tokens[index - 1].text not in rows.to:
        return False
    for i in range(index + 1, min(index + _NEAR, len(tokens))):
        if tokens[i].text in rows.ending or tokens[i].text == ",":
            return False
        if syntax.is_time(tokens[i]):
            when, published = stance.period_of(tokens[i].mention), frame.sentence.document.published
            if (
                tokens[i - 1].text not in rows.by
                or when is None
                or when.start is None
                or when.end is None
                or published is None
            ):
                return False
            return when.start.year > published.year and (when.end - when.start).days > _MONTHS
    return False


def doing(frame: Frame, index: int) -> str | None:
    """What is to be done, where a level has no other name: the return of "aims to return 600 million euros"."""
    tokens, rows = frame.sentence.tokens, ahead(frame.sentence.lang)
    if rows is None:
        return None
    to = next((i for i in range(index - 1, max(index - _NEAR, 1), -1) if tokens[i].text in rows.to), None)
    if to is None or tokens[to - 1].text not in rows.doing or index - to <= 1:
        return None
    verb = tokens[to + 1]
    return verb.text if verb.mention is None and verb.text.isalpha() else None
