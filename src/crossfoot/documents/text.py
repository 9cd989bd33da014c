"""Plain text comes in, its layout goes out: title, headings, date lines, lists, paragraphs, captions and bylines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from crossfoot.documents import aligned
from crossfoot.documents.blocks import Layout, Piece
from crossfoot.documents.words import is_byline, is_caption
from crossfoot.documents.words import words as layout_words
from crossfoot.late import late
from crossfoot.model import BlockKind

_BULLETS = "-*+•·▪◦‣–—"
_NUMBERED = late(
    r"\(?\d{1,3}[.)]\s{1,8}|\d{1,2}(?:、|．(?!\d))\s{0,8}|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]\s{0,8}|[一二三四五六七八九十]{1,3}、\s{0,8}"
)
_TERMINAL = '.!?。！？；;:：,，、…"”』'
_WIDE = late("[⺀-힣豈-￦]")
_MARKED = late("[，。；：、！？,;:!?]")
_LEAD = late("[一-鿿]{2,5}[ \u3000丨|｜]{1,3}(?=[一-鿿A-Z《“])")
_LABEL = late("[一-鿿·、与和]{2,10}")
_DATELINE = late(r"[A-Z][A-Z .,/'-]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2}\b")
_DATE_ONLY = late(
    r"[\s\d年月日:：./,\-]{6,40}$|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[^。，,.!?]{0,40}$"
    r"|(?:[A-Z][a-z]{2,8},? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}),? \d{4}$"
)
_WRAPPED_FROM, _WRAPPED_TO = 40, 132  # columns between which text may be wrapped by hand
_LONGEST_HEADING, _LONGEST_TITLE = 80, 200
_RUN_TOGETHER = late(r"[一-鿿%）)\]] - [一-鿿*“0-9]")  # items of a list, each behind its dash
_LONGEST_SECTION = 4  # words over a section of a digest


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line without the white space around it, how far it is indented, and whether a blank one stands before it."""

    start: int
    end: int
    indent: int
    after_blank: bool


def layout(text: str) -> Layout:
    """The pieces of a plain text.

    >>> laid = layout("Company news\\n\\nGeely sold 7 cars.\\n\\n- sedans\\n- SUVs")
    >>> [(piece.kind, laid.text[piece.start : piece.end]) for piece in laid.pieces]
    [('title', 'Company news'), ('paragraph', 'Geely sold 7 cars.'), ('list', '- sedans\\n- SUVs')]
    """
    set_ = aligned.tables(text)
    lines = list(_lines(text))
    if not set_:
        return Layout(text, tuple(listed(_named(text, list(_paragraphs(text, lines))))))
    pieces = [*listed(_named(text, list(_paragraphs(text, _outside(lines, set_))))), *set_]
    return Layout(text, tuple(sorted(pieces, key=lambda piece: piece.start)))


def _outside(lines: Sequence[Line], set_: Sequence[Piece]) -> list[Line]:
    """The lines that no table holds; one behind a table begins anew."""
    kept: list[Line] = []
    ends = [(table.start, table.end) for table in set_]
    behind = False
    for line in lines:
        if any(start <= line.start < end for start, end in ends):
            behind = True
            continue
        kept.append(msgspec.structs.replace(line, after_blank=True) if behind else line)
        behind = False
    return kept


def _lines(text: str) -> Iterator[Line]:
    at, blank = 0, True
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            indent = len(line) - len(line.lstrip())
            yield Line(at + indent, at + indent + len(bare), indent, blank)
        blank = not bare
        at += len(line)


def _paragraphs(text: str, lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Lines joined where a hand wrapped them: the first line of each paragraph, and where the paragraph ends."""
    widths = [_width(text[line.start : line.end]) + line.indent for line in lines]
    widest = max(widths, default=0)
    wrapped = _WRAPPED_FROM <= widest <= _WRAPPED_TO
    first: Line | None = None
    for number, line in enumerate(lines):
        if first is None:
            first = line
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None or not (wrapped and _goes_on(text, line, following, widths[number], widest)):
            yield first, line.end
            first = None


def _goes_on(text: str, line: Line, following: Line, width: int, widest: int) -> bool:
    """Would the next line's first word have fitted on this one? If not, the break is only the edge of the page."""
    if following.after_blank or following.indent > line.indent or marker(text[following.start : following.end]):
        return False
    opening = text[following.start]
    if text[line.end - 1] in ",-" or opening.islower():
        return True
    if all(" vs " in text[each.start : each.end] for each in (line, following)) and opening.isupper():
        return False  # "Net 409,000 vs 328,000", "Revs 12.1 mln vs 11.2 mln": a list of results, however narrow
    if opening.isdecimal() and text[line.end - 1] == "." and text[line.end - 2 : line.end - 1].isdecimal():
        return True  # a number broken at its point
    if _DATELINE.match(text, following.start, following.end):
        return False
    if _WIDE.search(
        text, following.start, min(following.end, following.start + 12)
    ):  # Chinese is broken anywhere, so that a full line is full to the last character or two
        unmarked = _MARKED.search(text, line.start, line.end) is None  # a full line of prose has a comma, a title none
        return widest - width <= 3 and text[line.end - 1] not in "。！？" and not unmarked
    space = text.find(" ", following.start, following.end)
    return width + 1 + (space if space >= 0 else following.end) - following.start >= 0.92 * widest


def _width(line: str) -> int:
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))


