"""A page comes in; its layout goes out: the words of its main part, without menus and what surrounds them.

The tree is selectolax's (lexbor, the HTML5 rules): one package without dependencies, 8 MB and 21 ms to import, where
resiliparse takes four, 12 MB and 34 ms for the same tree. Nothing else in crossfoot imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from crossfoot.documents import remarks, tables, text
from crossfoot.documents.blocks import Aside, Layout, Piece, Tell, silent
from crossfoot.documents.grid import SUPERSCRIPT, grid, is_data
from crossfoot.documents.published import find
from crossfoot.documents.story import HEADINGS, Flow, is_around, is_call, story
from crossfoot.documents.words import is_byline, is_caption, is_firm, is_paper
from crossfoot.errors import InputError
from crossfoot.late import late
from crossfoot.lexicon import Row, load
from crossfoot.model import BlockKind

MOST_DEPTH, MOST_ATTRIBUTES = 512, 1000  # beyond, the parser takes quadratic time: 8,000 levels and it is 0.1 s


class Elements(Row, frozen=True):
    """Names, separated by white space (lexicon/html.toml says what each group is)."""

    skipped: str
    blocks: str
    unnested: str
    dates: str
    headlines: str
    whole: str


_elements: Elements = load("html.toml", Elements)
_SKIPPED, _BLOCKS = frozenset(_elements.skipped.split()), frozenset(_elements.blocks.split())
_UNNESTED, _DATES = frozenset(_elements.unnested.split()), frozenset(_elements.dates.split())
_HEADLINES, _WHOLE = frozenset(_elements.headlines.split()), frozenset(_elements.whole.split())
_TAG = late(r"<(/?)([a-z][a-z0-9]{0,20})([^<>]*)")
# What the US SEC sets before a document of a filing: its type, number and name.
_WRAPPED = late(r"\s{0,200}(?:<DOCUMENT>\s{0,9})?<TYPE>[^<>]{1,99}(?:<[A-Z]{1,20}>[^<>]{0,300}){0,3}<TEXT>")
_SPACE = late(r"[ \t\r\n\f\xa0]+")
_STYLED = ("font", "span", "p", "div")  # elements whose style is asked for the weight of their letters
_WEIGHT = late(r"font(?:-weight)?\s{0,3}:\s{0,3}(?:(bold|[6-9]00)|[^;]{1,80})", re.IGNORECASE)
_LONGEST_TITLE, _LEAST_PROSE = 250, 60  # characters
_HIDDEN = late(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden")
_JSON_DATE = late(r'"datePublished"\s{0,4}:\s{0,4}"([^"]{8,40})"')


def layout(content: str, tell: Tell = silent) -> Layout:
    """The main text of a page.

    >>> page = "<nav><a href=/>Home</a></nav><h1>Sales</h1><p>Geely sold <b>105,500</b> cars.</p>"
    >>> laid = layout(page)
    >>> laid.text, [piece.kind for piece in laid.pieces]
    ('Sales\\n\\nGeely sold 105,500 cars.\\n', ['title', 'paragraph'])
    """
    _limit(content)
    page = LexborHTMLParser(_WRAPPED.sub("", content, count=1))
    run = _Run()
    flows = list(_flows(page.body, run)) if page.body is not None else []
    written, pieces, asides = _written(story(flows, run.around, _titles(page)))
    published = _published(page, content)
    return Layout(written, tuple(pieces), plain=False, published=published, asides=tuple(asides))


def _limit(content: str) -> None:
    """Refuse what the parser would choke on."""
    folded = content.lower()
    at = depth = 0
    while found := _TAG.search(folded, at):
        closing, tag, rest = found.groups()
        at = found.end()
        if tag in ("script", "style", "textarea") and not closing:
            at = folded.find("</" + tag, at)
            if at < 0:
                return
        elif tag not in _UNNESTED and not rest.endswith("/"):
            depth = max(0, depth - 1) if closing else depth + 1
        if depth > MOST_DEPTH:
            raise InputError(f"elements nested more than {MOST_DEPTH} deep")
        if len(rest) > 2 * MOST_ATTRIBUTES and len(rest.split()) > MOST_ATTRIBUTES:
            raise InputError(f"a <{tag}> with more than {MOST_ATTRIBUTES} attributes")


def _flows(body: LexborNode, run: _Run) -> Iterator[Flow]:
    """The runs of text in order. Walked with a stack of its own: a page may be nested deeper than Python may call."""
    stack: list[tuple[LexborNode, bool]] = [(body, True)]
    while stack:
        node, entering = stack.pop()
        tag = node.tag or ""
        if node.is_text_node:
            run.add(node.text_content or "")
            continue
        if not entering:
            if tag in _BLOCKS:
                yield from run.flush()
            run.leave(tag)
            continue
        if node.is_comment_node and (words := remarks.said(node.comment_content or "")) is not None:
            run.asides.append(words)
        if not node.is_element_node or tag in _SKIPPED or _hidden(node):
            continue
        if tag == "br":
            run.parts.append("\n")
            continue
        if tag in _BLOCKS:
            yield from run.flush()
        run.enter(tag, node)
        if tag == "table" and is_data((made := grid(node))[0]):
            yield Flow("table", "", tuple(run.path), rows=made[0], looks=made[1], asides=run.told())
            run.leave(tag)
            continue
        stack.append((node, False))
        child = node.last_child
        while child is not None:
            stack.append((child, True))
            child = child.prev
    yield from run.flush()


class _Run:
    """The text gathered since the last block began, and the elements that are open around it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.open: list[str] = []
        self.path: list[int] = []  # numbers of the open blocks
        self.asides: list[str] = []
        self.around: set[int] = set()  # blocks that call themselves something beside the story
        self.calls = False
        self.links = self.bold = self.met = self.linked = self.raised = 0
        self.strong = [False]  # by open element: is it set in bold?

    def enter(self, tag: str, node: LexborNode) -> None:
        if tag in _BLOCKS:
            self.open.append(tag)
            self.path.append(self.met)
            known = node.attributes
            name, role = f"{known.get('class') or ''} {known.get('id') or ''}", known.get("role") or ""
            if tag not in _WHOLE and is_around(name, role):
                self.around.add(self.met)
            self.met += 1
        self.linked += tag == "a"
        style = (node.attributes.get("style") or "") if tag in _STYLED else ""
        said = _WEIGHT.search(style) if "font" in style or "FONT" in style else None
        self.strong.append(tag in ("b", "strong") or (self.strong[-1] if said is None else said[1] is not None))
        self.raised += tag == "sup"

    def leave(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.open.pop()
            self.path.pop()
        self.linked -= tag == "a"
        self.strong.pop()
        self.raised -= tag == "sup"

    def add(self, words: str) -> None:
        if "pre" not in self.open:
            words = _SPACE.sub(" ", words)
        # A note mark must not lengthen the figure that it hangs on: 1,222 with note 3 is no 12,223.
        self.parts.append(words.translate(SUPERSCRIPT) if self.raised else words)
        size = len(words.strip())
        if self.linked:
            self.links += sum(map(str.isalnum, words))
            self.calls = self.calls or is_call(words)
        self.bold += size if self.strong[-1] else 0

    def flush(self) -> Iterator[Flow]:
        joined, tag = "".join(self.parts), next((t for t in reversed(self.open) if t not in ("div", "p")), "")
        if "pre" in self.open:
            runs = [joined] if joined.strip() else []
            tag = "pre"
        else:
            runs = [line for line in (_SPACE.sub(" ", part).strip() for part in joined.split("\n")) if line]
        size = max(1, sum(len(words) for words in runs))
        for words in runs:
            share = len(words) / size
            links, bold = round(self.links * share), round(self.bold * share)
            yield Flow(tag, words, tuple(self.path), links, bold, asides=self.told(), calls=self.calls)
        self.parts.clear()
        self.links, self.bold, self.calls = 0, 0, False

    def told(self) -> tuple[str, ...]:
        """The comments for crossfoot since the last run of text; each speaks of one run."""
        asides = tuple(self.asides)
        self.asides.clear()
        return asides


def _hidden(node: LexborNode) -> bool:
    known = node.attributes
    style = known.get("style") or ""
    return "hidden" in known or known.get("aria-hidden") == "true" or ("n" in style and bool(_HIDDEN.search(style)))


def _written(flows: Sequence[Flow]) -> tuple[str, list[Piece], list[Aside]]:
    """The flows as text, an empty line between paragraphs, their pieces, and the comments that speak of them."""
    parts: list[str] = []
    asides: list[Aside] = []
    pieces: list[Piece] = []
    at = number = 0
    titled = False
    entitled = any(flow.tag == "h1" for flow in flows)
    for flow in flows:
        if flow.rows:
            words, table = tables.lay(flow.rows, number, at, "".join(parts[-3:])[-600:], flow.looks)
            number += 1
            pieces += [table] if table is not None else []
        elif flow.tag == "pre":
            words = flow.words + "\n"
            pieces += [_shifted(piece, at) for piece in text.layout(flow.words).pieces]
        else:
            words = flow.words + "\n"
            piece = _piece(flow, at, titled)
            if not (titled or entitled) and _is_title(flow):
                piece = msgspec.structs.replace(piece, kind="title", level=1, mark=0)
            pieces.append(piece)
            titled = titled or piece.kind == "title" or (not entitled and _is_prose(flow.words))
        asides += [Aside(said, at, at + len(words)) for said in flow.asides]
        parts.append(words + "\n")
        at += len(words) + 1
    whole = "".join(parts)[:-1]
    asides = [Aside(a.words, 0, len(whole)) if a.words.startswith("ignore-file") else a for a in asides]
    return whole, list(text.listed(iter(pieces))), asides


def _piece(flow: Flow, at: int, titled: bool) -> Piece:
    words, kind, mark = flow.words, _kind(flow), text.marker(flow.words)
    level = int(flow.tag[1]) if flow.tag in HEADINGS else 3 if kind == "heading" else 0
    if kind == "heading" and not titled and (level == 1 or at == 0) and not is_paper(words):
        kind, level = "title", 1
    if kind == "paragraph" and mark:
        kind = "list"
    return Piece(kind, at, at + len(words), level=level, mark=mark if kind == "list" else 0)


def _kind(flow: Flow) -> BlockKind:
    words = flow.words
    if flow.tag in HEADINGS:
        return "heading"
    if flow.tag in ("figcaption", "caption") or is_caption(words):
        return "caption"
    if is_byline(words) or text.is_date(words) or is_paper(words):
        return "byline"
    if flow.tag == "li":
        return "list"
    return "heading" if _is_loud(flow) and text.is_heading(words) else "paragraph"


def _is_loud(flow: Flow) -> bool:
    return flow.bold >= 0.9 * len(flow.words.replace(" ", "")) or flow.words.isupper()


def _is_title(flow: Flow) -> bool:
    """Can a line before all prose be the title, though no element says so? A letterhead is none, nor "Exhibit 99.1"."""
    words = flow.words
    if not _is_loud(flow) or is_paper(words) or _kind(flow) not in ("heading", "paragraph") or text.marker(words):
        return False
    return len(words) <= _LONGEST_TITLE and text.may_entitle(words) and not is_firm(words)


def _is_prose(words: str) -> bool:
    return len(words) >= _LEAST_PROSE and text.ends_sentence(words)


def _shifted(piece: Piece, by: int) -> Piece:
    inside = tuple(_shifted(part, by) for part in piece.inside)
    return msgspec.structs.replace(piece, start=piece.start + by, end=piece.end + by, inside=inside)


def _titles(page: LexborHTMLParser) -> list[str]:
    """What the page calls itself, in its title and its metadata."""
    said = [node.text() for node in page.css("title")[:1]]
    for node in page.css("meta[content]"):
        known = node.attributes
        if (known.get("property") or known.get("name") or "").lower() in _HEADLINES:
            said.append(known.get("content") or "")
    return said[:8]


def _published(page: LexborHTMLParser, content: str) -> str | None:
    """The day that the page's metadata gives: meta tags first, then structured data, then the first <time>."""
    said = []
    for node in page.css("meta[content]"):
        known = node.attributes
        key = known.get("property") or known.get("name") or known.get("itemprop") or ""
        if key.lower() in _DATES:
            said.append(known.get("content") or "")
    said += [found[1] for found in [_JSON_DATE.search(content)] if found]
    said += [node.attributes.get("datetime") or "" for node in page.css("time[datetime]")[:1]]
    return next((day.isoformat() for words in said if (day := find(words))), None)
