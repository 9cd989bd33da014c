"""Who a sentence without spaces names, known to the reader of names or not: a place in it comes in, a noun goes out.

A noun begins at a mark, a preposition or a verb and ends at the next; its last word is its head: "平台公司 | 江城发展".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from crossfoot.facts.frame import Frame
from crossfoot.late import late
from crossfoot.lexicon.standing import standing
from crossfoot.lexicon.verbal import AMOUNT, OTHER, PERCENT, TIME, Verbal
from crossfoot.model import Name, Quantity, Span, Timex

_RUN = late(r"[一-鿿A-Za-z0-9·&\-]{1,24}")
_BACK = late(r"[一-鿿A-Za-z0-9·&\-]{0,20}")
_LOOSE = late(r"[\s“”\"‘’《「]*")
_CALLED = late("[“「]([一-鿿A-Za-z0-9]{2,8})[”」]")
_ASIDE = late(r"[)）][^()（）]{1,40}[(（]")  # read from right to left
_CLAUSE = late("[，。；：！？,;:!?\n｜|①-⑳]|——")
_CLOSING = late("[，。；：！？,;:!?\n（(]")
_JOINT = late(r"[\s”\"》」]*(?:[（(][^（）()]{1,24}[）)])?(?:[、与和及同暨]|以及)(?:其)?")
_WEAK = ("role", "alias", "colon", "short")
_OF = late(
    "(?:(?:所属|旗下|下属|麾下|直属|辖下)的?|的|之)(?:(?:全资|控股|参股|间接|核心)*(?:子公司|附属公司|孙公司))?"
    "|(?:全资|控股)*(?:子公司|附属公司|孙公司)"
)
_MARKETS = ("交易所", "交所", "监会", "总局")
_TO = ("向", "从", "对", "给", "自", "在", "于")  # before somebody who is not the subject
_TO_SORT = late(f"(?:{'|'.join(_TO)})[一-鿿]{{0,4}}$")
_BY = (*_TO, "由", "经", "据", "根据", "关于", "对于", "鉴于", "由于", "因")
_ABOUT = ("对于", "关于", "针对", "对于“", "关于“", "针对“")  # whom a sentence opens with behind these it is not about
_TELLS = ("据", "根据", "经", "按", "按照")  # nor behind these
_MOST = 8  # nouns in a list
_PERSON = range(2, 5)
_PORTION = late("[一二三四五六七八九十半两]+成|其(?![他它])|该|余下|剩余|另外")
_LONGEST = 16
_POLITE = 2
_LEAST = 3  # characters of a name that nothing but its place tells
_SHORT = 4  # characters of a name that may be only a word
_AROUND = 400  # characters before and behind a sentence in which a name may come again
_AHEAD = 4  # clauses before one in which its subject stands


class Noun(NamedTuple):
    """Somebody, between two places of a sentence; `sure` if he is known or his name ends like one."""

    start: int
    end: int
    who: str
    person: bool
    sure: bool


@lru_cache(maxsize=1)
def nouns_of(frame: Frame, rows: Verbal) -> Nouns:
    """Who a sentence names: its readers come one after another, and he is looked for once."""
    return Nouns(frame, rows)


class Nouns:
    """One sentence, its characters folded to those of the rows, figures as signs, and who is named in it."""

    def __init__(self, frame: Frame, rows: Verbal) -> None:
        self.frame, self.rows = frame, rows
        document, span = frame.sentence.document, frame.sentence.span
        self.base, self.text = span.start, document.text[span.start : span.end]
        self.said = self.text.translate(rows.fold)
        coded = list(self.said)
        for token in frame.sentence.tokens:
            sign = _sign(token.mention.value) if token.mention is not None else ""
            if sign:
                for i in range(token.start - self.base, token.end - self.base):
                    coded[i] = sign
        self.coded = "".join(coded)
        self.starts = {noun.start: noun for noun in self._named()}
        self.ends = {noun.end: noun for noun in self.starts.values()}
        self.inside = {i for noun in self.starts.values() for i in range(noun.start + 1, noun.end)}

    def _named(self) -> Iterator[Noun]:
        mentions = [m for _, m in self.frame.sentence.names]
        mentions += [t.mention for t in self.frame.sentence.tokens if t.mention is not None]
        for m in mentions:
            if isinstance(m.value, Name) and m.value.kind in ("organisation", "person"):
                start, end = m.span.start - self.base, m.span.end - self.base
                said = self.said[start:end]
                if m.rule in _WEAK and not self._plausible(said):
                    continue
                yield Noun(start, end, m.value.entity, m.value.kind == "person", True)

    def _plausible(self, name: str) -> bool:
        """Is what was taken for a name by what stands around it free of verbs?"""
        if name in self.rows.none or self.rows.unnamed.search(self._core(name)):
            return False
        verbs = (word for word in self.rows.ends.finditer(name) if len(word[0]) > 1)
        firm = next((word for word in self.rows.firmlike if name.endswith(word)), None)  # "嵘山控股"
        last = len(name) - len(firm) if firm is not None else len(name)
        return all(word[0] in self.rows.keeps or (last > 1 and word.start() == last) for word in verbs)

    def span(self, start: int, end: int) -> Span:
        return Span(self.frame.sentence.document.id, self.base + start, self.base + end)

    def behind(self, at: int) -> Noun | None:
        """Who is named from a place on."""
        at = first = self.opened(at)
        while (sort := self.rows.sorts.match(self.coded, at)) is not None and at not in self.starts:
            at = sort.end()
        end = self._ended(at)
        if at in self.starts and self.starts[at].person:
            return self.starts[at]
        if end == at and (word := self.rows.ends.match(self.coded, at)) is not None:  # "管理层持股平台 | 海驱合伙"
            known = self.ends.get(self._ended(word.end()))
            return known if known is not None and known.start >= word.end() else None
        noun = self.head(at, end)
        if noun is None and at > first:
            noun = self.head(first, self._ended(first))
        if noun is not None and noun.start not in self.starts and (called := self._quoted(noun.end)) is not None:
            return called  # "老字号酱园 | “万和斋”"
        return noun if noun is not None else self.starts.get(at)

    def _quoted(self, at: int) -> Noun | None:
        """A name in quotation marks that begins at a place."""
        found = _CALLED.match(self.coded, at)
        if found is None or not self.nameable(self.said[slice(*found.span(1))]):
            return None
        return self.starts.get(found.start(1)) or Noun(*found.span(1), self.text[slice(*found.span(1))], False, True)

    def before(self, at: int) -> Noun | None:
        """Who is named right before a place, over 的 and what stands in brackets."""
        at = self._closed(at)
        if at in self.ends:
            return self.ends[at]
        back = _BACK.match(self.coded[max(0, at - 20) : at][::-1])
        first = at - (back.end() if back is not None else 0)
        start = first
        for word in self.rows.cuts.finditer(self.coded, first, at):
            if word[0] not in self.rows.keeps and word.start() not in self.inside and word.end() < at:
                start = word.end()
        return self.head(start, at)

    def listed(self, at: int) -> list[Noun]:
        """Who is named in a list that begins at a place."""
        found = list[Noun]()
        for _ in range(_MOST):
            noun = self.behind(at)
            if noun is None:
                break
            found.append(noun)
            joint = _JOINT.match(self.coded, noun.end)
            if joint is None:
                break
            at = joint.end()
        return found

    def within(self, first: int, last: int) -> list[Noun]:
        """Who is named in a stretch, alone or in a list."""
        if (one := self.head(self.opened(first), self._closed(last))) is not None and "、" not in self.said[
            one.start : one.end
        ]:
            return [*self._led(first, one.start), one]
        return [noun for noun in self.listed(first) if noun.end <= last]

    def _led(self, first: int, last: int) -> list[Noun]:
        """Those listed before the last one of a list."""
        if last <= first or _JOINT.search(self.coded, first, last) is None:
            return []
        return [noun for noun in self.listed(first) if noun.end < last]

    def leader(self, at: int, loose: bool = False) -> list[Noun] | None:
        """Who does what stands at a place: named right before it, else at the head of its clause or of one before.

        None where the clause is led by something that is nobody's name; `loose` takes any noun that opens the sentence.
        """
        back = self.rows.adverbs.match(self.coded[max(0, at - 40) : at][::-1])
        near = at - (back.end() if back is not None else 0)
        if near in self.ends:
            joined = self._joined(self.ends[near])
            if _TO_SORT.search(self.said, max(0, joined[0].start - 5), joined[0].start) is None:
                return joined
        officer = self.before(near) if near else None
        if officer is not None and officer.person and self.said.endswith(self.rows.titles, 0, officer.start):
            return [officer]
        for count, first in enumerate(self.clauses(at)):
            start = self.opening(first)
            led = self.said.endswith(_BY, first, start)
            found = [] if led else [noun for noun in self.listed(start) if noun.end <= at]
            opens = loose and not first and found and found[0].end - found[0].start >= _LEAST
            if found and (count == 0 or found[0].sure or opens):
                return [*found[:-1], self._owned(found[-1], at)]
            if self.said.startswith(tuple(self.rows.selves), start):
                return []
            if count == 0 and self.rows.idle.fullmatch(self.coded, first, at) is None:
                return None
        return []

    def _owned(self, noun: Noun, at: int) -> Noun:
        """What somebody has, if that is named behind him and before a place: "交通厅所属的 | 港航局"."""
        of = _OF.match(self.said, noun.end)
        held = self.behind(of.end()) if of is not None else None
        return held if held is not None and held.end <= at and held.sure and not held.person else noun

    def _joined(self, noun: Noun) -> list[Noun]:
        """Somebody and those listed before him."""
        for first in self.clauses(noun.start):
            listed = self.listed(self.opening(first))
            return listed if noun in listed else [noun]
        return [noun]

    def clauses(self, at: int) -> Iterator[int]:
        """Where the clause of a place begins, and those before it."""
        marks = [m.end() for m in _CLAUSE.finditer(self.coded, 0, at)]
        yield from [*reversed(marks), 0][:_AHEAD]

    def opening(self, at: int) -> int:
        """Past the small words that open a clause."""
        found = self.rows.opening.match(self.coded, at)
        return found.end() if found is not None else at

    def topic(self, but: set[str]) -> Noun | None:
        """Whom the text is about, other than some."""
        carried, known = self.frame.carried, standing(self.frame.sentence.lang)
        tellers = known.tellers
        opening = self.opener()
        if opening is not None and (opening.who in but or opening.who.endswith(tellers)):
            opening = None
        if opening is not None and not opening.who.endswith((*known.bodies, *_MARKETS)):
            return opening
        for who in (carried.spoken, *reversed(carried.topics), carried.entity, carried.first):
            if who is not None and who not in but and not who.endswith((*tellers, *_MARKETS)) and self._about(who):
                return Noun(-1, -1, who, False, True)
        return opening

    def _about(self, who: str) -> bool:
        """May an item be about somebody? What is short and has a verb in it was no name."""
        return who not in self.rows.none and who not in self.rows.places and (len(who) > _SHORT or self._plausible(who))

    def opener(self) -> Noun | None:
        """Whom the sentence begins with, over what is said of him: "成立于2009年的 | 珩光电气"."""
        start = self.opening(0)
        for _ in range(2):
            noun = self.behind(start)
            mark = _CLOSING.search(self.coded, start)
            led = self.said.endswith((*_ABOUT, *_TELLS), 0, start)
            if noun is not None and noun.sure and not noun.person and not (led or self.said.startswith("的", noun.end)):
                return noun
            end = mark.start() if mark is not None else len(self.coded)
            owned = self.said.rfind("的", start, end)
            noun = self.behind(owned + 1) if owned > 0 else None
            if noun is not None and noun.sure and not noun.person:
                return noun
            if mark is None:
                return None
            start = self.opening(mark.end())
        return None

    def opened(self, at: int) -> int:
        """Past the marks that may open a name."""
        loose = _LOOSE.match(self.coded, at)
        return loose.end() if loose is not None else at

    def _closed(self, at: int) -> int:
        """Before the marks, brackets and small words that may stand behind a name."""
        for _ in range(4):
            if at in self.ends:
                return at
            aside = _ASIDE.match(self.coded[max(0, at - 44) : at][::-1])
            if aside is not None:
                at -= aside.end()
            elif at > 1 and self.coded[at - 1] in '的之了”"》 ':
                at -= 1
            else:
                return at
        return at

    def _ended(self, at: int) -> int:
        """Where a name that begins at a place ends at the latest."""
        run = _RUN.match(self.coded, at)
        if run is None:
            return at
        for word in self.rows.ends.finditer(self.coded, at, run.end()):
            if word[0] in self.rows.keeps or word.start() in self.inside:
                continue
            if word[0] == "控股" and at in self.starts and self.starts[at].end == word.start():
                return word.start()  # "晖能集团 | 控股、持股65%"
            after = self.coded[word.end() : word.end() + 1]
            named = word[0] in self.rows.firmlike and after < "\ue0f0" and word.start() > at
            if named and (word.end() == run.end() or self.rows.ends.match(self.coded, word.end())):
                return word.end()  # "漓江控股 | 担保"
            return word.start()
        return run.end()

    def head(self, first: int, last: int) -> Noun | None:
        """The noun that a stretch of words ends in."""
        if last in self.ends and self.ends[last].start >= first:
            return self.ends[last]
        if first in self.starts and self.starts[first].end >= last > first:
            return self.starts[first]
        if last - first < len(_PERSON) - 1 or last - first > 2 * _LONGEST or last in self.inside:
            return None
        last -= _POLITE * self.said.endswith(("先生", "女士", "博士"), first, last)
        at = first
        for sort in self.rows.sorts.finditer(self.coded, first, last):
            if last - sort.end() > 1:
                at = sort.end()
        name = self.said[at:last]
        if len(name) > _LONGEST or not self.nameable(name) or any(c >= "\ue0f0" for c in self.coded[at:last]):
            return None
        person = len(name) in _PERSON and self.rows.surname.match(name) is not None and not self.rows.firms.search(name)
        return Noun(at, last, self.text[at:last], person or "·" in name, at > first or self.sure(at, last))

    def nameable(self, name: str) -> bool:
        """May words be a name, by nothing but themselves?"""
        rows = self.rows
        if name in rows.selves or name in rows.places or name in rows.none or name in rows.both or name[0].isdigit():
            return False
        if _PORTION.match(name) is not None:
            return False  # "八成股份", "其余股权"
        return rows.unnamed.search(self._core(name)) is None and not name.endswith(rows.people)

    def _core(self, name: str) -> str:
        """A name without what names end in."""
        core = self.rows.firms.sub("", self.rows.legal.sub("", name))
        return core if len(core) > 1 else name

    def sure(self, first: int, last: int) -> bool:
        """Does a name end like one, stand in quotation marks, or come again?"""
        name = self.said[first:last]
        quoted = self.coded[max(0, first - 1) : first] in '“"「' and self.coded[last : last + 1] in '”"」' and first > 0
        firm = self.rows.firms.search(name)
        around = slice(max(0, self.base - _AROUND), self.base + len(self.text) + _AROUND)
        again = len(name) > 2 and self.frame.sentence.document.text[around].count(self.text[first:last]) > 1
        return quoted or again or (firm is not None and firm.start() > 0)


def _sign(value: object) -> str:
    if isinstance(value, Timex):
        return TIME
    if isinstance(value, Quantity):
        return {"percent": PERCENT, "money": AMOUNT}.get(value.kind, OTHER)
    return ""
