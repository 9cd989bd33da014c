"""The runs of text of a page come in; those of its story go out, without what a site sets around it.

Four signs are read together, none of them of one site: how much of a run is links, what elements call themselves
(class, id, role), the lines by which a block of something else opens ("Related stories", 责任编辑), and which element
the prose stands in. Whatever they say, no element goes that holds the headline, a table or most of the prose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

import msgspec

from crossfoot.documents import text
from crossfoot.documents.grid import Looks
from crossfoot.documents.published import find
from crossfoot.documents.words import is_byline, is_caption
from crossfoot.late import late
from crossfoot.lexicon import Row, load


class Signs(Row, frozen=True):
    """What speaks for a place beside the story (lexicon/story.toml says what each group is)."""

    around: str
    around_within: str
    unless: str
    roles: str
    trails: tuple[str, ...]
    openers: tuple[str, ...]
    closers: tuple[str, ...]
    disclaimers: tuple[str, ...]
    controls: tuple[str, ...]
    calls: tuple[str, ...]
    invitations: tuple[str, ...]


_signs: Signs = load("story.toml", Signs)
_AROUND, _WITHIN, _UNLESS = (frozenset(_signs.around.split()), _signs.around_within.split(), _signs.unless.split())
_ROLES, _CONTROLS, _CALLS = frozenset(_signs.roles.split()), frozenset(_signs.controls), frozenset(_signs.calls)
_NAME = late(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NO_LETTER = late(r"[\W\d_]+")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_GOOD, _MOSTLY_LINKS, _REPEATED, _NEAR = 60, 0.5, 20, 8
_MAIN_SHARE, _HEADED_SHARE, _HOME_SHARE = 0.8, 0.6, 0.15
_MOST_AROUND, _MOST_OPENED, _ENOUGH, _TABLED = 0.4, 0.3, 200, 0.2
_LONGEST_NAME, _LONGEST_TITLE, _LONGEST_META, _LONGEST_LINE, _LONGEST_NOTE = 200, 200, 300, 80, 400
_COVERS = 0.4  # of what the page calls itself is its headline; a smaller part is the name of the site


class Flow(msgspec.Struct, frozen=True, gc=False):
    """A run of text without a block inside it, or a table, and the elements that it stands in."""

    tag: str
    words: str
    path: tuple[int, ...]
    links: int = 0  # letters and digits in links
    bold: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    looks: Looks = ()
    asides: tuple[str, ...] = ()  # comments for crossfoot that stand in it or before it
    calls: bool = False  # a link in it calls upon the reader

    @property
    def worth(self) -> int:
        """How many characters speak for this being what the page is about."""
        if self.rows:
            return sum(len(cell) for row in self.rows for cell in row)
        size = len(self.words) + sum(1 for c in self.words if c > "\u2e80")  # a Han character says more
        return size if size >= _GOOD and not _mostly_links(self) else 0


def is_around(name: str, role: str) -> bool:
    """Does an element call itself something beside the story?

    >>> is_around("related-stories", ""), is_around("PageShareBar", ""), is_around("shareholders has-sidebar", "")
    (True, True, False)
    """
    if role.lower() in _ROLES:
        return True
    for part in name[:_LONGEST_NAME].split():
        tokens = [token.lower() for token in _NAME.findall(part)]
        if any(token in _UNLESS for token in tokens):
            continue
        if not _AROUND.isdisjoint(tokens) or any(stretch in part.lower() for stretch in _WITHIN):
            return True
    return False


def is_call(words: str) -> bool:
    return words.strip().lower() in _CALLS


def story(flows: Sequence[Flow], around: Collection[int], titles: Iterable[str]) -> list[Flow]:
    """The flows of the story; `around` are elements that call themselves something else, `titles` names of the page."""
    flows = _headlined(flows, titles)
    flows = _once(flow for flow in flows if flow.tag == "h1" or not (_is_menu(flow) or _is_control(flow)))
    flows = _without(flows, around)
    page = _Page(flows)
    opened = [number for number, flow in enumerate(flows) if _starts(flow, _signs.openers)]
    gone: set[int] = set()
    for opener in opened:  # one inside another's reach is not followed again: a page may hold thousands
        gone.update(page.opened(opener) if opener not in gone else ())
    gone -= set(opened)
    openers = frozenset(id(flows[number]) for number in opened)
    return _trimmed(_main([flow for number, flow in enumerate(flows) if number not in gone]), openers)


class _Page:
    """Where the elements of a page begin and end, and how much of it is prose."""

    def __init__(self, flows: Sequence[Flow]) -> None:
        self.flows = flows
        self.worth = [0, *accumulate(flow.worth for flow in flows)]
        self.tables = [0, *accumulate(bool(flow.rows) for flow in flows)]
        self.headline = next((number for number, flow in enumerate(flows) if flow.tag == "h1"), -1)
        self.first: dict[int, int] = {}
        self.last: dict[int, int] = {}
        for number, flow in enumerate(flows):
            for element in flow.path:
                self.first.setdefault(element, number)
                self.last[element] = number

    def may_go(self, element: int, most: float) -> bool:
        """No headline, no table, and little of the prose, unless a story stands between it and the headline."""
        start, end = self.first[element], self.last[element] + 1
        if self.tables[end] > self.tables[start] or start <= self.headline < end:
            return False
        before = self.worth[start] - self.worth[self.headline] if 0 <= self.headline < start else 0
        return self.worth[end] - self.worth[start] <= most * self.worth[-1] or before >= _ENOUGH

    def opened(self, number: int) -> range:
        """What an opening line opens: the largest element that begins with it, and lines of links or dates after it."""
        path = self.flows[number].path
        own = [e for e in path if self.first[e] == number and self.may_go(e, _MOST_OPENED)]
        end = self.last[own[0]] + 1 if own else number + 1
        room = self.last[path[-2]] + 1 if len(path) > 1 else len(self.flows)
        while end < room and _is_listed(self.flows[end]):
            end += 1
        return range(number, end)


def _without(flows: list[Flow], around: Collection[int]) -> list[Flow]:
    """Without the elements that call themselves something else, if a story is left."""
    page = _Page(flows)
    going = frozenset(e for e in around if e in page.first and page.may_go(e, _MOST_AROUND))
    kept = [flow for flow in flows if going.isdisjoint(flow.path)]
    left = sum(flow.worth for flow in kept)
    return kept if left >= min(_ENOUGH, _MOST_OPENED * page.worth[-1]) else flows


def _headlined(flows: Sequence[Flow], titles: Iterable[str]) -> list[Flow]:
    """With the headline as the one <h1>: what the page calls itself, found among its lines."""
    named = [letters for title in titles if (letters := _letters(title[:_LONGEST_META]))]
    found = _headline(flows, named)
    kept = list(flows)
    if found >= 0:
        kept = [msgspec.structs.replace(f, tag="h2") if f.tag == "h1" else f for f in kept]
        kept[found] = msgspec.structs.replace(kept[found], tag="h1")
    return kept


def _headline(flows: Sequence[Flow], named: Sequence[str]) -> int:
    """A heading that bears the page's name, else the <h1>, else a line that bears it with the story below; or -1."""
    best, lines, most = -1, [], 0
    for number, flow in enumerate(flows):
        if flow.rows or len(flow.words) > _LONGEST_TITLE:
            continue
        letters = _letters(flow.words)
        if _bears(letters, named, flow.tag in HEADINGS):
            if flow.tag not in HEADINGS:
                lines.append(number)
            elif len(letters) > most:
                best, most = number, len(letters)
    if best >= 0:
        return best
    first = next((number for number, flow in enumerate(flows) if flow.tag == "h1"), -1)
    is_site = first >= 0 and any(_letters(flows[first].words) in name for name in named)
    if first >= 0 and not (is_site and lines):
        return first
    worth = [0, *accumulate(flow.worth for flow in flows)]
    headed = [number for number in lines if worth[-1] - worth[number + 1] >= _HEADED_SHARE * worth[-1] > 0]
    return headed[-1] if headed else first


