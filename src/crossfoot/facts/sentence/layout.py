"""A sentence comes in; out goes where its levels, times and ends of clauses stand, so that nobody looks for them twice.

A figure asks where its clause starts, what dates it, which figures stand before it. In a sentence of a thousand figures
each would look at the same tokens again; here every list is made once, and a question costs a look-up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from crossfoot import days
from crossfoot.facts.frame import dealt
from crossfoot.facts.frame.kin import unit_of
from crossfoot.facts.sentence import Sentence, Token
from crossfoot.lexicon import union
from crossfoot.lexicon.frame import FrameWords, frame_words
from crossfoot.lexicon.ordered import order
from crossfoot.model import Cue, Period, Quantity, Timex

LEVELS = frozenset({"money", "count", "measure", "number", "percent"})

# How many tokens a clause or a list may reach over. Longer sentences are tables or lists without their layout; the
# bound keeps work linear on any text.
WINDOW = 80
FEW = 10  # so many are spoken of as "the three"
_NEAR = 4  # tokens from "from" up to what something was before
_BESIDE = 8  # tokens up to a figure that is only set beside another
_MOVED = 12  # and back to the one that moved
_ASIDE = 10  # tokens back from a day to the verb of who said something on it
_UNDATING = 4  # and back to the word that says it only ends or begins something
_COMPARED = 7  # and back to "than" or "the number in", which only compare with that time
_YET = ("planned", "forecast")


class Layout:
    """Indexes of tokens, each list in order.

    `bounds` part clauses, `ends` part what a time behind a figure may date, `dealt` has the times that fall to the
    levels of a list; `moves` are where changes begin; `lengths` say only how long something lasted.
    """

    __slots__ = ("bounds", "dated", "dealt", "ends", "lengths", "levels", "respectively")

    def __init__(self, sentence: Sentence, words: FrameWords, moves: Iterable[int]) -> None:
        self.levels, self.dated, self.lengths = list[int](), list[int](), list[int]()
        self.bounds, self.respectively, ends = list[int](), list[int](), set(moves)
        parts, closing = union(words.boundary, words.reporting), words.respectively
        asked = union(parts, words.subordinating, closing, words.undated)
        for i, token in enumerate(sentence.tokens):
            if token.mention is None:
                if token.text not in asked:
                    continue  # most words
                if (token.text in parts and not _between_commas(sentence, i) and not _seen(sentence, i, words)) or (
                    token.text in words.subordinating and _opens(sentence, i, words)
                ):
                    self.bounds.append(i)
                if token.text in words.undated:
                    ends.add(i)
                if token.text in closing:
                    self.respectively.append(i)
                continue
            value = token.mention.value
            if isinstance(value, Quantity):
                sized = value.kind == "percent" or not words.spaced  # "a 1.1% fall" is no level, nor is 减少2.8亿人次
                opens = i == 0 or not sentence.tokens[i - 1].text[0].isalnum()
                pair = opens and _only_few(sentence, token, words)
                if pair or (not words.spaced and value.kind == "count" and dealt.counted(sentence, i)):
                    continue  # "两家城商行昨晚交卷", "甲科技和乙动力两家公司" measures nothing
                if value.kind == "duration":
                    self.lengths.append(i)
                if value.kind in LEVELS and not (sized and value.change is not None):
                    self.levels.append(i)
            elif isinstance(value, Timex) and value.period is not None and not _aside(sentence, i, words):
                if token.mention.rule.endswith(".passing") or (self.levels and _outdone(sentence, i)):
                    continue  # "2023年提出的方案", "8,210 homes, the fewest since 2013"
                self.dated += [] if _compared(sentence, i, words) else [i]
        closers = _closers(sentence.lang)
        if not closers.isdisjoint(sentence.present):
            for i, token in enumerate(sentence.tokens):
                if token.text in closers and token.mention is None and self._closes(sentence, i, words):
                    ends.add(i)
        self.ends = sorted(ends)
        listed = self._listed(sentence, words) if words.time_first else self._pairs(sentence, words)
        cues = [*self.respectively, *listed]
        self.dealt = dealt.times(sentence, cues, self.levels, self.dated, before=not words.spaced) if cues else {}

    def _listed(self, sentence: Sentence, words: FrameWords) -> Iterator[int]:
        """Where the figures of a list of times begin: "预计2025年、2026年净利润为4.2亿元和5.5亿元"."""
        tokens = sentence.tokens
        for one, other in pairwise(self.dated):
            if other != one + 2 or tokens[one + 1].text not in words.joints - {","}:
                continue
            first = following(self.levels, other)
            if first is not None and not any(token.text in ",;" for token in tokens[other + 1 : first]):
                yield first - 1

    def _pairs(self, sentence: Sentence, words: FrameWords) -> Iterator[int]:
        """Where a list of times and one of figures have both ended: "$132m and $174m at December 31, 2012 and 2011"."""
        tokens = sentence.tokens
        for one, other in pairwise(self.dated):
            if other != one + 2 or tokens[one + 1].text not in words.joints - {","}:
                continue
            behind = between(self.levels, other, other + 2 * _NEAR)
            yield other + 1 if between(self.levels, one - _NEAR, one) or not behind else behind[-1] + 1

    def _closes(self, sentence: Sentence, index: int, words: FrameWords) -> bool:
        """Does something begin whose time is not that of what stands before it?

        "10.46 billion, against 8.62 billion for January to April", "to 11.2 million from 9.8 million in 2004", "cut
        its fares to 40 dollars and will fly from May".
        """
        text = sentence.tokens[index].text
        if text in words.beside:
            return bool(between(self.levels, index + 1, index + 1 + _BESIDE))
        if text in words.starting:
            behind = between(self.levels, index + 1, index + 1 + _NEAR)
            return bool(behind) and any(
                _alike(sentence, i, behind[0]) for i in backwards(self.levels, index, index - _MOVED)
            )
        if text in words.reasons:
            return sentence.tokens[min(index + 1, len(sentence.tokens) - 1)].text.endswith("ing")
        if text in words.joints and index + 1 < len(sentence.tokens):
            next_ = sentence.tokens[index + 1]
            acts = next_.text in union(words.agents, words.auxiliaries) or next_.text.endswith("ed")
            acts = acts and text == "and" and next_.mention is None and words.spaced
            turns = text == "," and next_.text in words.contrasting  # "to 1.86 million, yet stayed below that of 2019"
            return acts or turns or words.status_of(next_.text) in _YET
        return False


def _only_few(sentence: Sentence, token: Token, words: FrameWords) -> bool:
    """Does a number only say of how many something is told: "两家城商行", "，三家环比分别增长…"?"""
    text = sentence.document.text
    if words.spaced or text.startswith(words.pairs, token.start):
        return not words.spaced
    value = token.mention.value if token.mention is not None else None
    few = isinstance(value, Quantity) and value.kind == "count" and value.high <= FEW
    return few and text.startswith(words.of_few, token.end)


@cache
def _closers(lang: str) -> frozenset[str]:
    """The words at which something may begin that has a time of its own: no other token is asked."""
    words = frame_words(lang)
    return words.beside | words.starting | words.reasons | words.joints


def _seen(sentence: Sentence, index: int, words: FrameWords) -> bool:
    """Does a word only say what something went through, and not what somebody tells: "rural homes showed 5% growth"?"""
    tokens = sentence.tokens
    if tokens[index].text not in words.showing or not 0 < index < len(tokens) - 1:
        return False
    behind = tokens[min(index + 2, len(tokens) - 1) if tokens[index + 1].text in words.articles else index + 1].mention
    rate = behind is not None and isinstance(behind.value, Quantity) and behind.value.kind == "percent"
    return rate and tokens[index - 1].text not in words.sources


def _between_commas(sentence: Sentence, index: int) -> bool:
    """ "Net income, however, fell": the clause goes on behind what commas set apart."""
    tokens = sentence.tokens
    return 1 < index < len(tokens) - 1 and tokens[index - 1].text == "," and tokens[index + 1].text == ","


def _alike(sentence: Sentence, one: int, other: int) -> bool:
    """Are two figures printed in one unit?"""
    first, second = sentence.tokens[one].mention, sentence.tokens[other].mention
    if first is None or second is None:
        return False
    left, right = first.value, second.value
    return isinstance(left, Quantity) and isinstance(right, Quantity) and unit_of(left) == unit_of(right)


def _aside(sentence: Sentence, index: int, words: FrameWords) -> bool:
    """Does a time date no figure: "due March 31", "since records began in 1991", "said on Thursday"?

    When something was said is a day; that of a report with its figure in between is too ("reported sales of 40 million
    on Tuesday").
    """
    if (period := _period(sentence, index)) is None or period.start is None or period.end is None:
        return False
    day, figure, since = period.end - period.start == days.DAY, False, index
    for i in range(index - 1, max(index - _ASIDE, -1), -1):
        token = sentence.tokens[i]
        if i == index - 2 and sentence.tokens[i + 1].text in words.joints and _period(sentence, i) is not None:
            since = i  # "due in 1986 and 1987"
        elif token.mention is not None:
            if not isinstance(token.mention.value, Quantity) or not day:
                return False
            figure = True
        elif token.text in words.undating and not figure and since - i <= _UNDATING:
            return True
        elif day and token.text in (words.publishing if figure else words.reporting):
            return token.text not in words.relative
        elif token.text in words.boundary or (words.time_first and token.text == ","):
            return False  # "公告，截至9月30日": in front of its verb stands when something was said
    return False


def _outdone(sentence: Sentence, index: int) -> bool:
    """Does a time only say since when nothing was more?"""
    period = _period(sentence, index)
    if period is None or period.end is not None or (rows := order(sentence.lang)) is None:
        return False  # nearly all times end
    return any(token.text in rows.supers for token in sentence.tokens[max(index - _ASIDE, 0) : index])


def _compared(sentence: Sentence, index: int, words: FrameWords) -> bool:
    """Is a time only one that something is compared with: "6% less than in the same months of 2021"?

    A figure between the two has that time: "more than the 40 million of 2021".
    """
    tokens = sentence.tokens
    if words.held_against and sentence.document.text.startswith(words.held_against, tokens[index].end):
        return True  # "与一年前相比，"
    for i in range(index - 1, max(index - _COMPARED, 0) - 1, -1):
        token = tokens[i]
        if token.mention is not None:
            if isinstance(token.mention.value, Quantity):
                return False
            if isinstance(token.mention.value, Cue) and _printed(sentence, i) in words.than:
                return True  # "7.3% above April 2018"
        elif token.text in words.starting and _moves(sentence, i - 1):
            return True  # "down 22% from the flood of goods seen last year"
        elif token.text in words.than or (
            token.text in words.compared_to and i and tokens[i - 1].text in words.compared
        ):
            return tokens[i + 1].text not in words.carrying  # "more than doubled in December"; "compared to May"
        elif (
            token.text in words.levelled
            and i > 1
            and tokens[i - 1].text == "the"
            and _set_against(sentence, i - 2, words)
        ):
            return True  # "91% of the number in April 2019", "35% below the level of April 2019"
        elif token.text in words.boundary or token.text == ",":
            return False
    return False


def _moves(sentence: Sentence, index: int) -> bool:
    """Does the rate of a move stand at a token?"""
    mention = sentence.tokens[index].mention if index >= 0 else None
    value = mention.value if mention is not None else None
    return (
        isinstance(value, Quantity)
        and value.kind == "percent"
        and (value.change is not None or _cue(sentence, index - 1))
    )


def _cue(sentence: Sentence, index: int) -> bool:
    mention = sentence.tokens[index].mention if index >= 0 else None
    return mention is not None and isinstance(mention.value, Cue) and mention.value.kind == "direction"


def _set_against(sentence: Sentence, index: int, words: FrameWords) -> bool:
    token = sentence.tokens[index]
    return token.text == "of" or _printed(sentence, index) in words.than


def _printed(sentence: Sentence, index: int) -> str:
    token = sentence.tokens[index]
    return sentence.document.text[token.start : token.end].lower()


def _period(sentence: Sentence, index: int) -> Period | None:
    mention = sentence.tokens[index].mention
    return mention.value.period if mention is not None and isinstance(mention.value, Timex) else None


def _opens(sentence: Sentence, index: int, words: FrameWords) -> bool:
    """Does "as" begin a clause ("profit fell as costs rose"), and not a comparison ("as many as")?"""
    near = [t.text for t in sentence.tokens[max(index - 1, 0) : index + 2] if t.mention is None]
    return not words.degrees.intersection(near) and near.count(sentence.tokens[index].text) == 1


def between(places: list[int], first: int, last: int) -> list[int]:
    """The places from one token to before another.

    >>> between([2, 5, 9], 3, 9)
    [5]
    """
    return places[bisect_left(places, first) : bisect_left(places, last)]


def backwards(places: list[int], index: int, least: int) -> Iterator[int]:
    """The places before a token, the nearest first, down to one that may still be looked at."""
    for at in range(bisect_left(places, index) - 1, -1, -1):
        if places[at] < least:
            return
        yield places[at]


def following(places: list[int], index: int) -> int | None:
    """The next place behind a token."""
    at = bisect_left(places, index + 1)
    return places[at] if at < len(places) else None
