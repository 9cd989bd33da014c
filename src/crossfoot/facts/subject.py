"""The words around a figure, read: which metric they name, which members of which axes, and what is left over.

Words that no row knows stay in the key of the figure, so that two figures meet only if nothing tells them apart.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from crossfoot.lexicon.frame import FrameWords, frame_words, joint
from crossfoot.lexicon.metrics import Metric, axes, member_forms, metric_forms

LONGEST_FORM = 6  # words in the longest form of a metric or of a member of an axis
_JOINTS = {"and", "or", "from", "to", "while", "和", "及"}


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


def read(
    shared: list[str], own: list[str], after: list[str], lang: str, kind: str | None, likely: str | None
) -> Subject:
    """The subject of a figure from its own words before and behind it, and from those it shares with the ones before.

    `kind` is the kind of its quantity, if it has one, and `likely` the metric spoken of last: they decide between the
    metrics that share a word ("sales").

    >>> s = read([], "its total sales volume in the china market".split(), [], "en", "count", None)
    >>> s.metric.id, s.segment, s.rest
    ('sales_volume', (('market', 'domestic'),), ())
    """
    words = frame_words(lang)
    behind = _until_joint(after, lang)
    found, used = _named(own, lang, kind, likely)
    if found is None:
        found, _ = _metric(behind, metric_forms(lang), kind, likely, joint(lang))
    rest = _rest(own, used, lang, words)
    members = [m for m in _members(own, lang) if not set(range(m[0], m[0] + m[1])) <= set(used)] + _members(
        behind, lang
    )
    if found is None and shared:
        found, used = _named(shared, lang, kind, likely)
        rest = _rest(shared, used, lang, words) + rest
        members = members or _members(shared, lang)
    segment = dict[str, str]()
    for _, _, axis, member in members:
        segment.setdefault(axis, member)
    unit = next((row for axis in segment if (row := axes()[axis].unit) is not None), None)
    status = next((s for word in shared + own if (s := words.status_of(word)) is not None), "actual")
    return Subject(found, tuple(sorted(segment.items())), unit, rest, status)


def _named(words: list[str], lang: str, kind: str | None, likely: str | None) -> tuple[Metric | None, Collection[int]]:
    """The metric that a noun names ("sales volume"), else a verb ("sold")."""
    if kind is None and any(likely in axes()[axis].of for _, _, axis, _ in _members(words, lang)):
        return _metric(
            words,
            {f: r for f, r in metric_forms(lang).items() if f not in member_forms(lang)},
            kind,
            likely,
            joint(lang),
        )
    found, used = _metric(words, metric_forms(lang), kind, likely, joint(lang))
    return (
        (found, used)
        if found is not None
        else _metric(words, metric_forms(lang, verbs=True), kind, likely, joint(lang))
    )


def _rest(words: list[str], used: Collection[int], lang: str, frame: FrameWords) -> tuple[str, ...]:
    """The words that neither name a metric nor a member and yet say something."""
    members = {i for start, size, _, _ in _members(words, lang) for i in range(start, start + size)}
    return tuple(
        word for i, word in enumerate(words) if i not in used and i not in members and not _says_nothing(word, frame)
    )


def _metric(
    words: list[str], forms: dict[str, tuple[Metric, ...]], kind: str | None, likely: str | None, gap: str
) -> tuple[Metric | None, Collection[int]]:
    """The metric of the last and there longest form that a quantity of this kind can print, and the words it used."""
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - LONGEST_FORM), end):
            rows = forms.get(gap.join(words[start:end]), ())
            fit = [row for row in rows if kind is None or kind in row.kinds or kind == "number"]
            if fit:
                return next((row for row in fit if row.id == likely), fit[0]), range(start, end)
    return None, ()


def _members(words: list[str], lang: str) -> list[tuple[int, int, str, str]]:
    """(place, length, axis, member) of each member named, the longest form first."""
    forms, gap, found, i = member_forms(lang), joint(lang), list[tuple[int, int, str, str]](), 0
    while i < len(words):
        size = next(
            (n for n in range(min(LONGEST_FORM, len(words) - i), 0, -1) if " ".join(words[i : i + n]) in forms), 0
        )
        if size:
            found.append((i, size, *forms[gap.join(words[i : i + size])]))
        i += max(size, 1)
    return found


def _until_joint(words: list[str], lang: str) -> list[str]:
    """The words up to one that starts something else, unless it stands inside the name of a member."""
    inside = {i for start, size, _, _ in _members(words, lang) for i in range(start, start + size)}
    stop = next((i for i, word in enumerate(words) if word in _JOINTS and i not in inside), len(words))
    return words[:stop]


def _says_nothing(word: str, words: FrameWords) -> bool:
    return word in words.empty or word in words.whole or not word[0].isalnum() or words.status_of(word) is not None
