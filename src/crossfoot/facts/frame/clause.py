"""The words of a clause that say what a figure is of, without those that only say who somebody is.

A frame and two tokens come in; the words between them that count go out, dealt out where a list says "respectively".
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from crossfoot.facts.frame import dealt, doer, phrase, subject, topic
from crossfoot.facts.sentence import Token
from crossfoot.facts.sentence.layout import WINDOW, between
from crossfoot.lexicon import union
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.units import forms
from crossfoot.model import Cue, Quantity

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

BEHIND = 5  # words behind a figure in which its own noun stands: "a 3 million euro pretax gain"
MOST_DESCRIBING = 6  # words that say who a name is


def descriptors(frame: Frame, first: int, head: int) -> set[int]:
    """The words before the name that a clause opens with, which say who it is: "regional carrier Skylane"."""
    last = bisect_right(frame.sentence.names, first, key=lambda name: name[0])
    at = frame.sentence.names[last][0] if last < len(frame.sentence.names) else head
    if not frame.words.closing or at >= head or at - first > MOST_DESCRIBING:
        return set()
    tokens, verbs = frame.sentence.tokens[first:at], metric_forms(frame.sentence.lang, verbs=True)
    opens = tokens and tokens[0].text in frame.words.determiners
    said = [token.text for token in tokens[1 if opens else 0 :] if token.mention is None]
    doing = any(word in frame.words.closing or word in verbs or word.endswith("ed") for word in said)
    return set() if doing or len(said) < len(tokens) - int(bool(opens)) else set(range(first, at))


def _owners_kind(frame: Frame, first: int, head: int) -> set[int]:
    """The words that say what somebody is of whom a figure is: "revenue at the | software maker | Lintra"."""
    tokens, words, found = frame.sentence.tokens, frame.words, set[int]()
    for at, _ in frame.sentence.names[bisect_right(frame.sentence.names, first, key=lambda name: name[0]) :]:
        if at >= head or tokens[at - 1].text not in words.firms:
            continue
        start = at
        while start > first and at - start < MOST_DESCRIBING and tokens[start - 1].mention is None:
            if tokens[start - 1].text in words.prepositions or tokens[start - 1].text in words.determiners:
                found.update(range(start, at))
                break
            start -= 1
    return found


def without_apposition(frame: Frame, first: int, head: int) -> list[str]:
    """The words of a clause without those that only say who somebody is: ", an airline based in Harrow Bay,"."""
    tokens, out, inside = frame.sentence.tokens, list[str](), False
    known = doer.subject(frame, first, head)
    described = descriptors(frame, first, head) | (set(known[1]) if known is not None else set())
    described |= _owners_kind(frame, first, head)
    for i in range(first, head):
        if tokens[i].text == ",":
            aside = i + 2 < head and f"{tokens[i + 1].text} {tokens[i + 2].text}" in frame.words.asides
            inside = not inside and i + 1 < head and (tokens[i + 1].text in frame.words.apposing or aside)
        elif not inside and i not in described:
            out += [token.text for token in frame.sentence.words(i, i + 1)]
    # An apposition that nothing closed was none.
    return [token.text for token in frame.sentence.words(first, head)] if inside else out


def respective(frame: Frame, first: int, head: int, index: int) -> tuple[list[str], list[str]] | None:
    """The words of a figure in "in-store and online sales were 1.04 and 0.55 billion respectively"."""
    if not frame.words.spaced:
        return topic.respective(frame, first, head, index)
    if not between(frame.layout.respectively, head + 1, head + WINDOW):
        return None
    tokens, listed = frame.sentence.tokens, [head]
    for i in range(head + 1, min(head + WINDOW, len(tokens))):
        if tokens[i].text in frame.words.respectively:
            break
        if frame.is_level(i) and i not in frame.taken:
            listed.append(i)
        elif tokens[i].text in frame.words.boundary:
            return None
    else:
        return None
    before = [token.text for token in frame.sentence.words(first, head)]
    names = [[]] if before else list[list[str]]()
    for word in before:
        if word in frame.words.joints:
            names.append([])
        else:
            names[-1].append(word)
    names = [words for words in names if words]
    if index not in listed or len(names) != len(listed):
        return None
    own = names[listed.index(index)]
    return ([], own) if own is names[-1] else (names[-1], own)


def before(frame: Frame, first: int, head: int) -> tuple[list[str], list[str]]:
    """The words before a figure: those that it shares with the figures before it in the clause, and its own."""
    tokens = frame.sentence.tokens
    levels = [i for i in between(frame.layout.levels, first, head) if i not in frame.taken]
    if not frame.words.spaced:
        start = phrase.past(frame.sentence, levels[-1] + 1, head, frame.words) if levels else first
        if opened := bisect_right(frame.openings, head):  # 其中: what follows is a part
            start = max(start, frame.openings[opened - 1] + 1)
        start = dealt.past(frame.sentence, start, head)
        own = phrase.before(frame.sentence, start, head, frame.words)
        if not levels or (own and not frame.texts(levels[-1] + 1, head) & frame.words.opening):
            return [], own
        return phrase.before(frame.sentence, first, levels[0], frame.words), own
    if not levels:
        return [], without_apposition(frame, first, head)
    joints = [i for i in range(levels[-1] + 1, head) if tokens[i].text in frame.words.joints]
    start = joints[-1] + 1 if joints else levels[-1] + 1
    if (known := doer.subject(frame, first, head)) is not None:
        start = max(start, known[1].stop) if known[1].start >= start else start
    if (opening := doer.subject(frame, first, levels[0])) is not None:
        first = opening[1].stop
    shared = [token.text for token in frame.sentence.words(first, levels[0])]
    return shared, [token.text for token in frame.sentence.words(start, head)]


def behind(frame: Frame, index: int, quantity: Quantity) -> list[str]:
    """The noun of a quantity and the words behind it, up to the next figure, comma or end of the clause."""
    noun = ""
    if quantity.unit_word is not None:
        noun = frame.sentence.document.text[quantity.unit_word[0] : quantity.unit_word[1]]
    out = noun.lower().split()
    if not frame.words.spaced:
        return [*out, *phrase.behind(frame.sentence, index, 2 * subject.LONGEST_FORM, frame.words)]
    for token in frame.sentence.tokens[index + 1 : index + 1 + 2 * subject.LONGEST_FORM]:
        if (amount := _amount(frame, token)) is not None:
            out.append(amount)
            continue
        if token.mention is not None or token.text == "," or token.text in frame.words.boundary:
            break
        out.append(token.text)
    return out


def bare(frame: Frame, own: list[str]) -> bool:
    """Do words say nothing of what moved: "to 1.86 million, yet stayed 35% below", "an organic increase of 9%"?"""
    words = frame.words
    said = union(words.carrying, words.contrasting)
    if words.spaced:
        own = [word for word in own if word not in words.manners and word not in words.determiners]
        own = [word for word in own if not word.endswith("ly") or word in words.nouns_in_ly]
    return {*own} <= said


def included(frame: Frame, first: int, head: int, own: list[str], after: list[str]) -> list[str]:
    """The words of what a whole includes or not, without those of the whole: "net includes gains of 3 million"."""
    tokens, words = frame.sentence.tokens, frame.words
    if words.including.isdisjoint(own):
        return own
    verb = next((i for i in range(head - 1, first - 1, -1) if tokens[i].text in words.including), head)
    named = [_amount(frame, token) or token.text for token in tokens[verb + 1 : head]]
    named = [word for word in named if word[0].isalnum()]
    if not all(subject.says_nothing(word, words) for word in named):
        return named
    noun = next((i for i, word in enumerate(after[:BEHIND]) if word in words.amounts), None)
    return own if noun is None else [word for word in after[: noun + 1] if word not in forms(frame.sentence.lang)]


def _amount(frame: Frame, token: Token) -> str | None:
    """A noun of what was paid, won or lost, though it may be for a move as well: "a gain of 3 million"."""
    if token.mention is None or not isinstance(token.mention.value, Cue):
        return None
    said = frame.printed(token.mention).lower()
    return said if said in frame.words.amounts else None