def _bears(letters: str, named: Sequence[str], is_heading: bool) -> bool:
    least = 6 if any(c > "\u2e80" for c in letters) else 12
    if len(letters) < least:
        return False
    if any(letters in name and len(letters) >= _COVERS * len(name) for name in named):
        return True
    return is_heading and any(least <= len(n) and letters.startswith(n) and len(letters) <= 2 * len(n) for n in named)


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _main(flows: list[Flow]) -> list[Flow]:
    """The flows of the smallest element that holds nearly all prose and tables, from the headline to its last words."""
    total = sum(flow.worth for flow in flows)
    if not total:
        return flows
    worth: dict[int, int] = {}
    tables: dict[int, int] = {}
    for flow in flows:
        for element in flow.path:
            worth[element] = worth.get(element, 0) + flow.worth
            if flow.rows:
                tables[element] = tables.get(element, 0) + flow.worth
    tabled = sum(flow.worth for flow in flows if flow.rows)
    least = tabled if tabled >= _TABLED * total else 0  # where tables matter, none stays outside
    held = (e for e, own in worth.items() if own >= _MAIN_SHARE * total and tables.get(e, 0) >= least)
    deepest = max(held, default=-1)
    inside = [flow for flow in flows if deepest in flow.path or deepest < 0]
    headline = next((flow for flow in flows if flow.tag == "h1"), None)
    if headline is None:
        return inside
    if headline not in inside:
        return _signed(flows, flows.index(headline), inside)
    at = inside.index(headline)  # what stands before a headline is no part of its story, unless it is most of the page
    return inside[at:] if sum(flow.worth for flow in inside[at:]) >= _MAIN_SHARE * total else inside


