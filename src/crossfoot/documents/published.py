"""What is known of a document's date comes in, a day and the precision it was given with go out.

A date handed in is believed, then the metadata of a page, then a full date in the head of the text or alone in its
last line. A date line without a year ("NEW YORK, March 26 -") says nothing here; `mentions` reads it.
"""

from __future__ import annotations

import datetime as dt

from crossfoot.documents.blocks import Layout
from crossfoot.documents.words import words as layout_words
from crossfoot.errors import InputError
from crossfoot.late import late

_ISO = late(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ].{0,40})?)?)?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_FULL = (
    (late(r"\b(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)"), (1, 2, 3)),
    (late(rf"\b{_NAME} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b"), (3, 1, 2)),
    (late(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_NAME},? (\d{{4}})\b"), (3, 2, 1)),
)
_DATELINE_END = late(r"[A-Z][^\n]{2,60}?\s?[-–—]{1,2}\s?[A-Z\"“]")
_HEAD, _MOST_BEFORE = 1500, 4  # characters of the head, and paragraphs among which the one with the date line is


def resolve(stated: str | None, laid: Layout) -> tuple[dt.date | None, str | None]:
    """The day (the first of a month or year given alone) and the date as it was given.

    >>> resolve("2020-05", Layout("", ()))
    (datetime.date(2020, 5, 1), '2020-05')
    """
    if stated:
        return _day(stated)
    found = _in_head(laid)
    return (found, found.isoformat()) if found else (None, None)


def _day(stated: str) -> tuple[dt.date, str]:
    found = _ISO.match(stated.strip())
    try:
        if not found:
            raise ValueError
        year, month, day = found.groups()
        date = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise InputError(f"published {stated!r} is no date: write 2020-05-12, 2020-05 or 2020") from None
    return date, date.isoformat()[: 10 if day else 7 if month else 4]


def _in_head(laid: Layout) -> dt.date | None:
    """A full date in the date line of the first paragraph, in a byline near the head, or under the last words."""
    paragraphs = [piece for piece in laid.pieces if piece.kind == "paragraph"]
    for number, piece in enumerate(paragraphs[:_MOST_BEFORE]):
        opening = laid.text[piece.start : piece.start + 90]
        loud = number == 0 or opening[:3].isupper()  # below a title and points in brief, a place in capitals
        if loud and (line := _DATELINE_END.match(opening)) and (day := find(line[0])):
            return day
    folded = laid.text[:_HEAD].lower()
    at = min((i for cue in layout_words().released if (i := folded.find(cue)) >= 0), default=-1)
    if at >= 0 and (day := find(laid.text[at : at + 60])):
        return day
    bylines = [piece for piece in laid.pieces[:6] + laid.pieces[-1:] if piece.kind == "byline"]
    named = (day for piece in bylines if (day := find(laid.text[piece.start : piece.end])))
    return next(named, None) or _signed(laid.text[-40:].rstrip())


def _signed(words: str) -> dt.date | None:
    """The day under which an announcement is signed: "... 董事会 2016年4月29日" are the last words of it."""
    at = words.rfind("年") - 4
    return find(words[at:]) if at >= 0 and words.endswith("日") and words[at:][:1] in "12" else None


def find(words: str) -> dt.date | None:
    """The first full date among the words.

    >>> find("Updated: May 12, 2020 10:30"), find("来源：新华社 2020年5月12日"), find("March 26")
    (datetime.date(2020, 5, 12), datetime.date(2020, 5, 12), None)
    """
    for pattern, (year, month, day) in _FULL:
        if found := pattern.search(words):
            named = found[month]
            number = int(named) if named.isdigit() else _MONTHS.index(named[:3].lower()) + 1
            try:
                return dt.date(int(found[year]), number, int(found[day]))
            except ValueError:
                continue
    return None
