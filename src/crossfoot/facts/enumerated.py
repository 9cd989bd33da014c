"""Things counted and then named, where spaces part words: "three ports (Aske, Brill and Corran)".

A sentence and its mentions come in, listings go out. Only a list that is closed, and of which every item is one thing,
counts: what is "including" or "among them" leaves others out, and "two in Spain" is more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossfoot.facts.tally import bulleted, listed, things
from crossfoot.late import late
from crossfoot.lexicon import either
from crossfoot.lexicon.counting import counting
from crossfoot.model import Block, Document, Fact, Mention, Quantity, Span

LEAST, MOST = 2, 12
LONGEST = 220  # characters of a list
BESIDE = 24  # characters between "two of its" and the number of all
MOST_WORDS = 6  # of an item; of a thing that has no name, half as many
_ROWS = counting("en")
_NUMBERS = f"{either(_ROWS.small)}|{either(_ROWS.vague)}"
_SKIPS = late(rf"\b(?:{either(_ROWS.open)}|{_NUMBERS})\b|\d|[;:()%$€£]", re.IGNORECASE)
_COUNTED = late(rf"\b(?:{_NUMBERS})\b")
_JOINT = late(r", and |, | and ")
_ROUND = late(r"(?: [A-Za-z][\w'-]{1,20}){0,4} \(([^()]{5,200})\)")
_WHEN = rf"(?:{either(_ROWS.months)})|[A-Z][a-z]{{2,6}}days?|(?:19|20)\d\d(?:[-–]\d\d)?"
_COLON = late(r"(?: [a-z][\w'-]{0,20}){0,8}(?::|, namely) ([^:;.()]{5,200})[.]?$")
_WORDS = rf"(?: (?:[a-z][\w'-]{{1,20}}|{_WHEN})){{0,9}}"
_COMMA = late(rf"{_WORDS}, ((?:in |at |of )?(?:the (?:[a-z]{{2,14}} )?)?[A-Z][^:;()]{{4,200}}?)\.?$")
_NAMES = late(  # without a time between, rows of listing.toml fit
    rf"(?=[^:]*(?:{_WHEN})){_WORDS}: ([A-Z][^:;.()]{{4,200}})\.?$"
)
_PLACES = late(
    rf", (?:{either(_ROWS.places)}) ([A-Z][^:;,.()]{{2,60}} and [A-Z][^:;,.()]{{2,60}})"
    rf"(?:\.?$|(?=, (?:{either(_ROWS.verbs)}) ))"
)
_ARE = late(rf"(?: [a-z][\w'-]{{1,20}}){{0,4}} (?:{either((*_ROWS.are, *_ROWS.consist))}) ([A-Z][^:;()]{{4,200}}?)\.?$")
_PEOPLES = late(r"\w+(?:ish|ese|ch|an|ans)\b")  # "all five are French and German" names none of them
_ONES = late(rf"(?: [a-z][\w'-]{{1,20}}){{0,6}}: (one (?:{either(_ROWS.of_one)}) [^:;.()]{{5,200}})[.]?$")
_NAME = r"[A-Z][\w'’&.-]{0,20}(?: (?:(?:of|de|la|du) )?[A-Z][\w'’&.-]{0,20}){0,3}(?: \([^()]{1,30}\))?"
_BEFORE = late(
    rf"(?:[Tt]he )?({_NAME}(?:, {_NAME}){{1,10}},? and {_NAME})"
    rf"(?:,|,? (?:{either(_ROWS.verbs)})(?: (?:{either(_ROWS.standing)}))?)"
    rf" (?:(?:{either(_ROWS.all)}) )?(?=(?:{either(_ROWS.small)}|\d{{1,2}})\b)"
)
_OPENS = late(rf"(?:{either(_ROWS.openers)})\b|\w+ly\b|\w+day\b")
_SOME_OF = late(
    rf"\b({either(_ROWS.small)}|[2-9]|1[0-2]) of (?:(?:{either(_ROWS.all)})|the [a-z-]{{2,14}}['’]s?) $", re.IGNORECASE
)
_BOTH = late(
    rf"(?: [a-z][\w'-]{{1,20}}){{0,3}}(?P<mark>,| [-–—]) (?P<names>{_NAME}(?:, {_NAME}){{0,8}},? and {_NAME})"
    rf"(?=(?P=mark) (?!{either(_ROWS.open)}|and |or |as )[a-z])"
)
_AGED = late(r"\b\d{1,3}(?=-year-old\b)")
_DAY = rf"(?:{either(_ROWS.months)}|{either(_ROWS.weekdays)})"
_TIME = late(rf"\b{_DAY}\b")
_TIMES = late(
    rf"(?: [a-z]{{1,12}}){{0,5}}(?::|,| [-–—]| \() ((?:{_DAY}, ){{1,10}}?{_DAY},? and {_DAY}\b|{_DAY} and {_DAY}\b)"
)
_PLURAL = late(rf" (?:[a-z-]{{2,14}} ){{0,2}}(?!(?:{either(_ROWS.units)})\b)[a-z]{{2,20}}s\b")
_THEY = late(
    rf"[^.;:()\d]{{0,60}}\. (?:{either(_ROWS.they)}) (?:{either(_ROWS.are)}) ([A-Z][^:;()\n]{{4,200}}?)\.(?=\s|$)"
)
_AUX = either(_ROWS.auxiliaries)
_ALL_OF = late(
    rf"(?:The|These|All the|All) (?P<n>{either(_ROWS.small)})(?: new)? [a-z]{{3,20}}s (?:{_AUX})\b"
    rf"|All (?P<m>{either(_ROWS.small)}) [a-z]"
)
_OTHERS = late(rf"\b(?:{either(_ROWS.open)}|{either(_ROWS.small)})\b|\d")  # who else there may be
_STOPS = late(r"[.!?] ")
_SUBJECTS = late(
    rf"(?:The [a-z' -]{{3,40}} (?:{either(_ROWS.are)}) )?(?P<names>{_NAME}(?:, {_NAME}){{0,8}},? and {_NAME})"
    r"(?P<rest>[ .,][^.]{0,160}\.|\.)"
)
_CAPITAL = late(r"(?<=[a-z,;:] )[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*)*")
_PHRASE = late(r"(?:an?|the|its|their|his|her|our) |[A-Z]")
_INSIDE = late(rf"({_NAME}(?:, {_NAME}){{1,10}},? and {_NAME}), (?=(?:{either(_ROWS.small)}) [a-z])")
_CONSIST = late(rf" (?:{either(_ROWS.consist)})\b")
_VERB = late(rf"\b(?:{either(_ROWS.verbs)})\b")


def state(document: Document, block: Block, mentions: Sequence[Mention]) -> Iterator[Fact]:
    """The listings of one sentence."""
    start, end = block.span.start, block.span.end
    yield from _again(document, block)
    before = _before(document.text, start, end)
    for mention in mentions:
        value, at = mention.value, mention.span
        if not isinstance(value, Quantity) or value.kind not in ("count", "number", "duration"):
            continue
        if value.ranged or value.approx:
            continue
        if value.low.denominator != 1 or not LEAST <= value.low <= MOST:
            continue
        if before and at.start == before[-1]:
            yield listed("enumerated", at, value, [Span(document.id, *name) for name in before[0]])
            before = None
        if value.kind == "duration":
            yield from _times(document, mention, value, end)
        if value.kind != "count" and not (
            _CONSIST.match(document.text, at.end) or _PLURAL.match(document.text, at.end)
        ):
            continue
        some = _SOME_OF.search(document.text, max(start, at.start - BESIDE), at.start)
        if some is not None:  # "two of its five foundries, in Telby and Ashmere" are two that are named
            at = Span(document.id, *some.span(1))
            value = things(_ROWS.small.get(some[1].lower()) or int(some[1]), at)
        names = [Span(document.id, *name) for name in _named(document.text, mention.span.end, end)]
        names = names or _further(document, mention.span.end, end, some is not None)
        names = names or ([] if some is not None else bulleted(document, block, mention))
        if names:
            yield listed("enumerated", at, value, names)


def _again(document: Document, block: Block) -> Iterator[Fact]:
    """All who were named in the sentence before: "Arden, Bexley and Corin won. The three firms will start in May".

    Only where that names nobody else, and nobody has been named before it.
    """
    text, start = document.text, block.span.start
    found = _ALL_OF.match(text, start, block.span.end)
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    if found is None or not before.endswith("."):
        return
    first = max((m.end() for m in _STOPS.finditer(before[:-1])), default=0)
    said = _SUBJECTS.fullmatch(before, first)
    if said is None or _CAPITAL.search(said["rest"]) or _OTHERS.search(said["rest"]):
        return
    at = start - len(text[text.rfind("\n", 0, start) + 1 : start])
    names = _items(text, at + said.start("names"), at + said.end("names"), proper=True)
    known = {text[slice(*name)] for name in names}
    if any(name not in known for name in _CAPITAL.findall(before[:first])):
        return
    number = found["n"] or found["m"]
    value = _ROWS.small[number.lower()]
    if len(names) > 1 and abs(value - len(names)) <= 1:
        place = Span(document.id, *found.span("n" if found["n"] else "m"))
        yield listed("enumerated.again", place, things(value, place), [Span(document.id, *name) for name in names])


def _times(document: Document, mention: Mention, value: Quantity, end: int) -> Iterator[Fact]:
    """So many days or months, and then each of them: "on four days a week: Monday, Tuesday, ..."."""
    found = _TIMES.match(document.text, mention.span.end, min(end, mention.span.end + LONGEST))
    if found is not None:
        names = [Span(document.id, *each.span()) for each in _TIME.finditer(document.text, *found.span(1))]
        yield listed("enumerated", mention.span, things(value.low, mention.span), names)


def _before(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int] | None:
    """The names with which a sentence begins, and where their number stands behind: "A, B and C, three of the five"."""
    found = _BEFORE.match(text, start, min(end, start + LONGEST))
    if found is None or _OPENS.match(text, start):
        found = next((m for m in _INSIDE.finditer(text, start, end) if not _OPENS.match(text, m.start())), None)
    if found is None:
        return None
    names = _items(re.sub(r"\([^()]*\)", lambda m: "x" * len(m[0]), text[: found.end(1)]), *found.span(1), proper=True)
    return (names, found.end()) if len(names) > LEAST else None


def _named(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the items of the list behind a number stand; none where it is no list of so many."""
    stop = min(end, start + LONGEST)
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    found = _ROUND.match(text, start, stop)
    if found is not None:
        return _items(text, *found.span(1), proper=False)
    if stop < end and text[stop:end].strip():
        return []  # the list goes on
    ones = _ONES.match(text, start, stop)
    if ones is not None:
        return _ones(text, *ones.span(1))
    are = _ARE.match(text, start, stop)
    if are is not None:
        items = [] if _COUNTED.search(text, start, are.start(1)) else _items(text, *are.span(1), proper=True)
        return [] if any(_PEOPLES.fullmatch(text, *item) for item in items) else items
    for pattern, proper in ((_COLON, False), (_PLACES, True), (_COMMA, True), (_NAMES, True)):
        found = pattern.match(text, start, stop)
        if found is not None and _COUNTED.search(text, start, found.start(1)):
            return []  # "three sites for two reasons: ..."
        if found is not None and (proper or text[found.start(1)].islower() or _mixed(text, *found.span(1))):
            return _items(text, *found.span(1), proper)
    return []


