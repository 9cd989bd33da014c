"""A headline, or a line that stands for itself, comes in; out goes what it says for all that follows.

"TARROW MOTORS 3RD QTR NET" says whose figures follow and when they were so; "Nine mths" or "Year" below it that the
next ones are of a longer stretch with the same end. A figure of a stretch ("revenue") without a time is of that one.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import msgspec

from crossfoot import days
from crossfoot.late import late
from crossfoot.lexicon import either, union
from crossfoot.lexicon.common import everyday
from crossfoot.lexicon.frame import frame_words
from crossfoot.lexicon.metrics import metric, metric_forms
from crossfoot.lexicon.standing import standing
from crossfoot.model import Block, Document, Figure, Mention, Name, Period, Quantity, Timex

LEAST = 80  # days of the shortest stretch that results are told of
LATEST = 130  # days behind the end of a stretch in which it is still told of without its year
LONGEST = 24  # characters of a line that only says how long
CAPTIONED = 28  # days of the shortest stretch that a caption tells of
OPENING = 60  # characters of an item, or of its end, in which the report is named that it tells of
LEAD = 40  # characters before a time in which it is said that results are of it
_YEAR = late("(?:19|20)[0-9]{2}")
_MOST_NAME = 4  # words of a name that a headline opens with
MOST_WORDS = 14  # of a caption
_INITIALS = 3  # letters of what is no name but "AGM", and of words too short to be a verb's
_OPENING_MARKS = "*#【 "  # before whom a headline begins with
_PARTING = "：:"  # of a headline; what is behind a bar is often only the site
_LEADING = ":|*-–—"
_PARTS = late(r"[^|:–—,(]+")
_RUN = late(r"[A-ZÀ-Þ][\w&'’.-]*(?: [A-ZÀ-Þ][\w&'’.-]*){0,4}$")
_REPORT = late(r" (?:results?|print|reports?|figures|numbers|earnings|updates?|trading update|statement)\b")
_RESULTS = late(r"\b(?:results|figures|earnings|accounts|data|statements) (?:for|of) (?:the |its |their |our )?$")
_OF = late(r"\b(?:of|in|for) (?:the )?([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3})")


class Heading(msgspec.Struct, frozen=True):
    entity: str | None = None  # whom it begins with
    period: Period | None = None  # which stretch it tells of
    metric: str = ""  # what it tells of that is counted: "Third-quarter deliveries at a glance"
    captioned: bool = False  # is the stretch that of a report, and not only of what its headline is about?
    months: int = 0  # how long that stretch is, whenever it ended: "4TH QTR LOSS"
    ahead: bool = False  # is what it tells of yet to come: "Full-year outlook"?
    opener: str | None = None  # the words that it opens with where a firm's name stands, though no reader knows it
    named: tuple[str, ...] = ()  # forms of metrics that it names
    firm: str | None = None  # whom it begins with, if it is a firm and an item without spaces goes on about it


def read(document: Document, block: Block, mentions: list[Mention], titled: bool = True) -> Heading:
    """Whom a headline or a caption is about, and the stretch that it tells of."""
    period = reported(document, block, block.lang) or term(document, block, mentions, None)
    if period is None and not titled:
        period = next((p for p in map(_period, mentions) if p is not None and _lasts(p, CAPTIONED)), None)
    who = _about(document, block.span.start, block.span.end, mentions, titled)
    captioned = period is not None and titled and _wordless(document, block, mentions, block.span.end)
    months = _months(document, block, mentions)
    firm, opener = _firm(document, block, mentions), _opener(document, block) if titled else None
    named = measures(document.text[block.span.start : block.span.end], block.lang)
    return Heading(who, period, captioned=captioned, months=months, firm=firm, opener=opener, named=named)


def measures(text: str, lang: str) -> tuple[str, ...]:
    """The forms of metrics that a line of spaced words names.

    >>> measures("Vehicle sales, July 2023", "en")
    ('vehicle sales',)
    """
    if not frame_words(lang).spaced:
        return ()
    words = re.findall(r"[^\W\d_]+", text.lower())
    forms, found = metric_forms(lang), list[str]()
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            run = " ".join(words[i : i + size])
            if run in forms and not any(run in longer.split() or run in longer for longer in found):
                found.append(run)
    return tuple(found)


def titled(document: Document, block: Block) -> bool:
    """Is a sentence a headline?"""
    return block.parent >= 0 and document.blocks[block.parent].kind in ("title", "heading")


def _firm(document: Document, block: Block, mentions: list[Mention]) -> str | None:
    """The firm that a headline without spaces begins with, or a part of it, of which its item goes on.

    An authority tells of others.
    """
    words, text = frame_words(block.lang), document.text
    others = (*words.authorities, *words.studying, *standing(block.lang).tellers)
    for mention in mentions if not words.spaced else ():
        name = mention.value
        before = text[block.span.start : mention.span.start].strip(_OPENING_MARKS)
        opens = not before or (before[-1] in _PARTING and not before[:-1].endswith(words.crediting))
        if isinstance(name, Name) and name.kind == "organisation" and opens:
            return None if text[mention.span.start : mention.span.end].endswith(others) else name.entity
    return None


def _about(document: Document, start: int, end: int, mentions: list[Mention], titled: bool) -> str | None:
    """The organisation that a line opens with or names behind a mark; else who is named so again in the text."""
    text = document.text
    firms = [m for m in mentions if isinstance(m.value, Name) and m.value.kind == "organisation" and m.span.start < end]
    if (again := _again(document, start, end)) is not None and (not firms or "|" in text[start:end]):
        return again
    places = [m for m in mentions if isinstance(m.value, Name) and m.value.kind == "place" and m.span.start < end]
    places = [m for m in places if m.rule != "dateline"]  # where somebody writes, and not about what
    for name in (*firms, *places):
        before = text[start : name.span.start].strip(" \n<")
        if isinstance(name.value, Name) and (not before or before[-1] in _LEADING or (not titled and name in firms)):
            return name.value.entity
    if titled:
        return None
    of = _OF.search(text, start, end)
    return of[1] if of is not None else None


def _opener(document: Document, block: Block) -> str | None:
    """The words that a headline opens with before a result of theirs: "KORVANT PROFIT DOUBLES", "Dunmore's sales"."""
    words = frame_words(block.lang)
    if not words.spaced:
        return None
    line, run = document.text[block.span.start : block.span.end].split(), list[str]()
    for said in line[: _MOST_NAME + 1]:
        word, plain = said.lower().replace("’", "'").rstrip(","), metric_forms(block.lang)
        owned = word.endswith("'s")
        if not run or owned or said in ("&", "and", "AND"):
            named = owned or said == "&" or (word.isalpha() and word not in plain and word not in everyday(block.lang))
            if not named or not (said[0].isupper() or run) or word.removesuffix("'s") in _unnamed(block.lang):
                return None
            run.append(said[:-2] if owned else said)
            if owned:
                break
        elif word in union(words.terms_of_results, words.heralding) or (
            said.isupper() and any(row.id in words.of_firms for row in plain.get(word, ()))
        ):
            break
        elif word.isalpha() and said[0].isupper() and word not in plain and word not in everyday(block.lang):
            run.append(said)
        else:
            return None
    else:
        return None
    if len(run) == 1 and run[0].lower().endswith("s") and not owned:
        return None  # "Brewers lift prices"
    return " ".join(run) if run and len(run) <= _MOST_NAME else None


@cache
def _unnamed(lang: str) -> frozenset[str]:
    """Words that open a headline and name no firm: places, nations, days."""
    words = frame_words(lang)
    return union(frozenset(words.demonyms), frozenset(name.lower() for name in words.demonyms.values()), words.areas)


def _again(document: Document, start: int, end: int) -> str | None:
    """The words with a capital that a part of a line consists of, where the text goes on to use the first of them."""
    for said in _PARTS.finditer(document.text, start, end):
        run = _RUN.match(said[0].strip(" *-"))
        if run is not None and any(
            re.search(rf"(?:[a-z,:] |\n\W*){re.escape(word)}\b", document.text[end:])
            for word in run[0].split()
            if len(word) > _INITIALS and word.lower() not in everyday("en")
        ):
            return " ".join(word for word in run[0].split() if not word.isupper() or len(word) > _INITIALS)
    return None


def caption(document: Document, block: Block, mentions: list[Mention]) -> Heading | None:
    """What a sentence without a verb and without a figure says for all that follows: "Foreign trade of Norland, April".

    What stands before a colon may say so too: "Holm AGM: dividend of 2.40 approved".
    """
    words, text = frame_words(block.lang), document.text
    if not words.spaced:
        return None
    colon = text.find(": ", block.span.start, block.span.end)
    figures = (m.span.start for m in mentions if isinstance(m.value, Quantity) and m.value.kind != "duration")
    figure = next(figures, block.span.end)
    lead = 0 < colon < figure < block.span.end
    end = colon if lead else block.span.end
    if figure < end or not _wordless(document, block, mentions, end):
        return None
    if not lead:
        said_of = read(document, block, mentions, titled=False)
        return msgspec.structs.replace(said_of, metric=counted(document, block), captioned=said_of.period is not None)
    about = _about(document, block.span.start, end, mentions, titled=True)
    return Heading(about) if about is not None else None


def _wordless(document: Document, block: Block, mentions: list[Mention], end: int) -> bool:
    """Does a line say nothing, but only what all that follows is of: a few words and no verb?"""
    words = frame_words(block.lang)
    said = re.findall(r"[^\W\d_][\w'.’-]*", document.text[block.span.start : end].lower())
    figures = (m.span.start for m in mentions if isinstance(m.value, Quantity) and m.value.kind != "duration")
    if not words.spaced or not 0 < len(said) <= MOST_WORDS or next(figures, end) < end:
        return False
    verbs = metric_forms(block.lang, verbs=True)
    if any(w in words.agents or w in words.auxiliaries or w in words.reporting or w in verbs for w in said):
        return False
    return not any(word.endswith("ed") and len(word) > _INITIALS for word in said)


def joined(headed: Heading, caption: Heading) -> Heading:
    """What was said before a caption, and what it adds."""
    period = headed.period if caption.period is None else caption.period
    captioned = headed.captioned or caption.captioned
    said = (headed.entity or caption.entity, period, headed.metric or caption.metric, captioned)
    named = headed.named or caption.named
    return Heading(*said, headed.months or caption.months, headed.ahead or caption.ahead, headed.opener, named)


def counted(document: Document, block: Block) -> str:
    """The metric of things that a line names, where it names one only."""
    words = re.findall(r"[^\W\d_]+", document.text[block.span.start : block.span.end].lower())
    forms = metric_forms(block.lang)
    rows = {row.id for word in words for row in forms.get(word, ()) if row.kinds[0] == "count"}
    return rows.pop() if len(rows) == 1 else ""


def _months(document: Document, block: Block, mentions: list[Mention]) -> int:
    """How long the stretch is that a line names first: a quarter, a half, a year."""
    lengths, granular = frame_words(block.lang).lengths, {"quarter", "half"}
    spans = [m.value.granularity for m in mentions if isinstance(m.value, Timex) and m.value.granularity in granular]
    if spans:
        return lengths.get(spans[0] or "", 0)
    terms, text = frame_words(block.lang).terms, document.text[block.span.start : block.span.end].lower()
    if _terms(block.lang).search(text) is None:
        return 0  # nearly all lines
    return next((int(length[1:-1]) for word, length in terms.items() if re.search(rf"\b{word}\b", text)), 0)


@cache
def _terms(lang: str) -> re.Pattern[str]:
    """One of the words that say how long a stretch is."""
    terms = frame_words(lang).terms
    return re.compile(rf"\b(?:{either(terms)})\b" if terms else r"(?!)")


def _ending(document: Document, block: Block, mentions: list[Mention], months: int) -> Period | None:
    """The stretch that a day closes: "4TH QTR JAN 31 NET", "Period ended Jan 31" below a quarter in the headline."""
    months, text = _months(document, block, mentions) or months, document.text
    for i, mention in enumerate(mentions if months else ()):
        day = mention.value
        if not isinstance(day, Timex) or day.granularity != "day" or day.period is None:
            continue
        before = mentions[i - 1] if i else None
        behind = before is not None and isinstance(before.value, Timex) and before.value.granularity == "quarter"
        told = before is not None and behind and not text[before.span.end : mention.span.start].strip()
        words = text[block.span.start : mention.span.start].lower().split()[-1:]
        if told or not frame_words(block.lang).ending.isdisjoint(words):
            return days.lasting(day.period, f"P{months}M")
    return None


def line(
    document: Document, block: Block, mentions: list[Mention], known: Period | None, months: int = 0
) -> Period | None:
    """The stretch that a line of its own opens: "Nine mths", "Year", "Qtr ended Feb 28"; None for any other.

    So does what stands before a colon at the head of a line of figures: "Six mths: oper shr 1.05 dlrs".
    """
    colon = document.text.find(":", block.span.start, min(block.span.start + LONGEST, block.span.end))
    if known is not None and colon > 0:
        lead = document.text[block.span.start : colon].strip()
        return _stretch(document, lead, mentions, known, block.lang)
    if block.span.end - block.span.start > LONGEST * 3 or any(
        isinstance(m.value, Quantity) and m.value.kind != "duration" for m in mentions
    ):
        return None
    found = term(document, block, mentions, known, months)
    return found if found != known else None


def _stretch(document: Document, text: str, mentions: list[Mention], known: Period, lang: str) -> Period | None:
    """The stretch that a few words name alone, up to the end of the one known."""
    alone = next((m.value for m in mentions if document.text[m.span.start : m.span.end] == text), None)
    if isinstance(alone, Quantity) and alone.kind == "duration" and alone.low.denominator == 1:
        return days.lasting(known, f"P{alone.low}{alone.unit[:1].upper()}") or known
    named = frame_words(lang).terms.get(text.lower())
    return None if named is None else days.lasting(known, named) or known


def term(
    document: Document, block: Block, mentions: list[Mention], known: Period | None, months: int = 0
) -> Period | None:
    """The stretch that a line without a figure tells of: "Qtr ended Feb 28"; "Nine mths" ends as the one known does."""
    text = document.text[block.span.start : block.span.end].strip()
    short = known if len(text) <= LONGEST else None
    if short is not None and (found := _stretch(document, text, mentions, short, block.lang)) is not None:
        return found
    if (closed := _ending(document, block, mentions, months)) is not None and _recent(closed, document.published):
        return closed
    for mention in mentions:
        period = _period(mention)
        if period is None or not _lasts(period):
            continue
        if _recent(period, document.published) or _of_a_year(document, mention, period):
            return period
    return known


def reporting(document: Document, mentions: list[Mention]) -> Period | None:
    """The stretch that a story reports on: "after its third-quarter print", "full-year results"."""
    for mention in mentions:
        period = _period(mention)
        if period is None or not _lasts(period, CAPTIONED):
            continue
        before = document.text[max(mention.span.start - LEAD, 0) : mention.span.start]
        if _REPORT.match(document.text, mention.span.end) or _RESULTS.search(before):
            return period
    return None


def labelled(document: Document, block: Block, mentions: list[Mention]) -> Period | None:
    """The time in a label that a text without spaces opens with: "8月小结：", "2024年一季度经营简报："."""
    text, start = document.text, block.span.start
    for mention in [mention for mention in mentions if _period(mention) is not None][:1]:
        period, end = _period(mention), mention.span.end
        mark = _LABEL.match(text, end, block.span.end)
        if period is not None and mark is not None and mention.span.start - start <= LABEL:
            return period if _lasts(period, CAPTIONED) else None
    return None


def reported(document: Document, item: Block, lang: str) -> Period | None:
    """The stretch of the report that an item, or whoever signs it, names: "中报", "2024年年度报告"."""
    words, text, published = frame_words(lang), document.text, document.published
    if not words.reports:
        return None
    start, end = item.span.start, item.span.end
    found = _reports(lang).search(text, start, min(start + OPENING, end))
    signed = text.rfind("——", max(start, end - OPENING), end)
    found = found or (_reports(lang).search(text, signed, end) if signed >= 0 else None)
    if found is None or (found[1] is None and published is None):
        return None
    first, last = words.reports[found[2]]
    latest = published.year - (published.month <= last) if published is not None else 0
    year = int(found[1] or latest)
    following = dt.date(year + last // 12, last % 12 + 1, 1)
    return days.period(dt.date(year, first, 1), following)


LABEL = 6  # characters before the time in a label
_LABEL = late("[一-鿿]{2,10}[：:]")


@cache
def _reports(lang: str) -> re.Pattern[str]:
    names = sorted(frame_words(lang).reports, key=len, reverse=True)
    return re.compile(rf"(?:(20\d\d)年?度?第?)?(?<!月)({'|'.join(map(re.escape, names))})")


def stretched(figure: Figure, headed: Heading) -> Figure:
    """A figure of a stretch that its own sentence does not date, at the one that the headline told of.

    A caption dates whatever follows, but what goes on or was agreed on a day.
    """
    row, period = metric(figure.metric), headed.period
    if period is None or figure.period is not None or figure.status != "actual":
        return figure
    told = row is not None and (row.additive_time or row.id in _EACH)
    if not told and (not headed.captioned or (row is not None and row.id in ON_A_DAY)):
        return figure
    return msgspec.structs.replace(figure, period=period)


def year_before(figure: Figure) -> Figure:
    """The same a year before: what "vs" sets beside a figure of a stretch, where no other time stands."""
    before = days.shifted(figure.period, "-P1Y") if figure.period is not None and _lasts(figure.period) else None
    return figure if before is None else msgspec.structs.replace(figure, period=before)


_EACH = {"earnings_per_share", "operating_profit", "dividend"}
ON_A_DAY = {
    "price",
    "stake",
    "deal_value",
    "fine",
    "shares_offered",
    "policy_rate",
    "floor_area",
    "tenants",
    "capacity",
    "employees",
}


def _period(mention: Mention) -> Period | None:
    return mention.value.period if isinstance(mention.value, Timex) else None


def _lasts(period: Period, least: int = LEAST) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days >= least


def _of_a_year(document: Document, mention: Mention, period: Period) -> bool:
    """Does a time say its year, and lie behind the day of the text: "for the year ended 31 March 2021"?"""
    said, published = document.text[mention.span.start : mention.span.end], document.published
    year = _YEAR.search(said)
    return year is not None and published is not None and period.end is not None and period.end <= published


def _recent(period: Period, published: dt.date | None) -> bool:
    """May results of a stretch be what a text of that day tells? A quarter without its year may be another one's."""
    return published is None or (period.end is not None and 0 <= (published - period.end).days + 1 <= LATEST)