def _signed(flows: list[Flow], headline: int, inside: list[Flow]) -> list[Flow]:
    """The inside of an element with the headline outside it, and the lines of date and author around."""
    start = next(number for number, flow in enumerate(flows) if flow is inside[0])
    end = start + len(inside)
    while end < len(flows) and _is_signature(flows[end]):
        end += 1
    above: list[Flow] = []
    for flow in flows[headline + 1 : start]:
        dated = find(flow.words) is not None
        if dated and any(find(before.words) for before in above):
            break  # a second date is that of another story
        above += [flow] if _is_signature(flow) else []
    return [flows[headline], *above, *flows[start:end]]


def _trimmed(flows: Sequence[Flow], openers: Collection[int]) -> list[Flow]:
    """Without what stands between a headline and the elements of the prose, or follows them."""
    homes = _homes(flows)
    homed = [number for number, flow in enumerate(flows) if flow.worth and (flow.rows or homes & set(flow.path[-2:]))]
    if not homed:
        return [flow for flow in flows if id(flow) not in openers]
    last = max(homed)
    while last + 1 < len(flows) and _goes_on(flows[last + 1], homes, openers):
        last += 1
    last = max([last, *(number for number, flow in enumerate(flows) if flow.rows)])
    head = flows[: homed[0]]
    if flows[0].tag == "h1":
        head = [flow for flow in head if _may_head(flow) or homes & set(flow.path)]
    tail: list[Flow] = []
    for flow in flows[last + 1 :]:
        if id(flow) in openers or _starts(flow, _signs.disclaimers, _LONGEST_NOTE):
            break
        if flow.worth and flow.words.rstrip('”"’)）」')[-1:] not in ".!?。！？：:;；":
            break  # the teaser of another story ends without a stop
        tail.append(flow)
        if _starts(flow, _signs.closers):
            break
    while tail and not (tail[-1].worth or is_byline(tail[-1].words) or text.is_date(tail[-1].words)):
        tail.pop()
    kept = [*head, *flows[homed[0] : last + 1], *tail]
    signed: list[Flow] = []  # a note may stand before those who sign
    while len(kept) > 1 and (_is_note(kept[-1]) or _is_signature(kept[-1])):
        flow = kept.pop()
        signed += [] if _is_note(flow) else [flow]
    return [flow for flow in [*kept, *reversed(signed)] if id(flow) not in openers]


