"""The tokens of an English sentence come in; the numbers that are no quantities go out: tickers, models, clocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossfoot.lexicon.tokens import Tokens
from crossfoot.lexicon.traps import signs
from crossfoot.lexicon.words import words
from crossfoot.mentions.calendar_en import day_first, iso_date

_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]{1,500}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}", re.ASCII)
_TICKER = re.compile(
    r"\b(?:SEHK|HKEX|HKG|SSE|SZSE|SHA|SHE|TSE|TYO|KRX|TWSE|SGX|LON|LSE): ?[0-9A-Z]{1,6}\b"
    r"|\b[0-9]{3}\([a-z]\)"  # 401(k)
    r"|<[A-Z0-9][A-Z0-9.=]{0,9}>|\b[0-9]{4,6}\.(?:HK|SH|SZ|SS|T|KS|TW|SI|KL|BJ)\b"
    r"|\((?:NYSE|NASDAQ|Nasdaq|HKEX|HKG|SEHK|SSE|SZSE|SHA|SHE|LSE|TSX|AMEX|OTC[A-Z]*|TSE|KRX|TYO)[^)]{0,40}\)"
)
_PHONE = re.compile(
    r"\+[0-9]{1,3}[ -]?\(?[0-9][0-9 ()-]{5,18}[0-9]|\(?\b[0-9]{3}\)?[ -][0-9]{3}-[0-9]{4}\b"
    r"|\b1-8[0-9]{2}-[0-9]{3}-[0-9]{4}\b"
    r"|\b(?:[Tt]el|[Ff]ax|[Pp]hone|TEL|FAX)[.:]? {0,2}[0-9(+][0-9 ()-]{4,18}[0-9]|\b0[0-9]{2,3}-[0-9]{6,8}\b"
)
_AIRLINERS = frozenset(words("en").lists["airliners"])
_AFTER_AIRLINER = frozenset(words("en").lists["after_airliner"])
_MODEL_TOUCH = {"m", "b", "k", "mm", "bn", "mln", "tn", "mn", "bln", "t"}


def patterns(text: str) -> Iterator[tuple[int, int, str]]:
    """What has a shape of its own, over a whole text: (start, end, kind)."""
    if "@" in text or "www." in text or "://" in text:
        yield from ((*m.span(), "url") for m in _WEB.finditer(text))
    yield from ((*m.span(), "ticker") for m in _TICKER.finditer(text))
    yield from ((*m.span(), "phone") for m in _PHONE.finditer(text))


def find(tokens: Tokens) -> list[tuple[int, int, str]]:
    """Numbers with words that give them away: (first token, token after, kind).

    >>> tokens = Tokens("The S&P 500 closed at 4:30 p.m. under Section 3.2")
    >>> [(" ".join(tokens.words[a:b]), kind) for a, b, kind in find(tokens)]
    [('s & p 500', 'index'), ('4 : 30 p.m.', 'clock'), ('section 3.2', 'section')]
    """
    found: list[tuple[int, int, str]] = []
    stop = 0
    for i in tokens.at(words("en").numbers):
        if i < stop:
            continue
        if "0" <= tokens.words[i][0] <= "9":
            for reader in _READERS:
                hit = reader(tokens, i)
                if hit is not None:
                    break
        else:
            hit = _ratio(tokens, i)
        if hit is not None:
            found.append(hit)
            stop = max(hit[1], i + 1)
    return found


def _named(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """A word before or after the number says what it is: "Section 3", "Boeing 737", "FTSE 100", "12 Main Street"."""
    if _is_currency(tokens.raw(i - 1)):
        return None
    at = i - 1 if tokens.word(i - 1) in ("-", "(", ".") and tokens.touches(i) else i
    for parts, row in signs("en", "before").get(tokens.word(at - 1), ()) or signs("en", "before").get(
        tokens.word(i - 1), ()
    ):
        end = at if parts[-1] == tokens.word(at - 1) else i
        start = end - len(parts)
        if start < 0 or tokens.words[start:end] != parts:
            continue
        raw = tokens.raw(start)
        if row.capital and raw.islower():
            continue
        if (
            row.kind in ("section", "identifier", "index")
            and len(parts) == 1
            and parts[0].isalpha()
            and not _labels(tokens, start, i, row.kind)
        ):
            continue
        stop = i + 1
        while (
            tokens.word(stop) in ("-", ".", "(", "/")
            and tokens.touches(stop)
            and tokens.touches(stop + 1)
            and stop < i + 8
            and (tokens.word(stop + 1).isalnum())
        ):
            stop += 2
            stop += tokens.word(stop) == ")" and tokens.touches(stop)
        if tokens.word(stop)[:1].isalpha() and tokens.touches(stop):
            stop += 1
        if tokens.word(stop) in (
            "%",
            "pct",
            "percent",
            "million",
            "billion",
            "mln",
            "bln",
            "units",
            "vehicles",
            "dlrs",
            "basis",
        ):
            return None
        if day_first(tokens, i) is not None or iso_date(tokens, i) is not None:
            return None  # "Release 4 May 2020" has a day in it, no version
        return start, stop, row.kind
    return None


def _labels(tokens: Tokens, start: int, i: int, kind: str) -> bool:
    """A common noun labels a number only with a capital, or plainly ("page 5"); "no 5 pct cut" does not."""
    word, raw = tokens.words[start], tokens.raw(start)
    if kind == "index":
        return raw[0].isupper()
    if word in (
        "no",
        "number",
        "in",
        "en",
        "din",
        "fin",
        "case",
        "order",
        "bill",
        "group",
        "area",
        "form",
        "file",
        "track",
        "part",
        "line",
        "point",
        "note",
        "notes",
        "unit",
        "id",
        "box",
        "floor",
        "lot",
        "platform",
        "code",
        "account",
        "local",
        "title",
        "step",
        "item",
        "table",
        "block",
        "zone",
        "terminal",
        "tower",
        "schedule",
        "volume",
        "figure",
        "rules",
        "articles",
        "sections",
        "license",
        "permit",
    ):
        return (
            raw[0].isupper()
            and (start > 0 or tokens.words[i].isdecimal())
            and len(tokens.words[i]) < 6
            and "," not in tokens.words[i]
        )
    return True


def _clock(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    stop = i + 1
    colon = (
        tokens.word(stop) in (":", ".")
        and tokens.touches(stop)
        and tokens.touches(stop + 1)
        and tokens.word(stop + 1).isdecimal()
        and len(tokens.word(stop + 1)) == 2
    )
    if colon and tokens.words[i].isdecimal() and len(tokens.words[i]) <= 2 and int(tokens.words[i]) < 25:
        stop += 2
        while tokens.word(stop) == ":" and tokens.touches(stop) and tokens.word(stop + 1).isdecimal():
            stop += 2
    for parts, row in signs("en", "after").get(tokens.word(stop), ()):
        if tokens.words[stop : stop + len(parts)] == parts and (
            row.kind == "clock"
            and (len(tokens.words[i]) < 6 and "," not in tokens.words[i])
            and not (parts == ["et"] and tokens.raw(stop) != "ET")
        ):
            return i, stop + len(parts), "clock"
    if row_kind := _address(tokens, i):
        return row_kind
    return (i, stop, "clock") if stop > i + 1 and tokens.word(i + 1) == ":" else None


def _address(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """A house number: digits, one to three capitalised words, then Street or Road."""
    for at in range(i + 1, min(i + 5, len(tokens))):
        if not tokens.raw(at)[0].isupper() and tokens.word(at) not in ("st", "nd", "rd", "th"):
            return None
        for parts, row in signs("en", "after").get(tokens.word(at), ()):
            if row.kind == "address" and at > i + 1 and tokens.words[at : at + len(parts)] == parts:
                return i, at + len(parts), "address"
    return None


def _listed(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """List numbers: "1." or "(2)" or "3)" opening a line, "(1)" standing alone."""
    word = tokens.words[i]
    if not word.isdecimal() or len(word) > 2:
        return None
    if tokens.word(i - 1) == "(" and tokens.word(i + 1) == ")" and tokens.touches(i) and tokens.touches(i + 1):
        return i - 1, i + 2, "list"
    opening = i == 0 or tokens.word(i - 1) == "\n"
    if i == 0 and len(tokens) == 2 and tokens.word(1) == ".":
        return 0, 2, "list"
    if (
        opening
        and tokens.word(i + 1) in (".", ")")
        and tokens.touches(i + 1)
        and not tokens.touches(i + 2)
        and i + 2 < len(tokens)
    ):
        return i, i + 2, "list"
    return None


def _version(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    word = tokens.words[i]
    if word.count(".") > 1 and "," not in word:
        return None if iso_date(tokens, i) is not None else (i, i + 1, "version")
    if len(word) == 5 and word[0] == "0" and word[2] == "." and word[3:] < "60":
        return i, i + 1, "clock"  # "at 09.30": no number has a nought before its first digit
    if len(word) == 5 and word.isdecimal() and len(tokens.raw(i - 1)) == 2 and tokens.raw(i - 1).isupper():
        return i, i + 1, "address"  # the code behind a state: DC 20500
    if word[0] == "0" and _zero_led(tokens, i):
        stop = (
            i + 3 if tokens.word(i + 1) == "-" and tokens.touches(i + 1) and tokens.word(i + 2).isdecimal() else i + 1
        )
        return i, stop, "identifier"
    return None


def _zero_led(tokens: Tokens, i: int) -> bool:
    """A code like 0042; the groups of "40 000" are no codes."""
    word = tokens.words[i]
    if len(word) < 2 or not word.isdecimal() or tokens.word(i - 1) in ("-", "/"):
        return False
    return not (len(word) == 3 and tokens.word(i - 1).isdecimal() and tokens.starts[i] == tokens.ends[i - 1] + 1)


def _score(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """A result "3-2": the first number is the larger, so that it is no range; nothing with a unit."""
    if tokens.words[i] in _AIRLINERS:
        return _airliner(tokens, i)
    if tokens.word(i + 1) != "-" or not (tokens.touches(i + 1) and tokens.touches(i + 2)):
        return None
    first, second, after = tokens.words[i], tokens.word(i + 2), tokens.word(i + 3)
    if not (first.isdecimal() and second.isdecimal() and len(first) < 4 and len(second) < 4) or tokens.word(i + 3) in (
        "/",
        "-",
    ):
        return None
    if after in ("%", "pct", "percent", "per", "cts", "mln", "million", "billion", "bln", "year", "years") or (
        tokens.touches(i) and tokens.word(i - 1) in ("$", "-", "/")
    ):
        return None
    return (i, i + 3, "score") if int(first) >= int(second) else None


def _ratio(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """Splits: "two-for-one"."""
    if tokens.word(i + 1) == "-" and tokens.word(i + 2) == "for" and tokens.word(i + 3) == "-":
        return i, i + 5, "ratio"
    return None


def _airliner(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """ "12 737-300s", "the 737 MAX line": a model that is called by a bare number."""
    if tokens.word(i + 1) in _AFTER_AIRLINER:
        return i, i + 2, "model"
    if tokens.word(i + 1) != "-" or not (tokens.touches(i + 1) and tokens.touches(i + 2)):
        return None
    stop = i + 3
    return i, stop + (tokens.word(stop).isalpha() and tokens.touches(stop)), "model"


def _touching(tokens: Tokens, i: int) -> tuple[int, int, str] | None:
    """Letters and digits in one: A320, B12, 10-K, 5G, Covid-19; currency codes and units are none."""
    before = tokens.word(i - 1)
    if (
        tokens.word(i + 1) == "-"
        and tokens.word(i + 2) == "for"
        and tokens.word(i + 3) == "-"
        and tokens.touches(i + 1)
    ):
        return i, i + 5, "ratio"
    hyphen = before == "-" and tokens.touches(i) and tokens.touches(i - 1)
    head = tokens.word(i - 2) if hyphen else before
    start = i - 2 if hyphen else i - 1
    glued = (hyphen or tokens.touches(i)) and head.isalpha()
    if (
        glued
        and (hyphen or not _is_currency(tokens.raw(i - 1)))
        and head
        not in (
            "mid",
            "to",
            "for",
            "late",
            "early",
            "pre",
            "post",
            "top",
            "q",
            "fy",
            "h",
            "under",
            "over",
            "non",
            "plus",
            "sub",
        )
    ):
        if hyphen and (tokens.raw(start)[0].islower() or head in words("en").months):
            return None
        stop = i + 1
        while tokens.word(stop) == "-" and tokens.touches(stop) and tokens.touches(stop + 1) and stop < i + 6:
            stop += 2
        return start, min(stop, len(tokens)), "model"
    after = tokens.word(i + 1)
    if after == "-" and tokens.touches(i + 1) and tokens.raw(i + 2) in ("K", "Q", "F", "A") and tokens.touches(i + 2):
        return i, i + 3, "identifier"
    if (
        tokens.touches(i + 1)
        and tokens.raw(i + 1) in ("G", "D", "C", "A", "E", "F", "P", "H", "S", "R", "V")
        and len(tokens.words[i]) < 4
    ):
        if tokens.raw(i + 1) == "H" and tokens.words[i] in ("1", "2"):
            return None
        return i, i + 2, "model"
    return None


def _is_currency(raw: str) -> bool:
    from crossfoot.lexicon.units import forms

    return raw in forms("before")


_READERS = (_clock, _listed, _named, _version, _score, _touching)
