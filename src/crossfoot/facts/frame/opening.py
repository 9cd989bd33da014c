"""A sentence comes in; out goes whom its figures are of where no reader of names knew: the port, mine, town or film
that it opens with, behind a time or behind who only tells it.

"1月，旭川港 | 完成货物吞吐量1280万吨", "《归潮》 | 以5.81亿元夺冠". A clause behind may open with another one whose
name is no word: "头部景区 | 雾灵山 | 同期入园18.6万人次".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from crossfoot.facts.sentence import Sentence, Token
from crossfoot.lexicon import ending, opening, union
from crossfoot.lexicon.coined import after, strange
from crossfoot.lexicon.frame import FrameWords, frame_words
from crossfoot.lexicon.metrics import metric_forms
from crossfoot.lexicon.openers import Openers, openers
from crossfoot.lexicon.ordinary import all_pairs
from crossfoot.model import Cue, Quantity, Timex

LEAST, LONGEST = 2, 14  # characters of a subject
KIND = 10  # tokens before a quoted name
BRACKET = 60  # tokens behind a bracket that may still be in it
_STEMS = (2, 3)  # characters of a name before an everyday word
FAR = 24  # tokens behind the start of a sentence in which it may begin
_QUOTES = {"《": "》", "“": "”", "「": "」"}
_STOPS = frozenset("，,。；;：:")
_MARKS = _STOPS | frozenset("-—•·*【】|丨.、①②③④⑤⑥⑦⑧⑨")  # before what a line opens with


def subject(sentence: Sentence, words: FrameWords, begun: bool = False) -> tuple[int, str] | None:
    """The token behind such a subject, and how it is written; None where a sentence opens with anything else.

    Where an item has `begun` with somebody, only a name goes over to somebody else.
    """
    rows = openers(sentence.lang)
    if rows is None or not sentence.tokens:
        return None
    for first in _starts(sentence, rows):
        if (found := _quoted(sentence, first, rows) or _headed(sentence, first, rows, words)) is not None:
            return found
        if (found := _led(sentence, first, rows, proper=begun)) is not None:
            return found
    described = next((i + 1 for i, token in enumerate(sentence.tokens[:FAR]) if token.text == "的"), 0)
    return _led(sentence, described, rows, proper=True) if 0 < described < len(sentence.tokens) else None


def anew(sentence: Sentence, first: int) -> tuple[int, str] | None:
    """The same of a clause that begins at a token, where a name tells that it is about somebody else."""
    rows, tokens = openers(sentence.lang), sentence.tokens
    if rows is None:
        return None
    while first < len(tokens) and (_time(tokens[first]) or tokens[first].text in _MARKS):
        first += 1
    if first >= len(tokens) or _bracketed(sentence, first):
        return None
    start = tokens[first].start
    turned = opening(sentence.document.text[start : start + LONGEST], rows.turns)
    first = next((i for i in range(first, len(tokens)) if tokens[i].start >= start + len(turned)), first)
    found = _quoted(sentence, first, rows)
    if found is not None and not _tells(sentence, first, found[0], frame_words(sentence.lang).telling):
        return found
    return _led(sentence, first, rows, proper=True)


def _bracketed(sentence: Sentence, index: int) -> bool:
    """Does a token stand in brackets? What they list are parts: "新增57例（广东7例，天津6例）"."""
    near = [token.text for token in sentence.tokens[max(index - BRACKET, 0) : index]]
    return next((mark in "(（" for mark in reversed(near) if mark in "()（）"), False)


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


def _quoted(sentence: Sentence, first: int, rows: Openers) -> tuple[int, str] | None:
    tokens, text = sentence.tokens, sentence.document.text
    opened = next((i for i in range(first, min(first + KIND, len(tokens))) if tokens[i].text in _QUOTES), None)
    if opened is None or not _kind(sentence, first, opened, rows):
        return None
    first, close = opened, _QUOTES[tokens[opened].text]
    last = next((i for i in range(first + 1, min(first + LONGEST, len(tokens))) if tokens[i].text == close), None)
    if last is None or last == first + 1 or any(_name(tokens[i]) for i in range(first, last)):
        return None
    return last + 1, text[tokens[first + 1].start : tokens[last].start]


def _kind(sentence: Sentence, first: int, last: int, rows: Openers) -> bool:
    """Do the words before a quoted name only say what it is: "新一代客机 | “云雀300”"?"""
    tokens, words = sentence.tokens[first:last], frame_words(sentence.lang)
    if first == last:
        return True
    if len(tokens) == 1 and _name(tokens[0]):
        return True
    plain = all(token.mention is None and token.text[0].isalnum() and token.text not in words.cuts for token in tokens)
    said = sentence.document.text[tokens[0].start : tokens[-1].end]
    return plain and not any(word in said for word in rows.acting)


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


def _led(sentence: Sentence, first: int, rows: Openers, proper: bool = False) -> tuple[int, str] | None:
    """What stands before the first verb, time or name of a figure; only what is no word if it must be `proper`."""
    tokens, text, words = sentence.tokens, sentence.document.text, frame_words(sentence.lang)
    for i in range(first, min(first + LONGEST + 1, len(tokens))):
        said = text[tokens[first].start : tokens[i].start]
        if len(said) > LONGEST:
            return None
        ends = _ends(sentence, i, rows) if len(said) >= LEAST else ""
        if ends:
            if (
                ends == "other"
                or any(word in said for word in rows.acting)
                or _tells(sentence, first, i, words.telling)
            ):
                return None
            who = _known(said, rows, ends == "acts" or tokens[i].text in _STOPS)
            if who is not None and (ends != "named" or not proper):
                return i, who
            return (i, said) if not proper and ends == "acts" and _nouns(said, rows) else None
        token = tokens[i]
        if token.mention is not None or not (token.text[0].isalnum() or token.text[0] == "·"):
            return None
    return None


def likely(sentence: Sentence) -> str | None:
    """Whom a sentence most likely opens with: looser than `subject`, for figures that are nobody's."""
    rows = openers(sentence.lang)
    found = (_traded(sentence, first, rows) for first in _starts(sentence, rows)) if rows is not None else ()
    return next((one[1] for one in found if one is not None), None)


