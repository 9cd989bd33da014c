"""A sentence comes in; out goes whom its figures are of where no reader of names knew: the port, mine, town or film
that it opens with, behind a time or behind who only tells it.

"1月，旭川港 | 完成货物吞吐量1280万吨", "《归潮》 | 以5.81亿元夺冠".
"""

from __future__ import annotations

from collections.abc import Iterator

from crossfoot.facts.sentence import Sentence, Token
from crossfoot.lexicon import ending
from crossfoot.lexicon.frame import FrameWords
from crossfoot.lexicon.openers import Openers, openers
from crossfoot.model import Timex

LEAST, LONGEST = 2, 14  # characters of a subject
FAR = 24  # tokens behind the start of a sentence in which it may begin
_QUOTES = {"《": "》", "“": "”", "「": "」"}
_STOPS = frozenset("，,。；;：:")
_MARKS = _STOPS | frozenset("-•·*【】|丨.、①②③④⑤⑥⑦⑧⑨")  # before what a line opens with


def subject(sentence: Sentence, words: FrameWords) -> tuple[int, str] | None:
    """The token behind such a subject, and how it is written; None where a sentence opens with anything else."""
    rows = openers(sentence.lang)
    if rows is None or not sentence.tokens:
        return None
    for first in _starts(sentence, rows):
        if (found := _quoted(sentence, first) or _headed(sentence, first, rows, words)) is not None:
            return found
    return None


def _starts(sentence: Sentence, rows: Openers) -> Iterator[int]:
    """Where a subject may begin: behind the time that a sentence opens with, and behind "据某某统计，"."""
    tokens, at = sentence.tokens, 0
    while at < len(tokens) and (_time(tokens[at]) or tokens[at].text in rows.before_times or tokens[at].text in _MARKS):
        at += 1
    if at < len(tokens):
        yield at
    mark = next((i for i in range(at, min(at + FAR, len(tokens))) if tokens[i].text in _STOPS), None)
    if mark is not None and not any(token.mention is not None and not _name(token) for token in tokens[at:mark]):
        at = mark + 1
        while at < len(tokens) and _time(tokens[at]):
            at += 1
        if at < len(tokens):
            yield at


def _quoted(sentence: Sentence, first: int) -> tuple[int, str] | None:
    tokens, text = sentence.tokens, sentence.document.text
    close = _QUOTES.get(tokens[first].text)
    if close is None:
        return None
    last = next((i for i in range(first + 1, min(first + LONGEST, len(tokens))) if tokens[i].text == close), None)
    if last is None or last == first + 1 or any(tokens[i].mention is not None for i in range(first, last)):
        return None
    return last + 1, text[tokens[first + 1].start : tokens[last].start]


def _headed(sentence: Sentence, first: int, rows: Openers, words: FrameWords) -> tuple[int, str] | None:
    """The shortest run from a token that ends as subjects do, where a word or a figure of theirs follows on it."""
    tokens, text, found = sentence.tokens, sentence.document.text, None
    for last in range(first, min(first + LONGEST, len(tokens))):
        token = tokens[last]
        if token.mention is not None or not token.text[0].isalnum() or token.text in words.cuts:
            break
        said = text[tokens[first].start : token.end]
        if len(said) > LONGEST or any(word in said for word in rows.within):
            break
        longer = text.startswith(rows.after, token.end)
        if len(said) > LEAST and ending(said, rows.heads) and not ending(said, rows.unlike) and not longer:
            found = last + 1, said  # "产业园 | 区": the longest of those that go on
            if said.endswith(words.divisions):
                break  # "黎川省 | 省会"
        elif found is not None and last > found[0] + 1:
            break
    if found is None or found[1].startswith(rows.not_first):
        return None
    return found


def _time(token: Token) -> bool:
    return token.mention is not None and isinstance(token.mention.value, Timex)


def _name(token: Token) -> bool:
    return token.mention is not None and token.mention.kind == "name"


def partly(who: str, lang: str) -> bool:
    """May what a sentence opens with be a part of a firm that has been named: its plant, its project?"""
    rows = openers(lang)
    return rows is not None and who.endswith(rows.parts)
