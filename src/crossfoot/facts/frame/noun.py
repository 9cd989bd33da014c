"""A figure that no row of metrics.toml knows comes in; out goes the noun phrase that it stands in, as written.

"A noise charge of 600 dollars" is of a noise charge, "a 3 billion yuan credit facility" of a credit facility. The key
of a figure keeps every word of its clause, since two figures may meet only if nothing tells them apart; this is what a
reader would call it.
"""

from __future__ import annotations

from crossfoot.facts.frame import Frame
from crossfoot.facts.sentence import Match, Token
from crossfoot.lexicon.frame import FrameWords
from crossfoot.lexicon.metrics import metric, metric_forms
from crossfoot.model import Cue, Figure, Name, Quantity, Timex, Trap

LONGEST = 4  # words of a noun phrase
LONGEST_BACK = 20  # tokens of a subject with all that says where and when
LONGEST_NAME = 7  # words of a name that is made of it
KEPT = {"of", "for", "per"}  # open phrases that say what is measured
LONGEST_ASIDE = 10  # tokens that commas set apart
LONGEST_BRACKET = 6  # tokens of one that says a figure once more
_ONTO = frozenset({"return", "returns"})  # "return on equity" is one thing
_INTO = frozenset({"in", "into", "over"})
MOST_BETWEEN = 8  # tokens between a subject and its figure


def named(frame: Frame, index: int, quantity: Quantity) -> str | None:
    """What stands behind the figure as its noun, or before it as what it is of."""
    if quantity.kind == "count":
        return _measured(frame, index) or _counted(frame, index, quantity)
    tokens, words = frame.sentence.tokens, frame.words
    before = tokens[index - 1].text if index else ""
    behind = past_bracket(frame, index)
    if behind < len(tokens) and tokens[behind].text in words.linking:
        if quantity.kind == "number" and (several := _of_so_many(frame, behind)) is not None:
            return several
        found = _phrase(frame, behind + 1, quantity)
        led = behind + 1 < len(tokens) and tokens[behind + 1].text in words.determiners
        where = tokens[behind].text == "in" and found is not None and (led or found[0].isupper())  # "in the province"
        if found is not None and not where and found.lower() not in words.totals | words.sums:
            return found
    elif _describes(frame, index, behind, before) and (found := _phrase(frame, behind, quantity)) is not None:
        return found
    return _headed(frame, index) or _apposed(frame, index, behind)


def past_bracket(frame: Frame, index: int) -> int:
    """The token behind a figure and a bracket that says it once more: "a 3 billion yuan ($464 million) | facility"."""
    tokens = frame.sentence.tokens
    if index + 3 >= len(tokens) or tokens[index + 1].text != "(":
        return index + 1
    close = (i for i in range(index + 2, min(index + LONGEST_BRACKET, len(tokens))) if tokens[i].text == ")")
    return next(close, index) + 1


def _describes(frame: Frame, index: int, behind: int, before: str) -> bool:
    """Does an amount stand before its noun: "a 600-dollar charge", "a seven-year, 1.6 billion ($116m) term loan"?"""
    listed = before == "," and behind > index + 1 and behind < len(frame.sentence.tokens) and _noun(frame, behind)
    return before in frame.words.determiners or listed


def _of_so_many(frame: Frame, of: int) -> str | None:
    """What a number is a part of, that is counted itself: "380 of its 5,200 staff"."""
    tokens = frame.sentence.tokens
    at = next((i for i in range(of + 1, min(of + 3, len(tokens))) if tokens[i].text not in frame.words.determiners), of)
    mention = tokens[at].mention
    if tokens[of].text != "of" or mention is None or not isinstance(mention.value, Quantity):
        return None
    return _counted(frame, at, mention.value) if mention.value.kind == "count" else None


def _apposed(frame: Frame, index: int, behind: int) -> str | None:
    """What a figure between commas is of: "Punctuality, at 87.5%, remains low", "bulk cargo, 3.3m tonnes, was flat"."""
    tokens = frame.sentence.tokens
    last = index - 1 - (tokens[max(index - 1, 0)].text == "at")
    if last < 1 or behind >= len(tokens) or tokens[last].text != "," or tokens[behind].text != ",":
        return None
    found = _back(frame, last, frame.reach(index))
    return None if found is None or _does(found.rpartition(" ")[2].lower(), frame) else found