def _named(text: str, paragraphs: Sequence[tuple[Line, int]]) -> Iterator[Piece]:
    sections = [_is_section(text, one, two) for one, two in pairwise(paragraphs)]
    of_sections = sum(sections) > 1  # one alone may as well be a name that stands over an address
    labels, leads = _labels(text, paragraphs), _leads(text, paragraphs)
    for number, (line, end) in enumerate(paragraphs):
        words = text[line.start : end]
        if number in leads:
            yield Piece("heading", line.start, line.start + len(leads[number].rstrip()), level=2)
            yield Piece("paragraph", line.start + len(leads[number]), end)
            continue
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        kind: BlockKind = "paragraph"
        if of_sections and following is not None and sections[number]:
            kind = "heading"
        elif number == 0 and following is not None and _is_title(text, line, end, following):
            kind = "title"
        elif is_caption(words):
            kind = "caption"
        elif is_byline(words) or is_date(words):
            kind = "byline"
        elif number in labels or (
            following is not None and following[0].after_blank and line.after_blank and is_heading(words)
        ):
            kind = "heading"
        elif mark := marker(words):
            yield Piece("list", line.start, end, mark=mark)
            continue
        yield Piece(kind, line.start, end, level=2 if kind == "heading" else 1 if kind == "title" else 0)


def _is_section(text: str, paragraph: tuple[Line, int], following: tuple[Line, int]) -> bool:
    """Does a word or three stand over what is told under it: "BANKS", "Retail" above a list?"""
    (line, end), (below, below_end) = paragraph, following
    words, under = text[line.start : end], text[below.start : below_end]
    if not line.after_blank or below.after_blank or len(words.split()) > _LONGEST_SECTION or not is_heading(words):
        return False
    if marker(words) or is_caption(words) or is_byline(words) or is_date(words) or not words.isascii():
        return False
    plain = words.replace("&", "").replace(" ", "").isalpha()
    return plain and (
        bool(marker(under)) or (under[-1] in _TERMINAL and under[:1].isupper() and len(under.split()) > 5)
    )


def _labels(text: str, paragraphs: Sequence[tuple[Line, int]]) -> frozenset[int]:
    """The short lines of Chinese between whole sentences that each head a part: "外资准入", "公司新闻"."""
    ended = [text[end - 1] in "。！？…”）" for _, end in paragraphs]
    found = {
        number
        for number, (line, end) in enumerate(paragraphs[:-1])
        if ended[number + 1] and (not number or ended[number - 1]) and _LABEL.fullmatch(text, line.start, end)
    }
    return frozenset(found) if len(found) > 1 else frozenset()


def _leads(text: str, paragraphs: Sequence[tuple[Line, int]]) -> dict[int, str]:
    """The labels with which most paragraphs of a Chinese digest open: "零售 | 禾岭超市10月销售额18.4亿元"."""
    if text.isascii():
        return {}
    found = {number: lead[0] for number, (line, _) in enumerate(paragraphs) if (lead := _LEAD.match(text, line.start))}
    if len(set(found.values())) < 2 or 2 * len(found) < len(paragraphs):
        return {}
    return {number: lead for number, lead in found.items() if not is_byline(lead.strip()) and not is_caption(lead)}


def marker(words: str) -> int:
    """How long the mark is with which a list item begins; 0 for no list item.

    >>> marker("- sedans"), marker("（1）轿车"), marker("3.5 million cars")
    (2, 3, 0)
    """
    if words[:1] in _BULLETS and words[1:2].isspace():
        end = len(words) - len(words[1:].lstrip())
    else:
        found = _NUMBERED.match(words)
        end = found.end() if found else 0
    return end if end < len(words) else 0


def is_date(words: str) -> bool:
    """Is this a date and nothing else?"""
    return len(words) <= 60 and bool(_DATE_ONLY.match(words))


def is_heading(words: str) -> bool:
    """A short line that ends no sentence and is no sentence: "Company news", "一、经营情况"."""
    if _width(words) > _LONGEST_HEADING or words[-1] in _TERMINAL or "\n" in words or "\t" in words:
        return False
    return any(c.isalpha() for c in words) and (words[0].isupper() or not words[0].isascii() or words[0].isdigit())


def may_entitle(words: str) -> bool:
    """A line that ends no sentence and has more to it than a name or a number: what a title must be at least."""
    if ends_sentence(words) or "\n" in words or "\t" in words or not (words[0].isupper() or not words[0].isascii()):
        return False
    return len(words.split()) > 2 or len(_WIDE.findall(words)) > 7


def ends_sentence(words: str) -> bool:
    return words[-1] in _TERMINAL


def _is_title(text: str, line: Line, end: int, following: tuple[Line, int]) -> bool:
    words, after, after_end = text[line.start : end], following[0], following[1]
    if words.startswith(layout_words().titles):
        return True
    if len(words) > _LONGEST_TITLE or words[-1] in _TERMINAL or "\n" in words or "\t" in words or is_caption(words):
        return False
    if not any(c.isalpha() for c in words) or is_byline(words):
        return False
    if _RUN_TOGETHER.search(words) and len(words) > _LONGEST_HEADING:
        return False
    if after.after_blank or words.isupper():
        return True
    # Without a blank line: what follows must look like the story, and this must not be a line of a wrapped paragraph.
    if text[after.start].islower():
        return False
    own, story = _width(words), _width(text[after.start : after_end])
    return story > own and (text[after_end - 1] in _TERMINAL or after.indent > line.indent or story > _WRAPPED_TO + own)


def listed(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbouring list items gathered into one list."""
    gathered: list[Piece] = []
    for piece in pieces:
        if piece.kind == "list":
            gathered.append(Piece("paragraph", piece.start, piece.end, mark=piece.mark))
            continue
        yield from _list(gathered)
        gathered = []
        yield piece
    yield from _list(gathered)


def _list(items: list[Piece]) -> Iterator[Piece]:
    if items:
        yield Piece("list", items[0].start, items[-1].end, inside=tuple(items))
