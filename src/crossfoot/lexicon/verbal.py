"""What a clause of a script without spaces says of those named in it: frames of verbs, and where a name may end.

A frame is a pattern over the characters of a sentence, in which a figure is one kind of sign. `{s}`, `{o}` and other
slots hold somebody, `{v}` words, `{p}` a percentage, `{t}` a time and `{m}` an amount; `<name>` is a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from crossfoot.errors import LexiconError
from crossfoot.late import late
from crossfoot.lexicon import Row, either, load, load_if, pairs
from crossfoot.lexicon.names import NameRows, trie

PERCENT, AMOUNT, TIME, OTHER = "\ue0f0", "\ue0f1", "\ue0f2", "\ue0f3"
_NAMING = '[一-鿿A-Za-z0-9·&“”"《》\\- 、（）()]'
_SLOTS = {
    "p": f"(?:约|近|超|逾|共|达|超过|不低于|合计|共计|仅|高达)?(?P<p>{PERCENT}+)",
    "t": f"(?P<t>{TIME}+)",
    "m": f"(?:[{AMOUNT}{OTHER}]+)",
    "v": "(?P<v>[^，。；：,;:！!?？\\n（）()]{1,48}?)",
    "l": "(?P<v>[^，。；：,;:！!?？\\n（）()]{1,64}?)",
}
_SLOT = late(r"\{([a-z])\}")


class SaidRow(Row, frozen=True):
    """A pattern over clauses, and what it says; in a clause that it fits stands one of the words that it needs."""

    name: str
    says: str
    text: str
    need: tuple[str, ...]
    holds: tuple[str, ...]
    fails: tuple[str, ...] = ()

    def spelt(self, parts: dict[str, str], of: str) -> str:
        """Its text with the parts of its file set in; `of` is the file and what its rows are."""
        if not self.holds or not self.need:
            raise LexiconError(f"{of} {self.name!r} needs an example under `holds` and words under `need`")
        text = self.text
        for _ in range(2):
            for name, body in parts.items():
                text = text.replace(f"<{name}>", body)
        return text


class FrameRow(SaidRow, frozen=True):
    """`says` is what is said: a relation, an attribute or a kind of change; who is not in the text leads its clause."""

    sure: tuple[str, ...] = ()  # slots that hold a name or what ends like one
    object: str = "o"  # else "clause": who leads it; "topic": whom the text is about
    status: str | None = None
    now: bool = False  # of what is only planned it says nothing
    quoted: bool = False


class _Nouns(Row, frozen=True):
    sites: str  # how places end
    ends: str  # words with which a name has ended
    keeps: str  # words that only look so
    opening: str  # what may open a clause before who it is about
    adverbs: str  # between him and what he does
    sorts: str  # what somebody is, before his name
    firms: str  # how names of bodies end besides those of names.toml
    selves: str  # words that stand for whom the text is about
    both: str  # and for the last two of it
    unnamed: str  # words that no name has


class VerbalRows(Row, frozen=True):
    folded: str  # pairs of characters: as Taiwan and Hong Kong write them, and as the rows do
    nouns: _Nouns
    parts: dict[str, str]
    denied: tuple[str, ...]
    relation: tuple[FrameRow, ...]
    attribute: tuple[FrameRow, ...]
    transformation: tuple[FrameRow, ...]


class Verbal:
    """The rows as patterns."""

    def __init__(self, rows: VerbalRows, names: NameRows) -> None:
        self.rows, nouns = rows, rows.nouns
        self.fold = {ord(pair[0]): pair[1] for pair in rows.folded.split()}
        ended = frozenset(nouns.ends.split())
        keeps = [*(word for word in names.keeps.split() if word not in ended), *nouns.keeps.split()]
        self.keeps = frozenset(keeps)
        self.ends = late(trie([*keeps, *nouns.ends.split()]))
        self.cuts = late(trie([*keeps, *names.cuts.split(), *nouns.ends.split()]))
        self.opening = late(f'(?:{either(nouns.opening.split())}|[{TIME}]+|[“”" ])*')
        idle = f"(?:{either(nouns.adverbs.split())}|{either(nouns.opening.split())}|[{TIME}]+|[ ，“”])"
        led = "(?:(?:在|于|以|由|与|向|从|按|通过|经|因|据|作为|对)[^，。；]*)"
        self.idle = late(f"{idle}*{led}?")  # what stands before a verb, and is nobody
        self.adverbs = late(f"(?:{either(w[::-1] for w in nouns.adverbs.split())}|[{TIME}]+| )*")  # backwards
        self.sorts = late(trie(nouns.sorts.split()))
        firms = (*names.heads.split(), *names.shorts.split(), *names.legal.split(), *nouns.firms.split())
        self.firms = late(f"(?:{either(firms)})$")
        self.firmlike = frozenset(firms)
        self.legal = late(f"(?:{either(names.legal.split())})$")
        self.titles = tuple(names.titles.split())
        self.surname = late(trie(names.surnames.split()))
        self.places = frozenset(names.places.split())
        places = f"(?:{trie(names.places.split())})[一-鿿]{{0,12}}"
        sites = f"[一-鿿0-9]{{1,16}}(?:{either(nouns.sites.split())})"
        self.place = late(f"(?![^，]*?(?:由|从|迁|搬|计划|拟|的|并))(?:{places}|{sites}|[一-鿿]{{2,5}})")
        self.selves, self.both = frozenset(nouns.selves.split()), frozenset(nouns.both.split())
        self.none = frozenset([*names.never.split(), *names.generic.split()])
        self.unnamed = late(trie(nouns.unnamed.split()))
        self.people = tuple(names.people.split())
        self.denied = late(either(rows.denied))
        groups = (("relation", rows.relation), ("attribute", rows.attribute), ("transformation", rows.transformation))
        self.frames = tuple(
            (kind, row, late(_pattern(row, rows.parts)), late(either(row.need)))
            for kind, listed in groups
            for row in listed
        )
        self.needs = late(either({word for _, row, _, _ in self.frames for word in row.need}))
        # The frames by the first two characters of each word that they need one of.
        self._filed = dict[str, list[int]]()
        for i, (_, row, _, _) in enumerate(self.frames):
            for head in {word[:2] for word in row.need}:
                self._filed.setdefault(head, []).append(i)

    def likely(self, said: str) -> Iterator[tuple[str, FrameRow, re.Pattern[str]]]:
        """The frames that have a word which they need, in their order; of most sentences few."""
        heads = self._filed.keys() & pairs(said)
        for i in sorted({i for head in heads for i in self._filed[head]}):
            kind, row, pattern, need = self.frames[i]
            if need.search(said) is not None:
                yield kind, row, pattern


def _pattern(row: FrameRow, parts: dict[str, str]) -> str:
    text = row.spelt(parts, "zh/verbal.toml: frame")
    return _SLOT.sub(lambda slot: _SLOTS.get(slot[1], f"(?P<{slot[1]}>{_NAMING}{{2,40}}?)"), text)


@cache
def verbal(lang: str) -> Verbal | None:
    """The frames of a language; None where words are spaced.

    >>> verbal("en") is None
    True
    """
    rows = load_if(f"{lang}/verbal.toml", VerbalRows)
    return Verbal(rows, load(f"{lang}/names.toml", NameRows)) if rows is not None else None
