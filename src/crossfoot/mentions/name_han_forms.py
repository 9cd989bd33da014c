"""Names in Chinese characters come in; out go their stems and short forms, and every other place where one stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from crossfoot.mentions.name_latin import Candidate, Leaf
from crossfoot.mentions.name_signs import area, edged, generic, words

_FEW = 32
_ENDINGS = ("公司", "合伙企业", "合伙", "事务所")


def again(text: str, leaves: list[Leaf], kept: list[Candidate]) -> Iterator[Candidate]:
    """Every other place where a name, or the short form that it was given, comes back."""
    forms: dict[str, str] = {}
    used: set[int] = set()
    for c in kept:
        if c.kind in ("organisation", "person") and len(c.text) > 1:
            forms[c.text] = c.kind
            used.update(range(c.start, c.end))
            group = c.text.endswith("集团")
            stem = stem_of(c.text) if group or c.rule == "legal-form" else ""
            if len(stem) > (1 if group else 3) and stem not in words().kinds and not generic(stem):
                forms.setdefault(stem, c.kind)
        elif c.kind != "place":
            used.update(range(c.start, c.end))
    starts = [leaf[0] for leaf in leaves]
    for at, form in (*_places_of(text, forms), *_openings(text, kept, leaves)):
        end, leaf = at + len(form), bisect_right(starts, at) - 1
        if leaf >= 0 and end <= leaves[leaf][1] and used.isdisjoint(range(at, end)):
            used.update(range(at, end))
            yield Candidate(at, end, form, forms.get(form, "organisation"), "alias", leaf, at == starts[leaf])


def _openings(text: str, kept: list[Candidate], leaves: list[Leaf]) -> Iterator[tuple[int, str]]:
    """ "华进" of 华进半导体…有限公司, where it opens a clause and a verb follows."""
    known, done = words(), set()
    starts = [leaf[0] for leaf in leaves]
    for stem in [stem_of(c.text) for c in kept if c.rule == "legal-form"][:_FEW]:
        for form in (stem[:4], stem[:3], stem[:2]):
            if form in done or len(form) >= len(stem) or form in known.kinds or generic(form) or area(form):
                continue
            done.add(form)
            at = text.find(form)
            while at >= 0:
                leaf = bisect_right(starts, at) - 1
                if leaf >= 0 and edged(text, starts[leaf], at) and known.follows.match(text, at + len(form)):
                    yield at, form
                at = text.find(form, at + len(form))


def _places_of(text: str, forms: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where each form stands, longer forms first; a long text with many names is read only once."""
    listed = sorted(forms, key=lambda form: (-len(form), form))
    if len(listed) > _FEW:
        starts: dict[str, list[str]] = {}
        for form in listed:
            starts.setdefault(form[:2], []).append(form)
        for at in range(len(text) - 1):
            for form in starts.get(text[at : at + 2], ()):
                if text.startswith(form, at):
                    yield at, form
                    break
        return
    for form in listed:
        at = text.find(form)
        while at >= 0:
            yield at, form
            at = text.find(form, at + len(form))


def unformed(name: str) -> str:
    """A name without its legal form.

    >>> unformed("洛阳钼业股份有限公司"), unformed("洛阳钼业")
    ('洛阳钼业', '洛阳钼业')
    """
    if not name.endswith(_ENDINGS):
        return name
    form = words().legal.search(name)
    return name[: form.start()] if form and form.start() > 1 else name


def stem_of(name: str) -> str:
    """A registered name without its legal form and the place it opens with.

    >>> stem_of("深圳市英威腾电气股份有限公司"), stem_of("京基集团")
    ('英威腾电气', '京基')
    """
    name = unformed(name).removesuffix("集团")
    while True:
        place = words().place.match(name)
        if not place or len(name) - place.end() < 2:
            return name
        name = name[place.end() :]


def contracted(short: str, full: str) -> bool:
    """May a short name have been picked from a full one, character by character?

    >>> full = "新疆准东石油技术股份有限公司"
    >>> contracted("准油股份", full), contracted("新油公司", full), contracted("中国石油", full)
    (True, True, False)
    """
    stem = stem_of(full)
    if len(short) < 3 or short[0] not in (stem[0], full[0]):
        return False
    rest = iter(full)
    return all(char in rest for char in short)