def _further(document: Document, start: int, end: int, some: bool) -> list[Span]:
    """The names that stand between commas behind "two of its four plants", or in a sentence of their own behind all."""
    text = document.text
    beside = _BOTH.match(text, start, end)
    if beside is not None and (some or beside["mark"] == ","):  # rows of listing.toml fit those between dashes
        if _COUNTED.search(text, start, beside.start("names")):
            return []
        items = _items(text, *beside.span("names"), proper=True)
        if some or len(items) == LEAST:  # of three or more rows of listing.toml know
            return [Span(document.id, *name) for name in items]
    found = _THEY.match(text, start, start + LONGEST + BESIDE) if not some else None
    if found is None or _COUNTED.search(text, start, found.start(1)):
        return []
    return [Span(document.id, *name) for name in _items(text, *found.span(1), proper=True)]


def _items(text: str, start: int, end: int, proper: bool) -> list[tuple[int, int]]:
    """The items between commas and the last "and"; none where any of them is more or less than one thing."""
    if _AGED.search(text, start, end):  # "a 34-year-old man and a 51-year-old woman"
        text = _AGED.sub(lambda m: "x" * len(m[0]), text[:end]) + text[end:]
    if _SKIPS.search(text, start, end) or " and " not in text[start:end] or _VERB.search(text, start, end):
        return []
    joints = list(_JOINT.finditer(text, start, end))
    if sum(" and " in j[0] for j in joints) > 1 or " and " not in joints[-1][0]:
        return []
    spans = list(zip([start, *(j.end() for j in joints)], [*(j.start() for j in joints), end], strict=True))
    phrases = all(_PHRASE.match(text, first) for first, _ in spans)  # each begins as something that is named does
    most = MOST_WORDS if proper or phrases or text[start].isupper() else MOST_WORDS // 2
    for first, last in spans:
        words = text[first:last].split()
        if not words or len(words) > most or (proper and not any(w[0].isupper() for w in words)):
            return []
    return spans


def _mixed(text: str, start: int, end: int) -> bool:
    """Are some of a list things, and not all of them names, which have rows of their own?"""
    items = _items(text, start, end, proper=False)
    return any(text[first].islower() for first, _ in items)


def _ones(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of a list in which each is "one" of something."""
    joints = list(_JOINT.finditer(text, start, end))
    spans = list(zip([start, *(j.end() for j in joints)], [*(j.start() for j in joints), end], strict=True))
    return spans if len(spans) > 1 and all(text.startswith("one ", first) for first, _ in spans) else []
