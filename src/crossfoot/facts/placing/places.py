"""The places that the words of a sentence name: superlatives, numbers and ordinals, each with its noun phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crossfoot.facts.frame import Frame
from crossfoot.facts.parts.clause import Clause
from crossfoot.facts.sentence import stance, syntax
from crossfoot.late import late
from crossfoot.lexicon.placing import Placing
from crossfoot.lexicon.standing import standing
from crossfoot.model import Name, Period

_WORD = late(r"No\. ?\d{1,2}|No \d{1,2}|\d+(?:st|nd|rd|th)?|[^\W\d_][\w.&']*[^\W_]|[^\W\d_]|['’]s|\S")
_NUMBER = late(r"(?i:no\.? ?)(\d{1,2})$")
_NTH = late(r"(\d{1,2})(?:st|nd|rd|th)$")
BESIDE = -2  # of a place that stands beside a name, and not with a verb
_LAST = 50  # a place behind which nobody counts
_CLASS = 8  # words of what is ranked
_ENDS = frozenset({",", ".", ";", ":", ")", "(", "and", "but", "with", "after", "behind", "ahead"})


class Word(NamedTuple):
    text: str
    start: int
    end: int
    token: int


class Ranked(NamedTuple):
    """A place with what is ranked, and where its words stand: as words, from `first` to before `last`."""

    rank: int
    among: str | None
    place: str | None
    first: int
    last: int
    period: Period | None = None
    verb: int = -1  # the word that is the verb of its subject
    lost: bool = False  # to whom stands behind it


class Places:
    """The places taken in one sentence."""

    def __init__(self, frame: Frame, rows: Placing, clause: Clause) -> None:
        self.frame, self.rows, self.clause, self.sentence = frame, rows, clause, frame.sentence
        self.small, self.text = clause.words, frame.sentence.document.text
        self.words = list(self._words())
        self.among: str | None = None
        self.place: str | None = None
        self.seen = False  # is a place told already?

    def _words(self) -> Iterator[Word]:
        for at, token in enumerate(self.sentence.tokens):
            value = token.mention.value if token.mention is not None else None
            whole = token.mention is None or syntax.is_time(token) or syntax.is_size(token)
            if whole or (isinstance(value, Name) and token.mention is not None and token.mention.rule != "anaphor"):
                yield Word(self.text[token.start : token.end].lower().replace("’", "'"), token.start, token.end, at)
                continue
            for found in _WORD.finditer(self.text, token.start, token.end):
                yield Word(found.group().lower().replace("’", "'"), found.start(), found.end(), at)

    def said(self, at: int) -> str:
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def read(self, at: int) -> Ranked | None:
        return (
            self.inverted(at)
            or self.superlative(at)
            or self.numbered(at)
            or self.placed(at)
            or self.doer(at)
            or self.second(at)
            or self.leader(at)
            or self.leading(at)
            or self.most(at)
        )

    # ---------------------------------------------------------------------------------------------- noun phrases

    def superlative(self, at: int) -> Ranked | None:
        """ "the third-largest haulier in Spain", "Norland's most valuable brewer"."""
        said, last = self.said(at), at + 1
        if said == "most" and self.said(at + 1) in self.rows.most:
            last = at + 2
        elif said not in self.rows.superlatives and not (said == "ranked" and self.nth(at)[0] > 1):
            return None  # "Austria's seventh-ranked lender"
        first = at - (self.said(at - 1) == "single")
        rank, first = self.nth(first)
        before = self.said(first - 1)
        owned = before == "'s" or before.endswith(("'s", "s'"))
        if rank == 1 and said in self.rows.owned and not owned and before != "the":
            return None
        if rank == 1 and before in self.rows.several:
            return None
        if before == "the" and self.said(first - 2) in ("of", "among", "with"):
            return None
        place, first = self.owner(first) if owned else (None, first - (before == "the"))
        if place is None and owned and self.said(first) in self.rows.several:
            return None
        return self.phrase(rank, place, first, last, said)

    def nth(self, first: int) -> tuple[int, int]:
        """The number before a superlative, and where the words begin with it."""
        before = first - 1 - (self.said(first - 1) == "-")
        said = self.said(before)
        rank = self.rows.ordinals.get(said) or (int(m.group(1)) if (m := _NTH.match(said)) else 0)
        return (rank, before) if rank else (1, first)

    def owner(self, first: int) -> tuple[str | None, int]:
        """Whose it is, where that is a place: "the Baltic region's", "Britain's"."""
        words, last = self.words, first - 1
        start = last
        while start > 0 and last - start < 4 and self.said(start - 1) not in self.small.determiners | _ENDS:
            if self.said(start - 1) in self.small.bars | self.small.prepositions | self.rows.become:
                break
            start -= 1
        token = self.sentence.tokens[words[start].token]
        named = token.mention is not None and isinstance(token.mention.value, Name)
        said = re.sub(r"['’]s?$", "", self.text[words[start].start : words[last].end])
        begin = start - (self.said(start - 1) in ("the", "our"))
        known = said[:1].isupper() or said.rpartition(" ")[2].lower() in standing(self.sentence.lang).regions
        return (said if known and not named else None), begin

    def phrase(self, rank: int, place: str | None, first: int, last: int, said: str) -> Ranked | None:
        """What is ranked, and where, behind the words that rank it."""
        kind = [self.said(last + i) for i in range(3)] == ["of", "its", "kind"]
        end = last + 3 if kind else self.noun(last)
        among = self.text[self.words[last].start : self.words[end - 1].end] if end > last and not kind else None
        if among is not None and not self.may(among):
            return None
        place = self.among_place(end) or place
        behind = self.said(end)
        if behind in self.rows.times or (behind == "in" and self.said(end + 2) in ("years", "decades", "months")):
            return None
        if among is None and not kind and (self.among is None or behind not in (",", ".", "in", "by", "and")):
            return None
        self.among, self.place = among or self.among, place or self.place
        end = self.over(end)
        return Ranked(rank, self.among, self.place, first, end, self.when(end))

    def noun(self, first: int) -> int:
        """Where the noun phrase that begins at a word ends."""
        last = first
        while last < len(self.words) and last - first < _CLASS:
            word, token = self.words[last], self.sentence.tokens[self.words[last].token]
            whole = token.mention is not None and (syntax.is_time(token) or syntax.is_size(token))
            if whole or (not word.text[0].isalnum() and word.text not in ("-", "&", "'s")):
                break
            if token.mention is not None and isinstance(token.mention.value, Name) and token.mention.rule != "anaphor":
                break
            if word.text in self.small.bars or (word.text in self.small.prepositions and word.text != "of"):
                break
            if word.text in self.small.determiners and self.said(last - 1) != "of":
                break
            if last > first and word.text in self.rows.lasting:
                break
            if last > first and (word.text in self.clause.ends or word.text == "and"):
                break
            last += 1
        while last > first and self.said(last - 1) in ("of", "-", "'s", "&"):
            last -= 1
        of = next((i for i in range(first, last) if self.said(i) == "of"), last)
        token = self.sentence.tokens[self.words[min(of + 1, len(self.words) - 1)].token]
        capital = next((i for i in range(first + 1, last) if self.text[self.words[i].start].isupper()), None)
        if capital is not None and capital < of and not self.sentence.shouts and self.name(capital):
            return capital
        return of if of < last and token.mention is not None else last

    def name(self, at: int) -> bool:
        """Do capitals that follow a noun name somebody: "biggest brewer | Marlow Ales"?"""
        return self.text[self.words[at - 1].start].islower() and self.said(at - 1) not in ("of", "-")

    def may(self, among: str) -> bool:
        head = among.lower().split(" of ")[0].split()
        plural = head[-1].endswith("s") and not head[-1].endswith(("ss", "us", "is", "business", "news"))
        if " of " in among.lower() and among.lower().split(" of ")[1].split()[-1] in ("year", "month", "all", "time"):
            return False
        return not plural and not {w.split("-")[-1] for w in head[-1:]} & self.rows.events and "-" not in head[:1]

    def among_place(self, at: int) -> str | None:
        """Where: "in Spain", "in the country", "worldwide"."""
        if self.said(at) in self.rows.wide:
            return self.rows.wide[self.said(at)]
        if self.said(at) not in ("in", "of") or at + 1 >= len(self.words):
            return None
        first = at + 1
        while self.said(first) in ("the", "all", "whole"):
            first += 1
        last = first
        while last < len(self.words) and last - first < 4 and self.text[self.words[last].start].isupper():
            if syntax.is_time(self.sentence.tokens[self.words[last].token]):
                break
            last += 1
        if last == first:
            region = self.said(first) in standing(self.sentence.lang).regions
            return self.said(first) if region else None
        return re.sub(r"['’]s$", "", self.text[self.words[first].start : self.words[last - 1].end])

    def over(self, at: int) -> int:
        """Behind what says where or by what it is ranked: "in Spain by sales |"."""
        last, limit = at, min(at + 7, len(self.words))
        while last < limit and self.said(last) in ("in", "by", "for", "of", "worldwide", "globally"):
            last += 1
            while last < limit and self.said(last) not in _ENDS and self.said(last) not in self.small.bars:
                if self.said(last) in ("in", "by"):
                    break
                last += 1
        return last

    def when(self, at: int) -> Period | None:
        for i in (at, at - 1, at + 1):
            token = self.sentence.tokens[self.words[i].token] if 0 <= i < len(self.words) else None
            if token is not None and syntax.is_time(token):
                return stance.period_of(token.mention)
        return None

    def numbered(self, at: int) -> Ranked | None:
        """ "the nation's No 3 mobile operator", "No 1 by speed", "number two in Norland"."""
        last, said = at + 1, self.said(at)
        found = _NUMBER.match(said)
        if found is not None:
            rank = int(found.group(1))
        elif said == "number" and self.said(at + 1) in self.rows.numbers:
            rank, last = self.rows.numbers[self.said(at + 1)], at + 2
        else:
            return None
        before, first = self.said(at - 1), at
        owned = before.endswith(("'s", "s'"))
        place, first = self.owner(first) if owned else (None, first - (before == "the"))
        end = self.noun(last)
        among = self.text[self.words[last].start : self.words[end - 1].end] if end > last else None
        if (
            before in self.rows.placing
            and among is None
            and self.said(end) in _ENDS | {"in", "among", "by", "worldwide"}
        ):
            among, last = self.behind_among(end)  # "ranks | No. 3 | in Asia among makers of cranes"
            return Ranked(rank, among or self.among, self.among_place(end), at - 1, last, self.when(last), at - 1)
        if not self.may_number(among, before, owned, end):
            return None
        if before == "to":
            found_ = self.placing(at - 1)
            return (
                Ranked(rank, self.among, self.among_place(end), found_, self.over(end), self.when(end), found_)
                if found_ >= 0
                else None
            )
        if self.said(last) in self.rows.holding:
            return self.beside(
                first - (before == "the"), rank, last + 1, seated=True
            )  # "with Vidyut in the number two slot"
        there = self.among_place(end)
        place = there or place
        if among is None and there is None and self.said(end) == "in" and end + 1 < len(self.words):
            field = self.noun(end + 1)
            among = self.text[self.words[end + 1].start : self.words[field - 1].end] if field > end + 1 else None
        self.among, self.place = among or self.among, place or self.place
        return Ranked(rank, self.among, self.place, first, self.over(end), self.when(end))

    def may_number(self, among: str | None, before: str, owned: bool, end: int) -> bool:
        """Is a number that of a place, and not of a reactor or a circular?"""
        free = owned or before in ("", "the", "a", ",") or before in self.small.be
        if among is not None:
            head = among.lower().split(" of ")[0].split()[-1]
            known = head in self.small.concerns or head.endswith(("er", "or", "ist", "brand", "player", "line"))
            return known and free
        if self.said(end) not in _ENDS | {"in", "by", "for", "among", "worldwide", "globally"}:
            return False
        return free or before in self.rows.become | {"and", "at", "to"}

    def most(self, at: int) -> Ranked | None:
        """ "95 million tonnes, the most of any port in Norland", "the third-most of any producer"."""
        if [self.said(at + i) for i in range(3)] != ["most", "of", "any"]:
            return None
        rank, first = self.nth(at)
        end = self.noun(at + 3)
        if end == at + 3 or self.said(first - 1) != "the":
            return None
        among = self.text[self.words[at + 3].start : self.words[end - 1].end]
        self.among, self.place = among, self.among_place(end) or self.place
        return Ranked(rank, among, self.place, first - 1, self.over(end), self.when(end))

    # --------------------------------------------------------------------------------------------------- verbs

    def placed(self, at: int) -> Ranked | None:
        """ "came fifth among hauliers", "is now third in Ireland", "in ninth position", "lost second place to Holm"."""
        said = self.said(at)
        rank = self.rows.ordinals.get(said) or (int(m.group(1)) if (m := _NTH.match(said)) else 0)
        if not rank or rank > _LAST:
            return None
        last = at + 1
        seated = self.said(last) in self.rows.holding
        last += seated
        verb = self.back(at - 1)
        behind = self.said(last)
        lost = seated and (self.said(verb) in self.rows.losing or self.said(verb - 1) in self.rows.losing)
        if self.said(verb) not in self.rows.placing and not lost:
            return self.beside(at, rank, last, seated)
        closed = behind in _ENDS | {"in", "among", "by", "for", "on", "worldwide", "globally", "from", "overall", ""}
        closed = closed or syntax.is_time(self.sentence.tokens[self.words[min(last, len(self.words) - 1)].token])
        if not seated and not closed:
            return None
        plain = self.said(verb) in self.small.be or (verb == at - 1 and self.said(verb) in ("came", "comes", "stands"))
        place = self.among_place(last)
        if (
            self.said(verb) in self.small.be
            and not seated
            and not (place or behind in ("among", "behind", "with", "by"))
        ):
            return None
        if plain and behind == "in" and place is None:
            return None
        if self.said(at - 1) == "the" and not seated:
            return None
        among, end = self.behind_among(last)
        if among is None and behind == "in" and not plain:
            among, there = self.field(last + 1)
            place = place or there
        self.among, self.place = among or self.among, place or self.place
        return Ranked(rank, self.among, self.place, verb, end, self.when(end), verb, lost)

    def field(self, first: int) -> tuple[str | None, str | None]:
        """In what: "fifth in | frozen vegetables | in Germany", "in Norland's | van market"."""
        while self.text[self.words[min(first, len(self.words) - 1)].start].isupper() or self.said(first) in (
            "the",
            "'s",
        ):
            first += 1
            if first >= len(self.words):
                return None, None
        end = self.noun(first)
        among = self.text[self.words[first].start : self.words[end - 1].end] if end > first else None
        return among, self.among_place(end)

    def beside(self, at: int, rank: int, last: int, seated: bool) -> Ranked | None:
        """ "with Hull in second place and York in third", "Marlow (eighth)"."""
        bracket = self.said(at - 1) == "(" and self.said(at + 1) in (")", ",") and self.seen
        seat = self.said(at - 1) == "in" and (seated or (self.seen and self.said(last) in _ENDS))
        left = self.words[at - 2].token if at > 1 else -1
        if not (bracket or seat) or left < 0 or not syntax.capital(self.sentence, left):
            return None
        return Ranked(rank, self.among, self.place, at - 1, last, None, BESIDE)

    def back(self, at: int) -> int:
        """The word before small ones: "climbed | two places to"."""
        verb = at
        while verb > 0 and at - verb < 5:
            timed = verb < at and syntax.is_time(self.sentence.tokens[self.words[verb].token])
            counted = timed or self.said(verb).endswith(("places", "spots", "rungs", "notches", "positions"))
            nth = self.said(verb) in self.rows.ordinals and self.said(verb - 1) == "from"
            if self.said(verb) not in self.rows.between and not counted and not nth:
                break
            verb -= 1
        return verb

    def placing(self, at: int) -> int:
        verb = self.back(at)
        return verb if self.said(verb) in self.rows.placing else -1

    def behind_among(self, at: int) -> tuple[str | None, int]:
        """The like of what is ranked: "among European utilities", "by sales"."""
        i, limit = at, min(at + 8, len(self.words))
        while i < limit and self.said(i) not in ("among", "amongst", "of") and self.said(i) not in _ENDS:
            i += 1
        if self.said(i) not in ("among", "amongst"):
            return None, self.over(at)
        end = self.noun(i + 1)
        return (self.text[self.words[i + 1].start : self.words[end - 1].end] if end > i + 1 else None), end

    def inverted(self, at: int) -> Ranked | None:
        """ "first came Marlow", "top of the list is Marlow", "leading the field was Marlow"."""
        opening = next((i for i, w in enumerate(self.words) if w.token >= self.sentence.opening), 0)
        if at != opening or self.said(at) not in ("first", "top", "leading", "heading", "topping"):
            return None
        for verb in range(at + 1, min(at + 7, len(self.words) - 1)):
            if self.said(verb) in ("is", "was", "came", "comes", "are", "were", "stood", "stands"):
                capital = syntax.capital(self.sentence, self.words[verb + 1].token)
                return Ranked(1, None, None, at, verb, None) if capital else None
            if not self.said(verb)[0].isalpha():
                return None
        return None

    def doer(self, at: int) -> Ranked | None:
        """ "the fourth hospital in the province to offer proton therapy", "its first female chair to resign"."""
        rank, before = self.rows.ordinals.get(self.said(at), 0), self.said(at - 1)
        if not rank or before not in ("the", "only") or self.said(at + 1) in self.rows.holding:
            return None
        verb = at - 2
        while verb > 0 and self.said(verb) in ("only", "just", "the", "thus", "also"):
            verb -= 1
        bound = self.said(verb) in self.small.be | self.rows.become | self.rows.making | {",", "as"}
        bound = bound or (self.said(verb) == "it" and self.said(verb - 1) in self.rows.making)
        end = self.noun(at + 1)
        if not bound or end == at + 1:
            return None
        among = self.text[self.words[at + 1].start : self.words[end - 1].end]
        place, last = self.among_place(end), self.over(end)
        does = self.said(last) == "to" and self.said(last + 1).isalpha()
        does = does and self.said(last + 1) not in self.small.determiners
        does = does or (place is not None and self.said(verb) in self.rows.making | {"it"})
        if not does or not self.may(among):
            return None
        return Ranked(rank, among, place or self.place, at - 1, last)

    def leader(self, at: int) -> Ranked | None:
        """ "the market leader in Britain for voyages to Norway", "market leader in vans"."""
        if self.said(at) not in self.rows.markets or self.said(at + 1) not in self.rows.leaders:
            return None
        first, last = at, at + 2
        while self.said(first - 1) in ("the", "a", "clear", "undisputed", "overall"):
            first -= 1
        owned = self.said(first - 1).endswith(("'s", "s'"))
        place, first = self.owner(first) if owned else (None, first)
        there, end = self.among_place(last), self.over(last)
        fields = (i for i in range(last, end) if self.said(i) in ("in", "for"))
        field = next((i + 1 for i in fields if not self.text[self.words[i + 1].start].isupper()), None)
        among = self.text[self.words[field].start : self.words[end - 1].end] if field is not None else "market"
        if there is None and field is not None:
            there = next((p for i in range(field, end) if (p := self.among_place(i)) is not None), None)
            among = re.split(" in (?=[A-Z])", among)[0]
        self.among, self.place = among, there or place
        return Ranked(1, among, self.place, first, end, self.when(end))

    def leading(self, at: int) -> Ranked | None:
        """ "Tarn leads Norland's van market", "Tarn dominates the market for vans"."""
        if self.said(at) not in self.rows.leads or self.said(at - 1) in ("to", "not"):
            return None
        owner = at + 1 + (self.said(at + 1) == "the")
        place, last = None, owner
        while last < len(self.words) and last - owner < 3 and self.text[self.words[last].start].isupper():
            last += 1
        if last > owner:
            place = re.sub(r"['’]s?$", "", self.text[self.words[owner].start : self.words[last - 1].end])
            last += self.said(last) == "'s"
        end = last
        while end < len(self.words) and end - last < 4 and self.said(end) not in self.rows.markets:
            if self.said(end) in _ENDS or self.said(end) in self.small.prepositions:
                return None
            end += 1
        sited = self.among_place(end + 1)
        if self.said(end) not in self.rows.markets or not (end > last or place or sited):
            return None  # "led the market higher"
        among = self.text[self.words[last].start : self.words[end].end]
        self.among, self.place = among, sited or place
        return Ranked(1, among, self.place, at, end + 1, self.when(end + 1), at)

    def second(self, at: int) -> Ranked | None:
        """ "second only to Holm among lenders", "is runner-up"."""
        if self.said(at) == "runner-up":
            verb = at - 1 - (self.said(at - 1) in ("the", "a"))
            return Ranked(2, self.among, self.place, verb + 1, at + 1, None, verb)
        if [self.said(at + i) for i in range(3)] != ["second", "only", "to"]:
            return None
        among, end = self.behind_among(at + 3)
        return Ranked(2, among or self.among, self.place, at, max(end, self.over(at + 3)))
