"""The clauses of a sentence whose words are not spaced: where each begins and ends, and who leads it.

The text of a sentence and what is named in it come in, places are offsets into the document. A subject is what stands
between the small words that open a clause and the first word that can only follow a subject; no name is cut.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from crossfoot.facts.frame import Frame
from crossfoot.late import late
from crossfoot.lexicon.clauses import Clauses
from crossfoot.model import Mention, Name, Timex

_OPENS, _CLOSES = "（(【〔", "）)】〕"
_MARKS = frozenset("，；。：！？,;!?\n｜|丨　")
_HAN = late("[一-鿿A-Za-z0-9]")
_LONGEST = 26  # characters of a subject
_LEADS = 8  # small words before one
_PERSON = late(r"[一-鿿]{2,4}|[一-鿿]{1,8}·[一-鿿·]{1,10}")
_KIN = late("^其(?:女儿|儿子|长子|次子|长女|次女|胞弟|胞妹|女|子|妻|弟|兄|妹|姐)(?=[一-鿿]{2,4}$)")
_WEEKDAY = late("周[一二三四五六日]$")
_QUOTED = late('[“「『"]([^”」』"]{1,20})[”」』"]')


class Doer(NamedTuple):
    """Who leads a clause: where the words stand, and who is meant by them."""

    start: int
    end: int
    who: str
    words: str


@lru_cache(maxsize=1)
def told_of(frame: Frame, rows: Clauses) -> Told:
    """A sentence as clauses: its readers come one after another, and it is taken apart once."""
    return Told(frame, rows)


class Told:
    """One sentence as clauses. `plain` is its text in simplified characters; `base` is where it stands."""

    __slots__ = ("_named", "base", "bounds", "frame", "inside", "names", "plain", "quoted", "rows", "times")

    def __init__(self, frame: Frame, rows: Clauses) -> None:
        span, text = frame.sentence.span, frame.sentence.document.text
        self.frame, self.rows, self.base = frame, rows, span.start
        self.plain = text[span.start : span.end].translate(rows.folds)
        self.names, self.times = list[Mention](), dict[int, Mention]()
        for _, mention in frame.sentence.names:
            self.names.append(mention)
        for token in frame.sentence.tokens:
            if token.mention is None:
                continue
            if isinstance(token.mention.value, Timex):
                self.times[token.start - self.base] = token.mention
            elif isinstance(token.mention.value, Name) and token.mention.value.kind == "person":
                self.names.append(token.mention)
        self.names.sort(key=lambda mention: mention.span.start)
        self._named = dict[int, Mention]()  # by each place in a name
        for mention in self.names:
            for i in range(mention.span.start - self.base, mention.span.end - self.base):
                self._named.setdefault(i, mention)
        self.inside = set[int]()  # places inside brackets
        self.quoted = set[int]()  # and inside quotes and titles
        self.bounds = self._cut()

    def _cut(self) -> list[int]:
        """Where clauses begin."""
        starts, depth, quoted = [0], 0, False
        for i, char in enumerate(self.plain):
            if depth:
                self.inside.add(i)
            if quoted:
                self.quoted.add(i)
            if char in _OPENS:
                depth += 1
            elif char in _CLOSES and depth:
                depth -= 1
                if char in "】〕":
                    starts.append(i + 1)
            elif char in "“「『《":
                quoted = True
            elif char in "”」』》":
                quoted = False
            elif (
                (char in _MARKS or self.plain.startswith(("——", "   "), i))
                and not depth
                and not (quoted and char in "，,")
            ):
                starts.append(i + 1)
        return starts

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around a place."""
        which = bisect_right(self.bounds, at) - 1
        first = self.bounds[which]
        last = self.bounds[which + 1] - 1 if which + 1 < len(self.bounds) else len(self.plain)
        return first, last

    def before(self, first: int) -> tuple[int, int] | None:
        """The clause before the one that begins at a place, of the same sentence."""
        which = bisect_right(self.bounds, first) - 1
        return (self.bounds[which - 1], first - 1) if which else None

    def named(self, at: int) -> Mention | None:
        """What is named around a place."""
        return self._named.get(at)

    def lead(self, first: int, last: int) -> int:
        """Past times and small words that open a clause."""
        at = first
        for _ in range(_LEADS):
            while at < last and (self.plain[at].isspace() or not _HAN.match(self.plain[at])) and self.plain[at] != "“":
                at += 1
            if at in self.times:
                at = self.times[at].span.end - self.base
            elif (named := self.named(at)) is not None and named.span.start - self.base == at:
                break
            elif found := self.rows.leads.match(self.plain, at, last):
                at = found.end()
            else:
                break
        return min(at, last)

    def doer(self, first: int, last: int) -> Doer | None:
        """Who leads the words between two places; None for nobody."""
        at = self.lead(first, last)
        if at >= last or (self.named(at) is None and self.rows.prepositions.match(self.plain, at, last)):
            return None
        end = self._end(at, last)
        while end > at and self.plain[end - 1] in ' 　的了“”"':
            end -= 1
        if not 2 <= end - at <= _LONGEST:
            return None
        return Doer(at, end, self.meant(at, end), self.words(at, end))

    def _end(self, at: int, last: int) -> int:
        """Where a subject ends that begins at a place."""
        first, depth = at, 0
        while at < last:
            if at in self.times and at > first:
                return at
            char = self.plain[at]
            if char in _OPENS:
                depth += 1
            elif char in _CLOSES and depth:
                depth -= 1
            elif not depth:
                named = self.named(at)
                if named is not None and named.span.start - self.base >= first:
                    at = max(named.span.end - self.base, at + 1)
                    continue
                if (atom := self.rows.atoms.match(self.plain, at, last)) is not None:
                    at = atom.end()
                    continue
                if at > first and self.rows.bounds.match(self.plain, at, last):
                    beside = self.named(at + 1) if self.plain[at] in "与和及" else None
                    if beside is None or not self.plain.startswith("的", beside.span.end - self.base):
                        return at
            at += 1
        return last

    def said(self, first: int, last: int) -> str:
        """The words of the document between two places."""
        return self.frame.sentence.document.text[self.base + first : self.base + last]

    def words(self, first: int, last: int) -> str:
        """The words of the document between two places, without what stands in brackets."""
        text = self.frame.sentence.document.text
        kept = "".join(
            text[self.base + i]
            for i in range(first, last)
            if i not in self.inside and text[self.base + i] not in "（(【〔）)】〕"
        )
        return " ".join(kept.split())

    def meant(self, first: int, last: int) -> str:
        """Who is meant by some words: who is named at their end behind what he is, else all of them."""
        while (
            last > first
            and first <= self._opened(last)
            and last - self._opened(last) > 0
            and self.plain[last - 1] in "）)"
        ):
            last = self._opened(last)
        said = _KIN.sub("", _WEEKDAY.sub("", self.words(first, last)))
        folded = said.translate(self.rows.folds)
        titles = list(self.rows.titles.finditer(folded))
        if titles and _PERSON.fullmatch(folded, titles[-1].end()):
            return said[titles[-1].end() :]
        named = self.named(last - 1)
        if named is not None and named.span.end - self.base == last and isinstance(named.value, Name):
            before = self.plain[first : named.span.start - self.base]
            known = not before or before.endswith((*self.rows.rows.describers, "的", "“", *self.rows.rows.titles))
            person = named.value.kind == "person" and said.endswith(named.value.entity)
            if (person or known) and not self.rows.titles.fullmatch(self.plain, named.span.start - self.base, last):
                return named.value.entity
        if (quoted := _QUOTED.search(said)) is not None and len(quoted[1]) > 1 and quoted.end() == len(said):
            return quoted[1]
        what = self.rows.described.search(folded)
        if what is not None and what.start() > 0 and named is None and not titles:
            return said[what.end() :].lstrip("之的“").rstrip("”")
        return said.strip('“”"')

    def _opened(self, last: int) -> int:
        """Where a bracket opens that closes right before a place."""
        at = last - 1
        while at > 0 and self.plain[at] not in "（(":
            at -= 1
        return at
