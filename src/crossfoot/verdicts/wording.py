"""Verdicts in words: figures, ranges and numbers in; labels and suggestions in the style of the text out."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from crossfoot.interval import Interval
from crossfoot.lexicon import numerals, slips, units, words
from crossfoot.lexicon.metrics import axes, metric
from crossfoot.lexicon.told import both, chinese, english, joined, say
from crossfoot.model import Culprit, Document, Figure, Period, Quantity, Span

LEADS = ("growth of ", "change of ", "change in ", "share of ", "multiple of ", "attainment of ", "move of ")
POINTS = {"percentage-point": ("basis-point", Fraction(1, 100)), "basis-point": ("percentage-point", Fraction(100))}
OWN = {  # figures that we name, where the text has no words for them
    "names listed": "names_listed", "hundred percent": "hundred_percent", "exchange rate": "exchange_rate",
    "ownership cap": "ownership_cap", "issue amount": "issue_amount",
}  # fmt: skip
MONTHS = tuple(month_name)
MOST_LABELS = 4096  # that are kept: a figure is named in each certificate that it stands in


# ------------------------------------------------------------------------------------------- pieces of the text


def digits(span: Span, quantity: Quantity) -> Span:
    """The number alone, where the reader has told where it stands."""
    start, end = quantity.digits
    return Span(span.doc, start, end) if end > start else span


def said(document: Document, span: Span, quantity: Quantity) -> str:
    """A figure as the text prints it: the number, its scale word, its percent sign.

    The hedge and the unit are left out: "about 38%" is said as "38%". A multiple in a word ("more than doubled") is
    said as its number.
    """
    if quantity.kind == "multiple" and quantity.digits == (0, 0):
        return exact(quantity.low)
    where = digits(span, quantity)
    ends = [where.end, *(word[1] for word in (quantity.scale_word,) if word is not None)]
    if quantity.kind == "percent" and quantity.unit_word is not None:
        ends.append(quantity.unit_word[1])
    text = " ".join(document.text[where.start : max(ends)].split())  # a figure may run over the end of a line
    tabled = quantity.kind == "percent" and quantity.unit_word is None and text[-1:].isdecimal()
    return f"{text}%" if tabled else text  # whose sign stands at the head of a column, or apart


def bare(document: Document, where: Span, quantity: Quantity) -> tuple[str, Fraction]:
    """The digits of a number without their commas, and what one of them counts; of a number in words, what it is."""
    text = numerals.narrowed(document.text[where.start : where.end]).replace(",", "")
    if re.fullmatch(r"[0-9]{1,18}(\.[0-9]{1,18})?", text) and Fraction(text):
        return text, abs(quantity.low) / Fraction(text)
    value = abs(quantity.low) / quantity.scale
    return str(int(value)), Fraction(quantity.scale)


def number(document: Document, where: Span, mantissa: Fraction, like: str | None = None) -> str | None:
    """A number written as the one at `where` is: its grouping, its decimals (or those of `like`), or in words."""
    text = document.text[where.start : where.end]
    if like is None or not text[:1].isdecimal():
        return numerals.write(mantissa, text, document.lang)
    narrow = numerals.narrowed(text)
    whole, point, decimals = like.partition(".")
    grouped = "," in narrow or len(whole) > 3 > len(narrow.partition(".")[0]) - 1
    made = (f"{int(whole):,}" if grouped else whole) + point + decimals
    return made if narrow == text else numerals.widened(made)


def other_scales(document: Document, where: Span, quantity: Quantity) -> Iterator[tuple[int, str]]:
    """The other scales that a scale word may have been meant as, in the same style (bn for mn, 亿 for 万)."""
    text = document.text[where.start : where.end]
    word = text.strip()
    before = text[: len(text) - len(text.lstrip())]  # " 万", where figures are set apart
    for family in slips.scales():
        here = next((forms for forms in family.words if word.lower() in forms), None)
        if here is None:
            continue
        for power, forms in zip(family.powers, family.words, strict=True):
            if 10**power != quantity.scale:
                alike = len(here) == len(forms)
                other = forms[here.index(word.lower())] if alike else _like(forms, len(word))
                shout = word.isupper() and len(word) > 1
                yield 10**power, before + (other.upper() if shout else other.title() if word.istitle() else other)
        return


def missing_scales(document: Document, unit: Span) -> Iterator[tuple[int, str]]:
    """The scale words that a text has which may be missing before a unit, each as the unit with it: 万元 for 元."""
    text = document.text[unit.start : unit.end]
    bare = text.lstrip()
    if not bare or not bare[0].isalpha():
        return
    for family in slips.scales():
        for power, forms in zip(family.powers, family.words, strict=True):
            word = next((w for w in forms if document.lang != "zh" or not w.isascii()), None)
            if word is not None and len(word) > 2 - (not word.isascii()) * 2 and word in document.text:
                yield 10**power, f"{text[: -len(bare)]}{word}{' ' if word.isascii() else ''}{bare}"


def _like(forms: Sequence[str], length: int) -> str:
    return min(forms, key=lambda form: abs(len(form) - length))


def opposite(document: Document, word: Span) -> str | None:
    """The word of the other direction, in the same form ("rose" for "fell")."""
    return words.opposite(document.text[word.start : word.end], document.lang)


def names_sign(document: Document, word: Span) -> bool:
    """Does a word call a difference by its sign: 顺差, 净投放?"""
    return document.text[word.start : word.end] in words.signed(document.lang)


def other_rate(document: Document, where: Span, quantity: Quantity) -> tuple[Span, str]:
    """Percentage points for percent and percent for points, with the piece of the text that says so replaces.

    A sign touches its number and a word does not; 百分点 takes 个 before it.
    """
    text = document.text[where.start : where.end]
    chinese = document.lang == "zh"
    if quantity.kind == "percent":
        if chinese:
            return where, "个百分点"
        word = "percentage point" if quantity.low == 1 else "percentage points"
        return where, word if text[:1].isalpha() else f" {word}"
    if chinese:
        start = where.start - (document.text[where.start - 1 : where.start] == "个")
        return Span(where.doc, start, where.end), "%"
    return where, "%" if len(text) < 4 else "per cent" if "per cent" in document.text else "percent"


def other_points(document: Document, where: Span, quantity: Quantity) -> tuple[Fraction, str]:
    """Basis points for percentage points, or the other way round: how many times as much, and the word."""
    (other, times), chinese = POINTS[quantity.kind], document.lang == "zh"
    if chinese:
        measured = document.text[where.start : where.end].startswith("个")
        return times, ("个" if measured else "") + ("基点" if other == "basis-point" else "百分点")
    return times, "basis points" if other == "basis-point" else "percentage points"


def recoined(document: Document, span: Span, quantity: Quantity, code: str) -> Culprit | None:
    """The word or sign of an amount that tells its currency, with what another one would be; None where none stands."""
    if quantity.unit_word is None:
        return None
    where = Span(span.doc, *quantity.unit_word)
    return Culprit(where, currency(document, where, code), None, "currency", 1.0)


def currency(document: Document, where: Span, code: str) -> str:
    """The name of a currency in the form of another: "US$" for "HK$", "dollars" for "yuan", 美元 for 元."""
    text = document.text[where.start : where.end]
    row = units.unit(code)
    if row is None:
        return code
    if document.lang == "zh" and row.zh and not text.isascii():
        return row.zh[0]
    if any(char in text for char in "$€£¥") and row.before:
        return next((sign for sign in row.before if not sign.isalpha()), row.before[0])
    if text.isupper() or not row.en:
        return code
    return row.en[0] + ("s" if row.en[0] != "yuan" and (text.endswith("s") or text == "yuan") else "")


# ------------------------------------------------------------------------------------------------------ numbers


def exact(value: Fraction) -> str:
    """
    >>> exact(Fraction(105468)), exact(Fraction(217, 100)), exact(Fraction(1, 3))
    ('105,468', '2.17', '0.3333')
    """
    if value.denominator == 1:
        return _grouped(value, 0, True)
    places = next((p for p in range(1, 5) if (value * 10**p).denominator == 1), 4)
    return _grouped(value, places, True).rstrip("0").rstrip(".")


def spread(range_: Interval | None) -> str:
    """A range as people read it, to two digits of its width (the exact ends are the verdict's own).

    >>> from crossfoot.interval import between
    >>> spread(between(103735, 103909)), spread(between(Fraction(7034, 1000), Fraction(70506, 10000)))
    ('103,735..103,909', '7.034..7.051')
    """
    if range_ is None:
        return say("nothing")
    low, high = range_.low, range_.high
    if low is None:
        return say("anything") if high is None else say("at_most", exact(high))
    if high is None:
        return say("at_least", exact(low))
    if low == high:
        return exact(low)
    places = 0 if low.denominator == high.denominator == 1 else _places(high - low)
    ends = dict.fromkeys(_grouped(end, places, True) for end in (low, high))
    return "..".join(ends) if len(ends) > 1 else exact(Fraction(round(low * 10**4), 10**4))


def _places(size: Fraction) -> int:
    """Decimals that show two figures of a width."""
    size = abs(size)
    places = 0
    while size and size < 10 and places < 6:
        size *= 10
        places += 1
    return places


def _grouped(value: Fraction, places: int, group: bool) -> str:
    scaled = round(value * 10**places)
    sign, whole = ("-" if scaled < 0 else ""), str(abs(scaled)).rjust(places + 1, "0")
    head, tail = (whole[:-places], whole[-places:]) if places else (whole, "")
    return sign + (f"{int(head):,}" if group else head) + (f".{tail}" if tail else "")


# ------------------------------------------------------------------------------------------------------- labels


TENORS = {"Y": "year_tenor", "M": "month_tenor", "W": "week_tenor", "D": "day_tenor"}


@lru_cache(MOST_LABELS)
def label(figure: Figure) -> str:
    """What a figure is, for people: "total sales volume, April 2019".

    >>> label(Figure(None, "sales_volume", (("market", "domestic"),), Period(None, None, "2019-04"), "vehicle"))
    'domestic sales volume, April 2019'
    >>> label(Figure(None, "sales_volume", (("market", "domestic"),), Period(None, None, "2019-04"), "vehicle")).zh
    '2019年4月国内销量'
    """
    pair = dict(figure.segment).get("pair")
    if pair is not None:
        return _rate(pair)
    what = _measured(figure.metric)
    parts = [_member(axis, member) for axis, member in figure.segment]
    if figure.status == "target":
        what = say("target_of", what)
    elif figure.status.startswith("left"):
        what = say("left_of", what)
    elif figure.status != "actual":
        what = say("of_status", figure.status, what)
    if parts:
        few = len(parts) < 3
        what = _beside(*parts, what) if few else say("many_parts_of", joined((", ", "、"), parts), what)
    elif is_total(figure) and figure.status == "actual":
        what = _total(what)
    return what if figure.period is None else say("dated", what, when(figure.period))


def _total(what: str) -> str:
    """Total sales, and total assets, which say so already."""
    made, en, zh = say("total_of", what), english(what), chinese(what)
    return both(en if en.lower().startswith("total ") else english(made), zh if zh.startswith("总") else chinese(made))


def _beside(*words: str) -> str:
    """Words that make up one name: apart in English, and in Chinese where Latin letters touch."""
    made = ""
    for word in map(chinese, words):
        made += (" " if made and (made[-1].isascii() or word[:1].isascii()) else "") + word
    return both(" ".join(words), made)


def _rate(pair: str) -> str:
    """ "CNY/USD" as people say it: yuan a dollar."""
    names = []
    for currency in pair.split("/"):
        row = units.unit(currency)
        known = row is not None and row.en and row.zh
        names.append(both(row.en[0], row.zh[0]) if row is not None and known else currency)
    return say("rate_of", *names) if len(names) == 2 else pair


def short(figure: Figure) -> str:
    """The part that tells it from its neighbours: "sedans", "the total"."""
    if figure.segment:
        return _beside(*(_member(axis, member) for axis, member in figure.segment))
    return say("the_total") if is_total(figure) else _measured(figure.metric)


def is_known(figure: Figure) -> bool:
    """Whether every part of its segment is a member that the lexicon names, not words taken from the text."""
    rows = axes()
    return all(axis in rows and any(m.id == member for m in rows[axis].member) for axis, member in figure.segment)


def is_total(figure: Figure) -> bool:
    row = metric(figure.metric)
    return row is not None and row.additive_segment


def _measured(name: str) -> str:
    for lead in LEADS:
        if name.startswith(lead):
            return say(lead.strip().replace(" ", "_"), _measured(name.removeprefix(lead)))
    row = metric(name)
    if row is not None:
        english = row.name_en or (row.en[0] if row.en else name.replace("_", " "))
        return both(english, row.zh[0] if row.zh else english)
    if name in OWN:
        return say(OWN[name])
    return name.removeprefix("other:").replace("_", " ") or say("figure")


def _member(axis: str, member: str) -> str:
    if axis == "tenor" and len(member) > 2:  # P3Y: 3-year
        return say(TENORS[member[-1]], member[1:-1]) if member[-1] in TENORS else member
    row = axes().get(axis)
    found = next((m for m in row.member if m.id == member), None) if row is not None else None
    if found is None or not found.en:
        return member.replace("_", " ")
    english = next((form for form in found.en if form.endswith("s")), found.en[0]) if axis == "body" else member
    return both(english, found.zh[0] if found.zh else english)


def when(period: Period) -> str:
    """
    >>> [when(Period(None, None, x)) for x in ("2019-04", "2020-Q1", "2019-01/2019-04", "2019", "2020-05-12")]
    ['April 2019', 'first quarter 2020', 'January to April 2019', '2019', '12 May 2020']
    """
    first, _, last = period.label.partition("/")
    if last and first[:4] == last[:4] and len(first) == len(last) == 7:
        one, other = _month(first), _month(last)
        chinese_ = f"{chinese(one).removesuffix('月')}—{chinese(other).removeprefix(f'{last[:4]}年')}"
        return both(f"{one.removesuffix(first[:4]).strip()} to {other}", chinese_)
    return say("until", _moment(first), _moment(last)) if last else _moment(first)


def _moment(label_: str) -> str:
    if match := re.fullmatch(r"(\d{4})-(Q[1-4]|H[12])", label_):
        return say(match[2], match[1])
    if re.fullmatch(r"\d{4}-(0\d|1[0-2])", label_):
        return _month(label_)
    if match := re.fullmatch(r"(\d{4}-(?:0[1-9]|1[0-2]))-(\d{2})", label_):
        month = _month(match[1])
        return both(f"{int(match[2])} {month}", f"{chinese(month)}{int(match[2])}日")
    if label_.title() in MONTHS:
        return both(label_.title(), f"{MONTHS.index(label_.title())}月")
    return both(label_, f"{label_}年") if re.fullmatch(r"[0-9]{4}", label_) else label_


def _month(label_: str) -> str:
    """ "2019-04" as people say it; a month that there is not stays as it is written."""
    year, _, month = label_.partition("-")
    if not month.isdecimal() or not 0 < int(month) < 13:
        return label_
    return both(f"{month_name[int(month)]} {year}", f"{year}年{int(month)}月")


def listed(names: Sequence[str]) -> str:
    """
    >>> listed(["sedans", "SUVs", "MPVs"])
    'sedans, SUVs and MPVs'
    """
    return names[0] if len(names) == 1 else joined((" and ", "和"), (joined((", ", "、"), names[:-1]), names[-1]))