def no_statement(frame: Frame, index: int, figure: Figure, quantity: Quantity) -> bool:
    """Does a number only tell things from their neighbours: "band two", "a 2,000-member union", "two of its mines"?

    Nor is a bare number a rate: "the prime rate rose, after a move by two banks".
    """
    tokens, words, text = frame.sentence.tokens, frame.words, frame.sentence.document.text
    if not words.spaced or quantity.kind not in ("number", "count") or quantity.scale_word is not None:
        return False
    if quantity.kind == "number" and index and tokens[index - 1].text in words.labels:
        return True
    row = metric(figure.metric)
    if quantity.kind == "number" and row is not None and row.kinds == ("percent",):
        return True
    if index and tokens[index - 1].text in _INTO and _pieces(frame, index, quantity):
        return True
    at = tokens[index].end
    if text[at : at + 1] in "-–" and text[at + 1 : at + 2].isalpha():
        return True
    behind = [token.text for token in tokens[index + 1 : index + 3]]
    if behind[:1] == ["of"] and _of_so_many(frame, index + 1) is not None:
        return False
    return quantity.kind == "number" and behind[:1] == ["of"] and behind[1:] in (["its"], ["their"], ["his"], ["her"])


def _pieces(frame: Frame, index: int, quantity: Quantity) -> bool:
    """Does a number only say into how many pieces something falls: "a bond in two tranches"?"""
    text, near = frame.sentence.document.text, frame.sentence.tokens[index + 1 : index + 3]
    noun = text[quantity.unit_word[0] : quantity.unit_word[1]].lower().split() if quantity.unit_word else []
    return not frame.words.pieces.isdisjoint([*noun[-1:], *(token.text for token in near)])


def subject(frame: Frame, match: Match) -> str | None:
    """What moves: the object of a verb that moves it ("cut its dividend to 3 dollars"), else the words before it."""
    what = match.roles.get("what")
    moved = what[0] if what is not None else match.end if match.row.sense == "in" else None
    if moved is not None and (found := _phrase(frame, moved, None)) is not None:
        return found
    last, least = _before_aside(frame, match.start), frame.reach(match.start)
    while last > max(least, match.start - MOST_BETWEEN) and _between(frame.sentence.tokens[last - 1], frame.words):
        last -= 1
    return _back(frame, last, least)


def _before_aside(frame: Frame, index: int) -> int:
    """ "Cargo, by contrast, shrank": where the subject ends, before what commas set apart."""
    tokens = frame.sentence.tokens
    if index < 4 or tokens[index - 1].text != ",":
        return index
    opened = next((i for i in range(index - 2, max(index - LONGEST_ASIDE, 0), -1) if tokens[i].text == ","), index)
    said = [token.text for token in tokens[opened + 1 : opened + 3]]
    aside = " ".join(said) in frame.words.asides or (bool(said) and said[0] in frame.words.setting_apart)
    return opened if aside else index


def head(name: str, words: FrameWords) -> str:
    """The noun that a phrase is about: "rate" of "rate of occupancy".

    >>> from crossfoot.lexicon.frame import frame_words
    >>> head("operating rates in linerboard", frame_words("en"))
    'rates'
    """
    said = name.lower().split()
    last = next((i for i, word in enumerate(said) if i and word in words.prepositions), len(said))
    return said[last - 1] if said else ""


def _measured(frame: Frame, index: int) -> str | None:
    """What is counted in something: the throughput of "container throughput came to 11 million TEU"."""
    tokens, words, last = frame.sentence.tokens, frame.words, index
    while last > index - MOST_BETWEEN and _between(tokens[last - 1], words) and not _nominal(frame, last - 1):
        last -= 1
    move = frame.moving(index)
    if move is not None and "level" in move.roles:
        found = subject(frame, move)
    elif words.measuring.isdisjoint(token.text for token in tokens[last:index]):
        return None
    else:
        found = _back(frame, _before_aside(frame, last), frame.reach(index))
    return found if found is not None and found[1:].islower() else None


def _counted(frame: Frame, index: int, quantity: Quantity) -> str | None:
    """What is counted, as written: "industrial players" of "four industrial players"."""
    start = quantity.digits[1] if quantity.scale_word is None else max(quantity.digits[1], quantity.scale_word[1])
    if quantity.unit_word is None or start >= quantity.unit_word[1]:
        return quantity.of
    return " ".join(frame.sentence.document.text[start : quantity.unit_word[1]].split()) or quantity.of


def _phrase(frame: Frame, first: int, quantity: Quantity | None) -> str | None:
    """The words from a token up to one that can be in no noun phrase."""
    tokens, words = frame.sentence.tokens, frame.words
    while first < len(tokens) and tokens[first].text in words.determiners:
        first += 1
    last = first
    while last < len(tokens) and last < first + LONGEST and _noun(frame, last):
        last += 1
    return _written(frame, first, last) if last > first else None


