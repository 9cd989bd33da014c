"""Reports come in; one HTML file goes out that shows them from disk, to anyone, without a request to anywhere.

What a reader needs stands in the page itself: the text with its figures marked, what does not tie, what does, what
follows and what is open. With scripts it is a workbench (`page/`, built into page.html): evidence, filters, what-if.
Words of a story are text in the page and text in its data, never markup.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from crossfoot import model
from crossfoot.late import late
from crossfoot.lexicon import Row, load
from crossfoot.lexicon.findings import rule
from crossfoot.lexicon.metrics import metric
from crossfoot.lexicon.slips import slips
from crossfoot.lexicon.told import Pair, chinese, english
from crossfoot.lexicon.units import units
from crossfoot.model import Block, Look, Picture, Report, Span, Verdict
from crossfoot.views import json as exchange
from crossfoot.views import sheets
from crossfoot.views.figures import RANK, Figure, Offsets, figures_of, status
from crossfoot.views.fingerprint import where
from crossfoot.views.terminal import overview, tick

_GROUPS = late(r"<!--crossfoot:(\w+)-->")
_TAGS = {"title": "h2", "heading": "h3", "caption": "p", "byline": "p", "list": "p", "paragraph": "p"}
_KEYS = frozenset({"facts", "relations", "findings", "derived"})
Ticks = list[tuple[int, str, str]]  # where each stands, the mark, and how its claim stands
NO_PICTURES: Mapping[str, Sequence[Picture]] = MappingProxyType({})
_MARKED = 4  # ticks beside one block; more are counted
_PART = 20  # blocks that the browser lays out at once: one by one, scrolling through 300 kB took five times the work


class Words(Row, frozen=True):
    words: dict[str, Pair]
    status: dict[str, Pair]
    kind: dict[str, Pair]
    fact: dict[str, Pair]
    field: dict[str, Pair]
    value: dict[str, Pair]
    tick: dict[str, Pair]


def show(reports: Sequence[tuple[str, Report]], pictures: Mapping[str, Sequence[Picture]] = NO_PICTURES) -> str:
    """The page of one report, or of several that a reader may switch between; `pictures` are pages of what they read.

    >>> from crossfoot import Source, check
    >>> page = show([("note", check(Source("note", "<b>Sales</b> rose 2% to 105,500 units.")))])
    >>> "&lt;b&gt;Sales" in page, "<b>Sales" in page
    (True, False)
    """
    known = [(name, report, figures_of(report)) for name, report in reports]
    parts = {
        "title": _escaped(", ".join(name for name, _ in reports) or "crossfoot"),
        "body": "".join(_document(*each, number, pictures.get(each[0], ())) for number, each in enumerate(known)),
        "data": _data(known),
    }
    chinese = bool(reports) and all(report.document.lang == "zh" for _, report in reports)
    page = _GROUPS.sub(lambda found: parts[found[1]], _template())
    return page.replace('<html lang="en">', '<html lang="zh">', 1) if chinese else page


@cache
def _template() -> str:
    return files("crossfoot").joinpath("views", "page.html").read_text(encoding="utf-8")


@cache
def _words() -> Words:
    rows: Words = load("page.toml", Words)
    return rows


# ---------------------------------------------------------------------------------------------------- the data


def _data(reports: Sequence[tuple[str, Report, list[Figure]]]) -> str:
    """JSON for the script of the page, with nothing in it that could end the element that it stands in."""
    known = _words()
    documents = [_shown(*each) for each in reports]
    words = {"words": known.words, "status": known.status, "kind": known.kind, "fact": known.fact}
    words |= {"tick": known.tick, **_spoken(documents, known)}
    words["slip"] = {slip.id: (slip.says, slip.zh) for slip in slips().values()}
    made = json.dumps({"documents": documents, "said": words}, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        made = made.replace(char, f"\\u{ord(char):04x}")
    return made


def _spoken(documents: Sequence[dict[str, Any]], known: Words) -> dict[str, dict[str, Pair]]:
    """The words for the names and the values of the fields of facts, as far as these reports have them."""
    names, values, left = set[str](), set[str](), [fact["fields"] for made in documents for fact in made["facts"]]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            names |= value.keys()
            left += value.values()
        elif isinstance(value, list):
            left += value
        elif isinstance(value, str):
            values.add(value)
    field = {name: said for name, said in known.field.items() if name in names}
    return {"field": field, "value": {name: said for name, said in known.value.items() if name in values}}


def _shown(name: str, report: Report, known: list[Figure]) -> dict[str, Any]:
    """What the script needs of the exchange form: the text stands in the page already."""
    made = json.loads(exchange.show(report, _KEYS))
    made.pop("text", None)
    made.pop("places", None)
    for entry in (*made["relations"], *made["findings"], *made["derived"]):
        (entry.get("certificate") or {}).pop("remedies", None)
    figures = [[*figure.span, figure.status] for figure in known]
    leaves = [list(span) for span in _leaves(report)]
    ticks = {v.code or v.kind: rule(v.code).tick if v.code else tick(v) for v in report.verdicts}
    return {
        **made, "name": name, "figures": figures, "leaves": leaves, "ticks": ticks, "zh": _in_chinese(report),
    }  # fmt: skip


def _in_chinese(report: Report) -> dict[str, str]:
    """What the exchange form tells in English, in Chinese where that is another."""
    made = dict[str, str]()
    for verdict in report.verdicts:
        proof = verdict.certificate
        labels = () if proof is None else tuple(figure.label for figure in proof.figures)
        for words in (verdict.message, verdict.arithmetic, verdict.label, *verdict.because, *labels):
            if chinese(words) != english(words):
                made[english(words)] = chinese(words)
        if verdict.code is not None:
            made[rule(verdict.code).name] = rule(verdict.code).zh
        unit = units().get(verdict.unit)
        if verdict.outcome == "implied" and unit is not None and unit.zh:
            made[verdict.unit] = unit.zh[0]
    for fact in report.facts:
        figure = getattr(fact, "figure", None)
        if isinstance(figure, model.Figure):
            measured, unit = metric(figure.metric), units().get(figure.unit)
            if measured is not None and measured.zh:
                made[figure.metric] = measured.zh[0]
            if unit is not None and unit.zh:
                made[figure.unit] = unit.zh[0]
    return made


def _leaves(report: Report) -> list[Offsets]:
    return [(b.span.start, b.span.end) for b in report.document.blocks if b.kind in ("sentence", "cell")]


# ---------------------------------------------------------------------------------------------------- the text


def _document(name: str, report: Report, figures: list[Figure], number: int, pictures: Sequence[Picture]) -> str:
    document = report.document
    marks, ticks = _Marks(document.text, figures), _ticks(report)
    rows = list(_blocks(report, marks, ticks))
    parts = ("".join(rows[at : at + _PART]) for at in range(0, len(rows), _PART))
    body = "".join(f'<div class="part">{part}</div>' for part in parts)
    lang = ' lang="zh"' if document.lang == "zh" else ' lang="en"'
    lists = "".join(_lists(report, 1 if document.lang == "zh" else 0))
    drawn = sheets.show(report, figures, pictures, _words().words) if pictures else ""
    return (
        f'<article class="doc" data-d="{number}"{lang}><h1>{_escaped(name)}</h1>'
        f'{drawn}<div class="text">{body}</div><div class="lists">{lists}</div></article>'
    )


def _blocks(report: Report, marks: _Marks, ticks: Ticks) -> Iterator[str]:
    """The blocks that have words, with their ticks in the margin; tables as tables."""
    blocks, skip = report.document.blocks, -1
    children = dict[int, list[int]]()
    for number, block in enumerate(blocks):
        children.setdefault(block.parent, []).append(number)
    for number, block in enumerate(blocks):
        if block.span.start < skip or block.kind in ("item", "sentence", "row", "cell"):
            continue
        skip = block.span.end
        if block.kind == "table":
            rows = _table(blocks, children, number, marks, ticks)
            yield f'<div class="row"><div class="wide"><table>{rows}</table></div></div>'
        else:
            margin = _margin(ticks, block.span)
            tag = _TAGS.get(block.kind, "p")
            words = marks.within(block.span.start, block.span.end)
            said = f'<{tag} class="{block.kind}" data-s="{block.span.start}">{words}</{tag}>'
            yield f'<div class="row">{margin}{said}</div>'


def _table(
    blocks: Sequence[Block],
    children: dict[int, list[int]],
    number: int,
    marks: _Marks,
    ticks: Ticks,
) -> str:
    """Its rows, each with its own ticks in front."""
    rows = []
    for at, row in enumerate(children.get(number, ())):
        cells = "".join(_cell(blocks[cell], at == 0, marks) for cell in children.get(row, ()))
        own = children.get(row, ())
        span = Span("", blocks[own[0]].span.start, blocks[own[-1]].span.end) if own else blocks[row].span
        rows.append(f'<tr><td class="ticks">{_margin(ticks, span)}</td>{cells}</tr>')
    return "".join(rows)


def _cell(block: Block, head: bool, marks: _Marks) -> str:
    """A cell as it is set: over how many rows and columns, in bold."""
    words, look = marks.within(block.span.start, block.span.end), block.cell.look if block.cell else Look()
    head = head and bool(words)
    said = f' data-s="{block.span.start}"'
    said += f' colspan="{look.cols}"' if look.cols > 1 else ""
    said += f' rowspan="{look.rows}"' if look.rows > 1 else ""
    said += ' class="bold"' if look.bold else ""
    return f'<th scope="col"{said}>{words}</th>' if head else f"<td{said}>{words}</td>"


class _Marks:
    """The text in pieces, each under all figures that it belongs to: figures may cross, elements may not."""

    def __init__(self, text: str, figures: list[Figure]) -> None:
        self.text, self.figures = text, figures
        self.cuts = sorted({end for figure in figures for end in figure.span})
        self.at = 0

    def within(self, start: int, end: int) -> str:
        cuts = self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)]
        while self.at < len(self.figures) and self.figures[self.at].span[1] <= start:
            self.at += 1
        parts, last = [], start
        for cut in (*cuts, end):
            parts.append(self._piece(last, cut))
            last = cut
        return "".join(parts)

    def _piece(self, start: int, end: int) -> str:
        words = _escaped(self.text[start:end])
        over = list[int]()
        for number in range(max(0, self.at - 8), len(self.figures)):
            low, high = self.figures[number].span
            if low >= end:
                break
            if low < high and low <= start and end <= high:
                over.append(number)
        if not over or not words:
            return words
        grave = min((self.figures[n].status for n in over), key=RANK.index)
        numbers = " ".join(map(str, over))
        return f'<mark class="{grave}" data-f="{numbers}">{words}</mark>'


def _ticks(report: Report) -> Ticks:
    """Where a tick stands, the mark, and how the claim stands; in the order of the text."""
    made = []
    for verdict in report.verdicts:
        place = where(verdict)
        if place is None or verdict.outcome == "unchecked" or (verdict.outcome == "contradicted" and not verdict.code):
            continue
        mark = rule(verdict.code).tick if verdict.code else "i" if verdict.outcome == "implied" else tick(verdict)
        made.append((place.start, mark, status(verdict)))
    return sorted(made)


def _margin(ticks: Ticks, span: Span) -> str:
    own = ticks[bisect_left(ticks, (span.start, "", "")) : bisect_left(ticks, (span.end, "", ""))]
    counted = dict[tuple[str, str], int]()
    for _, mark, stands in sorted(own, key=lambda one: (RANK.index(one[2]), one[0])):
        counted[mark, stands] = counted.get((mark, stands), 0) + 1
    shown = "".join(
        f'<span class="{stands}">{_escaped(mark)}{f"<sup>{count}</sup>" if count > 1 else ""}</span>'
        for (mark, stands), count in list(counted.items())[:_MARKED]
    )
    return f'<div class="margin">{shown}</div>'


# --------------------------------------------------------------------------------------------- without scripts


def _lists(report: Report, side: int) -> Iterator[str]:
    """What the panels of the workbench show, as plain lists: on paper, and where no scripts run."""
    known, seen, tongue = _words(), overview(report), (english, chinese)[side]
    wrong = [verdict for verdict in report.verdicts if exchange.is_finding(verdict)]
    counts = [
        (seen.held, "ties"),
        (sum(1 for v in wrong if exchange.severity(v) == "error"), "contradicts"),
        (sum(1 for v in wrong if exchange.severity(v) != "error"), "asks"),
        (len(seen.left), "open"),
    ]
    yield f"<p>{' · '.join(f'{count} {_escaped(known.words[name][side])}' for count, name in counts)}</p>"
    if wrong:
        yield _list(known.words["findings"][side], [_said(report, verdict, side) for verdict in wrong])
    if seen.ties:
        lines = [
            f"{mark}  {tongue(said)}  ({known.kind.get(kind.replace(' ', '_'), (kind, kind))[side]})"
            for mark, said, kind in seen.ties
        ]
        yield _list(known.words["equations"][side], lines)
    if seen.implied:
        yield _list(known.words["implied"][side], map(tongue, seen.implied))
    if seen.reasons or seen.left:
        left = [(", ", "、")[side].join(seen.left)] if seen.left else []
        yield _list(known.words["unchecked"][side], [*map(tongue, seen.reasons), *left])


def _said(report: Report, verdict: Verdict, side: int) -> str:
    known, made = rule(verdict.code or ""), _words()
    name = known.zh if side else known.name
    best = next((c for c in verdict.culprits[:1] if c.suggested), None)
    instead = ""
    if best is not None:
        lead = made.words.get(verdict.margin or "", made.words["perhaps"])[side]
        there = report.document.text[best.span.start : best.span.end]
        instead = (f" ({there}: {lead} {best.suggested})", f"（{there}：{lead}{best.suggested}）")[side]
    message = (english, chinese)[side](verdict.message)
    return f"{known.code} {name}{(': ', '：')[side]}{message}{instead}"


def _list(title: str, lines: Iterable[str]) -> str:
    return f"<h2>{_escaped(title)}</h2><ul>{''.join(f'<li>{_escaped(line)}</li>' for line in lines)}</ul>"


def _escaped(words: str) -> str:
    """Words as text of a page. A carriage return is written out, since a reader of HTML would take it away."""
    words = words.encode("utf-8", "replace").decode() if not words.isascii() else words
    for char, said in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", "&#13;")):
        words = words.replace(char, said)
    return "".join("\ufffd" if c < " " and c not in "\t\n" else c for c in words) if _CONTROLS.search(words) else words


_CONTROLS = late("[\x00-\x08\x0b\x0c\x0e-\x1f]")
