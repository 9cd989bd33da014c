"""The words around a figure, read: which metric they name, which members of which axes, and what is left over.

Words that no row knows stay in the key of the figure, so that two figures meet only if nothing tells them apart.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from functools import cache
from itertools import pairwise
from typing import TypeVar

import msgspec

from crossfoot.lexicon.frame import FrameWords, frame_words
from crossfoot.lexicon.languages import joint
from crossfoot.lexicon.metrics import Metric, axes, member_forms, metric_forms

T = TypeVar("T")
Member = tuple[int, int, tuple[str, str]]  # of an axis: its place among some words, its length, what it is
NEAR = 8  # words before a figure in which "target" makes it one
GOVERNED = 8  # words before what an amount is for in which the amount stands: "a loss on the disposal of fixed assets"
LONGEST_FORM = 6  # words in the longest form of a metric or of a member of an axis


class Subject(msgspec.Struct, frozen=True):
    """What words say of a figure."""

    metric: Metric | None
    segment: tuple[tuple[str, str], ...]
    unit: str | None  # of the axis: sedans are vehicles
    rest: tuple[str, ...]
    status: str

    @property
    def silent(self) -> bool:
        """Do the words leave open what is measured?"""
        return self.metric is None and not self.segment and not self.rest


NOTHING = Subject(None, (), None, (), "actual")


def read(
    shared: list[str],
    own: list[str],
    after: list[str],
    lang: str,
    kind: str | None,
    likely: str | None,
    paid: bool = False,
) -> Subject:
    """The subject of a figure from its own words before and behind it, and from those it shares with the ones before.

    `kind` is the kind of its quantity, if it has one, and `likely` the metric spoken of last: they decide between the
    metrics that share a word ("sales"); where neither does, it is `paid` for if nothing is sold by number.

    >>> s = read([], "its total sales volume in the china market".split(), [], "en", "count", None)
    >>> s.metric.id, s.segment, s.rest
    ('sales_volume', (('market', 'domestic'),), ())
    """
    words = frame_words(lang)
    shared, own, after = (_plain(said, words) for said in (shared, own, after))
    behind, behind_members = _until_joint(after, lang)
    own_members = _members(own, lang)
    found, used = _named(own, own_members, lang, kind, likely, paid)
    rest = _rest(own, own_members, used, words)
    if found is None:
        found, _ = _metric(behind, lang, False, kind, likely)
        rest = () if found is not None and not words.spaced else rest
    members = _beside(own_members, used) + behind_members
    if found is None and shared:
        shared_members = _members(shared, lang)
        found, used = _named(shared, shared_members, lang, kind, likely, paid)
        rest = _rest(shared, shared_members, used, words) + rest
        members = members or _beside(shared_members, used)
    segment = dict[str, str]()
    for _, _, (axis, member) in members:
        segment.setdefault(axis, member)
    unit = next((row for axis in segment if (row := axes()[axis].unit) is not None), None)
    near = {"target": own[-NEAR:] if words.spaced else own}  # "bought 9% of the target last autumn for 567 million"
    told = shared + own
    said = ((words.status_of(word), word, own) for word in told) if not words.stating.isdisjoint(told) else ()
    status = next((s for s, word, _ in said if s is not None and word in near.get(s, [word])), "actual")
    return Subject(found, tuple(sorted(segment.items())), unit, rest, status)


def _beside(members: list[Member], used: Collection[int]) -> list[Member]:
    """The members that more names than the words of the metric: "exports" of a country are no part of anything."""
    return [m for m in members if not {*range(m[0], m[0] + m[1])} <= {*used}]


def _plain(said: list[str], words: FrameWords) -> list[str]:
    """The words without verbs of two that say nothing: what is "made up" is not produced."""
    if words.phrasal.isdisjoint(map(" ".join, pairwise(said))):
        return said  # nearly always
    pairs = {i for i, pair in enumerate(pairwise(said)) if " ".join(pair) in words.phrasal}
    return [word for i, word in enumerate(said) if i not in pairs and i - 1 not in pairs]


def _named(
    words: list[str], members: list[Member], lang: str, kind: str | None, likely: str | None, paid: bool
) -> tuple[Metric | None, Collection[int]]:
    """The metric that a noun names ("sales volume"), else a verb ("sold")."""
    # "Exports grew 37%" is a part of the sales that were spoken of, and not the exports of a country.
    part = kind in (None, "number") and any(likely in axes()[axis].of for _, _, (axis, _) in members)
    for verbs in (False, True):
        found, used = _metric(words, lang, verbs, kind, likely, member_forms(lang) if part else {}, paid)
        if found is not None:
            return found, used
    return None, ()


def _rest(words: list[str], members: list[Member], used: Collection[int], frame: FrameWords) -> tuple[str, ...]:
    """The words that neither name a metric nor a member and yet say something."""
    inside = {i for start, size, _ in members for i in range(start, start + size)}
    if not frame.spaced and not used:  # one name, of which no word is left out
        return tuple(words) if len(inside) < len(words) else ()
    if not frame.spaced:  # what stands behind the noun is said of it: 收入 | 首次破百亿
        words = words[: max(used) + 1]
    return tuple(
        word for i, word in enumerate(words) if i not in used and i not in inside and not says_nothing(word, frame)
    )


def _metric(
    words: list[str],
    lang: str,
    verbs: bool,
    kind: str | None,
    likely: str | None,
    without: Container[str] = (),
    paid: bool = False,
) -> tuple[Metric | None, Collection[int]]:
    """The metric named last that a quantity of this kind can print, and the words that name it."""
    forms = metric_forms(lang, verbs)
    spots: list[tuple[int, int, tuple[Metric, ...]]] = _spots(
        words, forms, first_words(lang, "verb" if verbs else "noun"), joint(lang)
    )
    for start, size, rows in reversed(spots):
        fit = [row for row in rows if kind is None or kind in row.kinds or kind == "number"]
        if verbs and not joint(lang) and "的" in words[start + size :]:
            continue  # "未售出的现房库存"
        if not verbs and start + size < len(words) and words[start + size] in frame_words(lang).heading:
            return None, ()  # "revenue per member", "a loss carryforward"
        if not verbs and start and _spent_on(words, start, lang):
            return None, ()
        if start > 1 and "for" in words[max(start - 2, 1) : start] and not verbs and joint(lang):
            opening = words[words.index("for", max(start - 2, 1)) - 1]
            if opening not in frame_words(lang).told_for:
                continue  # "a provision for loans", "adjusting for inflation"
        if fit and joint(lang).join(words[start : start + size]) not in without:
            first = next((row for row in fit if paid and row.kinds == ("money",)), fit[0])
            return next((row for row in fit if row.id == likely), first), range(start, start + size)
    return None, ()


def _spent_on(words: list[str], start: int, lang: str) -> bool:
    """Does a noun only say what an amount is for: "impairment charges for other intangible assets"?"""
    known = frame_words(lang)
    if words[start - 1] == "of" and start > 1 and words[start - 2] == "ratio":
        return True
    near = range(start - 1, max(start - GOVERNED, 0), -1)
    return any(words[i] in known.spent_on and words[i - 1] in known.amounts for i in near)


def _members(words: list[str], lang: str) -> list[Member]:
    """(place, length, (axis, member)) of each member named."""
    return _spots(words, member_forms(lang), first_words(lang, "member"), joint(lang))


def _spots(words: list[str], forms: Mapping[str, T], firsts: frozenset[str], gap: str) -> list[tuple[int, int, T]]:
    """(place, length, value) of each form that stands in the words, the longest first, none inside another."""
    found, i = list[tuple[int, int, T]](), 0
    if gap and firsts.isdisjoint(words):
        return found
    while i < len(words):
        size = 0
        if (words[i] if gap else words[i][:1]) in firsts:
            longest = min(LONGEST_FORM, len(words) - i)
            size = next((n for n in range(longest, 0, -1) if gap.join(words[i : i + n]) in forms), 0)
        if size:
            found.append((i, size, forms[gap.join(words[i : i + size])]))
        i += max(size, 1)
    return found


@cache
def first_words(lang: str, kind: str) -> frozenset[str]:
    """The words with which a form can start, or the characters where words are not spaced: no other is looked up."""
    forms = member_forms(lang).keys() if kind == "member" else metric_forms(lang, kind == "verb").keys()
    return frozenset(form.split()[0] if joint(lang) else form[0] for form in forms)


def _until_joint(words: list[str], lang: str) -> tuple[list[str], list[Member]]:
    """The words up to one that starts something else, unless it stands inside a member's name; the members in them."""
    members = _members(words, lang)
    breaks = frame_words(lang).breaks
    if breaks.isdisjoint(words):
        return words, members
    inside = {i for start, size, _ in members for i in range(start, start + size)}
    stop = next((i for i, word in enumerate(words) if word in breaks and i not in inside), len(words))
    return words[:stop], [member for member in members if member[0] < stop]


def says_nothing(word: str, words: FrameWords) -> bool:
    return word in words.empty or word in words.whole or not word[0].isalnum() or words.status_of(word) is not None
