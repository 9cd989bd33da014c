"""Shares of a company that somebody holds: what a stake is so much of, where nobody prints the whole beside it.

"庞某共持有公司股份1,587万股，占公司总股本的19.61%；累计质押850万股，占其所持股份的53.56%": the shares in issue are one
whole for all who hold some, and what is pledged is so much of what the holder was last said to hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from crossfoot.facts.sentence import Match, Sentence
from crossfoot.late import late
from crossfoot.lexicon.frame import FrameWords, frame_words
from crossfoot.model import Document, Fact, Figure, Grouping, Measurement, Mention, Name, Share, Timex

if TYPE_CHECKING:
    from crossfoot.facts.frame import Frame

BEFORE = 60  # characters before a figure in which it is said who holds it
BEHIND = 80  # characters behind a name in which it is said that it gives notice
MOST_HELD = 8  # holdings that are remembered of an item
ORIGIN = 8  # characters behind 转增 in which it is told that shares were got so: "以转增股本方式取得的股份"
SPOKEN = 600  # characters within which a holder must have been named
LEAST_NAME = 2  # characters of a holder that is looked for in the text
_MARKS = "，。；：、,;:（）()【】●"
_NUMBERS = late(r"[\d,.]{1,30}[%％万亿]{0,2}")
_BRACKETS = late(r"[（(][^（()）]{0,30}[)）]")
_CLOSES = frozenset("，。；：、,;:（）()")


class Held(msgspec.Struct, frozen=True):
    """So many shares, who holds them, and where that is said."""

    figure: Figure
    holder: str
    at: int
    lang: str = ""


def take(frame: Frame, index: int, figure: Figure) -> None:
    """A level has been said: is it all that somebody holds of a company?"""
    words, mention = frame.words, frame.sentence.tokens[index].mention
    if not words.held or figure.unit != "share" or mention is None or not _closed(frame.sentence, index, words):
        return
    text = frame.sentence.document.text[
        max(mention.span.start - BEFORE, frame.sentence.span.start) : mention.span.start
    ]
    clause = _last_clause("".join(text.split()))
    at, held = _held(clause, words)
    holder = _since(clause[:at], words)
    if at < 0 or _without(clause[at + len(held) :], words.of_held) or any(w in holder for w in words.not_held):
        return
    while (kept := _trimmed(holder, words)) != holder:
        holder = kept
    parts = _together(frame, holder)
    if parts and figure not in parts:
        frame.jointly.append((index, figure, parts))
    frame.carried.held.append(Held(figure, holder, mention.span.start, frame.sentence.lang))


def _together(frame: Frame, holder: str) -> tuple[Figure, ...]:
    """What each of those holds who are named as one holder: "庞某和澜江纺织合计持有"."""
    last = {h.holder: h for h in frame.carried.held if len(h.holder) >= LEAST_NAME and h.holder in holder}
    named = [h for h in last.values() if h.holder != holder]
    rest = holder
    for one in sorted(named, key=lambda h: -len(h.holder)):
        rest = rest.replace(one.holder, "", 1)
    figures = tuple(dict.fromkeys(h.figure for h in named))
    whole = len(figures) == len(named) > 1 and not _without(rest, frame.words.by_held + frame.words.and_held)
    return figures if whole else ()


def closed(frame: Frame) -> Iterator[Fact]:
    """What ends with a sentence: what several hold together is the sum of what each holds."""
    frame.carried.changes += _changes(
        frame.sentence.document.text[frame.sentence.span.start : frame.sentence.span.end], frame.words
    )
    for index, figure, parts in frame.jointly:
        span = frame.sentence.span_of(index, index + 1)
        yield Grouping(spans=(span,), rule="held.jointly", whole=figure, parts=parts, complete=True)


def whole(match: Match, frame: Frame, part: Figure) -> tuple[Figure, ...]:
    """What a stake is of, by the words between 占 and its percentage: a holding, or the shares in issue."""
    index = match.roles["ratio"][0]
    if (said := _words(match, index)) is None:
        return ()
    at, text = said
    if match.row.sense == "held":
        place, held = _held(text, frame.words)
        who = _without(text[:place], frame.words.by_held)
        if place < 0 or _without(text[place + len(held) :], frame.words.of_held):
            return ()
        return tuple(h.figure for h in _of(frame, who, at) if h.figure != part)
    named = match.mention("who")
    if named is None and text.startswith(frame.words.its):
        return ()  # nobody can tell whose shares are in issue
    owner = _issuer(frame, named)
    known = frame.referred(part, *match.roles["what"])
    if known in frame.carried.levels:
        return (known,)
    words = match.meaning("what") or match.words("what") or ""  # 股份总数 and 总股本 are one
    return (Figure(owner, f"other:{words}", (), None, "", f"issued {_year(frame, index)} {_epoch(frame, at)}".strip()),)


def settled(facts: list[Fact], held: Sequence[Held], document: Document) -> list[Fact]:
    """The stakes of an item once all of it is read: what somebody holds is often told behind what he has pledged of it.

    "股东庞某将其质押的753万股办理了解除质押手续。上述股份占其所持股份的8.11%。截至今日，庞某持有公司股份9,290万股。"
    """
    if not held:
        return facts
    words = frame_words(held[-1].lang)
    shares = [f for f in facts if isinstance(f, Measurement) and f.figure.unit == "share"]
    known = {h.figure: h for h in held}
    found = list[Fact]()
    for fact in facts:
        if isinstance(fact, Share) and fact.rule.endswith((".of.held", ".of.issued")):
            said = document.text[_sentence(document.text, fact.spans[0].start, 2) : fact.spans[0].end]
            if not any(word in said for word in words.dealt):
                fact = _settled(fact, shares, known, document.text, words)
        found.append(fact)
    return found


def _settled(
    share: Share, shares: Sequence[Measurement], held: dict[Figure, Held], text: str, words: FrameWords
) -> Share:
    open_ = share.wholes[0].metric == "other:held" and len(share.wholes) == 1
    whole = _only(share, held, text, words) if open_ else None
    part = share.part if share.part.unit else _pledged(share, shares, held, text)
    if part is None or part == whole or (open_ and whole is None):
        return share
    if whole is not None:
        return msgspec.structs.replace(share, part=part, wholes=(whole,), named=True)
    return msgspec.structs.replace(share, part=part)


def _only(share: Share, held: dict[Figure, Held], text: str, words: FrameWords) -> Figure | None:
    """What the holder of a part holds, if the text says so of him once."""
    at = share.printed[0].span.start
    said = text[text.rfind("占", max(at - BEFORE, 0), at) + 1 : at]
    if _without("".join(said.split()), words.held + words.of_held + words.by_held):
        return None  # "其一致行动人所持": of somebody else
    own = [f for f in held if f.entity == share.part.entity and f.entity is not None]
    if len(own) != 1 or share.part in own:
        return None
    (figure,) = own
    if _another(text[_sentence(text, at, 1) : at], held[figure].holder, words):
        return None
    first, last = sorted((at, held[figure].at))
    jointly = any(word in text[max(first - BEFORE, 0) : last] for word in words.held_jointly)
    return None if jointly else figure


def _pledged(share: Share, shares: Sequence[Measurement], held: dict[Figure, Held], text: str) -> Figure | None:
    """What "the shares above" are: the only number of shares in what was said right before that nobody holds."""
    at = share.spans[0].start
    first = _sentence(text, at, 2)
    near = {m.figure for m in shares if first <= m.spans[0].start < at}
    return next(iter(near)) if len(near) == 1 and near.isdisjoint(held) else None


def _sentence(text: str, at: int, back: int) -> int:
    """Where the sentence of a place begins, or the one before it."""
    for _ in range(back):
        at = max(text.rfind(mark, max(at - SPOKEN, 0), max(at - 1, 0)) for mark in "。\n") + 1
    return at


def worded(match: Match, frame: Frame) -> str | None:
    """How a whole is called: 所持公司股份, 总股本."""
    if "what" in match.roles:
        return match.words("what")
    said = _words(match, match.roles["ratio"][0])
    place, _ = _held(said[1], frame.words) if said is not None else (-1, "")
    return None if said is None or place < 0 else _bare(said[1][place:], frame.words)


def _bare(said: str, words: FrameWords) -> str:
    for end in words.of_ratio:
        if said.endswith(end):
            return said.removesuffix(end)
    return said


def _words(match: Match, index: int) -> tuple[int, str] | None:
    """Where 占 ends, and what stands between it and the percentage."""
    tokens = match.sentence.tokens
    at = next((i for i in range(index - 1, match.start - 1, -1) if tokens[i].text == "占"), None)
    if at is None:
        return None
    text = match.sentence.document.text[tokens[at].end : tokens[index].start]
    return tokens[at].start, "".join(text.split())


def _of(frame: Frame, who: str, at: int) -> list[Held]:
    """The holding of the one who is spoken of: who was named last, or has been said last to hold something."""
    held = list(frame.carried.held)
    if who:
        held = [h for h in held if h.holder.endswith(who) or who.endswith(h.holder or who + "?")]
    if not held:
        return []
    text, since = frame.sentence.document.text, max(at - SPOKEN, 0)

    def spoken(one: Held) -> int:
        named = text.rfind(one.holder, since, at) if len(one.holder) >= LEAST_NAME else -1
        return max(named, one.at)

    last = max(held, key=spoken)
    if any(word in text[last.at : at] for word in frame.words.held_jointly):
        return []  # of several together, and how many they hold was not read
    if not who and _another(text[frame.sentence.span.start : at], last.holder, frame.words):
        return []
    same = [h for h in held if h.holder == last.holder]
    return list({h.figure: h for h in reversed(same)}.values())


def _another(said: str, holder: str, words: FrameWords) -> bool:
    """Does the clause of a part name somebody else: "庞某持有2,000万股。柯某质押300万股，占其所持股份的60%"?"""
    clauses = [c for c in re.split("[，。；：,;:()（）]", _NUMBERS.sub("", said)) if c and not c.startswith("占")]
    left = _without(_since("".join(clauses[-1:]), words), words.held)
    left = _without(left, words.pledging + words.of_held)
    left = _without(left, words.by_held)
    return len(left) >= LEAST_NAME and left not in holder and not (holder and holder in left)


def heard(sentence: Sentence, words: FrameWords, before: str | None) -> str | None:
    """Whose notice a sentence tells of: "丰禾股份（600001）公告称", "丰禾股份：". Its shares are those in issue."""
    text = sentence.document.text
    for at, name in sentence.names:
        if text[: name.span.start].endswith(words.placed):
            continue  # "在某某资讯网披露的公告" is no notice of the site
        behind = _BRACKETS.sub("", text[name.span.end : name.span.end + BEHIND])
        opens = at == 0 and behind.startswith(("：", ":"))
        if (opens or behind.startswith(words.issuing)) and isinstance(name.value, Name):
            before = name.value.entity
    return before


def _issuer(frame: Frame, named: Mention | None) -> str | None:
    if named is not None and isinstance(named.value, Name) and named.rule != "anaphor":
        return named.value.entity
    return frame.carried.issuer


def _year(frame: Frame, index: int) -> str:
    """The year of a sentence that looks back: by then there may have been fewer shares."""
    tokens, published = frame.sentence.tokens, frame.sentence.document.published
    for i in range(index - 1, -1, -1):
        mention = tokens[i].mention
        if mention is None or not isinstance(mention.value, Timex) or mention.value.period is None or frame.depths[i]:
            continue
        start = mention.value.period.start
        if start is None or (i and tokens[i - 1].text in frame.words.as_of):
            return ""
        now = published.year if published is not None else frame.carried.year
        frame.carried.year = max(frame.carried.year, start.year)
        return str(start.year) if start.year < now else ""
    return ""


def _epoch(frame: Frame, at: int) -> str:
    """How often the number of shares in issue has been said to change."""
    span, text = frame.sentence.span, frame.sentence.document.text
    before = _changes(text[span.start : at], frame.words)
    return str(frame.carried.changes + before or "")


def _changes(text: str, words: FrameWords) -> int:
    found = (m.end() for word in words.recapitalising for m in re.finditer(word, text))
    return sum(not any(word in text[end : end + ORIGIN] for word in words.origins) for end in found)


def _held(text: str, words: FrameWords) -> tuple[int, str]:
    """The word for holding that stands last, and where."""
    found = [(m.start(), m[0]) for m in re.finditer("|".join(words.held), text)]
    return found[-1] if found else (-1, "")


def _last_clause(text: str) -> str:
    return text[max(text.rfind(mark) for mark in _MARKS) + 1 :]


def _since(holder: str, words: FrameWords) -> str:
    """Who holds, without a heading or a time that runs on into the clause: "质押情况 | 庞某"."""
    return holder[max((holder.rfind(word) + len(word) for word in words.before_held if word in holder), default=0) :]


def _closed(sentence: Sentence, index: int, words: FrameWords) -> bool:
    """Does nothing but a mark stand behind a figure, and no word of what is done with the shares?"""
    behind = sentence.tokens[index + 1 : index + 8]
    for token in behind:
        if token.text in _CLOSES:
            return True
        if _without(token.text, words.of_held):
            return False
    return not behind


def _without(text: str, small: tuple[str, ...]) -> str:
    for word in small:
        text = text.replace(word, "")
    return text


def _trimmed(holder: str, words: FrameWords) -> str:
    for word in words.by_held:
        holder = holder.removesuffix(word)
    return holder
