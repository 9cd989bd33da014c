"""Pictures of the pages of a source come in; go out as sheets of the report page, with a box on each figure.

The script of the page knows a box by the number of its figure, as it knows the marks in the text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from crossfoot.lexicon.told import Pair
from crossfoot.model import Box, Lettering, Picture, Report
from crossfoot.views.figures import RANK, Figure, figures_of
from crossfoot.views.marks import placed

MOST_SHEETS = 20  # of one report: some 100 kB each
_MARGIN = 1.5  # points around the words, so that the box does not touch them


def wanted(report: Report) -> tuple[int, ...]:
    """The pages worth looking at, in order: those with something wrong come first where there are too many."""
    gravest = dict[int, int]()
    for figure in figures_of(report):
        found = placed(report.document.places, figure.span)
        if found is not None and figure.status != "open":
            gravest[found[0]] = min(gravest.get(found[0], len(RANK)), RANK.index(figure.status))
    return tuple(sorted(sorted(gravest, key=lambda page: (gravest[page], page))[:MOST_SHEETS]))


def show(report: Report, figures: Sequence[Figure], pictures: Sequence[Picture], said: dict[str, Pair]) -> str:
    """Each page as it is looked at; above them, how many there are and how many are not shown."""
    boxes = dict[int, list[str]]()
    for number, figure in enumerate(figures):
        found = placed(report.document.places, figure.span)
        for box in found[1] if found else ():
            boxes.setdefault(found[0] if found else 0, []).append(_box(box, number, figure.status))
    pages = {place.page for place in report.document.places if place.page is not None}
    many = max(pages, default=0)
    told = _both(said["sheets"], n=len(pictures), of=many) if len(pictures) < many else ""
    lead = f'<p class="lead">{told}</p>' if told else ""
    return f'<div class="sheets">{lead}{"".join(_sheets(pictures, boxes, said))}</div>'


def _sheets(pictures: Sequence[Picture], boxes: dict[int, list[str]], said: dict[str, Pair]) -> Iterator[str]:
    for picture in pictures:
        size = f'width="{picture.width:.0f}" height="{picture.height:.0f}"'
        source = f"data:image/png;base64,{b64encode(picture.png).decode()}"
        name = said["sheet"][0].replace("{n}", str(picture.page))
        yield (
            f'<figure class="sheet"><div><img alt="{name}" loading="lazy" decoding="async" {size} src="{source}">'
            f'<svg viewBox="0 0 {picture.width:.1f} {picture.height:.1f}" aria-hidden="true">'
            f"{''.join(map(_words, picture.letters))}{''.join(boxes.get(picture.page, ()))}</svg></div>"
            f"<figcaption>{_both(said['sheet'], n=picture.page)}</figcaption></figure>"
        )


def _box(box: Box, number: int, status: str) -> str:
    left, top, right, bottom = box[0] - _MARGIN, box[1] - _MARGIN, box[2] + _MARGIN, box[3] + _MARGIN
    return (
        f'<rect class="{status}" data-f="{number}" x="{left:.1f}" y="{top:.1f}" '
        f'width="{right - left:.1f}" height="{bottom - top:.1f}" rx="1.5"/>'
    )


def _words(line: Lettering) -> str:
    """What the picture has no shapes for, each character in its place."""
    look = f'font-size="{line.size:g}" fill="#{line.colour:06x}"' + (' font-weight="bold"' if line.bold else "")
    left = " ".join(f"{x:g}" for x in line.left)
    return f'<text x="{left}" y="{line.base:g}" {look}>{escape(line.text)}</text>'


def _both(said: Pair, **values: int) -> str:
    """In both languages; the style sheet shows the one that is chosen."""
    return "".join(
        f'<span lang="{lang}">{words.format(**values)}</span>' for lang, words in zip(("en", "zh"), said, strict=True)
    )