def _goes_on(flow: Flow, homes: Collection[int], openers: Collection[int]) -> bool:
    """Is it a short line that ends a story: in the element of its lines, or a sentence beside its paragraphs?"""
    if id(flow) in openers or _starts(flow, _signs.closers) or _is_note(flow) or not flow.path:
        return False
    ended = flow.words[-1:] in tuple(".!?。！？”")
    return flow.path[-1] in homes or (ended and flow.path[-2:][0] in homes)


def _homes(flows: Sequence[Flow]) -> set[int]:
    """The elements in which a good part of the prose stands at first hand: its lines, or paragraphs of their own."""
    lines = Counter(flow.path[-1] for flow in flows if flow.worth and flow.path)
    held: Counter[int] = Counter()
    for flow in flows:
        if flow.worth and flow.path:
            at = flow.path[-1] if lines[flow.path[-1]] > 1 or len(flow.path) == 1 else flow.path[-2]
            held[at] += flow.worth
    total = sum(held.values())
    return {element for element, own in held.items() if own >= _HOME_SHARE * total}


def _may_head(flow: Flow) -> bool:
    """May it stand between the headline and the story: a subtitle, a byline, a date, a point of a summary, prose?"""
    if flow.tag in HEADINGS or flow.tag == "li" or flow.worth or flow.words[-1:] in tuple(".!?。！？"):
        return True
    return is_caption(flow.words) or _is_signature(flow)


def _is_signature(flow: Flow) -> bool:
    """A line that says who wrote, or on which day."""
    if flow.rows or flow.worth:
        return False
    return is_byline(flow.words) or (len(flow.words) <= _LONGEST_LINE and find(flow.words) is not None)


def _once(flows: Iterable[Flow]) -> list[Flow]:
    """Without the close repetitions that galleries and layouts for several screens make."""
    kept: list[Flow] = []
    for flow in flows:
        if len(flow.words) < _REPEATED or all(flow.words != before.words for before in kept[-_NEAR:]):
            kept.append(flow)
    return kept


def _mostly_links(flow: Flow) -> bool:
    return flow.links > 0 and flow.links > _MOSTLY_LINKS * sum(map(str.isalnum, flow.words))


def _is_menu(flow: Flow) -> bool:
    return not flow.rows and (_mostly_links(flow) or (flow.links > 0 and _starts(flow, _signs.trails, _LONGEST_TITLE)))


def _is_control(flow: Flow) -> bool:
    """A line for the hand of the reader, or without a letter."""
    if flow.rows or flow.tag == "pre" or flow.asides:
        return False
    if not any(map(str.isalnum, flow.words)) or (flow.calls and len(flow.words) <= _LONGEST_TITLE):
        return True
    return len(flow.words) <= _LONGEST_LINE and _NO_LETTER.sub(" ", flow.words).strip().casefold() in _CONTROLS


def _is_listed(flow: Flow) -> bool:
    """Is it a line such as lists of other stories have: with a link, a date, a name?"""
    if flow.rows or flow.worth or flow.tag in HEADINGS:
        return False
    return flow.tag == "li" or flow.links > 0 or text.is_date(flow.words) or is_byline(flow.words)


def _is_note(flow: Flow) -> bool:
    if flow.rows or flow.tag == "h1":
        return False
    invites = flow.links > 0 and _starts(flow, _signs.invitations, _LONGEST_TITLE)
    return invites or _starts(flow, _signs.disclaimers, _LONGEST_NOTE)


def _starts(flow: Flow, rows: tuple[str, ...], longest: int = _LONGEST_LINE) -> bool:
    return len(flow.words) <= longest and not flow.rows and flow.words.lower().startswith(rows)