def _headed(frame: Frame, index: int) -> str | None:
    """The words before "of", "was", "at": back to what opens the phrase that they close."""
    tokens, words = frame.sentence.tokens, frame.words
    last, least = index, max(frame.reach(index), index - MOST_BETWEEN)
    while last > least and _between(tokens[last - 1], words) and not _nominal(frame, last - 1):
        last -= 1
    linked = any(token.text in words.copular or token.text in words.carrying for token in tokens[last:index])
    if last > least and tokens[last - 1].text == ":":  # "Occupancy: 81.9%"
        last, linked = last - 1, True
    if not (linked or (last == index and (_exceeding(frame, index) or _labelled(frame, index)))):
        return None
    found = _back(frame, _before_aside(frame, last), frame.reach(index))
    if found is not None and head(found, words) in words.transparent:
        first = last - 1
        while first > least and not _between(tokens[first], words):
            first -= 1
        while first > least and _between(tokens[first], words) and not _nominal(frame, first):
            first -= 1
        found = _back(frame, first + 1, frame.reach(index)) if first > least else None
    does = found is not None and _does(found.rpartition(" ")[2].lower(), frame)
    return None if does else found  # "the number of sites the firm owns was 12"


def _exceeding(frame: Frame, index: int) -> bool:
    """ "Demand exceeded 2.1 billion": the verb is a part of the figure."""
    mention = frame.sentence.tokens[index].mention
    said = frame.printed(mention).split() if mention is not None else []
    return bool(said) and said[0].isalpha() and said[0].endswith(("ed", "s", "ing"))


def _labelled(frame: Frame, index: int) -> bool:
    """ "payout CHF 57.6 million", "Harvest 31,400 tonnes": only a noun stands between a mark and a figure."""
    tokens, first = frame.sentence.tokens, index
    mention = tokens[index].mention
    value = mention.value if mention is not None else None
    if not isinstance(value, Quantity) or value.kind == "number" or _doing(tokens[max(index - 1, 0)].text, frame.words):
        return False  # "Circular 17", "Members dispatched 3 million tonnes"
    while first > max(index - LONGEST, 0) and _noun(frame, first - 1):
        first -= 1
    if any(_does(token.text, frame) for token in tokens[first:index]):
        return False  # "Norland owes banks 5 million"
    return first < index and (first == frame.sentence.opening or tokens[first - 1].text in (",", ";", ":", "*", "-"))


def _doing(word: str, words: FrameWords) -> bool:
    """Is it a verb before what it is done to: "owing 50 billion dollars"?"""
    return word.endswith("ed") or (word.endswith("ing") and word not in words.nouns_in_ing)


def _does(word: str, frame: Frame) -> bool:
    return word in frame.words.agents and word not in metric_forms(frame.sentence.lang)


def _between(token: Token, words: FrameWords) -> bool:
    """May it stand between what is measured and its figure: "was", "in May", "at"?"""
    if token.mention is not None:
        value = token.mention.value
        return isinstance(value, Timex | Cue) or (isinstance(value, Quantity) and value.change is not None)
    adverb = token.text.endswith("ly") and token.text not in words.nouns_in_ly
    return adverb or any(token.text in kind for kind in (words.copular, words.carrying, words.spans, words.adverbs))


def _back(frame: Frame, last: int, least: int) -> str | None:
    """The words that end at a token, back to what opens the phrase that they close.

    A place or a time that only follows the noun is left out: "consumer confidence (in Norland) (in May) rose".
    """
    first, parts = last, list[int]()  # where each phrase of a preposition begins
    while first > least and last - first < LONGEST_BACK and _goes_on(frame, first - 1, least):
        first -= 1
        if frame.sentence.tokens[first].text in frame.words.prepositions | frame.words.spent_on or _done(frame, first):
            parts.append(first)
    while first < last and not _noun(frame, first):
        first += 1
    tokens = frame.sentence.tokens
    if (whole := _of_several(frame, first, last, least)) is not None:
        return whole
    ends = [i for i in parts if i > first and tokens[i].text not in KEPT and tokens[i - 1].text not in _ONTO]
    ends += [i for i in range(first, last) if _time(tokens[i]) or tokens[i].text in frame.words.spans]
    cut = min(ends, default=last)
    while cut > first and not _noun(frame, cut - 1) and not _name(tokens[cut - 1]):
        cut -= 1
    return _written(frame, first, min(cut, first + LONGEST_NAME)) if cut > first else None