def _traded(sentence: Sentence, first: int, rows: Openers) -> tuple[int, str] | None:
    """A name that is no word with an everyday one behind it, whatever follows: "雀翎 | 服饰 | 再度裁撤门店"."""
    tokens, text, words = sentence.tokens, sentence.document.text, frame_words(sentence.lang)
    start, last = tokens[first].start, sentence.span.end
    for size in _STEMS:
        tail = text[start + size : start + size + LEAST]
        end = start + size + LEAST
        behind = text[end : min(end + LEAST, last)]
        parted = behind in all_pairs() or behind[:1] in after() or not behind[:1].isalpha()
        at = next((i for i in range(first, min(first + LONGEST, len(tokens))) if tokens[i].start == end), None)
        plain = at is not None and all(token.mention is None for token in tokens[first:at])
        if not plain or not parted or tail not in all_pairs() or not strange(text[start : start + size]):
            continue
        said = text[start:end]
        if tail.startswith(rows.acting) or said.startswith(rows.not_first) or said.endswith(rows.nobody):
            continue
        studies = said.endswith((*words.studying, *words.authorities))
        if at is not None and not studies and not _tells(sentence, first, at, words.telling_of):
            return at, said
    return None


def _ends(sentence: Sentence, index: int, rows: Openers) -> str:
    """Where a subject ends at a token, how: at what it does or when, at its figure or its name, or at anything else."""
    token, text = sentence.tokens[index], sentence.document.text
    value = getattr(token.mention, "value", None)
    if isinstance(value, Timex):
        return "acts"
    if isinstance(value, Quantity) or token.text in ",，":
        return "figure"
    if token.text in "（(":
        return "acts"
    if token.mention is not None:
        return "named" if isinstance(value, Cue) else "other"
    longer = text[token.start : token.start + 2 * LEAST]
    measure = next((form for form in _begun(sentence.lang).get(token.text[0], ()) if longer.startswith(form)), "")
    if acting := opening(longer, rows.acting):
        end = token.start + len(acting)  # "制造业 | 投资增长8.2%" tells of a noun, "某某 | 投资3亿元" of a deed
        counts = any(
            t.start == end and isinstance(getattr(t.mention, "value", None), Quantity) for t in _near(sentence, index)
        )
        return "acts" if counts or not measure else "named"
    if token.text in rows.levels:
        return "figure"
    if token.text in frame_words(sentence.lang).cuts:
        return "other"
    return "named" if measure else ""


def _near(sentence: Sentence, index: int) -> list[Token]:
    return sentence.tokens[index + 1 : index + 1 + 2 * LEAST]


def _tells(sentence: Sentence, first: int, index: int, words: tuple[str, ...]) -> bool:
    """Is it said of a subject, before any mark behind it, that it tells: "某某社 | 10月22日报价显示"?"""
    tokens, near = sentence.tokens, min(index, len(sentence.tokens) - 1)
    last = next((i for i in range(near, min(near + FAR, len(tokens))) if tokens[i].text in _STOPS), near)
    return any(word in sentence.document.text[tokens[first].start : tokens[last].end] for word in words)


@cache
def _begun(lang: str) -> dict[str, list[str]]:
    """What metrics are called, by the first character."""
    filed = dict[str, list[str]]()
    for form in union(frozenset(metric_forms(lang)), frozenset(metric_forms(lang, verbs=True))):
        if LEAST <= len(form) <= 2 * LEAST:
            filed.setdefault(form[0], []).append(form)
    return filed


def _known(said: str, rows: Openers, tailed: bool) -> str | None:
    """A name that is no word, or `tailed` opens with what is none, without what it is told to be: "景区 | 雾灵山"."""
    if "·" in said:
        return said
    kind = max((said.find(word) + len(word) for word in rows.kinds if word in said), default=0)
    name = said[kind:]
    if name.startswith(rows.not_first):
        return None
    if strange(name) or strange(name.removesuffix(ending(name, rows.heads))):
        return name
    return name if tailed and not name.endswith(rows.nobody) and any(_tailed(name, size) for size in _STEMS) else None


def _tailed(name: str, size: int) -> bool:
    """Does a name go on in one or two everyday words behind so many characters that are none?"""
    tail = name[size:]
    plain = 0 < len(tail) <= 2 * LEAST and all(tail[i : i + 2] in all_pairs() for i in range(0, len(tail), 2))
    return plain and strange(name[:size])


def _nouns(said: str, rows: Openers) -> bool:
    """May words be somebody, and no name of a figure?"""
    if len(said) <= LEAST or said.startswith(rows.not_first) or any(word in said for word in rows.within):
        return False
    return not said.endswith(rows.nobody) and not ending(said, rows.unlike)


def _time(token: Token) -> bool:
    return token.mention is not None and isinstance(token.mention.value, Timex)


def _name(token: Token) -> bool:
    return token.mention is not None and token.mention.kind == "name"


def partly(who: str, lang: str) -> bool:
    """May what a sentence opens with be a part of a firm that has been named: its plant, its project?"""
    rows = openers(lang)
    return rows is not None and who.endswith(rows.parts)