def _of_several(frame: Frame, first: int, last: int, least: int) -> str | None:
    """What is of several things, the last of which begins at `first`: "expenditure on plant and | equipment"."""
    tokens, words, at = frame.sentence.tokens, frame.words, first - 1
    if at <= least or tokens[at].text not in ("and", "&"):
        return None
    while at > least and (tokens[at].text in ("and", "&", ",") or _noun(frame, at)):
        at -= 1
    of = tokens[at].text in words.prepositions | words.spent_on and at > least
    if not of or not (_noun(frame, at - 1) or _done(frame, at - 1)):
        return None
    found = _back(frame, at - 1 if _done(frame, at - 1) else at, least)
    if found is None or tokens[at].text not in KEPT or last - at + len(found.split()) > LONGEST_NAME:
        return found
    return f"{found} {_written(frame, at, last)}"


def _goes_on(frame: Frame, index: int, least: int) -> bool:
    """Does a phrase that is read backwards go on with a token?"""
    tokens, words = frame.sentence.tokens, frame.words
    token = tokens[index]
    if _time(token) or _noun(frame, index):
        return True
    if index <= least:
        return False
    before = tokens[index - 1]
    if _done(frame, index):  # of a thing, and not what somebody did
        return _noun(frame, index - 1) and before.text not in words.empty
    if token.text in words.spent_on and before.text in words.amounts:
        return True  # "a charge against earnings"
    if token.text in words.prepositions or token.text == "per":  # behind a noun, and not behind a verb
        return (
            _noun(frame, index - 1)
            or _done(frame, index - 1)
            or _linked(before, words)
            or _name(before)
            or _time(before)
        )
    if _linked(token, words) or _name(token):
        return before.text in words.prepositions or (_name(token) and _linked(before, words))
    return token.text in words.spans and _linked(before, words)


def _linked(token: Token, words: FrameWords) -> bool:
    return token.mention is None and token.text in words.determiners


def _name(token: Token) -> bool:
    return token.mention is not None and isinstance(token.mention.value, Name)


def _time(token: Token) -> bool:
    return token.mention is not None and isinstance(token.mention.value, Timex)


def _noun(frame: Frame, index: int) -> bool:
    token, words = frame.sentence.tokens[index], frame.words
    if token.mention is not None:
        value = token.mention.value  # "credit losses" name a thing, though the word may also be for a fall
        moves = isinstance(value, Cue) and value.kind == "direction" and index + 1 < len(frame.sentence.tokens)
        if moves and frame.printed(token.mention).lower() in words.moving_nouns and _noun(frame, index + 1):
            return True  # "depreciation expense"
        if isinstance(value, Trap) and index + 1 < len(frame.sentence.tokens):
            return frame.sentence.tokens[index + 1].mention is None and _noun(frame, index + 1)  # "a CET1 ratio"
        return (isinstance(value, Name) and value.kind == "instrument") or (moves and _nominal(frame, index))
    if token.text.endswith("'s"):
        return False  # "the region's imports" are imports
    if token.text.endswith("ly") and token.text not in words.nouns_in_ly:
        return False
    if _done(frame, index):
        return False
    return token.text[0].isalpha() and token.text not in words.closing


def _done(frame: Frame, index: int) -> bool:
    """Is it a participle with what hangs on it: "accounted for a payment", "depreciation related to leases"?"""
    tokens, words = frame.sentence.tokens, frame.words
    if not tokens[index].text.endswith("ed") or tokens[index].text in words.nouns_in_ed or index + 1 >= len(tokens):
        return False
    return tokens[index + 1].text in words.prepositions or tokens[index + 1].text in words.spent_on


def _nominal(frame: Frame, index: int) -> bool:
    """Is a word for a move the head of a subject: "revenue growth was 11.4%"?"""
    tokens, words = frame.sentence.tokens, frame.words
    behind, mention = tokens[min(index + 1, len(tokens) - 1)], tokens[index].mention
    if mention is None or _time(tokens[index]) or behind.mention is not None:
        return False
    if frame.printed(mention).lower() in words.amounts:  # "a 3 million pretax gain", "Depreciation related to leases"
        before = tokens[index - 1]
        if index == frame.sentence.opening or (before.mention is None and before.text[0].isalpha()):
            return True
    if behind.text == "of":  # "a gain of 120 million"
        return index > 0 and _linked(tokens[index - 1], words)
    return behind.text in words.copular - {"to", "at", "by"}


def _written(frame: Frame, first: int, last: int) -> str:
    span = frame.sentence.span_of(first, last)
    return " ".join(frame.sentence.document.text[span.start : span.end].split())
